package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// PasteField is where a notice is pasted. It is no text field: what is pasted goes to OnPaste at once, so that no long
// text is ever edited; typing goes to OnType.
type PasteField struct {
	widget.BaseWidget
	OnPaste func()
	OnType  func(r rune)
	frame   *Fill
	caret   *Fill
	body    fyne.CanvasObject
	focused bool
}

// NewPasteField frames what stands in the field; head begins behind the caret.
func NewPasteField(head, rest fyne.CanvasObject) *PasteField {
	f := &PasteField{frame: NewBorder(theme.ColorSurface, theme.ColorBorder, theme.RadiusCard), caret: NewFill(theme.ColorNone)}
	f.frame.Width = 2
	f.caret.Min = fyne.NewSize(2, 24)
	f.body = Pad(18, 14, Column(4, Fit(Row(4, Fit(f.caret), Grow(head))), Grow(rest)))
	f.ExtendBaseWidget(f)
	return f
}

// Focus moves the keyboard here.
func (f *PasteField) Focus() {
	if c := canvasOf(f); c != nil {
		c.Focus(f)
	}
}

// FocusGained implements fyne.Focusable.
func (f *PasteField) FocusGained() {
	f.focused = true
	f.frame.Set(theme.ColorSurface, theme.ColorPrimary)
	f.caret.Set(theme.ColorPrimary, theme.ColorNone)
}

// FocusLost implements fyne.Focusable.
func (f *PasteField) FocusLost() {
	f.focused = false
	f.frame.Set(theme.ColorSurface, theme.ColorBorder)
	f.caret.Set(theme.ColorNone, theme.ColorNone)
}

// TypedRune implements fyne.Focusable.
func (f *PasteField) TypedRune(r rune) {
	if f.OnType != nil {
		f.OnType(r)
	}
}

// TypedKey implements fyne.Focusable.
func (f *PasteField) TypedKey(e *fyne.KeyEvent) { passKey(f, e) }

// TypedShortcut implements fyne.Shortcutable.
func (f *PasteField) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutPaste); ok {
		if f.OnPaste != nil {
			f.OnPaste()
		}
		return
	}
	if c, ok := canvasOf(f).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// Tapped implements fyne.Tappable.
func (f *PasteField) Tapped(*fyne.PointEvent) { f.Focus() }

// Cursor implements desktop.Cursorable.
func (f *PasteField) Cursor() desktop.Cursor { return desktop.TextCursor }

// MinSize implements fyne.Widget.
func (f *PasteField) MinSize() fyne.Size {
	freshen(f.frame)
	return f.body.MinSize()
}

// HeightFor implements heightWidget.
func (f *PasteField) HeightFor(width float32) float32 {
	freshen(f.frame)
	return HeightFor(f.body, width)
}

// Children implements Parent.
func (f *PasteField) Children() []fyne.CanvasObject { return []fyne.CanvasObject{f.body} }

// CreateRenderer implements fyne.Widget.
func (f *PasteField) CreateRenderer() fyne.WidgetRenderer {
	return newPlaced(f, func() {
		f.frame.Resize(f.Size())
		f.body.Resize(f.Size())
	}, f.frame, f.body)
}
