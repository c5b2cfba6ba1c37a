package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// Beside lays two objects side by side, each with half of the width, or one under the other where a half would be
// narrower than least design pixels.
func Beside(gap, least float32, a, b fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &beside{gap: gap, least: least}, Objects: []fyne.CanvasObject{a, b}}
}

type beside struct{ gap, least, last float32 }

func (l *beside) half(width float32) (half float32, side bool) {
	half = (width - theme.Px(l.gap)) / 2
	if half < theme.Px(l.least) {
		return width, false
	}
	return half, true
}

// Layout implements fyne.Layout.
func (l *beside) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	half, side := l.half(size.Width)
	if side {
		objs[0].Move(fyne.Position{})
		objs[0].Resize(fyne.NewSize(half, size.Height))
		objs[1].Move(fyne.NewPos(half+theme.Px(l.gap), 0))
		objs[1].Resize(fyne.NewSize(half, size.Height))
		return
	}
	first := HeightFor(objs[0], half)
	objs[0].Move(fyne.Position{})
	objs[0].Resize(fyne.NewSize(half, first))
	objs[1].Move(fyne.NewPos(0, first+theme.Px(l.gap)))
	objs[1].Resize(fyne.NewSize(half, HeightFor(objs[1], half)))
}

// HeightFor implements heightLayout.
func (l *beside) HeightFor(objs []fyne.CanvasObject, width float32) float32 {
	half, side := l.half(width)
	a, b := HeightFor(objs[0], half), HeightFor(objs[1], half)
	if side {
		return max(a, b)
	}
	return a + b + theme.Px(l.gap)
}

// MinSize implements fyne.Layout.
func (l *beside) MinSize(objs []fyne.CanvasObject) fyne.Size {
	w := max(objs[0].MinSize().Width, objs[1].MinSize().Width)
	return fyne.NewSize(w, l.HeightFor(objs, max(l.last, w)))
}
