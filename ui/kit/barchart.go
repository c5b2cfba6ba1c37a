package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// ChartPart is a piece of a column, from the foot up.
type ChartPart struct {
	N     int
	Color fyne.ThemeColorName
}

// ChartBar is one column: its parts, its name, and what a press opens.
type ChartBar struct {
	Name    string // 11月
	Says    string // what a screen reader says
	Parts   []ChartPart
	OnPress func()
}

func (b ChartBar) total() (n int) {
	for _, p := range b.Parts {
		n += p.N
	}
	return n
}

// NewBarChart draws columns with level lines behind them (柱图); each column can be pressed. Height is that of the whole
// in design pixels.
func NewBarChart(bars []ChartBar, height float32) *fyne.Container {
	step, most := barSteps(bars)
	l := &barChart{height: height, most: most, step: step}
	var objs []fyne.CanvasObject
	for n := 0; n <= most; n += step {
		objs = append(objs, NewRule(), NewLabel(itoa(n), theme.Remark, theme.ColorText2).Trailing())
		l.lines++
	}
	for _, b := range bars {
		objs = append(objs, newBar(b, most))
	}
	return &fyne.Container{Layout: l, Objects: objs}
}

// barSteps gives the distance of the level lines and the number at the top one: four lines over the foot at most.
func barSteps(bars []ChartBar) (step, most int) {
	top := 1
	for _, b := range bars {
		top = max(top, b.total())
	}
	step = 1
	for _, n := range []int{1, 2, 5, 10, 20, 25, 50} {
		if step = n; 4*n >= top {
			break
		}
	}
	for 4*step < top {
		step *= 2
	}
	return step, (top + step - 1) / step * step
}

// Measures of a chart in design pixels.
const (
	barScale = 40 // room of the numbers at the left
	barLabel = 19 // of a number over and a name under a column
	barWide  = 34 // widest column
	barText  = 14 // least height of a part that shows its number
)

// barChart places the level lines with their numbers, then the columns.
type barChart struct {
	height     float32
	most, step int
	lines      int
}

// Layout implements fyne.Layout.
func (l *barChart) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	scale, label := theme.Px(barScale), theme.Px(barLabel)
	foot, room := size.Height-label, size.Height-2*label
	for i := range l.lines {
		y := foot - room*float32(i*l.step)/float32(l.most)
		rule, number := objs[2*i], objs[2*i+1]
		rule.Move(fyne.NewPos(scale, y))
		rule.Resize(fyne.NewSize(max(size.Width-scale, 0), 1))
		number.Move(fyne.NewPos(0, y-label/2))
		number.Resize(fyne.NewSize(scale-theme.Px(8), label))
	}
	bars := objs[2*l.lines:]
	if len(bars) == 0 {
		return
	}
	slot := (size.Width - scale) / float32(len(bars))
	for i, o := range bars {
		o.Move(fyne.NewPos(scale+float32(i)*slot, 0))
		o.Resize(fyne.NewSize(slot, size.Height))
	}
}

// MinSize implements fyne.Layout.
func (l *barChart) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(barScale)+float32(len(objs)-2*l.lines)*theme.Px(barLabel), theme.Px(l.height))
}

// newBar is one column that can be pressed.
func newBar(b ChartBar, most int) *Press {
	l := &barColumn{most: most}
	objs := []fyne.CanvasObject{NewLabel(itoa(b.total()), theme.RemarkBold, theme.ColorText).Centred(),
		NewLabel(b.Name, theme.Remark, theme.ColorText2).Centred()}
	for _, p := range b.Parts {
		if p.N > 0 {
			l.parts = append(l.parts, p.N)
			objs = append(objs, NewFill(p.Color), NewLabel(itoa(p.N), theme.Remark, theme.ColorGlyph).Centred())
		}
	}
	body := &fyne.Container{Layout: l, Objects: objs}
	return NewPress(b.Says, Look{theme.ColorNone, theme.ColorNone, theme.ColorNone, theme.RadiusChip, true}, body, b.OnPress)
}

// barColumn places number, name and parts of one column.
type barColumn struct {
	most  int
	parts []int
}

// Layout implements fyne.Layout.
func (l *barColumn) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	label := theme.Px(barLabel)
	foot, room := size.Height-label, size.Height-2*label
	wide := min(theme.Px(barWide), size.Width*0.6)
	x, y := (size.Width-wide)/2, foot
	for i, n := range l.parts {
		h := room * float32(n) / float32(l.most)
		y -= h
		fill, number := objs[2+2*i], objs[3+2*i]
		fill.Move(fyne.NewPos(x, y))
		fill.Resize(fyne.NewSize(wide, max(h-1, 1))) // a gap of one parts the pieces without colour
		number.Move(fyne.NewPos(x, y))
		number.Resize(fyne.NewSize(wide, h))
		number.Show()
		if h < theme.Px(barText) || number.MinSize().Width > wide {
			number.Hide()
		}
	}
	total, name := objs[0], objs[1]
	total.Move(fyne.NewPos(0, y-label))
	total.Resize(fyne.NewSize(size.Width, label))
	name.Move(fyne.NewPos(0, foot))
	name.Resize(fyne.NewSize(size.Width, label))
}

// MinSize implements fyne.Layout.
func (l *barColumn) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(barLabel), 3*theme.Px(barLabel))
}

// NewHBar is a line with a bar: name, bar, number; a press opens what is behind the number (横条).
func NewHBar(name string, n, most int, color fyne.ThemeColorName, onPress func()) *Press {
	bar := &fyne.Container{Layout: hBar{n, max(most, 1)}, Objects: []fyne.CanvasObject{NewBorder(color, theme.ColorNone, 2),
		NewLabel(itoa(n), theme.SecondBold, theme.ColorText)}}
	row := High(21, Row(6, Wide(92, NewElastic(name, theme.Second, theme.ColorText)), Grow(bar)))
	return NewPress(name+" "+itoa(n), Look{theme.ColorNone, theme.ColorHover, theme.ColorNone, theme.RadiusChip, false}, row, onPress)
}

// hBar places a bar, as long as its share, and the number behind it.
type hBar struct{ n, most int }

// Layout implements fyne.Layout.
func (l hBar) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	number := objs[1].MinSize()
	room := max(size.Width-number.Width-theme.Px(8), 0)
	long := room * float32(l.n) / float32(l.most)
	if l.n > 0 {
		long = max(long, theme.Px(3)) // one of many is still seen
	}
	high := theme.Px(12)
	objs[0].Move(fyne.NewPos(0, (size.Height-high)/2))
	objs[0].Resize(fyne.NewSize(long, high))
	objs[1].Move(fyne.NewPos(long+theme.Px(7), (size.Height-number.Height)/2))
	objs[1].Resize(number)
}

// MinSize implements fyne.Layout.
func (hBar) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objs[1].MinSize().Width+theme.Px(30), objs[1].MinSize().Height)
}
