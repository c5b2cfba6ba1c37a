package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// Share lays two objects side by side, the first with the given share of the width.
func Share(gap, share float32, a, b fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: shareLayout{gap, share}, Objects: []fyne.CanvasObject{a, b}}
}

type shareLayout struct{ gap, share float32 }

// Layout implements fyne.Layout.
func (l shareLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	room := size.Width - theme.Px(l.gap)
	first := room * l.share
	objs[0].Move(fyne.Position{})
	objs[0].Resize(fyne.NewSize(first, size.Height))
	objs[1].Move(fyne.NewPos(first+theme.Px(l.gap), 0))
	objs[1].Resize(fyne.NewSize(room-first, size.Height))
}

// MinSize implements fyne.Layout.
func (l shareLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	a, b := objs[0].MinSize(), objs[1].MinSize()
	return fyne.NewSize(a.Width+b.Width+theme.Px(l.gap), max(a.Height, b.Height))
}
