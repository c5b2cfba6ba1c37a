//go:build !cli

package main

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"yidanqing/assets/fonts"
	"yidanqing/assets/icons"
	"yidanqing/data/store"
	"yidanqing/ui/command"
	"yidanqing/ui/window"
)

// opened is a data folder with its use cases, or why it could not be opened.
type opened struct {
	desk  *command.Desk
	store *store.Store
	press *press
	err   error
}

// opening is a data folder that is being opened beside the window's thread.
type opening struct {
	done chan opened
	slow chan struct{} // closed once a ledger of an earlier version takes longer than patience

	mu   sync.Mutex
	hear func(done, total int) // nil: nobody listens yet
	last [2]int
}

// patience is how long an upgrade may take before a window says so: that of a small ledger would only flash.
const patience = 400 * time.Millisecond

func startOpening(ctx context.Context, dir string) *opening {
	o := &opening{done: make(chan opened, 1), slow: make(chan struct{})}
	var first sync.Once
	go func() {
		d, s, p, err := openUpgrading(ctx, dir, func(done, total int) {
			first.Do(func() { time.AfterFunc(patience, func() { close(o.slow) }) })
			o.tell(done, total)
		})
		o.done <- opened{d, s, p, err}
	}()
	return o
}

func (o *opening) tell(done, total int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.last = [2]int{done, total}
	if o.hear != nil {
		o.hear(done, total)
	}
}

// listen has hear told from now on, at once how far it is.
func (o *opening) listen(hear func(done, total int)) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.hear = hear
	hear(o.last[0], o.last[1])
}

// upgradeInWindow shows how far an upgrade has come, and the window of the program after it. It runs until the last of them
// is closed.
func upgradeInWindow(ctx context.Context, o *opening, cancel context.CancelFunc, streams command.Streams) int {
	a := newApp()
	small, tell := window.Upgrade(a, fonts.WindowRegular, fonts.WindowBold, icons.FS, cancel)
	o.listen(func(done, total int) { fyne.Do(func() { tell(done, total) }) })
	var end opened
	var trouble error
	closeLog := func() {}
	go func() {
		r := <-o.done
		fyne.Do(func() {
			if end = r; r.err == nil {
				closeLog = keepLog(r.desk.Dir)
			}
			trouble = showOpened(ctx, a, r)
			small.Close() // after the other was shown: with the last window the program ends
		})
	}()
	small.ShowAndRun()
	cancel()
	defer func() { closeLog() }()
	return closeOpened(ctx, end, trouble, streams)
}

// showOpened shows the window of the program, or why it cannot be opened. An upgrade that the clerk has put off needs neither.
func showOpened(ctx context.Context, a fyne.App, r opened) error {
	err := r.err
	if err == nil {
		parts := params(a, r.desk, r.press)
		var w *window.Window
		if w, err = window.New(parts); err == nil {
			w.Window().Show()
			afterStart(r.desk.Warm)
			go r.store.OnShow(ctx, 300*time.Millisecond, w.Raise)
			return nil
		}
	}
	if errors.Is(err, context.Canceled) {
		return err
	}
	window.ComplainWindow(a, fonts.WindowRegular, fonts.WindowBold, icons.FS, err).Show()
	return err
}

// closeOpened ends the work with a data folder and gives the exit code.
func closeOpened(ctx context.Context, r opened, trouble error, streams command.Streams) int {
	if r.desk != nil {
		if err := r.desk.Close(context.WithoutCancel(ctx)); err != nil && trouble == nil {
			slog.Error("close", "error", err)
			trouble = err
		}
	}
	switch {
	case trouble == nil:
		return command.OK
	case errors.Is(trouble, context.Canceled):
		return command.Failed
	}
	return refuse(streams, trouble)
}
