package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"yidanqing/ui/theme"
)

// Ground lies under everything in a window: the mouse over words that nothing else takes is told to the tips, and the other
// mouse button copies them.
type Ground struct{ Fill }

// NewGround is a ground of a colour.
func NewGround(color fyne.ThemeColorName) *Ground {
	g := &Ground{}
	g.Color, g.Stroke, g.rect = color, theme.ColorNone, canvas.NewRectangle(nil)
	g.ExtendBaseWidget(g)
	g.apply()
	return g
}

// TappedSecondary implements fyne.SecondaryTappable.
func (g *Ground) TappedSecondary(e *fyne.PointEvent) { textMenu(canvasOf(g), e.AbsolutePosition, "") }

// MouseIn implements desktop.Hoverable.
func (g *Ground) MouseIn(e *desktop.MouseEvent) { g.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (g *Ground) MouseMoved(e *desktop.MouseEvent) { hoverAt(g, e.AbsolutePosition) }

// MouseOut implements desktop.Hoverable.
func (g *Ground) MouseOut() { hoverAway(g) }
