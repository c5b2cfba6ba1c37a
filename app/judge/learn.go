package judge

import (
	"math"
	"strings"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/notice"
	"yidanqing/app/text"
)

// Labelled is one demand whose entry is known, for learning the weights.
type Labelled struct {
	ID       string
	Text     string
	Received app.Date
	Quote    string // a piece of the text inside the demand; empty: the notice is one demand
	Entry    string // name of the entry, empty for none
}

// example is a labelled demand as the matcher sees it.
type example struct {
	rows   []duty.Features
	target int // row of the right entry, -1 for none
}

// Lesson is a list with labelled demands under it.
type Lesson struct {
	Ground *Ground
	Cases  []Labelled
}

// Learn fits the weights of the matcher to labelled demands by regularised softmax regression; lists of several places
// keep it from learning the words of one. The same input gives the same weights: no randomness, fixed order and number
// of steps.
func (j *Judge) Learn(lessons ...Lesson) Weights {
	var set []example
	for _, l := range lessons {
		for _, c := range l.Cases {
			if e, ok := j.example(l.Ground, c); ok {
				set = append(set, e)
			}
		}
	}
	return Weights{Match: fit(set)}
}

func (j *Judge) example(g *Ground, c Labelled) (example, bool) {
	s := j.read(g, Input{ID: c.ID, Text: c.Text, Received: c.Received})
	p := s.labelledPart(c.Quote)
	if p == nil {
		return example{}, false
	}
	e := example{target: -1, rows: make([]duty.Features, len(g.List.Duties))}
	for _, x := range p.ranking.Candidates {
		e.rows[x.Duty] = x.Features
		if c.Entry != "" && g.List.Duties[x.Duty].Name == c.Entry {
			e.target = x.Duty
		}
	}
	return e, c.Entry == "" || e.target >= 0
}

// labelledPart is the part that holds a quote: its unit, or the whole notice.
func (s *sitting) labelledPart(quote string) *part {
	if quote == "" {
		return s.whole()
	}
	at := strings.Index(string(s.text.Raw), quote)
	if at < 0 {
		return nil
	}
	i := s.text.NormOffset(len([]rune(string(s.text.Raw)[:at])))
	for _, u := range s.reading.Units() {
		if u.Contains(i) {
			return s.assess(u.Range, u.Clauses, false)
		}
	}
	return s.assess(text.Range{Start: i, End: i + len([]rune(quote))}, []notice.Clause{}, false)
}

// prior keeps weights small where the cases say little; the part priors are held tighter, so that the share of parts in
// the labelled cases is not learned as if it were a law.
const prior = 0.02

// weightCount is the number of weights: one for each feature, three for “no entry”.
const weightCount = len(duty.FeatureNames) + 3

func fit(set []example) duty.Weights {
	var w, m, v [weightCount]float64
	n := len(duty.FeatureNames)
	for i := range w[:n] {
		w[i] = 1
	}
	const rate, b1, b2, eps, steps = 0.05, 0.9, 0.999, 1e-8, 1500
	for step := 1; step <= steps; step++ {
		var grad [weightCount]float64
		for _, e := range set {
			descend(e, &w, &grad)
		}
		for i := range w {
			l2 := prior
			if i == duty.PartBasic || i == duty.PartCooperate {
				l2 = 5 * prior
			}
			gr := grad[i]/float64(len(set)) + l2*w[i]/10
			m[i], v[i] = b1*m[i]+(1-b1)*gr, b2*v[i]+(1-b2)*gr*gr
			w[i] -= rate * (m[i] / (1 - math.Pow(b1, float64(step)))) / (math.Sqrt(v[i]/(1-math.Pow(b2, float64(step)))) + eps)
		}
	}
	out := duty.Weights{None: w[n], NoneKnown: w[n+1], NoneMeaning: w[n+2]}
	copy(out.W[:], w[:n])
	return out
}

// descend adds the gradient of -log p(target) of one example.
func descend(e example, w, grad *[weightCount]float64) {
	n := len(duty.FeatureNames)
	noneFeatures := duty.NoneFeatures(e.rows)
	none := 0.0
	for k, f := range noneFeatures {
		none += f * w[n+k]
	}
	raw := make([]float64, len(e.rows))
	top := none
	for i, r := range e.rows {
		for k, f := range r {
			raw[i] += f * w[k]
		}
		top = max(top, raw[i])
	}
	sum := math.Exp(none - top)
	for _, x := range raw {
		sum += math.Exp(x - top)
	}
	p := math.Exp(none-top) / sum
	if e.target < 0 {
		p--
	}
	for k, f := range noneFeatures {
		grad[n+k] += p * f
	}
	for i, r := range e.rows {
		p := math.Exp(raw[i]-top) / sum
		if i == e.target {
			p--
		}
		for k, f := range r {
			grad[k] += p * f
		}
	}
}

// Likeliest gives the names of the n entries that the matcher puts first for a labelled demand, and the words of the
// notice that it looked at, for comparison with other ways to find entries; nothing where the demand is not found.
func (j *Judge) Likeliest(g *Ground, c Labelled, n int) (names []string, words string) {
	s := j.read(g, Input{ID: c.ID, Text: c.Text, Received: c.Received})
	p := s.labelledPart(c.Quote)
	if p == nil {
		return nil, ""
	}
	for _, x := range p.ranking.Candidates[:min(n, len(p.ranking.Candidates))] {
		names = append(names, g.List.Duties[x.Duty].Name)
	}
	words = s.text.Slice(p.Start, p.End)
	if p.single {
		words = s.title + "\n" + words
	}
	return names, words
}
