package kit

import (
	"image/color"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yidanqing/app/paper"
)

func pageFonts(tb testing.TB) *PageFonts {
	tb.Helper()
	files := map[paper.Face][]byte{}
	for face, name := range map[paper.Face]string{paper.FaceTitle: "serif-bold.ttf", paper.FaceBody: "serif-regular.ttf"} {
		b, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", name))
		if err != nil {
			tb.Fatal(err)
		}
		files[face] = b
	}
	return NewPageFonts(files, nil)
}

func page() paper.Page {
	return paper.Page{Width: paper.PageWidth, Height: paper.PageHeight, Seal: &paper.Circle{X: 80, Y: 220, D: 42}, Items: []paper.Item{
		{Kind: paper.ItemText, X: 80, Y: 40, Face: paper.FaceTitle, Size: 22, Text: "事项拒接反馈单"},
		{Kind: paper.ItemText, X: 30, Y: 60, Face: paper.FaceHei, Size: 10.5, Text: "没有这一字体的用正文"},
		{Kind: paper.ItemRect, X: 28, Y: 70, W: 156, H: 100, Stroke: 0.75},
		{Kind: paper.ItemLine, X: 28, Y: 90, X2: 184, Y2: 90, Stroke: 0.5},
		{Kind: paper.ItemLine, X: 100, Y: 200, X2: 104, Y2: 205, Stroke: 0.5},
		{Kind: paper.ItemFill, X: 40, Y: 240, W: 10, H: 10}}}
}

// darkest is the darkest pixel of a part of a page, in millimetres.
func darkest(img interface {
	At(x, y int) color.Color
}, k float64, x, y, w, h float64) uint32 {
	least := uint32(0xFFFF)
	for py := int(y * k); py < int((y+h)*k); py++ {
		for px := int(x * k); px < int((x+w)*k); px++ {
			if r, _, _, _ := img.At(px, py).RGBA(); r < least {
				least = r
			}
		}
	}
	return least
}

func TestPagesAreDrawnWhereTheLayoutPutThem(t *testing.T) {
	img, err := pageFonts(t).Draw(page(), 840, color.White)
	if err != nil {
		t.Fatal(err)
	}
	if img.Rect.Dx() != 840 || img.Rect.Dy() != 1188 {
		t.Errorf("page of %v", img.Rect)
	}
	const k = 4 // pixels a millimetre
	for _, c := range []struct {
		what       string
		x, y, w, h float64
		ink        bool
	}{
		{"title", 80, 33, 50, 8, true}, {"above the title", 80, 20, 50, 10, false}, {"text of a face that is not there", 30, 56, 30, 5, true},
		{"left edge of the frame", 27.5, 75, 1, 50, true}, {"inside the frame", 30, 95, 100, 60, false}, {"line", 60, 89.5, 20, 1, true},
		{"slope", 101, 201, 2, 3, true}, {"filled box", 41, 241, 8, 8, true}, {"margin", 0, 0, 20, 297, false}, {"where the seal goes", 70, 210, 20, 15, false},
	} {
		if dark := darkest(img, k, c.x, c.y, c.w, c.h) < 0x8000; dark != c.ink {
			t.Errorf("%s: ink %v, want %v", c.what, dark, c.ink)
		}
	}
	// the title is as wide as its seven characters of 22 points
	if darkest(img, k, 80+7*22/pointsPerMM+1, 33, 30, 8) < 0x8000 {
		t.Error("the title is wider than the layout measured")
	}
}

func TestPreviewZooms(t *testing.T) {
	useTheme(t, 100)
	p := NewPaperPreview(Inline(), pageFonts(t))
	w := test.NewTempWindow(t, p)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(740, 516))
	p.Set([]paper.Page{page(), page()})
	if a, b := p.pages[0], p.pages[1]; a.Size() != b.Size() || a.Position().Y != b.Position().Y || b.Position().X+b.Size().Width > 740 || a.Size().Height > 516 {
		t.Errorf("pages %v %v, %v %v", a.Position(), a.Size(), b.Position(), b.Size())
	}
	said := ZoomPair
	p.OnZoom = func(z Zoom) { said = z }
	p.pages[0].Tapped(nil)
	if got := p.pages[0].Size().Width; said != ZoomFull || got < 793 || got > 795 {
		t.Errorf("at 100 %% a page is %v wide", got)
	}
	p.SetZoom(ZoomWidth)
	if got := p.pages[0].Size().Width; got < 700 || got > 740 {
		t.Errorf("page width is %v", got)
	}
	if p.pages[0].image.Image == nil {
		t.Error("the page is not painted")
	}
	with := len(p.pages[0].r.objs)
	p.SetSeal(false)
	if without := len(p.pages[0].r.objs); without != with-3 {
		t.Errorf("the seal guide stays: %d objects, then %d", with, without)
	}
}

func BenchmarkDrawPage(b *testing.B) {
	f := pageFonts(b)
	for b.Loop() {
		if _, err := f.Draw(page(), 350, color.White); err != nil {
			b.Fatal(err)
		}
	}
}

func TestAFontThatCannotBeReadIsAnError(t *testing.T) {
	broken := NewPageFonts(map[paper.Face][]byte{paper.FaceBody: []byte("no font")}, nil)
	if _, err := broken.Draw(page(), 350, color.White); err == nil {
		t.Error("drawn with a broken font")
	}
}

// TestARareCharacterIsDrawnWithItsOwnFont: what no face has is drawn by the code of the font that is given for it.
func TestARareCharacterIsDrawnWithItsOwnFont(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", "serif-regular.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	asked := ""
	f := NewPageFonts(map[paper.Face][]byte{paper.FaceBody: data}, func(r rune) ([]byte, error) {
		asked += string(r)
		return data, nil
	})
	rare := paper.Page{Width: paper.PageWidth, Height: paper.PageHeight,
		Items: []paper.Item{{Kind: paper.ItemText, X: 30, Y: 60, Face: paper.FaceRare, Size: 22, Text: "🙏🙏𪚥"}}}
	if _, err := f.Draw(rare, 840, color.White); err != nil {
		t.Fatal(err)
	}
	if asked != "🙏𪚥" {
		t.Errorf("asked for %q", asked)
	}
}
