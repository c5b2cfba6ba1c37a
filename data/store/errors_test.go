package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/intake"
	"yidanqing/data/store"
)

func TestFullDiskLosesNothing(t *testing.T) {
	o := newOffice(t)
	o.register(t, text(1, bureau, app.VerdictDo))
	before := o.verified(t)
	must[any](t)(nil, o.store.ExecForTest("PRAGMA max_page_count = 1")) // as small as it is now
	words := text(2, bureau, app.VerdictDo) + strings.Repeat("很长的通知。", 20000)
	d := must[intake.Draft](t)(o.intake.Read(t.Context(), app.Document{Blocks: []app.Block{{Text: words}}}, intake.Options{}))
	must[any](t)(nil, o.intake.Keep(t.Context(), d))
	_, err := o.intake.Register(t.Context(), d)
	if app.ErrorCode(err) != app.CodeReadOnly || !strings.Contains(app.ErrorMessage(err), "数据盘已满") || !strings.Contains(app.ErrorMessage(err), "原文已留在窗口中") {
		t.Errorf("full disk: %v", err)
	}
	if after := o.verified(t); after.Digest != before.Digest {
		t.Error("half of it was written")
	}
	if _, ok, err := o.intake.Kept(t.Context()); !ok || err != nil {
		t.Errorf("the draft: %v, %v", ok, err)
	}
	must[any](t)(nil, o.store.ExecForTest("PRAGMA max_page_count = 1000000"))
	if n, err := o.intake.Register(t.Context(), d); err != nil || n.No != 2 {
		t.Errorf("with room again: %v, %v", n.No, err)
	}
}

func TestFolderThatCannotBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "文件")
	must[any](t)(nil, os.WriteFile(file, nil, 0o600))
	_, err := store.Open(t.Context(), store.Options{Dir: filepath.Join(file, "数据")})
	if app.ErrorCode(err) != app.CodeReadOnly || !strings.Contains(app.ErrorMessage(err), "--data") {
		t.Errorf("a folder below a file: %v", err)
	}
	if os.Geteuid() == 0 {
		t.Log("everything can be written by the superuser: the read-only folder is not tried")
		return
	}
	dir := t.TempDir()
	must[any](t)(nil, os.Chmod(dir, 0o500))
	defer os.Chmod(dir, 0o700)
	if _, err := store.Open(t.Context(), store.Options{Dir: dir}); app.ErrorCode(err) != app.CodeReadOnly || !strings.Contains(app.ErrorMessage(err), "不能写入") {
		t.Errorf("a read-only folder: %v", err)
	}
}

func TestLockedDatabaseIsNamed(t *testing.T) {
	dir := t.TempDir()
	o := openOffice(t, dir)
	o.settings(t)
	other, err := store.OpenFileForTest(filepath.Join(dir, "yidanqing.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if _, err := other.Exec("BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	must[any](t)(nil, o.store.ExecForTest("PRAGMA busy_timeout = 50"))
	err = o.upkeep.SetPreference(t.Context(), "a", "b")
	if app.ErrorCode(err) != app.CodeConflict || !strings.Contains(app.ErrorMessage(err), "占用") {
		t.Errorf("locked: %v", err)
	}
	if _, err := other.Exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	must[any](t)(nil, o.upkeep.SetPreference(t.Context(), "a", "b"))
}

func TestClosedStoreSaysSo(t *testing.T) {
	o := newOffice(t)
	must[any](t)(nil, o.store.Close())
	if _, err := o.inquire.Recent(t.Context(), 1); app.ErrorCode(err) != app.CodeReadOnly {
		t.Errorf("reading: %v", err)
	}
	if err := o.upkeep.SetPreference(t.Context(), "a", "b"); app.ErrorCode(err) != app.CodeReadOnly {
		t.Errorf("writing: %v", err)
	}
	if err := o.store.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
}
