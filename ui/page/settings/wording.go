package settings

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// wordingKeeper keeps what the office says on its papers in its own words.
type wordingKeeper interface {
	Wordings(ctx context.Context) (upkeep.Wordings, error)
	ChangeSentence(ctx context.Context, name, text string) error
	ResetSentence(ctx context.Context, name string) error
	ResetPaper(ctx context.Context, title string) (int, error)
	PreviewSentence(ctx context.Context, name, text string) (upkeep.WordingPreview, error)
	SaveWording(ctx context.Context, folder, edition string) (string, error)
	ImportWording(ctx context.Context, text string) (int, error)
}

// wordingTab is 文书措辞: the papers, their sentences, the one that is being written, and how it will look.
type wordingTab struct {
	page   *Page
	all    upkeep.Wordings
	paper  int    // in all.Papers
	name   string // of the sentence in the editor
	open   bool   // the editor stands in place of the list, where there is no room for both
	editor *editor
	look   *preview
	table  *kit.DataTable
	side   *kit.Holder // holds the editor
	undo   func()      // takes the last change back; nil: there is none
}

func (t *wordingTab) init(p *Page) {
	t.page, t.side = p, kit.NewHolder(nil)
	t.look = newPreview(t)
	t.table = kit.NewDataTable(t.columns(), nil)
	t.table.OnChoose = t.choose
	t.table.OnOpen = func(int) { t.enter() }
}

// fit follows the room that there is: the editor has a key on its button where there is room for it.
func (t *wordingTab) fit() {
	t.table.SetColumns(t.columns())
	if t.editor != nil {
		t.editor.view = nil
		t.side.Put(t.editor.body())
	}
	t.open = t.page.class != kit.ClassWide && t.editor != nil && (t.open || t.editor.dirty())
}

// load asks for the sentences as they stand.
func (t *wordingTab) load() {
	kit.Run(t.page.p.Frame.Runner, "", t.page.p.Keeper.Wordings, func(all upkeep.Wordings, err error) {
		if err != nil {
			t.page.p.Frame.Fail("没有读出文书措辞", err, t.load)
			return
		}
		t.all = all
		t.paper = min(t.paper, max(len(all.Papers)-1, 0))
		t.showPaper()
		t.page.build()
	})
}

func (t *wordingTab) rows() []upkeep.SentenceRow {
	if t.paper >= len(t.all.Papers) {
		return nil
	}
	return t.all.Papers[t.paper].Rows
}

func (t *wordingTab) row(i int) upkeep.SentenceRow {
	rows := t.rows()
	if i < 0 || i >= len(rows) {
		return upkeep.SentenceRow{}
	}
	return rows[i]
}

func (t *wordingTab) indexOf(name string) int {
	for i, r := range t.rows() {
		if r.Name == name {
			return i
		}
	}
	return -1
}

// showPaper lists the sentences of the paper; what is being written stays, another one is put into the editor otherwise.
func (t *wordingTab) showPaper() {
	t.table.SetRows(len(t.rows()))
	at := t.indexOf(t.name)
	if t.editor != nil && t.editor.dirty() && at >= 0 {
		t.table.Choose(at)
		return
	}
	if at < 0 && len(t.rows()) > 0 {
		at = 0
	}
	t.table.Choose(at)
	t.show(at)
}

// choosePaper brings the sentences of another paper; an unsaved change is asked about first.
func (t *wordingTab) choosePaper(i int) {
	if i == t.paper || t.ask(func() { t.choosePaper(i) }) {
		t.page.build()
		return
	}
	t.paper, t.name, t.open = i, "", false
	t.table.ToTop()
	t.showPaper()
	t.page.build()
}

// choose puts a sentence into the editor; an unsaved change is asked about first.
func (t *wordingTab) choose(i int) {
	name := t.row(i).Name
	if name == t.name {
		return
	}
	if t.ask(func() { t.table.Choose(t.indexOf(name)); t.show(t.indexOf(name)) }) {
		t.table.Choose(t.indexOf(t.name))
		return
	}
	t.show(i)
}

func (t *wordingTab) show(i int) {
	r := t.row(i)
	t.name = r.Name
	if r.Name == "" {
		t.editor = nil
		t.side.Put(nil)
		return
	}
	t.editor = newEditor(t, r)
	t.side.Put(t.editor.body())
	t.look.ask(r.Name, r.Text)
}

// enter moves the keyboard into the editor, which is opened where there is no room for it beside the list.
func (t *wordingTab) enter() {
	if t.editor == nil {
		return
	}
	if t.page.class != kit.ClassWide {
		t.open = true
		t.page.build()
	}
	t.editor.entry.Focus()
}

func (t *wordingTab) columns() []kit.TableColumn {
	return []kit.TableColumn{
		{Title: "语句", Keep: true, Cell: func(i int) fyne.CanvasObject { return kit.NewElastic(t.row(i).Label, theme.Body, theme.ColorText) }},
		{Title: "", Width: 60, Keep: true, Cell: func(i int) fyne.CanvasObject {
			switch r := t.row(i); {
			case r.Fault != "":
				return kit.NewCell("未用", theme.ColorRefuse)
			case r.Own:
				return kit.NewCell("已改", theme.ColorPrimary)
			}
			return kit.NewCell("", theme.ColorText3)
		}},
	}
}

// body lays the tab out for the room there is.
func (t *wordingTab) body() fyne.CanvasObject {
	switch t.page.class {
	case kit.ClassNarrow:
		return kit.Pad(12, 8, t.narrow())
	case kit.ClassMedium:
		left := t.list()
		if t.open && t.editor != nil {
			left = kit.Column(6, kit.Fit(kit.Row(8, kit.Fit(t.backButton()), kit.Space())), kit.Grow(kit.Card(t.side)))
		}
		return kit.Pad(12, 8, kit.Share(12, 0.54, left, t.look.body()))
	}
	left := kit.Column(8, kit.Grow(kit.Card(t.paperList())), kit.Fit(t.fileColumn()))
	middle := kit.Column(8, kit.Wide(228, kit.Card(t.table)), kit.Grow(kit.Card(t.side)))
	return kit.Pad(16, 12, kit.Row(12, kit.Wide(176, left).Stretched(), kit.Grow(middle).Stretched(), kit.Wide(446, t.look.body()).Stretched()))
}

func (t *wordingTab) narrow() fyne.CanvasObject {
	if t.open && t.editor != nil {
		tabs := kit.NewTabs([]kit.Tab{{Text: "改写"}, {Text: "预览"}}, t.look.front, func(i int) { t.look.front = i; t.page.build() })
		body := fyne.CanvasObject(kit.Card(t.side))
		if t.look.front == 1 {
			body = t.look.body()
		}
		return kit.Column(6, kit.Fit(kit.Row(8, kit.Fit(t.backButton()), kit.Fit(tabs), kit.Space())), kit.Grow(body))
	}
	return t.list()
}

// list is the sentences of a paper where the editor has no room beside them.
func (t *wordingTab) list() fyne.CanvasObject {
	return kit.Column(8, kit.Fit(t.paperChoice()), kit.Grow(kit.Card(t.table)), kit.Fit(t.fileRow()))
}

func (t *wordingTab) backButton() fyne.CanvasObject {
	return kit.NewButton(kit.ButtonSpec{Text: "返回", Icon: theme.IconLeft, Size: kit.Small, OnPress: func() { t.back() }})
}

// paperList are the papers one under the other.
func (t *wordingTab) paperList() fyne.CanvasObject {
	var slots []kit.Slot
	presses := make([]*kit.RowPress, len(t.all.Papers))
	for i, p := range t.all.Papers {
		cells := []kit.Slot{kit.Grow(kit.NewElastic(p.Title, theme.Body, theme.ColorText))}
		if p.Own > 0 {
			cells = append(cells, kit.Fit(kit.NewLabel(fmt.Sprint(p.Own), theme.SecondBold, theme.ColorPrimary)))
		}
		presses[i] = kit.NewRow(p.Title, kit.High(theme.HeightRow, kit.Pad(12, 0, kit.Row(6, cells...))), i == t.paper, func() { t.choosePaper(i) })
		presses[i].OnMove = func(dir int) {
			if next := i + dir; next >= 0 && next < len(presses) {
				presses[next].Focus()
			}
		}
		slots = append(slots, kit.Fit(presses[i]))
	}
	return kit.NewScroll(kit.Column(0, slots...))
}

// paperChoice is the same where the room is short.
func (t *wordingTab) paperChoice() fyne.CanvasObject {
	words := make([]string, len(t.all.Papers))
	for i, p := range t.all.Papers {
		words[i] = p.Title
		if p.Own > 0 {
			words[i] += fmt.Sprintf("　已改 %d", p.Own)
		}
	}
	return kit.NewPlainSelect(words, t.paper, t.choosePaper)
}

// find moves the keyboard into the list.
func (t *wordingTab) find() { t.table.Focus() }

// nextPane moves the keyboard on: list, editor.
func (t *wordingTab) nextPane() {
	if t.table.HasFocus() && t.editor != nil {
		t.enter()
		return
	}
	t.table.Focus()
}

func (t *wordingTab) back() bool {
	if !t.open {
		return false
	}
	shut := func() { t.open = false; t.page.build(); t.table.Focus() }
	if !t.ask(shut) {
		shut()
	}
	return true
}
