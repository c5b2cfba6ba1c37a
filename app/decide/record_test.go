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

func TestFromSignatureToReply(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse, app.VerdictRefuse, app.VerdictCooperate)
	id := b.issue(decide.Request{Notice: n.ID}).Paper.ID
	p, err := b.RecordApproval(t.Context(), id, "赵国梁", day("2026-11-24"), &decide.Photo{Name: "签字页.jpg", Data: []byte("jpg")})
	if err != nil || p.Approval.By != "赵国梁" || p.Approval.Post != "分管副镇长" || string(b.blobs.Files[p.Photo.Digest]) != "jpg" ||
		states(b.again(n.ID)) != "to_deliver to_deliver cooperating" {
		t.Errorf("approval %+v, %v", p, err)
	}
	p, err = b.RecordDelivery(t.Context(), id, day("2026-11-24"), "周明")
	if err != nil || p.Delivery.Due != day("2026-12-01") || p.Delivery.To != "周明" || states(b.again(n.ID)) != "awaiting awaiting cooperating" {
		t.Errorf("delivery %+v, %v", p.Delivery, err)
	}
	b.now = b.now.AddDate(0, 0, 8)
	d := b.again(n.ID).Demands
	if !d[0].Overdue(day("2026-12-02")) || d[0].Overdue(day("2026-12-01")) {
		t.Error("the clock runs wrong")
	}
	n, err = b.RecordReply(t.Context(), id, day("2026-12-02"), []decide.ReplyEntry{{Demand: d[0].ID, Outcome: ledger.Withdrawn}})
	if err != nil || states(n) != "replied awaiting cooperating" {
		t.Errorf("states %s, %v", states(n), err)
	}
	n, err = b.RecordReply(t.Context(), id, day("2026-12-02"), []decide.ReplyEntry{
		{Demand: d[0].ID, Outcome: ledger.Changed, Words: "改为自愿"}, {Demand: d[1].ID, Outcome: ledger.Upheld}})
	if err != nil || n.Demands[0].Reply.Outcome != ledger.Changed || !n.Demands[0].Reply.Corrects || n.Demands[1].Reply.Corrects {
		t.Errorf("corrected reply %+v, %v", n.Demands[0].Reply, err)
	}
	if n, err = b.Done(t.Context(), n.ID, nil, "按新要求办"); err != nil || states(n) != "closed closed closed" {
		t.Errorf("states %s, %v", states(n), err)
	}
	if n, err = b.Reopen(t.Context(), n.ID, []string{d[1].ID}, "又来催"); err != nil || states(n) != "closed replied closed" {
		t.Errorf("states %s, %v", states(n), err)
	}
}

func TestUpheldReplyIsRaised(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse, app.VerdictRefuse)
	id := b.issue(decide.Request{Notice: n.ID}).Paper.ID
	if _, err := b.RecordDelivery(t.Context(), id, day("2026-11-24"), ""); err != nil {
		t.Fatal(err)
	}
	replies := []decide.ReplyEntry{{Demand: n.Demands[0].ID, Outcome: ledger.Upheld}, {Demand: n.Demands[1].ID, Outcome: ledger.Withdrawn}}
	if _, err := b.RecordReply(t.Context(), id, day("2026-11-24"), replies); err != nil {
		t.Fatal(err)
	}
	out := b.issue(decide.Request{Notice: n.ID, Kind: paper.KindEscalation})
	if states(out.Notice) != "to_sign replied" || !strings.Contains(string(out.PDF), "escalation|柳提级〔2026〕1号|2026-11-24|清河县减负办|escalate,info|") {
		t.Errorf("states %s, paper %s", states(out.Notice), out.PDF)
	}
}

func TestRecordsRefuseWhatCannotBe(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse)
	id := b.issue(decide.Request{Notice: n.ID}).Paper.ID
	check := func(name string, code app.Code, err error) {
		t.Helper()
		if app.ErrorCode(err) != code {
			t.Errorf("%s: code %q, %v", name, app.ErrorCode(err), err)
		}
	}
	_, err := b.RecordApproval(t.Context(), id, " ", day("2026-11-24"), nil)
	check("nobody signs", app.CodeInvalid, err)
	_, err = b.RecordApproval(t.Context(), id, "王海", day("2026-11-24"), nil)
	check("who has left signs", app.CodeInvalid, err)
	_, err = b.RecordApproval(t.Context(), id, "赵国梁", day("2026-11-25"), nil)
	check("signed tomorrow", app.CodeInvalid, err)
	_, err = b.RecordDelivery(t.Context(), id, day("2026-11-23"), "")
	check("delivered before it was written", app.CodeInvalid, err)
	_, err = b.RecordReply(t.Context(), id, day("2026-11-24"), []decide.ReplyEntry{{Demand: n.Demands[0].ID, Outcome: ledger.Upheld}})
	check("replied before delivery", app.CodeConflict, err)
	_, err = b.RecordApproval(t.Context(), "id99", "赵国梁", day("2026-11-24"), nil)
	check("no such paper", app.CodeNotFound, err)
	_, err = b.Reopen(t.Context(), n.ID, nil, "")
	check("reopen nothing", app.CodeInvalid, err)
	if b.again(n.ID).Demands[0].State != ledger.StateToSign {
		t.Error("a refused record changed the state")
	}
	if _, err = b.RecordApproval(t.Context(), id, "刘建军", day("2026-11-24"), nil); err != nil {
		t.Errorf("who is not on the list may sign: %v", err)
	}
	_, err = b.RecordApproval(t.Context(), id, "赵国梁", day("2026-11-24"), nil)
	check("signed twice", app.CodeConflict, err)
}

func TestTalk(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse, app.VerdictCooperate)
	n, err := b.Talk(t.Context(), n.ID, []string{n.Demands[0].ID}, ledger.Talk{Way: "sms", With: "周明", Words: "周明您好"})
	if err != nil || states(n) != "talking pending" || n.Demands[0].Talks[0].Words != "周明您好" {
		t.Errorf("states %s, %v", states(n), err)
	}
	if n, err = b.Talk(t.Context(), n.ID, []string{n.Demands[0].ID}, ledger.Talk{Way: "phone", Result: ledger.TalkLater}); err != nil || n.Demands[0].Talks[1].Remind != day("2026-11-25") {
		t.Errorf("talks %+v, %v", n.Demands[0].Talks, err)
	}
	out := b.issue(decide.Request{Notice: n.ID})
	if states(out.Notice) != "to_sign cooperating" {
		t.Errorf("states %s", states(out.Notice))
	}
	other := b.notice(bureau, app.VerdictRefuse)
	if other, err = b.Talk(t.Context(), other.ID, nil, ledger.Talk{Way: "phone", Result: ledger.TalkWithdrawn}); err != nil || states(other) != "closed" {
		t.Errorf("states %s, %v", states(other), err)
	}
}

// TestTheSameMessageIsToldOnce: copying the message again is no second talk.
func TestTheSameMessageIsToldOnce(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse)
	for range 3 {
		var err error
		if n, err = b.Talk(t.Context(), n.ID, nil, ledger.Talk{Way: "sms", With: "周明", Words: " 周明您好"}); err != nil {
			t.Fatal(err)
		}
	}
	if got := len(n.Demands[0].Talks); got != 1 {
		t.Errorf("%d talks", got)
	}
	n, err := b.Talk(t.Context(), n.ID, nil, ledger.Talk{Way: "sms", With: "周明", Words: "改了一字"})
	if err != nil || len(n.Demands[0].Talks) != 2 {
		t.Errorf("%d talks, %v", len(n.Demands[0].Talks), err)
	}
}

func TestATalkIsNotInTheFuture(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse)
	_, err := b.Talk(t.Context(), n.ID, nil, ledger.Talk{Way: "phone", Date: day("2026-11-25")})
	if app.ErrorCode(err) != app.CodeInvalid || states(b.again(n.ID)) != "pending" {
		t.Errorf("%v, states %s", err, states(b.again(n.ID)))
	}
}

// TestTalksStandInTheEscalation: what was said before is told to the superior, with day and hour where they are known; a
// message that was answered is not told twice.
func TestTalksStandInTheEscalation(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictEscalate)
	for _, talk := range []ledger.Talk{{Way: "sms", With: "周明", Words: "您好"}, {Way: "phone", With: "周明", Date: day("2026-11-23"), Time: "16:20", Result: ledger.TalkLater},
		{Way: "meeting", With: "周明", Result: ledger.TalkDisagreed}} {
		if _, err := b.Talk(t.Context(), n.ID, nil, talk); err != nil {
			t.Fatal(err)
		}
	}
	b.issue(decide.Request{Notice: n.ID})
	want := []paper.Talk{{Date: day("2026-11-23"), Time: "16:20", Way: "电话", With: "周明", Result: "约定再次联系"},
		{Date: day("2026-11-24"), Way: "当面", With: "周明", Result: "未达成一致"}}
	if got := b.press.last.Talks; !slices.Equal(got, want) {
		t.Errorf("talks %+v", got)
	}
}

func TestMessageBeforeTheNoticeIsRegistered(t *testing.T) {
	b := newBench(t)
	c := app.Check{Fields: app.Fields{Issuer: bureau}, Demands: []app.Demand{{Text: "甲", Verdict: app.VerdictEscalate}}}
	got, err := b.Message(t.Context(), "甲", c, []paper.Decision{{Verdict: app.VerdictRefuse}})
	if want := "柳河镇|" + bureau + "||[refuse]"; err != nil || got != want {
		t.Errorf("%q, %v", got, err)
	}
}

func TestVoidPaperLeadsBack(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse, app.VerdictCooperate)
	id := b.issue(decide.Request{Notice: n.ID}).Paper.ID
	if _, err := b.VoidPaper(t.Context(), id, " "); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("without a reason: %v", err)
	}
	p, err := b.VoidPaper(t.Context(), id, "意见写错")
	if err != nil || !p.Void || p.VoidReason != "意见写错" || states(b.again(n.ID)) != "pending cooperating" {
		t.Errorf("paper %+v, states %s, %v", p, states(b.again(n.ID)), err)
	}
	if _, err := b.RecordApproval(t.Context(), id, "赵国梁", day("2026-11-24"), nil); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("a void paper was signed: %v", err)
	}
}

func TestDeliveredPaperIsPutRightByAnother(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse)
	first := b.issue(decide.Request{Notice: n.ID}).Paper
	if _, err := b.Issue(t.Context(), decide.Request{Notice: n.ID, Corrects: first.ID}); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("a paper in the house was corrected: %v", err)
	}
	if _, err := b.RecordDelivery(t.Context(), first.ID, day("2026-11-24"), ""); err != nil {
		t.Fatal(err)
	}
	if _, err := b.VoidPaper(t.Context(), first.ID, "写错"); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("a delivered paper was voided: %v", err)
	}
	out := b.issue(decide.Request{Notice: n.ID, Corrects: first.ID, Opinion: "更正后的意见"})
	old, err := b.ledger.Paper(t.Context(), first.ID)
	if err != nil || out.Paper.Number != "柳反馈〔2026〕2号" || out.Paper.Corrects != first.ID || !old.Void || old.ReplacedBy != out.Paper.ID ||
		old.VoidReason != "由柳反馈〔2026〕2号更正" || states(out.Notice) != "to_sign" {
		t.Errorf("new %+v, old %+v, %v", out.Paper, old, err)
	}
}

func TestVoidNotice(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse, app.VerdictRefuse, app.VerdictCooperate)
	paperID := b.issue(decide.Request{Notice: n.ID}).Paper.ID
	n, err := b.VoidNotice(t.Context(), n.ID, "登记错了")
	p, _ := b.ledger.Paper(t.Context(), paperID)
	if err != nil || !n.Void || states(n) != "void void void" || !p.Void {
		t.Errorf("notice %v, states %s, paper void %v, %v", n.Void, states(n), p.Void, err)
	}
	if _, err := b.Decide(t.Context(), n.ID, nil); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("a void notice was decided: %v", err)
	}
	sent := b.notice(bureau, app.VerdictRefuse)
	id := b.issue(decide.Request{Notice: sent.ID}).Paper.ID
	if _, err := b.RecordDelivery(t.Context(), id, day("2026-11-24"), ""); err != nil {
		t.Fatal(err)
	}
	if _, err := b.VoidNotice(t.Context(), sent.ID, "登记错了"); app.ErrorCode(err) != app.CodeConflict || states(b.again(sent.ID)) != "awaiting" {
		t.Errorf("a notice whose paper has left was voided: %v", err)
	}
}

func TestUndoTakesBackTheWholeOperation(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse, app.VerdictCooperate, app.VerdictDo)
	if _, _, err := b.Undo(t.Context(), n.ID); app.ErrorCode(err) != app.CodeConflict || !strings.Contains(app.ErrorMessage(err), "撤销登记") {
		t.Errorf("undo of the registration: %v", err)
	}
	choices := []decide.Choice{{Demand: n.Demands[1].ID, Verdict: app.VerdictCooperate}, {Demand: n.Demands[2].ID, Verdict: app.VerdictDo}}
	if _, err := b.Decide(t.Context(), n.ID, choices); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Talk(t.Context(), n.ID, []string{n.Demands[0].ID}, ledger.Talk{Way: "phone", Words: "话"}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct{ what, states string }{{"登记沟通", "pending cooperating doing"}, {"改变处理意见", "pending pending pending"}} {
		what, n, err := b.Undo(t.Context(), n.ID)
		if err != nil || what != want.what || states(n) != want.states {
			t.Errorf("undid %s, states %s, %v; want %+v", what, states(n), err, want)
		}
	}
}

func TestUndoEndsAtThePaper(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse, app.VerdictRefuse)
	id := b.issue(decide.Request{Notice: n.ID}).Paper.ID
	if _, _, err := b.Undo(t.Context(), n.ID); app.ErrorCode(err) != app.CodeConflict || !strings.Contains(app.ErrorMessage(err), "请作废") {
		t.Errorf("undo of an issue: %v", err)
	}
	if _, err := b.RecordApproval(t.Context(), id, "赵国梁", day("2026-11-24"), &decide.Photo{Name: "a", Data: []byte("a")}); err != nil {
		t.Fatal(err)
	}
	what, n, err := b.Undo(t.Context(), n.ID)
	p, _ := b.ledger.Paper(t.Context(), id)
	if err != nil || what != "登记审定" || states(n) != "to_sign to_sign" || p.Approval != nil || p.Photo != nil {
		t.Errorf("undid %s, states %s, approval %v, %v", what, states(n), p.Approval, err)
	}
	if _, err := b.RecordDelivery(t.Context(), id, day("2026-11-24"), ""); err != nil {
		t.Fatal(err)
	}
	if _, _, err := b.Undo(t.Context(), n.ID); app.ErrorCode(err) != app.CodeConflict || !strings.Contains(app.ErrorMessage(err), "更正") {
		t.Errorf("undo of a delivery: %v", err)
	}
}

func TestTransfer(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictDo)
	if _, err := b.Transfer(t.Context(), n.ID, nil, "", ""); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("to nobody: %v", err)
	}
	n, err := b.Transfer(t.Context(), n.ID, nil, "镇应急办", "")
	if err != nil || states(n) != "transferred" || n.Demands[0].Transfer.To != "镇应急办" {
		t.Errorf("states %s, %v", states(n), err)
	}
}

// TestADeadlineIsPutRightWhileTheDemandIsDealtWith: the decision stands, and the time line can tell both values.
func TestADeadlineIsPutRightWhileTheDemandIsDealtWith(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictDo)
	id := n.Demands[0].ID
	if _, err := b.Reschedule(t.Context(), n.ID, id, day("2026-12-08"), ""); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("before it is decided: %v", err)
	}
	if _, err := b.Decide(t.Context(), n.ID, []decide.Choice{{Demand: id, Verdict: app.VerdictDo}}); err != nil {
		t.Fatal(err)
	}
	got, err := b.Reschedule(t.Context(), n.ID, id, day("2026-12-08"), "17:00")
	if d := got.Demands[0]; err != nil || d.Advice.Deadline.Date != day("2026-12-08") || d.Advice.Deadline.Time != "17:00" || d.State != ledger.StateDoing {
		t.Errorf("demand %+v, %v", d, err)
	}
	if _, err := b.Draft(t.Context(), decide.Request{Notice: n.ID, Choices: []decide.Choice{{Demand: id, Verdict: app.VerdictRefuse, Reason: "理由"}}}); err != nil {
		t.Errorf("draft: %v", err)
	}
	if due := b.press.last.Check.Demands[0].Deadline; due == nil || due.Date != day("2026-12-08") {
		t.Errorf("the paper says %+v", due)
	}
	what, back, err := b.Undo(t.Context(), n.ID)
	if err != nil || what != "更正时限" || back.Demands[0].Decision == nil || back.Demands[0].Advice.Deadline != n.Demands[0].Advice.Deadline && back.Demands[0].Advice.Deadline.Date == day("2026-12-08") {
		t.Errorf("%s: %+v, %v", what, back.Demands[0], err)
	}
	for _, hour := range []string{"25:00", "下午"} {
		if _, err := b.Reschedule(t.Context(), n.ID, id, day("2026-12-08"), hour); app.ErrorCode(err) != app.CodeInvalid {
			t.Errorf("%q was taken: %v", hour, err)
		}
	}
}
