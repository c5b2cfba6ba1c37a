package window

import (
	"context"
	"fmt"
	"log/slog"
	"runtime"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/native"
	"yidanqing/ui/page/alerts"
	"yidanqing/ui/page/decision"
	"yidanqing/ui/page/help"
	"yidanqing/ui/page/inbox"
	"yidanqing/ui/page/lists"
	"yidanqing/ui/page/records"
	"yidanqing/ui/page/rules"
	"yidanqing/ui/page/settings"
	"yidanqing/ui/page/statistics"
	"yidanqing/ui/page/welcome"
	"yidanqing/ui/theme"
)

// page is what the shell shows.
type page interface {
	Content() fyne.CanvasObject
	SetClass(kit.Class)
	Shown()
}

// place is a page that may not be made yet.
type place interface {
	page
	real() page
	refresh()
}

// Window is the one window of the program.
type Window struct {
	p      Params
	win    fyne.Window
	look   *theme.Theme
	frame  *kit.Frame
	office app.Office
	// contactAsked tells that nobody is asked for clerk and telephone again.
	contactAsked bool
	set          ledger.Settings // as they stand
	// superior is to whom escalations go, as the settings have it.
	superior string
	spool    native.Spool

	inbox      *later[*inbox.Page]
	decision   *later[*decision.Page]
	records    *later[*records.Page]
	alerts     *later[*alerts.Page]
	lists      *later[*lists.Page]
	rules      *later[*rules.Page]
	statistics *later[*statistics.Page]
	settings   *later[*settings.Page]
	help       *later[*help.Page]
	welcome    *later[*welcome.Page]

	current place
	before  place // where help goes back to
	class   kit.Class
	started bool // the first run is over
	trying  bool // a trial is being opened
	todo    int  // how much is to be done, for the badge

	shortcuts []shortcut // that are not menu items

	main   *kit.Holder
	rail   *kit.Holder
	banner *kit.Holder // over every page, where the ledger was moved to another PC or a year begins
	turn   *inquire.YearTurn
	moved  *upkeep.Moved
	status *statusLine
	tips   *kit.Tips
	root   *fyne.Container
}

// Preferences of this machine that the window keeps.
const (
	prefMode   = "window.mode"
	prefSize   = "window.text_percent"
	prefWidth  = "window.width"
	prefHeight = "window.height"
	prefFolder = "window.last_folder" // where files were last chosen
	// prefContact is set when the clerk has been asked for what the papers print of the office.
	prefContact = "paper.contact_asked"
)

// New composes the window. It reads settings and preferences; nothing else is read before the first frame.
func New(p Params) (*Window, error) {
	if err := speakChinese(); err != nil {
		return nil, fmt.Errorf("window: %w", err)
	}
	w := &Window{p: p, spool: native.Spool{Dir: p.DraftDir}}
	ctx := context.Background()
	set, err := p.Upkeep.Settings(ctx)
	if err != nil {
		return nil, fmt.Errorf("window: %w", err)
	}
	w.set, w.office, w.superior = set, set.Office, set.Superior
	w.contactAsked = w.preference(ctx, prefContact) != ""
	w.look = theme.New(theme.Params{Regular: p.Regular, Bold: p.Bold, Icons: p.Icons, Mode: w.mode(ctx), Percent: w.percent(ctx)})
	p.App.Settings().SetTheme(w.look)
	w.win = p.App.NewWindow(w.title())
	w.win.SetPadded(false)
	w.makeFrame()
	words, err := help.Read(p.Help)
	if err != nil {
		return nil, fmt.Errorf("window: %w", err)
	}
	w.makePages(words)
	w.makeShell()
	w.win.SetMainMenu(w.menu())
	w.addKeys()
	w.win.SetOnDropped(w.dropped)
	w.win.SetCloseIntercept(w.close)
	w.win.Resize(w.size(ctx))
	w.win.CenterOnScreen()
	if w.office.Name == "" {
		w.show(w.welcome)
	} else {
		w.begin()
	}
	return w, nil
}

// Window is the toolkit's window, to be shown and run.
func (w *Window) Window() fyne.Window { return w.win }

// Raise brings the window to the front, for a second start of the program.
func (w *Window) Raise() { fyne.Do(w.win.RequestFocus) }

func (w *Window) title() string {
	if w.office.Name == "" {
		return "一单清"
	}
	if w.p.trial {
		return "一单清 — 样件，不作正式办理"
	}
	return "一单清 — " + w.office.Name
}

// preference reads a setting of the machine; one that cannot be read counts as never set.
func (w *Window) preference(ctx context.Context, key string) string {
	v, err := w.p.Upkeep.Preference(ctx, key)
	if err != nil {
		return ""
	}
	return v
}

// remember keeps a preference of the machine beside the window. One that cannot be kept is missed at the next start, no more.
func (w *Window) remember(key, value string) {
	w.frame.Runner.Go(func() {
		if err := w.p.Upkeep.SetPreference(context.Background(), key, value); err != nil {
			slog.Warn("window", "preference", key, "error", err)
		}
	})
}

func (w *Window) mode(ctx context.Context) theme.Mode {
	switch m := theme.Mode(w.preference(ctx, prefMode)); m {
	case theme.Light, theme.Dark, theme.Auto:
		return m
	}
	return usualMode()
}

// usualMode is the appearance where the clerk has chosen none.
func usualMode() theme.Mode {
	if runtime.GOOS == "linux" { // many desktops there do not tell, and the toolkit then takes dark
		return theme.Light
	}
	return theme.Auto
}

// villagePercent is the size of the text with which a village begins.
const villagePercent = 150

func (w *Window) percent(ctx context.Context) int {
	n, err := strconv.Atoi(w.preference(ctx, prefSize))
	for _, s := range theme.Scales() {
		if err == nil && s == n {
			return n
		}
	}
	return 100
}

// size is the window's size when it was last closed, within reason.
func (w *Window) size(ctx context.Context) fyne.Size {
	read := func(key string, least, usual, most float64) float32 {
		v, err := strconv.ParseFloat(w.preference(ctx, key), 32)
		if err != nil {
			v = usual
		}
		return float32(min(max(v, least), most))
	}
	return fyne.NewSize(read(prefWidth, 1024, 1366, 4000), read(prefHeight, 600, 696, 2400))
}

func (w *Window) makeFrame() {
	runner := w.p.Runner
	w.frame = &kit.Frame{Dialogs: kit.NewDialogs(w.win.Canvas()), Now: w.p.Now,
		Office: func() app.Office { return w.office }, Clipboard: w.p.App.Clipboard(), Files: w.p.Files,
		Recall: func(key string) string { return w.preference(context.Background(), key) }, Remember: w.remember}
	if runner == nil {
		runner = &kit.Runner{Go: func(f func()) { go f() }, Do: fyne.Do,
			After: func(d time.Duration, f func()) { time.AfterFunc(d, func() { fyne.Do(f) }) },
			Busy:  kit.BusyDialog(w.frame.Dialogs)}
	}
	if w.frame.Files == nil {
		files := native.New(w.win)
		files.Folder = w.preference(context.Background(), prefFolder)
		files.OnFolder = func(path string) { w.remember(prefFolder, path) }
		w.frame.Files = files
	}
	w.frame.Runner = runner
	w.frame.Printing, w.frame.KeepPrinting = w.printing(context.Background()), w.keepPrinting
	w.frame.Toasts = kit.NewToasts(runner.After)
}

// begin opens the start page once the office is known.
func (w *Window) begin() {
	w.started = true
	w.banner.Put(w.makeBanner())
	w.show(w.inbox)
	w.loadMoved()
	w.loadYearTurn()
	w.status.load()
	w.inbox.get().Resume()
	w.countTasks(w.notify)
}

// settingsChanged takes over new settings of the office.
func (w *Window) settingsChanged(s ledger.Settings) {
	renamed := w.office.Grassroots() != s.Office.Grassroots()
	w.set, w.office, w.superior = s, s.Office, s.Superior
	if renamed { // a village has other words in the menu
		w.win.SetMainMenu(w.menu())
	}
	w.win.SetTitle(w.title())
	w.rail.Put(w.makeRail())
}

// setSuperior keeps to whom escalations go. It runs beside the window.
func (w *Window) setSuperior(ctx context.Context, name string) error {
	s, err := w.p.Upkeep.Settings(ctx)
	if err != nil {
		return err
	}
	s.Superior = name
	if err := w.p.Upkeep.SaveSettings(ctx, s); err != nil {
		return err
	}
	w.frame.Runner.Do(func() { w.superior = name })
	return nil
}

// changed tells the shell that the ledger or the list has changed.
func (w *Window) changed() {
	w.status.saved()
	if w.current == place(w.alerts) {
		w.alerts.get().Reload()
		return
	}
	if w.current == place(w.settings) { // it names the list of a village
		w.settings.get().Reload()
	}
	w.countTasks(nil)
}

// wayWord is how the office answers a finding, in words.
func (w *Window) wayWord(code string) string { return w.set.Way(code).Title() }

// rulesChanged tells the shell that the next check compares otherwise, and readies it.
func (w *Window) rulesChanged() {
	w.status.saved()
	if w.p.Warm != nil {
		w.frame.Runner.Go(w.p.Warm)
	}
}

// setLook changes appearance and text size at once and keeps them.
func (w *Window) setLook(mode theme.Mode, percent int) {
	w.look = w.look.With(mode, percent)
	w.p.App.Settings().SetTheme(w.look)
	for _, p := range w.pages() {
		p.refresh()
	}
	w.fit(w.root.Size())
	w.rail.Put(w.makeRail())
	w.banner.Put(w.makeBanner())
	w.win.SetMainMenu(w.win.MainMenu()) // the bar has another height now, and the content must follow
	w.root.Refresh()
	kit.Run(w.frame.Runner, "", func(ctx context.Context) (struct{}, error) {
		if err := w.p.Upkeep.SetPreference(ctx, prefMode, string(mode)); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, w.p.Upkeep.SetPreference(ctx, prefSize, strconv.Itoa(percent))
	}, func(_ struct{}, err error) {
		if err != nil {
			w.frame.Toasts.Show(kit.Toast{Kind: kit.ToastWarn, Text: "外观已改，但没有记下：" + app.ErrorMessage(err)})
		}
	})
}

// close keeps the window's size, removes drafts and ends the program. A page with an unsaved change asks first.
func (w *Window) close() {
	if l, ok := w.front().(leaver); ok && !w.frame.Dialogs.Open() && l.Leave(w.close) {
		return
	}
	size := w.win.Canvas().Size()
	ctx := context.Background()
	// a size that could not be kept, or a draft that is still open in a viewer, does not hold up the end
	_ = w.p.Upkeep.SetPreference(ctx, prefWidth, fmt.Sprint(int(size.Width)))
	_ = w.p.Upkeep.SetPreference(ctx, prefHeight, fmt.Sprint(int(size.Height)))
	_ = w.spool.Clean()
	w.win.Close()
}
