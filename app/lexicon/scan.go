package lexicon

import (
	"math"
	"slices"
	"strings"

	"yidanqing/app/text"
)

// Hit is a word of the lexicon found in a folded text; ID indexes Concepts, Classes or Bodies.
type Hit struct {
	Start, End int
	ID         int
	// Strength is how surely the word means it, above 0 to 1: less for short everyday words and for words of many meanings.
	Strength float64
}

// FindConcepts gives the concepts named in s, words with gaps last, each in order of place. A word that means several concepts gives several hits.
func (l *Lexicon) FindConcepts(s []rune) []Hit {
	var out []Hit
	l.concepts.scan(s, func(start, end int, senses []sense) {
		if street(s[end:]) {
			return
		}
		for _, v := range senses {
			out = append(out, Hit{start, end, int(v.value), strength(end-start, v.official) / math.Sqrt(float64(len(senses)))})
		}
	})
	l.gaps.scan(s, func(start, end, concept int) { out = append(out, Hit{start, end, concept, gapStrength}) })
	return out
}

// street tells whether what follows a word makes it the name of a street: 渔港路, 水库新村 are no matter.
func street(after []rune) bool {
	if len(after) == 0 {
		return false
	}
	next := rune(0)
	if len(after) > 1 {
		next = after[1]
	}
	switch after[0] {
	case '路':
		return !strings.ContainsRune("口边灯面段域况网长政障上基牌由线权径沿肩产标内", next)
	case '巷', '弄':
		return next != '道'
	case '新':
		return next == '村'
	case '大':
		return next == '道'
	}
	return false
}

// gapStrength is how surely words with something between them mean their concept.
const gapStrength = 0.8

// FindBodies gives the bodies named in s.
func (l *Lexicon) FindBodies(s []rune) []Hit { return find(l.bodies, s) }

func find(t *trie, s []rune) []Hit {
	var out []Hit
	t.scan(s, func(start, end int, senses []sense) {
		for _, v := range senses {
			out = append(out, Hit{start, end, int(v.value), 1})
		}
	})
	return out
}

// Class is the name of action class id.
func (l *Lexicon) Class(id int) string { return l.classes[id] }

// Classes are the names of the action classes by id; a name may stand there more than once.
func (l *Lexicon) Classes() []string { return slices.Clone(l.classes) }

// ConceptByID gives the index of a concept, or -1.
func (l *Lexicon) ConceptByID(id string) int {
	if n, ok := l.byID[id]; ok {
		return n
	}
	return -1
}

// Body finds the body that a name such as 清河县住房和城乡建设局燃气股 means: the longest known name in it, the last one
// where two are as long; -1 where none is known.
func (l *Lexicon) Body(name string) int {
	best, length := -1, 0
	for _, h := range l.FindBodies([]rune(name)) {
		if n := h.End - h.Start; n >= length {
			best, length = h.ID, n
		}
	}
	return best
}

// SameHouse are a body and those that it belongs to (归口部门): 县反诈办 and 县公安局 ask for the same things.
func (l *Lexicon) SameHouse(body int) []int {
	out := []int{body}
	for _, name := range l.Bodies[body].Of {
		if k := l.Body(name); k >= 0 && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// Emergency tells whether s speaks of a running emergency (应急): a word that is enough by itself, or one that needs
// urgency together with a word of urgency. 领导等着用 and the like are none. The words are given by their place.
func (l *Lexicon) Emergency(s []rune) (yes bool, start, end int) {
	var first [emergencyUrgency + 1][]int
	l.urgent.scan(s, func(from, to int, senses []sense) {
		if supposed(s[:from]) {
			return
		}
		for _, v := range senses {
			if first[v.value] == nil {
				first[v.value] = []int{from, to}
			}
		}
	})
	switch {
	case first[emergencyAlone] != nil:
		return true, first[emergencyAlone][0], first[emergencyAlone][1]
	case first[emergencyWithUrgency] != nil && first[emergencyUrgency] != nil && first[emergencyFalseFriend] == nil:
		return true, first[emergencyWithUrgency][0], first[emergencyWithUrgency][1]
	}
	return false, 0, 0
}

// supposed tells whether what comes after these words of a clause is only thought of, or to be kept away: 发现火情立即报告, 严防
// 山火, 守住不发生重大动物疫情底线.
func supposed(before []rune) bool {
	from := max(0, len(before)-14)
	for i := len(before) - 1; i >= from; i-- {
		if strings.ContainsRune(",。;:!?\n", before[i]) {
			from = i + 1
			break
		}
	}
	clause := string(before[from:])
	for _, w := range []string{"发现", "一旦", "如遇", "如有", "若有", "遇有", "遇到", "凡", "不发生", "严防", "防止", "防范", "预防", "避免", "杜绝", "应对", "防御"} {
		if strings.Contains(clause, w) {
			return true
		}
	}
	return false
}

// Meaning gives the concepts that a word means by itself, none where it is only a part of names or unknown.
func (l *Lexicon) Meaning(word string) []int {
	var out []int
	s := text.New(word).Norm
	for _, h := range l.FindConcepts(s) {
		if h.Start == 0 && h.End == len(s) {
			out = append(out, h.ID)
		}
	}
	return out
}

// Taken tells whether a word is one of acts or the name of a body: it cannot stand for an object.
func (l *Lexicon) Taken(word string) bool {
	s := text.New(word).Norm
	for _, h := range append(l.FindActions(s), l.FindBodies(s)...) {
		if h.Start == 0 && h.End == len(s) {
			return true
		}
	}
	return false
}

// Search gives at most n concepts that a clerk may mean by words: those of exactly that name first, then those whose name
// begins with it, then those that hold it.
func (l *Lexicon) Search(words string, n int) []int {
	want := text.New(words).String()
	if want == "" {
		return nil
	}
	var ranks [3][]int
	for i, c := range l.Concepts {
		best := 3
		for _, name := range append([]string{text.Word(c.ID)}, c.Names...) {
			switch {
			case name == want:
				best = 0
			case strings.HasPrefix(name, want):
				best = min(best, 1)
			case strings.Contains(name, want):
				best = min(best, 2)
			}
		}
		if best < len(ranks) {
			ranks[best] = append(ranks[best], i)
		}
	}
	out := append(append(ranks[0], ranks[1]...), ranks[2]...)
	return out[:min(n, len(out))]
}
