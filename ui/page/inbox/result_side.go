package inbox

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// sideBody is the right card: demands if several, the entry that matches or the two readings, the findings.
func (r *result) sideBody() fyne.CanvasObject {
	r.rows = map[string]*kit.RowPress{}
	if !r.ready {
		return kit.Column(0)
	}
	if r.talk != nil {
		return r.talk.body
	}
	slots := r.demandSlots(false)
	slots = append(slots, r.findingSlots(r.evidence.of(r.demand))...)
	slots = append(slots, r.ownSlots()...)
	slots = append(slots, r.whySlots()...)
	return kit.NewScroll(kit.Column(0, slots...))
}

// demandSlots are the rows of the demands and the match of the current one.
func (r *result) demandSlots(narrow bool) []kit.Slot {
	var slots []kit.Slot
	if n := len(r.check.Demands); n > 1 {
		slots = append(slots, kit.Fit(kit.NewSectionHead(fmt.Sprintf("逐项建议 %d", n), "点一行看依据 · 可逐项改判")))
		r.demands = nil
		for i, d := range r.check.Demands {
			row := kit.NewDemandRow(kit.DemandLine{No: i + 1, Gist: gist(d), Basis: r.basisWord(i), Verdict: r.verdictOf(i),
				Current: i == r.demand}, r.office(), func() { r.setDemand(i) })
			row.OnMove = func(dir int) { r.moveDemand(i + dir) }
			r.demands = append(r.demands, row)
			if i > 0 {
				slots = append(slots, kit.Fit(kit.NewRule()))
			}
			slots = append(slots, kit.Fit(row))
		}
	}
	if r.meeting() && !narrow {
		slots = append(slots, r.meetingSlots()...)
	}
	if r.rows == nil {
		r.rows = map[string]*kit.RowPress{}
	}
	slots = append(slots, append(r.precedentSlots(), r.chosenSlots()...)...)
	if pair, ok := r.evidence.rivals[r.demand]; ok {
		return append(slots, r.rivalSlots(pair)...)
	}
	return append(slots, r.matchSlots()...)
}

// gist is the short name of a demand.
func gist(d app.Demand) string {
	if d.Gist != "" {
		return d.Gist
	}
	words := []rune(strings.TrimSpace(d.Text))
	if len(words) > 20 {
		return string(words[:20]) + "…"
	}
	return string(words)
}

// basisWord is on what the advice on a demand rests, in a few characters.
func (r *result) basisWord(i int) string {
	d := r.check.Demands[i]
	var parts []string
	if len(d.Matches) > 0 && d.Part != app.PartNone && d.Part != app.PartOpen {
		m := d.Matches[0]
		short := kit.PartWord(m.Part)
		if m.ItemNo != "" {
			short += "第" + m.ItemNo + "项"
		}
		parts = append(parts, short)
	} else if len(d.Findings) > 0 {
		parts = append(parts, shortBasis(d.Findings[0].Basis))
	}
	if d.Deadline != nil {
		parts = append(parts, kit.DayWord(d.Deadline.Date, r.page.p.Frame.Today()))
	}
	return strings.Join(parts, " · ")
}

// shortBasis is the first document that a basis names.
func shortBasis(basis string) string {
	if i := strings.Index(basis, "》"); i > 0 {
		return basis[:i+len("》")]
	}
	if i := strings.IndexAny(basis, "；，。"); i > 0 {
		return basis[:i]
	}
	return basis
}

func (r *result) matchSlots() []kit.Slot {
	title := "清单匹配"
	if len(r.check.Demands) > 1 {
		title = kit.DemandNumber(r.demand+1) + " 的依据"
	}
	slots := []kit.Slot{kit.Fit(kit.NewSectionHead(title, r.listWord()))}
	matches := r.evidence.matchesOf(r.demand)
	if len(matches) == 0 {
		words := "清单中没有找到相近事项"
		switch {
		case r.office().Grassroots() && r.listTitle() == "": // a village needs no list
			return nil
		case r.meeting():
			words = "会议不对照清单"
		case r.listTitle() == "":
			words = "未导入清单，没有对照"
		}
		return append(slots, kit.Fit(kit.Pad(12, 8, kit.NewPara(words, theme.Body, theme.ColorText2))))
	}
	for i, m := range matches {
		if i > 0 {
			slots = append(slots, kit.Fit(kit.NewRule()))
		}
		row := kit.NewMatchRow(kit.MatchLine{Badge: m.badge, Match: m.match, Words: words(m.match.Evidence), Open: i == 0},
			r.office().Grassroots(), func() { r.choose(m.key) })
		row.SetCurrent(m.key == r.key)
		r.rows[m.key] = row
		slots = append(slots, kit.Fit(row))
	}
	return slots
}

// listTitle is the title of the list that was compared with, empty where there was none.
func (r *result) listTitle() string {
	for _, v := range r.check.Versions {
		if v.What == "list" {
			return v.Title
		}
	}
	return ""
}

// listWord names the list that was compared with, for the head of the matches.
func (r *result) listWord() string {
	if t := r.listTitle(); t != "" {
		return t + " · 收到当日有效"
	}
	return ""
}

func (r *result) findingSlots(list []numbered) []kit.Slot {
	if r.rows == nil {
		r.rows = map[string]*kit.RowPress{}
	}
	remark := count(list)
	if remark != "" {
		remark += " · 点一行看原文"
	}
	slots := []kit.Slot{kit.Fit(kit.NewSectionHead(fmt.Sprintf("发现的问题 %d", len(list)), remark))}
	if len(list) == 0 {
		return append(slots, kit.Fit(kit.Pad(12, 8, kit.NewPara("规则没有发现问题", theme.Body, theme.ColorText2))))
	}
	roomy := len(list) <= 3 && len(r.check.Demands) < 2 && len(r.evidence.rivals) == 0 && !r.meeting()
	for i, f := range list {
		if i > 0 {
			slots = append(slots, kit.Fit(kit.NewRule()))
		}
		row := kit.NewFindingRow(kit.FindingLine{No: f.no, Finding: f.finding, Quote: quote(f.finding.Evidence),
			Place: f.finding.Role.Place(), Open: roomy || f.key == r.key, Current: f.key == r.key}, func() { r.choose(f.key) })
		row.OnMove = func(dir int) { r.moveFinding(list, i+dir) }
		r.rows[f.key] = row
		slots = append(slots, kit.Fit(row))
	}
	return slots
}

// mostBand is how many characters of reason the band shows for sure.
const mostBand = 60

// whySlots give the reasons of the current demand, and those of the notice in full where the band has room for a part.
func (r *result) whySlots() []kit.Slot {
	lines := r.check.Reasons
	if len(r.check.Demands) > 1 {
		lines = r.check.Demands[r.demand].Reasons
	} else if len([]rune(r.reason())) <= mostBand {
		return nil
	}
	if len(lines) == 0 {
		return nil
	}
	slots := []kit.Slot{kit.Fit(kit.NewSectionHead("为什么这样建议", ""))}
	for _, l := range lines {
		slots = append(slots, kit.Fit(kit.Pad(12, 4, kit.NewPara(l, theme.Second, theme.ColorText))))
	}
	return slots
}

// setDemand makes a demand the current one.
func (r *result) setDemand(i int) {
	if i < 0 || i >= len(r.check.Demands) {
		return
	}
	changed := i != r.demand
	r.demand = i
	if changed {
		r.key = ""
	}
	r.refreshSide()
	r.view.ChooseBar(fmt.Sprintf("d%d", i))
	if i < len(r.demands) {
		r.demands[i].Focus()
	}
	if r.page.class == kit.ClassNarrow {
		r.page.show()
	}
}

func (r *result) moveDemand(i int) {
	if i >= 0 && i < len(r.check.Demands) {
		r.setDemand(i)
	}
}

func (r *result) moveFinding(list []numbered, i int) {
	if i < 0 || i >= len(list) {
		return
	}
	r.choose(list[i].key)
	if row := r.rows[list[i].key]; row != nil {
		row.Focus()
	}
}

// choose makes a finding or match the current one, in the rows and in the notice.
func (r *result) choose(key string) {
	if d := r.evidence.demandOf(key, r.demand); d >= 0 && d != r.demand {
		r.demand = d
		r.view.ChooseBar(fmt.Sprintf("d%d", d))
	}
	r.key = key
	if r.page.class == kit.ClassNarrow {
		if strings.HasPrefix(key, "f") && r.tab == 0 {
			r.tab = 2
		}
		r.page.show()
	}
	r.refreshSide()
	r.view.Choose(key)
	if row := r.rows[key]; row != nil {
		kit.Reveal(row)
	}
}

func (r *result) chooseBar(key string) {
	var i int
	if _, err := fmt.Sscanf(key, "d%d", &i); err == nil {
		r.setDemand(i)
	}
}
