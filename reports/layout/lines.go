package layout

import (
	"strings"
	"unicode"
)

// Marks that may not begin a line, and marks that may not end one (禁则).
const (
	noStart = "，。、；：！？）〕】》〉」』］｝”’…～·%％‰℃°′″,.;:!?)]}"
	noEnd   = "（〔【《〈「『［｛“‘([{"
)

// units are the measure words that stay with the number before them.
const units = "年月日号项条款章节张个件人户次元万亿千百米亩斤吨份页天时分秒名处届期批轮套部周岁间栋辆台级类岁支位场站里升克度倍℃㎡%％"

func closing(r rune) bool {
	return strings.ContainsRune(noStart, r) && r > 0x7F && r != '…' && r != '·'
}
func opening(r rune) bool { return strings.ContainsRune(noEnd, r) && r > 0x7F }

// word tells the characters of Latin words and numbers, which are not parted.
func word(r rune) bool {
	return r > 0x20 && r < 0x7F || r >= 0xC0 && r < 0x2000 && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func digit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// breakable tells whether a line may end between a and b.
func breakable(a, b atom) bool {
	switch {
	case b.stick, a.kind == box:
		return false
	case a.kind == tab, b.kind == tab, b.kind == box:
		return true
	case a.kind == badge:
		return !strings.ContainsRune(noStart, b.r)
	}
	x, y := a.r, b.r
	switch {
	case strings.ContainsRune(noStart, y), strings.ContainsRune(noEnd, x):
		return false
	case x == ' ':
		return true
	case y == ' ':
		return false
	case x == '…' && y == '…', x == '—' && y == '—':
		return false
	case digit(x) && strings.ContainsRune(units, y):
		return false
	case x == '第' && (digit(y) || strings.ContainsRune("一二三四五六七八九十", y)):
		return false
	case digit(x) && digit(y):
		return false
	case word(x) && word(y):
		return strings.ContainsRune(",;/-", x) && unicode.IsLetter(y)
	}
	return true
}

// line is a run of atoms, [from, to), with the width that they take.
type line struct {
	from, to int
	width    float64
}

// squeezed is by how much the advance of a shrinks before b: two marks of punctuation side by side share the blank
// half between them.
func squeezed(a, b atom) float64 {
	if a.kind != char || b.kind != char || !a.half {
		return 0
	}
	if closing(a.r) && (closing(b.r) || opening(b.r)) && b.width > a.width/2 || opening(a.r) && opening(b.r) && b.half {
		return a.width / 2
	}
	return 0
}

// breakLines breaks atoms into lines of a width in mm, the first one shortened by indent. Every atom is in exactly one
// line. Where nothing allows a break, the line is broken where it is full.
func breakLines(atoms []atom, width, indent float64) []line {
	var out []line
	from := 0
	for from < len(atoms) {
		space := width
		if len(out) == 0 {
			space -= indent
		}
		to, w := fit(atoms, from, space)
		out = append(out, line{from, to, w})
		from = to
	}
	if len(out) == 0 {
		out = append(out, line{})
	}
	return out
}

// fit is how far a line from a given atom reaches, and its width.
func fit(atoms []atom, from int, space float64) (to int, width float64) {
	x := 0.0
	lastBreak, lastWidth := -1, 0.0
	for i := from; i < len(atoms); i++ {
		a := atoms[i]
		if i > from {
			if breakable(atoms[i-1], a) {
				lastBreak, lastWidth = i, x
			}
			x -= squeezed(atoms[i-1], a)
		}
		if a.kind == tab {
			x = max(x, a.at)
			continue
		}
		end := x + a.width
		if a.half && closing(a.r) && end > space { // a closing mark at the end may lose its empty half
			end = x + a.width/2
		}
		if end > space+1e-9 && !(a.kind == char && a.r == ' ') {
			switch {
			case lastBreak > from:
				return lastBreak, lastWidth
			case i > from:
				return i, x
			}
		}
		x += a.width
	}
	return len(atoms), x
}
