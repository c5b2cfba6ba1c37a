package paper

import (
	"fmt"
	"strconv"
	"strings"

	"yidanqing/app"
)

// Month is what 为基层减负监测月报 (P6) is written from: numbers that stand in this ledger. They add up: Kinds and
// Verdicts each make Demands, the answers make Handed.
type Month struct {
	Office app.Office
	Clerk  string
	Phone  string
	From   app.Date // the first and the last day counted
	To     app.Date
	Date   app.Date // of the report
	Since  app.Date // the first day on record
	Looks  []MonthLook
	Bars   []ChartBar // from January on; hatched: to be handed back
	// Notices are the 来件 of the month, Asking those of them that ask for something.
	Notices, Asking int
	Demands         int
	Kinds           []Counted
	Verdicts        []Counted
	Undecided       int // of Demands: 未核对, counted by advice
	Answers         MonthAnswers
	Problems        []MonthProblem // the most frequent first
	Software        string
	Wording         app.OwnWording // the office's own sentences
}

// MonthLook is one row of 五看, each number as printed: — where a period is not on record.
type MonthLook struct{ Name, Now, Last, YearAgo, Change, Year string }

// Counted is a number with its name.
type Counted struct {
	Name string
	N    int
}

// MonthAnswers parts the demands to be handed back by the way taken.
type MonthAnswers struct {
	Handed  int
	Talked  int
	Talks   []Counted
	Direct  int
	Papers  int
	Results []Counted
	Open    int
}

// MonthProblem is one kind of finding.
type MonthProblem struct {
	Code    string
	Title   string
	Demands int
	Issuers []string // full names, each once
	Numbers []int    // of the ledger, each once
}

// Type and grid of P6, as DESIGN-UI section 9 names them.
var (
	monthText   = Style{FaceBody, 12, 18}
	monthHead   = Style{FaceHei, 12, 17}
	monthNote   = Style{FaceBody, 9, 12.5}
	monthStyle  = formStyle{inner: Style{FaceBody, 10.5, 14.5}, label: Style{FaceHei, 10.5, 14.5}, innerX: 1.6, innerY: 0.6}
	looksGrid   = []float64{50, 20, 20, 20, 26, 20}
	problemGrid = []float64{41, 12, 70, 33}
)

// Bounds of one row of 主要问题 and of 建议; the ledger has the rest.
const (
	maxNumbers = 9
	maxAdvice  = 2
)

// Whole tells whether the report is of a whole month.
func (m Month) Whole() bool { return m.From.Day == 1 && m.To.AddDays(1).Day == 1 }

// Title is the title of the report: 柳河镇为基层减负监测月报.
func (m Month) Title() string { return m.Office.Short + KindMonth.Title() }

// Period is the month in words: 2026年11月, 2026年11月1日至24日.
func (m Month) Period() string {
	if m.Whole() {
		return fmt.Sprintf("%d年%d月", m.From.Year, int(m.From.Month))
	}
	return daySpan(m.From, m.To)
}

// Month writes P6 为基层减负监测月报.
func (w *Writer) Month(m Month) Content {
	w = w.in(m.Wording)
	c := Content{Kind: KindMonth, Title: m.Title(), Subtitle: "（" + m.Period() + "）", Author: m.Office.Name, Date: m.Date.String(),
		HeadLeft: "填报单位：" + m.Office.Name, HeadRight: m.Date.Chinese(), Top: 22, MinTop: 20, Narrow: true,
		FootLeft: "数字可在台账中逐项点开核对"}
	c.Blocks = []Block{Heading{"一、“五看”情况", monthHead}, m.looks(), Text{Paras: plain(m.source()), Style: monthNote, Before: 0.8},
		Heading{"二、事项与处理", monthHead},
		Chart{Bars: m.Bars, Height: 33, Note: "单位：事项。白色为全部事项，斜线为其中需要反馈的（" + m.handedWords() + "）。按本台账登记件统计。"},
		Text{Paras: []Para{{Spans: []Span{{Text: m.counts()}}, Indent: 2}, {Spans: []Span{{Text: m.answers()}}, Indent: 2}}, Style: monthText, Before: 1}}
	number := "三"
	if len(m.Problems) > 0 {
		c.Blocks = append(c.Blocks, Heading{"三、主要问题", monthHead}, w.problems(m),
			Text{Paras: plain("按本台账登记件统计；一个事项有几个问题的，各计一次。"), Style: monthNote, Before: 0.8})
		number = "四"
	}
	return m.close(c, w.monthAdvice(m), number)
}

// close adds suggestions, signatures and the place of the seal. Without suggestions their part is left out.
func (m Month) close(c Content, advice []string, number string) Content {
	end := Closing{Style: monthText, Name: m.Office.Name + "（盖章）", Date: m.Date.Chinese(),
		Signs: []Para{{Spans: []Span{{Text: strings.TrimRight("填报人："+m.Clerk+"　"+m.Phone, "　")}}}, {Spans: []Span{{Text: "审核人："}}}}}
	if len(advice) > 0 {
		end.Head = Heading{number + "、建议", monthHead}
	}
	for _, a := range advice {
		end.Paras = append(end.Paras, Para{Spans: []Span{{Text: a}}, Indent: 2})
	}
	c.Blocks = append(c.Blocks, end)
	return c
}

// handedWords name the verdicts by which a demand is handed back.
func (m Month) handedWords() string {
	refuse, escalate := m.Office.VerdictWord(app.VerdictRefuse), m.Office.VerdictWord(app.VerdictEscalate)
	if refuse == escalate {
		return refuse
	}
	return refuse + "和" + escalate
}

// source says what the numbers rest on, and when a percentage or nothing stands.
func (m Month) source() string {
	out := fmt.Sprintf("按本台账登记件统计（%d年%d月起有记录）；", m.Since.Year, int(m.Since.Month))
	for _, l := range m.Looks {
		if l.YearAgo == "—" || l.Last == "—" {
			return out + "“—”为没有完整记录，不作比较。"
		}
	}
	return out + "两期都满20件的才列百分比。"
}

func (m Month) looks() Table {
	last, ago := "上月", "去年同月"
	if !m.Whole() {
		last, ago = "上月同期", "去年同期"
	}
	head := Row{}
	for i, t := range []string{"项目", "本月", last, ago, "比" + ago, "本年累计"} {
		head.Cells = append(head.Cells, monthStyle.centered(monthStyle.headCell(i, 1, t)))
	}
	s := Section{Head: []Row{head}, Together: true}
	for _, l := range m.Looks {
		r := Row{Cells: []Cell{monthStyle.innerCell(0, 1, l.Name)}}
		for i, t := range []string{l.Now, l.Last, l.YearAgo, l.Change, l.Year} {
			r.Cells = append(r.Cells, monthStyle.centered(monthStyle.innerCell(i+1, 1, t)))
		}
		s.Rows = append(s.Rows, r)
	}
	return Table{Cols: looksGrid, Sections: []Section{s}, Thin: true}
}

// counts is the paragraph of the month's notices and demands.
func (m Month) counts() string {
	if m.Notices == 0 {
		return "本月没有登记来件。"
	}
	out := fmt.Sprintf("本月来件%d件", m.Notices)
	switch rest := m.Notices - m.Asking; {
	case m.Demands == 0:
		return out + "，均无需办理。"
	case rest > 0:
		out += fmt.Sprintf("，其中无需办理%d件，其余%d件含事项%d项：", rest, m.Asking, m.Demands)
	default:
		out += fmt.Sprintf("，含事项%d项：", m.Demands)
	}
	out += tallied(m.Kinds, "、") + "。处理：" + tallied(m.Verdicts, "，") + "。"
	switch {
	case m.Undecided == m.Demands:
		out += "均尚未核对，按建议计。"
	case m.Undecided > 0:
		out += fmt.Sprintf("其中%d项尚未核对，按建议计。", m.Undecided)
	}
	return out
}

// answers is the paragraph of what was handed back.
func (m Month) answers() string {
	a := m.Answers
	if a.Handed == 0 {
		return "本月没有需要反馈的事项。"
	}
	var parts []string
	if a.Talked > 0 {
		parts = append(parts, fmt.Sprintf("先沟通%d项（%s）", a.Talked, tallied(a.Talks, "、")))
	}
	if a.Direct > 0 {
		parts = append(parts, fmt.Sprintf("直接出文%d项", a.Direct))
	}
	if a.Open > 0 {
		parts = append(parts, fmt.Sprintf("尚未反馈%d项", a.Open))
	}
	out := fmt.Sprintf("需要反馈的%d项中，%s", a.Handed, strings.Join(parts, "，"))
	if a.Papers > 0 {
		out += fmt.Sprintf("；出文共%d项：%s", a.Papers, tallied(a.Results, "，"))
	}
	return out + "。"
}

// tallied joins numbers with their names; what is zero is left out.
func tallied(list []Counted, sep string) string {
	var out []string
	for _, c := range list {
		if c.N > 0 {
			out = append(out, c.Name+strconv.Itoa(c.N))
		}
	}
	return strings.Join(out, sep)
}

func (w *Writer) problems(m Month) Table {
	head := Row{}
	for i, t := range []string{"问题", "事项", "来文单位", "台账号"} {
		head.Cells = append(head.Cells, monthStyle.centered(monthStyle.headCell(i, 1, t)))
	}
	s := Section{Head: []Row{head}}
	for _, p := range m.Problems {
		names := make([]string, len(p.Issuers))
		for i, n := range p.Issuers {
			names[i] = m.Office.ShortBody(n)
		}
		numbers := make([]string, len(p.Numbers))
		for i, n := range p.Numbers {
			numbers[i] = strconv.Itoa(n)
		}
		s.Rows = append(s.Rows, Row{Cells: []Cell{monthStyle.innerCell(0, 1, w.problemTitle(p)),
			monthStyle.centered(monthStyle.innerCell(1, 1, strconv.Itoa(p.Demands))),
			monthStyle.innerCell(2, 1, someOf(names, maxBodies, "个单位")), monthStyle.innerCell(3, 1, someOf(numbers, maxNumbers, "件"))}})
	}
	return Table{Cols: problemGrid, Sections: []Section{s}, Thin: true}
}

// someOf joins at most n words and says how many there are where it leaves some out.
func someOf(words []string, n int, unit string) string {
	if len(words) <= n {
		return strings.Join(words, "、")
	}
	return strings.Join(words[:n], "、") + "等" + strconv.Itoa(len(words)) + unit
}

// problemTitle is a kind of finding in a few words, else as the rule names it.
func (w *Writer) problemTitle(p MonthProblem) string {
	if t := w.words.Month[p.Code].Title; t != "" {
		return t
	}
	return p.Title
}

// monthAdvice suggests what follows from the most frequent problems.
func (w *Writer) monthAdvice(m Month) []string {
	var out []string
	for _, p := range m.Problems {
		values := map[string]string{"项": strconv.Itoa(p.Demands), "单位": strconv.Itoa(len(p.Issuers)), "级": level(m.Office)}
		if s := fill(w.words.Month[p.Code].Advice, values); s != "" && len(out) < maxAdvice {
			out = append(out, s)
		}
	}
	return out
}
