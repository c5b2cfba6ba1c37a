package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// NoticeView shows the words of a notice with the evidence marked in them (来文原文). It is read only. A press on a
// mark tells its key; Choose thickens a mark and scrolls to it. Up and Down go from mark to mark.
type NoticeView struct {
	widget.BaseWidget
	looked
	OnMark func(key string) // a mark was pressed
	OnBar  func(key string) // a demand's words were pressed

	in      NoticeText
	lines   []noticeLine
	height  float32
	laidFor float32
	scale   float32
	mark    string // key of the current mark
	bar     string // key of the current demand
	port    *viewport
	tap     *noticeTap
	ring    *Fill
	focused bool
}

const (
	noticeLeft = 22 // margin for bars and text, in design pixels
	noticeTop  = 8
)

// NewNoticeView shows a notice.
func NewNoticeView(in NoticeText) *NoticeView {
	v := &NoticeView{in: in, ring: NewBorder(theme.ColorNone, theme.ColorNone, theme.RadiusChip)}
	v.ring.Width = 2
	v.port = newViewport(func() float32 { v.layout(); return v.height + 2*theme.Px(noticeTop) }, v.draw)
	v.tap = &noticeTap{view: v}
	v.tap.ExtendBaseWidget(v.tap)
	v.ExtendBaseWidget(v)
	return v
}

// Set shows another notice.
func (v *NoticeView) Set(in NoticeText) {
	v.in, v.mark, v.bar, v.laidFor = in, "", "", 0
	v.Refresh()
	v.port.toTop()
}

// Remark exchanges the marks of the same text and keeps the place.
func (v *NoticeView) Remark(marks []Mark, bars []Bar) {
	v.in.Marks, v.in.Bars, v.laidFor = marks, bars, 0
	v.Refresh()
}

// Text is the notice as given.
func (v *NoticeView) Text() string { return v.in.Text }

// Choose makes the mark with this key the current one and scrolls to it; empty: none.
func (v *NoticeView) Choose(key string) {
	v.mark = key
	v.layout()
	for _, line := range v.lines {
		if key != "" && v.lineHas(line, key) {
			v.port.show(line.y+theme.Px(noticeTop), line.y+line.height+theme.Px(noticeTop), theme.Px(30))
			break
		}
	}
	v.port.body.update()
}

// ChooseBar makes the demand with this key the current one and scrolls to its words.
func (v *NoticeView) ChooseBar(key string) {
	v.bar = key
	v.layout()
	for _, line := range v.lines {
		if line.bar >= 0 && v.in.Bars[line.bar].Key == key {
			v.port.show(line.y+theme.Px(noticeTop), line.y+line.height+theme.Px(noticeTop), theme.Px(30))
			break
		}
	}
	v.port.body.update()
}

// Chosen is the key of the current mark.
func (v *NoticeView) Chosen() string { return v.mark }

// ChosenWords are the words of the current mark, empty if there is none.
func (v *NoticeView) ChosenWords() string {
	runes := []rune(v.in.Text)
	out := ""
	for _, m := range v.in.Marks {
		if m.Key == v.mark && v.mark != "" && m.End <= len(runes) {
			if out != "" {
				out += "……"
			}
			out += string(runes[m.Start:m.End])
		}
	}
	return out
}

func (v *NoticeView) lineHas(line noticeLine, key string) bool {
	for _, p := range line.pieces {
		for _, m := range p.marks {
			if v.in.Marks[m].Key == key {
				return true
			}
		}
	}
	return false
}

func (v *NoticeView) layout() {
	width := v.Size().Width - theme.Px(noticeLeft*2)
	if width <= 0 || (width == v.laidFor && v.scale == theme.Scale()) {
		return
	}
	v.laidFor, v.scale = width, theme.Scale()
	v.lines, v.height = layoutNotice(v.in, width)
}

// MinSize implements fyne.Widget.
func (v *NoticeView) MinSize() fyne.Size {
	if v.stale() {
		v.Refresh()
	}
	return fyne.NewSize(theme.Px(200), theme.Px(90))
}

// Focus moves the keyboard here.
func (v *NoticeView) Focus() {
	if c := canvasOf(v); c != nil {
		c.Focus(v)
	}
}

// FocusGained implements fyne.Focusable.
func (v *NoticeView) FocusGained() { v.focused = true; v.ring.Set(theme.ColorNone, theme.ColorPrimary) }

// FocusLost implements fyne.Focusable.
func (v *NoticeView) FocusLost() { v.focused = false; v.ring.Set(theme.ColorNone, theme.ColorNone) }

// TypedRune implements fyne.Focusable.
func (v *NoticeView) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (v *NoticeView) TypedKey(e *fyne.KeyEvent) {
	page := v.port.Size().Height - theme.Notice.LineHeight()
	switch e.Name {
	case fyne.KeyDown:
		v.step(1)
	case fyne.KeyUp:
		v.step(-1)
	case fyne.KeyPageDown:
		v.scrollBy(page)
	case fyne.KeyPageUp:
		v.scrollBy(-page)
	case fyne.KeyHome:
		v.port.toTop()
	case fyne.KeyEnd:
		v.scrollBy(v.height)
	default:
		passKey(v, e)
	}
}

func (v *NoticeView) scrollBy(dy float32) {
	most := max(v.height+2*theme.Px(noticeTop)-v.port.Size().Height, 0)
	v.port.scroll.ScrollToOffset(fyne.NewPos(0, min(max(v.port.scroll.Offset.Y+dy, 0), most)))
	v.port.body.update()
}

// step goes to the next or previous marked row in reading order; without marks it scrolls.
func (v *NoticeView) step(dir int) {
	keys := v.keysInOrder()
	if len(keys) == 0 {
		v.scrollBy(float32(dir) * theme.Notice.LineHeight())
		return
	}
	at := -1
	for i, k := range keys {
		if k == v.mark {
			at = i
		}
	}
	if at < 0 && dir < 0 {
		at = len(keys)
	}
	next := min(max(at+dir, 0), len(keys)-1)
	v.Choose(keys[next])
	if v.OnMark != nil {
		v.OnMark(keys[next])
	}
}

func (v *NoticeView) keysInOrder() []string {
	var out []string
	seen := map[string]bool{}
	for _, line := range v.lines {
		for _, p := range line.pieces {
			for _, m := range p.marks {
				if k := v.in.Marks[m].Key; !seen[k] && v.in.Marks[m].Kind != MarkFact {
					seen[k] = true
					out = append(out, k)
				}
			}
		}
	}
	return out
}

// CreateRenderer implements fyne.Widget.
func (v *NoticeView) CreateRenderer() fyne.WidgetRenderer {
	return newPlaced(v, v.place, v.port, v.ring)
}

// Children implements Parent.
func (v *NoticeView) Children() []fyne.CanvasObject { return []fyne.CanvasObject{v.port} }

func (v *NoticeView) place() {
	v.layout()
	v.port.Resize(v.Size())
	v.port.place()
	v.ring.Move(fyne.NewPos(2, 2))
	v.ring.Resize(v.Size().Subtract(fyne.NewSquareSize(4)))
}

// HasFocus tells whether the keyboard is here.
func (v *NoticeView) HasFocus() bool { return v.focused }
