package kit

import (
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// ProgressBody tells how far something has come: a number, a bar, and the share of the whole (进度).
type ProgressBody struct {
	Composite
	words *Para
	share *Label
	bar   *fyne.Container
	at    scoreLayout
}

// NewProgressBody begins without a number: until the first Tell only words stand there.
func NewProgressBody(words string) *ProgressBody {
	b := &ProgressBody{words: NewPara(words, theme.Body, theme.ColorText2), share: NewLabel("", theme.SecondBold, theme.ColorText)}
	b.bar = &fyne.Container{Layout: &b.at, Objects: []fyne.CanvasObject{
		NewBorder(theme.ColorSurface2, theme.ColorNone, 4), NewBorder(theme.ColorPrimary, theme.ColorNone, 4)}}
	b.bar.Hide()
	b.ExtendBaseWidget(b)
	b.put(Column(10, Fit(b.words), Fit(Row(10, Grow(b.bar), Fit(b.share)))))
	return b
}

// Tell shows that done of total are done.
func (b *ProgressBody) Tell(done, total int) {
	if total <= 0 {
		return
	}
	b.at = scoreLayout(float64(done) / float64(total))
	b.words.SetText(fmt.Sprintf("第 %d 件，共 %d 件", done, total))
	b.share.SetText(fmt.Sprintf("%d%%", done*100/total))
	b.bar.Show()
	Relayout(b)
	b.bar.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *ProgressBody) CreateRenderer() fyne.WidgetRenderer { return b.rendererFor(b) }

// BusyDialog shows that something goes on, how far it has come, and a way to stop it.
func BusyDialog(d *Dialogs) func(title string, cancel func()) (tell func(done, total int), over func()) {
	return func(title string, cancel func()) (func(int, int), func()) {
		body := NewProgressBody("可以取消；取消后台账不变。")
		closed := false
		var shut func()
		stop := func() {
			if !closed {
				closed = true
				shut()
				cancel()
			}
		}
		shut = d.Show(Dialog{Title: title, Icon: theme.IconClock, Tone: theme.ColorPrimary, Width: 400, Cancel: func() { closed = true; cancel() },
			Body:    Pad(16, 14, body),
			Actions: []ButtonSpec{{Text: "取消", Icon: theme.IconClose, Key: "Esc", OnPress: stop}}})
		tell := func(done, total int) {
			if !closed {
				body.Tell(done, total)
			}
		}
		return tell, func() {
			if !closed {
				closed = true
				shut()
			}
		}
	}
}
