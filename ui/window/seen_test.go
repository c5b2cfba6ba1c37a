package window_test

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"yidanqing/ui/kit"
)

// words are the texts that an object draws.
func words(o fyne.CanvasObject) string {
	switch v := o.(type) {
	case *canvas.Text:
		return v.Text
	case *fyne.Container:
		var out []string
		for _, c := range v.Objects {
			out = append(out, words(c))
		}
		return strings.TrimSpace(strings.Join(out, " "))
	case fyne.Widget:
		return words(&fyne.Container{Objects: test.WidgetRenderer(v).Objects()})
	}
	return ""
}

// TestIconsAloneSayWhatTheyDo walks all pages: what can be pressed and shows no word has a name, and says it where the mouse
// rests.
func TestIconsAloneSayWhatTheyDo(t *testing.T) {
	f := newFakeOffice()
	b := openWindow(t, f, 1366, 666)
	alone := 0
	b.tour(f, func(page string) {
		for _, p := range b.objects() {
			v, ok := p.o.(*kit.Button)
			if !ok || words(v) != "" {
				continue
			}
			alone++
			if v.AccessibilityLabel() == "" || v.Hint == "" {
				t.Errorf("%s: a button at %v has neither words nor a name: %q, %q", page, p.at, v.AccessibilityLabel(), v.Hint)
			}
		}
	})
	if alone == 0 {
		t.Error("no button without words was looked at")
	}
}

// TestTheKeyboardIsSeen: whatever has the keyboard looks otherwise than without it, in both modes.
func TestTheKeyboardIsSeen(t *testing.T) {
	for _, mode := range []string{"light", "dark"} {
		f := newFakeOffice()
		f.prefs["window.mode"] = mode
		b := openWindow(t, f, 1366, 666)
		looked := 0
		see := func(page string) {
			t.Helper()
			b.later()
			kinds := map[string]bool{} // one of each: a picture of the whole window is slow
			for _, p := range b.objects() {
				o, ok := p.o.(fyne.Focusable)
				if d, off := p.o.(fyne.Disableable); !ok || off && d.Disabled() {
					continue
				}
				v := p.at.cut(p.clip)
				kind := fmt.Sprintf("%T", p.o)
				if v.w < 8 || v.h < 8 || kinds[kind] {
					continue
				}
				kinds[kind] = true
				b.canvas.Unfocus()
				without := b.canvas.Capture()
				b.canvas.Focus(o)
				looked++
				if !differ(without, b.canvas.Capture(), v) {
					t.Errorf("%s, %s: %s looks the same with the keyboard", mode, page, named(p.o))
				}
			}
			b.canvas.Unfocus()
		}
		b.paste(refusal().text)
		see("result")
		b.press(fyne.Key2)
		see("ledger")
		b.press(fyne.Key4)
		see("list")
		b.press(fyne.Key7)
		see("settings")
		if looked < 20 {
			t.Errorf("only %d were looked at", looked)
		}
	}
}

// differ tells whether two pictures differ in and close around a box.
func differ(a, b image.Image, v box) bool {
	const around = 5
	for y := int(v.y) - around; y < int(v.bottom())+around; y++ {
		for x := int(v.x) - around; x < int(v.right())+around; x++ {
			if p := image.Pt(x, y); p.In(a.Bounds()) && a.At(x, y) != b.At(x, y) {
				return true
			}
		}
	}
	return false
}
