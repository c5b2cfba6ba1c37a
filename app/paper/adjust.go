package paper

import (
	"strconv"
	"strings"

	"yidanqing/app"
)

// The grid of 清单动态调整建议 in millimetres: label 0; 项 1; how the list has it 2–3; suggestion 4–5; reason 6. The rows of
// facts have value 1–2, label 3–4, value 5–6.
var adjustGrid = []float64{24, 9, 45, 12, 12, 26, 28}

// listAdjustment writes 清单动态调整建议: where a notice showed that the list says nothing, two things, or too little. It goes to the
// body that keeps the lists.
func (w *Writer) listAdjustment(s Subject) (Content, error) {
	about := s.chosen(Matter.adjustable)
	if len(about) == 0 {
		return Content{}, app.Errorf(app.CodeInvalid, "没有未列入清单、职责不明或超出清单的事项，不用调整建议。记录未改动。")
	}
	if s.List.Title == "" {
		return Content{}, app.Errorf(app.CodeInvalid, "这一件比对时没有清单，不能提出清单调整建议。请先导入清单，再重新比对。")
	}
	gs := w.Grounds(s)
	cited := w.citations(s, gs, about)
	f := escalationStyle
	c := w.base(KindAdjust, s)
	c.Top, c.MinTop, c.Narrow = 25, 23, true
	pairs := func(a, b pair) []Row { return f.pairRow(a, b, 1, 2, 3, 2, 5, 2) }
	facts := pairs(pair{"建议单位", s.Office.Name}, pair{"呈送单位", s.To.Name})
	facts = append(facts, pairs(pair{"对照清单", w.listLine(s)}, pair{})...)
	facts = append(facts, pairs(pair{"来文单位", s.Fields.Issuer}, pair{"来文文号", s.Fields.DocNo})...)
	facts = append(facts, pairs(s.subjectLine(), pair{})...)
	items := Section{Label: "建议调整\n的事项", LabelCol: 1, Style: f.label, Head: []Row{{Cells: []Cell{
		f.centered(f.headCell(1, 1, "项")), f.headCell(2, 2, "来文要求和清单现列"), f.headCell(4, 2, "调整建议"), f.headCell(6, 1, "理由"),
	}}}}
	for n, i := range about {
		now, ask, why := w.adjustment(s, gs, i, cited)
		items.Rows = append(items.Rows, Row{Cells: []Cell{
			f.centered(f.innerCell(1, 1, strconv.Itoa(n+1))), f.innerCell(2, 2, now), f.innerCell(4, 2, ask), f.innerCell(6, 1, why),
		}})
	}
	request := f.labelled("请求事项", 1, 6, w.ownWords(KindAdjust, s))
	request.KeepNext = true
	c.Blocks = []Block{Table{Cols: adjustGrid, Sections: []Section{{Rows: facts}, items, request, w.sealed(f, s, "建议单位", sealGrid{span: 2, label: 3, labelSpan: 2, last: 5, lastSpan: 2})}}}
	c.FootMiddle = w.copies("呈送单位", "建议单位")
	return c, nil
}

// adjustment is one row: what was asked and how the list has it, what should change, and why.
func (w *Writer) adjustment(s Subject, gs []Ground, i int, cited *citations) (now, ask, why string) {
	d, m := s.Check.Demands[i], s.matters()[i]
	v := w.values(s, d, Ground{Entry: s.entry(d)})
	now = "来文要求" + quoted(s.demandWords(d, 60)) + "。"
	if a, b, ok := s.rivals(d); ok {
		v["甲"], v["乙"] = "“"+a.duty.Name+"”", "“"+b.duty.Name+"”"
		now += "清单：一是" + w.readingWords(s, a.duty) + "；二是" + w.readingWords(s, b.duty) + "。"
		return now, fill(w.words.Text["adjust_doubt"], v), w.words.Text["adjust_doubt_why"]
	}
	if m.offList() || s.entry(d) == nil {
		return now + "清单未列入。", fill(w.words.Text["adjust_off"], v), fill(w.words.Text["adjust_off_why"], v)
	}
	now += "清单" + w.readingWords(s, *s.entry(d)) + "。"
	name := "adjust_taken"
	if s.entry(d).Part == app.Cooperate {
		name = "adjust_help"
	}
	for _, g := range gs {
		if g.Demand == i && structural[g.Code] {
			why = g.Point
			if g.Basis != "" {
				why += "（" + cited.cite(g.Basis) + "）"
			}
			break
		}
	}
	return now, fill(w.words.Text[name], v), strings.TrimSpace(why) + "。"
}
