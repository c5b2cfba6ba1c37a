package reports_test

import (
	"bytes"
	"context"
	"os/exec"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/reports/layout"
	"yidanqing/reports/pdf"
)

// TestBoundPapersAreTheSinglePapers reads papers back from their files and binds them: every page says the same at the same
// places, a page across stays across, and the file claims to prove nothing.
func TestBoundPapersAreTheSinglePapers(t *testing.T) {
	p := printer(t)
	var pages, want []paper.Page
	for _, kind := range []paper.Kind{paper.KindFeedback, paper.KindLetter} {
		_, out := print(t, kind, papertest.Gas())
		again, err := p.Reread(out.PDF)
		if err != nil {
			t.Fatal(err)
		}
		pages, want = append(pages, again...), append(want, out.Pages...)
	}
	own := printOwn(t, ledgerOf(t, papertest.Account()))
	again, err := p.Reread(own.PDF)
	if err != nil {
		t.Fatal(err)
	}
	pages, want = append(pages, again...), append(want, own.Pages...)
	bind := func() []byte {
		data, err := p.Bind(context.Background(), pages, "合订本", "一单清 1.0", app.Date{Year: 2026, Month: 11, Day: 24})
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	data := bind()
	if !bytes.Equal(data, bind()) {
		t.Error("the same pages give other bytes")
	}
	bound, err := pdf.Pages(data)
	if err != nil || len(bound) != len(want) {
		t.Fatalf("%d pages, want %d: %v", len(bound), len(want), err)
	}
	for i := range want {
		if pdf.PageDigest(bound[i]) != pdf.PageDigest(want[i]) || bound[i].Width != want[i].Width {
			t.Errorf("page %d is another one", i+1)
		}
		if layout.PageText(bound[i]) != layout.PageText(want[i]) {
			t.Errorf("page %d says %q, want %q", i+1, layout.PageText(bound[i]), layout.PageText(want[i]))
		}
	}
	res, err := pdf.Verify(data)
	if err != nil || res.State != pdf.Foreign || !strings.Contains(res.Message, "合订本") {
		t.Errorf("verify %+v, %v", res, err)
	}
	checkPlain(t, data)
}

// checkPlain has pdfinfo read a file, where it is installed: it has no complaint.
func checkPlain(t *testing.T, data []byte) {
	t.Helper()
	tool, err := exec.LookPath("pdfinfo")
	if err != nil {
		t.Log("pdfinfo is not installed")
		return
	}
	cmd := exec.Command(tool, "-")
	cmd.Stdin = bytes.NewReader(data)
	if said, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(said), "Pages:") || strings.Contains(string(said), "Error") {
		t.Errorf("pdfinfo: %v\n%s", err, said)
	}
}

func TestRereadRefusesWhatIsNoPaper(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("%PDF-1.4"), []byte("hello")} {
		if _, err := printer(t).Reread(data); app.ErrorCode(err) != app.CodeDamaged {
			t.Errorf("%q: %v", data, err)
		}
	}
}
