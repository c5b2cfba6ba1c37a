package store_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/upkeep"
)

// childVariable makes the test binary write records into the folder named by it until it is killed.
const childVariable = "YIDANQING_KILL_TEST_DIR"

func TestMain(m *testing.M) {
	if dir := os.Getenv(upgradeVariable); dir != "" {
		fmt.Fprintln(os.Stderr, upgradeSlowly(dir))
		os.Exit(1)
	}
	if dir := os.Getenv(childVariable); dir != "" {
		fmt.Fprintln(os.Stderr, writeForEver(dir))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// writeForEver registers, issues, erases and backs up, and says so on standard output after each has returned.
func writeForEver(dir string) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	ctx := context.Background()
	tb := &fatal{}
	o := openOffice(tb, dir)
	for i := 0; ; i++ {
		words := fmt.Sprintf("第%d轮 %s", os.Getpid(), text(i, bureau, app.VerdictRefuse, app.VerdictDo))
		n := o.register(tb, words)
		fmt.Println("notice", n.ID, n.No)
		out := o.issue(tb, n.ID)
		fmt.Println("paper", out.Paper.ID, out.Paper.Serial)
		switch {
		case i%5 == 3:
			if _, err := o.upkeep.Erase(ctx, n.ID, "误收"); err != nil {
				return err
			}
			fmt.Println("erased", n.ID, 0)
		case i%11 == 7:
			b, err := o.upkeep.Backup(ctx, "")
			if err != nil {
				return err
			}
			fmt.Println("backup", filepath.Base(b.File), b.Events)
		}
	}
}

// fatal is a testing.TB outside a test: it ends the program.
type fatal struct{ testing.TB }

func (*fatal) Helper()           {}
func (*fatal) Cleanup(func())    {}
func (*fatal) Fatal(args ...any) { panic(fmt.Sprint(args...)) }

// TestKilledWriterLosesNothing kills a writing program again and again, at any moment. What it had acknowledged is
// there, and the ledger is whole.
func TestKilledWriterLosesNothing(t *testing.T) {
	rounds := 100
	if testing.Short() {
		rounds = 8
	}
	dir := filepath.Join(t.TempDir(), "数据")
	o := openOffice(t, dir)
	o.settings(t)
	must[any](t)(nil, o.store.Close())
	r := rand.New(rand.NewPCG(3, 4))
	acknowledged, start := 0, time.Now()
	for round := range rounds {
		lines := runAndKill(t, dir, time.Duration(r.IntN(120))*time.Millisecond)
		acknowledged += len(lines)
		o := openOffice(t, dir)
		for _, line := range lines {
			checkAcknowledged(t, o, line)
		}
		if round%10 == 9 || round == rounds-1 {
			o.verified(t)
			if rep := must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), nil)); len(rep.Changed) > 0 {
				t.Errorf("round %d: tables differ from the events: %v", round, rep.Changed)
			}
			must[any](t)(nil, os.Remove(must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), nil)).Copy))
		}
		must[any](t)(nil, o.store.Close())
		if t.Failed() {
			t.FailNow()
		}
	}
	if acknowledged < rounds {
		t.Errorf("only %d operations were acknowledged in %d rounds", acknowledged, rounds)
	}
	t.Logf("%d rounds, %d acknowledged operations, %s", rounds, acknowledged, time.Since(start).Round(time.Millisecond))
}

// runAndKill starts a writer, waits for its first acknowledgement and some time more, kills it, and gives all lines
// that it had written out whole.
func runAndKill(t *testing.T, dir string, wait time.Duration) []string {
	t.Helper()
	return childAndKill(t, childVariable+"="+dir, 1, wait)
}

// childAndKill starts the test binary with a variable that makes it a child, and kills it some time after its line of a number.
func childAndKill(t *testing.T, variable string, after int, wait time.Duration) []string {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), variable)
	var trouble strings.Builder
	cmd.Stderr = &trouble
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var lines []string
	reader := bufio.NewReader(out)
	for {
		line, err := reader.ReadString('\n')
		if err != nil {
			break // a line without its end was not acknowledged
		}
		if len(lines) == after-1 {
			time.AfterFunc(wait, func() { cmd.Process.Kill() }) // SIGKILL: nothing can be finished
		}
		lines = append(lines, strings.TrimSpace(line))
	}
	cmd.Wait() // it was killed, which is an error as intended
	if trouble.Len() > 0 {
		t.Fatalf("the writer ended by itself: %s", trouble.String())
	}
	return lines
}

func checkAcknowledged(t *testing.T, o *office, line string) {
	t.Helper()
	var what, id string
	var number int
	if _, err := fmt.Sscan(line, &what, &id, &number); err != nil {
		t.Fatalf("line %q: %v", line, err)
	}
	switch what {
	case "notice":
		if n, err := o.store.Notice(t.Context(), id); err != nil || n.No != number || len(n.Demands) != 2 {
			t.Errorf("%s: %v", line, err)
		}
	case "paper":
		p, err := o.store.Paper(t.Context(), id)
		if err != nil || p.Serial != number {
			t.Errorf("%s: %v", line, err)
		}
		if p.PDF.Digest == "" {
			return // erased
		}
		if _, err := o.store.Blobs().Get(t.Context(), p.PDF.Digest); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	case "erased":
		if n, err := o.store.Notice(t.Context(), id); err != nil || n.Erased == nil || n.Document.Text() != "" {
			t.Errorf("%s: %v", line, err)
		}
	case "backup":
		found := false
		for _, b := range must[[]upkeep.Backup](t)(o.upkeep.Backups(t.Context())) {
			found = found || filepath.Base(b.File) == id && b.Events == number || b.Events > number // a later one of the day replaces it
		}
		if !found {
			t.Errorf("%s: it is not there", line)
		}
	default:
		t.Errorf("unknown line %q", line)
	}
}
