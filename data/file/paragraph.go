package file

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// wordParagraph is a paragraph with the text boxes that hang on it. open tells that its end mark was deleted.
type wordParagraph struct {
	item  wordItem
	boxes []wordItem
	open  bool
}

// paragraph reads a paragraph whose start was just read.
func (r *wordReader) paragraph() (wordParagraph, error) {
	p := wordParagraph{}
	if err := r.count(); err != nil {
		return p, err
	}
	var b strings.Builder
	style, own := "", numRef{level: -1}
	err := r.runs("p", &b, &p, &style, &own)
	if err != nil {
		return p, err
	}
	text := strings.TrimSpace(b.String())
	p.item.text = numbered(r.nums.number(style, own), text)
	return p, nil
}

// runs collects the words up to the end of the element until. Elements that only group (hyperlink, ins, sdt, smartTag,
// run) are walked through.
func (r *wordReader) runs(until string, b *strings.Builder, p *wordParagraph, style *string, own *numRef) error {
	for {
		tok, err := r.next()
		if err != nil {
			return err
		}
		switch t := tok.(type) {
		case xml.EndElement:
			if t.Name.Local == until {
				return nil
			}
		case xml.StartElement:
			if err := r.inline(t, b, p, style, own); err != nil {
				return err
			}
		}
	}
}

func (r *wordReader) inline(t xml.StartElement, b *strings.Builder, p *wordParagraph, style *string, own *numRef) error {
	switch name := t.Name.Local; name {
	case "t":
		return r.characters(b)
	case "tab", "ptab":
		b.WriteByte('\t')
		return r.skip()
	case "br", "cr":
		b.WriteByte('\n')
		return r.skip()
	case "noBreakHyphen":
		b.WriteByte('-')
		return r.skip()
	case "sym":
		b.WriteString(symbol(attribute(t, "char")))
		return r.skip()
	case "pPr":
		return r.paragraphShape(p, style, own)
	case "rPr":
		return r.runShape()
	case "txbxContent":
		items, err := r.blocks("txbxContent")
		for i := range items {
			items[i].box = true
		}
		p.boxes = append(p.boxes, items...)
		return err
	case "blip", "imagedata":
		r.pictures++
		return nil
	case "AlternateContent":
		_, err := r.alternate(func(until string) ([]wordItem, error) {
			return nil, r.runs(until, b, p, style, own)
		})
		return err
	default:
		if skipped(name) {
			return r.skip()
		}
	}
	return nil
}

// characters reads the text of a w:t up to its end.
func (r *wordReader) characters(b *strings.Builder) error {
	for {
		tok, err := r.next()
		if err != nil {
			return err
		}
		switch t := tok.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.EndElement:
			return nil
		case xml.StartElement:
			if err := r.skip(); err != nil {
				return err
			}
		}
	}
}

// paragraphShape reads style, list and level of a paragraph, and whether its end mark was deleted.
func (r *wordReader) paragraphShape(p *wordParagraph, style *string, own *numRef) error {
	inMark := false
	for {
		tok, err := r.next()
		if err != nil {
			return err
		}
		switch t := tok.(type) {
		case xml.EndElement:
			switch t.Name.Local {
			case "pPr":
				return nil
			case "rPr":
				inMark = false
			}
		case xml.StartElement:
			switch t.Name.Local {
			case "pStyle":
				*style = attribute(t, "val")
			case "numId":
				own.id = attribute(t, "val")
			case "ilvl":
				own.level = number(attribute(t, "val"))
			case "rPr":
				inMark = true
			case "del":
				p.open = p.open || inMark
			case "pPrChange", "rPrChange", "sectPr", "numberingChange":
				if err := r.skip(); err != nil {
					return err
				}
			}
		}
	}
}

// runShape reads the properties of a run; of a hidden run (w:vanish) the text is passed over.
func (r *wordReader) runShape() error {
	vanish := false
	for {
		tok, err := r.next()
		if err != nil {
			return err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "vanish":
				v := attribute(t, "val")
				vanish = v == "" || truth(v)
			case "rPrChange":
				if err := r.skip(); err != nil {
					return err
				}
			}
		case xml.EndElement:
			if t.Name.Local != "rPr" {
				continue
			}
			if !vanish {
				return nil
			}
			return r.passRun()
		}
	}
}

// passRun passes over the rest of a hidden run.
func (r *wordReader) passRun() error {
	words, inner := false, 0
	for {
		tok, err := r.next()
		if err != nil {
			return err
		}
		switch t := tok.(type) {
		case xml.CharData:
			words = words || len(strings.TrimSpace(string(t))) > 0
		case xml.StartElement:
			switch t.Name.Local {
			case "r": // of a text box within the run
				inner++
			case "instrText":
				if err := r.skip(); err != nil {
					return err
				}
			}
		case xml.EndElement:
			if t.Name.Local == "r" {
				if inner--; inner >= 0 {
					continue
				}
				if words {
					r.vanished++
				}
				return nil
			}
		}
	}
}

// symbol is a character of a symbol font (w:sym): the check marks that forms use, else a square.
func symbol(hex string) string {
	v, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		return ""
	}
	switch v {
	case 0xF0A8, 0xF06F, 0xF0A3, 0xF071, 0xF072:
		return "□"
	case 0xF0FE, 0xF052, 0xF053, 0xF0FD:
		return "☑"
	case 0xF0FC:
		return "✓"
	case 0xF0FB:
		return "✗"
	case 0xF0B7, 0xF06C, 0xF09F:
		return "●"
	}
	if v >= 0xE000 && v <= 0xF8FF {
		return "□"
	}
	return string(rune(v))
}
