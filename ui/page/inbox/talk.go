package inbox

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// talk is the panel 先沟通: it stands in place of match and findings.
type talk struct {
	r     *result
	body  fyne.CanvasObject
	words *kit.Entry // the message
	wrote string     // the message as the program wrote it
	count *kit.Label
	copy  *kit.Button
	when  *kit.Entry
	way   *kit.Select
	with  *kit.Entry
	note  *kit.Entry
	turn  kit.Turn
}

// ways are how one talks, as the ledger names them.
func ways() (keys, words []string) {
	return []string{"phone", "sms", "meeting"}, []string{"电话", "短信", "当面"}
}

// unborne are the demands that are talked about: those to be handed back or raised that nobody has closed yet.
func (r *result) unborne() []int {
	var out []int
	for i := range r.check.Demands {
		if r.notice != nil && i < len(r.notice.Demands) && !talkable(r.notice.Demands[i].State) {
			continue
		}
		switch r.verdictOf(i) {
		case app.VerdictRefuse, app.VerdictEscalate:
			out = append(out, i)
		}
	}
	return out
}

func talkable(s ledger.State) bool { return s == ledger.StatePending || s == ledger.StateTalking }

// canTalk tells whether there is something to talk about first.
func (r *result) canTalk() bool { return r.ready && !r.decided() && len(r.unborne()) > 0 }

// startTalk opens the panel.
func (r *result) startTalk() {
	if !r.canTalk() {
		r.page.p.Frame.Info("这一件没有要沟通的事项")
		return
	}
	if r.talk == nil {
		r.talk = newTalk(r)
	}
	r.showTalk()
	r.talk.load()
}

// stopTalk goes back to the result.
func (r *result) stopTalk() {
	r.talk = nil
	r.showTalk()
}

func (r *result) showTalk() {
	r.refreshSide()
	if r.page.class == kit.ClassNarrow {
		r.page.show()
	}
	r.focusFirst()
}

// keepTalk fits the panel to a check or a choice that has changed.
func (r *result) keepTalk() {
	switch {
	case r.talk == nil:
	case !r.canTalk():
		r.talk = nil
	default:
		r.talk.load()
	}
}

func newTalk(r *result) *talk {
	t := &talk{r: r}
	f := r.check.Fields
	_, words := ways()
	t.words = kit.NewLongEntry("", "")
	t.words.OnChanged = func(string) { t.counted() }
	t.count = kit.NewElastic("", theme.Second, theme.ColorText3).Trailing()
	t.copy = kit.NewButton(kit.ButtonSpec{Text: "复制短信", Icon: theme.IconCopy, Key: "Ctrl+Enter", Primary: true, OnPress: t.send})
	t.when = kit.NewEntry(r.page.p.Frame.Now().Format("01-02 15:04"), "11-24 10:35")
	t.way = kit.NewPlainSelect(words, 0, nil)
	t.with = kit.NewEntry(f.Contact, "和谁")
	t.note = kit.NewEntry("", "补一句（可不填）")
	t.build()
	return t
}

// build lays the panel out for the room there is.
func (t *talk) build() {
	rows := 6
	if t.r.page.class == kit.ClassNarrow {
		rows = 4
	}
	t.words.SetMinRowsVisible(rows)
	t.body = kit.NewScroll(kit.Column(0, t.messagePart(), t.resultPart()))
}

// messagePart shows the other side and the message.
func (t *talk) messagePart() kit.Slot {
	back := kit.NewButton(kit.ButtonSpec{Text: "返回结果", Icon: theme.IconLeft, Key: t.r.keyIfRoom("Esc"), Size: kit.Small, OnPress: t.r.stopTalk})
	head := kit.Stack(kit.NewFill(theme.ColorSurface2), kit.High(38, kit.PadEach(0, 6, 0, 12, kit.Row(8,
		kit.Fit(kit.NewLabel("先沟通", theme.Heading, theme.ColorText)),
		kit.Grow(kit.NewElastic("打个电话或发条消息，不出文、不占编号", theme.Second, theme.ColorText2)), kit.Fit(back)))))
	large := kit.NewButton(kit.ButtonSpec{Text: "大字显示", Icon: theme.IconSearch, OnPress: t.large})
	body := kit.Column(6,
		kit.Fit(kit.Row(8, kit.Fit(kit.NewLabel("对方", theme.Second, theme.ColorText3)), kit.Grow(kit.NewElastic(t.otherSide(), theme.SecondBold, theme.ColorText)), kit.Wide(190, t.count))),
		kit.Fit(t.words),
		kit.Fit(kit.Flow(8, 6, t.copy, large, kit.NewLabel("软件不会自己发出", theme.Remark, theme.ColorText3))))
	return kit.Fit(kit.Column(0, kit.Fit(head), kit.Fit(kit.PadEach(8, 12, 8, 12, body))))
}

// otherSide is whom to call: body, person, telephone.
func (t *talk) otherSide() string {
	f := t.r.check.Fields
	issuer := kit.ShortIssuer(f.Issuer, t.r.office())
	if issuer == "" {
		issuer = "来文单位未写"
	}
	return strings.Join(strings.Fields(issuer+" "+f.Contact), " ") + strings.TrimRight("  "+f.Phone, " ")
}

// resultPart notes how the talk ended, with one press.
func (t *talk) resultPart() kit.Slot {
	var when fyne.CanvasObject
	label := kit.NewLabel("何时、和谁", theme.Second, theme.ColorText3)
	if t.r.page.class == kit.ClassWide {
		when = kit.Row(6, kit.Fit(label), kit.Wide(106, t.when), kit.Wide(82, t.way), kit.Wide(84, t.with), kit.Grow(t.note))
	} else {
		when = kit.Flow(8, 6, label, wide(118, t.when), wide(84, t.way), wide(92, t.with), wide(150, t.note))
	}
	choices := kit.NewGrid(104, 8, 8,
		kit.NewChoice("已撤回", "办结", func() { t.end(ledger.TalkWithdrawn) }),
		kit.NewChoice("已调整", "按新要求核对", func() { t.end(ledger.TalkChanged) }),
		kit.NewChoice("未同意", "转为出文", func() { t.end(ledger.TalkDisagreed) }),
		kit.NewChoice("稍后再说", "明天提醒", func() { t.end(ledger.TalkLater) }))
	return kit.Fit(kit.Column(0, kit.Fit(kit.NewSectionHead("记沟通结果", "记下即登记，随时可补")),
		kit.Fit(kit.Pad(12, 8, kit.Column(8, kit.Fit(when), kit.Fit(choices))))))
}

// wide gives its object a fixed width in a flow.
func wide(px float32, o fyne.CanvasObject) fyne.CanvasObject { return kit.Row(0, kit.Wide(px, o)) }

func (t *talk) counted() {
	n := utf8.RuneCountInString(t.words.Text)
	words, color := fmt.Sprintf("%d 字，可改，也可照着念", n), theme.ColorText3
	if n > paper.MessageMax {
		words, color = fmt.Sprintf("%d 字，短信宜在 %d 字内", n, paper.MessageMax), theme.ColorEscalate
	}
	t.count.SetText(words)
	t.count.SetColor(color)
}

// decisions are the verdicts that hold here, for the message.
func (r *result) decisions() []paper.Decision {
	about := map[int]bool{}
	for _, i := range r.unborne() {
		about[i] = true
	}
	out := make([]paper.Decision, len(r.check.Demands))
	for i := range out {
		if out[i].Verdict = r.verdictOf(i); !about[i] && (out[i].Verdict == app.VerdictRefuse || out[i].Verdict == app.VerdictEscalate) {
			out[i].Verdict = app.VerdictInfo // settled by a talk before
		}
		out[i].Reason = r.choices[i].Reason
	}
	return out
}

// load has the message written; one that the clerk has changed stays.
func (t *talk) load() {
	r, current := t.r, t.turn.Next()
	text, check, decisions := r.text, r.asChosen(), r.decisions()
	kit.Run(r.page.p.Frame.Runner, "", func(ctx context.Context) (string, error) { return r.page.p.Decide.Message(ctx, text, check, decisions) },
		func(message string, err error) {
			if !current() || r.talk != t {
				return
			}
			if err != nil {
				r.page.p.Frame.Fail("没有写出短信", err, t.load)
				return
			}
			if t.words.Text == t.wrote {
				t.wrote = message
				t.words.SetText(message)
			}
			t.counted()
		})
}

// large shows the message in large type, to be read out.
func (t *talk) large() {
	if strings.TrimSpace(t.words.Text) == "" {
		return
	}
	var close func()
	send := func() { close(); t.send() }
	close = t.r.page.p.Frame.Dialogs.Show(kit.Dialog{Title: "先沟通", Hint: t.otherSide(), Icon: theme.IconTalk, Tone: theme.ColorPrimary, Width: 900,
		Body:    kit.Pad(24, 18, kit.NewPara(t.words.Text, theme.Role{Size: 28, Line: 44}, theme.ColorText)),
		Confirm: send,
		Actions: []kit.ButtonSpec{{Text: "关闭", Key: "Esc", OnPress: func() { close() }},
			{Text: "复制短信", Icon: theme.IconCopy, Key: "Ctrl+Enter", Primary: true, OnPress: send}}})
}

// demandIDs are the registered demands that the talk is about.
func (r *result) demandIDs(n ledger.Notice, about []int) []string {
	var out []string
	for _, i := range about {
		if i < len(n.Demands) {
			out = append(out, n.Demands[i].ID)
		}
	}
	return out
}

// send copies the message and notes that it was sent: the notice is registered and waits for an answer.
func (t *talk) send() {
	words := strings.TrimSpace(t.words.Text)
	if words == "" {
		t.r.page.p.Frame.Info("短信是空的，没有复制")
		return
	}
	if c := t.r.page.p.Frame.Clipboard; c != nil {
		c.SetContent(words)
	}
	t.enter(ledger.Talk{Way: "sms", With: t.with.Text, Words: words}, func(n ledger.Notice) {
		t.r.setNotice(n)
		t.r.page.show()
		t.r.focusFirst()
		t.r.page.p.Frame.Done("短信已复制，" + strings.TrimSpace(shortNumber(n)) + "记为沟通中")
	})
}

// enter registers the notice if it is not yet, and the talk.
func (t *talk) enter(v ledger.Talk, done func(ledger.Notice)) {
	r, about := t.r, t.r.unborne()
	r.registered("正在登记", func(ctx context.Context, n ledger.Notice) (ledger.Notice, error) {
		return r.page.p.Decide.Talk(ctx, n.ID, r.demandIDs(n, about), v)
	}, done)
}

// end notes how the talk ended and goes on to what follows.
func (t *talk) end(result ledger.TalkResult) {
	r := t.r
	day, hour, err := app.ParseMoment(t.when.Text, r.page.p.Frame.Now(), app.SidePast)
	if err != nil {
		r.page.p.Frame.Info(app.ErrorMessage(err))
		t.when.Focus()
		return
	}
	keys, _ := ways()
	v := ledger.Talk{Way: keys[t.way.Index()], With: t.with.Text, Date: day, Time: hour, Result: result, Words: t.note.Text}
	t.enter(v, func(n ledger.Notice) {
		if result == ledger.TalkDisagreed {
			r.talk = nil
			r.page.p.Generate(n.ID, paper.KindNone, r.choicesOf(n))
			return
		}
		said := strings.TrimSpace(shortNumber(n)) + "：" + ended(result, n)
		if left := pending(n); left > 0 && result != ledger.TalkLater {
			r.talk = nil
			r.setNotice(n)
			r.page.show()
			r.focusFirst()
			r.page.p.Frame.Done(fmt.Sprintf("%s；其余 %d 项待核对", said, left))
			return
		}
		r.page.left(n, said, func(ctx context.Context) error {
			_, _, err := r.page.p.Decide.Undo(ctx, n.ID)
			return err
		})
	})
}

// ended says what was noted.
func ended(r ledger.TalkResult, n ledger.Notice) string {
	switch r {
	case ledger.TalkWithdrawn:
		return "对方已撤回，办结"
	case ledger.TalkChanged:
		return "对方已调整，办结。新的要求请再收一件"
	}
	for _, d := range n.Demands {
		if k := len(d.Talks); k > 0 && d.State == ledger.StateTalking && !d.Talks[k-1].Remind.IsZero() {
			day := d.Talks[k-1].Remind
			return fmt.Sprintf("沟通中，%02d-%02d 提醒", int(day.Month), day.Day)
		}
	}
	return "沟通中"
}

// pending counts the demands that nobody has dealt with.
func pending(n ledger.Notice) int {
	count := 0
	for _, d := range n.Demands {
		if d.State == ledger.StatePending {
			count++
		}
	}
	return count
}
