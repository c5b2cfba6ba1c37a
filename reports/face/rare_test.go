package face

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"yidanqing/app/paper"
)

// TestOutlinesAreReadAndWritten: what is read of an outline reaches as far as the font says, simple glyphs and composite
// ones, and is read again from what is written of it.
func TestOutlinesAreReadAndWritten(t *testing.T) {
	for _, name := range []string{"serif-regular", "sans-bold", "kai"} {
		f := parsed(t, name)
		read := 0
		for r := rune(0x20); r < 0x9FFF; r++ {
			g := f.glyph(r)
			d := f.outline(g)
			if g == 0 || len(d) < 10 {
				continue
			}
			cs, err := f.contours(g, 0)
			if err != nil {
				t.Fatalf("%s %q: %v", name, r, err)
			}
			for i, v := range reach(cs) {
				if want := float64(i16(d, 2+2*i)); math.Abs(v-want) > 1 {
					t.Fatalf("%s %q: reaches to %v, the font says %v", name, r, v, want)
				}
			}
			again, err := simple(entry(cs))
			if err != nil || !slices.EqualFunc(again, scaled(cs, 1, 0, 0), sameContour) {
				t.Fatalf("%s %q: written and read again it differs: %v", name, r, err)
			}
			read++
		}
		if read < 6000 {
			t.Errorf("%s: %d outlines", name, read)
		}
	}
}

func sameContour(a, b contour) bool {
	return slices.EqualFunc(a, b, func(p, q point) bool { return math.Abs(p.x-q.x) <= 0.5 && math.Abs(p.y-q.y) <= 0.5 && p.on == q.on })
}

// reach is how far contours reach: left, low, right, high.
func reach(cs []contour) [4]float64 {
	out := [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, c := range cs {
		for _, p := range c {
			out = [4]float64{min(out[0], p.x), min(out[1], p.y), max(out[2], p.x), max(out[3], p.y)}
		}
	}
	return out
}

// lending is a font file of another em whose only characters are those given, drawn like 中.
func lending(tb testing.TB, characters ...rune) []byte {
	tb.Helper()
	small, err := parsed(tb, "kai").Subset("Lender", map[uint16]rune{'中': '中'})
	if err != nil {
		tb.Fatal(err)
	}
	f, err := Parse(small)
	if err != nil {
		tb.Fatal(err)
	}
	slices.Sort(characters)
	t := binary.BigEndian.AppendUint32([]byte{0, 0, 0, 1, 0, 3, 0, 10}, 12)
	t = append(t, 0, 12, 0, 0)
	for _, v := range []int{16 + 12*len(characters), 0, len(characters)} {
		t = binary.BigEndian.AppendUint32(t, uint32(v))
	}
	for _, r := range characters {
		for _, v := range []int{int(r), int(r), f.glyph('中')} {
			t = binary.BigEndian.AppendUint32(t, uint32(v))
		}
	}
	f.tables["cmap"] = t
	return assemble(f.tables)
}

func withFiles(t *testing.T, files map[string][]byte) *Set {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	serif := file(t, "serif-regular")
	s, err := Load(Embedded{Title: file(t, "serif-bold"), Body: serif, Hei: file(t, "sans-bold"), Kai: file(t, "kai"), Spare: serif}, dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestAFaceOfThisPCLendsRareCharacters: characters of the higher planes come from the faces that PCs have for them, private
// ones only from the PC's own file, and all others stand as frames.
func TestAFaceOfThisPCLendsRareCharacters(t *testing.T) {
	s := withFiles(t, map[string][]byte{
		"SimSunB.ttf": lending(t, '𪚥', 0xE5C7), "EUDC.TTE": lending(t, 0xE815, '𠀀'), "seguiemj.ttf": []byte("damaged"),
	})
	for r, want := range map[rune]string{'𪚥': "Lender", '𠀀': "", 0xE5C7: "", 0xE815: "Lender", '🙏': ""} {
		em, ok := s.Advance(paper.FaceRare, r)
		if got := s.Lender(r); got != want || !ok || em != 1 {
			t.Errorf("%U: lent by %q, %v em wide, want %q", r, got, em, want)
		}
	}
	if em, ok := s.Advance(paper.FaceRare, '\u200d'); em != 0 || !ok {
		t.Errorf("a joiner is %v em wide", em)
	}
	data, err := s.Subset(paper.FaceRare, "ydqrare", map[uint16]rune{0xE000: '𪚥', 0xE001: '🙏', 0xE002: '\u200d', '㐀': '㐀'})
	if err != nil {
		t.Fatal(err)
	}
	f, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	kai, serif := parsed(t, "kai"), parsed(t, "serif-regular")
	own, _ := kai.contours(kai.glyph('中'), 0)
	lent, err := f.contours(f.glyph(0xE000), 0)
	if err != nil || !slices.EqualFunc(lent, scaled(own, serif.em/kai.em, 0, 0), sameContour) {
		t.Errorf("𪚥 is not drawn as the lender draws it: %v", err)
	}
	frame, err := f.contours(f.glyph(0xE001), 0)
	if box := reach(frame); err != nil || len(frame) < 8 || box[0] < 0 || box[2] > serif.em || box[1] < -0.12*serif.em || box[3] > 0.88*serif.em {
		t.Errorf("🙏 is no frame with six digits within its square: %d contours, %v, %v", len(frame), box, err)
	}
	for code, want := range map[rune]float64{0xE000: 1, 0xE001: 1, '㐀': 1, 0xE002: 0} {
		if em, ok := f.Advance(code); !ok || em != want {
			t.Errorf("%U: %v, %v", code, em, ok)
		}
	}
	again, err := s.Subset(paper.FaceRare, "ydqrare", map[uint16]rune{0xE000: '𪚥', 0xE001: '🙏', 0xE002: '\u200d', '㐀': '㐀'})
	if err != nil || !bytes.Equal(data, again) {
		t.Error("the same characters gave different files")
	}
}

func TestRareCharactersAreLookedUpFromManySides(t *testing.T) {
	s := withFiles(t, map[string][]byte{"simsunb.ttf": lending(t, '𪚥')})
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for _, r := range "𪚥𠀀🙏\u200d" {
				s.Advance(paper.FaceRare, r)
				s.Lender(r)
			}
		})
	}
	wait.Wait()
}

// TestAFileOfAnotherNameServes: an office's copy under another file name counts by its family, a stranger's does not.
func TestAFileOfAnotherNameServes(t *testing.T) {
	named := func(family string) []byte {
		f, err := Parse(file(t, "kai"))
		if err != nil {
			t.Fatal(err)
		}
		f.tables["name"] = nameTable(family)
		return assemble(f.tables)
	}
	s := withFiles(t, map[string][]byte{"FZFSK_0.TTF": named("FZFangSong"), "fangsong of nobody.ttf": named("Kai"), "simkai (2).ttf": named("Other")})
	for _, u := range s.Used() {
		if want := u.Face == paper.FaceBody; u.Local != want || want && u.Name != "FZFangSong" {
			t.Errorf("%+v", u)
		}
	}
}

// TestACollectionServesByItsFirstFont reads files such as simsun.ttc.
func TestACollectionServesByItsFirstFont(t *testing.T) {
	single := lending(t, '𪚥')
	head := append([]byte("ttcf"), 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 16)
	data := slices.Concat(head, single)
	for i := range int(u16(data, 20)) { // the places of tables count from the beginning of the file
		at := 16 + 12 + 16*i + 8
		binary.BigEndian.PutUint32(data[at:], binary.BigEndian.Uint32(data[at:])+16)
	}
	f, err := Parse(data)
	if err != nil || f.glyph('𪚥') == 0 || f.Name != "Lender" {
		t.Errorf("%v", err)
	}
}

// FuzzOutline reads outlines of any kind: it ends, and what it reads can be written.
func FuzzOutline(f *testing.F) {
	small, err := parsed(f, "sans-bold").Subset("x", codes("一Àé，“"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small)
	f.Fuzz(func(t *testing.T, data []byte) {
		font, err := Parse(data)
		if err != nil {
			return
		}
		for _, r := range "一Àé，“" {
			if font.draws(r) {
				if cs, err := font.contours(font.glyph(r), 0); err == nil {
					entry(scaled(cs, 0.5, 3, 4))
				}
			}
		}
	})
}
