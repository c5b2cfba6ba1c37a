package reports_test

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"yidanqing/app/paper"
	"yidanqing/reports"
	"yidanqing/reports/layout"
	"yidanqing/reports/pdf"
)

// paperOf is a paper with a text in a paragraph and in a cell.
func paperOf(text string) paper.Content {
	st := paper.Style{Face: paper.FaceBody, Size: 12, Lead: 18}
	para := []paper.Para{{Spans: []paper.Span{{Text: text}}}}
	return paper.Content{Title: "试", Top: 25, MinTop: 23, Narrow: true, Blocks: []paper.Block{
		paper.Text{Paras: para, Style: st},
		paper.Table{Cols: []float64{40, 116}, Sections: []paper.Section{{Rows: []paper.Row{{Cells: []paper.Cell{
			{Col: 0, Span: 1, Paras: para, Style: st, PadX: 1, PadY: 1}, {Col: 1, Span: 1, Paras: para, Style: st, PadX: 1, PadY: 1},
		}}}}}},
	}}
}

// checkAnyText prints a text and looks for it, every character of it, in what is read back from the file.
func checkAnyText(tb testing.TB, p *reports.Printer, text string) {
	tb.Helper()
	out, err := p.Print(context.Background(), []paper.Content{paperOf(text)}, paper.Facts{})
	if err != nil {
		tb.Fatalf("%q: %v", text, err)
	}
	pages, err := pdf.Text(out.PDF)
	if err != nil {
		tb.Fatalf("%q: %v", text, err)
	}
	whole := layout.Squash(strings.ToValidUTF8(strings.Join(pages, ""), "?"))
	counts := map[rune]int{}
	for _, r := range whole {
		counts[r]++
	}
	for _, r := range layout.Squash(text) {
		if counts[r] -= 3; counts[r] < 0 {
			tb.Fatalf("%q: %q is lost in %q", text, r, whole)
		}
	}
	if len(out.Pages) == 1 && !strings.Contains(whole, layout.Squash(text)) {
		tb.Fatalf("%q is not whole in %q", text, whole)
	}
	if res, err := pdf.Verify(out.PDF); err != nil || res.State != pdf.Consistent {
		tb.Fatalf("%q: %s, %v", text, res.Message, err)
	}
}

// characters are what texts are made of at random: Chinese of every plane, Latin, marks, emoji, joiners, private and
// control characters.
func characters(rng *rand.Rand) rune {
	blocks := [][2]rune{{0x4E00, 0x9FFF}, {0x4E00, 0x9FFF}, {0x3001, 0x3011}, {0x21, 0x7E}, {0xC0, 0x17F}, {0x3400, 0x4DBF}, {0x20000, 0x2A6DF},
		{0x2B740, 0x2CEAF}, {0x30000, 0x3134A}, {0x1F300, 0x1FAFF}, {0xFE00, 0xFE0F}, {0xE0100, 0xE01EF}, {0x200B, 0x200F}, {0xE000, 0xF8FF},
		{0x0300, 0x036F}, {0x0600, 0x06FF}, {0x1, 0x1F}, {0xFF01, 0xFF5E}, {0xF0000, 0xF0100}, {0x10FFF0, 0x10FFFF}, {0xFFF0, 0xFFFF}}
	b := blocks[rng.IntN(len(blocks))]
	return b[0] + rng.Int32N(b[1]-b[0]+1)
}

func TestNoCharacterIsLost(t *testing.T) {
	p := printer(t)
	for _, text := range []string{"𠮷野家𬱖镇的\ue5c7同志", "👨‍👩‍👧葛\U000E0100城🇨🇳1️⃣", "\u202eabc\u0007\x01é é", "\uffff\ufffe\ufffd(\\)"} {
		checkAnyText(t, p, text)
	}
	rng := rand.New(rand.NewPCG(4, 2))
	for range 60 {
		var b strings.Builder
		for range rng.IntN(80) + 1 {
			b.WriteRune(characters(rng))
		}
		checkAnyText(t, p, b.String())
	}
}

// FuzzText prints texts of any kind.
func FuzzText(f *testing.F) {
	p := printer(f)
	f.Add("各乡镇（街道）于2026年11月26日前报首批线索，每户拍照不少于6张。")
	f.Add("𠮷🙏👨‍👩‍👧\u0301e\u0301 ﷺ\u202eabc\x00\xff")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		checkAnyText(t, p, strings.ToValidUTF8(text, "\ufffd"))
	})
}
