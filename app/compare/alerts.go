package compare

import (
	"context"
	"fmt"
	"slices"

	"yidanqing/app"
	"yidanqing/app/alert"
	"yidanqing/app/judge"
	"yidanqing/app/ledger"
)

// history is the ledger as alerts and precedents look at it.
type history interface {
	Settings(ctx context.Context) (ledger.Settings, error)
	// Precedents gives the precedents made under one version of the list, also those out of use.
	Precedents(ctx context.Context, list *app.Version) ([]ledger.Precedent, error)
	// Earlier gives the demands of notices that came in from one day to another, and those still to be done that came in
	// no later than until and whose deadline lies from dueFrom to dueTo; zero days: none by deadline.
	Earlier(ctx context.Context, from, until, dueFrom, dueTo app.Date) ([]alert.Demand, error)
}

// around is how many calendar days a run of five workdays can reach to either side, long holidays included.
const around = 16

// alerts adds what the ledger knows to a check: the same asked by others or again, too much at once. They change no
// verdict. Of several demands of one notice each code is told once in the sum.
func (s *Service) alerts(ctx context.Context, j *judge.Judge, c *app.Check, text string, received app.Date, except []string) error {
	demands := alert.Demands("", "", text, *c, received)
	if len(demands) == 0 || received.IsZero() {
		return nil
	}
	settings, err := s.Ledger.Settings(ctx)
	if err != nil {
		return fmt.Errorf("alerts: %w", err)
	}
	first, last := deadlines(demands)
	if !first.IsZero() {
		first, last = first.AddDays(-around), last.AddDays(around)
	}
	past, err := s.Ledger.Earlier(ctx, received.AddDays(-alert.Days), received, first, last)
	if err != nil {
		return fmt.Errorf("alerts: %w", err)
	}
	past = slices.DeleteFunc(past, func(e alert.Demand) bool { return slices.Contains(except, e.ID) })
	numbers := make(map[string]string, len(past))
	for _, e := range past {
		numbers[e.ID] = e.Number
	}
	w := alert.Watch{Lexicon: j.Lexicon, Vectors: j.Vectors, Calendar: j.Calendar}
	next, told := 0, map[string]bool{}
	for i := range c.Demands {
		if c.Demands[i].Verdict == app.VerdictInfo {
			continue
		}
		for _, a := range w.Find(past, demands[next], settings.Limit()) {
			if told[a.Code] && a.Code == alert.Overload {
				continue // one line for the notice is enough
			}
			f := a.Finding(func(id string) string { return numbers[id] })
			c.Demands[i].Findings = append(c.Demands[i].Findings, f)
			if !told[a.Code] {
				c.Findings = append(c.Findings, f)
			}
			told[a.Code] = true
		}
		next++
	}
	return nil
}

// deadlines are the first and the last of the demands; zero where none has one.
func deadlines(list []alert.Demand) (first, last app.Date) {
	for _, d := range list {
		if d.Deadline.IsZero() {
			continue
		}
		if first.IsZero() || d.Deadline.Before(first) {
			first = d.Deadline
		}
		if last.Before(d.Deadline) {
			last = d.Deadline
		}
	}
	return first, last
}
