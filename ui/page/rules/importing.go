package rules

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"yidanqing/app"
	"yidanqing/app/rule"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// mostUnread is how many rows that were not understood are written out.
const mostUnread = 50

// importPack asks for a negative list and shows what it would bring. Nothing is kept before 导入.
func (t *rulesTab) importPack() {
	f := t.page.p.Frame
	f.Files.ChooseFiles("导入负面清单（要求或说法、依据文件、条款、级别）", t.page.p.Import.ListFormats(), false, func(paths []string) {
		if len(paths) > 0 {
			t.previewPack(paths[0])
		}
	})
}

func (t *rulesTab) previewPack(path string) {
	type answer struct {
		pack app.RulePack
		view rule.PackPreview
	}
	f := t.page.p.Frame
	kit.Run(f.Runner, "正在读取负面清单", func(ctx context.Context) (a answer, err error) {
		a.pack, a.view, err = t.page.p.Import.PreviewPack(ctx, path)
		return a, err
	}, func(a answer, err error) {
		if err != nil {
			f.Fail("没有读成负面清单", err, nil)
			return
		}
		t.showPack(path, a.pack, a.view)
	})
}

// showPack shows what a negative list would bring.
func (t *rulesTab) showPack(path string, pack app.RulePack, view rule.PackPreview) {
	f := t.page.p.Frame
	title := kit.NewEntry(pack.Source.Title, "清河县为基层减负负面清单")
	count := map[app.Severity]int{}
	for _, r := range pack.Rules {
		count[r.Severity]++
	}
	left := []kit.Slot{kit.Fit(kit.NewLabel("将得到", theme.Heading, theme.ColorText)), kit.Fit(labelled("名称", title))}
	for _, s := range severities {
		left = append(left, kit.Fit(labelled(s.Title(), kit.NewLabel(fmt.Sprintf("%d 条", count[s]), theme.BodyBold, theme.ColorText))))
	}
	left = append(left, kit.Fit(kit.NewPara("导入的规则只提示、可印作“建议调整”，不会自行定为拒接或提级；没有依据文件的最高为提醒，不印在单上。已有记录不变。", theme.Remark, theme.ColorText3)),
		kit.Fit(kit.NewRule()))
	for i, r := range pack.Rules {
		if i == 8 {
			left = append(left, kit.Fit(kit.NewPara(fmt.Sprintf("还有 %d 条", len(pack.Rules)-i), theme.Second, theme.ColorText2)))
			break
		}
		left = append(left, kit.Fit(kit.NewParaMax(r.Severity.Title()+"　"+r.Title, theme.Second, theme.ColorText, 2)))
	}
	var close func()
	confirm := func() {
		close()
		if s := strings.TrimSpace(title.Text); s != "" {
			pack.Source.Title = s
		}
		t.keepPack(pack)
	}
	close = f.Dialogs.Show(kit.Dialog{Title: "导入负面清单", Hint: filepath.Base(path), Width: 900, Icon: theme.IconRules, Tone: theme.ColorPrimary, Confirm: confirm,
		Body: kit.Pad(16, 14, kit.Beside(24, 360, kit.Column(8, left...), kit.Column(8, looks(view.Warnings, view.Unread)...))),
		Actions: []kit.ButtonSpec{{Text: "取消", Key: "Esc", OnPress: func() { close() }},
			{Text: fmt.Sprintf("导入 %d 条", len(pack.Rules)), Icon: theme.IconCheck, Key: "Ctrl+Enter", Primary: true, OnPress: confirm}}})
}

// looks is what is worth a look before an import, and the rows that would not come.
func looks(warnings []string, unread []rule.RegisterRow) []kit.Slot {
	out := []kit.Slot{kit.Fit(kit.NewLabel(fmt.Sprintf("请看一眼（%d 处）", len(warnings)), theme.Heading, theme.ColorText))}
	for i, w := range warnings {
		if i == mostUnread {
			break
		}
		out = append(out, kit.Fit(kit.Row(8, kit.Fit(kit.NewIcon(theme.IconWarn, 18, theme.ColorEscalate)).AtStart(), kit.Grow(kit.NewPara(w, theme.Body, theme.ColorText)))))
	}
	title := "每一行都会导入"
	if n := len(unread); n > 0 {
		title = fmt.Sprintf("不会导入的行（%d 行）", n)
	}
	out = append(out, kit.Fit(kit.NewLabel(title, theme.Heading, theme.ColorText)))
	for i, u := range unread {
		if i == mostUnread {
			out = append(out, kit.Fit(kit.NewPara(fmt.Sprintf("还有 %d 行，原因多半相同", len(unread)-i), theme.Second, theme.ColorText2)))
			break
		}
		place := u.Name
		if u.Row > 0 {
			place += fmt.Sprintf(" 第%d行", u.Row)
		}
		out = append(out, kit.Fit(kit.NewParaMax(place+"　"+u.Words, theme.Second, theme.ColorText, 2)), kit.Fit(kit.NewPara(u.Reason, theme.Second, theme.ColorText2)))
	}
	return out
}

func (t *rulesTab) keepPack(pack app.RulePack) {
	f := t.page.p.Frame
	kit.Run(f.Runner, "正在导入", func(ctx context.Context) (string, error) {
		return t.page.p.Keeper.ImportPack(context.WithoutCancel(ctx), pack)
	}, func(id string, err error) {
		if err != nil {
			f.Fail("没有导入", err, nil)
			return
		}
		t.changed()
		f.Toasts.Show(kit.Toast{Kind: kit.ToastDone, Text: fmt.Sprintf("已导入 %d 条，从下一次比对起生效", len(pack.Rules)), Action: "撤回", OnPress: func() { t.dropPack(id) }})
	})
}

func (t *rulesTab) packTitle(id string) string {
	for _, p := range t.packs {
		if p.ID == id {
			return "《" + strings.Trim(p.Pack.Source.Title, "《》") + "》"
		}
	}
	return "本单位导入"
}

// removePack asks before an imported list is taken out of use.
func (t *rulesTab) removePack(id string) {
	n, words := 0, ""
	for _, r := range t.all.Rows {
		if r.Pack == id {
			n++
			words = fmt.Sprintf("%s的 %d 条规则从下一次比对起不再使用。已有记录和文书不变，以后可以再导入。", t.packTitle(id), n)
			if r.Written != nil {
				words = "“" + r.Rule.Title + "”从下一次比对起不再使用。已有记录和文书不变。"
			}
		}
	}
	var close func()
	remove := func() { close(); t.dropPack(id) }
	close = t.page.p.Frame.Dialogs.Show(kit.Dialog{Title: "从规则中移除？", Icon: theme.IconRules, Tone: theme.ColorPrimary, Confirm: remove,
		Body:    kit.Pad(16, 14, kit.NewPara(words, theme.Body, theme.ColorText)),
		Actions: []kit.ButtonSpec{{Text: "取消", Key: "Esc", OnPress: func() { close() }}, {Text: "移除", Key: "Ctrl+Enter", Primary: true, OnPress: remove}}})
}

func (t *rulesTab) dropPack(id string) {
	f := t.page.p.Frame
	kit.Run(f.Runner, "", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, t.page.p.Keeper.RemovePack(context.WithoutCancel(ctx), id)
	}, func(_ struct{}, err error) {
		if err != nil {
			f.Fail("没有移除", err, nil)
			return
		}
		t.changed()
		f.Done("已移除，从下一次比对起生效")
	})
}

// template writes a template into the folder of the papers and offers to open it.
func (p *Page) template(save func(ctx context.Context, folder string) (string, error)) {
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (string, error) { return save(ctx, p.p.Folder()) }, func(path string, err error) {
		if err != nil {
			p.p.Frame.Fail("没有写成模板", err, nil)
			return
		}
		p.p.Frame.Saved("已写好模板", path)
	})
}

// button is a button of a bar.
func button(text, icon string, do func()) kit.Slot {
	return kit.Fit(kit.NewButton(kit.ButtonSpec{Text: text, Icon: icon, OnPress: do}))
}
