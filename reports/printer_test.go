package reports_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/app/vector"
	"yidanqing/assets"
	"yidanqing/reports"
	"yidanqing/reports/face"
	"yidanqing/reports/pdf"
)

var update = flag.Bool("update", false, "write the golden files anew")

func read(tb testing.TB, path string) []byte {
	tb.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// embedded are the typefaces of the program.
func embedded(tb testing.TB) face.Embedded {
	tb.Helper()
	font := func(name string) []byte { return read(tb, filepath.Join("..", "assets", "fonts", name+".ttf")) }
	serif := font("serif-regular")
	return face.Embedded{Title: font("serif-bold"), Body: serif, Hei: font("sans-bold"), Kai: font("kai"), Spare: serif}
}

func printer(tb testing.TB) *reports.Printer {
	tb.Helper()
	set, err := face.Load(embedded(tb))
	if err != nil {
		tb.Fatal(err)
	}
	return reports.NewPrinter(set)
}

func writer(tb testing.TB) *paper.Writer {
	tb.Helper()
	w, err := paper.LoadWording(read(tb, "../assets/wording/paper.json"))
	if err != nil {
		tb.Fatal(err)
	}
	out := paper.NewWriter(w)
	out.Words = func(text string) []string { return vectors().Words(text) }
	return out
}

// vectors is the program's own table of words, as main hands it to the writer.
var vectors = sync.OnceValue(func() *vector.Table {
	t, err := vector.Load(assets.Vectors)
	if err != nil {
		panic(err)
	}
	return t
})

// print writes and prints the documents of a subject.
func print(tb testing.TB, kind paper.Kind, s paper.Subject) ([]paper.Content, reports.Printed) {
	tb.Helper()
	w := writer(tb)
	contents, err := w.Write(kind, s, true)
	if err != nil {
		tb.Fatal(err)
	}
	out, err := printer(tb).Print(context.Background(), contents, w.FactsOf(kind, s))
	if err != nil {
		tb.Fatal(err)
	}
	return contents, out
}

func draft(s paper.Subject) paper.Subject {
	s.Number = ""
	return s
}

// specimen is a document of the tests.
type specimen struct {
	kind    paper.Kind
	subject paper.Subject
}

func unsealed(s paper.Subject) paper.Subject {
	s.Unsealed = true
	return s
}

func archived(s paper.Subject) paper.Subject {
	s.Archive = true
	return s
}

// issued are the documents of every kind as they are issued.
var issued = map[string]specimen{
	"feedback":       {paper.KindFeedback, papertest.Gas()},
	"escalation":     {paper.KindEscalation, papertest.Houses()},
	"collected":      {paper.KindEscalation, papertest.Collected()},
	"letter":         {paper.KindLetter, papertest.Gas()},
	"archive":        {paper.KindFeedback, archived(papertest.Gas())},
	"unsealed":       {paper.KindLetter, unsealed(papertest.Gas())},
	"village":        {paper.KindVillage, papertest.Certificates()},
	"answer":         {paper.KindAnswer, papertest.Bank()},
	"support":        {paper.KindSupport, papertest.SandFilled()},
	"consult":        {paper.KindConsult, papertest.NewTask()},
	"adjust":         {paper.KindAdjust, papertest.AboutTheList()},
	"comment":        {paper.KindComment, papertest.Opinion()},
	"comment-report": {paper.KindComment, papertest.Report()},
	"assess":         {paper.KindAssess, papertest.Assessment()},
	"case":           {paper.KindCase, papertest.Case()},
	"cases":          {paper.KindCase, papertest.Cases()},
	"suggest":        {paper.KindSuggest, papertest.Means()},
}

// TestGoldenFiles prints a document of every kind and its 送审稿.
func TestGoldenFiles(t *testing.T) {
	specimens := map[string]specimen{}
	for name, c := range issued {
		specimens[name], specimens[name+"-draft"] = c, specimen{c.kind, draft(c.subject)}
	}
	specimens["support-draft"] = specimen{paper.KindSupport, draft(papertest.Sand())} // nothing is filled in yet
	for name, c := range specimens {
		t.Run(name, func(t *testing.T) {
			contents, out := print(t, c.kind, c.subject)
			checkText(t, contents, out)
			checkTool(t, contents, out)
			_, again := print(t, c.kind, c.subject)
			if !bytes.Equal(out.PDF, again.PDF) {
				t.Fatal("the same record gave different bytes")
			}
			path := filepath.Join("testdata", name+".pdf")
			if *update {
				if err := os.WriteFile(path, out.PDF, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := read(t, path); !bytes.Equal(out.PDF, want) {
				t.Errorf("%s differs from the golden file (%d bytes, golden %d): look at it, then run with -update", name, len(out.PDF), len(want))
			}
			res, err := pdf.Verify(out.PDF)
			if err != nil || res.State != pdf.Consistent {
				t.Errorf("verify: %+v, %v", res, err)
			}
		})
	}
}

func TestAFaceOfThisPCServesThePaper(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "simfang.ttf"), read(t, "../assets/fonts/kai.ttf"), 0o644); err != nil {
		t.Fatal(err)
	}
	set, err := face.Load(embedded(t), dir)
	if err != nil {
		t.Fatal(err)
	}
	w, s := writer(t), papertest.Gas()
	contents, err := w.Write(paper.KindFeedback, s, true)
	if err != nil {
		t.Fatal(err)
	}
	out, err := reports.NewPrinter(set).Print(context.Background(), contents, w.Facts(s))
	if err != nil {
		t.Fatal(err)
	}
	if *look != "" {
		if err := os.WriteFile(filepath.Join(*look, "face of this PC.pdf"), out.PDF, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if res, err := pdf.Verify(out.PDF); err != nil || res.State != pdf.Consistent {
		t.Errorf("verify: %+v, %v", res, err)
	}
	if !bytes.Contains(out.Record, []byte(`"name": "YDQ Kai"`)) {
		t.Error("the attachment does not name the face")
	}
	checkPages(t, out, "")
}

func TestPrintIsGivenUpWhenAskedTo(t *testing.T) {
	w, s := writer(t), papertest.Gas()
	contents, err := w.Write(paper.KindFeedback, s, true)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := printer(t).Print(ctx, contents, w.Facts(s)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := printer(t).Print(context.Background(), nil, w.Facts(s)); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("nothing to print: %v", err)
	}
}

func TestAPanicInSettingIsAnError(t *testing.T) {
	broken := paper.Content{Title: "试", Top: 25, Blocks: []paper.Block{paper.Table{ // a cell outside the grid
		Cols: []float64{10}, Sections: []paper.Section{{Rows: []paper.Row{{Cells: []paper.Cell{{Col: 9, Span: 1}}}}}},
	}}}
	_, err := printer(t).Print(context.Background(), []paper.Content{broken}, paper.Facts{})
	if app.ErrorCode(err) != app.CodeInternal || app.ErrorMessage(err) == "" {
		t.Errorf("got %v", err)
	}
}
