package vector

import (
	"cmp"
	"slices"
)

// Entry is what an index knows of one entry of a list: its name, and the duties of both sides.
type Entry struct {
	Name   string
	Duties string
}

// Index holds the vectors of a list's entries, ready to be compared with notices. It is immutable.
type Index struct {
	table *Table
	names []Vec // of the entry's name, less the mean of all names
	whole []Vec // of name and duties, less their mean
	mean  Vec   // the mean that was taken off whole
	words [][]int32
}

// What all notices share (letterhead, requests, dates, thanks) and what all entries share says nothing about which entry
// a notice belongs to. Both are taken off a notice's vector; the shares are measured, any near them do as well.
const (
	groundShare = 0.35
	meanShare   = 0.45
)

// fewEntries damps the mean of very short lists: the mean of a single entry is that entry.
const fewEntries = 1

// NewIndex makes an index of entries. Texts should be folded like the notices that will be compared.
func NewIndex(t *Table, entries []Entry) *Index {
	x := &Index{table: t}
	for _, e := range entries {
		name := t.Segment([]rune(e.Name))
		all := append(slices.Clone(name), t.Segment([]rune(e.Duties))...)
		x.names = append(x.names, t.Sum(name))
		x.whole = append(x.whole, t.Sum(all))
		x.words = append(x.words, distinct(all))
	}
	centre(t, x.names)
	x.mean = centre(t, x.whole)
	return x
}

func distinct(tokens []Token) []int32 {
	ids := make([]int32, 0, len(tokens))
	for _, k := range tokens {
		ids = append(ids, k.ID)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// centre takes the (damped) mean off all vectors, scales them to length one, and gives the mean.
func centre(t *Table, vs []Vec) Vec {
	mean := make(Vec, t.dims)
	for _, v := range vs {
		mean.less(v, -1/float32(len(vs)+fewEntries))
	}
	for _, v := range vs {
		v.less(mean, 1)
		v.unit()
	}
	return mean
}

// Score is how near a notice is to an entry: the cosine with the entry's name, and with its name and duties together.
// Both lie between −1 and 1; the right entry mostly has 0.2 to 0.6, an unrelated one −0.2 to 0.2.
type Score struct {
	Name  float64
	Whole float64
}

// Query is a text made ready for comparison with the entries of an index.
type Query struct {
	index  *Index
	tokens []Token
	vec    Vec
	length float64 // of the tokens' sum
}

// Query prepares the text s, folded; offsets of links count its runes.
func (x *Index) Query(s []rune) *Query { return x.QueryOf(x.Segment(s)) }

// Segment cuts a folded text into the words of the table.
func (x *Index) Segment(s []rune) []Token { return x.table.Segment(s) }

// QueryOf prepares a text that is cut into words already. Places where something other than Han stands part words: a text
// may be cut there, and its pieces one after another give the same query.
func (x *Index) QueryOf(tokens []Token) *Query {
	q := &Query{index: x, tokens: tokens, vec: make(Vec, x.table.dims)}
	for _, k := range q.tokens {
		x.table.add(q.vec, k.ID)
	}
	q.length = q.vec.norm()
	if q.length == 0 {
		return q
	}
	q.vec.unit()
	q.vec.less(x.table.ground, groundShare)
	q.vec.less(x.mean, meanShare)
	q.vec.unit()
	return q
}

// Len is the number of entries.
func (x *Index) Len() int { return len(x.whole) }

// Score compares the text with entry i. A text without known words scores 0 everywhere.
func (q *Query) Score(i int) Score {
	return Score{Name: float64(q.vec.dot(q.index.names[i])), Whole: float64(q.vec.dot(q.index.whole[i]))}
}

// Scores appends the scores of all entries, in the list's order, to into.
func (q *Query) Scores(into []Score) []Score {
	for i := range q.index.whole {
		into = append(into, q.Score(i))
	}
	return into
}

// Link says that a word of the text speaks for an entry, and which word of the entry is nearest to it.
type Link struct {
	Token
	Word  string  // the entry's nearest word
	Alike float64 // cosine of the two words, 1 for the same word
	Gain  float64 // the word's share in the cosine with name and duties, before the background is taken off
}

// Links gives the words of the text that speak most for entry i, at most limit, the strongest first; each word once,
// where it stands first. Words that speak against the entry are left out.
func (q *Query) Links(i, limit int) []Link {
	if q.length == 0 {
		return nil
	}
	t, seen := q.index.table, map[int32]int{}
	var out []Link
	for _, k := range q.tokens {
		gain := t.alongside(q.index.whole[i], k.ID) / q.length
		if at, ok := seen[k.ID]; ok {
			out[at].Gain += gain
			continue
		}
		seen[k.ID] = len(out)
		out = append(out, Link{Token: k, Gain: gain})
	}
	out = slices.DeleteFunc(out, func(l Link) bool { return l.Gain <= 0 })
	slices.SortStableFunc(out, func(a, b Link) int { return cmp.Compare(b.Gain, a.Gain) })
	out = out[:min(limit, len(out))]
	for j := range out {
		out[j].Word, out[j].Alike = q.index.nearest(i, out[j].ID)
	}
	return out
}

// nearest is the word of entry i that is most like the word id, and their cosine; empty where the entry has none.
func (x *Index) nearest(i int, id int32) (string, float64) {
	v := x.table.word(id)
	best, alike := int32(-1), -2.0
	for _, w := range x.words[i] {
		// A single character is near to all words that hold it, and tells a reader little.
		if x.table.length(w) == 1 && x.table.length(id) > 1 {
			continue
		}
		if c := Cosine(v, x.table.word(w)); c > alike {
			best, alike = w, c
		}
	}
	if best < 0 {
		return "", 0
	}
	return x.table.Word(best), alike
}

func (t *Table) word(id int32) Vec {
	v := make(Vec, t.dims)
	t.add(v, id)
	return v
}

func (t *Table) length(id int32) int { return int(t.starts[id+1] - t.starts[id]) }
