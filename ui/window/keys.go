package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yidanqing/ui/theme"
)

// What a page may do on a key. A page that lacks one simply does not answer to it.
type (
	confirmer  interface{ Confirm() }
	generator  interface{ Generate() }
	registrar  interface{ Register() }
	printer    interface{ Print() }
	exporter   interface{ ExportTable() }
	wordSaver  interface{ SaveWord() }
	batcher    interface{ BatchPapers() }
	collector  interface{ CollectEscalation() }
	finder     interface{ Find() }
	rechecker  interface{ Recheck() }
	corrector  interface{ EditField() }
	overrider  interface{ Override() }
	talker     interface{ Talk() }
	undoer     interface{ Undo() }
	copier     interface{ CopyWords() string }
	backer     interface{ Back() bool }
	leaver     interface{ Leave(on func()) bool }
	paneCycler interface{ NextPane() }
	stepper    interface {
		Next()
		Previous()
	}
)

// command does something on the current page, unless a dialog is in front.
func command[T any](w *Window, do func(T)) func() {
	return func() {
		if w.frame.Dialogs.Open() {
			return
		}
		if p, ok := w.front().(T); ok {
			do(p)
		}
	}
}

func (w *Window) confirm() {
	if w.frame.Dialogs.Open() {
		w.frame.Dialogs.Confirm()
		return
	}
	if c, ok := w.front().(confirmer); ok {
		c.Confirm()
	}
}

// paste takes in the clipboard: anywhere on 收件, and on no other page.
func (w *Window) paste() {
	if w.started && !w.frame.Dialogs.Open() && w.current == place(w.inbox) {
		w.inbox.get().Paste()
	}
}

// escape closes what is in front: dialog, record, page.
func (w *Window) escape() {
	if w.frame.Dialogs.Open() {
		w.frame.Dialogs.Cancel()
		return
	}
	if b, ok := w.front().(backer); ok {
		b.Back()
	}
}

// zoom changes the text size by one step.
func (w *Window) zoom(dir int) func() {
	return func() {
		if next := theme.NextScale(w.look.Percent(), dir); next != w.look.Percent() {
			w.setLook(w.look.Mode(), next)
		}
	}
}

// guarded does something only after the first run and without a dialog in front.
func (w *Window) guarded(do func()) func() {
	return func() {
		if w.started && !w.frame.Dialogs.Open() {
			do()
		}
	}
}

// typed gets the keys that no widget used: Esc, F1, F2, F5, F6.
func (w *Window) typed(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		w.escape()
	case fyne.KeyF1:
		w.guarded(w.openHelp)()
	case fyne.KeyF2:
		command(w, corrector.EditField)()
	case fyne.KeyF5:
		command(w, rechecker.Recheck)()
	case fyne.KeyF6:
		command(w, paneCycler.NextPane)()
	}
}

// addKeys adds the keys that cannot be menu items because they belong to every text field, and second ways to press
// the others.
func (w *Window) addKeys() {
	c := w.win.Canvas()
	c.SetOnTypedKey(w.typed)
	c.SetOnTypedRune(func(rune) {})
	ctrl := fyne.KeyModifierShortcutDefault
	w.shortcuts = []shortcut{
		{&fyne.ShortcutPaste{}, w.paste},
		{&fyne.ShortcutCopy{}, command(w, func(p copier) { w.frame.Copy(p.CopyWords(), "已复制") })},
		{&fyne.ShortcutUndo{}, command(w, undoer.Undo)},
		{&desktop.CustomShortcut{KeyName: fyne.KeyEnter, Modifier: ctrl}, w.confirm},
		{&desktop.CustomShortcut{KeyName: fyne.KeyPlus, Modifier: ctrl}, w.zoom(1)},
		{&desktop.CustomShortcut{KeyName: fyne.KeyEqual, Modifier: ctrl | fyne.KeyModifierShift}, w.zoom(1)},
	}
	for _, s := range w.shortcuts {
		c.AddShortcut(s.keys, func(fyne.Shortcut) { s.do() })
	}
}

// shortcut is a key that is not a menu item.
type shortcut struct {
	keys fyne.Shortcut
	do   func()
}
