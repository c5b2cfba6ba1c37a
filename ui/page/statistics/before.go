package statistics

import (
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// beforeCard is 与使用前比: numbers once an old ledger was imported that reaches far enough, else what is lacking.
func (p *Page) beforeCard() fyne.CanvasObject {
	b := p.shown.BeforeUse
	slots := []kit.Slot{kit.Fit(kit.NewLabel("与使用前比", theme.Heading, theme.ColorText))}
	switch {
	case b == nil:
		slots = append(slots, kit.Fit(kit.NewPara("没有使用前的台账。旧表格有日期、来文单位、标题、类型、处理五列，即可导入比较。", theme.Second, theme.ColorText2)),
			kit.Fit(kit.PadEach(4, 0, 0, 0, p.oldButton("导入旧台账"))))
	case b.Now == (inquire.Period{}):
		slots = append(slots, kit.Fit(kit.NewPara(fmt.Sprintf("旧台账有 %s 至 %s 的记录。本台账记满一个整月后开始比较。", b.Old.From, b.Old.To), theme.Second, theme.ColorText2)))
	case !b.Known:
		words := fmt.Sprintf("旧台账只有 %s 至 %s 的记录，没有使用前同期（%s）的完整记录，不作比较。补齐后可以再导入。", b.Old.From, b.Old.To, daysWord(b.Then))
		slots = append(slots, kit.Fit(kit.NewPara(words, theme.Second, theme.ColorText2)), kit.Fit(kit.PadEach(4, 0, 0, 0, p.oldButton("再导入旧台账"))))
	default:
		slots = append(slots, p.beforeLines(*b)...)
	}
	return kit.Card(kit.Pad(14, 9, kit.Column(2, slots...)))
}

func (p *Page) oldButton(text string) fyne.CanvasObject {
	return kit.Row(0, kit.Fit(kit.NewButton(kit.ButtonSpec{Text: text, Icon: theme.IconOpen, Size: kit.Small, OnPress: p.p.ImportOld})), kit.Space())
}

// beforeLines compares arrivals: all, those handed back, and by kind; the kinds add up to all.
func (p *Page) beforeLines(b inquire.BeforeUse) []kit.Slot {
	cells := func(name, then, now, change string, role theme.Role) kit.Slot {
		return kit.Fit(kit.High(23, kit.Row(4, kit.Grow(kit.NewElastic(name, role, theme.ColorText)), kit.Wide(52, kit.NewElastic(then, role, theme.ColorText2).Trailing()),
			kit.Wide(52, kit.NewElastic(now, role, theme.ColorText).Trailing()), kit.Wide(84, kit.NewElastic(change, role, theme.ColorText2).Trailing()))))
	}
	slots := []kit.Slot{kit.Fit(kit.NewPara(spansWord(b), theme.Remark, theme.ColorText3)),
		cells("", "使用前", "现在", "比较", theme.SecondBold), kit.Fit(kit.NewRule())}
	line := func(l inquire.BeforeLine, role theme.Role) kit.Slot {
		return cells(l.Title, fmt.Sprint(l.Change.Then), fmt.Sprint(l.Now), l.Change.Words("件"), role)
	}
	handed := b.Handed
	if p.p.Frame.Office().Grassroots() {
		handed.Title = "其中反映"
	}
	slots = append(slots, line(b.Total, theme.SecondBold), line(handed, theme.Second), kit.Fit(kit.NewRule()))
	for _, l := range b.Kinds {
		if l.Now+l.Change.Then > 0 {
			slots = append(slots, line(l, theme.Second))
		}
	}
	note := "使用前按导入的旧台账逐行计，没有比对过；不与登记件混算。"
	if b.Untyped > 0 {
		note += fmt.Sprintf("有 %d 行没有写明类型，计在“其他”。", b.Untyped)
	}
	if b.Unhandled > 0 {
		note += fmt.Sprintf("有 %d 行没有写明处理。", b.Unhandled)
	}
	return append(slots, kit.Fit(kit.NewPara(note, theme.Remark, theme.ColorText3)))
}

// spansWord names both sides: 来件，2026年1月1日至11月24日比2024年同期.
func spansWord(b inquire.BeforeUse) string {
	return fmt.Sprintf("来件，%s比%d年同期", daysWord(b.Now), b.Then.To.Year)
}

// daysWord names a run of days within a year: 2026年4月1日至11月24日.
func daysWord(p inquire.Period) string {
	return fmt.Sprintf("%s至%d月%d日", p.From.Chinese(), int(p.To.Month), p.To.Day)
}
