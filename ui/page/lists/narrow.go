package lists

import (
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// narrowBar stands over the list where the room is narrow: what the head and the column of categories hold elsewhere is
// behind two buttons. The first says how many choices narrow the list.
func (p *Page) narrowBar() fyne.CanvasObject {
	words := "筛选"
	if n := p.narrowed(); n > 0 {
		words = fmt.Sprintf("筛选 %d", n)
	}
	var more *kit.Button
	more = kit.NewButton(kit.ButtonSpec{Text: "更多", Icon: theme.IconDown, OnPress: func() {
		kit.Menu(more, fyne.NewMenuItem("版本对比", p.Compare), fyne.NewMenuItem("导出清单…", p.ExportTable),
			fyne.NewMenuItem("动态调整建议…", p.Propose), fyne.NewMenuItem("导入清单…", p.StartImport))
	}})
	choose := kit.NewButton(kit.ButtonSpec{Text: words, Icon: theme.IconSearch, OnPress: p.askChoices})
	return kit.Row(8, kit.Grow(p.search), kit.Fit(choose), kit.Fit(more))
}

// narrowed is how many choices hold: a category, a version that is not the one in force.
func (p *Page) narrowed() int {
	n := 0
	if p.category != "" {
		n++
	}
	if v := p.version(); v != nil && p.inForce != "" && v.ID != p.inForce {
		n++
	}
	return n
}

// askChoices offers version and category. They work at once; a part that lacks the category shows all of it.
func (p *Page) askChoices() {
	var close func()
	body := kit.NewHolder(nil)
	var fill func()
	fill = func() {
		n, order, all := p.counted()
		words, at := []string{fmt.Sprintf("全部 %d", all)}, 0
		for i, c := range order {
			words = append(words, fmt.Sprintf("%s %d", c, n[c]))
			if c == p.category {
				at = i + 1
			}
		}
		category := kit.NewPlainSelect(words, at, func(i int) {
			if p.category = ""; i > 0 {
				p.category = order[i-1]
			}
			p.build()
			p.filter()
		})
		version := kit.NewPlainSelect(p.versionWords(), p.at, func(i int) { p.setVersion(i); fill() })
		line := func(label string, o fyne.CanvasObject) kit.Slot {
			return kit.Fit(kit.Row(8, kit.Wide(48, kit.NewLabel(label, theme.Body, theme.ColorText2)), kit.Grow(o)))
		}
		body.Put(kit.Column(8, line("版本", version), line("类别", category),
			kit.Fit(kit.NewPara(sourceWord(p.version().List.Source), theme.Second, theme.ColorText3))))
	}
	fill()
	clear := func() {
		close()
		p.category = ""
		p.setVersion(p.versionInForce())
	}
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: "筛选", Icon: theme.IconSearch, Tone: theme.ColorPrimary, Confirm: func() { close() },
		Body:    kit.Pad(16, 14, body),
		Actions: []kit.ButtonSpec{{Text: "清除条件", Icon: theme.IconUndo, OnPress: clear}, {Text: "关闭", Key: "Esc", Primary: true, OnPress: func() { close() }}}})
}
