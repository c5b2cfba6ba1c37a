package inbox

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// line is one line of the queue, with the verdicts chosen while its result was on the screen.
type line struct {
	intake.Item
	choices map[int]decide.Choice
}

// queue is many notices on their way in (队列): one line a file or pasted notice. They are read one after the other
// beside the window, so that no more than one file is in memory.
type queue struct {
	page    *Page
	lines   []*line
	notes   []string // what of a folder was left out
	running bool
	stopped bool // by the clerk: the rest waits
	cancel  func()
	drawn   time.Time // when the progress was drawn last

	table *kit.DataTable
	head  *kit.Holder
	side  *kit.Holder
	foot  *kit.Holder
	first *kit.Button // of the side
}

func newQueue(p *Page) *queue {
	q := &queue{page: p, head: kit.NewHolder(nil), side: kit.NewHolder(nil), foot: kit.NewHolder(nil)}
	q.table = kit.NewDataTable(q.columns(), nil)
	q.page.p.Frame.KeepColumns(q.table, "queue")
	q.table.OnChoose = func(int) { q.refreshSide() }
	q.table.OnOpen = func(i int) { q.enter(i) }
	q.table.SetNarrow(p.class != kit.ClassWide)
	return q
}

// enqueue puts items at the end of the queue and reads them.
func (p *Page) enqueue(items []intake.Item, notes []string) {
	p.turn.Next()
	p.leaveDraft()
	if p.queue == nil {
		p.queue = newQueue(p)
		for _, it := range p.kept { // what was left when the program ended stands before
			p.queue.lines = append(p.queue.lines, &line{Item: it})
		}
		p.kept = nil
	}
	q := p.queue
	from := len(q.lines)
	for _, it := range items {
		q.lines = append(q.lines, &line{Item: it})
	}
	q.stopped = false
	for _, note := range notes {
		if !slices.Contains(q.notes, note) {
			q.notes = append(q.notes, note)
		}
	}
	p.result, p.line, p.away = nil, nil, false
	q.refresh()
	p.show()
	if from < len(q.lines) && q.table.Current() < 0 { // once the table has its room
		q.table.Choose(from)
	}
	p.Shown()
	q.keep()
	q.run()
}

// leaveDraft offers a result that is not registered and stands in no queue to be brought back.
func (p *Page) leaveDraft() {
	left := p.result
	if left == nil || p.line != nil || left.notice != nil || !left.ready {
		return
	}
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.p.Intake.Discard(ctx) },
		func(struct{}, error) {})
	p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastInfo, Text: "这一件还没有登记，没有保存", Action: "恢复",
		OnPress: func() { p.showDraft(left.draft) }})
}

// run reads the next line that waits, until none does or the clerk stops it.
func (q *queue) run() {
	if q.running || q.stopped {
		return
	}
	var next *line
	for _, l := range q.lines {
		if l.State == intake.ItemWaiting {
			next = l
			break
		}
	}
	if next == nil {
		q.refresh()
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	q.running, q.cancel, next.State = true, cancel, intake.ItemReading
	q.progress()
	it := next.Item
	kit.Run(q.page.p.Frame.Runner, "", func(context.Context) (seen, error) {
		d, err := q.page.readLine(ctx, it)
		return seen{intake.GlanceOf(d), d.Twin}, err // the document and its bytes are let go here
	}, func(s seen, err error) {
		cancel()
		q.running = false
		q.saw(next, s, err)
		q.run()
	})
}

// pace is how often the queue is drawn while it is read: more often nobody sees, and every drawing costs memory.
const pace = 250 * time.Millisecond

// progress draws the queue anew where some time has passed since it was drawn last.
func (q *queue) progress() {
	now := q.page.p.Frame.Now()
	if q.page.result != nil || now.Sub(q.drawn) < pace {
		return
	}
	q.drawn = now
	q.refresh()
}

// seen is what stays of a line that was read.
type seen struct {
	glance intake.Glance
	twin   *intake.Twin
}

// readLine reads the document of a line and checks it. It runs beside the window.
func (p *Page) readLine(ctx context.Context, it intake.Item) (intake.Draft, error) {
	if it.Path == "" {
		return p.p.Intake.ReadItem(ctx, it, pasted(it.Text), nil)
	}
	doc, data, err := p.p.Documents.ReadDocument(ctx, it.Path)
	if err != nil {
		return intake.Draft{}, err
	}
	return p.p.Intake.ReadItem(ctx, it, doc, data)
}

// saw puts down what came of reading a line.
func (q *queue) saw(l *line, s seen, err error) {
	switch {
	case kit.IsSecret(err):
		file := l.Path != ""
		l.Item = intake.Item{State: intake.ItemSecret, Problem: app.ErrorMessage(err)} // not even its name stays
		l.choices = nil
		if !file {
			q.page.secret(err)
		}
		q.keep()
	case errors.Is(err, context.Canceled):
		l.State = intake.ItemWaiting
	case err != nil:
		l.State, l.Code, l.Problem = intake.ItemFailed, app.ErrorCode(err), app.ErrorMessage(err)
	case s.twin != nil && s.twin.Same:
		l.State, l.Notice, l.Number, l.Problem = intake.ItemKnown, s.twin.Notice, s.twin.No, s.twin.Message+"。"
	default:
		l.State, l.Glance, l.Problem = intake.ItemChecked, s.glance, ""
		if at := q.before(l); at >= 0 {
			l.State, l.Problem = intake.ItemRepeated, fmt.Sprintf("与第 %d 行内容相同，登记那一行就够了。", at+1)
		}
	}
}

// before is an earlier line with the same words, -1 for none.
func (q *queue) before(l *line) int {
	for i, o := range q.lines {
		if o == l {
			return -1
		}
		if o.State == intake.ItemChecked && o.Glance.Digest == l.Glance.Digest && l.Glance.Digest != "" {
			return i
		}
	}
	return -1
}

// toggle stops the reading, or goes on with it.
func (q *queue) toggle() {
	q.stopped = !q.stopped
	if q.stopped && q.running {
		q.cancel()
	}
	q.refresh()
	q.run()
}

// keep saves the open lines beside the ledger.
func (q *queue) keep() {
	p := q.page
	items := make([]intake.Item, len(q.lines))
	for i, l := range q.lines {
		items[i] = l.Item
	}
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, p.p.Intake.KeepQueue(ctx, items) },
		func(_ struct{}, err error) {
			if err != nil {
				p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastWarn, Text: "队列没有存下：" + app.ErrorMessage(err)})
			}
		})
}

// current is the chosen line, nil for none.
func (q *queue) current() *line {
	if at := q.table.Current(); at >= 0 && at < len(q.lines) {
		return q.lines[at]
	}
	return nil
}

// index is where a line stands, -1 where it is gone.
func (q *queue) index(l *line) int {
	for i, o := range q.lines {
		if o == l {
			return i
		}
	}
	return -1
}

// count is how many lines are in one of the states.
func (q *queue) count(states ...intake.ItemState) int {
	n := 0
	for _, l := range q.lines {
		for _, s := range states {
			if l.State == s {
				n++
			}
		}
	}
	return n
}

// retry reads a line again that could not be read.
func (q *queue) retry(l *line) {
	l.State, l.Problem, l.Looked, q.stopped = intake.ItemWaiting, "", false, false
	q.refresh()
	q.run()
}

// remove takes a line out of the queue; its file stays where it is.
func (q *queue) remove(l *line) {
	at := q.index(l)
	if at < 0 || l.State == intake.ItemReading {
		return
	}
	q.lines = append(q.lines[:at], q.lines[at+1:]...)
	q.page.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastInfo, Text: "已移出队列，原文件未动", Action: "恢复", OnPress: func() {
		if q.page.queue == q {
			q.lines = append(q.lines, l)
			q.refresh()
			q.keep()
		}
	}})
	q.keep()
	if len(q.lines) == 0 {
		q.page.dropQueue()
		return
	}
	q.refresh()
}

// clear ends the queue: what is open is asked about first.
func (q *queue) clear() {
	open := 0
	for _, l := range q.lines {
		if l.Open() {
			open++
		}
	}
	if open == 0 {
		q.page.dropQueue()
		return
	}
	var close func()
	drop := func() { close(); q.page.dropQueue() }
	close = q.page.p.Frame.Dialogs.Show(kit.Dialog{Title: "清空队列", Icon: theme.IconWarn, Tone: theme.ColorEscalate, Body: kit.Pad(16, 14, kit.NewPara(
		fmt.Sprintf("还有 %d 件没有登记。清空后不再保留，原文件未动；粘贴的文字要重新粘贴。", open), theme.Body, theme.ColorText)),
		Actions: []kit.ButtonSpec{{Text: "保留队列", Key: "Esc", Primary: true, OnPress: func() { close() }}, {Text: "清空", OnPress: drop}}})
}

// dropQueue ends the queue and shows the start.
func (p *Page) dropQueue() {
	if p.queue == nil {
		return
	}
	if p.queue.running {
		p.queue.stopped = true
		p.queue.cancel()
	}
	p.queue.lines = nil
	p.queue.keep()
	p.queue, p.line, p.result = nil, nil, nil
	p.show()
	p.Shown()
}

// toQueue shows the queue in place of a result.
func (p *Page) toQueue() {
	p.turn.Next()
	p.result, p.line, p.away = nil, nil, false
	p.queue.refresh()
	p.show()
	p.Shown()
}

// registered marks the line of a result that was registered; nil: it stands in no queue.
func (p *Page) registered(l *line, n ledger.Notice) {
	if l == nil {
		return
	}
	l.State, l.Notice, l.Number, l.Problem = intake.ItemRegistered, n.ID, n.No, ""
	if p.queue != nil {
		p.queue.keep()
	}
}

// reopen makes a line open again whose registration was taken back.
func (p *Page) reopen(l *line) {
	l.State, l.Notice, l.Number = intake.ItemChecked, "", 0
	if p.queue != nil {
		p.queue.keep()
		p.queue.refresh()
	}
}

// abandon leaves the notice unregistered: out of the queue, or back to the start.
func (p *Page) abandon() {
	l, q := p.line, p.queue
	if l == nil {
		p.Empty()
		return
	}
	p.toQueue()
	q.remove(l)
}

// loadKept looks for a queue that was left when the program ended.
func (p *Page) loadKept() {
	kit.Run(p.p.Frame.Runner, "", func(ctx context.Context) ([]intake.Item, error) { return p.p.Intake.KeptQueue(ctx) },
		func(items []intake.Item, err error) {
			if err != nil || len(items) == 0 || p.queue != nil {
				return
			}
			p.kept = items
			p.start.fill(p.start.last)
			if p.result == nil {
				p.show()
			}
		})
}

// messageTime is when the message was sent that a single pasted notice begins with; zero: not known.
func messageTime(items []intake.Item) time.Time {
	if len(items) == 1 {
		return items[0].Message
	}
	return time.Time{}
}
