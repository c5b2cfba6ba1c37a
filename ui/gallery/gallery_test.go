package gallery

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"yidanqing/app/paper"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// files are the parsed files of a package, without tests.
func files(t *testing.T, dir string) []*ast.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var out []*ast.File
	for _, n := range names {
		if strings.HasSuffix(n, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), n, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
	if len(out) == 0 {
		t.Fatalf("no files in %s", dir)
	}
	return out
}

// constructors are the exported functions of ui/kit that make something to be seen: those called New…, and those that give a
// container or a slot.
func constructors(t *testing.T) []string {
	var out []string
	for _, f := range files(t, filepath.Join("..", "kit")) {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Recv != nil || !fn.Name.IsExported() {
				continue
			}
			if strings.HasPrefix(fn.Name.Name, "New") || gives(fn) {
				out = append(out, fn.Name.Name)
			}
		}
	}
	return out
}

// gives tells whether a function gives an object of the toolkit.
func gives(fn *ast.FuncDecl) bool {
	if fn.Type.Results == nil {
		return false
	}
	for _, r := range fn.Type.Results.List {
		e := r.Type
		if s, ok := e.(*ast.StarExpr); ok {
			e = s.X
		}
		if s, ok := e.(*ast.SelectorExpr); ok && (s.Sel.Name == "Container" || s.Sel.Name == "CanvasObject") {
			return true
		}
		if id, ok := e.(*ast.Ident); ok && id.Name == "Slot" {
			return true
		}
	}
	return false
}

// TestEveryWidgetIsShown keeps ui/kit and the gallery together: what can be made there stands here.
func TestEveryWidgetIsShown(t *testing.T) {
	used := map[string]bool{}
	for _, f := range files(t, ".") {
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if id, ok := s.X.(*ast.Ident); ok && id.Name == "kit" {
					used[s.Sel.Name] = true
				}
			}
			return true
		})
	}
	all := constructors(t)
	if len(all) < 60 {
		t.Fatalf("only %d constructors were found in ui/kit", len(all))
	}
	for _, name := range all {
		if !used[name] {
			t.Errorf("kit.%s is not in the gallery", name)
		}
	}
}

// read is a file of the assets.
func read(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "assets", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func open(t *testing.T, width float32) *Gallery {
	t.Helper()
	g := New(Params{App: test.NewTempApp(t), Regular: read(t, "fonts/window-regular.otf"), Bold: read(t, "fonts/window-bold.otf"),
		Icons: os.DirFS(filepath.Join("..", "..", "assets", "icons")), Runner: kit.Inline(),
		PaperFonts: map[paper.Face][]byte{paper.FaceTitle: read(t, "fonts/serif-bold.ttf"), paper.FaceBody: read(t, "fonts/serif-regular.ttf")}})
	g.win.Resize(fyne.NewSize(width, 1100))
	t.Cleanup(g.win.Close)
	return g
}

// count walks what is drawn and counts its texts; wide are those that stand beyond the window at its side.
func count(o fyne.CanvasObject, x, room float32) (texts int, wide []string) {
	if o == nil || !o.Visible() {
		return 0, nil
	}
	x += o.Position().X
	var children []fyne.CanvasObject
	switch v := o.(type) {
	case *canvas.Text:
		if strings.TrimSpace(v.Text) == "" {
			return 0, nil
		}
		if x < -1 || x+v.MinSize().Width > room+1 {
			wide = append(wide, v.Text)
		}
		return 1, wide
	case *fyne.Container:
		children = v.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(v).Objects()
	}
	for _, c := range children {
		n, w := count(c, x, room)
		texts, wide = texts+n, append(wide, w...)
	}
	return texts, wide
}

// TestEveryShelfIsDrawnInEveryLook opens each shelf in light and dark and at each text size: something is drawn, and nothing
// stands beside the window.
func TestEveryShelfIsDrawnInEveryLook(t *testing.T) {
	g := open(t, 1366)
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		for _, percent := range percents {
			g.SetLook(mode, percent)
			for i, name := range g.Tabs() {
				g.Choose(i)
				texts, wide := count(g.win.Canvas().Content(), 0, g.win.Canvas().Size().Width)
				if texts < 15 {
					t.Errorf("%s, %s, %d %%: %d texts", name, mode, percent, texts)
				}
				if len(wide) > 0 {
					t.Errorf("%s, %s, %d %%: beside the window: %v", name, mode, percent, wide)
				}
			}
		}
	}
}

// TestTheGalleryOpensTheRealDialogs: what is shown in place can be opened too, and Esc closes it.
func TestTheGalleryOpensTheRealDialogs(t *testing.T) {
	g := open(t, 1366)
	g.frame.Fail("没有打印成功", os.ErrNotExist, nil)
	if !g.frame.Dialogs.Open() {
		t.Fatal("no dialog")
	}
	g.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if g.frame.Dialogs.Open() {
		t.Error("Esc does not close it")
	}
}

// TestShots writes a picture of each shelf in each look into the folder that YDQ_SHOTS names.
func TestShots(t *testing.T) {
	dir := os.Getenv("YDQ_SHOTS")
	if dir == "" {
		t.Skip("no folder for pictures")
	}
	g := open(t, 1366)
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		for _, percent := range percents {
			g.SetLook(mode, percent)
			for i := range g.Tabs() {
				g.Choose(i)
				f, err := os.Create(filepath.Join(dir, fmt.Sprintf("gallery-%d-%s-%d.png", i+1, mode, percent)))
				if err != nil {
					t.Fatal(err)
				}
				if err := png.Encode(f, g.win.Canvas().Capture()); err != nil {
					t.Fatal(err)
				}
				if err := f.Close(); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
