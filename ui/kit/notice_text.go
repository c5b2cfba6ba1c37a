package kit

import (
	"strings"
	"unicode"

	"yidanqing/ui/theme"
)

// Mark ties words of the notice to a row beside it. Offsets count runes of the text.
type Mark struct {
	Start, End int
	Kind       MarkKind
	Badge      string // 清1, 2, 甲; empty: no badge behind these words
	Key        string // names the row; marks of one row share it
}

// Bar ties a stretch of the notice to a demand: a bar at its left in the verdict's colour.
type Bar struct {
	Start, End int
	Tone       Tone
	Badge      string // 事1
	Key        string
}

// NoticeText is a notice and what is marked in it.
type NoticeText struct {
	Text  string
	Title string // as read; its lines are set in the middle
	Marks []Mark
	Bars  []Bar
	// Head is how many runes at the beginning name the writer and the hour of a message; the rest then stands as in a
	// chat, on a ground of its own. 0: a document.
	Head int
}

type paraKind int

const (
	paraBody paraKind = iota
	paraFlush
	paraTitle
	paraCentre // the document number under the title
	paraRight
	paraHead // writer and hour of a message
)

// noticePara is a paragraph of the text without the blanks around it; from and to are runes of the whole text.
type noticePara struct {
	from, to int
	kind     paraKind
}

// readParas finds the paragraphs and how an office would set them: title in the middle, addressee at the left, text
// with two characters of indent, signature and date at the right.
func readParas(text []rune, title string) []noticePara {
	var out []noticePara
	for from := 0; from <= len(text); {
		to := from
		for to < len(text) && text[to] != '\n' {
			to++
		}
		a, b := trimSpan(text, from, to)
		if b > a {
			out = append(out, noticePara{from: a, to: b})
		}
		from = to + 1
	}
	formal := markTitle(text, out, title)
	markRight(text, out)
	titled := false
	for i := range out {
		p := &out[i]
		if titled && p.kind == paraBody && isDocNo(text[p.from:p.to]) {
			p.kind = paraCentre
		}
		if p.kind != paraBody {
			titled = titled || p.kind == paraTitle
			continue
		}
		if !formal || (titled && isAddressee(text[p.from:p.to])) {
			p.kind = paraFlush
		}
		if titled { // only the first line after the title can be the addressee
			titled = false
		}
	}
	return out
}

func trimSpan(text []rune, from, to int) (int, int) {
	for from < to && blank(text[from]) {
		from++
	}
	for to > from && blank(text[to-1]) {
		to--
	}
	return from, to
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == '\u3000' || r == '\u200b' || r == '\ufeff' }

// markTitle sets the paragraphs that make up the title in the middle, and tells whether there is one.
func markTitle(text []rune, paras []noticePara, title string) bool {
	want := squeeze(title)
	if want == "" {
		return false
	}
	found := false
	for i := 0; i < len(paras) && i < 8; i++ {
		part := squeeze(string(text[paras[i].from:paras[i].to]))
		switch {
		case len([]rune(part)) >= 4 && strings.Contains(want, part):
			paras[i].kind, found = paraTitle, true
		case found:
			return true
		case len([]rune(part)) <= 30:
			continue
		}
	}
	return found
}

// markRight sets the signature and date at the end at the right.
func markRight(text []rune, paras []noticePara) {
	for i := len(paras) - 1; i >= 0 && i >= len(paras)-5; i-- {
		line := text[paras[i].from:paras[i].to]
		if !isDateLine(line) {
			continue
		}
		paras[i].kind = paraRight
		for j := i - 1; j >= 0 && j >= i-3; j-- {
			if !isSignature(text[paras[j].from:paras[j].to]) {
				return
			}
			paras[j].kind = paraRight
		}
		return
	}
}

func isDateLine(line []rune) bool {
	s := squeeze(string(line))
	n := len([]rune(s))
	return n >= 8 && n <= 16 && strings.Contains(s, "年") && strings.Contains(s, "月") &&
		(strings.HasSuffix(s, "日") || strings.HasSuffix(s, "）"))
}

func isSignature(line []rune) bool {
	if len(line) == 0 || len(line) > 24 {
		return false
	}
	return !strings.ContainsAny(string(line), "，。；：、！？:,;“”0123456789")
}

func isAddressee(line []rune) bool {
	last := line[len(line)-1]
	return len(line) <= 60 && (last == '：' || last == ':') && !strings.ContainsAny(string(line), "。；“") &&
		!strings.HasSuffix(strings.TrimRight(string(line), "：:"), "如下")
}

// isDocNo tells whether a line is a document number and nothing else: 清建函〔2026〕118号.
func isDocNo(line []rune) bool {
	s := squeeze(string(line))
	return len([]rune(s)) <= 24 && strings.ContainsAny(s, "〔[［(（") && strings.HasSuffix(s, "号") && strings.ContainsAny(s, "0123456789")
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if blank(r) {
			return -1
		}
		return r
	}, s)
}

// role is the type role of a paragraph.
func (p noticePara) role() theme.Role {
	switch p.kind {
	case paraTitle:
		return theme.NoticeHead
	case paraHead:
		return theme.Second
	}
	return theme.Notice
}
