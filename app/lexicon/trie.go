package lexicon

// trie finds words in a rune slice. A word may stand for several values.
type trie struct {
	next   []map[rune]int32
	values [][]int
}

func newTrie() *trie { return &trie{next: []map[rune]int32{nil}, values: [][]int{nil}} }

func (t *trie) add(word string, value int) {
	at := int32(0)
	for _, r := range word {
		if t.next[at] == nil {
			t.next[at] = map[rune]int32{}
		}
		to, ok := t.next[at][r]
		if !ok {
			to = int32(len(t.next))
			t.next[at][r] = to
			t.next = append(t.next, nil)
			t.values = append(t.values, nil)
		}
		at = to
	}
	if at == 0 {
		return
	}
	for _, v := range t.values[at] {
		if v == value {
			return
		}
	}
	t.values[at] = append(t.values[at], value)
}

// scan calls use for the longest word beginning at each position; a word that lies within one already given is left out.
func (t *trie) scan(s []rune, use func(start, end int, values []int)) {
	covered := 0
	for i := range s {
		at, best, end := int32(0), int32(0), 0
		for j := i; j < len(s); j++ {
			to, ok := t.next[at][s[j]]
			if !ok {
				break
			}
			at = to
			if t.values[at] != nil {
				best, end = at, j+1
			}
		}
		if best != 0 && end > covered {
			use(i, end, t.values[best])
			covered = end
		}
	}
}

// at calls use for every word that begins at s[i], the shortest first.
func (t *trie) at(s []rune, i int, use func(end int, values []int)) {
	at := int32(0)
	for j := i; j < len(s); j++ {
		to, ok := t.next[at][s[j]]
		if !ok {
			return
		}
		if at = to; t.values[at] != nil {
			use(j+1, t.values[at])
		}
	}
}
