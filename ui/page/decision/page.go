// Package decision is the page 处理与文书: the office's decision on every demand, the words printed on the paper, and the
// paper itself as it will be printed.
package decision

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"yidanqing/app/decide"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// decider previews and issues papers.
type decider interface {
	Preview(ctx context.Context, r decide.Request) (decide.Preview, error)
	Draft(ctx context.Context, r decide.Request) (decide.Printed, error)
	Support(ctx context.Context, notice string) (paper.Support, error)
	SaveDraft(ctx context.Context, r decide.Request, folder string) (string, error)
	SaveDraftTwin(ctx context.Context, r decide.Request, folder string) (string, error)
	Issue(ctx context.Context, r decide.Request) (decide.Issued, error)
}

// reader gives the notice that is decided.
type reader interface {
	Notice(ctx context.Context, id string) (ledger.Notice, error)
}

// spooler keeps a 送审稿 for the printer, outside the ledger.
type spooler interface {
	SpoolDraft(name string, pdf []byte) (path string, err error)
}

// Params are what the page works with. All fields must be set.
type Params struct {
	Frame  *kit.Frame
	Decide decider
	Reader reader
	Spool  spooler
	Fonts  *kit.PageFonts
	// FontLine says which fonts serve: 方正小标宋、仿宋_GB2312（本机）.
	FontLine string
	// Superior is to whom escalations go, empty while the office has not said; SetSuperior keeps it.
	Superior    func() string
	SetSuperior func(ctx context.Context, name string) error
	// AskContact tells whether clerk or telephone are missing and nobody has been asked; SetContact keeps the answer.
	AskContact func() bool
	SetContact func(ctx context.Context, clerk, phone string) error
	// Folder is where a copy of every paper is wanted, empty for none.
	Folder func() string
	// Issued is told when a paper has its number; Back leaves the page with the choices made so far.
	Issued func(notice string)
	Back   func(notice string, choices []decide.Choice)
	// Changed tells that the ledger has changed.
	Changed func()
}

// mostOpinion is how long the opinion on a paper may be, in characters.
const mostOpinion = 300

// Page is the page 处理与文书.
type Page struct {
	p        Params
	holder   *kit.Holder
	class    kit.Class
	notice   ledger.Notice
	kind     paper.Kind               // that was asked for; none: the one that the decisions call for
	choices  map[string]decide.Choice // by demand
	together *together                // nil: the page is about one notice
	evidence bool
	archive  bool // with a 存档联
	edited   bool // the opinion was typed by the clerk
	busy     bool // a paper is being issued
	shown    decide.Preview
	trouble  error
	turn     kit.Turn
	tab      int
	led      bool // the clerk was led to the open question once

	opinion  *kit.Entry
	with     *kit.Entry   // further notices, of a case or of an escalation of several
	number   *kit.Entry   // of a letter, from the office's 发文簿
	copies   *kit.Entry   // who gets a copy of a letter
	copied   bool         // the clerk wrote them
	noSeal   bool         // the preview does not mark the place of the seal
	unsealed bool         // the letter goes out without a seal
	support  *supportForm // nil for other kinds
	clerk    *kit.Entry   // asked for once
	phone    *kit.Entry
	counter  *kit.Label
	agrees   *kit.Label
	papers   *kit.Holder
	preview  *kit.PaperPreview
	state    *kit.Holder // over the preview while there is none
	pages    *kit.Label
	zoom     *kit.Select
	confirm  *kit.Button
	draft    *kit.Button
	save     *kit.Button // 另存
	printer  *kit.Label
	selects  []*kit.Select
	hasShown bool
	asked    *kit.Button // answers the open question, nil if none
}

// New makes the page.
func New(p Params) *Page {
	page := &Page{p: p, holder: kit.NewHolder(nil), papers: kit.NewHolder(nil), state: kit.NewHolder(nil),
		preview: kit.NewPaperPreview(p.Frame.Runner, p.Fonts), pages: kit.NewLabel("", theme.Body, theme.ColorText),
		agrees:  kit.NewLabel("", theme.Second, theme.ColorText2),
		counter: kit.NewLabel("", theme.Second, theme.ColorText3), printer: kit.NewElastic("", theme.Second, theme.ColorText2)}
	page.ShowPrinter()
	zooms := kit.Zooms()
	words := make([]string, len(zooms))
	for i, z := range zooms {
		words[i] = z.Title()
	}
	page.zoom = kit.NewPlainSelect(words, 0, func(i int) { page.preview.SetZoom(zooms[i]) })
	page.preview.OnZoom = func(z kit.Zoom) { page.zoom.Choose(slices.Index(zooms, z)) }
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
func (p *Page) Shown() {
	switch {
	case p.asked != nil:
		p.asked.Focus()
	case p.confirm != nil:
		p.confirm.Focus()
	}
}

// Open begins with a registered notice, the kind of paper that is wanted (none: the one that the decisions call for) and
// the choices made so far.
func (p *Page) Open(notice string, kind paper.Kind, choices []decide.Choice) {
	p.OpenWith(notice, kind, choices, nil)
}

// OpenWith does the same with further notices, by their ledger numbers, that the paper takes up.
func (p *Page) OpenWith(notice string, kind paper.Kind, choices []decide.Choice, with []string) {
	p.kind, p.together = kind, nil
	p.choices = map[string]decide.Choice{}
	for _, c := range choices {
		p.choices[c.Demand] = c
	}
	p.evidence, p.edited, p.tab, p.led, p.hasShown, p.trouble = kind == paper.KindNone || kind.Answers(), false, 0, false, false, nil
	p.notice, p.shown = ledger.Notice{}, decide.Preview{}
	p.preview.Set(nil)
	p.opinion, p.asked, p.number, p.copies, p.support, p.with = nil, nil, nil, nil, nil, nil
	p.copied, p.unsealed = false, false
	if len(with) > 0 {
		p.makeWith(strings.Join(with, "、"))
	}
	p.holder.Put(nil)
	current := p.turn.Next()
	kit.Run(p.p.Frame.Runner, "正在打开", func(ctx context.Context) (ledger.Notice, error) { return p.p.Reader.Notice(ctx, notice) },
		func(n ledger.Notice, err error) {
			if !current() {
				return
			}
			if err != nil {
				p.p.Frame.Fail("没有打开", err, nil)
				p.p.Back(notice, nil)
				return
			}
			p.notice = n
			p.begin()
		})
}

// request is the paper as it stands on the page.
func (p *Page) request() decide.Request {
	if p.together != nil {
		r := p.together.request()
		r.Evidence, r.Archive = p.evidence, p.archive
		return r
	}
	r := decide.Request{Notice: p.notice.ID, Kind: p.kind, Evidence: p.evidence, Archive: p.archive, Choices: p.chosen()}
	if p.support != nil {
		r.Support = p.support.value()
	}
	if p.number != nil && p.isLetter() {
		r.Number = p.number.Text
		r.Unsealed = p.unsealed
	}
	if p.copied && p.isLetter() {
		text := p.copies.Text
		r.Copies = &text
	}
	if p.with != nil && p.takesOthers() {
		r.With = paper.SplitBodies(p.with.Text)
	}
	if p.edited && p.opinion != nil {
		r.Opinion = p.opinion.Text
	}
	return r
}

// chosen are the choices made here, in the order of the demands.
func (p *Page) chosen() []decide.Choice {
	var out []decide.Choice
	for _, d := range p.notice.Demands {
		if c, ok := p.choices[d.ID]; ok {
			out = append(out, c)
		}
	}
	return out
}

// refresh sets the preview anew.
func (p *Page) refresh() {
	current := p.turn.Next()
	r := p.request()
	if p.together != nil && len(r.Together) == 0 {
		p.shown, p.trouble, p.hasShown = decide.Preview{}, errNone(), false
		p.showPreview()
		return
	}
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (decide.Preview, error) { return p.p.Decide.Preview(ctx, r) },
		func(v decide.Preview, err error) {
			if !current() {
				return
			}
			p.shown, p.trouble = v, err
			p.hasShown = err == nil
			p.showPreview()
		})
}

// refreshSoon sets the preview anew when the clerk has stopped typing.
func (p *Page) refreshSoon() {
	current := p.turn.Next()
	p.p.Frame.Runner.After(400*time.Millisecond, func() {
		if current() {
			p.refresh()
		}
	})
}

func (p *Page) showPreview() {
	if p.trouble != nil {
		if p.class == kit.ClassNarrow && p.asksSuperior() && !p.led {
			p.build()
		}
		p.preview.Set(nil)
		p.pages.SetText("")
		p.papers.Put(p.paperRows())
		p.state.Put(p.troubleNote())
		p.state.Show()
		p.confirm.SetOff(true)
		p.draft.SetOff(true)
		p.save.SetOff(true)
		kit.Relayout(p.holder)
		if p.asked != nil {
			p.asked.Focus()
		}
		return
	}
	p.asked = nil
	p.state.Hide()
	p.preview.Set(p.shown.Pages)
	p.pages.SetText(fmt.Sprintf("共 %d 页", len(p.shown.Pages)))
	if !p.edited && p.opinion != nil && p.opinion.Text != p.shown.Opinion {
		p.opinion.Quiet(p.shown.Opinion)
	}
	if !p.copied && p.copies != nil && p.copies.Text != p.shown.Copies {
		p.copies.Quiet(p.shown.Copies)
	}
	p.count()
	p.agrees.SetText("与建议一致")
	if p.shown.Differs {
		p.agrees.SetText("与建议不同")
	}
	p.papers.Put(p.paperRows())
	kit.Relayout(p.holder)
	p.confirm.SetOff(p.busy)
	p.draft.SetOff(p.busy)
	p.save.SetOff(p.busy)
}

func (p *Page) count() {
	if p.opinion == nil {
		return
	}
	n := len([]rune(p.opinion.Text))
	words := "已按依据写好，可改"
	switch {
	case p.edited && p.continued():
		words = "意见较长，将续到第 2 页"
	case p.edited:
		words = fmt.Sprintf("%d 字，最多 %d 字", n, mostOpinion)
	case n == 0:
		words = fmt.Sprintf("可不填，最多 %d 字", mostOpinion)
	}
	p.counter.SetText(words)
}

// continued tells whether a form that the clerk has written an opinion on goes on on a second page of its own.
func (p *Page) continued() bool {
	if !p.hasShown || p.isLetter() || p.with != nil && p.with.Text != "" {
		return false
	}
	own := 0
	for i, page := range p.shown.Pages {
		if i > 0 && page.Begins != "" { // the evidence
			break
		}
		own++
	}
	return own > 1
}

func note(icon string, color fyne.ThemeColorName, words string) fyne.CanvasObject {
	row := kit.Row(10, kit.Fit(kit.NewIcon(icon, 22, color)).AtStart(), kit.Grow(kit.NewPara(words, theme.Body, theme.ColorText)))
	return kit.Pad(24, 24, kit.Column(0, kit.Fit(row), kit.Space()))
}
