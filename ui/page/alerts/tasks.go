package alerts

import (
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// mostRows is how many lines of a list are drawn; the ledger shows the rest.
const mostRows = 60

// mineCard is what the office has to do, the soonest first.
func (p *Page) mineCard() fyne.CanvasObject {
	tasks := p.board.Tasks.Mine
	slots := []kit.Slot{kit.Fit(cardHead(theme.IconClock, "要办", len(tasks), "按时限先后"))}
	if len(tasks) == 0 {
		words := "没有要办的"
		if !p.loaded {
			words = ""
		}
		slots = append(slots, kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(14, 16, kit.Row(8,
			kit.Fit(kit.NewIcon(theme.IconDo, 22, theme.ColorDo)), kit.Grow(kit.NewLabel(words, theme.BodyBold, theme.ColorText))))))
	}
	return kit.Card(kit.Column(0, append(slots, p.rows(tasks, true)...)...))
}

// theirsCard is what the other side owes, with the quiet lines that need no hand.
func (p *Page) theirsCard() fyne.CanvasObject {
	tasks := p.board.Tasks.Theirs
	slots := []kit.Slot{kit.Fit(cardHead(theme.IconBell, "等对方", len(tasks), "不需要您动手，到期会移到上面"))}
	if len(tasks) == 0 {
		slots = append(slots, kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(14, 14, kit.NewPara("没有在等的答复。", theme.Body, theme.ColorText2))))
	}
	slots = append(slots, p.rows(tasks, false)...)
	for _, n := range p.board.Notes {
		slots = append(slots, kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(14, 10, kit.Row(10, kit.Fit(kit.NewIcon(theme.IconCalendar, 18, theme.ColorText3)).AtStart(),
			kit.Grow(kit.NewPara(n, theme.Second, theme.ColorText2))))))
	}
	return kit.Card(kit.Column(0, slots...))
}

func (p *Page) rows(tasks []inquire.Task, mine bool) []kit.Slot {
	var slots []kit.Slot
	for i, t := range tasks {
		if i == mostRows {
			more := kit.NewLink(fmt.Sprintf("另有 %d 项，在台账中查看", len(tasks)-i), theme.Second, p.p.OpenLedger)
			slots = append(slots, kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(14, 10, kit.Row(0, kit.Fit(more), kit.Space()))))
			break
		}
		slots = append(slots, kit.Fit(kit.NewRule()), kit.Fit(p.row(t, mine && i == 0)))
	}
	return slots
}

// row is one task: when, what, why, and the one button.
func (p *Page) row(t inquire.Task, first bool) fyne.CanvasObject {
	b := kit.NewButton(kit.ButtonSpec{Text: t.Action.Title, Icon: kit.ActionIcon(t.Action.Kind), Size: kit.Small, OnPress: func() { p.p.Act(t.Notice, t.Action) }})
	if first {
		p.first = b
	}
	what := kit.NewPress(t.Title, kit.Look{Ground: theme.ColorNone, Hover: theme.ColorHover, Stroke: theme.ColorNone, Radius: theme.RadiusChip, Inside: true},
		kit.Column(0, kit.Fit(kit.NewElastic(t.Title, theme.BodyBold, theme.ColorText)), kit.Fit(kit.NewElastic(t.Why, theme.Second, theme.ColorText2))),
		func() {
			if t.Notice == "" { // it is about no single notice
				p.p.Act("", t.Action)
				return
			}
			p.p.OpenRecord(t.Notice)
		})
	chip := kit.NewDueChipOf(string(t.Due.Kind), t.Due.Words)
	if p.class == kit.ClassNarrow {
		return kit.Pad(12, 8, kit.Column(6, kit.Fit(what), kit.Fit(kit.Row(10, kit.Fit(chip), kit.Space(), kit.Fit(b)))))
	}
	return kit.AtLeast(theme.HeightListRow, kit.Pad(14, 7, kit.Row(10, kit.Wide(112, kit.Row(0, kit.Fit(chip), kit.Space())), kit.Grow(what), kit.Fit(b))))
}

// cardHead is the head of a card: outline, name, count, and a remark at the right.
func cardHead(icon, title string, n int, remark string) fyne.CanvasObject {
	slots := []kit.Slot{kit.Fit(kit.NewIcon(icon, 20, theme.ColorText)), kit.Fit(kit.NewLabel(title, theme.Heading, theme.ColorText))}
	if n > 0 {
		slots = append(slots, kit.Fit(kit.NewLabel(fmt.Sprint(n), theme.Heading, theme.ColorText2)))
	}
	return kit.High(44, kit.Pad(14, 0, kit.Row(8, append(slots, kit.Space(), kit.Fit(kit.NewElastic(remark, theme.Second, theme.ColorText3)))...)))
}
