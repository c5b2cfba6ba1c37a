package window_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yidanqing/app"
	"yidanqing/ui/kit"
	"yidanqing/ui/window"
)

// system stands in for the programs around the window.
type system struct {
	choose  []string
	printed []string
	shown   []string
	fail    error

	printers kit.Printers
	jobs     []kit.PrintJob
	outcome  kit.PrintOutcome
}

func (s *system) ChooseFiles(_ string, _ []string, _ bool, done func([]string)) { done(s.choose) }
func (s *system) ChooseFolder(_ string, done func(string))                      { done("/优盘") }
func (s *system) ShowFile(path string) error                                    { s.shown = append(s.shown, path); return s.fail }

func (s *system) ShowInFolder(path string) error {
	s.shown = append(s.shown, "夹 "+path)
	return s.fail
}

func (s *system) Printers(context.Context) (kit.Printers, error) { return s.printers, s.fail }

func (s *system) Print(_ context.Context, job kit.PrintJob) (kit.PrintOutcome, error) {
	s.printed = append(s.printed, job.Paths...)
	s.jobs = append(s.jobs, job)
	return s.outcome, s.fail
}

// bench is a window on the test driver with the fake office behind it.
type bench struct {
	t       testing.TB
	app     fyne.App
	office  *fakeOffice
	system  *system
	win     *window.Window
	canvas  fyne.Canvas
	timers  []func()
	fields  []field            // of the last look at the canvas
	numbers []*kit.NumberField // likewise
}

// later lets all time pass that the window waits for: toasts go, typing counts as ended.
func (b *bench) later() {
	for len(b.timers) > 0 {
		now := b.timers
		b.timers = nil
		for _, f := range now {
			f()
		}
	}
}

func asset(tb testing.TB, path string) []byte {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "assets", path))
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// openWindow opens the window of f at a size; percent and mode are the machine's preferences.
func openWindow(tb testing.TB, f *fakeOffice, width, height float32) *bench {
	tb.Helper()
	return openWindowSized(tb, test.NewTempApp(tb.(interface {
		testing.TB
	})), f, width, height)
}

// openWindowOn opens the window of f in an app that is there already.
func openWindowOn(tb testing.TB, a fyne.App, f *fakeOffice) *bench {
	tb.Helper()
	return openWindowSized(tb, a, f, 1366, 666)
}

func openWindowSized(tb testing.TB, a fyne.App, f *fakeOffice, width, height float32) *bench {
	tb.Helper()
	b := &bench{t: tb, office: f, system: &system{}, app: a}
	runner := kit.Inline()
	runner.After = func(_ time.Duration, f func()) { b.timers = append(b.timers, f) }
	w, err := window.New(b.params(runner))
	if err != nil {
		tb.Fatal(err)
	}
	b.win, b.canvas = w, w.Window().Canvas()
	w.Window().Resize(fyne.NewSize(width, height))
	return b
}

// params are what the window of a bench is composed of.
func (b *bench) params(runner *kit.Runner) window.Params {
	tb, f := b.t, b.office
	return window.Params{App: b.app, Version: "1.0",
		Regular: asset(tb, "fonts/window-regular.otf"), Bold: asset(tb, "fonts/window-bold.otf"),
		Icons: os.DirFS(filepath.Join("..", "..", "assets", "icons")), Help: asset(tb, "help/help.json"),
		PaperFaces: []window.FaceLine{{Part: "小标宋", Font: "方正小标宋简体", Own: true}, {Part: "仿宋", Font: "思源宋体"}},
		DataDir:    "/办公/一单清", PaperDir: "/办公/一单清/文书", DraftDir: tb.TempDir(),
		Compare: f, Intake: f, Decide: f, Inquire: f, Upkeep: f, Documents: f, Lists: f, Tables: f, CheckPaper: f.CheckPaper,
		Sample: func() (app.DutyList, error) { l := sampleList(); l.Source.Sample = true; return l, nil },
		Now:    func() time.Time { return f.now }, Runner: runner, Files: b.system, Trial: f.trial}
}
