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
	SetCorrection(ctx context.Context, d intake.Draft, on bool) (intake.Draft, error)
	Register(ctx context.Context, d intake.Draft) (ledger.Notice, error)
	Keep(ctx context.Context, d intake.Draft) error
	Kept(ctx context.Context) (intake.Draft, bool, error)
	Discard(ctx context.Context) error
	Several(pasted string) []intake.Item
	ReadItem(ctx context.Context, it intake.Item, doc app.Document, data []byte) (intake.Draft, error)
	KeepQueue(ctx context.Context, items []intake.Item) error
	KeptQueue(ctx context.Context) ([]intake.Item, error)
	ReceivedOn(ctx context.Context, notice string, r ledger.Received) (ledger.Notice, error)
	Recheck(ctx context.Context, notice string, fixed map[string]string) (ledger.Notice, error)
}

// decider records what the office decides.
type decider interface {
	Decide(ctx context.Context, notice string, choices []decide.Choice) (ledger.Notice, error)
	Message(ctx context.Context, text string, c app.Check, decisions []paper.Decision) (string, error)
	OwnPart(ctx context.Context, text string, c app.Check, decisions []paper.Decision) (string, error)
	Talk(ctx context.Context, notice string, demands []string, t ledger.Talk) (ledger.Notice, error)
	Reschedule(ctx context.Context, notice, demand string, day app.Date, hour string) (ledger.Notice, error)
	VoidNotice(ctx context.Context, notice, reason string) (ledger.Notice, error)
	Undo(ctx context.Context, notice string) (string, ledger.Notice, error)
}

// asker answers what the start page and the chips show.
type asker interface {
	Tiles(ctx context.Context) (inquire.Tiles, error)
	Recent(ctx context.Context, n int) ([]inquire.Row, error)
	Tasks(ctx context.Context) (inquire.Tasks, error)
	SoFar(ctx context.Context) (inquire.SoFar, error)
	Counts(ctx context.Context, f inquire.Filter) (inquire.Counts, error)
	Due(d app.Date, hour string) inquire.Due
	MeetingsOn(ctx context.Context, day app.Date, without string) ([]inquire.Meeting, error)
}

// lister knows the list in force on a day.
type lister interface {
	ListOn(ctx context.Context, d app.Date) (*ledger.List, error)
}

// documents reads files of notices.
type documents interface {
	ReadDocument(ctx context.Context, path string) (app.Document, []byte, error)
	// Expand puts the files of folders in place of the folders; the notes tell what was left out.
	Expand(ctx context.Context, paths []string) (files, notes []string, err error)
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
	// Collects tells whether small matters are raised by the month (合并提级); OpenTogether shows them.
	Collects     func() bool
	OpenTogether func()
	// Generate goes on to the paper of a registered notice, with the choices made here.
	Generate func(notice string, kind paper.Kind, choices []decide.Choice)
	// OpenReport goes to where the month's report is written.
	OpenReport func()
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
	result *result       // nil: the queue or the start is shown
	queue  *queue        // nil: there is none
	line   *line         // of the queue, whose result is shown; nil: it stands in no queue
	away   bool          // the start is shown though there is a queue
	kept   []intake.Item // the queue that was left when the program ended
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
	if p.queue != nil {
		p.queue.setClass(c)
	}
	if p.result != nil {
		if p.result.talk != nil {
			p.result.talk.build()
		}
		p.result.facts.Set(p.result.factLines())
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
	if p.atQueue() {
		p.queue.refresh()
		p.queue.table.Focus()
		return
	}
	p.start.field.Focus()
}

// atQueue tells whether the queue is what the page shows where no result is.
func (p *Page) atQueue() bool { return p.queue != nil && !p.away }

func (p *Page) show() {
	switch {
	case p.result != nil:
		p.holder.Put(p.result.content())
	case p.atQueue():
		p.holder.Put(p.queue.content())
	default:
		p.holder.Put(p.start.content())
	}
}

// Empty shows the start again, or the queue that the result came from. A notice that was not registered and stands in no
// queue can be brought back for a while.
func (p *Page) Empty() {
	if p.line != nil {
		p.toQueue()
		return
	}
	p.turn.Next()
	p.leaveDraft()
	p.result = nil
	p.show()
	p.Shown()
}

// Forget leaves a registered notice without a word; the start is shown next time.
func (p *Page) Forget() {
	if p.result != nil && p.result.notice != nil {
		p.result, p.line = nil, nil
		p.show()
	}
}

// showDraft shows a checked notice that is not registered.
func (p *Page) showDraft(d intake.Draft) {
	p.line = nil
	p.result = newResult(p)
	p.result.setDraft(d)
	p.show()
	p.result.focusFirst()
}

// Open shows a registered notice again, with choices that were made before and are not decided yet.
func (p *Page) Open(n ledger.Notice, choices []decide.Choice) {
	p.turn.Next()
	p.line = nil
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
