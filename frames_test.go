//go:build linux && !ci && !cli

package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"yidanqing/ui/window"
)

// benchDir names the folder with the ledger that the window opens; make bench fills it (see BenchmarkLedger in data/store).
const benchDir = "YIDANQING_BENCH_DIR"

// realWindow is the one that TestMain shows; nil where there is no screen or no ledger.
var realWindow *window.Window

// TestMain shows the window on the main thread, which the toolkit needs, while the benchmarks run beside it.
func TestMain(m *testing.M) {
	dir := os.Getenv(benchDir)
	if dir == "" || os.Getenv("DISPLAY") == "" {
		os.Exit(m.Run())
	}
	ctx := context.Background()
	desk, _, p, err := openDesk(ctx, dir)
	if err == nil {
		parts := params(newApp(), desk, p)
		startLight(parts.App, desk.Warm)
		realWindow, err = window.New(parts)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := 1
	go func() {
		time.Sleep(2 * time.Second) // the judge is made and the start page has its figures
		code = m.Run()
		fyne.Do(realWindow.Window().Close)
	}()
	realWindow.Window().ShowAndRun()
	os.Exit(code)
}

// BenchmarkFrames turns the wheel over 台账 in the real window, one notch a frame, and takes the time of each frame: what the
// notch sets off, layout and painting, until the toolkit looks for the next event. A frame of the page standing still is what
// toolkit and graphics take alone; own is what the window's own thread worked, whatever else the machine does. The memory of the process is told too.
func BenchmarkFrames(b *testing.B) {
	if realWindow == nil {
		b.Skip("without a screen and " + benchDir + ": run make frames")
	}
	open(b, fyne.Key2)
	b.Run("Memory", func(b *testing.B) {
		ledger := residentMB(b)
		for _, k := range []fyne.KeyName{fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key1, fyne.Key2} {
			open(b, k)
		}
		for b.Loop() {
		}
		b.ReportMetric(ledger, "ledger-MB") // the loop takes away what is told before it
		b.ReportMetric(residentMB(b), "all-pages-MB")
		b.ReportMetric(0, "ns/op")
	})
	table := tallest(b)
	for _, c := range []struct {
		name string
		do   func()
	}{
		{"Still", func() { realWindow.Window().Canvas().Refresh(table) }},
		{"Wheel", func() { table.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)}) }},
		{"WheelFast", func() { table.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -250)}) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			fyne.DoAndWait(table.ScrollToTop)
			frame(c.do)
			var all, own []time.Duration
			for b.Loop() {
				all, own = all[:0], own[:0]
				for range 300 {
					if took, busy := frame(c.do); took > 0 {
						all, own = append(all, took), append(own, busy)
					}
				}
			}
			if len(all) < 100 {
				b.Fatalf("only %d of 300 were painted", len(all))
			}
			for name, times := range map[string][]time.Duration{"": all, "own-": own} {
				slices.Sort(times)
				b.ReportMetric(milliseconds(times[len(times)/2]), name+"p50-ms")
				b.ReportMetric(milliseconds(times[len(times)*95/100]), name+"p95-ms")
				b.ReportMetric(milliseconds(times[len(times)-1]), name+"max-ms")
			}
			b.ReportMetric(0, "ns/op")
		})
	}
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// open goes to the page that the menu opens with Ctrl and a key.
func open(b *testing.B, k fyne.KeyName) {
	want, found := (&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault}).ShortcutName(), false
	fyne.DoAndWait(func() {
		for _, m := range realWindow.Window().MainMenu().Items {
			for _, i := range m.Items {
				if i.Shortcut != nil && i.Shortcut.ShortcutName() == want {
					found = true
					i.Action()
					return
				}
			}
		}
	})
	if !found {
		b.Fatalf("no menu item has Ctrl+%s", k)
	}
	time.Sleep(time.Second)
}

// frame has the window do something and gives the time until it is painted, 0 where it was not, and what the window's own
// thread worked in it: the loop of the toolkit is asked again and again, and does not answer while it paints. Software
// graphics paint in other threads.
func frame(do func()) (took, own time.Duration) {
	const painting = time.Millisecond // shorter than any frame, longer than any answer
	var began time.Time
	var worked time.Duration
	fyne.DoAndWait(func() { began, worked = time.Now(), threadTime(); do(); took = time.Since(began) })
	for time.Since(began) < 100*time.Millisecond {
		time.Sleep(100 * time.Microsecond)
		asked := time.Now()
		var gap time.Duration
		fyne.DoAndWait(func() { gap, own = time.Since(asked), threadTime()-worked })
		if gap > painting {
			return took + gap, own
		}
	}
	return 0, 0
}

// threadTime is how long the thread that asks has worked so far.
func threadTime() time.Duration {
	const ofThread = 1 // RUSAGE_THREAD
	var u syscall.Rusage
	if err := syscall.Getrusage(ofThread, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// tallest is what scrolls over the most in the window.
func tallest(b *testing.B) (found *container.Scroll) {
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		if s, ok := o.(*container.Scroll); ok && s.Content != nil {
			if found == nil || s.Content.Size().Height > found.Content.Size().Height {
				found = s
			}
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				walk(c)
			}
		}
	}
	fyne.DoAndWait(func() { walk(realWindow.Window().Canvas().Content()) })
	if found == nil {
		b.Fatal("nothing scrolls")
	}
	return found
}

func residentMB(b *testing.B) float64 {
	data, err := os.ReadFile("/proc/self/statm")
	var size, resident int
	if _, e := fmt.Sscan(string(data), &size, &resident); err != nil || e != nil {
		b.Fatal(err, e)
	}
	return float64(resident*os.Getpagesize()) / (1 << 20)
}
