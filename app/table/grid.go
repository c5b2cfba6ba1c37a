package table

import "yidanqing/app"

// Grid is a table with the merged blocks of its cells at hand.
type Grid struct {
	Table *app.Table
	block [][]int32 // index in Merged + 1 of every cell in a merged block; nil rows have none
}

// Cell is one cell as the eye sees it: a merged block counts once in a row.
type Cell struct {
	Col   int
	Width int // columns it covers
	Text  string
}

// NewGrid prepares a table.
func NewGrid(t *app.Table) *Grid {
	g := &Grid{Table: t, block: make([][]int32, len(t.Cells))}
	for i, m := range t.Merged {
		for r := max(m.Row0, 0); r <= m.Row1 && r < len(t.Cells); r++ {
			n := len(t.Cells[r])
			if g.block[r] == nil {
				g.block[r] = make([]int32, n)
			}
			for c := max(m.Col0, 0); c <= m.Col1 && c < n; c++ {
				g.block[r][c] = int32(i + 1)
			}
		}
	}
	return g
}

// Rows is the number of rows.
func (g *Grid) Rows() int { return len(g.Table.Cells) }

// FileRow is the number of row r as the file counts it, from 1.
func (g *Grid) FileRow(r int) int { return g.Table.Offset + r + 1 }

// Text is the text of a cell; empty where the row is shorter or c is negative.
func (g *Grid) Text(r, c int) string {
	if row := g.Table.Cells[r]; c >= 0 && c < len(row) {
		return row[c]
	}
	return ""
}

func (g *Grid) blockAt(r, c int) int32 {
	if r < 0 || r >= len(g.block) || c < 0 || c >= len(g.block[r]) {
		return 0
	}
	return g.block[r][c]
}

// GoesOn tells whether cell (r, c) belongs to the same merged block as the cell above it.
func (g *Grid) GoesOn(r, c int) bool {
	b := g.blockAt(r, c)
	return b != 0 && b == g.blockAt(r-1, c)
}

// Seen gives the cells of row r that hold words, a merged block once.
func (g *Grid) Seen(r int) []Cell {
	var out []Cell
	row := g.Table.Cells[r]
	for c := 0; c < len(row); c++ {
		if row[c] == "" {
			continue
		}
		cell := Cell{Col: c, Width: 1, Text: row[c]}
		if b := g.blockAt(r, c); b != 0 {
			for c+1 < len(row) && g.blockAt(r, c+1) == b {
				c++
				cell.Width++
			}
		}
		out = append(out, cell)
	}
	return out
}

// Width is the number of columns of the widest row.
func (g *Grid) Width() int {
	n := 0
	for _, row := range g.Table.Cells {
		n = max(n, len(row))
	}
	return n
}

// Letter is the name of a column as spreadsheets call it: A, B … Z, AA.
func Letter(col int) string {
	s := ""
	for col++; col > 0; col = (col - 1) / 26 {
		s = string(rune('A'+(col-1)%26)) + s
	}
	return s
}
