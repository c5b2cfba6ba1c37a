package notice

import (
	"strings"

	"yidanqing/app/text"
)

// markKind is a way of numbering. The order is that of nesting in official papers.
type markKind int

const (
	markArticle markKind = iota // 第一条
	markHan                     // 一、
	markHanIn                   // （一）
	markDigit                   // 1. 1、
	markDigitIn                 // （1） 1）
	markCircle                  // ①
	markFirst                   // 一是 第一，
	markBare                    // “1 ” apart by blanks, as in chats
	markBullet                  // ·
)

// mark is a list mark found in the text.
type mark struct {
	kind   markKind
	number int
	text.Range
	inline bool
	annex  int
}

// findItems finds all list marks of the body and builds the outline.
func findItems(l *Letter) []Item {
	var marks []mark
	for i, p := range l.Paragraphs {
		if p.Zone == ZoneBody {
			lineStart := i == 0 || l.Paragraphs[i-1].End < p.Start
			marks = append(marks, paragraphMarks(l.Text, p, lineStart)...)
		}
	}
	items := nest(marks)
	end := 0
	for _, p := range l.Paragraphs {
		if p.Zone == ZoneBody {
			end = p.End
		}
	}
	closeItems(l, items, end)
	return items
}

// paragraphMarks finds the mark that opens a paragraph and the runs of marks within it.
func paragraphMarks(t *text.Text, p Paragraph, lineStart bool) []mark {
	r := t.Norm[:p.End]
	var found []mark
	chains := map[markKind]int{} // length of the run that is going on, by kind
	last := map[markKind]int{}   // number that it has reached
	first := map[markKind]int{}  // index in found of its first mark
	keep := []bool{}
	for i := p.Start; i < p.End; i++ {
		at := i == p.Start
		if !at && !boundary(t, i) {
			continue
		}
		m, ok := markAt(r, i, at || t.Gap(i))
		if !ok || m.kind == markBare && !bareMark(t, p, m) {
			continue
		}
		m.inline, m.annex = !(at && lineStart), p.Annex
		opens := at && m.kind != markFirst && m.kind != markBare
		switch {
		case m.kind == markBullet:
			if !at {
				continue
			}
		case m.number == 1:
			chains[m.kind], first[m.kind] = 1, len(found)
		case chains[m.kind] > 0 && m.number == last[m.kind]+1:
			chains[m.kind]++
			keep[first[m.kind]] = true
			opens = true
		case at:
			chains[m.kind], first[m.kind] = 1, len(found)
		default:
			continue
		}
		last[m.kind] = m.number
		found, keep = append(found, m), append(keep, opens)
		i = m.End - 1
	}
	out := found[:0]
	for i, m := range found {
		// A run over several lines, each opened by 一是 or a bare number, shows only at the line starts.
		if keep[i] || m.Start == p.Start && (m.kind == markFirst || m.kind == markBare) && lineStart {
			out = append(out, m)
		}
	}
	return out
}

// boundary tells whether a list mark may stand at i: after a mark of punctuation or a blank.
func boundary(t *text.Text, i int) bool {
	if t.Gap(i) {
		return true
	}
	switch t.Norm[i-1] {
	case '。', ';', ':', ',', '!', '?', '、', ')', '”', '〕':
		return true
	}
	return false
}

const hanDigits = "一二三四五六七八九十"

// markAt reads a list mark at r[i]. apart tells that a blank or the line start is before it.
func markAt(r []rune, i int, apart bool) (mark, bool) {
	m := mark{}
	at := func(k int) rune {
		if k < len(r) {
			return r[k]
		}
		return 0
	}
	done := func(kind markKind, n, end int) (mark, bool) {
		m.kind, m.number, m.Range = kind, n, text.Range{Start: i, End: end}
		return m, n > 0
	}
	c := r[i]
	switch {
	case c >= '①' && c <= '⑳':
		return done(markCircle, int(c-'①')+1, i+1)
	case c >= '❶' && c <= '❿':
		return done(markCircle, int(c-'❶')+1, i+1)
	case c == '·' || c == '●' || c == '■' || c == '◆' || c == '▲' || c == '※':
		return done(markBullet, 1, i+1)
	case c == '第':
		n, e := hanNumber(r, i+1)
		switch {
		case n > 0 && at(e) == '条':
			return done(markArticle, n, e+1)
		case n > 0 && (at(e) == ',' || at(e) == '、' || at(e) == ':'):
			return done(markFirst, n, e+1)
		}
	case c == '(':
		if n, e := hanNumber(r, i+1); n > 0 && at(e) == ')' {
			return done(markHanIn, n, e+1)
		}
		if n, e := digitNumber(r, i+1); n > 0 && at(e) == ')' {
			return done(markDigitIn, n, e+1)
		}
	case strings.ContainsRune(hanDigits, c):
		n, e := hanNumber(r, i)
		switch next := at(e); {
		case next == '、' || next == '.' || next == ',' && apart || next == ':' && apart:
			return done(markHan, n, e+1)
		case next == ')' && apart:
			return done(markHanIn, n, e+1)
		case next == '是' && (n > 1 || at(e+1) != '一'):
			return done(markFirst, n, e+1)
		}
	case c >= '0' && c <= '9':
		n, e := digitNumber(r, i)
		switch next := at(e); {
		case (next == '.' || next == '、') && (!digit(at(e+1)) || (apart || i > 0 && (r[i-1] == ';' || r[i-1] == '。')) && dayAt(r, e+1)):
			return done(markDigit, n, e+1)
		case next == ')':
			return done(markDigitIn, n, e+1)
		case apart && n > 0 && n < 30 && (text.Han(next) || next == '“' || next == '《' || next == ':' && !digit(at(e+1))):
			if next == ':' {
				e++
			}
			return done(markBare, n, e)
		}
	}
	return m, false
}

// bareMark tells whether a number apart by blanks numbers an item: a blank stands after it too, and no unit.
func bareMark(t *text.Text, p Paragraph, m mark) bool {
	if m.End >= p.End {
		return false
	}
	if t.Norm[m.End-1] == ':' {
		return true
	}
	return t.Gap(m.End) && !strings.ContainsRune("个名人户份张次天月日年号点时条家项万亩元村岁周期批组位米公台辆座处栋间吨", t.Norm[m.End])
}

// dayAt tells whether a day or a year begins at r[i], as in “2.4月3日前…”: the point before it is then a list mark.
func dayAt(r []rune, i int) bool {
	n := i
	for n < len(r) && n-i < 4 && digit(r[n]) {
		n++
	}
	return n < len(r) && (r[n] == '月' && n-i <= 2 || r[n] == '年' && n-i == 4)
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

// digitNumber reads up to two Arabic digits at r[i]; a longer number is none.
func digitNumber(r []rune, i int) (n, end int) {
	for end = i; end < len(r) && digit(r[end]); end++ {
		if end-i >= 2 {
			return 0, end
		}
		n = n*10 + int(r[end]-'0')
	}
	return n, end
}

// hanNumber reads a Chinese number up to 99 at r[i].
func hanNumber(r []rune, i int) (n, end int) {
	for end = i; end < len(r) && end-i < 3; end++ {
		k := strings.IndexRune(hanDigits, r[end])
		if k < 0 {
			break
		}
		switch d := k/3 + 1; {
		case d == 10 && n == 0:
			n = 10
		case d == 10 && n < 10:
			n *= 10
		case n == 0, n >= 10 && n%10 == 0:
			n += d
		default:
			return 0, end
		}
	}
	return n, end
}

// nest puts the marks in order of nesting. A mark that goes on counting a kind that is open is its sibling; one that
// begins anew opens a level below, unless its kind stands above the open ones.
func nest(marks []mark) []Item {
	type open struct {
		kind   markKind
		number int
		item   int
		inline bool
	}
	var stack []open
	items := make([]Item, 0, len(marks))
	annex := 0
	for _, m := range marks {
		if m.annex != annex {
			stack, annex = nil, m.annex
		}
		for k := len(stack) - 1; k >= 0; k-- {
			o := stack[k]
			if o.kind == m.kind && (m.number > o.number || m.kind == markBullet || m.number == 1 && !m.inline) {
				stack = stack[:k]
				break
			}
			if !m.inline && o.inline || o.kind > m.kind && m.kind <= markCircle && !m.inline {
				stack = stack[:k]
			}
		}
		parent := -1
		if n := len(stack); n > 0 {
			parent = stack[n-1].item
		}
		stack = append(stack, open{m.kind, m.number, len(items), m.inline})
		items = append(items, Item{Range: text.Range{Start: m.Start}, Mark: m.Range, Number: m.number, Level: len(stack),
			Parent: parent, Inline: m.inline, Annex: m.annex})
	}
	return items
}

// closeItems sets where items end, their headings and their own words.
func closeItems(l *Letter, items []Item, end int) {
	ends := make([]int, len(items))
	limit := map[int]int{} // end of the body of each annex
	for _, p := range l.Paragraphs {
		if p.Zone == ZoneBody {
			limit[p.Annex] = p.End
		}
	}
	var open []int
	for i := range items {
		for len(open) > 0 && (items[open[len(open)-1]].Level >= items[i].Level || items[open[len(open)-1]].Annex != items[i].Annex) {
			k := open[len(open)-1]
			ends[k] = min(items[i].Start, limit[items[k].Annex])
			open = open[:len(open)-1]
		}
		open = append(open, i)
	}
	for _, k := range open {
		ends[k] = limit[items[k].Annex]
	}
	for i := range items {
		it := &items[i]
		it.End = ends[i]
		if it.Inline { // an inline item ends with its paragraph
			it.End = min(it.End, l.Paragraphs[l.ParagraphAt(it.Start)].End)
		}
		for it.End > it.Mark.End && l.Text.Norm[it.End-1] == '\n' {
			it.End--
		}
		words := text.Range{Start: it.Mark.End, End: it.End}
		if i+1 < len(items) && items[i+1].Parent == i {
			words.End = max(words.Start, min(words.End, items[i+1].Start))
		}
		it.Heading = heading(l, words, it.Inline, words.End < it.End)
		it.Words = text.Range{Start: max(words.Start, it.Heading.End), End: words.End}
		for it.Words.Len() > 0 && strings.ContainsRune("。:\n", l.Text.Norm[it.Words.Start]) {
			it.Words.Start++
		}
	}
}

// maxHeading is the longest heading of an item, in runes.
const maxHeading = 40

// heading is the short name that an item begins with: a line of its own, or words before the first 。 or : that more
// words of the same line follow. inline tells that the item stands within a paragraph, child that items follow in it.
func heading(l *Letter, r text.Range, inline, child bool) text.Range {
	norm, comma := l.Text.Norm, false
	for i := r.Start; i < r.End && i-r.Start <= maxHeading; i++ {
		h := text.Range{Start: r.Start, End: i}
		switch norm[i] {
		case '\n':
			return h
		case '。':
			if (i+1 < r.End && norm[i+1] != '\n' || child && i+1 == r.End) && h.Len() <= 25 && !comma && !inline {
				return h
			}
			return text.Range{}
		case ':':
			if h.Len() <= 14 && !comma {
				return h
			}
			return text.Range{}
		case ',':
			comma = true
		case ';', '!', '?':
			return text.Range{}
		}
	}
	if inline || r.Len() > maxHeading || r.Len() == 0 || r.End < len(norm) && norm[r.End] != '\n' || strings.ContainsRune("。;:", norm[r.End-1]) {
		return text.Range{}
	}
	return r
}
