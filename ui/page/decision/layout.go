package decision

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// build lays the page out for the room there is.
func (p *Page) build() {
	if p.notice.ID == "" {
		return
	}
	p.makeActions()
	if p.class == kit.ClassNarrow {
		p.holder.Put(p.narrow())
		return
	}
	var forms fyne.CanvasObject = kit.NewScroll(p.forms())
	if p.together != nil && p.class == kit.ClassWide { // its list scrolls by itself, what will be printed stays in view
		forms = p.forms()
	}
	left := kit.Pad(16, 12, kit.Column(10, kit.Grow(forms), kit.Fit(p.actionRow())))
	var body fyne.CanvasObject
	if p.class == kit.ClassMedium {
		body = kit.Share(0, 0.48, left, p.previewPart())
	} else {
		body = kit.Row(0, kit.Wide(468, left).Stretched(), kit.Fit(kit.NewRule()).Stretched(), kit.Grow(p.previewPart()).Stretched())
	}
	p.papers.Put(p.paperRows())
	p.holder.Put(kit.Column(0, kit.Fit(p.head()), kit.Grow(body)))
}

// forms are the cards of the left side; the opinion takes what room is left.
func (p *Page) forms() fyne.CanvasObject {
	if p.together != nil {
		return kit.Column(10, kit.Grow(kit.AtLeast(220, p.together.card(p))), kit.Fit(kit.Card(kit.Pad(14, 8, p.papers))))
	}
	if p.support != nil {
		return kit.Column(10, kit.Fit(p.support.card()), kit.Fit(kit.Card(kit.Pad(14, 8, p.papers))))
	}
	if p.kind != paper.KindNone && !p.kind.Answers() { // it decides nothing
		return kit.Column(10, kit.Grow(kit.AtLeast(200, p.opinionCard())), kit.Fit(kit.Card(kit.Pad(14, 8, p.papers))))
	}
	return kit.Column(10, kit.Fit(p.verdictCard()), kit.Grow(kit.AtLeast(150, p.opinionCard())), kit.Fit(kit.Card(kit.Pad(14, 8, p.papers))))
}

func (p *Page) narrow() fyne.CanvasObject {
	if p.asksSuperior() && !p.led { // the one open question stands where the pages will be
		p.led, p.tab = true, 1
	}
	tabs := kit.NewTabs([]kit.Tab{{Text: "处理"}, {Text: "文书预览"}}, p.tab, func(i int) { p.tab = i; p.build(); p.showIfReady() })
	var head, body fyne.CanvasObject = tabs, kit.Card(kit.Stack(p.preview, p.state))
	if p.tab == 0 {
		p.papers.Put(p.paperRows())
		body = kit.NewScroll(p.forms())
	} else {
		head = kit.Row(8, kit.Grow(tabs), kit.Fit(p.pages), kit.Wide(118, p.zoom), kit.Fit(p.save))
	}
	return kit.Pad(16, 8, kit.Column(8, kit.Fit(head), kit.Grow(body), kit.Fit(p.actionRow())))
}

func (p *Page) showIfReady() {
	if p.hasShown || p.trouble != nil {
		p.showPreview()
	}
}

func (p *Page) head() fyne.CanvasObject {
	back := kit.NewButton(kit.ButtonSpec{Text: "返回", Icon: theme.IconLeft, Key: "Esc", Size: kit.Small, OnPress: p.leave})
	if p.together != nil {
		return kit.HeadBar(kit.Fit(back), kit.Fit(kit.NewLabel("合并提级", theme.PageTitle, theme.ColorText)),
			kit.Grow(kit.NewElastic(p.together.title(), theme.Body, theme.ColorText3)))
	}
	words := p.notice.Title()
	if i := p.notice.Check.Fields.Issuer; i != "" {
		words += " · " + kit.ShortIssuer(i, p.office())
	}
	return kit.HeadBar(kit.Fit(back), kit.Fit(kit.NewLabel("处理与文书", theme.PageTitle, theme.ColorText)),
		kit.Grow(kit.NewElastic(words, theme.Body, theme.ColorText3)),
		kit.Fit(kit.NewLabel(p.notice.Number(), theme.Second, theme.ColorText3)))
}

// verdictCard holds one choice a demand and who proposes and approves.
func (p *Page) verdictCard() fyne.CanvasObject {
	several := len(p.notice.Demands) > 1
	title := "本单位意见"
	if several {
		title += "（逐项）"
	}
	rows := []kit.Slot{kit.Fit(kit.High(30, kit.Row(8, kit.Fit(kit.NewLabel(title, theme.Heading, theme.ColorText)), kit.Space(), kit.Fit(p.agrees))))}
	p.selects = nil
	for _, d := range p.notice.Demands {
		s := p.verdictSelect(d)
		p.selects = append(p.selects, s)
		cells := []kit.Slot{}
		if several {
			cells = append(cells, kit.Fit(kit.NewDemandBadge(kit.DemandNumber(d.No), kit.VerdictTone(p.verdictOf(d), p.office().Grassroots()))))
		}
		cells = append(cells, kit.Grow(kit.NewElastic(demandName(d), theme.Body, theme.ColorText)), kit.Wide(138, s))
		rows = append(rows, kit.Fit(kit.NewRule()), kit.Fit(kit.High(35, kit.Row(8, cells...))))
	}
	list := kit.Column(0, rows[1:]...)
	var middle kit.Slot = kit.Fit(list)
	if len(p.notice.Demands) > 5 {
		middle = kit.Wide(180, kit.NewScroll(list))
	}
	clerk := p.office().Clerk
	if clerk == "" {
		clerk = "本人"
	}
	sign := kit.Flow(6, 2, kit.NewLabel("经办", theme.Body, theme.ColorText3), kit.NewLabel(clerk+" 提出", theme.BodyBold, theme.ColorText), kit.NewGap(10),
		kit.NewLabel("审定", theme.Body, theme.ColorText3), kit.NewLabel("待签章", theme.BodyBold, theme.ColorText),
		kit.NewLabel("纸上签字后再登记", theme.Second, theme.ColorText3))
	return kit.Card(kit.Pad(14, 8, kit.Column(0, rows[0], middle, kit.Fit(kit.NewRule()), kit.Fit(kit.PadEach(8, 0, 2, 0, sign)))))
}

func demandName(d ledger.Demand) string {
	if d.Advice.Gist != "" {
		return d.Advice.Gist
	}
	if t := strings.TrimSpace(d.Advice.Text); t != "" {
		return t
	}
	return kit.DemandNumber(d.No)
}

func (p *Page) office() app.Office { return p.p.Frame.Office() }

// verdictOf is the choice made here, else the decision, else the advice.
func (p *Page) verdictOf(d ledger.Demand) app.Verdict {
	if c, ok := p.choices[d.ID]; ok {
		return c.Verdict
	}
	return d.Verdict()
}

func (p *Page) verdicts() []app.Verdict {
	if p.office().Grassroots() {
		return []app.Verdict{app.VerdictDo, app.VerdictCooperate, app.VerdictRefuse, app.VerdictInfo}
	}
	return []app.Verdict{app.VerdictDo, app.VerdictCooperate, app.VerdictRefuse, app.VerdictEscalate, app.VerdictInfo}
}

func (p *Page) verdictSelect(d ledger.Demand) *kit.Select {
	list := p.verdicts()
	at := -1
	now := p.verdictOf(d)
	if p.office().Grassroots() && now == app.VerdictEscalate {
		now = app.VerdictRefuse
	}
	for i, v := range list {
		if v == now {
			at = i
		}
	}
	return kit.NewVerdictSelect(list, at, p.office(), func(i int) { p.pick(d, list[i]) })
}

// pick changes the decision on a demand; a stricter one than advised asks for a sentence first.
func (p *Page) pick(d ledger.Demand, v app.Verdict) {
	if v != d.Advice.Verdict && decide.Stricter(d.Advice.Verdict, v) {
		p.build() // until the sentence is given the old choice stands
		p.showIfReady()
		p.p.Frame.AskReason(d.Advice, v, func(reason string) { p.picked(d, decide.Choice{Demand: d.ID, Verdict: v, Reason: reason}) })
		return
	}
	c := decide.Choice{Demand: d.ID, Verdict: v}
	if old := p.choices[d.ID]; old.Entry != nil && old.Verdict == v { // the entry that was named with it stays
		c.Entry = old.Entry
	}
	p.picked(d, c)
}

func (p *Page) picked(d ledger.Demand, c decide.Choice) {
	if c.Verdict == d.Verdict() && c.Entry == nil && d.Decision == nil {
		delete(p.choices, d.ID)
	} else {
		p.choices[d.ID] = c
	}
	p.build()
	p.refresh()
}

// opinionCard holds the words printed on the paper.
func (p *Page) opinionCard() fyne.CanvasObject {
	if p.opinion == nil {
		p.opinion = kit.NewLongEntry("", "")
		p.opinion.OnChanged = p.typed
	}
	head := kit.High(30, kit.Row(8, kit.Fit(kit.NewLabel("意见（印在文书上）", theme.Heading, theme.ColorText)), kit.Space(), kit.Fit(p.counter)))
	return kit.Card(kit.Pad(14, 8, kit.Column(6, kit.Fit(head), kit.Grow(p.opinion))))
}

func (p *Page) typed(s string) {
	if r := []rune(s); len(r) > mostOpinion {
		p.opinion.Quiet(string(r[:mostOpinion]))
		p.p.Frame.Info(fmt.Sprintf("意见最多 %d 字", mostOpinion))
	}
	p.edited = true
	p.count()
	p.refreshSoon()
}

// paperRows say what will be printed.
func (p *Page) paperRows() fyne.CanvasObject {
	kind, next := p.shown.Kind.Title(), ""
	if p.shown.Title != "" {
		kind = p.shown.Title
	}
	if kind == "" {
		kind = "文书"
	}
	if p.shown.NextNumber != "" {
		next = "出文时编号，下一号 " + p.shown.NextNumber
	}
	main := kit.High(28, kit.Row(8, kit.Fit(kit.NewIcon(theme.IconCheck, 18, theme.ColorPrimary)), kit.Fit(kit.NewLabel(kind, theme.Body, theme.ColorText)),
		kit.Grow(kit.NewElastic(next, theme.Second, theme.ColorText3))))
	if pick := p.kindSelect(); pick != nil {
		main = kit.High(36, kit.Row(8, kit.Wide(190, pick), kit.Grow(kit.NewElastic(strings.TrimPrefix(next, "出文时编号，"), theme.Second, theme.ColorText3))))
	}
	rows := []kit.Slot{kit.Fit(main)}
	if p.isLetter() {
		rows = append(rows, kit.Fit(p.numberRow()), kit.Fit(p.copiesRow()), kit.Fit(p.sealRow()))
	}
	if p.takesOthers() {
		rows = append(rows, kit.Fit(p.withRow()))
	}
	if p.kindNow().Evidenced() {
		rows = append(rows, kit.Fit(kit.Row(14,
			kit.Fit(kit.NewCheck(paper.KindEvidence.Title(), "含校验码", p.evidence, func(on bool) { p.evidence = on; p.refresh() })),
			kit.Fit(kit.NewCheck(paper.KindArchive.Title(), "本单位留存", p.archive, func(on bool) { p.archive = on; p.refresh() })), kit.Space())))
	}
	if to := p.shown.To.Name; to != "" {
		rows = append(rows, kit.Fit(kit.High(24, kit.Row(8, kit.Fit(kit.NewLabel("送达", theme.Second, theme.ColorText3)),
			kit.Grow(kit.NewElastic(to, theme.Second, theme.ColorText))))))
	}
	if note := paper.ReplacedNote(p.shown.Replaced); note != "" {
		rows = append(rows, kit.Fit(kit.PadEach(4, 0, 0, 0, kit.Row(8, kit.Fit(kit.NewIcon(theme.IconNote, 18, theme.ColorEscalate)).AtStart(),
			kit.Grow(kit.NewPara(note, theme.Second, theme.ColorText2))))))
	}
	if ask := p.contactRow(); ask != nil {
		rows = append(rows, kit.Fit(kit.NewRule()), kit.Fit(kit.PadEach(6, 0, 0, 0, contactNote())), kit.Fit(ask))
	}
	return kit.Column(2, rows...)
}

// previewPart is the right side: the pages, and what concerns them all.
func (p *Page) previewPart() fyne.CanvasObject {
	seal := kit.NewCheck("标出盖章位置（不印出）", "", !p.noSeal, func(on bool) { p.markSeal(on) })
	bar := []kit.Slot{kit.Fit(p.pages), kit.Wide(118, p.zoom)}
	if p.class == kit.ClassWide {
		bar = append(bar, kit.Grow(kit.NewElastic("点一下页面，放大到 100% 或缩回", theme.Remark, theme.ColorText3)))
	} else {
		bar = append(bar, kit.Space())
	}
	bar = append(bar, kit.Fit(seal))
	choose := kit.NewButton(kit.ButtonSpec{Text: "打印设置…", Size: kit.Small, OnPress: func() { p.p.Frame.AskPrinting(nil) }})
	parts := []kit.Slot{kit.Fit(p.save), kit.Fit(choose)}
	if p.class == kit.ClassWide { // else the dialog of the button names the printer
		parts = append([]kit.Slot{kit.Wide(150, p.printer)}, parts...)
	}
	foot := kit.Row(10, append([]kit.Slot{kit.Grow(kit.NewElastic("A4 黑白　字体："+p.p.FontLine, theme.Second, theme.ColorText2))}, parts...)...)
	return kit.Column(0,
		kit.Wide(44, kit.Stack(kit.NewFill(theme.ColorSurface), kit.Pad(12, 0, kit.Row(12, bar...)))), kit.Fit(kit.NewRule()),
		kit.Grow(kit.Stack(kit.NewFill(theme.ColorSurface2), p.preview, p.state)), kit.Fit(kit.NewRule()),
		kit.Wide(38, kit.Stack(kit.NewFill(theme.ColorSurface), kit.Pad(12, 3, foot))))
}

func (p *Page) makeActions() {
	key := func(k string) string {
		if p.class != kit.ClassWide {
			return ""
		}
		return k
	}
	p.confirm = kit.NewButton(kit.ButtonSpec{Text: "确定并出文", Icon: theme.IconPrint, Key: key("Ctrl+Enter"), Size: kit.Main, Primary: true, OnPress: p.Confirm})
	p.draft = kit.NewButton(kit.ButtonSpec{Text: "打印送审稿", Icon: theme.IconPaper, Key: key("Ctrl+P"), Size: kit.Main, OnPress: p.Print})
	p.save = kit.NewButton(kit.ButtonSpec{Text: "另存", Icon: theme.IconSave, Size: kit.Small, OnPress: p.saveMenu})
	p.save.SetOff(!p.hasShown)
	p.confirm.SetOff(!p.hasShown)
	p.draft.SetOff(!p.hasShown)
}

func (p *Page) actionRow() fyne.CanvasObject {
	return kit.Row(8, kit.Fit(p.confirm), kit.Space(), kit.Fit(p.draft))
}
