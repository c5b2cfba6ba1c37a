package inbox

import (
	"context"
	"fmt"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// collectWord names on its button that a matter waits for the 提级反映单 of the month.
const collectWord = "并入月度提级"

// small are the demands that may wait for the 提级反映单 of the month, none where the office raises each by itself.
func (r *result) small() []int {
	if !r.ready || r.decided() || r.office().Grassroots() || !r.page.p.Collects() {
		return nil
	}
	var out []int
	for _, i := range r.live() {
		v := r.verdictOf(i)
		if (v == app.VerdictEscalate || v == app.VerdictRefuse) && r.check.Demands[i].Verdict != app.VerdictDo && r.page.p.Way(r.check.Demands[i]) != ledger.WayPaper {
			out = append(out, i)
		}
	}
	return out
}

// collectAction is the button for it.
func (r *result) collectAction() kit.ButtonSpec {
	return kit.ButtonSpec{Text: collectWord, Icon: theme.IconEscalate, Size: kit.Main, OnPress: r.collect}
}

// collect registers the notice and puts its small matters by for the month. A meeting is attended meanwhile.
func (r *result) collect() {
	small := map[int]bool{}
	for _, i := range r.small() {
		small[i] = true
	}
	if len(small) == 0 {
		return
	}
	verdict, said := app.VerdictEscalate, "月末与其他小事一起提级"
	if r.meeting() {
		verdict, said = app.VerdictDo, "先参会，"+said
	}
	then := func(ctx context.Context, n ledger.Notice) (ledger.Notice, error) {
		choices := r.choicesOf(n)
		for i, d := range n.Demands {
			if _, chosen := r.choices[i]; small[i] && !chosen && d.State == ledger.StatePending {
				choices = append(choices, decide.Choice{Demand: d.ID, Verdict: verdict})
			}
		}
		return r.page.p.Decide.Decide(ctx, n.ID, choices)
	}
	r.registered("正在登记", then, func(n ledger.Notice) {
		r.page.left(n, fmt.Sprintf("已登记%s，%s", shortNumber(n), said), func(ctx context.Context) error {
			_, _, err := r.page.p.Decide.Undo(ctx, n.ID)
			return err
		})
	})
}
