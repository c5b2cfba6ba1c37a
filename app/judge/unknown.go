package judge

import (
	"cmp"
	"slices"

	"yidanqing/app/lexicon"
	"yidanqing/app/text"
)

// UnknownWord is a word that no concept, act or body of the lexicon holds (生词), with how many texts have it.
type UnknownWord struct {
	Word    string `json:"word"`
	Texts   int    `json:"texts"`
	Example string `json:"example"` // the clause in which it stands first
}

// Unknown gives the words of texts that the lexicon does not know, those of most texts first: by them the lexicon grows.
// Without word vectors whole stretches between known words are given.
func (j *Judge) Unknown(texts []string) []UnknownWord {
	found := map[string]*UnknownWord{}
	var order []string
	for _, s := range texts {
		t := text.New(s)
		seen := map[string]bool{}
		for _, g := range j.unknownIn(t) {
			word := t.Slice(g.Start, g.End)
			if seen[word] {
				continue
			}
			seen[word] = true
			if found[word] == nil {
				found[word] = &UnknownWord{Word: word, Example: clauseAround(t, g)}
				order = append(order, word)
			}
			found[word].Texts++
		}
	}
	out := make([]UnknownWord, len(order))
	for i, w := range order {
		out[i] = *found[w]
	}
	slices.SortStableFunc(out, func(a, b UnknownWord) int { return cmp.Compare(b.Texts, a.Texts) })
	return out
}

// telling is the rarity from which a word may name a matter; 工作, 通知, 情况 never do.
const telling = 10.5

// unknownIn are the words of a text, of two characters or more, that touch nothing the lexicon knows.
func (j *Judge) unknownIn(t *text.Text) []text.Range {
	known := make([]bool, t.Len())
	for _, hits := range [][]lexicon.Hit{j.Lexicon.FindConcepts(t.Norm), j.Lexicon.FindActions(t.Norm), j.Lexicon.FindBodies(t.Norm)} {
		for _, h := range hits {
			for i := h.Start; i < h.End; i++ {
				known[i] = true
			}
		}
	}
	free := func(g text.Range) bool { return !slices.Contains(known[g.Start:g.End], true) }
	var out []text.Range
	if j.Vectors == nil {
		for i := 0; i < t.Len(); i++ {
			end := i
			for end < t.Len() && !known[end] && text.Han(t.Norm[end]) {
				end++
			}
			if end-i > 1 {
				out = append(out, text.Range{Start: i, End: end})
			}
			i = max(i, end)
		}
		return out
	}
	for _, k := range j.Vectors.Segment(t.Norm) {
		if g := (text.Range{Start: k.Start, End: k.End}); g.Len() > 1 && j.Vectors.Rarity(k.ID) >= telling && free(g) {
			out = append(out, g)
		}
	}
	return out
}

// clauseAround is the clause that holds a range.
func clauseAround(t *text.Text, g text.Range) string {
	from, to := g.Start, g.End
	mark := func(r rune) bool { return r == ',' || r == '。' || r == ';' || r == '\n' || r == ':' }
	for from > 0 && g.Start-from < 20 && !mark(t.Norm[from-1]) {
		from--
	}
	for to < t.Len() && to-g.End < 20 && !mark(t.Norm[to]) {
		to++
	}
	return t.Slice(from, to)
}
