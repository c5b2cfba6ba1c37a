package paper

import (
	"fmt"
	"strconv"
	"strings"

	"yidanqing/app"
)

// Departments is what 部门往来情况 and 基层评机关半年评价表 are written from: facts that stand in this ledger, one row a
// department, in the order of the names. The rows add up to Total.
type Departments struct {
	Office    app.Office
	Clerk     string
	Phone     string
	From      app.Date // the first and the last day counted
	To        app.Date
	Date      app.Date // of the paper
	Since     app.Date // the first day on record
	Period    string   // in words: 2026年下半年, 2026年下半年（至11月24日）
	Rows      []DepartmentRow
	Total     DepartmentRow
	Undecided int // demands that are counted by advice
	Software  string
}

// DepartmentRow is one department. What the numbers count is told by inquire.Department.
type DepartmentRow struct {
	Name                       string // as tables name it: 县住建局
	Names                      []string
	Notices, Demands           int
	Refuse, Escalate, Talked   int
	Withdrawn, Changed, Upheld int
	Short                      int
	Median                     string // workdays; — where no deadline is known
	Repeated, ManyHeaded       int
	Due, InTime                int
	Before                     string // 去年同期来件 80 件（多8件）…; empty where that is not on record
}

// Replies are the replies in time of those due: 3/4; — where none was due.
func (r DepartmentRow) Replies() string {
	if r.Due == 0 {
		return "—"
	}
	return fmt.Sprintf("%d/%d", r.InTime, r.Due)
}

// Type of both papers: the lists are set as the printed ledger is, rows for the hand are higher.
var (
	departmentStyle = formStyle{inner: Style{FaceBody, 10.5, 14.5}, label: Style{FaceHei, 10.5, 14.5}, innerX: 1.2, innerY: 0.9}
	departmentNote  = Style{FaceBody, 9, 13}
)

// Heights of a row in which somebody writes by hand, in mm: as the lines of writing paper, and what may be given up to keep the
// sheet on one page.
const (
	handRow   = 8.0
	handSlack = 0.6
)

// departmentColumn is one column; the first is the name. Columns without a value are for the hand.
type departmentColumn struct {
	title string
	width float64 // mm; 0: what is left
	value func(r DepartmentRow) string
}

// count writes a number; — where there is none, as on the screen.
func count(n int) string {
	if n == 0 {
		return "—"
	}
	return strconv.Itoa(n)
}

// factColumns are the facts that screen, paper and table have in common.
func factColumns(narrow float64) []departmentColumn {
	return []departmentColumn{
		{"来件", narrow, func(r DepartmentRow) string { return count(r.Notices) }},
		{"事项", narrow, func(r DepartmentRow) string { return count(r.Demands) }},
		{"已撤回", narrow, func(r DepartmentRow) string { return count(r.Withdrawn) }},
		{"已调整", narrow, func(r DepartmentRow) string { return count(r.Changed) }},
		{"维持", narrow, func(r DepartmentRow) string { return count(r.Upheld) }},
		{"时限不足一个工作日", 23, func(r DepartmentRow) string { return count(r.Short) }},
		{"重复来件", narrow + 3, func(r DepartmentRow) string { return count(r.Repeated) }},
		{"按期答复", narrow + 3, DepartmentRow.Replies},
	}
}

// Title is the title of 部门往来情况: 柳河镇部门往来情况.
func (d Departments) Title() string { return d.Office.Short + KindDepartments.Title() }

// ReviewTitle is the title of the 半年评价表: 柳河镇基层评机关半年评价表.
func (d Departments) ReviewTitle() string { return d.Office.Short + KindReview.Title() }

// Span names the period, by its days where it is not a whole one.
func (d Departments) Span() string {
	if strings.Contains(d.Period, "（") {
		return daySpan(d.From, d.To)
	}
	return d.Period
}

// Departments writes 部门往来情况: all facts by name, no score and no rank.
func (w *Writer) Departments(d Departments) (Content, error) {
	common := factColumns(16)
	columns := append([]departmentColumn{{"部门（按名称）", 0, nil}}, common[:2]...)
	columns = append(columns, departmentColumn{"需要反馈", 19, func(r DepartmentRow) string { return count(r.Refuse + r.Escalate) }},
		departmentColumn{"先沟通", 16, func(r DepartmentRow) string { return count(r.Talked) }})
	columns = append(columns, common[2:6]...)
	columns = append(columns, departmentColumn{"时限中位（工作日）", 23, func(r DepartmentRow) string { return r.Median }}, common[6],
		departmentColumn{"多头部署", 19, func(r DepartmentRow) string { return count(r.ManyHeaded) }}, common[7])
	return d.write(KindDepartments, d.Title(), columns, 0)
}

// Review writes 基层评机关半年评价表: the facts, and empty cells for the marks that the office sets by hand.
func (w *Writer) Review(d Departments) (Content, error) {
	columns := append([]departmentColumn{{"部门（按名称）", 40, nil}}, factColumns(15)...)
	columns = append(columns, departmentColumn{title: "评价（手填）", width: 25}, departmentColumn{title: "意见和建议（手填）"})
	return d.write(KindReview, d.ReviewTitle(), columns, handRow)
}

// write sets a list of departments; least is the least height of its rows in mm.
func (d Departments) write(kind Kind, title string, columns []departmentColumn, least float64) (Content, error) {
	if len(d.Rows) == 0 {
		return Content{}, app.Errorf(app.CodeInvalid, "%s没有登记件，没有部门往来可印。请另选一段时间。", d.Period)
	}
	c := Content{Kind: kind, Title: title, Subtitle: "（" + d.Span() + "）", Author: d.Office.Name, Date: d.Date.String(), Across: true, Top: 16,
		TitleStyle: Style{FaceTitle, 18, 26}, HeadStyle: Style{FaceBody, 10.5, 16},
		HeadLeft: "填报单位：" + d.Office.Name, HeadRight: d.Date.Chinese(), FootLeft: "按本台账登记件统计，数字可在台账中逐项核对"}
	head := Row{Min: 8}
	for i, col := range columns {
		head.Cells = append(head.Cells, departmentStyle.centered(departmentStyle.headCell(i, 1, col.title)))
	}
	s := Section{Head: []Row{head}}
	for _, r := range d.Rows {
		s.Rows = append(s.Rows, departmentRow(columns, r, least, FaceBody))
	}
	s.Rows = append(s.Rows, departmentRow(columns, d.Total, 0, FaceHei))
	table := Table{Cols: departmentWidths(columns), Thin: true, Sections: []Section{s}}
	if kind == KindReview {
		c.Narrow, c.MinTop = true, 14
		table.Sections[0].Tail = 3
		table.Sections = append(table.Sections, d.sealed(len(columns)))
		c.Blocks = []Block{table}
		return c, nil
	}
	sign := Para{Spans: []Span{{Text: "审核人：", Tab: signAt}, {Text: "日期：", Tab: dateAt}}}
	c.Blocks = []Block{table, Text{Paras: plain(d.note(kind)), Style: departmentNote, Before: 1.2},
		Text{Paras: []Para{sign}, Style: accountStyle.note, Before: 2}}
	return c, nil
}

// sealed is the end of the 半年评价表, which is stamped: what the numbers count, who filled it in, and a seal cell of 57 × 46 mm.
func (d Departments) sealed(columns int) Section {
	st := departmentStyle
	filled := d.Clerk
	if d.Phone != "" {
		filled += "　" + d.Phone
	}
	note := st.innerCell(1, columns-3, d.note(KindReview))
	note.Style, note.PadX = departmentNote, 1.6
	label := func(col, rows int, text string) Cell {
		c := st.labelCell(col, 1, text)
		c.Rows = rows
		return c
	}
	seal := st.centered(st.innerCell(columns-1, 1, d.Date.Chinese()))
	seal.Rows, seal.VAlign, seal.Seal, seal.PadY = 3, Bottom, true, 2
	return Section{Together: true, Rows: []Row{
		{Min: 22.2, Cells: []Cell{label(0, 1, "说明"), note, label(columns-2, 3, "填报单位\n（盖章）"), seal}},
		{Min: 12, Cells: []Cell{label(0, 1, "填报人"), st.innerCell(1, columns-3, filled)}},
		{Min: 12, Cells: []Cell{label(0, 1, "审核人（签字）"), st.innerCell(1, columns-3, "")}},
	}}
}

func departmentRow(columns []departmentColumn, r DepartmentRow, least float64, face Face) Row {
	row := Row{Min: least}
	if least > 0 {
		row.Slack = handSlack
	}
	for i, col := range columns {
		text := r.Name
		switch {
		case i > 0 && col.value != nil:
			text = col.value(r)
		case i > 0 && least > 0:
			text = ""
		case i > 0: // nobody marks the sum
			text = "—"
		}
		cell := departmentStyle.innerCell(i, 1, text)
		cell.Style.Face = face
		if i > 0 {
			cell = departmentStyle.centered(cell)
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// departmentWidths gives the one column without a width what is left of the page.
func departmentWidths(columns []departmentColumn) []float64 {
	out, left := make([]float64, len(columns)), PageHeight-2*AcrossMargin
	for i, c := range columns {
		out[i] = c.width
		left -= c.width
	}
	for i, c := range columns {
		if c.width == 0 {
			out[i] = left
		}
	}
	return out
}

// note says what the numbers rest on and what they count.
func (d Departments) note(kind Kind) string {
	out := fmt.Sprintf("按本台账登记件统计（%d年%d月起有记录），只列往来事实，不打分、不排名；部门按名称排列，更名的并入现在的名称，所属单位并入主管部门。",
		d.Since.Year, int(d.Since.Month))
	out += "已撤回、已调整、维持，是需要反馈的事项经沟通或出文以后的结果。按期答复只计发给该部门的文书：“2/3”是到期3项、按期2项。"
	if kind == KindDepartments {
		out += "时限中位，是写明收到和截止日期的事项从收到到截止的工作日数居中的一个。"
	}
	if d.Undecided > 0 && kind == KindDepartments {
		out += fmt.Sprintf("有%d项尚未核对，按建议计。", d.Undecided)
	}
	if kind == KindReview {
		out += "评价、意见由本单位手工填写。"
	}
	return out
}

// DepartmentsSheet is 部门往来情况 as a table: the same rows and words, with every name under which a department stands.
func (w *Writer) DepartmentsSheet(d Departments) (Sheet, error) {
	if len(d.Rows) == 0 {
		return Sheet{}, app.Errorf(app.CodeInvalid, "%s没有登记件，没有部门往来可导出。请另选一段时间。", d.Period)
	}
	s := Sheet{Name: "部门往来", Title: d.Title() + "（" + d.Span() + "）", Across: true, Notes: []string{"单位：" + d.Office.Name, d.note(KindDepartments)},
		Head: []SheetColumn{{"部门（按名称）", 22}, {"来件", 8}, {"事项", 8}, {"拒接反馈", 10}, {"提级反映", 10}, {"先沟通", 8}, {"已撤回", 8}, {"已调整", 8},
			{"维持", 8}, {"时限不足一个工作日", 20}, {"时限中位（工作日）", 20}, {"重复来件", 10}, {"多头部署", 10}, {"应答复（到期）", 15}, {"按期答复", 10},
			{"与去年同期比", 44}, {"来文中的名称", 60}}}
	for i, r := range append(append([]DepartmentRow(nil), d.Rows...), d.Total) {
		strong := i == len(d.Rows)
		number := func(n int) SheetCell { return SheetCell{Numeric: true, Number: n, Strong: strong} }
		word := func(t string) SheetCell { return SheetCell{Text: t, Strong: strong} }
		names := ""
		if !strong {
			names = someOf(r.Names, len(r.Names), "")
		}
		s.Rows = append(s.Rows, []SheetCell{word(r.Name), number(r.Notices), number(r.Demands), number(r.Refuse), number(r.Escalate), number(r.Talked),
			number(r.Withdrawn), number(r.Changed), number(r.Upheld), number(r.Short), word(r.Median), number(r.Repeated), number(r.ManyHeaded),
			number(r.Due), number(r.InTime), word(r.Before), word(names)})
	}
	return s, nil
}
