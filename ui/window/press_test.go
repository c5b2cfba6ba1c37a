package window_test

import (
	"slices"
	"strings"

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
func (b *bench) tab() { b.canvas.FocusNext() }

// tap presses what lies in the middle of the first visible text that contains words.
func (b *bench) tap(words string) {
	b.t.Helper()
	for _, s := range b.texts() {
		v := s.at.cut(s.clip)
		if v.w > 0 && v.h > 0 && strings.Contains(s.text, words) {
			at := fyne.NewPos(v.x+v.w/2, v.y+v.h/2)
			for _, f := range b.fields { // a field takes the keyboard on the press of the mouse, which the test driver lacks
				if at.X >= f.at.x && at.X < f.at.right() && at.Y >= f.at.y && at.Y < f.at.bottom() {
					b.canvas.Focus(f.entry)
					return
				}
			}
			test.TapCanvas(b.canvas, at)
			return
		}
	}
	b.t.Fatalf("no text %q in %s", words, b.says())
}

// tapButton presses the button with exactly these words.
func (b *bench) tapButton(words string) {
	b.t.Helper()
	for _, s := range b.texts() {
		if v := s.at.cut(s.clip); s.text == words && v.w > 0 && v.h > 0 {
			test.TapCanvas(b.canvas, fyne.NewPos(v.x+v.w/2, v.y+v.h/2))
			return
		}
	}
	b.t.Fatalf("no button %q in %s", words, b.says())
}

// sees fails unless all words are on the screen.
func (b *bench) sees(words ...string) {
	b.t.Helper()
	said := b.says()
	whole := strings.ReplaceAll(said, "|", "") // words may stand in two lines
	for _, w := range words {
		if !strings.Contains(said, w) && !strings.Contains(whole, w) {
			b.t.Errorf("%q is not on the screen: %s", w, said)
		}
	}
}

// lacks fails if any of the words is on the screen.
func (b *bench) lacks(words ...string) {
	b.t.Helper()
	said := b.says()
	for _, w := range words {
		if strings.Contains(said, w) {
			b.t.Errorf("%q is on the screen: %s", w, said)
		}
	}
}

// toasts are the short messages shown now.
func (b *bench) toasts() string { return strings.Join(b.win.Frame().Toasts.Texts(), "|") }

func (b *bench) toasted(words string) {
	b.t.Helper()
	if !strings.Contains(b.toasts(), words) {
		b.t.Errorf("no message %q: %s", words, b.toasts())
	}
}

// called tells whether the use case was called.
func (b *bench) called(call string) {
	b.t.Helper()
	if !slices.Contains(b.office.calls, call) {
		b.t.Errorf("%q was not called: %v", call, b.office.calls)
	}
}

// menuItem chooses the item of the main menu that begins with words.
func (b *bench) menuItem(words string) {
	b.t.Helper()
	for _, m := range b.win.Window().MainMenu().Items {
		for _, i := range m.Items {
			if strings.HasPrefix(i.Label, words) {
				i.Action()
				return
			}
		}
	}
	b.t.Fatalf("no menu item %q", words)
}
