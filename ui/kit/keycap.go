package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// Keycap is the name of a key in a frame (Ctrl+G).
type Keycap struct {
	widget.BaseWidget
	frame *Fill
	label *Label
	body  *fyne.Container
}

// NewKeycap frames the name of a key.
func NewKeycap(key string, color fyne.ThemeColorName) *Keycap {
	k := &Keycap{frame: NewBorder(theme.ColorNone, color, theme.RadiusBadge), label: NewLabel(key, theme.Key, color)}
	k.body = Stack(k.frame, Pad(5, 1, k.label))
	k.ExtendBaseWidget(k)
	return k
}

// SetColor changes the colour of frame and name.
func (k *Keycap) SetColor(color fyne.ThemeColorName) {
	k.label.SetColor(color)
	k.frame.Set(theme.ColorNone, color)
}

// MinSize implements fyne.Widget.
func (k *Keycap) MinSize() fyne.Size { return k.body.MinSize() }

// Children implements Parent.
func (k *Keycap) Children() []fyne.CanvasObject { return k.body.Objects }

// CreateRenderer implements fyne.Widget.
func (k *Keycap) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(k.body) }
