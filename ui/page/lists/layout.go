package lists

import (
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// build lays the page out for the room there is.
func (p *Page) build() {
	if p.version() == nil {
		p.holder.Put(p.none())
		return
	}
	if p.compare.on {
		p.buildComparison()
		return
	}
	tabs := p.tabs()
	if p.class == kit.ClassNarrow {
		if p.open {
			back := kit.NewButton(kit.ButtonSpec{Text: "返回", Icon: theme.IconLeft, Size: kit.Small, OnPress: func() { p.Back() }})
			p.holder.Put(kit.Pad(12, 8, kit.Column(8, kit.Fit(kit.Row(8, kit.Fit(back), kit.Space())), kit.Grow(kit.Card(p.side)))))
			return
		}
		p.holder.Put(kit.Pad(12, 8, kit.Column(8, kit.Fit(p.narrowBar()), kit.Fit(tabs), kit.Grow(kit.Card(p.table)))))
		return
	}
	v := p.version()
	head := kit.HeadBar(kit.Fit(kit.NewLabel("清单", theme.PageTitle, theme.ColorText)), kit.Wide(370, p.versionChoice()),
		kit.Grow(kit.NewElastic(sourceWord(v.List.Source), theme.Second, theme.ColorText3)),
		kit.Fit(p.compareButton(kit.Plain)), kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "导出", Icon: theme.IconSave, OnPress: p.ExportTable})),
		kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "导入清单", Icon: theme.IconOpen, OnPress: p.StartImport})))
	second := kit.Stack(kit.NewFill(theme.ColorSurface), kit.Pad(16, 0, kit.Row(12, kit.Grow(tabs), kit.Wide(240, p.search))))
	table := kit.Card(p.table)
	side := kit.Card(p.side)
	row := []kit.Slot{}
	if p.class == kit.ClassWide {
		row = append(row, kit.Wide(150, kit.Card(kit.NewScroll(p.categories()))).Stretched())
	}
	row = append(row, kit.Grow(table).Stretched(), kit.Wide(p.sideWidth(), side).Stretched())
	p.holder.Put(kit.Column(0, kit.Fit(head), kit.Wide(42, second), kit.Grow(kit.Pad(16, 12, kit.Row(12, row...)))))
}

// versionChoice chooses the version that is shown.
func (p *Page) versionChoice() *kit.Select {
	return kit.NewPlainSelect(p.versionWords(), p.at, p.setVersion)
}

// versionWords name the versions, the newest first.
func (p *Page) versionWords() []string {
	words := make([]string, len(p.versions))
	for i, l := range p.versions {
		words[i] = p.versionWord(l)
	}
	return words
}

// setVersion shows another version, all categories of it.
func (p *Page) setVersion(i int) {
	p.at, p.category = i, ""
	p.build()
	p.filter()
}

// versionInForce is the place of the version in force today, the first where none is.
func (p *Page) versionInForce() int {
	for i, l := range p.versions {
		if l.ID == p.inForce {
			return i
		}
	}
	return 0
}

func (p *Page) compareButton(size kit.ButtonSize) *kit.Button {
	return kit.NewButton(kit.ButtonSpec{Text: "版本对比", Icon: theme.IconList, Size: size, OnPress: p.Compare})
}

func (p *Page) sideWidth() float32 {
	if p.class == kit.ClassWide {
		return 400
	}
	return 300
}

func (p *Page) tabs() *kit.Tabs {
	var list []kit.Tab
	at := 0
	for i, part := range parts() {
		list = append(list, kit.Tab{Text: part.Title(), Count: numbered(p.count(part)), Icon: p.partIcon(part)})
		if part == p.part {
			at = i
		}
	}
	return kit.NewTabs(list, at, func(i int) {
		p.part, p.category = parts()[i], ""
		p.build()
		p.filter()
	})
}

func (p *Page) partIcon(part app.Part) string {
	if p.class != kit.ClassWide {
		return ""
	}
	return kit.PartTone(part, false).Icon
}

// categories are the categories of the part, with how many entries each holds.
func (p *Page) categories() fyne.CanvasObject {
	n, order, all := p.counted()
	row := func(name, category string, count int) kit.Slot {
		on := category == p.category
		role, color := theme.Second, theme.ColorText
		if on {
			role, color = theme.SecondBold, theme.ColorPrimary
		}
		words := kit.Row(6, kit.Grow(kit.NewElastic(name, role, color)), kit.Fit(kit.NewLabel(numbered(count), role, color)))
		return kit.Fit(kit.NewRow(name, kit.High(36, kit.Pad(10, 0, words)), on, func() { p.category = category; p.build(); p.filter() }))
	}
	rows := []kit.Slot{row("全部", "", all)}
	for _, c := range order {
		rows = append(rows, row(c, c, n[c]))
	}
	return kit.Pad(4, 4, kit.Column(0, rows...))
}

// counted are the categories of the part as they come in the list, how many entries each holds, and how many there are.
func (p *Page) counted() (n map[string]int, order []string, all int) {
	n = map[string]int{}
	for _, d := range p.version().List.Duties {
		if d.Part != p.part {
			continue
		}
		all++
		if d.Category == "" {
			continue
		}
		if n[d.Category] == 0 {
			order = append(order, d.Category)
		}
		n[d.Category]++
	}
	return n, order, all
}

func (p *Page) columns() []kit.TableColumn {
	duty := func(i int) app.Duty {
		if i < 0 || i >= len(p.duties) {
			return app.Duty{}
		}
		return p.duties[i]
	}
	out := []kit.TableColumn{
		{Title: "项", Width: 34, Right: true, Keep: true, Cell: func(i int) fyne.CanvasObject { return kit.NewCell(duty(i).ItemNo, theme.ColorText) }},
		{Title: "事项名称", Keep: true, Cell: func(i int) fyne.CanvasObject { return kit.NewCell(duty(i).Name, theme.ColorText) }},
	}
	if p.category == "" && p.class == kit.ClassWide {
		out = append(out, kit.TableColumn{Title: "类别", Width: 96, Cell: func(i int) fyne.CanvasObject { return kit.NewCell(duty(i).Category, theme.ColorText2) }})
	}
	if p.part != app.Basic { // the office's own duties have no department
		out = append(out, kit.TableColumn{Title: "部门", Width: 160, Cell: func(i int) fyne.CanvasObject {
			return kit.NewCell(strings.Join(duty(i).Departments, "、"), theme.ColorText2)
		}})
	}
	return out
}

// sideBody shows one entry as printed.
func (p *Page) sideBody(d *app.Duty) fyne.CanvasObject {
	if d == nil {
		return kit.Pad(14, 14, kit.NewPara("选一项，这里显示它的全文。", theme.Body, theme.ColorText3))
	}
	place := d.Part.Title() + " · 第" + d.ItemNo + "项"
	if d.Category != "" {
		place += " · " + d.Category
	}
	rows := []kit.Slot{kit.Fit(kit.NewPara(place, theme.Remark, theme.ColorText3)), kit.Fit(kit.NewPara(d.Name, theme.ItemTitle, theme.ColorText))}
	add := func(label string, o fyne.CanvasObject) {
		rows = append(rows, kit.Fit(kit.Row(8, kit.Wide(72, kit.NewLabel(label, theme.Body, theme.ColorText3)).AtStart(), kit.Grow(o))))
	}
	for _, l := range entryLines(*d) {
		add(l[0], kit.NewPara(l[1], theme.Body, theme.ColorText))
	}
	if row, ok := p.beforeRow(*d); ok {
		add("上一版", row)
	}
	entry := *d
	copies := func() { p.p.Frame.Copy(entryText(entry), "已复制") }
	body := kit.NewScroll(kit.Column(0, kit.Fit(kit.Pad(14, 12, kit.Column(8, rows...))), kit.Fit(p.citing.holder)))
	return kit.Column(0, kit.Grow(body), kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(14, 10, kit.Flow(8, 8,
		kit.NewButton(kit.ButtonSpec{Text: "动态调整建议", Icon: theme.IconEdit, OnPress: p.Propose}),
		kit.NewButton(kit.ButtonSpec{Text: "复制", Icon: theme.IconCopy, OnPress: copies})))))
}

// entryLines are the particulars of an entry as printed, label and words; what it lacks is left out.
func entryLines(d app.Duty) [][2]string {
	var out [][2]string
	add := func(label, words string) {
		if words != "" {
			out = append(out, [2]string{label, words})
		}
	}
	departments, upper := "对应部门", "上级职责"
	if d.Part == app.TakenBack {
		departments, upper = "承接部门", "工作方式"
	}
	add(departments, strings.Join(d.Departments, "、"))
	add(upper, d.UpperDuty)
	add("本级职责", d.TownDuty)
	add("依据", d.Basis)
	if !d.From.IsZero() {
		add("生效", d.From.String()+" 起")
	}
	if d.Transition {
		add("过渡期", "清单尚在过渡期，引用它最多建议提级")
	}
	return out
}

// none stands where no list has been imported yet.
func (p *Page) none() fyne.CanvasObject {
	words := "还没有导入清单。没有清单时，只按规则判断责任状、App、证明和摊派，其余不作判断。"
	middle := kit.Column(14, kit.Fit(kit.Row(0, kit.Space(), kit.Fit(kit.NewIcon(theme.IconList, 40, theme.ColorText3)), kit.Space())),
		kit.Fit(kit.NewPara(words, theme.Body, theme.ColorText)),
		kit.Fit(kit.Row(0, kit.Space(), kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "导入清单", Icon: theme.IconOpen, Size: kit.Main, Primary: true, OnPress: p.StartImport})), kit.Space())))
	return kit.Column(0, kit.Fit(kit.NewPageHead("清单", "")), kit.Grow(kit.Pad(24, 48, middle)))
}
