package kit

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// DayBlock is something that takes hours of a day: a meeting.
type DayBlock struct {
	From, To float32 // hours of the day: 9.5 is half past nine
	Text     string
	Own      bool // the one that is looked at; the others stand for what else there is
}

// NewDayStrip shows the hours of a day and what takes them (当天安排), a line each, so that what falls on the same hours
// stands one above the other. It reaches from 8 to 18 o'clock, further where a block does.
func NewDayStrip(blocks ...DayBlock) *fyne.Container {
	l := &dayStrip{from: 8, to: 18, blocks: blocks}
	for _, b := range blocks {
		l.from, l.to = min(l.from, float32(math.Floor(float64(b.From)))), max(l.to, float32(math.Ceil(float64(b.To))))
	}
	c := &fyne.Container{Layout: l}
	for h := l.from; h <= l.to; h += 2 {
		l.hours = append(l.hours, h)
		c.Objects = append(c.Objects, NewFill(theme.ColorLine), NewLabel(fmt.Sprintf("%d:00", int(h)), theme.Remark, theme.ColorText3))
	}
	for _, b := range blocks {
		ground, edge, ink := theme.ColorSurface2, theme.ColorBorder, theme.ColorText
		if b.Own {
			ground, edge, ink = theme.ColorPrimarySoft, theme.ColorPrimary, theme.ColorPrimary
		}
		c.Objects = append(c.Objects, NewBorder(ground, edge, theme.RadiusBadge), NewElastic(b.Text, theme.Remark, ink))
	}
	return c
}

type dayStrip struct {
	from, to float32
	hours    []float32
	blocks   []DayBlock
}

const (
	dayLine = 22 // height of a block with the gap below it, in design pixels
	dayFoot = 20 // height of the hours
)

// Layout implements fyne.Layout. A block whose words need more room than its hours has them behind it.
func (l *dayStrip) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	foot := size.Height - theme.Px(dayFoot)
	left, right := theme.Px(18), theme.Px(18)
	at := func(h float32) float32 { return left + (size.Width-left-right)*(h-l.from)/(l.to-l.from) }
	for i, h := range l.hours {
		line, label := objs[2*i], objs[2*i+1]
		line.Move(fyne.NewPos(at(h), 0))
		line.Resize(fyne.NewSize(1, foot))
		s := label.MinSize()
		label.Move(fyne.NewPos(min(max(at(h)-s.Width/2, 0), size.Width-s.Width), foot+(theme.Px(dayFoot)-s.Height)/2))
		label.Resize(s)
	}
	for i, b := range l.blocks {
		n := 2*len(l.hours) + 2*i
		block, words := objs[n], objs[n+1]
		top, high := theme.Px(float32(i*dayLine)), theme.Px(dayLine-3)
		block.Move(fyne.NewPos(at(b.From), top))
		block.Resize(fyne.NewSize(at(b.To)-at(b.From), high))
		pad, whole := theme.Px(5), measure(b.Text, theme.Remark)
		x, room := at(b.From)+pad, at(b.To)-at(b.From)-2*pad
		if whole > room && size.Width-at(b.To) > at(b.From) {
			x, room = at(b.To)+pad, size.Width-at(b.To)-pad
		} else if whole > room {
			room = min(whole, at(b.From)-2*pad)
			x = at(b.From) - pad - room
		}
		s := words.MinSize()
		words.Move(fyne.NewPos(x, top+(high-s.Height)/2))
		words.Resize(fyne.NewSize(room, s.Height))
	}
}

// MinSize implements fyne.Layout.
func (l *dayStrip) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(200), theme.Px(float32(len(l.blocks)*dayLine+dayFoot)))
}
