package decision

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// troubleNote stands where the pages would be: what is wrong, or the one question that is still open.
func (p *Page) troubleNote() fyne.CanvasObject {
	if p.asksSuperior() {
		return p.askSuperior()
	}
	return note(theme.IconWarn, theme.ColorEscalate, app.ErrorMessage(p.trouble))
}

// asksSuperior tells whether there is no paper because nobody has said to whom escalations go.
func (p *Page) asksSuperior() bool {
	return p.trouble != nil && p.escalates() && p.p.Superior() == "" && (p.together == nil || p.together.chosen() > 0)
}

// escalates tells whether the paper goes to the superior body: a case, or something is to be raised and nothing refused.
func (p *Page) escalates() bool {
	if p.kind == paper.KindCase || p.together != nil {
		return true
	}
	raised := false
	for _, d := range p.notice.Demands {
		switch p.verdictOf(d) {
		case app.VerdictRefuse:
			return false
		case app.VerdictEscalate:
			raised = true
		}
	}
	return raised
}

// askSuperior asks once to whom escalations go, with the likely answer filled in.
func (p *Page) askSuperior() fyne.CanvasObject {
	county := p.office().County
	if county == "" {
		county = "县"
	}
	what := "提级反映"
	if p.kind == paper.KindCase {
		what = p.kind.Title()
	}
	entry := kit.NewEntry(county+"减负办", "呈送单位的全称")
	keep := kit.NewButton(kit.ButtonSpec{Text: "呈送这里", Icon: theme.IconCheck, Primary: true, OnPress: func() { p.keepSuperior(strings.TrimSpace(entry.Text)) }})
	body := kit.Column(10,
		kit.Fit(kit.Row(10, kit.Fit(kit.NewIcon(theme.IconEscalate, 22, theme.ColorEscalate)), kit.Grow(kit.NewPara(what+"呈送哪个单位？", theme.ItemTitle, theme.ColorText)))),
		kit.Fit(kit.NewPara("印在文书的呈送一栏。只问这一次，以后可在“设置”的“上级联系”里改。", theme.Second, theme.ColorText2)),
		kit.Fit(entry), kit.Fit(kit.Row(0, kit.Fit(keep), kit.Space())), kit.Space())
	p.asked = keep
	return kit.Pad(24, 24, body)
}

func (p *Page) keepSuperior(name string) {
	if name == "" {
		p.p.Frame.Info("请写呈送单位的全称")
		return
	}
	kit.Run(p.p.Frame.Runner, "正在保存", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.p.SetSuperior(context.WithoutCancel(ctx), name)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.p.Frame.Fail("没有保存", err, nil)
			return
		}
		p.refresh()
		p.Shown()
	})
}
