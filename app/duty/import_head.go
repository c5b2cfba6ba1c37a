package duty

import (
	"strings"

	"yidanqing/app"
	"yidanqing/app/table"
)

// columns says which columns of a table hold which field.
type columns struct {
	of     map[Field][]int
	head   []string // heading of every column, of two rows put together
	unread []int    // columns with a heading that are not read
	rows   int      // rows that the heading takes
	sure   bool     // the heading of the part column can mean nothing else
}

func (c *columns) first(f Field) int {
	if c == nil || len(c.of[f]) == 0 {
		return -1
	}
	return c.of[f][0]
}

func (c *columns) has(f Field) bool { return c.first(f) >= 0 }

// headingAt recognises the heading of columns at row r, one to three rows high. nil where row r is none.
func headingAt(g *table.Grid, r int) *columns {
	if !maybeHeading(g, r) {
		return nil
	}
	head := rowTexts(g, r)
	best := assign(head)
	high := 1
	for high < 3 && r+high < g.Rows() && subHeading(g, r+high, head) {
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
	c := headingAt(g, r)
	if c == nil {
		return nil
	}
	same, known := 0, 0
	seen := g.Seen(r)
	for _, cell := range seen {
		rules := fieldOf(cell.Text)
		if len(rules) == 0 || rules[0].field == FieldName && rules[0].rank > 4 {
			continue
		}
		known++
		if cell.Col < len(before.head) && table.Fold(before.head[cell.Col]) == table.Fold(cell.Text) {
			same++
		}
	}
	if known < len(seen) && same < 2 {
		return nil
	}
	return c
}

// soleName accepts a heading of one known column only where it says 事项名称 in so many words.
func soleName(g *table.Grid, r int, c *columns) bool {
	rules := fieldOf(g.Text(r, c.first(FieldName)))
	return len(rules) > 0 && rules[0].field == FieldName && rules[0].rank <= 2
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
	if len(seen) == 1 {
		return seen[0].Width < 2 || seen[0].Width < g.Width()
	}
	return true
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

// assign gives every heading its field.
func assign(head []string) *columns {
	c := &columns{of: map[Field][]int{}, head: head}
	rules := make([][]fieldRule, len(head))
	for i, h := range head {
		if i > 0 && h == head[i-1] { // a merged heading: its first column counts, the others may hold values too
			continue
		}
		rules[i] = fieldOf(h)
	}
	for i, list := range rules {
		if len(list) > 0 {
			c.of[list[0].field] = append(c.of[list[0].field], i)
		}
	}
	c.settle(FieldName, rules, FieldCategory)
	c.settle(FieldNo, rules, "")
	c.settle(FieldPart, rules, FieldCategory)
	if i := c.first(FieldPart); i >= 0 {
		c.sure = rules[i][0].rank == 1
	}
	c.settle(FieldCategory, rules, "")
	if !c.has(FieldName) { // 事项内容, 职责内容 stand for the name where nothing else does
		if list := c.of[fieldContent]; len(list) == 1 {
			c.of[FieldName], c.of[fieldContent] = list, nil
		}
	}
	if list := c.of[fieldContent]; len(list) > 0 {
		delete(c.of, fieldContent)
		if c.has(FieldTownDuty) || len(list) > 1 {
			c.unread = append(c.unread, list...)
		} else {
			c.of[FieldTownDuty] = list
		}
	}
	if c.has(FieldTaking) && c.has(FieldDepartment) { // 承接部门 beside 承接部门工作方式: the latter is the way only
		c.of[FieldWay], c.of[FieldTaking] = append(c.of[FieldWay], c.of[FieldTaking]...), nil
	}
	c.splitOwnDuties(head)
	c.orderDepartments(head)
	for i, h := range head {
		if h != "" && (i == 0 || h != head[i-1]) && (len(rules[i]) == 0 || rules[i][0].field == fieldRemark) {
			c.unread = append(c.unread, i)
		}
	}
	delete(c.of, fieldRemark)
	return c
}

// settle keeps the column with the best rank of a field that can have only one; the others become spare, where that is
// free and stands left of it, or stay unread.
func (c *columns) settle(f Field, rules [][]fieldRule, spare Field) {
	list := c.of[f]
	if len(list) < 2 {
		return
	}
	best := list[0]
	for _, i := range list[1:] {
		if rules[i][0].rank < rules[best][0].rank {
			best = i
		}
	}
	for _, i := range list {
		switch {
		case i == best:
		case f == FieldName && !c.has(FieldTownDuty) && PartOf(c.head[i]) == app.Cooperate:
			c.of[FieldTownDuty] = []int{i}
		case spare != "" && (i < best || f == FieldPart) && !c.has(spare):
			c.of[spare] = []int{i}
		default:
			c.unread = append(c.unread, i)
		}
	}
	c.of[f] = []int{best}
}

// splitOwnDuties sorts the lists of villages, where the town is the superior: of two own bodies the village is the
// office itself.
func (c *columns) splitOwnDuties(head []string) {
	list := c.of[FieldTownDuty]
	if len(list) != 2 || c.has(FieldUpperDuty) {
		return
	}
	village := func(i int) bool { return strings.ContainsAny(head[i], "村居") || strings.Contains(head[i], "社区") }
	switch a, b := village(list[0]), village(list[1]); {
	case a && !b:
		c.of[FieldTownDuty], c.of[FieldUpperDuty] = list[:1], list[1:]
	case b && !a:
		c.of[FieldTownDuty], c.of[FieldUpperDuty] = list[1:], list[:1]
	}
}

// orderDepartments puts the leading department first and the helping ones last.
func (c *columns) orderDepartments(head []string) {
	list := c.of[FieldDepartment]
	if len(list) < 2 {
		return
	}
	var lead, middle, help []int
	for _, i := range list {
		switch h := head[i]; {
		case strings.Contains(h, "牵头") || strings.Contains(h, "主责") || strings.Contains(h, "主办"):
			lead = append(lead, i)
		case strings.Contains(h, "配合") || strings.Contains(h, "协助") || strings.Contains(h, "协办"):
			help = append(help, i)
		default:
			middle = append(middle, i)
		}
	}
	c.of[FieldDepartment] = append(append(lead, middle...), help...)
}

// known counts the fields that were recognised.
func (c *columns) known() int {
	n := 0
	for f, list := range c.of {
		if f != fieldRemark && f != fieldContent {
			n += min(len(list), 1)
		}
	}
	return n
}

// byContent decides what headings leave open: a column that names parts in most of its cells is the part column,
// whatever it is called, and one that is called so without naming parts is a category.
func (c *columns) byContent(g *table.Grid, from int) {
	part, category := c.first(FieldPart), c.first(FieldCategory)
	partNames, categoryNames := namesParts(g, part, from, c.sure), namesParts(g, category, from, false)
	switch {
	case part >= 0 && !partNames && categoryNames:
		c.of[FieldPart], c.of[FieldCategory] = []int{category}, []int{part}
	case part >= 0 && !partNames && category < 0:
		c.of[FieldPart], c.of[FieldCategory] = nil, []int{part}
	case part >= 0 && !partNames:
		c.of[FieldPart], c.unread = nil, append(c.unread, part)
	case part < 0 && categoryNames:
		c.of[FieldPart], c.of[FieldCategory] = []int{category}, nil
	}
}

// namesParts tells whether most cells of a column name parts: four of five, half of them where the heading leaves no
// doubt.
func namesParts(g *table.Grid, col, from int, sure bool) bool {
	if col < 0 {
		return false
	}
	named, filled := 0, 0
	for r := from; r < g.Rows() && filled < 2000; r++ {
		text := table.Line(g.Text(r, col))
		if text == "" || len(fieldOf(text)) > 0 && fieldOf(text)[0].field == FieldPart {
			continue
		}
		filled++
		if cellPart(text, sure) != "" {
			named++
		}
	}
	if sure {
		return named*2 >= filled && named > 0
	}
	return named*10 >= filled*8 && named > 0
}
