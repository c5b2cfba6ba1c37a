package store_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
)

// holding gives the files below a folder that hold the words, in UTF-8.
func holding(t *testing.T, dir, words string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if bytes.Contains(data, []byte(words)) {
			rel, _ := filepath.Rel(dir, path)
			out = append(out, rel)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestErasureRemovesEveryTrace(t *testing.T) {
	const secret = "某某村民张三的病历"
	dir := t.TempDir()
	o := openOffice(t, dir)
	o.settings(t)
	other := o.register(t, text(1, bureau, app.VerdictRefuse))
	doc := app.Document{Blocks: []app.Block{{Text: text(2, bureau, app.VerdictRefuse, app.VerdictDo) + "\n" + secret + strings.Repeat("很长的正文。", 3000)}}}
	d := must[intake.Draft](t)(o.intake.Read(t.Context(), doc, intake.Options{Originals: []intake.Original{{Name: "原件.txt", Data: []byte(secret)}}}))
	n := must[ledger.Notice](t)(o.intake.Register(t.Context(), d))
	must[any](t)(nil, o.intake.Keep(t.Context(), d)) // a draft of the same text
	must[any](t)(nil, o.intake.KeepQueue(t.Context(), []intake.Item{{Text: secret}}))
	must[ledger.Notice](t)(o.decide.Talk(t.Context(), n.ID, []string{n.Demands[0].ID}, ledger.Talk{Way: "sms", Words: secret}))
	issued := o.issue(t, n.ID)
	must[ledger.Paper](t)(o.decide.RecordApproval(t.Context(), issued.Paper.ID, "赵国梁", app.Date{Year: 2026, Month: 11, Day: 24},
		&decide.Photo{Name: "签字页.jpg", Data: []byte("照片：" + secret)}))
	backup := must[upkeep.Backup](t)(o.upkeep.Backup(t.Context(), ""))
	if len(holding(t, dir, secret)) < 4 {
		t.Fatalf("the words stand only in %v: the test looks wrong", holding(t, dir, secret))
	}
	before := o.verified(t)

	if _, err := o.upkeep.Erase(t.Context(), n.ID, " "); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("without a reason: %v", err)
	}
	erased := must[upkeep.Erased](t)(o.upkeep.Erase(t.Context(), n.ID, "误收个人信息"))
	if erased.Files != 4 || erased.Payloads < 6 || len(erased.Backups) != 1 || erased.Backups[0] != backup.File {
		t.Errorf("erased %+v", erased)
	}
	for _, f := range holding(t, dir, secret) {
		if !strings.HasPrefix(f, "backup") {
			t.Errorf("the words still stand in %s", f)
		}
	}
	v := o.verified(t)
	if v.Erased != erased.Payloads || v.Events != before.Events+1 || v.Files != 0 {
		t.Errorf("verification %+v", v)
	}
	got := must[ledger.Notice](t)(o.store.Notice(t.Context(), n.ID))
	if got.Erased == nil || got.Erased.By != "李敏" || got.Erased.Reason != "误收个人信息" || got.Number() != "2026年第2号" || got.Title() != "（内容已删除）" ||
		got.Demands[0].State != ledger.StateToDeliver || got.Demands[0].Decision.Verdict != app.VerdictRefuse || got.Demands[0].Advice.Text != "" {
		t.Errorf("notice %+v", got)
	}
	p := must[ledger.Paper](t)(o.store.Paper(t.Context(), issued.Paper.ID))
	if p.Number != issued.Paper.Number || p.PDF.Digest != "" || p.Photo != nil {
		t.Errorf("paper %+v", p)
	}
	if kept := must[ledger.Notice](t)(o.store.Notice(t.Context(), other.ID)); kept.Document.Text() == "" {
		t.Error("another notice lost its words")
	}
	must[any](t)(nil, o.store.Close())
	if found := slices.DeleteFunc(holding(t, dir, secret), func(f string) bool { return strings.HasPrefix(f, "backup") }); len(found) > 0 {
		t.Errorf("after closing the words stand in %v", found)
	}
	o = openOffice(t, dir)
	if repaired := must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), nil)); len(repaired.Changed) > 0 {
		t.Errorf("a rebuild differs: %v", repaired.Changed)
	}

	// A restore of the earlier backup must not bring the words back.
	must[upkeep.Restored](t)(o.upkeep.Restore(t.Context(), backup.File))
	if got := must[ledger.Notice](t)(o.store.Notice(t.Context(), n.ID)); got.Erased == nil || got.Document.Text() != "" {
		t.Errorf("restored notice %+v", got)
	}
	for _, f := range holding(t, dir, secret) {
		if !strings.HasPrefix(f, "backup") {
			t.Errorf("after the restore the words stand in %s", f)
		}
	}
	o.verified(t)
}

func TestErasureLeavesFilesThatOthersNeed(t *testing.T) {
	o := newOffice(t)
	same := intake.Options{Originals: []intake.Original{{Name: "附表.xlsx", Data: []byte("同一份附表")}}}
	var notices []ledger.Notice
	for i := 1; i <= 2; i++ {
		d := must[intake.Draft](t)(o.intake.Read(t.Context(), app.Document{Blocks: []app.Block{{Text: text(i, bureau, app.VerdictDo)}}}, same))
		notices = append(notices, must[ledger.Notice](t)(o.intake.Register(t.Context(), d)))
	}
	if e := must[upkeep.Erased](t)(o.upkeep.Erase(t.Context(), notices[0].ID, "误收")); e.Files != 0 {
		t.Errorf("erased %+v", e)
	}
	if _, err := o.store.Blobs().Get(t.Context(), notices[1].Files[0].Digest); err != nil {
		t.Errorf("the other notice's file: %v", err)
	}
	if e := must[upkeep.Erased](t)(o.upkeep.Erase(t.Context(), notices[1].ID, "误收")); e.Files != 1 {
		t.Errorf("erased %+v", e)
	}
	o.verified(t)
}

func TestVerifyFindsWhatSomebodyChanged(t *testing.T) {
	for name, c := range map[string]struct{ sql, says string }{
		"an actor":         {"UPDATE event SET actor = '王海' WHERE seq = 3", "第 3 条记录与校验不符"},
		"a time":           {"UPDATE event SET time = '2026-01-01T00:00:00.000Z' WHERE seq = 4", "第 4 条记录与校验不符"},
		"an event removed": {"DELETE FROM payload WHERE pos = 5; DELETE FROM event WHERE pos = 5", "第 6 条记录与校验不符"},
		"a decision":       {"UPDATE payload SET body = replace(body, 'refuse', 'do') WHERE body LIKE '%refuse%'", "的内容与登记时不一致"},
		"a payload gone":   {"DELETE FROM payload WHERE pos = 4", "的内容不见了"},
	} {
		o := newOffice(t)
		n := o.register(t, text(1, bureau, app.VerdictRefuse))
		o.issue(t, n.ID)
		must[any](t)(nil, o.store.ExecForTest("DROP TRIGGER event_stays; DROP TRIGGER event_never_goes; DROP TRIGGER payload_stays; PRAGMA foreign_keys = OFF; "+c.sql))
		v := must[upkeep.Verification](t)(o.upkeep.Verify(t.Context(), nil))
		if v.OK() || !strings.Contains(strings.Join(v.Damages, "\n"), c.says) {
			t.Errorf("%s: damages %v", name, v.Damages)
		}
	}
	o := newOffice(t)
	n := o.register(t, text(1, bureau, app.VerdictRefuse))
	pdf := o.store.Blobs().Path(o.issue(t, n.ID).Paper.PDF.Digest)
	must[any](t)(nil, os.WriteFile(pdf, []byte("另一份"), 0o600))
	if v := must[upkeep.Verification](t)(o.upkeep.Verify(t.Context(), nil)); v.OK() || !strings.Contains(v.Damages[0], "与登记时不一致") {
		t.Errorf("a changed PDF: %v", v.Damages)
	}
}

func TestRepairPutsDerivedTablesRight(t *testing.T) {
	o := newOffice(t)
	n := o.register(t, text(1, bureau, app.VerdictRefuse, app.VerdictDo))
	o.issue(t, n.ID)
	want := must[string](t)(o.store.RowsForTest())
	for _, sql := range []string{"UPDATE demand SET state = 'closed'", "DELETE FROM notice_words", "UPDATE paper SET serial = 99",
		"INSERT INTO notice_words (id, words) SELECT id, 'x' FROM notice", "UPDATE notice SET verdict = 'do'"} {
		must[any](t)(nil, o.store.ExecForTest(sql))
	}
	steps := 0
	r := must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), func(done, total int) { steps = done }))
	if got := must[string](t)(o.store.RowsForTest()); got != want {
		t.Errorf("after the repair the tables differ:\n%s\n%s", got, want)
	}
	if len(r.Changed) != 5 || r.Records != 6 || steps != 6 {
		t.Errorf("repaired %d records in %d steps: %v", r.Records, steps, r.Changed)
	}
	if _, err := os.Stat(r.Copy); err != nil {
		t.Errorf("the copy made before: %v", err)
	}
	if r = must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), nil)); len(r.Changed) != 0 {
		t.Errorf("a second repair changed %v", r.Changed)
	}
}

func TestListsByDay(t *testing.T) {
	o := newOffice(t)
	day := func(s string) app.Date { return must[app.Date](t)(app.ParseDate(s)) }
	if l := must[*ledger.List](t)(o.upkeep.ListOn(t.Context(), day("2026-11-24"))); l != nil {
		t.Errorf("a list from nowhere: %+v", l)
	}
	list := func(title, from, to string, sample bool) app.DutyList {
		l := app.DutyList{Source: app.Source{Title: title, Sample: sample}, Duties: []app.Duty{{Part: app.Basic, ItemNo: "1", Name: title}}}
		l.Source.From, l.Source.To = day(from), app.Date{}
		if to != "" {
			l.Source.To = day(to)
		}
		return l
	}
	var ids []string
	for _, l := range []app.DutyList{list("示例", "2020-01-01", "", true), list("2026年版", "2026-03-01", "", false), list("2027年版", "2027-03-01", "", false)} {
		ids = append(ids, must[ledger.List](t)(o.upkeep.ImportList(t.Context(), l)).ID)
	}
	on := func(d string) string {
		return must[*ledger.List](t)(o.upkeep.ListOn(t.Context(), day(d))).List.Source.Title
	}
	for d, want := range map[string]string{"2026-11-24": "2026年版", "2026-03-01": "2026年版", "2027-03-01": "2027年版", "2026-02-28": "2026年版", "2030-01-01": "2027年版"} {
		if got := on(d); got != want {
			t.Errorf("on %s: %s, want %s", d, got, want)
		}
	}
	if _, err := o.upkeep.ImportList(t.Context(), list("2026年版", "2026-03-01", "", false)); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("the same list again: %v", err)
	}
	must[any](t)(nil, o.upkeep.WithdrawList(t.Context(), ids[2], "导错了"))
	if got := on("2027-03-01"); got != "2026年版" {
		t.Errorf("after the withdrawal: %s", got)
	}
	if _, err := o.upkeep.ImportList(t.Context(), app.DutyList{}); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("an empty list: %v", err)
	}
	if all := must[[]ledger.List](t)(o.upkeep.Lists(t.Context())); len(all) != 3 || all[0].List.Source.Title != "2027年版" || !all[0].Withdrawn {
		t.Errorf("lists %+v", all)
	}
}

// A list that gives only its day of publication must not lose to an older one that says from when it holds.
func TestListWithoutFirstDayHoldsFromItsPublication(t *testing.T) {
	o := newOffice(t)
	day := func(s string) app.Date { return must[app.Date](t)(app.ParseDate(s)) }
	duties := []app.Duty{{Part: app.Basic, ItemNo: "1", Name: "指导村民委员会工作"}}
	for _, src := range []app.Source{{Title: "新版", Date: day("2026-05-01")}, {Title: "旧版", From: day("2024-03-01")}} {
		must[ledger.List](t)(o.upkeep.ImportList(t.Context(), app.DutyList{Source: src, Duties: duties}))
	}
	for d, want := range map[string]string{"2026-04-30": "旧版", "2026-05-01": "新版"} {
		if got := must[*ledger.List](t)(o.upkeep.ListOn(t.Context(), day(d))).List.Source.Title; got != want {
			t.Errorf("on %s: %s, want %s", d, got, want)
		}
	}
}

func TestRegistersByDay(t *testing.T) {
	o := newOffice(t)
	day := func(s string) app.Date { return must[app.Date](t)(app.ParseDate(s)) }
	for _, year := range []string{"2026", "2027"} {
		r := app.Register{Kind: app.RegisterInspection, Entries: []app.RegisterEntry{{Name: year}},
			Source: app.Source{Title: year + "年度计划", From: day(year + "-01-01"), To: day(year + "-12-31")}}
		must[ledger.Register](t)(o.upkeep.ImportRegister(t.Context(), r))
	}
	must[ledger.Register](t)(o.upkeep.ImportRegister(t.Context(), app.Register{Kind: app.RegisterForm, Entries: []app.RegisterEntry{{Name: "表"}}}))
	for d, want := range map[string]string{"2026-11-24": "2026年度计划", "2027-02-01": "2027年度计划", "2028-01-01": "2027年度计划"} {
		all := must[[]app.Register](t)(o.upkeep.RegistersOn(t.Context(), day(d)))
		got := ""
		for _, r := range all {
			if r.Kind == app.RegisterInspection {
				got = r.Source.Title
			}
		}
		if got != want || len(all) != 2 {
			t.Errorf("on %s: %s of %d, want %s", d, got, len(all), want)
		}
	}
	if _, err := o.upkeep.ImportRegister(t.Context(), app.Register{Kind: "x", Entries: []app.RegisterEntry{{}}}); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("an unknown kind: %v", err)
	}
}

func TestSettings(t *testing.T) {
	o := newOffice(t)
	s := must[ledger.Settings](t)(o.upkeep.Settings(t.Context()))
	events := o.verified(t).Events
	must[any](t)(nil, o.upkeep.SaveSettings(t.Context(), s))
	if o.verified(t).Events != events {
		t.Error("unchanged settings were written")
	}
	s.Office.Clerk, s.ReplyDays = " 孙晓梅 ", map[ledger.PaperKind]int{ledger.PaperFeedback: 7, ledger.PaperLetter: 0}
	must[any](t)(nil, o.upkeep.SaveSettings(t.Context(), s))
	got := must[ledger.Settings](t)(o.upkeep.Settings(t.Context()))
	if got.Office.Clerk != "孙晓梅" || got.Days(ledger.PaperFeedback) != 7 || got.Days(ledger.PaperEscalation) != 10 || len(got.ReplyDays) != 1 {
		t.Errorf("settings %+v", got)
	}
	for name, change := range map[string]func(*ledger.Settings){
		"no type": func(s *ledger.Settings) { s.Office.Type = "" },
		"no name": func(s *ledger.Settings) { s.Office.Name = " " },
		"no term": func(s *ledger.Settings) { s.ReplyDays = map[ledger.PaperKind]int{ledger.PaperFeedback: -1} },
		"same prefix": func(s *ledger.Settings) {
			s.Prefixes = map[ledger.PaperKind]string{ledger.PaperEscalation: "柳反馈"}
		},
		"left too soon": func(s *ledger.Settings) {
			s.People = []app.Person{{Name: "王海", From: app.Date{Year: 2026, Month: 2, Day: 1}, To: app.Date{Year: 2026, Month: 1, Day: 1}}}
		},
	} {
		bad := got
		change(&bad)
		if err := o.upkeep.SaveSettings(t.Context(), bad); app.ErrorCode(err) != app.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAnErasedDemandSaysNothingOfItsNotice: of two demands one is decided, the other loses its advice; list and record
// name the decision.
func TestAnErasedDemandSaysNothingOfItsNotice(t *testing.T) {
	o := openOffice(t, t.TempDir())
	o.settings(t)
	n := o.register(t, text(1, bureau, app.VerdictDo, app.VerdictRefuse))
	must[ledger.Notice](t)(o.decide.Decide(t.Context(), n.ID, []decide.Choice{{Demand: n.Demands[1].ID, Verdict: app.VerdictRefuse}}))
	must[upkeep.Erased](t)(o.upkeep.Erase(t.Context(), n.ID, "误收"))
	page := must[inquire.Page](t)(o.inquire.Page(t.Context(), inquire.Filter{}, inquire.Cursor{}, 10))
	if got := must[ledger.Notice](t)(o.store.Notice(t.Context(), n.ID)); got.Verdict() != app.VerdictRefuse || page.Rows[0].Verdict != app.VerdictRefuse {
		t.Errorf("record %q, list %q", got.Verdict(), page.Rows[0].Verdict)
	}
}
