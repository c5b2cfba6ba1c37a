package duty

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"yidanqing/app"
)

// Features are the named measures of how well an entry covers a demand, each about 0 to 1. The weights that join them are
// learned from labelled cases.
type Features [featureCount]float64

// The features, in the order of the weights file.
const (
	NameConcepts  = iota // share of the concepts of the entry's name that the demand speaks of
	QueryConcepts        // share of the demand's concepts that the entry speaks of
	OwnConcepts          // share of the concepts of the township's side that the demand speaks of
	NearConcepts         // neighbours of the demand's concepts among those of the name
	NameWords            // share of the name's character pairs, by rarity, that stand in the demand
	WordRank             // BM25 of the demand over name and township's side, the best entry being 1
	OwnWords             // share of the pairs of the township's side
	HeavyMet             // an action that needs power is demanded, and the entry's name is about it
	HeavyMissing         // the entry was taken back, but no such action is demanded
	HeavyBeyond          // the entry is a duty, but such an action is demanded
	LightMet             // share of the demanded other actions that the entry speaks of
	DepartmentMet        // the issuer is a department of the entry
	DepartmentOff        // the entry has departments, the issuer is known and none of them
	PartBasic
	PartCooperate
	Meaning    // cosine of the meaning vectors of demand and name
	MeaningAll // the same with the township's side
	FieldAlike // cosine of the lines of business that demand and entry speak of
	FieldMet   // the entry's name is about a line of business of the issuer
	FieldOff   // the entry's name is about other lines of business than the issuer's
	Said       // how much the demand is put in words that people use of the entry's matters, the best entry being 1
	SaidMuch   // the same without regard to the other entries
	featureCount
)

// FeatureNames are the names of the features as the weights file writes them.
var FeatureNames = [featureCount]string{"name_concepts", "query_concepts", "own_concepts", "near_concepts", "name_words", "word_rank",
	"own_words", "heavy_met", "heavy_missing", "heavy_beyond", "light_met", "department_met", "department_off", "part_basic",
	"part_cooperate", "meaning", "meaning_all", "field_alike", "field_met", "field_off", "said", "said_much"}

// Weights join features to one number. “No entry covers it” has a number of its own: None, and more or less the better
// the best entry's concepts (NoneKnown) and meaning (NoneMeaning) fit; where the lexicon knows nothing of the demand,
// that nothing fits says little.
type Weights struct {
	W                            Features
	None, NoneKnown, NoneMeaning float64
}

// NoneFeatures are what the number of “no entry” depends on: a constant, the best share of a name's concepts, the best
// likeness of meaning.
func NoneFeatures(rows []Features) [3]float64 {
	out := [3]float64{1, 0, 0}
	for i := range rows {
		out[1] = max(out[1], rows[i][NameConcepts])
		out[2] = max(out[2], rows[i][MeaningAll])
	}
	return out
}

// Candidate is an entry with its features and its probability of being the one that covers the demand.
type Candidate struct {
	Duty     int // index in the list
	Features Features
	Raw      float64 // weighted sum
	P        float64
}

// Ranking is every entry that has anything in common with the demand, the likeliest first.
type Ranking struct {
	Candidates []Candidate
	// PNone is the probability that no entry covers the demand.
	PNone float64
}

// Rank compares q with every entry and joins the features by w.
func (c *Comparison) Rank(q Query, w Weights) Ranking {
	p := c.prepare(q)
	rows := c.features(p)
	c.clear(p)
	raw := make([]float64, len(rows))
	n := NoneFeatures(rows)
	none := n[0]*w.None + n[1]*w.NoneKnown + n[2]*w.NoneMeaning
	top := none
	for i := range rows {
		for k, v := range rows[i] {
			raw[i] += v * w.W[k]
		}
		top = max(top, raw[i])
	}
	sum := math.Exp(none - top)
	for _, r := range raw {
		sum += math.Exp(r - top)
	}
	out := Ranking{PNone: math.Exp(none-top) / sum, Candidates: make([]Candidate, len(rows))}
	for k, i := range c.likeliestFirst(raw) {
		out.Candidates[k] = Candidate{Duty: int(i), Features: rows[i], Raw: raw[i], P: math.Exp(raw[i]-top) / sum}
	}
	return out
}

// likeliestFirst orders the entries by what they add up to, equals as they stand in the list.
func (c *Comparison) likeliestFirst(raw []float64) []int32 {
	order := c.scratch.order
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		if c := cmp.Compare(raw[b], raw[a]); c != 0 {
			return c
		}
		return cmp.Compare(a, b)
	})
	return order
}

// features measures how well each entry covers the demand. The rows stand in the scratch and hold until the next demand.
func (c *Comparison) features(p query) []Features {
	rows := c.scratch.rows
	clear(rows)
	c.conceptFeatures(rows, p)
	c.wordFeatures(rows, p)
	c.fieldFeatures(rows, p)
	c.saidFeatures(rows)
	x := c.index
	for i := range rows {
		f, e, d := &rows[i], &x.entries[i], &x.list.Duties[i]
		x.actionFeatures(f, e, d, p.classes)
		if c.issuer >= 0 && len(e.departments) > 0 {
			if slices.ContainsFunc(c.house, func(body int) bool { return e.departments[body] }) {
				f[DepartmentMet] = 1
			} else {
				f[DepartmentOff] = 1
			}
		}
		switch d.Part {
		case app.Basic:
			f[PartBasic] = 1
		case app.Cooperate:
			f[PartCooperate] = 1
		}
		if p.meaning != nil {
			m := p.meaning.Score(i)
			f[Meaning], f[MeaningAll] = m.Name, m.Whole
		}
	}
	return rows
}

// conceptFeatures are shares by rarity: of a side's concepts those that the demand speaks of, and the other way round.
func (c *Comparison) conceptFeatures(rows []Features, p query) {
	x := c.index
	for _, id := range p.concepts {
		w := x.concept[id] * c.scratch.concepts[id]
		for _, at := range x.places[id] {
			f := &rows[at.entry]
			f[QueryConcepts] += w
			if at.inName {
				f[NameConcepts] += w
			}
			if at.inOwn {
				f[OwnConcepts] += w
			}
		}
	}
	for _, id := range p.near {
		w := x.concept[id] * c.scratch.near[id]
		for _, at := range x.places[id] {
			if at.inName {
				rows[at.entry][NearConcepts] += w
			}
		}
	}
	for i := range rows {
		f, e := &rows[i], &x.entries[i]
		f[NameConcepts] = share(f[NameConcepts], e.name.conceptMass)
		f[OwnConcepts] = share(f[OwnConcepts], e.own.conceptMass)
		f[NearConcepts] = share(f[NearConcepts], e.name.conceptMass)
		f[QueryConcepts] = share(f[QueryConcepts], p.total)
	}
}

// wordFeatures are the shared character pairs: of each side by squared rarity, and as BM25 over both, scaled so that the
// best entry has 1.
func (c *Comparison) wordFeatures(rows []Features, p query) {
	const k1, b = 1.2, 0.6
	x := c.index
	for _, g := range p.grams {
		w, idf := c.scratch.grams[g], x.idf[g]
		for _, at := range x.postings[g] {
			f, tf := &rows[at.entry], float64(at.tf)
			f[WordRank] += w * idf * tf * (k1 + 1) / (tf + k1*(1-b+b*x.entries[at.entry].length/x.meanLen))
			if at.inName() {
				f[NameWords] += idf * idf * w
			}
			if at.inOwn() {
				f[OwnWords] += idf * idf * w
			}
		}
	}
	var best float64
	for i := range rows {
		best = max(best, rows[i][WordRank])
	}
	for i := range rows {
		f, e := &rows[i], &x.entries[i]
		f[WordRank] = share(f[WordRank], best)
		f[NameWords] = share(f[NameWords], e.name.gramMass)
		f[OwnWords] = share(f[OwnWords], e.own.gramMass)
	}
}

// share is met of all; nothing of nothing is nothing.
func share(met, all float64) float64 {
	if all == 0 {
		return 0
	}
	return met / all
}

func (x *Index) actionFeatures(f *Features, e *entry, d *app.Duty, demanded classSet) {
	taken := d.Part == app.TakenBack
	for left := demanded & x.heavy; left != 0; left &= left - 1 {
		f[HeavyMet] = max(f[HeavyMet], x.heavyMet(left&-left, e))
	}
	if !taken && f[HeavyMet] < 1 {
		f[HeavyMet] = 0
	}
	if light := demanded &^ x.heavy; light != 0 {
		met := light & (e.name.classes | e.own.classes)
		f[LightMet] = float64(bits.OnesCount64(uint64(met))) / float64(bits.OnesCount64(uint64(light)))
	}
	power := demanded&x.heavy != 0
	switch {
	case taken && !power && x.lightTaken(e, demanded):
		f[HeavyMet] = 0.6
	case taken && !power:
		f[HeavyMissing] = 1
	case !taken && power && f[HeavyMet] == 0:
		f[HeavyBeyond] = 1
	}
}

// lightTaken tells whether an entry took back an act that needs no power, such as collecting data, and that very act is
// demanded.
func (x *Index) lightTaken(e *entry, demanded classSet) bool {
	return e.name.classes&x.heavy == 0 && e.name.classes&demanded != 0 && !e.powerful
}

// heavyMet is 1 where the entry's name is about the very act, less where it is about one of the same family or names no
// act at all.
func (x *Index) heavyMet(act classSet, e *entry) float64 {
	named := e.name.classes & x.heavy
	switch {
	case e.name.classes&act != 0:
		return 1
	case named&x.family(act) != 0:
		return 0.7
	case named != 0:
		return 0
	case e.upper.classes&act != 0:
		return 0.7
	}
	return 0.5
}
