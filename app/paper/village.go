package paper

import (
	"slices"
	"strconv"
	"strings"

	"yidanqing/app"
)

// The grid of P8 in millimetres: as P3, with 项 in the second column. Label 0; 项 1; what 2–3; basis 4–5; the rows of
// facts have value 1–2, label 3–4, value 5.
var villageGrid = []float64{24, 9, 45, 8, 16, 54}

// village writes P8 村级事项反映单: what a village cannot bear, what it can do, what it asks its town for. It names no
// refusal.
func (w *Writer) village(s Subject) (Content, error) {
	asked := s.passedOn()
	if len(asked) == 0 {
		return Content{}, app.Errorf(app.CodeInvalid, "没有需要向镇反映的事项，不用反映单。记录未改动。")
	}
	gs := w.Grounds(s)
	f := escalationStyle
	c := w.base(KindVillage, s)
	c.Top, c.MinTop, c.Narrow = 27, 23, true
	if s.Office.Type == app.Community {
		c.Title = "社区事项反映单"
	}
	var notes []string
	sections := []Section{{Rows: w.villageFacts(f, s)}, f.labelled("来件原句", 1, 5, s.requirements(asked))}
	if t := w.villageGrounds(f, s, gs, asked, &notes); len(t.Rows) > 0 {
		sections = append(sections, t)
	}
	requests := f.labelled("请求事项", 1, 5, w.villageRequest(s, gs, asked))
	requests.KeepNext = true
	sections = append(sections,
		f.labelled(s.Office.Self()+"能做的", 1, 5, w.villageCan(s, gs, asked)),
		f.labelled("建　　议", 1, 5, w.villageAdvice(s, gs, asked)),
		requests,
		w.villageSeal(f, s),
		w.villageResult(f),
	)
	if len(notes) > 0 {
		sections = withNotes(f, sections, 2, 5, notes)
	}
	c.Blocks = []Block{Table{Cols: villageGrid, Sections: sections}}
	town := "镇"
	if strings.Contains(s.To.Name, "街道") {
		town = "街道"
	}
	c.FootMiddle = w.copies(town, level(s.Office))
	return c, nil
}

// passedOn are the demands that a village passes on to its town.
func (s Subject) passedOn() []int {
	var out []int
	for i := range s.Check.Demands {
		if v := s.verdict(i); v == app.VerdictRefuse || v == app.VerdictEscalate {
			out = append(out, i)
		}
	}
	return out
}

// OwnPart is what a village can do of a notice of which it passes something on, as P8 says it (我村能做的); empty for
// another office, and where nothing is passed on.
func (w *Writer) OwnPart(s Subject) string {
	asked := s.passedOn()
	if !s.Office.Grassroots() || len(asked) == 0 {
		return ""
	}
	w = w.in(s.Wording)
	return w.villageCan(s, w.Grounds(s), asked)
}

func (w *Writer) villageFacts(f formStyle, s Subject) []Row {
	row := func(a, b pair) []Row { return f.pairRow(a, b, 1, 2, 3, 2, 5, 1) }
	rows := row(pair{"反映单位", s.Office.Name}, pair{"呈送单位", s.To.Name})
	came := pair{"收到日期", s.received()}
	if s.Channel != "" {
		came = pair{"来件方式", strings.TrimSuffix(s.Channel+"，"+s.received(), "，")}
	}
	rows = append(rows, row(pair{"来件单位", s.Fields.Issuer}, came)...)
	if s.Fields.Title != "" {
		rows = append(rows, row(pair{"来件标题", oneLine(s.Fields.Title)}, pair{})...)
	}
	return append(rows, row(pair{"来件文号", s.Fields.DocNo}, pair{})...)
}

// villageGrounds lists what is not the village's to bear, with the basis of each.
func (w *Writer) villageGrounds(f formStyle, s Subject, gs []Ground, asked []int, notes *[]string) Section {
	what := "承担的事项"
	if !slices.ContainsFunc(asked, func(i int) bool { return s.Check.Demands[i].Kind != app.KindCertificate }) {
		what = "出具的证明"
	}
	sec := Section{Label: "不属" + within(s.Office) + "\n" + what, LabelCol: 1, Style: f.label}
	last := ""
	for _, g := range gs {
		if g.Place == PlaceNone || !slices.Contains(asked, g.Demand) {
			continue
		}
		basis := w.basisCell(s, g, "", notes)
		if basis == last {
			basis = "同上"
		} else {
			last = basis
		}
		sec.Rows = append(sec.Rows, Row{Cells: []Cell{
			f.centered(f.innerCell(1, 1, strconv.Itoa(len(sec.Rows)+1))), f.innerCell(2, 2, g.Quote+"："+g.Point), f.innerCell(4, 2, basis),
		}})
	}
	return sec
}

// villageCan lists what the village can do; it is never empty.
func (w *Writer) villageCan(s Subject, gs []Ground, asked []int) string {
	var out []string
	add := func(text string) {
		if text != "" && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	for i, d := range s.Check.Demands {
		if kept(s.verdict(i)) {
			add(s.Office.Self() + "承担" + s.core(d))
		}
	}
	for _, i := range asked {
		for _, g := range gs {
			if g.Demand == i && g.Place != PlaceNone {
				add(g.keep)
			}
		}
	}
	if len(out) == 0 {
		add(fill(w.words.Codes["NOT_ON_LIST"].Keep, map[string]string{"我": s.Office.Self()}))
	}
	return numbered(out)
}

// numbered writes sentences as a numbered list.
func numbered(list []string) string {
	if len(list) == 1 {
		return strings.TrimRight(list[0], "。；") + "。"
	}
	out := make([]string, len(list))
	for i, t := range list {
		end := "；"
		if i == len(list)-1 {
			end = "。"
		}
		out[i] = chineseNumber(i+1) + "、" + strings.TrimRight(t, "。；") + end
	}
	return strings.Join(out, "\n")
}

// villageAdvice is what the village suggests for each ground, or its own words.
func (w *Writer) villageAdvice(s Subject, gs []Ground, asked []int) string {
	if text := strings.TrimSpace(s.Opinion); text != "" {
		return text
	}
	return w.advice(s, gs, asked)
}

func (w *Writer) advice(s Subject, gs []Ground, asked []int) string {
	var groups []group
	for _, i := range asked {
		for _, g := range gs {
			if g.Demand == i && g.Place != PlaceNone {
				groups = addGroup(groups, g.ask, i+1)
			}
		}
	}
	if len(groups) == 0 {
		return fill(w.words.Text["plain_request"], nil)
	}
	parts := make([]string, len(groups))
	for i, g := range groups {
		slices.Sort(g.demands)
		parts[i] = items(slices.Compact(g.demands), len(s.Check.Demands)) + g.words
	}
	return strings.Join(parts, "；") + "。"
}

func (w *Writer) villageRequest(s Subject, gs []Ground, asked []int) string {
	var out []string
	for _, i := range asked {
		n := len(out)
		for _, g := range gs {
			if g.Demand == i && g.Place != PlaceNone && g.request != "" && !slices.Contains(out, g.request) {
				out = append(out, g.request)
			}
		}
		if len(out) == n && n == 0 {
			out = append(out, w.words.Text["plain_request"])
		}
	}
	return numbered(out)
}

// villageSeal is the part to be signed and sealed: the seal cell is 54 × 47 mm.
func (w *Writer) villageSeal(f formStyle, s Subject) Section {
	committee, leader := "村民委员会", "村负责人"
	if s.Office.Type == app.Community {
		committee, leader = "居民委员会", "社区负责人"
	}
	upper := "镇政府"
	if strings.Contains(s.To.Name, "街道") {
		upper = "街道"
	} else if strings.Contains(s.To.Name, "乡人民政府") {
		upper = "乡政府"
	}
	seal := f.centered(f.cell(1, 2, s.dateLine()))
	seal.VAlign, seal.Seal = Bottom, true
	opinion := f.cell(5, 1, "经办人：\n（盖章）\n　　年　　月　　日")
	opinion.VAlign = Bottom
	return Section{Together: true, KeepNext: true, Rows: []Row{
		{Min: 14, Cells: []Cell{
			f.labelCell(0, 1, "联系人"), f.cell(1, 2, strings.TrimSpace(s.clerk()+"　"+s.phone())), f.labelCell(3, 2, leader+"\n（签字）"), f.cell(5, 1, ""),
		}},
		{Min: 47, Cells: []Cell{f.labelCell(0, 1, committee+"\n（盖章）"), seal, f.labelCell(3, 2, upper+"\n意　　见"), opinion}},
	}}
}

// villageResult is the part that the town fills in.
func (w *Writer) villageResult(f formStyle) Section {
	line := Para{Spans: []Span{{Text: "不再要求", Box: true}, {Text: "调整后办理", Box: true}, {Text: "维持", Box: true}, {Text: "　　说明："}}}
	cell := Cell{Col: 1, Span: 5, Paras: []Para{line}, Style: f.text, VAlign: Top, PadX: f.padX, PadY: 1.6}
	return Section{Label: "办理结果", LabelCol: 1, Style: f.label, Rows: []Row{{Min: 20, Slack: 8, Cells: []Cell{cell}}}}
}
