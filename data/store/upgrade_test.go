package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/upkeep"
	"yidanqing/data/store"
)

// upgradeVariable makes the test binary upgrade the ledger in the folder named by it, until it is killed.
const upgradeVariable = "YIDANQING_UPGRADE_TEST_DIR"

// upgradeSlowly says on standard output how far it has come, and waits there, so that a kill meets it in the middle.
func upgradeSlowly(dir string) error {
	_, err := store.Open(context.Background(), store.Options{Dir: dir, Upgrade: func(done, total int) {
		fmt.Println(done, total)
		time.Sleep(20 * time.Millisecond)
	}})
	return errors.Join(err, errors.New("the upgrade was over before the kill"))
}

// unindexed is a ledger as the migration to schema 9 leaves it: all tables stand, and the index is empty. want are its terms.
func unindexed(t *testing.T, notices int) (dir string, want []string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "数据")
	o := openOffice(t, dir)
	o.settings(t)
	fill(t, o, notices)
	want = must[[]string](t)(o.store.TermsForTest())
	must[any](t)(nil, o.store.ExecForTest("INSERT INTO notice_index (notice_index) VALUES ('delete-all')"))
	must[any](t)(nil, o.store.ExecForTest("INSERT INTO machine (key, value) VALUES ('unindexed', '1')"))
	must[any](t)(nil, o.store.Close())
	return dir, want
}

// TestAKilledUpgradeGoesOn kills the program while it makes the index of an old ledger. The next start goes on where it stood,
// says so from there, and the index is the one that it would have been.
func TestAKilledUpgradeGoesOn(t *testing.T) {
	dir, want := unindexed(t, 2300)
	lines := childAndKill(t, upgradeVariable+"="+dir, 3, 30*time.Millisecond)
	if lines[0] != "0 2300" {
		t.Fatalf("the child said %v", lines)
	}
	if _, err := store.OpenReader(t.Context(), store.Options{Dir: dir}); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("half an index was opened for reading: %v", err)
	}
	var told []int
	s := must[*store.Store](t)(store.Open(t.Context(), store.Options{Dir: dir, Upgrade: func(done, total int) {
		if total != 2300 {
			t.Errorf("%d of %d", done, total)
		}
		told = append(told, done)
	}}))
	t.Cleanup(func() { s.Close() })
	if len(told) < 2 || told[0] == 0 || told[0] == 2300 || told[len(told)-1] != 2300 || !slices.IsSorted(told) {
		t.Errorf("told %v after the kill, the child %v", told, lines)
	}
	if got := must[[]string](t)(s.TermsForTest()); !slices.Equal(got, want) {
		t.Errorf("%d terms, want %d", len(got), len(want))
	}
	o := compose(s, newClock())
	if v := o.verified(t); v.Notices != 2300 {
		t.Errorf("%d notices", v.Notices)
	}
	if n := must[inquire.Total](t)(o.inquire.Total(t.Context(), inquire.Filter{Words: "信访"})); n.Notices != 2300 {
		t.Errorf("a word of all is found in %d", n.Notices)
	}
	if r := must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), nil)); len(r.Changed) > 0 {
		t.Errorf("the tables differ from the events: %v", r.Changed)
	}
}

// TestAnUpgradePutOff ends the context in the middle, as a clerk does who has no time now.
func TestAnUpgradePutOff(t *testing.T) {
	dir, want := unindexed(t, 1600)
	ctx, cancel := context.WithCancel(t.Context())
	_, err := store.Open(ctx, store.Options{Dir: dir, Upgrade: func(done, _ int) {
		if done > 0 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("opened: %v", err)
	}
	var first []int
	s := must[*store.Store](t)(store.Open(t.Context(), store.Options{Dir: dir, Upgrade: func(done, _ int) { first = append(first, done) }}))
	t.Cleanup(func() { s.Close() })
	if first[0] == 0 {
		t.Errorf("it began anew: %v", first)
	}
	if got := must[[]string](t)(s.TermsForTest()); !slices.Equal(got, want) {
		t.Errorf("%d terms, want %d", len(got), len(want))
	}
}

// TestUnfinishedCopiesGo: a kill while the copy before an upgrade is made leaves a part, which the next copy removes and nobody
// takes for a copy.
func TestUnfinishedCopiesGo(t *testing.T) {
	o := newOffice(t)
	o.register(t, text(1, bureau, app.VerdictDo))
	part := filepath.Join(o.store.Dir(), "backup", "before-repair-20260101-080000.db.part")
	must[any](t)(nil, os.MkdirAll(filepath.Dir(part), 0o700))
	must[any](t)(nil, os.WriteFile(part, []byte("half"), 0o600))
	r := must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), nil))
	if _, err := os.Stat(part); err == nil {
		t.Error("the part is still there")
	}
	if _, err := os.Stat(r.Copy); err != nil {
		t.Errorf("the copy: %v", err)
	}
}
