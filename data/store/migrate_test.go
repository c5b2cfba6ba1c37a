package store_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/data/store"
)

var writeSchema = flag.Bool("write-schema", false, "write testdata/schema-1.db anew; only before the schema is released")

// chance is a source that gives the same in every run.
func chance() io.Reader { return rand.NewChaCha8([32]byte{1}) }

// TestSchema1Opens opens a ledger that the first schema wrote, reads it, writes into it and checks it.
func TestSchema1Opens(t *testing.T) {
	const released = "testdata/schema-1.db"
	if *writeSchema {
		writeSchema1(t, released)
	}
	dir := t.TempDir()
	data := must[[]byte](t)(os.ReadFile(released))
	must[any](t)(nil, os.WriteFile(filepath.Join(dir, "yidanqing.db"), data, 0o600))
	o := openOffice(t, dir)
	page := must[inquire.Page](t)(o.inquire.Page(t.Context(), inquire.Filter{Words: "信访"}, inquire.Cursor{}, 10))
	if len(page.Rows) != 2 || page.Rows[0].Title != "关于第2件事的通知" || page.Rows[1].Demands[0].State != ledger.StateToSign {
		t.Errorf("page %+v", page)
	}
	if s := must[ledger.Settings](t)(o.upkeep.Settings(t.Context())); s.Office.Name != "清河县柳河镇人民政府" {
		t.Errorf("settings %+v", s)
	}
	if n := o.register(t, text(3, bureau, app.VerdictDo)); n.No != 3 {
		t.Errorf("the next number is %d", n.No)
	}
	v := must[upkeep.Verification](t)(o.upkeep.Verify(t.Context(), nil))
	// Its files do not lie beside it, so the paper's PDF is missing; the chain must be whole.
	if len(v.Damages) != 1 || !strings.Contains(v.Damages[0], "找不到") || v.Notices != 3 {
		t.Errorf("verification %+v", v)
	}
	if r := must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), nil)); len(r.Changed) > 0 {
		t.Errorf("the tables differ from the events: %v", r.Changed)
	}
}

func writeSchema1(t *testing.T, path string) {
	t.Helper()
	dir := t.TempDir()
	c := newClock()
	s := must[*store.Store](t)(store.Open(t.Context(), store.Options{Dir: dir, Now: c.Now, Random: chance()}))
	o := compose(s, c)
	o.settings(t)
	o.issue(t, o.register(t, text(1, bureau, app.VerdictRefuse, app.VerdictCooperate)).ID)
	o.register(t, text(2, bureau, app.VerdictDo))
	b := must[upkeep.Backup](t)(o.upkeep.Backup(t.Context(), ""))
	must[any](t)(nil, s.Close())
	must[any](t)(nil, os.MkdirAll(filepath.Dir(path), 0o755))
	must[any](t)(nil, os.WriteFile(path, must[[]byte](t)(os.ReadFile(b.File)), 0o644))
}

// schema is the version of this build.
func schema(t *testing.T) int {
	t.Helper()
	return len(must[[]string](t)(fs.Glob(store.EmbeddedForTest(), "migrations/*.sql")))
}

// later gives the migrations of this build and one more.
func later(t *testing.T, sql string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{fmt.Sprintf("migrations/%04d_more.sql", schema(t)+1): {Data: []byte(sql)}}
	for _, name := range must[[]string](t)(fs.Glob(store.EmbeddedForTest(), "migrations/*.sql")) {
		out[name] = &fstest.MapFile{Data: must[[]byte](t)(fs.ReadFile(store.EmbeddedForTest(), name))}
	}
	return out
}

func TestMigrationCopiesTheFileFirst(t *testing.T) {
	dir := t.TempDir()
	o := openOffice(t, dir)
	o.settings(t)
	o.register(t, text(1, bureau, app.VerdictDo))
	before := o.verified(t)
	must[any](t)(nil, o.store.Close())

	options := store.WithMigrations(store.Options{Dir: dir, Now: o.clock.Now}, later(t, "CREATE TABLE more (id TEXT) STRICT; INSERT INTO more VALUES ('x');"))
	if _, err := store.OpenReader(t.Context(), options); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("a reader of an older file: %v", err)
	}
	s := must[*store.Store](t)(store.Open(t.Context(), options))
	if err := s.ExecForTest("SELECT id FROM more"); err != nil {
		t.Errorf("after the migration: %v", err)
	}
	if v := compose(s, o.clock).verified(t); v.Digest != before.Digest {
		t.Error("the migration changed the ledger")
	}
	must[any](t)(nil, s.Close())
	copies := must[[]string](t)(filepath.Glob(filepath.Join(dir, "backup", fmt.Sprintf("before-schema-%d-*.db", schema(t)+1))))
	if len(copies) != 1 {
		t.Fatalf("copies %v", copies)
	}

	// This build meets the newer file: it shows it and writes nothing.
	old := must[*store.Store](t)(store.Open(t.Context(), store.Options{Dir: dir}))
	defer old.Close()
	if app.ErrorCode(old.ReadOnly()) != app.CodeNewer || !strings.Contains(app.ErrorMessage(old.ReadOnly()), "请升级程序") {
		t.Errorf("read-only because of %v", old.ReadOnly())
	}
	view := compose(old, o.clock)
	if rows := must[[]inquire.Row](t)(view.inquire.Recent(t.Context(), 5)); len(rows) != 1 {
		t.Errorf("rows %v", rows)
	}
	err := old.Write(t.Context(), func(ledger.Book) error { return nil })
	if app.ErrorCode(err) != app.CodeNewer {
		t.Errorf("a newer file was written: %v", err)
	}
	if err := view.upkeep.SetPreference(t.Context(), "a", "b"); app.ErrorCode(err) != app.CodeNewer {
		t.Errorf("a preference was written into a newer file: %v", err)
	}
	// The copy from before opens as it was.
	back := must[upkeep.Restored](t)(restoreCopy(t, copies[0]))
	_ = back
}

// restoreCopy opens a plain copy of the database in a folder of its own.
func restoreCopy(t *testing.T, file string) (upkeep.Restored, error) {
	t.Helper()
	dir := t.TempDir()
	must[any](t)(nil, os.WriteFile(filepath.Join(dir, "yidanqing.db"), must[[]byte](t)(os.ReadFile(file)), 0o600))
	o := openOffice(t, dir)
	if v := o.verified(t); v.Notices != 1 {
		t.Errorf("the copy holds %d notices", v.Notices)
	}
	return upkeep.Restored{}, nil
}

func TestFailedMigrationLeavesTheFile(t *testing.T) {
	dir := t.TempDir()
	o := openOffice(t, dir)
	o.settings(t)
	must[any](t)(nil, o.store.Close())
	bad := store.WithMigrations(store.Options{Dir: dir}, later(t, "CREATE TABLE more (id TEXT) STRICT; SELECT nonsense;"))
	if _, err := store.Open(t.Context(), bad); err == nil {
		t.Fatal("a broken migration passed")
	}
	again := openOffice(t, dir)
	if err := again.store.ExecForTest("SELECT * FROM more"); err == nil {
		t.Error("half of the migration is there")
	}
	if again.store.ReadOnly() != nil {
		t.Error("the version was moved on")
	}
	gap := fstest.MapFS{"migrations/0002_more.sql": {Data: []byte("SELECT 1")}}
	if _, err := store.Open(t.Context(), store.WithMigrations(store.Options{Dir: t.TempDir()}, gap)); err == nil {
		t.Error("migrations with a gap passed")
	}
}

func TestSameChanceAndClockGiveTheSameLedger(t *testing.T) {
	var digests []string
	for range 2 {
		c := newClock()
		s := must[*store.Store](t)(store.Open(t.Context(), store.Options{Dir: t.TempDir(), Now: c.Now, Random: chance()}))
		o := compose(s, c)
		o.settings(t)
		o.issue(t, o.register(t, text(1, bureau, app.VerdictRefuse)).ID)
		digests = append(digests, o.verified(t).Digest)
		must[any](t)(nil, s.Close())
	}
	if digests[0] != digests[1] {
		t.Errorf("digests %v", digests)
	}
}

func TestFilesThatAreNoLedger(t *testing.T) {
	for name, data := range map[string][]byte{
		"another program's database": foreignDatabase(t),
		"a text":                     []byte(strings.Repeat("这不是数据库。", 500)),
		"half a page":                bytes.Repeat([]byte{0}, 100),
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, "yidanqing.db")
		must[any](t)(nil, os.WriteFile(path, data, 0o600))
		_, err := store.Open(context.Background(), store.Options{Dir: dir})
		if app.ErrorCode(err) != app.CodeDamaged {
			t.Errorf("%s: code %q, %v", name, app.ErrorCode(err), err)
		}
		if after := must[[]byte](t)(os.ReadFile(path)); !bytes.Equal(after, data) {
			t.Errorf("%s: the file was changed", name)
		}
	}
}

func foreignDatabase(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "foreign.db")
	db, err := store.OpenFileForTest(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec("CREATE TABLE music (title TEXT)")
	_, err2 := db.Exec("PRAGMA journal_mode = DELETE")
	must[any](t)(nil, errors.Join(err, err2, db.Close()))
	return must[[]byte](t)(os.ReadFile(path))
}
