package inbox

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// result is the page with a notice: its particulars and words at the left, advice, demands, match and findings at the
// right, actions below.
type result struct {
	page     *Page
	draft    intake.Draft
	notice   *ledger.Notice // nil: not registered
	line     *line          // of the queue, nil: it stands in none
	ready    bool           // checked; else the band says 正在比对
	busy     bool           // being registered
	apart    bool           // 另登记 was chosen
	text     string
	check    app.Check
	received ledger.Received
	choices  map[int]decide.Choice // made here, by demand
	list     *ledger.List          // in force on the day received, nil while not known

	evidence *evidence
	demand   int    // current demand
	key      string // current finding or match
	tab      int    // where the room is narrow

	plan dayPlan // of the meeting's day
	own  ownPart // what a village can do

	view    *kit.NoticeView
	facts   *kit.FactStrip
	band    *kit.AdviceBand
	side    *kit.Holder // demands, match, findings
	actions *kit.Holder
	head    *kit.Holder
	talk    *talk // nil: the result is shown
	primary *kit.Button
	demands []*kit.RowPress
	rows    map[string]*kit.RowPress
}

func newResult(p *Page) *result {
	r := &result{page: p, choices: map[int]decide.Choice{}, side: kit.NewHolder(nil), actions: kit.NewHolder(nil), head: kit.NewHolder(nil)}
	r.view = kit.NewNoticeView(kit.NoticeText{})
	r.view.OnMark = r.choose
	r.view.OnBar = r.chooseBar
	r.facts = kit.NewFactStrip(nil, r.correct)
	r.facts.OnPoint = r.point
	r.facts.OnSize = func() { kit.Relayout(p.holder) }
	r.band = kit.NewAdviceBand(p.p.Frame.Office(), kit.Advice{Stage: kit.StageChecking})
	return r
}

// setChecking shows the words while the check runs.
func (r *result) setChecking(doc app.Document) {
	r.text, r.check = doc.Text(), app.Check{}
	r.evidence = readEvidence(r.check, r.text)
	r.refresh()
}

func (r *result) setDraft(d intake.Draft) {
	r.draft, r.text, r.check, r.received = d, d.Text(), d.Check, d.Received
	r.checked()
}

func (r *result) setNotice(n ledger.Notice) {
	r.notice, r.text, r.check, r.received = &n, n.Document.Text(), n.Check, n.Received
	r.checked()
}

func (r *result) checked() {
	r.ready = true
	r.evidence = readEvidence(r.check, r.text)
	r.demand = min(r.demand, max(len(r.check.Demands)-1, 0))
	r.key = ""
	r.keepTalk()
	r.refresh()
	r.loadList()
	r.loadDay()
	r.loadOwn()
}

// refresh shows everything anew.
func (r *result) refresh() {
	office := r.office()
	r.view.Set(kit.NoticeText{Text: r.text, Title: r.check.Fields.Title, Head: intake.Head(r.text), Marks: r.marks(),
		Bars: bars(r.check, r.verdictOf, office)})
	r.facts.Set(r.factLines())
	r.refreshSide()
	if len(r.check.Demands) > 1 {
		r.view.ChooseBar(fmt.Sprintf("d%d", r.demand))
	}
}

// refreshSide shows band, rows and actions anew; the notice keeps its place.
func (r *result) refreshSide() {
	held := r.heldRow()
	r.band.Set(r.advice())
	r.side.Put(r.sideBody())
	r.actions.Put(r.makeActions())
	r.head.Put(r.makeHead())
	if row := r.rows[held]; row != nil { // the row is another one now, the keyboard stays with it
		row.Focus()
	}
}

// heldRow is the key of the row that has the keyboard, empty if none has.
func (r *result) heldRow() string {
	for key, row := range r.rows {
		if row.HasFocus() {
			return key
		}
	}
	return ""
}

func (r *result) office() app.Office { return r.page.p.Frame.Office() }

// verdictOf is what holds for a demand now: the choice made here, the office's decision, else the advice.
func (r *result) verdictOf(i int) app.Verdict {
	if c, ok := r.choices[i]; ok {
		return c.Verdict
	}
	if r.notice != nil && i < len(r.notice.Demands) {
		return r.notice.Demands[i].Verdict()
	}
	if i < len(r.check.Demands) {
		return r.check.Demands[i].Verdict
	}
	return r.check.Verdict
}

// verdict is what holds for the whole notice.
func (r *result) verdict() app.Verdict {
	if len(r.check.Demands) == 0 {
		return r.check.Verdict
	}
	live := r.live()
	first := r.verdictOf(live[0])
	for _, i := range live {
		if r.verdictOf(i) != first {
			return app.VerdictMixed
		}
	}
	return first
}

// live are the demands that are still to be dealt with; all of them where none is.
func (r *result) live() []int {
	var live, all []int
	for i := range r.check.Demands {
		all = append(all, i)
		if r.notice == nil || i >= len(r.notice.Demands) || r.notice.Demands[i].State != ledger.StateClosed {
			live = append(live, i)
		}
	}
	if len(live) == 0 {
		return all
	}
	return live
}

// advice is what the band says.
func (r *result) advice() kit.Advice {
	if !r.ready {
		return kit.Advice{Stage: kit.StageChecking}
	}
	a := kit.Advice{Verdict: r.verdict(), Reason: r.reason()}
	switch {
	case len(r.choices) > 0:
		a.Note = "已改判"
	case r.meeting() && a.Verdict == app.VerdictEscalate:
		a.Note = "先参会，不耽误"
	case a.Verdict == app.VerdictEscalate && len(r.evidence.rivals) > 0:
		a.Note = "请明确职责"
	}
	if r.notice == nil {
		return a
	}
	switch a.Stage = stageOf(*r.notice); a.Stage {
	case kit.StageAdvice:
	case kit.StageDecided:
		a.Note = r.notice.Demands[0].StateTitle(r.page.p.Frame.Today())
	default:
		a.Note = ""
	}
	return a
}

// stageOf says how far a registered notice has come.
func stageOf(n ledger.Notice) kit.Stage {
	stage := kit.StageAdvice
	for _, d := range n.Demands {
		switch {
		case d.Approval != nil:
			return kit.StageApproved
		case d.Paper != nil:
			stage = kit.StageProposed
		case d.Decision != nil && stage == kit.StageAdvice:
			stage = kit.StageDecided
		}
	}
	return stage
}

// reason is one or two lines: what holds the advice back, then why.
func (r *result) reason() string {
	var parts []string
	for _, c := range r.check.Cap {
		parts = append(parts, strings.TrimRight(c, "。")+"。")
	}
	if len(r.check.Demands) == 1 && len(r.check.Reasons) == 0 {
		parts = append(parts, r.check.Demands[0].Reasons...)
	}
	parts = append(parts, r.check.Reasons...)
	if r.check.Emergency {
		parts = append(parts, "应急事项，时限短不作为问题。")
	}
	return strings.Join(parts, "")
}

func (r *result) meeting() bool { return r.check.Kind == app.KindMeeting }

// title is the notice's title, or its first words.
func (r *result) title() string {
	if t := r.check.Fields.Title; t != "" {
		return t
	}
	if r.line != nil {
		return r.line.Glance.Title
	}
	words := string([]rune(r.text)[intake.Head(r.text):])
	n := ledger.Notice{Document: app.Document{Blocks: []app.Block{{Text: words}}}}
	return n.Title()
}

func (r *result) makeHead() fyne.CanvasObject {
	fresh := kit.NewButton(kit.ButtonSpec{Text: "新收件", Icon: theme.IconPlus, Key: "Ctrl+N", Size: kit.Small, OnPress: r.page.Empty})
	title := kit.NewFactTitle(r.titleFact(), r.correct)
	title.OnPoint = r.point
	slots := []kit.Slot{kit.Fit(fresh), kit.Fit(title)}
	if r.page.line != nil {
		slots = append(r.page.queue.steps(), kit.Fit(title))
	}
	if r.ready {
		icon := ""
		if r.meeting() {
			icon = theme.IconCalendar
		}
		slots = append(slots, kit.Fit(kit.NewChip(r.check.Kind.Title(), icon)))
	}
	state := "尚未登记"
	if r.notice != nil {
		state = r.notice.Number()
	}
	if r.notice != nil && len(r.notice.Demands) > 0 && r.notice.Demands[0].State == ledger.StateTalking {
		state += " · " + ledger.StateTalking.Title()
	}
	if n := len(r.check.Demands); n > 0 {
		state += fmt.Sprintf(" · 事项 %d", n)
	}
	slots = append(slots, kit.Space(), kit.Fit(kit.NewLabel(state, theme.Second, theme.ColorText3)))
	return kit.HeadBar(slots...)
}

// content lays the page out for the room there is.
func (r *result) content() fyne.CanvasObject {
	if r.page.class == kit.ClassNarrow {
		return r.narrow()
	}
	right := kit.Column(8, kit.Fit(r.band), kit.Grow(kit.Card(r.side)), kit.Fit(r.actions))
	left := kit.Column(10, kit.Fit(kit.Card(r.facts)), kit.Grow(r.noticeCard()))
	row := kit.Row(12, kit.Grow(left).Stretched(), kit.Wide(548, right).Stretched())
	if r.page.class == kit.ClassMedium {
		row = kit.Share(12, 0.5, left, right)
	}
	return kit.Column(0, kit.Fit(r.head), kit.Grow(kit.Pad(16, 12, row)))
}

func (r *result) noticeCard() fyne.CanvasObject {
	head := []kit.Slot{kit.Fit(kit.NewLabel(r.arrival()+"原文", theme.Heading, theme.ColorText)), kit.Space()}
	for _, m := range r.legend() {
		head = append(head, kit.Fit(kit.NewMarked(m.text, m.kind, theme.Remark)))
	}
	head = append(head, kit.Fit(kit.NewLink("复制全文", theme.Second, r.copyAll)))
	body := []kit.Slot{kit.Fit(kit.High(38, kit.Pad(14, 0, kit.Row(10, head...)))), kit.Fit(kit.NewRule())}
	for _, w := range r.notes() {
		body = append(body, kit.Fit(w), kit.Fit(kit.NewRule()))
	}
	return kit.Card(kit.Column(0, append(body, kit.Grow(r.view))...))
}

// arrival is what the office calls what came in: documents come to a township, a village gets messages too.
func (r *result) arrival() string {
	if r.office().Grassroots() {
		return "来件"
	}
	return "来文"
}

type legendWord struct {
	text string
	kind kit.MarkKind
}

// legend names the marks that occur.
func (r *result) legend() []legendWord {
	if len(r.evidence.rivals) > 0 {
		return []legendWord{{"支持甲", kit.MarkList}, {"支持乙 / 提醒", kit.MarkWarn}, {"不得", kit.MarkBlock}}
	}
	return []legendWord{{"清单依据", kit.MarkList}, {"不得", kit.MarkBlock}, {"提醒", kit.MarkWarn}}
}

// notes are lines over the words: what of a file was not read, and an earlier notice that this one puts right.
func (r *result) notes() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	doc := r.draft.Document
	if r.notice != nil {
		doc = r.notice.Document
	}
	for i, w := range doc.Warnings {
		if i == 2 {
			break
		}
		out = append(out, noteLine(theme.IconNote, theme.ColorText2, w))
	}
	if t := r.draft.Twin; r.notice == nil && t != nil && !t.Same {
		out = append(out, r.twinLine(t))
	}
	return out
}

func noteLine(icon string, color fyne.ThemeColorName, words string, right ...kit.Slot) fyne.CanvasObject {
	slots := []kit.Slot{kit.Fit(kit.NewIcon(icon, 16, color)), kit.Grow(kit.NewPara(words, theme.Second, theme.ColorText))}
	return kit.Pad(14, 6, kit.Row(8, append(slots, right...)...))
}

func (r *result) twinLine(t *intake.Twin) fyne.CanvasObject {
	if r.draft.Correction {
		return noteLine(theme.IconCheck, theme.ColorDo, "登记后作为"+t.Number+"的更正件",
			kit.Fit(kit.NewLink("另登记", theme.SecondBold, func() { r.setCorrection(false) })))
	}
	if r.apart {
		return noteLine(theme.IconNote, theme.ColorPrimary, t.Message+"，另登记",
			kit.Fit(kit.NewLink("作为更正", theme.SecondBold, func() { r.setCorrection(true) })))
	}
	return noteLine(theme.IconNote, theme.ColorPrimary, t.Message,
		kit.Fit(kit.NewLink("作为更正", theme.SecondBold, func() { r.setCorrection(true) })),
		kit.Fit(kit.NewLink("另登记", theme.SecondBold, func() { r.setCorrection(false) })),
		kit.Fit(kit.NewLink("看原件", theme.SecondBold, func() { r.page.p.OpenNotice(t.Notice) })))
}

// setCorrection takes the answer to 作为更正 or 另登记, and compares again: an earlier notice whose place is taken is not
// held against the later one.
func (r *result) setCorrection(on bool) {
	r.apart = !on
	d := r.draft
	r.redraft(func(ctx context.Context) (intake.Draft, error) { return r.page.p.Intake.SetCorrection(ctx, d, on) })
}

// focusFirst gives the keyboard to the primary button.
func (r *result) focusFirst() {
	if r.primary != nil {
		r.primary.Focus()
	}
}
