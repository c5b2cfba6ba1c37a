package kit

import (
	"fmt"

	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// BusyDialog shows that something goes on, how far it has come, and a way to stop it.
func BusyDialog(d *Dialogs) func(title string, cancel func()) (tell func(done, total int), over func()) {
	return func(title string, cancel func()) (func(int, int), func()) {
		words := NewPara("可以取消；取消后台账不变。", theme.Body, theme.ColorText2)
		share := scoreLayout(0)
		bar := &fyne.Container{Layout: &share, Objects: []fyne.CanvasObject{
			NewBorder(theme.ColorSurface2, theme.ColorNone, 4), NewBorder(theme.ColorPrimary, theme.ColorNone, 4)}}
		bar.Hide()
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
			Body:    Pad(16, 14, Column(10, Fit(words), Fit(bar))),
			Actions: []ButtonSpec{{Text: "取消", Icon: theme.IconClose, Key: "Esc", OnPress: stop}}})
		tell := func(done, total int) {
			if closed || total <= 0 {
				return
			}
			share = scoreLayout(float64(done) / float64(total))
			words.SetText(fmt.Sprintf("第 %d 件，共 %d 件", done, total))
			bar.Show()
			bar.Refresh()
		}
		return tell, func() {
			if !closed {
				closed = true
				shut()
			}
		}
	}
}
