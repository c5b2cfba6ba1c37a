package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yidanqing/ui/theme"
)

// TestTheWheelGoesOnOverAField: the page once stood still as soon as a field was under the mouse.
func TestTheWheelGoesOnOverAField(t *testing.T) {
	useTheme(t, 100)
	field := NewEntry("", "单位全称")
	s := NewScroll(Column(0, Fit(field), Fit(High(900, NewLabel("下面", theme.Body, theme.ColorText)))))
	w := test.NewTempWindow(t, Stack(s))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 200))
	on := fyne.CurrentApp().Driver().AbsolutePositionForObject(field).AddXY(field.Size().Width/2, field.Size().Height/2)
	test.Scroll(w.Canvas(), on, 0, -60)
	if got := s.inner.Offset.Y; got <= 0 {
		t.Errorf("scrolled to %v over a field", got)
	}
}
