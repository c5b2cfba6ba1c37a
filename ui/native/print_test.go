//go:build !windows

package native

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/ui/kit"
)

// fakeCUPS puts programs of the names of CUPS first on the path: lpstat answers with printers, lp keeps what it was given and
// does what lpDoes says. Calls gives the arguments of lp, call by call.
func fakeCUPS(t *testing.T, lpstat, lpDoes string) (calls func() []string) {
	t.Helper()
	dir := t.TempDir()
	log := filepath.Join(dir, "calls")
	write := func(name, script string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write("lpstat", lpstat)
	write("lp", "for a in \"$@\"; do printf '%s|' \"$a\"; done >> '"+log+"'\necho >> '"+log+"'\n"+lpDoes)
	write("xdg-open", "printf 'opened %s\n' \"$1\" >> '"+log+"'")
	t.Setenv("PATH", dir+":/usr/bin:/bin")
	t.Setenv("LPDEST", "")
	t.Setenv("PRINTER", "")
	return func() []string {
		data, err := os.ReadFile(log)
		if err != nil {
			return nil
		}
		return strings.Split(strings.TrimSpace(string(data)), "\n")
	}
}

// twoPrinters is an lpstat that knows two printers.
const twoPrinters = `case "$1" in
-e) echo PDF_Office; echo HP_M1136;;
-d) echo "system default destination: HP_M1136";;
esac`

func files(t *testing.T, names ...string) []string {
	t.Helper()
	dir := t.TempDir()
	var out []string
	for _, n := range names {
		path := filepath.Join(dir, n)
		if err := os.WriteFile(path, []byte("%PDF-1.7"), 0o600); err != nil {
			t.Fatal(err)
		}
		out = append(out, path)
	}
	return out
}

func TestPrintersAreListed(t *testing.T) {
	for name, c := range map[string]struct {
		lpstat string
		want   kit.Printers
	}{
		"two":        {twoPrinters, kit.Printers{Names: []string{"HP_M1136", "PDF_Office"}, Default: "HP_M1136", Sides: true}},
		"none":       {`echo "lpstat: No destinations added." >&2; exit 1`, kit.Printers{Sides: true}},
		"no default": {`case "$1" in -e) echo A;; -d) echo "no system default destination";; esac`, kit.Printers{Names: []string{"A"}, Sides: true}},
		"older CUPS": {`case "$1" in -e) echo "unknown option" >&2; exit 1;; -p) echo "printer 党政办 is idle.  enabled since Mon"; echo "	Ready to print.";; -d) echo "system default destination: 党政办";; esac`,
			kit.Printers{Names: []string{"党政办"}, Default: "党政办", Sides: true}},
	} {
		fakeCUPS(t, c.lpstat, "")
		got, err := (&Files{}).Printers(t.Context())
		if err != nil || !slices.Equal(got.Names, c.want.Names) || got.Default != c.want.Default || got.Sides != c.want.Sides {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestSeveralPapersGoInOneJob(t *testing.T) {
	calls := fakeCUPS(t, twoPrinters, "")
	paths := files(t, "-a 1.pdf", "b.pdf")
	o, err := (&Files{}).Print(t.Context(), kit.PrintJob{Paths: paths, Title: "柳反馈〔2026〕1号",
		Printing: kit.Printing{Printer: "PDF_Office", Copies: 2, Duplex: kit.DuplexLong}})
	if err != nil || o != kit.PrintSent {
		t.Fatal(o, err)
	}
	want := "-d|PDF_Office|-n|2|-o|collate=true|-t|柳反馈〔2026〕1号|-o|media=A4|-o|print-scaling=none|-o|sides=two-sided-long-edge|--|" + strings.Join(paths, "|") + "|"
	if got := calls(); len(got) != 1 || got[0] != want {
		t.Errorf("lp got %q, want %q", got, want)
	}
}

func TestUsualChoicesAreLeftToThePrinter(t *testing.T) {
	calls := fakeCUPS(t, twoPrinters, "")
	paths := files(t, "a.pdf")
	if o, err := (&Files{}).Print(t.Context(), kit.PrintJob{Paths: paths}); err != nil || o != kit.PrintSent {
		t.Fatal(o, err)
	}
	if got := calls(); len(got) != 1 || got[0] != "-o|media=A4|-o|print-scaling=none|--|"+paths[0]+"|" {
		t.Errorf("lp got %q", got)
	}
	// a printer, but none that CUPS takes by itself
	calls = fakeCUPS(t, `case "$1" in -e) echo A;; -d) echo "no system default destination";; esac`, "")
	if _, err := (&Files{}).Print(t.Context(), kit.PrintJob{Paths: paths}); err != nil || !strings.HasPrefix(calls()[0], "-d|A|") {
		t.Errorf("lp got %q, %v", calls(), err)
	}
}

func TestAPrinterThatIsGoneIsNamed(t *testing.T) {
	calls := fakeCUPS(t, twoPrinters, "")
	_, err := (&Files{}).Print(t.Context(), kit.PrintJob{Paths: files(t, "a.pdf"), Printing: kit.Printing{Printer: "党政办_HP"}})
	if msg := app.ErrorMessage(err); !strings.Contains(msg, "找不到打印机“党政办_HP”，没有打印。请检查") || calls() != nil {
		t.Errorf("%s, lp got %q", msg, calls())
	}
}

func TestAPrinterThatRefusesIsToldOf(t *testing.T) {
	fakeCUPS(t, twoPrinters, `echo "lp: Printer does not accept jobs" >&2; exit 1`)
	_, err := (&Files{}).Print(t.Context(), kit.PrintJob{Paths: files(t, "a.pdf"), Printing: kit.Printing{Printer: "HP_M1136"}})
	if msg := app.ErrorMessage(err); !strings.Contains(msg, "打印机“HP_M1136”没有收下，没有打印。请检查打印机") || !strings.Contains(err.Error(), "does not accept jobs") {
		t.Errorf("%s (%v)", msg, err)
	}
}

// TestASystemThatDoesNotAnswerHoldsNothingUp: a print server that is gone must not hold the window's work for ever.
func TestASystemThatDoesNotAnswerHoldsNothingUp(t *testing.T) {
	fakeCUPS(t, twoPrinters, "exec sleep 60")
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	from := time.Now()
	_, err := (&Files{}).Print(ctx, kit.PrintJob{Paths: files(t, "a.pdf")})
	if msg := app.ErrorMessage(err); !strings.Contains(msg, "没有答复，可能没有打印。请先看打印队列") || time.Since(from) > 20*time.Second {
		t.Errorf("after %v: %s", time.Since(from), msg)
	}
}

// TestWithoutAPrinterFilesAreOpened: one file in its program, of several the folder.
func TestWithoutAPrinterFilesAreOpened(t *testing.T) {
	calls := fakeCUPS(t, "exit 1", "exit 1")
	paths := files(t, "a.pdf", "b.pdf")
	for n, want := range map[int]struct {
		outcome kit.PrintOutcome
		opened  string
	}{1: {kit.PrintFileOpened, paths[0]}, 2: {kit.PrintFolderShown, filepath.Dir(paths[0])}} {
		o, err := (&Files{}).Print(t.Context(), kit.PrintJob{Paths: paths[:n]})
		if err != nil || o != want.outcome {
			t.Errorf("%d files: %v, %v", n, o, err)
		}
		for wait := 0; wait < 100 && !slices.Contains(calls(), "opened "+want.opened); wait++ { // the opener runs on its own
			time.Sleep(20 * time.Millisecond)
		}
		if !slices.Contains(calls(), "opened "+want.opened) {
			t.Errorf("%d files: %q", n, calls())
		}
	}
}

func TestAFileThatIsGoneIsNotPrinted(t *testing.T) {
	calls := fakeCUPS(t, twoPrinters, "")
	_, err := (&Files{}).Print(t.Context(), kit.PrintJob{Paths: append(files(t, "a.pdf"), "/nirgends/b.pdf")})
	if app.ErrorCode(err) != app.CodeNotFound || calls() != nil {
		t.Errorf("%v, lp got %q", err, calls())
	}
	if err := (&Files{}).ShowInFolder("/nirgends/b.pdf"); app.ErrorCode(err) != app.CodeNotFound {
		t.Errorf("folder: %v", err)
	}
}
