package window

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// statusLine says at the foot which list and rules are in force and when something was last saved.
type statusLine struct {
	w     *Window
	line  *fyne.Container
	list  *kit.Label
	rules *kit.Label
	names *kit.Label
	last  *kit.Label
	// rulesWord is the version of the rules and how many are on, for the page 关于.
	rulesWord string
	turn      kit.Turn
}

func newStatus(w *Window) *statusLine {
	label := func(s string) *kit.Label { return kit.NewElastic(s, theme.Remark, theme.ColorText3) }
	s := &statusLine{w: w, list: label(""), rules: label(""), names: label(""), last: label("")}
	row := kit.Row(20, kit.Fit(s.list), kit.Fit(s.rules), kit.Fit(s.names), kit.Space(), kit.Fit(s.last),
		kit.Fit(kit.NewLabel("离线", theme.Remark, theme.ColorText3)))
	s.line = kit.Stack(kit.NewFill(theme.ColorSurface), kit.Column(0, kit.Fit(kit.NewRule()), kit.Grow(kit.Pad(16, 0, row))))
	return s
}

// load asks which list and registers are in force.
func (s *statusLine) load() {
	type answer struct {
		list  *ledger.List
		names []ledger.Register
		rules upkeep.Rules
	}
	current := s.turn.Next()
	p := s.w.p
	kit.Run(s.w.frame.Runner, "", func(ctx context.Context) (a answer, err error) {
		if a.list, err = p.Upkeep.ListOn(ctx, s.w.frame.Today()); err != nil {
			return a, err
		}
		if a.names, err = p.Upkeep.Registers(ctx); err != nil {
			return a, err
		}
		a.rules, err = p.Upkeep.Rules(ctx)
		return a, err
	}, func(a answer, err error) {
		if !current() || err != nil { // the pages tell of the same fault in a dialog
			return
		}
		village := s.w.office.Grassroots()
		words := "清单：未导入"
		if village {
			words = "村级清单：未导入（可以不导入）"
		}
		if a.list != nil {
			words, _, _ = strings.Cut(words, "：")
			words += "：" + a.list.List.Source.Title
			if a.list.List.Source.Sample && !strings.Contains(words, "示例") {
				words += "（示例）"
			}
		}
		s.list.SetText(words)
		s.rulesWord = fmt.Sprintf("%s，启用 %d 条", a.rules.Source.DocNo, a.rules.Enabled)
		s.rules.SetText("规则：" + s.rulesWord)
		kinds := map[string]bool{}
		for _, r := range a.names {
			kinds[string(r.Register.Kind)] = true
		}
		s.names.SetText(fmt.Sprintf("名录：%d 种", len(kinds)))
		if village { // it has no registers to look after
			s.names.SetText("")
		}
		s.line.Refresh()
	})
}

// saved notes that something was written just now.
func (s *statusLine) saved() {
	s.last.SetText("已保存 " + s.w.p.Now().Format("15:04"))
	s.line.Refresh()
	s.load()
}
