package window

import (
	"context"
	"strconv"

	"yidanqing/app"
	"yidanqing/ui/kit"
)

// Preferences of this machine about printing: the last choice holds.
const (
	prefPrinter = "print.printer"
	prefCopies  = "print.copies"
	prefSides   = "print.sides"
)

// printing is the choice of printer that was made last.
func (w *Window) printing(ctx context.Context) *kit.Printing {
	p := &kit.Printing{Printer: w.preference(ctx, prefPrinter)}
	if n, err := strconv.Atoi(w.preference(ctx, prefCopies)); err == nil && n >= 1 && n <= kit.MostCopies {
		p.Copies = n
	}
	switch d := kit.Duplex(w.preference(ctx, prefSides)); d {
	case kit.DuplexOff, kit.DuplexLong, kit.DuplexShort:
		p.Duplex = d
	}
	return p
}

// keepPrinting keeps the choice of printer for the next start. Pages that name the printer are laid out anew.
func (w *Window) keepPrinting(p kit.Printing) {
	kit.Run(w.frame.Runner, "", func(ctx context.Context) (struct{}, error) {
		for _, s := range [][2]string{{prefPrinter, p.Printer}, {prefCopies, strconv.Itoa(p.Copies)}, {prefSides, string(p.Duplex)}} {
			if err := w.p.Upkeep.SetPreference(ctx, s[0], s[1]); err != nil {
				return struct{}{}, err
			}
		}
		return struct{}{}, nil
	}, func(_ struct{}, err error) {
		if err != nil {
			w.frame.Toasts.Show(kit.Toast{Kind: kit.ToastWarn, Text: "打印设置这次有效，但没有记下：" + app.ErrorMessage(err)})
		}
	})
	if w.decision.made {
		w.decision.get().ShowPrinter()
	}
}
