package face

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yidanqing/app/paper"
)

func file(tb testing.TB, name string) []byte {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", name+".ttf"))
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func parsed(tb testing.TB, name string) *Font {
	tb.Helper()
	f, err := Parse(file(tb, name))
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

// codes are the characters of a text under their own numbers.
func codes(text string) map[uint16]rune {
	out := map[uint16]rune{}
	for _, r := range text {
		out[uint16(r)] = r
	}
	return out
}

func TestWidthsAreThoseOfTheFont(t *testing.T) {
	f := parsed(t, "serif-regular")
	for r, want := range map[rune]float64{'中': 1, '，': 1, '“': 1, '0': 0.557, 'A': 0.718, ' ': 0.256, '—': 0.89} {
		if em, ok := f.Advance(r); !ok || em != want {
			t.Errorf("%q: %v, %v, want %v", r, em, ok, want)
		}
	}
	for _, r := range []rune{'𠀀', '🙏', '\n', '\u200d', 0xE000} {
		if _, ok := f.Advance(r); ok {
			t.Errorf("%U has a width", r)
		}
	}
	if l, r := f.Ink('，'); l != 0.078 || r != 0.227 {
		t.Errorf("ink of ， is %v to %v", l, r)
	}
	if l, r := f.Ink('　'); l != 0 || r != 0 {
		t.Errorf("ink of a blank is %v to %v", l, r)
	}
}

func TestEmbeddedFacesHaveWhatPapersNeed(t *testing.T) {
	everyday := "事项拒接反馈单提级反映比对证据页〔2026〕第17号（送审稿）“”‘’《》、，。；：！？……——·①⑩㎡℃%/-0123456789AaZz〇"
	names := "堃喆镕珺玥昇淼焱犇垚赟頔翀彧祎旻"
	for _, name := range []string{"sans-bold", "serif-regular", "serif-bold", "kai"} {
		f := parsed(t, name)
		for _, r := range everyday + names {
			if _, ok := f.Advance(r); !ok {
				t.Errorf("%s has no %q", name, r)
			}
		}
	}
	for _, r := range "東亞車門囍燚朤嘦龘" { // GBK: traditional and rare characters
		if _, ok := parsed(t, "serif-regular").Advance(r); !ok {
			t.Errorf("no face has %q", r)
		}
	}
	for _, r := range "䶮㛃𬱖𬳿𬭎𬬭" { // 通用规范汉字表, beyond GBK
		if _, ok := parsed(t, "serif-regular").Advance(r); !ok {
			t.Errorf("no face has %q", r)
		}
	}
	if f := parsed(t, "kai"); strings.Contains(f.Name, "LXGW") || strings.Contains(f.Name, "霞") {
		t.Errorf("the changed file carries a reserved name: %s", f.Name)
	}
}

func TestASubsetKeepsShapesAndWidths(t *testing.T) {
	for _, name := range []string{"serif-regular", "sans-bold", "kai"} {
		f := parsed(t, name)
		text := "清河县柳河镇人民政府〔2026〕17号ÀéA，。"
		data, err := f.Subset("ydqtest", codes(text+text))
		if err != nil {
			t.Fatal(err)
		}
		again, err := f.Subset("ydqtest", codes(text))
		if err != nil || !bytes.Equal(data, again) {
			t.Error("the same characters gave different files")
		}
		if len(data) > 60_000 {
			t.Errorf("%s: subset of %d bytes", name, len(data))
		}
		s, err := Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		if s.Name != "ydqtest" {
			t.Errorf("named %q", s.Name)
		}
		for _, r := range text {
			want, has := f.Advance(r)
			got, ok := s.Advance(r)
			if got != want || ok != has {
				t.Errorf("%s %q: %v, %v, want %v, %v", name, r, got, ok, want, has)
			}
			if has && i16or(f.outline(f.glyph(r))) >= 0 && !bytes.Equal(trimmed(s.outline(s.glyph(r))), trimmed(f.outline(f.glyph(r)))) {
				t.Errorf("%s: the outline of %q differs", name, r)
			}
		}
		if _, ok := s.Advance('乙'); ok {
			t.Error("a character that was not asked for")
		}
	}
}

// i16or is the number of contours of an outline; 0 for none.
func i16or(d []byte) int16 {
	if len(d) < 2 {
		return 0
	}
	return i16(d, 0)
}

// trimmed drops the zeros that pad an outline.
func trimmed(d []byte) []byte { return bytes.TrimRight(d, "\x00") }

func TestFilesThatCannotServeAreRefused(t *testing.T) {
	whole := file(t, "kai")
	cff := append([]byte("OTTO"), whole[4:200]...)
	ttc := append([]byte("ttcf"), whole[4:200]...)
	small, err := parsed(t, "kai").Subset("x", codes("一二"))
	if err != nil {
		t.Fatal(err)
	}
	locked := bytes.Clone(small)
	f, err := Parse(locked)
	if err != nil {
		t.Fatal(err)
	}
	f.tables["OS/2"][9] = 2 // fsType: no embedding
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"empty": {nil, "too short"}, "CFF": {cff, "CFF"}, "collection": {ttc, "damaged"}, "text": {[]byte("not a font at all"), "not a TrueType"},
		"cut off": {whole[:1000], ""}, "locked": {locked, "embedded"},
	} {
		_, err := Parse(c.data)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheFacesOfThisPCComeFirst(t *testing.T) {
	serif := file(t, "serif-regular")
	e := Embedded{Title: file(t, "serif-bold"), Body: serif, Hei: file(t, "sans-bold"), Kai: file(t, "kai"), Spare: serif}
	dir := filepath.Join(t.TempDir(), "字体 #1")
	if err := os.MkdirAll(filepath.Join(dir, "office"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"SIMFANG.TTF":        file(t, "kai"),               // usable
		"simhei.ttf":         []byte("damaged"),            // not usable
		"office/FZXBSJW.TTF": file(t, "sans-bold")[:5000],  // cut off
		"readme.txt":         []byte("simkai.ttf is away"), // not a font
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s, err := Load(e, dir, filepath.Join(dir, "missing"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[paper.Face]Used{
		paper.FaceTitle: {Part: "标题", Name: "Noto Serif SC"},
		paper.FaceBody:  {Part: "正文", Name: "YDQ Kai", Local: true, File: filepath.Join(dir, "SIMFANG.TTF")},
		paper.FaceHei:   {Part: "黑体", Name: "Noto Sans SC"},
		paper.FaceKai:   {Part: "楷体", Name: "YDQ Kai"},
	}
	for _, u := range s.Used() {
		w := want[u.Face]
		w.Face = u.Face
		if u != w {
			t.Errorf("got %+v, want %+v", u, w)
		}
	}
	if len(s.Used()) != 4 {
		t.Errorf("%d faces", len(s.Used()))
	}
	if _, err := Load(Embedded{Spare: []byte("x")}); err == nil {
		t.Error("a damaged embedded font was taken")
	}
}

// FuzzParse reads files of any kind: no panic in reading, measuring, cutting.
func FuzzParse(f *testing.F) {
	small, err := parsed(f, "sans-bold").Subset("x", codes("一二三Àé，“"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small)
	f.Add(small[:300])
	f.Add([]byte("OTTO"))
	f.Fuzz(func(t *testing.T, data []byte) {
		font, err := Parse(data)
		if err != nil {
			return
		}
		for _, r := range "一Àx，\uffff" {
			font.Advance(r)
			font.Ink(r)
		}
		out, err := font.Subset("y", codes("一Àx，"))
		if err == nil {
			if _, err := Parse(out); err != nil && len(out) > 0 {
				t.Logf("subset of an odd font: %v", err)
			}
		}
	})
}
