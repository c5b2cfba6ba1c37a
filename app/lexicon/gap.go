package lexicon

import (
	"slices"
	"strings"
)

// gaps finds words that have something between their parts: 死了…领. The parts stand in this order within one sentence,
// at most mostGap characters apart; fewer where both parts are single characters.
type gaps struct {
	first *trie // first parts; values index words
	words []gapWord
}

type gapWord struct {
	parts   [][]rune
	concept int
}

const (
	mostGap  = 8
	shortGap = 3
)

func newGaps() *gaps { return &gaps{first: newTrie()} }

func (g *gaps) add(word string, concept int) {
	w := gapWord{concept: concept}
	for _, p := range strings.Split(word, "…") {
		if p != "" {
			w.parts = append(w.parts, []rune(p))
		}
	}
	if len(w.parts) < 2 {
		return
	}
	g.first.add(string(w.parts[0]), len(g.words), false)
	g.words = append(g.words, w)
}

// scan calls use for every word whose parts stand in s.
func (g *gaps) scan(s []rune, use func(start, end, concept int)) {
	if len(g.words) == 0 {
		return
	}
	for i := range s {
		g.first.at(s, i, func(end int, senses []sense) {
			for _, v := range senses {
				if to, ok := g.words[v.value].rest(s, end); ok {
					use(i, to, g.words[v.value].concept)
				}
			}
		})
	}
}

// rest finds the parts after the first from s[from:] on and gives where the last one ends.
func (w gapWord) rest(s []rune, from int) (int, bool) {
	for k := 1; k < len(w.parts); k++ {
		most := mostGap
		if len(w.parts[k]) == 1 && len(w.parts[k-1]) == 1 {
			most = shortGap
		}
		at := -1
		for i := from; i <= from+most && i+len(w.parts[k]) <= len(s); i++ {
			if i > from && (s[i-1] == '。' || s[i-1] == ';' || s[i-1] == '\n') {
				break
			}
			if s[i] == w.parts[k][0] && slices.Equal(s[i:i+len(w.parts[k])], w.parts[k]) {
				at = i
				break
			}
		}
		if at < 0 {
			return 0, false
		}
		from = at + len(w.parts[k])
	}
	return from, true
}
