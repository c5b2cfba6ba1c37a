// Package rules is the page 规则与名录: the rules by which notices are compared, with what the office changed of them.
package rules

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/judge"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// keeper keeps the rules.
type keeper interface {
	Rules(ctx context.Context) (upkeep.Rules, error)
	ChangeRule(ctx context.Context, c app.RuleChange) error
	ResetRule(ctx context.Context, code string) error
}

// trier tells what one rule makes of a few words.
type trier interface {
	Try(ctx context.Context, code, words string, received app.Date) (judge.Trial, error)
}

// Params are what the page works with. All fields must be set.
type Params struct {
	Frame  *kit.Frame
	Keeper keeper
	Try    trier
	// Way tells how the office answers a finding, in words: 先沟通, 直接反馈, 只提醒; OpenWays goes to where that is set.
	Way      func(code string) string
	OpenWays func()
	// Changed tells that the next check compares otherwise.
	Changed func()
}

// Page is the page 规则与名录.
type Page struct {
	p      Params
	holder *kit.Holder
	class  kit.Class
	tab    int
	turn   kit.Turn
	fresh  bool // the page has just come to the front

	rules rulesTab
}

// New makes the page.
func New(p Params) *Page {
	page := &Page{p: p, holder: kit.NewHolder(nil)}
	page.rules.init(page)
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
	p.rules.table.SetNarrow(c == kit.ClassNarrow)
	p.rules.table.SetColumns(p.rules.columns())
	p.build()
}

// Shown is called when the page comes to the front.
func (p *Page) Shown() {
	p.fresh = true
	p.Reload()
}

// Reload asks for everything anew.
func (p *Page) Reload() {
	current := p.turn.Next()
	kit.Run(p.p.Frame.Runner, "", p.p.Keeper.Rules, func(all upkeep.Rules, err error) {
		if !current() {
			return
		}
		if err != nil {
			p.p.Frame.Fail("没有读出规则", err, p.Reload)
			return
		}
		p.rules.loaded(all)
		p.build()
		if p.fresh {
			p.fresh = false
			p.focus()
		}
	})
}

// focus moves the keyboard to the list in front.
func (p *Page) focus() { p.rules.table.Focus() }

// build lays the page out for the room there is.
func (p *Page) build() {
	tabs := kit.NewTabs([]kit.Tab{{Text: "规则", Count: fmt.Sprint(p.rules.all.Enabled)}}, p.tab, func(int) {})
	if p.class == kit.ClassNarrow {
		p.holder.Put(kit.Pad(12, 8, p.rules.narrow(tabs)))
		return
	}
	head := kit.HeadBar(kit.Fit(kit.NewLabel("规则与名录", theme.PageTitle, theme.ColorText)), kit.Grow(tabs))
	p.holder.Put(kit.Column(0, kit.Fit(head), kit.Grow(kit.Pad(16, 12, p.rules.wide()))))
}

// Find puts the keyboard into the search field (Ctrl+F).
func (p *Page) Find() { p.rules.search.Focus() }

// Confirm is 保存 (Ctrl+Enter).
func (p *Page) Confirm() { p.rules.save(nil) }

// NextPane moves the keyboard on: list, form, search (F6).
func (p *Page) NextPane() {
	switch r := &p.rules; {
	case r.table.HasFocus() && r.form != nil:
		r.form.focus()
	case r.search.HasFocus():
		r.table.Focus()
	default:
		r.search.Focus()
	}
}

// Back leaves a rule where the room is narrow (Esc).
func (p *Page) Back() bool { return p.rules.back() }

// Leave asks what becomes of an unsaved change before going on; false: there is none, nothing was asked.
func (p *Page) Leave(on func()) bool { return p.rules.ask(on) }

// hasWords tells whether every word stands in one of the texts.
func hasWords(words string, texts ...string) bool {
	all := strings.ToLower(strings.Join(texts, "\n"))
	for _, w := range strings.Fields(strings.ToLower(words)) {
		if !strings.Contains(all, w) {
			return false
		}
	}
	return true
}
