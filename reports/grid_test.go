package reports_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/reports"
	"yidanqing/reports/layout"
	"yidanqing/reports/pdf"
)

// The grid of GB/T 9704-2012, in millimetres: the page 5.1 and 5.2, the parts of the text 7.3, the letter form 10.1.
const (
	gridLeft, gridRight = 28.0, 184.0
	gridTop, gridEnd    = 37.0, 262.0
	gridLead            = 28.9 * 25.4 / 72 // 22 lines in 225 mm
	gridSize            = 15.79            // points: 28 characters in 156 mm
)

// measured are the pages of a file as they stand in it, with the widths that the layout measured: the file names no widths.
func measured(t *testing.T, out reports.Printed) []paper.Page {
	t.Helper()
	pages, err := pdf.Pages(out.PDF)
	if err != nil || len(pages) != len(out.Pages) {
		t.Fatalf("%d pages of %d: %v", len(pages), len(out.Pages), err)
	}
	for i := range pages {
		for k := range pages[i].Items {
			a, b := &pages[i].Items[k], out.Pages[i].Items[k]
			if a.Text != b.Text || math.Abs(a.X-b.X) > 0.01 || math.Abs(a.Y-b.Y) > 0.01 {
				t.Fatalf("page %d: the file has %+v, the layout %+v", i+1, *a, b)
			}
			if a.Kind == paper.ItemText {
				a.W = b.W
			}
		}
	}
	return pages
}

// row is one line of text on a page.
type row struct {
	y, left, right float64
	text           string
	size           float64
	face           paper.Face
}

// rows are the lines of a page from above.
func rows(p paper.Page) []row {
	var out []row
	for _, it := range p.Items {
		if it.Kind != paper.ItemText {
			continue
		}
		if n := len(out); n > 0 && math.Abs(out[n-1].y-it.Y) < 0.05 && it.X >= out[n-1].left {
			out[n-1].text += it.Text
			out[n-1].right = max(out[n-1].right, it.X+it.W)
			continue
		}
		out = append(out, row{it.Y, it.X, it.X + it.W, it.Text, it.Size, it.Face})
	}
	return out
}

// near tells whether a place is where the standard has it.
func near(got, want, give float64) bool { return math.Abs(got-want) <= give }

// rules are the level lines of a page wider than the text.
func rules(p paper.Page) []paper.Item {
	var out []paper.Item
	for _, it := range p.Items {
		if it.Kind == paper.ItemLine && it.Y == it.Y2 && it.X2-it.X > 160 {
			out = append(out, it)
		}
	}
	return out
}

// letterPages are the pages of a letter, without those of its evidence.
func letterPages(t *testing.T, contents []paper.Content, pages []paper.Page) []paper.Page {
	t.Helper()
	for i, p := range pages {
		for _, r := range rows(p) {
			if len(contents) > 1 && r.text == contents[1].Title && r.face == paper.FaceTitle {
				return pages[:i]
			}
		}
	}
	return pages
}

// letters are the kinds of letter, and those at the edge of what the layout must bear.
func letters() map[string]extreme {
	out := map[string]extreme{
		"letter":  {kind: paper.KindLetter, subject: papertest.Gas},
		"consult": {kind: paper.KindConsult, subject: papertest.NewTask},
		"comment": {kind: paper.KindComment, subject: papertest.Opinion},
		"suggest": {kind: paper.KindSuggest, subject: papertest.Means},
		"report":  {kind: paper.KindComment, subject: papertest.Report},
		"draft":   {kind: paper.KindComment, subject: func() paper.Subject { return draft(papertest.Report()) }},
		"report without copies": {kind: paper.KindComment, subject: func() paper.Subject {
			s := papertest.Report()
			s.Copies, s.PrintedBy = "", ""
			return s
		}},
		"letter without a seal": {kind: paper.KindLetter, subject: func() paper.Subject {
			s := papertest.Gas()
			s.Unsealed = true
			return s
		}},
		"letter of a short name without a seal": {kind: paper.KindLetter, subject: func() paper.Subject {
			s := papertest.Gas()
			s.Unsealed, s.Office.Name = true, "柳河镇政府"
			return s
		}},
		"report without a seal": {kind: paper.KindComment, subject: func() paper.Subject {
			s := papertest.Report()
			s.Unsealed = true
			return s
		}},
		"letter with forty copies": {kind: paper.KindLetter, subject: func() paper.Subject {
			s := papertest.Gas()
			s.Copies = strings.Join(manyBodies(40), "、")
			return s
		}},
	}
	for name, c := range extremes {
		if c.kind.Letter() {
			out[name] = c
		}
	}
	return out
}

// TestLettersKeepTheGrid measures every letter in its file.
func TestLettersKeepTheGrid(t *testing.T) {
	for name, c := range letters() {
		t.Run(name, func(t *testing.T) {
			contents, out := print(t, c.kind, c.subject())
			l := contents[0].Letter
			pages := letterPages(t, contents, measured(t, out))
			if !l.Report { // a report has the general form
				checkFront(t, pages[0], l)
			}
			body := 0
			for i, p := range pages {
				body = checkBody(t, i, p, l)
				checkNumber(t, i, p, l.Report)
			}
			if len(pages) > 1 && body < 1 {
				t.Error("the last page holds only the signature")
			}
			checkSignature(t, pages[len(pages)-1], l)
			checkImprint(t, pages, l)
		})
	}
}

// checkFront measures what stands over the text of page 1, and its two double lines.
func checkFront(t *testing.T, p paper.Page, l *paper.Letter) {
	t.Helper()
	if p.Width != 210 || p.Height != 297 {
		t.Errorf("page of %v × %v mm", p.Width, p.Height)
	}
	lines := rules(p)
	if len(lines) != 4 {
		t.Fatalf("%d wide lines", len(lines))
	}
	for i, r := range lines {
		if !near(r.X, 20, 0.1) || !near(r.X2, 190, 0.1) {
			t.Errorf("line %d runs from %.2f to %.2f mm", i+1, r.X, r.X2)
		}
	}
	if lines[0].Stroke <= lines[1].Stroke || lines[2].Stroke >= lines[3].Stroke {
		t.Error("above the thick line comes first, below the thin one")
	}
	if !near(lines[3].Y, 277, 0.1) {
		t.Errorf("the lower double line is %.2f mm from the edge of the page, want 20", 297-lines[3].Y)
	}
	name := rows(p)[0]
	em := name.size * 25.4 / 72
	if name.text != l.Issuer || name.size > 16 && !near(name.y-0.88*em, 30, 0.6) || !near((name.left+name.right)/2, 105, 0.5) {
		t.Errorf("name %+v: its upper edge belongs at 30 mm, in the middle", name)
	}
	if name.size == 32 && !near(lines[0].Y-(name.y+0.12*em), 4, 0.5) {
		t.Errorf("the double line is %.2f mm below the name, want 4", lines[0].Y-(name.y+0.12*em))
	}
	number := rows(p)[1]
	char := number.size * 25.4 / 72
	if number.text != l.Number || !near(number.right, gridRight, 0.2) || !near(number.y-0.88*char-lines[1].Y, 7.0/8*char, 0.6) {
		t.Errorf("number %+v: it ends at the right edge, 7/8 of a character below the double line", number)
	}
	titles := 0
	for _, r := range rows(p) {
		if r.face == paper.FaceTitle && r.size == 22 {
			titles++
			if !near((r.left+r.right)/2, 106, 1) || r.left < gridLeft-0.1 || r.right > gridRight+0.1 {
				t.Errorf("title line %+v is not in the middle", r)
			}
		}
	}
	if titles != len(l.Title) {
		t.Errorf("%d lines of the title, want %d: %q", titles, len(l.Title), l.Title)
	}
}

// checkBody measures the lines of text of one page and counts them.
func checkBody(t *testing.T, n int, p paper.Page, l *paper.Letter) (body int) {
	t.Helper()
	first, count := 0.0, 0
	for _, r := range rows(p) {
		if r.size != gridSize || r.text == l.Number || strings.HasSuffix(r.text, paper.SignerLabel) {
			continue
		}
		em := gridSize * 25.4 / 72
		if r.left < gridLeft-0.01 || r.right > gridRight+em/2+0.1 { // a mark at the end may lose its empty half
			t.Errorf("page %d: %q runs from %.2f to %.2f mm", n+1, r.text, r.left, r.right)
		}
		if top, bottom := r.y-0.88*em, r.y+0.12*em; top < gridTop || bottom > gridEnd {
			t.Errorf("page %d: %q stands at %.2f to %.2f mm", n+1, r.text, top, bottom)
		}
		switch r.text {
		case l.Enclosure, l.Issuer, l.Date, l.Note:
			continue
		}
		if count++; first == 0 {
			first = r.y
		}
		if steps := (r.y - first) / gridLead; !near(steps, math.Round(steps), 0.02) {
			t.Errorf("page %d: %q stands %.3f lines below the first", n+1, r.text, steps)
		}
	}
	if count > 22 {
		t.Errorf("page %d has %d lines", n+1, count)
	}
	if n > 0 && count > 0 && !near(first-(gridTop+gridLead/2), 0.38*gridSize*25.4/72, 0.5) {
		t.Errorf("page %d begins at %.2f mm", n+1, first)
	}
	return count
}

// checkNumber measures the number of a page: outside, 7 mm below the text; the first page of a letter has none, that of a
// report has one.
func checkNumber(t *testing.T, n int, p paper.Page, first bool) {
	t.Helper()
	for _, r := range rows(p) {
		if r.size != 14 || !strings.HasPrefix(r.text, "—") {
			continue
		}
		em := 14 * 25.4 / 72
		switch {
		case n == 0 && !first:
			t.Errorf("page 1 has the number %q", r.text)
		case n%2 == 1 && !near(r.left, gridLeft+em, 0.1), n%2 == 0 && !near(r.right, gridRight-em, 0.1):
			t.Errorf("page %d: the number runs from %.2f to %.2f mm", n+1, r.left, r.right)
		case !near(r.y-0.38*em, gridEnd+7, 0.5):
			t.Errorf("page %d: the dashes stand %.2f mm below the text, want 7", n+1, r.y-0.38*em-gridEnd)
		}
		return
	}
	if n > 0 || first {
		t.Errorf("page %d has no number", n+1)
	}
}

// checkSignature measures enclosure, name and date: an empty line before the enclosure, the date ends four characters from
// the edge, the name stands in the middle over it, the seal begins less than a line below the text.
func checkSignature(t *testing.T, p paper.Page, l *paper.Letter) {
	t.Helper()
	em := gridSize * 25.4 / 72
	var last, enclosure, name, date row
	for _, r := range rows(p) {
		switch {
		case r.text == l.Enclosure:
			enclosure = r
		case r.text == l.Issuer && r.size == gridSize:
			name = r
		case r.text == l.Date:
			date = r
		case r.size == gridSize && r.text != l.Note && r.text != l.Number:
			last = r
		}
	}
	if date.text == "" || name.text == "" {
		t.Fatalf("no signature on the last page")
	}
	if l.Unsealed {
		checkUnsealed(t, p, last, enclosure, name, date)
		return
	}
	if !near(date.right, gridRight-4*em, 0.1) {
		t.Errorf("the date ends at %.2f mm", date.right)
	}
	if !near((name.left+name.right)/2, (date.left+date.right)/2, 0.1) && !near(name.right, gridRight, 0.1) {
		t.Errorf("the name %.2f–%.2f is not over the date %.2f–%.2f", name.left, name.right, date.left, date.right)
	}
	if enclosure.text != "" {
		if !near(enclosure.left, gridLeft+2*em, 0.1) || last.text != "" && !near(enclosure.y-last.y, 2*gridLead, 0.1) {
			t.Errorf("the enclosure stands %.2f mm below the text, %.2f from the left", enclosure.y-last.y, enclosure.left)
		}
		last = enclosure
	}
	// the seal of 42 mm has its middle between name and date
	if gap := date.y - last.y - gridLead - 21; last.text != "" && (gap < 0 || gap > gridLead) {
		t.Errorf("the seal begins %.2f mm below %q, want less than a line", gap, last.text)
	}
}

// checkUnsealed measures name and date of a letter without a seal (7.3.5.2): one empty line below the text, the longer one ends
// two characters from the edge, the date begins two characters behind the name.
func checkUnsealed(t *testing.T, p paper.Page, last, enclosure, name, date row) {
	t.Helper()
	em := gridSize * 25.4 / 72
	if enclosure.text != "" {
		last = enclosure
	}
	if p.Seal != nil {
		t.Error("a place for a seal is shown")
	}
	if last.text != "" && !near(name.y-last.y, 2*gridLead, 0.1) || !near(date.y-name.y, gridLead, 0.1) {
		t.Errorf("the name stands %.2f mm below the text, the date %.2f below the name", name.y-last.y, date.y-name.y)
	}
	if !near(date.left-name.left, 2*em, 0.1) {
		t.Errorf("the date begins %.2f mm behind the name", date.left-name.left)
	}
	longer := name
	if date.right-date.left > name.right-name.left {
		longer = date
	}
	if !near(longer.right, gridRight-2*em, 0.1) {
		t.Errorf("%q ends at %.2f mm", longer.text, longer.right)
	}
}

// checkImprint measures the 版记 (7.4): 4号, one character free at either side, down to the lower edge of the text area of the
// last page and nowhere else; lines of 0.35 and 0.25 mm on a report, none on a letter (10.1).
func checkImprint(t *testing.T, pages []paper.Page, l *paper.Letter) {
	t.Helper()
	em := 14 * 25.4 / 72
	var lines []paper.Item
	var words []row
	for n, p := range pages {
		for _, it := range p.Items {
			if it.Kind == paper.ItemLine && it.Y == it.Y2 && near(it.X2-it.X, 156, 0.1) && it.Y > gridTop+150 {
				lines = append(lines, it)
			}
		}
		for _, r := range rows(p) {
			if r.size != 14 || strings.HasPrefix(r.text, "—") || r.y < gridTop { // the page's number, the mark of a draft
				continue
			}
			if n < len(pages)-1 {
				t.Errorf("page %d has %q of the 版记", n+1, r.text)
			}
			words = append(words, r)
		}
	}
	i := l.Imprint
	if i.Empty() {
		if len(words)+len(lines) > 0 {
			t.Errorf("a 版记 of nothing: %v", words)
		}
		return
	}
	last := words[len(words)-1]
	if got := last.y + 0.12*em; got > gridEnd || gridEnd-got > 24*25.4/72 {
		t.Errorf("the 版记 ends at %.2f mm, the text area at %.0f", got, gridEnd)
	}
	if !near(words[0].left, gridLeft+em, 0.1) {
		t.Errorf("the 版记 begins at %.2f mm", words[0].left)
	}
	for _, r := range words {
		if r.right > gridRight-em+em/2+0.1 || r.y-0.88*em < gridTop {
			t.Errorf("%q ends at %.2f mm", r.text, r.right)
		}
	}
	if i.Copies != "" && !strings.HasPrefix(words[0].text, paper.CopiesLabel) {
		t.Errorf("the 版记 begins with %q", words[0].text)
	}
	if i.Printer == "" {
		if len(lines) > 0 {
			t.Errorf("a letter has lines in its 版记: %v", lines)
		}
		return
	}
	if last.text != i.Printer+i.Printed || !near(last.right, gridRight-em, 0.2) {
		t.Errorf("printed by: %+v", last)
	}
	want := []float64{0.35, 0.35}
	if i.Copies != "" {
		want = []float64{0.35, 0.25, 0.35}
	}
	if len(lines) != len(want) {
		t.Fatalf("%d lines in the 版记", len(lines))
	}
	slices.SortFunc(lines, func(a, b paper.Item) int { return int(100 * (a.Y - b.Y)) })
	for n, w := range want {
		if !near(lines[n].Stroke*25.4/72, w, 0.02) {
			t.Errorf("line %d of the 版记 is %.2f mm thick, want %.2f", n+1, lines[n].Stroke*25.4/72, w)
		}
	}
	if !near(lines[len(lines)-1].Y, gridEnd, 0.1) {
		t.Errorf("its last line stands at %.2f mm", lines[len(lines)-1].Y)
	}
}

// TestAPageHolds22LinesOf28Characters sets nothing but Chinese characters: every line is full, and so is the page.
func TestAPageHolds22LinesOf28Characters(t *testing.T) {
	s := papertest.Opinion()
	s.Opinion = strings.Repeat("建议写明牵头部门和配合单位各自的职责", 120)
	contents, out := print(t, paper.KindComment, s)
	pages := letterPages(t, contents, measured(t, out))
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	lines := 0
	for _, r := range rows(pages[1]) {
		if r.size != gridSize {
			continue
		}
		lines++
		if n := len([]rune(r.text)); n != 28 || !near(r.left, gridLeft, 0.01) || !near(r.right, gridRight, 0.1) {
			t.Errorf("line %d: %d characters from %.2f to %.2f mm", lines, n, r.left, r.right)
		}
	}
	if lines != 22 {
		t.Errorf("%d lines on the page", lines)
	}
}

// TestATitleIsNotBrokenInsideWords: its lines end between words, hold as many characters as others, and none holds a rest.
func TestATitleIsNotBrokenInsideWords(t *testing.T) {
	words := []string{"进一步", "加强", "农村", "地区", "燃气", "餐饮", "场所", "安全", "隐患", "排查", "整治", "有关", "工作", "人民政府", "自治乡", "便民", "服务", "中心", "综合"}
	for _, name := range []string{"letter about a title of 300 characters", "letter of a long name", "letter of forty demands"} {
		c := extremes[name]
		contents, _ := print(t, c.kind, c.subject())
		title := contents[0].Letter.Title
		whole := strings.Join(title, "")
		for _, w := range words {
			if got := strings.Count(strings.Join(title, "\n"), w); got != strings.Count(whole, w) {
				t.Errorf("%s: %s is broken in %q", name, w, title)
			}
		}
		for _, line := range title {
			if n := len([]rune(line)); n > 20 || n < 5 {
				t.Errorf("%s: a line of %d characters: %q", name, n, line)
			}
		}
	}
}

// TestAFormNeverEndsWithItsSignatureAlone: above the places of signature and seal on the last page of a form stands something
// that is signed.
func TestAFormNeverEndsWithItsSignatureAlone(t *testing.T) {
	for name, c := range extremes {
		if c.kind.Letter() {
			continue
		}
		contents, out := print(t, c.kind, c.subject())
		pages := letterPages(t, contents, measured(t, out))
		if len(pages) < 2 {
			continue
		}
		last, said := pages[len(pages)-1], ""
		for _, r := range rows(last) {
			if strings.Contains(r.text, "盖章") || strings.Contains(r.text, "签字") {
				break
			}
			said += r.text
		}
		signed := false
		for _, f := range contents[0].Record().Facts {
			if r := []rune(layout.Squash(f.Text)); len(r) >= 8 && strings.Contains(layout.Squash(said), string(r[max(len(r)-10, 0):])) {
				signed = true
			}
		}
		if !signed {
			t.Errorf("%s: page %d holds only the signature: %q", name, len(pages), said)
		}
	}
}
