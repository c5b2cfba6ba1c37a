package duty

import (
	"yidanqing/app/lexicon"
	"yidanqing/app/phrasing"
	"yidanqing/app/text"
	"yidanqing/app/vector"
)

// Segment is a stretch of a notice that a match looks at: the demand itself with weight 1, the title or the background
// with less. Live tells that its actions are demanded of this office: not forbidden, not the department's own part.
type Segment struct {
	text.Range
	Weight float64
	Live   bool
	// Issuers is set for what the issuer does to the office: its own targets and rankings count, its own work does not.
	Issuers bool
}

// Query is one demand to be matched: stretches of the notice.
type Query struct {
	Segments []Segment
	// Also are action classes that rules found beside those of the action words.
	Also []string
}

// Comparison compares the demands of one notice with the entries of an index (比对). It remembers what it saw in each
// stretch, for the same stretches are looked at alone and together. Not safe for concurrent use.
type Comparison struct {
	index   *Index
	text    *text.Text
	issuer  int   // body in the lexicon, -1 unknown
	house   []int // the issuer and the departments that it belongs to
	seen    map[text.Range]*stretch
	scratch scratch
}

// Compare begins the comparison of a notice; issuer is who asks, as it calls itself, and may be empty.
func (x *Index) Compare(t *text.Text, issuer string) *Comparison {
	c := &Comparison{index: x, text: t, issuer: -1, seen: map[text.Range]*stretch{}}
	if issuer != "" {
		if c.issuer = x.lex.Body(text.New(issuer).String()); c.issuer >= 0 {
			c.house = x.lex.SameHouse(c.issuer)
		}
	}
	c.scratch.grow(x)
	return c
}

// stretch is what stands in a stretch of the notice.
type stretch struct {
	grams    []int32 // ids of those that some entry has
	concepts []lexicon.Hit
	classes  classSet // of all acts; who is named after an act (监测员, 执法大队) is none
	words    []vector.Token
	phrases  []phrasing.Gram
}

// look takes a stretch apart, or gives what was seen before.
func (c *Comparison) look(g text.Range) *stretch {
	if s, ok := c.seen[g]; ok {
		return s
	}
	x, r := c.index, c.text.Norm[g.Start:g.End]
	s := &stretch{concepts: x.lex.FindConcepts(r)}
	for i := range r {
		if pair, ok := gramAt(r, i); ok {
			if id, known := x.gramID[pair]; known {
				s.grams = append(s.grams, id)
			}
		}
	}
	for _, h := range x.lex.FindActions(r) {
		s.classes |= x.classOf[h.ID]
	}
	if x.meaning != nil {
		s.words = x.meaning.Segment(r)
	}
	if x.phrases != nil {
		s.phrases = x.phrases.Scan(r, nil)
	}
	c.seen[g] = s
	return s
}

// scratch is room for one demand at a time, cleared after use: by gram id and by concept the weight of the heaviest
// stretch that has it.
type scratch struct {
	grams    []float64
	concepts []float64
	near     []float64
	words    []vector.Token
	phrases  []phrasing.Gram
	said     []float32
	rows     []Features
	order    []int32
}

func (s *scratch) grow(x *Index) {
	s.grams = make([]float64, len(x.postings))
	s.concepts = make([]float64, len(x.lex.Concepts))
	s.near = make([]float64, len(x.lex.Concepts))
	if x.phrases != nil {
		s.said = make([]float32, len(x.phrases.Concepts()))
	}
	s.rows = make([]Features, len(x.entries))
	s.order = make([]int32, len(x.entries))
}

// query is a Query taken apart once for all entries. Weights of grams and concepts stand in the scratch.
type query struct {
	grams    []int32 // with a weight, in order of first place
	concepts []int   // the same
	near     []int   // neighbours of the concepts that are not named themselves
	classes  classSet
	meaning  *vector.Query // nil without vectors
	total    float64       // rarity of the concepts, summed by weight
}

func (c *Comparison) prepare(q Query) query {
	x, room := c.index, &c.scratch
	var p query
	room.words, room.phrases = room.words[:0], room.phrases[:0]
	for _, g := range q.Segments {
		s := c.look(g.Range)
		for _, id := range s.grams {
			if room.grams[id] == 0 {
				p.grams = append(p.grams, id)
			}
			room.grams[id] = max(room.grams[id], g.Weight)
		}
		for _, h := range s.concepts {
			if room.concepts[h.ID] == 0 {
				p.concepts = append(p.concepts, h.ID)
			}
			room.concepts[h.ID] = max(room.concepts[h.ID], g.Weight*h.Strength)
		}
		switch {
		case g.Live:
			p.classes |= s.classes
		case g.Issuers:
			p.classes |= s.classes & x.measuring
		}
		if g.Weight >= 0.5 {
			room.words = append(room.words, s.words...)
			room.phrases = append(room.phrases, s.phrases...)
		}
	}
	for _, name := range q.Also {
		p.classes |= x.named[name]
	}
	for _, id := range p.concepts {
		w := room.concepts[id]
		for _, n := range x.near[id] {
			if room.concepts[n] == 0 {
				if room.near[n] == 0 {
					p.near = append(p.near, n)
				}
				room.near[n] = max(room.near[n], w)
			}
		}
		p.total += w * x.concept[id]
	}
	if x.meaning != nil {
		p.meaning = x.meaning.QueryOf(room.words)
	}
	return p
}

// clear takes the weights of a demand out of the scratch.
func (c *Comparison) clear(p query) {
	for _, id := range p.grams {
		c.scratch.grams[id] = 0
	}
	for _, id := range p.concepts {
		c.scratch.concepts[id] = 0
	}
	for _, id := range p.near {
		c.scratch.near[id] = 0
	}
}
