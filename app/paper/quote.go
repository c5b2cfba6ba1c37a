package paper

import (
	"strings"
	"unicode"

	"yidanqing/app"
)

// Lengths of quotations, in characters.
const (
	quoteMax    = 60  // one clause in a table
	requireMax  = 120 // the whole demand, in 来文要求
	evidenceMin = 7   // an evidence that is shorter is not quoted without its clause
)

// quote is an evidence cleaned of line breaks, numbering and blanks at its ends. Where it is only a word it is widened
// to the clause around it, so that what is quoted can be found in the notice. from and to bound the demand.
func quote(notice []rune, e app.Evidence, from, to int) string {
	start, end := e.Start, e.End
	if end-start < evidenceMin {
		if a, b := clauseAround(notice, e, from, to); b-a <= quoteMax {
			start, end = a, b
		}
	}
	return cut(clean(notice, start, end), quoteMax)
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
	if strings.ContainsRune("。；！？：:;!?", notice[b]) || numbering(notice[a:]) > 0 {
		return false
	}
	width := 0
	for j := b; j >= 0 && notice[j] != '\n'; j-- {
		width++
	}
	return width >= 17
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
	case !opened && (line[i] == '、' || (line[i] == '.' || line[i] == '．') && !(i+1 < len(line) && unicode.IsDigit(line[i+1]))):
		return i + 1
	}
	return 0
}

// clean takes [start, end) without line breaks, numbering at the front and blanks around.
func clean(notice []rune, start, end int) string {
	out := make([]rune, 0, end-start)
	for _, r := range notice[start:end] {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
		case r == '\t' || r == '\u3000' || r == '\u00a0':
			out = append(out, ' ')
		case r == '\ufeff' || unicode.Is(unicode.Cc, r):
		default:
			out = append(out, r)
		}
	}
	for {
		n := len(out)
		for len(out) > 0 && unicode.IsSpace(out[0]) {
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
	return string(r[:end]) + "……"
}

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
