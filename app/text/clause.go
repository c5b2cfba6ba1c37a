package text

// Range is a part of a folded text, [Start, End).
type Range struct{ Start, End int }

// Len is the number of runes in the range.
func (r Range) Len() int { return r.End - r.Start }

// Contains tells whether offset i lies within the range.
func (r Range) Contains(i int) bool { return i >= r.Start && i < r.End }

// Sentences splits [start, end) of the folded text at 。 ! ? ; and paragraph ends. The mark belongs to its sentence. A long
// run without any mark, as messages have it, is split at its blanks instead.
func (t *Text) Sentences(start, end int) []Range {
	var out []Range
	for _, s := range t.split(start, end, sentenceEnd) {
		out = append(out, t.atBlanks(s)...)
	}
	return out
}

// unmarked is the length from which a run without punctuation is taken for several sentences.
const unmarked = 24

// atBlanks splits a sentence that has no comma at the blanks of the original.
func (t *Text) atBlanks(s Range) []Range {
	if s.Len() < unmarked {
		return []Range{s}
	}
	blanks := 0
	for i := s.Start + 1; i < s.End; i++ {
		if t.Norm[i] == ',' {
			return []Range{s}
		}
		if t.gap[i] != noGap && Han(t.Norm[i]) && Han(t.Norm[i-1]) {
			blanks++
		}
	}
	if blanks == 0 || s.Len()/blanks < 5 {
		return []Range{s}
	}
	var out []Range
	from := s.Start
	for i := s.Start + 1; i < s.End; i++ {
		if t.gap[i] != noGap && i-from >= 3 {
			out = append(out, Range{from, i})
			from = i
		}
	}
	return append(out, Range{from, s.End})
}

// Clauses splits [start, end) at commas too, and where an emoji stood. A comma inside brackets or quotation marks does not
// split.
func (t *Text) Clauses(start, end int) []Range {
	var out []Range
	for _, c := range t.split(start, end, clauseEnd) {
		from := c.Start
		for i := c.Start + 4; i < c.End-3; i++ {
			if t.gap[i] == emojiGap && i-from >= 4 && Han(t.Norm[i]) {
				out = append(out, Range{from, i})
				from = i
			}
		}
		out = append(out, Range{from, c.End})
	}
	return out
}

func sentenceEnd(r rune) bool {
	return r == '。' || r == '!' || r == '?' || r == ';' || r == '\n' || r == '…'
}

func clauseEnd(r rune) bool { return r == ',' || sentenceEnd(r) }

func (t *Text) split(start, end int, ends func(rune) bool) []Range {
	var out []Range
	from, depth := start, 0
	for i := start; i < end; i++ {
		switch r := t.Norm[i]; {
		case r == '\n':
			depth = 0
		case r == '(' || r == '《' || r == '“':
			depth++
			continue
		case r == ')' || r == '》' || r == '”':
			depth = max(0, depth-1)
			continue
		case depth > 0 && (r == ',' || r == ';'):
			continue
		case !ends(r):
			continue
		}
		if i > from {
			out = append(out, Range{from, i + 1})
		}
		from = i + 1
		depth = 0
	}
	if from < end {
		out = append(out, Range{from, end})
	}
	return out
}

// Han tells whether r is a Chinese character.
func Han(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r == '〇' || r >= 0x20000 && r <= 0x323AF || r >= 0xF900 && r <= 0xFAFF
}
