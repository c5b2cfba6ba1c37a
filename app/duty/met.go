package duty

import (
	"sort"

	"yidanqing/app/text"
)

// Met gives the places of the query's own words that met those of entry i: concepts and runs of two or more shared
// character pairs, the rarest first, at most three, in order of place.
func (c *Comparison) Met(q Query, i int) []text.Range {
	x, e := c.index, &c.index.entries[i]
	mine := map[int32]bool{}
	for _, g := range e.name.grams {
		mine[g] = true
	}
	for _, g := range e.own.grams {
		mine[g] = true
	}
	concepts := map[int]bool{}
	for _, id := range e.both {
		concepts[id] = true
	}
	type span struct {
		text.Range
		weight float64
	}
	var all []span
	for _, s := range q.Segments {
		if s.Weight < 0.5 {
			continue
		}
		r := c.text.Norm[s.Start:s.End]
		for _, h := range c.look(s.Range).concepts {
			if concepts[h.ID] {
				all = append(all, span{text.Range{Start: s.Start + h.Start, End: s.Start + h.End}, 2 * x.concept[h.ID] * s.Weight})
			}
		}
		for k := 0; k < len(r); k++ {
			w, end := 0.0, k
			for m := k; m < len(r); m++ {
				g, ok := gramAt(r, m)
				id, known := x.gramID[g]
				if !ok || !known || !mine[id] {
					break
				}
				w += x.idf[id]
				end = m + 2
			}
			if end > k {
				all = append(all, span{text.Range{Start: s.Start + k, End: s.Start + end}, w * s.Weight})
				k = end - 1
			}
		}
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].weight > all[b].weight })
	var out []text.Range
	for _, s := range all {
		if len(out) == 3 {
			break
		}
		if !overlaps(out, s.Range) {
			out = append(out, s.Range)
		}
	}
	sort.Slice(out, func(a, b int) bool { return out[a].Start < out[b].Start })
	return out
}

func overlaps(list []text.Range, r text.Range) bool {
	for _, o := range list {
		if r.Start < o.End && o.Start < r.End {
			return true
		}
	}
	return false
}
