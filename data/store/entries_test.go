package store_test

import (
	"fmt"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/data/store"
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

// TestNoticesThatCiteAnEntry asks for the notices whose demands rest on an entry, part by part: the entry that the clerk named
// goes before that of the advice, and what was near but not on the list cites nothing.
func TestNoticesThatCiteAnEntry(t *testing.T) {
	o := newOffice(t)
	gas := app.Match{Part: app.TakenBack, ItemNo: "17", ItemName: "燃气执法检查"}
	near := app.Match{Part: app.Cooperate, ItemNo: "41", ItemName: "燃气执法检查"} // the same name in another part
	cites := func(part app.Part, v app.Verdict, m ...app.Match) app.Demand {
		return app.Demand{Text: "检查", Kind: app.KindTask, Part: part, Verdict: v, Matches: m}
	}
	var ids []string
	err := o.store.Write(t.Context(), func(b ledger.Book) error {
		for i, demands := range [][]app.Demand{
			{cites(app.TakenBack, app.VerdictRefuse, gas), cites(app.TakenBack, app.VerdictRefuse, gas)}, // one notice, twice
			{cites(app.Cooperate, app.VerdictCooperate, near)},
			{cites(app.PartNone, app.VerdictEscalate, gas)},
			{cites(app.PartOpen, app.VerdictEscalate, gas, near)},
			{cites(app.TakenBack, app.VerdictRefuse, near, gas)},
			{cites(app.TakenBack, app.VerdictRefuse, gas)},
			{cites(app.Cooperate, app.VerdictCooperate, near)}, // the clerk will name the other one
			{cites(app.TakenBack, app.VerdictRefuse, gas)},
		} {
			c := app.Check{Fields: app.Fields{Title: fmt.Sprintf("第%d件", i+1), Issuer: bureau}, Demands: demands}
			if err := enter(t.Context(), b, i+1, 0, "文字", c); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range must[inquire.Page](t)(o.inquire.Page(t.Context(), inquire.Filter{}, inquire.Cursor{}, 20)).Rows {
		ids = append(ids, r.ID)
	}
	seventh := must[ledger.Notice](t)(o.store.Notice(t.Context(), ids[1]))
	ref := gas.Ref()
	must[ledger.Notice](t)(o.decide.Decide(t.Context(), seventh.ID, []decide.Choice{{Demand: seventh.Demands[0].ID, Verdict: app.VerdictRefuse, Reason: "属上级", Entry: &ref}}))
	must[ledger.Notice](t)(o.decide.VoidNotice(t.Context(), ids[2], "重复")) // the sixth
	eighth := must[ledger.Notice](t)(o.store.Notice(t.Context(), ids[0]))
	must[ledger.Notice](t)(o.decide.Talk(t.Context(), eighth.ID, nil, ledger.Talk{Way: "phone", Result: ledger.TalkWithdrawn}))
	tell := func(entry app.DutyRef, limit int) string {
		out, after := "", inquire.Cursor{}
		for part := 0; part == 0 || after != (inquire.Cursor{}); part++ {
			p := must[inquire.CitingPage](t)(o.inquire.Citing(t.Context(), entry, after, limit))
			out += fmt.Sprintf("[%d]", p.Total)
			for _, c := range p.Rows {
				out += fmt.Sprintf(" %s %s%s", c.Notice.Title, c.Verdict, c.Result)
			}
			after = p.Next
		}
		return out
	}
	const all = " 第8件 refusewithdrawn 第7件 refuse 第1件 refuse"
	for range 2 { // as written, and as the tables are made anew from the events
		if got := tell(ref, 20); got != "[3]"+all {
			t.Errorf("cited by %s", got)
		}
		if got, want := tell(ref, 1), "[3] 第8件 refusewithdrawn[3] 第7件 refuse[3] 第1件 refuse"; got != want {
			t.Errorf("by parts %s", got)
		}
		if got := tell(near.Ref(), 20); got != "[2] 第5件 refuse 第2件 cooperate" {
			t.Errorf("the other entry is cited by %s", got)
		}
		must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), nil))
	}
	if plan := must[string](t)(o.store.PlanForTest("SELECT notice FROM demand WHERE counted = 1 AND " + store.CitedEntryForTest + " = 'x'")); !strings.Contains(plan, "demand_entry") {
		t.Errorf("the index of entries is not asked: %s", plan)
	}
}
