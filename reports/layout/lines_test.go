package layout

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"yidanqing/app/paper"
)

// plainMetrics is a typeface of square characters and half-wide Latin letters; it lacks what lies beyond the basic
// plane and a few rare characters.
type plainMetrics struct{}

func (plainMetrics) Advance(f paper.Face, r rune) (float64, bool) {
	switch {
	case f == paper.FaceRare && paper.Invisible(r):
		return 0, true
	case f == paper.FaceRare:
		return 1, true
	case r == '𠮷' || r > 0xFFFF || r == '喆' || r == '\u200d' || r == '\ufe0f' || r < 0x20:
		return 0, false
	case r < 0x2000:
		return 0.5, true
	}
	return 1, true
}

func (plainMetrics) Ink(_ paper.Face, r rune) (float64, float64) {
	switch {
	case closing(r):
		return 0.05, 0.3
	case opening(r):
		return 0.7, 0.95
	}
	return 0.05, 0.95
}

// tenPoint sets 10 pt characters: n of them are n·10 pt wide.
var tenPoint = paper.Style{Face: paper.FaceBody, Size: 10, Lead: 15}

// broken breaks a text into lines of n characters.
func broken(text string, n float64) []string {
	s := newSetter(plainMetrics{})
	atoms := s.para(paper.Para{Spans: []paper.Span{{Text: text}}}, tenPoint)
	var out []string
	for _, l := range breakLines(atoms, n*pt(10), 0) {
		out = append(out, lineText(atoms[l.from:l.to]))
	}
	return out
}

func lineText(atoms []atom) string {
	var b strings.Builder
	for _, a := range atoms {
		switch a.kind {
		case char:
			b.WriteRune(a.r)
		case badge:
			b.WriteString("[" + a.text + "]")
		case box:
			b.WriteString("□")
		}
	}
	return b.String()
}

func TestLinesObeyTheRulesOfChineseSetting(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      float64
		want       []string
	}{
		{"no closing mark at the start", "一二三四五，六", 5, []string{"一二三四", "五，六"}},
		{"a closing mark loses its empty half at the end", "一二三四五，六", 5.5, []string{"一二三四五，", "六"}},
		{"no opening mark at the end", "一二三四（五六）", 5, []string{"一二三四", "（五六）"}},
		{"two marks share their blank", "一二三四》（五", 6, []string{"一二三四》", "（五"}},
		{"marks in a row stay together", "一二三四五》）。六", 6, []string{"一二三四", "五》）。六"}},
		{"a number is not parted", "一二三123456七", 4, []string{"一二三", "123456七"}},
		{"a number keeps its unit", "一二三12月26日前", 3.5, []string{"一二三", "12月", "26日前"}},
		{"第 keeps its number and unit", "清单收回第17项", 5, []string{"清单收回", "第17项"}},
		{"a time is not parted", "于26日17:00前", 5, []string{"于26日", "17:00前"}},
		{"a Latin word is not parted", "使用Android手机", 5, []string{"使用", "Android手", "机"}},
		{"words part at blanks", "aaa bbb ccc", 4, []string{"aaa bbb ", "ccc"}},
		{"a word longer than the line is parted", "abcdefghijkl", 3, []string{"abcdef", "ghijkl"}},
		{"an ellipsis is not parted", "一二三四……五", 5, []string{"一二三", "四……五"}},
		{"a dash is not parted", "一二三四——五", 5, []string{"一二三四", "——五"}},
		{"a percentage", "完成率100%以上", 4, []string{"完成率", "100%以上"}},
		{"empty", "", 5, []string{""}},
		{"narrower than a character", "一二", 0.5, []string{"一", "二"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := broken(c.text, c.width); strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestABadgeNeverStartsALine(t *testing.T) {
	s := newSetter(plainMetrics{})
	p := paper.Para{Spans: []paper.Span{{Text: "一二三四五六七八", Badge: "清1"}, {Text: "，九十"}}}
	atoms := s.para(p, tenPoint)
	for n := 1.0; n < 12; n += 0.25 {
		for i, l := range breakLines(atoms, n*pt(10), 0) {
			first := atoms[l.from]
			if i > 0 && l.to-l.from > 0 && n > 4 && (first.kind == badge || first.r == '，') {
				t.Errorf("width %v: line %d begins with %q", n, i, lineText(atoms[l.from:l.to]))
			}
		}
	}
}

func TestABoxStaysWithItsWord(t *testing.T) {
	s := newSetter(plainMetrics{})
	p := paper.Para{Spans: []paper.Span{{Text: "第3项"}, {Text: "撤回", Box: true}, {Text: "调整", Box: true}, {Text: "维持", Box: true}}}
	atoms := s.para(p, tenPoint)
	got := ""
	for _, l := range breakLines(atoms, 6*pt(10), 0) {
		got += lineText(atoms[l.from:l.to]) + "|"
	}
	if want := "第3项|□撤回|□调整|□维持|"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCharactersWithoutGlyphStayInTheText(t *testing.T) {
	s := newSetter(plainMetrics{})
	text := "𠮷喆𠮷👨\u200d👩\ufe0f\x07好"
	atoms := s.para(paper.Para{Spans: []paper.Span{{Text: text}}}, tenPoint)
	if got := lineText(atoms); got != text {
		t.Errorf("got %q, want %q", got, text)
	}
	for _, a := range atoms {
		if rare := a.r != '好'; rare != (a.face == paper.FaceRare) || paper.Invisible(a.r) != a.stick {
			t.Errorf("%q: face %s, stick %v", a.r, a.face, a.stick)
		}
	}
	got := replaced(pagesOf(t, paper.Content{Title: "试", Top: 25, Blocks: []paper.Block{
		paper.Text{Paras: []paper.Para{{Spans: []paper.Span{{Text: text}}}}, Style: tenPoint}}}))
	want := []paper.Replaced{{Rune: '𠮷', Count: 2}, {Rune: '喆', Count: 1}, {Rune: '👨', Count: 1}, {Rune: '👩', Count: 1}, {Rune: '\a', Count: 1}}
	if !slices.Equal(got, want) {
		t.Errorf("replaced %v, want %v", got, want)
	}
}

// FuzzBreakLines breaks any text at any width: nothing is lost, nothing panics, lines keep to the width where they can,
// and no line but a forced one begins with a closing mark.
func FuzzBreakLines(f *testing.F) {
	for _, s := range []string{
		"各乡镇（街道）于2026年11月26日17:00前报首批线索，每户拍照不少于6张。",
		"“须下载‘清燃通’App，实名注册、每日打卡”《规定》第五部分；国办函〔2026〕12号",
		"𠮷🙏👨‍👩‍👧\u0301e\u0301 ﷺ\u202eabc\x00\xff", "……——，。、》）】", "a b  c\td\n\ne", strings.Repeat("，", 50),
	} {
		f.Add(s, 12.5)
		f.Add(s, 3.0)
	}
	f.Fuzz(func(t *testing.T, text string, width float64) {
		if width != width || width < 0.2 || width > 200 || len(text) > 4000 {
			return
		}
		s := newSetter(plainMetrics{})
		atoms := s.chars(nil, text, paper.FaceBody, 10, false)
		lines := breakLines(atoms, width*pt(10), 0)
		at := 0
		for i, l := range lines {
			if l.from != at || l.to < l.from || l.to == l.from && len(atoms) > 0 {
				t.Fatalf("line %d is [%d, %d) after %d", i, l.from, l.to, at)
			}
			at = l.to
			blank, inked := 0.0, 0
			for _, a := range atoms[l.from:l.to] {
				if a.r == ' ' {
					blank += a.width
				} else {
					inked++
				}
			}
			if inked > 1 && l.width-blank > width*pt(10)+pt(10)/2+1e-6 { // half a closing mark may hang over
				t.Fatalf("line %d is %v wide of %v", i, l.width, width*pt(10))
			}
		}
		if at != len(atoms) {
			t.Fatalf("%d of %d characters are on lines", at, len(atoms))
		}
		want := strings.NewReplacer("\t", " ", "\u00a0", " ").Replace(strings.ToValidUTF8(text, "\ufffd"))
		if len(atoms) == utf8.RuneCountInString(text) && utf8.ValidString(text) && lineText(atoms) != want {
			t.Fatalf("%q became %q", text, lineText(atoms))
		}
		if len(atoms) != utf8.RuneCountInString(text) {
			t.Fatalf("%d of %d characters set", len(atoms), utf8.RuneCountInString(text))
		}
	})
}

func TestBreakingIsLossless(t *testing.T) {
	alphabet := []rune("一二三年月日第项，。、》（“”……——ABcd 12.:%𠮷🙏")
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		n := rng.IntN(120)
		var b strings.Builder
		for range n {
			b.WriteRune(alphabet[rng.IntN(len(alphabet))])
		}
		text := b.String()
		for _, w := range []float64{1, 2.5, 7, 13, 40} {
			if got := strings.Join(broken(text, w), ""); got != text {
				t.Fatalf("width %v: %q became %q", w, text, got)
			}
		}
	}
}
