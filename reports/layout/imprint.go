package layout

import "yidanqing/app/paper"

// Measures of the 版记 (GB/T 9704-2012, 7.4): type 4号, one character free at either side, the outer lines 0.35 mm and the inner
// one 0.25 mm thick, in points.
const (
	imprintOuter = 0.35 / 25.4 * 72
	imprintInner = 0.25 / 25.4 * 72
)

var imprintText = paper.Style{Face: paper.FaceBody, Size: 14, Lead: 24}

// imprintBox is a 版记 with its lines broken.
type imprintBox struct {
	label, copies, printer, printed block
	ruled                           bool // between lines, as in the general form; a letter has none
	height                          float64
}

// imprint sets a 版记; without one it has no height.
func (s *setter) imprint(i paper.Imprint) imprintBox {
	var b imprintBox
	em := pt(imprintText.Size)
	set := func(text string, align paper.Align, width float64) block {
		return s.setBlock([]paper.Para{{Spans: []paper.Span{{Text: text}}}}, imprintText, align, width)
	}
	width := paper.AreaWidth - 2*em
	if i.Copies != "" {
		b.label, b.copies = set(paper.CopiesLabel, paper.Left, width), set(i.Copies, paper.Left, width-3*em)
		b.height += b.copies.height()
	}
	if i.Printer != "" {
		b.ruled = true
		b.printed = set(i.Printed, paper.Right, width)
		b.printer = set(i.Printer, paper.Left, width-b.printed.lines[0].width-em)
		b.height += b.printer.height()
	}
	return b
}

// draw draws it at the foot of the text area; the lowest line is the edge of the area.
func (b imprintBox) draw(p *paper.Page) {
	em := pt(imprintText.Size)
	x, y := paper.AreaLeft+em, letterEnd-b.height
	rule := func(y, stroke float64) {
		if b.ruled {
			p.Items = append(p.Items, paper.Item{Kind: paper.ItemLine, X: paper.AreaLeft, Y: y, X2: paper.AreaLeft + paper.AreaWidth, Y2: y, Stroke: stroke})
		}
	}
	rule(y, imprintOuter)
	if len(b.copies.lines) > 0 {
		b.label.draw(p, x, y)
		b.copies.draw(p, x+3*em, y) // further lines stand under the first body
		y += b.copies.height()
		rule(y, imprintInner)
	}
	b.printer.draw(p, x, y)
	b.printed.draw(p, x, letterEnd-b.printed.height())
	rule(letterEnd, imprintOuter)
}
