package window_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// TestKeysStandOneUnderTheOther: names with Latin letters pushed the names of their keys out of line.
func TestKeysStandOneUnderTheOther(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	width := func(s string) float32 { return fyne.MeasureText(s, theme.Body.TextSize(), theme.Body.Style()).Width }
	for _, m := range b.win.Window().MainMenu().Items {
		at := float32(0)
		for _, i := range m.Items {
			cut := strings.LastIndexAny(i.Label, " \u3000")
			if cut < 0 || i.IsSeparator {
				continue
			}
			x := width(strings.TrimRight(i.Label, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+加减号"))
			if at == 0 {
				at = x
			}
			if d := x - at; d > 3 || d < -3 {
				t.Errorf("%s: the key of %q stands %.1f from the others", m.Label, i.Label, d)
			}
		}
	}
}

// TestTheOpenQuestionIsSeenAt200: where the room is narrow the question to whom the paper goes stood on the tab behind, and
// the button was off without a word.
func TestTheOpenQuestionIsSeenAt200(t *testing.T) {
	f := newFakeOffice()
	f.prefs["window.text_percent"] = "200"
	b := openWindow(t, f, 1366, 666)
	b.paste(doubt().text)
	b.press(fyne.KeyG)
	b.sees("提级反映呈送哪个单位？", "呈送这里")
	b.tap("呈送这里")
	if f.set.Superior != "清河县减负办" {
		t.Errorf("superior %q", f.set.Superior)
	}
}
