package inbox

import (
	"context"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/ui/kit"
)

// taker takes notices in.
type taker interface {
	Read(ctx context.Context, doc app.Document, o intake.Options) (intake.Draft, error)
	SetReceived(ctx context.Context, d intake.Draft, r ledger.Received) (intake.Draft, error)
	CorrectField(ctx context.Context, d intake.Draft, name, value string) (intake.Draft, error)
	Register(ctx context.Context, d intake.Draft) (ledger.Notice, error)
	Keep(ctx context.Context, d intake.Draft) error
	Kept(ctx context.Context) (intake.Draft, bool, error)
	Discard(ctx context.Context) error
	ReceivedOn(ctx context.Context, notice string, r ledger.Received) (ledger.Notice, error)
	Recheck(ctx context.Context, notice string, fixed map[string]string) (ledger.Notice, error)
}

// decider records what the office decides.
type decider interface {
	Decide(ctx context.Context, notice string, choices []decide.Choice) (ledger.Notice, error)
	Message(ctx context.Context, text string, c app.Check, decisions []paper.Decision) (string, error)
	Talk(ctx context.Context, notice string, demands []string, t ledger.Talk) (ledger.Notice, error)
	VoidNotice(ctx context.Context, notice, reason string) (ledger.Notice, error)
	Undo(ctx context.Context, notice string) (string, ledger.Notice, error)
}

// asker answers what the start page and the chips show.
type asker interface {
	Tiles(ctx context.Context) (inquire.Tiles, error)
	Recent(ctx context.Context, n int) ([]inquire.Row, error)
	Tasks(ctx context.Context) (inquire.Tasks, error)
	Counts(ctx context.Context, f inquire.Filter) (inquire.Counts, error)
	Due(d app.Date, hour string) inquire.Due
}

// lister knows the list in force on a day.
type lister interface {
	ListOn(ctx context.Context, d app.Date) (*ledger.List, error)
}

// documents reads files of notices.
type documents interface {
	ReadDocument(ctx context.Context, path string) (app.Document, []byte, error)
	// Formats are the endings of the files that can be read: docx, txt …
	Formats() []string
}

// Params are what the page works with. All fields must be set.
type Params struct {
	Frame     *kit.Frame
	Intake    taker
	Decide    decider
	Inquire   asker
	Lists     lister
	Documents documents
	// Way is how the office answers a demand (反馈方式): it makes the primary button.
	Way func(d app.Demand) ledger.Way
	// Generate goes on to the paper of a registered notice, with the choices made here.
	Generate func(notice string, choices []decide.Choice)
	// OpenNotice shows a notice in the ledger, OpenLedger the ledger, ImportList the import of a list.
	OpenNotice func(notice string)
	OpenLedger func()
	ImportList func()
	// Changed tells that the ledger has changed.
	Changed func()
}

// Page is the page 收件.
type Page struct {
	p      Params
	holder *kit.Holder
	start  *start
	result *result // nil: the start is shown
	class  kit.Class
	turn   kit.Turn
}

// New makes the page.
func New(p Params) *Page {
	page := &Page{p: p, holder: kit.NewHolder(nil)}
	page.start = newStart(page)
	page.holder.Put(page.start.content())
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
	p.start.fill(p.start.last)
	if p.result != nil {
		if p.result.talk != nil {
			p.result.talk.build()
		}
		p.result.refreshSide()
	}
	p.show()
}

// Shown is called when the page comes to the front.
func (p *Page) Shown() {
	if p.result != nil {
		p.result.focusFirst()
		return
	}
	p.start.load()
	p.start.field.Focus()
}

func (p *Page) show() {
	if p.result != nil {
		p.holder.Put(p.result.content())
		return
	}
	p.holder.Put(p.start.content())
}

// Empty shows the start again. A notice that was not registered can be brought back for a while.
func (p *Page) Empty() {
	left := p.result
	p.turn.Next()
	p.result = nil
	p.show()
	p.Shown()
	if left != nil && left.notice == nil && left.ready {
		kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.p.Intake.Discard(ctx) },
			func(struct{}, error) {})
		p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastInfo, Text: "这一件还没有登记，没有保存", Action: "恢复",
			OnPress: func() { p.showDraft(left.draft) }})
	}
}

// Forget leaves a registered notice without a word; the start is shown next time.
func (p *Page) Forget() {
	if p.result != nil && p.result.notice != nil {
		p.result = nil
		p.show()
	}
}

// showDraft shows a checked notice that is not registered.
func (p *Page) showDraft(d intake.Draft) {
	p.result = newResult(p)
	p.result.setDraft(d)
	p.show()
	p.result.focusFirst()
}

// Open shows a registered notice again, with choices that were made before and are not decided yet.
func (p *Page) Open(n ledger.Notice, choices []decide.Choice) {
	p.turn.Next()
	p.result = newResult(p)
	for i, d := range n.Demands {
		for _, c := range choices {
			if c.Demand == d.ID {
				p.result.choices[i] = c
			}
		}
	}
	p.result.setNotice(n)
	p.show()
}
