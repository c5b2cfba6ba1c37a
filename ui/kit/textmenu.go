package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// textMenu opens the menu of the other mouse button at a point: what can be done there, and copying the words that stand
// there; whole is copied as the row (整行), empty: there is none. Nothing opens where there is nothing to offer.
func textMenu(c fyne.Canvas, at fyne.Position, whole string, items ...*fyne.MenuItem) {
	if c == nil {
		return
	}
	copies := func(name, text string) {
		items = append(items, fyne.NewMenuItem(name, func() { fyne.CurrentApp().Clipboard().SetContent(text) }))
	}
	text := wordsUnder(c, at).text
	if len(items) > 0 && (text != "" || whole != "") {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	if text != "" {
		copies("复制“"+brief(text)+"”", text)
	}
	if whole != "" && whole != text {
		copies("复制整行", whole)
	}
	if len(items) > 0 {
		hoverAway(c.Content())
		showMenuAt(c, at, items)
	}
}

// brief is the beginning of a text, for a menu.
func brief(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > 12 {
		return string(r[:12]) + "…"
	}
	return string(r)
}

// showMenuAt opens a menu at a point, moved so that it lies within the window.
func showMenuAt(c fyne.Canvas, at fyne.Position, items []*fyne.MenuItem) {
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), c)
	size, room := menu.MinSize(), c.Size()
	menu.ShowAtPosition(fyne.NewPos(max(min(at.X, room.Width-size.Width), 0), max(min(at.Y, room.Height-size.Height), 0)))
}
