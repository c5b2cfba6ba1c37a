package duty

import (
	"strings"

	"yidanqing/app/table"
)

// headingAt recognises the heading of columns at row r, one to three rows high. nil where row r is none.
func headingAt(g *table.Grid, r int) *columns {
	if !maybeHeading(g, r) {
		return nil
	}
	head := rowTexts(g, r)
	best := assign(head)
	high := 1
	several := len(g.Seen(r)) > 1 // a single cell is a title, not the upper row of a heading
	for several && high < 3 && r+high < g.Rows() && subHeading(g, r+high, head) {
		head = joinHeads(g, r+high, head)
		high++
		if c := assign(head); c.known() >= best.known() {
			best = c
			best.rows = high
		}
	}
	if best.rows == 0 {
		best.rows = 1
	}
	if !best.has(FieldName) || best.known() < 2 && !soleName(g, r, best) {
		return nil
	}
	return best
}

// headingAgain recognises a heading below another one: the same words repeated on a new page, or the heading of the next
// part. It is stricter than headingAt, because rows of entries stand here.
func headingAgain(g *table.Grid, r int, before *columns) *columns {
	if !hasNameWord(g, r) {
		return nil
	}
	c := headingAt(g, r)
	if c == nil {
		return nil
	}
	name := c.first(FieldName)
	rules := fieldOf(g.Text(r, name))
	sure := len(rules) > 0 && rules[0].field == FieldName && rules[0].rank <= 4
	same, known := 0, 0
	seen := g.Seen(r)
	for _, cell := range seen {
		if cell.Col < len(before.head) && table.Fold(before.head[cell.Col]) == table.Fold(cell.Text) {
			same++
		}
		if len(fieldOf(cell.Text)) > 0 {
			known++
		}
	}
	if same < 2 && same < len(seen) && (!sure || known < len(seen)) {
		return nil
	}
	return c
}

// nameEnds are the ends of headings that may head the column of names.
var nameEnds = []string{"事项", "名称", "事项名", "子项", "内容", "清单", "职责", "责任", "任务", "描述", "说明", "要求", "name", "title", "item"}

// hasNameWord is a quick look at whether row r can head columns at all: most rows cannot.
func hasNameWord(g *table.Grid, r int) bool {
	for _, text := range g.Table.Cells[r] {
		if len(text) > 4*maxHeading {
			continue
		}
		text = table.Fold(table.WithoutBrackets(text))
		for _, end := range nameEnds {
			if strings.HasSuffix(text, end) {
				return true
			}
		}
	}
	return false
}

// soleName accepts a heading of one known column only where it says 事项名称 or the like in so many words, and does not
// title a part.
func soleName(g *table.Grid, r int, c *columns) bool {
	text := g.Text(r, c.first(FieldName))
	rules := fieldOf(text)
	if len(rules) == 0 || rules[0].field != FieldName {
		return false
	}
	if rules[0].rank <= 2 {
		return true
	}
	part, _ := headingPart(text)
	seen := g.Seen(r)
	return rules[0].rank <= 4 && part == "" && len(seen) == 1 && seen[0].Width == 1
}

// maybeHeading rejects rows that cannot head columns: sentences, bare numbers, one cell over the whole width.
func maybeHeading(g *table.Grid, r int) bool {
	seen := g.Seen(r)
	if len(seen) == 0 {
		return false
	}
	for _, c := range seen {
		if _, _, isNo := table.ItemNo(c.Text); isNo && !strings.ContainsAny(c.Text, "项号") {
			return false
		}
		if len([]rune(table.Line(c.Text))) > maxHeading {
			return false
		}
	}
	return len(seen) > 1 || seen[0].Width == 1 || seen[0].Width < g.Width()
}

func rowTexts(g *table.Grid, r int) []string {
	out := make([]string, len(g.Table.Cells[r]))
	for c := range out {
		out[c] = table.Line(g.Text(r, c))
	}
	return out
}

// subHeading tells whether row r goes on with the heading above it: under a heading that spans several columns stand
// their own names, and the other columns are merged with the row above or empty.
func subHeading(g *table.Grid, r int, head []string) bool {
	known := 0
	row := g.Table.Cells[r]
	for c, text := range row {
		if text == "" || g.GoesOn(r, c) {
			continue
		}
		above := ""
		if c < len(head) {
			above = head[c]
		}
		if _, _, isNo := table.ItemNo(text); isNo || len([]rune(table.Line(text))) > 16 {
			return false
		}
		if above == "" { // under a merged heading whose merge was lost, its words stand further left
			for k := min(c, len(head)) - 1; k >= 0 && above == ""; k-- {
				above = head[k]
			}
		}
		if len(fieldOf(above+text)) == 0 && len(fieldOf(text)) == 0 {
			return false
		}
		if text == above { // the same heading again is a repeated head, not a second row
			return false
		}
		known++
	}
	return known > 0
}

// joinHeads adds the names of row r to the headings above.
func joinHeads(g *table.Grid, r int, head []string) []string {
	n := max(len(head), len(g.Table.Cells[r]))
	out := make([]string, n)
	copy(out, head)
	last := ""
	for c := range n {
		if c < len(head) && head[c] != "" {
			last = head[c]
		}
		text := table.Line(g.Text(r, c))
		switch {
		case text == "" || g.GoesOn(r, c):
		case out[c] != "":
			out[c] += text
		default:
			out[c] = last + text
		}
	}
	return out
}
