package window

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// provePaper asks for the file of a paper, and tells whether it is as it was issued and as the ledger has it (核验文书).
func (w *Window) provePaper() {
	w.frame.Files.ChooseFiles("选要核验的文书", []string{"pdf"}, false, func(paths []string) {
		if len(paths) == 0 {
			return
		}
		path := paths[0]
		kit.Run(w.frame.Runner, "正在核验", func(ctx context.Context) (inquire.Proof, error) {
			p, err := w.p.CheckPaper(ctx, path)
			if err != nil {
				return p, err
			}
			return w.p.Inquire.Prove(ctx, p)
		}, func(p inquire.Proof, err error) {
			if err != nil {
				w.frame.Fail("没有核验", err, nil)
				return
			}
			w.showProof(filepath.Base(path), p)
		})
	})
}

// showProof tells what was found, and what it does not prove.
func (w *Window) showProof(name string, p inquire.Proof) {
	d := kit.Dialog{Title: "核验文书", Hint: name, Icon: theme.IconCheck, Tone: theme.ColorDo, Width: 620}
	tone := theme.ColorText
	switch {
	case !p.Ours:
		d.Icon, d.Tone = theme.IconNote, theme.ColorEscalate
	case !p.Consistent || p.Standing == inquire.StandingOther || p.Standing == inquire.StandingChanged || p.Standing == inquire.StandingUnknown:
		d.Icon, d.Tone, tone = theme.IconBlock, theme.ColorRefuse, theme.ColorRefuse
	case p.Standing != inquire.StandingSame:
		d.Icon, d.Tone = theme.IconNote, theme.ColorEscalate
	}
	rows := []kit.Slot{}
	if p.Number != "" {
		rows = append(rows, kit.Fit(kit.NewPara(p.Title+"　"+p.Number, theme.BodyBold, theme.ColorText)))
	}
	say := func(words string, style theme.Role, color fyne.ThemeColorName) {
		if words != "" {
			rows = append(rows, kit.Fit(kit.NewPara(words, style, color)))
		}
	}
	say(p.Message, theme.Body, tone)
	say(p.Standing.Words(), theme.Body, tone)
	if p.Ours {
		rows = append(rows, kit.Fit(kit.NewRule()))
		say(inquire.ProofLimits, theme.Second, theme.ColorText2)
	}
	d.Body = kit.Pad(16, 14, kit.Column(8, rows...))
	var close func()
	again := func() { close(); w.provePaper() }
	d.Left = []kit.ButtonSpec{{Text: "再核验一份…", Icon: theme.IconOpen, OnPress: again}}
	d.Confirm = func() { close() }
	d.Actions = []kit.ButtonSpec{{Text: "关闭", Key: "Esc", Primary: true, OnPress: func() { close() }}}
	close = w.frame.Dialogs.Show(d)
}
