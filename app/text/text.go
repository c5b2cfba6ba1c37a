// Package text turns the text of a notice into a form that can be compared, and keeps the way back to every rune of
// the original: evidence must quote what stands in the notice, not what the program made of it.
package text

import (
	"strings"
	"unicode"

	"yidanqing/app"
)

// Text is a notice in two forms: the runes as given, and the same folded for comparison.
//
// Folding maps full-width letters, digits and punctuation to one form and common traditional characters to simplified
// ones, drops blanks, zero-width characters, emoji and readings in brackets, joins lines that were only broken to fit a
// window, and keeps real paragraph ends as one line feed.
type Text struct {
	Raw  []rune
	Norm []rune
	// at[i] is the offset in Raw of Norm[i]; one further element stands for the end.
	at []int
	// gap[i] tells what stood before Norm[i] in the original: nothing, blanks, or an emoji.
	gap []gapKind
}

type gapKind uint8

const (
	noGap gapKind = iota
	blankGap
	emojiGap
)

// New folds raw. It never fails: any string has a folded form, if only an empty one.
func New(raw string) *Text {
	t := &Text{Raw: []rune(raw)}
	keep, pages := paragraphEnds(t.Raw)
	pending, first, skip := noGap, true, 0
	for i, r := range t.Raw {
		if r == '(' || r == '（' {
			skip = max(skip, reading(t.Raw, i))
		}
		if i < skip {
			continue
		}
		if len(pages) > 0 && i >= pages[0].Start {
			if i+1 >= pages[0].End {
				pages = pages[1:]
			}
			continue
		}
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			if keep[i] {
				if n := len(t.Norm); n > 0 && t.Norm[n-1] != '\n' {
					t.push('\n', i, noGap)
				}
				pending, first = noGap, true
			}
			continue
		case blank(r):
			if Emoji(r) {
				pending = emojiGap
			} else if pending == noGap && !first {
				pending = blankGap
			}
			continue
		}
		t.push(fold(r), i, pending)
		pending, first = noGap, false
	}
	t.at = append(t.at, len(t.Raw))
	return t
}

func (t *Text) push(r rune, at int, gap gapKind) {
	t.Norm = append(t.Norm, r)
	t.at = append(t.at, at)
	t.gap = append(t.gap, gap)
}

// Len is the number of folded runes.
func (t *Text) Len() int { return len(t.Norm) }

// String is the folded text.
func (t *Text) String() string { return string(t.Norm) }

// Slice is the folded text in [start, end).
func (t *Text) Slice(start, end int) string { return string(t.Norm[start:end]) }

// Gap tells whether blanks or emoji stood before the folded rune i in the original.
func (t *Text) Gap(i int) bool { return i >= 0 && i < len(t.gap) && t.gap[i] != noGap }

// RawOffset is the offset in the original of the folded rune i; the length of the original for i = Len().
func (t *Text) RawOffset(i int) int { return t.at[min(max(i, 0), len(t.at)-1)] }

// Evidence is the place in the original that the folded range [start, end) came from, without blanks at its ends.
// An empty range gives an empty evidence at its place.
func (t *Text) Evidence(start, end int) app.Evidence {
	for start < end && t.Norm[start] == '\n' {
		start++
	}
	for end > start && t.Norm[end-1] == '\n' {
		end--
	}
	from := t.RawOffset(start)
	if start >= end {
		return app.Evidence{Start: from, End: from}
	}
	to := t.at[end-1] + 1
	return app.Evidence{Start: from, End: to, Text: string(t.Raw[from:to])}
}

// NormOffset is the first folded rune at or after the original offset raw.
func (t *Text) NormOffset(raw int) int {
	lo, hi := 0, len(t.Norm)
	for lo < hi {
		if mid := (lo + hi) / 2; t.at[mid] < raw {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// Word folds a single word or name as New folds a text, without keeping the way back.
func Word(s string) string {
	same := true
	for _, r := range s {
		if blank(r) || fold(r) != r {
			same = false
			break
		}
	}
	if same {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if !blank(r) {
			b.WriteRune(fold(r))
		}
	}
	return b.String()
}

// blank tells characters that carry no meaning for comparison: spaces, controls, zero-width marks, emoji and ornaments.
func blank(r rune) bool {
	switch {
	case unicode.IsSpace(r), unicode.IsControl(r):
		return true
	case r == 0x200B, r == 0x200C, r == 0x200D, r == 0xFEFF, r == 0x2060, r == 0x00AD, r == 0xFFFD:
		return true
	case r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0000 && r <= 0xE01EF: // variation selectors, tags
		return true
	case shout(r) != 0, r == keycap:
		return false
	case Emoji(r):
		return true
	}
	return false
}

// keycap closes the picture of a key with a number on it (1️⃣): it numbers an item like a full stop after the number.
const keycap = 0x20E3

// shout is the mark that a picture of a mark stands for (❗, ❓), or 0: it ends a sentence like the mark.
func shout(r rune) rune {
	switch r {
	case 0x2757, 0x2755, 0x203C:
		return '!'
	case 0x2753, 0x2754:
		return '?'
	}
	return 0
}

// Emoji tells pictographs and ornaments that chats are full of. Circled numbers are not among them: they number items.
func Emoji(r rune) bool {
	switch {
	case r >= 0x1F000 && r <= 0x1FAFF:
		return true
	case r >= 0x2600 && r <= 0x27BF && !(r >= 0x2776 && r <= 0x2793):
		return true
	case r >= 0x2B00 && r <= 0x2BFF, r >= 0x2300 && r <= 0x23FF, r == 0x203C, r == 0x2049, r == 0x20E3:
		return true
	}
	return false
}

// fold maps a rune to its comparable form: half-width letters, digits and the punctuation , ; : ! ? ( ), one kind of
// quotation mark, dash and title mark.
func fold(r rune) rune {
	if m := shout(r); m != 0 {
		return m
	}
	switch r {
	case keycap:
		return '.'
	case '，', '﹐', '､':
		return ','
	case '；':
		return ';'
	case '：', '﹕', '∶':
		return ':'
	case '（':
		return '('
	case '）':
		return ')'
	case '〈':
		return '《'
	case '〉':
		return '》'
	case '「', '『', '＂', '"', '〝':
		return '“'
	case '」', '』', '〞':
		return '”'
	case '［', '[', '【':
		return '〔'
	case '］', ']', '】':
		return '〕'
	case '．', '﹒':
		return '.'
	case '–', '—', '－', '―', '−':
		return '-'
	case '～', '∼':
		return '~'
	case '·', '•', '・':
		return '·'
	}
	if r >= 0x4E00 {
		if s, ok := simple[r]; ok {
			return s
		}
		if s, ok := commonForm[r]; ok {
			return s
		}
	}
	if r >= 0xFF01 && r <= 0xFF5E {
		return unicode.ToLower(r - 0xFEE0)
	}
	return unicode.ToLower(r)
}
