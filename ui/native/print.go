package native

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"time"

	"yidanqing/app"
	"yidanqing/ui/kit"
)

// errNoVerb tells that the system has no program that prints such files by itself: they are opened then.
var errNoVerb = errors.New("nothing prints such files")

// printerWait is how long the system may take to answer about its printers, or to take a job over.
const printerWait = 20 * time.Second

// Printers are the printers of this PC.
func (f *Files) Printers(ctx context.Context) (kit.Printers, error) {
	ctx, cancel := context.WithTimeout(ctx, printerWait)
	defer cancel()
	p, err := printers(ctx)
	switch {
	case errors.Is(err, errNoVerb): // no printing on this PC
		return kit.Printers{}, nil
	case err != nil:
		return p, app.WrapError(app.CodeInternal, err, "系统没有答复有哪些打印机。请检查打印服务是否已启动，再试一次。")
	}
	return p, nil
}

// Print sends files to the printer of the job, or to the system's default one. Where the system has no way to print them by
// itself, it opens the file, or the folder of several. The error says what did not work and what to do.
func (f *Files) Print(ctx context.Context, job kit.PrintJob) (kit.PrintOutcome, error) {
	for _, path := range job.Paths {
		if _, err := os.Stat(path); err != nil {
			return kit.PrintSent, app.WrapError(app.CodeNotFound, err, "找不到%s，没有打印。请检查它是否被移走。", path)
		}
	}
	if len(job.Paths) == 0 {
		return kit.PrintSent, app.Errorf(app.CodeInvalid, "没有要打印的文件。")
	}
	ctx, cancel := context.WithTimeout(ctx, printerWait)
	defer cancel()
	if job.Printer != "" {
		if p, err := printers(ctx); err == nil && !slices.Contains(p.Names, job.Printer) {
			return kit.PrintSent, app.Errorf(app.CodeNotFound, "找不到打印机“%s”，没有打印。请检查它是否开机、连好，或另选一台打印机。", job.Printer)
		}
	}
	err := send(ctx, job)
	switch {
	case err == nil:
		return kit.PrintSent, nil
	case !errors.Is(err, errNoVerb):
		return kit.PrintSent, jobFault(job, err)
	case len(job.Paths) == 1:
		return kit.PrintFileOpened, f.ShowFile(job.Paths[0])
	}
	return kit.PrintFolderShown, f.ShowFile(filepath.Dir(job.Paths[0]))
}

// jobFault says why the system did not take a job over.
func jobFault(job kit.PrintJob, err error) error {
	printer := "默认打印机"
	if job.Printer != "" {
		printer = "打印机“" + job.Printer + "”"
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return app.WrapError(app.CodeInternal, err, "%s过了 %d 秒还没有答复，可能没有打印。请先看打印队列，再决定要不要重印。", printer, int(printerWait/time.Second))
	}
	return app.WrapError(app.CodeInternal, err, "%s没有收下，没有打印。请检查打印机是否开机、连好、有纸，再印一次，或另选一台打印机。", printer)
}

// ShowInFolder opens the folder in which a file lies (打开所在文件夹).
func (f *Files) ShowInFolder(path string) error {
	if _, err := os.Stat(path); err != nil {
		return app.WrapError(app.CodeNotFound, err, "找不到%s。请检查它是否被移走，或优盘是否拔出。", path)
	}
	if err := showIn(path); err != nil {
		return app.WrapError(app.CodeNoOpener, err, "没有打开文件夹。文件未动，在 %s。", path)
	}
	return nil
}
