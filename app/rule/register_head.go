package rule

import (
	"strings"

	"yidanqing/app"
	"yidanqing/app/pattern"
	"yidanqing/app/table"
)

// RegisterField is what a column of a register holds.
type RegisterField string

// The fields of registers; which of them a register has follows from its kind.
const (
	RegisterName       RegisterField = "name"
	RegisterDepartment RegisterField = "department"
	RegisterPeriod     RegisterField = "period"    // inspection: from..to; meeting: months
	RegisterScope      RegisterField = "scope"     // inspection
	RegisterItems      RegisterField = "fields"    // form: data items
	RegisterFrequency  RegisterField = "frequency" // form
	RegisterOrigin     RegisterField = "source"    // form: 采集 or 共享
	RegisterUse        RegisterField = "use"       // app: 必用, 自愿, 停用
	RegisterLevel      RegisterField = "level"     // campaign, meeting
	registerNo         RegisterField = "no"
)

// Title is the field in the words of an office.
func (f RegisterField) Title() string {
	switch f {
	case RegisterName:
		return "名称"
	case RegisterDepartment:
		return "部门"
	case RegisterPeriod:
		return "时间"
	case RegisterScope:
		return "范围"
	case RegisterItems:
		return "指标"
	case RegisterFrequency:
		return "频次"
	case RegisterOrigin:
		return "来源"
	case RegisterUse:
		return "使用方式"
	case RegisterLevel:
		return "级别"
	}
	return ""
}

type registerRule struct {
	field RegisterField
	rank  int
	form  *pattern.Regexp
}

// registerRules map folded headings to fields; kinds that a field does not belong to pass it over.
var registerRules = []registerRule{
	{registerNo, 1, pattern.MustCompile(`^(序号|编号|序|项号|no|num|id|目录编码|编码|代码)$`)},
	{RegisterUse, 1, pattern.MustCompile(`^(use|使用方式|使用要求|使用性质|使用情况|处置方式|处置意见|状态|是否必用|管理方式|类型|类别|分类)$`)},
	{RegisterLevel, 1, pattern.MustCompile(`^(level|级别|层级|等级|会议级别|会议层级|创建级别|批准级别|批准层级|.*(级别|层级))$`)},
	{RegisterFrequency, 1, pattern.MustCompile(`^(frequency|.*(频次|频率|周期))$`)},
	{RegisterOrigin, 1, pattern.MustCompile(`^(source|来源|数据来源|采集方式|获取方式|数据获取方式|取数方式|采集类型|.*来源)$`)},
	{RegisterItems, 1, pattern.MustCompile(`^(fields|指标|数据项|数据指标|采集指标|采集项|采集内容|填报内容|填报指标|报表内容|字段|主要指标|指标内容|内容|.*(指标|数据项|字段)(名称|内容)?)$`)},
	{RegisterPeriod, 1, pattern.MustCompile(`^(period|month|时间|期间|月份|时限|.*(时间|月份|时段|期限|时限))$`)},
	{RegisterScope, 1, pattern.MustCompile(`^(scope|范围|对象|.*(范围|对象))$`)},
	{RegisterDepartment, 1, pattern.MustCompile(`^(department|dept|部门|单位|主办单位|责任部门|主管部门|牵头部门|主办部门|责任单位|牵头单位)$`)},
	{RegisterDepartment, 2, pattern.MustCompile(`(部门|单位|机构|机关|主体)$`)},
	{RegisterName, 1, pattern.MustCompile(`^(name|名称|项目名称|表名|报表名称|会议名称|事项名称|检查名称|平台名称|应用名称|系统名称|活动名称|数据名称|app名称|群名称|工作群名称|创建项目名称|计划名称|表格名称|报表)$`)},
	{RegisterName, 2, pattern.MustCompile(`(名称|表名)$`)},
	{RegisterName, 3, pattern.MustCompile(`^(事项|项目|检查事项|督查检查考核事项|督查检查考核项目|检查项目|检查考核项目|会议|活动|创建项目|保留项目|平台|应用|系统|app|小程序|工作群|采集事项|会议内容|.*(事项|项目))$`)},
}

// registerHas tells which fields belong to a kind of register.
func registerHas(kind app.RegisterKind, f RegisterField) bool {
	switch f {
	case RegisterPeriod:
		return kind == app.RegisterInspection || kind == app.RegisterMeeting
	case RegisterScope:
		return kind == app.RegisterInspection
	case RegisterItems, RegisterFrequency, RegisterOrigin:
		return kind == app.RegisterForm
	case RegisterUse:
		return kind == app.RegisterApp
	case RegisterLevel:
		return kind == app.RegisterCampaign || kind == app.RegisterMeeting || kind == app.RegisterInspection
	}
	return true
}

func registerField(kind app.RegisterKind, heading string) (registerRule, bool) {
	if n := len([]rune(table.Line(heading))); n == 0 || n > 20 {
		return registerRule{}, false
	}
	for _, form := range []string{table.Fold(heading), table.Fold(table.WithoutBrackets(heading))} {
		for _, r := range registerRules {
			if form != "" && registerHas(kind, r.field) && r.form.MatchString(form) {
				return r, true
			}
		}
	}
	return registerRule{}, false
}

// registerColumns says which column holds which field.
type registerColumns struct {
	of   map[RegisterField]int
	head []string
}

func (c *registerColumns) col(f RegisterField) int {
	if i, ok := c.of[f]; ok {
		return i
	}
	return -1
}

// registerHeading recognises the heading at row r: a name and another field, or the word 名称 alone.
func registerHeading(kind app.RegisterKind, g *table.Grid, r int) *registerColumns {
	c := &registerColumns{of: map[RegisterField]int{}, head: make([]string, len(g.Table.Cells[r]))}
	rank := map[RegisterField]int{}
	known := 0
	for _, cell := range g.Seen(r) {
		if _, _, isNo := table.ItemNo(cell.Text); isNo || len([]rune(cell.Text)) > 30 {
			return nil
		}
		c.head[cell.Col] = table.Line(cell.Text)
		rule, ok := registerField(kind, cell.Text)
		if !ok {
			continue
		}
		known++
		if old, taken := rank[rule.field]; taken && old <= rule.rank {
			continue
		}
		rank[rule.field], c.of[rule.field] = rule.rank, cell.Col
	}
	if _, ok := c.of[RegisterName]; !ok || known < 2 && rank[RegisterName] > 1 || known < len(g.Seen(r)) && known < 2 {
		return nil
	}
	return c
}

// registerReader reads one table from the top.
type registerReader struct {
	im    *registerImport
	index int
	g     *table.Grid
	cols  *registerColumns
	group string // heading row above the entries
	last  int    // the entry that the next row may continue
}

func (r *registerReader) read() {
	for row := range r.g.Rows() {
		seen := r.g.Seen(row)
		if len(seen) == 0 {
			continue
		}
		if c := registerHeading(r.im.kind, r.g, row); c != nil && (r.cols == nil || sameHead(c, r.cols) || len(c.of) >= len(r.cols.of)) {
			r.start(c)
			continue
		}
		if r.cols == nil {
			for _, c := range seen {
				r.im.lines = append(r.im.lines, c.Text)
			}
			continue
		}
		r.row(row, seen)
	}
	if r.cols == nil {
		r.report()
	}
}

func sameHead(a, b *registerColumns) bool {
	return strings.Join(a.head, "|") == strings.Join(b.head, "|")
}

func (r *registerReader) start(c *registerColumns) {
	first := r.cols == nil
	r.cols, r.last = c, -1
	if !first {
		return
	}
	r.im.headed++
	for i, h := range c.head {
		if h == "" {
			continue
		}
		col := RegisterColumn{Table: r.index, Letter: table.Letter(i), Heading: h}
		for f, at := range c.of {
			if at == i && f != registerNo {
				col.Field = f
			}
		}
		r.im.view.Columns = append(r.im.view.Columns, col)
	}
}

// report names the columns of a table without a heading that was recognised.
func (r *registerReader) report() {
	for row := range r.g.Rows() {
		seen := r.g.Seen(row)
		if len(seen) < 2 {
			continue
		}
		for _, c := range seen {
			r.im.view.Columns = append(r.im.view.Columns, RegisterColumn{Table: r.index, Letter: table.Letter(c.Col), Heading: cutWords(table.Line(c.Text), 12)})
		}
		r.unread(row, joinWords(seen), "没有找到“名称”一列，这张表没有读")
		return
	}
}

func joinWords(seen []table.Cell) string {
	var words []string
	for _, c := range seen {
		words = append(words, table.Line(c.Text))
	}
	return strings.Join(words, " | ")
}

// unread reports a row, or a paragraph where row is negative.
func (r *registerReader) unread(row int, words, reason string) {
	n := 0
	if row >= 0 {
		n = r.g.FileRow(row)
	}
	r.im.view.Unread = append(r.im.view.Unread, RegisterRow{Table: r.index, Name: r.im.tables[r.index].Name, Row: n, Words: cutWords(words, 60), Reason: reason})
}
