package paper

import (
	"strings"

	"yidanqing/app"
)

// The grid of P3 in millimetres: label 0, value 1, label 2–3, value 4; the comparison of two readings uses 1–2 and 3–4.
var escalationGrid = []float64{24, 54, 12, 12, 54}

// escalation writes P3 事项提级反映单 for one notice, or for several.
func (w *Writer) escalation(s Subject) (Content, error) {
	if len(s.Others) > 0 {
		return w.collected(s)
	}
	raised := s.raised()
	if len(raised) == 0 {
		return Content{}, app.Errorf(app.CodeInvalid, "没有需要提级反映的事项，不用反映单。记录未改动。")
	}
	gs := w.Grounds(s)
	f := escalationStyle
	c := w.base(KindEscalation, s)
	c.Top, c.MinTop, c.Narrow = 23, 23, true
	sections := []Section{{Rows: w.escalationFacts(f, s)}}
	sections = append(sections, f.labelled("来文要求", 1, 4, s.requirements(raised)))
	cited := w.citations(s, gs, raised)
	sections = append(sections, w.questions(f, s, gs, raised, cited)...)
	if other := w.others(s, gs, raised, cited) + s.added(); other != "" {
		sections = append(sections, f.labelled("其他情况", 1, 4, other))
	}
	requests := f.labelled("请求事项", 1, 4, w.requests(s, gs, raised))
	requests.KeepNext = true
	sections = append(sections, requests, w.sealed(f, s, "反映单位", sealGrid{span: 1, label: 2, labelSpan: 2, last: 4, lastSpan: 1}))
	c.Blocks = []Block{Table{Cols: escalationGrid, Sections: sections}}
	c.FootMiddle = w.copies("呈送单位", "反映单位")
	return c, nil
}

// added is what the clerk adds to a 提级反映单, with a full stop.
func (s Subject) added() string {
	text := strings.TrimSpace(s.Opinion)
	if text == "" || strings.HasSuffix(text, "。") || strings.HasSuffix(text, "；") {
		return text
	}
	return text + "。"
}

// raised are the demands that a 提级反映单 is about: those so decided, and towards a superior body also those that the
// office does not bear.
func (s Subject) raised() []int {
	var out []int
	for i := range s.Check.Demands {
		v := s.verdict(i)
		if v == app.VerdictEscalate || v == app.VerdictRefuse && s.To.Class.Upward() {
			out = append(out, i)
		}
	}
	return out
}

func (w *Writer) escalationFacts(f formStyle, s Subject) []Row {
	rows := f.pairRow(pair{"反映单位", s.Office.Name}, pair{"呈送单位", s.To.Name}, 1, 1, 2, 2, 4, 1)
	rows = append(rows, f.pairRow(pair{"来文单位", s.Fields.Issuer}, pair{"来文文号", s.Fields.DocNo}, 1, 1, 2, 2, 4, 1)...)
	return append(rows, f.pairRow(s.subjectLine(), pair{}, 1, 1, 2, 2, 4, 1)...)
}

// requirements quotes the demands.
func (s Subject) requirements(raised []int) string {
	var parts []string
	for _, i := range raised {
		parts = append(parts, s.lead(i, raised)+quoted(s.demandWords(s.Check.Demands[i], requireMax))+"。")
	}
	return strings.Join(parts, "\n")
}

// lead numbers a demand where the document is about several: 第2项：.
func (s Subject) lead(i int, raised []int) string {
	if len(raised) < 2 {
		return ""
	}
	return items([]int{i + 1}, len(s.Check.Demands)) + "："
}

// questions is what a superior body is asked to make clear, demand by demand: two readings side by side, or a question
// for each ground.
func (w *Writer) questions(f formStyle, s Subject, gs []Ground, raised []int, cited *citations) []Section {
	var out []Section
	var lines []string
	flush := func() {
		if len(lines) > 0 {
			out = append(out, f.labelled("需要明确\n的问题", 1, 4, strings.Join(lines, "\n")))
			lines = nil
		}
	}
	for _, i := range raised {
		a, b, ok := s.rivals(s.Check.Demands[i])
		if !ok {
			lines = append(lines, s.lead(i, raised)+w.question(s, gs, i, cited))
			continue
		}
		lines = append(lines, s.lead(i, raised)+fill(w.words.Text["doubt"], w.doubtValues(s, b)))
		flush()
		out = append(out, w.comparison(f, s, a, b))
	}
	flush()
	return out
}

// question is the question about a demand without rivals, with its basis.
func (w *Writer) question(s Subject, gs []Ground, i int, cited *citations) string {
	for _, g := range gs {
		if g.Demand != i || g.Place != PlaceMismatch || g.question == "" {
			continue
		}
		if g.Basis == "" {
			return g.question
		}
		return g.question + "依据：" + cited.cite(g.Basis) + "。"
	}
	words := s.demandWords(s.Check.Demands[i], quoteMax)
	return fill(w.words.Text["plain_question"], map[string]string{"原句": inner(words), "我": s.Office.Self()})
}

// others are the further facts: means that should change, a deadline that is missing, the talks so far.
func (w *Writer) others(s Subject, gs []Ground, raised []int, cited *citations) string {
	return strings.Join(w.otherList(s, gs, raised, cited), "")
}

func (w *Writer) otherList(s Subject, gs []Ground, raised []int, cited *citations) []string {
	var out []string
	for _, i := range raised {
		main := true
		for _, g := range gs {
			if g.Demand != i {
				continue
			}
			values := map[string]string{"原句": strings.TrimSuffix(strings.TrimPrefix(g.Quote, "“"), "”")}
			switch {
			case g.Place == PlaceMismatch && main:
				main = false
			case g.Place == PlaceMismatch:
				values["建议"] = withBasis(g.Point, cited.cite(g.Basis))
				out = append(out, fill(w.words.Text["means"], values))
			case g.Place == PlaceAdjust:
				values["建议"] = withBasis(g.change, cited.cite(g.Basis))
				out = append(out, fill(w.words.Text["means"], values))
			}
		}
	}
	if s.openEnd(raised) {
		out = append(out, w.words.Text["no_deadline"])
	}
	for _, t := range s.Talks {
		out = append(out, w.talkLine(t))
	}
	return out
}

// openEnd tells whether work is asked for without saying until when.
func (s Subject) openEnd(raised []int) bool {
	if s.Fields.Deadline != "" {
		return false
	}
	for _, i := range raised {
		d := s.Check.Demands[i]
		if d.Deadline == nil && (d.Kind == app.KindTask || d.Kind == app.KindForm) {
			return true
		}
	}
	return false
}

// talkLine tells of one talk: 11月24日9时50分电话与来文单位吴倩沟通，未能明确。
func (w *Writer) talkLine(t Talk) string {
	when := monthDay(t.Date)
	if h, m, ok := strings.Cut(t.Time, ":"); ok {
		when += strings.TrimPrefix(h, "0") + "时" + strings.TrimPrefix(m, "0") + "分"
	}
	if when == "" {
		when = "出文前"
	}
	return fill(w.words.Text["talk"], map[string]string{"何时": when, "方式": t.Way, "何人": t.With, "结果": t.Result})
}

// chineseNumber writes 1 to 99 as headings do.
func chineseNumber(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n-10]
	}
	return digits[n/10%10] + "十" + digits[n%10]
}
