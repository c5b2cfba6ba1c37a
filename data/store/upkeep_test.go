package store_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/data/blob"
	"yidanqing/data/store"
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
	if erased.Files != 3 || erased.Payloads < 6 || len(erased.Backups) != 1 || erased.Backups[0] != backup.File {
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

func TestBackupAndRestore(t *testing.T) {
	dir := t.TempDir()
	o := openOffice(t, dir)
	o.settings(t)
	first := o.register(t, text(1, bureau, app.VerdictRefuse))
	firstPaper := o.issue(t, first.ID).Paper
	b, made, err := o.upkeep.BackupIfChanged(t.Context())
	if err != nil || !made || b.Notices != 1 {
		t.Fatalf("backup %+v, %v, %v", b, made, err)
	}
	if _, made, err := o.upkeep.BackupIfChanged(t.Context()); made || err != nil {
		t.Errorf("an unchanged ledger was backed up: %v", err)
	}
	before := o.verified(t)
	if b.Digest != before.Digest || b.Events != before.Events {
		t.Errorf("backup %+v, ledger %+v", b, before)
	}
	second := o.register(t, text(2, bureau, app.VerdictRefuse))
	secondPaper := o.issue(t, second.ID).Paper
	if changed := must[bool](t)(o.store.Changed(t.Context())); !changed {
		t.Error("a changed ledger counts as unchanged")
	}

	oldOrigin := o.store.Origin()
	must[any](t)(nil, os.RemoveAll(filepath.Join(dir, "files"))) // lost with the disk: the backup has the first paper
	r := must[upkeep.Restored](t)(o.upkeep.Restore(t.Context(), b.File))
	if r.Notices != 1 || r.Origin == oldOrigin || r.Origin != o.store.Origin() {
		t.Errorf("restored %+v", r)
	}
	v := o.verified(t)
	if len(v.Heads) != 2 || v.Notices != 1 {
		t.Errorf("verification %+v", v)
	}
	if _, err := o.store.Notice(t.Context(), second.ID); app.ErrorCode(err) != app.CodeNotFound {
		t.Errorf("the notice after the backup: %v", err)
	}
	if pdf := must[[]byte](t)(o.decide.PDF(t.Context(), firstPaper.ID)); len(pdf) == 0 {
		t.Error("the first paper is empty")
	}
	aside := filepath.Join(r.Aside, "yidanqing.db")
	if db, err := store.OpenFileForTest(aside); err != nil {
		t.Errorf("the data moved aside: %v", err)
	} else {
		var n int
		if err := db.QueryRow("SELECT count(*) FROM notice").Scan(&n); err != nil || n != 2 {
			t.Errorf("the data moved aside holds %d notices, %v", n, err)
		}
		db.Close()
	}

	third := o.register(t, text(3, bureau, app.VerdictRefuse))
	if third.No != 3 {
		t.Errorf("the ledger number after the restore is %d; 2 had been given", third.No)
	}
	if p := o.issue(t, third.ID).Paper; p.Serial != 3 || p.Number == secondPaper.Number {
		t.Errorf("the number after the restore is %s; %s is on paper already", p.Number, secondPaper.Number)
	}
	var parent ledger.OriginPayload
	for _, e := range must[[]ledger.Entry](t)(o.store.EntriesForTest()) {
		if e.Event.Type == ledger.OriginStarted && e.Event.Origin == r.Origin {
			parent = ledgerPayload[ledger.OriginPayload](t, e)
		}
	}
	if parent.Reason != "restore" || parent.Parent != oldOrigin || parent.Head != before.Heads[0].Hash || parent.Seq != before.Heads[0].Seq || len(parent.Used) != 2 {
		t.Errorf("the new origin says %+v, the parent's head was %+v", parent, before.Heads[0])
	}
	if r := must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), nil)); len(r.Changed) > 0 {
		t.Errorf("a rebuild differs: %v", r.Changed)
	}
	if again := must[upkeep.Restored](t)(o.upkeep.Restore(t.Context(), b.File)); again.Origin == r.Origin {
		t.Error("a second restore goes on with the first one's origin")
	}
	if n := o.register(t, text(4, bureau, app.VerdictDo)); n.No != 4 {
		t.Errorf("after the second restore the number is %d", n.No)
	}
}

func TestBackupIntoAnotherFolderRestoresElsewhere(t *testing.T) {
	o := newOffice(t)
	n := o.register(t, text(1, bureau, app.VerdictRefuse))
	id := o.issue(t, n.ID).Paper.ID
	usb := filepath.Join(t.TempDir(), "优盘 #1")
	b := must[upkeep.Backup](t)(o.upkeep.Backup(t.Context(), usb))
	if changed := must[bool](t)(o.store.Changed(t.Context())); !changed {
		t.Error("a copy elsewhere counts as the backup beside the data")
	}
	other := openOffice(t, filepath.Join(t.TempDir(), "新电脑"))
	must[upkeep.Restored](t)(other.upkeep.Restore(t.Context(), b.File))
	if pdf := must[[]byte](t)(other.decide.PDF(t.Context(), id)); len(pdf) == 0 {
		t.Error("the paper did not come along")
	}
	if s := must[ledger.Settings](t)(other.upkeep.Settings(t.Context())); s.Office.Short != "柳河镇" {
		t.Errorf("settings %+v", s)
	}
}

func TestDamagedBackupIsRefused(t *testing.T) {
	o := newOffice(t)
	n := o.register(t, text(1, bureau, app.VerdictRefuse))
	o.issue(t, n.ID)
	for name, damage := range map[string]func(b upkeep.Backup) error{
		"a changed byte": func(b upkeep.Backup) error {
			data, err := os.ReadFile(b.File)
			data[len(data)/2] ^= 1
			return errorsJoin(err, os.WriteFile(b.File, data, 0o600))
		},
		"cut off": func(b upkeep.Backup) error { return os.Truncate(b.File, b.Size/2) },
		"empty":   func(b upkeep.Backup) error { return os.Truncate(b.File, 0) },
		"another file": func(b upkeep.Backup) error {
			return os.WriteFile(b.File, bytes.Repeat([]byte("no database "), 1000), 0o600)
		},
		"without its manifest": func(b upkeep.Backup) error { return os.Remove(strings.TrimSuffix(b.File, ".db") + ".json") },
		"without its files":    func(b upkeep.Backup) error { return os.RemoveAll(filepath.Join(filepath.Dir(b.File), "files")) },
	} {
		b := must[upkeep.Backup](t)(o.upkeep.Backup(t.Context(), filepath.Join(t.TempDir(), "备份")))
		must[any](t)(nil, damage(b))
		before := o.verified(t)
		_, err := o.upkeep.Restore(t.Context(), b.File)
		if err == nil || !strings.Contains(app.ErrorMessage(err), "现有数据未受影响") {
			t.Errorf("%s: %v", name, err)
		}
		if after := o.verified(t); after.Digest != before.Digest {
			t.Errorf("%s: the data changed", name)
		}
		if entries, _ := filepath.Glob(filepath.Join(o.store.Dir(), "re*")); len(entries) > 0 {
			t.Errorf("%s: left behind %v", name, entries)
		}
	}
}

func TestRescueOfADamagedDatabase(t *testing.T) {
	dir := t.TempDir()
	o := openOffice(t, dir)
	o.settings(t)
	o.register(t, text(1, bureau, app.VerdictDo))
	b := must[upkeep.Backup](t)(o.upkeep.Backup(t.Context(), ""))
	must[any](t)(nil, o.store.Close())
	must[any](t)(nil, os.WriteFile(filepath.Join(dir, "yidanqing.db"), bytes.Repeat([]byte("broken! "), 4096), 0o600))
	_, err := store.Open(t.Context(), store.Options{Dir: dir})
	if app.ErrorCode(err) != app.CodeDamaged || !strings.Contains(app.ErrorMessage(err), "从备份恢复") {
		t.Fatalf("a broken database: %v", err)
	}
	s, r, err := store.Rescue(t.Context(), store.Options{Dir: dir, Now: o.clock.Now}, b.File)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	again := compose(s, o.clock)
	if again.verified(t).Notices != 1 {
		t.Error("the notice is not back")
	}
	if data, err := os.ReadFile(filepath.Join(r.Aside, "yidanqing.db")); err != nil || !bytes.HasPrefix(data, []byte("broken!")) {
		t.Errorf("the broken database was not kept: %v", err)
	}
}

func TestInterruptedRestoreIsFinished(t *testing.T) {
	// The journal is written, then files move one by one; the program may end after each.
	for name, move := range map[string]func(dir string) error{
		"before the first move": func(string) error { return nil },
		"between the moves": func(dir string) error {
			return errorsJoin(os.MkdirAll(filepath.Join(dir, "aside"), 0o700),
				os.Rename(filepath.Join(dir, "yidanqing.db"), filepath.Join(dir, "aside", "yidanqing.db")))
		},
		"after the last move": func(dir string) error {
			return errorsJoin(os.MkdirAll(filepath.Join(dir, "aside"), 0o700),
				os.Rename(filepath.Join(dir, "yidanqing.db"), filepath.Join(dir, "aside", "yidanqing.db")),
				os.Rename(filepath.Join(dir, "restore-new.db"), filepath.Join(dir, "yidanqing.db")))
		},
	} {
		dir := t.TempDir()
		o := openOffice(t, dir)
		o.settings(t)
		o.register(t, text(1, bureau, app.VerdictDo))
		b := must[upkeep.Backup](t)(o.upkeep.Backup(t.Context(), ""))
		o.register(t, text(2, bureau, app.VerdictDo))
		must[any](t)(nil, o.store.PrepareForTest(b.File))
		must[any](t)(nil, o.store.Close())
		must[any](t)(nil, os.WriteFile(filepath.Join(dir, "restore.json"), []byte(`{"aside":"aside"}`), 0o600))
		must[any](t)(nil, move(dir))

		o = openOffice(t, dir)
		if v := o.verified(t); v.Notices != 1 || len(v.Heads) != 2 {
			t.Errorf("%s: %+v", name, v)
		}
		if _, err := os.Stat(filepath.Join(dir, "aside", "yidanqing.db")); err != nil {
			t.Errorf("%s: the old data is gone: %v", name, err)
		}
		if _, err := os.Stat(filepath.Join(dir, "restore.json")); !os.IsNotExist(err) {
			t.Errorf("%s: the journal is still there", name)
		}
	}
}

func TestBackupsAreThinned(t *testing.T) {
	o := newOffice(t)
	o.register(t, text(1, bureau, app.VerdictDo))
	start := o.clock.t
	for day := range 120 {
		for hour := range 2 {
			o.clock.t = start.AddDate(0, 0, day).Add(time.Duration(hour) * time.Hour)
			must[upkeep.Backup](t)(o.upkeep.Backup(t.Context(), ""))
		}
	}
	list := must[[]upkeep.Backup](t)(o.upkeep.Backups(t.Context()))
	days := make(map[string]bool)
	for _, b := range list {
		days[b.At.Format("01-02")] = true
	}
	// 14 days, then weeks up to 8, then months: about 14 + 6 + 3, and the newest two of the last day.
	if len(list) < 20 || len(list) > 28 || len(days) < len(list)-1 {
		t.Errorf("%d backups on %d days", len(list), len(days))
	}
	if list[0].At.Before(list[1].At) || !list[0].At.Equal(o.clock.t) && o.clock.t.Sub(list[0].At) > time.Minute {
		t.Errorf("the newest is %s, now it is %s", list[0].At, o.clock.t)
	}
	files, _ := os.ReadDir(filepath.Join(o.store.Dir(), "backup"))
	if len(files) != 2*len(list) {
		t.Errorf("%d files for %d backups", len(files), len(list))
	}
}

func TestThinningDropsFilesThatNoBackupNeeds(t *testing.T) {
	o := newOffice(t)
	n := o.register(t, text(1, bureau, app.VerdictRefuse))
	digest := o.issue(t, n.ID).Paper.PDF.Digest
	must[upkeep.Backup](t)(o.upkeep.Backup(t.Context(), ""))
	kept := blob.Open(filepath.Join(o.store.Dir(), "backup", "files"))
	if !kept.Has(digest) {
		t.Fatal("the paper is not in the backup")
	}
	must[upkeep.Erased](t)(o.upkeep.Erase(t.Context(), n.ID, "误收"))
	for range 3 { // four years later the first is surplus
		o.clock.t = o.clock.t.AddDate(4, 0, 0)
		must[upkeep.Backup](t)(o.upkeep.Backup(t.Context(), ""))
	}
	if kept.Has(digest) {
		t.Error("the paper is still beside the backups, which do not need it")
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
