package paper

import (
	"slices"
	"strings"
	"unicode"

	"yidanqing/app"
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// Lengths of quotations, in characters.
const (
	quoteMax   = 60  // one clause in a table
	requireMax = 120 // the whole demand, in 来文要求
)

// clauses are the clauses of a demand that hold its evidence, in order: what is quoted must read as a sentence, not as a
// word, and must be found in the notice. Evidence inside the demand comes before evidence elsewhere (in the title).
func clauses(notice []rune, ev []app.Evidence, from, to int) []stretch {
	var in, out []stretch
	for _, e := range ev {
		if e.Start < 0 || e.End > len(notice) || e.Start >= e.End {
			continue
		}
		r := stretch{e.Start, e.End}
		if a, b := clauseAround(notice, e, from, to); b-a <= quoteMax {
			r = stretch{a, b}
		}
		if out = append(out, r); e.Start >= from && e.End <= to {
			in = append(in, r)
		}
	}
	if len(in) > 0 {
		out = in
	}
	slices.SortFunc(out, func(a, b stretch) int { return a.start - b.start })
	var merged []stretch
	for _, r := range out {
		if n := len(merged); n > 0 && r.start <= merged[n-1].end+1 && !parted(notice, merged[n-1].start, r.end) && max(r.end, merged[n-1].end)-merged[n-1].start <= quoteMax {
			merged[n-1].end = max(merged[n-1].end, r.end)
			continue
		} else if n > 0 && r.start < merged[n-1].end {
			continue // overlaps, and together they are too long
		}
		merged = append(merged, r)
	}
	return merged
}

// parted tells whether a paragraph ends between two places.
func parted(notice []rune, from, to int) bool {
	for i := from; i < to; i++ {
		if notice[i] == '\n' && !midSentence(notice, i) {
			return true
		}
	}
	return false
}

// clauseAround widens an evidence to the marks of punctuation around it, not beyond [from, to).
func clauseAround(notice []rune, e app.Evidence, from, to int) (int, int) {
	from, to = max(from, 0), min(to, len(notice))
	start, end := max(e.Start, 0), min(e.End, len(notice))
	if start >= end {
		return 0, 0
	}
	from, to = min(from, start), max(to, end)
	for start > from && !clauseMark(notice, start-1) {
		start--
	}
	for end < to && !clauseMark(notice, end) {
		end++
	}
	return start, end
}

// clauseMark tells whether the character at i parts two clauses. A line break inside a sentence does not.
func clauseMark(notice []rune, i int) bool {
	switch r := notice[i]; r {
	case '，', '。', '；', '！', '？', '：', ';', '!', '?':
		return true
	case ',', ':':
		// not inside numbers and times: 17:00, 1,000
		return !(i > 0 && i+1 < len(notice) && unicode.IsDigit(notice[i-1]) && unicode.IsDigit(notice[i+1]))
	case '\n', '\r':
		return i == 0 || i+1 >= len(notice) || !midSentence(notice, i)
	}
	return false
}

// midSentence tells whether the line break at i only broke a line: text before it without a closing mark, and text
// after it that does not begin with a numbering or a blank.
func midSentence(notice []rune, i int) bool {
	b := i - 1
	for b >= 0 && (notice[b] == '\r' || notice[b] == ' ') {
		b--
	}
	a := i + 1
	for a < len(notice) && notice[a] == '\r' {
		a++
	}
	if b < 0 || a >= len(notice) || notice[b] == '\n' || unicode.IsSpace(notice[a]) {
		return false
	}
	if strings.ContainsRune("。；！？：:;!?", notice[b]) || numbering(notice[a:]) > 0 || titleEnd(notice[:b+1]) || salutation(notice[a:]) {
		return false
	}
	width := 0
	for j := b; j >= 0 && notice[j] != '\n'; j-- {
		width++
	}
	return width >= 17
}

// titleEnd tells whether a line ends as the titles of notices do.
func titleEnd(line []rune) bool {
	tail := string(line[max(0, len(line)-3):])
	for _, w := range []string{"的通知", "的函", "方案", "的意见", "的通报", "的报告", "的公告"} {
		if strings.HasSuffix(tail, w) {
			return true
		}
	}
	return false
}

// salutation tells whether a line ends with a colon: it addresses somebody.
func salutation(rest []rune) bool {
	for i, r := range rest {
		if r == '\n' || i > 60 {
			return i > 0 && i <= 60 && strings.ContainsRune("：:", rest[i-1])
		}
	}
	return len(rest) > 0 && strings.ContainsRune("：:", rest[len(rest)-1])
}

// numbering is the length of a numbering at the start of a line: 一、 （二） 3. ①, else 0.
func numbering(line []rune) int {
	i := 0
	opened := i < len(line) && strings.ContainsRune("（(", line[i])
	if opened {
		i++
	}
	from := i
	for i < len(line) && i-from < 3 && (strings.ContainsRune("一二三四五六七八九十", line[i]) || line[i] >= '0' && line[i] <= '9') {
		i++
	}
	switch {
	case i < len(line) && i == from && !opened && line[i] >= '①' && line[i] <= '⑳':
		return i + 1
	case i == from || i >= len(line):
		return 0
	case opened && strings.ContainsRune("）)", line[i]):
		return i + 1
	case !opened && line[i] == ' ' && i+1 < len(line) && text.Han(line[i+1]):
		return i + 1
	case !opened && (line[i] == '、' || (line[i] == '.' || line[i] == '．') && !(i+1 < len(line) && unicode.IsDigit(line[i+1]))):
		return i + 1
	}
	return 0
}

// clean takes [start, end) without line breaks, numbering at the front and blanks around.
func clean(notice []rune, start, end int) string {
	out := make([]rune, 0, end-start)
	for i, r := range notice[start:end] {
		switch {
		case r == '\n' && !midSentence(notice, start+i) && len(out) > 0 && !strings.ContainsRune("，。；：、！？,;:!? ", out[len(out)-1]):
			out = append(out, ' ') // two paragraphs must not run into one word
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
		case r == '\t' || r == '\u3000' || r == '\u00a0' || r == ' ':
			if len(out) > 0 && out[len(out)-1] != ' ' {
				out = append(out, ' ')
			}
		case r == '\ufeff' || unicode.Is(unicode.Cc, r):
		default:
			out = append(out, r)
		}
	}
	for {
		n := len(out)
		for len(out) > 0 && (unicode.IsSpace(out[0]) || strings.ContainsRune("，。；、：,;:！!", out[0])) {
			out = out[1:]
		}
		out = out[numbering(out):]
		if len(out) == n {
			break
		}
	}
	s := strings.TrimRightFunc(string(out), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("，。；、：,;", r) })
	return balance(s)
}

// balance drops an opening or closing quotation mark at the ends that has no partner inside the quotation.
func balance(s string) string {
	if strings.Count(s, "“") == strings.Count(s, "”") {
		return s
	}
	if strings.Count(s, "“") > strings.Count(s, "”") {
		if rest := strings.TrimPrefix(s, "“"); rest != s {
			return rest
		}
		return strings.TrimSuffix(s, "“")
	}
	if rest := strings.TrimSuffix(s, "”"); rest != s {
		return rest
	}
	return strings.TrimPrefix(s, "”")
}

// cut shortens a text to n characters, marked by ……, at a mark of punctuation where one is near.
func cut(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	end := n - 2
	for i := end; i > end*2/3; i-- {
		if strings.ContainsRune("，。；、,;", r[i]) {
			end = i
			break
		}
	}
	return strings.TrimRight(openNumber.ReplaceAllString(string(r[:end]), "$1"), "。； \n") + "……"
}

// openNumber is the number of the next item at the end of a cut text: it would say nothing.
var openNumber = pattern.MustCompile(`([。；;\s])[\s]*[（(]?[一二三四五六七八九十0-9]{1,3}[)）.]?$`)

// inner turns the double quotation marks of a text into single ones, for quoting it within “…”.
func inner(s string) string {
	return strings.NewReplacer("“", "‘", "”", "’").Replace(s)
}

// quoted puts a text in quotation marks.
func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "“" + inner(s) + "”"
}
