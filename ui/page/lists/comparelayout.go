package lists

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

const compareRemark = "比对一律用收到当日有效的版本；旧件不因换版而改变结论，换版后再决定的两版都列出。"

// buildComparison lays the comparison out for the room there is.
func (p *Page) buildComparison() {
	c := &p.compare
	c.table.SetColumns(p.changeColumns())
	c.table.SetNarrow(p.class == kit.ClassNarrow)
	back := kit.NewButton(kit.ButtonSpec{Text: "返回", Icon: theme.IconLeft, Size: kit.Small, OnPress: p.leaveComparison})
	export := kit.NewButton(kit.ButtonSpec{Text: "导出对比表", Icon: theme.IconSave, OnPress: p.ExportTable})
	words := make([]string, len(p.versions))
	for i, v := range p.versions {
		words[i] = p.shortVersion(v)
	}
	old := kit.NewPlainSelect(words, c.old, func(i int) { c.old = i; p.loadChanges() })
	now := kit.NewPlainSelect(words, c.now, func(i int) { c.now = i; p.loadChanges() })
	arrow := kit.NewLabel("→", theme.Body, theme.ColorText)
	if p.class == kit.ClassNarrow {
		p.holder.Put(kit.Pad(12, 8, kit.Column(8, kit.Fit(kit.Row(8, kit.Fit(back), kit.Grow(old), kit.Fit(arrow), kit.Grow(now))),
			kit.Fit(p.changeChips()), kit.Grow(kit.Card(c.table)))))
		return
	}
	head := kit.HeadBar(kit.Fit(back), kit.Fit(kit.NewLabel("版本对比", theme.PageTitle, theme.ColorText)), kit.Wide(160, old), kit.Fit(arrow), kit.Wide(160, now),
		kit.Space(), kit.Fit(export))
	chips := []kit.Slot{kit.Grow(p.changeChips())}
	if p.class == kit.ClassWide {
		chips = append(chips, kit.Fit(kit.NewMarked("旧词", kit.MarkBlock, theme.Second)), kit.Fit(kit.NewLabel("双线", theme.Second, theme.ColorText3)),
			kit.Fit(kit.NewMarked("新词", kit.MarkList, theme.Second)), kit.Fit(kit.NewLabel("单线", theme.Second, theme.ColorText3)))
	}
	p.holder.Put(kit.Column(0, kit.Fit(head), kit.Fit(kit.Pad(16, 10, kit.Row(8, chips...))), kit.Grow(kit.Pad(16, 0, kit.Card(c.table))),
		kit.Fit(kit.Pad(16, 10, kit.NewPara(compareRemark, theme.Second, theme.ColorText2)))))
}

// changeChips narrow the changes to a kind.
func (p *Page) changeChips() fyne.CanvasObject {
	c := &p.compare
	chip := func(text string, kind duty.ChangeKind, n int) fyne.CanvasObject {
		return kit.NewFilter(fmt.Sprintf("%s %d", text, n), c.kind == kind, func() { c.kind = kind; p.filterChanges() })
	}
	objs := []fyne.CanvasObject{chip("全部变化", "", len(c.changes))}
	for _, k := range []duty.ChangeKind{duty.Added, duty.Removed, duty.Edited, duty.Moved} {
		objs = append(objs, chip(k.Title(), k, c.count(k)))
	}
	objs = append(objs, kit.NewCheck(fmt.Sprintf("只看影响在办的（%d 项）", c.open()), "", c.openOnly, func(on bool) { c.openOnly = on; p.filterChanges() }))
	return kit.Flow(8, 6, objs...)
}

func changeTone(k duty.ChangeKind) kit.Tone {
	switch k {
	case duty.Added:
		return kit.Tone{Main: theme.ColorDo, Soft: theme.ColorDoSoft, Words: theme.ColorDo, Icon: theme.IconPlus}
	case duty.Removed:
		return kit.Tone{Main: theme.ColorRefuse, Soft: theme.ColorRefuseSoft, Words: theme.ColorRefuse, Icon: theme.IconClose}
	case duty.Moved:
		return kit.Tone{Main: theme.ColorCooperate, Soft: theme.ColorCooperateSoft, Words: theme.ColorCooperate, Icon: theme.IconRight}
	}
	return kit.Tone{Main: theme.ColorEscalate, Soft: theme.ColorEscalateSoft, Words: theme.ColorEscalate, Icon: theme.IconEdit}
}

func (p *Page) changeColumns() []kit.TableColumn {
	c := &p.compare
	change := func(i int) inquire.ListChange {
		if i < 0 || i >= len(c.shown) {
			return inquire.ListChange{}
		}
		return c.changes[c.shown[i]]
	}
	old, now := p.versions[c.old], p.versions[c.now]
	return []kit.TableColumn{
		{Title: "变化", Width: 72, Keep: true, Cell: func(i int) fyne.CanvasObject {
			return kit.NewToneChip(change(i).Kind.Title(), changeTone(change(i).Kind))
		}},
		{Title: p.shortVersion(old), Wide: true, Cell: func(i int) fyne.CanvasObject { return side(change(i), true) }},
		{Title: p.shortVersion(now), Keep: true, Wide: true, Cell: func(i int) fyne.CanvasObject {
			if p.class == kit.ClassNarrow && change(i).New == nil { // the old column is not there
				return side(change(i), true)
			}
			return side(change(i), false)
		}},
		{Title: "说明", Width: 176, Wide: true, Cell: func(i int) fyne.CanvasObject {
			return kit.NewParaMax(noteWords(change(i)), theme.Second, theme.ColorText2, 2)
		}},
	}
}

// noteWords say first whether open demands are touched.
func noteWords(c inquire.ListChange) string {
	var out []string
	if n := len(c.Open); n > 0 {
		out = append(out, fmt.Sprintf("在办 %d 项受影响", n))
	}
	if note := c.Note(); note != "" {
		out = append(out, note)
	}
	return strings.Join(out, "；")
}

// side is an entry of one version in two lines: its place, and its name with the words that differ marked.
func side(c inquire.ListChange, old bool) fyne.CanvasObject {
	d := c.New
	if old {
		d = c.Old
	}
	if d == nil {
		return kit.NewLabel("—", theme.Body, theme.ColorText3)
	}
	return kit.Column(0, kit.Fit(kit.NewElastic(placeOf(d), theme.Second, theme.ColorText2)), kit.Fit(sides(c, duty.FieldName, 1, old)))
}

func placeOf(d *app.Duty) string { return d.Part.Title() + " 第" + d.ItemNo + "项" }

// sides are the words of a field in one version, with those that the other one does not have marked.
func sides(c inquire.ListChange, f duty.Field, most int, old bool) fyne.CanvasObject {
	before, after := fieldOf(c.Old, f), fieldOf(c.New, f)
	pieces, kind := []duty.Piece{{Text: after}}, kit.MarkList
	if old {
		pieces, kind = []duty.Piece{{Text: before}}, kit.MarkBlock
	}
	if c.Old != nil && c.New != nil {
		a, b := duty.Pieces(before, after)
		if pieces = b; old {
			pieces = a
		}
	}
	runs := make([]kit.MarkedRun, len(pieces))
	for i, x := range pieces {
		runs[i] = kit.MarkedRun{Text: x.Text, Marked: x.Changed}
	}
	role := theme.Body
	if f == duty.FieldName && c.Has(duty.FieldPart) || c.Kind == duty.Added {
		role = theme.BodyBold
	}
	return kit.NewMarkedPara(runs, kind, role, most)
}

func fieldOf(d *app.Duty, f duty.Field) string {
	if d == nil {
		return ""
	}
	switch f {
	case duty.FieldName:
		return d.Name
	case duty.FieldPart:
		return d.Part.Title()
	case duty.FieldDepartment:
		return strings.Join(d.Departments, "、")
	case duty.FieldUpperDuty:
		return d.UpperDuty
	case duty.FieldTownDuty:
		return d.TownDuty
	case duty.FieldTransition:
		if d.Transition {
			return "尚在过渡期"
		}
		return "不在过渡期"
	}
	return ""
}

// openChange shows a change in full, and the open demands that it touches.
func (p *Page) openChange(c inquire.ListChange) {
	var close func()
	fields := []duty.Field{duty.FieldName}
	for _, f := range c.Fields {
		if f != duty.FieldName && f != duty.FieldPart {
			fields = append(fields, f)
		}
	}
	if c.Old == nil || c.New == nil {
		fields = []duty.Field{duty.FieldName, duty.FieldDepartment, duty.FieldUpperDuty, duty.FieldTownDuty}
	}
	rows := []kit.Slot{kit.Fit(kit.Row(16, kit.Wide(76, kit.NewLabel("", theme.Body, theme.ColorText3)), kit.Grow(kit.Even(placeHead(c.Old))), kit.Grow(kit.Even(placeHead(c.New)))))}
	for _, f := range fields {
		if fieldOf(c.Old, f) == "" && fieldOf(c.New, f) == "" {
			continue
		}
		half := func(old bool) fyne.CanvasObject {
			if old && c.Old == nil || !old && c.New == nil {
				return kit.NewLabel("—", theme.Body, theme.ColorText3)
			}
			return sides(c, f, 0, old)
		}
		rows = append(rows, kit.Fit(kit.NewRule()), kit.Fit(kit.Row(16, kit.Wide(76, kit.NewLabel(f.Title(), theme.Second, theme.ColorText3)).AtStart(),
			kit.Grow(kit.Even(half(true))).AtStart(), kit.Grow(kit.Even(half(false))).AtStart())))
	}
	if note := c.Note(); note != "" {
		rows = append(rows, kit.Fit(kit.NewPara(note, theme.Second, theme.ColorText2)))
	}
	if len(c.Open) > 0 {
		rows = append(rows, kit.Fit(kit.NewRule()), kit.Fit(kit.NewPara(fmt.Sprintf("在办的 %d 项按旧版比对，仍按收到当日的版本；要改的，打开后重新核对。", len(c.Open)), theme.Second, theme.ColorText2)))
		for _, m := range c.Open {
			words := fmt.Sprintf("%s　%s　事%d %s", m.Notice.Number(), inquire.ShortTitle(m.Notice.Title), m.No, m.Gist)
			rows = append(rows, kit.Fit(kit.NewRow(words, kit.High(36, kit.Pad(10, 0, kit.NewElastic(words, theme.Body, theme.ColorPrimary))), false,
				func() { close(); p.p.OpenRecord(m.Notice.ID) })))
		}
	}
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: c.Kind.Title() + "：" + c.Lead().Name, Width: 900, Icon: changeTone(c.Kind).Icon, Tone: changeTone(c.Kind).Main,
		Body: kit.Pad(16, 14, kit.Column(8, rows...)), Actions: []kit.ButtonSpec{{Text: "关闭", Key: "Esc", Primary: true, OnPress: func() { close() }}}})
}

func placeHead(d *app.Duty) fyne.CanvasObject {
	if d == nil {
		return kit.NewLabel("—", theme.SecondBold, theme.ColorText3)
	}
	return kit.NewElastic(placeOf(d), theme.SecondBold, theme.ColorText2)
}
