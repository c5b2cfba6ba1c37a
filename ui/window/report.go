package window

import (
	"context"
	"log/slog"

	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
)

// openReport shows the statistics of the month whose report is due, from where it is written.
func (w *Window) openReport() {
	month, _, _ := w.p.Inquire.ReportDue()
	w.statistics.get().ChooseMonth(month)
	w.show(w.statistics)
}

// reported takes the task of the month's report off the list, once the report that is due has been written.
func (w *Window) reported(p inquire.Period) {
	month, _, due := w.p.Inquire.ReportDue()
	if !due || p.Key() != month.Key() {
		return
	}
	kit.Run(w.frame.Runner, "", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, w.p.Upkeep.SetPreference(ctx, inquire.PrefReported, month.Key())
	}, func(_ struct{}, err error) {
		if err != nil { // the task stays: to be told twice is better than not at all
			slog.Warn("window", "what", "report not noted", "error", err)
			return
		}
		w.countTasks(nil)
	})
}
