package store_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/alert"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
)

// put is a notice as a test enters it.
type put struct {
	no                      int
	received, issuer, title string
	kind                    app.Kind
	deadline, meeting       string
	verdict                 app.Verdict
	decided                 app.Verdict
	assignee                string
	findings                []app.Finding
	void                    bool
}

func date(s string) app.Date {
	if s == "" {
		return app.Date{}
	}
	d, err := app.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// enterAll writes notices and gives their IDs by number.
func (o *office) enterAll(tb testing.TB, list ...put) map[int]string {
	tb.Helper()
	ids := map[int]string{}
	err := o.store.Write(tb.Context(), func(b ledger.Book) error {
		for _, p := range list {
			id := b.NewID()
			ids[p.no] = id
			n := ledger.Subject{Kind: ledger.SubjectNotice, ID: id}
			received := ledger.Received{Date: date(p.received)}
			if p.received != "" {
				received.Source = ledger.DayClerk
			}
			d := app.Demand{Text: "请办理第" + fmt.Sprint(p.no) + "件事", Kind: p.kind, Verdict: p.verdict, Part: app.Basic,
				Matches: []app.Match{{Part: app.Basic, ItemName: "事项"}}, Findings: p.findings}
			if p.deadline != "" {
				d.Deadline = &app.Deadline{Date: date(p.deadline)}
			}
			c := app.Check{Kind: p.kind, Verdict: p.verdict, Demands: []app.Demand{d}, Findings: p.findings,
				Fields: app.Fields{Issuer: p.issuer, Title: p.title, MeetingTime: p.meeting}}
			ds := ledger.Subject{Kind: ledger.SubjectDemand, ID: b.NewID()}
			steps := []struct {
				s ledger.Subject
				t ledger.EventType
				p any
			}{
				{n, ledger.NoticeRegistered, ledger.NoticePayload{Year: 2026, No: p.no, Entered: date("2026-11-24"), Received: received}},
				{n, ledger.NoticeContent, ledger.ContentPayload{Document: app.Document{Blocks: []app.Block{{Text: p.title}}}, Digest: id, Check: c}},
				{ds, ledger.DemandReceived, ledger.DemandPayload{Notice: id, No: 1, Kind: p.kind, Info: p.verdict == app.VerdictInfo}},
				{ds, ledger.DemandContent, d},
			}
			for _, s := range steps {
				if _, err := b.Append(tb.Context(), s.s, s.t, s.p); err != nil {
					return err
				}
			}
			if p.decided != "" {
				if _, err := b.Append(tb.Context(), ds, ledger.DemandDecided, ledger.Decision{Verdict: p.decided, Assignee: p.assignee}); err != nil {
					return err
				}
			}
			if p.void {
				if _, err := b.Append(tb.Context(), n, ledger.NoticeVoided, ledger.ReasonPayload{Reason: "误登"}); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return ids
}

func TestEarlierDemands(t *testing.T) {
	o := newOffice(t)
	do, info := app.VerdictDo, app.VerdictInfo
	o.enterAll(t,
		put{no: 1, received: "2026-10-24", issuer: "县甲局", verdict: do, deadline: "2026-11-02"},
		put{no: 2, received: "2026-10-25", issuer: "县甲局", title: "关于甲的通知", verdict: do, deadline: "2026-11-02"},
		put{no: 3, received: "2026-11-24", verdict: do, decided: info, deadline: "2026-11-27"},
		put{no: 4, verdict: do, decided: do, deadline: "2026-11-30"}, // not known when: entered on 11-24
		put{no: 5, received: "2026-11-25", verdict: do, deadline: "2026-11-27"},
		put{no: 6, received: "2026-11-20", verdict: info},
		put{no: 7, received: "2026-11-20", verdict: do, void: true},
		put{no: 8, received: "2026-06-01", verdict: do, decided: do, deadline: "2026-11-27"},
		put{no: 9, received: "2026-06-01", verdict: do, decided: info, deadline: "2026-11-27"})
	tell := func(list []alert.Demand) string {
		var out []string
		for _, d := range list {
			out = append(out, fmt.Sprintf("%s %s %v", strings.TrimSuffix(strings.TrimPrefix(d.Number, "2026年第"), "号"), d.Received, d.Open))
		}
		slices.Sort(out)
		return strings.Join(out, "; ")
	}
	got := must[[]alert.Demand](t)(o.store.Earlier(t.Context(), date("2026-10-25"), date("2026-11-24"), app.Date{}, app.Date{}))
	if want := "2 2026-10-25 true; 3 2026-11-24 false; 4 2026-11-24 true"; tell(got) != want {
		t.Errorf("of a month: %s, want %s", tell(got), want)
	}
	got = must[[]alert.Demand](t)(o.store.Earlier(t.Context(), date("2026-10-25"), date("2026-11-24"), date("2026-11-23"), date("2026-12-01")))
	if want := "2 2026-10-25 true; 3 2026-11-24 false; 4 2026-11-24 true; 8 2026-06-01 true"; tell(got) != want {
		t.Errorf("with what is due: %s, want %s", tell(got), want)
	}
	for _, d := range got {
		if d.Number == "2026年第2号" && (d.Department != "县甲局" || d.Title != "关于甲的通知" || d.Entry != "basic事项" || d.Deadline != date("2026-11-02")) {
			t.Errorf("%+v", d)
		}
	}
}

func TestBoardOfTheLedger(t *testing.T) {
	o := newOffice(t)
	ids := o.enterAll(t, put{no: 1, received: "2026-11-12", issuer: "县应急局", title: "关于甲的通知", verdict: app.VerdictDo, decided: app.VerdictDo, assignee: "王志强", deadline: "2026-11-27"})
	f := alert.Alert{Code: alert.MultiHeaded, Reason: "县应急局 11-12 已要求同一事项", Related: []string{ids[1]}}.Finding(func(string) string { return "2026年第1号" })
	o.enterAll(t,
		put{no: 2, received: "2026-11-20", issuer: "县水利局", title: "关于乙的通知", verdict: app.VerdictDo, findings: []app.Finding{f}, deadline: "2026-11-30"},
		put{no: 3, received: "2026-10-20", issuer: "县水利局", verdict: app.VerdictDo, findings: []app.Finding{f}},
		put{no: 4, received: "2026-11-24", kind: app.KindMeeting, title: "甲会", meeting: "2026-11-25 09:00", verdict: app.VerdictDo},
		put{no: 5, received: "2026-11-24", kind: app.KindMeeting, title: "乙会", meeting: "2026-11-25 10:30", verdict: app.VerdictDo},
		put{no: 6, received: "2026-11-24", kind: app.KindMeeting, title: "旧会", meeting: "2026-11-20 10:30", verdict: app.VerdictDo},
		put{no: 7, received: "2026-11-24", verdict: app.VerdictDo, deadline: "2026-12-01"})
	b := must[inquire.Board](t)(o.inquire.Board(t.Context()))
	if len(b.Alerts) != 1 || b.Alerts[0].Notice.Number() != "2026年第2号" || b.Alerts[0].Words != "多头部署：县应急局 11-12 已要求同一事项（2026年第1号）" ||
		len(b.Alerts[0].Related) != 1 || b.Alerts[0].Related[0].Issuer != "县应急局" {
		t.Errorf("alerts %+v", b.Alerts)
	}
	if len(b.Clashes) != 1 || b.Clashes[0].Words != "11-25 周三 09:00 与 10:30 两场会议时间相近" {
		t.Errorf("clashes %+v", b.Clashes)
	}
	// 11-24 is a Tuesday: five workdays end on 11-30.
	if b.Load.Total != 2 || b.Load.To != date("2026-11-30") || b.Load.Limit != ledger.UsualLimit || b.Load.People[0] != (inquire.PersonLoad{Name: "王志强", Count: 1}) {
		t.Errorf("load %+v", b.Load)
	}
	why := ""
	for _, task := range b.Tasks.Mine {
		if task.Number == "2026年第2号" {
			why = task.Why
		}
	}
	if why != "多头部署：县应急局 11-12 已要求同一事项（2026年第1号）" {
		t.Errorf("the task says %q", why)
	}
	if r := must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), nil)); len(r.Changed) > 0 {
		t.Errorf("the tables differ from the events: %v", r.Changed)
	}
	if again := must[inquire.Board](t)(o.inquire.Board(t.Context())); len(again.Alerts) != 1 {
		t.Errorf("after the repair: %+v", again.Alerts)
	}
}

// BenchmarkBoardOf50000 asks a ledger of 50,000 notices, of which 48,000 came in before the last thirty days and are done, for
// the page 待反馈, and for what a new notice is compared with.
func BenchmarkBoardOf50000(b *testing.B) {
	o := openOffice(b, b.TempDir())
	o.settings(b)
	first := date("2024-01-01")
	for done := 0; done < 50000; done += 500 {
		var list []put
		for i := range 500 {
			no := done + i + 1
			p := put{no: no, received: first.AddDays(no * 1030 / 48000).String(), issuer: []string{"县甲局", "县乙局", "县丙局"}[no%3],
				title: fmt.Sprintf("关于第%d件事的通知", no), verdict: app.VerdictDo, decided: app.VerdictInfo, assignee: "王志强"}
			if no > 48000 {
				p.received, p.decided = date("2026-11-24").AddDays(-(no % 30)).String(), app.VerdictDo
				p.deadline = date("2026-11-24").AddDays(no%40 - 5).String()
				if no%200 == 0 {
					p.kind, p.meeting = app.KindMeeting, "2026-11-25 09:00"
				}
				if no%20 == 0 {
					p.findings = []app.Finding{alert.Alert{Code: alert.Repeated, Reason: "部署过"}.Finding(func(string) string { return "" })}
				}
			}
			list = append(list, p)
		}
		o.enterAll(b, list...)
	}
	ctx := context.Background()
	run := func(name string, f func() error) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := f(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	run("Board", func() error { _, err := o.inquire.Board(ctx); return err })
	run("Tasks", func() error { _, err := o.inquire.Tasks(ctx); return err })
	run("Alerts", func() error { _, err := o.store.Alerts(ctx, date("2026-10-25"), 50); return err })
	run("Load", func() error { _, err := o.store.Load(ctx, date("2026-11-24"), date("2026-11-30")); return err })
	run("Meetings", func() error { _, err := o.store.Meetings(ctx, date("2026-11-24"), 60); return err })
	run("Earlier", func() error {
		_, err := o.store.Earlier(ctx, date("2026-10-25"), date("2026-11-24"), date("2026-11-10"), date("2026-12-20"))
		return err
	})
}
