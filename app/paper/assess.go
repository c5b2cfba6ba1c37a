package paper

import (
	"strconv"
	"strings"

	"yidanqing/app"
)

// The grid of 事前评估表 in millimetres: label 0; 项 1; what is asked 2–3; how the list has it 4–5. The rows of facts have
// value 1–2, label 3, value 4–5; those of the assessment what is asked 1–2, what the notice says 3–4, the boxes 5.
var assessGrid = []float64{24, 9, 55, 22, 22, 24}

// admissible tells whether a matter is to be assessed before it is taken on (事前评估): the list does not have it, so that
// the admission procedure (职责准入) comes first.
func (m Matter) admissible() bool { return m.open() && m.offList() }

// assessment writes 职责准入事前评估表: what a new demand asks of the office, what its notice says of basis, approval, staff
// and money, and the office's opinion. It goes to the body that keeps the lists, which decides whether to begin the
// admission procedure. What the notice does not say is left to be filled in by hand: the boxes are never ticked here.
func (w *Writer) assessment(s Subject) (Content, error) {
	about := s.chosen(Matter.admissible)
	if len(about) == 0 {
		return Content{}, app.Errorf(app.CodeInvalid, "没有未列入清单的事项，不用事前评估。记录未改动。")
	}
	if s.List.Title == "" {
		return Content{}, app.Errorf(app.CodeInvalid, "这一件比对时没有清单，不能评估是否列入。请先导入清单，再重新比对。")
	}
	gs := w.Grounds(s)
	cited := w.citations(s, gs, about)
	f := escalationStyle
	f.padY = 0.8
	c := w.base(KindAssess, s)
	c.Top, c.MinTop, c.Narrow = 25, 23, true
	pairs := func(a, b pair) []Row { return f.pairRow(a, b, 1, 2, 3, 1, 4, 2) }
	facts := pairs(pair{"评估单位", s.Office.Name}, pair{"呈送单位", s.To.Name})
	facts = append(facts, pairs(pair{"对照清单", w.listLine(s)}, pair{})...)
	facts = append(facts, pairs(pair{"来文单位", s.Fields.Issuer}, pair{"来文文号", s.Fields.DocNo})...)
	facts = append(facts, pairs(s.subjectLine(), pair{})...)
	items := Section{Label: "拟新增\n的事项", LabelCol: 1, Style: f.label, Head: []Row{{Cells: []Cell{
		f.centered(f.headCell(1, 1, "项")), f.headCell(2, 2, "来文要求"), f.headCell(4, 2, "清单情况"),
	}}}}
	for n, i := range about {
		items.Rows = append(items.Rows, Row{Cells: []Cell{
			f.centered(f.innerCell(1, 1, strconv.Itoa(n+1))), f.innerCell(2, 2, quoted(s.demandWords(s.Check.Demands[i], quoteMax))), f.innerCell(4, 2, w.nearest(s, i)),
		}})
	}
	opinion := f.labelled("评估意见", 1, 5, w.ownWords(KindAssess, s))
	outcome := Section{Label: "评估结论", LabelCol: 1, Style: f.label, KeepNext: true, Rows: []Row{{Cells: []Cell{boxes(f.cell(1, 5, ""), w.choices("assess_outcomes", s)...)}}}}
	c.Blocks = []Block{Table{Cols: assessGrid, Sections: []Section{
		{Rows: facts}, items, w.assessed(f, s, gs, about, cited), opinion, outcome, w.sealed(f, s, "评估单位", sealGrid{span: 2, label: 3, labelSpan: 1, last: 4, lastSpan: 2}),
	}}}
	c.FootMiddle = w.copies("呈送单位", "评估单位")
	return c, nil
}

// nearest is how the list has a matter: not at all, and which entry comes near.
func (w *Writer) nearest(s Subject, i int) string {
	e := s.entry(s.Check.Demands[i])
	if e == nil {
		return w.words.Text["assess_off"]
	}
	return fill(w.words.Text["assess_near"], map[string]string{"相近": w.readingWords(s, *e)})
}

// assessed are the questions of the assessment, each with what the notice says of it and the boxes to tick.
func (w *Writer) assessed(f formStyle, s Subject, gs []Ground, about []int, cited *citations) Section {
	out := Section{Label: "评估内容", LabelCol: 1, Style: f.label, Head: []Row{{Cells: []Cell{
		f.headCell(1, 2, "评估项目"), f.headCell(3, 2, "来文和比对情况"), f.headCell(5, 1, "评估"),
	}}}}
	found := w.admissionFacts(s, gs, about, cited)
	for i, question := range w.choices("assess_questions", s) {
		said := ""
		if i < len(found) {
			said = found[i]
		}
		out.Rows = append(out.Rows, Row{Cells: []Cell{
			f.innerCell(1, 2, strconv.Itoa(i+1)+"."+question), f.innerCell(3, 2, said), boxes(f.innerCell(5, 1, ""), w.choices("assess_boxes", s)...),
		}})
	}
	return out
}

// choices are the lines of a template.
func (w *Writer) choices(name string, s Subject) []string {
	v := map[string]string{"级": level(s.Office), "我": s.Office.Self()}
	var out []string
	for _, line := range lines(w.words.Text[name]) {
		out = append(out, fill(line, v))
	}
	return out
}

// boxes puts boxes to tick by hand, with their words, in one paragraph of a cell.
func boxes(c Cell, words ...string) Cell {
	p := Para{}
	for _, t := range words {
		p.Spans = append(p.Spans, Span{Text: t, Box: true})
	}
	c.Paras = []Para{p}
	return c
}

// assessAdvice is the prefilled opinion of 事前评估表.
func (w *Writer) assessAdvice(s Subject) string {
	v := map[string]string{"您方": w.you(s), "我": s.Office.Self(), "级": level(s.Office),
		"做法": w.keepOf(s, w.Grounds(s), s.chosen(Matter.admissible))}
	return strings.TrimSpace(fill(w.words.Text["assess_advice"], v))
}
