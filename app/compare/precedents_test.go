package compare_test

import (
	"context"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/alert"
	"yidanqing/app/compare"
	"yidanqing/app/ledger"
)

// history is a ledger that holds precedents alone.
type history struct{ precedents []ledger.Precedent }

func (h *history) Settings(context.Context) (ledger.Settings, error) { return ledger.Settings{}, nil }

func (h *history) Precedents(_ context.Context, list *app.Version) (out []ledger.Precedent, _ error) {
	for _, p := range h.precedents {
		if p.List == *list {
			out = append(out, p)
		}
	}
	return out, nil
}

func (h *history) Earlier(context.Context, app.Date, app.Date, app.Date, app.Date) ([]alert.Demand, error) {
	return nil, nil
}

// TestPrecedentsCountFromTheNextCheck: one that comes, is put right, goes out of use or is of the notice itself.
func TestPrecedentsCountFromTheNextCheck(t *testing.T) {
	o, made, h := &office{}, 0, &history{}
	bench := &compare.Bench{Make: maker(t, &made), Own: o}
	s := &compare.Service{Judge: bench.Judge, Sources: o, Ledger: h}
	const notice = "县水利局：请各村签订河道保洁责任状，于3月20日前交回。"
	check := func(except ...string) app.Check {
		t.Helper()
		c, err := s.Check(t.Context(), notice, app.Date{Year: 2026, Month: 3, Day: 10}, app.Fields{}, except...)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	first := check()
	if first.Verdict != app.VerdictRefuse {
		t.Fatalf("without precedents %s", first.Verdict)
	}
	d := first.Demands[0]
	p := ledger.Precedent{At: time.Date(2026, 1, 5, 1, 0, 0, 0, time.UTC), Precedent: app.Precedent{ID: "d1", Notice: "n1", Number: "2026年第3号", Department: "县财政局", Text: d.Text, Kind: d.Kind,
		Advised: d.Verdict, Findings: []string{"PLEDGE"}, Decided: app.VerdictEscalate, Day: app.Date{Year: 2026, Month: 1, Day: 5}}}
	h.precedents = []ledger.Precedent{p}
	if v := check().Verdict; v != app.VerdictRefuse {
		t.Errorf("of another department: %s", v)
	}
	h.precedents[0].Department = "清河县水务局" // the field was put right; 水务局 is 水利局
	if c := check(); c.Verdict != app.VerdictEscalate || c.Demands[0].Precedent == nil || c.Demands[0].Precedent.Notice != "n1" {
		t.Errorf("in use: %s %+v", c.Verdict, c.Demands[0].Precedent)
	}
	if v := check("n1").Verdict; v != app.VerdictRefuse {
		t.Errorf("against itself: %s", v)
	}
	h.precedents[0].Off = &ledger.PrecedentOff{Reason: "那次情况特殊"}
	if v := check().Verdict; v != app.VerdictRefuse {
		t.Errorf("out of use: %s", v)
	}
	h.precedents[0].Off, h.precedents[0].List = nil, app.Version{What: "list", Title: "另一版"}
	if v := check().Verdict; v != app.VerdictRefuse {
		t.Errorf("of another list: %s", v)
	}
}
