package settings

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// history shows what a sentence said before, when and by whom it was changed; each may be taken into the editor.
func (e *editor) history() {
	f := e.tab.page.p.Frame
	if len(e.row.Steps) == 0 {
		f.Info("这句话还没有改过")
		return
	}
	var close func()
	use := func(text string) func() {
		return func() {
			close()
			e.entry.SetText(text)
			e.entry.Focus()
		}
	}
	version := func(head, text string, last bool) kit.Slot {
		take := kit.NewButton(kit.ButtonSpec{Text: "取用", Size: kit.Small, OnPress: use(text)})
		words := kit.Column(2, kit.Fit(kit.Row(8, kit.Grow(kit.NewElastic(head, theme.SecondBold, theme.ColorText2)), kit.Fit(take))))
		words = kit.Column(2, kit.Fit(words), kit.Fit(lines(text)), kit.Fit(kit.NewGap(6)))
		return kit.Fit(kit.NewTimelineStep(theme.IconEdit, false, last, words))
	}
	var slots []kit.Slot
	for _, s := range e.row.Steps {
		head, text := s.At.In(f.Now().Location()).Format("2006-01-02 15:04")+" "+s.By, s.Text
		if text == "" {
			head, text = head+" 恢复原文", e.row.Shipped
		}
		slots = append(slots, version(head, text, false))
	}
	slots = append(slots, version("随软件的原文", e.row.Shipped, true))
	close = f.Dialogs.Show(kit.Dialog{Title: "“" + e.row.Label + "”的改动", Icon: theme.IconClock, Tone: theme.ColorPrimary, Width: 620,
		Body:    kit.Pad(16, 12, kit.High(300, kit.NewScroll(kit.Column(4, slots...)))),
		Actions: []kit.ButtonSpec{{Text: "关闭", Key: "Esc", Primary: true, OnPress: func() { close() }}}})
}

// lines is a sentence with each way of saying it in a paragraph of its own.
func lines(text string) fyne.CanvasObject {
	var slots []kit.Slot
	for _, l := range splitLines(text) {
		slots = append(slots, kit.Fit(kit.NewPara(l, theme.Body, theme.ColorText)))
	}
	return kit.Column(2, slots...)
}
