package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// NewGauge is a bar across the room: its share of full, with a line at the mark (提醒线). Shares are 0 to 1; a mark of 0 is
// not drawn. The number must stand beside it: a bar alone tells nothing.
func NewGauge(share, mark float32, color fyne.ThemeColorName) *fyne.Container {
	c := &fyne.Container{Layout: &gauge{min(max(share, 0), 1), min(max(mark, 0), 1)}}
	c.Objects = []fyne.CanvasObject{NewBorder(theme.ColorSurface2, theme.ColorNone, theme.RadiusBadge), NewBorder(color, theme.ColorNone, theme.RadiusBadge),
		NewFill(theme.ColorText)}
	return c
}

type gauge struct{ share, mark float32 }

// Layout implements fyne.Layout.
func (b *gauge) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	high := theme.Px(14)
	top := (size.Height - high) / 2
	objs[0].Move(fyne.NewPos(0, top))
	objs[0].Resize(fyne.NewSize(size.Width, high))
	objs[1].Move(fyne.NewPos(0, top))
	objs[1].Resize(fyne.NewSize(size.Width*b.share, high))
	if b.mark == 0 {
		objs[2].Hide()
		return
	}
	objs[2].Show()
	objs[2].Move(fyne.NewPos(min(size.Width*b.mark, size.Width-2), top-theme.Px(3)))
	objs[2].Resize(fyne.NewSize(2, high+theme.Px(6)))
}

// MinSize implements fyne.Layout.
func (b *gauge) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(60), theme.Px(22))
}
