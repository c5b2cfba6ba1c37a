// Package reports prints documents: contents become pages (reports/layout), pages become PDF files that can be checked
// (reports/pdf), with typefaces of this PC or of the program (reports/face).
package reports

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/reports/face"
	"yidanqing/reports/layout"
	"yidanqing/reports/pdf"
)

// Printer makes pages and files of documents. It is safe for concurrent use.
type Printer struct{ faces *face.Set }

// NewPrinter makes a printer with the given typefaces.
func NewPrinter(faces *face.Set) *Printer { return &Printer{faces: faces} }

// Faces lists which typeface serves which part of the page.
func (p *Printer) Faces() []face.Used { return p.faces.Used() }

// FontFiles are the font files of the faces, for drawing pages in the window as they are printed.
func (p *Printer) FontFiles() map[paper.Face][]byte {
	out := map[paper.Face][]byte{}
	for _, f := range []paper.Face{paper.FaceTitle, paper.FaceBody, paper.FaceHei, paper.FaceKai, paper.FaceSpare} {
		out[f] = p.faces.File(f)
	}
	return out
}

// RareFont is a font file in which the code 0xE000 draws r as paper.FaceRare does.
func (p *Printer) RareFont(r rune) ([]byte, error) {
	return p.faces.Subset(paper.FaceRare, "ydqrare", map[uint16]rune{0xE000: r})
}

// Printed is a file of documents.
type Printed struct {
	Pages    []paper.Page
	PDF      []byte
	Record   []byte // the attachment record.json
	Digest   string // its SHA-256, hexadecimal, as printed
	Replaced []paper.Replaced
}

// Pages lays out documents of one file, complete with digest and QR code, for the preview.
func (p *Printer) Pages(ctx context.Context, contents []paper.Content, facts paper.Facts) ([]paper.Page, error) {
	out, err := p.Preview(ctx, contents, facts)
	return out.Pages, err
}

// Count tells how many pages documents take. It makes neither attachment nor code.
func (p *Printer) Count(ctx context.Context, contents []paper.Content) (int, error) {
	laid, err := layout.Pages(ctx, p.faces, contents)
	return len(laid.Pages), err
}

// Preview does the same as Pages and tells the characters that the pages show in another shape. It makes no file.
func (p *Printer) Preview(ctx context.Context, contents []paper.Content, facts paper.Facts) (Printed, error) {
	return p.compose(ctx, contents, facts)
}

// Print makes the file of documents. The same contents, facts and typefaces give the same bytes. Errors are those of
// ctx, or an *app.Error.
func (p *Printer) Print(ctx context.Context, contents []paper.Content, facts paper.Facts) (Printed, error) {
	out, err := p.compose(ctx, contents, facts)
	if err != nil {
		return Printed{}, err
	}
	info := pdf.Info{Software: facts.Software}
	if len(contents) > 0 {
		c := contents[0]
		info.Title = strings.TrimSpace(c.Title + " " + c.Number)
		info.Author = c.Author
		if d, err := app.ParseDate(c.Date); err == nil {
			info.Date = d
		}
	}
	out.PDF, err = pdf.Paint(out.Pages, p.faces, out.Record, info)
	if err != nil {
		return Printed{}, app.WrapError(app.CodeInternal, err, "文书没有生成，记录未受影响。请重试；仍不行的，请把日志交给维护人员。")
	}
	return out, nil
}

// Bind makes one file of the pages of many papers (合订本), for printing. It proves nothing: the files of the single papers do.
func (p *Printer) Bind(ctx context.Context, pages []paper.Page, title, software string, day app.Date) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	data, err := pdf.Bind(pages, p.faces, pdf.Info{Title: title, Software: software, Date: day})
	if err != nil {
		return nil, app.WrapError(app.CodeInternal, err, "合订本没有生成，各件文书未受影响。请重试，或改为每件一个文件。")
	}
	return data, ctx.Err()
}

// Reread gives the pages of an issued paper as they were printed.
func (p *Printer) Reread(data []byte) ([]paper.Page, error) {
	pages, err := pdf.Pages(data)
	if err != nil {
		return nil, app.WrapError(app.CodeDamaged, err, "已存的 PDF 读不出来，没有并入合订本。请改为每件一个文件，或从备份恢复。")
	}
	return pages, nil
}

// compose lays out the pages, writes the attachment about them, and puts its digest on the page of proof.
func (p *Printer) compose(ctx context.Context, contents []paper.Content, facts paper.Facts) (out Printed, err error) {
	defer func() {
		if r := recover(); r != nil {
			out, err = Printed{}, app.WrapError(app.CodeInternal, fmt.Errorf("set pages: %v", r), "文书没有排成，记录未受影响。请把日志交给维护人员。")
		}
	}()
	if len(contents) == 0 {
		return Printed{}, app.Errorf(app.CodeInvalid, "没有要印的文书。")
	}
	laid, err := layout.Pages(ctx, p.faces, contents)
	if err != nil {
		return Printed{}, err
	}
	for i, r := range laid.Replaced {
		laid.Replaced[i].Font = p.faces.Lender(r.Rune)
	}
	out = Printed{Pages: laid.Pages, Replaced: laid.Replaced}
	out.Record, err = p.record(contents, facts, laid)
	if err != nil {
		return Printed{}, err
	}
	sum := sha256.Sum256(out.Record)
	out.Digest = hex.EncodeToString(sum[:])
	code, err := pdf.Code(out.Digest)
	if err != nil {
		return Printed{}, app.WrapError(app.CodeInternal, err, "校验码没有生成，记录未受影响。请重试。")
	}
	layout.Seal(out.Pages, out.Digest, code)
	return out, nil
}

// record is the attachment: what is printed, and digests.
func (p *Printer) record(contents []paper.Content, facts paper.Facts, laid layout.Result) ([]byte, error) {
	r := paper.Record{Schema: paper.RecordSchema, Facts: facts}
	var text strings.Builder
	for _, page := range laid.Pages {
		r.Pages = append(r.Pages, pdf.PageDigest(page))
		text.WriteString(layout.PageText(page))
	}
	printed := layout.Squash(text.String())
	for _, x := range laid.Replaced {
		r.Replaced = append(r.Replaced, paper.Stand{Rune: string(x.Rune), Font: x.Font})
	}
	for _, u := range p.faces.Used() {
		r.Fonts = append(r.Fonts, paper.FontUsed{Face: u.Face, Name: u.Name})
	}
	look := reading{text: printed}
	for _, c := range contents {
		rp := c.Record()
		if facts.Notice == "" {
			rp.Notice, rp.Text = c.NoticeDigest(), c.Whole
		} else if c.Whole != "" {
			r.Facts.Text = c.Whole
		}
		for i, f := range rp.Facts {
			rp.Facts[i].Torn = !look.has(layout.Squash(f.Text))
		}
		r.Papers = append(r.Papers, rp)
	}
	b, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	return append(b, '\n'), nil
}

// reading looks pieces up in what is printed. Facts come in the order of the page, so that each is looked for behind the
// one before it first: a long list is read once and not once for each of its cells.
type reading struct {
	text string
	at   int
}

// near is how far behind the last piece the next one usually stands, in bytes.
const near = 4096

// has tells whether words stand anywhere in the text.
func (r *reading) has(words string) bool {
	if i := strings.Index(r.text[r.at:min(r.at+near, len(r.text))], words); i >= 0 {
		r.at += i + len(words)
		return true
	}
	i := strings.Index(r.text, words)
	if i >= 0 {
		r.at = i + len(words)
	}
	return i >= 0
}
