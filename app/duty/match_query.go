package duty

import (
	"strings"

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

// Query is what is to be matched: stretches of one notice, who asks.
type Query struct {
	Text     *text.Text
	Segments []Segment
	Issuer   string // as it calls itself; may be empty
	// Also are action classes that rules found beside those of the action words.
	Also []string
}

// heavy are the action classes that only somebody with power over others may do: what townships were relieved of.
var heavy = map[string]bool{
	"inspect": true, "penalize": true, "seize": true, "demolish": true, "approve": true, "appraise": true,
	"investigate": true, "capture": true, "recover": true, "assess": true, "quota": true, "certify": true,
}

// families are heavy classes that go together: who may not punish may not seize or investigate either.
var families = map[string]int{"inspect": 1, "penalize": 1, "seize": 1, "demolish": 1, "investigate": 1, "capture": 1, "approve": 2,
	"appraise": 3, "assess": 4, "quota": 4, "recover": 5, "certify": 6}

// query is a Query taken apart once for all entries.
type query struct {
	grams    []float64 // by gram id: weight of the heaviest segment that has it
	known    []int32   // gram ids with a weight, in order of first place
	concepts map[int]float64
	order    []int // the concepts in order of first place
	near     map[int]float64
	classes  map[string]bool // live actions
	heavy    bool
	issuer   int
	meaning  []vector.Score // by entry; nil without vectors
	total    float64        // idf mass of the concepts
}

func (x *Index) prepare(q Query) query {
	p := query{grams: make([]float64, len(x.postings)), concepts: map[int]float64{}, near: map[int]float64{},
		classes: map[string]bool{}, issuer: -1}
	var words []rune
	for _, s := range q.Segments {
		r := q.Text.Norm[s.Start:s.End]
		for i := range r {
			g, ok := gramAt(r, i)
			if !ok {
				continue
			}
			if id, ok := x.gramID[g]; ok {
				if p.grams[id] == 0 {
					p.known = append(p.known, id)
				}
				p.grams[id] = max(p.grams[id], s.Weight)
			}
		}
		for _, h := range x.lex.FindConcepts(r) {
			p.order = append(p.order, h.ID)
			p.concepts[h.ID] = max(p.concepts[h.ID], s.Weight*h.Strength)
		}
		if s.Live || s.Issuers {
			for _, h := range x.lex.FindActions(r) {
				if doer(r[h.End:]) {
					continue // 监测员, 执法大队: who does it, not what is done
				}
				c := x.lex.Class(h.ID)
				if !s.Live && families[c] != families["assess"] {
					continue
				}
				p.classes[c] = true
				p.heavy = p.heavy || heavy[c]
			}
		}
		if s.Weight >= 0.5 {
			words = append(words, r...)
			words = append(words, '。')
		}
	}
	for _, c := range q.Also {
		p.classes[c] = true
		p.heavy = p.heavy || heavy[c]
	}
	p.order = distinct(p.order)
	for _, c := range p.order {
		w := p.concepts[c]
		for _, id := range x.lex.Concepts[c].Near {
			if n := x.lex.ConceptByID(id); n >= 0 && p.concepts[n] == 0 {
				p.near[n] = max(p.near[n], w)
			}
		}
		p.total += w * x.conceptIDF(c)
	}
	if q.Issuer != "" {
		p.issuer = x.lex.Body(text.New(q.Issuer).String())
	}
	if x.meaning != nil {
		p.meaning = x.meaning.Query(words).Scores(nil)
	}
	return p
}

// doer tells whether the words after an act make it the name of somebody.
func doer(after []rune) bool {
	if len(after) == 0 {
		return false
	}
	return strings.ContainsRune("员队局", after[0]) ||
		len(after) > 1 && (after[1] == '队' && strings.ContainsRune("大支中总", after[0]) || after[1] == '员' && after[0] == '人')
}

// conceptIDF is how telling a concept is among the entries of this list; one that no entry has still counts as rare.
func (x *Index) conceptIDF(c int) float64 {
	if w, ok := x.concept[c]; ok {
		return w
	}
	return x.rarest * 0.7
}
