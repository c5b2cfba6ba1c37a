package rules

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// rulesTab is the list of rules with the form of one.
type rulesTab struct {
	page   *Page
	all    upkeep.Rules
	packs  []ledger.Pack
	rows   []upkeep.RuleRow // shown
	words  string
	onOnly bool
	code   string // of the rule in the form
	open   bool   // narrow: the form is shown instead of the list

	table  *kit.DataTable
	search *kit.Entry
	only   *kit.Check
	side   *kit.Holder
	form   *form
	draft  *writing // a rule being written, nil: none
	wanted string   // ID of the written rule that is to be shown next
}

func (t *rulesTab) init(p *Page) {
	t.page, t.side = p, kit.NewHolder(nil)
	t.search = kit.NewSearch("查找规则、依据", "")
	t.search.OnChanged = func(s string) { t.words = strings.TrimSpace(s); t.filter() }
	t.only = kit.NewCheck("只看启用", "", false, func(on bool) { t.onOnly = on; t.filter() })
	t.table = kit.NewDataTable(t.columns(), kit.NewLabel("没有符合条件的规则", theme.Body, theme.ColorText3).Centred())
	p.p.Frame.KeepColumns(t.table, "rules")
	t.table.OnMenu = t.rowMenu
	t.table.OnChoose = t.choose
	t.table.OnOpen = func(i int) { t.choose(i); t.enter() }
	t.table.OnCheck = func(i int) {
		if r := t.row(i); !r.Rule.Locked {
			t.toggle(r, r.Rule.Off)
		}
	}
}

func (t *rulesTab) loaded(all upkeep.Rules, packs []ledger.Pack) {
	t.all, t.packs = all, packs
	t.filter()
}

func (t *rulesTab) fit(c kit.Class) {
	t.table.SetNarrow(c == kit.ClassNarrow)
	t.table.SetColumns(t.columns())
}

func (t *rulesTab) focus()   { t.table.Focus() }
func (t *rulesTab) find()    { t.search.Focus() }
func (t *rulesTab) confirm() { t.save(nil) }

func (t *rulesTab) nextPane() {
	switch {
	case t.table.HasFocus() && t.form != nil:
		t.form.focus()
	case t.search.HasFocus():
		t.table.Focus()
	default:
		t.search.Focus()
	}
}

// filter shows the rules that fit the words; the one in the form stays where it can.
func (t *rulesTab) filter() {
	t.rows = nil
	at := -1
	for _, r := range t.all.Rows {
		if t.onOnly && r.Rule.Off || !hasWords(t.words, r.Rule.Title, r.Rule.Basis, r.Rule.Action()) {
			continue
		}
		if t.wanted != "" && r.Pack == t.wanted {
			t.code, t.wanted = r.Rule.Code, ""
		}
		if r.Rule.Code == t.code {
			at = len(t.rows)
		}
		t.rows = append(t.rows, r)
	}
	t.table.SetRows(len(t.rows))
	if t.form != nil && t.form.dirty() { // what is being written is not thrown away by a search
		t.table.Choose(at)
		return
	}
	if at < 0 && len(t.rows) > 0 && t.page.class != kit.ClassNarrow {
		at = 0
	}
	t.table.Choose(at)
	t.show(at)
}

func (t *rulesTab) row(i int) upkeep.RuleRow {
	if i < 0 || i >= len(t.rows) {
		return upkeep.RuleRow{}
	}
	return t.rows[i]
}

// choose shows a rule in the form; an unsaved change is asked about first.
func (t *rulesTab) choose(i int) {
	code := t.row(i).Rule.Code
	if code == t.code {
		return
	}
	if t.ask(func() { t.goTo(code) }) {
		t.table.Choose(t.indexOf(t.code))
		return
	}
	t.show(i)
}

func (t *rulesTab) goTo(code string) {
	i := t.indexOf(code)
	t.table.Choose(i)
	t.show(i)
	t.table.Focus()
}

func (t *rulesTab) indexOf(code string) int {
	for i, r := range t.rows {
		if r.Rule.Code == code {
			return i
		}
	}
	return -1
}

func (t *rulesTab) show(i int) {
	if i < 0 || i >= len(t.rows) {
		t.code, t.form = "", nil
		t.side.Put(kit.Pad(14, 14, kit.NewPara("选一条规则，这里显示它的依据和程度。", theme.Body, theme.ColorText3)))
		return
	}
	t.code = t.rows[i].Rule.Code
	t.form = newForm(t, t.rows[i])
	t.side.Put(t.form.body())
}

// enter opens the form where the room is narrow.
func (t *rulesTab) enter() {
	if t.page.class == kit.ClassNarrow && t.form != nil {
		t.open = true
		t.page.build()
	}
}

func (t *rulesTab) back() bool {
	if !t.open {
		return false
	}
	if !t.ask(t.shut) {
		t.shut()
	}
	return true
}

func (t *rulesTab) shut() {
	t.open = false
	t.page.build()
	t.table.Focus()
}

func (t *rulesTab) columns() []kit.TableColumn {
	out := []kit.TableColumn{
		{Title: "启用", Width: 46, Keep: true, Cell: func(i int) fyne.CanvasObject { return t.onCell(t.row(i)) }},
		{Title: "规则", Keep: true, Cell: func(i int) fyne.CanvasObject {
			r, color := t.row(i), theme.ColorText
			if r.Rule.Off {
				color = theme.ColorText3
			}
			return kit.NewElastic(r.Rule.Title, theme.BodyBold, color)
		}},
		{Title: "程度", Width: 72, Keep: true, Cell: func(i int) fyne.CanvasObject { return kit.NewSeverityChip(t.row(i).Rule.Severity) }},
		{Title: "作用", Width: 66, Cell: func(i int) fyne.CanvasObject {
			r := t.row(i).Rule
			return kit.NewCell(r.Action(), theme.ColorText2)
		}},
	}
	if t.page.class == kit.ClassWide { // elsewhere the basis stands in the form
		out = append(out, kit.TableColumn{Title: "依据", Width: 190, Cell: func(i int) fyne.CanvasObject {
			return kit.NewCell(basisWord(t.row(i).Rule.Basis), theme.ColorText2)
		}})
	}
	return append(out, kit.TableColumn{Title: "今年用到", Width: 66, Right: true, Cell: func(i int) fyne.CanvasObject {
		return kit.NewCell(fmt.Sprint(t.row(i).Used), theme.ColorText)
	}})
}

// onCell is the switch of a rule, or a lock where it cannot be switched off.
func (t *rulesTab) onCell(r upkeep.RuleRow) fyne.CanvasObject {
	if r.Rule.Locked {
		return kit.Pad(10, 0, kit.NewIcon(theme.IconLock, 18, theme.ColorText3))
	}
	return kit.NewSwitch("启用"+r.Rule.Title, "", !r.Rule.Off, func(on bool) { t.toggle(r, on) })
}

// basisWord is a basis as the narrow column says it.
func basisWord(basis string) string {
	return strings.ReplaceAll(upkeep.BasisWord(basis), "《整治形式主义为基层减负若干规定》", "《若干规定》")
}

// toggle switches a rule on or off at once; what else is being written of it is asked about first.
func (t *rulesTab) toggle(r upkeep.RuleRow, on bool) {
	do := func() {
		c := r.Change
		c.Off = !on
		t.keep(c, map[bool]string{true: "已启用“", false: "已停用“"}[on]+r.Rule.Title+"”", &r.Change)
	}
	if t.form != nil && t.form.dirty() && t.ask(do) {
		t.table.SetRows(len(t.rows)) // the switch goes back until it is decided
		return
	}
	do()
}

// keep writes a change; before is what it can be taken back to, nil: no way back is offered.
func (t *rulesTab) keep(c app.RuleChange, said string, before *app.RuleChange) {
	f := t.page.p.Frame
	kit.Run(f.Runner, "", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, t.page.p.Keeper.ChangeRule(context.WithoutCancel(ctx), c)
	}, func(_ struct{}, err error) {
		if err != nil {
			f.Fail("没有保存规则", err, nil)
			t.page.Reload()
			return
		}
		t.changed()
		toast := kit.Toast{Kind: kit.ToastDone, Text: said + "，从下一次比对起生效"}
		if before != nil {
			old := *before
			toast.Action, toast.OnPress = "撤回", func() { t.keep(old, "已撤回对“"+t.title(c.Code)+"”的改动", nil) }
		}
		f.Toasts.Show(toast)
	})
}

func (t *rulesTab) title(code string) string {
	for _, r := range t.all.Rows {
		if r.Rule.Code == code {
			return r.Rule.Title
		}
	}
	return code
}

// changed shows the rules as they are now.
func (t *rulesTab) changed() {
	t.form = nil
	t.page.Reload()
	t.page.p.Changed()
}

// wide is the list beside the form.
func (t *rulesTab) wide() fyne.CanvasObject {
	width := float32(436)
	if t.page.class == kit.ClassMedium {
		width = 320
	}
	search := float32(220)
	if t.page.class == kit.ClassMedium {
		search = 130
	}
	t.search.SetTight(t.page.class == kit.ClassMedium)
	var load *kit.Button
	load = kit.NewButton(kit.ButtonSpec{Text: "导入", Icon: theme.IconOpen, OnPress: func() { kit.Menu(load, t.importItems()...) }})
	slots := []kit.Slot{kit.Wide(search, t.search), kit.Fit(t.only), kit.Space(), button("新增规则", theme.IconPlus, t.write), kit.Fit(load)}
	if t.page.class == kit.ClassWide { // elsewhere it is in the menu of the window
		slots = append(slots, button("打印", theme.IconPrint, t.page.Print))
	}
	bar := kit.Row(8, slots...)
	list := kit.Column(8, kit.Fit(bar), kit.Grow(kit.Card(t.table)))
	return kit.Row(12, kit.Grow(list).Stretched(), kit.Wide(width, kit.Card(t.side)).Stretched())
}

// narrow is the list, or the form with a way back.
func (t *rulesTab) narrow(choice fyne.CanvasObject) fyne.CanvasObject {
	if t.open && t.form != nil {
		back := kit.NewButton(kit.ButtonSpec{Text: "返回", Icon: theme.IconLeft, Size: kit.Small, OnPress: func() { t.back() }})
		return kit.Column(8, kit.Fit(kit.Row(8, kit.Fit(back), kit.Space())), kit.Grow(kit.Card(t.side)))
	}
	t.search.SetTight(false)
	var more *kit.Button
	more = kit.NewButton(kit.ButtonSpec{Text: "更多", Icon: theme.IconDown, OnPress: func() {
		items := append([]*fyne.MenuItem{fyne.NewMenuItem("新增规则…", t.write)}, t.importItems()...)
		kit.Menu(more, append(items, fyne.NewMenuItem("打印", t.page.Print))...)
	}})
	return kit.Column(8, kit.Fit(kit.Row(8, kit.Grow(choice), kit.Fit(more))), kit.Fit(t.search), kit.Grow(kit.Card(t.table)))
}

// rowMenu is what the other mouse button offers on a rule.
func (t *rulesTab) rowMenu(i int) []*fyne.MenuItem {
	r := t.row(i)
	var items []*fyne.MenuItem
	if !r.Rule.Locked {
		words := "停用"
		if r.Rule.Off {
			words = "启用"
		}
		items = append(items, fyne.NewMenuItem(words, func() { t.toggle(r, r.Rule.Off) }))
	}
	if r.Written != nil {
		items = append(items, fyne.NewMenuItem("改写…", func() { t.rewrite(r) }), fyne.NewMenuItem("移除…", func() { t.removePack(r.Pack) }))
	}
	return items
}

// importItems are the ways to bring in what others wrote.
func (t *rulesTab) importItems() []*fyne.MenuItem {
	return []*fyne.MenuItem{fyne.NewMenuItem("导入负面清单…", t.importPack),
		fyne.NewMenuItem("下载负面清单模板", func() { t.page.template(t.page.p.Keeper.SavePackTemplate) })}
}
