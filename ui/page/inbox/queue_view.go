package inbox

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/intake"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// content lays the queue out for the room there is.
func (q *queue) content() fyne.CanvasObject {
	table := kit.Card(q.table)
	if q.page.class == kit.ClassNarrow {
		return kit.Column(0, kit.Grow(kit.Pad(16, 8, kit.Column(8, kit.Fit(q.head), kit.Grow(table), kit.Fit(q.foot)))))
	}
	width := float32(384)
	if q.page.class == kit.ClassMedium {
		width = 300
	}
	left := kit.Column(8, kit.Grow(table), kit.Fit(q.foot))
	return kit.Column(0, kit.Fit(q.head), kit.Grow(kit.Pad(16, 12,
		kit.Row(12, kit.Grow(left).Stretched(), kit.Wide(width, kit.Card(q.side)).Stretched()))))
}

// setClass fits the queue to the room.
func (q *queue) setClass(c kit.Class) {
	q.table.SetNarrow(c != kit.ClassWide)
	q.refresh()
}

// refresh shows everything anew; the current line stays.
func (q *queue) refresh() {
	q.table.SetRows(len(q.lines))
	q.head.Put(q.makeHead())
	q.foot.Put(q.makeFoot())
	q.refreshSide()
}

func (q *queue) refreshSide() {
	held := q.first != nil && q.first.HasFocus()
	q.first = nil
	q.side.Put(q.makeSide())
	if held && q.first != nil {
		q.first.Focus()
	}
}

// sums is how far the queue has come, in words.
func (q *queue) sums() string {
	var parts []string
	for _, s := range []struct {
		words  string
		states []intake.ItemState
	}{
		{"等待 %d", []intake.ItemState{intake.ItemWaiting, intake.ItemReading}}, {"已比对 %d", []intake.ItemState{intake.ItemChecked}},
		{"已登记 %d", []intake.ItemState{intake.ItemRegistered}}, {"不用登记 %d", []intake.ItemState{intake.ItemKnown, intake.ItemRepeated}},
		{"读不了 %d", []intake.ItemState{intake.ItemFailed}}, {"密级 %d", []intake.ItemState{intake.ItemSecret}},
	} {
		if n := q.count(s.states...); n > 0 {
			parts = append(parts, fmt.Sprintf(s.words, n))
		}
	}
	return strings.Join(parts, " · ")
}

func (q *queue) makeHead() fyne.CanvasObject {
	words := fmt.Sprintf("队列 %d 件", len(q.lines))
	if q.page.class == kit.ClassNarrow {
		return kit.Row(8, kit.Fit(kit.NewLabel(words, theme.Heading, theme.ColorText)), kit.Grow(kit.NewElastic(q.sums(), theme.Second, theme.ColorText2)))
	}
	fresh := kit.NewButton(kit.ButtonSpec{Text: "新收件", Icon: theme.IconPlus, Key: q.key("Ctrl+N"), Size: kit.Small, OnPress: q.page.Fresh})
	slots := []kit.Slot{kit.Fit(fresh), kit.Fit(kit.NewLabel(words, theme.PageTitle, theme.ColorText)), kit.Grow(kit.NewElastic(q.sums(), theme.Body, theme.ColorText2))}
	if b := q.stopButton(); b != nil {
		slots = append(slots, kit.Fit(b))
	}
	return kit.HeadBar(slots...)
}

// stopButton stops the reading or goes on with it; nil where nothing waits.
func (q *queue) stopButton() *kit.Button {
	if q.count(intake.ItemWaiting, intake.ItemReading) == 0 {
		return nil
	}
	text, icon := "停止", theme.IconClose
	if q.stopped {
		text, icon = "继续读", theme.IconRight
	}
	return kit.NewButton(kit.ButtonSpec{Text: text, Icon: icon, Size: kit.Small, OnPress: q.toggle})
}

func (q *queue) key(name string) string {
	if q.page.class != kit.ClassWide {
		return ""
	}
	return name
}

// makeFoot is the bar of progress, what was left out, and what can be done with all.
func (q *queue) makeFoot() fyne.CanvasObject {
	var rows []kit.Slot
	if n := q.count(intake.ItemWaiting, intake.ItemReading); n > 0 && len(q.lines) > 1 {
		done := len(q.lines) - n
		rows = append(rows, kit.Fit(kit.NewGauge(float32(done)/float32(len(q.lines)), 0, theme.ColorPrimary)))
	}
	for _, note := range q.notes[max(len(q.notes)-2, 0):] { // the newest
		rows = append(rows, kit.Fit(kit.Row(8, kit.Fit(kit.NewIcon(theme.IconNote, 16, theme.ColorText2)), kit.Grow(kit.NewPara(note, theme.Second, theme.ColorText2)))))
	}
	ready := len(q.ready())
	size := kit.Main
	if q.page.class == kit.ClassNarrow {
		size = kit.Plain
	}
	all := kit.NewButton(kit.ButtonSpec{Text: fmt.Sprintf("登记看过的 %d 件…", ready), Icon: theme.IconSave, Key: q.key("Ctrl+S"), Size: size, OnPress: q.registerAll})
	all.SetOff(ready == 0)
	buttons := []fyne.CanvasObject{all}
	if q.page.class == kit.ClassNarrow {
		if b := q.stopButton(); b != nil {
			buttons = append(buttons, b)
		}
	}
	buttons = append(buttons, kit.NewButton(kit.ButtonSpec{Text: "清空队列", Size: size, OnPress: q.clear}))
	if q.page.class == kit.ClassWide {
		buttons = append(buttons, kit.NewLabel("只登记看过、建议明确的；其余逐件办", theme.Second, theme.ColorText3))
	}
	return kit.Column(8, append(rows, kit.Fit(kit.Flow(8, 6, buttons...)))...)
}

// columns are the columns of the queue; two of them stay where the room is short.
func (q *queue) columns() []kit.TableColumn {
	row := func(i int) *line {
		if i < 0 || i >= len(q.lines) {
			return &line{}
		}
		return q.lines[i]
	}
	return []kit.TableColumn{
		{Title: "行", Width: 32, Right: true, Cell: func(i int) fyne.CanvasObject { return kit.NewCell(fmt.Sprint(i+1), theme.ColorText2) }},
		{Title: "来件", Keep: true, Cell: func(i int) fyne.CanvasObject { return kit.NewCell(lineName(row(i)), theme.ColorText) }},
		{Title: "来文单位", Width: 118, Cell: func(i int) fyne.CanvasObject {
			return kit.NewCell(kit.ShortIssuer(row(i).Glance.Issuer, q.page.p.Frame.Office()), theme.ColorText2)
		}},
		{Title: "时限", Width: 108, Cell: func(i int) fyne.CanvasObject { return q.dueCell(row(i)) }},
		{Title: "看过", Width: 36, Cell: func(i int) fyne.CanvasObject { return kit.NewCell(lookedWord(row(i)), theme.ColorText2) }},
		{Title: "状态", Width: 148, Keep: true, Cell: func(i int) fyne.CanvasObject { return q.stateCell(row(i)) }},
	}
}

func lookedWord(l *line) string {
	if l.Looked {
		return "是"
	}
	return ""
}

// lineName is the title of a notice that was read, else the name of its file or its first words.
func lineName(l *line) string {
	switch {
	case l.State == intake.ItemSecret:
		return "（带密级标志，不显示名称）"
	case l.Glance.Title != "":
		return l.Glance.Title
	case l.Name != "":
		return l.Name
	}
	words, _, _ := strings.Cut(strings.TrimSpace(l.Text), "\n")
	if r := []rune(words); len(r) > 40 {
		words = string(r[:40]) + "…"
	}
	return words
}

func (q *queue) dueCell(l *line) fyne.CanvasObject {
	if l.State != intake.ItemChecked || l.Glance.Deadline.Date.IsZero() {
		return kit.NewCell("", theme.ColorText3)
	}
	due := q.page.p.Inquire.Due(l.Glance.Deadline.Date, l.Glance.Deadline.Time)
	return kit.NewDueChipOf(string(due.Kind), due.Words)
}

// stateCell is where a line stands: a word, and for what was read the chip of its verdict.
func (q *queue) stateCell(l *line) fyne.CanvasObject {
	switch l.State {
	case intake.ItemReading:
		return kit.NewCell("正在读", theme.ColorText)
	case intake.ItemChecked:
		suffix := ""
		if l.Glance.Verdict == app.VerdictMixed {
			suffix = fmt.Sprintf(" %d", l.Glance.Demands)
		}
		return kit.NewVerdictChip(q.verdict(l), q.page.p.Frame.Office(), suffix)
	case intake.ItemRegistered:
		return kit.NewChip(fmt.Sprintf("已登记第 %d 号", l.Number), theme.IconCheck)
	case intake.ItemKnown:
		return kit.NewChip(fmt.Sprintf("已登记过第 %d 号", l.Number), theme.IconNote)
	case intake.ItemRepeated:
		return kit.NewChip("与前面重复", theme.IconNote)
	case intake.ItemFailed:
		return kit.NewChip("读不了", theme.IconWarn)
	case intake.ItemSecret:
		return kit.NewChip("密级，未收入", theme.IconLock)
	}
	return kit.NewCell("等待", theme.ColorText3)
}

// verdict is the advice on a line, or what the clerk chose for all of it.
func (q *queue) verdict(l *line) app.Verdict {
	if len(l.choices) == 1 && l.Glance.Demands == 1 {
		for _, c := range l.choices {
			return c.Verdict
		}
	}
	return l.Glance.Verdict
}

// makeSide tells of the chosen line what the row has no room for, and what can be done with it.
func (q *queue) makeSide() fyne.CanvasObject {
	l := q.current()
	if l == nil {
		return kit.Pad(16, 16, kit.NewPara("选一行，这里显示它的情况。", theme.Body, theme.ColorText3))
	}
	words := []kit.Slot{kit.Fit(kit.NewParaMax(lineName(l), theme.ItemTitle, theme.ColorText, 3))}
	if l.Name != "" && l.Name != lineName(l) {
		words = append(words, kit.Fit(kit.NewPara(l.Name, theme.Remark, theme.ColorText3)))
	}
	words = append(words, kit.Fit(kit.Row(0, kit.Fit(q.stateCell(l)), kit.Space())))
	body := []kit.Slot{kit.Fit(kit.Pad(16, 12, kit.Column(6, words...))), kit.Fit(kit.NewRule())}
	switch l.State {
	case intake.ItemChecked, intake.ItemRepeated:
		body = append(body, kit.Fit(kit.Pad(16, 10, kit.Column(6, q.glanceRows(l)...))))
	case intake.ItemFailed, intake.ItemSecret:
		body = append(body, kit.Fit(kit.NewTroubleBody(kit.TroubleOf("", app.Errorf(codeOf(l), "%s", l.Problem)))))
	case intake.ItemKnown:
		body = append(body, kit.Fit(kit.Pad(16, 10, kit.NewPara(l.Problem, theme.Body, theme.ColorText))))
	}
	return kit.Column(0, kit.Grow(kit.NewScroll(kit.Column(0, body...))), kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(16, 10, q.lineButtons(l))))
}

func codeOf(l *line) app.Code {
	if l.State == intake.ItemSecret {
		return app.CodeSecret
	}
	return l.Code
}

// glanceRows are the particulars of a line that was read.
func (q *queue) glanceRows(l *line) []kit.Slot {
	g := l.Glance
	var out []kit.Slot
	add := func(label, value string) {
		if value != "" {
			out = append(out, kit.Fit(kit.Row(8, kit.Wide(62, kit.NewLabel(label, theme.Second, theme.ColorText3)).AtStart(),
				kit.Grow(kit.NewPara(value, theme.Second, theme.ColorText)))))
		}
	}
	add("来文", g.Issuer)
	add("文号", g.DocNo)
	add("类型", g.Kind.Title())
	if g.Demands > 0 {
		add("事项", fmt.Sprintf("%d 项，问题 %d", g.Demands, g.Findings))
	}
	add("理由", g.Reason)
	add("重复", l.Problem)
	add("更正", g.Twin)
	if len(g.Holds) > 0 {
		add("逐件办", strings.Join(g.Holds, "；"))
	} else if !l.Looked {
		add("一起登记", "建议明确，看过以后可以一起登记")
	} else {
		add("一起登记", "已看过，可以一起登记")
	}
	return out
}

func (q *queue) lineButtons(l *line) fyne.CanvasObject {
	var out []fyne.CanvasObject
	first := func(s kit.ButtonSpec) {
		s.Primary = true
		q.first = kit.NewButton(s)
		out = append(out, q.first)
	}
	switch l.State {
	case intake.ItemRegistered, intake.ItemKnown:
		first(kit.ButtonSpec{Text: "看原件", Icon: theme.IconLedger, Key: q.key("Enter"), OnPress: func() { q.page.p.OpenNotice(l.Notice) }})
	case intake.ItemFailed:
		first(kit.ButtonSpec{Text: "再读一次", Icon: theme.IconRight, OnPress: func() { q.retry(l) }})
	case intake.ItemChecked, intake.ItemWaiting, intake.ItemRepeated:
		first(kit.ButtonSpec{Text: "看结果", Icon: theme.IconCheck, Key: q.key("Enter"), OnPress: func() { q.open(l) }})
	}
	if l.State != intake.ItemReading {
		out = append(out, kit.NewButton(kit.ButtonSpec{Text: "移出队列", OnPress: func() { q.remove(l) }}))
	}
	return kit.Flow(8, 6, out...)
}

// waitingBar leads from the start page to a queue that is not empty.
func (s *start) waitingBar() fyne.CanvasObject {
	var words, action string
	var do func()
	switch p := s.page; {
	case p.queue != nil:
		words, action, do = fmt.Sprintf("队列里有 %d 件：%s。", len(p.queue.lines), p.queue.sums()), "回到队列", p.toQueue
	case len(p.kept) > 0:
		words, action, do = fmt.Sprintf("上次的队列还有 %d 件没有登记，已保留。", len(p.kept)), "继续", func() { p.enqueue(nil, nil) }
	default:
		return nil
	}
	return kit.Stack(kit.NewBorder(theme.ColorPrimarySoft, theme.ColorPrimary, theme.RadiusCard),
		kit.Pad(14, 8, kit.Row(10, kit.Fit(kit.NewIcon(theme.IconInbox, 18, theme.ColorPrimary)), kit.Grow(kit.NewPara(words, theme.Body, theme.ColorText)),
			kit.Fit(kit.NewButton(kit.ButtonSpec{Text: action, Icon: theme.IconRight, Size: kit.Small, OnPress: do})))))
}

// steps are the buttons that lead from a result back to the queue, and to the lines before and after.
func (q *queue) steps() []kit.Slot {
	at := q.index(q.page.line) + 1
	back := kit.NewButton(kit.ButtonSpec{Text: fmt.Sprintf("队列 %d/%d", at, len(q.lines)), Icon: theme.IconLeft, Key: q.key("Esc"), Size: kit.Small, OnPress: q.page.toQueue})
	return []kit.Slot{kit.Fit(back),
		kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "上一件", Size: kit.Small, OnPress: q.page.Previous})),
		kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "下一件", Size: kit.Small, OnPress: q.page.Next}))}
}

// nextPane moves the keyboard between the lines and what can be done with the current one.
func (q *queue) nextPane() {
	if q.table.HasFocus() && q.first != nil {
		q.first.Focus()
		return
	}
	q.table.Focus()
}
