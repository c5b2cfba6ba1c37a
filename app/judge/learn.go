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

// Learn fits the weights of the matcher to labelled demands by regularised softmax regression. The same input gives the
// same weights: no randomness, fixed order and number of steps.
func (j *Judge) Learn(g *Ground, cases []Labelled) Weights {
	var set []example
	for _, c := range cases {
		if e, ok := j.example(g, c); ok {
			set = append(set, e)
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

func fit(set []example) duty.Weights {
	var w, m, v [len(duty.FeatureNames) + 1]float64
	n := len(duty.FeatureNames)
	for i := range w[:n] {
		w[i] = 1
	}
	const rate, b1, b2, eps, steps = 0.05, 0.9, 0.999, 1e-8, 1500
	for step := 1; step <= steps; step++ {
		var grad [len(duty.FeatureNames) + 1]float64
		for _, e := range set {
			descend(e, w[:], grad[:])
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
	out := duty.Weights{None: w[n]}
	copy(out.W[:], w[:n])
	return out
}

// descend adds the gradient of -log p(target) of one example.
func descend(e example, w, grad []float64) {
	n := len(w) - 1
	raw := make([]float64, len(e.rows))
	top := w[n]
	for i, r := range e.rows {
		for k, f := range r {
			raw[i] += f * w[k]
		}
		top = max(top, raw[i])
	}
	sum := math.Exp(w[n] - top)
	for _, x := range raw {
		sum += math.Exp(x - top)
	}
	pn := math.Exp(w[n]-top) / sum
	grad[n] += pn
	if e.target < 0 {
		grad[n]--
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
