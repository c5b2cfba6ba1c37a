package records

import (
	"context"
	"errors"

	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

func (p *Page) printButton(size kit.ButtonSize) *kit.Button {
	return kit.NewButton(kit.ButtonSpec{Text: "打印", Icon: theme.IconPrint, Size: size, OnPress: p.Print})
}

func (p *Page) exportButton(size kit.ButtonSize) *kit.Button {
	return kit.NewButton(kit.ButtonSpec{Text: "导出表格", Icon: theme.IconSave, Size: size, OnPress: p.ExportTable})
}

// oldStaysOut is said where imported rows are in front: they are no part of the office's own ledger.
const oldStaysOut = "导入的行不印、不导出，请用原文件；请先点“全部”回到登记件"

// Print prints the rows of the present conditions (Ctrl+P). It changes nothing in the ledger.
func (p *Page) Print() {
	if p.old.on {
		p.p.Frame.Info(oldStaysOut)
		return
	}
	f := p.filter
	p.p.Frame.PrintMade(kit.PaperJob{What: "台账", Busy: "正在生成台账打印表", Failed: "没有打印台账", Cancelled: kit.LedgerKept, Again: p.Print,
		Make: func(ctx context.Context) (string, error) {
			file, err := p.p.Inquire.LedgerPaper(ctx, f, inquire.Progress(kit.Progress(ctx)))
			if err != nil {
				return "", err
			}
			return p.p.Spool.SpoolDraft(file.Name, file.Data)
		}})
}

// ExportTable writes the rows of the present conditions as a table into a folder that the clerk chooses.
func (p *Page) ExportTable() {
	if p.old.on {
		p.p.Frame.Info(oldStaysOut)
		return
	}
	f := p.filter
	p.p.Frame.Files.ChooseFolder("台账表格存到", func(folder string) {
		kit.Run(p.p.Frame.Runner, "正在导出台账表格", func(ctx context.Context) (string, error) {
			return p.p.Inquire.SaveLedgerTable(ctx, f, folder, inquire.Progress(kit.Progress(ctx)))
		}, func(path string, err error) {
			switch {
			case errors.Is(err, context.Canceled):
				p.p.Frame.Info("已取消导出，台账没有变动")
			case err != nil:
				p.p.Frame.Fail("没有导出台账表格", err, nil)
			default:
				p.p.Frame.Saved("已导出台账表格", path)
			}
		})
	})
}
