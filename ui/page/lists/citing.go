package lists

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// citingPart is how many notices the panel of an entry shows at first, and adds with each press.
const citingPart = 6

// citing holds the notices that cite the entry in the panel (引用过它的来件).
type citing struct {
	of     app.DutyRef // the entry
	page   inquire.CitingPage
	holder *kit.Holder
	turn   kit.Turn
}

// loadCiting asks which notices cite an entry; the block comes into the panel with the answer.
func (p *Page) loadCiting(d app.Duty) {
	entry := app.DutyRef{Part: d.Part, ItemNo: d.ItemNo, Name: d.Name}
	if p.citing.of == entry {
		return
	}
	p.citing.of, p.citing.page = entry, inquire.CitingPage{}
	p.citing.holder.Hide()
	p.moreCiting(false)
}

// moreCiting reads the next part; pressed: the clerk asked for it, and is told where it cannot be read.
func (p *Page) moreCiting(pressed bool) {
	c := &p.citing
	current, entry, after := c.turn.Next(), c.of, c.page.Next
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (inquire.CitingPage, error) {
		return p.p.Inquire.Citing(ctx, entry, after, citingPart)
	}, func(next inquire.CitingPage, err error) {
		switch {
		case !current() || errors.Is(err, context.Canceled):
		case err != nil && pressed:
			p.p.Frame.Fail("没有读出引用过它的来件", err, func() { p.moreCiting(true) })
		case err != nil:
			c.of = app.DutyRef{} // asked anew with the next choice
		default:
			next.Rows = append(c.page.Rows, next.Rows...)
			c.page = next
			c.holder.Put(p.citingBlock())
			c.holder.Show()
			p.side.Refresh()
		}
	})
}

// citingBlock lists the notices; each opens its record.
func (p *Page) citingBlock() fyne.CanvasObject {
	page := p.citing.page
	rows := []kit.Slot{kit.Fit(kit.Pad(14, 0, kit.NewLabel(fmt.Sprintf("引用过它的来件 %d", page.Total), theme.Heading, theme.ColorText)))}
	if page.Total == 0 {
		rows = append(rows, kit.Fit(kit.Pad(14, 0, kit.NewPara("还没有。按这一项办理或反馈的来件会列在这里。", theme.Second, theme.ColorText3))))
	}
	width := float32(44)
	for _, c := range page.Rows {
		if c.Notice.Day.Year != p.p.Frame.Today().Year { // written with its year
			width = 84
		}
	}
	for _, c := range page.Rows {
		rows = append(rows, kit.Fit(p.citingRow(c, width)))
	}
	if left := page.Total - len(page.Rows); left > 0 && page.Next != (inquire.Cursor{}) {
		more := kit.NewLink(fmt.Sprintf("再列 %d 件（还有 %d 件）", min(left, citingPart), left), theme.Second, func() { p.moreCiting(true) })
		rows = append(rows, kit.Fit(kit.Pad(14, 0, kit.Row(0, kit.Fit(more), kit.Space()))))
	}
	return kit.Column(0, kit.Fit(kit.NewRule()), kit.Fit(kit.PadEach(12, 0, 12, 0, kit.Column(0, rows...))))
}

func (p *Page) citingRow(c inquire.Citing, day float32) fyne.CanvasObject {
	title, id := inquire.ShortTitle(c.Notice.Title), c.Notice.ID
	cells := kit.Row(8, kit.Wide(day, kit.NewElastic(kit.DayWord(c.Notice.Day, p.p.Frame.Today()), theme.Second, theme.ColorText3)),
		kit.Grow(kit.NewElastic(title, theme.Second, theme.ColorText)), kit.Fit(kit.NewLabel(p.citingWord(c), theme.Second, theme.ColorText2)))
	return kit.NewRow(title, kit.High(36, kit.Pad(14, 0, cells)), false, func() { p.p.OpenRecord(id) })
}

// citingWord says what came of a notice: 已撤回, 已调整, 维持; else what was decided or advised.
func (p *Page) citingWord(c inquire.Citing) string {
	switch {
	case c.Result == "":
		return p.p.Frame.Office().VerdictWord(c.Verdict)
	case c.Result == ledger.Upheld:
		return c.Result.Title()
	}
	return "已" + c.Result.Title()
}
