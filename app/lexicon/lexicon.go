// Package lexicon knows the words of township work: what things are called in lists and in everyday speech, which class
// of action a verb belongs to, what the bodies of a county are called, and what shows a running emergency.
//
// The words are data (assets/lexicon); an office can add its own. A Lexicon is immutable once read.
package lexicon

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"yidanqing/app"
	"yidanqing/app/text"
)

// Concept is one object or matter of township work with all its names (概念).
type Concept struct {
	ID    string
	Field string   // line of business: 民政, 应急 …
	Names []string // official terms first, then everyday words
	Near  []string // ids of neighbours that are related but not the same
}

// Body is an issuing body of a county (部门) with its names, without the name of the place.
type Body struct {
	Name   string
	Class  string // 党委部门, 政府部门, 议事协调, 垂直, 企业事业, 司法, 群团, 县委政府
	Names  []string
	Fields []string
	Of     []string // the departments that it belongs to or whose house it sits in (归口部门), by name
}

// Lexicon holds all words for scanning. Safe for concurrent use.
type Lexicon struct {
	Concepts []Concept
	Bodies   []Body
	concepts *trie
	gaps     *gaps
	actions  *trie
	spoken   *gaps // acts told with something between the words: 车…扣到
	bodies   *trie
	urgent   *trie
	classes  []string
	byID     map[string]int
}

// strength is how surely a word of n characters means its concept: official terms and long words more than short everyday
// ones.
func strength(n int, official bool) float64 {
	switch {
	case n >= 4 || official && n >= 3:
		return 1
	case official || n == 3:
		return 0.8
	}
	return 0.6
}

// Files are the data files of a lexicon, each tab separated with # comments.
type Files struct {
	Concepts, Actions, Departments, Emergency []byte
}

// Read builds a lexicon; own are the office's own words. A line with too few columns or a repeated id is an error that names
// file and line. An own word for a concept that is not there (any more) is passed over.
func Read(f Files, own ...app.OwnWord) (*Lexicon, error) {
	l := &Lexicon{concepts: newTrie(), gaps: newGaps(), actions: newTrie(), spoken: newGaps(), bodies: newTrie(), urgent: newTrie(), byID: map[string]int{}}
	for _, part := range []struct {
		name    string
		data    []byte
		columns int
		take    func(col []string) error
	}{{"concepts", f.Concepts, 4, l.concept}, {"actions", f.Actions, 2, l.action}, {"departments", f.Departments, 3, l.body}, {"emergency", f.Emergency, 2, l.urgency}} {
		if err := lines(part.name, part.data, part.columns, part.take); err != nil {
			return nil, err
		}
	}
	for _, w := range own {
		l.ownWord(w)
	}
	return l, nil
}

// ownWord gives a concept one more name, which means it as surely as an everyday word of its length.
func (l *Lexicon) ownWord(w app.OwnWord) {
	n := l.ConceptByID(w.Concept)
	word := text.New(w.Word).String()
	if n < 0 || len([]rune(word)) < 2 {
		return
	}
	l.Concepts[n].Names = append(l.Concepts[n].Names, word)
	l.concepts.add(word, n, false)
}

func (l *Lexicon) concept(col []string) error {
	if _, dup := l.byID[col[0]]; dup {
		return fmt.Errorf("编号“%s”重复", col[0])
	}
	official := split(col[2])
	c := Concept{ID: col[0], Field: col[1], Names: append(official, split(col[3])...)}
	if len(col) > 4 {
		c.Near = split(col[4])
	}
	n := len(l.Concepts)
	l.byID[c.ID] = n
	l.Concepts = append(l.Concepts, c)
	for i, w := range c.Names {
		if strings.Contains(w, "…") {
			l.gaps.add(w, n)
			continue
		}
		l.concepts.add(w, n, i < len(official))
	}
	return nil
}

func (l *Lexicon) action(col []string) error {
	n := len(l.classes)
	l.classes = append(l.classes, strings.Fields(col[0])[0])
	for _, w := range split(col[1]) {
		for _, w := range digits(w) {
			if strings.Contains(w, "…") {
				l.spoken.add(w, n)
				continue
			}
			l.actions.add(w, n, false)
		}
	}
	return nil
}

// digits are a word with each digit in the place of its #: 罚# is said of every amount.
func digits(word string) []string {
	if !strings.Contains(word, "#") {
		return []string{word}
	}
	var out []string
	for d := '0'; d <= '9'; d++ {
		out = append(out, strings.ReplaceAll(word, "#", string(d)))
	}
	return out
}

func (l *Lexicon) body(col []string) error {
	b := Body{Name: col[0], Class: col[1], Names: append([]string{col[0]}, split(col[2])...)}
	if len(col) > 3 {
		b.Fields = split(col[3])
	}
	if len(col) > 4 {
		b.Of = split(col[4])
	}
	n := len(l.Bodies)
	l.Bodies = append(l.Bodies, b)
	for _, w := range b.Names {
		l.bodies.add(w, n, false)
	}
	return nil
}

func (l *Lexicon) urgency(col []string) error {
	class := map[string]int{"1": emergencyAlone, "0": emergencyWithUrgency, "not": emergencyFalseFriend, "urge": emergencyUrgency}
	k, ok := class[strings.TrimSpace(col[1])]
	if !ok {
		return fmt.Errorf("第二列应为 1、0、not 或 urge，现为“%s”", col[1])
	}
	l.urgent.add(text.New(col[0]).String(), k, false)
	return nil
}

const (
	emergencyFalseFriend = iota
	emergencyWithUrgency
	emergencyAlone
	emergencyUrgency
)

func lines(name string, data []byte, columns int, use func([]string) error) error {
	s := bufio.NewScanner(bytes.NewReader(data))
	s.Buffer(make([]byte, 0, 1<<16), 1<<20)
	for n := 1; s.Scan(); n++ {
		line := strings.TrimRight(s.Text(), "\r\n")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) < columns {
			return app.Errorf(app.CodeInvalid, "词典 %s 第 %d 行只有 %d 列，应有 %d 列。程序未使用这份词典。", name, n, len(col), columns)
		}
		if err := use(col); err != nil {
			return app.WrapError(app.CodeInvalid, err, "词典 %s 第 %d 行不能使用：%v。", name, n, err)
		}
	}
	if err := s.Err(); err != nil {
		return fmt.Errorf("lexicon %s: %w", name, err)
	}
	return nil
}

// split reads the words of a cell, folded as notices are folded.
func split(cell string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(cell, func(r rune) bool { return r == ';' || r == '；' }) {
		if w = text.Word(w); utf8.RuneCountInString(w) > 1 {
			out = append(out, w)
		}
	}
	return out
}
