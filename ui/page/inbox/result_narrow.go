package inbox

import (
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// tabFacts is the tab 要素.
const tabFacts = 3

// narrow is the page with one column: the band on top, tabs below it, the actions pinned at the foot.
func (r *result) narrow() fyne.CanvasObject {
	if r.talk != nil {
		return kit.Pad(16, 8, kit.Column(8, kit.Fit(r.band), kit.Grow(kit.Card(r.talk.body)), kit.Fit(r.actions)))
	}
	asked := ""
	if !r.received.Known() && r.ready {
		asked = "1"
	}
	tabs := kit.NewTabs([]kit.Tab{
		{Text: "原文"},
		{Text: "清单", Count: fmt.Sprint(len(r.evidence.matches))},
		{Text: "问题", Count: fmt.Sprint(len(r.evidence.findings))},
		{Text: "要素", Count: asked, Icon: iconIf(asked != "", theme.IconWarn)}}, r.tab, func(i int) {
		r.tab = i
		r.page.show()
	})
	var body fyne.CanvasObject
	switch r.tab {
	case 0:
		body = kit.Card(r.view)
	case 1:
		body = kit.Card(kit.NewScroll(kit.Column(0, r.demandSlots(true)...)))
	case 2:
		body = kit.Card(kit.NewScroll(kit.Column(0, r.findingSlots(r.evidence.findings)...)))
	default:
		body = kit.Card(kit.NewScroll(r.facts))
	}
	return kit.Pad(16, 8, kit.Column(8, kit.Fit(r.band), kit.Fit(tabs), kit.Grow(body), kit.Fit(r.actions)))
}

func iconIf(on bool, icon string) string {
	if on {
		return icon
	}
	return ""
}
