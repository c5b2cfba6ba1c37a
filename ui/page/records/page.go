// Package records is the page 台账: the list of what came in, its filters, and one record with its time line, from which
// signature, delivery and reply are registered.
package records

import (
	"context"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// asker answers questions about the ledger.
type asker interface {
	Page(ctx context.Context, f inquire.Filter, after inquire.Cursor, limit int) (inquire.Page, error)
	Total(ctx context.Context, f inquire.Filter) (inquire.Total, error)
	Counts(ctx context.Context, f inquire.Filter) (inquire.Counts, error)
	Detail(ctx context.Context, notice string) (inquire.Detail, error)
	Issuers(ctx context.Context) ([]string, error)
	Years(ctx context.Context) ([]int, error)
	LedgerPaper(ctx context.Context, f inquire.Filter, p inquire.Progress) (inquire.File, error)
	SaveLedgerTable(ctx context.Context, f inquire.Filter, folder string, p inquire.Progress) (string, error)
	OldRows(ctx context.Context, words string, skip, limit int) (inquire.OldPage, error)
	OldImports(ctx context.Context) ([]inquire.OldImport, error)
}

// spooler keeps a list for the printer, outside the ledger.
type spooler interface {
	SpoolDraft(name string, pdf []byte) (path string, err error)
}

// decider registers what happened to papers and demands.
type decider interface {
	RecordApproval(ctx context.Context, paperID, by string, on app.Date, photo *decide.Photo) (ledger.Paper, error)
	RecordDelivery(ctx context.Context, paperID string, on app.Date, to string) (ledger.Paper, error)
	RecordReply(ctx context.Context, paperID string, on app.Date, replies []decide.ReplyEntry) (ledger.Notice, error)
	Done(ctx context.Context, notice string, demands []string, reason string) (ledger.Notice, error)
	Reopen(ctx context.Context, notice string, demands []string, reason string) (ledger.Notice, error)
	VoidPaper(ctx context.Context, paperID, reason string) (ledger.Paper, error)
	VoidNotice(ctx context.Context, notice, reason string) (ledger.Notice, error)
	Undo(ctx context.Context, notice string) (string, ledger.Notice, error)
	Export(ctx context.Context, paperID, folder string) (string, error)
	SaveTwin(ctx context.Context, paperID, folder string) (string, error)
	Survey(ctx context.Context, b decide.Batch, p decide.Progress) ([]decide.BatchItem, []decide.Unprinted, error)
	Batch(ctx context.Context, b decide.Batch, p decide.Progress) (decide.Batched, error)
}

// papers finds the file of an issued paper.
type papers interface {
	PaperFile(ctx context.Context, paperID string) (path string, err error)
}

// office gives the people who may sign.
type office interface {
	Settings(ctx context.Context) (ledger.Settings, error)
}

// Params are what the page works with. All fields must be set.
type Params struct {
	Frame   *kit.Frame
	Inquire asker
	Decide  decider
	Papers  papers
	Office  office
	Spool   spooler
	Old     oldKeeper
	Tables  Tables
	// Folder is where copies of issued papers are kept, and of others where nothing else is chosen.
	Folder func() string
	// OpenNotice shows the words and the advice of a record, Generate its paper.
	OpenNotice func(n ledger.Notice)
	Generate   func(notice string, kind paper.Kind)
	// Collect takes further notices, by their ledger numbers, up in one 提级反映单 with a notice.
	Collect func(notice string, with []string)
	// OpenTalk shows the words of a record with the panel 先沟通.
	OpenTalk func(n ledger.Notice)
	// Changed tells that the ledger has changed.
	Changed func()
}

// pageSize is how many notices are read at once.
const pageSize = 100

// Page is the page 台账.
type Page struct {
	p      Params
	holder *kit.Holder
	class  kit.Class

	filter  inquire.Filter
	rows    []inquire.Row
	next    inquire.Cursor
	loading bool
	turn    kit.Turn

	sums      sums
	countTurn kit.Turn

	table   *kit.DataTable
	search  *kit.Entry
	filters *kit.Holder
	empty   *kit.Holder
	chips   *kit.Holder
	foot    *kit.Label
	old     oldView
	picked  picked

	detail   *inquire.Detail
	wanted   string // the record to be shown once loaded
	side     *kit.Holder
	open     bool // narrow: the record is shown instead of the list
	primary  *kit.Button
	sideTurn kit.Turn
}

// New makes the page.
func New(p Params) *Page {
	page := &Page{p: p, holder: kit.NewHolder(nil), side: kit.NewHolder(nil), chips: kit.NewHolder(nil), filters: kit.NewHolder(nil),
		foot: kit.NewElastic("", theme.Second, theme.ColorText2)}
	page.search = kit.NewSearch("标题、文号、单位、原文…", "Ctrl+F")
	page.search.OnChanged = page.find
	page.empty = kit.NewHolder(page.emptyNote())
	page.table = kit.NewDataTable(page.columns(), page.empty)
	page.table.OnChoose = func(i int) { page.choose(i) }
	page.table.OnOpen = func(i int) { page.enter(i) }
	page.table.OnEnd = page.more
	page.table.OnMenu = page.rowMenu
	p.Frame.KeepColumns(page.table, "records")
	page.recallConditions()
	page.makePicked()
	page.makeOld()
	page.side.Put(page.sideBody())
	page.build()
	return page
}

// Content is what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.holder }

// SetClass fits the page to the room.
func (p *Page) SetClass(c kit.Class) {
	if p.class == c {
		return
	}
	p.class = c
	p.search.SetTight(c == kit.ClassNarrow)
	p.table.SetNarrow(c != kit.ClassWide)
	p.old.table.SetNarrow(c != kit.ClassWide)
	p.build()
}

// Shown is called when the page comes to the front.
func (p *Page) Shown() {
	p.build() // the office may be another one now
	p.Reload()
	p.list().Focus()
}

// Select shows a record, once it is loaded.
func (p *Page) Select(notice string) {
	p.setOld(false)
	p.wanted = notice
	p.filter = inquire.Filter{}
	p.search.Quiet("")
}

// ShowFigure lists the notices behind a number of the statistics.
func (p *Page) ShowFigure(f inquire.Figure) {
	p.setOld(false)
	p.wanted, p.detail = "", nil
	p.filter = inquire.Filter{Figure: &f}
	p.search.Quiet("")
	p.side.Put(p.sideBody())
}

// Reload asks for everything anew and keeps the record in view.
func (p *Page) Reload() {
	if p.wanted == "" && p.detail != nil {
		p.wanted = p.detail.Notice.ID
	}
	if p.wanted != "" {
		p.loadDetail(p.wanted, nil)
	}
	p.load(true)
}

func (p *Page) load(fresh bool) {
	f, after := p.filter, p.next
	if fresh {
		after = inquire.Cursor{}
	}
	p.loading = true
	kit.RunNext(&p.turn, p.p.Frame.Runner, "", func(ctx context.Context) (inquire.Page, error) {
		return p.p.Inquire.Page(ctx, f, after, pageSize)
	}, func(found inquire.Page, err error) {
		p.loading = false
		if err != nil {
			p.p.Frame.Fail("没有读出台账", err, func() { p.load(fresh) })
			return
		}
		p.loaded(found, fresh)
	})
}

func (p *Page) loaded(found inquire.Page, fresh bool) {
	p.next = found.Next
	if !fresh {
		p.rows = append(p.rows, found.Rows...)
		p.table.SetRows(len(p.rows))
		p.showPicked()
		return
	}
	p.empty.Put(p.emptyNote())
	p.picked.keepFor(p.filter)
	p.rows = found.Rows
	p.table.SetRows(len(p.rows))
	p.showPicked()
	if !p.old.on {
		p.foot.SetText(rowWords)
		p.placeWanted()
	}
	p.count()
}

// sums is what stands around the rows. It takes longer than they do where the ledger is long, so it is asked for apart.
type sums struct {
	total   inquire.Total
	counts  inquire.Counts
	issuers []string
	years   []int
	old     int // imported rows
}

func (p *Page) count() {
	f := p.filter
	kit.RunNext(&p.countTurn, p.p.Frame.Runner, "", func(ctx context.Context) (s sums, err error) {
		if s.counts, err = p.p.Inquire.Counts(ctx, f); err != nil {
			return s, err
		}
		s.total = inquire.Total{Notices: s.counts.Notices, Demands: s.counts.Demands}
		if len(f.States) > 0 || f.Overdue { // the counts leave the states out
			if s.total, err = p.p.Inquire.Total(ctx, f); err != nil {
				return s, err
			}
		}
		if s.issuers, err = p.p.Inquire.Issuers(ctx); err != nil {
			return s, err
		}
		if s.years, err = p.p.Inquire.Years(ctx); err != nil {
			return s, err
		}
		old, err := p.p.Inquire.OldRows(ctx, f.Words, 0, 1)
		s.old = old.Total
		return s, err
	}, func(s sums, err error) {
		if err != nil {
			p.p.Frame.Fail("没有读出台账", err, func() { p.load(true) })
			return
		}
		p.counted(s)
	})
}

func (p *Page) counted(s sums) {
	p.sums = s
	p.old.count = s.old
	before := p.old.on
	p.setOld(before && (s.old > 0 || p.filter.Words != ""))
	p.filters.Put(p.filterRow())
	p.chips.Put(p.chipRow())
	kit.Relayout(p.holder)
	p.showPicked()
	if p.old.on {
		p.loadOld(true)
		return
	}
	p.foot.SetText(p.footWords())
	if before {
		p.placeWanted()
	}
}

// placeWanted makes the wanted record the current row.
func (p *Page) placeWanted() {
	want := p.wanted
	p.wanted = ""
	for i, r := range p.rows {
		if r.ID == want {
			p.table.Choose(i)
			return
		}
	}
	p.table.Choose(min(0, len(p.rows)-1))
	if want == "" && p.class != kit.ClassNarrow {
		p.choose(0)
	}
}

// more reads on when the end of the list comes into view.
func (p *Page) more() {
	if p.loading || p.next == (inquire.Cursor{}) {
		return
	}
	p.load(false)
}

func (p *Page) choose(i int) {
	if i >= 0 && i < len(p.rows) {
		p.loadDetail(p.rows[i].ID, nil)
	}
}

// enter opens a row: where the room is narrow as a page of its own, else its words.
func (p *Page) enter(i int) {
	if i < 0 || i >= len(p.rows) {
		return
	}
	if p.class == kit.ClassNarrow {
		p.open = true
		p.loadDetail(p.rows[i].ID, nil)
		p.build()
		return
	}
	if p.detail != nil && p.detail.Notice.ID == p.rows[i].ID {
		p.p.OpenNotice(p.detail.Notice)
	}
}

// loadDetail shows the record of a notice at the side, then goes on; then may be nil.
func (p *Page) loadDetail(notice string, then func()) {
	current := p.sideTurn.Next()
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (inquire.Detail, error) { return p.p.Inquire.Detail(ctx, notice) },
		func(d inquire.Detail, err error) {
			if !current() {
				return
			}
			if err != nil {
				p.p.Frame.Fail("没有打开这一件", err, nil)
				return
			}
			p.detail = &d
			p.side.Put(p.sideBody())
			if then != nil {
				then()
			}
		})
}

// Find puts the keyboard into the search field (Ctrl+F).
func (p *Page) Find() { p.search.Focus() }

// Back leaves a record where the room is narrow (Esc).
func (p *Page) Back() bool {
	if p.open {
		p.open = false
		p.build()
		p.list().Focus()
		return true
	}
	return false
}

// Confirm does the first thing that can be done with the record (Ctrl+Enter).
func (p *Page) Confirm() {
	if !p.old.on && p.detail != nil && len(p.detail.Next) > 0 {
		p.act(p.detail.Next[0])
	}
}

// Undo takes back the last step of the record (Ctrl+Z).
func (p *Page) Undo() {
	if p.old.on || p.detail == nil || p.detail.Undo == "" {
		p.p.Frame.Info("没有可以撤回的操作")
		return
	}
	id := p.detail.Notice.ID
	p.write("正在撤回", "没有撤回", func(ctx context.Context) (string, error) {
		what, _, err := p.p.Decide.Undo(ctx, id)
		return "已撤回：" + what, err
	})
}

// NextPane moves the keyboard on: list, record, search (F6).
func (p *Page) NextPane() {
	switch {
	case p.list().HasFocus() && p.primary != nil:
		p.primary.Focus()
	case p.primary != nil && p.primary.HasFocus():
		p.search.Focus()
	default:
		p.list().Focus()
	}
}
