package alert

// Matter is what a demand is about, taken apart once for many comparisons (事项内容). Safe for concurrent use.
type Matter struct{ profile *profile }

// Matter takes a demand apart; its title, words and entry count.
func (w *Watch) Matter(d Demand) Matter {
	p := w.profile(d)
	if w.Vectors != nil {
		p.meaning = w.Vectors.Sentence(p.words)
	}
	return Matter{p}
}

// Alike tells whether two demands are one matter, by the measure that finds what several departments ask for.
func (w *Watch) Alike(a, b Matter) bool { return w.alike(a.profile, b.profile) }

// Objects is the share of the things two demands speak of that both speak of, 0 to 1; known is false where the lexicon
// knows no thing of one of them.
func (w *Watch) Objects(a, b Matter) (share float64, known bool) {
	x, y := a.profile.concepts, b.profile.concepts
	return overlap(x, y), len(x) > 0 && len(y) > 0
}
