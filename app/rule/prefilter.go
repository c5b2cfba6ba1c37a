package rule

import (
	"fmt"
	"regexp"
	"regexp/syntax"
)

// pattern is a wording with the literals of which one must stand in a text before the wording can.
type pattern struct {
	re       *regexp.Regexp
	literals []int // ids in the prefilter; none: always tried
}

// prefilter finds all literals of all patterns in one pass, so that most wordings need not be tried at all.
type prefilter struct {
	ids   map[string]int
	first map[rune][]literal
}

type literal struct {
	runes []rune
	id    int
}

func newPrefilter() *prefilter { return &prefilter{ids: map[string]int{}, first: map[rune][]literal{}} }

func (f *prefilter) add(expr string) (*pattern, error) {
	re, err := regexp.Compile(expr)
	if err != nil {
		return nil, fmt.Errorf("用语“%s”写法有误：%w", expr, err)
	}
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil, fmt.Errorf("用语“%s”写法有误：%w", expr, err)
	}
	p := &pattern{re: re}
	for _, l := range required(tree.Simplify()) {
		id, ok := f.ids[l]
		if !ok {
			id = len(f.ids)
			f.ids[l] = id
		}
		p.literals = append(p.literals, id)
	}
	return p, nil
}

func (f *prefilter) finish() {
	for l, id := range f.ids {
		r := []rune(l)
		f.first[r[0]] = append(f.first[r[0]], literal{r, id})
	}
}

// present marks the literals that stand in s.
func (f *prefilter) present(s []rune) []bool {
	out := make([]bool, len(f.ids))
	for i, r := range s {
		for _, l := range f.first[r] {
			if !out[l.id] && hasPrefix(s[i:], l.runes) {
				out[l.id] = true
			}
		}
	}
	return out
}

func hasPrefix(s, p []rune) bool {
	if len(s) < len(p) {
		return false
	}
	for i := range p {
		if s[i] != p[i] {
			return false
		}
	}
	return true
}

func (p *pattern) possible(present []bool) bool {
	if len(p.literals) == 0 {
		return true
	}
	for _, id := range p.literals {
		if present[id] {
			return true
		}
	}
	return false
}

// required gives literals of which at least one stands in every match; nil where that cannot be told.
func required(n *syntax.Regexp) []string {
	switch n.Op {
	case syntax.OpLiteral:
		return []string{string(n.Rune)}
	case syntax.OpCharClass:
		if len(n.Rune) == 2 && n.Rune[0] == n.Rune[1] {
			return []string{string(n.Rune[0])}
		}
		return small(n.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return required(n.Sub[0])
	case syntax.OpRepeat:
		if n.Min > 0 {
			return required(n.Sub[0])
		}
	case syntax.OpAlternate:
		var all []string
		for _, s := range n.Sub {
			l := required(s)
			if l == nil {
				return nil
			}
			all = append(all, l...)
		}
		return all
	case syntax.OpConcat:
		var best []string
		for _, s := range n.Sub {
			if l := required(s); l != nil && (best == nil || weight(l) > weight(best)) {
				best = l
			}
		}
		return best
	}
	return nil
}

// small spells out a class of few characters.
func small(ranges []rune) []string {
	var out []string
	for i := 0; i+1 < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if out = append(out, string(r)); len(out) > 12 {
				return nil
			}
		}
	}
	return out
}

// weight prefers few and long literals.
func weight(l []string) float64 {
	shortest := 99
	for _, s := range l {
		shortest = min(shortest, len([]rune(s)))
	}
	return float64(shortest) - float64(len(l))/10
}
