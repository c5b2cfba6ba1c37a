package paper

import (
	"slices"
	"strings"

	"yidanqing/app"
)

// The grid of P3 in millimetres: label 0, value 1, label 2–3, value 4; the comparison of two readings uses 1–2 and 3–4.
var escalationGrid = []float64{24, 54, 12, 12, 54}

// escalation writes P3 事项提级反映单 for one notice.
func (w *Writer) escalation(s Subject) (Content, error) {
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
	if other := w.others(s, gs, raised, cited); other != "" {
		sections = append(sections, f.labelled("其他情况", 1, 4, other))
	}
	requests := f.labelled("请求事项", 1, 4, w.requests(s, gs, raised))
	requests.KeepNext = true
	sections = append(sections, requests, w.escalationSeal(f, s))
	c.Blocks = []Block{Table{Cols: escalationGrid, Sections: sections}}
	c.FootMiddle = w.copies("呈送单位", "反映单位")
	return c, nil
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

// citations names documents in full the first time and by their short names afterwards.
type citations struct {
	short []Abbreviation
	often map[string]bool // cited more than once
	known map[string]bool
}

func (w *Writer) citations(s Subject, gs []Ground, raised []int) *citations {
	c := &citations{short: w.words.Short, often: map[string]bool{}, known: map[string]bool{}}
	seen := map[string]bool{}
	for _, g := range gs {
		if g.Place == PlaceNone || !slices.Contains(raised, g.Demand) {
			continue
		}
		for _, a := range w.words.Short {
			if strings.Contains(g.Basis, a.Full) {
				c.often[a.Full], seen[a.Full] = seen[a.Full], true
			}
		}
	}
	return c
}

// cite writes a basis.
func (c *citations) cite(basis string) string {
	for _, a := range c.short {
		switch {
		case !strings.Contains(basis, a.Full):
		case c.known[a.Full]:
			basis = strings.ReplaceAll(basis, a.Full, a.Short)
		default:
			c.known[a.Full] = true
			if c.often[a.Full] && strings.HasPrefix(a.Full, "《") {
				basis = strings.Replace(basis, a.Full, a.Full+"（以下简称"+a.Short+"）", 1)
			}
		}
	}
	return basis
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

// reading is one of two readings of a demand.
type reading struct {
	duty  app.Duty
	words []string // words of the notice that speak for it
}

// rivals are the two readings of a demand in doubt, with the entries in full.
func (s Subject) rivals(d app.Demand) (a, b reading, ok bool) {
	if d.Doubt == nil || len(d.Doubt.Rivals) < 2 {
		return a, b, false
	}
	find := func(name string) (reading, bool) {
		for _, m := range d.Matches {
			if m.ItemName != "" && strings.Contains(name, m.ItemName) {
				r := reading{duty: *s.duty(m)}
				for _, e := range m.Evidence {
					if t := inner(clean([]rune(e.Text), 0, len([]rune(e.Text)))); t != "" && !slices.Contains(r.words, t) {
						r.words = append(r.words, t)
					}
				}
				return r, true
			}
		}
		for _, e := range s.Duties {
			if e.Name != "" && strings.Contains(name, e.Name) {
				return reading{duty: e}, true
			}
		}
		return reading{}, false
	}
	a, okA := find(d.Doubt.Rivals[0])
	b, okB := find(d.Doubt.Rivals[1])
	if a.duty.Part == app.TakenBack && b.duty.Part != app.TakenBack { // the reading that the office can act on comes first
		a, b = b, a
	}
	return a, b, okA && okB
}

// doubtValues name the word that two readings differ in: the longest one that speaks for b.
func (w *Writer) doubtValues(s Subject, b reading) map[string]string {
	word := ""
	for _, t := range b.words {
		if len(t) > len(word) {
			word = t
		}
	}
	return map[string]string{"词": word, "我": s.Office.Self()}
}

// comparison lays two readings side by side.
func (w *Writer) comparison(f formStyle, s Subject, a, b reading) Section {
	two := func(label, x, y string) Row {
		return Row{Cells: []Cell{f.labelCell(0, 1, label), f.cell(1, 2, x), f.cell(3, 2, y)}}
	}
	head := Row{Cells: []Cell{
		f.centered(f.headCell(0, 1, "对照")), f.centered(f.headCell(1, 2, "理解甲")), f.centered(f.headCell(3, 2, "理解乙")),
	}}
	rows := []Row{two("清单事项", place(&a.duty)+"："+a.duty.Name, place(&b.duty)+"："+b.duty.Name)}
	if len(a.duty.Departments)+len(b.duty.Departments) > 0 {
		rows = append(rows, two("牵头部门", orDash(strings.Join(a.duty.Departments, "、")), orDash(strings.Join(b.duty.Departments, "、"))))
	}
	rows = append(rows, two(level(s.Office)+"职责", ownPart(a.duty), ownPart(b.duty)))
	if len(a.words)+len(b.words) > 0 {
		rows = append(rows, two("来文用词", quotedWords(a.words), quotedWords(b.words)))
	}
	return Section{Head: []Row{head}, Rows: rows}
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}

func quotedWords(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if len([]rune(b.String()))+len([]rune(w)) > quoteMax {
			break
		}
		b.WriteString(quoted(w))
	}
	return orDash(b.String())
}

// ownPart is what an entry leaves to the office itself.
func ownPart(d app.Duty) string {
	switch {
	case d.Part == app.TakenBack && d.UpperDuty != "":
		return "不承担；" + cut(strings.TrimRight(oneLine(d.UpperDuty), "。"), 100)
	case d.Part == app.TakenBack:
		return "不承担"
	case d.TownDuty != "":
		return cut(strings.TrimRight(oneLine(d.TownDuty), "。"), 100)
	case d.Part == app.Basic:
		return "承担"
	}
	return "按清单配合"
}

// others are the further facts: means that should change, a deadline that is missing, the talks so far.
func (w *Writer) others(s Subject, gs []Ground, raised []int, cited *citations) string {
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
	return strings.Join(out, "")
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

// requests numbers what is asked: the decision, what the office does until then, and help with the rest.
func (w *Writer) requests(s Subject, gs []Ground, raised []int) string {
	var out []string
	add := func(text string) {
		if text != "" && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	for _, i := range raised {
		if _, b, ok := s.rivals(s.Check.Demands[i]); ok {
			add(fill(w.words.Text["doubt_request"], w.doubtValues(s, b)))
			continue
		}
		n := len(out)
		for _, g := range gs {
			if g.Demand == i && g.Place == PlaceMismatch {
				add(g.request)
			}
		}
		if len(out) == n {
			add(w.words.Text["plain_request"])
		}
	}
	add(w.interim(s, gs, raised))
	for _, i := range raised {
		for _, g := range gs {
			if g.Demand == i && g.Place == PlaceAdjust {
				add(g.request)
			}
		}
	}
	if s.openEnd(raised) {
		add(w.words.Text["open_end_request"])
	}
	for i := range out {
		out[i] = chineseNumber(i+1) + "、" + out[i]
	}
	return strings.Join(out, "\n")
}

// interim is what the office does until the question is answered: it never waits with folded hands.
func (w *Writer) interim(s Subject, gs []Ground, raised []int) string {
	self := s.Office.Self()
	if ClassOf(s.Fields.Issuer) == ClassLeading {
		return fill(w.words.Text["meanwhile_leading"], map[string]string{"我": self})
	}
	for _, i := range raised {
		if a, _, ok := s.rivals(s.Check.Demands[i]); ok && a.duty.Part != app.TakenBack {
			return fill(w.words.Text["meanwhile_reading"], map[string]string{"我": self, "读法": "理解甲"})
		}
	}
	for _, i := range raised {
		for _, g := range gs {
			if g.Demand == i && g.Place == PlaceMismatch && g.keep != "" {
				return fill(w.words.Text["meanwhile"], map[string]string{"做法": g.keep})
			}
		}
	}
	keep := fill(w.words.Codes["NOT_ON_LIST"].Keep, map[string]string{"我": self})
	return fill(w.words.Text["meanwhile"], map[string]string{"做法": keep})
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

// escalationSeal is the part to be signed and sealed: the seal cell is 54 × 46 mm.
func (w *Writer) escalationSeal(f formStyle, s Subject) Section {
	contact := strings.TrimSpace(s.clerk() + "　" + s.phone())
	seal := f.centered(f.cell(1, 1, s.dateLine()))
	seal.VAlign, seal.Seal = Bottom, true
	opinion := f.cell(4, 1, "（盖章）\n年　　月　　日")
	opinion.VAlign = Bottom
	return Section{Together: true, Rows: []Row{
		{Min: 14, Cells: []Cell{
			f.labelCell(0, 1, "联系人"), f.cell(1, 1, contact), f.labelCell(2, 2, "审定人\n（签字）"), f.cell(4, 1, ""),
		}},
		{Min: 46.2, Cells: []Cell{f.labelCell(0, 1, "反映单位\n（盖章）"), seal, f.labelCell(2, 2, "呈送单位\n意　　见"), opinion}},
	}}
}
