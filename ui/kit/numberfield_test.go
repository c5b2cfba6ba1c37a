package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestANumberStaysWithinItsBounds types and steps beyond both ends.
func TestANumberStaysWithinItsBounds(t *testing.T) {
	useTheme(t, 100)
	var told []int
	f := NewNumberField(5, 1, 30, "天", func(n int) { told = append(told, n) })
	w := test.NewTempWindow(t, f)
	w.Resize(fyne.NewSize(300, 60))
	f.Focus()
	key := func(n fyne.KeyName) { f.entry.TypedKey(&fyne.KeyEvent{Name: n}) }
	key(fyne.KeyUp)
	key(fyne.KeyDown)
	key(fyne.KeyDown)
	if f.Value() != 4 {
		t.Errorf("stepped to %d", f.Value())
	}
	f.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	for _, r := range "a０一" { // only the digit stays: 40 is more than there may be
		f.entry.TypedRune(r)
	}
	if f.entry.Text != "40" || f.Value() != 4 {
		t.Errorf("typed %q, value %d", f.entry.Text, f.Value())
	}
	w.Canvas().Unfocus()
	if f.entry.Text != "4" {
		t.Errorf("left with %q in the field", f.entry.Text)
	}
	f.SetValue(99)
	if f.Value() != 30 || !f.more.Off() || f.fewer.Off() {
		t.Errorf("at the end: %d, %v %v", f.Value(), f.fewer.Off(), f.more.Off())
	}
	before := len(told)
	f.more.OnPress()
	f.Step(1)
	if len(told) != before {
		t.Errorf("told of nothing: %v", told)
	}
}
