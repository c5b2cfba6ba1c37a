package paper

import (
	"fmt"

	"yidanqing/app"
)

// Sheet is a table for spreadsheets, the editable twin of a printed list (表格).
type Sheet struct {
	Name  string // of the tab
	Title string
	Notes []string // lines under the title
	Head  []SheetColumn
	Rows  [][]SheetCell
	Foot  []string // lines under the table
	// Across tells that it is printed on a page that lies across.
	Across bool
}

// SheetColumn is one column.
type SheetColumn struct {
	Title string
	Width float64 // in characters of a digit's width
}

// SheetCell is one value: a number where Numeric is set, a day where Date is, else Text.
type SheetCell struct {
	Text    string
	Numeric bool
	Number  int
	Date    app.Date
	Strong  bool // a sum
}

// LedgerSheet is the printed ledger as a table: the same rows and words, with whole days and titles.
func (w *Writer) LedgerSheet(a Account) (Sheet, error) {
	if len(a.Rows) == 0 {
		return Sheet{}, app.Errorf(app.CodeInvalid, "没有符合条件的来件，没有可导出的台账。请先清除条件，或登记第一件来文。")
	}
	s := Sheet{Name: "台账", Title: a.Title(), Across: true,
		Notes: []string{"单位：" + a.Office.Name, a.Scope(), fmt.Sprintf("导出：%s %s　%s", a.Printed.Date.Chinese(), a.Printed.Time, a.Clerk)},
		Head: []SheetColumn{{"年", 6}, {"号", 7}, {"收到", 11}, {"来文单位", 22}, {"文号", 22}, {"来件", 44}, {"类型", 8}, {"时限", 11},
			{"处理", 20}, {"状态", 22}, {"清单、规则", 22}, {"文书", 20}},
		Foot: []string{a.Sums().Words(), "记录校验：" + a.Printed.Date.String() + " " + a.Printed.Time + " " + a.Proof}}
	for _, r := range a.Rows {
		text := func(t string) SheetCell { return SheetCell{Text: t} }
		deadline := SheetCell{Date: r.Deadline}
		if r.Deadline.IsZero() {
			deadline = text("未写明")
		}
		s.Rows = append(s.Rows, []SheetCell{{Numeric: true, Number: r.Year}, {Numeric: true, Number: r.No}, {Date: r.Received}, text(r.Issuer),
			text(r.DocNo), text(oneLine(r.Title)), text(r.Kind.Title()), deadline, text(r.decision(a.Office)), text(r.state()), text(r.places()),
			text(distinct(r.Demands, func(d AccountDemand) string { return d.Paper }))})
	}
	return s, nil
}
