package rules

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// mostConcepts is how many concepts are offered at once.
const mostConcepts = 6

// wordsTab is the office's own words, with a form to add one.
type wordsTab struct {
	page   *Page
	all    []upkeep.OwnWord
	found  []upkeep.Concept
	chosen string // id of the concept that the new word means
	turn   kit.Turn

	table   *kit.DataTable
	word    *kit.Entry
	search  *kit.Entry
	results *kit.Holder
}

func (t *wordsTab) init(p *Page) {
	t.page, t.results = p, kit.NewHolder(nil)
	t.word = kit.NewEntry("", "苞谷秆子")
	t.search = kit.NewEntry("", "写它的正式叫法，如：秸秆")
	t.search.OnChanged = func(s string) {
		current := t.turn.Next()
		p.p.Frame.Runner.After(pause, func() {
			if current() {
				t.look(strings.TrimSpace(s))
			}
		})
	}
	t.table = kit.NewDataTable(t.columns(), kit.Pad(24, 0, kit.NewPara("还没有本单位的用语。来文里当地的叫法认不出时，在右边加一个。", theme.Body, theme.ColorText3)))
	t.offer(nil)
}

func (t *wordsTab) loaded(all []upkeep.OwnWord) {
	t.all = all
	t.table.SetRows(len(all))
}

func (t *wordsTab) fit(c kit.Class) {
	t.table.SetNarrow(c == kit.ClassNarrow)
	t.table.SetColumns(t.columns())
}

func (t *wordsTab) focus()     { t.word.Focus() }
func (t *wordsTab) find()      { t.search.Focus() }
func (t *wordsTab) back() bool { return false }
func (t *wordsTab) confirm()   { t.add() }

func (t *wordsTab) nextPane() {
	switch {
	case t.word.HasFocus():
		t.search.Focus()
	case t.search.HasFocus():
		t.table.Focus()
	default:
		t.word.Focus()
	}
}

func (t *wordsTab) at(i int) upkeep.OwnWord {
	if i < 0 || i >= len(t.all) {
		return upkeep.OwnWord{}
	}
	return t.all[i]
}

func (t *wordsTab) columns() []kit.TableColumn {
	out := []kit.TableColumn{
		{Title: "本单位的说法", Width: 130, Keep: true, Cell: func(i int) fyne.CanvasObject {
			return kit.NewElastic(t.at(i).Word.Word.Word, theme.BodyBold, theme.ColorText)
		}},
		{Title: "指的事项", Keep: true, Cell: func(i int) fyne.CanvasObject {
			w := t.at(i)
			words := w.Concept.ID
			if len(w.Concept.Names) > 0 && w.Concept.Names[0] != w.Concept.ID {
				words += "（" + w.Concept.Names[0] + "）"
			}
			return kit.NewCell(words, theme.ColorText)
		}},
	}
	if t.page.class == kit.ClassWide {
		out = append(out, kit.TableColumn{Title: "行业", Width: 90, Cell: func(i int) fyne.CanvasObject { return kit.NewCell(t.at(i).Concept.Field, theme.ColorText2) }},
			kit.TableColumn{Title: "加入", Width: 140, Cell: func(i int) fyne.CanvasObject {
				w := t.at(i)
				return kit.NewCell(app.DateOf(w.AddedAt.In(t.page.p.Frame.Now().Location())).String()+" "+w.AddedBy, theme.ColorText2)
			}})
	}
	return append(out, kit.TableColumn{Title: "", Width: 64, Keep: true, Cell: func(i int) fyne.CanvasObject {
		w := t.at(i)
		return kit.NewButton(kit.ButtonSpec{Text: "移除", Size: kit.Small, OnPress: func() { t.remove(w) }})
	}})
}

// look offers the concepts that words may name.
func (t *wordsTab) look(words string) {
	current := t.turn.Next()
	kit.Run(t.page.p.Frame.Runner, "", func(ctx context.Context) ([]upkeep.Concept, error) {
		return t.page.p.Keeper.FindConcepts(ctx, words, mostConcepts)
	}, func(found []upkeep.Concept, err error) {
		switch {
		case !current():
		case err != nil:
			t.page.p.Frame.Fail("没有查到事项", err, nil)
		default:
			t.chosen = ""
			if len(found) > 0 {
				t.chosen = found[0].ID
			}
			t.offer(found)
		}
	})
}

// offer shows concepts to choose from.
func (t *wordsTab) offer(found []upkeep.Concept) {
	t.found = found
	if len(found) == 0 {
		words := "在上面写出正式叫法，这里列出软件认得的事项。"
		if strings.TrimSpace(t.search.Text) != "" {
			words = "没有查到相近的事项。换一个说法再查；软件不认得的事项不能加用语。"
		}
		t.results.Put(kit.NewPara(words, theme.Second, theme.ColorText3))
		kit.Relayout(t.page.holder)
		return
	}
	var slots []kit.Slot
	for i, c := range found {
		if i > 0 {
			slots = append(slots, kit.Fit(kit.NewRule()))
		}
		icon := kit.NewGap(18)
		var mark fyne.CanvasObject = icon
		if c.ID == t.chosen {
			mark = kit.NewIcon(theme.IconCheck, 18, theme.ColorPrimary)
		}
		words := kit.Column(0, kit.Fit(kit.Row(8, kit.Grow(kit.NewElastic(c.ID, theme.BodyBold, theme.ColorText)), kit.Fit(kit.NewLabel(c.Field, theme.Remark, theme.ColorText3)))),
			kit.Fit(kit.NewElastic(strings.Join(c.Names, "、"), theme.Remark, theme.ColorText2)))
		row := kit.Pad(8, 4, kit.Row(8, kit.Fit(mark), kit.Grow(words)))
		slots = append(slots, kit.Fit(kit.NewRow(c.ID, row, c.ID == t.chosen, func() { t.chosen = c.ID; t.offer(t.found) })))
	}
	t.results.Put(kit.Column(0, slots...))
	kit.Relayout(t.page.holder)
}

// add keeps the word that was written.
func (t *wordsTab) add() {
	f, w := t.page.p.Frame, app.OwnWord{Word: strings.TrimSpace(t.word.Text), Concept: t.chosen}
	if w.Word == "" {
		f.Info("请先写本单位的说法")
		return
	}
	kit.Run(f.Runner, "", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, t.page.p.Keeper.AddWord(context.WithoutCancel(ctx), w)
	}, func(_ struct{}, err error) {
		if err != nil {
			f.Fail("没有加入用语", err, nil)
			return
		}
		t.word.Quiet("")
		t.search.Quiet("")
		t.chosen = ""
		t.offer(nil)
		t.page.Reload()
		t.page.p.Changed()
		f.Done("已加入“" + w.Word + "”，从下一次比对起认得")
		t.word.Focus()
	})
}

func (t *wordsTab) remove(w upkeep.OwnWord) {
	f := t.page.p.Frame
	kit.Run(f.Runner, "", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, t.page.p.Keeper.RemoveWord(context.WithoutCancel(ctx), w.ID)
	}, func(_ struct{}, err error) {
		if err != nil {
			f.Fail("没有移除用语", err, nil)
			return
		}
		t.page.Reload()
		t.page.p.Changed()
		f.Done("已移除“" + w.Word.Word.Word + "”，从下一次比对起生效")
	})
}

// form is where a word is added.
func (t *wordsTab) form() fyne.CanvasObject {
	add := kit.NewButton(kit.ButtonSpec{Text: "加入", Icon: theme.IconPlus, Key: "Ctrl+Enter", Primary: true, OnPress: t.add})
	upper := kit.NewScroll(kit.Pad(14, 12, kit.Column(10, kit.Fit(kit.NewLabel("加一个用语", theme.ItemTitle, theme.ColorText)),
		kit.Fit(labelled("说法", t.word)), kit.Fit(labelled("就是", t.search)), kit.Fit(t.results),
		kit.Fit(kit.NewPara("用语只帮助对照清单，不会自己定为拒接。2 到 12 个字；动作和单位名称不能加。", theme.Remark, theme.ColorText3)))))
	return kit.Column(0, kit.Grow(upper), kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(14, 10, kit.Row(8, kit.Space(), kit.Fit(add)))))
}

func (t *wordsTab) wide() fyne.CanvasObject {
	width := float32(436)
	if t.page.class == kit.ClassMedium {
		width = 320
	}
	return kit.Row(12, kit.Grow(kit.Card(t.table)).Stretched(), kit.Wide(width, kit.Card(t.form())).Stretched())
}

func (t *wordsTab) narrow(choice fyne.CanvasObject) fyne.CanvasObject {
	content := kit.NewScroll(kit.Column(8, kit.Fit(kit.Card(kit.High(256, t.form()))), kit.Fit(kit.Card(kit.High(240, t.table)))))
	return kit.Column(8, kit.Fit(choice), kit.Grow(content))
}
