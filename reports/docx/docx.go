// Package docx writes letters and forms as Word documents (.docx): the editable twins of papers whose evidence is the PDF.
// Page, typefaces, sizes and tables are those of the layout; where lines break is left to the word processor.
package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/paper"
)

// Twin says what a document tells of itself beside its content.
type Twin struct {
	// Note stands in the foot of every page: that the file is no evidence.
	Note string
	// Appended is the number of pages of the documents that follow it in the PDF.
	Appended int
}

// Write makes the file of one document. ctx ends it before it is packed; other errors are *app.Error. The same content
// gives the same bytes.
func Write(ctx context.Context, c paper.Content, t Twin) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	w := &writer{content: c, twin: t}
	w.document()
	parts := []part{
		{"[Content_Types].xml", w.contentTypes()},
		{"_rels/.rels", packageRels},
		{"docProps/core.xml", w.properties()},
		{"word/document.xml", head + `<w:document ` + spaces + `><w:body>` + w.body.String() + `</w:body></w:document>`},
		{"word/styles.xml", styles},
		{"word/fontTable.xml", fontTable()},
		{"word/settings.xml", settings},
		{"word/footer1.xml", w.footer(false)},
		{"word/footer2.xml", w.footer(true)},
		{"word/_rels/document.xml.rels", w.documentRels()},
	}
	if w.chart != nil {
		parts = append(parts, part{"word/media/chart.png", string(w.chart)})
	}
	out, err := pack(parts)
	if err != nil {
		return nil, app.WrapError(app.CodeInternal, err, "Word 副本没有生成，文书和记录未受影响。请重试；仍不行的，请把日志交给维护人员。")
	}
	return out, nil
}

// part is one file of the package.
type part struct{ name, data string }

// packed is the time of every file in the package: none is read from a clock.
var packed = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func pack(parts []part) ([]byte, error) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, p := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: packed})
		if err != nil {
			return nil, fmt.Errorf("part %s: %w", p.name, err)
		}
		if _, err := f.Write([]byte(p.data)); err != nil {
			return nil, fmt.Errorf("part %s: %w", p.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// writer fills the body of one document.
type writer struct {
	content paper.Content
	twin    Twin
	body    strings.Builder
	chart   []byte // PNG
}

// twips turns millimetres into twentieths of a point.
func twips(mm float64) int { return int(math.Round(mm * 1440 / 25.4)) }

// half is a type size in half points.
func half(points float64) int { return int(math.Round(points * 2)) }

// lead is a line pitch in twentieths of a point.
func lead(points float64) int { return int(math.Round(points * 20)) }

// document writes the parts of the content in their order.
func (w *writer) document() {
	if w.content.Letter != nil {
		w.letter(*w.content.Letter)
		return
	}
	w.form()
}

// Margins of a form in millimetres: what the layout leaves at the foot is a little more than the foot needs.
const (
	formBottom = 20.0
	formFoot   = 11.0
)

// form writes a document of blocks.
func (w *writer) form() {
	c := w.content
	title := c.TitleStyle
	if title == (paper.Style{}) {
		title = paper.Style{Face: paper.FaceTitle, Size: 22, Lead: 32}
	}
	line := c.HeadStyle
	if line == (paper.Style{}) {
		line = paper.Style{Face: paper.FaceBody, Size: 12, Lead: 20}
	}
	for _, m := range c.Marks {
		w.paragraph(paper.Para{Spans: []paper.Span{{Text: m}}}, paper.Style{Face: paper.FaceHei, Size: 14, Lead: 20}, look{boxed: true})
	}
	w.plain(c.Title, title, look{align: paper.Center, after: 3})
	if c.Subtitle != "" {
		w.plain(c.Subtitle, paper.Style{Face: paper.FaceBody, Size: 15, Lead: 21}, look{align: paper.Center, after: 1.5})
	}
	w.headLine(line)
	for i, b := range c.Blocks {
		if _, table := b.(paper.Table); table && i > 0 {
			if _, before := c.Blocks[i-1].(paper.Table); before { // two tables that touch would be one
				w.plain("", paper.Style{Face: paper.FaceBody, Size: 2, Lead: 2}, look{})
			}
		}
		w.block(b)
	}
	if n := len(c.Blocks); n > 0 {
		if _, table := c.Blocks[n-1].(paper.Table); table { // a document ends with a paragraph
			w.plain("", paper.Style{Face: paper.FaceBody, Size: 2, Lead: 2}, look{})
		}
	}
	w.section(paper.AreaLeft, max(c.MinTop, 15), formBottom, formFoot, false)
}

// headLine writes number and date on one line.
func (w *writer) headLine(st paper.Style) {
	c := w.content
	if c.HeadLeft == "" && c.HeadMiddle == "" && c.HeadRight == "" {
		return
	}
	w.body.WriteString(`<w:p><w:pPr><w:tabs>` + tabStop("center", w.wide()/2) + tabStop("right", w.wide()) + `</w:tabs>` + spacing(st, 0, 1.5) + `</w:pPr>`)
	w.run(c.HeadLeft, st, style{})
	w.body.WriteString(tabRun)
	w.run(c.HeadMiddle, st, style{})
	w.body.WriteString(tabRun)
	w.run(c.HeadRight, st, style{})
	w.body.WriteString(`</w:p>`)
}

func tabStop(kind string, at float64) string {
	return `<w:tab w:val="` + kind + `" w:pos="` + strconv.Itoa(twips(at)) + `"/>`
}

// wide is the width of the text area in millimetres.
func (w *writer) wide() float64 {
	if w.content.Across {
		return paper.PageHeight - 2*paper.AcrossMargin
	}
	return paper.AreaWidth
}

// block writes one block.
func (w *writer) block(b paper.Block) {
	switch b := b.(type) {
	case paper.Heading:
		w.plain(b.Text, b.Style, look{before: 1.5, keep: true})
	case paper.Text:
		for i, p := range b.Paras {
			l := look{}
			if i == 0 {
				l.before = b.Before
			}
			w.paragraph(p, b.Style, l)
		}
	case paper.Frame:
		w.framed(b)
	case paper.Table:
		w.table(b)
	case paper.Chart:
		w.chartBlock(b)
	case paper.Closing:
		w.closing(b)
	}
}

// framed writes paragraphs in a frame.
func (w *writer) framed(f paper.Frame) {
	w.table(paper.Table{Cols: []float64{w.wide()}, Sections: []paper.Section{{Rows: []paper.Row{{Cells: []paper.Cell{
		{Span: 1, Paras: f.Paras, Style: f.Style, PadX: 2, PadY: 1.5}}}}}}})
}

// section ends the document with its page: margins in millimetres.
func (w *writer) section(left, top, bottom, foot float64, letter bool) {
	wide, high, orient := paper.PageWidth, paper.PageHeight, ""
	if w.content.Across {
		wide, high, orient = high, wide, ` w:orient="landscape"`
		left = paper.AcrossMargin
	}
	right := wide - left - w.wide()
	w.body.WriteString(`<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>`)
	if letter {
		w.body.WriteString(`<w:footerReference w:type="first" r:id="rId5"/>`)
	}
	fmt.Fprintf(&w.body, `<w:pgSz w:w="%d" w:h="%d"%s/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/>`,
		twips(wide), twips(high), orient, twips(top), twips(right), twips(bottom), twips(left), twips(10), twips(foot))
	if letter {
		w.body.WriteString(`<w:titlePg/>`)
	}
	w.body.WriteString(`</w:sectPr>`)
}
