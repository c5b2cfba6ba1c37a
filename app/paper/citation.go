package paper

import (
	"slices"
	"strings"
)

// citations names documents in full the first time and by their short names afterwards.
type citations struct {
	short []Abbreviation
	often map[string]bool // cited more than once
	known map[string]bool
}

func (w *Writer) citations(s Subject, gs []Ground, raised []int) *citations {
	c := &citations{short: w.words.Short, often: map[string]bool{}, known: map[string]bool{}}
	seen := map[string]bool{}
	for _, g := range gs {
		if g.Place == PlaceNone || !slices.Contains(raised, g.Demand) {
			continue
		}
		for _, a := range w.words.Short {
			if strings.Contains(g.Basis, a.Full) {
				c.often[a.Full], seen[a.Full] = seen[a.Full], true
			}
		}
	}
	return c
}

// cite writes a basis.
func (c *citations) cite(basis string) string {
	for _, a := range c.short {
		switch {
		case !strings.Contains(basis, a.Full):
		case c.known[a.Full]:
			basis = strings.ReplaceAll(basis, a.Full, a.Short)
		default:
			c.known[a.Full] = true
			if c.often[a.Full] && strings.HasPrefix(a.Full, "《") {
				basis = strings.Replace(basis, a.Full, a.Full+"（以下简称"+a.Short+"）", 1)
			}
		}
	}
	return basis
}
