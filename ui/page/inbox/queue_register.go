package inbox

import (
	"context"
	"fmt"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// ready are the lines that may be registered together: the clerk has had their result on the screen, the advice is
// plain, and nobody chose otherwise.
func (q *queue) ready() []*line {
	var out []*line
	for _, l := range q.lines {
		if l.State == intake.ItemChecked && l.Looked && l.Glance.Plain() && len(l.choices) == 0 {
			out = append(out, l)
		}
	}
	return out
}

// registerAll shows which lines would be registered and as what, and registers them only then.
func (q *queue) registerAll() {
	ready := q.ready()
	p := q.page
	if len(ready) == 0 {
		p.p.Frame.Info("还没有可以一起登记的：先逐件看过，建议明确的才能一起登记")
		return
	}
	rows := []kit.Slot{kit.Fit(kit.NewPara("下面各件按建议登记并记下处理意见，登记后 10 秒内可以一起撤回。", theme.Body, theme.ColorText2))}
	for _, l := range ready {
		rows = append(rows, kit.Fit(kit.Row(10, kit.Wide(106, kit.Row(0, kit.Fit(kit.NewVerdictChip(l.Glance.Verdict, p.p.Frame.Office(), "")), kit.Space())),
			kit.Grow(kit.NewPara(lineName(l), theme.Body, theme.ColorText)))))
	}
	var list kit.Slot
	if len(ready) > 6 {
		list = kit.Wide(260, kit.NewScroll(kit.Column(8, rows...)))
	} else {
		list = kit.Fit(kit.Column(8, rows...))
	}
	var close func()
	confirm := func() { close(); q.registerThese(ready) }
	close = p.p.Frame.Dialogs.Show(kit.Dialog{Title: fmt.Sprintf("登记看过的 %d 件", len(ready)), Icon: theme.IconSave, Tone: theme.ColorPrimary, Width: 620,
		Body: kit.Pad(16, 14, kit.Column(0, list)), Confirm: confirm,
		Actions: []kit.ButtonSpec{{Text: "取消", Key: "Esc", OnPress: func() { close() }},
			{Text: fmt.Sprintf("登记 %d 件", len(ready)), Icon: theme.IconSave, Key: "Ctrl+Enter", Primary: true, OnPress: confirm}}})
}

// entered is what came of registering one line.
type entered struct {
	line   *line
	notice ledger.Notice
	err    error
}

// registerThese registers lines one after the other; one that fails leaves the others as they are. What differs from what
// the clerk saw (the file has changed meanwhile) is not registered.
func (q *queue) registerThese(lines []*line) {
	p := q.page
	items := make([]intake.Item, len(lines))
	for i, l := range lines {
		items[i] = l.Item
	}
	kit.Run(p.p.Frame.Runner, "正在登记", func(ctx context.Context) ([]entered, error) {
		var out []entered
		for i, it := range items {
			if ctx.Err() != nil { // cancelled: what is registered stays, the rest waits
				break
			}
			kit.Progress(ctx)(i+1, len(items))
			n, err := p.registerItem(context.WithoutCancel(ctx), it)
			out = append(out, entered{lines[i], n, err})
		}
		return out, nil
	}, func(out []entered, err error) {
		if err != nil {
			p.p.Frame.Fail("没有登记成", err, nil)
			return
		}
		q.registeredThese(out)
	})
}

func (p *Page) registerItem(ctx context.Context, it intake.Item) (ledger.Notice, error) {
	d, err := p.readLine(ctx, it)
	if err != nil {
		return ledger.Notice{}, err
	}
	if g := intake.GlanceOf(d); g.Digest != it.Glance.Digest || g.Verdict != it.Glance.Verdict || !g.Plain() {
		return ledger.Notice{}, app.Errorf(app.CodeConflict, "这一件与看过的不一样了，没有登记。请再看一遍结果，逐件登记。")
	}
	n, err := p.p.Intake.Register(ctx, d)
	if err != nil {
		return n, err
	}
	var choices []decide.Choice
	for _, x := range n.Demands {
		if v := x.Advice.Verdict; x.State == ledger.StatePending && (v == app.VerdictDo || v == app.VerdictCooperate) {
			choices = append(choices, decide.Choice{Demand: x.ID, Verdict: v})
		}
	}
	if len(choices) == 0 {
		return n, nil
	}
	after, err := p.p.Decide.Decide(ctx, n.ID, choices)
	if err != nil {
		return n, nil // it has its number and waits in the ledger to be decided
	}
	return after, nil
}

// registeredThese marks the lines and offers to take all back.
func (q *queue) registeredThese(out []entered) {
	p := q.page
	var done []entered
	failed := 0
	for _, e := range out {
		switch {
		case e.notice.ID != "":
			e.line.State, e.line.Notice, e.line.Number, e.line.Problem = intake.ItemRegistered, e.notice.ID, e.notice.No, ""
			done = append(done, e)
		default:
			failed++
			q.saw(e.line, seen{}, e.err)
		}
	}
	q.keep()
	q.refresh()
	p.p.Changed()
	p.start.load()
	if failed > 0 {
		p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastWarn, Text: fmt.Sprintf("%d 件没有登记，原因在队列里", failed)})
	}
	if len(done) == 0 {
		return
	}
	said := fmt.Sprintf("已登记 %d 件", len(done))
	if n := len(done); n > 1 {
		said += fmt.Sprintf("，第 %d 号至第 %d 号", done[0].notice.No, done[n-1].notice.No)
	} else {
		said += "，" + shortNumber(done[0].notice)
	}
	p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastDone, Text: said, Action: "撤回", OnPress: func() { q.takeBack(done) }})
}

// takeBack voids what was registered together; the lines are open again.
func (q *queue) takeBack(done []entered) {
	p := q.page
	kit.Run(p.p.Frame.Runner, "正在撤回", func(ctx context.Context) (int, error) {
		for i, e := range done {
			kit.Progress(ctx)(i+1, len(done))
			if _, err := p.p.Decide.VoidNotice(context.WithoutCancel(ctx), e.notice.ID, "登记后当即撤回"); err != nil {
				return i, err
			}
		}
		return len(done), nil
	}, func(n int, err error) {
		for _, e := range done[:n] {
			e.line.State, e.line.Notice, e.line.Number = intake.ItemChecked, "", 0
		}
		q.keep()
		q.refresh()
		p.p.Changed()
		p.start.load()
		if err != nil {
			p.p.Frame.Fail("没有全部撤回", err, nil)
			return
		}
		p.p.Frame.Done(fmt.Sprintf("已撤回 %d 件", n))
	})
}
