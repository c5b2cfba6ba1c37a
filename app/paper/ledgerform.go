package paper

import (
	"strconv"
	"strings"

	"yidanqing/app"
)

// accountStyle is the type of P7: 5号, as DESIGN-UI section 9 names it.
var accountStyle = formStyle{
	inner: Style{FaceBody, 10.5, 14.5}, label: Style{FaceHei, 10.5, 14.5}, note: Style{FaceBody, 10.5, 18}, innerX: 1.4, innerY: 0.7,
}

// maxTitle is how many characters of a title the printed ledger has; the notice has them all.
const maxTitle = 90

// Places of the reviewer and the date under the table, in mm.
const (
	signAt = 186
	dateAt = 223
)

// accountColumn is one column of P7.
type accountColumn struct {
	title string
	width float64 // mm; 0: what is left
	mid   bool
	text  func(r AccountRow) string
}

// accountColumns are the columns of P7 for rows of one year or of several.
func (a Account) accountColumns() []accountColumn {
	number, day, narrow := func(r AccountRow) string { return strconv.Itoa(r.No) }, shortDay, 0.0
	if a.years() {
		number = func(r AccountRow) string { return strconv.Itoa(r.Year%100) + "-" + strconv.Itoa(r.No) }
		day, narrow = yearDay, 5
	}
	return []accountColumn{
		{"号", 10 + narrow, true, number},
		{"收到", 14 + narrow, true, func(r AccountRow) string { return day(r.Received) }},
		{"来文单位", 25.5, false, func(r AccountRow) string { return a.Office.ShortBody(r.Issuer) }},
		{"文号", 42, false, func(r AccountRow) string { return r.DocNo }},
		{"来件", 0, false, func(r AccountRow) string { return cut(oneLine(r.Title), maxTitle) }},
		{"类型", 11, true, func(r AccountRow) string { return r.Kind.Title() }},
		{"时限", 15 + narrow, true, func(r AccountRow) string {
			if r.Deadline.IsZero() {
				return "未写明"
			}
			return day(r.Deadline)
		}},
		{"处理", 19, false, func(r AccountRow) string { return r.decision(a.Office) }},
		{"状态", 24, false, AccountRow.state},
		{"清单、规则", 27, false, AccountRow.places},
		{"文书", 19, false, func(r AccountRow) string { return r.papers(a.Office) }},
	}
}

// shortDay is a day without its year: 11-24.
func shortDay(d app.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()[len("2026-"):]
}

// yearDay is a day with the end of its year: 25-11-24.
func yearDay(d app.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()[len("20"):]
}

// Ledger writes P7 台账打印表: one row a notice, subtotals by demand, the check of the records in the foot.
func (w *Writer) Ledger(a Account) (Content, error) {
	if len(a.Rows) == 0 {
		return Content{}, app.Errorf(app.CodeInvalid, "没有符合条件的来件，没有可印的台账。请先清除条件，或登记第一件来文。")
	}
	c := Content{Kind: KindLedger, Title: a.Title(), Author: a.Office.Name, Date: a.Printed.Date.String(), Across: true, Top: AcrossMargin,
		TitleStyle: Style{FaceTitle, 18, 26}, HeadStyle: Style{FaceBody, 10.5, 16},
		HeadLeft: "单位：" + a.Office.Name, HeadMiddle: a.Scope(),
		HeadRight: strings.TrimRight("打印："+a.Printed.Date.Chinese()+" "+a.Printed.Time+"　"+a.Clerk, " 　"),
		FootLeft:  "记录校验：" + a.Printed.Date.String() + " " + a.Printed.Time + " " + a.Proof}
	columns := a.accountColumns()
	table := Table{Cols: columnWidths(columns), Thin: true}
	head := Row{Min: 8}
	for i, col := range columns {
		head.Cells = append(head.Cells, accountStyle.centered(accountStyle.headCell(i, 1, col.title)))
	}
	rows := make([]Row, len(a.Rows))
	for i, r := range a.Rows {
		rows[i].Cells = make([]Cell, len(columns))
		for j, col := range columns {
			cell := accountStyle.innerCell(j, 1, col.text(r))
			if col.mid {
				cell = accountStyle.centered(cell)
			}
			rows[i].Cells[j] = cell
		}
	}
	table.Sections = []Section{{Head: []Row{head}, Rows: rows}}
	sign := []Span{{Text: "审核人：", Tab: signAt}, {Text: "日期：", Tab: dateAt}}
	foot := []Para{{Spans: []Span{{Text: a.Sums().Words()}}}, {Spans: sign}}
	if float64(len([]rune(a.Sums().Words())))*accountStyle.note.Size*25.4/72 < signAt { // side by side where there is room
		foot = []Para{{Spans: append(foot[0].Spans, sign...)}}
	}
	c.Blocks = []Block{table, Text{Paras: foot, Style: accountStyle.note, Before: 3}}
	return c, nil
}

// columnWidths gives the one column without a width what is left of the page.
func columnWidths(columns []accountColumn) []float64 {
	out := make([]float64, len(columns))
	left := PageHeight - 2*AcrossMargin
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
