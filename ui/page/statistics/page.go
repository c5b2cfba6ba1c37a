// Package statistics is the page 统计: what came in, month by month, what became of it, and the monthly report. Every
// number opens the notices behind it.
package statistics

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
)

// asker counts what stands in the ledger and writes the report.
type asker interface {
	Statistics(ctx context.Context, p, before inquire.Period) (inquire.Statistics, error)
	ReportMonth() inquire.Period
	MonthPaper(ctx context.Context, p inquire.Period) (inquire.File, error)
	SaveMonth(ctx context.Context, p inquire.Period, folder string) (string, error)
	SaveMonthTwin(ctx context.Context, p inquire.Period, folder string) (string, error)
	SaveStatisticsTable(ctx context.Context, p, before inquire.Period, folder string) (string, error)
	departmentAsker
}

// spooler keeps a report for the printer, outside the ledger.
type spooler interface {
	SpoolDraft(name string, pdf []byte) (path string, err error)
}

// Params are what the page works with. All fields must be set.
type Params struct {
	Frame   *kit.Frame
	Inquire asker
	Spool   spooler
	Folder  func() string // where reports are kept
	// OpenFigure lists the notices behind a number, OpenInbox goes to where the first one is taken in.
	OpenFigure func(inquire.Figure)
	OpenInbox  func()
	// ImportOld asks for the file of an old ledger.
	ImportOld func()
	// Reviewed tells whether 部门往来 is switched on (基层评机关).
	Reviewed func() bool
	// Reported is told that the report of a month was written.
	Reported func(month inquire.Period)
}

// against says with which period the tiles compare.
type against int

const (
	yearAgo  against = iota // 去年同期
	monthAgo                // 上月同期
)

func (a against) of(p inquire.Period) inquire.Period {
	if a == monthAgo {
		return p.MonthBefore()
	}
	return p.YearBefore()
}

func (a against) word() string {
	if a == monthAgo {
		return "上月同期"
	}
	return "去年同期"
}

// Page is the page 统计.
type Page struct {
	p       Params
	holder  *kit.Holder
	class   kit.Class
	period  inquire.Period
	against against
	numbers bool // the months as numbers instead of columns
	shown   *inquire.Statistics
	turn    kit.Turn
	primary *kit.Button
	dep     *departments // the tab 部门往来
	inDep   bool         // it is in front
}

// New makes the page.
func New(p Params) *Page {
	page := &Page{p: p, holder: kit.NewHolder(nil)}
	page.dep = newDepartments(page)
	page.build()
	return page
}

// Content is what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.holder }

// SetClass fits the page to the room.
func (p *Page) SetClass(c kit.Class) {
	if p.class != c {
		p.class = c
		p.build()
	}
}

// Shown is called when the page comes to the front: it counts anew.
func (p *Page) Shown() {
	if p.period == (inquire.Period{}) {
		p.period = p.p.Inquire.ReportMonth()
	}
	p.inDep = p.inDep && p.p.Reviewed()
	p.load()
}

// tabs choose between the whole and the departments.
func (p *Page) tabs() *kit.Tabs {
	at := 0
	if p.inDep {
		at = 1
	}
	return kit.NewTabs([]kit.Tab{{Text: "概况"}, {Text: "部门往来"}}, at, func(i int) {
		p.inDep = i == 1
		p.build()
		p.load()
	})
}

func (p *Page) load() {
	if p.inDep {
		p.dep.load()
		return
	}
	current := p.turn.Next()
	period, before := p.period.Until(p.p.Frame.Today()), p.against.of(p.period)
	kit.Run(p.p.Frame.Runner, "正在统计", func(ctx context.Context) (inquire.Statistics, error) {
		return p.p.Inquire.Statistics(ctx, period, before)
	}, func(st inquire.Statistics, err error) {
		switch {
		case !current() || errors.Is(err, context.Canceled):
		case err != nil:
			p.p.Frame.Fail("没有统计出来", err, p.load)
		default:
			p.shown = &st
			p.build()
			if p.primary != nil {
				p.primary.Focus()
			}
		}
	})
}

// ChooseMonth has the page come to the front with a month.
func (p *Page) ChooseMonth(month inquire.Period) {
	p.period, p.inDep = month.Until(p.p.Frame.Today()), false
}

// choosePeriod counts another month.
func (p *Page) choosePeriod(period inquire.Period) {
	p.period = period
	p.load()
}

// Generate writes the report of the month shown, keeps it with the papers and opens it (Ctrl+G); on 部门往来 the 半年评价表.
func (p *Page) Generate() {
	if !p.counted() {
		return
	}
	if p.inDep {
		p.dep.saveReview()
		return
	}
	period := p.period
	kit.Run(p.p.Frame.Runner, "正在生成月报", func(ctx context.Context) (string, error) {
		return p.p.Inquire.SaveMonth(ctx, period, p.p.Folder())
	}, func(path string, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			p.p.Frame.Info("已取消，台账没有变动")
		case err != nil:
			p.p.Frame.Fail("没有生成月报", err, p.Generate)
		default:
			p.p.Reported(period)
			p.p.Frame.Saved("已生成月报", path)
			// where nothing opens a PDF, the message above says where it lies
			_ = p.p.Frame.Files.ShowFile(path)
		}
	})
}

// Print prints the report of the month shown, or 部门往来 (Ctrl+P).
func (p *Page) Print() {
	if !p.counted() {
		return
	}
	if p.inDep {
		p.dep.print()
		return
	}
	period := p.period
	p.p.Frame.PrintMade(kit.PaperJob{What: "月报", Busy: "正在生成月报", Failed: "没有打印月报", Cancelled: kit.LedgerKept, Again: p.Print,
		Made: func() { p.p.Reported(period) },
		Make: func(ctx context.Context) (string, error) {
			f, err := p.p.Inquire.MonthPaper(ctx, period)
			if err != nil {
				return "", err
			}
			return p.p.Spool.SpoolDraft(f.Name, f.Data)
		}})
}

// SaveWord writes the editable copy of the report, or of the 半年评价表, into a folder that the clerk chooses.
func (p *Page) SaveWord() {
	if !p.counted() {
		return
	}
	if p.inDep {
		p.dep.saveWord()
		return
	}
	period := p.period
	p.p.Frame.Files.ChooseFolder("月报的 Word 副本存到", func(folder string) {
		kit.Run(p.p.Frame.Runner, "正在写出", func(ctx context.Context) (string, error) {
			return p.p.Inquire.SaveMonthTwin(ctx, period, folder)
		}, func(path string, err error) {
			switch {
			case errors.Is(err, context.Canceled):
				p.p.Frame.Info("已取消，台账没有变动")
			case err != nil:
				p.p.Frame.Fail("没有另存为 Word", err, nil)
			default:
				p.p.Reported(period)
				p.p.Frame.Saved("已另存可编辑副本（不作凭据）", path)
			}
		})
	})
}

// ExportTable writes the numbers shown as tables into a folder that the clerk chooses.
func (p *Page) ExportTable() {
	if !p.counted() {
		return
	}
	if p.inDep {
		p.dep.exportTable()
		return
	}
	period, before := p.period, p.against.of(p.period)
	p.p.Frame.Files.ChooseFolder("统计表格存到", func(folder string) {
		kit.Run(p.p.Frame.Runner, "正在导出统计表格", func(ctx context.Context) (string, error) {
			return p.p.Inquire.SaveStatisticsTable(ctx, period, before, folder)
		}, func(path string, err error) {
			switch {
			case errors.Is(err, context.Canceled):
				p.p.Frame.Info("已取消导出，台账没有变动")
			case err != nil:
				p.p.Frame.Fail("没有导出统计表格", err, nil)
			default:
				p.p.Frame.Saved("已导出统计表格", path)
			}
		})
	})
}

// counted tells whether there is something to report.
func (p *Page) counted() bool {
	known := p.shown != nil && !p.shown.Since.IsZero()
	if p.inDep {
		known = p.dep.shown != nil && !p.dep.shown.Since.IsZero()
	}
	if !known {
		p.p.Frame.Info("台账里还没有登记件，没有可统计的")
		return false
	}
	return true
}

// CopyWords is the table of the departments (Ctrl+C); the overview has nothing to be copied.
func (p *Page) CopyWords() string {
	if !p.inDep {
		return ""
	}
	return p.dep.copyWords()
}

// Confirm is the primary button (Ctrl+Enter).
func (p *Page) Confirm() { p.Generate() }

// months are the months on record, the newest first; at most two years.
func (p *Page) months() []inquire.Period {
	const most = 24
	today := p.p.Frame.Today()
	first := inquire.MonthOf(today)
	out := []inquire.Period{first.Until(today)}
	if p.shown == nil || p.shown.Since.IsZero() {
		return out
	}
	for m := first.MonthBefore(); len(out) < most && !m.To.Before(p.shown.Since); m = m.MonthBefore() {
		out = append(out, m)
	}
	return out
}

func reportName(p inquire.Period) string {
	return fmt.Sprintf("生成 %d 月报告", int(p.From.Month))
}
