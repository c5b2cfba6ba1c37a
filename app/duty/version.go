package duty

import (
	"cmp"
	"slices"

	"yidanqing/app"
)

// InForce is the version of the list that holds on a day: of those in force then the one that came into force last, and
// of equals the one published last, then the one given last. Earlier versions stay in the slice and answer for earlier
// days. It is nil where no version holds.
//
// A version without a first day (Source.From) holds from its day of publication; without either it holds always. A
// version without a last day ends where a later one begins.
func InForce(lists []app.DutyList, day app.Date) *app.DutyList {
	var best *app.DutyList
	for i := range lists {
		l := &lists[i]
		if !holds(l.Source, day) {
			continue
		}
		if best == nil || compareStart(l.Source, best.Source) >= 0 {
			best = l
		}
	}
	return best
}

// Upcoming is the version that begins first after a day: what a check names where none is in force yet. It is nil where
// there is none.
func Upcoming(lists []app.DutyList, day app.Date) *app.DutyList {
	var next *app.DutyList
	for i := range lists {
		l := &lists[i]
		if s := Start(l.Source); day.Before(s) && (next == nil || s.Before(Start(next.Source))) {
			next = l
		}
	}
	return next
}

// Start is the first day of a version: the day it says, else that of its publication; zero where it holds always.
func Start(s app.Source) app.Date {
	if s.From.IsZero() {
		return s.Date
	}
	return s.From
}

func holds(s app.Source, day app.Date) bool {
	s.From = Start(s)
	return s.InForce(day)
}

func compareStart(a, b app.Source) int {
	if c := compareDates(Start(a), Start(b)); c != 0 {
		return c
	}
	return compareDates(a.Date, b.Date)
}

func compareDates(a, b app.Date) int {
	switch {
	case a.Before(b):
		return -1
	case b.Before(a):
		return 1
	}
	return 0
}

// Replaced tells what importing next does to the lists at hand: the version that it replaces and that one's last day,
// the day before next begins. nil where nothing is replaced.
func Replaced(lists []app.DutyList, next app.Source) (old *app.DutyList, until app.Date) {
	start := Start(next)
	if start.IsZero() {
		return nil, app.Date{}
	}
	until = start.AddDays(-1)
	if old = InForce(lists, until); old == nil {
		return nil, app.Date{}
	}
	return old, until
}

// Versions orders lists by their first day, the newest first; the slice given stays as it is.
func Versions(lists []app.DutyList) []app.DutyList {
	out := slices.Clone(lists)
	slices.SortStableFunc(out, func(a, b app.DutyList) int { return cmp.Compare(0, compareStart(a.Source, b.Source)) })
	return out
}
