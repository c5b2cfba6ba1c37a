// Package native is the system around the window: dialogs that choose files and folders, programs that show or print
// a file, and the folder for drafts on their way to the printer. What differs between systems stands in files of
// their own behind a few functions.
package native

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"yidanqing/app"
)

// errNoChooser tells that the system has no dialog that chooses files: the toolkit's own serves then.
var errNoChooser = errors.New("no chooser")

// request is what a dialog asks for.
type request struct {
	title      string
	extensions []string // without the dot; empty: all files
	many       bool
	folder     bool
	start      string // the folder to begin in; empty: where the system likes
}

// Files serves one window. It implements kit.Files.
type Files struct {
	window fyne.Window
	busy   bool // a dialog is open; a second one is not opened over it

	// Folder is where a dialog opens, empty: where the system likes; OnFolder is told where files were chosen.
	Folder   string
	OnFolder func(path string)
}

// New serves a window.
func New(w fyne.Window) *Files { return &Files{window: w} }

// ChooseFiles opens a dialog that chooses one or many files. done gets their paths on the UI thread; it is not called
// where the clerk cancels.
func (f *Files) ChooseFiles(title string, extensions []string, many bool, done func(paths []string)) {
	f.choose(request{title: title, extensions: extensions, many: many}, done)
}

// ChooseFolder opens a dialog that chooses a folder.
func (f *Files) ChooseFolder(title string, done func(path string)) {
	f.choose(request{title: title, folder: true}, func(paths []string) { done(paths[0]) })
}

func (f *Files) choose(r request, done func([]string)) {
	if f.busy {
		return
	}
	f.busy = true
	if s, err := os.Stat(f.Folder); err == nil && s.IsDir() { // a stick may have been pulled out
		r.start = f.Folder
	}
	go func() {
		paths, err := choose(r)
		fyne.Do(func() {
			f.busy = false
			switch {
			case errors.Is(err, errNoChooser):
				f.own(r, done)
			case err == nil && len(paths) > 0:
				f.chosen(r, paths[0])
				done(paths)
			}
		})
	}()
}

// chosen remembers the folder of what was chosen.
func (f *Files) chosen(r request, path string) {
	folder := path
	if !r.folder {
		folder = filepath.Dir(path)
	}
	if folder == f.Folder {
		return
	}
	f.Folder = folder
	if f.OnFolder != nil {
		f.OnFolder(folder)
	}
}

// own opens the toolkit's dialog, which chooses one file at a time.
func (f *Files) own(r request, done func([]string)) {
	if r.folder {
		d := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
			if err == nil && u != nil {
				f.chosen(r, u.Path())
				done([]string{u.Path()})
			}
		}, f.window)
		d.SetTitleText(r.title)
		begin(d, r)
		f.open(d)
		return
	}
	d := dialog.NewFileOpen(func(rc fyne.URIReadCloser, err error) {
		if err != nil || rc == nil {
			return
		}
		path := rc.URI().Path()
		_ = rc.Close() // only its name is wanted
		f.chosen(r, path)
		done([]string{path})
	}, f.window)
	d.SetTitleText(r.title)
	begin(d, r)
	if len(r.extensions) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(dotted(r.extensions)))
	}
	f.open(d)
}

// begin opens the toolkit's dialog in the folder that was last used.
func begin(d interface{ SetLocation(fyne.ListableURI) }, r request) {
	if r.start == "" {
		return
	}
	if u, err := storage.ListerForURI(storage.NewFileURI(r.start)); err == nil {
		d.SetLocation(u)
	}
}

// open shows the toolkit's dialog with room to read long names.
func (f *Files) open(d dialog.Dialog) {
	room := f.window.Canvas().Size()
	d.Show()
	d.Resize(fyne.NewSize(room.Width*0.8, room.Height*0.8))
}

func dotted(extensions []string) []string {
	out := make([]string, 0, 2*len(extensions))
	for _, e := range extensions {
		out = append(out, "."+e, "."+strings.ToUpper(e))
	}
	return out
}

// ShowFile opens a file or folder with the system's own program.
func (f *Files) ShowFile(path string) error {
	if _, err := os.Stat(path); err != nil {
		return app.WrapError(app.CodeNotFound, err, "找不到%s。请检查它是否被移走，或优盘是否拔出。", path)
	}
	if err := show(path); err != nil {
		return app.WrapError(app.CodeNoOpener, err, "没有找到能打开它的程序。文件未动，在 %s。请在文件夹里双击打开，或安装 PDF 阅读程序。", path)
	}
	return nil
}

// Spool keeps drafts on their way to the printer in a folder of their own, outside the ledger.
type Spool struct{ Dir string }

// SpoolDraft writes a draft and gives its path. The folder is emptied by Clean.
func (s Spool) SpoolDraft(name string, pdf []byte) (string, error) {
	path := filepath.Join(s.Dir, filepath.Base(name))
	if err := os.MkdirAll(s.Dir, 0o700); err != nil {
		return "", spoolFault(path, err)
	}
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		return "", spoolFault(path, err)
	}
	return path, nil
}

func spoolFault(path string, err error) error {
	return app.WrapError(app.CodeReadOnly, err, "送审稿写不到 %s。台账没有变动。请检查磁盘是否已满或文件是否正打开，再试一次。", path)
}

// Clean removes the drafts of earlier days.
func (s Spool) Clean() error { return os.RemoveAll(s.Dir) }
