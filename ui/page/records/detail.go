package records

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// sideBody is one record: what it is, how it went, what comes next.
func (p *Page) sideBody() fyne.CanvasObject {
	if p.old.on {
		return p.oldSide()
	}
	p.primary = nil
	if p.detail == nil {
		return kit.Pad(16, 16, kit.NewPara("选一行，这里显示它的经过和下一步。", theme.Body, theme.ColorText3))
	}
	d := *p.detail
	number := d.Notice.Number()
	if d.Row.DocNo != "" {
		number += " · " + d.Row.DocNo
	}
	title := d.Row.ShortTitle
	if title == "" {
		title = d.Notice.Title()
	}
	head := kit.Column(4,
		kit.Fit(kit.NewPara(number, theme.Remark, theme.ColorText3)),
		kit.Fit(kit.NewParaMax(title, theme.ItemTitle, theme.ColorText, 3)),
		kit.Fit(kit.Flow(6, 4, p.verdictChips(d)...)))
	if links := p.correctionLinks(d); len(links) > 0 {
		head = kit.Column(4, kit.Fit(head), kit.Fit(kit.Flow(8, 2, links...)))
	}
	steps := []kit.Slot{}
	for i, s := range d.Steps {
		steps = append(steps, kit.Fit(p.step(s, i == len(d.Steps)-1)))
	}
	road := kit.Row(8, kit.Fit(kit.NewLabel("经过", theme.Heading, theme.ColorText)), kit.Space(),
		kit.Fit(kit.NewIcon(theme.IconLock, 14, theme.ColorText3)), kit.Fit(kit.NewLabel(fmt.Sprintf("%d 条记录", d.Records), theme.Remark, theme.ColorText3)))
	return kit.Column(0,
		kit.Fit(kit.Pad(14, 12, head)), kit.Fit(kit.NewRule()),
		kit.Fit(kit.PadEach(8, 14, 4, 14, road)),
		kit.Grow(kit.NewScroll(kit.Pad(14, 0, kit.Column(0, steps...)))), kit.Fit(kit.NewRule()),
		kit.Fit(kit.Pad(14, 10, p.nextPart(d))))
}

// verdictChips show the decisions, demands of the same decision together.
func (p *Page) verdictChips(d inquire.Detail) []fyne.CanvasObject {
	office := p.p.Frame.Office()
	if d.Notice.Void {
		return []fyne.CanvasObject{kit.NewChip("已撤销登记", "")}
	}
	if len(d.Notice.Demands) <= 1 {
		return []fyne.CanvasObject{kit.NewVerdictChip(d.Row.Verdict, office, ""), kit.NewChip(stateWords(d.Row), "")}
	}
	type kind struct {
		verdict app.Verdict
		state   string
	}
	var order []kind
	numbers := map[kind][]string{}
	for _, dm := range d.Notice.Demands {
		k := kind{dm.Verdict(), dm.StateTitle(p.today())}
		if numbers[k] == nil {
			order = append(order, k)
		}
		numbers[k] = append(numbers[k], fmt.Sprint(dm.No))
	}
	var out []fyne.CanvasObject
	for _, k := range order {
		out = append(out, kit.NewVerdictChip(k.verdict, office, " 事"+strings.Join(numbers[k], "、")+" "+k.state))
	}
	return out
}

// correctionLinks lead to the notice that this one puts right, and to the one that puts this one right (更正件).
func (p *Page) correctionLinks(d inquire.Detail) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	link := func(words string, b *inquire.Brief) {
		if b == nil {
			return
		}
		id := b.ID
		out = append(out, kit.NewLink(words+b.Number(), theme.SecondBold, func() {
			p.Select(id)
			p.Reload()
		}))
	}
	link("已被更正，以此件为准：", d.Later)
	link("更正的是：", d.Earlier)
	return out
}

// step is one line of the time line.
func (p *Page) step(s inquire.Step, last bool) fyne.CanvasObject {
	color, role := theme.ColorText, theme.BodyBold
	if s.Pending {
		color = theme.ColorText3
	}
	when := kit.StampWord(s.At, p.p.Frame.Now())
	head := kit.Row(8, kit.Grow(kit.NewPara(s.Title, role, color)))
	if when != "" {
		head = kit.Row(8, kit.Grow(kit.NewPara(s.Title, role, color)), kit.Fit(kit.NewLabel(when, theme.Remark, theme.ColorText3)).AtStart())
	}
	words := []kit.Slot{kit.Fit(head)}
	if s.Detail != "" {
		words = append(words, kit.Fit(kit.NewPara(s.Detail, theme.Second, theme.ColorText2)))
	}
	return kit.NewTimelineStep(stepIcon(s), s.Pending, last, kit.PadEach(0, 0, 6, 0, kit.Column(0, words...)))
}

func stepIcon(s inquire.Step) string {
	switch {
	case s.Counter:
		return theme.IconUndo
	case s.Pending:
		return theme.IconClock
	}
	switch s.Type {
	case ledger.NoticeRegistered, ledger.NoticeReceived:
		return theme.IconInbox
	case ledger.NoticeContent, ledger.DemandReceived, ledger.DemandContent:
		return theme.IconList
	case ledger.DemandDecided:
		return theme.IconEdit
	case ledger.PaperIssued, ledger.DemandIssued, ledger.PaperContent:
		return theme.IconPaper
	case ledger.PaperApproved, ledger.DemandApproved:
		return theme.IconSign
	case ledger.PaperDelivered, ledger.DemandDelivered:
		return theme.IconUp
	case ledger.DemandTalked:
		return theme.IconTalk
	case ledger.PaperVoided, ledger.DemandPaperVoided, ledger.NoticeVoided, ledger.DemandVoided, ledger.NoticeErased:
		return theme.IconClose
	}
	return theme.IconCheck
}

// nextPart says what comes next, with the buttons for it.
func (p *Page) nextPart(d inquire.Detail) fyne.CanvasObject {
	var rows []kit.Slot
	if d.NextHint != "" {
		rows = append(rows, kit.Fit(kit.Row(6, kit.Fit(kit.NewLabel("下一步", theme.SecondBold, theme.ColorText)).AtStart(),
			kit.Grow(kit.NewPara(d.NextHint, theme.Second, theme.ColorText2)))))
	}
	var buttons []fyne.CanvasObject
	first := true
	for _, a := range d.Next {
		b := kit.NewButton(kit.ButtonSpec{Text: a.Title, Icon: kit.ActionIcon(a.Kind), Primary: first, OnPress: func() { p.act(a) }})
		if first {
			p.primary = b
		}
		buttons = append(buttons, b)
		first = false
		if len(buttons) == 2 {
			break
		}
	}
	look := kit.NewButton(kit.ButtonSpec{Text: "看原文", OnPress: func() { p.p.OpenNotice(d.Notice) }})
	buttons = append(buttons, look)
	if p.primary == nil {
		p.primary = look
	}
	if len(d.Papers) > 0 {
		buttons = append(buttons, kit.NewButton(kit.ButtonSpec{Text: "看文书", OnPress: func() { p.showPaper(d.Papers[len(d.Papers)-1]) }}))
	}
	var more *kit.Button
	more = kit.NewButton(kit.ButtonSpec{Text: "更多", OnPress: func() { p.moreMenu(more) }})
	buttons = append(buttons, more)
	return kit.Column(8, append(rows, kit.Fit(kit.Flow(8, 8, buttons...)))...)
}
