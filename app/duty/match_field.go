package duty

import (
	"math"

	"yidanqing/app/lexicon"
)

// fieldCount is how many lines of business (业务领域) an index tells apart; the lexicon has about forty, further ones
// would count as none.
const fieldCount = 64

// fieldMix is how much of a text belongs to each line of business.
type fieldMix [fieldCount]float32

// fields are the lines of business of a lexicon as numbers.
type fields struct {
	ofConcept []int8   // by concept, -1 for none
	ofBody    []uint64 // by body, one bit a line
}

func newFields(lex *lexicon.Lexicon) fields {
	ids := map[string]int8{}
	var f fields
	for i := range lex.Concepts {
		name := lex.Concepts[i].Field
		id, ok := ids[name]
		if !ok {
			id = -1
			if len(ids) < fieldCount {
				id = int8(len(ids))
			}
			ids[name] = id
		}
		f.ofConcept = append(f.ofConcept, id)
	}
	for i := range lex.Bodies {
		var set uint64
		for _, name := range lex.Bodies[i].Fields {
			if id, ok := ids[name]; ok && id >= 0 {
				set |= 1 << id
			}
		}
		if lex.Bodies[i].Class == "县委政府" {
			set = 0 // the committee and the government speak for every line
		}
		f.ofBody = append(f.ofBody, set)
	}
	return f
}

// add counts a concept with weight w.
func (f *fields) add(mix *fieldMix, concept int, w float64) {
	if id := f.ofConcept[concept]; id >= 0 {
		mix[id] += float32(w)
	}
}

// unit scales a mix to length one; an empty mix stays empty.
func (m *fieldMix) unit() {
	var sum float64
	for _, v := range m {
		sum += float64(v) * float64(v)
	}
	if sum == 0 {
		return
	}
	n := float32(math.Sqrt(sum))
	for i := range m {
		m[i] /= n
	}
}

// fieldsOf is the mix of an entry: its name counts double. lines are the lines that its name is about.
func (x *Index) fieldsOf(e *entry) (mix fieldMix, lines uint64) {
	for _, c := range e.name.concepts {
		x.fields.add(&mix, c, nameTimes*x.concept[c])
		if id := x.fields.ofConcept[c]; id >= 0 {
			lines |= 1 << id
		}
	}
	for _, c := range e.own.concepts {
		x.fields.add(&mix, c, ownTimes*x.concept[c])
	}
	mix.unit()
	return mix, lines
}

// fieldFeatures compare lines of business: those that the demand speaks of, and those of who asks.
func (c *Comparison) fieldFeatures(rows []Features, p query) {
	x := c.index
	var mix fieldMix
	for _, id := range p.concepts {
		x.fields.add(&mix, id, c.scratch.concepts[id]*x.concept[id])
	}
	mix.unit()
	var used []int
	for i, v := range mix {
		if v > 0 {
			used = append(used, i)
		}
	}
	var asks uint64
	if c.issuer >= 0 {
		asks = x.fields.ofBody[c.issuer]
	}
	for i := range rows {
		f, e := &rows[i], &x.entries[i]
		for _, k := range used {
			f[FieldAlike] += float64(mix[k] * e.mix[k])
		}
		switch {
		case asks == 0 || e.lines == 0:
		case asks&e.lines != 0:
			f[FieldMet] = 1
		default:
			f[FieldOff] = 1
		}
	}
}
