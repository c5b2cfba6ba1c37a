package inbox

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// makeActions is the row of buttons: the primary one follows from the verdict.
func (r *result) makeActions() fyne.CanvasObject {
	r.primary = nil
	if !r.ready {
		return kit.Row(8)
	}
	if r.decided() {
		open := kit.NewButton(kit.ButtonSpec{Text: "在台账中查看", Icon: theme.IconLedger, Size: kit.Main, Primary: true,
			OnPress: func() { r.page.p.OpenNotice(r.notice.ID) }})
		r.primary = open
		return kit.Row(8, kit.Fit(open), kit.Space())
	}
	main := r.mainAction()
	main.Primary = r.talk == nil
	r.primary = kit.NewButton(main)
	left := []*kit.Button{r.primary}
	if r.talk != nil {
		r.primary = r.talk.copy
	} else if r.canTalk() && main.Text != talkWord {
		left = append(left, kit.NewButton(kit.ButtonSpec{Text: talkWord, Icon: theme.IconTalk, Size: kit.Main, OnPress: r.startTalk}))
	}
	if second, ok := r.secondAction(); ok {
		second.Key = ""
		left = append(left, kit.NewButton(second))
	}
	var right []*kit.Button
	if r.canRegisterOnly() {
		right = append(right, kit.NewButton(kit.ButtonSpec{Text: "只登记", Size: kit.Main, OnPress: r.registerOnly}))
	}
	if len(r.check.Demands) > 0 {
		var b *kit.Button
		b = kit.NewButton(kit.ButtonSpec{Text: "改判", Size: kit.Main, OnPress: func() { r.overrideMenu(b) }})
		right = append(right, b)
	}
	var more *kit.Button
	more = kit.NewButton(kit.ButtonSpec{Text: "更多", Size: kit.Main, OnPress: func() { r.moreMenu(more) }})
	return kit.NewActionRow(left, append(right, more))
}

// canRegisterOnly tells whether 只登记 is an action beside the primary one.
func (r *result) canRegisterOnly() bool { return r.notice == nil && r.mainAction().Text != "只登记" }

// decided tells whether the office has already decided something of the registered notice. A talk decides nothing, even
// where it settled a demand, as long as others are open.
func (r *result) decided() bool {
	if r.notice == nil {
		return false
	}
	open, settled := len(r.notice.Demands) == 0, false
	for _, d := range r.notice.Demands {
		switch {
		case d.State == ledger.StatePending, d.State == ledger.StateInfo, d.State == ledger.StateTalking:
			open = true
		case d.State == ledger.StateClosed && len(d.Talks) > 0 && d.Decision == nil && d.Paper == nil:
			settled = true
		default:
			return true
		}
	}
	return r.notice.Void || r.notice.Erased != nil || settled && !open
}

// mainAction is what the verdict leads to.
func (r *result) mainAction() kit.ButtonSpec {
	register := func(text string, v app.Verdict) kit.ButtonSpec {
		return kit.ButtonSpec{Text: text, Icon: theme.IconSave, Key: r.keyIfRoom("Ctrl+S"), Size: kit.Main, Primary: true,
			OnPress: func() { r.registerAs(v) }}
	}
	if r.meeting() && len(r.choices) == 0 {
		return register("登记参会", app.VerdictDo)
	}
	switch r.way() {
	case ledger.WayTalk:
		return kit.ButtonSpec{Text: talkWord, Icon: theme.IconTalk, Key: r.keyIfRoom("Ctrl+T"), Size: kit.Main, Primary: true, OnPress: r.startTalk}
	case ledger.WayRemind:
		return r.onlyRegister()
	}
	switch r.verdict() {
	case app.VerdictDo:
		return register("登记并安排", app.VerdictDo)
	case app.VerdictCooperate:
		return register("登记为配合", app.VerdictCooperate)
	case app.VerdictRefuse, app.VerdictEscalate, app.VerdictMixed:
		return r.generateAction(true)
	case app.VerdictInfo:
		return kit.ButtonSpec{Text: "登记备查", Icon: theme.IconSave, Key: r.keyIfRoom("Ctrl+S"), Size: kit.Main, Primary: true, OnPress: r.registerOnly}
	}
	return r.onlyRegister()
}

// talkWord names the light route on its button.
const talkWord = "先沟通"

func (r *result) onlyRegister() kit.ButtonSpec {
	return kit.ButtonSpec{Text: "只登记", Icon: theme.IconSave, Key: r.keyIfRoom("Ctrl+S"), Size: kit.Main, Primary: true, OnPress: r.registerOnly}
}

// secondAction stands beside the primary one: the paper on a meeting that is to be raised, and where the office talks first
// or is only reminded.
func (r *result) secondAction() (kit.ButtonSpec, bool) {
	if r.meeting() && len(r.choices) == 0 && len(r.small()) > 0 {
		return r.collectAction(), true
	}
	if (r.meeting() && len(r.choices) == 0 || r.talk == nil && r.way() != ledger.WayPaper) && r.papered() {
		return r.generateAction(false), true
	}
	return kit.ButtonSpec{}, false
}

// way is how the office answers the notice (反馈方式): the firmest of the demands that it does not bear. A verdict that the
// clerk has chosen, a registered notice that can only go on to its paper, and the panel 先沟通 ask for the paper.
func (r *result) way() ledger.Way {
	if len(r.choices) > 0 || len(r.check.Demands) == 0 || !r.papered() || r.meeting() || r.talk != nil {
		return ledger.WayPaper
	}
	out := ledger.WayRemind
	for _, i := range r.live() {
		if v := r.verdictOf(i); v != app.VerdictRefuse && v != app.VerdictEscalate {
			continue
		}
		switch r.page.p.Way(r.check.Demands[i]) {
		case ledger.WayPaper:
			return ledger.WayPaper
		case ledger.WayTalk:
			out = ledger.WayTalk
		}
	}
	if out == ledger.WayTalk && !r.canTalk() || out == ledger.WayRemind && r.notice != nil {
		return ledger.WayPaper
	}
	return out
}

// papered tells whether the verdict calls for a paper.
func (r *result) papered() bool {
	switch r.verdict() {
	case app.VerdictRefuse, app.VerdictEscalate, app.VerdictMixed:
		return true
	}
	return false
}

func (r *result) generateAction(primary bool) kit.ButtonSpec {
	return kit.ButtonSpec{Text: "生成" + r.paperWord(), Icon: theme.IconPaper, Key: r.keyIfRoom("Ctrl+G"), Size: kit.Main, Primary: primary,
		OnPress: r.generate}
}

// paperWord is the paper that the verdict leads to, as the buttons name it.
func (r *result) paperWord() string {
	switch {
	case r.office().Grassroots():
		return "反映单"
	case r.verdict() == app.VerdictEscalate:
		return "提级反映单"
	}
	for _, i := range r.live() {
		if r.verdictOf(i) == app.VerdictRefuse {
			return "反馈单"
		}
	}
	if r.verdict() == app.VerdictMixed {
		for _, i := range r.live() {
			if r.verdictOf(i) == app.VerdictEscalate {
				return "提级反映单"
			}
		}
	}
	return "反馈单"
}

func (r *result) keyIfRoom(key string) string {
	if r.page.class != kit.ClassWide {
		return ""
	}
	return key
}

// generate registers the notice and goes on to its paper.
func (r *result) generate() {
	if !r.ready || r.decided() {
		return
	}
	if !r.papered() {
		r.page.p.Frame.Info("这一件没有要反馈的事项。需要出文的，请先改判。")
		return
	}
	r.registered("正在登记", nil, func(n ledger.Notice) { r.page.p.Generate(n.ID, paper.KindNone, r.choicesOf(n)) })
}

// generateKind registers the notice and goes on to a paper of a certain kind.
func (r *result) generateKind(kind paper.Kind) {
	if r.ready {
		r.registered("正在登记", nil, func(n ledger.Notice) { r.page.p.Generate(n.ID, kind, r.choicesOf(n)) })
	}
}

// offered are the further kinds of paper that may be made of the notice (更多).
func (r *result) offered() []paper.Kind {
	if !r.ready {
		return nil
	}
	var verdicts []app.Verdict
	var matters []paper.Matter
	for _, i := range r.live() {
		verdicts = append(verdicts, r.verdictOf(i))
		matters = append(matters, paper.Matter{Demand: r.check.Demands[i], Verdict: r.verdictOf(i)})
	}
	class := paper.ClassOf(r.check.Fields.Issuer)
	first := paper.KindOf(r.office(), class, verdicts)
	var out []paper.Kind
	for _, k := range paper.Offered(r.office(), class, r.check.Fields.Title, matters) {
		if k != first && (!r.decided() || !k.Answers()) {
			out = append(out, k)
		}
	}
	return out
}

// choicesOf names the choices made here by the IDs of the registered demands.
func (r *result) choicesOf(n ledger.Notice) []decide.Choice {
	var out []decide.Choice
	for i, d := range n.Demands {
		if c, ok := r.choices[i]; ok && d.State != ledger.StateClosed {
			c.Demand = d.ID
			out = append(out, c)
		}
	}
	return out
}

// registerOnly gives the notice its number and decides nothing.
func (r *result) registerOnly() {
	if !r.ready || r.notice != nil {
		return
	}
	r.registered("正在登记", nil, func(n ledger.Notice) {
		l := r.line
		r.page.left(n, "已登记"+shortNumber(n)+demandWord(n), func(ctx context.Context) error {
			_, err := r.page.p.Decide.VoidNotice(ctx, n.ID, "登记后当即撤回")
			if err == nil && l != nil {
				r.page.p.Frame.Runner.Do(func() { r.page.reopen(l) })
			}
			return err
		})
	})
}

// registerAs registers the notice and records one decision for all its demands.
func (r *result) registerAs(v app.Verdict) {
	if !r.ready || r.decided() {
		return
	}
	then := func(ctx context.Context, n ledger.Notice) (ledger.Notice, error) {
		choices := r.choicesOf(n)
		for i, d := range n.Demands {
			if _, chosen := r.choices[i]; !chosen && d.State == ledger.StatePending {
				choices = append(choices, decide.Choice{Demand: d.ID, Verdict: v})
			}
		}
		if len(choices) == 0 {
			return n, nil
		}
		return r.page.p.Decide.Decide(ctx, n.ID, choices)
	}
	r.registered("正在登记", then, func(n ledger.Notice) {
		r.page.left(n, "已登记"+shortNumber(n)+"，"+stateTitle(n, r.page.p.Frame.Today()), func(ctx context.Context) error {
			_, _, err := r.page.p.Decide.Undo(ctx, n.ID)
			return err
		})
	})
}

// registered registers the draft if it is not yet, does what comes next in one go, and hands the notice on.
func (r *result) registered(title string, next func(context.Context, ledger.Notice) (ledger.Notice, error), done func(ledger.Notice)) {
	if r.busy { // a second press on the same key
		return
	}
	r.busy = true
	draft, notice := r.draft, r.notice
	var known *ledger.Notice
	kit.Run(r.page.p.Frame.Runner, title, func(ctx context.Context) (ledger.Notice, error) {
		var n ledger.Notice
		var err error
		if notice != nil {
			n = *notice
		} else if n, err = r.page.p.Intake.Register(ctx, draft); err != nil {
			return n, err
		}
		known = &n
		if next != nil {
			after, err := next(ctx, n)
			if err != nil {
				return n, err
			}
			n = after
		}
		return n, nil
	}, func(n ledger.Notice, err error) {
		r.busy = false
		if known != nil {
			r.page.registered(r.line, *known)
			r.page.p.Changed()
		}
		if err != nil {
			switch {
			case notice != nil && app.ErrorCode(err) == app.CodeConflict: // it is no longer as it is shown: the ledger has it as it is
				r.page.p.OpenNotice(notice.ID)
			case known != nil: // it has its number; only what came next failed
				r.setNotice(*known)
				r.page.show()
			}
			r.page.p.Frame.Fail("没有登记成", err, nil)
			return
		}
		r.notice = &n
		done(n)
	})
}

func shortNumber(n ledger.Notice) string { return fmt.Sprintf("第 %d 号", n.No) }

func demandWord(n ledger.Notice) string {
	if len(n.Demands) == 0 {
		return ""
	}
	return fmt.Sprintf("，事项 %d", len(n.Demands))
}

func stateTitle(n ledger.Notice, today app.Date) string {
	if len(n.Demands) == 0 {
		return "备查"
	}
	return n.Demands[0].StateTitle(today)
}

// left empties the page after a registration and offers to take it back.
func (p *Page) left(n ledger.Notice, said string, back func(context.Context) error) {
	if l := p.line; l != nil {
		p.queue.toNext(l)
		p.toQueue()
	} else {
		p.result = nil
		p.show()
		p.Shown()
	}
	p.p.Frame.Toasts.Show(kit.Toast{Kind: kit.ToastDone, Text: said, Action: "撤回", OnPress: func() {
		kit.Run(p.p.Frame.Runner, "正在撤回", func(ctx context.Context) (struct{}, error) { return struct{}{}, back(ctx) },
			func(_ struct{}, err error) {
				if err != nil {
					p.p.Frame.Fail("没有撤回", err, nil)
					return
				}
				p.p.Changed()
				p.start.load()
				p.p.Frame.Done("已撤回" + shortNumber(n))
			})
	}})
}
