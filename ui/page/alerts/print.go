package alerts

import (
	"context"
	"errors"
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
	kit.Run(p.p.Frame.Runner, "正在生成"+Name(p.p.Frame.Office())+"事项表", func(ctx context.Context) (string, error) {
		file, err := p.p.Inquire.BoardPaper(ctx, b)
		if err != nil {
			return "", err
		}
		return p.p.Spool.SpoolDraft(file.Name, file.Data)
	}, func(path string, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			p.p.Frame.Info("已取消打印，台账没有变动")
		case err != nil:
			p.p.Frame.Fail("没有打印", err, p.Print)
		default:
			p.p.Frame.Print([]string{path}, Name(p.p.Frame.Office())+"事项表", "")
		}
	})
}

// standing are the alerts that were not put aside.
func (p *Page) standing() []inquire.Alert {
	return slices.DeleteFunc(slices.Clone(p.board.Alerts), func(a inquire.Alert) bool { return slices.Contains(p.aside, key(a)) })
}
