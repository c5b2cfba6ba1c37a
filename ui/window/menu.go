package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// menu holds every shortcut as an item, because only menu items answer while a field has the keyboard.
func (w *Window) menu() *fyne.MainMenu {
	ctrl := func(key fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
	}
	bare := func(key fyne.KeyName) fyne.Shortcut { return &desktop.CustomShortcut{KeyName: key} }
	item := func(text string, s fyne.Shortcut, do func()) *fyne.MenuItem {
		i := fyne.NewMenuItem(text, do)
		i.Shortcut = s
		return i
	}
	quit := item("退出", nil, w.close)
	quit.IsQuit = true
	toPage := func(p page) func() { return w.guarded(func() { w.show(p) }) }
	return fyne.NewMainMenu(
		fyne.NewMenu("文件",
			item("打开文件…", ctrl(fyne.KeyO), w.guarded(func() { w.show(w.inbox); w.inbox.OpenFile() })),
			item("手工登记一件…", nil, w.guarded(func() { w.show(w.inbox); w.inbox.Type("") })),
			item("导入清单…", nil, w.guarded(func() { w.show(w.lists); w.lists.StartImport() })),
			fyne.NewMenuItemSeparator(),
			item("打印送审稿", ctrl(fyne.KeyP), command(w, printer.Print)),
			fyne.NewMenuItemSeparator(), quit),
		fyne.NewMenu("编辑",
			item("粘贴来文并比对（Ctrl+V）", nil, w.guarded(func() { w.show(w.inbox); w.inbox.Paste() })),
			item("复制依据或全文（Ctrl+C）", nil, command(w, func(p copier) { w.frame.Copy(p.CopyWords(), "已复制") })),
			item("撤回上一步（Ctrl+Z）", nil, command(w, undoer.Undo)),
			item("查找", ctrl(fyne.KeyF), command(w, finder.Find))),
		fyne.NewMenu("事项",
			item("新收件", ctrl(fyne.KeyN), w.guarded(func() { w.show(w.inbox); w.inbox.Fresh() })),
			item("生成文书", ctrl(fyne.KeyG), command(w, generator.Generate)),
			item("确定", ctrl(fyne.KeyReturn), w.confirm),
			item("登记", ctrl(fyne.KeyS), command(w, registrar.Register)),
			item("改判", ctrl(fyne.KeyE), command(w, overrider.Override)),
			item("重新比对", bare(fyne.KeyF5), command(w, rechecker.Recheck))),
		fyne.NewMenu("查看",
			item("收件", ctrl(fyne.Key1), toPage(w.inbox)), item("台账", ctrl(fyne.Key2), toPage(w.records)),
			item("清单", ctrl(fyne.Key3), toPage(w.lists)), item("设置", ctrl(fyne.Key4), toPage(w.settings)),
			fyne.NewMenuItemSeparator(),
			item("文字放大", ctrl(fyne.KeyEqual), w.zoom(1)), item("文字缩小", ctrl(fyne.KeyMinus), w.zoom(-1)),
			item("下一块", bare(fyne.KeyF6), command(w, paneCycler.NextPane))),
		fyne.NewMenu("帮助",
			item("帮助与快捷键", bare(fyne.KeyF1), w.guarded(w.openHelp)),
			item("打开数据位置", nil, w.openData),
			item("关于一单清", nil, w.about)))
}

func (w *Window) openData() {
	if err := w.frame.Files.ShowFile(w.p.DataDir); err != nil {
		w.frame.Fail("没有打开文件夹", err, nil)
	}
}

func (w *Window) about() {
	if w.frame.Dialogs.Open() {
		return
	}
	var close func()
	line := func(label, value string) kit.Slot {
		return kit.Fit(kit.Row(10, kit.Wide(76, kit.NewLabel(label, theme.Body, theme.ColorText3)).AtStart(), kit.Grow(kit.NewPara(value, theme.Body, theme.ColorText))))
	}
	close = w.frame.Dialogs.Show(kit.Dialog{Title: "一单清 " + w.p.Version, Icon: theme.IconNote, Tone: theme.ColorPrimary,
		Body: kit.Pad(16, 14, kit.Column(8, line("数据位置", w.p.DataDir), line("文书副本", w.p.PaperDir), line("规则", w.p.Rules),
			kit.Fit(kit.NewPara("软件只给建议，决定由单位作出，审定以纸上签字为准。不联网，资料只存在这台电脑上。", theme.Second, theme.ColorText2)))),
		Actions: []kit.ButtonSpec{{Text: "关闭", Key: "Esc", Primary: true, OnPress: func() { close() }}}})
}
