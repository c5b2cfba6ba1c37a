package rules

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// registersTab shows one register at a time: its source, whether it decides, and its rows.
type registersTab struct {
	page  *Page
	views []upkeep.RegisterView
	at    int
	rows  []app.RegisterEntry // shown
	words string

	table  *kit.DataTable
	search *kit.Entry
	load   *kit.Button
}

func (t *registersTab) init(p *Page) {
	t.page = p
	for _, k := range upkeep.RegisterKinds() {
		t.views = append(t.views, upkeep.RegisterView{Kind: k})
	}
	t.search = kit.NewSearch("查找名称、部门", "")
	t.search.OnChanged = func(s string) { t.words = strings.TrimSpace(s); t.filter() }
	t.table = kit.NewDataTable(t.columns(), kit.NewLabel("没有符合条件的条目", theme.Body, theme.ColorText3).Centred())
}

func (t *registersTab) loaded(views []upkeep.RegisterView) {
	t.views = views
	t.filter()
}

// choose shows another register; an index that is none changes nothing.
func (t *registersTab) choose(i int) {
	if i < 0 || i >= len(t.views) || i == t.at {
		return
	}
	t.at = i
	t.table.SetColumns(t.columns())
	t.filter()
}

func (t *registersTab) view() upkeep.RegisterView { return t.views[t.at] }

func (t *registersTab) filter() {
	t.rows = nil
	if v := t.view(); v.Used != nil {
		for _, e := range v.Used.Register.Entries {
			if hasWords(t.words, e.Name, e.Department, e.Scope, strings.Join(e.Fields, " ")) {
				t.rows = append(t.rows, e)
			}
		}
	}
	t.table.SetRows(len(t.rows))
	t.table.ToTop()
}

func (t *registersTab) fit(c kit.Class) {
	t.table.SetNarrow(c == kit.ClassNarrow)
	t.table.SetColumns(t.columns())
}

func (t *registersTab) focus() {
	if t.view().Used == nil && t.load != nil {
		t.load.Focus()
		return
	}
	t.table.Focus()
}

func (t *registersTab) find()      { t.search.Focus() }
func (t *registersTab) confirm()   {}
func (t *registersTab) back() bool { return false }

func (t *registersTab) nextPane() {
	if t.search.HasFocus() {
		t.table.Focus()
		return
	}
	t.search.Focus()
}

// columns are what a register of the kind holds.
func (t *registersTab) columns() []kit.TableColumn {
	cell := func(of func(app.RegisterEntry) string) func(int) fyne.CanvasObject {
		return func(i int) fyne.CanvasObject {
			if i < 0 || i >= len(t.rows) {
				return kit.NewCell("", theme.ColorText)
			}
			return kit.NewCell(of(t.rows[i]), theme.ColorText2)
		}
	}
	column := func(title string, width float32, of func(app.RegisterEntry) string) kit.TableColumn {
		return kit.TableColumn{Title: title, Width: width, Cell: cell(of)}
	}
	name := kit.TableColumn{Title: "名称", Keep: true, Cell: func(i int) fyne.CanvasObject {
		if i < 0 || i >= len(t.rows) {
			return kit.NewCell("", theme.ColorText)
		}
		return kit.NewElastic(t.rows[i].Name, theme.BodyBold, theme.ColorText)
	}}
	department := column("部门", 150, func(e app.RegisterEntry) string { return e.Department })
	department.Keep = true
	out := []kit.TableColumn{name, department}
	switch t.view().Kind {
	case app.RegisterInspection, app.RegisterMeeting:
		out = append(out, column("时间", 160, func(e app.RegisterEntry) string { return periodWord(e.Period) }))
	case app.RegisterForm:
		out = append(out, column("频次", 60, func(e app.RegisterEntry) string { return e.Frequency }), column("来源", 60, func(e app.RegisterEntry) string { return e.Origin }))
	case app.RegisterApp:
		out = append(out, column("使用方式", 90, func(e app.RegisterEntry) string { return e.Use }))
	case app.RegisterCampaign:
		out = append(out, column("级别", 90, func(e app.RegisterEntry) string { return e.Level }))
	}
	return out
}

// periodWord is when something takes place, as the window says it.
func periodWord(p string) string {
	if from, to, span := strings.Cut(p, ".."); span {
		if from == to {
			return from
		}
		return from + " 至 " + to
	}
	if p != "" && !strings.ContainsAny(p, "月年季-") {
		return strings.ReplaceAll(p, ";", "、") + "月"
	}
	return p
}

// bar holds search, import and template.
func (t *registersTab) bar() fyne.CanvasObject {
	t.load = kit.NewButton(kit.ButtonSpec{Text: "导入", Icon: theme.IconOpen, OnPress: t.choosePath})
	kind := t.view().Kind
	save := func(ctx context.Context, folder string) (string, error) {
		return t.page.p.Keeper.SaveTemplate(ctx, kind, folder)
	}
	return kit.Row(8, kit.Wide(200, t.search), kit.Space(), kit.Fit(t.load), button("下载模板", theme.IconSave, func() { t.page.template(save) }))
}

func (t *registersTab) wide() fyne.CanvasObject {
	width := float32(400)
	if t.page.class == kit.ClassMedium {
		width = 300
	}
	list := kit.Column(8, kit.Fit(t.bar()), kit.Grow(kit.Card(t.body())))
	return kit.Row(12, kit.Grow(list).Stretched(), kit.Wide(width, kit.Card(kit.NewScroll(t.side()))).Stretched())
}

func (t *registersTab) narrow(choice fyne.CanvasObject) fyne.CanvasObject {
	return kit.Column(8, kit.Fit(choice), kit.Fit(t.statusLine()), kit.Fit(t.bar()), kit.Grow(kit.Card(t.body())))
}

// body is the rows, or what to do where there is no register.
func (t *registersTab) body() fyne.CanvasObject {
	if t.view().Used != nil {
		return t.table
	}
	words := fmt.Sprintf("还没有导入%s。没有它时，有关事项照常受理，不据此判断。", t.view().Kind.Title())
	return kit.Pad(24, 24, kit.NewPara(words, theme.Body, theme.ColorText2))
}

// statusLine says whether the register decides.
func (t *registersTab) statusLine() fyne.CanvasObject {
	v := t.view()
	icon, color := theme.IconCheck, theme.ColorDo
	if !v.Decides {
		icon, color = theme.IconWarn, theme.ColorEscalate
	}
	return kit.Row(6, kit.Fit(kit.NewIcon(icon, 18, color)).AtStart(), kit.Grow(kit.NewPara(v.Status, theme.BodyBold, color)))
}

// side is where the register comes from.
func (t *registersTab) side() fyne.CanvasObject {
	v := t.view()
	slots := []kit.Slot{kit.Fit(kit.NewPara(v.Kind.Title(), theme.ItemTitle, theme.ColorText)), kit.Fit(t.statusLine())}
	if v.Used == nil {
		slots = append(slots, kit.Fit(kit.NewPara("可导入 "+strings.Join(t.page.p.Import.ListFormats(), "、")+"。要有“名称”一列，其余按模板。", theme.Second, theme.ColorText2)))
		return kit.Pad(14, 12, kit.Column(10, slots...))
	}
	r, src := v.Used, v.Used.Register.Source
	line := func(label, words string) {
		if words != "" {
			slots = append(slots, kit.Fit(labelled(label, kit.NewPara(words, theme.Body, theme.ColorText))))
		}
	}
	line("名称", src.Title)
	line("文号", src.DocNo)
	line("印发", src.Issuer)
	line("公布", src.Date.String())
	line("有效", spanWord(src))
	complete := "完整"
	if src.Incomplete {
		complete = "不完整（没列全的不能据此说“不在名录”）"
	}
	line("完整性", complete)
	line("条数", fmt.Sprintf("%d 条", len(r.Register.Entries)))
	by := app.DateOf(r.ImportedAt.In(t.page.p.Frame.Now().Location())).String()
	if r.ImportedBy != "" {
		by += " " + r.ImportedBy
	}
	line("导入", by)
	if v.Earlier > 0 {
		line("其他", fmt.Sprintf("另有 %d 份，按收到当日有效的一份比对", v.Earlier))
	}
	slots = append(slots, kit.Fit(kit.Row(0, kit.Fit(kit.NewLink("停用这份名录…", theme.Second, t.askWithdraw)), kit.Space())))
	return kit.Pad(14, 12, kit.Column(8, slots...))
}

// spanWord is from when to when a source holds.
func spanWord(s app.Source) string {
	switch {
	case s.From.IsZero() && s.To.IsZero():
		return "长期"
	case s.To.IsZero():
		return s.From.String() + " 起"
	case s.From.IsZero():
		return "至 " + s.To.String()
	}
	return s.From.String() + " 至 " + s.To.String()
}
