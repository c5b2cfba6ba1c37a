package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/jung-kurt/gofpdf"

	"yidanqing/app"
	"yidanqing/app/paper"
)

// Fonts cuts small font files for one document. face.Set is one by its Subset method.
type Fonts interface {
	// Subset is a TrueType file with the given characters of a face, each under its code, under a name of ASCII letters.
	Subset(f paper.Face, family string, codes map[uint16]rune) ([]byte, error)
}

// Info is what the file says of itself.
type Info struct {
	Title    string
	Author   string
	Date     app.Date // of the document; also the file's dates, so that the same record gives the same bytes
	Software string
}

// Paint draws pages into a PDF file with record as its attachment. The same pages, fonts, record and info give the same
// bytes. Any failure of the PDF library, a panic included, comes back as an error.
func Paint(pages []paper.Page, fonts Fonts, record []byte, info Info) ([]byte, error) {
	return paint(pages, fonts, &record, info)
}

// paint draws pages; record nil: the file has no attachment.
func paint(pages []paper.Page, fonts Fonts, record *[]byte, info Info) (out []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			out, err = nil, fmt.Errorf("paint pdf: %v", r)
		}
	}()
	doc := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "pt", SizeStr: "A4"})
	doc.SetAutoPageBreak(false, 0)
	doc.SetMargins(0, 0, 0)
	doc.SetCatalogSort(true)
	day := info.Date
	if day.IsZero() {
		day = app.Date{Year: 2000, Month: time.January, Day: 1}
	}
	doc.SetCreationDate(day.Time())
	doc.SetModificationDate(day.Time())
	doc.SetTitle(info.Title, true)
	doc.SetAuthor(info.Author, true)
	doc.SetCreator(info.Software, true)
	doc.SetProducer("yidanqing", false)
	doc.SetXmpMetadata(metadata(info, day))
	if record != nil {
		doc.SetAttachments([]gofpdf.Attachment{{Content: *record, Filename: paper.RecordName, Description: "文书所载事实与摘要"}})
	}
	named, err := addFonts(doc, pages, fonts)
	if err != nil {
		return nil, err
	}
	about := content{named: named, info: info, attached: record != nil}
	for _, p := range pages {
		paintPage(doc, p, named)
		if p.Begins != "" {
			about.titles = append(about.titles, p.Begins)
		}
	}
	var buf bytes.Buffer
	if err := doc.Output(&buf); err != nil {
		return nil, fmt.Errorf("paint pdf: %w", err)
	}
	return finish(buf.Bytes(), about)
}

// addFonts embeds of each face the characters that the pages use, and gives their codes.
func addFonts(doc *gofpdf.Fpdf, pages []paper.Page, fonts Fonts) (map[paper.Face]coding, error) {
	used := map[paper.Face][]rune{}
	for _, p := range pages {
		for _, it := range p.Items {
			if it.Kind == paper.ItemText {
				used[it.Face] = append(used[it.Face], []rune(it.Text)...)
			}
		}
	}
	named := map[paper.Face]coding{}
	for _, f := range slices.Sorted(maps.Keys(used)) {
		c, err := newCoding(used[f])
		if err != nil {
			return nil, fmt.Errorf("paint pdf: face %s: %w", f, err)
		}
		named[f] = c
		data, err := fonts.Subset(f, "ydq"+string(f), c.runes)
		if err != nil {
			return nil, fmt.Errorf("paint pdf: face %s: %w", f, err)
		}
		doc.AddUTF8FontFromBytes(string(f), "", data)
		if doc.SetFont(string(f), "", 10); doc.Err() {
			return nil, fmt.Errorf("paint pdf: face %s: %w", f, errors.Join(doc.Error()))
		}
	}
	return named, nil
}

// Marks around what depends on the digest of the attachment.
const (
	proofBegin = "/Proof BMC"
	proofEnd   = "EMC"
)

// paintPage draws one page. Places are in hundredths of a point already.
func paintPage(doc *gofpdf.Fpdf, p paper.Page, named map[paper.Face]coding) {
	if p.Width > p.Height {
		doc.AddPageFormat("L", gofpdf.SizeType{Wd: 595.28, Ht: 841.89}) // A4 across, in points
	} else {
		doc.AddPage()
	}
	if p.Begins != "" {
		doc.Bookmark(p.Begins, 0, 0)
	}
	pageHeight := hundredths(p.Height)
	face, size, stroke := paper.Face(""), -1, -1
	for _, o := range ops(p) {
		if o.proof {
			doc.RawWriteStr(proofBegin)
		}
		y := float64(pageHeight-o.b) / 100
		x := float64(o.a) / 100
		if o.kind != 'T' && o.kind != 'F' && o.width != stroke {
			stroke = o.width
			doc.SetLineWidth(float64(stroke) / 100)
		}
		switch o.kind {
		case 'T':
			if o.face != face || o.width != size {
				face, size = o.face, o.width
				doc.SetFont(string(face), "", float64(size)/100)
			}
			doc.Text(x, y, named[o.face].encode(o.text))
		case 'L':
			doc.Line(x, y, float64(o.c)/100, float64(pageHeight-o.d)/100)
		case 'R':
			doc.Rect(x, y, float64(o.c)/100, float64(o.d)/100, "D")
		case 'F':
			doc.Rect(x, y, float64(o.c)/100, float64(o.d)/100, "F")
		}
		if o.proof {
			doc.RawWriteStr(proofEnd)
		}
	}
}
