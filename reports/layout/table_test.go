package layout

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"yidanqing/app/paper"
)

func cell(col, span int, text string) paper.Cell {
	return paper.Cell{Col: col, Span: span, Paras: []paper.Para{{Spans: []paper.Span{{Text: text}}}}, Style: tenPoint, PadX: 1, PadY: 1}
}

// form is a document of one table.
func form(sections ...paper.Section) paper.Content {
	return paper.Content{
		Title: "试", Top: 25, MinTop: 23, FootLeft: "附" + paper.AppendedPages + "页",
		Blocks: []paper.Block{paper.Table{Cols: []float64{20, 36, 100}, Sections: sections}},
	}
}

func pagesOf(tb testing.TB, contents ...paper.Content) []paper.Page {
	tb.Helper()
	res, err := Pages(context.Background(), plainMetrics{}, contents)
	if err != nil {
		tb.Fatal(err)
	}
	return res.Pages
}

// texts are the texts of a page in reading order.
func texts(p paper.Page) []string { return strings.Split(strings.TrimSpace(PageText(p)), "\n") }

func count(p paper.Page, text string) (n int) {
	for _, t := range texts(p) {
		if t == text {
			n++
		}
	}
	return n
}

func manyRows(n int) (rows []paper.Row) {
	for i := range n {
		rows = append(rows, paper.Row{Cells: []paper.Cell{cell(1, 1, fmt.Sprintf("行%d", i+1)), cell(2, 1, "文字")}})
	}
	return rows
}

func TestALongSectionRepeatsLabelAndHead(t *testing.T) {
	s := paper.Section{
		Label: "标签\n二行", LabelCol: 1, Style: tenPoint, Rows: manyRows(100),
		Head: []paper.Row{{Cells: []paper.Cell{cell(1, 1, "头甲"), cell(2, 1, "头乙")}}},
	}
	pages := pagesOf(t, form(s))
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	seen := 0
	for i, p := range pages {
		for _, want := range []string{"标签", "二行", "头甲", "头乙"} {
			if count(p, want) != 1 {
				t.Errorf("page %d has %q %d times", i+1, want, count(p, want))
			}
		}
		if i > 0 && count(p, "试（续）") != 1 {
			t.Errorf("page %d is not named as continued", i+1)
		}
		if want := fmt.Sprintf("第 %d 页 共 %d 页", i+1, len(pages)); count(p, want) != 1 {
			t.Errorf("page %d has no %q", i+1, want)
		}
		for _, x := range texts(p) {
			if strings.HasPrefix(x, "行") {
				if seen++; x != fmt.Sprintf("行%d", seen) {
					t.Errorf("page %d: %s where 行%d belongs", i+1, x, seen)
				}
			}
		}
	}
	if seen != 100 {
		t.Errorf("%d of 100 rows", seen)
	}
}

func TestRowsAreTornOnlyWhenTallerThanAPage(t *testing.T) {
	tall := strings.Repeat("一段高行的文字，", 60) // about 60 mm
	rows := slices.Concat(manyRows(30), []paper.Row{{Cells: []paper.Cell{cell(1, 1, "高"), cell(2, 1, tall)}}})
	pages := pagesOf(t, form(paper.Section{Rows: rows}))
	holds := 0
	for _, p := range pages {
		if strings.Contains(PageText(p), "一段高行") {
			holds++
		}
	}
	if holds != 1 {
		t.Errorf("a row of 60 mm stands on %d pages", holds)
	}
	giant := strings.Repeat("比一页还高的一行文字，", 500)
	pages = pagesOf(t, form(paper.Section{Rows: []paper.Row{{Cells: []paper.Cell{cell(1, 1, "高"), cell(2, 1, giant)}}}}))
	all := ""
	for _, p := range pages {
		for _, it := range p.Items {
			if it.Kind == paper.ItemText && it.Y > upright.end && it.Y < upright.rule {
				t.Errorf("%q lies below the text area", it.Text)
			}
		}
		all += Squash(PageText(p))
	}
	if len(pages) < 2 || strings.Count(all, "高的一行文字") < 400 {
		t.Errorf("%d pages", len(pages))
	}
	if strings.Count(all, "字") != 500 { // every character is there
		t.Errorf("%d of 500 pieces", strings.Count(all, "字"))
	}
}

func TestWhatBelongsTogetherStaysTogether(t *testing.T) {
	for n := 20; n < 46; n++ {
		opinion := paper.Section{Label: "意见", LabelCol: 1, Style: tenPoint, KeepNext: true, Rows: []paper.Row{{Cells: []paper.Cell{cell(1, 2, "意见文字")}}}}
		seal := cell(1, 1, "年月日")
		seal.Rows, seal.Seal, seal.VAlign = 2, true, paper.Bottom
		sealing := paper.Section{Label: "盖章", LabelCol: 1, Style: tenPoint, Together: true, Rows: []paper.Row{
			{Min: 23, Cells: []paper.Cell{seal, cell(2, 1, "签字")}}, {Min: 23, Cells: []paper.Cell{cell(2, 1, "电话")}},
		}}
		pages := pagesOf(t, form(paper.Section{Rows: manyRows(n)}, opinion, sealing))
		for i, p := range pages {
			if a, b, c := count(p, "意见文字"), count(p, "签字"), count(p, "电话"); a != b || b != c {
				t.Errorf("%d rows: page %d holds opinion %d, signature %d, telephone %d", n, i+1, a, b, c)
			}
			if (p.Seal != nil) != (count(p, "签字") == 1) {
				t.Errorf("%d rows: the seal's place is not with the signature", n)
			}
		}
	}
}

func TestACellOverSeveralRowsGoesOnAfterThePage(t *testing.T) {
	rows := manyRows(60)
	for i := range rows {
		rows[i].Cells = rows[i].Cells[1:]
	}
	wide := cell(1, 1, "长格")
	wide.Rows = 60
	rows[0].Cells = append([]paper.Cell{wide}, rows[0].Cells...)
	pages := pagesOf(t, form(paper.Section{Rows: rows}))
	if len(pages) < 2 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, p := range pages {
		if count(p, "长格") != 1 {
			t.Errorf("page %d has the cell %d times", i+1, count(p, "长格"))
		}
	}
}

func TestAFormMovesUpAndGivesSlackToStayOnOnePage(t *testing.T) {
	at := func(c paper.Content) (int, float64) {
		pages := pagesOf(t, c)
		return len(pages), pages[0].Items[0].Y
	}
	section := paper.Section{Rows: append(manyRows(31), paper.Row{Min: 20, Slack: 6, Cells: []paper.Cell{cell(1, 2, "答复")}})}
	c := form(section)
	n, usual := at(c)
	if n != 2 {
		t.Fatalf("the form has %d pages, the test needs one that is a little too long", n)
	}
	c.Narrow = true
	n, moved := at(c)
	if n != 1 || moved >= usual {
		t.Errorf("%d pages, title at %v instead of %v", n, moved, usual)
	}
}

func TestPagesOfAFileAreCountedTogether(t *testing.T) {
	a := form(paper.Section{Rows: manyRows(3)})
	b := form(paper.Section{Rows: manyRows(60)})
	b.FootLeft = ""
	pages := pagesOf(t, a, b)
	if len(pages) != 3 {
		t.Fatalf("%d pages", len(pages))
	}
	if count(pages[0], "附2页") != 1 || count(pages[0], "第 1 页 共 3 页") != 1 || count(pages[2], "第 3 页 共 3 页") != 1 {
		t.Errorf("feet: %v, %v", texts(pages[0]), texts(pages[2]))
	}
}

func TestAHeadingStaysWithWhatItHeads(t *testing.T) {
	for n := 1; n < 60; n++ {
		c := paper.Content{Title: "试", Top: 25, Blocks: []paper.Block{
			paper.Text{Paras: slices.Repeat([]paper.Para{{Spans: []paper.Span{{Text: "文"}}}}, n), Style: tenPoint},
			paper.Heading{Text: "五、校验", Style: tenPoint},
			paper.Proof{Notice: strings.Repeat("a", 64), Lines: []string{"版本"}},
		}}
		pages := pagesOf(t, c)
		for i, p := range pages {
			if count(p, "五、校验") != count(p, "版本") {
				t.Errorf("%d lines: heading and box are parted on page %d", n, i+1)
			}
		}
	}
}

func TestTheCodeTakesItsPlace(t *testing.T) {
	c := paper.Content{Title: "试", Top: 25, Blocks: []paper.Block{paper.Proof{Notice: strings.Repeat("a", 64), Lines: []string{"版本"}}}}
	pages := pagesOf(t, c)
	digest := strings.Repeat("0123456789abcdef", 4)
	Seal(pages, digest, [][]bool{{true, true, false}, {false, false, true}, {true, false, true}})
	var printed string
	fills := 0
	for _, it := range pages[0].Items {
		if it.Proof && it.Kind == paper.ItemText {
			printed += it.Text
		}
		if it.Kind == paper.ItemFill {
			fills++
			if it.H < 9.9 || it.H > 10.1 || it.W < 9.9 || it.W > 20.1 {
				t.Errorf("module %+v", it)
			}
		}
	}
	if printed != digest || fills != 4 {
		t.Errorf("printed %s, %d rectangles", printed, fills)
	}
}

// upright is the page that stands.
var upright = areaOf(paper.Content{})

func TestRulesAreDrawnOnce(t *testing.T) {
	pages := pagesOf(t, form(paper.Section{Rows: manyRows(3)}))
	var across, down int
	for _, it := range pages[0].Items {
		switch {
		case it.Kind != paper.ItemLine || it.Y > upright.rule-1:
		case it.Y == it.Y2:
			across++
		default:
			down++
		}
	}
	// two lines between three rows; the columns' edges at 48 and 84 mm
	if across != 2 || down != 2 {
		t.Errorf("%d lines across, %d down", across, down)
	}
}
