package inbox

import (
	"context"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/intake"
	"yidanqing/ui/kit"
)

// enter opens a line: its result, the record that it repeats, or, where the room is narrow, why it cannot be read.
func (q *queue) enter(i int) {
	if i < 0 || i >= len(q.lines) {
		return
	}
	l := q.lines[i]
	switch l.State {
	case intake.ItemRegistered, intake.ItemKnown:
		q.page.p.OpenNotice(l.Notice)
	case intake.ItemFailed, intake.ItemSecret:
		if q.page.class == kit.ClassNarrow {
			q.page.p.Frame.Fail("读不了这一件", app.Errorf(l.Code, "%s", l.Problem), nil)
			return
		}
		if q.first != nil {
			q.first.Focus()
		}
	case intake.ItemReading:
		q.page.p.Frame.Info("正在读这一件")
	default:
		q.open(l)
	}
}

// open reads a line again and shows its result.
func (q *queue) open(l *line) {
	p := q.page
	current := p.turn.Next()
	it := l.Item
	kit.Run(p.p.Frame.Runner, "正在读取", func(ctx context.Context) (intake.Draft, error) { return p.readLine(ctx, it) },
		func(d intake.Draft, err error) {
			if !current() || q.index(l) < 0 {
				return
			}
			q.saw(l, seen{intake.GlanceOf(d), d.Twin}, err)
			q.refresh()
			if l.State != intake.ItemChecked && l.State != intake.ItemRepeated {
				p.toQueue()
				return
			}
			l.Looked = true
			if l.choices == nil {
				l.choices = map[int]decide.Choice{}
			}
			q.table.Choose(q.index(l))
			p.away, p.line, p.result = false, l, newResult(p)
			p.result.line = l
			p.result.choices = l.choices
			p.result.setDraft(d)
			p.show()
			p.result.focusFirst()
		})
}

// step opens the line before (-1) or after (+1) that can be opened.
func (q *queue) step(dir int) {
	at := q.table.Current()
	if q.page.line != nil {
		at = q.index(q.page.line)
	}
	for i := at + dir; i >= 0 && i < len(q.lines); i += dir {
		switch q.lines[i].State {
		case intake.ItemWaiting, intake.ItemChecked, intake.ItemRepeated:
			q.open(q.lines[i])
			return
		}
	}
	words := "后面没有可看的了"
	if dir < 0 {
		words = "前面没有可看的了"
	}
	q.page.p.Frame.Info(words)
}

// toNext makes the next open line the current one, after the line was dealt with.
func (q *queue) toNext(l *line) {
	at := q.index(l)
	for n := 1; n <= len(q.lines); n++ {
		if i := (at + n) % len(q.lines); q.lines[i].State == intake.ItemChecked || q.lines[i].State == intake.ItemWaiting {
			q.table.Choose(i)
			return
		}
	}
}
