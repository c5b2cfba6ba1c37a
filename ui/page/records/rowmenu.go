package records

import (
	"context"

	"fyne.io/fyne/v2"

	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
)

// rowMenu is what the other mouse button offers on a row: what the record beside the list offers.
func (p *Page) rowMenu(row int) []*fyne.MenuItem {
	if row < 0 || row >= len(p.rows) {
		return nil
	}
	id := p.rows[row].ID
	with := func(do func(d inquire.Detail)) func() { // the record may not be loaded yet
		return func() {
			p.loadDetail(id, func() { do(*p.detail) })
		}
	}
	items := []*fyne.MenuItem{fyne.NewMenuItem("看原文", with(func(d inquire.Detail) { p.p.OpenNotice(d.Notice) }))}
	if p.detail == nil || p.detail.Notice.ID != id {
		return items
	}
	for _, a := range p.detail.Next {
		items = append(items, fyne.NewMenuItem(a.Title, func() { p.act(a) }))
	}
	if n := len(p.detail.Papers); n > 0 {
		last := p.detail.Papers[n-1]
		items = append(items, fyne.NewMenuItem("看文书", func() { p.showPaper(last) }), fyne.NewMenuItem("打开文书所在文件夹", func() { p.showFolder(last) }))
	}
	return items
}

// showFolder opens the folder in which the copies of issued papers lie, with this one in it.
func (p *Page) showFolder(v ledger.Paper) {
	kit.Run(p.p.Frame.Runner, "正在打开", func(ctx context.Context) (string, error) { return p.p.Decide.Export(ctx, v.ID, p.p.Folder()) },
		func(path string, err error) {
			if err != nil {
				p.p.Frame.Fail("没有打开文件夹", err, nil)
				return
			}
			p.p.Frame.OpenFolder(path)
		})
}
