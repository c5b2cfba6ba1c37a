package pattern

import "strings"

// shape tells of which characters a text may be made: a character that is not in it stands nowhere in the text. To make it
// once is cheaper than to look for many words of Han characters, whose bytes all begin alike.
type shape [16]uint64

func shapeOf(s string) (sh shape) {
	for _, r := range s {
		p := place(r)
		sh[p>>6] |= 1 << (p & 63)
	}
	return sh
}

// place spreads neighbouring characters over the 1,024 places of a shape.
func place(r rune) uint16 { return uint16(r^r>>10) & 1023 }

// piece is a word with the places of its first and last character.
type piece struct {
	word        string
	first, last uint16
}

func pieceOf(word string) piece {
	runes := []rune(word)
	return piece{word, place(runes[0]), place(runes[len(runes)-1])}
}

func (sh *shape) mayHold(l piece) bool {
	return sh[l.first>>6]&(1<<(l.first&63)) != 0 && sh[l.last>>6]&(1<<(l.last&63)) != 0
}

// needs are groups of literals of which every match holds one each.
type needs struct {
	groups [][]piece
	words  int
}

func needsOf(groups [][]string) (n needs) {
	for _, group := range groups {
		var words []piece
		for _, w := range group {
			words = append(words, pieceOf(w))
		}
		n.groups, n.words = append(n.groups, words), n.words+len(words)
	}
	return n
}

// fewWords is the number of words up to which looking for each is cheaper than making the shape of a text.
const fewWords = 3

// heldBy tells whether s has one piece of each group; sh is the shape of s, nil where it was not made.
func (n *needs) heldBy(s string, sh *shape) bool {
	for _, group := range n.groups {
		held := false
		for _, l := range group {
			if (sh == nil || sh.mayHold(l)) && strings.Contains(s, l.word) {
				held = true
				break
			}
		}
		if !held {
			return false
		}
	}
	return true
}
