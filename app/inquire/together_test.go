package inquire_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/ledger/ledgertest"
)

// smallMatters is a ledger with notices of one demand each: what asks too much, how it was decided, when it came.
func smallMatters(t *testing.T, set ledger.Settings) (*inquire.Service, *time.Time) {
	t.Helper()
	now := time.Date(2026, 11, 26, 10, 30, 0, 0, china)
	l := ledgertest.New(now.Add(-time.Hour))
	var rows []inquire.Row
	write := func(book ledger.Book, s ledger.Subject, e ledger.EventType, payload any) {
		if _, err := book.Append(t.Context(), s, e, payload); err != nil {
			t.Fatal(err)
		}
	}
	err := l.Write(t.Context(), func(book ledger.Book) error {
		set.Office = app.OfficeNamed(app.Township, "清河县柳河镇人民政府")
		write(book, ledger.Subject{Kind: ledger.SubjectOffice, ID: ledger.OfficeID}, ledger.OfficeSet, set)
		for i, c := range []struct {
			code, came string
			kind       app.Kind
			advice     app.Verdict
			decision   app.Verdict
		}{
			{"NOT_ON_LIST", "2026-11-20", app.KindTask, app.VerdictEscalate, ""}, {"MEETING_RULES", "2026-11-10", app.KindMeeting, app.VerdictEscalate, app.VerdictDo},
			{"PLEDGE", "2026-11-12", app.KindPledge, app.VerdictRefuse, ""}, {"NOT_ON_LIST", "2026-11-18", app.KindTask, app.VerdictEscalate, app.VerdictEscalate},
			{"NOT_ON_LIST", "2026-08-03", app.KindTask, app.VerdictEscalate, ""}, {"NOT_ON_LIST", "2026-11-21", app.KindTask, app.VerdictEscalate, app.VerdictDo},
			{"DUPLICATE_FORM", "2026-10-08", app.KindForm, app.VerdictRefuse, ""},
		} {
			d := app.Demand{Text: "第1项", Kind: c.kind, Verdict: c.advice, Gist: c.code, Findings: []app.Finding{{Code: c.code, Title: c.code, Severity: app.SeverityWarn}}}
			id, ds := book.NewID(), ledger.Subject{Kind: ledger.SubjectDemand, ID: book.NewID()}
			n := ledger.Subject{Kind: ledger.SubjectNotice, ID: id}
			write(book, n, ledger.NoticeRegistered, ledger.NoticePayload{Year: 2026, No: i + 1, Entered: day("2026-11-24"), Received: ledger.Received{Date: day(c.came), Source: ledger.DayClerk}})
			write(book, n, ledger.NoticeContent, ledger.ContentPayload{Document: app.Document{Blocks: []app.Block{{Text: "原文"}}}, Digest: id,
				Check: app.Check{Fields: app.Fields{Title: fmt.Sprintf("关于第%d件事的通知", i+1), Issuer: "县住建局"}, Demands: []app.Demand{d}}})
			write(book, ds, ledger.DemandReceived, ledger.DemandPayload{Notice: id, No: 1, Kind: d.Kind})
			write(book, ds, ledger.DemandContent, d)
			row := inquire.DemandRow{ID: ds.ID, No: 1, Kind: d.Kind, Verdict: d.Verdict, State: ledger.StatePending}
			if c.decision != "" {
				write(book, ds, ledger.DemandDecided, ledger.Decision{Verdict: c.decision, Advised: c.advice, By: "李敏"})
				if row.Verdict = c.decision; c.decision == app.VerdictDo {
					row.State = ledger.StateDoing
				}
			}
			rows = append(rows, inquire.Row{ID: id, Year: 2026, No: i + 1, Title: fmt.Sprintf("关于第%d件事的通知", i+1), Issuer: "县住建局", EnteredAt: now,
				Received: ledger.Received{Date: day(c.came), Source: ledger.DayClerk}, Demands: []inquire.DemandRow{row}})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return &inquire.Service{Reader: reader{Ledger: l, rows: rows}, Calendar: weekdays{}, Now: func() time.Time { return now }}, &now
}

func numbersOf(t inquire.Together) string {
	var out []string
	for _, i := range t.Items {
		out = append(out, fmt.Sprint(i.Notice.No))
	}
	return strings.Join(out, " ")
}

// TestSmallMattersOfTheMonth: what the office answers at once, what it does, and what is older than the month before is left
// out; a meeting that is attended is not.
func TestSmallMattersOfTheMonth(t *testing.T) {
	s, now := smallMatters(t, ledger.Settings{})
	got, err := s.Together(t.Context())
	if err != nil || got.Month != "2026年11月" || numbersOf(got) != "7 2 4 1" || !got.Items[2].Decided || got.Items[1].Decided || got.Items[0].Why != "DUPLICATE_FORM" {
		t.Errorf("%s: %s, %+v, %v", got.Month, numbersOf(got), got.Items, err)
	}
	tasks := func() string {
		t.Helper()
		all, err := s.Tasks(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, k := range all.Mine {
			out = append(out, k.Title+":"+k.Action.Title)
		}
		return strings.Join(out, " ")
	}
	if got := tasks(); !strings.Contains(got, "有 4 项小事可以合成一份提级反映单:看一看") || strings.Contains(got, "第4件事") || !strings.Contains(got, "第1件事:去核对") {
		t.Errorf("at the month's end: %s", got)
	}
	*now = time.Date(2026, 11, 22, 10, 30, 0, 0, china)
	if got := tasks(); strings.Contains(got, "小事") || strings.Contains(got, "第4件事") {
		t.Errorf("before it: %s", got)
	}
	*now = time.Date(2026, 12, 3, 9, 0, 0, 0, china)
	if got, _ := s.Together(t.Context()); got.Month != "2026年11月" || numbersOf(got) != "7 2 4 1" {
		t.Errorf("in the first days of the next month: %s %s", got.Month, numbersOf(got))
	}
	s, _ = smallMatters(t, ledger.Settings{EachRaised: true})
	if got, err := s.Together(t.Context()); err != nil || len(got.Items) != 0 {
		t.Errorf("switched off: %+v, %v", got, err)
	}
	s, _ = smallMatters(t, ledger.Settings{Ways: map[string]ledger.Way{"NOT_ON_LIST": ledger.WayPaper}})
	if got, err := s.Together(t.Context()); err != nil || numbersOf(got) != "7 2" {
		t.Errorf("answered at once: %s, %v", numbersOf(got), err)
	}
}
