package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// Switch is something that is on or off at once (开关): a knob at the right or at the left of its track, filled or not, so
// that it is told without colour.
type Switch struct {
	Press
	OnChange func(on bool)
	on       bool
	track    *Fill
	knob     *Fill
	place    *switchLayout
}

// NewSwitch makes a switch; name is what a screen reader says, words stand behind it and may be empty.
func NewSwitch(name, words string, on bool, onChange func(bool)) *Switch {
	s := &Switch{OnChange: onChange, on: on, track: NewBorder(theme.ColorSurface, theme.ColorBorder, 10),
		knob: NewBorder(theme.ColorBorder, theme.ColorNone, 7), place: &switchLayout{}}
	parts := []Slot{Fit(&fyne.Container{Layout: s.place, Objects: []fyne.CanvasObject{s.track, s.knob}})}
	if words != "" {
		parts = append(parts, Fit(NewLabel(words, theme.Body, theme.ColorText)))
	}
	body := &fyne.Container{Layout: &buttonPad{height: 26}, Objects: []fyne.CanvasObject{Row(8, parts...)}}
	s.init(s, name, Look{theme.ColorNone, theme.ColorNone, theme.ColorNone, 10, false}, body, s.toggle)
	s.paint()
	return s
}

// On tells whether it is on.
func (s *Switch) On() bool { return s.on }

// SetOn switches it without telling OnChange.
func (s *Switch) SetOn(on bool) { s.on = on; s.paint() }

func (s *Switch) toggle() {
	s.on = !s.on
	s.paint()
	if s.OnChange != nil {
		s.OnChange(s.on)
	}
}

func (s *Switch) paint() {
	if s.on {
		s.track.Set(theme.ColorPrimary, theme.ColorPrimary)
		s.knob.Set(theme.ColorOnPrimary, theme.ColorNone)
	} else {
		s.track.Set(theme.ColorSurface, theme.ColorBorder)
		s.knob.Set(theme.ColorBorder, theme.ColorNone)
	}
	s.place.on = s.on
	s.place.Layout([]fyne.CanvasObject{s.track, s.knob}, s.track.Size())
}

// switchLayout puts the knob into its track.
type switchLayout struct{ on bool }

// Layout implements fyne.Layout.
func (l *switchLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	objs[0].Resize(size)
	d, in := theme.Px(14), theme.Px(3)
	x := in
	if l.on {
		x = size.Width - in - d
	}
	objs[1].Move(fyne.NewPos(x, in))
	objs[1].Resize(fyne.NewSquareSize(d))
}

// MinSize implements fyne.Layout.
func (l *switchLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(38), theme.Px(20))
}
