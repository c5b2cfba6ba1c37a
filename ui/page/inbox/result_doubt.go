package inbox

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// loadList asks for the list in force on the day received, whose entries the two readings quote.
func (r *result) loadList() {
	if len(r.evidence.rivals) == 0 {
		return
	}
	day := r.received.Date
	if day.IsZero() {
		day = r.page.p.Frame.Today()
	}
	kit.Run(r.page.p.Frame.Runner, "", func(ctx context.Context) (*ledger.List, error) { return r.page.p.Lists.ListOn(ctx, day) },
		func(l *ledger.List, err error) {
			if err != nil || l == nil {
				return // the table then shows what the match itself says
			}
			r.list = l
			r.refreshSide()
		})
}

// duty is the entry that a match names, as far as the list is at hand.
func (r *result) duty(m app.Match) app.Duty {
	if r.list != nil {
		for _, d := range r.list.List.Duties {
			if d.Part == m.Part && d.ItemNo == m.ItemNo {
				return d
			}
		}
	}
	return app.Duty{Part: m.Part, ItemNo: m.ItemNo, Name: m.ItemName, Departments: []string{m.Department}}
}

// rivalSlots set the two readings side by side, with the question that would decide.
func (r *result) rivalSlots(pair [2]app.Match) []kit.Slot {
	d := r.check.Demands[r.demand]
	sides := rivalSides(pair)
	labels := []string{"清单部分", "清单事项", r.ownDutyLabel(), "支持的词", "相符程度"}
	a, b := r.rival(sides[0]), r.rival(sides[1])
	slots := []kit.Slot{
		kit.Fit(kit.NewSectionHead("两个清单事项都说得通", fmt.Sprintf("相差 %.2f，拿不准", d.Doubt.Gap))),
		kit.Fit(kit.NewRivalTable(labels, a, b)), kit.Fit(kit.NewRule())}
	if d.Doubt.Question != "" {
		slots = append(slots, kit.Fit(kit.Pad(12, 6, kit.NewPara(d.Doubt.Question, theme.Second, theme.ColorText))))
	}
	if r.decided() {
		return slots
	}
	buttons := []fyne.CanvasObject{kit.NewLabel("若您能确定：", theme.Second, theme.ColorText3)}
	for _, s := range sides {
		v, entry := s.match.Part.Verdict(), s.match.Ref()
		tone := kit.VerdictTone(v, r.office().Grassroots())
		buttons = append(buttons, kit.NewButton(kit.ButtonSpec{Text: "按" + s.badge + "：" + kit.VerdictWord(v, r.office()),
			Icon: tone.Icon, Size: kit.Small, OnPress: func() { r.override(r.demand, v, &entry) }}))
	}
	return append(slots, kit.Fit(kit.Pad(12, 8, kit.Flow(8, 6, buttons...))))
}

func (r *result) ownDutyLabel() string {
	return strings.Replace(r.office().Self(), "我", "本", 1) + "职责"
}

func (r *result) rival(s side) kit.Rival {
	duty := r.duty(s.match)
	own := duty.TownDuty
	if duty.Part == app.TakenBack {
		own = "不承担"
		if len(duty.Departments) > 0 && duty.Departments[0] != "" {
			own += "，由" + strings.Join(duty.Departments, "、") + "承接"
		}
	}
	if own == "" {
		own = "清单未写"
	}
	var marks []fyne.CanvasObject
	for _, w := range words(s.match.Evidence) {
		marks = append(marks, kit.NewMarked(w, s.kind, theme.Second))
	}
	if len(marks) == 0 {
		marks = append(marks, kit.NewLabel("无", theme.Second, theme.ColorText3))
	}
	return kit.Rival{Badge: s.badge, Kind: s.kind, Title: s.match.Part.Title(), Cells: []fyne.CanvasObject{
		kit.Row(0, kit.Fit(kit.NewPartChip(s.match.Part, s.match.ItemNo, r.office().Grassroots(), r.page.class != kit.ClassWide)), kit.Space()),
		kit.NewPara(s.match.ItemName, theme.BodyBold, theme.ColorText),
		kit.NewParaMax(own, theme.Second, theme.ColorText, 3),
		kit.Flow(6, 3, marks...),
		kit.NewLabel(fmt.Sprintf("%.2f", s.match.Score), theme.SecondBold, theme.ColorText)}}
}
