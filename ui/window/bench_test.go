package window_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

// BenchmarkPasteToAdvice is from Ctrl+V to the advice on the screen, without the check itself (see app/judge): the goal is
// 100 ms for both.
func BenchmarkPasteToAdvice(b *testing.B) {
	w := openWindow(b, newFakeOffice(), 1366, 666)
	texts := samples()
	for i := 0; b.Loop(); i++ {
		w.paste(texts[i%len(texts)].text)
		b.StopTimer()
		w.press(fyne.KeyN)
		b.StartTimer()
	}
}

// BenchmarkOpenWindow is what the window costs at the start beside the toolkit itself.
func BenchmarkOpenWindow(b *testing.B) {
	f := newFakeOffice()
	for b.Loop() {
		openWindow(b, f, 1366, 666)
	}
}

// BenchmarkSwitchScreens is from Ctrl+n to the page with its content on the screen, going round all pages; the goal is 50 ms
// each. What is asked of the ledger is measured in data/store.
func BenchmarkSwitchScreens(b *testing.B) {
	w := openWindow(b, newFakeOffice(), 1366, 666)
	for _, s := range samples() {
		w.paste(s.text)
		w.press(fyne.KeyS)
	}
	keys := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7}
	for _, k := range keys {
		w.press(k) // the first time a page is made
	}
	for i := 0; b.Loop(); i++ {
		w.press(keys[i%len(keys)])
	}
}

// BenchmarkScrollLedger is what a frame costs while the rows of 台账 go by, eight rows a step: laid out only, and painted in
// memory as the test driver does. A window paints with the graphics card, which is not measured here.
func BenchmarkScrollLedger(b *testing.B) {
	for _, painted := range []bool{false, true} {
		name := map[bool]string{false: "LaidOut", true: "Painted"}[painted]
		b.Run(name, func(b *testing.B) {
			f := newFakeOffice()
			one := openDemand()
			for i := range 500 {
				n := one
				n.ID, n.No = fmt.Sprint("n", i), i+1
				f.notices = append(f.notices, n)
			}
			w := openWindow(b, f, 1366, 666)
			w.press(fyne.Key2)
			for i := 0; b.Loop(); i++ {
				key := fyne.KeyPageDown
				if i/20%2 == 1 {
					key = fyne.KeyPageUp
				}
				w.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: key})
				if painted {
					w.canvas.Capture()
				}
			}
		})
	}
}
