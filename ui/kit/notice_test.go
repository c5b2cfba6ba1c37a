package kit

import (
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yidanqing/ui/theme"
)

const letter = "关于开展农药经营许可现场核查的通知\n清农函〔2026〕52号\n各乡镇人民政府，县直有关单位：\n　　为规范农药经营秩序，现就有关事项通知如下：\n　　一、请各乡镇组织力量，对辖区内农药经营门店逐店开展经营许可现场核查，查验台账、仓储和人员资质，提出是否准予延续的意见。\n清河县农业农村局\n2026年11月20日"

func spanOf(t testing.TB, text, words string) (int, int) {
	t.Helper()
	i := strings.Index(text, words)
	if i < 0 {
		t.Fatalf("no %q", words)
	}
	start := len([]rune(text[:i]))
	return start, start + len([]rune(words))
}

// drawn is the text of the lines without badges.
func drawn(lines []noticeLine) string {
	var b strings.Builder
	for _, l := range lines {
		for _, p := range l.pieces {
			if p.badge == "" {
				b.WriteString(p.text)
			}
		}
	}
	return b.String()
}

func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u3000' || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return r
	}, s)
}

func TestALetterIsSetAsAnOfficeSetsIt(t *testing.T) {
	useTheme(t, 100)
	paras := readParas([]rune(letter), "关于开展农药经营许可现场核查的通知")
	want := []paraKind{paraTitle, paraCentre, paraFlush, paraBody, paraBody, paraRight, paraRight}
	if len(paras) != len(want) {
		t.Fatalf("%d paragraphs", len(paras))
	}
	for i, p := range paras {
		if p.kind != want[i] {
			t.Errorf("paragraph %d is set as %d, want %d", i+1, p.kind, want[i])
		}
	}
	for _, p := range readParas([]rune("@所有人 请各村给每户低保申请人开婚姻状况证明\n收到请回复"), "") {
		if p.kind != paraFlush {
			t.Error("a message is set like a letter")
		}
	}
}

// TestBadgesStayWithTheirWords: at no width does a badge begin a line, and no closing mark does either.
func TestBadgesStayWithTheirWords(t *testing.T) {
	useTheme(t, 100)
	a, z := spanOf(t, letter, "开展经营许可现场核查")
	c, d := spanOf(t, letter, "提出是否准予延续的意见")
	in := NoticeText{Text: letter, Title: "关于开展农药经营许可现场核查的通知", Marks: []Mark{
		{Start: a, End: z, Kind: MarkList, Badge: "清1", Key: "m1"}, {Start: c, End: d, Kind: MarkBlock, Badge: "1", Key: "f1"},
		{Start: a, End: a + 4, Kind: MarkWarn, Badge: "2", Key: "f2"}}}
	for width := float32(120); width < 900; width += 7 {
		lines, height := layoutNotice(in, width)
		if visible(drawn(lines)) != visible(letter) {
			t.Fatalf("at %v characters are lost: %s", width, drawn(lines))
		}
		badges := 0
		for _, l := range lines {
			if len(l.pieces) == 0 {
				continue
			}
			if l.pieces[0].badge != "" {
				t.Errorf("at %v a badge begins a line", width)
			}
			first := []rune(l.pieces[0].text)
			if len(first) > 0 && strings.ContainsRune("，。、；：？！）》”", first[0]) {
				t.Errorf("at %v %q begins a line", width, string(first[0]))
			}
			for _, p := range l.pieces {
				if p.badge != "" {
					badges++
				}
			}
			if l.end() > width+1 {
				t.Errorf("at %v a line is %v wide", width, l.end())
			}
		}
		if badges != 3 || height <= 0 {
			t.Errorf("at %v there are %d badges in %v", width, badges, height)
		}
	}
}

func TestTheHeaviestMarkIsPressedFirst(t *testing.T) {
	useTheme(t, 100)
	a, z := spanOf(t, letter, "开展经营许可现场核查")
	v := NewNoticeView(NoticeText{Text: letter, Marks: []Mark{{a, z, MarkList, "清1", "m1"}, {a + 2, z, MarkBlock, "1", "f1"}}})
	got := ""
	v.OnMark = func(key string) { got = key }
	w := test.NewTempWindow(t, v)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(600, 400))
	press := func(words string) {
		for _, l := range v.lines {
			for _, p := range l.pieces {
				if strings.HasPrefix(p.text, words) {
					test.TapCanvas(w.Canvas(), fyne.NewPos(theme.Px(noticeLeft)+p.x+3, l.y+l.height/2+theme.Px(noticeTop)))
				}
			}
		}
	}
	press("开展")
	if got != "m1" {
		t.Errorf("pressed %q, want m1", got)
	}
	press("经营许可")
	if got != "f1" {
		t.Errorf("pressed %q, want f1", got)
	}
	if v.ChosenWords() != "经营许可现场核查" {
		t.Errorf("chosen %q", v.ChosenWords())
	}
}

func TestMarksDifferWithoutColour(t *testing.T) {
	useTheme(t, 100)
	shape := func(k MarkKind) (out []fyne.Position) {
		for _, o := range k.underline(0, 0, 60, 1) {
			out = append(out, fyne.NewPos(o.Position().X, o.Size().Height), fyne.NewPos(o.Size().Width, o.Position().Y))
		}
		return out
	}
	kinds := []MarkKind{MarkList, MarkBlock, MarkWarn, MarkNote}
	for i, a := range kinds {
		for _, b := range kinds[:i] {
			x, y := shape(a), shape(b)
			same := len(x) == len(y)
			for n := 0; same && n < len(x); n++ {
				same = x[n] == y[n]
			}
			if same {
				t.Errorf("marks %d and %d have the same underline", a, b)
			}
		}
	}
}

// FuzzNoticeLayout: no text and no marks make it panic or lose a character.
func FuzzNoticeLayout(f *testing.F) {
	f.Add(letter, "关于开展农药经营许可现场核查的通知", 3, 9, 300)
	f.Add("", "", 0, 0, 100)
	f.Add("\n\n\r\n　　，。，。", "，", 1, 2, 40)
	f.Add("a\tb 𠮷😀\u200b", "a", 0, 5, 60)
	useTheme(f, 100)
	f.Fuzz(func(t *testing.T, text, title string, start, end, width int) {
		if len(text) > 2000 || width < 40 || width > 2000 {
			return
		}
		in := NoticeText{Text: text, Title: title, Marks: []Mark{{Start: start, End: end, Kind: MarkBlock, Badge: "1", Key: "f1"}},
			Bars: []Bar{{Start: start, End: end, Badge: "事1", Key: "d0"}}}
		lines, _ := layoutNotice(in, float32(width))
		want := strings.Map(func(r rune) rune {
			if r == '\r' {
				return -1
			}
			return r
		}, visible(string([]rune(text))))
		if got := visible(drawn(lines)); got != want {
			t.Errorf("drawn %q of %q", got, want)
		}
	})
}

// FuzzBreakText: every rune of a paragraph is in exactly one line.
func FuzzBreakText(f *testing.F) {
	f.Add("为规范农药经营秩序，现就有关事项通知如下：（一）abc 2026年11月26日17:00前", 80)
	f.Add("，，，，，，，，，，", 20)
	f.Add("", 10)
	useTheme(f, 100)
	f.Fuzz(func(t *testing.T, text string, width int) {
		if len(text) > 1000 {
			return
		}
		runes := []rune(text)
		at := 0
		for _, s := range breakText(runes, newMeter(theme.Body), float32(width)) {
			if s.from != at || s.to < s.from {
				t.Fatalf("a line from %d to %d after %d", s.from, s.to, at)
			}
			at = s.to
		}
		if at != len(runes) {
			t.Errorf("%d of %d runes", at, len(runes))
		}
	})
}

func BenchmarkNoticeLayout(b *testing.B) {
	useTheme(b, 100)
	a, z := spanOf(b, letter, "开展经营许可现场核查")
	in := NoticeText{Text: letter, Title: "关于开展农药经营许可现场核查的通知", Marks: []Mark{{a, z, MarkList, "清1", "m1"}}}
	for b.Loop() {
		layoutNotice(in, 570)
	}
}

// BenchmarkLongNotice lays out 600 000 characters.
func BenchmarkLongNotice(b *testing.B) {
	useTheme(b, 100)
	in := NoticeText{Text: strings.Repeat("　　各乡镇要高度重视，认真组织，按时报送有关情况，并做好台账记录。\n", 18000)}
	for b.Loop() {
		layoutNotice(in, 570)
	}
}
