package kit

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// NumberField is a whole number within bounds (数字), typed or stepped: by its two buttons, or by Up and Down while the
// keyboard is in it. What is no number, or lies outside the bounds, is put right when the field is left.
type NumberField struct {
	Composite
	OnChange    func(int)
	value       int
	least, most int
	entry       *numberEntry
	fewer, more *Button
}

// NewNumberField holds value, from least to most; unit stands behind it and may be empty.
func NewNumberField(value, least, most int, unit string, onChange func(int)) *NumberField {
	f := &NumberField{OnChange: onChange, least: least, most: most}
	f.entry = &numberEntry{step: f.Step}
	f.entry.height = theme.HeightPlain
	f.entry.ExtendBaseWidget(f.entry)
	f.entry.OnChanged = f.typed
	f.entry.OnLeave = func(string) { f.entry.Quiet(itoa(f.value)) }
	f.fewer = NewButton(ButtonSpec{Icon: theme.IconMinus, OnPress: func() { f.Step(-1) }})
	f.more = NewButton(ButtonSpec{Icon: theme.IconPlus, OnPress: func() { f.Step(1) }})
	f.fewer.Name, f.more.Name = "减一", "加一"
	f.fewer.Hint, f.more.Hint = "减一（向下键）", "加一（向上键）"
	parts := []Slot{Wide(36, f.fewer), Wide(64, f.entry), Wide(36, f.more)}
	if unit != "" {
		parts = append(parts, Fit(NewLabel(unit, theme.Body, theme.ColorText2)))
	}
	f.ExtendBaseWidget(f)
	f.put(Row(6, append(parts, Space())...))
	f.SetValue(value)
	return f
}

// Value is the number, always within the bounds.
func (f *NumberField) Value() int { return f.value }

// SetValue puts a number in the field without telling OnChange.
func (f *NumberField) SetValue(n int) {
	f.value = min(max(n, f.least), f.most)
	f.entry.Quiet(itoa(f.value))
	f.mark()
}

// SetOff makes the field unchangeable or changeable again.
func (f *NumberField) SetOff(off bool) {
	if off {
		f.entry.Disable()
	} else {
		f.entry.Enable()
	}
	f.mark()
}

// mark switches off the button that leads nowhere.
func (f *NumberField) mark() {
	f.fewer.SetOff(f.entry.Disabled() || f.value <= f.least)
	f.more.SetOff(f.entry.Disabled() || f.value >= f.most)
}

// Step changes the number as its buttons do.
func (f *NumberField) Step(by int) {
	next := min(max(f.value+by, f.least), f.most)
	if next == f.value || f.entry.Disabled() {
		return
	}
	f.SetValue(next)
	f.tell()
}

func (f *NumberField) typed(s string) {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < f.least || n > f.most || n == f.value {
		return
	}
	f.value = n
	f.mark()
	f.tell()
}

func (f *NumberField) tell() {
	if f.OnChange != nil {
		f.OnChange(f.value)
	}
}

// Focus moves the keyboard here.
func (f *NumberField) Focus() {
	if c := canvasOf(f); c != nil {
		c.Focus(f.entry)
	}
}

// FocusGained shows the field as with the keyboard (the gallery); the toolkit asks its entry.
func (f *NumberField) FocusGained() { f.entry.FocusGained() }

// HasFocus tells whether the keyboard is here.
func (f *NumberField) HasFocus() bool { return f.entry.HasFocus() }

// CreateRenderer implements fyne.Widget.
func (f *NumberField) CreateRenderer() fyne.WidgetRenderer { return f.rendererFor(f) }

// numberEntry takes digits only.
type numberEntry struct {
	Entry
	step func(by int)
}

// FocusGained implements fyne.Focusable.
func (e *numberEntry) FocusGained() {
	e.Entry.FocusGained()
	Reveal(e)
}

// TypedRune implements fyne.Focusable.
func (e *numberEntry) TypedRune(r rune) {
	if r >= '０' && r <= '９' { // a full-width digit of an input method
		r += '0' - '０'
	}
	if r >= '0' && r <= '9' {
		e.Entry.TypedRune(r)
	}
}

// TypedKey implements fyne.Focusable.
func (e *numberEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyUp:
		e.step(1)
	case fyne.KeyDown:
		e.step(-1)
	default:
		e.Entry.TypedKey(k)
	}
}
