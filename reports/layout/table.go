package layout

import (
	"slices"

	"yidanqing/app/paper"
)

// cellBox is a cell with its text broken into lines.
type cellBox struct {
	paper.Cell
	x, w float64
	text block
}

func (c cellBox) rows() int { return max(c.Rows, 1) }

// need is the height that the text of the cell takes.
func (c cellBox) need() float64 { return c.text.height() + 2*c.PadY }

// rowBox is a row with its height.
type rowBox struct {
	cells  []cellBox
	height float64
}

// sectionBox is a section ready to be placed.
type sectionBox struct {
	tail  int     // so many of its last rows stand on the page of the next section
	next  float64 // the height of that one, in mm
	label *cellBox
	head  []rowBox
	rows  []rowBox
	whole bool
}

// tablePart is what of a table stands on one page: rectangles of cells, collected to be ruled together.
type tablePart struct {
	top   float64
	cells []rect
	frame float64 // stroke of the outer lines, in points
}

type rect struct{ x, y, w, h float64 }

// table places a table; sections go on over pages with label and head repeated.
func (f *flow) table(t paper.Table) {
	xs := f.edges(t.Cols)
	part := &tablePart{top: f.y, frame: strokeOuter}
	if t.Thin {
		part.frame = strokeInner
	}
	boxes := make([]sectionBox, len(t.Sections))
	for i, s := range t.Sections {
		boxes[i] = f.setSection(s, xs)
	}
	for i, s := range t.Sections[:max(len(t.Sections)-1, 0)] {
		boxes[i].tail, boxes[i].next = s.Tail, heights(boxes[i+1].head)+heights(boxes[i+1].rows)
	}
	kept := false // part of a run that was kept together before
	for i, s := range t.Sections {
		if s.KeepNext && !kept && !f.fresh {
			if h := chain(t.Sections[i:], boxes[i:]); h > f.room() && h <= f.whole() {
				part = f.turn(part)
			}
		}
		kept = s.KeepNext
		part = f.section(part, boxes[i])
	}
	f.rule(part)
}

// edges are the places of the lines between columns.
func (f *flow) edges(cols []float64) []float64 {
	xs := []float64{f.area.left}
	for _, w := range cols {
		xs = append(xs, xs[len(xs)-1]+w)
	}
	return xs
}

// chain is the height of a section and of those that must follow it on its page.
func chain(sections []paper.Section, boxes []sectionBox) (h float64) {
	for i, b := range boxes {
		own := heights(b.head) + heights(b.rows)
		if b.label != nil {
			own = max(own, b.label.need())
		}
		h += own
		if !sections[i].KeepNext {
			break
		}
	}
	return h
}

// setSection breaks the texts of a section and finds the heights of its rows.
func (f *flow) setSection(s paper.Section, xs []float64) sectionBox {
	box := sectionBox{whole: s.Together, head: f.setRows(s.Head, xs), rows: f.setRows(s.Rows, xs)}
	if s.LabelCol > 0 {
		cell := paper.Cell{Span: s.LabelCol, Style: s.Style, Align: paper.Center, PadX: 0.8, PadY: 1}
		for _, line := range splitLines(s.Label) {
			cell.Paras = append(cell.Paras, paper.Para{Spans: []paper.Span{{Text: line}}})
		}
		c := f.setCell(cell, xs)
		box.label = &c
	}
	return box
}

func splitLines(s string) []string {
	var out []string
	start := 0
	for i, r := range s {
		if r == '\n' {
			out = append(out, s[start:i])
			start = i + 1
		}
	}
	return append(out, s[start:])
}

func (f *flow) setCell(c paper.Cell, xs []float64) cellBox {
	if f.slack {
		c.PadY /= 2
	}
	x, end := xs[c.Col], xs[min(c.Col+max(c.Span, 1), len(xs)-1)]
	return cellBox{Cell: c, x: x, w: end - x, text: f.set.setBlock(c.Paras, c.Style, c.Align, end-x-2*c.PadX)}
}

func (f *flow) setRows(rows []paper.Row, xs []float64) []rowBox {
	out := make([]rowBox, len(rows))
	for i, r := range rows {
		if i%32 == 0 && f.set.stopped() {
			return out[:i]
		}
		out[i].height = r.Min
		if f.slack {
			out[i].height -= r.Slack
		}
		for _, c := range r.Cells {
			cell := f.setCell(c, xs)
			out[i].cells = append(out[i].cells, cell)
			if cell.rows() == 1 {
				out[i].height = max(out[i].height, cell.need())
			}
		}
	}
	for i, r := range out { // cells over several rows: the last one grows where they need more
		for _, c := range r.cells {
			last := min(i+c.rows(), len(out))
			if have := heights(out[i:last]); have < c.need() {
				out[last-1].height += c.need() - have
			}
		}
	}
	return out
}

func heights(rows []rowBox) (h float64) {
	for _, r := range rows {
		h += r.height
	}
	return h
}

// section places a section and gives back the part of the table that is still open.
func (f *flow) section(part *tablePart, s sectionBox) *tablePart {
	rows := s.rows
	carried := []carry(nil)
	for len(rows) > 0 {
		head := heights(s.head)
		label := 0.0
		if s.label != nil {
			label = s.label.need()
		}
		n := f.fitting(rows, head, s.whole)
		if n > 0 && max(head+heights(rows[:n]), label) > f.room()+1e-6 {
			n = 0
		}
		if n > s.tail && n == len(rows) && s.tail > 0 && head+heights(rows)+s.next > f.room()+1e-6 {
			n -= s.tail
		}
		if n == 0 {
			if !f.fresh && !(rows[0].height+head > f.whole() && f.room() > head+30) {
				part = f.turn(part)
				continue
			}
			first, rest := f.tear(rows[0], f.room()-head)
			n = 1
			rows = slices.Concat([]rowBox{first}, rows[1:])
			if len(rest.cells) > 0 {
				rows = slices.Insert(rows, 1, rest)
				for i := range carried {
					carried[i].left++
				}
			}
		}
		placed := slices.Clone(rows[:n])
		if short := label - head - heights(placed); short > 0 {
			placed[n-1].height += short
		}
		carried = f.place(part, s, placed, carried)
		rows = rows[n:]
		if len(rows) > 0 {
			part = f.turn(part)
		}
	}
	return part
}

// fitting is how many of the rows the page takes below a head; all or none where they belong together.
func (f *flow) fitting(rows []rowBox, head float64, whole bool) int {
	room := f.room() - head + 1e-6
	n := 0
	for n < len(rows) && rows[n].height <= room {
		room -= rows[n].height
		n++
	}
	if whole && n < len(rows) && heights(rows)+head <= f.whole() {
		return 0
	}
	return n
}

// turn rules what is on the page and goes on on the next one.
func (f *flow) turn(part *tablePart) *tablePart {
	f.rule(part)
	f.breakPage()
	return &tablePart{top: f.y, frame: part.frame}
}

// tear parts a row that is taller than a page at a height: the lines that fit, and the rest.
func (f *flow) tear(r rowBox, height float64) (first, rest rowBox) {
	first.height = height
	left := false
	for _, c := range r.cells {
		n := int((height - 2*c.PadY + 1e-6) / pt(c.Style.Lead))
		a, b := c, c
		a.Rows = 1
		if c.rows() > 1 { // a cell over several rows stands in both parts
			first.cells = append(first.cells, a)
			rest.cells = append(rest.cells, b)
			continue
		}
		a.text, b.text = c.text.cut(max(n, 1))
		if len(b.text.lines) > 0 {
			left = true
			a.VAlign, b.VAlign = paper.Top, paper.Top
		}
		first.cells = append(first.cells, a)
		rest.cells = append(rest.cells, b)
		rest.height = max(rest.height, b.need())
	}
	if !left {
		first.height = r.height
		return first, rowBox{}
	}
	return first, rest
}
