package table

import (
	"regexp"
	"strings"
	"unicode"
)

// half maps full-width letters, digits and marks to their half-width form.
func half(r rune) rune {
	switch {
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFEE0
	case r == 0x3000:
		return ' '
	}
	return r
}

// Half is s with full-width letters, digits and marks made half-width.
func Half(s string) string { return strings.Map(half, s) }

// Fold is the comparable form of a heading: half-width, lower case, letters and digits only. “乡镇（街道）配合 职责”
// becomes 乡镇街道配合职责.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		r = unicode.ToLower(half(r))
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// brackets finds an innermost bracket with its content.
var brackets = regexp.MustCompile(`[(（\[［【〔][^()（）\[\]［］【】〔〕]*[)）\]］】〕]`)

// WithoutBrackets drops brackets and what they hold.
func WithoutBrackets(s string) string {
	for range 4 {
		next := brackets.ReplaceAllString(s, "")
		if next == s {
			break
		}
		s = next
	}
	return s
}

// wide tells characters that are written without blanks between them.
func wide(r rune) bool {
	return r >= 0x2E80 || r >= 0x2010 && r <= 0x203F || r >= 0x2460 && r <= 0x24FF
}

// Line makes one line of the text of a cell: line breaks and blanks next to Chinese characters are typesetting and go,
// blanks between other words stay as one.
func Line(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	last, gap := rune(-1), false
	for _, r := range s {
		if unicode.IsSpace(r) || r == 0x200B || r == 0xFEFF {
			gap = true
			continue
		}
		if gap && last >= 0 && !wide(last) && !wide(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last, gap = r, false
	}
	return b.String()
}

// opensItem tells a line that begins a new point of a numbered list.
var opensItem = regexp.MustCompile(`^\s*([(（]?\d{1,2}\s*([.．、)）]|$)|[(（]?[一二三四五六七八九十]{1,3}[、.．)）]|[①-⑳⑴-⒇●■◆·•\-—]|第[一二三四五六七八九十\d]{1,3}[条项,，、])`)

// labels opens a line that names its value: 承接部门：…
var opensLabel = regexp.MustCompile(`^\s*\p{Han}{2,10}[:：]`)

// Lines is the text of a cell of several sentences: a line break stays where a new point, a label or a new sentence
// begins, and goes where it only broke a line to fit the column.
func Lines(s string) string {
	if !strings.Contains(s, "\n") {
		return Line(s)
	}
	var out []string
	for part := range strings.SplitSeq(s, "\n") {
		line := Line(part)
		if line == "" {
			continue
		}
		if n := len(out); n > 0 && !endsSentence(out[n-1]) && !opensItem.MatchString(line) && !opensLabel.MatchString(line) {
			out[n-1] = Line(out[n-1] + "\n" + line)
			continue
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func endsSentence(s string) bool {
	r := []rune(s)
	return len(r) > 0 && strings.ContainsRune("。；;！!？?", r[len(r)-1])
}
