package statistics

import (
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// build lays the page out for the room there is.
func (p *Page) build() {
	p.primary = nil
	if p.inDep {
		p.holder.Put(p.dep.content())
		return
	}
	if p.shown == nil {
		p.holder.Put(kit.Column(0, kit.Fit(kit.NewPageHead("统计", ""))))
		return
	}
	if p.shown.Since.IsZero() {
		p.holder.Put(kit.Column(0, kit.Fit(kit.NewPageHead("统计", "")), kit.Grow(p.empty())))
		return
	}
	note := kit.NewPara(p.note(), theme.Remark, theme.ColorText3)
	if p.class == kit.ClassWide {
		left := kit.Column(10, kit.Fit(p.monthCard(160)), kit.Fit(p.kindCard()))
		body := kit.Column(10, kit.Fit(p.tiles()), kit.Fit(kit.Row(10, kit.Grow(left).Stretched(), kit.Wide(350, kit.Column(10, kit.Fit(p.answerCard()), kit.Fit(p.beforeCard()), kit.Space())).Stretched())), kit.Fit(note))
		p.holder.Put(kit.Column(0, kit.Fit(p.head()), kit.Grow(kit.NewScroll(kit.Pad(16, 10, body)))))
		return
	}
	body := kit.Column(10, kit.Fit(p.tiles()), kit.Fit(p.monthCard(180)), kit.Fit(p.kindCard()), kit.Fit(p.answerCard()), kit.Fit(p.beforeCard()), kit.Fit(note))
	p.holder.Put(kit.Column(0, kit.Fit(p.flowHead()), kit.Fit(kit.NewRule()), kit.Grow(kit.NewScroll(kit.Pad(16, 10, body)))))
}

// empty teaches the next step.
func (p *Page) empty() fyne.CanvasObject {
	middle := func(o fyne.CanvasObject) kit.Slot { return kit.Fit(kit.Row(0, kit.Space(), kit.Fit(o), kit.Space())) }
	p.primary = kit.NewButton(kit.ButtonSpec{Text: "去收件", Icon: theme.IconInbox, Primary: true, OnPress: p.p.OpenInbox})
	return kit.Pad(16, 12, kit.Column(10, kit.Space(), middle(kit.NewIcon(theme.IconChart, 36, theme.ColorText3)),
		kit.Fit(kit.NewLabel("台账里还没有登记件", theme.BodyBold, theme.ColorText).Centred()),
		kit.Fit(kit.NewPara("登记第一件来文后，这里按月统计文件会议、检查、报表、创建和借调，并可生成监测月报。", theme.Body, theme.ColorText2).Centred()),
		middle(p.primary), kit.Space()))
}

func (p *Page) periodSelect() *kit.Select {
	months := p.months()
	words, at := make([]string, len(months)), 0
	for i, m := range months {
		words[i] = m.Title()
		if m.From == p.period.From {
			at = i
		}
	}
	return kit.NewPlainSelect(words, at, func(i int) { p.choosePeriod(months[i]) })
}

func (p *Page) againstSelect() *kit.Select {
	return kit.NewPlainSelect([]string{yearAgo.word(), monthAgo.word()}, int(p.against), func(i int) {
		p.against = against(i)
		p.load()
	})
}

func (p *Page) buttons(size kit.ButtonSize) (print, export, report *kit.Button) {
	print = kit.NewButton(kit.ButtonSpec{Text: "打印", Icon: theme.IconPrint, Size: size, OnPress: p.Print})
	export = kit.NewButton(kit.ButtonSpec{Text: "导出表格", Icon: theme.IconSave, Size: size, OnPress: p.ExportTable})
	key := ""
	if p.class == kit.ClassWide {
		key = "Ctrl+G"
	}
	p.primary = kit.NewButton(kit.ButtonSpec{Text: reportName(p.period), Icon: theme.IconPaper, Key: key, Size: size, Primary: true, OnPress: p.Generate})
	return print, export, p.primary
}

func (p *Page) head() fyne.CanvasObject {
	print, export, report := p.buttons(kit.Plain)
	first := []kit.Slot{kit.Fit(kit.NewLabel("统计", theme.PageTitle, theme.ColorText))}
	if p.p.Reviewed() {
		first = append(first, kit.Fit(p.tabs()))
	}
	return kit.HeadBar(append(first, kit.Wide(210, p.periodSelect()),
		kit.Fit(kit.NewLabel("与", theme.Body, theme.ColorText2)), kit.Wide(124, p.againstSelect()),
		kit.Fit(kit.NewLabel("比", theme.Body, theme.ColorText2)), kit.Space(), kit.Fit(print), kit.Fit(export), kit.Fit(report))...)
}

// flowHead is the head where it takes several lines.
func (p *Page) flowHead() fyne.CanvasObject {
	print, export, report := p.buttons(kit.Small)
	parts := []fyne.CanvasObject{kit.NewLabel("统计", theme.PageTitle, theme.ColorText)}
	if p.p.Reviewed() {
		parts = append(parts, p.tabs())
	}
	parts = append(parts, kit.Row(0, kit.Wide(210, p.periodSelect())), kit.Row(0, kit.Wide(124, p.againstSelect())), report, print, export)
	return kit.Stack(kit.NewFill(theme.ColorSurface), kit.Pad(16, 8, kit.Flow(8, 6, parts...)))
}

// tiles are the five things to look at.
func (p *Page) tiles() fyne.CanvasObject {
	objs := make([]fyne.CanvasObject, len(p.shown.Tiles))
	for i, t := range p.shown.Tiles {
		objs[i] = p.tile(t)
	}
	least := float32(190)
	if p.class == kit.ClassWide {
		least = 180
	}
	return kit.NewGrid(least, 10, 10, objs...)
}

func (p *Page) tile(t inquire.Tile) fyne.CanvasObject {
	first := t.Counts[0]
	figure := kit.Row(5, kit.Fit(kit.NewLabel(fmt.Sprint(first.Now), theme.Figure, theme.ColorText)), kit.Fit(kit.NewLabel(first.Unit, theme.Body, theme.ColorText2)),
		kit.Space(), kit.Fit(kit.NewLabel(change(first), theme.BodyBold, theme.ColorText2)))
	open := func(f inquire.Figure) func() { return func() { p.p.OpenFigure(f) } }
	big := kit.NewPress(fmt.Sprintf("%s %d %s", t.Title, first.Now, first.Unit), kit.Look{Ground: theme.ColorNone, Hover: theme.ColorHover,
		Stroke: theme.ColorNone, Radius: theme.RadiusCard, Inside: true},
		kit.PadEach(6, 12, 0, 12, kit.Column(0, kit.Fit(kit.NewLabel(t.Title, theme.Second, theme.ColorText2)), kit.Fit(figure))), open(first.Figure))
	remark := kit.Pad(12, 0, kit.NewPara(p.before(first), theme.Remark, theme.ColorText3))
	if len(t.Counts) > 1 {
		second := t.Counts[1]
		link := kit.NewLink(fmt.Sprintf("%s %d %s", second.Name, second.Now, second.Unit), theme.Remark, open(second.Figure))
		remark = kit.Pad(12, 0, kit.Row(8, kit.Fit(link).AtStart(), kit.Grow(kit.NewPara(p.beforeBoth(first, second), theme.Remark, theme.ColorText3))))
	}
	return kit.Card(kit.PadEach(0, 0, 7, 0, kit.Column(0, kit.Fit(big), kit.Fit(remark))))
}

// change is how a number stands to that of the other period; nothing where that is not on record.
func change(c inquire.TileCount) string {
	if !c.Change.Known {
		return ""
	}
	return c.Change.Words(c.Unit)
}

func (p *Page) before(c inquire.TileCount) string {
	if !c.Change.Known {
		return p.against.word() + "没有完整记录"
	}
	return fmt.Sprintf("%s %d %s", p.against.word(), c.Change.Then, c.Unit)
}

func (p *Page) beforeBoth(a, b inquire.TileCount) string {
	if !a.Change.Known {
		return p.before(a)
	}
	return fmt.Sprintf("%s %d %s、%d %s", p.against.word(), a.Change.Then, a.Unit, b.Change.Then, b.Unit)
}

// note says what the numbers rest on.
func (p *Page) note() string {
	s := p.shown
	out := fmt.Sprintf("按本台账登记件统计，%d年%d月起有记录。满12个月且两期都满20件才显示百分比。数字都可点开到台账。", s.Since.Year, int(s.Since.Month))
	if s.Undecided > 0 {
		out += fmt.Sprintf("今年有 %d 项尚未核对，按建议计。", s.Undecided)
	}
	return out
}

// series are the verdicts as the charts stack them.
func (p *Page) series() []app.Verdict {
	if p.p.Frame.Office().Grassroots() {
		return []app.Verdict{app.VerdictDo, app.VerdictCooperate, app.VerdictEscalate, app.VerdictUnjudged}
	}
	return []app.Verdict{app.VerdictDo, app.VerdictCooperate, app.VerdictRefuse, app.VerdictEscalate, app.VerdictUnjudged}
}

// count is the number of a series; a village has one word for both ways of turning to its town.
func (p *Page) count(v inquire.Verdicts, s app.Verdict) int {
	switch s {
	case app.VerdictDo:
		return v.Do
	case app.VerdictCooperate:
		return v.Cooperate
	case app.VerdictRefuse:
		return v.Refuse
	case app.VerdictEscalate:
		if p.p.Frame.Office().Grassroots() {
			return v.Handed()
		}
		return v.Escalate
	}
	return v.Open
}

// shownSeries leaves 未定 out where nothing is.
func (p *Page) shownSeries() []app.Verdict {
	s := p.series()
	if p.shown.Total.Open == 0 {
		return s[:len(s)-1]
	}
	return s
}

func (p *Page) word(v app.Verdict) string {
	if v == app.VerdictUnjudged {
		return "未定"
	}
	return kit.VerdictWord(v, p.p.Frame.Office())
}
