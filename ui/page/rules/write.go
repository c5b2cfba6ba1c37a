package rules

import (
	"context"
	"strings"

	"yidanqing/app"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// writing is the form of a rule that the office writes itself. It outlives its dialog, so that Esc loses nothing.
type writing struct {
	tab      *rulesTab
	replaces string // ID of the rule that is rewritten; empty: a new one

	title, document, place *kit.Entry
	wordings, except       *kit.Entry
	level                  *kit.Select
	role                   *kit.Segment
	close                  func()
}

// write opens the form of a new rule, with what was written the last time and not kept.
func (t *rulesTab) write() {
	if t.draft == nil || t.draft.replaces != "" {
		t.draft = newWriting(t, app.OwnRule{Severity: app.SeverityWarn}, "")
	}
	t.draft.show()
}

// rewrite opens the form of a rule that the office wrote.
func (t *rulesTab) rewrite(r upkeep.RuleRow) {
	if t.draft == nil || t.draft.replaces != r.Pack {
		t.draft = newWriting(t, *r.Written, r.Pack)
	}
	t.draft.show()
}

func newWriting(t *rulesTab, r app.OwnRule, replaces string) *writing {
	long := func(lines []string, hint string) *kit.Entry {
		e := kit.NewLongEntry(strings.Join(lines, "\n"), hint)
		e.SetMinRowsVisible(3)
		return e
	}
	at, role := 0, 0
	options := make([]kit.Option, len(severities))
	for i, s := range severities {
		tone := kit.SeverityTone(s)
		options[i] = kit.Option{Text: s.Title(), Tone: &tone}
		if s == r.Severity {
			at = i
		}
	}
	if r.Role == app.RoleNote {
		role = 1
	}
	return &writing{tab: t, replaces: replaces, title: kit.NewEntry(r.Title, "不得要求派车接送检查人员"),
		wordings: long(r.Wordings, "派车接送\n安排车辆到高铁站"), except: long(r.Except, "自行前往"),
		document: kit.NewEntry(r.Document, "《清河县为基层减负负面清单》"), place: kit.NewEntry(r.Place, "第7条"),
		level: kit.NewSelect(options, at, kit.Plain, nil), role: kit.NewSegment([]string{"建议调整", "只提醒"}, role, nil)}
}

// rule is what is written.
func (w *writing) rule() app.OwnRule {
	r := app.OwnRule{Title: w.title.Text, Document: w.document.Text, Place: w.place.Text, Severity: severities[w.level.Index()],
		Wordings: strings.FieldsFunc(w.wordings.Text, parts), Except: strings.FieldsFunc(w.except.Text, parts)}
	if w.role.Index() == 1 {
		r.Role = app.RoleNote
	}
	return r
}

// parts tells the characters that part one wording from the next.
func parts(r rune) bool { return strings.ContainsRune("\n；;|", r) }

func (w *writing) show() {
	title := "新增规则"
	if w.replaces != "" {
		title = "改写规则"
	}
	note := func(words string) kit.Slot {
		return kit.Fit(labelled("", kit.NewPara(words, theme.Remark, theme.ColorText3)))
	}
	body := kit.Column(8, kit.Fit(labelled("名称", w.title)), note("写一句不得要求的事，印作文书上的说法。"),
		kit.Fit(labelled("说法", w.wordings)), note("来文里可能的写法，一行一种，三个字以上；不写时按名称查找。"),
		kit.Fit(labelled("例外", w.except)), note("前后有这些话的不算，一行一种，可不写。"),
		kit.Fit(labelled("依据文件", w.document)), kit.Fit(labelled("条款", w.place)),
		kit.Fit(labelled("程度", kit.Row(8, kit.Wide(110, w.level), kit.Grow(kit.NewPara("写不出依据文件的，最高为提醒", theme.Remark, theme.ColorText3))))),
		kit.Fit(labelled("作用", kit.Row(8, kit.Fit(w.role), kit.Space()))),
		note("本单位的规则只建议调整或提醒，不会自行定为拒接或提级。"))
	w.close = w.tab.page.p.Frame.Dialogs.Show(kit.Dialog{Title: title, Icon: theme.IconRules, Tone: theme.ColorPrimary, Width: 640, First: w.title, Confirm: w.keep,
		Body: kit.Pad(16, 14, body),
		Actions: []kit.ButtonSpec{{Text: "取消", Key: "Esc", OnPress: func() { w.close() }},
			{Text: "保存", Key: "Ctrl+Enter", Icon: theme.IconSave, Primary: true, OnPress: w.keep}}})
}

// keep keeps what is written; where it cannot be used the form stays as it is.
func (w *writing) keep() {
	t, r := w.tab, w.rule()
	f := t.page.p.Frame
	kit.Run(f.Runner, "", func(ctx context.Context) (string, error) {
		return t.page.p.Keeper.WriteRule(context.WithoutCancel(ctx), r, w.replaces)
	}, func(id string, err error) {
		if err != nil {
			f.Fail("没有保存规则", err, nil)
			return
		}
		w.close()
		t.draft = nil
		t.wanted = id
		t.changed()
		toast := kit.Toast{Kind: kit.ToastDone, Text: "已保存“" + strings.TrimSpace(r.Title) + "”，从下一次比对起生效"}
		if w.replaces == "" {
			toast.Action, toast.OnPress = "撤回", func() { t.dropPack(id) }
		}
		f.Toasts.Show(toast)
	})
}
