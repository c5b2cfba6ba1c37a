package decide_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// matter registers a notice whose demands have one finding each, with the verdicts.
func (b *bench) matter(kind app.Kind, code string, verdicts ...app.Verdict) ledger.Notice {
	b.t.Helper()
	c := app.Check{Fields: app.Fields{Title: "关于报送台账的通知", Issuer: bureau}}
	for i, v := range verdicts {
		c.Demands = append(c.Demands, app.Demand{Text: fmt.Sprintf("第%d项", i+1), Kind: kind, Verdict: v, Findings: []app.Finding{{Code: code, Title: code, Severity: app.SeverityWarn}}})
	}
	var id string
	b.write(func(book ledger.Book) {
		id = book.NewID()
		s := ledger.Subject{Kind: ledger.SubjectNotice, ID: id}
		no, _ := book.NextNo(b.t.Context(), 2026)
		b.append(book, s, ledger.NoticeRegistered, ledger.NoticePayload{Year: 2026, No: no, Entered: day("2026-11-24"), Received: ledger.Received{Date: day("2026-11-24"), Source: ledger.DayDoc}})
		b.append(book, s, ledger.NoticeContent, ledger.ContentPayload{Document: app.Document{Blocks: []app.Block{{Text: "原文"}}}, Digest: id, Check: c})
		for i, d := range c.Demands {
			ds := ledger.Subject{Kind: ledger.SubjectDemand, ID: book.NewID()}
			b.append(book, ds, ledger.DemandReceived, ledger.DemandPayload{Notice: id, No: i + 1, Kind: d.Kind})
			b.append(book, ds, ledger.DemandContent, d)
		}
	})
	return b.again(id)
}

func raised(ns ...ledger.Notice) []decide.Raised {
	var out []decide.Raised
	for _, n := range ns {
		r := decide.Raised{Notice: n.ID}
		for _, d := range n.Demands {
			r.Demands = append(r.Demands, d.ID)
		}
		out = append(out, r)
	}
	return out
}

// TestSmallMattersAreRaisedInOnePaper: one number, one paper, and in each notice the decision, the state and the paper. The
// meeting had been attended, the refused matter is raised instead.
func TestSmallMattersAreRaisedInOnePaper(t *testing.T) {
	b := newBench(t)
	task, meeting, form := b.matter(app.KindTask, "NOT_ON_LIST", app.VerdictEscalate, app.VerdictEscalate), b.matter(app.KindMeeting, "MEETING_RULES", app.VerdictEscalate), b.matter(app.KindForm, "DUPLICATE_FORM", app.VerdictRefuse)
	if _, err := b.Decide(t.Context(), meeting.ID, []decide.Choice{{Demand: meeting.Demands[0].ID, Verdict: app.VerdictDo}}); err != nil {
		t.Fatal(err)
	}
	r := decide.Request{Notice: task.ID, Kind: paper.KindEscalation, Together: raised(task, meeting, form), Folder: "出文"}
	v, err := b.Preview(t.Context(), r)
	if err != nil || v.NextNumber != "柳提级〔2026〕1号" || len(v.Answers) != 4 || v.To.Name != "清河县减负办" || !v.Differs {
		t.Fatalf("preview %+v, %v", v, err)
	}
	if got := states(b.again(task.ID)) + "|" + states(b.again(meeting.ID)); got != "pending pending|doing" {
		t.Errorf("the preview changed something: %s", got)
	}
	out := b.issue(r)
	if out.Paper.Number != "柳提级〔2026〕1号" || len(out.Paper.Notices) != 3 || len(out.Paper.Answers) != 4 || out.Copy != "出文/柳提级〔2026〕1号_关于报送台账的通知等3件_2026-11-24.pdf" {
		t.Errorf("paper %+v, copy %s", out.Paper, out.Copy)
	}
	for _, n := range []ledger.Notice{task, meeting, form} {
		for _, d := range b.again(n.ID).Demands {
			if d.State != ledger.StateToSign || d.Decision == nil || d.Decision.Verdict != app.VerdictEscalate || d.Paper == nil || d.Paper.Paper != out.Paper.ID {
				t.Errorf("%s 事%d: %s, decided %+v, paper %+v", n.Number(), d.No, d.State, d.Decision, d.Paper)
			}
		}
	}
	if s := b.press.last; len(s.Others) != 2 || s.Others[0].Ledger != meeting.Number() || s.Number != out.Paper.Number {
		t.Errorf("%d others, %s", len(s.Others), s.Number)
	}
	if _, err := b.Preview(t.Context(), r); app.ErrorCode(err) != app.CodeConflict || !strings.Contains(app.ErrorMessage(err), "已出文") {
		t.Errorf("raised twice: %v", err)
	}
	if _, err := b.VoidPaper(t.Context(), out.Paper.ID, "先不反映"); err != nil || states(b.again(form.ID)) != "pending" || states(b.again(task.ID)) != "pending pending" {
		t.Errorf("after the paper was voided: %s, %v", states(b.again(form.ID)), err)
	}
}

// TestOnePaperOfSeveralNoticesGoesItsWay: signature, undo and reply reach the demands of every notice, not only of the one
// that is on screen.
func TestOnePaperOfSeveralNoticesGoesItsWay(t *testing.T) {
	b := newBench(t)
	one, two := b.matter(app.KindTask, "NOT_ON_LIST", app.VerdictEscalate), b.matter(app.KindTask, "NOT_ON_LIST", app.VerdictEscalate)
	id := b.issue(decide.Request{Notice: one.ID, Kind: paper.KindEscalation, Together: raised(one, two)}).Paper.ID
	both := func() string { return states(b.again(one.ID)) + "|" + states(b.again(two.ID)) }
	approve := func() {
		t.Helper()
		b.now = b.now.Add(time.Minute)
		if _, err := b.RecordApproval(t.Context(), id, "赵国梁", day("2026-11-24"), nil); err != nil {
			t.Fatal(err)
		}
	}
	approve()
	if got := both(); got != "to_deliver|to_deliver" {
		t.Errorf("signed: %s", got)
	}
	if what, _, err := b.Undo(t.Context(), two.ID); err != nil || both() != "to_sign|to_sign" {
		t.Errorf("%s taken back at the second notice: %s, %v", what, both(), err)
	}
	approve()
	if _, err := b.RecordDelivery(t.Context(), id, day("2026-11-24"), ""); err != nil || both() != "awaiting|awaiting" {
		t.Fatalf("delivered: %s, %v", both(), err)
	}
	n, err := b.RecordReply(t.Context(), id, day("2026-11-24"), []decide.ReplyEntry{{Demand: two.Demands[0].ID, Outcome: ledger.Changed}})
	if err != nil || n.ID != two.ID || both() != "awaiting|replied" {
		t.Errorf("reply to the second: notice %s, %s, %v", n.Number(), both(), err)
	}
}

func TestWhatIsNotSmallIsNotRaisedTogether(t *testing.T) {
	b := newBench(t)
	small := b.matter(app.KindTask, "NOT_ON_LIST", app.VerdictEscalate)
	before := len(b.ledger.Entries)
	for name, c := range map[string]struct {
		n    ledger.Notice
		want string
	}{
		"answered at once": {b.matter(app.KindPledge, "PLEDGE", app.VerdictRefuse), "不再是可以合并的小事"},
		"borne":            {b.matter(app.KindTask, "EXCESS_TRACES", app.VerdictCooperate), "不再是可以合并的小事"},
		"too many":         {b.matter(app.KindTask, "NOT_ON_LIST", make11()...), "最多 10 项，选了 12 项"},
	} {
		_, err := b.Issue(t.Context(), decide.Request{Notice: small.ID, Kind: paper.KindEscalation, Together: raised(small, c.n)})
		if !strings.Contains(app.ErrorMessage(err), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n, _ := b.ledger.NextSerial(t.Context(), "柳提级", ledger.PaperEscalation, 2026); n != 1 || len(b.ledger.Entries) <= before {
		t.Errorf("next number %d", n)
	}
	if states(b.again(small.ID)) != "pending" || b.again(small.ID).Demands[0].Decision != nil {
		t.Error("a refused collection decided something")
	}
}

// make11 are eleven verdicts.
func make11() []app.Verdict {
	out := make([]app.Verdict, 11)
	for i := range out {
		out[i] = app.VerdictEscalate
	}
	return out
}
