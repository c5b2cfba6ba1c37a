package paper

import (
	"strconv"
	"strings"

	"yidanqing/app"
)

// archiveGrid is that of a 存档联 in millimetres: label 0; value 1–2; label 3; value 4–5. The rows of answers have 项 1; boxes 2–3;
// day 4; words 5.
var archiveGrid = []float64{26, 12, 40, 26, 24, 28}

// archive writes the 存档联 of a document: what stays with the office. What happens to the document after its issue (审定, 送达, 答复)
// is noted on it by hand. It does not go out, and is not counted among the pages that do.
func (w *Writer) archive(kind Kind, s Subject) Content {
	f := escalationStyle
	c := Content{Kind: KindArchive, Title: KindArchive.Title(), Author: s.Office.Name, Number: s.Number, Date: s.Date.String(), Top: 25, Apart: true,
		HeadLeft: "附于：" + s.Number, HeadRight: w.words.Text["archive_stays"], FootLeft: w.words.Text["archive_foot"]}
	title := kind.Title()
	if s.Title != "" && kind == KindFeedback {
		title = s.Title
	}
	if s.Draft() {
		c.Date, c.HeadLeft = s.CheckedOn.String(), "附于："+title+"（送审稿，出文时编号）"
		c.Marks = append(c.Marks, w.words.Text["draft"])
	}
	pairs := func(a, b pair) []Row { return f.pairRow(a, b, 1, 2, 3, 1, 4, 2) }
	facts := pairs(pair{"文　　书", title}, pair{"成文日期", s.dateLine()})
	facts = append(facts, pairs(pair{"送达单位", s.To.Name}, pair{"台 账 号", s.ledgers()})...)
	for _, one := range s.all() {
		facts = append(facts, pairs(one.subjectLine(), pair{})...)
	}
	hand := func(a, b string) Row {
		return Row{Min: 14, Cells: []Cell{f.labelCell(0, 1, a), f.cell(1, 2, ""), f.labelCell(3, 1, b), f.cell(4, 2, "")}}
	}
	way := f.labelled("送达方式", 1, 5, "")
	way.Rows[0].Cells[0] = boxes(way.Rows[0].Cells[0], "当面", "公文交换", "邮寄", "其他")
	sections := []Section{{Rows: facts}, {Together: true, Rows: []Row{hand("审 定 人", "审定日期")}}, way, {Together: true, Rows: []Row{hand("签 收 人", "签收日期")}}}
	if rows := archiveAnswers(f, s, kind); len(rows) > 0 {
		sections = append(sections, Section{Label: "答　　复", LabelCol: 1, Style: f.label, Rows: rows, Head: []Row{{Cells: []Cell{
			f.centered(f.headCell(1, 1, "项")), f.headCell(2, 2, "结果"), f.centered(f.headCell(4, 1, "日期")), f.centered(f.headCell(5, 1, "要点")),
		}}}})
	}
	sections = append(sections, Section{Together: true, Rows: []Row{hand("归 档 人", "归档日期")}})
	c.Blocks = []Block{Table{Cols: archiveGrid, Sections: sections}}
	return c
}

// archiveAnswers is a row for each demand that an answer is awaited on.
func archiveAnswers(f formStyle, s Subject, kind Kind) []Row {
	if !kind.Answers() {
		return nil
	}
	var out []Row
	for _, one := range s.all() {
		for i := range one.Check.Demands {
			if v := one.verdict(i); v != app.VerdictRefuse && (v != app.VerdictEscalate || kind != KindEscalation && kind != KindVillage && kind != KindConsult) {
				continue
			}
			no := i + 1
			if len(s.Others) > 0 { // as the rows of the document are numbered
				no = len(out) + 1
			}
			out = append(out, Row{Min: 11, Cells: []Cell{f.centered(f.cell(1, 1, strconv.Itoa(no))), boxes(f.cell(2, 2, ""), "撤回", "调整", "维持"), f.cell(4, 1, ""), f.cell(5, 1, "")}})
		}
	}
	return out
}

// ledgers are the numbers in the ledger of all notices of the document.
func (s Subject) ledgers() string {
	var out []string
	for _, one := range s.all() {
		if one.Ledger != "" {
			out = append(out, one.Ledger)
		}
	}
	return strings.Join(out, "、")
}
