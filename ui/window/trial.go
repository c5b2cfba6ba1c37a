package window

import (
	"context"
	"errors"
	"log/slog"

	"fyne.io/fyne/v2"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// Trial is what 看看样件 opens on the first run: the program over a folder of its own with the list and the notice that ship
// with it. Nothing of it stays.
type Trial struct {
	Params Params // of its window
	Notice string // the notice that is taken in at once
	Close  func() error
}

// openTrial puts the window of the trial in the place of the first run, and the first run back when it is closed.
func (w *Window) openTrial() {
	if w.trying {
		return
	}
	w.trying = true
	kit.Run(w.frame.Runner, "正在准备样件", w.p.Trial, func(t Trial, err error) {
		w.trying = false
		if errors.Is(err, context.Canceled) {
			return
		}
		if err != nil {
			w.frame.Fail("没有打开样件", err, w.openTrial)
			return
		}
		t.Params.trial = true
		n, err := New(t.Params)
		if err != nil {
			w.closeTrial(t)
			w.frame.Fail("没有打开样件", err, w.openTrial)
			return
		}
		n.win.SetOnClosed(func() {
			w.p.App.Settings().SetTheme(w.look) // the trial may have changed text size and colours
			w.win.Show()
			w.win.RequestFocus()
			w.welcome.get().Shown()
			w.closeTrial(t)
		})
		w.win.Hide()
		n.win.Show()
		n.inbox.get().PasteText(t.Notice)
	})
}

// closeTrial removes what the trial wrote. It runs beside the window; what cannot be removed lies in the system's own folder
// for what is temporary.
func (w *Window) closeTrial(t Trial) {
	w.frame.Runner.Go(func() {
		if err := t.Close(); err != nil {
			slog.Warn("window", "what", "trial not removed", "error", err)
		}
	})
}

// trialBanner says over every page that nothing here counts, and leads back.
func (w *Window) trialBanner() fyne.CanvasObject {
	words := "这里是样件：示例清单、示例来文，放在临时的数据夹里。可以随意登记、出文；返回时一并删去，您的台账里什么也没有记。"
	back := kit.NewButton(kit.ButtonSpec{Text: "返回", Icon: theme.IconLeft, Size: kit.Small, OnPress: w.close})
	row := kit.Row(10, kit.Fit(kit.NewIcon(theme.IconNote, 18, theme.ColorPrimary)), kit.Grow(kit.NewPara(words, theme.BodyBold, theme.ColorText)), kit.Fit(back))
	return kit.Stack(kit.NewFill(theme.ColorPrimarySoft), kit.Column(0, kit.Grow(kit.Pad(16, 6, row)), kit.Fit(kit.NewRule())))
}
