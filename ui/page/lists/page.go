// Package lists is the page 清单: the office's duty list in its three parts, with search, versions and import.
package lists

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// keeper keeps the versions of the list.
type keeper interface {
	Lists(ctx context.Context) ([]ledger.List, error)
	ListOn(ctx context.Context, d app.Date) (*ledger.List, error)
	ImportList(ctx context.Context, l app.DutyList) (ledger.List, error)
	WithdrawList(ctx context.Context, id, reason string) error
}

// asker compares versions and writes tables of the list.
type asker interface {
	Citing(ctx context.Context, entry app.DutyRef, after inquire.Cursor, limit int) (inquire.CitingPage, error)
	ListChanges(ctx context.Context, old, now ledger.List) ([]inquire.ListChange, error)
	SaveList(ctx context.Context, l ledger.List, folder string) (string, error)
	SaveListChanges(ctx context.Context, old, now ledger.List, folder string) (string, error)
	SaveProposals(ctx context.Context, l ledger.List, folder string) (string, error)
}

// Importer reads list files without keeping anything.
type Importer interface {
	// PreviewList reads one list from one or several files (a part a file). Where it gives an error, the preview still
	// names the columns and rows seen.
	PreviewList(ctx context.Context, paths []string, o duty.Options) (duty.Preview, error)
	// ListFormats are the endings of the files that can be read: xlsx, docx …
	ListFormats() []string
}

// Params are what the page works with. All fields must be set.
type Params struct {
	Frame   *kit.Frame
	Keeper  keeper
	Inquire asker
	Import  Importer
	// OpenRecord shows a notice in the ledger.
	OpenRecord func(notice string)
	// Changed tells that another list may be in force.
	Changed func()
}

// Page is the page 清单.
type Page struct {
	p        Params
	holder   *kit.Holder
	class    kit.Class
	versions []ledger.List
	inForce  string // ID of the version in force today
	at       int    // version shown
	part     app.Part
	category string
	words    string
	duties   []app.Duty // shown
	turn     kit.Turn

	table  *kit.DataTable
	search *kit.Entry
	side   *kit.Holder
	open   bool // narrow: the entry is shown instead of the list
	fresh  bool // the page has just come to the front

	known bool   // the versions have been read once
	then  func() // what was asked for before that; nil: nothing

	compare comparison
	before  before
	citing  citing
}

func parts() []app.Part { return []app.Part{app.Basic, app.Cooperate, app.TakenBack} }

// New makes the page.
func New(p Params) *Page {
	page := &Page{p: p, holder: kit.NewHolder(nil), side: kit.NewHolder(nil), part: app.Basic}
	page.citing.holder = kit.NewHolder(nil)
	page.search = kit.NewSearch("在清单中查找", "")
	page.search.OnChanged = func(s string) { page.words = strings.TrimSpace(s); page.filter() }
	page.table = kit.NewDataTable(page.columns(), kit.NewLabel("没有符合条件的事项", theme.Body, theme.ColorText3).Centred())
	p.Frame.KeepColumns(page.table, "lists")
	page.table.OnChoose = func(i int) { page.choose(i) }
	page.table.OnOpen = func(i int) { page.enter(i) }
	page.makeComparison()
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
	p.table.SetNarrow(c == kit.ClassNarrow)
	p.build()
}

// Shown is called when the page comes to the front.
func (p *Page) Shown() {
	p.fresh, p.citing.of = true, app.DutyRef{} // the ledger may have changed
	p.Reload()
}

// Reload asks for the versions anew.
func (p *Page) Reload() {
	type answer struct {
		all []ledger.List
		on  *ledger.List
	}
	current := p.turn.Next()
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (a answer, err error) {
		if a.all, err = p.p.Keeper.Lists(ctx); err != nil {
			return a, err
		}
		a.on, err = p.p.Keeper.ListOn(ctx, p.p.Frame.Today())
		return a, err
	}, func(a answer, err error) {
		if !current() {
			return
		}
		if err != nil {
			p.p.Frame.Fail("没有读出清单", err, p.Reload)
			return
		}
		p.loaded(a.all, a.on)
	})
}

// waits puts off what needs the versions until they have been read.
func (p *Page) waits(then func()) bool {
	if p.known {
		return false
	}
	p.then = then
	return true
}

func (p *Page) loaded(all []ledger.List, on *ledger.List) {
	shown := p.inForce
	if v := p.version(); v != nil {
		shown = v.ID
	}
	p.versions, p.inForce, p.at = nil, "", 0
	for _, l := range all {
		if !l.Withdrawn {
			p.versions = append(p.versions, l)
		}
	}
	if on != nil {
		p.inForce = on.ID
	}
	if shown == "" {
		shown = p.inForce
	}
	for i, l := range p.versions {
		if l.ID == shown {
			p.at = i
		}
	}
	if p.compare.on {
		p.compare.on = len(p.versions) > 1
		p.compare.old, p.compare.now = min(p.compare.old, len(p.versions)-1), min(p.compare.now, len(p.versions)-1)
	}
	p.build()
	p.filter()
	p.known = true
	if then := p.then; then != nil {
		p.then, p.fresh = nil, false
		then()
		return
	}
	if p.compare.on {
		p.loadChanges()
		return
	}
	if p.fresh {
		p.fresh = false
		p.table.Focus()
	}
}

func (p *Page) version() *ledger.List {
	if p.at < 0 || p.at >= len(p.versions) {
		return nil
	}
	return &p.versions[p.at]
}

// filter shows the entries of the part that fit category and words.
func (p *Page) filter() {
	p.duties = nil
	if v := p.version(); v != nil {
		for _, d := range v.List.Duties {
			if p.fits(d) {
				p.duties = append(p.duties, d)
			}
		}
	}
	p.loadBefore()
	p.table.SetColumns(p.columns())
	p.table.SetRows(len(p.duties))
	p.table.ToTop()
	p.table.Choose(-1)
	if len(p.duties) > 0 && p.class != kit.ClassNarrow {
		p.table.Choose(0)
		p.choose(0)
		return
	}
	p.side.Put(p.sideBody(nil))
}

// fits tells whether an entry is shown. The tabs count the words in every part, so that nobody has to know the part.
func (p *Page) fits(d app.Duty) bool {
	if d.Part != p.part || (p.category != "" && d.Category != p.category) {
		return false
	}
	return hasWords(d, p.words)
}

func hasWords(d app.Duty, words string) bool {
	all := strings.ToLower(strings.Join([]string{d.ItemNo, d.Name, d.Category, strings.Join(d.Departments, " "), d.UpperDuty, d.TownDuty, d.Basis}, "\n"))
	for _, w := range strings.Fields(strings.ToLower(words)) {
		if !strings.Contains(all, w) {
			return false
		}
	}
	return true
}

func (p *Page) choose(i int) {
	if i >= 0 && i < len(p.duties) {
		p.loadCiting(p.duties[i])
		p.side.Put(p.sideBody(&p.duties[i]))
	}
}

func (p *Page) enter(i int) {
	p.choose(i)
	if p.class == kit.ClassNarrow {
		p.open = true
		p.build()
	}
}

// Back leaves an entry where the room is narrow (Esc).
func (p *Page) Back() bool {
	if p.compare.on {
		p.leaveComparison()
		return true
	}
	if !p.open {
		return false
	}
	p.open = false
	p.build()
	p.table.Focus()
	return true
}

// Find puts the keyboard into the search field (Ctrl+F).
func (p *Page) Find() { p.search.Focus() }

// NextPane moves the keyboard on: list, search (F6).
func (p *Page) NextPane() {
	if p.table.HasFocus() {
		p.search.Focus()
		return
	}
	p.table.Focus()
}

// count is how many entries of a part fit the words.
func (p *Page) count(part app.Part) int {
	n := 0
	if v := p.version(); v != nil {
		for _, d := range v.List.Duties {
			if d.Part == part && hasWords(d, p.words) {
				n++
			}
		}
	}
	return n
}

// versionWord names a version in the list of versions.
func (p *Page) versionWord(l ledger.List) string {
	word := l.List.Source.Title
	if word == "" {
		word = "未命名的清单"
	}
	if l.ID == p.inForce {
		word += "　现行"
	}
	return word
}

func sourceWord(s app.Source) string {
	var out []string
	if s.DocNo != "" {
		out = append(out, s.DocNo)
	}
	if !s.From.IsZero() {
		out = append(out, s.From.String()+" 起施行")
	}
	if s.Sample {
		out = append(out, "示例，文书会注明")
	}
	return strings.Join(out, " · ")
}

func numbered(n int) string { return fmt.Sprint(n) }
