package decide_test

import (
	"slices"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// TestOneEscalationTakesUpSeveralNotices: the demands of all of them get one number, and go on together: signature, its
// withdrawal, delivery, each reply by its own notice.
func TestOneEscalationTakesUpSeveralNotices(t *testing.T) {
	b := newBench(t)
	first := b.notice(bureau, app.VerdictEscalate, app.VerdictDo)
	second := b.notice("清河县文化和旅游局", app.VerdictEscalate, app.VerdictEscalate)
	r := decide.Request{Notice: first.ID, Kind: paper.KindEscalation, With: []string{"2026-2", "2026年第2号"}, Evidence: true}
	v, err := b.Preview(t.Context(), r)
	if err != nil || len(v.Answers) != 3 || v.To.Name != "清河县减负办" || len(b.press.last.Others) != 1 {
		t.Fatalf("%+v, %v", v, err)
	}
	out := b.issue(r)
	if out.Paper.Number != "柳提级〔2026〕1号" || !slices.Equal(out.Paper.Notices, []string{first.ID, second.ID}) || len(out.Paper.Answers) != 3 {
		t.Errorf("paper %+v", out.Paper)
	}
	if got := states(b.again(first.ID)) + "/" + states(b.again(second.ID)); got != "to_sign doing/to_sign to_sign" {
		t.Errorf("states %s", got)
	}
	for _, d := range b.again(second.ID).Demands {
		if d.Decision == nil || d.Decision.Verdict != app.VerdictEscalate || d.Paper.Number != out.Paper.Number {
			t.Errorf("demand %+v", d)
		}
	}
	papers, err := b.ledger.Papers(t.Context(), second.ID)
	if err != nil || len(papers) != 1 || papers[0].ID != out.Paper.ID {
		t.Errorf("papers of the second notice: %+v, %v", papers, err)
	}
	if _, err := b.RecordApproval(t.Context(), out.Paper.ID, "赵国梁", day("2026-11-24"), nil); err != nil {
		t.Fatal(err)
	}
	if _, _, err := b.Undo(t.Context(), second.ID); err != nil { // from either notice
		t.Fatal(err)
	}
	if p, _ := b.ledger.Paper(t.Context(), out.Paper.ID); p.Approval != nil || !strings.HasPrefix(states(b.again(first.ID)), "to_sign") {
		t.Errorf("approval %+v, %s", p.Approval, states(b.again(first.ID)))
	}
	if _, err := b.RecordDelivery(t.Context(), out.Paper.ID, day("2026-11-24"), ""); err != nil {
		t.Fatal(err)
	}
	n, err := b.RecordReply(t.Context(), out.Paper.ID, day("2026-11-24"), []decide.ReplyEntry{
		{Demand: second.Demands[0].ID, Outcome: ledger.Withdrawn}, {Demand: second.Demands[1].ID, Outcome: ledger.Upheld}})
	if err != nil || n.ID != second.ID || !strings.HasPrefix(states(b.again(first.ID)), "awaiting") {
		t.Errorf("%s, first %s, %v", n.Number(), states(b.again(first.ID)), err)
	}
	// put right: the new paper takes up what the old one did
	again := b.issue(decide.Request{Notice: first.ID, Kind: paper.KindEscalation, Corrects: out.Paper.ID})
	if len(again.Paper.Answers) != 3 || len(again.Paper.Notices) != 2 {
		t.Errorf("corrected %+v", again.Paper)
	}
}

// TestVoidingACollectedPaperLeadsAllBack: also where one of its notices is taken back.
func TestVoidingACollectedPaperLeadsAllBack(t *testing.T) {
	b := newBench(t)
	first, second := b.notice(bureau, app.VerdictEscalate), b.notice(bureau, app.VerdictEscalate)
	b.issue(decide.Request{Notice: first.ID, Kind: paper.KindEscalation, With: []string{"2026-2"}})
	if _, err := b.VoidNotice(t.Context(), second.ID, "重复登记"); err != nil {
		t.Fatal(err)
	}
	if got := b.again(first.ID).Demands[0]; got.State != ledger.StatePending || got.Paper != nil {
		t.Errorf("%+v", got)
	}
}

func TestWhatCannotBeCollectedIsSaid(t *testing.T) {
	b := newBench(t)
	first := b.notice(bureau, app.VerdictEscalate)
	b.notice(bureau, app.VerdictDo)               // 2: nothing to be raised
	b.notice("中共清河县委", app.VerdictEscalate)       // 3: goes to another body
	void := b.notice(bureau, app.VerdictEscalate) // 4
	if _, err := b.VoidNotice(t.Context(), void.ID, "重复登记"); err != nil {
		t.Fatal(err)
	}
	many := make([]app.Verdict, paper.MostCollected)
	for i := range many {
		many[i] = app.VerdictEscalate
	}
	b.notice(bureau, many...) // 5
	before := len(b.ledger.Entries)
	for with, want := range map[string]string{
		"2": "2026年第2号没有需要提级反映的事项，不能并入", "3": "2026年第3号应呈送中共清河县委，不能并入呈送清河县减负办的反映单", "4": "已撤销或内容已删除，不能写进提级反映单",
		"5": "最多 10 项，这几件共有 11 项", "99": "99",
	} {
		_, err := b.Issue(t.Context(), decide.Request{Notice: first.ID, Kind: paper.KindEscalation, With: []string{with}})
		if err == nil || !strings.Contains(app.ErrorMessage(err), want) {
			t.Errorf("%s: %v", with, err)
		}
	}
	if len(b.ledger.Entries) != before {
		t.Error("a refused paper was written")
	}
}
