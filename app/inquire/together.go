package inquire

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// Together are the small matters that one 提级反映单 may raise together (合并提级), the oldest first.
type Together struct {
	Month string // as the paper names it: 2026年11月
	Items []Small
}

// Small is a small matter: a demand that the office raises, but not at once.
type Small struct {
	Notice  Brief
	Demand  string // ID
	No, Of  int    // its number, and how many demands the notice has
	Gist    string
	Why     string // the findings, in a few words
	Decided bool   // the office has said that it is to be raised
}

// Bounds of the collection: how many notices are looked at, and from which day of the month on it is told of.
const (
	mostSmall = 120
	monthEnd  = 25
)

// Together gives the small matters that came in since the first of the month before the report's month, and that nothing has
// been done about. It is empty where the office raises each by itself.
func (s *Service) Together(ctx context.Context) (Together, error) {
	rows, err := s.Reader.Open(ctx, maxOpen)
	if err != nil {
		return Together{}, err
	}
	return s.togetherOf(ctx, rows)
}

func (s *Service) togetherOf(ctx context.Context, rows []Row) (Together, error) {
	month := s.ReportMonth()
	out := Together{Month: fmt.Sprintf("%d年%d月", month.From.Year, int(month.From.Month))}
	settings, err := s.Reader.Settings(ctx)
	if err != nil || settings.EachRaised || settings.Office.Grassroots() {
		return out, err
	}
	since, looked := month.MonthBefore().From, 0
	for _, r := range rows {
		day := s.dayOf(r)
		if !maybeSmall(r) || day.Before(since) || month.To.Before(day) {
			continue
		}
		if looked++; looked > mostSmall {
			break
		}
		n, err := s.Reader.Notice(ctx, r.ID)
		if app.ErrorCode(err) == app.CodeNotFound {
			continue // merged or voided meanwhile
		}
		if err != nil {
			return out, fmt.Errorf("small matters: %w", err)
		}
		for _, d := range n.Demands {
			if !settings.Small(d) {
				continue
			}
			out.Items = append(out.Items, Small{Notice: Brief{ID: n.ID, Year: n.Year, No: n.No, Title: n.Title(), Issuer: n.Check.Fields.Issuer, Day: day},
				Demand: d.ID, No: d.No, Of: len(n.Demands), Gist: d.Advice.Gist, Why: titles(d.Advice.Findings),
				Decided: d.Decision != nil && d.Decision.Verdict == app.VerdictEscalate})
		}
	}
	slices.SortStableFunc(out.Items, func(a, b Small) int {
		return cmp.Or(cmp.Compare(a.Notice.Day.String(), b.Notice.Day.String()), cmp.Compare(a.Notice.No, b.Notice.No), cmp.Compare(a.No, b.No))
	})
	return out, nil
}

// dayOf is the day received, else the day entered.
func (s *Service) dayOf(r Row) app.Date {
	if r.Received.Known() {
		return r.Received.Date
	}
	return app.DateOf(r.EnteredAt.In(s.Now().Location()))
}

// maybeSmall tells from the list alone whether a notice can have a small matter, so that few records are opened.
func maybeSmall(r Row) bool {
	return slices.ContainsFunc(r.Demands, func(d DemandRow) bool {
		switch d.State {
		case ledger.StatePending, ledger.StateTalking:
			return d.Verdict == app.VerdictEscalate || d.Verdict == app.VerdictRefuse
		case ledger.StateDoing:
			return d.Kind == app.KindMeeting
		}
		return false
	})
}

// titles are the findings by name, each once.
func titles(list []app.Finding) string {
	var out []string
	for _, f := range list {
		if f.Severity != app.SeverityNote && !slices.Contains(out, f.Title) {
			out = append(out, f.Title)
		}
	}
	return strings.Join(out, "、")
}

// waiting are the demands that the office has put by for the paper of the month: they are no task of their own.
func (t Together) waiting() map[string]bool {
	out := map[string]bool{}
	for _, i := range t.Items {
		if i.Decided {
			out[i.Demand] = true
		}
	}
	return out
}

// task is the one line for all of them, towards the end of the month and in the first days of the next.
func (t Together) task(today app.Date) (Task, bool) {
	if len(t.Items) == 0 || today.Day < monthEnd && today.Day > reportBy {
		return Task{}, false
	}
	return Task{Notice: t.Items[0].Notice.ID, Title: fmt.Sprintf("有 %d 项小事可以合成一份提级反映单", len(t.Items)),
		Why: fmt.Sprintf("%s；一份最多 %d 项，可以逐项去掉", t.Month, paper.MostCollected), Due: Due{Words: "月末"},
		Action: Action{Kind: ActionTogether, Title: ActionTogether.Title()}}, true
}
