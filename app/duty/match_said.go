package duty

import (
	"math"
	"slices"

	"yidanqing/app/lexicon"
	"yidanqing/app/phrasing"
)

// saidShare is how much of an entry is about a concept, by its number in the table of phrasing; the shares of an entry
// sum up to 1.
type saidShare struct {
	concept int
	share   float64
}

// How much the concepts of the name and of the township's side say of an entry, and what an average character pair of a
// demand speaks for a matter that it is plainly about.
const (
	saidName   = 2
	saidOwn    = 0.6
	saidPlain  = 10
	saidEnough = 0.5 // of it
)

// spokenOf gives for each concept of the lexicon its number in the table, or −1.
func spokenOf(lex *lexicon.Lexicon, phrases *phrasing.Table) []int {
	if phrases == nil {
		return nil
	}
	out := make([]int, len(lex.Concepts))
	for i := range out {
		out[i] = -1
	}
	for n, id := range phrases.Concepts() {
		if c := lex.ConceptByID(id); c >= 0 {
			out[c] = n
		}
	}
	return out
}

func (x *Index) saidOf(e *entry) []saidShare {
	if x.phrases == nil {
		return nil
	}
	var out []saidShare
	sum := 0.0
	for _, c := range e.both {
		w := 0.0
		if slices.Contains(e.name.concepts, c) {
			w += saidName * x.concept[c]
		}
		if slices.Contains(e.own.concepts, c) {
			w += saidOwn * x.concept[c]
		}
		sum += w
		if n := x.spoken[c]; n >= 0 {
			out = append(out, saidShare{n, w})
		}
	}
	for i := range out {
		out[i].share /= sum
	}
	return out
}

// saidFeatures tell how much the words of the demand are those that people use of an entry's matters.
func (c *Comparison) saidFeatures(rows []Features) {
	x, room := c.index, &c.scratch
	if x.phrases == nil || len(room.phrases) == 0 {
		return
	}
	slices.Sort(room.phrases)
	distinct := slices.Compact(room.phrases)
	clear(room.said)
	for _, g := range distinct {
		x.phrases.Add(g, room.said)
	}
	best, length := 0.0, math.Sqrt(float64(len(distinct)))
	for i := range rows {
		sum := 0.0
		for _, s := range x.entries[i].said {
			sum += s.share * float64(room.said[s.concept])
		}
		rows[i][Said] = sum
		rows[i][SaidMuch] = min(1.5, sum/length/saidPlain)
		best = max(best, sum)
	}
	plain := min(1, best/length/saidPlain/saidEnough) // where nothing speaks plainly, who speaks loudest says little
	for i := range rows {
		rows[i][Said] = share(rows[i][Said], best) * plain
	}
}
