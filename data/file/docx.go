package file

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// wordItem is a paragraph or a table of a Word document, in reading order.
type wordItem struct {
	text  string // of a paragraph, with its counted number
	table *wordTable
	box   bool // stands in a text box
}

// wordDoc is the content of a Word document.
type wordDoc struct {
	body     []wordItem
	heads    []string // running heads
	notes    []string // footnotes and endnotes
	warnings []string
}

// Limits of a Word document.
const (
	maxDepth  = 200       // nesting of elements
	maxGrid   = 500       // columns of a table
	maxPieces = 4_000_000 // paragraphs and cells
)

// readWord reads a Word document: body, running heads, notes. Errors: CodeDamaged, CodeLimit.
func readWord(ctx context.Context, a *archive) (*wordDoc, error) {
	main := a.mainPart()
	if main == "" || !a.has(main) {
		main = "word/document.xml"
	}
	nums, err := newNumbering(ctx, a, main)
	if err != nil {
		return nil, err
	}
	doc := &wordDoc{}
	r := &wordReader{ctx: ctx, a: a, nums: nums}
	if doc.body, err = r.part(main); err != nil {
		return nil, err
	}
	for _, rel := range a.relations(ctx, main) {
		if !a.has(rel.Target) {
			continue
		}
		switch {
		case rel.is("header"):
			items, err := r.part(rel.Target)
			if err != nil {
				return nil, err
			}
			doc.heads = appendNew(doc.heads, itemLines(items))
		case rel.is("footnotes"), rel.is("endnotes"):
			items, err := r.part(rel.Target)
			if err != nil {
				return nil, err
			}
			doc.notes = append(doc.notes, itemLines(items)...)
		}
	}
	for f := range nums.unknown {
		doc.warnings = append(doc.warnings, "自动编号用了少见的格式（"+f+"），已按 1、2、3 写出，请对照原件。")
	}
	if r.vanished > 0 {
		doc.warnings = append(doc.warnings, fmt.Sprintf("原件中有 %d 处隐藏文字，没有读入。", r.vanished))
	}
	if r.pictures > 0 {
		doc.warnings = append(doc.warnings, fmt.Sprintf("原件中有 %d 幅图片，图中的文字没有读入。", r.pictures))
	}
	return doc, nil
}

func itemLines(items []wordItem) []string {
	var out []string
	for _, it := range items {
		if it.table == nil && it.text != "" {
			out = append(out, it.text)
		} else if it.table != nil {
			if s := (wordCell{items: []wordItem{it}}).text(); s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

func appendNew(list, more []string) []string {
next:
	for _, s := range more {
		for _, have := range list {
			if have == s {
				continue next
			}
		}
		list = append(list, s)
	}
	return list
}

// wordReader walks the XML of a part without building a tree.
type wordReader struct {
	ctx      context.Context
	a        *archive
	nums     *numbering
	dec      *xml.Decoder
	depth    int
	pieces   int
	vanished int
	pictures int
}

// part reads a document, header or notes part.
func (r *wordReader) part(p string) ([]wordItem, error) {
	rc, err := r.a.open(r.ctx, p)
	if err != nil {
		return nil, err
	}
	defer rc.Close()
	r.dec, r.depth = xml.NewDecoder(rc), 0
	items, err := r.blocks("")
	if err == nil || errors.Is(err, io.EOF) {
		return items, nil
	}
	if r.ctx.Err() != nil {
		return nil, r.ctx.Err()
	}
	var limit *limitError
	if errors.As(err, &limit) {
		return nil, tooLarge(r.a.name, limit.what)
	}
	return nil, damaged(r.a.name, fmt.Errorf("part %s: %w", p, err))
}

type limitError struct{ what string }

func (e *limitError) Error() string { return e.what }

// next is the next start or end element or text; depth is kept within limits.
func (r *wordReader) next() (xml.Token, error) {
	tok, err := r.dec.Token()
	if err != nil {
		return nil, err
	}
	switch tok.(type) {
	case xml.StartElement:
		if r.depth++; r.depth > maxDepth {
			return nil, &limitError{"内容嵌套太深"}
		}
	case xml.EndElement:
		r.depth--
	}
	return tok, nil
}

// skip passes over the element whose start was just read.
func (r *wordReader) skip() error {
	r.depth--
	return r.dec.Skip()
}

func (r *wordReader) count() error {
	if r.pieces++; r.pieces > maxPieces {
		return &limitError{"段落和单元格太多"}
	}
	return nil
}

// skipped elements hold no words of the document: deleted text, properties, codes of fields, readings.
func skipped(name string) bool {
	switch name {
	case "del", "moveFrom", "delText", "instrText", "delInstrText", "sectPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr", "rt",
		"tblPrEx", "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange":
		return true
	}
	return false
}

// blocks reads paragraphs and tables up to the end of the element that was just entered. Elements that only group
// others (sdt, ins, customXml) are walked through.
func (r *wordReader) blocks(until string) ([]wordItem, error) {
	var list wordList
	for {
		tok, err := r.next()
		if err != nil {
			return list.items, err
		}
		switch t := tok.(type) {
		case xml.EndElement:
			if t.Name.Local == until {
				return list.items, nil
			}
		case xml.StartElement:
			if err := r.block(t, &list); err != nil {
				return list.items, err
			}
		}
	}
}

// wordList gathers items; open tells that the end of the last paragraph was deleted: the next one goes on in it.
type wordList struct {
	items []wordItem
	open  bool
}

func (r *wordReader) block(t xml.StartElement, list *wordList) error {
	switch name := t.Name.Local; {
	case name == "p":
		p, err := r.paragraph()
		if err != nil {
			return err
		}
		if n := len(list.items); list.open && n > 0 && list.items[n-1].table == nil {
			list.items[n-1].text += p.item.text
		} else {
			list.items = append(list.items, p.item)
		}
		list.open = p.open
		list.items = append(list.items, p.boxes...)
	case name == "tbl":
		tbl, err := r.table()
		if err != nil {
			return err
		}
		list.items, list.open = append(list.items, wordItem{table: tbl}), false
	case name == "AlternateContent":
		items, err := r.alternate(r.blocks)
		list.items = append(list.items, items...)
		return err
	case (name == "footnote" || name == "endnote") && attribute(t, "type") != "": // lines between text and notes
		return r.skip()
	case skipped(name):
		return r.skip()
	}
	return nil
}

// alternate reads the first choice of an mc:AlternateContent with read; its fallback only where there is no choice.
// Both say the same, so reading both would double the text.
func (r *wordReader) alternate(read func(string) ([]wordItem, error)) ([]wordItem, error) {
	var items []wordItem
	done := false
	for {
		tok, err := r.next()
		if err != nil {
			return nil, err
		}
		switch t := tok.(type) {
		case xml.EndElement:
			return items, nil
		case xml.StartElement:
			if done || t.Name.Local != "Choice" && t.Name.Local != "Fallback" {
				if err := r.skip(); err != nil {
					return nil, err
				}
				continue
			}
			if items, err = read(t.Name.Local); err != nil {
				return nil, err
			}
			done = true
		}
	}
}
