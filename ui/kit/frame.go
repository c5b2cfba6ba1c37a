package kit

import (
	"context"
	"log/slog"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/ui/theme"
)

// Class is how much room there is beside the text size (layout class).
type Class int

const (
	ClassWide   Class = iota // two columns
	ClassMedium              // rail with icons over words
	ClassNarrow              // one column, tabs
)

// ClassOf is the class for a canvas width at the current text size.
func ClassOf(width float32) Class {
	switch w := width / theme.Scale(); {
	case w >= 1200:
		return ClassWide
	case w >= 800:
		return ClassMedium
	}
	return ClassNarrow
}

// Files is the system around the window: dialogs that choose files, and programs that show or print them. Answers come
// on the UI thread; none is given where the clerk cancels.
type Files interface {
	ChooseFiles(title string, extensions []string, many bool, done func(paths []string))
	ChooseFolder(title string, done func(path string))
	// ShowFile opens a file or folder with the system's own program.
	ShowFile(path string) error
	// ShowInFolder opens the folder in which a file lies, with the file marked where the system can.
	ShowInFolder(path string) error
	// Printers are the printers of this PC. It may take seconds.
	Printers(ctx context.Context) (Printers, error)
	// Print sends PDF files to a printer, or opens them where the system cannot print. It may take seconds.
	Print(ctx context.Context, job PrintJob) (PrintOutcome, error)
}

// Frame is what every page stands in: dialogs, toasts, slow work, the clipboard and the system around it.
type Frame struct {
	Dialogs   *Dialogs
	Toasts    *Toasts
	Runner    *Runner
	Files     Files
	Clipboard fyne.Clipboard
	Now       func() time.Time
	Office    func() app.Office
	// Printing is the choice of printer that holds, nil: none was made; KeepPrinting keeps a new one for the next start.
	Printing     *Printing
	KeepPrinting func(Printing)
	// Recall and Remember keep what belongs to this machine: widths of columns, conditions of a list. nil: nothing is kept.
	Recall   func(key string) string
	Remember func(key, value string)
}

func (f *Frame) recall(key string) string {
	if f.Recall == nil {
		return ""
	}
	return f.Recall(key)
}

func (f *Frame) remember(key, value string) {
	if f.Remember != nil {
		f.Remember(key, value)
	}
}

// Today is the day of the office.
func (f *Frame) Today() app.Date { return app.DateOf(f.Now()) }

// Fail shows what went wrong, what was kept and what can be done. again may be nil; else it is offered as 再试.
// The log gets the cause.
func (f *Frame) Fail(title string, err error, again func()) {
	slog.Error("window", "what", title, "error", err)
	var close func()
	actions := []ButtonSpec{{Text: "关闭", Key: "Esc", Primary: again == nil, OnPress: func() { close() }}}
	var confirm func()
	if again != nil {
		confirm = func() { close(); again() }
		actions = append(actions, ButtonSpec{Text: "再试", Primary: true, OnPress: confirm})
	}
	close = f.Dialogs.Show(Dialog{Title: title, Icon: theme.IconBlock, Tone: theme.ColorRefuse,
		Body: NewTroubleBody(TroubleOf(title, err)), Actions: actions, Confirm: confirm})
}

// FailFile shows why a file could not be taken in and offers another one (other). kept says what stands where the error
// does not. The log gets the cause.
func (f *Frame) FailFile(title, kept string, err error, other func()) {
	slog.Error("window", "what", title, "error", err)
	t := TroubleOf(title, err)
	if t.Kept == "" {
		t.Kept = kept
	}
	var close func()
	again := func() { close(); other() }
	close = f.Dialogs.Show(Dialog{Title: t.Title, Icon: theme.IconBlock, Tone: theme.ColorRefuse, Body: NewTroubleBody(t), Confirm: again,
		Actions: []ButtonSpec{{Text: "关闭", Key: "Esc", OnPress: func() { close() }},
			{Text: "另选文件…", Icon: theme.IconOpen, Primary: true, OnPress: again}}})
}

// Done shows a short message that something was done.
func (f *Frame) Done(text string) { f.Toasts.Show(Toast{Kind: ToastDone, Text: text}) }

// Info shows a short message.
func (f *Frame) Info(text string) { f.Toasts.Show(Toast{Kind: ToastInfo, Text: text}) }

// Saved says where a file was written, with ways to open it and the folder that it lies in.
func (f *Frame) Saved(said, path string) {
	f.Toasts.Show(Toast{Kind: ToastDone, Text: said + "：" + filepath.Base(path), Action: "打开", OnPress: func() { f.Open(path) },
		Second: "所在文件夹", OnSecond: func() { f.OpenFolder(path) }})
}

// SavedIn says the same of a file that goes elsewhere as it is, with a way to its folder.
func (f *Frame) SavedIn(said, path string) {
	f.Toasts.Show(Toast{Kind: ToastDone, Text: said + "：" + filepath.Base(path), Action: "打开所在文件夹", OnPress: func() { f.OpenFolder(path) }})
}

// Copy puts text on the clipboard and says so.
func (f *Frame) Copy(text, said string) {
	if f.Clipboard != nil && text != "" {
		f.Clipboard.SetContent(text)
		f.Done(said)
	}
}

// Menu opens a list of actions below (or above) an object.
func Menu(anchor fyne.CanvasObject, items ...*fyne.MenuItem) {
	c := canvasOf(anchor)
	if c == nil {
		return
	}
	showMenu(c, anchor, items)
}
