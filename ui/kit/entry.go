package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// Entry is a field to type into. Tab leaves it, Enter never submits, and keys that belong to the window reach it.
type Entry struct {
	widget.Entry
	height float32
	wide   float32
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
	size := e.Entry.MinSize()
	if e.height > 0 {
		size.Height = theme.Px(e.height)
	}
	return fyne.NewSize(theme.Px(60), size.Height)
}

// AcceptsTab implements fyne.Tabbable: Tab always goes on to the next field.
func (e *Entry) AcceptsTab() bool { return false }

// FocusGained implements fyne.Focusable.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	reveal(e)
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
