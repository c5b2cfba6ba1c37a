package paper

import (
	"sort"
	"strings"
	"unicode"

	"yidanqing/app"
)

// Limits of the notice as the evidence page quotes it, in characters: a short notice is quoted in the paragraphs that
// matter, of a long paragraph only the sentences that do, and not more than quoteBudget altogether.
const (
	paragraphMax = 260
	quoteBudget  = 4000
)

// mark is a place of the notice that a ground rests on.
type mark struct {
	start, end int
	badge      string
	order      int // 清 badges before numbers at the same place
}

// marked are the paragraphs of the notice that hold marks, underlined and numbered. whole tells that nothing of the
// notice's demands was left out.
func (w *Writer) marked(s Subject, marks []mark) (out []Para, whole bool) {
	notice := []rune(s.Text)
	sort.SliceStable(marks, func(i, j int) bool {
		if marks[i].end != marks[j].end {
			return marks[i].end < marks[j].end
		}
		return marks[i].order < marks[j].order
	})
	whole = true
	budget := quoteBudget
	skipped, begun := false, false
	for _, p := range paragraphs(notice) {
		pieces := w.pieces(s, notice, p, marks)
		if len(pieces) == 0 {
			skipped = skipped || strings.TrimSpace(string(notice[p.start:p.end])) != ""
			whole = whole && !(skipped && len(notice) > longNotice)
			continue
		}
		if skipped && begun {
			out = append(out, Para{Spans: []Span{{Text: w.words.Text["omitted"]}}, Indent: 2})
		}
		skipped, begun = false, true
		var spans []Span
		for k, r := range pieces {
			if k > 0 || r.start > p.start {
				spans = append(spans, Span{Text: w.words.Text["omitted"]})
				whole = false
			}
			spans = append(spans, underline(notice, r, marks)...)
			budget -= r.end - r.start
		}
		if pieces[len(pieces)-1].end < p.end {
			spans = append(spans, Span{Text: w.words.Text["omitted"]})
			whole = false
		}
		out = append(out, Para{Spans: trimSpans(spans), Indent: 2})
		if budget <= 0 {
			return out, false
		}
	}
	return out, whole
}

// longNotice is from how many characters on a notice of which paragraphs are left out counts as shortened; of a short one
// only salutation and contact are.
const longNotice = 3000

// stretch is a part of the notice, [start, end).
type stretch struct{ start, end int }

// paragraphs splits the notice at line breaks that end a paragraph.
func paragraphs(notice []rune) []stretch {
	var out []stretch
	start := 0
	for i, r := range notice {
		if r == '\n' && !midSentence(notice, i) {
			out = append(out, stretch{start, i})
			start = i + 1
		}
	}
	return append(out, stretch{start, len(notice)})
}

// pieces are the parts of a paragraph to quote: all of it if it is short and holds a mark or a part of a demand, else
// its sentences with marks.
func (w *Writer) pieces(s Subject, notice []rune, p stretch, marks []mark) []stretch {
	holds := func(r stretch) bool {
		for _, m := range marks {
			if m.start < r.end && m.end > r.start || m.start == m.end && m.end > r.start && m.end <= r.end {
				return true
			}
		}
		return false
	}
	if p.end-p.start <= paragraphMax {
		if holds(p) {
			return []stretch{p}
		}
		for i, d := range s.Check.Demands { // a demand without marks is quoted by its first paragraph
			if s.verdict(i) != app.VerdictInfo && d.Start >= p.start && d.Start < p.end && !marksIn(marks, d.Start, d.End) {
				return []stretch{p}
			}
		}
		return nil
	}
	var out []stretch
	for _, r := range sentences(notice, p) {
		if !holds(r) {
			continue
		}
		if n := len(out); n > 0 && out[n-1].end == r.start {
			out[n-1].end = r.end
			continue
		}
		out = append(out, r)
	}
	return out
}

// marksIn tells whether a mark lies in [from, to).
func marksIn(marks []mark, from, to int) bool {
	for _, m := range marks {
		if m.start < to && m.end > from {
			return true
		}
	}
	return false
}

// sentences splits a paragraph behind 。；！？.
func sentences(notice []rune, p stretch) []stretch {
	var out []stretch
	start := p.start
	for i := p.start; i < p.end; i++ {
		if strings.ContainsRune("。；！？;!?", notice[i]) {
			for i+1 < p.end && strings.ContainsRune("”’）)", notice[i+1]) {
				i++
			}
			out = append(out, stretch{start, i + 1})
			start = i + 1
		}
	}
	if start < p.end {
		out = append(out, stretch{start, p.end})
	}
	return out
}

// underline writes a part of the notice with its marks: underlined where a mark lies, the badge behind its end.
func underline(notice []rune, r stretch, marks []mark) []Span {
	cuts := map[int]bool{r.start: true, r.end: true}
	for _, m := range marks {
		for _, at := range []int{m.start, m.end} {
			if at > r.start && at < r.end {
				cuts[at] = true
			}
		}
	}
	at := make([]int, 0, len(cuts))
	for c := range cuts {
		at = append(at, c)
	}
	sort.Ints(at)
	var out []Span
	for k := 0; k+1 < len(at); k++ {
		a, b := at[k], at[k+1]
		span := Span{Text: visible(notice[a:b])}
		for _, m := range marks {
			span.Under = span.Under || m.start <= a && m.end >= b && m.start < m.end
		}
		out = append(out, span)
		for _, m := range marks {
			if m.end != b {
				continue
			}
			if last := &out[len(out)-1]; last.Badge == "" {
				last.Badge = m.badge
			} else if last.Badge != m.badge {
				out = append(out, Span{Badge: m.badge})
			}
		}
	}
	return out
}

// visible drops line breaks and control characters; other blanks become plain ones.
func visible(rs []rune) string {
	var b strings.Builder
	for _, r := range rs {
		switch {
		case r == '\n' || r == '\r' || r == '\ufeff' || r == '\u2028' || r == '\u2029':
		case r == '\t' || r == '\u00a0':
			b.WriteRune(' ')
		case unicode.Is(unicode.Cc, r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// trimSpans drops the blanks at the front of a paragraph, which is indented by itself.
func trimSpans(spans []Span) []Span {
	for len(spans) > 0 {
		spans[0].Text = strings.TrimLeft(spans[0].Text, " \u3000")
		if spans[0].Text != "" || spans[0].Badge != "" {
			return spans
		}
		spans = spans[1:]
	}
	return spans
}
