package ledger_test

import (
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

func TestWhatMakesAPrecedent(t *testing.T) {
	a, b := app.DutyRef{Part: app.Cooperate, ItemNo: "4", Name: "甲"}, app.DutyRef{Part: app.TakenBack, ItemNo: "9", Name: "乙"}
	demand := func(advised, decided app.Verdict, entry *app.DutyRef, change func(*ledger.Demand)) ledger.Demand {
		d := ledger.Demand{Kind: app.KindTask, State: ledger.StateDoing, Decision: &ledger.Decision{Verdict: decided, Advised: advised, Entry: entry},
			Advice: app.Demand{Text: "请各村登记。", Part: app.Cooperate, Matches: []app.Match{{Part: a.Part, ItemNo: a.ItemNo, ItemName: a.Name}}}}
		if change != nil {
			change(&d)
		}
		return d
	}
	doubtful := func(d *ledger.Demand) { d.Advice.Doubt = &app.Doubt{Rivals: []string{"甲", "乙"}} }
	for name, c := range map[string]struct {
		demand ledger.Demand
		want   bool
		entry  *app.DutyRef
	}{
		"as advised":                           {demand(app.VerdictCooperate, app.VerdictCooperate, nil, nil), false, nil},
		"as advised, the entry named":          {demand(app.VerdictCooperate, app.VerdictCooperate, &a, nil), false, nil},
		"another verdict":                      {demand(app.VerdictEscalate, app.VerdictCooperate, nil, nil), true, &a},
		"a verdict that does not fit its part": {demand(app.VerdictCooperate, app.VerdictDo, nil, nil), true, nil},
		"escalated under its entry":            {demand(app.VerdictCooperate, app.VerdictEscalate, nil, nil), true, &a},
		"another entry":                        {demand(app.VerdictEscalate, app.VerdictRefuse, &b, nil), true, &b},
		"the same verdict on another entry":    {demand(app.VerdictEscalate, app.VerdictEscalate, &b, nil), true, &b},
		"the first of two readings":            {demand(app.VerdictCooperate, app.VerdictCooperate, &a, doubtful), true, &a},
		"knows of it":                          {demand(app.VerdictEscalate, app.VerdictInfo, nil, nil), false, nil},
		"no advice was given":                  {demand(app.VerdictUnjudged, app.VerdictDo, nil, nil), false, nil},
		"a meeting that is attended":           {demand(app.VerdictEscalate, app.VerdictDo, nil, func(d *ledger.Demand) { d.Kind = app.KindMeeting }), false, nil},
		"void":                                 {demand(app.VerdictEscalate, app.VerdictDo, nil, func(d *ledger.Demand) { d.State = ledger.StateVoid }), false, nil},
		"erased":                               {demand(app.VerdictEscalate, app.VerdictDo, nil, func(d *ledger.Demand) { d.Advice = app.Demand{} }), false, nil},
		"not decided":                          {demand(app.VerdictEscalate, app.VerdictDo, nil, func(d *ledger.Demand) { d.Decision = nil }), false, nil},
	} {
		p, ok := ledger.PrecedentOf(ledger.Notice{Demands: []ledger.Demand{c.demand}}, c.demand, time.UTC)
		if ok != c.want {
			t.Errorf("%s: %v", name, ok)
		}
		if ok && (p.Entry == nil) != (c.entry == nil) || ok && c.entry != nil && *p.Entry != *c.entry {
			t.Errorf("%s: entry %+v, want %+v", name, p.Entry, c.entry)
		}
	}
}
