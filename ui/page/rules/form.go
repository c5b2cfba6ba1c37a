package rules

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/rule"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// severities are what a rule may be, the firmest first.
var severities = []app.Severity{app.SeverityBlock, app.SeverityWarn, app.SeverityNote}

// form is one rule with what an office may change of it.
type form struct {
	tab   *rulesTab
	row   upkeep.RuleRow
	draft app.RuleChange

	on     *kit.Switch
	basis  *kit.Entry
	point  *kit.Entry
	advice *kit.Entry
	level  *kit.Select
	number *kit.NumberField // nil: the rule has no number
	state  *kit.Label
	trial  *trial
	view   fyne.CanvasObject
}

func newForm(t *rulesTab, r upkeep.RuleRow) *form {
	f := &form{tab: t, row: r, draft: r.Change, trial: newTrial(t.page, r)}
	f.draft.Severity = r.Rule.Severity
	f.on = kit.NewSwitch("启用"+r.Rule.Title, "启用", !r.Rule.Off, func(on bool) { f.draft.Off = !on; f.touched() })
	f.basis = kit.NewLongEntry(r.Rule.Basis, "没有写明依据文件")
	f.basis.SetMinRowsVisible(3)
	f.basis.OnChanged = func(s string) { f.draft.Basis = &s; f.touched() }
	f.point = kit.NewEntry(r.Change.Point, r.Rule.Title)
	f.point.OnChanged = func(s string) { f.draft.Point = s; f.touched() }
	f.advice = kit.NewEntry(r.Change.Advice, "照软件原文")
	if r.Rule.Advice != "" {
		f.advice.PlaceHolder = r.Rule.Advice
	}
	f.advice.OnChanged = func(s string) { f.draft.Advice = s; f.touched() }
	options, at := make([]kit.Option, len(severities)), 0
	for i, s := range severities {
		tone := kit.SeverityTone(s)
		options[i] = kit.Option{Text: s.Title(), Tone: &tone}
		if s == r.Rule.Severity {
			at = i
		}
	}
	f.level = kit.NewSelect(options, at, kit.Plain, func(i int) { f.draft.Severity = severities[i]; f.touched() })
	if n := r.Rule.Number; n != nil {
		f.draft.Number = r.Rule.Count()
		f.number = kit.NewNumberField(r.Rule.Count(), n.Least, n.Most, n.Unit, func(v int) { f.draft.Number = v; f.touched() })
	}
	f.state = kit.NewElastic("", theme.Remark, theme.ColorText3)
	f.touched()
	return f
}

// change is the draft without what is as it came.
func (f *form) change() app.RuleChange {
	c := f.draft
	if c.Severity == f.row.Shipped.Severity {
		c.Severity = ""
	}
	if c.Basis != nil && strings.TrimSpace(*c.Basis) == f.row.Shipped.Basis {
		c.Basis = nil
	}
	if c.Number == f.row.Shipped.Count() {
		c.Number = 0
	}
	c.Point, c.Advice = strings.TrimSpace(c.Point), strings.TrimSpace(c.Advice)
	return c
}

// dirty tells whether something is not saved.
func (f *form) dirty() bool {
	a, b := f.change(), f.row.Change
	same := a.Basis == nil && b.Basis == nil || a.Basis != nil && b.Basis != nil && strings.TrimSpace(*a.Basis) == *b.Basis
	a.Basis, b.Basis = nil, nil
	return a != b || !same
}

func (f *form) touched() {
	words := "改动会记入台账，从下一次比对起生效，已有记录和文书不变。"
	if f.row.Rule.Locked {
		words = "带锁的规则由清单对照得出，只能改程度，不能停用。"
	}
	if f.dirty() {
		words = "有改动没有保存"
	}
	f.state.SetText(words)
}

// focus moves the keyboard to the first thing that can be changed.
func (f *form) focus() {
	if f.row.Rule.Locked {
		f.level.Focus()
		return
	}
	f.on.Focus()
}

// body is the form.
func (f *form) body() fyne.CanvasObject {
	if f.view != nil {
		return f.view
	}
	r := f.row.Rule
	head := []kit.Slot{kit.Grow(kit.NewPara(r.Title, theme.ItemTitle, theme.ColorText))}
	if r.Locked {
		head = append(head, kit.Fit(kit.NewIcon(theme.IconLock, 18, theme.ColorText3)), kit.Fit(kit.NewLabel("不能停用", theme.Second, theme.ColorText3)))
	} else {
		head = append(head, kit.Fit(f.on))
	}
	slots := []kit.Slot{kit.Fit(kit.Row(8, head...)), kit.Fit(f.originLine())}
	slots = append(slots, f.wording()...)
	if f.number != nil {
		slots = append(slots, kit.Fit(labelled("算法", kit.Column(4, kit.Fit(kit.NewPara(r.Number.Before, theme.Body, theme.ColorText)), kit.Fit(f.number)))))
	}
	slots = append(slots,
		kit.Fit(labelled("程度", kit.Row(8, kit.Wide(110, f.level), kit.Grow(kit.NewPara("写不出依据文件的，最高为提醒", theme.Remark, theme.ColorText3))))),
		kit.Fit(labelled("文书", kit.Row(6, kit.Fit(kit.NewElastic(f.paperWord(), theme.Body, theme.ColorText)),
			kit.Fit(kit.NewLink("去设置", theme.Body, f.tab.page.p.OpenWays)), kit.Space()))))
	upper := kit.Pad(14, 12, kit.Column(8, slots...))
	content := kit.NewScroll(kit.Column(0, kit.Fit(upper), kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(14, 10, f.trial.body)), kit.Fit(kit.NewRule()),
		kit.Fit(kit.Pad(14, 10, f.state))))
	reset := kit.NewButton(kit.ButtonSpec{Text: "恢复原文", Icon: theme.IconUndo, OnPress: f.reset})
	save := kit.NewButton(kit.ButtonSpec{Text: "保存", Icon: theme.IconSave, Key: "Ctrl+Enter", Primary: true, OnPress: func() { f.tab.save(nil) }})
	f.view = kit.Column(0, kit.Grow(content), kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(14, 10, kit.Row(8, kit.Fit(reset), kit.Space(), kit.Fit(save)))))
	return f.view
}

// wording is basis, and the words on a paper.
func (f *form) wording() []kit.Slot {
	r := f.row.Rule
	if r.Locked {
		return []kit.Slot{kit.Fit(labelled("依据", kit.NewPara(basisWord(r.Basis), theme.Body, theme.ColorText)))}
	}
	out := []kit.Slot{kit.Fit(labelled("依据", f.basis))}
	if len(f.row.Shipped.BasisBy) > 0 {
		out = append(out, kit.Fit(labelled("", kit.NewPara("{按事由} 处随来文的事由引用相应法律和文件", theme.Remark, theme.ColorText3))))
	}
	if w := f.row.Written; w != nil {
		out = append(out, kit.Fit(labelled("说法", kit.NewPara(strings.Join(rule.Wordings(*w), "；"), theme.Body, theme.ColorText))))
		if len(w.Except) > 0 {
			out = append(out, kit.Fit(labelled("例外", kit.NewPara(strings.Join(w.Except, "；"), theme.Body, theme.ColorText))))
		}
	} else if n, lawful := r.Wordings(); n > 0 {
		out = append(out, kit.Fit(labelled("识别", kit.NewPara(fmt.Sprintf("%d 种说法，%d 种例外；引述、禁止、已办的不算", n, lawful), theme.Body, theme.ColorText))))
	}
	if f.row.Shipped.Role != app.RoleNote {
		out = append(out, kit.Fit(labelled("单上说法", f.point)), kit.Fit(labelled("建议", f.advice)))
	}
	return out
}

// originLine says where the rule comes from; an imported list may be taken out of use there.
func (f *form) originLine() fyne.CanvasObject {
	words := kit.NewElastic(f.origin(), theme.Remark, theme.ColorText3)
	switch {
	case f.row.Pack == "":
		return words
	case f.row.Written != nil:
		return kit.Row(8, kit.Fit(words), kit.Fit(kit.NewLink("改写…", theme.Remark, func() { f.tab.rewrite(f.row) })),
			kit.Fit(kit.NewLink("移除…", theme.Remark, func() { f.tab.removePack(f.row.Pack) })), kit.Space())
	}
	return kit.Row(8, kit.Fit(words), kit.Fit(kit.NewLink("移除这份清单…", theme.Remark, func() { f.tab.removePack(f.row.Pack) })), kit.Space())
}

// origin says where the rule comes from and who changed it last.
func (f *form) origin() string {
	words := "随软件"
	if f.row.Written != nil {
		words = "本单位写的"
	} else if f.row.Pack != "" {
		words = f.tab.packTitle(f.row.Pack)
	}
	switch {
	case f.row.On.IsZero():
		return words + " · 没有改动"
	case f.row.By == "":
		return words + " · 最近修改 " + f.row.On.String()
	}
	return words + " · 最近修改 " + f.row.On.String() + " " + f.row.By
}

// paperWord says where a finding stands and how the office answers it.
func (f *form) paperWord() string {
	r := f.row.Rule
	place := r.Place()
	if place != "不印在单上" {
		place = "印作“" + place + "”"
	}
	return place + "；反馈方式：" + f.tab.page.p.Way(r.Code)
}

func labelled(label string, o fyne.CanvasObject) fyne.CanvasObject {
	name := kit.Wide(68, kit.NewLabel(label, theme.Body, theme.ColorText3))
	if e, ok := o.(*kit.Entry); !ok || e.MultiLine {
		name = name.AtStart()
	}
	return kit.Row(8, name, kit.Grow(o))
}

// reset takes back everything that the office changed of the rule.
func (f *form) reset() {
	t, code, before := f.tab, f.row.Rule.Code, f.row.Change
	if before.Empty() && !f.dirty() {
		t.page.p.Frame.Info("这条规则没有改动")
		return
	}
	if before.Empty() {
		t.form = nil
		t.show(t.indexOf(code))
		return
	}
	kit.Run(t.page.p.Frame.Runner, "", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, t.page.p.Keeper.ResetRule(context.WithoutCancel(ctx), code)
	}, func(_ struct{}, err error) {
		if err != nil {
			t.page.p.Frame.Fail("没有恢复原文", err, nil)
			return
		}
		t.changed()
		t.page.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastDone, Text: "已恢复原文", Action: "撤回",
			OnPress: func() { t.keep(before, "已撤回恢复", nil) }})
	})
}

// save keeps the draft and then goes on; on may be nil.
func (t *rulesTab) save(on func()) {
	if t.form == nil || !t.form.dirty() {
		if on != nil {
			on()
		}
		return
	}
	f, c := t.page.p.Frame, t.form.change()
	title := t.form.row.Rule.Title
	kit.Run(f.Runner, "", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, t.page.p.Keeper.ChangeRule(context.WithoutCancel(ctx), c)
	}, func(_ struct{}, err error) {
		if err != nil { // what was written stays in the form
			f.Fail("没有保存规则", err, nil)
			return
		}
		t.changed()
		f.Done("已保存“" + title + "”，从下一次比对起生效")
		if on != nil {
			on()
		}
	})
}

// ask asks what becomes of an unsaved change and then goes on; false: nothing is unsaved, nothing was asked.
func (t *rulesTab) ask(on func()) bool {
	if t.form == nil || !t.form.dirty() {
		return false
	}
	var close func()
	title := t.form.row.Rule.Title
	save := func() { close(); t.save(on) }
	drop := func() {
		close()
		code := t.code
		t.form = nil
		t.show(t.indexOf(code))
		on()
	}
	close = t.page.p.Frame.Dialogs.Show(kit.Dialog{Title: "保存改动？", Icon: theme.IconEdit, Tone: theme.ColorPrimary, Confirm: save,
		Body: kit.Pad(16, 14, kit.NewPara("“"+title+"”有改动还没有保存。", theme.Body, theme.ColorText)),
		Actions: []kit.ButtonSpec{{Text: "继续编辑", Key: "Esc", OnPress: func() { close() }},
			{Text: "不保存", OnPress: drop},
			{Text: "保存", Key: "Ctrl+Enter", Icon: theme.IconSave, Primary: true, OnPress: save}}})
	return true
}
