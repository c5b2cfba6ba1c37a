package reports_test

import (
	"bytes"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"yidanqing/app/paper"
	"yidanqing/reports/pdf"
)

// A paper is copied and faxed in black and white. The test renders every golden file with 1 bit at 200 dpi, as a copier or
// a fine fax does, and holds the picture against the 8-bit rendering of the same size, which is what a good printer shows.
// Text recognition is not at hand, and it would forgive what an eye does not; so each piece of text is measured by itself:
//
//   - ink: enough of its box is really dark in the 8-bit picture. Grey words would be light there and dotted in the copy.
//   - ground: enough of its box is really white. On a grey ground the copy would be dotted or solid.
//   - kept: nearly all dark pixels have ink beside them in the copy: no stroke has vanished.
//   - clean: nearly all white pixels are white in the copy: the counters of the characters are open, nothing was added.
//
// Lines are followed along their course, and filled areas (the code) are looked at inside: there must be ink.
const (
	monoDPI = 200

	leastInk, leastGround = 0.02, 0.20 // 一、 has little ink, bold small characters little white; grey gives none of either
	leastKept, leastClean = 0.98, 0.98
	leastLine             = 0.97
)

// shade is an 8-bit picture: 0 black, 255 white.
type shade struct {
	w, h int
	pix  []byte
}

func (s *shade) at(x, y int) byte {
	if x < 0 || y < 0 || x >= s.w || y >= s.h {
		return 255
	}
	return s.pix[y*s.w+x]
}

// near tells whether a pixel or one beside it is dark.
func (s *shade) near(x, y int) bool {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if s.at(x+dx, y+dy) < 128 {
				return true
			}
		}
	}
	return false
}

// rendered has poppler draw one page, with 1 bit or 8 bits a pixel.
func rendered(t *testing.T, tool, file string, page int, mode string) *shade {
	t.Helper()
	n := strconv.Itoa(page)
	out, err := exec.CommandContext(t.Context(), tool, mode, "-r", strconv.Itoa(monoDPI), "-f", n, "-l", n, file).Output()
	if err != nil {
		t.Fatalf("%s: %v", tool, err)
	}
	var kind string
	s := &shade{}
	if _, err := fmt.Sscan(string(out[:min(len(out), 40)]), &kind, &s.w, &s.h); err != nil {
		t.Fatalf("%s: no picture: %v", tool, err)
	}
	s.pix = make([]byte, s.w*s.h)
	switch kind {
	case "P5":
		copy(s.pix, out[len(out)-s.w*s.h:])
	case "P4": // rows of bits, 1 is black
		row := (s.w + 7) / 8
		bits := out[len(out)-row*s.h:]
		for y := range s.h {
			for x := range s.w {
				if bits[y*row+x/8]&(0x80>>(x%8)) == 0 {
					s.pix[y*s.w+x] = 255
				}
			}
		}
	default:
		t.Fatalf("%s: picture of kind %s", tool, kind)
	}
	return s
}

const pixelsPerMM = monoDPI / 25.4

// reach is the box of a piece of text, in pixels.
func reach(it paper.Item) (x0, y0, x1, y1 int) {
	em := it.Size / 72 * 25.4
	width := 0.0
	for _, r := range it.Text {
		if r < 0x2000 {
			width += 0.55 * em
		} else {
			width += em
		}
	}
	px := func(mm float64) int { return int(mm * pixelsPerMM) }
	return px(it.X), px(it.Y - 0.82*em), px(it.X + width), px(it.Y + 0.1*em)
}

// han counts the characters that fill their square: of others, a box says little.
func han(text string) int {
	n := 0
	for _, r := range text {
		if r >= 0x4E00 && r <= 0x9FFF {
			n++
		}
	}
	return n
}

// complaints are what a copy of a page loses.
func complaints(p paper.Page, grey, mono *shade) []string {
	var out []string
	for _, it := range p.Items {
		what := ""
		switch it.Kind {
		case paper.ItemText:
			what = textComplaint(it, grey, mono)
		case paper.ItemLine:
			what = lineComplaint(it.X, it.Y, it.X2, it.Y2, mono)
		case paper.ItemRect:
			for _, l := range [][4]float64{{it.X, it.Y, it.X + it.W, it.Y}, {it.X, it.Y + it.H, it.X + it.W, it.Y + it.H},
				{it.X, it.Y, it.X, it.Y + it.H}, {it.X + it.W, it.Y, it.X + it.W, it.Y + it.H}} {
				if what == "" {
					what = lineComplaint(l[0], l[1], l[2], l[3], mono)
				}
			}
		case paper.ItemFill:
			if x, y := (it.X+it.W/2)*pixelsPerMM, (it.Y+it.H/2)*pixelsPerMM; mono.at(int(x), int(y)) != 0 {
				what = fmt.Sprintf("filled area at %.1f, %.1f mm is not black", it.X, it.Y)
			}
		}
		if what != "" {
			out = append(out, what)
		}
	}
	return out
}

func textComplaint(it paper.Item, grey, mono *shade) string {
	x0, y0, x1, y1 := reach(it)
	var all, dark, kept, white, clean int
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			all++
			switch v := grey.at(x, y); {
			case v < 96:
				dark++
				if mono.near(x, y) {
					kept++
				}
			case v > 224:
				white++
				if mono.at(x, y) != 0 {
					clean++
				}
			}
		}
	}
	if all == 0 || han(it.Text) == 0 {
		return ""
	}
	share := func(n, of int) float64 { return float64(n) / float64(max(of, 1)) }
	full := share(han(it.Text), len([]rune(it.Text)))
	switch {
	case share(dark, all) < leastInk*full:
		return fmt.Sprintf("%q: %.3f of its box is dark: the words are grey or gone", it.Text, share(dark, all))
	case share(white, all) < leastGround:
		return fmt.Sprintf("%q: %.2f of its box is white: it stands on a ground", it.Text, share(white, all))
	case share(kept, dark) < leastKept:
		return fmt.Sprintf("%q: %.3f of its strokes are left", it.Text, share(kept, dark))
	case share(clean, white) < leastClean:
		return fmt.Sprintf("%q: %.3f of its white is left: the characters are clogged", it.Text, share(clean, white))
	}
	return ""
}

// lineComplaint follows a line in the copy.
func lineComplaint(x0, y0, x1, y1 float64, mono *shade) string {
	const steps = 60
	seen := 0
	for i := range steps {
		at := (float64(i) + 0.5) / steps
		if mono.near(int((x0+(x1-x0)*at)*pixelsPerMM), int((y0+(y1-y0)*at)*pixelsPerMM)) {
			seen++
		}
	}
	if share := float64(seen) / steps; share < leastLine {
		return fmt.Sprintf("line from %.1f, %.1f to %.1f, %.1f mm: %.2f of it is left", x0, y0, x1, y1, share)
	}
	return ""
}

func poppler(t *testing.T) string {
	t.Helper()
	tool, err := exec.LookPath("pdftoppm")
	if err != nil {
		t.Skip("pdftoppm is not installed: nothing draws the pages")
	}
	return tool
}

// TestBlackAndWhiteCopyIsReadable holds the copy of every golden file against what a good printer shows.
func TestBlackAndWhiteCopyIsReadable(t *testing.T) {
	if testing.Short() {
		t.Skip("draws some thirty pages twice")
	}
	tool := poppler(t)
	files, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		pages, err := pdf.Pages(read(t, file))
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range pages {
			bad := complaints(p, rendered(t, tool, file, i+1, "-gray"), rendered(t, tool, file, i+1, "-mono"))
			for k, c := range bad {
				if k == 5 {
					t.Errorf("%s page %d: %d more", file, i+1, len(bad)-k)
					break
				}
				t.Errorf("%s page %d: %s", file, i+1, c)
			}
		}
	}
}

// TestTheCopyTestSeesWhatACopierDoes spoils the pictures as grey ink, a grey ground, a weak and a thick copy would.
func TestTheCopyTestSeesWhatACopierDoes(t *testing.T) {
	tool, file := poppler(t), "testdata/feedback.pdf"
	pages, err := pdf.Pages(read(t, file))
	if err != nil {
		t.Fatal(err)
	}
	page, grey, mono := pages[0], rendered(t, tool, file, 1, "-gray"), rendered(t, tool, file, 1, "-mono")
	var words paper.Item
	for _, it := range page.Items {
		if han(it.Text) > 12 {
			words = it
			break
		}
	}
	line := paper.Item{Kind: paper.ItemLine, X: 30, Y: 290, X2: 60, Y2: 290}
	page.Items = []paper.Item{words}
	x0, y0, x1, y1 := reach(words)
	spoil := func(s *shade, each func(v byte, x, y int) byte) *shade {
		out := &shade{s.w, s.h, slices.Clone(s.pix)}
		for y := y0; y < y1; y++ {
			for x := x0; x < x1; x++ {
				out.pix[y*s.w+x] = each(s.at(x, y), x, y)
			}
		}
		return out
	}
	for name, c := range map[string]struct {
		page       paper.Page
		grey, mono *shade
		want       string
	}{
		"as it is":    {page, grey, mono, ""},
		"grey words":  {page, spoil(grey, func(v byte, _, _ int) byte { return 150 + v/3 }), mono, "the words are grey"},
		"grey ground": {page, spoil(grey, func(v byte, _, _ int) byte { return min(v, 200) }), mono, "stands on a ground"},
		"weak copy": {page, grey, spoil(mono, func(v byte, x, _ int) byte {
			if x%6 < 4 {
				return 255
			}
			return v
		}), "of its strokes are left"},
		"thick copy": {page, grey, spoil(mono, func(_ byte, x, y int) byte {
			if mono.near(x, y) {
				return 0
			}
			return 255
		}), "clogged"},
		"a line that is not there": {paper.Page{Items: []paper.Item{line}}, grey, mono, "of it is left"},
	} {
		got := complaints(c.page, c.grey, c.mono)
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || !bytes.Contains([]byte(got[0]), []byte(c.want))) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
