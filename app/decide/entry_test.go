package decide_test

import (
	"testing"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/ledger"
)

// TestAPaperCitesTheEntryThatTheClerkNamed: of two readings the second is chosen, before and after it is decided.
func TestAPaperCitesTheEntryThatTheClerkNamed(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictEscalate)
	first, second := app.Match{Part: app.Cooperate, ItemNo: "2", ItemName: "农村自建房安全隐患排查"}, app.Match{Part: app.TakenBack, ItemNo: "48", ItemName: "农村自建房结构安全性鉴定"}
	advice := app.Demand{Text: "第1项", Kind: app.KindTask, Verdict: app.VerdictEscalate, Part: app.Cooperate, Matches: []app.Match{first, second},
		Doubt: &app.Doubt{Rivals: []string{first.ItemName, second.ItemName}}}
	b.write(func(book ledger.Book) {
		c := n.Check
		c.Demands = []app.Demand{advice}
		b.append(book, ledger.Subject{Kind: ledger.SubjectNotice, ID: n.ID}, ledger.NoticeContent, ledger.ContentPayload{Document: n.Document, Digest: n.ID, Check: c})
		b.append(book, ledger.Subject{Kind: ledger.SubjectDemand, ID: n.Demands[0].ID}, ledger.DemandContent, advice)
	})
	entry := second.Ref()
	cited := func(what string) {
		t.Helper()
		d := b.press.last.Check.Demands[0]
		if d.Part != app.TakenBack || d.Matches[0].Ref() != entry || d.Matches[1].Ref() != first.Ref() || d.Doubt != nil {
			t.Errorf("%s: %+v", what, d)
		}
	}
	choice := decide.Choice{Demand: n.Demands[0].ID, Verdict: app.VerdictRefuse, Reason: "要求出具鉴定意见", Entry: &entry}
	if _, err := b.Draft(t.Context(), decide.Request{Notice: n.ID, Choices: []decide.Choice{choice}}); err != nil {
		t.Fatal(err)
	}
	cited("draft")
	if n = b.again(n.ID); n.Demands[0].Decision != nil {
		t.Error("a draft decides")
	}
	b.issue(decide.Request{Notice: n.ID, Choices: []decide.Choice{choice}})
	cited("issued")
	n = b.again(n.ID)
	if d := n.Demands[0].Decision; d == nil || d.Entry == nil || *d.Entry != entry || n.Demands[0].Advice.Matches[0].Ref() != first.Ref() {
		t.Errorf("decision %+v, advice %+v", d, n.Demands[0].Advice)
	}
	before := len(b.ledger.Entries)
	m := b.notice(bureau, app.VerdictDo)
	other := app.DutyRef{Part: app.Basic, ItemNo: "3", Name: "甲"}
	for _, e := range []*app.DutyRef{&other, {Part: app.Basic, ItemNo: "3", Name: "甲"}} { // the same again writes nothing
		if _, err := b.Decide(t.Context(), m.ID, []decide.Choice{{Demand: m.Demands[0].ID, Verdict: app.VerdictDo, Entry: e}}); err != nil {
			t.Fatal(err)
		}
	}
	decided := 0
	for _, e := range b.ledger.Entries[before:] {
		if e.Event.Type == ledger.DemandDecided {
			decided++
		}
	}
	if decided != 1 {
		t.Errorf("%d decisions were written", decided)
	}
}
