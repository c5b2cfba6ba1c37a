package window_test

import (
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
