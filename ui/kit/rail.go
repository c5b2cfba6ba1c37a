package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// RailSpec is one item of the rail at the left. Key is shown behind the word where there is room.
type RailSpec struct {
	Text, Icon, Key string
	Count           int // of what is to be done; 0: no badge
	OnPress         func()
}

// NewRailItem is an item of the rail: the current one has a bar, a soft ground and bold words. Tall ones carry the icon
// over the word.
func NewRailItem(s RailSpec, current, tall bool) *Press {
	role, color, ground := theme.Large, theme.ColorText2, theme.ColorNone
	bar := NewBorder(theme.ColorNone, theme.ColorNone, 2)
	if current {
		role, color, ground = theme.Heading, theme.ColorPrimary, theme.ColorPrimarySoft
		bar.Set(theme.ColorPrimary, theme.ColorNone)
	}
	icon := NewIcon(s.Icon, 20, color)
	var body fyne.CanvasObject
	if tall {
		label := NewElastic(s.Text, role, color)
		label.Centred()
		top := []Slot{Space(), Fit(icon), Space()}
		if s.Count > 0 {
			top = []Slot{Space(), Fit(icon), Fit(NewCountBadge(s.Count)), Space()}
		}
		body = High(60, Column(1, Space(), Fit(Row(2, top...)), Fit(label), Space()))
	} else {
		slots := []Slot{Fit(icon), Grow(NewElastic(s.Text, role, color))}
		if s.Count > 0 {
			slots = append(slots, Fit(NewCountBadge(s.Count)))
		}
		if s.Key != "" {
			slots = append(slots, Fit(NewKeycap(s.Key, theme.ColorText3)))
		}
		body = High(44, PadEach(0, 10, 0, 12, Row(10, slots...)))
	}
	side := &fyne.Container{Layout: railBar{}, Objects: []fyne.CanvasObject{bar}}
	return NewPress(s.Text, Look{ground, theme.ColorHover, theme.ColorNone, theme.RadiusCard, true}, Stack(body, side), s.OnPress)
}

// railBar puts the bar of the current item at its left, a little shorter than the item.
type railBar struct{}

// Layout implements fyne.Layout.
func (railBar) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objs {
		o.Move(fyne.NewPos(0, theme.Px(9)))
		o.Resize(fyne.NewSize(theme.Px(4), max(size.Height-theme.Px(18), 0)))
	}
}

// MinSize implements fyne.Layout.
func (railBar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
