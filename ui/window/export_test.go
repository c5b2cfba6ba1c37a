package window

import (
	"fyne.io/fyne/v2"

	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
)

// Shortcut does what the window does on a shortcut that no focused field takes; the test driver has no way to send one.
func (w *Window) Shortcut(s fyne.Shortcut) {
	for _, own := range w.shortcuts {
		if own.keys.ShortcutName() == s.ShortcutName() {
			own.do()
		}
	}
}

// Frame gives tests the dialogs and toasts.
func (w *Window) Frame() *kit.Frame { return w.frame }

// LoadMovedForTest asks anew whether the ledger was moved away, as the start does.
func (w *Window) LoadMovedForTest() { w.loadMoved() }

// SettingsChangedForTest takes over settings of the office, as the page 设置 does.
func (w *Window) SettingsChangedForTest(s ledger.Settings) { w.settingsChanged(s) }
