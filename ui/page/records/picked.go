package records

import (
	"context"
	"fmt"
	"reflect"
	"slices"

	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// picked are the notices that are ticked for 批量文书 or 合并提级. They hold for one set of conditions: what is not listed is not ticked.
type picked struct {
	ids    []string // in the order in which they were ticked
	filter inquire.Filter
	bar    *kit.Holder // in the foot: how many, and what can be done with them
}

func (p *picked) has(id string) bool { return slices.Contains(p.ids, id) }

// keepFor drops the ticks where the conditions are other ones.
func (p *picked) keepFor(f inquire.Filter) {
	if !reflect.DeepEqual(f, p.filter) {
		p.ids, p.filter = nil, f
	}
}

func (p *Page) makePicked() {
	p.picked.bar = kit.NewHolder(nil)
	p.table.Checked = func(i int) bool { return i < len(p.rows) && p.picked.has(p.rows[i].ID) }
	p.table.OnCheck = func(i int) {
		if i >= len(p.rows) {
			return
		}
		id := p.rows[i].ID
		if at := slices.Index(p.picked.ids, id); at >= 0 {
			p.picked.ids = slices.Delete(p.picked.ids, at, at+1)
		} else {
			p.picked.ids = append(p.picked.ids, id)
		}
		p.showPicked()
	}
	p.table.OnCheckAll = func(on bool) {
		if on {
			p.pickAll()
			return
		}
		p.unpick()
	}
	p.showPicked()
}

// unpick clears all ticks.
func (p *Page) unpick() {
	p.picked.ids = nil
	p.showPicked()
}

// pickAll ticks all that fits the conditions, also what is not read yet, up to as many as one batch takes.
func (p *Page) pickAll() {
	f := p.filter
	type found struct {
		ids []string
		all int
	}
	current := p.turn.Next()
	kit.Run(p.p.Frame.Runner, "正在勾选", func(ctx context.Context) (out found, err error) {
		total, err := p.p.Inquire.Total(ctx, f)
		if err != nil {
			return out, err
		}
		out.all = total.Notices
		for after := (inquire.Cursor{}); ; {
			page, err := p.p.Inquire.Page(ctx, f, after, 500)
			if err != nil {
				return out, err
			}
			for _, r := range page.Rows {
				out.ids = append(out.ids, r.ID)
			}
			if after = page.Next; after == (inquire.Cursor{}) || len(out.ids) >= decide.MostInBatch {
				out.ids = out.ids[:min(len(out.ids), decide.MostInBatch)]
				return out, ctx.Err()
			}
		}
	}, func(out found, err error) {
		if !current() {
			return
		}
		if err != nil {
			p.p.Frame.Fail("没有勾选", err, nil)
			p.showPicked()
			return
		}
		p.picked.ids, p.picked.filter = out.ids, f
		if out.all > len(out.ids) {
			p.p.Frame.Info(fmt.Sprintf("共 %d 件，已勾选最新的 %d 件：一次最多办这么多", out.all, len(out.ids)))
		}
		p.showPicked()
	})
}

// showPicked draws the boxes and the foot.
func (p *Page) showPicked() {
	n := len(p.picked.ids)
	p.table.Recheck(n > 0 && n >= min(p.sums.total.Notices, decide.MostInBatch))
	switch {
	case n > 0:
		p.picked.bar.Put(kit.Row(8, kit.Fit(kit.NewLabel(fmt.Sprintf("已勾选 %d 件", n), theme.SecondBold, theme.ColorText)),
			kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "批量文书…", Icon: theme.IconPaper, Size: kit.Small, OnPress: p.BatchPapers})),
			kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "合并提级…", Size: kit.Small, OnPress: p.CollectEscalation})),
			kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "不选", Size: kit.Small, OnPress: p.unpick}))))
	case p.class == kit.ClassWide:
		p.picked.bar.Put(kit.NewLabel("空格 勾选　Enter 打开原文", theme.Second, theme.ColorText3))
	case p.class == kit.ClassMedium:
		p.picked.bar.Put(kit.Row(8, p.footButtons()...))
	default:
		p.picked.bar.Put(nil)
	}
	kit.Relayout(p.holder)
}
