package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// NewRadio is a round box with words, one of a group; pick is called when it is chosen.
func NewRadio(text string, on bool, pick func()) *Press {
	stroke := theme.ColorBorder
	dot := NewBorder(theme.ColorNone, theme.ColorNone, 5)
	if on {
		stroke = theme.ColorPrimary
		dot.Set(theme.ColorPrimary, theme.ColorNone)
	}
	ring := NewBorder(theme.ColorSurface, stroke, 9)
	ring.Width = 2
	ring.Min = fyne.NewSquareSize(18)
	ring.Refresh()
	body := High(28, Row(10, Fit(Stack(ring, Pad(5, 5, dot))), Grow(NewElastic(text, theme.BodyBold, theme.ColorText))))
	return NewPress(text, Look{theme.ColorNone, theme.ColorNone, theme.ColorNone, theme.RadiusChip, false}, body, pick)
}

// NewRound is a number in a filled circle of 32 design pixels (a step of the first run).
func NewRound(text string) *fyne.Container {
	circle := NewBorder(theme.ColorPrimary, theme.ColorNone, 16)
	circle.Min = fyne.NewSquareSize(32)
	return Stack(circle, &fyne.Container{Layout: &badgeLayout{height: 32},
		Objects: []fyne.CanvasObject{NewLabel(text, theme.BodyBold, theme.ColorOnPrimary).Centred()}})
}

// NewCentre puts o in the middle, at most most design pixels wide.
func NewCentre(most float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: centre(most), Objects: []fyne.CanvasObject{o}}
}

type centre float32

func (c centre) width(room float32) float32 {
	return min(theme.Px(float32(c)), max(room-theme.Px(24), 0))
}

// Layout implements fyne.Layout.
func (c centre) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	w := c.width(size.Width)
	for _, o := range objs {
		o.Move(fyne.NewPos((size.Width-w)/2, 0))
		o.Resize(fyne.NewSize(w, HeightFor(o, w)))
	}
}

// HeightFor implements heightLayout.
func (c centre) HeightFor(objs []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for _, o := range objs {
		h = max(h, HeightFor(o, c.width(width)))
	}
	return h
}

// MinSize implements fyne.Layout.
func (c centre) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(200), c.HeightFor(objs, theme.Px(float32(c))))
}
