package records

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// oldView is the rows imported of old ledgers, in place of the list of notices.
type oldView struct {
	on      bool
	count   int // rows that hold the words looked for
	rows    []inquire.OldRow
	row     *inquire.OldRow // at the side
	table   *kit.DataTable
	loading bool
	turn    kit.Turn
}

func (p *Page) makeOld() {
	empty := kit.NewHolder(kit.NewLabel("没有符合条件的导入行", theme.Body, theme.ColorText3).Centred())
	p.old.table = kit.NewDataTable(p.oldColumns(), empty)
	p.old.table.OnChoose = func(i int) { p.chooseOld(i) }
	p.old.table.OnOpen = func(i int) {
		p.chooseOld(i)
		if p.class == kit.ClassNarrow {
			p.open = true
			p.build()
		}
	}
	p.old.table.OnEnd = func() {
		if !p.old.loading && len(p.old.rows) < p.old.count {
			p.loadOld(false)
		}
	}
}

// list is the table in front.
func (p *Page) list() *kit.DataTable {
	if p.old.on {
		return p.old.table
	}
	return p.table
}

// showOld puts the imported rows in front.
func (p *Page) showOld() {
	p.filter, p.wanted, p.detail = inquire.Filter{}, "", nil
	p.search.Quiet("")
	p.setOld(true)
	p.load(true)
}

func (p *Page) setOld(on bool) {
	if p.old.on == on {
		return
	}
	p.old.on, p.old.row, p.open = on, nil, false
	p.build()
	p.side.Put(p.sideBody())
}

func (p *Page) loadOld(fresh bool) {
	current := p.old.turn.Next()
	words, skip := p.filter.Words, len(p.old.rows)
	if fresh {
		skip = 0
	}
	p.old.loading = true
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (inquire.OldPage, error) {
		return p.p.Inquire.OldRows(ctx, words, skip, pageSize)
	}, func(a inquire.OldPage, err error) {
		if !current() {
			return
		}
		p.old.loading = false
		if err != nil {
			p.p.Frame.Fail("没有读出导入的旧台账", err, nil)
			return
		}
		if fresh {
			p.old.rows = nil
		}
		p.old.rows, p.old.count = append(p.old.rows, a.Rows...), a.Total
		p.old.table.SetRows(len(p.old.rows))
		p.foot.SetText(fmt.Sprintf("导入的旧台账 %d 行；不编号，不进待反馈，只用于与使用前比", a.Total))
		if fresh && p.class != kit.ClassNarrow {
			p.old.table.Choose(min(0, len(p.old.rows)-1))
			p.chooseOld(0)
		}
	})
}

func (p *Page) chooseOld(i int) {
	p.old.row = nil
	if i >= 0 && i < len(p.old.rows) {
		p.old.row = &p.old.rows[i]
	}
	p.side.Put(p.sideBody())
}

func (p *Page) oldColumns() []kit.TableColumn {
	row := func(i int) inquire.OldRow {
		if i < 0 || i >= len(p.old.rows) {
			return inquire.OldRow{}
		}
		return p.old.rows[i]
	}
	text := func(f func(inquire.OldRow) string, color fyne.ThemeColorName) func(int) fyne.CanvasObject {
		return func(i int) fyne.CanvasObject { return kit.NewCell(f(row(i)), color) }
	}
	return []kit.TableColumn{
		{Title: "日期", Width: 92, Keep: true, Cell: text(func(r inquire.OldRow) string { return r.Date.String() }, theme.ColorText)},
		{Title: "来件", Keep: true, Cell: text(func(r inquire.OldRow) string { return r.Title }, theme.ColorText)},
		{Title: "来文单位", Width: 120, Cell: text(func(r inquire.OldRow) string { return kit.ShortIssuer(r.Issuer, p.p.Frame.Office()) }, theme.ColorText2)},
		{Title: "类型", Width: 56, Cell: text(oldKind, theme.ColorText2)},
		{Title: "处理", Width: 108, Cell: text(p.oldVerdict, theme.ColorText2)},
		{Title: "状态", Width: 64, Keep: true, Cell: func(int) fyne.CanvasObject { return kit.NewChip("导入", "") }},
	}
}

// oldKind is the kind of a row; what was not understood stands as it was written.
func oldKind(r inquire.OldRow) string {
	switch {
	case r.Kind != "":
		return r.Kind.Title()
	case r.KindWords != "":
		return r.KindWords
	}
	return "—"
}

func (p *Page) oldVerdict(r inquire.OldRow) string {
	switch {
	case r.Verdict != "":
		return kit.VerdictWord(r.Verdict, p.p.Frame.Office())
	case r.VerdictWords != "":
		return r.VerdictWords
	}
	return "—"
}

// oldSide is one imported row: what its file says, and where it comes from.
func (p *Page) oldSide() fyne.CanvasObject {
	p.primary = nil
	r := p.old.row
	if r == nil {
		return kit.Pad(16, 16, kit.NewPara("选一行，这里显示它在旧台账里的原样。", theme.Body, theme.ColorText3))
	}
	rows := []kit.Slot{kit.Fit(kit.Flow(6, 4, kit.NewChip("导入", ""))), kit.Fit(kit.NewPara(r.Title, theme.ItemTitle, theme.ColorText))}
	add := func(label, words string) {
		if words != "" {
			rows = append(rows, kit.Fit(kit.Row(8, kit.Wide(72, kit.NewLabel(label, theme.Body, theme.ColorText3)).AtStart(), kit.Grow(kit.NewPara(words, theme.Body, theme.ColorText)))))
		}
	}
	add("日期", r.Date.String())
	add("来文单位", r.Issuer)
	add("文号", r.DocNo)
	add("类型", asWritten(r.KindWords, oldKind(*r)))
	add("处理", asWritten(r.VerdictWords, p.oldVerdict(*r)))
	place := fmt.Sprintf("第 %d 行", r.Row)
	if r.Sheet != "" {
		place = r.Sheet + " " + place
	}
	add("出自", r.File+"，"+place)
	by := app.DateOf(r.At.In(p.p.Frame.Now().Location())).String()
	if r.By != "" {
		by += " " + r.By
	}
	add("导入", by)
	rows = append(rows, kit.Fit(kit.NewPara("没有比对过，不是本软件的建议或登记；只计入统计中的“与使用前比”。", theme.Remark, theme.ColorText3)))
	p.primary = kit.NewButton(kit.ButtonSpec{Text: "撤回这次导入…", Icon: theme.IconUndo, OnPress: func() { p.askWithdraw(r.Ledger, r.File) }})
	return kit.Column(0, kit.Grow(kit.NewScroll(kit.Pad(14, 12, kit.Column(8, rows...)))), kit.Fit(kit.NewRule()),
		kit.Fit(kit.Pad(14, 10, kit.Flow(8, 8, p.primary))))
}

// asWritten is what stands in the file, with what it was taken for where that is another word.
func asWritten(written, meant string) string {
	if written == "" || written == meant {
		return meant
	}
	if meant == "—" {
		return written
	}
	return written + "（按“" + meant + "”计）"
}
