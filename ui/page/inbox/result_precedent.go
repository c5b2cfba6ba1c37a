package inbox

import (
	"fmt"

	"yidanqing/app"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// precedentKey is the key of the row that names a precedent.
const precedentKey = "precedent"

// precedentSlots name the office's own earlier decision on a like demand; a press opens that record.
func (r *result) precedentSlots() []kit.Slot {
	if r.demand >= len(r.check.Demands) {
		return nil
	}
	p := r.check.Demands[r.demand].Precedent
	if p == nil {
		return nil
	}
	icon, color := theme.IconCheck, theme.ColorDo
	if !p.Changed {
		icon, color = theme.IconNote, theme.ColorText2
	}
	title, said := r.precedentWords(*p)
	words := kit.Column(2, kit.Fit(kit.NewPara(title, theme.BodyBold, theme.ColorText)), kit.Fit(kit.NewPara(said, theme.Remark, theme.ColorText2)))
	row := kit.NewRow(title, kit.Pad(12, 8, kit.Row(8, kit.Fit(kit.NewIcon(icon, 18, color)).AtStart(), kit.Grow(words),
		kit.Fit(kit.NewIcon(theme.IconRight, 16, theme.ColorText3)))), false, func() { r.page.p.OpenNotice(p.Notice) })
	r.rows[precedentKey] = row
	return []kit.Slot{kit.Fit(row), kit.Fit(kit.NewRule())}
}

// precedentWords say what was decided then, and whether the advice follows it.
func (r *result) precedentWords(p app.Recalled) (title, said string) {
	decided := kit.VerdictWord(p.Decided, r.office())
	said = fmt.Sprintf("先例 · %s · 当时定为%s", p.Number, decided)
	if p.By != "" {
		said += "（经办 " + p.By + "）"
	}
	if !p.Changed {
		return p.Day.String() + " 同类事项定为" + decided, said + " · 这一件情形不全相同，建议不变"
	}
	if p.Without != r.check.Demands[r.demand].Verdict {
		said += " · 不参照时建议" + kit.VerdictWord(p.Without, r.office())
	}
	return "与 " + p.Day.String() + " 同类事项一致", said
}

// chosenSlots name the entry that the clerk put in place of the advised one.
func (r *result) chosenSlots() []kit.Slot {
	c, ok := r.choices[r.demand]
	if !ok || c.Entry == nil {
		return nil
	}
	words := fmt.Sprintf("改按清单“%s”第%s项：%s", c.Entry.Part.Title(), c.Entry.ItemNo, c.Entry.Name)
	return []kit.Slot{kit.Fit(kit.Pad(12, 8, kit.Row(8, kit.Fit(kit.NewIcon(theme.IconEdit, 18, theme.ColorPrimary)).AtStart(),
		kit.Grow(kit.NewPara(words, theme.Body, theme.ColorText))))), kit.Fit(kit.NewRule())}
}

// asChosen is the check with the entries that the clerk chose, as its paper and message cite them.
func (r *result) asChosen() app.Check {
	c := r.check
	c.Demands = append([]app.Demand(nil), r.check.Demands...)
	for i, x := range r.choices {
		if x.Entry != nil && i < len(c.Demands) {
			c.Demands[i] = c.Demands[i].Under(*x.Entry)
		}
	}
	return c
}
