package store_test

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/data/store"
)

func TestOddFolders(t *testing.T) {
	for _, name := range []string{"数据 文件夹", "a#b", "50%off", "100%25", "什么?", "a&b=c;d", "a+b", "[括号]'引号\"", "～波浪"} {
		dir := filepath.Join(t.TempDir(), name)
		o := openOffice(t, dir)
		o.settings(t)
		n := o.register(t, text(1, bureau, app.VerdictRefuse))
		must[any](t)(nil, o.store.Close())
		if _, err := os.Stat(filepath.Join(dir, "yidanqing.db")); err != nil {
			t.Errorf("%s: the database is not in its folder: %v", name, err)
		}
		if entries, _ := os.ReadDir(filepath.Dir(dir)); len(entries) != 1 {
			t.Errorf("%s: %d things beside the folder", name, len(entries)-1)
		}
		again := openOffice(t, dir)
		if got := must[ledger.Notice](t)(again.store.Notice(t.Context(), n.ID)); got.Title() != n.Title() || len(got.Demands) != 1 {
			t.Errorf("%s: read back %+v", name, got)
		}
		b := must[any](t)
		backup, err := again.upkeep.Backup(t.Context(), "")
		b(nil, err)
		if _, err := again.upkeep.Restore(t.Context(), backup.File); err != nil {
			t.Errorf("%s: restore: %v", name, err)
		}
	}
}

func TestSecondStartIsToldWhoHasTheData(t *testing.T) {
	dir := t.TempDir()
	o := openOffice(t, dir)
	_, err := store.Open(t.Context(), store.Options{Dir: dir})
	if app.ErrorCode(err) != app.CodeConflict || !strings.Contains(app.ErrorMessage(err), "没有重复打开") {
		t.Fatalf("second start: %v", err)
	}
	host, _ := os.Hostname()
	if msg := app.ErrorMessage(err); !strings.Contains(msg, host) {
		t.Errorf("message: %s", msg)
	}
	must[any](t)(nil, o.store.Close())
	s, err := store.Open(t.Context(), store.Options{Dir: dir})
	if err != nil {
		t.Fatalf("after closing: %v", err)
	}
	must[any](t)(nil, s.Close())
}

func TestSecondStartBringsTheWindowForward(t *testing.T) {
	dir := t.TempDir()
	o := openOffice(t, dir)
	shown := make(chan struct{}, 10)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		o.store.OnShow(ctx, 5*time.Millisecond, func() { shown <- struct{}{} })
		close(done)
	}()
	if !store.AskToShow(t.Context(), dir, 5*time.Second) {
		t.Error("nobody answered")
	}
	select {
	case <-shown:
	case <-time.After(5 * time.Second):
		t.Error("the window was not shown")
	}
	cancel()
	<-done
	if store.AskToShow(t.Context(), dir, 60*time.Millisecond) {
		t.Error("somebody answered although nobody listens")
	}
	if _, err := os.Stat(filepath.Join(dir, "show")); !os.IsNotExist(err) {
		t.Error("the unanswered request is still there")
	}
}

func TestReaderBesideAWriter(t *testing.T) {
	dir := t.TempDir()
	if _, err := store.OpenReader(t.Context(), store.Options{Dir: dir}); app.ErrorCode(err) != app.CodeNotFound {
		t.Errorf("an empty folder: %v", err)
	}
	o := openOffice(t, dir)
	o.settings(t)
	r := must[*store.Store](t)(store.OpenReader(t.Context(), store.Options{Dir: dir}))
	defer r.Close()
	n := o.register(t, text(1, bureau, app.VerdictDo))
	if got := must[ledger.Notice](t)(r.Notice(t.Context(), n.ID)); got.No != 1 {
		t.Errorf("read %+v", got)
	}
	if err := r.Write(t.Context(), func(ledger.Book) error { return nil }); app.ErrorCode(err) != app.CodeReadOnly {
		t.Errorf("the reader wrote: %v", err)
	}
	if _, err := r.Restore(t.Context(), "x"); app.ErrorCode(err) != app.CodeReadOnly {
		t.Errorf("the reader restored: %v", err)
	}
	must[any](t)(nil, o.store.Close())
	alone := must[*store.Store](t)(store.OpenReader(t.Context(), store.Options{Dir: dir}))
	defer alone.Close()
	if got := must[ledger.Notice](t)(alone.Notice(t.Context(), n.ID)); got.No != 1 {
		t.Errorf("read without a writer: %+v", got)
	}
}

// TestOneLineFromNoticeToClosing runs the main job over the real store, closing and opening it in between.
func TestOneLineFromNoticeToClosing(t *testing.T) {
	dir := t.TempDir()
	o := openOffice(t, dir)
	o.settings(t)
	n := o.register(t, text(1, bureau, app.VerdictRefuse, app.VerdictCooperate))
	issued := o.issue(t, n.ID)
	must[any](t)(nil, o.store.Close())

	o = openOffice(t, dir)
	o.clock.t = o.clock.t.Add(time.Hour)
	day := app.Date{Year: 2026, Month: 11, Day: 24}
	id := issued.Paper.ID
	must[ledger.Paper](t)(o.decide.RecordApproval(t.Context(), id, "赵国梁", day, nil))
	must[ledger.Paper](t)(o.decide.RecordDelivery(t.Context(), id, day, "周明"))
	got := must[inquire.Detail](t)(o.inquire.Detail(t.Context(), n.ID))
	if got.Row.Demands[0].Title != "待答复" || got.Row.Due.Words != "明天 17:00" && got.Row.Due.Words != "剩 2 天" || got.Next[0].Kind != inquire.ActionReply {
		t.Errorf("row %+v, next %+v", got.Row, got.Next)
	}
	must[ledger.Notice](t)(o.decide.RecordReply(t.Context(), id, day, []decide.ReplyEntry{{Demand: n.Demands[0].ID, Outcome: ledger.Withdrawn}}))
	end := must[ledger.Notice](t)(o.decide.Done(t.Context(), n.ID, nil, "办结"))
	if end.Demands[0].State != ledger.StateClosed || end.Demands[1].State != ledger.StateClosed {
		t.Errorf("demands %+v", end.Demands)
	}
	v := o.verified(t)
	if v.Notices != 1 || v.Papers != 1 || v.Files != 2 || len(v.Heads) != 1 || v.Events != int(v.Heads[0].Seq) {
		t.Errorf("verification %+v", v)
	}
	if pdf := must[[]byte](t)(o.decide.PDF(t.Context(), id)); string(pdf) != string(issued.PDF) {
		t.Errorf("PDF %q", pdf)
	}
}

func TestFailedOperationLeavesNoTrace(t *testing.T) {
	o := newOffice(t)
	before := o.verified(t)
	err := o.store.Write(t.Context(), func(b ledger.Book) error {
		if err := enter(t.Context(), b, 1, 0, "文字", app.Check{Demands: []app.Demand{{Verdict: app.VerdictDo}}}); err != nil {
			return err
		}
		if n := must[int](t)(b.NextNo(t.Context(), 2026)); n != 2 {
			t.Errorf("inside the transaction the next number is %d", n)
		}
		return app.Errorf(app.CodeInvalid, "不行")
	})
	if app.ErrorMessage(err) != "不行" {
		t.Errorf("error %v", err)
	}
	if after := o.verified(t); after.Digest != before.Digest || after.Notices != 0 {
		t.Errorf("before %+v, after %+v", before, after)
	}
}

func TestEventsCannotBeChangedOrRemoved(t *testing.T) {
	o := newOffice(t)
	o.register(t, text(1, bureau, app.VerdictDo))
	for _, sql := range []string{"UPDATE event SET actor = 'x'", "DELETE FROM event", "UPDATE payload SET body = '{}'"} {
		if err := o.store.ExecForTest(sql); err == nil {
			t.Errorf("%s was allowed", sql)
		}
	}
}

func TestPages(t *testing.T) {
	o := newOffice(t)
	fill(t, o, 45)
	last := o.register(t, text(46, "清河县统计局", app.VerdictRefuse, app.VerdictDo))
	var seen []int
	cursor, pages := inquire.Cursor{}, 0
	for {
		p := must[inquire.Page](t)(o.inquire.Page(t.Context(), inquire.Filter{}, cursor, 10))
		for _, r := range p.Rows {
			seen = append(seen, r.No)
		}
		pages++
		if cursor = p.Next; cursor == (inquire.Cursor{}) {
			break
		}
	}
	if total := must[inquire.Total](t)(o.inquire.Total(t.Context(), inquire.Filter{})); total != (inquire.Total{Notices: 46, Demands: 47}) {
		t.Errorf("in all %+v", total)
	}
	if pages != 5 || len(seen) != 46 || seen[0] != 46 || seen[45] != 1 {
		t.Errorf("%d pages, numbers %v", pages, seen)
	}
	first := must[inquire.Page](t)(o.inquire.Page(t.Context(), inquire.Filter{}, inquire.Cursor{}, 1)).Rows[0]
	if first.ID != last.ID || first.Verdict != app.VerdictMixed || first.ShortTitle != "第46件事" || len(first.Demands) != 2 ||
		first.Demands[1].Gist != "第46件事的第2项" || first.Demands[0].Title != "待核对" {
		t.Errorf("first row %+v", first)
	}
}

func TestFilters(t *testing.T) {
	o := newOffice(t)
	a := o.register(t, text(1, bureau, app.VerdictRefuse, app.VerdictCooperate)) // mixed; refused demand delivered
	o.register(t, text(2, "清河县民政局", app.VerdictDo)+"\nＡＰＰ“清燃通”打卡 50% 下_划")
	o.register(t, "表扬信\n清河县文旅局\n文\n特此表扬")
	id := o.issue(t, a.ID).Paper.ID
	must[ledger.Paper](t)(o.decide.RecordDelivery(t.Context(), id, app.Date{Year: 2026, Month: 11, Day: 24}, ""))
	numbers := func(f inquire.Filter) string {
		t.Helper()
		var out []string
		p := must[inquire.Page](t)(o.inquire.Page(t.Context(), f, inquire.Cursor{}, 10))
		for _, r := range p.Rows {
			out = append(out, string(rune('0'+r.No)))
		}
		if total := must[inquire.Total](t)(o.inquire.Total(t.Context(), f)); total.Notices != len(p.Rows) {
			t.Errorf("%+v: %d rows, total %+v", f, len(p.Rows), total)
		}
		return strings.Join(out, " ")
	}
	for _, c := range []struct {
		name string
		f    inquire.Filter
		want string
	}{
		{"all", inquire.Filter{}, "3 2 1"},
		{"state", inquire.Filter{States: []ledger.State{ledger.StateAwaiting}}, "1"},
		{"two states", inquire.Filter{States: []ledger.State{ledger.StatePending, ledger.StateCooperating}}, "2 1"},
		{"no state", inquire.Filter{States: []ledger.State{ledger.StateClosed}}, ""},
		{"issuer", inquire.Filter{Issuer: "清河县民政局"}, "2"},
		{"kind", inquire.Filter{Kind: app.KindForm}, "2 1"},
		{"verdict of a demand", inquire.Filter{Verdict: app.VerdictRefuse}, "1"},
		{"mixed", inquire.Filter{Verdict: app.VerdictMixed}, "1"},
		{"info", inquire.Filter{Verdict: app.VerdictInfo}, "3"},
		{"year", inquire.Filter{Year: 2026}, "3 2 1"},
		{"another year", inquire.Filter{Year: 2025}, ""},
		{"month", inquire.Filter{Year: 2026, Month: 11}, "3 2 1"},
		{"another month", inquire.Filter{Year: 2026, Month: 10}, ""},
		{"two-character word", inquire.Filter{Words: "信访"}, "2 1"},
		{"word over a line break", inquire.Filter{Words: "通知 建设局"}, "1"},
		{"width and case", inquire.Filter{Words: "app"}, "2"},
		{"quotation marks", inquire.Filter{Words: "\"清燃通\""}, "2"},
		{"percent is no wildcard", inquire.Filter{Words: "5%项"}, ""},
		{"percent itself", inquire.Filter{Words: "50%"}, "2"},
		{"underscore is no wildcard", inquire.Filter{Words: "第_件"}, ""},
		{"ledger number", inquire.Filter{Words: "3"}, "3"},
		{"document number", inquire.Filter{Words: "清发〔2026〕2号"}, "2"},
		{"several words", inquire.Filter{Words: "信访 民政"}, "2"},
		{"two filters", inquire.Filter{Words: "信访", States: []ledger.State{ledger.StateAwaiting}}, "1"},
		{"overdue, not yet", inquire.Filter{Overdue: true}, ""},
	} {
		if got := numbers(c.f); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	counts := must[inquire.Counts](t)(o.inquire.Counts(t.Context(), inquire.Filter{}))
	if counts.Notices != 3 || counts.Demands != 3 || counts.States[ledger.StateAwaiting] != 1 || counts.Overdue != 0 {
		t.Errorf("counts %+v", counts)
	}
	o.clock.t = o.clock.t.AddDate(0, 0, 8)
	if got := numbers(inquire.Filter{Overdue: true}); got != "1" {
		t.Errorf("overdue: %q", got)
	}
	if got := numbers(inquire.Filter{States: []ledger.State{ledger.StateAwaiting}}); got != "" {
		t.Errorf("an overdue reply is listed as awaited: %q", got)
	}
	for name, f := range map[string]inquire.Filter{"all": {}, "filtered": {Year: 2026}} {
		counts = must[inquire.Counts](t)(o.inquire.Counts(t.Context(), f))
		if counts.States[ledger.StateAwaiting] != 0 || counts.Overdue != 1 || counts.States[ledger.StateCooperating] != 1 || counts.States[ledger.StatePending] != 1 {
			t.Errorf("%s: counts %+v", name, counts)
		}
	}
	if issuers := must[[]string](t)(o.inquire.Issuers(t.Context())); len(issuers) != 3 {
		t.Errorf("issuers %v", issuers)
	}
	if years := must[[]int](t)(o.inquire.Years(t.Context())); len(years) != 1 || years[0] != 2026 {
		t.Errorf("years %v", years)
	}
}

func TestPreferencesAndDraft(t *testing.T) {
	o := newOffice(t)
	if got := must[string](t)(o.upkeep.Preference(t.Context(), "text-size")); got != "" {
		t.Errorf("preference %q", got)
	}
	for _, v := range []string{"125", "150"} {
		must[any](t)(nil, o.upkeep.SetPreference(t.Context(), "text-size", v))
	}
	if got := must[string](t)(o.upkeep.Preference(t.Context(), "text-size")); got != "150" {
		t.Errorf("preference %q", got)
	}
	d := must[intake.Draft](t)(o.intake.Read(t.Context(), app.Document{Blocks: []app.Block{{Text: text(1, bureau, app.VerdictDo)}}}, intake.Options{}))
	must[any](t)(nil, o.intake.Keep(t.Context(), d))
	if _, ok, err := o.intake.Kept(t.Context()); !ok || err != nil {
		t.Errorf("draft: %v, %v", ok, err)
	}
	must[ledger.Notice](t)(o.intake.Register(t.Context(), d))
	if _, err := os.Stat(filepath.Join(o.store.Dir(), "draft.json")); !os.IsNotExist(err) {
		t.Error("the draft is still there")
	}
}

func TestTheQueueIsKeptBesideTheLedger(t *testing.T) {
	o := newOffice(t)
	if got, err := o.intake.KeptQueue(t.Context()); err != nil || got != nil {
		t.Errorf("a queue that was never kept: %v, %v", got, err)
	}
	must[any](t)(nil, o.intake.KeepQueue(t.Context(), []intake.Item{{Name: "甲.docx", Path: "/收文/甲.docx"}, {Text: "第二件"}}))
	if got := must[[]intake.Item](t)(o.intake.KeptQueue(t.Context())); len(got) != 2 || got[1].Text != "第二件" {
		t.Errorf("kept %+v", got)
	}
	must[any](t)(nil, o.intake.KeepQueue(t.Context(), nil))
	if _, err := os.Stat(filepath.Join(o.store.Dir(), "queue.json")); !os.IsNotExist(err) {
		t.Error("the queue is still there")
	}
}

func TestTheFileIsWrittenSafely(t *testing.T) {
	o := newOffice(t)
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1", "temp_store": "2"} {
		if got := must[string](t)(o.store.PragmaForTest(pragma)); got != want {
			t.Errorf("%s is %s, want %s", pragma, got, want)
		}
	}
}

func TestCopiesBeforeRepairsAreFew(t *testing.T) {
	o := newOffice(t)
	n := o.register(t, text(1, bureau, app.VerdictDo))
	for range 5 {
		must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), nil))
	}
	copies := must[[]string](t)(filepath.Glob(filepath.Join(o.store.Dir(), "backup", "before-repair-*.db")))
	if len(copies) != 3 {
		t.Errorf("copies %v", copies)
	}
	if e := must[upkeep.Erased](t)(o.upkeep.Erase(t.Context(), n.ID, "误收")); len(e.Backups) != 3 {
		t.Errorf("copies that still hold the words: %v", e.Backups)
	}
}

// TestATwinIsFoundByTheIndex: every notice that is pasted is looked for, in a ledger of any length.
func TestATwinIsFoundByTheIndex(t *testing.T) {
	o := newOffice(t)
	if plan := must[string](t)(o.store.TwinPlanForTest()); !strings.Contains(plan, "USING INDEX notice_doc_no") {
		t.Errorf("plan: %s", plan)
	}
}

// TestOpenOnBothWays: gathered by state or met from the newest notice on, the same open ones are found in the same order.
func TestOpenOnBothWays(t *testing.T) {
	o := newOffice(t)
	for i := range 30 {
		n := o.register(t, text(i+1, bureau, app.VerdictDo, app.VerdictRefuse))
		if i%3 == 0 {
			must[ledger.Notice](t)(o.decide.VoidNotice(t.Context(), n.ID, "误收"))
		}
	}
	for _, limit := range []int{7, 100} {
		gathered := must[[]inquire.Row](t)(o.store.OpenForTest(limit, 1000))
		met := must[[]inquire.Row](t)(o.store.OpenForTest(limit, 1))
		if len(gathered) != min(limit, 20) || !reflect.DeepEqual(gathered, met) {
			t.Errorf("limit %d: %d gathered, %d met", limit, len(gathered), len(met))
		}
	}
}
