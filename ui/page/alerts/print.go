package alerts

import (
	"context"
	"slices"

	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

func (p *Page) printButton() *kit.Button {
	return kit.NewButton(kit.ButtonSpec{Text: "打印本页", Icon: theme.IconPrint, Size: kit.Small, OnPress: p.Print})
}

// Print prints the page as it is shown (Ctrl+P): what was put aside is left out. It changes nothing in the ledger.
func (p *Page) Print() {
	if !p.loaded {
		return // the badge and the page come first
	}
	b := p.board
	b.Alerts = p.standing()
	what := Name(p.p.Frame.Office()) + "事项表"
	p.p.Frame.PrintMade(kit.PaperJob{What: what, Busy: "正在生成" + what, Failed: "没有打印", Cancelled: kit.LedgerKept, Again: p.Print,
		Make: func(ctx context.Context) (string, error) {
			file, err := p.p.Inquire.BoardPaper(ctx, b)
			if err != nil {
				return "", err
			}
			return p.p.Spool.SpoolDraft(file.Name, file.Data)
		}})
}

// standing are the alerts that were not put aside.
func (p *Page) standing() []inquire.Alert {
	return slices.DeleteFunc(slices.Clone(p.board.Alerts), func(a inquire.Alert) bool { return slices.Contains(p.aside, key(a)) })
}
