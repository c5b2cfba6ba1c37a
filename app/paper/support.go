package paper

import (
	"slices"
	"strings"

	"yidanqing/app"
)

// Urgency is how soon a department is to come (紧急程度).
type Urgency string

const (
	UrgencyEmergency Urgency = "emergency" // 应急（30分钟内）
	UrgencyUrgent    Urgency = "urgent"    // 紧急（2小时内）
	UrgencyUsual     Urgency = "usual"     // 一般（当日）
)

// Urgencies are all of them, the most urgent first.
func Urgencies() []Urgency { return []Urgency{UrgencyEmergency, UrgencyUrgent, UrgencyUsual} }

// Title is the urgency as the window names it; the paper adds the time from its wording.
func (u Urgency) Title() string {
	switch u {
	case UrgencyEmergency:
		return "应急"
	case UrgencyUrgent:
		return "紧急"
	case UrgencyUsual:
		return "一般"
	}
	return ""
}

// Support is what a request for support (支援请求, “吹哨报到”) says beyond the record of the notice.
type Support struct {
	Bodies  []string // 报到部门: the first bears the main duty, the others help
	Urgency Urgency
	Place   string // 到场地点
	Event   string // 事由
	Done    string // what the office has done already; one step a line
	Asks    string // 请求支援: one a line
	Contact string // 现场联系
	Phone   string
}

// Names joins the departments as the ledger names the addressee.
func (p Support) Names() string { return strings.Join(p.Bodies, "、") }

// SplitBodies reads departments as a clerk types them, parted by 、 or other marks. Each stands once.
func SplitBodies(text string) []string {
	var out []string
	for _, n := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、，,；;\n\r\t", r) }) {
		if n = strings.TrimSpace(n); n != "" && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// The grid of P5 in millimetres: label, value, label, value.
var supportGrid = []float64{26, 52, 26, 52}

// Bounds of what is taken over from the record.
const (
	eventMax    = 160 // characters of the notice that tell what happened
	bodyLines   = 4   // departments with a line of their own
	otherMatchP = 0.6 // a match of the other part of the list counts from this score
)

// support writes P5 “吹哨报到”支援请求单: an event beyond the office's powers, and whom it asks to come.
func (w *Writer) support(s Subject) (Content, error) {
	p := w.Support(s)
	if s.Support != nil {
		p = *s.Support
	}
	if err := w.checkSupport(p); err != nil {
		return Content{}, err
	}
	f := escalationStyle
	c := w.base(KindSupport, s)
	c.Top, c.MinTop, c.Narrow = 30, 23, true
	c.HeadRight = "发出时间：" + strings.TrimSpace(c.HeadRight+" "+s.Time)
	if s.Draft() {
		c.HeadRight = "发出时间：　　　年　　月　　日"
	}
	row := func(a, b Cell, left, right string) Row {
		a.Col, a.Span, b.Col, b.Span = 1, 1, 3, 1
		return Row{Cells: []Cell{f.labelCell(0, 1, left), a, f.labelCell(2, 1, right), b}}
	}
	facts := []Row{row(f.cell(1, 1, s.Office.Name), f.cell(3, 1, bodyText(p.Bodies)), "请求单位", "报到部门")}
	if len(p.Bodies) > bodyLines {
		whole := func(label, text string) Row { return Row{Cells: []Cell{f.labelCell(0, 1, label), f.cell(1, 3, text)}} }
		facts = []Row{whole("请求单位", s.Office.Name), whole("报到部门", bodyText(p.Bodies))}
	}
	facts = append(facts, row(w.urgencyCell(f, p.Urgency), f.cell(3, 1, oneLine(p.Place)), "紧急程度", "到场地点"))
	sections := []Section{{Rows: facts}, f.labelled("事　　由", 1, 3, strings.TrimSpace(p.Event))}
	if basis := w.supportBasis(s); basis != "" {
		sections = append(sections, f.labelled("清单依据", 1, 3, basis))
	}
	if done := strings.TrimSpace(p.Done); done != "" {
		sections = append(sections, f.labelled(own(s.Office)+"已做", 1, 3, done))
	}
	asks := f.labelled("请求支援", 1, 3, numbered(lines(p.Asks)))
	asks.KeepNext = true
	sections = append(sections, asks, w.supportSeal(f, s, p), w.supportResult(f))
	c.Blocks = []Block{Table{Cols: supportGrid, Sections: sections}}
	c.FootMiddle = w.words.Text["support_foot"]
	if !s.Draft() {
		c.FootLeft = s.Number
	}
	return c, nil
}

// own is how a form speaks of the office: 本镇.
func own(o app.Office) string { return "本" + strings.TrimPrefix(o.Self(), "我") }

// lines are the lines of a text that hold something.
func lines(text string) []string {
	var out []string
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// checkSupport tells what a request lacks.
func (w *Writer) checkSupport(p Support) error {
	for _, need := range []struct {
		what string
		has  bool
	}{{"请哪个部门到场", len(p.Bodies) > 0}, {"紧急程度", p.Urgency.Title() != ""}, {"到场地点", strings.TrimSpace(p.Place) != ""},
		{"事由", strings.TrimSpace(p.Event) != ""}, {"请求支援的事", len(lines(p.Asks)) > 0}} {
		if !need.has {
			return app.Errorf(app.CodeInvalid, "支援请求单还没有写明%s。请补上，再出文。记录未改动。", need.what)
		}
	}
	if bad := w.words.Unfit(strings.Join([]string{p.Place, p.Event, p.Done, p.Asks}, "\n")); len(bad) > 0 {
		return app.Errorf(app.CodeInvalid, "支援请求单里有“%s”，不宜写在文书上。记录未改动，请换一种说法。", bad[0])
	}
	return nil
}

// bodyText lists the departments with their parts; of many, the helping ones share a line.
func bodyText(bodies []string) string {
	out := []string{bodies[0] + "（主责）"}
	if len(bodies) > bodyLines {
		return out[0] + "\n" + strings.Join(bodies[1:], "、") + "（协助）"
	}
	for _, b := range bodies[1:] {
		out = append(out, b+"（协助）")
	}
	return strings.Join(out, "\n")
}

func (w *Writer) urgencyCell(f formStyle, chosen Urgency) Cell {
	c := f.cell(1, 1, "")
	c.Paras = nil
	for _, u := range Urgencies() {
		c.Paras = append(c.Paras, Para{Spans: []Span{{Text: w.words.Text["support_"+string(u)], Box: true, Tick: u == chosen}}})
	}
	return c
}

// supportBasis names the entries of the list that say who is to act.
func (w *Writer) supportBasis(s Subject) string {
	var out []string
	for _, e := range s.supportEntries() {
		v := w.values(s, app.Demand{}, Ground{Entry: &e})
		name := map[app.Part]string{app.TakenBack: "support_taken", app.Cooperate: "support_help", app.Basic: "support_basic"}[e.Part]
		if text := fill(w.words.Text[name], v); text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, "\n")
}

// supportEntries are the entries of the list that the demands fall under, and those of another part that nearly met them:
// what the county took back and what the office helps with often lie side by side.
func (s Subject) supportEntries() []app.Duty {
	entries, _ := s.listedEntries()
	out := make([]app.Duty, 0, len(entries))
	add := func(d app.Duty) {
		if !slices.ContainsFunc(out, func(o app.Duty) bool { return o.Part == d.Part && o.Name == d.Name && o.ItemNo == d.ItemNo }) {
			out = append(out, d)
		}
	}
	for _, l := range entries {
		add(l.duty)
	}
	for _, d := range s.Check.Demands {
		for _, m := range d.Matches {
			if m.Part != d.Part && (m.Part == app.TakenBack || m.Part == app.Cooperate) && m.Score >= otherMatchP {
				add(*s.duty(m))
				break
			}
		}
	}
	slices.SortStableFunc(out, func(a, b app.Duty) int { return partOrder(a.Part) - partOrder(b.Part) })
	return out
}

// partOrder puts what others must do before what the office helps with.
func partOrder(p app.Part) int {
	switch p {
	case app.TakenBack:
		return 0
	case app.Cooperate:
		return 1
	}
	return 2
}

// supportSeal is the part to be signed and sealed: the seal cell is 52 × 46 mm.
func (w *Writer) supportSeal(f formStyle, s Subject, p Support) Section {
	seal := f.centered(f.cell(1, 1, s.dateLine()))
	seal.VAlign, seal.Seal = Bottom, true
	taken := f.cell(3, 1, "接单人：\n时　间：")
	taken.VAlign = Bottom
	contact := strings.TrimSpace(p.Contact + "　" + p.Phone)
	return Section{Together: true, KeepNext: true, Rows: []Row{
		{Min: 14, Cells: []Cell{f.labelCell(0, 1, "现场联系"), f.cell(1, 1, contact), f.labelCell(2, 1, "批准人\n（签字）"), f.cell(3, 1, "")}},
		{Min: 46.2, Cells: []Cell{f.labelCell(0, 1, "请求单位\n（盖章）"), seal, f.labelCell(2, 1, "部门接单"), taken}},
	}}
}

// Places within the lines that are filled in by hand, in mm.
const (
	arrivedTab = 47.0
	solvedTab  = 46.0
	signTab    = 106.0
)

// supportResult is the part that is filled in by hand on the spot.
func (w *Writer) supportResult(f formStyle) Section {
	came := f.cell(1, 3, "")
	came.VAlign = Top
	came.Paras = []Para{{Spans: []Span{{Text: "到场时间："}, {Text: "到场人员：", Tab: arrivedTab}}}, {Spans: []Span{{Text: "处置结果："}}}}
	rated := f.cell(1, 3, "")
	rated.Paras = []Para{{Spans: []Span{{Text: "按时到场"}, {Text: "是", Box: true}, {Text: "否", Box: true},
		{Text: "问题解决", Tab: solvedTab}, {Text: "是", Box: true}, {Text: "部分", Box: true}, {Text: "否", Box: true}, {Text: "签字：", Tab: signTab}}}}
	return Section{Together: true, Rows: []Row{
		{Min: 22, Slack: 6, Cells: []Cell{f.labelCell(0, 1, "到场情况"), came}},
		{Min: 14, Cells: []Cell{f.labelCell(0, 1, "请求单位\n评　　价"), rated}},
	}}
}
