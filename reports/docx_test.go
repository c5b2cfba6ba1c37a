package reports_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/reports/docx"
	"yidanqing/reports/layout"
)

// twinOf makes the editable copy of a document.
func twinOf(t *testing.T, c paper.Content, appended int) []byte {
	t.Helper()
	data, err := docx.Write(context.Background(), c, docx.Twin{Note: writer(t).TwinNote(c), Appended: appended})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// wordText reads the words of a part of the file, every part being well-formed.
func wordText(t *testing.T, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, ".xml") && !strings.HasSuffix(f.Name, ".rels") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		inText := false
		for d := xml.NewDecoder(r); ; {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			switch v := tok.(type) {
			case xml.StartElement:
				inText = v.Name.Local == "t"
			case xml.EndElement:
				inText = false
			case xml.CharData:
				if inText {
					b.Write(v)
				}
			}
		}
		if f.Name == name {
			text = b.String()
		}
	}
	return layout.Squash(text)
}

// twins are the documents that have an editable copy.
func twins(t *testing.T) map[string]paper.Content {
	t.Helper()
	out := map[string]paper.Content{"month": writer(t).Month(papertest.Month()), "month-first": writer(t).Month(papertest.FirstMonth())}
	review, err := writer(t).Review(papertest.Departments())
	if err != nil {
		t.Fatal(err)
	}
	out["review"] = review
	all := maps.Clone(issued)
	all["feedback-draft"], all["letter-draft"] = specimen{paper.KindFeedback, draft(papertest.Gas())}, specimen{paper.KindLetter, draft(papertest.Gas())}
	all["forty"] = specimen{paper.KindFeedback, papertest.Many(40)}
	for name, c := range all {
		contents, err := writer(t).Write(c.kind, c.subject, true)
		if err != nil {
			t.Fatal(name, err)
		}
		out[name] = contents[0]
	}
	return out
}

// TestTheTwinSaysWhatThePaperSays compares the words of the Word copy with those of the PDF, piece by piece and character
// by character.
func TestTheTwinSaysWhatThePaperSays(t *testing.T) {
	for name, c := range twins(t) {
		t.Run(name, func(t *testing.T) {
			data := twinOf(t, c, 1)
			if *look != "" {
				if err := os.WriteFile(filepath.Join(*look, name+".docx"), data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			body := wordText(t, data, "word/document.xml")
			foot := wordText(t, data, "word/footer1.xml")
			at := 0
			for _, f := range c.Record().Facts {
				want := layout.Squash(f.Text)
				if c.Kind == paper.KindMonth && f.Label == "各月" { // the copy has the numbers in one row and the months in another
					continue
				}
				i := strings.Index(body[at:], want)
				if i < 0 {
					if strings.Contains(body, want) { // a cell over several rows comes before those beside it
						continue
					}
					t.Fatalf("no %q behind %q", want, body[max(0, at-60):at])
				}
			}
			out, err := printer(t).Pages(context.Background(), []paper.Content{c}, paper.Facts{})
			if err != nil {
				t.Fatal(err)
			}
			have := map[rune]int{}
			for _, r := range body + foot + wordText(t, data, "word/footer2.xml") {
				have[r]++
			}
			for _, p := range out {
				for _, it := range p.Items {
					if it.Kind != paper.ItemText || it.Y > 276 || c.Kind == paper.KindMonth && it.Size == 8.5 { // the foot; the scale of the chart
						continue
					}
					for _, r := range layout.Squash(it.Text) {
						have[r]--
					}
				}
			}
			if len(out) > 1 { // the PDF repeats heads and names the document again on further pages
				return
			}
			for r, n := range have {
				if n < 0 && r != '○' {
					t.Errorf("%q of the PDF is missing %d times", r, -n)
				}
			}
			if !strings.Contains(foot, "可编辑副本，不作凭据") {
				t.Errorf("the foot does not say what the copy is: %s", foot)
			}
			if again := twinOf(t, c, 1); !bytes.Equal(data, again) {
				t.Error("the same content gave different bytes")
			}
		})
	}
}

func TestTheTwinHoldsWhatXMLCannot(t *testing.T) {
	s := papertest.Gas()
	s.Opinion = "第1项建议由贵局<依法>组织实施&\x0b\ufffe🙏；我镇按期办理。"
	contents, err := writer(t).Write(paper.KindFeedback, s, false)
	if err != nil {
		t.Fatal(err)
	}
	if body := wordText(t, twinOf(t, contents[0], 0), "word/document.xml"); !strings.Contains(body, "第1项建议由贵局<依法>组织实施&🙏；我镇按期办理。") {
		t.Error("the opinion is not as it was")
	}
}
