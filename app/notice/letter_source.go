package notice

import (
	"unicode/utf8"

	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// source is the folded text as a string, for regular expressions, with the way between byte and rune offsets. The
// way is kept for every blockBytes-th byte, so that a look-up costs the same anywhere in a long text.
type source struct {
	t      *text.Text
	s      string
	blocks []int32 // number of runes that start before byte k*blockBytes
}

const blockBytes = 64

func newSource(t *text.Text) *source {
	src := &source{t: t, s: t.String()}
	src.blocks = make([]int32, 0, len(src.s)/blockBytes+1)
	n := int32(0)
	for i := 0; i < len(src.s); i++ {
		if i%blockBytes == 0 {
			src.blocks = append(src.blocks, n)
		}
		if utf8.RuneStart(src.s[i]) {
			n++
		}
	}
	return src
}

// runeAt is the rune offset of the rune that starts at byte b.
func (src *source) runeAt(b int) int {
	if b >= len(src.s) {
		return src.t.Len()
	}
	k := b / blockBytes
	n := int(src.blocks[k])
	for i := k * blockBytes; i < b; i++ {
		if utf8.RuneStart(src.s[i]) {
			n++
		}
	}
	return n
}

// byteAt is the byte offset of rune r.
func (src *source) byteAt(r int) int {
	if r >= src.t.Len() {
		return len(src.s)
	}
	lo, hi := 0, len(src.blocks)
	for lo < hi {
		if mid := (lo + hi) / 2; int(src.blocks[mid]) <= r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	k := lo - 1
	n, i := int(src.blocks[k]), k*blockBytes
	for ; i < len(src.s); i++ {
		if !utf8.RuneStart(src.s[i]) {
			continue
		}
		if n == r {
			return i
		}
		n++
	}
	return len(src.s)
}

// str is the folded text in a range.
func (src *source) str(r text.Range) string {
	if r.Len() <= 0 {
		return ""
	}
	return src.s[src.byteAt(r.Start):src.byteAt(r.End)]
}

// find gives the groups of the first match of re in r: group 0 is the whole. A group that took no part is empty
// at offset -1. It is nil where nothing matches.
func (src *source) find(re *pattern.Regexp, r text.Range) []text.Range {
	if r.Len() <= 0 {
		return nil
	}
	base := src.byteAt(r.Start)
	m := re.FindStringSubmatchIndex(src.s[base:src.byteAt(r.End)])
	if m == nil {
		return nil
	}
	return src.groups(base, m)
}

// findAll gives the groups of every match of re in r.
func (src *source) findAll(re *pattern.Regexp, r text.Range) [][]text.Range {
	if r.Len() <= 0 {
		return nil
	}
	base := src.byteAt(r.Start)
	var out [][]text.Range
	for _, m := range re.FindAllStringSubmatchIndex(src.s[base:src.byteAt(r.End)], -1) {
		out = append(out, src.groups(base, m))
	}
	return out
}

func (src *source) groups(base int, m []int) []text.Range {
	out := make([]text.Range, len(m)/2)
	for i := range out {
		if m[2*i] < 0 {
			out[i] = text.Range{Start: -1, End: -1}
			continue
		}
		out[i] = text.Range{Start: src.runeAt(base + m[2*i]), End: src.runeAt(base + m[2*i+1])}
	}
	return out
}
