// Package pattern finds wordings in a text. Most wordings hold some literal words; all literals of a set are looked for in
// one pass, and a wording is tried only where one of its own stands.
package pattern

import (
	"fmt"
	"math"
	"regexp"
	"regexp/syntax"
	"slices"
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

// Seen tells where the literals of a set stand in a text.
type Seen struct {
	from []int32 // by literal: where its places begin in at; those of literal i end where those of i+1 begin
	at   []int32 // offsets in runes at which a literal begins, ascending for each
}

// In looks for the literals of the set in s.
func (f *Set) In(s []rune) Seen {
	out := Seen{from: make([]int32, len(f.ids)+1)}
	found := make([][2]int32, 0, len(s)) // literal and place
	for i, r := range s {
		for _, l := range f.first[r] {
			if hasPrefix(s[i:], l.runes) {
				found = append(found, [2]int32{int32(l.id), int32(i)})
				out.from[l.id+1]++
			}
		}
	}
	for i := range len(f.ids) {
		out.from[i+1] += out.from[i]
	}
	out.at = make([]int32, len(found))
	next := slices.Clone(out.from)
	for _, x := range found {
		out.at[next[x[0]]] = x[1]
		next[x[0]]++
	}
	return out
}

// in tells whether a literal begins from start to before end.
func (s Seen) in(literal int, start, end int32) bool {
	places := s.at[s.from[literal]:s.from[literal+1]]
	if len(places) == 0 {
		return false
	}
	i, _ := slices.BinarySearch(places, start)
	return i < len(places) && places[i] < end
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
	return p.PossibleIn(present, 0, math.MaxInt32)
}

// PossibleIn tells whether the wording can stand in the runes from start to before end of the text that was looked through.
func (p *Pattern) PossibleIn(present Seen, start, end int) bool {
	for _, group := range p.needs {
		if !beginsIn(group, present, int32(start), int32(end)) {
			return false
		}
	}
	return true
}

func beginsIn(ids []int, present Seen, start, end int32) bool {
	for _, id := range ids {
		if present.in(id, start, end) {
			return true
		}
	}
	return false
}

// required gives groups of literals: of each group at least one stands in every match.
func required(n *syntax.Regexp) [][]string {
	switch n.Op {
	case syntax.OpLiteral:
		if n.Flags&syntax.FoldCase != 0 {
			return nil // stands in more than one spelling
		}
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
