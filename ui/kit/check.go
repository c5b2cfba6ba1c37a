package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// Check is a box with words that is on or off (CheckLine).
type Check struct {
	Press
	OnChange func(on bool)
	on       bool
	box      *Fill
	tick     *Icon
}

// NewCheck makes a check box; remark stands behind the words in a weaker colour and may be empty.
func NewCheck(text, remark string, on bool, onChange func(bool)) *Check {
	c := &Check{OnChange: onChange, on: on, box: NewBorder(theme.ColorSurface, theme.ColorBorder, theme.RadiusBadge),
		tick: NewIcon(theme.IconCheck, 14, theme.ColorOnPrimary)}
	c.box.Min = fyne.NewSquareSize(18)
	c.box.Width = 2
	parts := []Slot{Fit(Stack(c.box, Pad(2, 2, c.tick))), Fit(NewLabel(text, theme.Body, theme.ColorText))}
	if remark != "" {
		parts = append(parts, Grow(NewElastic(remark, theme.Second, theme.ColorText3)))
	}
	body := &fyne.Container{Layout: &buttonPad{height: 28}, Objects: []fyne.CanvasObject{Row(8, parts...)}}
	c.init(c, text, Look{theme.ColorNone, theme.ColorHover, theme.ColorNone, theme.RadiusChip, false}, body, c.toggle)
	c.paint()
	return c
}

// On tells whether it is ticked.
func (c *Check) On() bool { return c.on }

// SetOn ticks or clears it without telling OnChange.
func (c *Check) SetOn(on bool) { c.on = on; c.paint() }

func (c *Check) toggle() {
	c.on = !c.on
	c.paint()
	if c.OnChange != nil {
		c.OnChange(c.on)
	}
}

func (c *Check) paint() {
	if c.on {
		c.box.Set(theme.ColorPrimary, theme.ColorPrimary)
		c.tick.Show()
		return
	}
	c.box.Set(theme.ColorSurface, theme.ColorBorder)
	c.tick.Hide()
}

// newTick is the box of a check alone, for a row of a table that is pressed as a whole.
func newTick(on bool) fyne.CanvasObject {
	box := NewBorder(theme.ColorSurface, theme.ColorBorder, theme.RadiusBadge)
	box.Min, box.Width = fyne.NewSquareSize(18), 2
	if !on {
		return box
	}
	box.Set(theme.ColorPrimary, theme.ColorPrimary)
	return Stack(box, Pad(2, 2, NewIcon(theme.IconCheck, 14, theme.ColorOnPrimary)))
}
