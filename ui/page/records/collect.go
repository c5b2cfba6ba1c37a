package records

import (
	"cmp"
	"fmt"
	"slices"

	"yidanqing/app/inquire"
	"yidanqing/app/paper"
)

// CollectEscalation takes the ticked notices up in one 提级反映单 (合并提级, Ctrl+Shift+B). The paper is looked at and issued on its
// own page; which of their demands are raised follows from what was decided or advised.
func (p *Page) CollectEscalation() {
	var rows []inquire.Row
	for _, r := range p.rows {
		if p.picked.has(r.ID) {
			rows = append(rows, r)
		}
	}
	switch {
	case p.p.Frame.Office().Grassroots():
		p.p.Frame.Info("村、社区向镇、街道反映的，一件一份")
		return
	case p.old.on || len(rows) < 2:
		p.p.Frame.Info("请先在台账里勾选两件以上要提级反映的来件（空格，或点行首的方框），再合并成一份")
		return
	case len(p.picked.ids) > paper.MostCollected:
		p.p.Frame.Info(fmt.Sprintf("一份提级反映单最多 %d 项，勾选了 %d 件。请分成几份", paper.MostCollected, len(p.picked.ids)))
		return
	}
	slices.SortFunc(rows, func(a, b inquire.Row) int { return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.No, b.No)) })
	var with []string
	for _, r := range rows[1:] {
		with = append(with, fmt.Sprintf("%d-%d", r.Year, r.No))
	}
	p.p.Collect(rows[0].ID, with)
}
