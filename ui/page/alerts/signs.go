package alerts

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"yidanqing/app/alert"
	"yidanqing/app/inquire"
	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// mostSigns is how many matters of a card are drawn.
const mostSigns = 6

// manyCard shows what several departments asked, or one asked twice, within the last thirty days.
func (p *Page) manyCard() fyne.CanvasObject {
	list := p.standing()
	slots := []kit.Slot{kit.Fit(cardHead(theme.IconMany, "多头、重复部署", len(list), fmt.Sprintf("近 %d 天", alert.Days)))}
	if len(list) == 0 {
		slots = append(slots, kit.Fit(kit.PadEach(0, 14, 14, 14, kit.NewPara("没有发现。同一事项由几个部门要求，或同一部门再次部署的，会列在这里。", theme.Second, theme.ColorText2))))
	}
	for i, a := range list {
		if i == mostSigns {
			break
		}
		slots = append(slots, kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(14, 8, p.sign(a))))
	}
	return kit.Card(kit.Column(0, slots...))
}

// sign is one matter: what, who asked it when, and the ways on.
func (p *Page) sign(a inquire.Alert) fyne.CanvasObject {
	title := inquire.ShortTitle(a.Notice.Title)
	slots := []kit.Slot{kit.Fit(kit.NewParaMax(alert.Title(a.Code)+"：“"+title+"”", theme.BodyBold, theme.ColorText, 2))}
	for _, b := range append(slices.Clone(a.Related), a.Notice) {
		day := fmt.Sprintf("%02d-%02d", int(b.Day.Month), b.Day.Day)
		slots = append(slots, kit.Fit(kit.Row(10, kit.Wide(48, kit.NewLabel(day, theme.Second, theme.ColorText3)),
			kit.Wide(120, kit.NewElastic(kit.ShortIssuer(b.Issuer, p.p.Frame.Office()), theme.Second, theme.ColorText)),
			kit.Grow(kit.NewElastic(inquire.ShortTitle(b.Title), theme.Second, theme.ColorText2)))))
	}
	look := kit.NewButton(kit.ButtonSpec{Text: "看来件", Icon: theme.IconLedger, Size: kit.Small, OnPress: func() { p.p.OpenRecord(a.Notice.ID) }})
	ways := []kit.Slot{kit.Fit(look)}
	if p.collectable(a) {
		ways = append(ways, kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "合并提级", Icon: theme.IconEscalate, Size: kit.Small, OnPress: func() { p.collect(a) }})))
	}
	aside := kit.NewLink("不是一回事", theme.Second, func() { p.putAside(a) })
	return kit.Column(4, append(slots, kit.Fit(kit.NewGap(2)), kit.Fit(kit.Row(8, append(ways, kit.Space(), kit.Fit(aside))...)))...)
}

// collectable tells whether one 提级反映单 may take up what several departments asked. What of it can be raised the page of the
// paper tells; a village raises its matters one by one.
func (p *Page) collectable(a inquire.Alert) bool {
	return a.Code == alert.MultiHeaded && len(a.Related) > 0 && len(a.Related) < paper.MostCollected && !p.p.Frame.Office().Grassroots()
}

// collect goes on to the 提级反映单 of an alert's notices.
func (p *Page) collect(a inquire.Alert) {
	var with []string
	for _, b := range a.Related {
		with = append(with, fmt.Sprintf("%d-%d", b.Year, b.No))
	}
	p.p.Collect(a.Notice.ID, with)
}

// loadCard shows how much is due within five workdays, by person.
func (p *Page) loadCard() fyne.CanvasObject {
	l := p.board.Load
	over := l.Limit > 0 && l.Total > l.Limit
	remark := fmt.Sprintf("5 个工作日内到期 %d 项，提醒线 %d 项", l.Total, l.Limit)
	slots := []kit.Slot{kit.Fit(cardHead(theme.IconLoad, "任务量", 0, remark))}
	most := l.Limit
	for _, person := range l.People {
		most = max(most, person.Count)
	}
	var rows []kit.Slot
	for i, person := range l.People {
		if i == mostSigns {
			break
		}
		name, color := person.Name, theme.ColorCooperate
		if name == "" {
			name = "未指定"
		}
		words := fmt.Sprintf("%d 项", person.Count)
		if l.Limit > 0 && person.Count > l.Limit {
			color, words = theme.ColorEscalate, fmt.Sprintf("%d 项，超 %d", person.Count, person.Count-l.Limit)
		}
		rows = append(rows, kit.Fit(kit.Row(10, kit.Wide(72, kit.NewElastic(name, theme.Body, theme.ColorText)),
			kit.Grow(kit.NewGauge(float32(person.Count)/float32(max(most, 1)), float32(l.Limit)/float32(max(most, 1)), color)),
			kit.Wide(96, kit.NewElastic(words, theme.BodyBold, theme.ColorText)))))
	}
	if len(rows) == 0 {
		rows = append(rows, kit.Fit(kit.NewPara("近几天没有到期的事项。", theme.Second, theme.ColorText2)))
	}
	if over {
		rows = append(rows, kit.Fit(kit.Row(6, kit.Fit(kit.NewIcon(theme.IconWarn, 16, theme.ColorEscalate)),
			kit.Grow(kit.NewElastic(fmt.Sprintf("共超出提醒线 %d 项", l.Total-l.Limit), theme.SecondBold, theme.ColorEscalate)))))
	}
	rows = append(rows, kit.Fit(kit.NewPara("按本台账登记件统计。提醒线可在设置中修改；超出时只提示，不阻止登记。", theme.Second, theme.ColorText2)))
	return kit.Card(kit.Column(0, append(slots, kit.Fit(kit.PadEach(0, 14, 12, 14, kit.Column(6, rows...))))...))
}

// clashCard shows meetings at about one hour.
func (p *Page) clashCard() fyne.CanvasObject {
	list := p.board.Clashes
	slots := []kit.Slot{kit.Fit(cardHead(theme.IconCalendar, "时间冲突", len(list), ""))}
	if len(list) == 0 {
		slots = append(slots, kit.Fit(kit.PadEach(0, 14, 14, 14, kit.NewPara("没有时间相近的会议。", theme.Second, theme.ColorText2))))
	}
	for i, c := range list {
		if i == mostSigns {
			break
		}
		meeting := func(m inquire.Meeting) kit.Slot {
			title := inquire.ShortTitle(m.Notice.Title)
			return kit.Fit(kit.NewPress(title, kit.Look{Ground: theme.ColorNone, Hover: theme.ColorHover, Stroke: theme.ColorNone, Radius: theme.RadiusChip, Inside: true},
				kit.NewElastic(title, theme.Second, theme.ColorPrimary), func() { p.p.OpenRecord(m.Notice.ID) }))
		}
		slots = append(slots, kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(14, 8, kit.Column(2, kit.Fit(kit.NewPara(c.Words, theme.Body, theme.ColorText)), meeting(c.A), meeting(c.B)))))
	}
	return kit.Card(kit.Column(0, slots...))
}
