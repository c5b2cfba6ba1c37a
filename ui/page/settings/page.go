// Package settings is the page 设置: who the office is, who signs, how the window looks, and where the data lies.
package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// keeper keeps settings, copies and the health of the ledger.
type keeper interface {
	Settings(ctx context.Context) (ledger.Settings, error)
	Rules(ctx context.Context) (upkeep.Rules, error)
	SaveSettings(ctx context.Context, v ledger.Settings) error
	Backup(ctx context.Context, folder string) (upkeep.Backup, error)
	Backups(ctx context.Context) ([]upkeep.Backup, error)
	Verify(ctx context.Context, p upkeep.Progress) (upkeep.Verification, error)
	Preference(ctx context.Context, key string) (string, error)
	SetPreference(ctx context.Context, key, value string) error
	ListOn(ctx context.Context, d app.Date) (*ledger.List, error)
	MoveOut(ctx context.Context, folder string) (upkeep.Moved, error)
	MovedOut(ctx context.Context) (m upkeep.Moved, moved bool, err error)
	mover
	wordingKeeper
}

// textReader reads files of plain text.
type textReader interface {
	ReadPlain(ctx context.Context, path string) (string, error)
}

// Params are what the page works with. All fields must be set.
type Params struct {
	Frame   *kit.Frame
	Keeper  keeper
	DataDir string
	Fonts   []FontLine // what serves for the papers
	Version string
	// Look tells and changes text size and appearance.
	Look    func() (theme.Mode, int)
	SetLook func(theme.Mode, int)
	// Changed tells that the office's settings have changed.
	Changed func(ledger.Settings)
	// Moved tells that the ledger was moved to another PC; nil: that this was taken back.
	Moved func(*upkeep.Moved)
	// ImportList asks for the files of a list; for a village, which has no page 清单.
	ImportList func()
	// Pages draws the pages of specimens, Folder is where the file of the wording goes, Texts reads one.
	Pages  *kit.PageFonts
	Folder func() string
	Texts  textReader
}

// FontLine says which font serves for a part of the papers, and whether it is one of this machine.
type FontLine struct {
	Part, Font string
	Own        bool
}

// Page is the page 设置.
type Page struct {
	p        Params
	holder   *kit.Holder
	class    kit.Class
	tab      int // 0: 单位与文书, 1: 反馈方式, 2: 文书措辞
	wording  wordingTab
	loaded   ledger.Settings
	folder   string
	copies   []upkeep.Backup
	moved    *upkeep.Moved // to another PC; nil: not
	list     *ledger.List  // in force today; nil: none
	notify   bool          // one desktop notification a day
	checked  string        // what the last verification said
	turn     kit.Turn
	first    *kit.Segment
	rules    upkeep.Rules
	segments []*kit.Segment // of the ways
	fresh    bool           // the page has just come to the front
}

// New makes the page.
func New(p Params) *Page {
	page := &Page{p: p, holder: kit.NewHolder(nil)}
	page.wording.init(page)
	return page
}

// wordingAt is the tab 文书措辞.
const wordingAt = 2

// Content is what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.holder }

// SetClass fits the page to the room.
func (p *Page) SetClass(c kit.Class) {
	if p.class == c {
		return
	}
	p.class = c
	p.wording.fit()
	p.build()
}

// Shown is called when the page comes to the front.
func (p *Page) Shown() {
	p.fresh = true
	p.Reload()
}

// Reload asks for everything anew.
func (p *Page) Reload() {
	type answer struct {
		s      ledger.Settings
		folder string
		notify string
		copies []upkeep.Backup
		moved  *upkeep.Moved
		list   *ledger.List
		rules  upkeep.Rules
	}
	current := p.turn.Next()
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (a answer, err error) {
		if a.s, err = p.p.Keeper.Settings(ctx); err != nil {
			return a, err
		}
		if a.folder, err = p.p.Keeper.Preference(ctx, upkeep.BackupFolder); err != nil {
			return a, err
		}
		if a.notify, err = p.p.Keeper.Preference(ctx, prefNotify); err != nil {
			return a, err
		}
		if a.rules, err = p.p.Keeper.Rules(ctx); err != nil {
			return a, err
		}
		if a.copies, err = p.p.Keeper.Backups(ctx); err != nil {
			return a, err
		}
		if a.list, err = p.p.Keeper.ListOn(ctx, p.p.Frame.Today()); err != nil {
			return a, err
		}
		if m, moved, err := p.p.Keeper.MovedOut(ctx); err != nil || moved {
			a.moved = &m
			return a, err
		}
		return a, nil
	}, func(a answer, err error) {
		if !current() {
			return
		}
		if err != nil {
			p.p.Frame.Fail("没有读出设置", err, p.Reload)
			return
		}
		p.loaded, p.folder, p.copies, p.notify, p.rules = a.s, a.folder, a.copies, a.notify != "off", a.rules
		p.moved, p.list = a.moved, a.list
		p.build()
		if p.tab == wordingAt {
			p.wording.load()
		}
		if p.fresh {
			p.fresh = false
			p.focus()
		}
	})
}

// save keeps the settings at once.
func (p *Page) save(change func(*ledger.Settings)) {
	next := p.loaded
	next.People = append([]app.Person(nil), p.loaded.People...)
	change(&next)
	p.loaded = next
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.p.Keeper.SaveSettings(context.WithoutCancel(ctx), next)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.p.Frame.Fail("没有保存设置", err, nil)
			p.Reload()
			return
		}
		p.p.Changed(next)
	})
}

// build lays the page out for the room there is.
func (p *Page) build() {
	tabs := kit.NewTabs([]kit.Tab{{Text: "单位与文书"}, {Text: "反馈方式"}, {Text: "文书措辞"}}, p.tab, p.choose)
	head := kit.HeadBar(kit.Fit(kit.NewLabel("设置", theme.PageTitle, theme.ColorText)), kit.Fit(tabs),
		kit.Grow(kit.NewElastic(p.headRemark(), theme.Second, theme.ColorText3)))
	p.segments = nil
	body := p.officeTab()
	switch p.tab {
	case 1:
		body = p.waysTab()
	case wordingAt:
		body = p.wording.body()
	}
	if p.class == kit.ClassNarrow && p.tab == wordingAt && p.wording.open { // one sentence needs all the room
		p.holder.Put(body)
		return
	}
	if p.class == kit.ClassNarrow {
		p.holder.Put(kit.Column(0, kit.Fit(kit.Pad(16, 4, tabs)), kit.Grow(body)))
		return
	}
	p.holder.Put(kit.Column(0, kit.Fit(head), kit.Grow(body)))
}

// choose brings a tab to the front; an unsaved change is asked about first.
func (p *Page) choose(i int) {
	if p.Leave(func() { p.choose(i) }) {
		p.build()
		return
	}
	p.tab = i
	p.build()
	if i == wordingAt {
		p.wording.load()
	}
	p.focus()
}

// focus moves the keyboard to the first choice of the tab.
func (p *Page) focus() {
	switch {
	case p.tab == wordingAt:
		p.wording.find()
	case p.tab == 1 && len(p.segments) > 0:
		p.segments[0].Focus()
	case p.tab == 0:
		p.first.Focus()
	}
}

// ShowWays opens the tab 反馈方式.
func (p *Page) ShowWays() {
	p.tab = 1
	p.build()
}

// ShowWording opens the tab 文书措辞.
func (p *Page) ShowWording() { p.choose(wordingAt) }

// officeTab is who the office is, its papers, and this machine.
func (p *Page) officeTab() fyne.CanvasObject {
	cards := []kit.Slot{kit.Fit(p.officeCard()), kit.Fit(p.peopleCard())}
	if p.loaded.Office.Grassroots() {
		cards = append(cards, kit.Fit(p.listCard()))
	}
	cards = append(cards, kit.Fit(p.paperCard()))
	left := kit.Column(10, cards...)
	right := kit.Column(10, kit.Fit(p.lookCard()), kit.Fit(p.fontCard()), kit.Fit(p.dataCard()), kit.Fit(p.remindCard()))
	return kit.NewScroll(kit.Pad(16, 12, kit.Beside(12, 430, left, right)))
}

// card is a card with a title and lines.
func card(title string, lines ...kit.Slot) fyne.CanvasObject {
	slots := append([]kit.Slot{kit.Fit(kit.NewLabel(title, theme.Heading, theme.ColorText))}, lines...)
	return kit.Card(kit.Pad(16, 10, kit.Column(6, slots...)))
}

// line is a labelled line; the remark stands behind what is set and may be empty.
func line(label string, o fyne.CanvasObject, width float32, remark string) kit.Slot {
	slot := kit.Grow(o)
	if width > 0 {
		slot = kit.Wide(width, o)
	}
	cells := []kit.Slot{kit.Wide(84, kit.NewElastic(label, theme.Body, theme.ColorText2)), slot}
	if width > 0 {
		if remark != "" {
			cells = append(cells, kit.Grow(kit.NewElastic(remark, theme.Remark, theme.ColorText3)))
		} else {
			cells = append(cells, kit.Space())
		}
	}
	return kit.Fit(kit.Row(10, cells...))
}

// field is an entry that keeps its text when it is left.
func (p *Page) field(text, hint string, keep func(string)) *kit.Entry {
	e := kit.NewEntry(text, hint)
	e.OnLeave = func(s string) {
		if s = strings.TrimSpace(s); s != text {
			text = s
			keep(s)
		}
	}
	return e
}
