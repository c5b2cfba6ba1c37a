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

// TestACaseTellsWhatHappened: one paper about several notices, with what was issued and what came back, that decides
// nothing and stands with each of them.
func TestACaseTellsWhatHappened(t *testing.T) {
	b := newBench(t)
	first, second := b.notice(bureau, app.VerdictRefuse, app.VerdictCooperate), b.notice(bureau, app.VerdictRefuse)
	out := b.issue(decide.Request{Notice: first.ID})
	if _, err := b.RecordDelivery(t.Context(), out.Paper.ID, day("2026-11-24"), ""); err != nil {
		t.Fatal(err)
	}
	if _, err := b.RecordReply(t.Context(), out.Paper.ID, day("2026-11-24"), []decide.ReplyEntry{{Demand: first.Demands[0].ID, Outcome: ledger.Withdrawn}}); err != nil {
		t.Fatal(err)
	}
	before := states(b.again(first.ID))
	told := b.issue(decide.Request{Notice: first.ID, Kind: paper.KindCase, With: []string{second.Number(), "1", "2"}, Evidence: true})
	if told.Paper.Number != "柳案例〔2026〕1号" || told.Paper.Addressee != "清河县减负办" || !slices.Equal(told.Paper.Notices, []string{first.ID, second.ID}) ||
		len(told.Paper.Answers) != 0 || states(told.Notice) != before {
		t.Errorf("%+v, states %s before %s", told.Paper, states(told.Notice), before)
	}
	var course []string
	for _, s := range b.press.last.Course {
		course = append(course, s.What)
	}
	if got := strings.Join(course, "|"); got != "出具反馈单|送达|收到答复，第1项撤回" || len(b.press.last.Others) != 1 || b.press.last.Others[0].Ledger != second.Number() {
		t.Errorf("%s; %d others", got, len(b.press.last.Others))
	}
	if papers, err := b.ledger.Papers(t.Context(), second.ID); err != nil || len(papers) != 1 {
		t.Errorf("%d papers stand with the second notice, %v", len(papers), err)
	}
	for typed, want := range map[string]string{"无号": "不是台账号", "2026-99": "台账里没有"} {
		_, err := b.Issue(t.Context(), decide.Request{Notice: first.ID, Kind: paper.KindCase, With: []string{typed}})
		if err == nil || !strings.Contains(app.ErrorMessage(err), want) {
			t.Errorf("%s: %v", typed, err)
		}
	}
}

// TestTheAssessmentGoesToTheKeeperOfTheLists: it has a number of its own series and leaves the demand as it is.
func TestTheAssessmentGoesToTheKeeperOfTheLists(t *testing.T) {
	b := newBench(t)
	n := b.notice(bureau, app.VerdictRefuse)
	_, err := b.Issue(t.Context(), decide.Request{Notice: n.ID, Kind: paper.KindAssess})
	if app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), "还不知道事前评估表呈送哪个单位") {
		t.Errorf("without a county: %v", err)
	}
	b.write(func(book ledger.Book) {
		s, err := book.Settings(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		s.Office.County = "清河县"
		b.append(book, ledger.Subject{Kind: ledger.SubjectOffice, ID: ledger.OfficeID}, ledger.OfficeSet, s)
	})
	out := b.issue(decide.Request{Notice: n.ID, Kind: paper.KindAssess})
	if out.Paper.Number != "柳评估〔2026〕1号" || out.Paper.Addressee != "中共清河县委机构编制委员会办公室" || out.Paper.ReplyDays != 0 || states(out.Notice) != "pending" {
		t.Errorf("%+v, %s", out.Paper, states(out.Notice))
	}
}
