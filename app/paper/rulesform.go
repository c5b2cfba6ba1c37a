package paper

import (
	"fmt"
	"strconv"
	"strings"

	"yidanqing/app"
)

// RulesList is the rules in force, as an office pins them up (比对规则表).
type RulesList struct {
	Office  app.Office
	Version string // of the rules that came with the program
	Printed Moment
	Clerk   string
	Rows    []RuleLine
	// Off are the names of the rules that are switched off.
	Off []string
}

// RuleLine is one rule in force.
type RuleLine struct {
	Title    string
	Severity app.Severity
	Action   string // 定为拒接, 定为提级, 建议调整, 只提醒
	Basis    string
	From     string // where it comes from, and whether the office changed it
	Used     int    // demands of this year, by this ledger
}

// Title is the heading of the list.
func (r RulesList) Title() string { return strings.TrimSpace(r.Office.Short + KindRules.Title()) }

// ruleColumn is a column of the printed list.
type ruleColumn struct {
	title string
	width float64 // mm; 0: what is left
	chars float64 // width in a spreadsheet
	mid   bool
	text  func(i int, r RuleLine) string
}

func ruleColumns() []ruleColumn {
	return []ruleColumn{
		{"序", 11, 6, true, func(i int, _ RuleLine) string { return strconv.Itoa(i + 1) }},
		{"规则", 58, 34, false, func(_ int, r RuleLine) string { return r.Title }},
		{"程度", 15, 8, true, func(_ int, r RuleLine) string { return r.Severity.Title() }},
		{"作用", 22, 10, true, func(_ int, r RuleLine) string { return r.Action }},
		{"依据", 0, 60, false, func(_ int, r RuleLine) string { return r.Basis }},
		{"来源", 30, 24, false, func(_ int, r RuleLine) string { return r.From }},
		{"今年用到", 19, 9, true, func(_ int, r RuleLine) string { return strconv.Itoa(r.Used) }},
	}
}

// notes are the lines under the table.
func (r RulesList) notes() []string {
	out := []string{fmt.Sprintf("启用 %d 条。今年用到：按本台账登记件统计。软件只给建议，决定由单位作出。", len(r.Rows))}
	if len(r.Off) > 0 {
		out = append(out, fmt.Sprintf("停用 %d 条：%s。", len(r.Off), strings.Join(r.Off, "、")))
	}
	return out
}

// RulesList writes the rules in force for the office itself: a table on pages that lie across.
func (w *Writer) RulesList(r RulesList) Content {
	c := Content{Kind: KindRules, Title: r.Title(), Author: r.Office.Name, Date: r.Printed.Date.String(), Across: true, Top: AcrossMargin,
		TitleStyle: Style{FaceTitle, 18, 26}, HeadStyle: Style{FaceBody, 10.5, 16},
		HeadLeft: "单位：" + r.Office.Name, HeadMiddle: "规则版本：" + r.Version,
		HeadRight: strings.TrimRight("打印："+r.Printed.Date.Chinese()+" "+r.Printed.Time+"　"+r.Clerk, " 　")}
	columns := ruleColumns()
	table := Table{Thin: true}
	head := Row{Min: 8}
	left := PageHeight - 2*AcrossMargin
	for _, col := range columns {
		left -= col.width
	}
	for i, col := range columns {
		head.Cells = append(head.Cells, accountStyle.centered(accountStyle.headCell(i, 1, col.title)))
		if col.width == 0 {
			col.width = left
		}
		table.Cols = append(table.Cols, col.width)
	}
	rows := make([]Row, len(r.Rows))
	for i, line := range r.Rows {
		for j, col := range columns {
			cell := accountStyle.innerCell(j, 1, col.text(i, line))
			if col.mid {
				cell = accountStyle.centered(cell)
			}
			rows[i].Cells = append(rows[i].Cells, cell)
		}
	}
	table.Sections = []Section{{Head: []Row{head}, Rows: rows}}
	var foot []Para
	for _, n := range r.notes() {
		foot = append(foot, plain(n)...)
	}
	c.Blocks = []Block{table, Text{Paras: foot, Style: accountStyle.note, Before: 3}}
	return c
}

// Sheet is the same list as a table for spreadsheets.
func (r RulesList) Sheet() Sheet {
	s := Sheet{Name: "规则", Title: r.Title(), Across: true, Foot: r.notes(),
		Notes: []string{"单位：" + r.Office.Name, "规则版本：" + r.Version, fmt.Sprintf("导出：%s %s　%s", r.Printed.Date.Chinese(), r.Printed.Time, r.Clerk)}}
	columns := ruleColumns()
	for _, c := range columns {
		s.Head = append(s.Head, SheetColumn{c.title, c.chars})
	}
	for i, line := range r.Rows {
		var row []SheetCell
		for j, c := range columns {
			cell := SheetCell{Text: c.text(i, line)}
			switch j {
			case 0:
				cell = SheetCell{Numeric: true, Number: i + 1}
			case len(columns) - 1:
				cell = SheetCell{Numeric: true, Number: line.Used}
			}
			row = append(row, cell)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}
