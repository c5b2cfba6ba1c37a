package phrasing

import (
	"encoding/binary"
	"sort"

	"yidanqing/app/text"
)

// Scan appends the grams of the folded text s that the table knows to into, in order of place, repeats included.
func (t *Table) Scan(s []rune, into []Gram) []Gram {
	for i := range s {
		if i+1 >= len(s) || !text.Han(s[i]) || !text.Han(s[i+1]) {
			continue
		}
		span, ok := t.first[s[i]]
		if !ok {
			continue
		}
		pair := t.search(span, gram{s[i], s[i+1]})
		if pair >= span.to || t.gram(Gram(pair))[1] != s[i+1] {
			continue // a triple stands only after its pair
		}
		if t.gram(Gram(pair))[2] == 0 {
			into = append(into, Gram(pair))
		}
		if i+2 < len(s) && text.Han(s[i+2]) {
			want := gram{s[i], s[i+1], s[i+2]}
			span.from = pair
			if g := t.search(span, want); g < span.to && t.gram(Gram(g)) == want {
				into = append(into, Gram(g))
			}
		}
	}
	return into
}

// search gives the first gram of a span that does not stand before want.
func (t *Table) search(in span, want gram) int32 {
	return in.from + int32(sort.Search(int(in.to-in.from), func(i int) bool {
		return t.compare(Gram(in.from+int32(i)), want) >= 0
	}))
}

// Add adds what a gram speaks for to scores, which has a place for each concept: natural logarithms of how much likelier
// the gram is in talk about the concept than elsewhere.
func (t *Table) Add(g Gram, scores []float32) {
	for p := t.from[g]; p < t.from[g+1]; p++ {
		scores[binary.LittleEndian.Uint16(t.ofPost[2*p:])] += float32(t.weights[p]) / weightUnit
	}
}
