package pdf

import (
	"bytes"
	"errors"
	"fmt"

	"yidanqing/app/paper"
)

// boundMark is in the first lines of a file of many papers bound together (合订本) instead of ownMark: it is for printing and
// proves nothing.
const boundMark = "yidanqing bound"

// boundHeader are the first lines of such a file.
const boundHeader = "%PDF-1.7\n%\xe2\xe3\xcf\xd3 " + boundMark + "\n"

// Bind draws the pages of many papers into one file for printing. It has no attachment; what proves a paper is the file of
// that paper alone. The same pages, fonts and info give the same bytes.
func Bind(pages []paper.Page, fonts Fonts, info Info) ([]byte, error) {
	return paint(pages, fonts, nil, info)
}

// Pages reads the pages of a file of this program back, as they were painted. It does not check the file: Verify does.
func Pages(data []byte) (pages []paper.Page, err error) {
	defer func() {
		if r := recover(); r != nil {
			pages, err = nil, fmt.Errorf("read pages: %v", r)
		}
	}()
	f, err := open(data)
	if err != nil {
		return nil, fmt.Errorf("read pages: %w", err)
	}
	root, err := f.dict(f.trailer["Root"])
	if err != nil {
		return nil, fmt.Errorf("read pages: %w", err)
	}
	c := &checker{data: data, f: f}
	if err := c.readPages(root); err != nil {
		return nil, fmt.Errorf("read pages: %w", err)
	}
	marks, err := f.bookmarks(root)
	if err != nil {
		return nil, fmt.Errorf("read pages: %w", err)
	}
	across, err := c.across(root)
	if err != nil {
		return nil, fmt.Errorf("read pages: %w", err)
	}
	for i, list := range c.pages {
		p := paper.Page{Width: paper.PageWidth, Height: paper.PageHeight}
		if across[i] {
			p.Width, p.Height = p.Height, p.Width
		}
		for _, o := range list {
			p.Items = append(p.Items, o.item(hundredths(p.Height)))
		}
		pages = append(pages, p)
	}
	for _, m := range marks {
		pages[m.page].Begins = m.title
	}
	return pages, nil
}

// across tells of each page whether it lies across.
func (c *checker) across(root dict) ([]bool, error) {
	tree, err := c.f.dict(root["Pages"])
	if err != nil {
		return nil, err
	}
	kids, _ := tree["Kids"].(array)
	out := make([]bool, len(kids))
	for i, k := range kids {
		page, err := c.f.dict(k)
		if err != nil {
			return nil, err
		}
		box, ok := page["MediaBox"].(array)
		if !ok {
			box, ok = tree["MediaBox"].(array)
		}
		if !ok || len(box) != 4 {
			return nil, errors.New("page without size")
		}
		out[i] = box[2] == number("841.89")
	}
	return out, nil
}

// item is an operation as the page model has it: places in millimetres from the upper edge.
func (o op) item(pageHeight int) paper.Item {
	mm := func(v int) float64 { return float64(v) / 100 * 25.4 / 72 }
	it := paper.Item{X: mm(o.a), Y: mm(pageHeight - o.b), Proof: o.proof}
	switch o.kind {
	case 'T':
		it.Kind, it.Face, it.Text, it.Size = paper.ItemText, o.face, o.text, float64(o.width)/100
	case 'L':
		it.Kind, it.X2, it.Y2, it.Stroke = paper.ItemLine, mm(o.c), mm(pageHeight-o.d), float64(o.width)/100
	case 'R':
		it.Kind, it.W, it.H, it.Stroke = paper.ItemRect, mm(o.c), mm(o.d), float64(o.width)/100
	case 'F':
		it.Kind, it.W, it.H = paper.ItemFill, mm(o.c), mm(o.d)
	}
	return it
}

// isBound tells whether a file is one of papers bound together.
func isBound(data []byte) bool { return bytes.Contains(data[:min(len(data), 64)], []byte(boundMark)) }
