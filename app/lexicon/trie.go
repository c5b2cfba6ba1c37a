package lexicon

// trie finds words in a rune slice. A word may stand for several values. All edges stand in one map: most words share no
// beginning, and a map for each node would take ten times the room.
type trie struct {
	next  map[edge]int32
	word  []int32 // by node: its word's place in values, 0 for none
	value [][]int
}

type edge struct {
	from int32
	by   rune
}

func newTrie() *trie { return &trie{next: map[edge]int32{}, word: []int32{0}, value: [][]int{nil}} }

func (t *trie) add(word string, value int) {
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
	if t.word[at] == 0 {
		t.word[at] = int32(len(t.value))
		t.value = append(t.value, nil)
	}
	values := &t.value[t.word[at]]
	for _, v := range *values {
		if v == value {
			return
		}
	}
	*values = append(*values, value)
}

// scan calls use for the longest word beginning at each position; a word that lies within one already given is left out.
func (t *trie) scan(s []rune, use func(start, end int, values []int)) {
	covered := 0
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
			use(i, end, t.value[t.word[best]])
			covered = end
		}
	}
}

// at calls use for every word that begins at s[i], the shortest first.
func (t *trie) at(s []rune, i int, use func(end int, values []int)) {
	at := int32(0)
	for j := i; j < len(s); j++ {
		to, ok := t.next[edge{at, s[j]}]
		if !ok {
			return
		}
		if at = to; t.word[at] != 0 {
			use(j+1, t.value[t.word[at]])
		}
	}
}
