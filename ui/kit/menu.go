package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// showMenu opens a menu below its anchor, or above it where the window ends.
func showMenu(c fyne.Canvas, anchor fyne.CanvasObject, items []*fyne.MenuItem) {
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(anchor)
	size := menu.MinSize()
	pos := at.AddXY(0, anchor.Size().Height)
	if pos.Y+size.Height > c.Size().Height {
		pos.Y = max(at.Y-size.Height, 0)
	}
	if pos.X+size.Width > c.Size().Width {
		pos.X = max(c.Size().Width-size.Width, 0)
	}
	menu.ShowAtPosition(pos)
}
