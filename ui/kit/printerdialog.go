package kit

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"yidanqing/ui/theme"
)

// AskPrinting lets the clerk choose printer, copies and sides (打印设置). The choice holds until the next one, also after the
// program is closed. then goes on where it was confirmed and may be nil.
func (f *Frame) AskPrinting(then func()) {
	Run(f.Runner, "正在找打印机", func(ctx context.Context) (Printers, error) { return f.Files.Printers(ctx) },
		func(p Printers, err error) {
			if err != nil {
				f.Fail("没有读出打印机", err, func() { f.AskPrinting(then) })
				return
			}
			f.printingDialog(p, then)
		})
}

// printerWords are the choices of the dialog and the names behind them; at is the one that holds. A printer that was chosen
// and is gone stays in the list and says so.
func printerWords(p Printers, now string) (words, names []string, at int) {
	usual := "系统默认打印机"
	if p.Default != "" {
		usual += "（" + p.Default + "）"
	}
	words, names = []string{usual}, []string{""}
	for _, n := range p.Names {
		words, names = append(words, n), append(names, n)
	}
	if now != "" && !p.Has(now) {
		words, names = append(words, now+"（现在找不到）"), append(names, now)
	}
	for i, n := range names {
		if n == now {
			at = i
		}
	}
	return words, names, at
}

func (f *Frame) printingDialog(p Printers, then func()) {
	now := f.printing()
	words, names, at := printerWords(p, now.Printer)
	printer := NewPlainSelect(words, at, nil)
	copies := NewEntry(strconv.Itoa(max(now.Copies, 1)), "1")
	sides := []Duplex{DuplexUsual, DuplexOff, DuplexLong, DuplexShort}
	side := 0
	for i, d := range sides {
		if d == now.Duplex {
			side = i
		}
	}
	duplex := NewSegment([]string{"按打印机", "单面", "双面", "双面短边翻"}, side, nil)
	row := func(label string, s ...Slot) Slot {
		return Fit(Row(10, append([]Slot{Wide(64, NewLabel(label, theme.Body, theme.ColorText2))}, s...)...))
	}
	rows := []Slot{row("打印机", Grow(printer)), row("份数", Wide(72, copies), Grow(NewElastic("一式几份", theme.Remark, theme.ColorText3)))}
	note := "以后的文书、台账都按这里打印，可随时再改。"
	if p.Sides {
		rows = append(rows, row("单双面", Fit(duplex), Space()))
	} else {
		note = "双面打印请在打印机自己的首选项里设，系统不许软件代设。" + note
	}
	if len(p.Names) == 0 {
		note = "本机还没有装打印机：打印时改为打开 PDF。装好打印机后再来这里选。"
	}
	rows = append(rows, Fit(NewPara(note, theme.Second, theme.ColorText2)))
	var close func()
	confirm := func() {
		n, err := strconv.Atoi(strings.TrimSpace(copies.Text))
		if err != nil || n < 1 || n > MostCopies {
			f.Info(fmt.Sprintf("份数请写 1 到 %d", MostCopies))
			return
		}
		close()
		next := Printing{Printer: names[max(printer.Index(), 0)], Copies: n, Duplex: now.Duplex}
		if p.Sides {
			next.Duplex = sides[max(duplex.Index(), 0)]
		}
		f.keepPrinting(next)
		if then != nil {
			then()
		}
	}
	close = f.Dialogs.Show(Dialog{Title: "打印设置", Icon: theme.IconPrint, Tone: theme.ColorPrimary, Width: 520, Confirm: confirm,
		Body: Pad(16, 14, Column(10, rows...)),
		Actions: []ButtonSpec{
			{Text: "取消", Key: "Esc", OnPress: func() { close() }},
			{Text: "确定", Key: "Ctrl+Enter", Primary: true, OnPress: confirm}}})
}

// keepPrinting makes a choice the one that holds.
func (f *Frame) keepPrinting(p Printing) {
	f.Printing = &p
	if f.KeepPrinting != nil {
		f.KeepPrinting(p)
	}
}

// PrinterWord names the printer that papers go to, for the foot of a preview.
func (f *Frame) PrinterWord() string {
	if p := f.printing().Printer; p != "" {
		return p
	}
	return "系统默认"
}
