// Package rules is the page 规则与名录: the rules by which notices are compared, with what the office changed of them, the
// registers, the office's own words, and the decisions that help the next one.
package rules

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/judge"
	"yidanqing/app/ledger"
	"yidanqing/app/rule"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// Keeper keeps rules, negative lists, registers and own words.
type Keeper interface {
	Rules(ctx context.Context) (upkeep.Rules, error)
	ChangeRule(ctx context.Context, c app.RuleChange) error
	ResetRule(ctx context.Context, code string) error

	Packs(ctx context.Context) ([]ledger.Pack, error)
	ImportPack(ctx context.Context, p app.RulePack) (id string, err error)
	RemovePack(ctx context.Context, id string) error
	SavePackTemplate(ctx context.Context, folder string) (string, error)
	WriteRule(ctx context.Context, r app.OwnRule, replaces string) (id string, err error)
	RulesPaper(ctx context.Context) (name string, pdf []byte, err error)
	SaveRulesTable(ctx context.Context, folder string) (string, error)

	RegisterViews(ctx context.Context) ([]upkeep.RegisterView, error)
	ImportRegister(ctx context.Context, r app.Register) (ledger.Register, error)
	WithdrawRegister(ctx context.Context, id, reason string) error
	SaveTemplate(ctx context.Context, kind app.RegisterKind, folder string) (string, error)

	Words(ctx context.Context) ([]upkeep.OwnWord, error)
	FindConcepts(ctx context.Context, words string, n int) ([]upkeep.Concept, error)
	AddWord(ctx context.Context, w app.OwnWord) error
	RemoveWord(ctx context.Context, id string) error

	Precedents(ctx context.Context) ([]upkeep.Precedent, error)
	RemovePrecedent(ctx context.Context, id, reason string) error
	RestorePrecedent(ctx context.Context, id string) error
}

// Importer reads files of registers and negative lists without keeping anything.
type Importer interface {
	PreviewRegister(ctx context.Context, kind app.RegisterKind, path string) (app.Register, rule.RegisterPreview, error)
	PreviewPack(ctx context.Context, path string) (app.RulePack, rule.PackPreview, error)
	// ListFormats are the endings of the files that can be read: xlsx, docx …
	ListFormats() []string
}

// trier tells what one rule makes of a few words.
type trier interface {
	Try(ctx context.Context, code, words string, received app.Date) (judge.Trial, error)
}

// Params are what the page works with. All fields must be set.
type Params struct {
	Frame  *kit.Frame
	Keeper Keeper
	Import Importer
	Try    trier
	Spool  Spool
	// Folder is where templates are kept.
	Folder func() string
	// Way tells how the office answers a finding, in words: 先沟通, 直接反馈, 只提醒; OpenWays goes to where that is set.
	Way      func(code string) string
	OpenWays func()
	// OpenNotice shows a notice in the ledger.
	OpenNotice func(notice string)
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

	rules      rulesTab
	registers  registersTab
	words      wordsTab
	precedents precedentsTab
}

// New makes the page.
func New(p Params) *Page {
	page := &Page{p: p, holder: kit.NewHolder(nil)}
	page.rules.init(page)
	page.registers.init(page)
	page.words.init(page)
	page.precedents.init(page)
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
	for _, t := range p.tabs() {
		t.fit(c)
	}
	p.build()
}

// tab is one of the views that share the page.
type tab interface {
	fit(c kit.Class)
	wide() fyne.CanvasObject
	narrow(choice fyne.CanvasObject) fyne.CanvasObject
	focus()
	find()
	nextPane()
	confirm()
	back() bool
}

func (p *Page) tabs() []tab { return []tab{&p.rules, &p.registers, &p.words, &p.precedents} }

// wordsAt is the tab 用语, behind the registers; 先例 is the last one.
func wordsAt() int { return 1 + len(upkeep.RegisterKinds()) }

// front is the view in front: rules, a register, words, precedents.
func (p *Page) front() tab {
	switch {
	case p.tab == 0:
		return &p.rules
	case p.tab == wordsAt():
		return &p.words
	case p.tab > wordsAt():
		return &p.precedents
	}
	return &p.registers
}

// Shown is called when the page comes to the front.
func (p *Page) Shown() {
	p.fresh = true
	p.Reload()
}

// Reload asks for everything anew.
func (p *Page) Reload() {
	type answer struct {
		rules     upkeep.Rules
		packs     []ledger.Pack
		registers []upkeep.RegisterView
		words     []upkeep.OwnWord
		own       []upkeep.Precedent
	}
	current := p.turn.Next()
	k := p.p.Keeper
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (a answer, err error) {
		if a.rules, err = k.Rules(ctx); err != nil {
			return a, err
		}
		if a.packs, err = k.Packs(ctx); err != nil {
			return a, err
		}
		if a.registers, err = k.RegisterViews(ctx); err != nil {
			return a, err
		}
		if a.words, err = k.Words(ctx); err != nil {
			return a, err
		}
		a.own, err = k.Precedents(ctx)
		return a, err
	}, func(a answer, err error) {
		if !current() {
			return
		}
		if err != nil {
			p.p.Frame.Fail("没有读出规则与名录", err, p.Reload)
			return
		}
		p.rules.loaded(a.rules, a.packs)
		p.registers.loaded(a.registers)
		p.words.loaded(a.words)
		p.precedents.loaded(a.own)
		p.build()
		if p.fresh {
			p.fresh = false
			p.front().focus()
		}
	})
}

// tabWords names the registers on their tabs.
var tabWords = map[app.RegisterKind]string{app.RegisterInspection: "检查计划", app.RegisterForm: "报表目录", app.RegisterApp: "App目录",
	app.RegisterCampaign: "创建目录", app.RegisterMeeting: "会议计划"}

// build lays the page out for the room there is.
func (p *Page) build() {
	list := []kit.Tab{{Text: "规则", Count: fmt.Sprint(p.rules.all.Enabled)}}
	for _, v := range p.registers.views {
		count := "—"
		if v.Used != nil {
			count = fmt.Sprint(len(v.Used.Register.Entries))
		}
		list = append(list, kit.Tab{Text: tabWords[v.Kind], Count: count})
	}
	list = append(list, kit.Tab{Text: "用语", Count: fmt.Sprint(len(p.words.all))}, kit.Tab{Text: "先例", Count: fmt.Sprint(p.precedents.used())})
	if p.class == kit.ClassNarrow {
		words := make([]string, len(list))
		for i, t := range list {
			words[i] = t.Text + "　" + t.Count
		}
		p.holder.Put(kit.Pad(12, 8, p.front().narrow(kit.NewPlainSelect(words, p.tab, p.choose))))
		return
	}
	tabs := kit.NewTabs(list, p.tab, p.choose)
	head := kit.HeadBar(kit.Fit(kit.NewLabel("规则与名录", theme.PageTitle, theme.ColorText)), kit.Grow(tabs))
	body := kit.Pad(16, 12, p.front().wide())
	if p.class == kit.ClassMedium { // name and tabs have no room side by side
		p.holder.Put(kit.Column(0, kit.Wide(42, kit.Stack(kit.NewFill(theme.ColorSurface), kit.Pad(8, 0, tabs))), kit.Grow(body)))
		return
	}
	p.holder.Put(kit.Column(0, kit.Fit(head), kit.Grow(body)))
}

// choose brings a tab to the front; an unsaved change is asked about first.
func (p *Page) choose(i int) {
	if p.rules.ask(func() { p.choose(i) }) {
		p.build()
		return
	}
	p.tab = i
	p.registers.choose(i - 1)
	p.build()
	p.front().focus()
}

// ImportPack asks for a negative list.
func (p *Page) ImportPack() { p.rules.importPack() }

// WriteRule opens the form of a new rule of the office's own.
func (p *Page) WriteRule() { p.rules.write() }

// Find puts the keyboard into the search field (Ctrl+F).
func (p *Page) Find() { p.front().find() }

// Confirm is 保存 or 加入 (Ctrl+Enter).
func (p *Page) Confirm() { p.front().confirm() }

// NextPane moves the keyboard on: list, form, search (F6).
func (p *Page) NextPane() { p.front().nextPane() }

// Back leaves an entry where the room is narrow (Esc).
func (p *Page) Back() bool { return p.front().back() }

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
