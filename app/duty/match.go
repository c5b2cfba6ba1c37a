package duty

import (
	"cmp"
	"math"
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
	featureCount
)

// FeatureNames are the names of the features as the weights file writes them.
var FeatureNames = [featureCount]string{"name_concepts", "query_concepts", "own_concepts", "near_concepts", "name_words", "word_rank",
	"own_words", "heavy_met", "heavy_missing", "heavy_beyond", "light_met", "department_met", "department_off", "part_basic",
	"part_cooperate", "meaning", "meaning_all"}

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
func (x *Index) Rank(q Query, w Weights) Ranking {
	p := x.prepare(q)
	bm := x.bm25(p)
	out := Ranking{Candidates: make([]Candidate, 0, len(x.entries))}
	for i := range x.entries {
		c := Candidate{Duty: i, Features: x.features(i, p, bm[i])}
		for k, v := range c.Features {
			c.Raw += v * w.W[k]
		}
		out.Candidates = append(out.Candidates, c)
	}
	rows := make([]Features, len(out.Candidates))
	for i, c := range out.Candidates {
		rows[i] = c.Features
	}
	n := NoneFeatures(rows)
	none := n[0]*w.None + n[1]*w.NoneKnown + n[2]*w.NoneMeaning
	top := none
	for _, c := range out.Candidates {
		top = max(top, c.Raw)
	}
	sum := math.Exp(none - top)
	for i := range out.Candidates {
		out.Candidates[i].P = math.Exp(out.Candidates[i].Raw - top)
		sum += out.Candidates[i].P
	}
	out.PNone = math.Exp(none-top) / sum
	for i := range out.Candidates {
		out.Candidates[i].P /= sum
	}
	out.Candidates = likeliestFirst(out.Candidates)
	return out
}

// likeliestFirst orders candidates by what they add up to, equals as they stand in the list. It sorts their places, for a
// candidate is large.
func likeliestFirst(all []Candidate) []Candidate {
	order := make([]int32, len(all))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		if c := cmp.Compare(all[b].Raw, all[a].Raw); c != 0 {
			return c
		}
		return cmp.Compare(a, b)
	})
	out := make([]Candidate, len(all))
	for i, k := range order {
		out[i] = all[k]
	}
	return out
}

func (x *Index) features(i int, p query, bm float64) (f Features) {
	e, d := &x.entries[i], &x.list.Duties[i]
	f[NameConcepts] = x.covered(e.name.concepts, p.concepts)
	f[OwnConcepts] = x.covered(e.own.concepts, p.concepts)
	f[NearConcepts] = x.covered(e.name.concepts, p.near)
	if p.total > 0 {
		var met float64
		for _, c := range e.both {
			met += p.concepts[c] * x.conceptIDF(c)
		}
		f[QueryConcepts] = met / p.total
	}
	f[NameWords] = x.coveredGrams(e.name.grams, p.grams)
	f[OwnWords] = x.coveredGrams(e.own.grams, p.grams)
	f[WordRank] = bm
	x.actionFeatures(&f, e, d, p)
	if p.issuer >= 0 && len(e.departments) > 0 {
		if e.departments[p.issuer] {
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
		f[Meaning], f[MeaningAll] = p.meaning[i].Name, p.meaning[i].Whole
	}
	return f
}

func (x *Index) actionFeatures(f *Features, e *entry, d *app.Duty, p query) {
	var light, met float64
	for c := range p.classes {
		if heavy[c] {
			f[HeavyMet] = max(f[HeavyMet], heavyMet(c, e))
			continue
		}
		light++
		if e.name.classes[c] || e.own.classes[c] {
			met++
		}
	}
	if d.Part != app.TakenBack && f[HeavyMet] < 1 {
		f[HeavyMet] = 0
	}
	if light > 0 {
		f[LightMet] = met / light
	}
	if d.Part == app.TakenBack && !p.heavy {
		if e.lightTaken(p.classes) {
			f[HeavyMet] = 0.6
		} else {
			f[HeavyMissing] = 1
		}
	}
	if d.Part != app.TakenBack && p.heavy && f[HeavyMet] == 0 {
		f[HeavyBeyond] = 1
	}
}

// lightTaken tells whether an entry took back an act that needs no power, such as collecting data, and that very act is
// demanded.
func (e *entry) lightTaken(demanded map[string]bool) bool {
	met := false
	for c := range e.name.classes {
		if heavy[c] {
			return false
		}
		met = met || demanded[c]
	}
	return met && !e.powerful
}

// heavyMet is 1 where the entry's name is about the very act, less where it is about one of the same family or names no
// act at all.
func heavyMet(class string, e *entry) float64 {
	if e.name.classes[class] {
		return 1
	}
	best, any := 0.0, false
	for c := range e.name.classes {
		if heavy[c] {
			any = true
			if families[c] == families[class] {
				best = 0.7
			}
		}
	}
	if !any && e.upper.classes[class] {
		return 0.7
	}
	if !any {
		return max(best, 0.5)
	}
	return best
}

// covered is the share, by rarity, of the wanted concepts that were found.
func (x *Index) covered(want []int, found map[int]float64) float64 {
	var all, met float64
	for _, c := range want {
		w := x.conceptIDF(c)
		all += w
		met += w * found[c]
	}
	if all == 0 {
		return 0
	}
	return met / all
}

func (x *Index) coveredGrams(want []int32, found []float64) float64 {
	var all, met float64
	for _, g := range want {
		w := x.idf[g]
		w *= w
		all += w
		met += w * found[g]
	}
	if all == 0 {
		return 0
	}
	return met / all
}

// bm25 ranks the entries by the shared character pairs, scaled so that the best is 1.
func (x *Index) bm25(p query) []float64 {
	const k1, b = 1.2, 0.6
	out := make([]float64, len(x.entries))
	for _, g := range p.known {
		w, idf := p.grams[g], x.idf[g]
		for _, at := range x.postings[g] {
			tf := float64(at.tf)
			out[at.entry] += w * idf * tf * (k1 + 1) / (tf + k1*(1-b+b*x.entries[at.entry].length/x.meanLen))
		}
	}
	var best float64
	for _, v := range out {
		best = max(best, v)
	}
	if best > 0 {
		for i := range out {
			out[i] /= best
		}
	}
	return out
}
