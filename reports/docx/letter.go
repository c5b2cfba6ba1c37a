package docx

import (
	"strings"

	"yidanqing/app/paper"
)

// Places of a letter in millimetres, and its type, as GB/T 9704-2012 has them (信函格式).
const (
	letterTop    = 30.0
	letterBottom = 35.0
	letterFoot   = 18.0
	ruleWidth    = 170.0
	ruleBeyond   = (ruleWidth - paper.AreaWidth) / 2 // at either side of the text area
	letterLine   = 28.9 * 25.4 / 72                  // an empty line
	// letterTight moves the characters of the text together, in twentieths of a point: 28 of 3号 fill a line of 156 mm.
	letterTight = -5
)

var (
	letterText   = paper.Style{Face: paper.FaceBody, Size: 16, Lead: 28.9}
	letterTitle  = paper.Style{Face: paper.FaceTitle, Size: 22, Lead: 30}
	letterNumber = paper.Style{Face: paper.FaceBody, Size: 16, Lead: 24}
)

// letter writes a letter (函).
func (w *writer) letter(l paper.Letter) {
	for _, m := range w.content.Marks {
		w.plain(m, paper.Style{Face: paper.FaceHei, Size: 14, Lead: 20}, look{boxed: true})
	}
	if l.Report {
		w.reportHead(l)
	} else {
		w.plain(l.Issuer, issuerStyle(l.Issuer, 32), look{align: paper.Center, rule: "thickThinSmallGap", beyond: ruleBeyond})
		w.plain(l.Number, letterNumber, look{align: paper.Right, before: 4.5, after: 14})
	}
	for i, t := range l.Title {
		after := 0.0
		if i == len(l.Title)-1 {
			after = letterLine
		}
		w.plain(t, letterTitle, look{align: paper.Center, after: after})
	}
	w.plain(l.To, letterText, look{})
	for _, p := range l.Body {
		w.paragraph(p, letterText, look{keep: len(p.Spans) == 1 && p.Spans[0].Face == paper.FaceHei}) // a heading stands with its text
	}
	if l.Enclosure != "" {
		w.paragraph(paper.Para{Spans: []paper.Span{{Text: l.Enclosure}}, Indent: 2}, letterText, look{before: letterLine})
	}
	em := letterText.Size * 25.4 / 72
	wide := (width(l.Issuer) - width(l.Date)) * em         // how much wider than the date the name is
	right, name, before := 4*em, max(4*em-wide/2, 0), 14.0 // the date ends four characters from the edge, the name stands centred over it
	if l.Unsealed {                                        // two characters from the edge, the date two characters further in
		right, name, before = wide, 2*em, letterLine
		if wide < 0 {
			right, name = 2*em, 4*em-wide
		}
	}
	w.plain(l.Issuer, letterText, look{align: paper.Right, before: before, right: name, keep: true})
	w.plain(l.Date, letterText, look{align: paper.Right, right: right, keep: l.Note != "", with: func() { w.imprint(l.Imprint) }})
	if l.Note != "" {
		w.paragraph(paper.Para{Spans: []paper.Span{{Text: l.Note}}, Indent: 2}, letterText, look{})
	}
	if l.Report {
		w.section(paper.AreaLeft, reportTop, letterBottom, letterFoot, false)
		return
	}
	w.section(paper.AreaLeft, letterTop, letterBottom, letterFoot, true)
}

// issuerStyle is the type of the office's name over the text: a long name is set smaller, never broken.
func issuerStyle(name string, size float64) paper.Style {
	for size > 16 && width(name)*size > ruleWidth*72/25.4 {
		size -= 2
	}
	return paper.Style{Face: paper.FaceTitle, Size: size, Lead: size + 2}
}

// reportTop is the upper margin of a report in millimetres.
const reportTop = 37.0

// reportHead writes what stands over the title of a report: name, number and signer, and the line below them.
func (w *writer) reportHead(l paper.Letter) {
	em := letterText.Size * 25.4 / 72
	w.plain(l.Issuer, issuerStyle(l.Issuer, 36), look{align: paper.Center, before: 35, after: 16})
	w.body.WriteString(`<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="12" w:space="8" w:color="000000"/></w:pBdr><w:tabs>` +
		tabStop("left", em) + tabStop("left", paper.AreaWidth-8*em) + `</w:tabs>` + spacing(letterNumber, 0, 18) + `</w:pPr>`)
	w.body.WriteString(tabRun)
	w.run(l.Number, letterNumber, style{})
	w.body.WriteString(tabRun)
	w.run(paper.SignerLabel, letterNumber, style{})
	w.body.WriteString(`</w:p>`)
}

// width is about how wide a text is, in ems: Latin letters and digits take half of one.
func width(text string) float64 {
	n := 0.0
	for _, r := range text {
		if r < 0x250 {
			n += 0.5
		} else {
			n++
		}
	}
	return n
}

func splitLines(s string) []string { return strings.Split(s, "\n") }
