// Package pattern finds wordings in a text. Most wordings hold some literal words; all literals of a set are looked for in
// one pass, and a wording is tried only where one of its own stands.
package pattern

import (
	"fmt"
	"regexp"
	"regexp/syntax"
)

// Pattern is a wording with the literals that must stand in a text before the wording can.
type Pattern struct {
	*regexp.Regexp
	needs [][]int // of each group one literal must stand; ids in the set
}

// Set finds the literals of all its patterns in one pass. Patterns are added first; after the first use it is read-only
// and safe for concurrent use.
type Set struct {
	ids   map[string]int
	first map[rune][]literal
}

type literal struct {
	runes []rune
	id    int
}

// NewSet makes an empty set.
func NewSet() *Set { return &Set{ids: map[string]int{}, first: map[rune][]literal{}} }

// Add compiles a wording and enters its literals. The error says in words for the office what is wrong with it.
func (f *Set) Add(expr string) (*Pattern, error) {
	re, err := regexp.Compile(expr)
	if err != nil {
		return nil, fmt.Errorf("用语“%s”写法有误：%w", expr, err)
	}
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil, fmt.Errorf("用语“%s”写法有误：%w", expr, err)
	}
	p := &Pattern{Regexp: re}
	for _, group := range required(tree.Simplify()) {
		var ids []int
		for _, l := range group {
			ids = append(ids, f.id(l))
		}
		p.needs = append(p.needs, ids)
	}
	return p, nil
}

func (f *Set) id(l string) int {
	id, ok := f.ids[l]
	if !ok {
		id = len(f.ids)
		f.ids[l] = id
		r := []rune(l)
		f.first[r[0]] = append(f.first[r[0]], literal{r, id})
	}
	return id
}

// Seen tells which literals of a set stand in a text.
type Seen []bool

// In looks for the literals of the set in s.
func (f *Set) In(s []rune) Seen {
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

// Possible tells whether the wording can stand in the text that was looked through.
func (p *Pattern) Possible(present Seen) bool {
	for _, group := range p.needs {
		if !any(group, present) {
			return false
		}
	}
	return true
}

func any(ids []int, present Seen) bool {
	for _, id := range ids {
		if present[id] {
			return true
		}
	}
	return false
}

// required gives groups of literals: of each group at least one stands in every match.
func required(n *syntax.Regexp) [][]string {
	switch n.Op {
	case syntax.OpLiteral:
		return [][]string{{string(n.Rune)}}
	case syntax.OpCharClass:
		if c := small(n.Rune); c != nil {
			return [][]string{c}
		}
	case syntax.OpCapture, syntax.OpPlus:
		return required(n.Sub[0])
	case syntax.OpRepeat:
		if n.Min > 0 {
			return required(n.Sub[0])
		}
	case syntax.OpAlternate:
		var all []string
		for _, s := range n.Sub {
			best := best(required(s))
			if best == nil {
				return nil
			}
			all = append(all, best...)
		}
		return [][]string{all}
	case syntax.OpConcat:
		var out [][]string
		for _, s := range n.Sub {
			out = append(out, required(s)...)
		}
		return out
	}
	return nil
}

// best is the group that says most: few and long literals.
func best(groups [][]string) []string {
	var out []string
	for _, g := range groups {
		if out == nil || weight(g) > weight(out) {
			out = g
		}
	}
	return out
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
