package docx

import (
	"fmt"
	"slices"

	"yidanqing/app/paper"
)

// Borders in eighths of a point, as the layout draws them.
const (
	borderOuter = 10
	borderInner = 5
)

// grid is a table as rows of cells, every place of the common grid taken once.
type grid struct {
	cols []float64
	rows []gridRow
}

type gridRow struct {
	cells []gridCell
	min   float64
	slack float64 // how much of min may be given up
	head  bool
	keep  bool // on one page with the next row
}

// gridCell is a cell, or the continuation of one from the row above.
type gridCell struct {
	paper.Cell
	over bool // goes on below: the first of a run
	goes bool // continues the cell above
}

// table writes a ruled table.
func (w *writer) table(t paper.Table) {
	g := gridOf(t)
	if w.content.Narrow { // it is to stay on its page, and other word processors set lines a little longer
		for i := range g.rows {
			g.rows[i].tighten()
		}
	}
	outer := borderOuter
	if t.Thin {
		outer = borderInner
	}
	w.openTable(t.Cols, outer, borderInner)
	for _, r := range g.rows {
		w.row(g, r)
	}
	w.body.WriteString(`</w:tbl>`)
}

func (w *writer) openTable(cols []float64, outer, inner int) {
	wide := 0.0
	for _, c := range cols {
		wide += c
	}
	fmt.Fprintf(&w.body, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>`, twips(wide))
	for _, side := range []string{"top", "left", "bottom", "right"} {
		w.body.WriteString(border(side, outer))
	}
	w.body.WriteString(border("insideH", inner) + border("insideV", inner))
	w.body.WriteString(`</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, c := range cols {
		fmt.Fprintf(&w.body, `<w:gridCol w:w="%d"/>`, twips(c))
	}
	w.body.WriteString(`</w:tblGrid>`)
}

func border(side string, eighths int) string {
	if eighths == 0 {
		return `<w:` + side + ` w:val="nil"/>`
	}
	return fmt.Sprintf(`<w:%s w:val="single" w:sz="%d" w:space="0" w:color="auto"/>`, side, eighths)
}

// gridOf brings labels and cells over several rows into one grid.
func gridOf(t paper.Table) grid {
	g := grid{cols: t.Cols}
	for n, s := range t.Sections {
		all := slices.Concat(s.Head, s.Rows)
		open := map[int]struct { // cells that go on below, by their column
			cell paper.Cell
			left int
		}{}
		for i, r := range all {
			row := gridRow{min: r.Min, slack: r.Slack, head: n == 0 && i < len(s.Head), keep: s.Together && i < len(all)-1 || s.KeepNext && i == len(all)-1 || i >= len(all)-s.Tail}
			if s.LabelCol > 0 {
				c := gridCell{Cell: paper.Cell{Col: 0, Span: s.LabelCol, Style: s.Style, Align: paper.Center, PadX: 0.8, PadY: 1}, over: len(all) > 1 && i == 0, goes: i > 0}
				if i == 0 {
					c.Paras = labelParas(s.Label)
				}
				row.cells = append(row.cells, c)
			}
			for _, c := range r.Cells {
				row.cells = append(row.cells, gridCell{Cell: c, over: c.Rows > 1})
			}
			for col, o := range open {
				if o.left > 0 {
					row.cells = append(row.cells, gridCell{Cell: paper.Cell{Col: o.cell.Col, Span: o.cell.Span, Style: o.cell.Style}, goes: true})
					o.left--
					open[col] = o
				}
			}
			for _, c := range r.Cells {
				if c.Rows > 1 {
					open[c.Col] = struct {
						cell paper.Cell
						left int
					}{c, c.Rows - 1}
				}
			}
			slices.SortFunc(row.cells, func(a, b gridCell) int { return a.Col - b.Col })
			g.rows = append(g.rows, row)
		}
	}
	return g
}

// tightened is the part of the blank over and under the words of a cell that stays where a document is to be kept on its
// page.
const tightened = 0.6

func (r *gridRow) tighten() {
	r.min -= r.slack
	for i := range r.cells {
		r.cells[i].PadY *= tightened
	}
}

func labelParas(label string) []paper.Para {
	var out []paper.Para
	for _, l := range splitLines(label) {
		out = append(out, paper.Para{Spans: []paper.Span{{Text: l}}})
	}
	return out
}

// row writes one row; what of the grid no cell takes becomes an empty cell.
func (w *writer) row(g grid, r gridRow) {
	w.body.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	if r.min > 0 {
		fmt.Fprintf(&w.body, `<w:trHeight w:val="%d" w:hRule="atLeast"/>`, twips(r.min))
	}
	if r.head {
		w.body.WriteString(`<w:tblHeader/>`)
	}
	w.body.WriteString(`</w:trPr>`)
	at := 0
	for _, c := range r.cells {
		if c.Col > at {
			w.cell(g, gridCell{Cell: paper.Cell{Col: at, Span: c.Col - at, Style: c.Style}}, r.keep)
		}
		w.cell(g, c, r.keep)
		at = c.Col + max(c.Span, 1)
	}
	if at < len(g.cols) {
		st := paper.Style{Face: paper.FaceBody, Size: 9, Lead: 12}
		w.cell(g, gridCell{Cell: paper.Cell{Col: at, Span: len(g.cols) - at, Style: st}}, r.keep)
	}
	w.body.WriteString(`</w:tr>`)
}

func (w *writer) cell(g grid, c gridCell, keep bool) {
	wide, span := 0.0, max(c.Span, 1)
	for _, v := range g.cols[c.Col:min(c.Col+span, len(g.cols))] {
		wide += v
	}
	fmt.Fprintf(&w.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, twips(wide))
	if span > 1 {
		fmt.Fprintf(&w.body, `<w:gridSpan w:val="%d"/>`, span)
	}
	switch {
	case c.over:
		w.body.WriteString(`<w:vMerge w:val="restart"/>`)
	case c.goes:
		w.body.WriteString(`<w:vMerge/>`)
	}
	fmt.Fprintf(&w.body, `<w:tcMar><w:top w:w="%d" w:type="dxa"/><w:left w:w="%d" w:type="dxa"/><w:bottom w:w="%[1]d" w:type="dxa"/><w:right w:w="%[2]d" w:type="dxa"/></w:tcMar>`,
		twips(c.PadY), twips(c.PadX))
	w.body.WriteString(`<w:vAlign w:val="` + map[paper.VAlign]string{paper.Middle: "center", paper.Top: "top", paper.Bottom: "bottom"}[c.VAlign] + `"/></w:tcPr>`)
	if len(c.Paras) == 0 {
		st := c.Style
		if st.Lead == 0 {
			st = paper.Style{Face: paper.FaceBody, Size: 9, Lead: 12}
		}
		w.plain("", st, look{keep: keep})
	}
	for _, p := range c.Paras {
		w.paragraph(p, c.Style, look{align: c.Align, keep: keep})
	}
	w.body.WriteString(`</w:tc>`)
}
