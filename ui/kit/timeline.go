package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// NewTimelineStep is one step of a time line (经过): a round icon, a line down to the next step, and words. A step still
// to come has an open circle.
func NewTimelineStep(icon string, pending, last bool, words fyne.CanvasObject) *fyne.Container {
	ground, stroke, color := theme.ColorPrimarySoft, theme.ColorNone, theme.ColorPrimary
	if pending {
		ground, stroke, color = theme.ColorNone, theme.ColorText3, theme.ColorText3
	}
	round := NewBorder(ground, stroke, 12)
	line := NewFill(theme.ColorLine)
	if last {
		line.Hide()
	}
	return &fyne.Container{Layout: stepLayout{}, Objects: []fyne.CanvasObject{line, round, NewIcon(icon, 14, color), words}}
}

// stepLayout puts line, circle and icon into a column of 34 design pixels left of the words.
type stepLayout struct{}

const stepSide = 34

// Layout implements fyne.Layout.
func (stepLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	d, icon := theme.Px(24), theme.Px(14)
	objs[0].Move(fyne.NewPos(d/2-1, d))
	objs[0].Resize(fyne.NewSize(2, max(size.Height-d, 0)))
	objs[1].Move(fyne.NewPos(0, 0))
	objs[1].Resize(fyne.NewSquareSize(d))
	objs[2].Move(fyne.NewPos((d-icon)/2, (d-icon)/2))
	objs[2].Resize(fyne.NewSquareSize(icon))
	objs[3].Move(fyne.NewPos(theme.Px(stepSide), 0))
	objs[3].Resize(fyne.NewSize(max(size.Width-theme.Px(stepSide), 0), size.Height))
}

// HeightFor implements heightLayout.
func (stepLayout) HeightFor(objs []fyne.CanvasObject, width float32) float32 {
	return max(HeightFor(objs[3], max(width-theme.Px(stepSide), 0)), theme.Px(30))
}

// MinSize implements fyne.Layout.
func (l stepLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	w := objs[3].MinSize().Width + theme.Px(stepSide)
	return fyne.NewSize(w, l.HeightFor(objs, theme.Px(340)))
}
