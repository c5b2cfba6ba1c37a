package kit

import (
	"strings"
	"unicode"

	"yidanqing/ui/theme"
)

// Chinese line breaking (禁则): what may not begin a line, what may not end one, and runs that stay together.
const (
	neverFirst = "，。、；：？！）》〉」』】〕］｝”’…—·％‰℃,.;:?!)]}%"
	neverLast  = "（《〈「『【〔［｛“‘([{￥$"
)

func mayNotBegin(r rune) bool { return !han(r) && strings.ContainsRune(neverFirst, r) }
func mayNotEnd(r rune) bool   { return !han(r) && strings.ContainsRune(neverLast, r) }

// han tells whether r is one of the common Han characters, which may stand anywhere and fill the em square.
func han(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

// joins tells whether a break between a and b would part a number or a Latin word.
func joins(a, b rune) bool { return latin(a) && latin(b) }

func latin(r rune) bool {
	return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' || r == '-' || r == '/' || r == ':' || r == '@' || r == '_')
}

// span is the part [from, to) of a text, in runes.
type span struct{ from, to int }

// meter measures single runes of a role and remembers them. It serves one call and is then dropped.
type meter struct {
	role  theme.Role
	em    float32
	width map[rune]float32
}

func newMeter(role theme.Role) *meter {
	return &meter{role: role, em: measure("一", role), width: make(map[rune]float32, 64)}
}

func (m *meter) of(r rune) float32 {
	if han(r) {
		return m.em
	}
	if w, ok := m.width[r]; ok {
		return w
	}
	w := measure(string(r), m.role)
	m.width[r] = w
	return w
}

// breakText breaks one paragraph into lines of at most width. Every rune of the text is in exactly one line.
func breakText(text []rune, m *meter, width float32) []span {
	var out []span
	for at := 0; at < len(text); {
		end, used := at, float32(0)
		for end < len(text) {
			w := m.of(text[end])
			if used+w > width && end > at {
				break
			}
			used += w
			end++
		}
		if end < len(text) {
			end = breakBefore(text, at, end)
		}
		out = append(out, span{at, end})
		at = end
	}
	if len(out) == 0 {
		out = append(out, span{})
	}
	return out
}

// breakBefore moves a break at end back to a place where one is allowed, at most eight runes or half the line.
func breakBefore(text []rune, from, end int) int {
	limit := max(from+1, end-24, from+(end-from)/2)
	for i := end; i >= limit; i-- {
		if !mayNotBegin(text[i]) && !mayNotEnd(text[i-1]) && !joins(text[i-1], text[i]) {
			return i
		}
	}
	return end
}
