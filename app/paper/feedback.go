package paper

import (
	"strconv"
	"strings"

	"yidanqing/app"
)

// The grid of P1 in millimetres. Labels take column 0; 项 1; 来文原句 2–3; 不符之处 4–5; 依据 6. The rows of facts and
// the seal use the same lines: value 1–2, label 3–4, value 5–6.
var feedbackGrid = []float64{22, 9, 47, 3, 19, 13, 43}

// feedbackLabels are the words in which P1 and the short answer differ.
type feedbackLabels struct{ from, notBorne, opinion string }

func labelsOf(kind Kind) feedbackLabels {
	if kind == KindAnswer {
		return feedbackLabels{"答复单位", "不予出具、\n不承担的\n事　　项", "答复意见"}
	}
	return feedbackLabels{"反馈单位", "不承担\n的事项", "反馈意见"}
}

// feedback writes P1 事项拒接反馈单, or 事项答复单 to a bank, company or school: the same form without the part that a
// bureau answers in.
func (w *Writer) feedback(kind Kind, s Subject) (Content, error) {
	if s.To.Class.Upward() {
		return Content{}, app.Errorf(app.CodeInvalid, "%s是上级机关，不用反馈单。请改用提级反映单。", s.To.Name)
	}
	gs := w.Grounds(s)
	refused := false
	for i := range s.Check.Demands {
		if s.verdict(i) != app.VerdictRefuse {
			continue
		}
		refused = true
		if !demandHas(gs, i, PlaceMismatch) {
			return Content{}, app.Errorf(app.CodeInvalid, "%s没有可写在单上的不符之处。请补一句理由，或改为提级反映、配合。", items([]int{i + 1}, len(s.Check.Demands)))
		}
	}
	if !refused {
		return Content{}, app.Errorf(app.CodeInvalid, "没有拒接反馈的事项，不用反馈单。记录未改动。")
	}
	labels := labelsOf(kind)
	c := w.base(kind, s)
	c.Top, c.MinTop, c.Narrow = 25, 23, true
	if s.Title != "" && kind == KindFeedback {
		c.Title = s.Title
	}
	var notes []string
	f := feedbackStyle
	sections := []Section{{Rows: w.feedbackFacts(f, s, labels)}, w.notBorne(f, s, gs, &notes)}
	sections[1].Label = labels.notBorne
	if b := w.borne(f, s); len(b.Rows) > 0 {
		sections = append(sections, b)
	}
	if a := w.adjust(f, s, gs, &notes); len(a.Rows) > 0 {
		sections = append(sections, a)
	}
	if several(s) {
		notes = append([]string{w.words.Text["items_note"]}, notes...)
	}
	sections = withNotes(f, sections, len(sections)-1, 6, notes)
	opinion := f.labelled(labels.opinion, 1, 6, w.opinion(s, gs))
	opinion.KeepNext = true
	sections = append(sections, opinion, w.feedbackSeal(f, s, labels))
	if kind == KindFeedback {
		sections = append(sections, w.answers(f, s))
	}
	c.Blocks = []Block{Table{Cols: feedbackGrid, Sections: sections}}
	c.FootMiddle = w.copies("送达单位", labels.from)
	return c, nil
}

func demandHas(gs []Ground, demand int, place string) bool {
	for _, g := range gs {
		if g.Demand == demand && g.Place == place {
			return true
		}
	}
	return false
}

func (w *Writer) feedbackFacts(f formStyle, s Subject, labels feedbackLabels) []Row {
	rows := f.pairRow(pair{labels.from, s.Office.Name}, pair{"送达单位", s.To.Name}, 1, 2, 3, 2, 5, 2)
	whole := func(p pair) {
		rows = append(rows, f.pairRow(p, pair{}, 1, 2, 3, 2, 5, 2)...)
	}
	if s.Fields.Issuer != "" && !s.is(s.Fields.Issuer) {
		whole(pair{"来文单位", s.Fields.Issuer})
	}
	whole(s.subjectLine())
	rows = append(rows, f.pairRow(pair{"来文文号", s.Fields.DocNo}, pair{"收到日期", s.received()}, 1, 2, 3, 2, 5, 2)...)
	whole(pair{"对照清单", w.listLine(s)})
	return rows
}

// notBorne is the table 不承担的事项: each demand handed back with its grounds.
func (w *Writer) notBorne(f formStyle, s Subject, gs []Ground, notes *[]string) Section {
	sec := Section{LabelCol: 1, Style: f.label}
	head := Row{}
	if several(s) {
		head.Cells = []Cell{f.centered(f.headCell(1, 1, "项")), f.headCell(2, 2, "来文原句")}
	} else {
		head.Cells = []Cell{f.headCell(1, 3, "来文原句")}
	}
	head.Cells = append(head.Cells, f.headCell(4, 2, "不符之处"), f.headCell(6, 1, "依据"))
	sec.Head = []Row{head}
	for i := range s.Check.Demands {
		if s.verdict(i) == app.VerdictRefuse {
			sec.Rows = append(sec.Rows, w.mismatchRows(f, s, gs, i, notes)...)
		}
	}
	return sec
}

func (w *Writer) mismatchRows(f formStyle, s Subject, gs []Ground, i int, notes *[]string) []Row {
	var rows []Row
	last, quote := "", ""
	for _, g := range gs {
		if g.Demand != i || g.Place != PlaceMismatch {
			continue
		}
		row := Row{}
		words := g.Quote
		if words == quote {
			words = "同上"
		}
		quote = g.Quote
		if several(s) {
			row.Cells = append(row.Cells, f.innerCell(2, 2, words))
		} else {
			row.Cells = append(row.Cells, f.innerCell(1, 3, words))
		}
		basis := w.basisCell(s, g, last, notes)
		last = ""
		if rests(g) {
			last = s.place(g.Entry)
		}
		row.Cells = append(row.Cells, f.innerCell(4, 2, g.Point), f.innerCell(6, 1, basis))
		rows = append(rows, row)
	}
	if len(rows) > 0 && several(s) {
		n := f.centered(f.innerCell(1, 1, strconv.Itoa(i+1)))
		n.Rows = len(rows)
		rows[0].Cells = append([]Cell{n}, rows[0].Cells...)
	}
	return rows
}

// rests tells whether a ground rests on the entry of the list itself.
func rests(g Ground) bool { return structural[g.Code] || g.Code == "" }

// basisCell is the basis of a ground in a table: the entry where the ground rests on it (同上 where the row before has
// the same), then the documents by their short names.
func (w *Writer) basisCell(s Subject, g Ground, last string, notes *[]string) string {
	var parts []string
	if rests(g) {
		switch p := s.place(g.Entry); {
		case p == "":
		case p == last:
			parts = append(parts, "同上")
		default:
			parts = append(parts, "清单"+p)
		}
	}
	if b := w.shorten(g.Basis, notes); b != "" {
		parts = append(parts, b)
	}
	if len(parts) == 0 {
		if s.List.Title != "" {
			return "对照清单"
		}
		return "见反馈意见"
	}
	return strings.Join(parts, "；")
}

// borne is the table 继续承担的事项, only in a mixed answer.
func (w *Writer) borne(f formStyle, s Subject) Section {
	sec := Section{Label: "继续承担\n的事项", LabelCol: 1, Style: f.label}
	for i, d := range s.Check.Demands {
		v := s.verdict(i)
		if !kept(v) {
			continue
		}
		name := "keep_on"
		if v == app.VerdictDo {
			name = "keep_basic"
		}
		values := w.values(s, d, Ground{Entry: s.entry(d)})
		values["时限"] = until(d.Deadline)
		text := fill(w.words.Text[name], values)
		sec.Rows = append(sec.Rows, w.twoColumns(f, s, i, s.core(d), text))
	}
	return sec
}

func (w *Writer) twoColumns(f formStyle, s Subject, i int, left, right string) Row {
	if !several(s) {
		return Row{Cells: []Cell{f.innerCell(1, 3, left), f.innerCell(4, 3, right)}}
	}
	return Row{Cells: []Cell{f.centered(f.innerCell(1, 1, strconv.Itoa(i+1))), f.innerCell(2, 2, left), f.innerCell(4, 3, right)}}
}

// adjust is the table 建议调整的要求: forbidden means, wherever they stand.
func (w *Writer) adjust(f formStyle, s Subject, gs []Ground, notes *[]string) Section {
	sec := Section{Label: "建议调整\n的要求", LabelCol: 1, Style: f.label}
	for _, g := range gs {
		if g.Place != PlaceAdjust || s.verdict(g.Demand) == app.VerdictEscalate {
			continue
		}
		text := withBasis(g.change, w.shorten(g.Basis, notes))
		sec.Rows = append(sec.Rows, w.twoColumns(f, s, g.Demand, g.Quote, text+"。"))
	}
	return sec
}

// withBasis puts a basis behind a sentence: in brackets, unless it has brackets itself.
func withBasis(text, basis string) string {
	switch {
	case basis == "":
		return text
	case strings.Contains(unquoted(basis), "（"):
		return text + "，依据" + basis
	}
	return text + "（" + basis + "）"
}

// withNotes puts the notes that explain 项 and the short names under a table; span is the number of its columns.
func withNotes(f formStyle, sections []Section, at, span int, notes []string) []Section {
	if len(notes) == 0 {
		return sections
	}
	last := &sections[at]
	text := notes[0]
	for _, n := range notes[1:] {
		if !strings.HasSuffix(text, "。") {
			text += "；"
		}
		text += n
	}
	if !strings.HasSuffix(text, "。") {
		text += "。"
	}
	cell := f.innerCell(1, span, text)
	cell.Style = f.note
	last.Rows = append(last.Rows, Row{Cells: []Cell{cell}})
	return sections
}

// feedbackSeal is the part to be signed and sealed: the seal cell is 56 × 47 mm.
func (w *Writer) feedbackSeal(f formStyle, s Subject, labels feedbackLabels) Section {
	seal := Cell{Col: 1, Span: 2, Rows: 3, Paras: plain(s.dateLine()), Style: f.text, Align: Center, VAlign: Bottom, PadX: f.padX, PadY: f.padY, Seal: true}
	label, value := s.contact()
	return Section{Label: labels.from + "\n（盖章）", LabelCol: 1, Style: f.label, Together: true, Rows: []Row{
		{Min: 15.7, Cells: []Cell{seal, f.labelCell(3, 2, "审定人\n（签字）"), f.cell(5, 2, "")}},
		{Min: 15.7, Cells: []Cell{f.labelCell(3, 2, label), f.cell(5, 2, value)}},
		{Min: 15.7, Cells: []Cell{f.labelCell(3, 2, "送达签收"), f.cell(5, 2, "签收人：\n日　期：")}},
	}}
}

// answerTab is where the second demand of a line of answers begins, in mm.
const answerTab = 62.5

// answers is the part that the addressee fills in: three boxes for each demand handed back.
func (w *Writer) answers(f formStyle, s Subject) Section {
	var lines []Para
	n := 0
	for i := range s.Check.Demands {
		if s.verdict(i) != app.VerdictRefuse {
			continue
		}
		first := Span{Text: ""}
		if several(s) {
			first.Text = "第" + strconv.Itoa(i+1) + "项"
		}
		if n%2 == 1 {
			first.Tab = answerTab
		}
		spans := []Span{first, {Text: "撤回", Box: true}, {Text: "调整", Box: true}, {Text: "维持", Box: true}}
		if n%2 == 0 {
			lines = append(lines, Para{Spans: spans})
		} else {
			lines[len(lines)-1].Spans = append(lines[len(lines)-1].Spans, spans...)
		}
		n++
	}
	explain := Span{Text: "说明："}
	if n%2 == 1 {
		explain.Tab = answerTab
		lines[len(lines)-1].Spans = append(lines[len(lines)-1].Spans, explain)
	} else {
		lines = append(lines, Para{Spans: []Span{explain}})
	}
	cell := Cell{Col: 1, Span: 6, Paras: lines, Style: f.text, VAlign: Top, PadX: f.padX, PadY: 1.6}
	return Section{Label: "送达单位\n答　　复", LabelCol: 1, Style: f.label, Rows: []Row{{Min: 19, Slack: 4, Cells: []Cell{cell}}}}
}
