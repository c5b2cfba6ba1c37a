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

// TestSupportGoesWithTheNotice: it has a number and a stored PDF, and the demands stay where they are.
func TestSupportGoesWithTheNotice(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse, app.VerdictCooperate)
	given, err := b.Support(t.Context(), n.ID)
	if err != nil || given.Names() != "县水利局、县公安局" {
		t.Fatalf("%+v, %v", given, err)
	}
	v, err := b.Preview(t.Context(), decide.Request{Notice: n.ID, Kind: paper.KindSupport})
	if err != nil || v.NextNumber != "柳哨〔2026〕1号" || v.Support == nil || v.To.Name != "县水利局、县公安局" || v.Opinion != "" {
		t.Fatalf("%+v, %v", v, err)
	}
	if !slices.Equal(v.Offered, []paper.Kind{paper.KindFeedback, paper.KindLetter, paper.KindSupport}) {
		t.Errorf("offered %v", v.Offered)
	}
	given.Bodies = []string{"县医院"}
	out := b.issue(decide.Request{Notice: n.ID, Kind: paper.KindSupport, Support: &given})
	if out.Paper.Number != "柳哨〔2026〕1号" || out.Paper.Addressee != "县医院" || out.Paper.Kind != ledger.PaperSupport || out.Paper.ReplyDays != 0 ||
		len(out.Paper.Answers) != 0 || len(out.Paper.Mentions) != 2 || out.Paper.Digest != "摘要" || b.press.last.Time != "09:52" {
		t.Errorf("%+v, issued at %q", out.Paper, b.press.last.Time)
	}
	if got := states(out.Notice); got != "pending pending" {
		t.Errorf("states %s", got)
	}
	for _, d := range out.Notice.Demands {
		if d.Decision != nil {
			t.Errorf("事%d was decided by the way", d.No)
		}
	}
	p, err := b.RecordApproval(t.Context(), out.Paper.ID, "赵国梁", day("2026-11-24"), nil)
	if err != nil || p.Approval == nil {
		t.Fatal(err)
	}
	if p, err = b.RecordDelivery(t.Context(), p.ID, day("2026-11-24"), ""); err != nil || !p.Delivery.Due.IsZero() {
		t.Errorf("%+v, %v", p.Delivery, err)
	}
	if _, err := b.VoidNotice(t.Context(), n.ID, "重复"); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("a notice with a delivered request was voided: %v", err)
	}
	if out := b.issue(decide.Request{Notice: n.ID}); out.Paper.Number != "柳反馈〔2026〕1号" || states(out.Notice) != "to_sign cooperating" {
		t.Errorf("after it: %s, %s", out.Paper.Number, states(out.Notice))
	}
}

func TestCompanionsAreVoidedWithTheirNotice(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictCooperate)
	id := b.issue(decide.Request{Notice: n.ID, Kind: paper.KindSupport}).Paper.ID
	if _, err := b.VoidNotice(t.Context(), n.ID, "登记错了"); err != nil {
		t.Fatal(err)
	}
	p, err := b.ledger.Paper(t.Context(), id)
	if err != nil || !p.Void || p.VoidReason != "登记错了" {
		t.Errorf("%+v, %v", p, err)
	}
	other := b.notice(bureau, app.VerdictCooperate)
	if got := b.issue(decide.Request{Notice: other.ID, Kind: paper.KindSupport}).Paper.Number; !strings.HasSuffix(got, "〔2026〕2号") {
		t.Errorf("the number was given again: %s", got)
	}
}

// TestTheTwinIsMadeAtTheIssue: the editable copy says what the paper says, also when the office has changed since.
func TestTheTwinIsMadeAtTheIssue(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse)
	path, err := b.SaveDraftTwin(t.Context(), decide.Request{Notice: n.ID}, "/优盘")
	if err != nil || path != "/优盘/反馈单送审稿 2026年第1号_关于开展排查整治的通知_2026-11-24.docx" {
		t.Errorf("draft at %s, %v", path, err)
	}
	out := b.issue(decide.Request{Notice: n.ID})
	if out.Paper.Twin == nil || string(b.blobs.Files[out.Paper.Twin.Digest]) != "Word "+string(out.PDF) {
		t.Fatalf("%+v", out.Paper.Twin)
	}
	if path, err := b.SaveTwin(t.Context(), out.Paper.ID, "/优盘"); err != nil || path != "/优盘/柳反馈〔2026〕1号_关于开展排查整治的通知_2026-11-24.docx" {
		t.Errorf("%s, %v", path, err)
	}
	if _, err := b.SaveTwin(t.Context(), "none", "/优盘"); app.ErrorCode(err) != app.CodeNotFound {
		t.Errorf("no such paper: %v", err)
	}
}

// TestConsultAnswersWhatTheListDoesNotHave: the other demands of the notice stay open.
func TestConsultAnswersWhatTheListDoesNotHave(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse, app.VerdictRefuse)
	b.write(func(book ledger.Book) { // the first one is not on the list
		d := n.Demands[0].Advice
		d.Part = app.PartNone
		b.append(book, ledger.Subject{Kind: ledger.SubjectDemand, ID: n.Demands[0].ID}, ledger.DemandContent, d)
	})
	out := b.issue(decide.Request{Notice: n.ID, Kind: paper.KindConsult, Number: "柳政函[2026]015号"})
	if out.Paper.Number != "柳政函〔2026〕15号" || states(out.Notice) != "to_sign pending" || out.Paper.ReplyDays != 5 || b.press.last.Later != day("2026-12-01") {
		t.Errorf("%+v, states %s, meet until %s", out.Paper, states(out.Notice), b.press.last.Later)
	}
}

func TestLetterNumbers(t *testing.T) {
	b := newBench(t)
	for typed, want := range map[string]string{
		"": "请先填写文号", "12": "不完整", "柳政函2026第12号": "不完整", "柳政函〔26〕12号": "不完整", "柳政函〔2026〕0号": "不完整",
	} {
		n := b.notice(bureau, app.VerdictRefuse)
		_, err := b.Issue(t.Context(), decide.Request{Notice: n.ID, Kind: paper.KindLetter, Number: typed})
		if app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), want) || !strings.Contains(app.ErrorMessage(err), "没有出文") {
			t.Errorf("%q: %v", typed, err)
		}
	}
	n := b.notice(bureau, app.VerdictRefuse)
	b.issue(decide.Request{Notice: n.ID, Kind: paper.KindLetter, Number: "柳政函（2026） 12号"})
	n = b.notice(bureau, app.VerdictRefuse)
	_, err := b.Issue(t.Context(), decide.Request{Notice: n.ID, Kind: paper.KindLetter, Number: "柳政函〔2026〕012号"})
	if app.ErrorCode(err) != app.CodeConflict || !strings.Contains(app.ErrorMessage(err), "文号 柳政函〔2026〕12号 已经用过，没有出文") {
		t.Errorf("a number used twice: %v", err)
	}
	if got := states(b.again(n.ID)); got != "pending" {
		t.Errorf("the refused letter left %s", got)
	}
	// a letter that was given a counted number by hand holds it: the series goes on behind it
	b.issue(decide.Request{Notice: n.ID, Kind: paper.KindLetter, Number: "柳反馈〔2026〕1号"})
	n = b.notice(bureau, app.VerdictRefuse)
	if got := b.issue(decide.Request{Notice: n.ID}).Paper.Number; got != "柳反馈〔2026〕2号" {
		t.Errorf("got %s", got)
	}
}

// TestWithoutItsNameTheOfficeIssuesNothing: what is missing is said, with the place to fill it in; nothing is written.
func TestWithoutItsNameTheOfficeIssuesNothing(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse)
	b.write(func(book ledger.Book) {
		b.append(book, ledger.Subject{Kind: ledger.SubjectOffice, ID: ledger.OfficeID}, ledger.OfficeSet, ledger.Settings{Office: app.Office{Type: app.Township}})
	})
	events := len(b.ledger.Entries)
	for _, r := range []decide.Request{{Notice: n.ID}, {Notice: n.ID, Kind: paper.KindSupport}} {
		_, err := b.Issue(t.Context(), r)
		if app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), "还没有填写本单位名称") || !strings.Contains(app.ErrorMessage(err), "设置 → 单位与文书") {
			t.Errorf("%v", err)
		}
	}
	if len(b.ledger.Entries) != events {
		t.Error("something was written")
	}
}
