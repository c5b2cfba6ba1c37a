package records

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// narrowList is the list where the room is narrow: what stands in the head elsewhere is behind two buttons.
func (p *Page) narrowList() fyne.CanvasObject {
	bar := []kit.Slot{kit.Grow(p.search)}
	if !p.old.on {
		bar = append(bar, kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "筛选", Icon: theme.IconSearch, OnPress: p.askConditions})))
	}
	var more *kit.Button
	more = kit.NewButton(kit.ButtonSpec{Text: "更多", Icon: theme.IconDown, OnPress: func() {
		items := []*fyne.MenuItem{fyne.NewMenuItem("打印", p.Print), fyne.NewMenuItem("导出表格…", p.ExportTable)}
		if !p.p.Frame.Office().Grassroots() {
			items = append(items, fyne.NewMenuItem("导入旧台账…", p.StartOldImport))
		}
		kit.Menu(more, items...)
	}})
	bar = append(bar, kit.Fit(more))
	return kit.Column(8, kit.Fit(kit.Row(8, bar...)), kit.Fit(p.chips), kit.Grow(kit.Card(p.list())), kit.Fit(p.picked.bar))
}

// askConditions offers verdict, issuer and year, which elsewhere stand over the list. They work at once.
func (p *Page) askConditions() {
	var close func()
	clear := func() { close(); p.clearConditions() }
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: "筛选", Icon: theme.IconSearch, Tone: theme.ColorPrimary, Confirm: func() { close() },
		Body:    kit.Pad(16, 14, kit.NewHolder(p.filterRow())),
		Actions: []kit.ButtonSpec{{Text: "清除条件", Icon: theme.IconUndo, OnPress: clear}, {Text: "关闭", Key: "Esc", Primary: true, OnPress: func() { close() }}}})
}
