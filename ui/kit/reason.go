package kit

import (
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/ui/theme"
)

// AskReason asks for one sentence before a decision that is stricter than the advice; the default keeps the advice.
func (f *Frame) AskReason(d app.Demand, chosen app.Verdict, done func(reason string)) {
	office := f.Office()
	word, advised := VerdictWord(chosen, office), VerdictWord(d.Verdict, office)
	entry := NewEntry("", "理由（必填一句）")
	var close func()
	confirm := func() {
		if strings.TrimSpace(entry.Text) == "" {
			f.Info("请写一句理由，它会记入台账")
			return
		}
		close()
		done(strings.TrimSpace(entry.Text))
	}
	words := fmt.Sprintf("软件建议是%s（把握 %.2f）。改判后由审定人签字负责，理由记入台账。", advised, d.Confidence)
	close = f.Dialogs.Show(Dialog{Title: "改判为“" + word + "”？", Icon: theme.IconWarn, Tone: theme.ColorEscalate, First: entry,
		Body:    Pad(16, 12, Column(10, Fit(NewPara(words, theme.Body, theme.ColorText)), Fit(entry))),
		Confirm: confirm,
		Actions: []ButtonSpec{
			{Text: "仍按" + advised, Icon: VerdictTone(d.Verdict, office.Grassroots()).Icon, Primary: true, OnPress: func() { close() }},
			{Text: "确认改判", Key: "Ctrl+Enter", OnPress: confirm}}})
}
