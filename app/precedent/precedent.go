// Package precedent finds the earlier decision of the office that a demand is to be held against (先例): the same matter,
// asked by the same department, for the same acts.
//
// What two demands have in common is measured as alerts measure it (app/alert); beyond that the acts must be the same, for
// a thing that is to be reported is not decided like one that is to be punished, and a demand is not decided like one to
// stop. It decides nothing: what a precedent may do to the advice stands in app/judge.
package precedent

import (
	"reflect"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/alert"
	"yidanqing/app/lexicon"
	"yidanqing/app/vector"
)

// Set is the precedents in use, taken apart once for many checks. Safe for concurrent use.
type Set struct {
	watch alert.Watch
	held  []held // the newest first
}

// held is a precedent taken apart.
type held struct {
	app.Precedent
	body alert.Body
	frame
}

// NewSet prepares precedents. Vectors may be nil. Those without words or department are like nothing and are left out. What
// an old set of the same lexicon has taken apart already is taken from it; old may be nil.
func NewSet(lex *lexicon.Lexicon, vectors *vector.Table, list []app.Precedent, old *Set) *Set {
	s := &Set{watch: alert.Watch{Lexicon: lex, Vectors: vectors}}
	known := map[string]int{}
	if old != nil && old.watch.Lexicon == lex {
		for i, h := range old.held {
			known[h.ID] = i
		}
	}
	for _, p := range list {
		if p.Text == "" || p.Department == "" {
			continue
		}
		title := ""
		if p.Whole && !strings.HasPrefix(p.Text, strings.TrimSuffix(p.Title, "…")) { // a notice without a title is named by its first words
			title = p.Title
		}
		if i, ok := known[p.ID]; ok && reflect.DeepEqual(old.held[i].Precedent, p) {
			s.held = append(s.held, old.held[i])
			continue
		}
		f := s.frame(title, p.Text, "", p.Under)
		s.about(&f) // here, for many checks read it at once
		s.held = append(s.held, held{p, s.watch.Body(p.Department), f})
	}
	slices.SortStableFunc(s.held, func(a, b held) int { return a.Day.DaysUntil(b.Day) })
	return s
}

// Demand is what is looked up.
type Demand struct {
	Department string // who asks; empty: not known, and then nothing is found
	Title      string // of a notice that holds this demand alone, else empty
	Text       string
	Live       string // what of the text is demanded, where it has been read already
	Kind       app.Kind
	Under      *app.DutyRef // the entry that the advice rests on; nil: none
	List       app.Version  // the list that it is compared with; a precedent of another version has expired
	Except     []string     // IDs of notices whose decisions do not count: its own, and one that it puts right
}

// Find gives the newest precedent of the same matter. The newest counts alone: what an office decided later is what it
// thinks now.
func (s *Set) Find(d Demand) (app.Precedent, bool) {
	if s == nil || d.Department == "" || d.Text == "" {
		return app.Precedent{}, false
	}
	body := s.watch.Body(d.Department)
	var mine *frame // made when the first precedent of the department is met
	for i := range s.held {
		h := &s.held[i]
		if !sameKind(h.Kind, d.Kind) || h.List != d.List || !h.body.Same(body) || slices.Contains(d.Except, h.Notice) {
			continue
		}
		if mine == nil {
			f := s.frame(d.Title, d.Text, d.Live, d.Under)
			mine = &f
		}
		if s.alike(mine, &h.frame) {
			return h.Precedent, true
		}
	}
	return app.Precedent{}, false
}

// sameKind tells whether two demands are of one kind. A report and the work that it reports on are one: how a sentence is
// put decides between them, and a catalogue of forms has its own finding.
func sameKind(a, b app.Kind) bool {
	work := func(k app.Kind) bool { return k == app.KindTask || k == app.KindForm }
	return a == b || work(a) && work(b)
}

// Len is how many precedents are held.
func (s *Set) Len() int {
	if s == nil {
		return 0
	}
	return len(s.held)
}
