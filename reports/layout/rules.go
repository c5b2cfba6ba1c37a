package layout

import (
	"cmp"
	"math"
	"slices"
)

// span is a stretch of a line.
type span struct{ from, to float64 }

// innerLines are the edges of the cells that do not lie on the outer frame, joined where they touch: a line is drawn
// once and runs through.
func innerLines(cells []rect, outer rect) []rect {
	across, down := map[int64][]span{}, map[int64][]span{}
	key := func(v float64) int64 { return int64(math.Round(v * 200)) }
	for _, c := range cells {
		for _, y := range []float64{c.y, c.y + c.h} {
			across[key(y)] = append(across[key(y)], span{c.x, c.x + c.w})
		}
		for _, x := range []float64{c.x, c.x + c.w} {
			down[key(x)] = append(down[key(x)], span{c.y, c.y + c.h})
		}
	}
	delete(across, key(outer.y))
	delete(across, key(outer.y+outer.h))
	delete(down, key(outer.x))
	delete(down, key(outer.x+outer.w))
	var out []rect
	for _, k := range sortedKeys(across) {
		for _, s := range join(across[k]) {
			out = append(out, rect{s.from, float64(k) / 200, s.to - s.from, 0})
		}
	}
	for _, k := range sortedKeys(down) {
		for _, s := range join(down[k]) {
			out = append(out, rect{float64(k) / 200, s.from, 0, s.to - s.from})
		}
	}
	return out
}

func sortedKeys(m map[int64][]span) []int64 {
	keys := make([]int64, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// join merges stretches that touch or overlap.
func join(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	var out []span
	for _, s := range spans {
		if n := len(out); n > 0 && s.from <= out[n-1].to+0.02 {
			out[n-1].to = max(out[n-1].to, s.to)
			continue
		}
		out = append(out, s)
	}
	return out
}
