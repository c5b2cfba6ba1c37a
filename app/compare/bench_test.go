package compare_test

import (
	"context"
	"errors"
	"testing"

	"yidanqing/app"
	"yidanqing/app/calendar"
	"yidanqing/app/compare"
	"yidanqing/app/judge"
	"yidanqing/app/ledger"
	"yidanqing/app/lexicon"
	"yidanqing/app/rule"
	"yidanqing/assets"
)

// office is what an office has of its own; it may change.
type office struct{ own ledger.Own }

func (o *office) Own(context.Context) (ledger.Own, error) { return o.own, nil }

func (o *office) ListOn(context.Context, app.Date) (*ledger.List, error) { return nil, nil }

func (o *office) RegistersOn(context.Context, app.Date) ([]app.Register, error) { return nil, nil }

func maker(t *testing.T, made *int) func(app.OwnRules) (*judge.Judge, error) {
	t.Helper()
	days, err := calendar.Parse(assets.Calendars()...)
	if err != nil {
		t.Fatal(err)
	}
	return func(own app.OwnRules) (*judge.Judge, error) {
		*made++
		lex, err := lexicon.Read(lexicon.Files{Concepts: assets.Concepts, Actions: assets.Actions, Departments: assets.Departments, Emergency: assets.Emergency}, own.Words...)
		set, e := rule.ReadOwn(assets.Rules, own)
		if err = errors.Join(err, e); err != nil {
			return nil, err
		}
		return judge.New(judge.Params{Lexicon: lex, Rules: set, Calendar: days, Own: own.Digest()}), nil
	}
}

func TestAChangedRuleCountsFromTheNextCheck(t *testing.T) {
	o, made := &office{}, 0
	bench := &compare.Bench{Make: maker(t, &made), Own: o}
	s := &compare.Service{Judge: bench.Judge, Sources: o}
	check := func() app.Verdict {
		t.Helper()
		c, err := s.Check(t.Context(), "关于签订责任状的通知\n各村：\n请各村签订消防安全责任状，于3月20日前交回。", app.Date{Year: 2026, Month: 3, Day: 10}, app.Fields{})
		if err != nil {
			t.Fatal(err)
		}
		return c.Verdict
	}
	if v := check(); v != app.VerdictRefuse || check() != v || made != 1 {
		t.Fatalf("as shipped %s, %d judges made", v, made)
	}
	o.own.Changes = []ledger.RuleChanged{{Change: app.RuleChange{Code: "PLEDGE", Severity: app.SeverityWarn}}}
	if v := check(); v != app.VerdictEscalate || made != 2 {
		t.Errorf("softened %s, %d judges made", v, made)
	}
	o.own.Changes[0].Change = app.RuleChange{Code: "PLEDGE"} // taken back
	if v := check(); v != app.VerdictRefuse || made != 3 {
		t.Errorf("reset %s, %d judges made", v, made)
	}
}
