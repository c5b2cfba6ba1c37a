//go:build !cli

package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/inquire"
	"yidanqing/app/paper"
	"yidanqing/app/rule"
	"yidanqing/assets/fonts"
	"yidanqing/assets/help"
	"yidanqing/assets/icons"
	"yidanqing/data/file"
	"yidanqing/data/store"
	"yidanqing/ui/command"
	"yidanqing/ui/gallery"
	"yidanqing/ui/window"
)

// openWindow opens the data folder and the window, until it is closed.
func openWindow(ctx context.Context, dir string, streams command.Streams) int {
	if !hasScreen(streams) {
		return command.Failed
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	o := startOpening(ctx, dir)
	var r opened
	select {
	case r = <-o.done:
	case <-o.slow:
		return upgradeInWindow(ctx, o, cancel, streams)
	}
	if app.ErrorCode(r.err) == app.CodeConflict {
		if d, e := dataDir(dir); e == nil && store.AskToShow(ctx, d, 3*time.Second) {
			return command.OK
		}
	}
	if r.err != nil {
		complainInWindow(r.err)
		return refuse(streams, r.err)
	}
	defer keepLog(r.desk.Dir)()
	parts := params(newApp(), r.desk, r.press)
	startLight(parts.App, r.desk.Warm)
	w, err := window.New(parts)
	if err != nil {
		return refuse(streams, err)
	}
	go r.store.OnShow(ctx, 300*time.Millisecond, w.Raise)
	w.Window().ShowAndRun()
	return closeOpened(ctx, r, nil, streams)
}

// startLight collects nothing before the first frame and calls warm after it: both would only hold it up.
func startLight(a fyne.App, warm func()) {
	debug.SetGCPercent(-1)
	a.Lifecycle().SetOnStarted(func() { afterStart(warm) })
}

// afterStart readies the judge and gives back what starting took, once the first frame is drawn.
func afterStart(warm func()) {
	time.AfterFunc(afterFirstFrame, func() {
		debug.SetGCPercent(garbagePercent)
		warm()
		debug.FreeOSMemory() // what starting took is many times what stays
	})
}

// newApp is the toolkit's part of the program.
func newApp() fyne.App { return fyneapp.NewWithID("cn.yidanqing.desktop") }

// hasScreen tells whether a window can be opened here, and says so where it cannot.
func hasScreen(streams command.Streams) bool {
	if runtime.GOOS != "linux" {
		return true
	}
	if os.Getenv("DISPLAY") == "" {
		fmt.Fprintln(streams.Err, "没有图形界面，窗口打不开。可以用命令行，用法见 yidanqing --help。")
		return false
	}
	if os.Getenv("FYNE_PLATFORM") == "" {
		os.Setenv("FYNE_PLATFORM", "x11") // on Wayland proper there is no Chinese input
	}
	return true
}

// openGallery opens the window that shows every widget; no data folder is touched.
func openGallery(_ context.Context, streams command.Streams) int {
	if !hasScreen(streams) {
		return command.Failed
	}
	g := gallery.New(gallery.Params{App: fyneapp.NewWithID("cn.yidanqing.gallery"), Regular: fonts.WindowRegular, Bold: fonts.WindowBold, Icons: icons.FS,
		PaperFonts: paperFonts()})
	g.Window().ShowAndRun()
	return command.OK
}

// paperFonts are the embedded fonts of the papers.
func paperFonts() map[paper.Face][]byte {
	return map[paper.Face][]byte{paper.FaceTitle: fonts.SerifBold, paper.FaceBody: fonts.SerifRegular, paper.FaceHei: fonts.SansBold,
		paper.FaceKai: fonts.Kai, paper.FaceSpare: fonts.SerifRegular}
}

// garbagePercent is how much garbage may gather, in percent of what is in use. What is in use is mostly fonts, words and
// vectors, which stay as long as the window does; the usual hundred would hold as much again for nothing. A collection takes
// some 15 ms beside the window: twice a second while pages are opened one after another, hardly any otherwise.
const garbagePercent = 25

// afterFirstFrame is how long after the toolkit is ready the first frame is surely drawn, also on a slow PC.
const afterFirstFrame = 300 * time.Millisecond

func params(a fyne.App, d *command.Desk, p *press) window.Params {
	out := window.Params{
		App: a, Version: version,
		Regular: fonts.WindowRegular, Bold: fonts.WindowBold, Icons: icons.FS, Help: help.Texts,
		PaperFonts: p.FontFiles(), RareFont: p.RareFont,
		DataDir: d.Dir, PaperDir: filepath.Join(d.Dir, "papers"), DraftDir: filepath.Join(d.Dir, "drafts"),
		Compare: d.Compare, Warm: d.Warm, Intake: d.Intake, Decide: d.Decide, Inquire: d.Inquire, Upkeep: d.Upkeep,
		Documents: documents{}, Lists: lists{}, Tables: lists{}, CheckPaper: checkPaper, Sample: sampleList, Trial: newTrial(a), Now: time.Now,
	}
	for _, f := range p.Faces() {
		out.PaperFaces = append(out.PaperFaces, window.FaceLine{Part: f.Part, Font: f.Name, Own: f.Local})
	}
	return out
}

// checkPaper checks the file of a paper by itself.
func checkPaper(ctx context.Context, path string) (inquire.Proof, error) {
	data, err := file.Open(ctx, path)
	if err != nil {
		return inquire.Proof{}, err
	}
	return verifyPaper(ctx, data)
}

// complainInWindow tells why the program cannot start, in a small window of its own.
func complainInWindow(err error) {
	window.Complain(newApp(), fonts.WindowRegular, fonts.WindowBold, err)
}

// documents reads files of notices.
type documents struct{}

// ReadDocument reads one file and gives its bytes too, to be kept with the record.
func (documents) ReadDocument(ctx context.Context, path string) (app.Document, []byte, error) {
	data, err := file.OpenNotice(ctx, path)
	if err != nil {
		return app.Document{}, nil, err
	}
	doc, err := file.ReadNotice(ctx, filepath.Base(path), data)
	return doc, data, err
}

// Expand puts the files of folders in place of the folders.
func (documents) Expand(ctx context.Context, paths []string) (files, notes []string, err error) {
	return file.Expand(ctx, paths)
}

// ReadPlain reads a file of plain text.
func (documents) ReadPlain(ctx context.Context, path string) (string, error) {
	return file.ReadPlain(ctx, path)
}

// Formats names the files that notices are read from.
func (documents) Formats() []string { return file.FormatsRead() }

// lists reads files of duty lists and other tables.
type lists struct{}

// PreviewList reads the files of a list for a look before the import.
func (lists) PreviewList(ctx context.Context, paths []string, o duty.Options) (duty.Preview, error) {
	return readList(ctx, paths, o)
}

// ReadTables reads the tables of one file.
func (lists) ReadTables(ctx context.Context, path string) ([]app.Table, error) {
	return readTables(ctx, path)
}

// TableFormats names the files that tables are read from.
func (lists) TableFormats() []string { return file.TableFormats() }

// PreviewRegister reads the file of a register for a look before the import.
func (lists) PreviewRegister(ctx context.Context, kind app.RegisterKind, path string) (app.Register, rule.RegisterPreview, error) {
	tables, err := readTables(ctx, path)
	if err != nil {
		return app.Register{}, rule.RegisterPreview{}, err
	}
	return rule.ImportRegister(kind, tables)
}

// PreviewPack reads the file of a negative list for a look before the import.
func (lists) PreviewPack(ctx context.Context, path string) (app.RulePack, rule.PackPreview, error) {
	return readPack(ctx, path)
}

// ListFormats names the files that lists are read from.
func (lists) ListFormats() []string { return file.TableFormats() }

// keepLog writes the log, and what a crash leaves, into the data folder.
func keepLog(dir string) (closeLog func()) {
	const most = 1 << 20
	path := filepath.Join(dir, "yidanqing.log")
	if s, err := os.Stat(path); err == nil && s.Size() > most {
		if err := os.Rename(path, path+".old"); err != nil {
			slog.Warn("log not turned", "error", err)
		}
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return func() {}
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(f, nil)))
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		slog.Warn("crash output", "error", err)
	}
	return func() { f.Close() }
}
