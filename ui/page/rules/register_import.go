package rules

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/rule"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// choosePath asks for the file of a register and shows what it would bring. Nothing is kept before 导入.
func (t *registersTab) choosePath() {
	kind := t.view().Kind
	t.page.p.Frame.Files.ChooseFiles("导入"+kind.Title(), t.page.p.Import.ListFormats(), false, func(paths []string) {
		if len(paths) > 0 {
			t.preview(kind, paths[0])
		}
	})
}

func (t *registersTab) preview(kind app.RegisterKind, path string) {
	type answer struct {
		register app.Register
		view     rule.RegisterPreview
	}
	f := t.page.p.Frame
	kit.Run(f.Runner, "正在读取名录", func(ctx context.Context) (a answer, err error) {
		a.register, a.view, err = t.page.p.Import.PreviewRegister(ctx, kind, path)
		return a, err
	}, func(a answer, err error) {
		if err != nil {
			f.Fail("没有读成名录", err, nil)
			return
		}
		t.show(path, a.register, a.view)
	})
}

// sourceForm asks once for what the file does not say.
type sourceForm struct {
	title, docNo, from, to *kit.Entry
	complete               *kit.Segment
}

func newSourceForm(k app.RegisterKind, s app.Source) *sourceForm {
	at := 0
	if s.Incomplete {
		at = 1
	}
	return &sourceForm{title: kit.NewEntry(s.Title, k.Title()), docNo: kit.NewEntry(s.DocNo, "没有可不填"),
		from: kit.NewEntry(s.From.String(), "2026-01-01，长期有效可不填"), to: kit.NewEntry(s.To.String(), "2026-12-31，长期有效可不填"),
		complete: kit.NewSegment([]string{"完整", "不完整"}, at, nil)}
}

func (f *sourceForm) rows() []kit.Slot {
	return []kit.Slot{kit.Fit(labelled("名称", f.title)), kit.Fit(labelled("文号", f.docNo)), kit.Fit(labelled("施行", f.from)), kit.Fit(labelled("到期", f.to)),
		kit.Fit(labelled("完整性", kit.Row(0, kit.Fit(f.complete), kit.Space()))),
		kit.Fit(kit.NewPara("不完整或不在有效期的名录只供查看，不据此判断。", theme.Remark, theme.ColorText3))}
}

// read puts what was typed into the source.
func (f *sourceForm) read(s app.Source) (app.Source, error) {
	s.Title, s.DocNo, s.Incomplete = strings.TrimSpace(f.title.Text), strings.TrimSpace(f.docNo.Text), f.complete.Index() == 1
	if s.Title == "" {
		return s, app.Errorf(app.CodeInvalid, "还没有写名称。请写名录的全称。")
	}
	for _, d := range []struct {
		words string
		to    *app.Date
	}{{f.from.Text, &s.From}, {f.to.Text, &s.To}} {
		*d.to = app.Date{}
		if w := strings.TrimSpace(d.words); w != "" {
			v, err := app.ParseDate(w)
			if err != nil {
				return s, err
			}
			*d.to = v
		}
	}
	return s, nil
}

// show shows what a register would bring.
func (t *registersTab) show(path string, r app.Register, view rule.RegisterPreview) {
	f := t.page.p.Frame
	form := newSourceForm(r.Kind, r.Source)
	left := []kit.Slot{kit.Fit(kit.NewLabel(fmt.Sprintf("将得到 %d 条", len(r.Entries)), theme.Heading, theme.ColorText))}
	left = append(left, form.rows()...)
	left = append(left, kit.Fit(kit.NewRule()))
	for i, e := range r.Entries {
		if i == 6 {
			left = append(left, kit.Fit(kit.NewPara(fmt.Sprintf("还有 %d 条", len(r.Entries)-i), theme.Second, theme.ColorText2)))
			break
		}
		left = append(left, kit.Fit(kit.NewParaMax(strings.TrimSpace(e.Name+"　"+e.Department), theme.Second, theme.ColorText, 1)))
	}
	var close func()
	confirm := func() {
		src, err := form.read(r.Source)
		if err != nil {
			f.Toasts.Show(kit.Toast{Kind: kit.ToastWarn, Text: app.ErrorMessage(err)})
			return
		}
		close()
		r.Source = src
		t.keep(r)
	}
	close = f.Dialogs.Show(kit.Dialog{Title: "导入" + r.Kind.Title(), Hint: filepath.Base(path), Width: 900, Icon: theme.IconRules, Tone: theme.ColorPrimary, Confirm: confirm,
		Body: kit.Pad(16, 14, kit.Beside(24, 360, kit.Column(8, left...), kit.Column(8, looks(append(view.Missing, view.Warnings...), view.Unread)...))),
		Actions: []kit.ButtonSpec{{Text: "取消", Key: "Esc", OnPress: func() { close() }},
			{Text: fmt.Sprintf("导入 %d 条", len(r.Entries)), Icon: theme.IconCheck, Key: "Ctrl+Enter", Primary: true, OnPress: confirm}}})
}

func (t *registersTab) keep(r app.Register) {
	f := t.page.p.Frame
	kit.Run(f.Runner, "正在导入", func(ctx context.Context) (ledger.Register, error) {
		return t.page.p.Keeper.ImportRegister(context.WithoutCancel(ctx), r)
	}, func(kept ledger.Register, err error) {
		if err != nil {
			f.Fail("没有导入", err, nil)
			return
		}
		t.page.Reload()
		t.page.p.Changed()
		f.Toasts.Show(kit.Toast{Kind: kit.ToastDone, Text: fmt.Sprintf("已导入%s，%d 条", r.Kind.Title(), len(r.Entries)), Action: "撤回",
			OnPress: func() { t.withdraw(kept.ID, "导入后当即撤回") }})
	})
}

// askWithdraw asks before a register is taken out of use.
func (t *registersTab) askWithdraw() {
	v := t.view()
	if v.Used == nil {
		return
	}
	id, title := v.Used.ID, v.Used.Register.Source.Title
	var close func()
	stop := func() { close(); t.withdraw(id, "经办人停用") }
	close = t.page.p.Frame.Dialogs.Show(kit.Dialog{Title: "停用这份名录？", Icon: theme.IconRules, Tone: theme.ColorPrimary, Confirm: stop,
		Body:    kit.Pad(16, 14, kit.NewPara("“"+title+"”从下一次比对起不再使用，台账里仍保留。有较早的一份时改用那一份。", theme.Body, theme.ColorText)),
		Actions: []kit.ButtonSpec{{Text: "取消", Key: "Esc", OnPress: func() { close() }}, {Text: "停用", Key: "Ctrl+Enter", Primary: true, OnPress: stop}}})
}

func (t *registersTab) withdraw(id, reason string) {
	f := t.page.p.Frame
	kit.Run(f.Runner, "", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, t.page.p.Keeper.WithdrawRegister(context.WithoutCancel(ctx), id, reason)
	}, func(_ struct{}, err error) {
		if err != nil {
			f.Fail("没有停用", err, nil)
			return
		}
		t.page.Reload()
		t.page.p.Changed()
		f.Done("已停用，从下一次比对起生效")
	})
}
