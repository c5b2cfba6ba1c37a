package pattern

import (
	"regexp"
	"regexp/syntax"
	"sync"
)

// Regexp is a regular expression that is tried only where the literal words stand without which it cannot match: most
// wordings stand in few texts, and to look for words is many times quicker. Safe for concurrent use.
//
// It is compiled when it is first tried, so that a program with hundreds of expressions starts at once.
type Regexp struct {
	compile  func() *regexp.Regexp
	once     sync.Once
	expr     string
	needs    needs
	branches []branch // the ways to match, where there are several
	words    int      // literals of the needs of all branches
}

// branch is one of several ways in which an expression matches.
type branch struct {
	needs   needs
	compile func() *regexp.Regexp
}

// MustCompile takes an expression that is part of the program, written out where it is called: a test compiles them all.
// The first try of one that cannot be compiled panics.
func MustCompile(expr string) *Regexp {
	return &Regexp{expr: expr, compile: sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })}
}

// read finds what matches hold.
func (r *Regexp) read() {
	tree, err := syntax.Parse(r.expr, syntax.Perl)
	if err != nil {
		return // compiling says what is wrong
	}
	for tree.Op == syntax.OpCapture {
		tree = tree.Sub[0]
	}
	if tree.Op == syntax.OpAlternate {
		for _, way := range tree.Sub {
			expr := way.String()
			r.branches = append(r.branches, branch{needs: needsOf(required(way.Simplify())), compile: sync.OnceValue(func() *regexp.Regexp {
				return regexp.MustCompile(expr)
			})})
		}
	}
	for i := range r.branches {
		r.words += r.branches[i].needs.words
	}
	r.needs = needsOf(required(tree.Simplify()))
}

// possible tells whether s has what every match holds.
func (r *Regexp) possible(s string) bool {
	r.once.Do(r.read)
	if r.needs.words <= fewWords {
		return r.needs.heldBy(s, nil)
	}
	sh := shapeOf(s)
	return r.needs.heldBy(s, &sh)
}

// MatchString tells whether the expression matches somewhere in s.
func (r *Regexp) MatchString(s string) bool {
	r.once.Do(r.read)
	if len(r.branches) == 0 {
		return r.possible(s) && r.compile().MatchString(s)
	}
	var sh *shape
	if r.words > fewWords {
		made := shapeOf(s)
		sh = &made
	}
	for i := range r.branches {
		if b := &r.branches[i]; b.needs.heldBy(s, sh) && b.compile().MatchString(s) {
			return true
		}
	}
	return false
}

// FindString is the first match in s, empty where there is none.
func (r *Regexp) FindString(s string) string {
	if !r.possible(s) {
		return ""
	}
	return r.compile().FindString(s)
}

// FindStringIndex is the place of the first match in s, nil where there is none.
func (r *Regexp) FindStringIndex(s string) []int {
	if !r.possible(s) {
		return nil
	}
	return r.compile().FindStringIndex(s)
}

// FindStringSubmatch is the first match in s with its groups, nil where there is none.
func (r *Regexp) FindStringSubmatch(s string) []string {
	if !r.possible(s) {
		return nil
	}
	return r.compile().FindStringSubmatch(s)
}

// FindStringSubmatchIndex is the place of the first match in s and of its groups, nil where there is none.
func (r *Regexp) FindStringSubmatchIndex(s string) []int {
	if !r.possible(s) {
		return nil
	}
	return r.compile().FindStringSubmatchIndex(s)
}

// FindAllStringIndex are the places of the matches in s, at most n; all where n is negative.
func (r *Regexp) FindAllStringIndex(s string, n int) [][]int {
	if !r.possible(s) {
		return nil
	}
	return r.compile().FindAllStringIndex(s, n)
}

// FindAllStringSubmatchIndex are the places of the matches in s and of their groups, at most n; all where n is negative.
func (r *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if !r.possible(s) {
		return nil
	}
	return r.compile().FindAllStringSubmatchIndex(s, n)
}

// ReplaceAllString puts repl in the place of every match in s.
func (r *Regexp) ReplaceAllString(s, repl string) string {
	if !r.possible(s) {
		return s
	}
	return r.compile().ReplaceAllString(s, repl)
}

// ReplaceAllStringFunc puts what put gives for each match in its place.
func (r *Regexp) ReplaceAllStringFunc(s string, put func(string) string) string {
	if !r.possible(s) {
		return s
	}
	return r.compile().ReplaceAllStringFunc(s, put)
}

// FindAllStringSubmatch are the matches in s with their groups, at most n; all where n is negative.
func (r *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	if !r.possible(s) {
		return nil
	}
	return r.compile().FindAllStringSubmatch(s, n)
}
