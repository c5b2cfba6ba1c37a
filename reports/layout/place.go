package layout

import (
	"slices"

	"yidanqing/app/paper"
)

// carry is a cell over several rows of which rows are still to come on the next page.
type carry struct {
	cell cellBox
	left int
}

// place draws rows with head and label, and gives back the cells that go on on the next page.
func (f *flow) place(part *tablePart, s sectionBox, rows []rowBox, carried []carry) []carry {
	p := f.page()
	top := f.y
	all := slices.Concat(s.head, rows)
	if s.label != nil {
		part.add(p, *s.label, top, heights(all))
	}
	at := top
	for _, r := range s.head {
		for _, c := range r.cells {
			part.add(p, c, at, r.height)
		}
		at += r.height
	}
	var still []carry
	for _, c := range carried {
		n := min(c.left, len(rows))
		part.add(p, c.cell, at, heights(rows[:n]))
		if c.left > n {
			still = append(still, carry{c.cell, c.left - n})
		}
	}
	for i, r := range rows {
		for _, c := range r.cells {
			n := min(c.rows(), len(rows)-i)
			part.add(p, c, at, heights(rows[i:i+n]))
			if c.rows() > n {
				still = append(still, carry{c, c.rows() - n})
			}
		}
		at += r.height
	}
	f.y = at
	f.fresh = false
	return still
}

// add draws the text of a cell and keeps its rectangle for the rules.
func (part *tablePart) add(p *paper.Page, c cellBox, y, h float64) {
	part.cells = append(part.cells, rect{c.x, y, c.w, h})
	textY := y + (h-c.text.height())/2
	switch c.VAlign {
	case paper.Top:
		textY = y + c.PadY
	case paper.Bottom:
		textY = y + h - c.PadY - c.text.height()
	}
	c.text.draw(p, c.x+c.PadX, textY)
	if c.Seal {
		p.Seal = &paper.Circle{X: c.x + c.w/2, Y: y + h/2, D: sealDiameter}
	}
}

// sealDiameter is that of the seal of a township's government, in mm.
const sealDiameter = 42.0

// rule draws the lines of what stands on the page: its frame, thin lines within, none twice.
func (f *flow) rule(part *tablePart) {
	if len(part.cells) == 0 {
		return
	}
	p := f.page()
	bottom := part.top
	for _, c := range part.cells {
		bottom = max(bottom, c.y+c.h)
	}
	for _, l := range innerLines(part.cells, rect{f.area.left, part.top, f.area.wide, bottom - part.top}) {
		p.Items = append(p.Items, paper.Item{Kind: paper.ItemLine, X: l.x, Y: l.y, X2: l.x + l.w, Y2: l.y + l.h, Stroke: strokeInner})
	}
	p.Items = append(p.Items, paper.Item{
		Kind: paper.ItemRect, X: f.area.left, Y: part.top, W: f.area.wide, H: bottom - part.top, Stroke: part.frame,
	})
	part.cells = nil
}
