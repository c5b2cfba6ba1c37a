package file

import (
	"archive/zip"
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yidanqing/app"
)

// zipOf packs parts, given as name and content in turn.
func zipOf(tb testing.TB, parts ...string) []byte {
	tb.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i+1 < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := f.Write([]byte(parts[i+1])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return buf.Bytes()
}

const wordNames = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" ` +
	`xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

// docxOf packs a Word document with this body; more parts are given as kind of relation, name and content in turn.
func docxOf(tb testing.TB, body string, more ...string) []byte {
	tb.Helper()
	rels := `<?xml version="1.0"?><Relationships>`
	parts := []string{
		"[Content_Types].xml", `<Types/>`,
		"_rels/.rels", `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document ` + wordNames + `><w:body>` + body + `</w:body></w:document>`,
	}
	for i := 0; i+2 < len(more); i += 3 {
		rels += `<Relationship Id="x` + more[i+1] + `" Type="http://x/` + more[i] + `" Target="` + more[i+1] + `"/>`
		parts = append(parts, "word/"+more[i+1], more[i+2])
	}
	parts = append(parts, "word/_rels/document.xml.rels", rels+`</Relationships>`)
	return zipOf(tb, parts...)
}

func para(text string) string {
	return `<w:p><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

func numPara(num, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + num + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func cell(props string, paras ...string) string {
	return `<w:tc><w:tcPr>` + props + `</w:tcPr>` + strings.Join(paras, "") + `</w:tc>`
}

func mustNotice(tb testing.TB, name string, data []byte) app.Document {
	tb.Helper()
	d, err := ReadNotice(context.Background(), name, data)
	if err != nil {
		tb.Fatalf("%s: %v", name, err)
	}
	return d
}

func mustTables(tb testing.TB, name string, data []byte) []app.Table {
	tb.Helper()
	t, err := ReadTables(context.Background(), name, data)
	if err != nil {
		tb.Fatalf("%s: %v", name, err)
	}
	return t
}

// wantError checks code and words of an error.
func wantError(tb testing.TB, err error, code app.Code, words ...string) {
	tb.Helper()
	if got := app.ErrorCode(err); got != code {
		tb.Fatalf("code = %q, want %q (%v)", got, code, err)
	}
	for _, w := range words {
		if !strings.Contains(app.ErrorMessage(err), w) {
			tb.Errorf("message %q lacks %q", app.ErrorMessage(err), w)
		}
	}
}

// xlsxOf makes a workbook with fill.
func xlsxOf(tb testing.TB, fill func(f *excelize.File)) []byte {
	tb.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	b, err := f.WriteToBuffer()
	if err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func setRow(tb testing.TB, f *excelize.File, sheet, at string, cells ...any) {
	tb.Helper()
	if err := f.SetSheetRow(sheet, at, &cells); err != nil {
		tb.Fatal(err)
	}
}
