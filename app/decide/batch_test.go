package decide_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// several registers four notices: two that get a paper, one that needs none, one whose paper is a letter.
func several(b *bench) []string {
	return []string{
		b.notice(bureau, app.VerdictRefuse).ID, b.notice(bureau, app.VerdictDo).ID,
		b.notice("中共清河县委组织部", app.VerdictRefuse).ID, b.notice(bureau, app.VerdictEscalate).ID}
}

func leftWords(left []decide.Unprinted) string {
	var out []string
	for _, l := range left {
		out = append(out, l.Ledger+l.Number+"："+l.Reason)
	}
	return strings.Join(out, "\n")
}

func TestBatchIssuesWhatItCanAndListsTheRest(t *testing.T) {
	b := newBench(t)
	ids := several(b)
	// named backwards and twice: numbers follow the ledger, and each notice gets one paper
	order := []string{ids[3], ids[2], ids[1], ids[0], ids[3]}
	items, left, err := b.Survey(t.Context(), decide.Batch{Stage: decide.StageIssue, Notices: order}, nil)
	if err != nil || len(items) != 2 || len(left) != 2 || items[0].Ledger != "2026年第1号" || items[0].Kind != paper.KindFeedback || items[1].Kind != paper.KindEscalation {
		t.Fatalf("survey %+v, %+v, %v", items, left, err)
	}
	before := len(b.ledger.Entries)
	told := [][2]int{}
	out, err := b.Batch(t.Context(), decide.Batch{Stage: decide.StageIssue, Notices: order, Evidence: true, Folder: "批量"}, func(done, total int) { told = append(told, [2]int{done, total}) })
	if err != nil || out.Trouble != nil || out.Cancelled || out.Rest != 0 {
		t.Fatalf("%+v, %v", out, err)
	}
	if len(out.Papers) != 2 || out.Papers[0].Number != "柳反馈〔2026〕1号" || out.Papers[1].Number != "柳提级〔2026〕1号" ||
		out.Papers[0].Path != "批量/柳反馈〔2026〕1号_关于开展排查整治的通知_2026-11-24.pdf" || out.Papers[0].Pages != 2 {
		t.Errorf("papers %+v", out.Papers)
	}
	if got := leftWords(out.Left); !strings.Contains(got, "2026年第2号：没有需要反馈的事项") || !strings.Contains(got, "2026年第3号：应出反馈函，文号由党政办发文簿给") {
		t.Errorf("left:\n%s", got)
	}
	if fmt.Sprint(told) != "[[0 2] [1 2] [2 2]]" {
		t.Errorf("progress %v", told)
	}
	issued := 0
	for _, e := range b.ledger.Entries[before:] {
		if e.Event.Type == ledger.PaperIssued {
			issued++
		}
	}
	if issued != 2 || states(b.again(ids[0])) != "to_sign" || states(b.again(ids[1])) != "pending" {
		t.Errorf("%d papers in the ledger, %s", issued, states(b.again(ids[0])))
	}
	// once more: nothing is issued twice
	again, err := b.Batch(t.Context(), decide.Batch{Stage: decide.StageIssue, Notices: ids, Folder: "批量"}, nil)
	if err != nil || len(again.Papers) != 0 || len(again.Left) != 4 || !strings.Contains(leftWords(again.Left), "需要反馈的事项都已出文") {
		t.Errorf("again %+v, %v", again, err)
	}
}

func TestBatchOfDraftsChangesNothing(t *testing.T) {
	b := newBench(t)
	ids := several(b)
	before := len(b.ledger.Entries)
	out, err := b.Batch(t.Context(), decide.Batch{Stage: decide.StageDraft, Notices: ids, Folder: "批量"}, nil)
	if err != nil || len(out.Papers) != 3 || len(out.Left) != 1 || out.Papers[2].Path != "批量/提级反映单送审稿 2026年第4号_关于开展排查整治的通知_2026-11-24.pdf" {
		t.Errorf("%+v, %v", out, err)
	}
	bound, err := b.Batch(t.Context(), decide.Batch{Stage: decide.StageDraft, Notices: ids, Bound: true, Folder: "批量"}, nil)
	if err != nil || bound.File != "批量/合订本 送审稿 2026-11-24.pdf" || len(bound.Papers) != 3 || bound.Papers[0].Path != "" {
		t.Fatalf("%+v, %v", bound, err)
	}
	lines := strings.Split(string(b.blobs.Exported[bound.File]), "\n")
	if len(lines) != 4 || !strings.HasSuffix(lines[1], "2026年第1号") || !strings.HasSuffix(lines[3], "2026年第4号") {
		t.Errorf("bound %q", lines)
	}
	if len(b.ledger.Entries) != before || len(b.blobs.Files) != 0 {
		t.Error("drafts wrote into the ledger")
	}
}

func TestBatchOfIssuedPapersGivesThemAsTheyAre(t *testing.T) {
	b := newBench(t)
	ids := several(b)
	first := b.issue(decide.Request{Notice: ids[0]})
	void := b.issue(decide.Request{Notice: ids[3]})
	if _, err := b.VoidPaper(t.Context(), void.Paper.ID, "写错"); err != nil {
		t.Fatal(err)
	}
	out, err := b.Batch(t.Context(), decide.Batch{Stage: decide.StageIssued, Notices: ids, Folder: "批量"}, nil)
	if err != nil || len(out.Papers) != 1 || len(out.Left) != 3 || string(b.blobs.Exported[out.Papers[0].Path]) != string(first.PDF) {
		t.Errorf("%+v, %v", out, err)
	}
	bound, err := b.Batch(t.Context(), decide.Batch{Stage: decide.StageIssued, Notices: ids, Bound: true, Folder: "批量"}, nil)
	if err != nil || !strings.HasSuffix(string(b.blobs.Exported[bound.File]), string(first.PDF)) {
		t.Errorf("%+v, %v", bound, err)
	}
}

// TestCancelledBatchKeepsWhatWasIssued: between two papers the batch ends, and the record says what was done.
func TestCancelledBatchKeepsWhatWasIssued(t *testing.T) {
	b := newBench(t)
	var ids []string
	for range 5 {
		ids = append(ids, b.notice(bureau, app.VerdictRefuse).ID)
	}
	ctx, cancel := context.WithCancel(t.Context())
	out, err := b.Batch(ctx, decide.Batch{Stage: decide.StageIssue, Notices: ids, Bound: true, Folder: "批量"}, func(done, _ int) {
		if done == 2 {
			cancel()
		}
	})
	if err != nil || !out.Cancelled || out.Rest != 3 || len(out.Papers) != 2 || out.File != "批量/合订本 柳反馈〔2026〕1号至2号.pdf" {
		t.Fatalf("%+v, %v", out, err)
	}
	if states(b.again(ids[1])) != "to_sign" || states(b.again(ids[2])) != "pending" {
		t.Error("the ledger says something else")
	}
	out, err = b.Batch(t.Context(), decide.Batch{Stage: decide.StageIssue, Notices: ids, Folder: "批量"}, nil)
	if err != nil || len(out.Papers) != 3 || out.Papers[0].Number != "柳反馈〔2026〕3号" || len(out.Left) != 2 {
		t.Errorf("going on: %+v, %v", out, err)
	}
}

func TestBatchGoesOnAfterAPaperThatFailed(t *testing.T) {
	b := newBench(t)
	var ids []string
	for range 3 {
		ids = append(ids, b.notice(bureau, app.VerdictRefuse).ID)
	}
	b.press.before = func(s paper.Subject) error {
		if s.Ledger == "2026年第2号" {
			return app.Errorf(app.CodeInternal, "字体坏了。")
		}
		return nil
	}
	out, err := b.Batch(t.Context(), decide.Batch{Stage: decide.StageIssue, Notices: ids, Folder: "批量"}, nil)
	if err != nil || len(out.Papers) != 2 || out.Papers[1].Number != "柳反馈〔2026〕2号" || leftWords(out.Left) != "2026年第2号：字体坏了。" {
		t.Errorf("%+v, %v", out, err)
	}
}

// TestBatchEndsWhereTheFolderFails: one paper shows it; the numbers of the others are not used up for nothing.
func TestBatchEndsWhereTheFolderFails(t *testing.T) {
	b := newBench(t)
	var ids []string
	for range 4 {
		ids = append(ids, b.notice(bureau, app.VerdictRefuse).ID)
	}
	b.blobs.Fail = app.Errorf(app.CodeReadOnly, "文件夹“批量”不能写入，没有写出。请另选文件夹。")
	out, err := b.Batch(t.Context(), decide.Batch{Stage: decide.StageIssue, Notices: ids, Folder: "批量"}, nil)
	if err != nil || out.Trouble == nil || out.Rest != 3 || len(out.Papers) != 1 || out.Papers[0].Number == "" {
		t.Fatalf("%+v, %v", out, err)
	}
	if got := leftWords(out.Left); !strings.Contains(got, "编号 柳反馈〔2026〕1号") || states(b.again(ids[1])) != "pending" {
		t.Errorf("left %s", got)
	}
}

func TestBatchOfNothingOrTooManyIsRefused(t *testing.T) {
	b := newBench(t)
	for n, want := range map[int]string{0: "没有选来件", decide.MostInBatch + 1: "请分几次办"} {
		_, err := b.Batch(t.Context(), decide.Batch{Stage: decide.StageDraft, Notices: make([]string, n)}, nil)
		if app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), want) {
			t.Errorf("%d: %v", n, err)
		}
	}
}

// TestBatchTellsWhichCharactersWereReplaced: whatever is made, the characters that papers show in another shape are told, each
// once, with the number of papers that have some.
func TestBatchTellsWhichCharactersWereReplaced(t *testing.T) {
	const want = "2 份里有换了字形的字：𪚥 用本机字体SimSun-ExtB印出；U+1F64F 本机没有字形，印作带编码的方框，文字仍是原字"
	for name, batch := range map[string]decide.Batch{
		"drafts": {Stage: decide.StageDraft}, "drafts bound": {Stage: decide.StageDraft, Bound: true},
		"issue": {Stage: decide.StageIssue}, "issue bound": {Stage: decide.StageIssue, Bound: true},
	} {
		b := newBench(t)
		batch.Notices, batch.Folder = several(b), "批量"
		lent := paper.Replaced{Rune: '𪚥', Font: "SimSun-ExtB", Count: 1}
		b.press.rare = map[string][]paper.Replaced{"2026年第1号": {lent}, "2026年第4号": {{Rune: '🙏', Count: 2}, lent}}
		out, err := b.Batch(t.Context(), batch, nil)
		all, papers := out.Replaced()
		if err != nil || papers != 2 || len(all) != 2 || all[0].Count != 2 || all[1].Count != 2 || out.ReplacedNote() != want {
			t.Errorf("%s: %d papers, %+v, %q, %v", name, papers, all, out.ReplacedNote(), err)
		}
	}
	if note := (decide.Batched{Papers: []decide.BatchItem{{Number: "柳反馈〔2026〕1号"}}}).ReplacedNote(); note != "" {
		t.Errorf("nothing was replaced: %q", note)
	}
}
