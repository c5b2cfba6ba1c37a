package main

import (
	"math"
	"sort"
	"strings"
	"unicode"

	"yidanqing/app"
)

// grams are the runs of n neighbouring letters, digits and Han characters of s, in order.
func grams(s string, n int) []string {
	var out []string
	var run []rune
	flush := func() {
		for i := 0; i+n <= len(run); i++ {
			out = append(out, string(run[i:i+n]))
		}
		run = run[:0]
	}
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			run = append(run, unicode.ToLower(r))
			continue
		}
		flush()
	}
	flush()
	return out
}

func distinct(words []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, w := range words {
		if !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	return out
}

// duties is what an entry says beside its name.
func duties(d app.Duty) string { return d.TownDuty + "\n" + d.UpperDuty }

// bm25 is the plain formula over bigrams of name and duties, the name counted twice.
type bm25 struct {
	counts []map[string]float64
	length []float64
	mean   float64
	df     map[string]float64
}

func openBM25(l *app.DutyList) (finder, error) {
	x := &bm25{df: map[string]float64{}}
	for _, d := range l.Duties {
		c, n := map[string]float64{}, 0.0
		for _, s := range []string{d.Name, d.Name, duties(d)} {
			for _, g := range grams(s, 2) {
				c[g]++
				n++
			}
		}
		for g := range c {
			x.df[g]++
		}
		x.counts, x.length, x.mean = append(x.counts, c), append(x.length, n), x.mean+n
	}
	x.mean /= math.Max(1, float64(len(l.Duties)))
	return x, nil
}

func (x *bm25) find(words string, n int) ([]int, error) {
	const k1, b = 1.2, 0.75
	score := make([]float64, len(x.counts))
	total := float64(len(x.counts))
	for _, g := range distinct(grams(words, 2)) {
		idf := math.Log(1 + (total-x.df[g]+0.5)/(x.df[g]+0.5))
		for i, c := range x.counts {
			if tf := c[g]; tf > 0 {
				score[i] += idf * tf * (k1 + 1) / (tf + k1*(1-b+b*x.length[i]/x.mean))
			}
		}
	}
	order := make([]int, len(score))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, k int) bool { return score[order[i]] > score[order[k]] })
	return order[:min(n, len(order))], nil
}

func (x *bm25) close() error { return nil }

// anyOf is a query of FTS5 that asks for any of the words.
func anyOf(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = `"` + w + `"`
	}
	return strings.Join(quoted, " OR ")
}
