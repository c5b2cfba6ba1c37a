package decision

import (
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// together is the choice among the small matters of a month that one 提级反映单 raises (合并提级), in place of the decisions on
// one notice.
type together struct {
	list   inquire.Together
	off    map[string]bool // demands left out
	back   func()
	checks []*kit.Check
}

// OpenTogether begins with the small matters of a month: the first ones that fit on a paper are chosen. back leaves the page.
func (p *Page) OpenTogether(list inquire.Together, back func()) {
	p.kind, p.choices = paper.KindEscalation, map[string]decide.Choice{}
	p.evidence, p.edited, p.tab, p.led, p.hasShown, p.trouble = false, false, 0, false, false, nil
	p.notice, p.shown = ledger.Notice{ID: list.Items[0].Notice.ID}, decide.Preview{}
	p.preview.Set(nil)
	p.opinion, p.asked, p.number, p.copies, p.support, p.with = nil, nil, nil, nil, nil, nil
	p.copied, p.unsealed = false, false
	p.together = &together{list: list, off: map[string]bool{}, back: back}
	for i, m := range list.Items {
		p.together.off[m.Demand] = i >= paper.MostCollected
	}
	p.turn.Next()
	p.begin()
}

// raised are the demands chosen, notice by notice, in the order of the list.
func (t *together) raised() []decide.Raised {
	var out []decide.Raised
	for _, m := range t.list.Items {
		switch n := len(out); {
		case t.off[m.Demand]:
		case n > 0 && out[n-1].Notice == m.Notice.ID:
			out[n-1].Demands = append(out[n-1].Demands, m.Demand)
		default:
			out = append(out, decide.Raised{Notice: m.Notice.ID, Demands: []string{m.Demand}})
		}
	}
	return out
}

func (t *together) chosen() int {
	n := 0
	for _, m := range t.list.Items {
		if !t.off[m.Demand] {
			n++
		}
	}
	return n
}

// request is the paper of the demands chosen.
func (t *together) request() decide.Request {
	r := decide.Request{Kind: paper.KindEscalation, Together: t.raised()}
	if len(r.Together) > 0 {
		r.Notice = r.Together[0].Notice
	}
	return r
}

// errNone says that nothing is chosen.
func errNone() error {
	return app.Errorf(app.CodeInvalid, "没有选事项。请在左边勾选要合并反映的。")
}

// title names the collection.
func (t *together) title() string { return t.list.Month + "小事项合并反映" }

// card lists the small matters, each with a box.
func (t *together) card(p *Page) fyne.CanvasObject {
	count := fmt.Sprintf("选 %d 项，一份最多 %d 项", t.chosen(), paper.MostCollected)
	rows := []kit.Slot{kit.Fit(kit.High(30, kit.Row(8, kit.Fit(kit.NewLabel("合并反映的事项", theme.Heading, theme.ColorText)), kit.Space(),
		kit.Fit(kit.NewLabel(count, theme.Second, theme.ColorText2)))))}
	var list []kit.Slot
	t.checks = nil
	for _, m := range t.list.Items {
		check := kit.NewCheck(fmt.Sprintf("%02d-%02d", int(m.Notice.Day.Month), m.Notice.Day.Day), "", !t.off[m.Demand], func(on bool) { p.turnOff(m.Demand, !on) })
		t.checks = append(t.checks, check)
		title := inquire.ShortTitle(m.Notice.Title)
		if m.Of > 1 && m.Gist != "" {
			title = m.Gist
		}
		words := kit.Column(0, kit.Fit(kit.NewElastic(title, theme.Body, theme.ColorText)),
			kit.Fit(kit.NewElastic(kit.ShortIssuer(m.Notice.Issuer, p.office())+"："+m.Why, theme.Second, theme.ColorText2)))
		list = append(list, kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(0, 5, kit.Row(10, kit.Wide(84, check), kit.Grow(words)))))
	}
	remark := kit.NewPara("问题设为“先沟通”“只提醒”、还没有出文的提级事项，按月合成一份，不必一件一份。已登记参会的会议也可以反映。", theme.Second, theme.ColorText3)
	return kit.Card(kit.Pad(14, 8, kit.Column(0, append(rows, kit.Grow(kit.NewScroll(kit.Column(0, list...))), kit.Fit(kit.NewRule()), kit.Fit(kit.PadEach(6, 0, 2, 0, remark)))...)))
}

// turnOff leaves a matter out of the paper, or takes it in. More than fit on one are not taken.
func (p *Page) turnOff(demand string, off bool) {
	t := p.together
	if !off && t.chosen() >= paper.MostCollected {
		p.p.Frame.Info(fmt.Sprintf("一份最多 %d 项，请先去掉一项", paper.MostCollected))
	} else {
		t.off[demand] = off
	}
	held := -1
	for i, c := range t.checks {
		if c.HasFocus() {
			held = i
		}
	}
	p.build()
	p.refresh()
	if held >= 0 && held < len(t.checks) { // the boxes are others now, the keyboard stays
		t.checks[held].Focus()
	}
}
