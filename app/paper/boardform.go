package paper

import (
	"fmt"
	"strconv"
	"strings"

	"yidanqing/app"
)

// TaskList is the page 待反馈 on paper, for the office itself: what is to be done, what is awaited, and what stands out.
type TaskList struct {
	Office   app.Office
	Printed  Moment
	Clerk    string
	Mine     []TaskLine // 要办, soonest first
	Theirs   []TaskLine // 等对方
	Notes    []TaskNote
	Software string
}

// TaskLine is one row.
type TaskLine struct {
	Due    string // 逾期 1 天, 今天 17:00, 待签章
	Urgent bool   // late, or due today: set in bold
	Title  string
	Why    string
	Next   string // 登记审定
	Number string // 2026年第642号; empty where it is about no single notice
}

// TaskNote is what stands out, under a name: 多头部署, 时间冲突.
type TaskNote struct {
	Name  string
	Lines []string
}

// Title is the heading of the list: a village has no replies to wait for by that name, it has 待办.
func (l TaskList) Title() string {
	name := KindTasks.Title()
	if l.Office.Grassroots() {
		name = "待办事项"
	}
	return strings.TrimSpace(l.Office.Short + name)
}

// taskColumn is a column of the list; without text it is for the hand.
type taskColumn struct {
	title string
	width float64 // mm; 0: what is left
	mid   bool
	text  func(i int, t TaskLine) string
}

func taskColumns() []taskColumn {
	return []taskColumn{
		{"序", 10, true, func(i int, _ TaskLine) string { return strconv.Itoa(i + 1) }},
		{"时限", 27, true, func(_ int, t TaskLine) string { return t.Due }},
		{"事项", 0, false, func(_ int, t TaskLine) string { return cut(oneLine(t.Title), maxTitle) }},
		{"缘由", 52, false, func(_ int, t TaskLine) string { return oneLine(t.Why) }},
		{"下一步", 25, true, func(_ int, t TaskLine) string { return t.Next }},
		{"台账号", 32, true, func(_ int, t TaskLine) string { return t.Number }},
		{"办理记录（手填）", 36, false, nil},
	}
}

// TaskList writes the page 待反馈 for the printer: a table on pages that lie across, black on white as all papers.
func (w *Writer) TaskList(l TaskList) (Content, error) {
	if len(l.Mine)+len(l.Theirs)+len(l.Notes) == 0 {
		return Content{}, app.Errorf(app.CodeInvalid, "没有要办的，也没有在等的答复，没有可印的。")
	}
	c := Content{Kind: KindTasks, Title: l.Title(), Author: l.Office.Name, Date: l.Printed.Date.String(), Across: true, Top: AcrossMargin,
		TitleStyle: Style{FaceTitle, 18, 26}, HeadStyle: Style{FaceBody, 10.5, 16},
		HeadLeft: "单位：" + l.Office.Name, HeadMiddle: fmt.Sprintf("要办 %d 项，等对方 %d 项", len(l.Mine), len(l.Theirs)),
		HeadRight: strings.TrimRight("打印："+l.Printed.Date.Chinese()+" "+l.Printed.Time+"　"+l.Clerk, " 　"),
		FootLeft:  "按本台账登记件列出；办理以台账为准"}
	columns := taskColumns()
	table := Table{Thin: true}
	left := PageHeight - 2*AcrossMargin
	for _, col := range columns {
		left -= col.width
	}
	for _, col := range columns {
		if col.width == 0 {
			col.width = left
		}
		table.Cols = append(table.Cols, col.width)
	}
	for _, part := range []struct {
		name  string
		lines []TaskLine
	}{{"要办，按时限先后", l.Mine}, {"等对方，到期再办", l.Theirs}} {
		if len(part.lines) > 0 {
			table.Sections = append(table.Sections, taskSection(columns, part.name, part.lines))
		}
	}
	if len(table.Sections) > 0 {
		c.Blocks = append(c.Blocks, table)
	}
	var notes []Para
	for _, n := range l.Notes {
		for i, line := range n.Lines {
			spans := []Span{{Text: oneLine(line), Tab: noteAt}}
			if i == 0 {
				spans = append([]Span{{Text: n.Name, Face: FaceHei}}, spans...)
			}
			notes = append(notes, Para{Spans: spans})
		}
	}
	if len(notes) > 0 {
		c.Blocks = append(c.Blocks, Text{Paras: notes, Style: accountStyle.note, Before: 3})
	}
	return c, nil
}

// noteAt is where the words of a note begin, behind its name, in mm.
const noteAt = 30

// taskSection is one part of the list; its name and its heads stand again on each page.
func taskSection(columns []taskColumn, name string, lines []TaskLine) Section {
	title := accountStyle.headCell(0, len(columns), fmt.Sprintf("%s　%d 项", name, len(lines)))
	s := Section{Head: []Row{{Min: 8, Cells: []Cell{title}}, {Min: 8}}}
	for i, col := range columns {
		s.Head[1].Cells = append(s.Head[1].Cells, accountStyle.centered(accountStyle.headCell(i, 1, col.title)))
	}
	for i, t := range lines {
		row := Row{Min: handRow}
		for j, col := range columns {
			words := ""
			if col.text != nil {
				words = col.text(i, t)
			}
			cell := accountStyle.innerCell(j, 1, words)
			if col.mid {
				cell = accountStyle.centered(cell)
			}
			if j == 1 && t.Urgent {
				cell.Style.Face = FaceHei
			}
			row.Cells = append(row.Cells, cell)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}
