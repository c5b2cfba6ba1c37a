package window_test

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// press does what Ctrl and a key do: the menu item that has the shortcut, as the toolkit's driver finds it.
func (b *bench) press(key fyne.KeyName) {
	b.t.Helper()
	want := (&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}).ShortcutName()
	for _, m := range b.win.Window().MainMenu().Items {
		for _, i := range m.Items {
			if i.Shortcut != nil && i.Shortcut.ShortcutName() == want {
				i.Action()
				return
			}
		}
	}
	b.t.Fatalf("no menu item has Ctrl+%s", key)
}

// key types a key without Ctrl: to the focused widget, else to the window.
func (b *bench) key(name fyne.KeyName) {
	e := &fyne.KeyEvent{Name: name}
	if f := b.canvas.Focused(); f != nil {
		f.TypedKey(e)
		return
	}
	if f := b.canvas.OnTypedKey(); f != nil {
		f(e)
	}
}

// paste puts text on the clipboard and presses Ctrl+V.
func (b *bench) paste(text string) {
	b.app.Clipboard().SetContent(text)
	b.win.Shortcut(&fyne.ShortcutPaste{Clipboard: b.app.Clipboard()})
}

// tab moves the keyboard on.
func (b *bench) tab() { test.FocusNext(b.canvas) }
