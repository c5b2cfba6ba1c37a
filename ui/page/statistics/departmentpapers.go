package statistics

import (
	"context"
	"errors"

	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
)

// reviewed is the half-year of which the 半年评价表 is written: the one shown, else the one that is usually due.
func (d *departments) reviewed() inquire.Period {
	if d.period.Half() {
		return d.period.Until(d.page.p.Frame.Today())
	}
	return d.page.p.Inquire.ReviewHalf()
}

// saveReview writes the 半年评价表, keeps it with the papers and opens it.
func (d *departments) saveReview() {
	p, period := d.page.p, d.reviewed()
	kit.Run(p.Frame.Runner, "正在生成半年评价表", func(ctx context.Context) (string, error) {
		return p.Inquire.SaveReview(ctx, period, p.Folder())
	}, func(path string, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			p.Frame.Info("已取消，台账没有变动")
		case err != nil:
			p.Frame.Fail("没有生成半年评价表", err, nil)
		default:
			p.Frame.Saved("已生成半年评价表", path)
			// where nothing opens a PDF, the message above says where it lies
			_ = p.Frame.Files.ShowFile(path)
		}
	})
}

// print prints 部门往来情况 of the period shown.
func (d *departments) print() {
	p, period := d.page.p, d.shown.Period
	p.Frame.PrintMade(kit.PaperJob{What: "部门往来", Busy: "正在排版", Failed: "没有打印部门往来", Cancelled: kit.LedgerKept, Again: d.print,
		Make: func(ctx context.Context) (string, error) {
			f, err := p.Inquire.DepartmentsPaper(ctx, period)
			if err != nil {
				return "", err
			}
			return p.Spool.SpoolDraft(f.Name, f.Data)
		}})
}

// exportTable writes the numbers as a table into a folder that the clerk chooses.
func (d *departments) exportTable() {
	p, period := d.page.p, d.shown.Period
	d.into("部门往来的表格存到", "没有导出部门往来", "已导出部门往来", func(ctx context.Context, folder string) (string, error) {
		return p.Inquire.SaveDepartmentsTable(ctx, period, folder)
	})
}

// saveWord writes the editable copy of the 半年评价表 into a folder that the clerk chooses.
func (d *departments) saveWord() {
	p, period := d.page.p, d.reviewed()
	d.into("半年评价表的 Word 副本存到", "没有另存为 Word", "已另存可编辑副本（不作凭据）", func(ctx context.Context, folder string) (string, error) {
		return p.Inquire.SaveReviewTwin(ctx, period, folder)
	})
}

// into writes a file into a folder that the clerk chooses.
func (d *departments) into(ask, failed, done string, write func(ctx context.Context, folder string) (string, error)) {
	p := d.page.p
	p.Frame.Files.ChooseFolder(ask, func(folder string) {
		kit.Run(p.Frame.Runner, "正在写出", func(ctx context.Context) (string, error) { return write(ctx, folder) }, func(path string, err error) {
			switch {
			case errors.Is(err, context.Canceled):
				p.Frame.Info("已取消，台账没有变动")
			case err != nil:
				p.Frame.Fail(failed, err, nil)
			default:
				p.Frame.Saved(done, path)
			}
		})
	})
}
