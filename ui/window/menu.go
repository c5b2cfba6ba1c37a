package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// menuKey is a shortcut of a menu item. The toolkit writes shortcuts too faintly to be read; ours stand in the words of
// the item, and the item keeps only the name by which the toolkit finds it.
type menuKey struct{ name string }

// ShortcutName implements fyne.Shortcut.
func (k menuKey) ShortcutName() string { return k.name }

// entry is an item of a menu before its words are aligned.
type entry struct {
	text, key string
	shortcut  fyne.Shortcut
	do        func()
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return menuKey{(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}).ShortcutName()}
}

func ctrlShift(key fyne.KeyName) fyne.Shortcut {
	return menuKey{(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}).ShortcutName()}
}

func bare(key fyne.KeyName) fyne.Shortcut {
	return menuKey{(&desktop.CustomShortcut{KeyName: key}).ShortcutName()}
}

// newMenu makes a menu; the names of the keys stand one under the other. An entry without text is a line.
func newMenu(title string, entries ...entry) *fyne.Menu {
	most := float32(0)
	for _, e := range entries {
		if e.key != "" {
			most = max(most, menuWidth(e.text))
		}
	}
	m := fyne.NewMenu(title)
	for _, e := range entries {
		if e.text == "" {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
			continue
		}
		words := e.text
		if e.key != "" {
			words += blanks(most-menuWidth(e.text)+2*menuWidth("\u3000")) + e.key
		}
		i := fyne.NewMenuItem(words, e.do)
		i.Shortcut = e.shortcut
		m.Items = append(m.Items, i)
	}
	return m
}

// menuWidth is how wide words are in a menu.
func menuWidth(words string) float32 {
	return fyne.MeasureText(words, theme.Body.TextSize(), theme.Body.Style()).Width
}

// blanks fill a width: wide ones, then narrow ones, since names with Latin letters are no whole number of characters wide.
func blanks(width float32) string {
	wide, narrow := menuWidth("\u3000"), menuWidth(" ")
	n := int(width / wide)
	rest := width - float32(n)*wide
	return strings.Repeat("\u3000", n) + strings.Repeat(" ", int(rest/narrow+0.5))
}

// menu holds every shortcut as an item, because only menu items answer while a field has the keyboard.
func (w *Window) menu() *fyne.MainMenu {
	list, papers := "导入清单…", "生成文书或月报"
	if w.office.Grassroots() {
		list, papers = "导入村级清单…", "生成反映单"
	}
	imports := []entry{{list, "Ctrl+I", ctrl(fyne.KeyI), w.guarded(w.importList)}}
	if !w.office.Grassroots() { // a village has no rules to look after, and nothing that it sees compares with an old ledger
		imports = append(imports, entry{"导入负面清单…", "", nil, w.guarded(func() { w.show(w.rules); w.rules.get().ImportPack() })},
			entry{"导入旧台账…", "", nil, w.guarded(w.importOld)},
			entry{"新增规则…", "", nil, w.guarded(func() { w.show(w.rules); w.rules.get().WriteRule() })},
			entry{"清单版本对比", "", nil, w.guarded(func() { w.show(w.lists); w.lists.get().Compare() })},
			entry{"清单动态调整建议…", "", nil, w.guarded(func() { w.show(w.lists); w.lists.get().Propose() })})
	}
	first := []entry{
		{"打开文件…", "Ctrl+O", ctrl(fyne.KeyO), w.guarded(func() { w.show(w.inbox); w.inbox.get().OpenFile() })},
		{"手工登记一件…", "Ctrl+Shift+N", ctrlShift(fyne.KeyN), w.guarded(func() { w.show(w.inbox); w.inbox.get().Type("") })},
	}
	file := newMenu("文件", append(append(first, imports...),
		entry{},
		entry{"打印", "Ctrl+P", ctrl(fyne.KeyP), command(w, printer.Print)},
		entry{"打印设置…", "", nil, w.guarded(func() { w.frame.AskPrinting(nil) })},
		entry{"核验文书…", "", nil, w.guarded(w.provePaper)},
		entry{"导出表格…", "Ctrl+Shift+E", ctrlShift(fyne.KeyE), command(w, exporter.ExportTable)},
		entry{"另存为 Word…", "Ctrl+Shift+S", ctrlShift(fyne.KeyS), command(w, wordSaver.SaveWord)},
		entry{},
		entry{"退出", "", nil, w.close})...)
	file.Items[len(file.Items)-1].IsQuit = true
	return fyne.NewMainMenu(file,
		newMenu("编辑",
			entry{"粘贴来文并比对", "Ctrl+V", nil, w.guarded(func() { w.show(w.inbox); w.inbox.get().Paste() })},
			entry{"复制依据或全文", "Ctrl+C", nil, command(w, func(p copier) { w.frame.Copy(p.CopyWords(), "已复制") })},
			entry{"撤回上一步", "Ctrl+Z", nil, command(w, undoer.Undo)},
			entry{"查找", "Ctrl+F", ctrl(fyne.KeyF), command(w, finder.Find)},
			entry{},
			entry{"改文书措辞…", "", nil, w.guarded(func() { w.show(w.settings); w.settings.get().ShowWording() })}),
		newMenu("事项", w.matterEntries(
			entry{"新收件", "Ctrl+N", ctrl(fyne.KeyN), w.guarded(func() { w.show(w.inbox); w.inbox.get().Fresh() })},
			entry{"队列下一件", "Ctrl+PgDn", ctrl(fyne.KeyPageDown), command(w, stepper.Next)},
			entry{"队列上一件", "Ctrl+PgUp", ctrl(fyne.KeyPageUp), command(w, stepper.Previous)},
			entry{papers, "Ctrl+G", ctrl(fyne.KeyG), command(w, generator.Generate)},
			entry{"批量文书…", "Ctrl+B", ctrl(fyne.KeyB), command(w, batcher.BatchPapers)},
			entry{"确定", "Ctrl+Enter", ctrl(fyne.KeyReturn), w.confirm},
			entry{"登记", "Ctrl+S", ctrl(fyne.KeyS), command(w, registrar.Register)},
			entry{"先沟通", "Ctrl+T", ctrl(fyne.KeyT), command(w, talker.Talk)},
			entry{"改判", "Ctrl+E", ctrl(fyne.KeyE), command(w, overrider.Override)},
			entry{"改要素", "F2", bare(fyne.KeyF2), command(w, corrector.EditField)},
			entry{"重新比对", "F5", bare(fyne.KeyF5), command(w, rechecker.Recheck)})...),
		newMenu("查看", append(w.sectionEntries(),
			entry{},
			entry{"文字放大", "Ctrl+加号", ctrl(fyne.KeyEqual), w.zoom(1)}, entry{"文字缩小", "Ctrl+减号", ctrl(fyne.KeyMinus), w.zoom(-1)},
			entry{"下一块", "F6", bare(fyne.KeyF6), command(w, paneCycler.NextPane)})...),
		newMenu("帮助",
			entry{"帮助与快捷键", "F1", bare(fyne.KeyF1), w.guarded(w.openHelp)},
			entry{"打开数据位置", "", nil, w.openData},
			entry{"关于一单清", "", nil, w.about}))
}

// matterEntries are the items about matters; what a village raises goes to its town one by one, others may collect it.
func (w *Window) matterEntries(all ...entry) []entry {
	if w.office.Grassroots() {
		return all
	}
	return append(all, entry{"合并提级反映…", "Ctrl+Shift+B", ctrlShift(fyne.KeyB), command(w, collector.CollectEscalation)},
		entry{"本月小事合并提级…", "Ctrl+M", ctrl(fyne.KeyM), w.guarded(w.openTogether)})
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
		Body: kit.Pad(16, 14, kit.Column(8, line("数据位置", w.p.DataDir), line("文书副本", w.p.PaperDir), line("规则", w.status.rulesWord),
			kit.Fit(kit.NewPara("软件只给建议，决定由单位作出，审定以纸上签字为准。不联网，资料只存在这台电脑上。", theme.Second, theme.ColorText2)))),
		Actions: []kit.ButtonSpec{{Text: "关闭", Key: "Esc", Primary: true, OnPress: func() { close() }}}})
}
