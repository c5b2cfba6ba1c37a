package window

import (
	"context"
	"fmt"
	"log/slog"

	"fyne.io/fyne/v2"

	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
)

// prefNotify switches the desktop notification off, prefNotified is the day of the last one.
const (
	prefNotify   = "alerts.notify"
	prefNotified = "alerts.notified"
)

// countTasks asks how much is to be done and puts it on the badge. A failure changes nothing: the page itself tells of it.
func (w *Window) countTasks(then func(inquire.Tasks)) {
	kit.Run(w.frame.Runner, "", func(ctx context.Context) (inquire.Tasks, error) { return w.p.Inquire.Tasks(ctx) },
		func(t inquire.Tasks, err error) {
			if err != nil {
				slog.Warn("window", "what", "tasks not counted", "error", err)
				return
			}
			w.counted(len(t.Mine))
			if then != nil {
				then(t)
			}
		})
}

// counted shows how much is to be done on the one badge of the window.
func (w *Window) counted(n int) {
	if w.todo == n {
		return
	}
	w.todo = n
	w.rail.Put(w.makeRail())
}

// notify tells once a day, when the program starts, what is late or due today; it can be switched off in the settings.
func (w *Window) notify(t inquire.Tasks) {
	late, today := 0, 0
	for _, task := range t.Mine {
		switch task.Due.Kind {
		case inquire.DueLate:
			late++
		case inquire.DueToday:
			today++
		}
	}
	if late+today == 0 {
		return
	}
	day := w.frame.Today().String()
	words := fmt.Sprintf("今天到期 %d 项，逾期 %d 项。", today, late)
	kit.Run(w.frame.Runner, "", func(ctx context.Context) (bool, error) {
		if w.preference(ctx, prefNotify) == "off" || w.preference(ctx, prefNotified) == day {
			return false, nil
		}
		return true, w.p.Upkeep.SetPreference(ctx, prefNotified, day)
	}, func(tell bool, err error) {
		if err == nil && tell {
			w.p.App.SendNotification(fyne.NewNotification("一单清", words))
		}
	})
}
