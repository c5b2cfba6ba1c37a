package kit

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"yidanqing/app"
	"yidanqing/ui/theme"
)

// Duplex says on which sides of the sheet is printed (单双面).
type Duplex string

const (
	DuplexUsual Duplex = ""      // as the printer is set
	DuplexOff   Duplex = "one"   // one side
	DuplexLong  Duplex = "long"  // both sides, bound at the long edge
	DuplexShort Duplex = "short" // both sides, bound at the short edge
)

// Printing is where and how papers are printed (打印设置).
type Printing struct {
	Printer string // as the system names it; empty: its default printer
	Copies  int    // 0: one
	Duplex  Duplex
}

// MostCopies is how many copies one print makes.
const MostCopies = 99

// Printers are the printers of this PC.
type Printers struct {
	Names   []string
	Default string // empty: the system has none
	// Sides tells that papers can be sent with their sides; where they cannot, the printer's own settings hold.
	Sides bool
}

// Has tells whether a printer is there; the empty name stands for the default one.
func (p Printers) Has(name string) bool {
	for _, n := range p.Names {
		if n == name {
			return true
		}
	}
	return name == "" && len(p.Names) > 0
}

// PrintJob are files on their way to a printer, in their order.
type PrintJob struct {
	Paths []string
	Title string // in the printer's queue
	Printing
}

// PrintOutcome is what became of a print job.
type PrintOutcome int

const (
	PrintSent        PrintOutcome = iota // to the printer
	PrintFileOpened                      // the system cannot print such files by itself: the file was opened instead
	PrintFolderShown                     // the same with several files: their folder was opened
)

// Print sends files to the printer that was chosen last, beside the window, and says what became of it. what names them:
// 台账, 反馈单; kept says what stands in any case and may be empty.
func (f *Frame) Print(paths []string, what, kept string) {
	f.Send(paths, what, func(o PrintOutcome, err error) { f.sent(paths, what, kept, o, err) })
}

// PaperJob is a paper that is made and then printed.
type PaperJob struct {
	What      string // names it: 台账, 月报
	Busy      string // said while it is made
	Failed    string // said when it was not
	Cancelled string // said when it was given up
	Make      func(context.Context) (path string, err error)
	Again     func() // tries once more
	Made      func() // told when it is made, nil: nobody
}

// PrintMade makes a paper beside the window and prints it.
func (f *Frame) PrintMade(j PaperJob) {
	Run(f.Runner, j.Busy, j.Make, func(path string, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			f.Info(j.Cancelled)
		case err != nil:
			f.Fail(j.Failed, err, j.Again)
		default:
			if j.Made != nil {
				j.Made()
			}
			f.Print([]string{path}, j.What, "")
		}
	})
}

// LedgerKept is said when a print from the ledger is given up.
const LedgerKept = "已取消打印，台账没有变动"

// Send is Print for pages that say themselves what became of it.
func (f *Frame) Send(paths []string, what string, done func(PrintOutcome, error)) {
	job := PrintJob{Paths: paths, Title: what, Printing: f.printing()}
	Run(f.Runner, "正在送打印", func(ctx context.Context) (PrintOutcome, error) { return f.Files.Print(ctx, job) }, done)
}

func (f *Frame) printing() Printing {
	if f.Printing == nil {
		return Printing{}
	}
	return *f.Printing
}

// PrintedWords says what became of a print: 已送打印（党政办 HP，2 份）.
func (f *Frame) PrintedWords(o PrintOutcome) string {
	switch o {
	case PrintFileOpened:
		return "本机的 PDF 程序不能直接打印，文件已打开，请在打开的窗口里打印"
	case PrintFolderShown:
		return "本机的 PDF 程序不能直接打印，已打开所在文件夹，请选中后打印"
	}
	p, detail := f.printing(), ""
	if p.Printer != "" {
		detail = p.Printer
	}
	if p.Copies > 1 {
		if detail != "" {
			detail += "，"
		}
		detail += fmt.Sprintf("%d 份", p.Copies)
	}
	if detail != "" {
		detail = "（" + detail + "）"
	}
	return "已送打印" + detail
}

// sent says what became of a print.
func (f *Frame) sent(paths []string, what, kept string, o PrintOutcome, err error) {
	switch {
	case app.ErrorCode(err) == app.CodeNoOpener: // nothing failed: the file goes to a PC that can print
		f.Toasts.Show(Toast{Kind: ToastDone, Text: what + "已生成，PDF 在：" + paths[0]})
	case err != nil:
		f.FailPrint(paths, what, kept, err)
	case o == PrintSent:
		f.Done(what + f.PrintedWords(o))
	default:
		f.Done(what + "：" + f.PrintedWords(o))
	}
}

// FailPrint tells that a print failed, what stands, and offers the folder, another printer, and another try.
func (f *Frame) FailPrint(paths []string, what, kept string, err error) {
	t := TroubleOf("没有打印成功", err)
	if kept == "" {
		kept = "台账没有变动，PDF 还在：" + paths[0]
	}
	t.Kept = kept + t.Kept
	var close func()
	again := func() { close(); f.Print(paths, what, kept) }
	close = f.Dialogs.Show(Dialog{Title: t.Title, Icon: theme.IconBlock, Tone: theme.ColorRefuse, Body: NewTroubleBody(t), Width: 560, Confirm: again,
		Left: []ButtonSpec{{Text: "打开 PDF", Icon: theme.IconPaper, OnPress: func() { close(); f.Open(paths[0]) }},
			{Text: "换打印机…", OnPress: func() { close(); f.AskPrinting(func() { f.Print(paths, what, kept) }) }}},
		Actions: []ButtonSpec{
			{Text: "关闭", Key: "Esc", OnPress: func() { close() }},
			{Text: "再印一次", Icon: theme.IconPrint, Primary: true, OnPress: again}}})
}

// Open shows a file or folder with the system's own program and says where it cannot.
func (f *Frame) Open(path string) {
	if err := f.Files.ShowFile(path); err != nil {
		f.Fail("没有打开文件", err, nil)
	}
}

// OpenFolder shows the folder in which a file lies (打开所在文件夹).
func (f *Frame) OpenFolder(path string) {
	if err := f.Files.ShowInFolder(path); err != nil {
		f.Fail("没有打开“"+filepath.Base(filepath.Dir(path))+"”文件夹", err, nil)
	}
}
