package lexicon

// trie finds words in a rune slice. A word may stand for several values. All edges stand in one map and all values in one
// slice: most words share no beginning and mean one thing, and a map and a slice for each would take ten times the room.
type trie struct {
	next   map[edge]int32
	word   []int32 // by node: the first of its word's senses, 0 for none
	senses []sense
}

// sense is one value of a word.
type sense struct {
	value    int32
	next     int32 // the word's next sense, 0 for none
	official bool  // the word is an official term for it
}

type edge struct {
	from int32
	by   rune
}

func newTrie() *trie { return &trie{next: map[edge]int32{}, word: []int32{0}, senses: []sense{{}}} }

// add gives a word a value. A value that it has already stays as it is.
func (t *trie) add(word string, value int, official bool) {
	at := int32(0)
	for _, r := range word {
		to, ok := t.next[edge{at, r}]
		if !ok {
			to = int32(len(t.word))
			t.next[edge{at, r}] = to
			t.word = append(t.word, 0)
		}
		at = to
	}
	if at == 0 {
		return
	}
	last := &t.word[at]
	for *last != 0 {
		s := &t.senses[*last]
		if s.value == int32(value) {
			return
		}
		last = &s.next
	}
	*last = int32(len(t.senses))
	t.senses = append(t.senses, sense{value: int32(value), official: official})
}

// appendSenses appends the senses of a word from the first one on.
func (t *trie) appendSenses(to []sense, first int32) []sense {
	for at := first; at != 0; at = t.senses[at].next {
		to = append(to, t.senses[at])
	}
	return to
}

// scan calls use for the longest word beginning at each position; a word that lies within one already given is left out.
// The senses are the callee's until it returns.
func (t *trie) scan(s []rune, use func(start, end int, senses []sense)) {
	covered := 0
	var senses []sense
	for i := range s {
		at, best, end := int32(0), int32(0), 0
		for j := i; j < len(s); j++ {
			to, ok := t.next[edge{at, s[j]}]
			if !ok {
				break
			}
			at = to
			if t.word[at] != 0 {
				best, end = at, j+1
			}
		}
		if best != 0 && end > covered {
			senses = t.appendSenses(senses[:0], t.word[best])
			use(i, end, senses)
			covered = end
		}
	}
}

// at calls use for every word that begins at s[i], the shortest first. The senses are the callee's until it returns.
func (t *trie) at(s []rune, i int, use func(end int, senses []sense)) {
	at := int32(0)
	var senses []sense
	for j := i; j < len(s); j++ {
		to, ok := t.next[edge{at, s[j]}]
		if !ok {
			return
		}
		if at = to; t.word[at] != 0 {
			senses = t.appendSenses(senses[:0], t.word[at])
			use(j+1, senses)
		}
	}
}
