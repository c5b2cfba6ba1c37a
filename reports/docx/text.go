package docx

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"yidanqing/app/paper"
)

// look is how a paragraph stands, beyond its style. Lengths are in millimetres.
type look struct {
	align         paper.Align
	before, after float64
	right         float64 // indent at the right
	keep          bool    // on one page with the next paragraph
	boxed         bool    // a framed word
	rule          string  // border under the paragraph: thickThinSmallGap
	beyond        float64 // how far the paragraph goes beyond the text area at both sides
	with          func()  // writes what stands elsewhere on the paragraph's page; nil: nothing
}

// style is what a run has beyond the face and size of its paragraph.
type style struct {
	under, box bool
	small      bool
}

// plain writes a paragraph of one piece.
func (w *writer) plain(text string, st paper.Style, l look) {
	w.paragraph(paper.Para{Spans: []paper.Span{{Text: text}}}, st, l)
}

// paragraph writes a paragraph. The order of its properties is that of the schema.
func (w *writer) paragraph(p paper.Para, st paper.Style, l look) {
	align := p.Align
	if align == paper.Left {
		align = l.align
	}
	w.body.WriteString(`<w:p><w:pPr>`)
	if l.keep {
		w.body.WriteString(`<w:keepNext/>`)
	}
	if l.rule != "" {
		w.body.WriteString(`<w:pBdr><w:bottom w:val="` + l.rule + `" w:sz="24" w:space="9" w:color="auto"/></w:pBdr>`)
	}
	var tabs strings.Builder
	for _, s := range p.Spans {
		if s.Tab > 0 {
			tabs.WriteString(tabStop("left", s.Tab))
		}
	}
	if tabs.Len() > 0 {
		w.body.WriteString(`<w:tabs>` + tabs.String() + `</w:tabs>`)
	}
	w.body.WriteString(spacing(st, l.before, l.after))
	if l.beyond > 0 {
		w.body.WriteString(outdent(l.beyond))
	} else if p.Indent > 0 || l.right != 0 {
		fmt.Fprintf(&w.body, `<w:ind w:right="%d" w:firstLineChars="%d" w:firstLine="%d"/>`, twips(l.right), int(p.Indent*100), int(p.Indent*st.Size*20))
	}
	switch align {
	case paper.Center:
		w.body.WriteString(`<w:jc w:val="center"/>`)
	case paper.Right:
		w.body.WriteString(`<w:jc w:val="right"/>`)
	}
	w.body.WriteString(`</w:pPr>`)
	for i, s := range p.Spans {
		w.span(s, st, l, i == 0)
	}
	if l.with != nil {
		l.with()
	}
	w.body.WriteString(`</w:p>`)
}

// spacing is the line pitch, exact as on the page, without a blank of the word processor's own between Chinese and Latin
// letters or digits: official papers have none.
func spacing(st paper.Style, before, after float64) string {
	return fmt.Sprintf(`<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:spacing w:before="%d" w:after="%d" w:line="%d" w:lineRule="exact"/>`, twips(before), twips(after), lead(st.Lead))
}

// outdent has a paragraph go beyond the text area at both sides.
func outdent(mm float64) string {
	return fmt.Sprintf(`<w:ind w:left="%d" w:right="%[1]d"/>`, -twips(mm))
}

const tabRun = `<w:r><w:tab/></w:r>`

// span writes a piece: its tab, its box, its words and its badge. Boxes are bordered blanks, for not every typeface has
// a character for them.
func (w *writer) span(s paper.Span, st paper.Style, l look, first bool) {
	if s.Face != "" {
		st.Face = s.Face
	}
	if s.Tab > 0 {
		w.body.WriteString(tabRun)
	}
	if s.Box {
		if !first {
			w.run("　", st, style{small: true})
		}
		mark := "　"
		if s.Tick {
			mark = "√"
		}
		w.run(mark, paper.Style{Face: paper.FaceHei, Size: st.Size * 0.75}, style{box: true})
		w.run(" ", st, style{})
	}
	w.run(s.Text, st, style{under: s.Under, box: l.boxed})
	if s.Badge != "" {
		w.run(s.Badge, paper.Style{Face: paper.FaceHei, Size: st.Size * 0.78}, style{box: true})
	}
}

// run writes words in one face and size.
func (w *writer) run(text string, st paper.Style, x style) {
	if text == "" {
		return
	}
	size := st.Size
	if x.small {
		size /= 2
	}
	w.body.WriteString(`<w:r><w:rPr>` + font(st.Face))
	if st == letterText {
		w.body.WriteString(`<w:spacing w:val="` + strconv.Itoa(letterTight) + `"/>`)
	}
	if x.under {
		w.body.WriteString(`<w:sz w:val="` + strconv.Itoa(half(size)) + `"/><w:szCs w:val="` + strconv.Itoa(half(size)) + `"/><w:u w:val="single"/>`)
	} else {
		w.body.WriteString(`<w:sz w:val="` + strconv.Itoa(half(size)) + `"/><w:szCs w:val="` + strconv.Itoa(half(size)) + `"/>`)
	}
	if x.box {
		w.body.WriteString(`<w:bdr w:val="single" w:sz="6" w:space="0" w:color="auto"/>`)
	}
	w.body.WriteString(`</w:rPr><w:t xml:space="preserve">` + escape(text) + `</w:t></w:r>`)
}

// escape makes text fit for XML: control characters, which a document cannot hold, are left out.
func escape(text string) string {
	text = strings.Map(func(r rune) rune {
		if r != '\t' && (unicode.IsControl(r) || r == '\uFFFE' || r == '\uFFFF') {
			return -1
		}
		return r
	}, text)
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder takes everything
	return b.String()
}
