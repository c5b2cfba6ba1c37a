package reports_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/reports"
	"yidanqing/reports/layout"
)

// printOwn prints a list or report of the office itself.
func printOwn(tb testing.TB, c paper.Content) reports.Printed {
	tb.Helper()
	out, err := printer(tb).Print(context.Background(), []paper.Content{c}, paper.Facts{Layout: "1", Software: "一单清 1.0"})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

// golden compares a file with the one kept, and keeps it anew with -update.
func golden(t *testing.T, name string, data []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want := read(t, path); !bytes.Equal(data, want) {
		t.Errorf("%s differs from the golden file (%d bytes, golden %d): look at it, then run with -update", name, len(data), len(want))
	}
}

func ledgerOf(tb testing.TB, a paper.Account) paper.Content {
	tb.Helper()
	c, err := writer(tb).Ledger(a)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func TestPrintedLedger(t *testing.T) {
	c := ledgerOf(t, papertest.Account())
	out := printOwn(t, c)
	if len(out.Pages) != 1 || out.Pages[0].Width != 297 || out.Pages[0].Height != 210 {
		t.Fatalf("%d pages of %v × %v", len(out.Pages), out.Pages[0].Width, out.Pages[0].Height)
	}
	checkText(t, []paper.Content{c}, out)
	checkTool(t, []paper.Content{c}, out)
	golden(t, "ledger.pdf", out.PDF)
	text := layout.Squash(layout.PageText(out.Pages[0]))
	for _, want := range []string{"柳河镇来件处理台账", "范围：2026年11月12日至24日，全部来件11件，事项14项", "县农业农村局", "拒接3、配合1", "待答复3、配合中1",
		"反馈17号", "提级6号", "小计（事项）：承办2，配合2，拒接反馈6，提级反映4，合计14；其中逾期未复1。", "记录校验：2026-11-2416:05一致，末条摘要099f9c1693efdaeb"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not printed: %s", want, text)
		}
	}
}

// TestLongLedgerRepeatsItsHead prints 300 rows: every page has the head, every row stands whole on one page, once.
func TestLongLedgerRepeatsItsHead(t *testing.T) {
	a := papertest.LongAccount(300)
	c := ledgerOf(t, a)
	out := printOwn(t, c)
	if *look != "" {
		if err := os.WriteFile(filepath.Join(*look, "ledger-300.pdf"), out.PDF, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	checkText(t, []paper.Content{c}, out)
	rows := 0
	for n, p := range out.Pages {
		text := layout.Squash(layout.PageText(p))
		if strings.Count(text, "清单、规则") != 1 || !strings.Contains(text, fmt.Sprintf("第%d页共%d页", n+1, len(out.Pages))) {
			t.Errorf("page %d has no head or number", n+1)
		}
		for _, it := range p.Items {
			if it.Kind == paper.ItemText && (it.X < 19.9 || it.X+it.W > 277.9 || it.Y < 15 || it.Y > 198.2) {
				t.Errorf("page %d: %+v is out of place", n+1, it)
			}
		}
		rows += rowsOn(p)
	}
	if rows != 300 {
		t.Errorf("%d whole rows on %d pages, want 300", rows, len(out.Pages))
	}
}

// rowsOn counts the rows below the head by their upper edges, which run over the whole width.
func rowsOn(p paper.Page) int {
	n := 0
	for _, it := range p.Items {
		if it.Kind == paper.ItemLine && it.Y == it.Y2 && it.X2-it.X > 250 && it.Stroke > 0.5 && it.Stroke < 1 {
			n++
		}
	}
	return n
}

func TestLongLedgerIsGivenUpWhenAskedTo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	c := ledgerOf(t, papertest.LongAccount(2000))
	p := printer(t)
	asked := 0
	_, err := p.Print(stopAfter{ctx, cancel, &asked, 20}, []paper.Content{c}, paper.Facts{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v after %d questions", err, asked)
	}
	if asked > 40 {
		t.Errorf("the layout went on: %d questions", asked)
	}
}

// stopAfter is a context that ends when it has been asked a number of times.
type stopAfter struct {
	context.Context
	cancel context.CancelFunc
	asked  *int
	most   int
}

func (s stopAfter) Err() error {
	if *s.asked++; *s.asked >= s.most {
		s.cancel()
	}
	return s.Context.Err()
}

func TestNothingToPrintIsSaid(t *testing.T) {
	if _, err := writer(t).Ledger(paper.Account{Office: papertest.Office()}); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("got %v", err)
	}
}

// BenchmarkLedger is the whole way from rows to the file, for two lengths: time must grow as the rows do.
func BenchmarkLedger(b *testing.B) {
	p, w := printer(b), writer(b)
	for _, n := range []int{1000, 4000} {
		a := papertest.LongAccount(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c, err := w.Ledger(a)
				if err != nil {
					b.Fatal(err)
				}
				out, err := p.Print(context.Background(), []paper.Content{c}, paper.Facts{})
				if err != nil {
					b.Fatal(err)
				}
				if len(out.Pages) < n/40 {
					b.Fatal(len(out.Pages))
				}
			}
		})
	}
}
