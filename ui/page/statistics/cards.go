package statistics

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// monthCard shows the year month by month, as columns or as numbers.
func (p *Page) monthCard(height float32) fyne.CanvasObject {
	s := p.shown
	word := "看数字"
	if p.numbers {
		word = "看柱图"
	}
	head := []fyne.CanvasObject{kit.NewLabel(fmt.Sprintf("%s各月事项 %d", p.yearWord(), s.Total.Total()), theme.Heading, theme.ColorText)}
	for _, v := range p.shownSeries() {
		t := kit.VerdictTone(v, p.p.Frame.Office().Grassroots())
		head = append(head, kit.Row(4, kit.Fit(kit.NewIcon(t.Icon, 15, t.Main)), kit.Fit(kit.NewLabel(p.word(v), theme.Second, t.Main))))
	}
	head = append(head, kit.NewLink(word, theme.Second, func() { p.numbers = !p.numbers; p.build() }))
	var body fyne.CanvasObject
	if p.numbers {
		rows := make([]line, len(s.Months))
		for i, m := range s.Months {
			rows[i] = line{fmt.Sprintf("%d月", int(m.Period.From.Month)), m.Verdicts, m.Figure}
		}
		body = p.table("月份", rows, 20)
	} else {
		bars := make([]kit.ChartBar, len(s.Months))
		for i, m := range s.Months {
			bars[i] = p.bar(m)
		}
		body = kit.NewBarChart(bars, height)
	}
	return kit.Card(kit.PadEach(7, 12, 4, 12, kit.Column(4, kit.Fit(kit.Flow(14, 4, head...)), kit.Fit(body))))
}

// yearWord is 今年, or the year where it is another one.
func (p *Page) yearWord() string {
	if y := p.shown.Year.To.Year; y != p.p.Frame.Today().Year {
		return fmt.Sprintf("%d年", y)
	}
	return "今年"
}

func (p *Page) bar(m inquire.Month) kit.ChartBar {
	says := []string{m.Figure.Title, fmt.Sprintf("共 %d 项", m.Verdicts.Total())}
	b := kit.ChartBar{Name: fmt.Sprintf("%d月", int(m.Period.From.Month)), OnPress: func() { p.p.OpenFigure(m.Figure) }}
	for _, v := range p.shownSeries() {
		n := p.count(m.Verdicts, v)
		b.Parts = append(b.Parts, kit.ChartPart{N: n, Color: kit.VerdictTone(v, p.p.Frame.Office().Grassroots()).Main})
		if n > 0 {
			says = append(says, p.word(v)+" "+strconv.Itoa(n))
		}
	}
	b.Says = strings.Join(says, "，")
	return b
}

// kindCard is 今年按类型.
func (p *Page) kindCard() fyne.CanvasObject {
	rows := make([]line, len(p.shown.Kinds))
	for i, k := range p.shown.Kinds {
		rows[i] = line{k.Title, k.Verdicts, k.Figure}
	}
	return kit.Card(p.table(p.yearWord()+"按类型（事项）", rows, 25))
}

// line is one row of a table of verdicts.
type line struct {
	name   string
	counts inquire.Verdicts
	figure inquire.Figure
}

// table shows numbers by verdict, with their sums in the last row. Each row opens the notices behind it.
func (p *Page) table(title string, rows []line, height float32) fyne.CanvasObject {
	series := p.shownSeries()
	heads := []string{"合计"}
	for _, v := range series {
		heads = append(heads, p.word(v))
	}
	slots := []kit.Slot{kit.Fit(kit.Stack(kit.NewFill(theme.ColorSurface2), kit.High(28, kit.Pad(10, 0, p.cells(title, heads, theme.SecondBold)))))}
	sum := inquire.Verdicts{}
	for _, r := range rows {
		sum = sum.Plus(r.counts)
		row := kit.NewRow(r.name, kit.High(height, kit.Pad(10, 0, p.cells(r.name, p.numbersOf(r.counts, series), theme.Body))), false,
			func() { p.p.OpenFigure(r.figure) })
		slots = append(slots, kit.Fit(row), kit.Fit(kit.NewRule()))
	}
	slots = append(slots, kit.Fit(kit.Stack(kit.NewFill(theme.ColorSurface2), kit.High(height, kit.Pad(10, 0, p.cells("合计", p.numbersOf(sum, series), theme.BodyBold))))))
	return kit.Column(0, slots...)
}

func (p *Page) numbersOf(v inquire.Verdicts, series []app.Verdict) []string {
	out := []string{strconv.Itoa(v.Total())}
	for _, s := range series {
		if n := p.count(v, s); n > 0 {
			out = append(out, strconv.Itoa(n))
		} else {
			out = append(out, "—")
		}
	}
	return out
}

// cells is a row of a table: a name, then numbers set to the right.
func (p *Page) cells(name string, numbers []string, role theme.Role) fyne.CanvasObject {
	wide := float32(96)
	if p.class == kit.ClassNarrow {
		wide = 72
	}
	slots := []kit.Slot{kit.Grow(kit.NewElastic(name, role, theme.ColorText))}
	for i, n := range numbers {
		r := role
		if i == 0 {
			r.Bold = true
		}
		slots = append(slots, kit.Wide(wide, kit.NewElastic(n, r, theme.ColorText).Trailing()))
	}
	return kit.Row(4, slots...)
}

// answerCard is 需要反馈的 n 项, by the way taken and what came of it.
func (p *Page) answerCard() fyne.CanvasObject {
	a := p.shown.Answers
	slots := []kit.Slot{kit.Fit(kit.Row(8, kit.Fit(kit.NewLabel(fmt.Sprintf("需要反馈的 %d 项", a.Total), theme.Heading, theme.ColorText)), kit.Space(),
		kit.Fit(kit.NewLabel(p.yearWord(), theme.Remark, theme.ColorText3))))}
	most := 1
	for _, group := range [][]inquire.AnswerLine{a.Talks, a.Results, a.Opens} {
		for _, l := range group {
			most = max(most, l.N)
		}
	}
	add := func(title string, lines []inquire.AnswerLine) {
		if len(lines) == 0 {
			return
		}
		slots = append(slots, kit.Fit(kit.PadEach(5, 0, 0, 0, kit.NewLabel(title, theme.SecondBold, theme.ColorText))))
		for _, l := range lines {
			color := theme.ColorText3
			switch {
			case l.Good:
				color = theme.ColorPrimary
			case l.Late:
				color = theme.ColorRefuse
			}
			slots = append(slots, kit.Fit(kit.NewHBar(l.Title, l.N, most, color, func() { p.p.OpenFigure(l.Figure) })))
		}
	}
	add(fmt.Sprintf("先沟通 %d", a.Talked), a.Talks)
	add(fmt.Sprintf("出文 %d（直接 %d、沟通后 %d）", a.Papers, a.Direct, a.After), a.Results)
	add(fmt.Sprintf("尚未反馈 %d", a.Open), a.Opens)
	if a.Total == 0 {
		slots = append(slots, kit.Fit(kit.NewPara("今年没有需要反馈的事项。", theme.Second, theme.ColorText3)))
	}
	return kit.Card(kit.Pad(14, 9, kit.Column(0, slots...)))
}
