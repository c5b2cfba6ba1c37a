package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// Icon is one of the window's icons in a colour of the theme.
type Icon struct {
	widget.BaseWidget
	looked
	name  string
	color fyne.ThemeColorName
	size  float32
	image *canvas.Image
}

// NewIcon draws the named icon size design pixels wide and high.
func NewIcon(name string, size float32, color fyne.ThemeColorName) *Icon {
	i := &Icon{name: name, color: color, size: size, image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	i.ExtendBaseWidget(i)
	i.stale()
	i.paint()
	return i
}

// Set changes icon and colour.
func (i *Icon) Set(name string, color fyne.ThemeColorName) {
	if i.name == name && i.color == color {
		return
	}
	i.name, i.color = name, color
	i.Refresh()
}

// MinSize implements fyne.Widget.
func (i *Icon) MinSize() fyne.Size {
	if i.stale() {
		i.Refresh()
	}
	return fyne.NewSquareSize(theme.Px(i.size))
}

// Refresh implements fyne.Widget.
func (i *Icon) Refresh() {
	i.stale()
	i.paint()
	i.image.Refresh()
	i.BaseWidget.Refresh()
}

// paint draws the icon for the pixels that it has on the screen.
func (i *Icon) paint() {
	pixels := theme.Px(i.size)
	if c := canvasOf(i); c != nil {
		pixels *= c.Scale()
	}
	i.image.Resource = theme.Icon(i.name, i.color, pixels)
}

// CreateRenderer implements fyne.Widget.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(i.image) }
