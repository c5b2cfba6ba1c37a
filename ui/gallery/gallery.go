// Package gallery is a window for developers: every widget of ui/kit in its states — at rest, under the mouse, with the
// keyboard, switched off, with long words, in error, empty — in light and dark and at each text size. What is shown are the
// widgets themselves; nothing of an office is opened.
package gallery

import (
	"fmt"
	"io/fs"
	"time"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// Params are what the gallery is made of. Fields without a remark must be set.
type Params struct {
	App           fyne.App
	Regular, Bold []byte // fonts of the window, TrueType
	Icons         fs.FS  // *.svg
	PaperFonts    map[paper.Face][]byte
	Runner        *kit.Runner // nil: goroutines; tests run inline
}

// Gallery is the window.
type Gallery struct {
	p      Params
	win    fyne.Window
	look   *theme.Theme
	frame  *kit.Frame
	holder *kit.Holder
	tab    int
}

// shelf is one tab of the gallery.
type shelf struct {
	name   string
	groups func(*Gallery) []group
}

// shelves are the tabs in their order.
func shelves() []shelf {
	return []shelf{{"颜色字号图标", tokens}, {"文字标签", words}, {"按钮选择", controls}, {"意见与行", rows}, {"表格与图", data}, {"来文与文书", papers},
		{"状态反馈", feedback}, {"版式", layouts}}
}

// New composes the window.
func New(p Params) *Gallery {
	g := &Gallery{p: p, holder: kit.NewHolder(nil)}
	g.look = theme.New(theme.Params{Regular: p.Regular, Bold: p.Bold, Icons: p.Icons, Mode: theme.Light, Percent: 100})
	p.App.Settings().SetTheme(g.look)
	g.win = p.App.NewWindow("一单清 — 部件")
	g.win.SetPadded(false)
	g.makeFrame()
	g.win.SetContent(&fyne.Container{Layout: screen{}, Objects: []fyne.CanvasObject{kit.NewGround(theme.ColorBg), g.holder, g.frame.Toasts.Layer(), kit.NewTips(g.frame.Runner.After)}})
	g.win.Canvas().SetOnTypedKey(g.typed)
	g.win.Resize(fyne.NewSize(1366, 696))
	g.win.CenterOnScreen()
	g.build()
	return g
}

// typed gets the keys that no widget used: Esc closes a dialog, PgDn and PgUp turn to the next shelf and back.
func (g *Gallery) typed(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		g.frame.Dialogs.Cancel()
	case fyne.KeyPageDown:
		g.Choose(min(g.tab+1, len(shelves())-1))
	case fyne.KeyPageUp:
		g.Choose(max(g.tab-1, 0))
	}
}

// screen lays everything over the whole window, which may be small whatever stands in it.
type screen struct{}

// Layout implements fyne.Layout.
func (screen) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objs {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// MinSize implements fyne.Layout.
func (screen) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(800, 500) }

func (g *Gallery) makeFrame() {
	dialogs := kit.NewDialogs(g.win.Canvas())
	runner := g.p.Runner
	if runner == nil {
		runner = &kit.Runner{Go: func(f func()) { go f() }, Do: fyne.Do,
			After: func(d time.Duration, f func()) { time.AfterFunc(d, func() { fyne.Do(f) }) }, Busy: kit.BusyDialog(dialogs)}
	}
	g.frame = &kit.Frame{Dialogs: dialogs, Toasts: kit.NewToasts(runner.After), Runner: runner, Clipboard: g.p.App.Clipboard(),
		Now: func() time.Time { return time.Date(2026, 11, 24, 9, 41, 0, 0, time.Local) }, Office: office}
}

// office is the invented one of the design's pictures.
func office() app.Office { return app.OfficeNamed(app.Township, "清河县柳河镇人民政府") }

// Window is the toolkit's window, to be shown and run.
func (g *Gallery) Window() fyne.Window { return g.win }

// Tabs are the names of the shelves.
func (g *Gallery) Tabs() []string {
	var out []string
	for _, s := range shelves() {
		out = append(out, s.name)
	}
	return out
}

// Choose brings a shelf to the front.
func (g *Gallery) Choose(tab int) {
	g.tab = tab
	g.build()
}

// SetLook changes appearance and text size.
func (g *Gallery) SetLook(mode theme.Mode, percent int) {
	g.look = g.look.With(mode, percent)
	g.p.App.Settings().SetTheme(g.look)
	g.build()
}

// percents are the text sizes that the gallery offers.
var percents = []int{100, 150, 200}

// build makes everything anew: what was typed or switched goes back to how it came.
func (g *Gallery) build() {
	var tabs []kit.Tab
	for _, s := range shelves() {
		tabs = append(tabs, kit.Tab{Text: s.name})
	}
	modes, mode, size := []theme.Mode{theme.Light, theme.Dark}, 0, 0
	if g.look.Mode() == theme.Dark {
		mode = 1
	}
	var sizes []string
	for i, n := range percents {
		sizes = append(sizes, fmt.Sprintf("%d%%", n))
		if n == g.look.Percent() {
			size = i
		}
	}
	var shelf fyne.CanvasObject = kit.NewTabs(tabs, g.tab, g.Choose)
	if g.look.Percent() > 100 { // eight names have no room then
		shelf = kit.NewPlainSelect(g.Tabs(), g.tab, g.Choose)
	}
	bar := kit.Flow(12, 4, kit.NewSegment([]string{"浅色", "深色"}, mode, func(i int) { g.SetLook(modes[i], g.look.Percent()) }),
		kit.NewSegment(sizes, size, func(i int) { g.SetLook(g.look.Mode(), percents[i]) }),
		shelf)
	head := kit.Column(0, kit.Fit(kit.Stack(kit.NewFill(theme.ColorSurface), kit.Pad(16, 4, bar))), kit.Fit(kit.NewRule()))
	var cards []fyne.CanvasObject
	for _, s := range shelves()[g.tab].groups(g) {
		cards = append(cards, s.card())
	}
	g.holder.Put(kit.Column(0, kit.Fit(head), kit.Grow(kit.NewScroll(kit.Pad(16, 12, masonry(400, 12, cards...))))))
}
