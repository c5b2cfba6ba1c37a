package rules

import (
	"context"
	"strings"

	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// askRemove asks for a reason before a precedent is taken out of use.
func (t *precedentsTab) askRemove(p upkeep.Precedent) {
	f := t.page.p.Frame
	entry := kit.NewEntry("", "理由（必填一句）")
	var close func()
	stop := func() {
		reason := strings.TrimSpace(entry.Text)
		if reason == "" {
			f.Info("请写一句理由，它会记入台账")
			return
		}
		close()
		t.remove(p, reason)
	}
	words := kit.NewPara("从下一次比对起不再参照“"+gistOf(p)+"”（"+p.Number+"）。当时的处理不变，可以随时恢复使用。", theme.Body, theme.ColorText)
	close = f.Dialogs.Show(kit.Dialog{Title: "停用这条先例？", Icon: theme.IconRules, Tone: theme.ColorPrimary, First: entry, Confirm: stop,
		Body:    kit.Pad(16, 14, kit.Column(10, kit.Fit(words), kit.Fit(entry))),
		Actions: []kit.ButtonSpec{{Text: "取消", Key: "Esc", OnPress: func() { close() }}, {Text: "停用", Key: "Ctrl+Enter", Primary: true, OnPress: stop}}})
}

func (t *precedentsTab) remove(p upkeep.Precedent, reason string) {
	t.change("没有停用先例", func(ctx context.Context) error { return t.page.p.Keeper.RemovePrecedent(ctx, p.ID, reason) },
		kit.Toast{Kind: kit.ToastDone, Text: "已停用先例，从下一次比对起生效", Action: "撤回", OnPress: func() { t.restore(p) }})
}

func (t *precedentsTab) restore(p upkeep.Precedent) {
	t.change("没有恢复先例", func(ctx context.Context) error { return t.page.p.Keeper.RestorePrecedent(ctx, p.ID) },
		kit.Toast{Kind: kit.ToastDone, Text: "已恢复使用，从下一次比对起生效"})
}

// change writes a change of a precedent and shows how they stand then.
func (t *precedentsTab) change(failed string, write func(context.Context) error, said kit.Toast) {
	f := t.page.p.Frame
	kit.Run(f.Runner, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, write(context.WithoutCancel(ctx)) },
		func(_ struct{}, err error) {
			if err != nil {
				f.Fail(failed, err, nil)
				return
			}
			t.page.Reload()
			t.page.p.Changed()
			f.Toasts.Show(said)
		})
}
