package rules

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/judge"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// pause is how long after a keystroke words are tried.
const pause = 250 * time.Millisecond

// mostTried is how many characters are tried at once.
const mostTried = 500

// trial is the box 试一试: what a rule makes of a few words, while they are written.
type trial struct {
	page   *Page
	row    upkeep.RuleRow
	turn   kit.Turn
	entry  *kit.Entry
	answer *kit.Holder
	body   fyne.CanvasObject
}

func newTrial(p *Page, r upkeep.RuleRow) *trial {
	t := &trial{page: p, row: r, entry: kit.NewEntry("", "写一句来文的话，看这条规则怎么判"), answer: kit.NewHolder(nil)}
	t.entry.OnChanged = func(s string) {
		current := t.turn.Next()
		p.p.Frame.Runner.After(pause, func() {
			if current() {
				t.run(s)
			}
		})
	}
	t.say("", theme.ColorText3, "按今天收到、现行清单和名录比对，不登记")
	t.body = kit.Column(8, kit.Fit(kit.NewLabel("试一试", theme.Heading, theme.ColorText)), kit.Fit(t.entry), kit.Fit(t.answer))
	return t
}

func (t *trial) say(icon string, color fyne.ThemeColorName, words string) {
	defer func() { kit.Relayout(t.page.rules.side) }() // the answer may need more lines than the one before
	if icon == "" {
		t.answer.Put(kit.NewPara(words, theme.Remark, color))
		return
	}
	t.answer.Put(kit.Row(6, kit.Fit(kit.NewIcon(icon, 16, color)).AtStart(), kit.Grow(kit.NewPara(words, theme.Second, theme.ColorText))))
}

func (t *trial) run(words string) {
	if words = strings.TrimSpace(words); words == "" {
		t.say("", theme.ColorText3, "按今天收到、现行清单和名录比对，不登记")
		return
	}
	if r := []rune(words); len(r) > mostTried {
		words = string(r[:mostTried])
	}
	current := t.turn.Next()
	kit.Run(t.page.p.Frame.Runner, "", func(ctx context.Context) (judge.Trial, error) {
		return t.page.p.Try.Try(ctx, t.row.Rule.Code, words, t.page.p.Frame.Today())
	}, func(out judge.Trial, err error) {
		switch {
		case !current():
		case err != nil:
			t.say(theme.IconWarn, theme.ColorEscalate, "没有试成："+app.ErrorMessage(err))
		default:
			t.told(out)
		}
	})
}

// told says what the rule makes of the words.
func (t *trial) told(out judge.Trial) {
	r := t.row.Rule
	if len(out.Found) == 0 {
		words := "不提醒：没有这条规则要看的说法。"
		if out.Why != "" {
			words = "不提醒：" + out.Why + "。"
		}
		t.say(theme.IconCheck, theme.ColorDo, words)
		return
	}
	var found []string
	for _, e := range out.Found {
		found = append(found, "“"+strings.TrimSpace(e.Text)+"”")
	}
	words := r.Severity.Title() + "：" + strings.Join(found, "、") + "。"
	if r.Off {
		words = "已停用，不提醒；启用后会提醒：" + strings.Join(found, "、") + "。"
	}
	tone := kit.SeverityTone(r.Severity)
	t.say(tone.Icon, tone.Main, words)
}
