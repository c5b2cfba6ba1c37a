package window_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// placed is an object as it stands on the canvas.
type placed struct {
	o    fyne.CanvasObject
	at   box
	clip box
}

// objects are all visible objects of what is in front, in the order in which they are drawn.
func (b *bench) objects() []placed {
	size := b.canvas.Size()
	root := b.canvas.Content()
	if o := b.canvas.Overlays().Top(); o != nil {
		root = o
	}
	var out []placed
	var walk func(o fyne.CanvasObject, at fyne.Position, clip box)
	walk = func(o fyne.CanvasObject, at fyne.Position, clip box) {
		if o == nil || !o.Visible() {
			return
		}
		at = at.Add(o.Position())
		p := placed{o, box{at.X, at.Y, o.Size().Width, o.Size().Height}, clip}
		out = append(out, p)
		switch v := o.(type) {
		case *fyne.Container:
			for _, c := range v.Objects {
				walk(c, at, clip)
			}
		case *container.Scroll:
			walk(v.Content, at, clip.cut(p.at))
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(v).Objects() {
				walk(c, at, clip)
			}
		}
	}
	walk(root, fyne.Position{}, box{0, 0, size.Width, size.Height})
	return out
}

// named names an object for a message.
func named(o fyne.CanvasObject) string {
	if a, ok := o.(fyne.Accessible); ok {
		return fmt.Sprintf("%T “%s”", o, a.AccessibilityLabel())
	}
	if e, ok := o.(*kit.Entry); ok {
		return fmt.Sprintf("%T “%s%s”", o, e.Text, e.PlaceHolder)
	}
	return fmt.Sprintf("%T", o)
}

// TestEveryTargetIsLargeEnough walks all pages: what can be pressed takes presses in 36 by 36 at least, and what is drawn of
// one never lies in the middle of another's.
func TestEveryTargetIsLargeEnough(t *testing.T) {
	for _, percent := range []string{"100", "200"} {
		t.Run(percent, func(t *testing.T) {
			f := newFakeOffice()
			f.prefs["window.text_percent"] = percent
			b := openWindow(t, f, 1366, 666)
			seen := 0
			b.tour(f, func(page string) {
				least := theme.Px(theme.LeastTarget) - 0.5
				all := b.objects()
				for i, p := range all {
					if v := p.at.cut(p.clip); v.w <= 0 || v.h <= 0 {
						continue
					}
					size := p.o.Size()
					switch v := p.o.(type) {
					case interface{ Target() fyne.Size }:
						size = v.Target()
					case *kit.Entry:
					default:
						continue
					}
					seen++
					if hit := hitAt(all, p); hit != i && hit != i+1 && !holds(p.o) {
						t.Errorf("%s: a press in the middle of %s reaches %s", page, named(p.o), named(all[max(hit, 0)].o))
					}
					if size.Width < least || size.Height < least {
						t.Errorf("%s: %s is %v", page, named(p.o), size)
					}
				}
			})
			if seen < 400 {
				t.Errorf("only %d targets were looked at", seen)
			}
		})
	}
}

// hitAt is which of all takes a press in the middle of what is seen of p, as the toolkit finds it: the last one drawn that
// takes presses there.
func hitAt(all []placed, p placed) int {
	v := p.at.cut(p.clip)
	x, y := v.x+v.w/2, v.y+v.h/2
	hit := -1
	for i, q := range all {
		if _, ok := q.o.(fyne.Tappable); !ok {
			if _, ok := q.o.(*kit.Entry); !ok {
				continue
			}
		}
		if s := q.at.cut(q.clip); x >= s.x && x < s.right() && y >= s.y && y < s.bottom() {
			hit = i
		}
	}
	return hit
}

// holds tells whether an object holds others that can be pressed, or parts of its own.
func holds(o fyne.CanvasObject) bool {
	switch o.(type) {
	case *kit.RowPress, *kit.Entry, *kit.NumberField:
		return true
	}
	return false
}

// TestTheKeyboardGoesInReadingOrder walks all pages with Tab: everything that can have the keyboard gets it, on the screen
// and seen; and it goes down or to the right, never up within a column.
func TestTheKeyboardGoesInReadingOrder(t *testing.T) {
	for _, percent := range []string{"100", "200"} {
		t.Run(percent, func(t *testing.T) {
			f := newFakeOffice()
			f.prefs["window.text_percent"] = percent
			b := openWindow(t, f, 1366, 666)
			b.tour(f, func(page string) {
				held := b.canvas.Focused()
				defer func() {
					if held != nil {
						b.canvas.Focus(held)
					} else {
						b.canvas.Unfocus()
					}
				}()
				b.canvas.Unfocus()
				b.tab()
				first := b.canvas.Focused()
				if first == nil {
					t.Errorf("%s: nothing can have the keyboard", page)
					return
				}
				reached := 0
				var last placed
				for {
					o, ok := b.canvas.Focused().(fyne.CanvasObject)
					if !ok {
						t.Errorf("%s: %T has the keyboard", page, b.canvas.Focused())
						return
					}
					p := b.find(o)
					if p.o == nil {
						t.Errorf("%s: %s has the keyboard and is not on the screen", page, named(o))
						return
					}
					if shown := p.at.cut(p.clip); shown.w <= 0 || shown.h <= 0 {
						t.Errorf("%s: %s has the keyboard and cannot be seen: %v in %v", page, named(o), p.at, p.clip)
					}
					if h, ok := o.(interface{ HasFocus() bool }); ok && !h.HasFocus() {
						t.Errorf("%s: %s does not show that it has the keyboard", page, named(o))
					}
					if last.o != nil && p.clip == last.clip && p.at.bottom() <= last.at.y+1 && p.at.x < last.at.right()-1 && p.at.right() > last.at.x+1 {
						t.Errorf("%s: the keyboard goes up from %s to %s", page, named(last.o), named(o))
					}
					last = p
					if reached++; reached > 400 {
						t.Errorf("%s: Tab does not come round", page)
						return
					}
					b.tab()
					if b.canvas.Focused() == first {
						return
					}
				}
			})
		})
	}
}

// find is where an object stands now.
func (b *bench) find(o fyne.CanvasObject) placed {
	for _, p := range b.objects() {
		if p.o == o {
			return p
		}
	}
	return placed{}
}

// TestEnterNeverPresses walks all pages: Enter, which input methods use, calls no use case and opens nothing, wherever the
// keyboard is; a table alone opens its row.
func TestEnterNeverPresses(t *testing.T) {
	f := newFakeOffice()
	b := openWindow(t, f, 1366, 666)
	b.tour(f, func(page string) {
		held := b.canvas.Focused()
		for _, p := range b.objects() {
			w, ok := p.o.(fyne.Focusable)
			if _, table := p.o.(*kit.DataTable); !ok || table {
				continue
			}
			calls, overlays, said := len(f.calls), len(b.canvas.Overlays().List()), b.toasts()
			if e, ok := p.o.(*kit.Entry); ok && e.MultiLine {
				continue // a line more
			}
			w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			if len(f.calls) != calls || len(b.canvas.Overlays().List()) != overlays || b.toasts() != said {
				t.Fatalf("%s: Enter presses %s: %s", page, named(p.o), strings.Join(f.calls[calls:], ", "))
			}
		}
		if held != nil {
			b.canvas.Focus(held)
		}
	})
}

// TestTheConditionsOfTheLedgerAreRemembered: the next start shows what this one showed, says so where nothing fits, and clears
// it with one press; a record that another page opens changes nothing of it.
func TestTheConditionsOfTheLedgerAreRemembered(t *testing.T) {
	f := newFakeOffice()
	b := openWindow(t, f, 1366, 696)
	b.paste(refusal().text)
	b.press(fyne.KeyS)
	b.press(fyne.Key2)
	b.tap("待答复")
	kept := f.prefs["records.conditions"]
	if !strings.Contains(kept, "awaiting") {
		t.Fatalf("kept %q", kept)
	}
	b = openWindow(t, f, 1366, 696)
	b.press(fyne.Key2)
	b.sees("没有符合条件的来件")
	b.tap("清除条件")
	b.sees("农药经营许可现场核查")
	if got := f.prefs["records.conditions"]; got != "{}" {
		t.Errorf("kept %q", got)
	}
}

// TestARowOffersItsMenu opens what the other mouse button offers on a row of the ledger.
func TestARowOffersItsMenu(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.paste(mixed().text)
	b.press(fyne.KeyG)
	b.press(fyne.KeyReturn)
	b.key(desktop.KeyMenu)
	b.sees("看原文", "登记审定", "看文书", "打开文书所在文件夹", "复制整行")
	b.tap("打开文书所在文件夹")
	if n := len(b.system.shown); n == 0 || !strings.HasPrefix(b.system.shown[n-1], "夹 /办公/一单清/文书/") {
		t.Errorf("shown %v", b.system.shown)
	}
}
