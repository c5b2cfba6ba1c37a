package duty

import (
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/table"
)

// columns says which columns of a table hold which field.
type columns struct {
	of     map[Field][]int
	head   []string          // heading of every column, of two rows put together
	unread []int             // columns with a heading that are not read
	rows   int               // rows that the heading takes
	sure   bool              // the heading of the part column can mean nothing else
	beside []map[Field][]int // the same fields once more to the right: 序号, 事项名称, 序号, 事项名称
}

func (c *columns) first(f Field) int {
	if c == nil || len(c.of[f]) == 0 {
		return -1
	}
	return c.of[f][0]
}

func (c *columns) has(f Field) bool { return c.first(f) >= 0 }

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
	c.groups(rules)
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
		if h != "" && !c.isBeside(i) && (i == 0 || h != head[i-1]) && (len(rules[i]) == 0 || rules[i][0].field == fieldRemark) {
			c.unread = append(c.unread, i)
		}
	}
	delete(c.of, fieldRemark)
	return c
}

func (c *columns) isBeside(col int) bool {
	for _, of := range c.beside {
		for _, list := range of {
			if slices.Contains(list, col) {
				return true
			}
		}
	}
	return false
}

// groups finds a heading that repeats the same words side by side and takes the groups behind the first out of rules.
func (c *columns) groups(rules [][]fieldRule) {
	var at []int
	for i, h := range c.head {
		if h != "" {
			at = append(at, i)
		}
	}
	for _, size := range []int{1, 2, 3} { // of one group: 事项名称; 序号, 事项名称; 序号, 类别, 事项名称
		n := len(at) / size
		if n < 2 || len(at)%size != 0 {
			continue
		}
		same := true
		for k, i := range at {
			same = same && table.Fold(c.head[i]) == table.Fold(c.head[at[k%size]]) && len(rules[i]) > 0
		}
		if !same || size == 1 && at[1] == at[0]+1 {
			continue
		}
		for g := 1; g < n; g++ {
			of := map[Field][]int{}
			for k := range size {
				i := at[g*size+k]
				f := rules[i][0].field
				of[f] = append(of[f], i)
				rules[i] = nil
			}
			if len(of[FieldName]) == 1 {
				c.beside = append(c.beside, of)
			}
		}
		return
	}
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
func (c *columns) byContent(g *table.Grid, from, limit int) {
	c.unnamedNumber(g, from, limit)
	part, category := c.first(FieldPart), c.first(FieldCategory)
	partNames, categoryNames := namesParts(g, part, from, limit, c.sure), namesParts(g, category, from, limit, false)
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

// unnamedNumber takes a column without heading left of the name for the number column where it holds numbers.
func (c *columns) unnamedNumber(g *table.Grid, from, limit int) {
	name := c.first(FieldName)
	if c.has(FieldNo) || name < 1 {
		return
	}
	for col := name - 1; col >= 0; col-- {
		if col < len(c.head) && c.head[col] != "" {
			continue
		}
		numbers, filled := 0, 0
		for r := from; r < g.Rows() && filled < limit; r++ {
			if text := g.Text(r, col); text != "" {
				filled++
				if _, _, ok := table.ItemNo(text); ok {
					numbers++
				}
			}
		}
		if numbers >= 2 && numbers*10 >= filled*7 {
			c.of[FieldNo] = []int{col}
			return
		}
	}
}

// namesParts tells whether most cells of a column name parts: four of five, half of them where the heading leaves no
// doubt.
func namesParts(g *table.Grid, col, from, limit int, sure bool) bool {
	if col < 0 {
		return false
	}
	named, filled := 0, 0
	for r := from; r < g.Rows() && filled < limit; r++ {
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
