package rules

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// precedentsTab is the office's own decisions that help the next similar demand.
type precedentsTab struct {
	page  *Page
	all   []upkeep.Precedent
	rows  []upkeep.Precedent // shown
	words string
	id    string // of the one in the side card
	open  bool   // narrow: the one is shown instead of the list

	table  *kit.DataTable
	search *kit.Entry
	side   *kit.Holder
}

func (t *precedentsTab) init(p *Page) {
	t.page, t.side = p, kit.NewHolder(nil)
	t.search = kit.NewSearch("查找部门、事项", "")
	t.search.OnChanged = func(s string) { t.words = strings.TrimSpace(s); t.filter() }
	t.table = kit.NewDataTable(t.columns(), kit.NewLabel("没有符合条件的先例", theme.Body, theme.ColorText3).Centred())
	t.table.OnChoose = t.show
	t.table.OnOpen = func(i int) { t.show(i); t.enter() }
}

func (t *precedentsTab) loaded(all []upkeep.Precedent) {
	t.all = all
	t.filter()
}

// used is how many help now, for the tab.
func (t *precedentsTab) used() int {
	n := 0
	for _, p := range t.all {
		if p.State == upkeep.PrecedentInUse {
			n++
		}
	}
	return n
}

func (t *precedentsTab) fit(c kit.Class) {
	t.table.SetNarrow(c == kit.ClassNarrow)
	t.table.SetColumns(t.columns())
	t.show(t.table.Current())
}

func (t *precedentsTab) focus()   { t.table.Focus() }
func (t *precedentsTab) find()    { t.search.Focus() }
func (t *precedentsTab) confirm() {}

func (t *precedentsTab) nextPane() {
	if t.search.HasFocus() {
		t.table.Focus()
		return
	}
	t.search.Focus()
}

func (t *precedentsTab) back() bool {
	if !t.open {
		return false
	}
	t.open = false
	t.page.build()
	t.table.Focus()
	return true
}

// filter shows those that fit the words; the one in the side card stays where it can.
func (t *precedentsTab) filter() {
	t.rows = nil
	at := -1
	for _, p := range t.all {
		if !hasWords(t.words, p.Department, p.Title, p.Gist, p.Number, p.By, entryWord(p.Entry), p.State.Title()) {
			continue
		}
		if p.ID == t.id {
			at = len(t.rows)
		}
		t.rows = append(t.rows, p)
	}
	t.table.SetRows(len(t.rows))
	if at < 0 && len(t.rows) > 0 {
		at = 0
	}
	t.table.Choose(at)
	t.show(at)
}

func (t *precedentsTab) at(i int) upkeep.Precedent {
	if i < 0 || i >= len(t.rows) {
		return upkeep.Precedent{}
	}
	return t.rows[i]
}

// entryWord names an entry in a few characters: 配合第41项.
func entryWord(e *app.DutyRef) string {
	if e == nil {
		return "—"
	}
	return kit.PartWord(e.Part) + "第" + e.ItemNo + "项"
}

func (t *precedentsTab) columns() []kit.TableColumn {
	out := []kit.TableColumn{
		{Title: "日期", Width: 96, Cell: func(i int) fyne.CanvasObject { return kit.NewCell(t.at(i).Day.String(), theme.ColorText2) }},
		{Title: "部门", Width: 150, Keep: true, Cell: func(i int) fyne.CanvasObject { return kit.NewCell(t.at(i).Department, theme.ColorText) }},
		{Title: "事项", Keep: true, Cell: func(i int) fyne.CanvasObject {
			p := t.at(i)
			color := theme.ColorText
			if p.State != upkeep.PrecedentInUse {
				color = theme.ColorText3
			}
			return kit.NewElastic(gistOf(p), theme.BodyBold, color)
		}}}
	if t.page.class == kit.ClassWide {
		out = append(out, kit.TableColumn{Title: "清单事项", Width: 96, Cell: func(i int) fyne.CanvasObject { return kit.NewCell(entryWord(t.at(i).Entry), theme.ColorText2) }},
			kit.TableColumn{Title: "经办", Width: 70, Cell: func(i int) fyne.CanvasObject { return kit.NewCell(t.at(i).By, theme.ColorText2) }})
	}
	return append(out, kit.TableColumn{Title: "状态", Width: 92, Keep: true, Cell: func(i int) fyne.CanvasObject { return stateChip(t.at(i).State) }})
}

// stateChip shows a state by word and outline.
func stateChip(s upkeep.PrecedentState) fyne.CanvasObject {
	switch s {
	case upkeep.PrecedentInUse:
		return kit.NewChip(s.Title(), theme.IconCheck)
	case upkeep.PrecedentExpired:
		return kit.NewChip(s.Title(), theme.IconClock)
	case upkeep.PrecedentRemoved:
		return kit.NewChip(s.Title(), theme.IconClose)
	}
	return kit.NewGap(1)
}

// gistOf is a short name of the demand.
func gistOf(p upkeep.Precedent) string {
	if p.Gist != "" {
		return p.Gist
	}
	return p.Title
}

// show puts a precedent into the side card.
func (t *precedentsTab) show(i int) {
	p := t.at(i)
	if t.id = p.ID; p.ID == "" {
		t.side.Put(kit.Pad(14, 14, kit.NewPara("选一条先例，这里显示当时的决定。", theme.Body, theme.ColorText3)))
		return
	}
	office := t.page.p.Frame.Office()
	slots := []kit.Slot{kit.Fit(kit.NewPara(gistOf(p), theme.ItemTitle, theme.ColorText)),
		kit.Fit(kit.Flow(8, 4, stateChip(p.State), kit.NewLabel(stateWord(p), theme.Second, theme.ColorText2)))}
	line := func(label, words string) {
		if words != "" {
			slots = append(slots, kit.Fit(labelled(label, kit.NewPara(words, theme.Body, theme.ColorText))))
		}
	}
	line("部门", p.Department)
	slots = append(slots, kit.Fit(labelled("决定", kit.Flow(6, 4, kit.NewVerdictChip(p.Decided, office, ""),
		kit.NewLabel("当时建议"+kit.VerdictWord(p.Advised, office), theme.Second, theme.ColorText2)))))
	if p.Entry != nil {
		line("清单事项", fmt.Sprintf("%s第%s项 %s", p.Entry.Part.Title(), p.Entry.ItemNo, p.Entry.Name))
	}
	line("理由", p.Reason)
	line("经办", strings.TrimSpace(p.By+"　"+p.Day.String()))
	line("清单", listWord(p.List))
	line("来文", p.Number+" "+p.Title)
	slots = append(slots, kit.Fit(kit.NewPara(t.effect(p), theme.Remark, theme.ColorText3)))
	body := kit.NewScroll(kit.Pad(14, 12, kit.Column(8, slots...)))
	t.side.Put(kit.Column(0, kit.Grow(body), kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(14, 10, t.buttons(p)))))
}

// stateWord says why a precedent helps no more.
func stateWord(p upkeep.Precedent) string {
	switch {
	case p.Off != nil:
		return "由 " + p.Off.By + " 停用：" + p.Off.Reason
	case p.State == upkeep.PrecedentExpired:
		return "清单已换版"
	}
	return "同一部门再来同类事项时参照"
}

// listWord names the version of the list under which it was decided.
func listWord(v app.Version) string {
	if v.Title == "" {
		return ""
	}
	return strings.TrimSpace(v.Title + "　" + v.DocNo)
}

// effect says what a precedent may do.
func (t *precedentsTab) effect(p upkeep.Precedent) string {
	if p.Decided == app.VerdictRefuse {
		return "先例不作" + kit.VerdictWord(app.VerdictRefuse, t.page.p.Frame.Office()) + "的依据：同类事项只提示这一条，或先提级明确。"
	}
	return "先例只改清单事项、放宽意见，不会改成" + kit.VerdictWord(app.VerdictRefuse, t.page.p.Frame.Office()) + "；来文多出新的问题时不套用。"
}

func (t *precedentsTab) buttons(p upkeep.Precedent) fyne.CanvasObject {
	look := kit.NewButton(kit.ButtonSpec{Text: "看这件来文", Icon: theme.IconLedger, OnPress: func() { t.page.p.OpenNotice(p.Notice) }})
	if p.Off != nil {
		return kit.Row(8, kit.Fit(look), kit.Space(), kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "恢复使用", Icon: theme.IconUndo, OnPress: func() { t.restore(p) }})))
	}
	return kit.Row(8, kit.Fit(look), kit.Space(), kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "停用…", Icon: theme.IconClose, OnPress: func() { t.askRemove(p) }})))
}

// enter opens the one where the room is narrow.
func (t *precedentsTab) enter() {
	if t.page.class == kit.ClassNarrow && t.id != "" {
		t.open = true
		t.page.build()
	}
}

func (t *precedentsTab) wide() fyne.CanvasObject {
	if len(t.all) == 0 {
		return kit.Card(t.none())
	}
	width := float32(436)
	if t.page.class == kit.ClassMedium {
		width = 320
	}
	list := kit.Column(8, kit.Fit(kit.Row(8, kit.Wide(220, t.search), kit.Space())), kit.Grow(kit.Card(t.table)))
	return kit.Row(12, kit.Grow(list).Stretched(), kit.Wide(width, kit.Card(t.side)).Stretched())
}

func (t *precedentsTab) narrow(choice fyne.CanvasObject) fyne.CanvasObject {
	if len(t.all) == 0 {
		return kit.Column(8, kit.Fit(choice), kit.Grow(kit.Card(t.none())))
	}
	if t.open {
		back := kit.NewButton(kit.ButtonSpec{Text: "返回", Icon: theme.IconLeft, Size: kit.Small, OnPress: func() { t.back() }})
		return kit.Column(8, kit.Fit(kit.Row(8, kit.Fit(back), kit.Space())), kit.Grow(kit.Card(t.side)))
	}
	return kit.Column(8, kit.Fit(choice), kit.Fit(t.search), kit.Grow(kit.Card(t.table)))
}

// none teaches how a precedent comes about.
func (t *precedentsTab) none() fyne.CanvasObject {
	return kit.NewScroll(kit.Pad(24, 24, kit.Column(8, kit.Fit(kit.NewLabel("还没有先例", theme.ItemTitle, theme.ColorText)),
		kit.Fit(kit.NewPara("在“收件”里改判并登记后，这一件就成为先例，不用另外填写。同一部门再来同类事项时，软件按您当时的决定建议，并写明“与某日同类事项一致”。", theme.Body, theme.ColorText2)),
		kit.Fit(kit.NewPara("先例只改清单事项、放宽意见，不会改成拒接；撤回处理或清单换版后不再使用，也可以在这里停用。", theme.Body, theme.ColorText2)))))
}
