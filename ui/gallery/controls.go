package gallery

import (
	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// controls are what is pressed, chosen and typed into.
func controls(*Gallery) []group {
	none := func() {}
	button := func(primary bool) *kit.Button {
		return kit.NewButton(kit.ButtonSpec{Text: "登记", Icon: theme.IconSave, Primary: primary, OnPress: none})
	}
	link := func() *kit.Press { return kit.NewLink("复制全文", theme.Body, none) }
	filter := func(on bool) *kit.Press { return kit.NewFilter("全部 781", on, none) }
	check := func(on bool) *kit.Check { return kit.NewCheck("附比对证据页", "", on, nil) }
	toggle := func(on bool) *kit.Switch { return kit.NewSwitch("启用", "启用", on, nil) }
	radio := func(on bool) *kit.Press { return kit.NewRadio("乡镇", on, none) }
	choice := func() *kit.Press { return kit.NewChoice("已撤回", "办结", none) }
	verdicts := []app.Verdict{app.VerdictDo, app.VerdictCooperate, app.VerdictRefuse, app.VerdictEscalate}
	selectOf := func(at int) *kit.Select { return kit.NewVerdictSelect(verdicts, at, office(), nil) }
	rail := func(current, tall bool) *kit.Press {
		return kit.NewRailItem(kit.RailSpec{Text: "待反馈", Icon: theme.IconClock, Count: 6, OnPress: none}, current, tall)
	}
	return []group{
		inRow("NewButton", state{"常态", button(false)}, hovered(button(false)), focused(button(false)), off(button(false)), state{"主按钮", button(true)}, focused(button(true)),
			state{"主按钮，停用", off(button(true)).show}, state{"44 高", kit.NewButton(kit.ButtonSpec{Text: "生成反馈单", Icon: theme.IconPaper, Key: "Ctrl+G", Size: kit.Main, Primary: true, OnPress: none})},
			state{"行内", kit.NewButton(kit.ButtonSpec{Text: "登记审定", Size: kit.Small, OnPress: none})}),
		inRow("NewCellAction", state{"常态", kit.NewCellAction("登记审定", none)}),
		inRow("NewLink", state{"常态", link()}, hovered(link()), focused(link())),
		inRow("NewFilter", state{"关", filter(false)}, state{"开", filter(true)}, hovered(filter(false)), focused(filter(true))),
		inRow("NewCheck", state{"关", check(false)}, state{"开", check(true)}, hovered(check(false)), focused(check(true)),
			state{"有附注", kit.NewCheck("同时生成建议函", "发给来文单位", false, nil)}),
		inRow("NewSwitch", state{"关", toggle(false)}, state{"开", toggle(true)}, focused(toggle(true)), off(toggle(false))),
		inRow("NewRadio · NewChoice", state{"未选", radio(false)}, state{"已选", radio(true)}, focused(radio(true)), state{"两行", choice()}, hovered(choice()), focused(choice())),
		inRow("NewSegment", state{"已选", kit.NewSegment([]string{"乡镇", "街道", "村", "社区"}, 0, nil)}, state{"未选", kit.NewSegment([]string{"完整", "不完整"}, -1, nil)},
			focused(kit.NewSegment([]string{"先沟通", "直接反馈", "只提醒"}, 1, nil))),
		stack("NewSelect · NewPlainSelect · NewVerdictSelect", state{"文字", kit.NewPlainSelect([]string{"全部年份", "2026 年"}, 1, nil)},
			focused(kit.NewPlainSelect([]string{"赵国梁（分管副镇长）"}, 0, nil)), state{"放不下", kit.NewPlainSelect([]string{longWords}, 0, nil)},
			state{"承办", selectOf(0)}, state{"配合", selectOf(1)}, state{"拒接反馈", selectOf(2)}, state{"提级反映", selectOf(3)},
			state{"行内", kit.NewSelect([]kit.Option{{Text: "直接反馈"}, {Text: "先沟通"}}, 0, kit.Small, nil)}),
		stack("NewEntry · NewLongEntry", state{"空", kit.NewEntry("", "查找规则、依据")}, state{"有字", kit.NewEntry("清农函〔2026〕52号", "")}, focused(kit.NewEntry("662 2033", "")),
			offEntry("柳河镇"), state{"放不下", kit.NewEntry(longWords, "")}, state{"多行", kit.NewLongEntry("《整治形式主义为基层减负若干规定》第六部分", "")}),
		stack("NewSearch", state{"空", kit.NewSearch("标题、文号、单位、原文…", "Ctrl+F")}, state{"没有快捷键", kit.NewSearch("查找部门、事项", "")}, focused(kit.NewSearch("查找名称、部门", ""))),
		stack("NewNumberField", state{"常态", kit.NewNumberField(5, 1, 30, "个工作日", nil)}, focusedNumber(), off(kit.NewNumberField(5, 1, 30, "天", nil)),
			state{"到头", kit.NewNumberField(30, 1, 30, "天", nil)}),
		stack("NewTabs", state{"三页", kit.NewTabs([]kit.Tab{{Text: "规则", Count: "27"}, {Text: "用语", Count: "3"}, {Text: "比对先例", Count: "—"}}, 0, nil)}),
		inRow("NewRailItem", state{"常态", kit.AtLeast(44, rail(false, false))}, state{"当前", rail(true, false)}, hovered(rail(false, false)), focused(rail(false, false)), state{"窄", rail(true, true)}),
		stack("NewActionRow", state{"放得下", kit.NewActionRow([]*kit.Button{button(true)}, []*kit.Button{button(false), button(false)})}),
		stack("NewPress", state{"任何内容都可按", kit.NewPress("按", kit.Look{Ground: theme.ColorSurface, Hover: theme.ColorHover, Stroke: theme.ColorLine, Radius: theme.RadiusCard},
			kit.Pad(12, 8, kit.NewLabel("最近收件的一行", theme.Body, theme.ColorText)), none)}, menu()),
	}
}

// offEntry is a field that cannot be typed into.
func offEntry(text string) state {
	e := kit.NewEntry(text, "")
	e.Disable()
	return state{"停用", e}
}

// menu opens the list of actions that 更多 and the other mouse button open.
func menu() state {
	var b *kit.Button
	b = kit.NewButton(kit.ButtonSpec{Text: "更多", Icon: theme.IconDown, OnPress: func() {
		kit.Menu(b, fyne.NewMenuItem("打印原文", nil), fyne.NewMenuItem("生成建议函", nil), fyne.NewMenuItemSeparator(), fyne.NewMenuItem("撤销登记", nil))
	}})
	return state{"Menu", kit.Row(0, kit.Fit(b), kit.Space())}
}

// focusedNumber is a number field with the keyboard, which its entry has.
func focusedNumber() state {
	f := kit.NewNumberField(3, 1, 30, "件", nil)
	f.FocusGained()
	return state{"焦点", f}
}
