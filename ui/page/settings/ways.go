package settings

import (
	"fmt"
	"sort"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// ways are the ways of answering in the order in which they are offered.
func ways() []ledger.Way { return []ledger.Way{ledger.WayTalk, ledger.WayPaper, ledger.WayRemind} }

// waysTab sets how the office answers each kind of finding, and within which time it asks for an answer.
func (p *Page) waysTab() fyne.CanvasObject {
	cards := []kit.Slot{kit.Fit(p.superiorCard()), kit.Fit(p.replyCard()), kit.Fit(p.greetingCard())}
	if !p.loaded.Office.Grassroots() {
		cards = append(cards, kit.Fit(p.reviewCard()))
	}
	right := kit.Column(10, cards...)
	if p.class != kit.ClassWide {
		return kit.NewScroll(kit.Pad(16, 12, kit.Column(10, kit.Fit(p.waysCard()), kit.Fit(right))))
	}
	row := kit.Row(12, kit.Grow(p.waysCard()).Stretched(), kit.Wide(420, kit.NewScroll(right)).Stretched())
	return kit.Pad(16, 12, row)
}

// waysCard is a line for each kind of finding, with the button that it makes the primary one.
func (p *Page) waysCard() fyne.CanvasObject {
	narrow := p.class == kit.ClassNarrow
	head := []kit.Slot{kit.Grow(kit.NewElastic("问题种类", theme.SecondBold, theme.ColorText2))}
	if !narrow {
		head = append(head, kit.Wide(76, kit.NewLabel("程度", theme.SecondBold, theme.ColorText2)))
		head = append(head, kit.Wide(segmentWidth, kit.NewLabel("怎么反馈", theme.SecondBold, theme.ColorText2)))
		head = append(head, kit.Wide(66, kit.NewLabel("今年用到", theme.SecondBold, theme.ColorText2).Trailing()))
	}
	slots := []kit.Slot{kit.Fit(kit.Stack(kit.NewFill(theme.ColorSurface2), kit.High(theme.HeightHead, kit.Pad(12, 0, kit.Row(8, head...)))))}
	for _, g := range ledger.WayGroups() {
		if p.lacks(g) {
			continue
		}
		slots = append(slots, kit.Fit(p.wayLine(g, narrow)), kit.Fit(kit.NewRule()))
	}
	words := "先沟通：主按钮是“先沟通”，未同意再出文。直接反馈：主按钮是“生成反馈单”。只提醒：主按钮是“只登记”，问题列在旁边。" +
		"一件事有几种问题的，按最严的一种。三种都可随时换另一种办；会议的主按钮总是“登记参会”，两种读法拿不准的总是“生成提级反映单”。"
	foot := kit.Pad(12, 8, kit.NewPara(words, theme.Second, theme.ColorText2))
	if p.class == kit.ClassWide { // the lines scroll, the words below them stay
		return kit.Card(kit.Column(0, slots[0], kit.Grow(kit.NewScroll(kit.Column(0, slots[1:]...))), kit.Fit(kit.NewRule()), kit.Fit(foot)))
	}
	return kit.Card(kit.Column(0, append(slots, kit.Fit(foot))...))
}

// segmentWidth is the room of the three words of a way, in design pixels.
const segmentWidth = 216

// lacks tells whether an office has no rule of a kind: no negative list is imported.
func (p *Page) lacks(g ledger.WayGroup) bool {
	for _, r := range p.rules.Rows {
		if inGroup(g, r) {
			return false
		}
	}
	return true
}

func inGroup(g ledger.WayGroup, r upkeep.RuleRow) bool {
	for _, code := range g.Codes {
		if r.Rule.Code == code || code == ledger.OwnWays && r.Pack != "" {
			return true
		}
	}
	return false
}

func (p *Page) wayLine(g ledger.WayGroup, narrow bool) fyne.CanvasObject {
	used, severity := 0, app.Severity("")
	for _, r := range p.rules.Rows {
		if inGroup(g, r) {
			used += r.Used
			if severity == "" || r.Rule.Severity == app.SeverityBlock || severity == app.SeverityNote {
				severity = r.Rule.Severity
			}
		}
	}
	words, at := make([]string, 0, len(ways())), 0
	for i, w := range ways() {
		words = append(words, w.Title())
		if w == p.loaded.Way(g.Codes[0]) {
			at = i
		}
	}
	choose := kit.NewSegment(words, at, func(i int) { p.save(func(s *ledger.Settings) { s.SetWay(g, ways()[i]) }) })
	p.segments = append(p.segments, choose)
	name := kit.NewElastic(g.Title, theme.BodyBold, theme.ColorText)
	if narrow {
		return kit.Pad(12, 6, kit.Column(4, kit.Fit(name), kit.Fit(kit.Row(0, kit.Fit(choose), kit.Space()))))
	}
	return kit.High(theme.HeightRow, kit.Pad(12, 0, kit.Row(8, kit.Grow(name), kit.Wide(76, kit.Row(0, kit.Fit(kit.NewSeverityChip(severity)), kit.Space())),
		kit.Wide(segmentWidth, kit.Row(0, kit.Fit(choose), kit.Space())), kit.Wide(66, kit.NewLabel(fmt.Sprint(used), theme.Body, theme.ColorText).Trailing()))))
}

func (p *Page) superiorCard() fyne.CanvasObject {
	keep := func(v string) { p.save(func(s *ledger.Settings) { s.Superior = v }) }
	superior := line("呈送", p.field(p.loaded.Superior, "县减负办（工作机制办公室）", keep), 0, "")
	if p.loaded.Office.Grassroots() {
		return card("提级反映", superior)
	}
	on := kit.NewSwitch("小事项按月合成一份", "小事项按月合成一份", !p.loaded.EachRaised, func(on bool) {
		p.save(func(s *ledger.Settings) { s.EachRaised = !on })
	})
	remark := kit.NewPara(fmt.Sprintf("设为先沟通、只提醒的提级事项，月末列出可以合并的，一份最多 %d 项。", paper.MostCollected), theme.Second, theme.ColorText3)
	return card("提级反映", line("合并", kit.Row(0, kit.Fit(on), kit.Space()), 0, ""), kit.Fit(remark), superior)
}

// terms are the workdays that may be given for an answer.
func terms() []int { return []int{3, 5, 7, 10, 15, 20} }

// replyCard sets how many workdays are given for an answer, from delivery on.
func (p *Page) replyCard() fyne.CanvasObject {
	choose := func(k ledger.PaperKind) fyne.CanvasObject {
		all, at := terms(), -1
		for i, n := range all {
			if n == p.loaded.Days(k) {
				at = i
			}
		}
		if at < 0 {
			all, at = append(all, p.loaded.Days(k)), len(all)
		}
		words := make([]string, len(all))
		for i, n := range all {
			words[i] = fmt.Sprintf("%d 个工作日", n)
		}
		return kit.NewPlainSelect(words, at, func(i int) {
			p.save(func(s *ledger.Settings) {
				next := map[ledger.PaperKind]int{}
				for kind, n := range s.ReplyDays {
					next[kind] = n
				}
				next[k] = all[i]
				s.ReplyDays = next
			})
		})
	}
	if p.loaded.Office.Grassroots() {
		return card("答复期限", line("反映单", choose(ledger.PaperVillage), 130, "从送达起算"))
	}
	return card("答复期限", line("反馈单", choose(ledger.PaperFeedback), 130, "从送达起算"),
		line("提级反映单", choose(ledger.PaperEscalation), 130, "从送达起算"))
}

// greetingCard sets forms of address that the usual ones do not fit.
func (p *Page) greetingCard() fyne.CanvasObject {
	keep := func(v string) {
		g, ok := readGreetings(v)
		if !ok {
			p.p.Frame.Info("称呼例外请写成：县融媒体中心→贵中心，几个之间用分号隔开。没有改动")
			p.build()
			return
		}
		p.save(func(s *ledger.Settings) { s.Greetings = g })
	}
	return card("称呼",
		kit.Fit(kit.NewPara("随对方单位自动用：贵局、贵部、贵行、贵校、贵办；查不准时用“贵单位”。", theme.Second, theme.ColorText2)),
		line("例外", p.field(greetingWords(p.loaded.Greetings), "县融媒体中心→贵中心", keep), 0, ""))
}

// reviewCard switches 部门往来 on.
func (p *Page) reviewCard() fyne.CanvasObject {
	on := kit.NewSwitch("基层评机关", "县里布置后再打开", p.loaded.ReviewDepartments, func(on bool) {
		p.save(func(s *ledger.Settings) { s.ReviewDepartments = on })
	})
	return card("基层评机关", line("启用", kit.Row(0, kit.Fit(on), kit.Space()), 0, ""),
		kit.Fit(kit.NewPara("打开后“统计”多一页“部门往来”，只列事实，不打分、不排名。", theme.Second, theme.ColorText3)))
}

// greetingWords writes exceptions as the field shows them.
func greetingWords(g map[string]string) string {
	var out []string
	for name, form := range g {
		out = append(out, name+"→"+form)
	}
	sort.Strings(out)
	return strings.Join(out, "；")
}

// readGreetings reads exceptions as they are typed; false: they cannot be read.
func readGreetings(v string) (map[string]string, bool) {
	out := map[string]string{}
	for _, part := range strings.FieldsFunc(v, func(r rune) bool { return r == '；' || r == ';' }) {
		name, form, ok := strings.Cut(strings.NewReplacer("->", "→", "－>", "→", "＝", "→", "=", "→", "：", "→").Replace(part), "→")
		name, form = strings.TrimSpace(name), strings.TrimSpace(form)
		if !ok || name == "" || form == "" || len([]rune(form)) > 8 {
			return nil, false
		}
		out[name] = form
	}
	return out, true
}
