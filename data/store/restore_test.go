package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/data/blob"
	"yidanqing/data/store"
)

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

// A PC whose battery is empty starts in the past: the backup made then is old by its date, and still the one just made.
func TestBackupJustMadeStaysThoughTheClockWasSetBack(t *testing.T) {
	o := newOffice(t)
	start := o.clock.t
	for i := range 3 {
		o.clock.t = start.Add(time.Duration(i+1) * time.Hour)
		o.register(t, text(i, bureau, app.VerdictRefuse))
		must[upkeep.Backup](t)(o.upkeep.Backup(t.Context(), ""))
	}
	o.clock.t = start
	o.register(t, text(9, bureau, app.VerdictRefuse))
	b := must[upkeep.Backup](t)(o.upkeep.Backup(t.Context(), ""))
	if _, err := os.Stat(b.File); err != nil {
		t.Errorf("the backup just made is gone: %v", err)
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
