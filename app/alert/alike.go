package alert

import (
	"yidanqing/app/text"
	"yidanqing/app/vector"
)

// profile is what a demand is about, taken apart once.
type profile struct {
	entry    string
	concepts map[int]float64
	pairs    map[string]bool // of characters
	words    []rune
	meaning  vector.Vec      // made when it is first needed
	items    map[string]bool // data asked for
}

func (w *Watch) profile(d Demand) *profile {
	words := text.New(d.Title + "。" + d.Text)
	p := &profile{entry: d.Entry, words: words.Norm, concepts: map[int]float64{}, pairs: map[string]bool{}, items: itemsIn(words.String())}
	for _, h := range w.Lexicon.FindConcepts(words.Norm) {
		p.concepts[h.ID] = max(p.concepts[h.ID], h.Strength)
	}
	for i := 0; i+1 < len(words.Norm); i++ {
		if a, b := words.Norm[i], words.Norm[i+1]; text.Han(a) && text.Han(b) {
			p.pairs[string([]rune{a, b})] = true
		}
	}
	return p
}

// likeness is the cosine of the meanings; without vectors everything may be alike and the words decide.
func (w *Watch) likeness(a, b *profile) float64 {
	if w.Vectors == nil {
		return near
	}
	for _, p := range []*profile{a, b} {
		if p.meaning == nil {
			p.meaning = w.Vectors.Sentence(p.words)
		}
	}
	return vector.Cosine(a.meaning, b.meaning)
}

// Bounds of likeness. Two demands are one matter where they mean the same as a whole (near) and meet in what is checked
// without guessing: the entry of the list, the concepts, the very words, or the data asked for. A common entry alone is
// not enough: it covers many things.
const (
	near          = 0.65 // cosine of the meanings
	nearEntry     = 0.6  // the same where entry and concepts are the same
	nearData      = 0.5  // the same where the data are the same
	commonObjects = 0.4  // share of the concepts in common
	commonWords   = 0.35 // share of the shorter one's character pairs
	commonItems   = 3    // kinds of data in common, one of them telling
)

// alike tells whether two demands are one matter.
func (w *Watch) alike(a, b *profile) bool {
	n, telling := commonData(a.items, b.items)
	data := n >= commonItems && telling
	objects, entry := overlap(a.concepts, b.concepts), a.entry != "" && a.entry == b.entry
	unknown := len(a.concepts) == 0 || len(b.concepts) == 0 // then the very words are all that can be checked
	if !data && !entry && objects == 0 && !unknown {
		return false
	}
	words := shared(a.pairs, b.pairs)
	if !data && !entry && objects < commonObjects && words < commonWords {
		return false
	}
	likeness := w.likeness(a, b)
	if data && likeness >= nearData {
		return true
	}
	if entry && (likeness >= near && (objects > 0 || words >= commonWords) ||
		likeness >= nearEntry && objects >= commonObjects) {
		return true
	}
	if likeness < near {
		return false
	}
	return objects >= commonObjects || words >= commonWords && (objects > 0 || unknown)
}

// overlap is the share of two sets of concepts that they have in common, by strength.
func overlap(a, b map[int]float64) float64 {
	var met, all float64
	for c, x := range a {
		met += min(x, b[c])
		all += max(x, b[c])
	}
	for c, y := range b {
		if a[c] == 0 {
			all += y
		}
	}
	if all == 0 {
		return 0
	}
	return met / all
}

// shared is the share of the smaller set that stands in the other.
func shared(a, b map[string]bool) float64 {
	least := min(len(a), len(b))
	if least == 0 {
		return 0
	}
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return float64(n) / float64(least)
}
