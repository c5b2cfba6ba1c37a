package vector

import "unicode"

// Token is a word of the table found in a text: runes [Start, End), and its number in the table.
type Token struct {
	Start, End int
	ID         int32
}

// Segment cuts the Han parts of s into the words of the table so that the product of their probabilities is highest
// (最大概率切分). Characters that the table does not know, and all that is not Han, give no token. Linear in len(s).
func (t *Table) Segment(s []rune) []Token {
	var out []Token
	var c cut
	for i := 0; i < len(s); {
		if !unicode.Is(unicode.Han, s[i]) {
			i++
			continue
		}
		end := i + 1
		for end < len(s) && unicode.Is(unicode.Han, s[end]) {
			end++
		}
		out = t.segmentRun(s, i, end, &c, out)
		i = end
	}
	return out
}

// cut is the work space of one segmentation: for each place of a run the least cost to its end and the word to take.
type cut struct {
	cost []int32
	len  []uint8
	word []int32
}

// Words cuts a text into the words of the table and the single characters between them; joined they are the text.
func (t *Table) Words(text string) []string {
	s := []rune(text)
	var out []string
	at := 0
	for _, w := range t.Segment(s) {
		for ; at < int(w.Start); at++ {
			out = append(out, string(s[at]))
		}
		out = append(out, string(s[w.Start:w.End]))
		at = int(w.End)
	}
	for ; at < len(s); at++ {
		out = append(out, string(s[at]))
	}
	return out
}

func (c *cut) grow(n int) {
	if cap(c.cost) < n {
		c.cost, c.len, c.word = make([]int32, n, 2*n), make([]uint8, n, 2*n), make([]int32, n, 2*n)
	}
	c.cost, c.len, c.word = c.cost[:n], c.len[:n], c.word[:n]
}

func (t *Table) segmentRun(s []rune, start, end int, c *cut, out []Token) []Token {
	n := end - start
	c.grow(n + 1)
	c.cost[n] = 0
	for i := n - 1; i >= 0; i-- {
		c.cost[i], c.len[i], c.word[i] = unknownCost+c.cost[i+1], 1, -1
		h := hashSeed
		for j := i; j < n && j-i < t.longest; j++ {
			h = hashStep(h, s[start+j])
			id := t.find(h, s[start+i:start+j+1])
			if id < 0 {
				continue
			}
			// Of equally likely cuts the one with the longer word is taken.
			if cost := int32(t.costs[id]) + c.cost[j+1]; cost <= c.cost[i] || c.word[i] < 0 {
				c.cost[i], c.len[i], c.word[i] = cost, uint8(j-i+1), id
			}
		}
	}
	for i := 0; i < n; i += int(c.len[i]) {
		if c.word[i] >= 0 {
			out = append(out, Token{Start: start + i, End: start + i + int(c.len[i]), ID: c.word[i]})
		}
	}
	return out
}
