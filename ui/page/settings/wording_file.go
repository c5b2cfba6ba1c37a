package settings

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// fileButtons take the whole wording out into a file, take one in, and take a paper back to how it came.
func (t *wordingTab) fileButtons() []fyne.CanvasObject {
	button := func(text, icon string, do func()) fyne.CanvasObject {
		return kit.NewButton(kit.ButtonSpec{Text: text, Icon: icon, Size: kit.Small, OnPress: do})
	}
	return []fyne.CanvasObject{button("导出措辞", theme.IconSave, t.export), button("导入措辞…", theme.IconOpen, t.importFile), button("全部恢复…", theme.IconUndo, t.resetPaper)}
}

func (t *wordingTab) fileColumn() fyne.CanvasObject {
	var slots []kit.Slot
	for _, b := range t.fileButtons() {
		slots = append(slots, kit.Fit(b))
	}
	return kit.Column(6, slots...)
}

func (t *wordingTab) fileRow() fyne.CanvasObject { return kit.Flow(6, 6, t.fileButtons()...) }

func (t *wordingTab) export() {
	f := t.page.p.Frame
	kit.Run(f.Runner, "正在导出措辞", func(ctx context.Context) (string, error) {
		return t.page.p.Keeper.SaveWording(ctx, t.page.p.Folder(), "")
	}, func(path string, err error) {
		if err != nil {
			f.Fail("没有导出措辞", err, nil)
			return
		}
		f.Saved("已导出措辞，可在上面改", path)
	})
}

// importFile takes in a file of sentences; an unsaved change is asked about first.
func (t *wordingTab) importFile() {
	if t.ask(t.importFile) {
		return
	}
	f := t.page.p.Frame
	f.Files.ChooseFiles("导入文书措辞", []string{"txt"}, false, func(paths []string) {
		if len(paths) == 0 {
			return
		}
		kit.Run(f.Runner, "正在导入措辞", func(ctx context.Context) (int, error) {
			text, err := t.page.p.Texts.ReadPlain(ctx, paths[0])
			if err != nil {
				return 0, err
			}
			return t.page.p.Keeper.ImportWording(context.WithoutCancel(ctx), text)
		}, func(n int, err error) {
			if err != nil {
				f.FailFile("没有导入措辞", "原来的措辞不变。", err, t.importFile)
				return
			}
			t.editor, t.undo = nil, nil
			t.load()
			if n == 0 {
				f.Info("文件里的措辞与现在相同")
				return
			}
			f.Done(fmt.Sprintf("已导入，改动 %d 句，用在以后的文书上", n))
		})
	})
}

// resetPaper takes all sentences of the paper in front back to how they came, after a question.
func (t *wordingTab) resetPaper() {
	f := t.page.p.Frame
	if t.paper >= len(t.all.Papers) {
		return
	}
	p := t.all.Papers[t.paper]
	if p.Own == 0 {
		f.Info("“" + p.Title + "”没有改过的语句")
		return
	}
	var close func()
	do := func() {
		close()
		kit.Run(f.Runner, "", func(ctx context.Context) (int, error) {
			return t.page.p.Keeper.ResetPaper(context.WithoutCancel(ctx), p.Title)
		}, func(n int, err error) {
			if err != nil {
				f.Fail("没有恢复原文", err, nil)
				return
			}
			t.editor, t.undo = nil, nil
			t.load()
			f.Done(fmt.Sprintf("“%s”已恢复原文 %d 句", p.Title, n))
		})
	}
	close = f.Dialogs.Show(kit.Dialog{Title: "恢复原文？", Icon: theme.IconUndo, Tone: theme.ColorPrimary, Confirm: do,
		Body: kit.Pad(16, 14, kit.NewPara(fmt.Sprintf("“%s”改过的 %d 句恢复为随软件的原文。改过的写法留在每句的改动记录里，可以再取用；已出的文书不变。", p.Title, p.Own), theme.Body, theme.ColorText)),
		Actions: []kit.ButtonSpec{{Text: "取消", Key: "Esc", OnPress: func() { close() }},
			{Text: "恢复原文", Key: "Ctrl+Enter", Icon: theme.IconUndo, Primary: true, OnPress: do}}})
}
