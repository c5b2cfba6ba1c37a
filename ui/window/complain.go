package window

import (
	"io/fs"

	"fyne.io/fyne/v2"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// Complain shows in a small window why the program cannot start, and runs until it is closed.
func Complain(a fyne.App, regular, bold []byte, err error) {
	ComplainWindow(a, regular, bold, nil, err).ShowAndRun()
}

// ComplainWindow is the window of Complain.
func ComplainWindow(a fyne.App, regular, bold []byte, icons fs.FS, err error) fyne.Window {
	a.Settings().SetTheme(theme.New(theme.Params{Regular: regular, Bold: bold, Icons: icons, Mode: usualMode()}))
	w := a.NewWindow("一单清")
	w.SetPadded(false)
	close := kit.NewButton(kit.ButtonSpec{Text: "关闭", Primary: true, OnPress: w.Close})
	body := kit.Column(0,
		kit.Fit(kit.Pad(16, 12, kit.NewLabel("没有打开", theme.ItemTitle, theme.ColorText))), kit.Fit(kit.NewRule()),
		kit.Grow(kit.NewScroll(kit.NewTroubleBody(kit.TroubleOf("", err)))), kit.Fit(kit.NewRule()),
		kit.Fit(kit.Pad(16, 12, kit.Row(8, kit.Space(), kit.Fit(close)))))
	w.SetContent(kit.Stack(kit.NewFill(theme.ColorSurface), body))
	w.Resize(fyne.NewSize(520, 320))
	w.CenterOnScreen()
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			w.Close()
		}
	})
	w.Canvas().Focus(close)
	return w
}
