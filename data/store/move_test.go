package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/app/ledger/ledgertest"
	"yidanqing/app/upkeep"
)

// TestMoveToAnotherPC moves a ledger out and in: the old one is locked, also after a restart, the new one goes on with the
// next number under a chain that names the old head.
func TestMoveToAnotherPC(t *testing.T) {
	dir, stick := t.TempDir(), t.TempDir()
	o := openOffice(t, dir)
	o.settings(t)
	n := o.register(t, text(1, bureau, app.VerdictRefuse))
	paper := o.issue(t, n.ID).Paper
	must[any](t)(nil, o.intake.Keep(t.Context(), must[intake.Draft](t)(o.intake.Read(t.Context(), app.Document{Blocks: []app.Block{{Text: text(2, bureau, app.VerdictDo)}}}, intake.Options{}))))
	before := o.verified(t)
	if _, err := o.upkeep.MoveOut(t.Context(), filepath.Join(dir, "files")); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("into the data folder: %v", err)
	}
	m := must[upkeep.Moved](t)(o.upkeep.MoveOut(t.Context(), stick))
	if m.Notices != 1 || m.Events != before.Events || m.Digest != before.Digest || filepath.Dir(m.Folder) != stick {
		t.Errorf("moved %+v", m)
	}
	locked := func(o *office, when string) {
		t.Helper()
		_, err := o.intake.Register(t.Context(), must[intake.Draft](t)(o.intake.Read(t.Context(), app.Document{Blocks: []app.Block{{Text: text(3, bureau, app.VerdictDo)}}}, intake.Options{})))
		if app.ErrorCode(err) != app.CodeReadOnly || !strings.Contains(app.ErrorMessage(err), "迁到另一台电脑") {
			t.Errorf("%s a notice is registered: %v", when, err)
		}
		if _, moved, err := o.upkeep.MovedOut(t.Context()); !moved || err != nil {
			t.Errorf("%s it does not say that it was moved: %v", when, err)
		}
		if got := must[ledger.Notice](t)(o.store.Notice(t.Context(), n.ID)); got.No != 1 {
			t.Errorf("%s it cannot be read", when)
		}
		if _, made, err := o.upkeep.BackupIfChanged(t.Context()); made || err != nil {
			t.Errorf("%s a locked ledger is backed up at every end: %v", when, err)
		}
		if _, err := o.upkeep.MoveOut(t.Context(), stick); app.ErrorCode(err) != app.CodeReadOnly {
			t.Errorf("%s it is moved again: %v", when, err)
		}
	}
	locked(o, "after the move")
	b := must[upkeep.Backup](t)(o.upkeep.Backup(t.Context(), ""))
	if _, err := o.upkeep.Restore(t.Context(), b.File); app.ErrorCode(err) != app.CodeReadOnly {
		t.Errorf("a restore unlocks: %v", err)
	}
	must[any](t)(nil, o.store.Close())
	o = openOffice(t, dir)
	locked(o, "after a restart")

	other := openOffice(t, t.TempDir())
	if _, err := other.upkeep.MoveIn(t.Context(), t.TempDir()); app.ErrorCode(err) != app.CodeNotFound {
		t.Errorf("an empty folder: %v", err)
	}
	r := must[upkeep.Restored](t)(other.upkeep.MoveIn(t.Context(), stick)) // the stick itself, not the folder on it
	if r.Notices != 1 {
		t.Errorf("moved in %+v", r)
	}
	entries := must[[]ledger.Entry](t)(other.store.EntriesForTest())
	start := ledgertest.Payload[ledger.OriginPayload](entries[len(entries)-1])
	if start.Reason != ledger.ReasonMove || start.Head != before.Heads[0].Hash || start.Parent != before.Heads[0].Origin {
		t.Errorf("the new chain begins with %+v", start)
	}
	if d, kept, err := other.intake.Kept(t.Context()); !kept || err != nil || !strings.Contains(d.Text(), "第2件事") {
		t.Errorf("the draft did not come along: %v %v", kept, err)
	}
	if pdf := must[[]byte](t)(other.decide.PDF(t.Context(), paper.ID)); len(pdf) == 0 {
		t.Error("the paper did not come along")
	}
	if next := other.register(t, text(4, bureau, app.VerdictDo)); next.No != 2 {
		t.Errorf("the next number is %d", next.No)
	}
	if v := other.verified(t); v.Notices != 2 {
		t.Errorf("%+v", v)
	}
	if _, err := other.upkeep.MoveIn(t.Context(), stick); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("over a ledger in use: %v", err)
	}

	must[any](t)(nil, o.upkeep.UndoMove(t.Context())) // opened locked, now unlocked
	if next := o.register(t, text(5, bureau, app.VerdictDo)); next.No != 2 {
		t.Errorf("after undoing the next number is %d", next.No)
	}
	o.verified(t)
	if err := o.upkeep.UndoMove(t.Context()); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("undone twice: %v", err)
	}
}

// TestMoveThatFailsChangesNothing loses a file of a notice and fills the stick: the ledger stays open for writing and no
// half copy is left.
func TestMoveThatFailsChangesNothing(t *testing.T) {
	dir, stick := t.TempDir(), t.TempDir()
	o := openOffice(t, dir)
	o.settings(t)
	n := o.register(t, text(1, bureau, app.VerdictRefuse))
	o.issue(t, n.ID)
	if _, err := o.upkeep.MoveOut(t.Context(), filepath.Join(must[string](t)(blocked(stick)), "x")); err == nil {
		t.Error("moved into a file")
	}
	must[any](t)(nil, os.RemoveAll(filepath.Join(dir, "files")))
	_, err := o.upkeep.MoveOut(t.Context(), stick)
	if app.ErrorCode(err) != app.CodeDamaged || !strings.Contains(app.ErrorMessage(err), "本机台账没有改动") {
		t.Errorf("with a file lost: %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(stick, "一单清迁移*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if next := o.register(t, text(2, bureau, app.VerdictDo)); next.No != 2 {
		t.Errorf("next number %d", next.No)
	}
}

// blocked puts a file where a folder is to be made.
func blocked(dir string) (string, error) {
	path := filepath.Join(dir, "blocked")
	return path, os.WriteFile(path, nil, 0o600)
}

// TestTheStickGetsACopyToo makes a copy on the stick at the end of the program where it is plugged in, and none where it is
// not: no folder is made in its place.
func TestTheStickGetsACopyToo(t *testing.T) {
	o := newOffice(t)
	stick := filepath.Join(t.TempDir(), "优盘")
	must[any](t)(nil, o.upkeep.SetPreference(t.Context(), upkeep.BackupFolder, stick))
	copies := func() int { return len(must[[]string](t)(filepath.Glob(filepath.Join(stick, "ledger-*.db")))) }
	for i, plugged := range []bool{false, true} {
		if plugged {
			must[any](t)(nil, os.Mkdir(stick, 0o700))
		}
		o.register(t, text(i+1, bureau, app.VerdictDo))
		if _, made, err := o.upkeep.BackupIfChanged(t.Context()); !made || err != nil {
			t.Errorf("plugged in %t: %t %v", plugged, made, err)
		}
		if _, err := os.Stat(stick); (err == nil) != plugged || (copies() == 1) != plugged {
			t.Errorf("plugged in %t: %d copies, %v", plugged, copies(), err)
		}
	}
	file := must[[]string](t)(filepath.Glob(filepath.Join(stick, "ledger-*.db")))[0]
	other := openOffice(t, t.TempDir())
	if r := must[upkeep.Restored](t)(other.upkeep.Restore(t.Context(), file)); r.Notices != 2 {
		t.Errorf("the copy on the stick gives %+v", r)
	}
}
