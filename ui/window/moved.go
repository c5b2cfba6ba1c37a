package window

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/page/settings"
	"yidanqing/ui/theme"
)

// loadMoved finds out whether the ledger was moved to another PC, so that every page says so from the start.
func (w *Window) loadMoved() {
	kit.Run(w.frame.Runner, "", func(ctx context.Context) (*upkeep.Moved, error) {
		m, moved, err := w.p.Upkeep.MovedOut(ctx)
		if err != nil || !moved {
			return nil, err
		}
		return &m, nil
	}, func(m *upkeep.Moved, err error) {
		if err != nil { // every attempt to register says the same
			slog.Warn("window", "what", "moved or not", "error", err)
			return
		}
		w.setMoved(m)
	})
}

// setMoved shows or takes away the sign that this PC's ledger can only be read.
func (w *Window) setMoved(m *upkeep.Moved) {
	w.moved = m
	w.banner.Put(w.makeBanner())
	if w.current == place(w.settings) {
		w.settings.get().Reload()
	}
	w.root.Refresh()
}

// makeBanner is what stands over every page: that this is a trial, or that this ledger can only be read, else what the turn
// of the year asks for.
func (w *Window) makeBanner() fyne.CanvasObject {
	if w.p.trial {
		return w.trialBanner()
	}
	if w.moved == nil {
		return w.yearBanner()
	}
	words := "这台电脑的台账已于 " + app.DateOf(w.moved.At.In(w.p.Now().Location())).String() + " 迁到另一台电脑，这里只能查看、打印，不能登记、出文。请在新电脑上办理。"
	undo := kit.NewButton(kit.ButtonSpec{Text: "撤回迁移…", Icon: theme.IconUndo, Size: kit.Small, OnPress: func() {
		settings.AskUndoMove(w.frame, w.p.Upkeep, w.setMoved)
	}})
	row := kit.Row(10, kit.Fit(kit.NewIcon(theme.IconLock, 18, theme.ColorEscalate)), kit.Grow(kit.NewPara(words, theme.BodyBold, theme.ColorText)), kit.Fit(undo))
	return kit.Stack(kit.NewFill(theme.ColorEscalateSoft), kit.Column(0, kit.Grow(kit.Pad(16, 6, row)), kit.Fit(kit.NewRule())))
}
