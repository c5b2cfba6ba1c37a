package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// RowPress is a row in a list that can be chosen; the current one has a soft ground and a bar at its left.
type RowPress struct {
	Press
	bar     *Fill
	current bool
	// OnMove asks for the row before (-1) or after (+1) this one.
	OnMove func(dir int)
}

// NewRow makes a row of content that can be chosen.
func NewRow(name string, content fyne.CanvasObject, current bool, onPress func()) *RowPress {
	r := &RowPress{bar: NewFill(theme.ColorNone)}
	body := Stack(content, &fyne.Container{Layout: barLayout{}, Objects: []fyne.CanvasObject{r.bar}})
	r.init(r, name, rowLook(current), body, onPress)
	r.OnKey = r.key
	r.SetCurrent(current)
	return r
}

func rowLook(current bool) Look {
	if current {
		return Look{theme.ColorPrimarySoft, theme.ColorPrimarySoft, theme.ColorNone, 0, true}
	}
	return Look{theme.ColorNone, theme.ColorHover, theme.ColorNone, 0, true}
}

// SetCurrent marks the row as the current one or not.
func (r *RowPress) SetCurrent(on bool) {
	r.current = on
	color := theme.ColorNone
	if on {
		color = theme.ColorPrimary
	}
	r.bar.Set(color, theme.ColorNone)
	r.SetLook(rowLook(on))
}

// Current tells whether the row is the current one.
func (r *RowPress) Current() bool { return r.current }

func (r *RowPress) key(e *fyne.KeyEvent) bool {
	if r.OnMove == nil {
		return false
	}
	switch e.Name {
	case fyne.KeyUp:
		r.OnMove(-1)
	case fyne.KeyDown:
		r.OnMove(1)
	default:
		return false
	}
	return true
}

// barLayout puts a bar of four design pixels at the left edge.
type barLayout struct{}

// Layout implements fyne.Layout.
func (barLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objs {
		o.Resize(fyne.NewSize(theme.Px(4), size.Height))
	}
}

// MinSize implements fyne.Layout.
func (barLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// High gives its object a fixed height in design pixels.
func High(px float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &buttonPad{height: px}, Objects: []fyne.CanvasObject{o}}
}

// NewSectionHead is the head of a part of a card: title at the left, remark at the right.
func NewSectionHead(title, remark string) *fyne.Container {
	row := Row(8, Fit(NewLabel(title, theme.Heading, theme.ColorText)), Space(),
		Fit(NewElastic(remark, theme.Second, theme.ColorText3)))
	return Stack(NewFill(theme.ColorSurface2), High(theme.HeightSmall, Pad(12, 0, row)))
}

// NewFact is a weak word with what it stands for: 承接 县农业农村局.
func NewFact(label, value string) *fyne.Container {
	return Row(4, Fit(NewLabel(label, theme.Second, theme.ColorText3)), Fit(NewElastic(value, theme.Second, theme.ColorText)))
}
