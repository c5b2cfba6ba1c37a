package alert

import (
	"fmt"
	"slices"

	"yidanqing/app"
)

// run is how many consecutive workdays are looked at together.
const run = 5

// overload tells whether the days around the new deadline hold more open demands than the limit. Of several runs that
// hold the deadline the fullest counts, of equally full ones the earliest.
func (w *Watch) overload(past []Demand, d Demand, limit int, r reference) (Alert, bool) {
	if limit <= 0 || d.Deadline.IsZero() || d.Deadline.Before(d.Received) || r.reminds {
		return Alert{}, false
	}
	due := w.open(past, d)
	var best []Demand
	var from, to app.Date
	for first := 0; first < run; first++ {
		start := w.step(w.workday(d.Deadline), -first)
		end := w.step(start, run-1)
		var in []Demand
		for _, e := range due {
			if day := w.workday(e.Deadline); !day.Before(start) && !end.Before(day) {
				in = append(in, e)
			}
		}
		if len(in) >= len(best) { // first moves the run to earlier days
			best, from, to = in, start, end
		}
	}
	if len(best)+1 <= limit {
		return Alert{}, false
	}
	slices.SortStableFunc(best, func(a, b Demand) int { return b.Received.DaysUntil(a.Received) })
	return Alert{Overload, fmt.Sprintf("%s 至 %s 这 %d 个工作日已有 %d 项到期，加上这项超过提醒线 %d 项", monthDay(from), monthDay(to), run, len(best), limit),
		ids(best)}, true
}

// open are the demands still to be done on the day that d came in. A reminder adds none to what it reminds of.
func (w *Watch) open(past []Demand, d Demand) []Demand {
	var out []Demand
	for i, e := range past {
		if !e.Open || e.Deadline.IsZero() || e.Deadline.Before(d.Received) {
			continue
		}
		reminded := slices.ContainsFunc(past[:i], func(o Demand) bool {
			return o.Deadline == e.Deadline && w.Body(o.Department).Same(w.Body(e.Department))
		}) &&
			readReference(e).reminds
		if !reminded {
			out = append(out, e)
		}
	}
	return out
}

// workday is the day itself, or the last workday before a day of rest: by then the work must be done.
func (w *Watch) workday(d app.Date) app.Date {
	for i := 0; i < 31 && !w.Calendar.IsWorkday(d); i++ {
		d = d.AddDays(-1)
	}
	return d
}

// step goes n workdays on, or back where n is negative.
func (w *Watch) step(d app.Date, n int) app.Date {
	dir := 1
	if n < 0 {
		dir, n = -1, -n
	}
	for i := 0; n > 0 && i < 366; i++ {
		if d = d.AddDays(dir); w.Calendar.IsWorkday(d) {
			n--
		}
	}
	return d
}

func monthDay(d app.Date) string { return fmt.Sprintf("%02d-%02d", int(d.Month), d.Day) }
