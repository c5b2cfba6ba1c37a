package records

import (
	"fyne.io/fyne/v2"

	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// stateCell is the state of a row, with 登记审定 in it where a paper waits for its signature: that is done many times a day, and
// one press is enough. Beside several states there is no room for it; the record beside the list has it too.
func (p *Page) stateCell(i int, r inquire.Row) fyne.CanvasObject {
	state := stateWords(r)
	words, paper := kit.NewCell(state, theme.ColorText), toSign(r)
	if paper == "" || state != ledger.StateToSign.Title() || p.class == kit.ClassNarrow {
		return words
	}
	sign := kit.NewCellAction(inquire.ActionApprove.Title(), func() {
		p.table.Choose(i)
		p.Perform(r.ID, inquire.Action{Kind: inquire.ActionApprove, Paper: paper})
	})
	return kit.Row(6, kit.Grow(words), kit.Fit(sign))
}

// toSign is the paper of a row that waits for its signature; empty where there is none.
func toSign(r inquire.Row) string {
	if r.Void {
		return ""
	}
	for _, d := range r.Demands {
		if d.State == ledger.StateToSign {
			return d.Paper
		}
	}
	return ""
}
