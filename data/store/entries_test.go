package store_test

import (
	"fmt"
	"testing"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
)

// TestEntriesThatDemandsRestOn asks for the open demands with an entry, and for those whose entries could not be told apart.
func TestEntriesThatDemandsRestOn(t *testing.T) {
	o := newOffice(t)
	match := []app.Match{{Part: app.Cooperate, ItemName: "燃气安全检查"}, {Part: app.Basic, ItemName: "另一项"}}
	err := o.store.Write(t.Context(), func(b ledger.Book) error {
		for i, d := range []app.Demand{
			{Gist: "在办", Verdict: app.VerdictDo, Matches: match},
			{Gist: "没有对上", Verdict: app.VerdictEscalate},
			{Gist: "拿不准", Verdict: app.VerdictEscalate, Matches: match, Doubt: &app.Doubt{Rivals: []string{"燃气安全检查", "燃气执法"}}},
		} {
			if err := enter(t.Context(), b, i+1, []int{1000, 0, 0}[i], "文字", app.Check{Demands: []app.Demand{d}}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	tell := func() string {
		out := ""
		for _, m := range must[[]inquire.OpenMatch](t)(o.store.OpenMatches(t.Context())) {
			out += fmt.Sprintf("%s 事%d %s %s %s;", m.Notice.Number(), m.No, m.Gist, m.Part, m.Name)
		}
		return out
	}
	if got, want := tell(), "2026年第3号 事1 拿不准 cooperate 燃气安全检查;2026年第1号 事1 在办 cooperate 燃气安全检查;"; got != want {
		t.Errorf("open: %s\nwant %s", got, want)
	}
	first := must[inquire.Page](t)(o.inquire.Page(t.Context(), inquire.Filter{}, inquire.Cursor{}, 5)).Rows[2]
	must[ledger.Notice](t)(o.decide.Done(t.Context(), first.ID, nil, "办完"))
	if got, want := tell(), "2026年第3号 事1 拿不准 cooperate 燃气安全检查;"; got != want {
		t.Errorf("after one was done: %s\nwant %s", got, want)
	}
	since := app.Date{Year: 2026, Month: 11, Day: 24}
	doubted := must[[]inquire.Doubted](t)(o.store.Doubted(t.Context(), since))
	if len(doubted) != 1 || doubted[0].Notice.No != 3 || len(doubted[0].Rivals) != 2 || doubted[0].Rivals[1] != "燃气执法" {
		t.Errorf("doubted %+v", doubted)
	}
	if later := must[[]inquire.Doubted](t)(o.store.Doubted(t.Context(), since.AddDays(1))); len(later) > 0 {
		t.Errorf("since the day after: %+v", later)
	}
}
