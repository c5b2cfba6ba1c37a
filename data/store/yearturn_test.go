package store_test

import (
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/ledger"
)

// TestOverTheTurnOfTheYear registers and issues before and after New Year: ledger numbers follow the day entered, serials
// the year of 成文日期, and what is open is carried over under its old number.
func TestOverTheTurnOfTheYear(t *testing.T) {
	o := newOffice(t)
	o.clock.t = time.Date(2026, 12, 31, 16, 0, 0, 0, china)
	first, second := o.register(t, text(1, bureau, app.VerdictRefuse)), o.register(t, text(2, bureau, app.VerdictRefuse))
	if p := o.issue(t, first.ID).Paper; p.Number != "柳反馈〔2026〕1号" {
		t.Errorf("before New Year: %s", p.Number)
	}
	newYear := app.Date{Year: 2027, Month: 1, Day: 1}
	if n := must[int](t)(o.store.OpenBefore(t.Context(), newYear)); n != 2 {
		t.Errorf("%d are carried over, want 2", n)
	}

	o.clock.t = time.Date(2027, 1, 4, 9, 0, 0, 0, china)
	third, fourth := o.register(t, text(3, bureau, app.VerdictRefuse)), o.register(t, text(4, bureau, app.VerdictRefuse))
	if third.Number() != "2027年第1号" || fourth.Number() != "2027年第2号" || second.Number() != "2026年第2号" {
		t.Errorf("ledger numbers %s, %s, %s", third.Number(), fourth.Number(), second.Number())
	}
	if n := must[int](t)(o.store.OpenBefore(t.Context(), newYear)); n != 2 {
		t.Errorf("with the new year's %d are carried over, want 2", n)
	}
	// A paper dated back belongs to the series of its date, one of today to the new year's.
	back := must[decide.Issued](t)(o.decide.Issue(t.Context(), decide.Request{Notice: second.ID, Date: app.Date{Year: 2026, Month: 12, Day: 31}}))
	now := must[decide.Issued](t)(o.decide.Issue(t.Context(), decide.Request{Notice: third.ID}))
	again := must[decide.Issued](t)(o.decide.Issue(t.Context(), decide.Request{Notice: fourth.ID}))
	for _, c := range []struct{ got, want string }{{back.Paper.Number, "柳反馈〔2026〕2号"}, {now.Paper.Number, "柳反馈〔2027〕1号"}, {again.Paper.Number, "柳反馈〔2027〕2号"}} {
		if c.got != c.want {
			t.Errorf("number %s, want %s", c.got, c.want)
		}
	}
}

// TestWhoLeftDoesNotSign offers those in office on the day, and refuses a signature after somebody left.
func TestWhoLeftDoesNotSign(t *testing.T) {
	o := newOffice(t)
	day := func(y int, m time.Month, d int) app.Date { return app.Date{Year: y, Month: m, Day: d} }
	s := must[ledger.Settings](t)(o.upkeep.Settings(t.Context()))
	s.People = []app.Person{{Name: "赵国梁", Post: "镇长", Approver: true, To: day(2026, 12, 31)}, {Name: "孙伟", Post: "镇长", Approver: true, From: day(2027, 1, 1)},
		{Name: "周明", Post: "副镇长", Approver: true}}
	must[any](t)(nil, o.upkeep.SaveSettings(t.Context(), s))
	names := func(on app.Date) (out string) {
		for _, p := range must[ledger.Settings](t)(o.upkeep.Settings(t.Context())).Approvers(on) {
			out += p.Name + " "
		}
		return out
	}
	if got := names(day(2026, 12, 31)); got != "赵国梁 周明 " {
		t.Errorf("offered on the last day: %s", got)
	}
	if got := names(day(2027, 1, 4)); got != "孙伟 周明 " {
		t.Errorf("offered in the new year: %s", got)
	}
	o.clock.t = time.Date(2027, 1, 4, 9, 0, 0, 0, china)
	paper := o.issue(t, o.register(t, text(1, bureau, app.VerdictRefuse)).ID).Paper
	if _, err := o.decide.RecordApproval(t.Context(), paper.ID, "赵国梁", day(2027, 1, 4), nil); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("signed after leaving: %v", err)
	}
	if v := must[ledger.Paper](t)(o.decide.RecordApproval(t.Context(), paper.ID, "孙伟", day(2027, 1, 4), nil)); v.ID != paper.ID {
		t.Errorf("approved %+v", v)
	}
}
