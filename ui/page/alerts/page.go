// Package alerts is the page 待反馈: what is to be done with the reason and one button each, what the other side owes, and
// what stands out: the same asked from several sides, too much at once, meetings at one hour.
package alerts

import (
	"context"
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// asker answers what the page shows.
type asker interface {
	Board(ctx context.Context) (inquire.Board, error)
	BoardPaper(ctx context.Context, b inquire.Board) (inquire.File, error)
}

// spooler keeps a list for the printer, outside the ledger.
type spooler interface {
	SpoolDraft(name string, pdf []byte) (path string, err error)
}

// keeper remembers which alerts were put aside on this machine.
type keeper interface {
	Preference(ctx context.Context, key string) (string, error)
	SetPreference(ctx context.Context, key, value string) error
}

// Params are what the page works with. All fields must be set.
type Params struct {
	Frame   *kit.Frame
	Inquire asker
	Keeper  keeper
	Spool   spooler
	// Act does the one thing that a task asks for.
	Act func(notice string, a inquire.Action)
	// Collect goes on to one 提级反映单 of a notice and further ones, by their ledger numbers (合并提级).
	Collect func(notice string, with []string)
	// OpenRecord shows a notice in the ledger, OpenLedger the ledger, OpenRules the settings of what is told.
	OpenRecord func(notice string)
	OpenLedger func()
	OpenRules  func()
	// Counted is told how much is to be done, for the badge.
	Counted func(n int)
}

// Page is the page 待反馈.
type Page struct {
	p      Params
	holder *kit.Holder
	class  kit.Class
	board  inquire.Board
	aside  []string // alerts put aside: 不是一回事
	loaded bool
	first  *kit.Button // of the first task
	rules  *kit.Button
	turn   kit.Turn
}

// New makes the page.
func New(p Params) *Page {
	page := &Page{p: p, holder: kit.NewHolder(nil)}
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
	p.build()
}

// Shown is called when the page comes to the front.
func (p *Page) Shown() { p.load(true) }

// Reload asks for everything anew and leaves the keyboard where it is.
func (p *Page) Reload() { p.load(false) }

// prefAside is the preference that holds the alerts put aside; mostAside is how many are remembered.
const (
	prefAside = "alerts.aside"
	mostAside = 200
)

func (p *Page) load(focus bool) {
	type answer struct {
		board inquire.Board
		aside []string
	}
	current := p.turn.Next()
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (a answer, err error) {
		if a.board, err = p.p.Inquire.Board(ctx); err != nil {
			return a, err
		}
		kept, err := p.p.Keeper.Preference(ctx, prefAside)
		if err != nil {
			return a, err
		}
		if json.Unmarshal([]byte(kept), &a.aside) != nil {
			a.aside = nil // what cannot be read was never put aside
		}
		return a, nil
	}, func(a answer, err error) {
		if !current() {
			return
		}
		if err != nil {
			p.p.Frame.Fail("没有读出待反馈", err, func() { p.load(focus) })
			return
		}
		p.board, p.aside, p.loaded = a.board, a.aside, true
		p.p.Counted(len(a.board.Tasks.Mine))
		p.build()
		if focus {
			p.focusFirst()
		}
	})
}

func (p *Page) focusFirst() {
	if p.first != nil {
		p.first.Focus()
		return
	}
	p.rules.Focus()
}

// NextPane moves the keyboard on: the first task, the rules (F6).
func (p *Page) NextPane() {
	if p.first != nil && !p.first.HasFocus() {
		p.first.Focus()
		return
	}
	p.rules.Focus()
}

// Recheck asks for everything anew (F5).
func (p *Page) Recheck() { p.load(true) }

// putAside takes an alert off the page: the two are not the same matter.
func (p *Page) putAside(a inquire.Alert) {
	next := append(slices.Clone(p.aside), key(a))
	if len(next) > mostAside {
		next = next[len(next)-mostAside:]
	}
	raw, err := json.Marshal(next)
	if err != nil {
		return // strings can always be written
	}
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.p.Keeper.SetPreference(ctx, prefAside, string(raw))
	}, func(_ struct{}, err error) {
		if err != nil {
			p.p.Frame.Fail("没有记下", err, nil)
			return
		}
		p.aside = next
		p.build()
		p.focusFirst()
	})
}

// Name is what the page is called: a village has no papers to wait for, it has 待办.
func Name(o app.Office) string {
	if o.Grassroots() {
		return "待办"
	}
	return "待反馈"
}

func key(a inquire.Alert) string { return a.Code + ":" + a.Notice.ID }

// build lays the page out for the room there is.
func (p *Page) build() {
	p.first = nil
	p.rules = kit.NewButton(kit.ButtonSpec{Text: "提醒规则", Icon: theme.IconGear, Size: kit.Small, OnPress: p.p.OpenRules})
	head := kit.NewPageHead(Name(p.p.Frame.Office()), "只列需要您动手的事；没有事时这里是空的。", p.printButton(), p.rules)
	left := kit.Column(12, kit.Fit(p.mineCard()), kit.Fit(p.theirsCard()))
	right := kit.Column(12, kit.Fit(p.manyCard()), kit.Fit(p.loadCard()), kit.Fit(p.clashCard()))
	var body fyne.CanvasObject
	if p.class == kit.ClassWide {
		body = kit.Pad(16, 12, kit.Row(12, kit.Grow(kit.NewScroll(left)).Stretched(), kit.Wide(436, kit.NewScroll(right)).Stretched()))
	} else {
		body = kit.NewScroll(kit.Pad(16, 12, kit.Column(12, kit.Fit(left), kit.Fit(right))))
	}
	if p.class == kit.ClassNarrow {
		body = kit.NewScroll(kit.Pad(16, 12, kit.Column(12, kit.Fit(left), kit.Fit(right), kit.Fit(kit.Flow(8, 8, p.printButton(), p.rules)))))
		p.holder.Put(body)
		return
	}
	p.holder.Put(kit.Column(0, kit.Fit(head), kit.Grow(body)))
}
