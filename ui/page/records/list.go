package records

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// build lays the page out for the room there is.
func (p *Page) build() {
	if p.class == kit.ClassNarrow {
		if p.open {
			back := kit.NewButton(kit.ButtonSpec{Text: "返回", Icon: theme.IconLeft, Size: kit.Small, OnPress: func() { p.Back() }})
			p.holder.Put(kit.Pad(12, 8, kit.Column(8, kit.Fit(kit.Row(8, kit.Fit(back), kit.Space())), kit.Grow(kit.Card(p.side)))))
			return
		}
		p.holder.Put(kit.Pad(12, 8, p.narrowList()))
		return
	}
	bar := []kit.Slot{kit.Fit(kit.NewLabel("台账", theme.PageTitle, theme.ColorText)), kit.Grow(p.search)}
	foot := []kit.Slot{kit.Grow(p.foot)}
	if !p.old.on {
		bar, foot = append(bar, kit.Fit(p.filters)), append(foot, kit.Fit(p.picked.bar))
	}
	switch {
	case p.class == kit.ClassWide:
		bar = append(bar, kit.Fit(p.printButton(kit.Plain)), kit.Fit(p.exportButton(kit.Plain)))
		if p.comparesOld() {
			bar = append(bar, kit.Fit(p.oldButton(kit.Plain)))
		}
	case p.old.on: // the head has no room for them
		foot = append(foot, p.footButtons()...)
	}
	p.showPicked()
	head := kit.HeadBar(bar...)
	list := kit.Column(0,
		kit.Fit(kit.Pad(12, 8, p.chips)), kit.Fit(kit.NewRule()),
		kit.Grow(kit.Stack(kit.NewFill(theme.ColorSurface), p.list())), kit.Fit(kit.NewRule()),
		kit.Wide(34, kit.Stack(kit.NewFill(theme.ColorBg), kit.Pad(12, 0, kit.Row(12, foot...)))))
	width := float32(360)
	if p.class == kit.ClassMedium {
		width = 320
	}
	side := kit.Stack(kit.NewFill(theme.ColorSurface), p.side)
	p.holder.Put(kit.Column(0, kit.Fit(head), kit.Grow(kit.Row(0, kit.Grow(list).Stretched(),
		kit.Fit(kit.NewRule()).Stretched(), kit.Wide(width, side).Stretched()))))
}

// comparesOld tells whether an old ledger serves: nothing that a village sees compares with one.
func (p *Page) comparesOld() bool { return !p.p.Frame.Office().Grassroots() }

// footButtons stand in the foot where the head has no room for them.
func (p *Page) footButtons() []kit.Slot {
	out := []kit.Slot{kit.Fit(p.printButton(kit.Small)), kit.Fit(p.exportButton(kit.Small))}
	if p.comparesOld() {
		out = append(out, kit.Fit(p.oldButton(kit.Small)))
	}
	return out
}

func (p *Page) today() app.Date { return p.p.Frame.Today() }

// columns are the columns of the list; three of them stay where the room is narrow.
func (p *Page) columns() []kit.TableColumn {
	row := func(i int) inquire.Row {
		if i < 0 || i >= len(p.rows) {
			return inquire.Row{}
		}
		return p.rows[i]
	}
	text := func(f func(inquire.Row) string, color fyne.ThemeColorName) func(int) fyne.CanvasObject {
		return func(i int) fyne.CanvasObject { return kit.NewCell(f(row(i)), color) }
	}
	return []kit.TableColumn{
		{Title: "号", Width: 48, Right: true, Cell: text(p.number, theme.ColorText)},
		{Title: "来件", Keep: true, Cell: text(func(r inquire.Row) string { return r.ShortTitle }, theme.ColorText)},
		{Title: "来文单位", Width: 100, Cell: text(func(r inquire.Row) string { return kit.ShortIssuer(r.Issuer, p.p.Frame.Office()) }, theme.ColorText2)},
		{Title: "类型", Width: 36, Cell: text(func(r inquire.Row) string { return r.Kind.Title() }, theme.ColorText2)},
		{Title: "意见", Width: 108, Keep: true, Cell: func(i int) fyne.CanvasObject { return p.verdictCell(row(i)) }},
		{Title: "状态", Width: 132, Keep: true, Wide: true, Cell: func(i int) fyne.CanvasObject { return p.stateCell(i, row(i)) }},
		{Title: "时限", Width: 100, Cell: func(i int) fyne.CanvasObject { return p.dueCell(row(i)) }},
	}
}

func (p *Page) number(r inquire.Row) string {
	if r.Year != 0 && r.Year != p.today().Year {
		return fmt.Sprintf("%d-%d", r.Year%100, r.No)
	}
	return fmt.Sprint(r.No)
}

func (p *Page) verdictCell(r inquire.Row) fyne.CanvasObject {
	suffix := ""
	if r.Verdict == app.VerdictMixed {
		suffix = fmt.Sprintf(" %d", len(r.Demands))
	}
	return kit.NewVerdictChip(r.Verdict, p.p.Frame.Office(), suffix)
}

func (p *Page) dueCell(r inquire.Row) fyne.CanvasObject {
	switch r.Due.Kind {
	case inquire.DueNone, inquire.DueDone:
		return kit.NewCell(r.Due.Words, theme.ColorText3)
	}
	return kit.NewDueChipOf(string(r.Due.Kind), r.Due.Words)
}

// stateWords sums the states of the demands up: 待答复 3 · 配合 1.
func stateWords(r inquire.Row) string {
	if r.Void {
		return "已撤销"
	}
	var order []string
	n := map[string]int{}
	for _, d := range r.Demands {
		if n[d.Title] == 0 {
			order = append(order, d.Title)
		}
		n[d.Title]++
	}
	if len(order) == 1 {
		return order[0]
	}
	var parts []string
	for _, w := range order {
		parts = append(parts, fmt.Sprintf("%s%d", strings.TrimSuffix(w, "中"), n[w]))
	}
	return strings.Join(parts, "·")
}

// rowWords says what a row is.
const rowWords = "一行一件来件，意见和状态按事项"

func (p *Page) footWords() string {
	return fmt.Sprintf("%d 件 %d 事项；", p.sums.total.Notices, p.sums.total.Demands) + rowWords
}

// emptyNote stands where the list would be: nothing is there yet, or nothing fits the conditions.
func (p *Page) emptyNote() fyne.CanvasObject {
	middle := func(o fyne.CanvasObject) kit.Slot { return kit.Fit(kit.Row(0, kit.Space(), kit.Fit(o), kit.Space())) }
	if p.narrowing() {
		clear := kit.NewButton(kit.ButtonSpec{Text: "清除条件", Icon: theme.IconUndo, Size: kit.Small, OnPress: p.clearConditions})
		return kit.Column(8, middle(kit.NewIcon(theme.IconSearch, 32, theme.ColorText3)),
			kit.Fit(kit.NewLabel("没有符合条件的来件", theme.BodyBold, theme.ColorText).Centred()), middle(clear))
	}
	return kit.Column(10, middle(kit.NewIcon(theme.IconLedger, 32, theme.ColorText3)),
		kit.Fit(kit.NewLabel("台账还是空的", theme.BodyBold, theme.ColorText).Centred()),
		kit.Fit(kit.NewPara("第一件来文登记后出现在这里。", theme.Second, theme.ColorText3).Centred()))
}

// chip is one condition over the states.
type chip struct {
	text    string
	states  []ledger.State
	overdue bool
	count   int
}

func (p *Page) stateChips() []chip {
	sum := func(states ...ledger.State) int {
		n := 0
		for _, s := range states {
			n += p.sums.counts.States[s]
		}
		return n
	}
	out := []chip{{text: "全部", count: p.sums.counts.Demands}}
	add := func(text string, states ...ledger.State) {
		out = append(out, chip{text: text, states: states, count: sum(states...)})
	}
	add("待核对", ledger.StatePending)
	if talking := []ledger.State{ledger.StateTalking}; sum(talking...) > 0 || sameStates(talking, p.filter.States) {
		add("沟通中", talking...) // else the chips go on in a second line
	}
	add("待签章", ledger.StateToSign)
	add("待送达", ledger.StateToDeliver)
	add("办理中", ledger.StateDoing, ledger.StateCooperating)
	add("待答复", ledger.StateAwaiting)
	out = append(out, chip{text: "逾期未复", overdue: true, count: p.sums.counts.Overdue})
	add("办结", ledger.StateReplied, ledger.StateClosed, ledger.StateInfo, ledger.StateTransferred)
	return out
}

func (p *Page) chipRow() fyne.CanvasObject {
	var objs []fyne.CanvasObject
	if f := p.filter.Figure; f != nil {
		objs = append(objs, kit.NewFilter(f.Title+" ×", true, func() {
			p.filter.Figure = nil
			p.load(true)
		}))
	}
	for _, c := range p.stateChips() {
		on := !p.old.on && c.overdue == p.filter.Overdue && sameStates(c.states, p.filter.States)
		objs = append(objs, kit.NewFilter(fmt.Sprintf("%s %d", c.text, c.count), on, func() {
			p.filter.States, p.filter.Overdue = c.states, c.overdue
			p.setOld(false)
			p.narrowed()
		}))
	}
	if p.old.on || p.old.count > 0 {
		objs = append(objs, kit.NewFilter(fmt.Sprintf("导入 %d", p.old.count), p.old.on, func() {
			p.setOld(true)
			p.load(true)
		}))
	}
	return kit.Flow(8, 6, objs...)
}

func sameStates(a, b []ledger.State) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// filterRow offers verdict, issuer and year.
func (p *Page) filterRow() fyne.CanvasObject {
	office := p.p.Frame.Office()
	verdicts := []app.Verdict{"", app.VerdictDo, app.VerdictCooperate, app.VerdictRefuse, app.VerdictEscalate, app.VerdictMixed, app.VerdictInfo}
	words, at := []string{"全部意见"}, 0
	for i, v := range verdicts {
		if i > 0 {
			words = append(words, kit.VerdictWord(v, office))
		}
		if v == p.filter.Verdict {
			at = i
		}
	}
	verdict := kit.NewPlainSelect(words, at, func(i int) { p.filter.Verdict = verdicts[i]; p.narrowed() })

	issuers, at := []string{"全部单位"}, 0
	for i, s := range p.sums.issuers {
		issuers = append(issuers, s)
		if s == p.filter.Issuer {
			at = i + 1
		}
	}
	issuer := kit.NewPlainSelect(issuers, at, func(i int) {
		p.filter.Issuer = ""
		if i > 0 {
			p.filter.Issuer = issuers[i]
		}
		p.narrowed()
	})

	years, at := []string{"全部年份"}, 0
	for i, y := range p.sums.years {
		years = append(years, fmt.Sprintf("%d 年", y))
		if y == p.filter.Year {
			at = i + 1
		}
	}
	year := kit.NewPlainSelect(years, at, func(i int) {
		p.filter.Year = 0
		if i > 0 {
			p.filter.Year = p.sums.years[i-1]
		}
		p.load(true)
	})
	return kit.Row(8, kit.Wide(116, verdict), kit.Wide(140, issuer), kit.Wide(112, year))
}

// find narrows the list to words, once the clerk has stopped typing.
func (p *Page) find(words string) {
	current := p.turn.Next()
	p.p.Frame.Runner.After(250*time.Millisecond, func() {
		if current() {
			p.filter.Words = strings.TrimSpace(words)
			p.load(true)
		}
	})
}
