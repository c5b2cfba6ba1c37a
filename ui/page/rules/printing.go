package rules

import (
	"context"
	"errors"

	"yidanqing/ui/kit"
)

// Spool holds a file on its way to the printer.
type Spool interface {
	SpoolDraft(name string, pdf []byte) (string, error)
}

// Print prints the rules in force (Ctrl+P). It changes nothing.
func (p *Page) Print() {
	p.p.Frame.PrintMade(kit.PaperJob{What: "比对规则表", Busy: "正在生成比对规则表", Failed: "没有打印规则", Cancelled: "已取消打印，规则没有变动", Again: p.Print,
		Make: func(ctx context.Context) (string, error) {
			name, data, err := p.p.Keeper.RulesPaper(ctx)
			if err != nil {
				return "", err
			}
			return p.p.Spool.SpoolDraft(name, data)
		}})
}

// ExportTable writes the rules in force as a table into a folder that the clerk chooses.
func (p *Page) ExportTable() {
	f := p.p.Frame
	f.Files.ChooseFolder("比对规则表存到", func(folder string) {
		kit.Run(f.Runner, "正在导出比对规则表", func(ctx context.Context) (string, error) {
			return p.p.Keeper.SaveRulesTable(ctx, folder)
		}, func(path string, err error) {
			switch {
			case errors.Is(err, context.Canceled):
				f.Info("已取消导出，规则没有变动")
			case err != nil:
				f.Fail("没有导出比对规则表", err, nil)
			default:
				f.Saved("已导出比对规则表", path)
			}
		})
	})
}
