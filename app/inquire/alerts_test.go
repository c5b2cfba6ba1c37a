package inquire_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
)

func TestTheNextYearsHolidaysAreMissedInTime(t *testing.T) {
	s, now := service()
	board := func() inquire.Board {
		t.Helper()
		b, err := s.Board(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	if b := board(); len(b.Notes) != 1 || !strings.Contains(b.Notes[0], "还没有 2027 年的放假调休安排") {
		t.Errorf("in November: %v", b.Notes)
	}
	*now = now.AddDate(0, -1, 0)
	if b := board(); len(b.Notes) != 0 {
		t.Errorf("in October: %v", b.Notes)
	}
	*now = now.AddDate(-1, 2, 0) // the arrangement of 2026 is known
	if b := board(); len(b.Notes) != 0 {
		t.Errorf("in December 2025: %v", b.Notes)
	}
}

func TestLoadCountsFiveWorkdaysFromToday(t *testing.T) {
	s, now := service()
	b, err := s.Board(t.Context())
	if err != nil || b.Load.From != day("2026-11-24") || b.Load.To != day("2026-11-30") || b.Load.Total != 7 || b.Load.Limit != ledger.UsualLimit {
		t.Errorf("%+v, %v", b.Load, err)
	}
	*now = now.AddDate(0, 0, 4) // a Saturday
	if b, err = s.Board(t.Context()); err != nil || b.Load.To != day("2026-12-04") {
		t.Errorf("%+v, %v", b.Load, err)
	}
}

func TestMeetingsThatLieTooNear(t *testing.T) {
	s, _ := service()
	r := s.Reader.(reader)
	meeting := func(id, at string) inquire.Meeting { return inquire.Meeting{Notice: inquire.Brief{ID: id}, At: at} }
	r.meetings = []inquire.Meeting{meeting("a", "2026-11-25 09:00"), meeting("b", "2026-11-25 11:00"), meeting("c", "2026-11-25 11:00"), meeting("d", "2026-11-25"),
		meeting("e", "2026-11-26 23:30"), meeting("f", "2026-11-27 00:30"), meeting("g", "2026-11-30 14:30"), meeting("h", "2026-11-30 15:00")}
	s.Reader = r
	b, err := s.Board(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range b.Clashes {
		got = append(got, c.A.Notice.ID+c.B.Notice.ID+" "+c.Words)
	}
	want := "bc 11-25 周三 11:00 有两场会议; gh 11-30 周一 14:30 与 15:00 两场会议时间相近"
	if all := strings.Join(got, "; "); all != want {
		t.Errorf("%s, want %s", all, want)
	}
}

// TestAnUndecidedDemandThatRunsOutComesFirst: what nobody has looked at yet has its deadline all the same.
func TestAnUndecidedDemandThatRunsOutComesFirst(t *testing.T) {
	pending := func(no int, deadline, hour string) inquire.Row {
		d := inquire.DemandRow{ID: fmt.Sprint("d", no), State: ledger.StatePending, Time: hour}
		if deadline != "" {
			d.Deadline = day(deadline)
		}
		return inquire.Row{ID: fmt.Sprint("n", no), Year: 2026, No: no, Title: fmt.Sprint(no), EnteredAt: time.Date(2026, 11, 23, 2, 0, 0, 0, time.UTC), Demands: []inquire.DemandRow{d}}
	}
	s, _ := service(pending(1, "", ""), pending(2, "2026-12-10", ""), pending(3, "2026-11-24", "17:00"), pending(4, "2026-11-20", ""))
	tasks, err := s.Tasks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, task := range tasks.Mine {
		got = append(got, task.Title+" "+task.Due.Words+" "+task.Why)
	}
	want := "4 逾期 4 天 昨天收件，待核对|3 今天 17:00 昨天收件，待核对|1 待核对 昨天收件，请核对|2 待核对 昨天收件，请核对"
	if all := strings.Join(got, "|"); all != want {
		t.Errorf("%s\nwant %s", all, want)
	}
}

func TestATaskSaysWhatTheLedgerKnows(t *testing.T) {
	s, _ := service(inquire.Row{ID: "n1", Year: 2026, No: 1, Title: "甲", Demands: []inquire.DemandRow{{ID: "d1", State: ledger.StatePending, Deadline: day("2026-11-24")}}},
		inquire.Row{ID: "n2", Year: 2026, No: 2, Title: "乙", Demands: []inquire.DemandRow{{ID: "d2", State: ledger.StateDoing, Deadline: day("2026-11-25"), Verdict: app.VerdictDo}}})
	r := s.Reader.(reader)
	for _, id := range []string{"n1", "n2"} {
		r.alerts = append(r.alerts, inquire.Alert{Notice: inquire.Brief{ID: id}, Code: "OVERLOAD", Words: "任务集中：多"})
	}
	s.Reader = r
	tasks, err := s.Tasks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, task := range tasks.Mine {
		if want := map[string]string{"n1": "待核对；任务集中：多", "n2": "承办"}[task.Notice]; task.Why != want {
			t.Errorf("%s: %q, want %q", task.Notice, task.Why, want)
		}
	}
}
