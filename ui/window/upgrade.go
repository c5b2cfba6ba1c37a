package window

import (
	"io/fs"

	"fyne.io/fyne/v2"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// Upgrade makes the small window that stands in for the large one while a ledger of an earlier version is brought up to date.
// tell is told how far it has come, in notices; later is called when the clerk leaves the rest to the next start.
func Upgrade(a fyne.App, regular, bold []byte, icons fs.FS, later func()) (w fyne.Window, tell func(done, total int)) {
	a.Settings().SetTheme(theme.New(theme.Params{Regular: regular, Bold: bold, Icons: icons, Mode: usualMode()}))
	w = a.NewWindow("一单清")
	w.SetPadded(false)
	body := kit.NewProgressBody("正在留一份升级前的副本，再为来件建检索索引。")
	stop := kit.NewButton(kit.ButtonSpec{Text: "下次再升级", Icon: theme.IconClose, Key: "Esc", OnPress: later})
	note := kit.NewPara("台账是旧版本的，升级一次即可。可以中断：做好的保留，下次打开接着做，台账内容不变。", theme.Second, theme.ColorText2)
	content := kit.Column(0,
		kit.Fit(kit.Pad(16, 12, kit.NewLabel("正在升级台账", theme.ItemTitle, theme.ColorText))), kit.Fit(kit.NewRule()),
		kit.Grow(kit.Pad(16, 14, kit.Column(14, kit.Fit(body), kit.Fit(note)))), kit.Fit(kit.NewRule()),
		kit.Fit(kit.Pad(16, 12, kit.Row(8, kit.Space(), kit.Fit(stop)))))
	w.SetContent(kit.Stack(kit.NewFill(theme.ColorSurface), content))
	w.Resize(fyne.NewSize(520, 260))
	w.CenterOnScreen()
	w.SetCloseIntercept(later)
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			later()
		}
	})
	return w, func(done, total int) {
		if done > 0 { // before, the copy is made, of which nobody knows how far it has come
			body.Tell(done, total)
		}
	}
}
