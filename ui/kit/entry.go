package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// Entry is a field to type into. Tab leaves it, Enter never submits, and keys that belong to the window reach it.
type Entry struct {
	widget.Entry
	looked
	// OnLeave is told the text when the keyboard leaves the field.
	OnLeave func(string)
	height  float32
	focused bool
	// of a search: the icon before the words, the key that leads here, the words while it is empty, and whether there is
	// no room for them
	sign, key, hint string
	tight           bool
	keyAt           *Holder
}

// NewEntry is a field of one line.
func NewEntry(text, placeholder string) *Entry {
	e := &Entry{height: theme.HeightPlain}
	e.ExtendBaseWidget(e)
	e.Text, e.PlaceHolder = text, placeholder
	return e
}

// NewLongEntry is a field of several lines. It is for short texts: a keystroke costs more the longer the text is.
func NewLongEntry(text, placeholder string) *Entry {
	e := &Entry{}
	e.ExtendBaseWidget(e)
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.Text, e.PlaceHolder = text, placeholder
	return e
}

// MinSize implements fyne.Widget.
func (e *Entry) MinSize() fyne.Size {
	if e.stale() {
		e.putSign()
		e.Refresh()
	}
	size := e.Entry.MinSize()
	if e.height > 0 {
		size.Height = max(size.Height, theme.Px(e.height))
	}
	return fyne.NewSize(theme.Px(60), size.Height)
}

// AcceptsTab implements fyne.Tabbable: Tab always goes on to the next field.
func (e *Entry) AcceptsTab() bool { return false }

// FocusGained implements fyne.Focusable.
func (e *Entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	Reveal(e)
}

// TypedKey implements fyne.Focusable.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF5, fyne.KeyF6:
		passKey(e, k)
		return
	}
	e.Entry.TypedKey(k)
}

// FocusLost implements fyne.Focusable.
func (e *Entry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	if e.OnLeave != nil {
		e.OnLeave(e.Text)
	}
}

// HasFocus tells whether the keyboard is here.
func (e *Entry) HasFocus() bool { return e.focused }

// Focus moves the keyboard here.
func (e *Entry) Focus() {
	if c := canvasOf(e); c != nil {
		c.Focus(e)
	}
}

// Quiet puts text in the field without telling OnChanged.
func (e *Entry) Quiet(text string) {
	told := e.OnChanged
	e.OnChanged = nil
	e.SetText(text)
	e.OnChanged = told
}
