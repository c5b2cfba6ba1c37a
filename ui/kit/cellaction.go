package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yidanqing/ui/theme"
)

// CellAction is the next step of a row, as a word to press in one of its cells (行内操作). It is for the mouse and no stop of the
// keyboard, which does the same beside the table or in the menu of the row: else Tab would go through every row.
type CellAction struct {
	Composite
	Name  string
	press func()
}

// NewCellAction makes one; its height is that of the row.
func NewCellAction(name string, press func()) *CellAction {
	c := &CellAction{Name: name, press: press}
	c.ExtendBaseWidget(c)
	word := Pad(6, 0, NewLabel(name, theme.Second, theme.ColorPrimary))
	frame := Column(0, Space(), Fit(High(26, Stack(NewBorder(theme.ColorSurface, theme.ColorPrimary, theme.RadiusChip), word))), Space())
	c.put(High(theme.HeightRow, frame))
	return c
}

// Tapped implements fyne.Tappable.
func (c *CellAction) Tapped(*fyne.PointEvent) { c.press() }

// Cursor implements desktop.Cursorable.
func (c *CellAction) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (c *CellAction) CreateRenderer() fyne.WidgetRenderer { return c.rendererFor(c) }
