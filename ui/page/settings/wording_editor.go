package settings

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app/paper"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// editor is one sentence while it is being written.
type editor struct {
	tab    *wordingTab
	row    upkeep.SentenceRow
	entry  *kit.Entry
	fields *kit.Button
	state  *kit.Holder
	sample *kit.Para
	view   fyne.CanvasObject
}

func newEditor(t *wordingTab, r upkeep.SentenceRow) *editor {
	e := &editor{tab: t, row: r, entry: kit.NewLongEntry(r.Text, r.Shipped), state: kit.NewHolder(nil), sample: kit.NewPara("", theme.Second, theme.ColorText)}
	e.entry.OnChanged = func(text string) {
		e.say(nil)
		t.look.askSoon(r.Name, text)
	}
	e.say(nil)
	return e
}

// dirty tells whether something is not saved.
func (e *editor) dirty() bool {
	return paper.TidySentence(e.entry.Text) != paper.TidySentence(e.row.Text)
}

// say tells what is wrong, else what the words are for.
func (e *editor) say(fault *paper.Fault) {
	defer kit.Relayout(e.tab.side) // it may need more lines than what it said before
	if fault == nil && e.row.Fault != "" && !e.dirty() {
		fault = &paper.Fault{Words: e.row.Fault + "现在印的是原文。"}
	}
	if fault != nil {
		e.state.Put(kit.Row(6, kit.Fit(kit.NewIcon(theme.IconBlock, 16, theme.ColorRefuse)).AtStart(), kit.Grow(kit.NewPara(fault.Error(), theme.Second, theme.ColorRefuse))))
		return
	}
	words := "改动记入台账，用在以后的文书上；已出的文书不变。"
	switch {
	case e.dirty():
		words = "有改动没有保存"
	case !e.row.OneLine:
		words = "一行一种写法，从上往下取第一种字段齐全的。" + words
	}
	e.state.Put(kit.NewPara(words, theme.Remark, theme.ColorText3))
}

// filled shows the sentence with examples in its fields.
func (e *editor) filled(words string) {
	if words != "" {
		words = "例：" + words
	}
	e.sample.SetText(words)
	kit.Relayout(e.tab.side)
}

// body is the editor.
func (e *editor) body() fyne.CanvasObject {
	if e.view != nil {
		return e.view
	}
	r, rows := e.row, 3
	if e.tab.page.class == kit.ClassNarrow { // what is wrong must be seen beside the words
		rows = 2
	}
	e.entry.SetMinRowsVisible(rows)
	head := kit.Row(8, kit.Grow(kit.NewElastic(r.Label, theme.ItemTitle, theme.ColorText)),
		kit.Fit(kit.NewLink(e.changedWord(), theme.Second, e.history)))
	tools := []fyne.CanvasObject{}
	if len(r.Fields) > 0 {
		e.fields = kit.NewButton(kit.ButtonSpec{Text: "插入字段", Icon: theme.IconPlus, Size: kit.Small, OnPress: e.offerFields})
		tools = append(tools, e.fields, kit.NewButton(kit.ButtonSpec{Text: "可省的话 ｛｝", Size: kit.Small, OnPress: e.wrap}))
	} else {
		tools = append(tools, kit.NewLabel("这句话没有字段", theme.Remark, theme.ColorText3))
	}
	upper := kit.Pad(14, 10, kit.Column(8, kit.Fit(head), kit.Fit(e.entry), kit.Fit(e.state), kit.Fit(kit.Flow(8, 6, tools...)), kit.Fit(e.sample)))
	reset := kit.NewButton(kit.ButtonSpec{Text: "恢复原文", Icon: theme.IconUndo, OnPress: e.reset})
	key := "Ctrl+Enter"
	if e.tab.page.class == kit.ClassNarrow {
		key = ""
	}
	save := kit.NewButton(kit.ButtonSpec{Text: "保存", Icon: theme.IconSave, Key: key, Primary: true, OnPress: func() { e.tab.save(nil) }})
	e.view = kit.Column(0, kit.Grow(kit.NewScroll(upper)), kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(14, 8, kit.Row(8, kit.Fit(reset), kit.Space(), kit.Fit(save)))))
	return e.view
}

// changedWord says when the sentence was changed last; pressed, it tells the rest.
func (e *editor) changedWord() string {
	if len(e.row.Steps) == 0 {
		return "原文"
	}
	last := e.row.Steps[0]
	return strings.TrimSpace(last.At.In(e.tab.page.p.Frame.Now().Location()).Format("2006-01-02")+" "+last.By) + " 改"
}

// offerFields lists what may be filled in.
func (e *editor) offerFields() {
	items := make([]*fyne.MenuItem, len(e.row.Fields))
	for i, f := range e.row.Fields {
		words := "【" + f.Name + "】　" + f.Means
		if f.Must {
			words += "（要保留）"
		}
		items[i] = fyne.NewMenuItem(words, func() { e.insert("【" + f.Name + "】") })
	}
	kit.Menu(e.fields, items...)
}

// insert types words where the cursor is.
func (e *editor) insert(words string) {
	e.entry.Focus()
	for _, r := range words {
		e.entry.TypedRune(r)
	}
}

// wrap makes what is selected a stretch that may be left out, or opens an empty one.
func (e *editor) wrap() {
	chosen := e.entry.SelectedText()
	e.insert("｛" + chosen + "｝")
	if chosen == "" {
		e.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
}

// save keeps what is written and then goes on; on may be nil.
func (t *wordingTab) save(on func()) {
	if t.editor == nil || !t.editor.dirty() {
		if on != nil {
			on()
		}
		return
	}
	e, text := t.editor, t.editor.entry.Text
	t.keep(e.row.Name, e.row.Label, text, e.row.Text, func(err error) {
		var fault *paper.Fault
		switch {
		case errors.As(err, &fault): // said where it is written, which stays
			e.say(fault)
			e.entry.Focus()
		case err != nil:
			t.page.p.Frame.Fail("没有保存措辞", err, nil)
		default:
			if on != nil {
				on()
			}
		}
	})
}

// keep writes a sentence, offers to take that back to what it was before, and shows the sentences anew.
func (t *wordingTab) keep(name, label, text, before string, done func(error)) {
	f := t.page.p.Frame
	kit.Run(f.Runner, "", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, t.page.p.Keeper.ChangeSentence(context.WithoutCancel(ctx), name, text)
	}, func(_ struct{}, err error) {
		if err == nil {
			t.editor = nil
			t.undo = func() {
				t.undo = nil
				t.keep(name, label, before, text, func(err error) {
					if err != nil {
						f.Fail("没有撤回", err, nil)
					}
				})
			}
			f.Toasts.Show(kit.Toast{Kind: kit.ToastDone, Text: "已保存“" + label + "”，用在以后的文书上", Action: "撤回", OnPress: t.undo})
			t.load()
		}
		done(err)
	})
}

// reset takes the sentence back to how it came.
func (e *editor) reset() {
	t := e.tab
	switch {
	case !e.row.Own && !e.dirty():
		t.page.p.Frame.Info("这句话就是原文")
	case !e.row.Own:
		t.editor = nil
		t.show(t.indexOf(e.row.Name))
	default:
		t.keep(e.row.Name, e.row.Label, e.row.Shipped, e.row.Text, func(err error) {
			if err != nil {
				t.page.p.Frame.Fail("没有恢复原文", err, nil)
			}
		})
	}
}

// ask asks what becomes of an unsaved change and then goes on; false: nothing is unsaved, nothing was asked.
func (t *wordingTab) ask(on func()) bool {
	if t.editor == nil || !t.editor.dirty() {
		return false
	}
	var close func()
	label := t.editor.row.Label
	save := func() { close(); t.save(on) }
	drop := func() {
		close()
		t.editor = nil
		t.show(t.indexOf(t.name))
		on()
	}
	close = t.page.p.Frame.Dialogs.Show(kit.Dialog{Title: "保存改动？", Icon: theme.IconEdit, Tone: theme.ColorPrimary, Confirm: save,
		Body: kit.Pad(16, 14, kit.NewPara("“"+label+"”有改动还没有保存。", theme.Body, theme.ColorText)),
		Actions: []kit.ButtonSpec{{Text: "继续编辑", Key: "Esc", OnPress: func() { close() }},
			{Text: "不保存", OnPress: drop},
			{Text: "保存", Key: "Ctrl+Enter", Icon: theme.IconSave, Primary: true, OnPress: save}}})
	return true
}
