package window

import (
	"context"
	"fmt"
	"log/slog"

	"fyne.io/fyne/v2"

	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// prefYearSeen is the year whose turn the clerk has seen to.
const prefYearSeen = "year.seen"

// loadYearTurn asks, when the program starts in January, what the turn of the year leaves to be seen to.
func (w *Window) loadYearTurn() {
	kit.Run(w.frame.Runner, "", func(ctx context.Context) (*inquire.YearTurn, error) {
		t, err := w.p.Inquire.YearTurn(ctx)
		if err != nil || t == nil || w.preference(ctx, prefYearSeen) == fmt.Sprint(t.Year) {
			return nil, err
		}
		return t, nil
	}, func(t *inquire.YearTurn, err error) {
		if err != nil { // the pages tell of the same trouble
			slog.Warn("window", "what", "turn of the year", "error", err)
			return
		}
		w.setYearTurn(t)
	})
}

func (w *Window) setYearTurn(t *inquire.YearTurn) {
	w.turn = t
	w.banner.Put(w.makeBanner())
	w.root.Refresh()
}

// yearBanner says what the turn of the year asks for, until the clerk has seen it.
func (w *Window) yearBanner() fyne.CanvasObject {
	if w.turn == nil {
		return nil
	}
	year := w.turn.Year
	row := []kit.Slot{kit.Fit(kit.NewIcon(theme.IconClock, 18, theme.ColorPrimary)), kit.Grow(kit.NewPara(w.turn.Words(), theme.Body, theme.ColorText))}
	if w.turn.Carried > 0 {
		row = append(row, kit.Fit(kit.NewButton(kit.ButtonSpec{Text: "看转入的", Size: kit.Small, OnPress: w.guarded(func() { w.show(w.alerts) })})))
	}
	seen := kit.NewButton(kit.ButtonSpec{Text: "知道了", Size: kit.Small, OnPress: func() {
		w.setYearTurn(nil)
		kit.Run(w.frame.Runner, "", func(ctx context.Context) (struct{}, error) {
			return struct{}{}, w.p.Upkeep.SetPreference(ctx, prefYearSeen, fmt.Sprint(year))
		}, func(_ struct{}, err error) {
			if err != nil { // it is said again at the next start
				slog.Warn("window", "what", "year seen", "error", err)
			}
		})
	}})
	row = append(row, kit.Fit(seen))
	return kit.Stack(kit.NewFill(theme.ColorPrimarySoft), kit.Column(0, kit.Grow(kit.Pad(16, 6, kit.Row(10, row...))), kit.Fit(kit.NewRule())))
}
