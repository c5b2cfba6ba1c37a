package duty

import (
	"math"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/lexicon"
	"yidanqing/app/pattern"
	"yidanqing/app/phrasing"
	"yidanqing/app/text"
	"yidanqing/app/vector"
)

// Index is a duty list prepared for matching: every entry as weighted words, concepts, action classes and departments.
// It is immutable and safe for concurrent use.
type Index struct {
	lex      *lexicon.Lexicon
	meaning  *vector.Index   // nil: no vectors
	phrases  *phrasing.Table // nil: no phrasing
	spoken   []int           // by concept of the lexicon: its number in phrases, or -1
	list     *app.DutyList
	entries  []entry
	gramID   map[bigram]int32
	idf      []float64 // by gram id
	rarest   float64   // idf of a bigram that no entry has
	concept  []float64 // by concept: how telling it is among the entries
	near     [][]int   // by concept: its neighbours
	postings [][]post  // by gram id
	places   [][]place // by concept
	meanLen  float64
	classes
	fields fields
}

type bigram struct{ a, b rune }

// post says how often a bigram stands in an entry: twice for the name, once for the township's side.
type post struct {
	entry int32
	tf    float32
}

const (
	nameTimes = 2
	ownTimes  = 1
)

func (p post) inName() bool { return p.tf >= nameTimes }

func (p post) inOwn() bool { return p.tf == ownTimes || p.tf == nameTimes+ownTimes }

// place says where in an entry a concept stands.
type place struct {
	entry         int32
	inName, inOwn bool
}

// entry is one duty taken apart.
type entry struct {
	name, own   side  // the name, and what the township does of it
	upper       side  // what the superior does of it
	both        []int // concepts of name and own side, each once
	departments map[int]bool
	length      float64
	mix         fieldMix
	said        []saidShare
	lines       uint64 // lines of business that the name is about, one bit each
	powerful    bool   // the name speaks of an act of power, in whatever words
}

// side is one text of an entry: its bigrams, concepts and action classes.
type side struct {
	grams       []int32 // ids, each once, in order of first place
	concepts    []int   // each once, in order of first place
	classes     classSet
	gramMass    float64 // squared rarity of the bigrams, summed
	conceptMass float64 // rarity of the concepts, summed
}

// NewIndex prepares list for matching. vectors and phrases may be nil.
func NewIndex(list *app.DutyList, lex *lexicon.Lexicon, vectors *vector.Table, phrases *phrasing.Table) *Index {
	x := &Index{lex: lex, list: list, phrases: phrases, spoken: spokenOf(lex, phrases), gramID: map[bigram]int32{}, classes: newClasses(lex), fields: newFields(lex), places: make([][]place, len(lex.Concepts))}
	var names []vector.Entry
	for i := range list.Duties {
		d := &list.Duties[i]
		e := entry{name: x.side(d.Name), own: x.side(d.TownDuty), departments: map[int]bool{}}
		if d.Part != app.Basic { // what a superior does beside a basic duty is no part of it
			e.upper = x.side(d.UpperDuty)
		}
		name := text.New(d.Name).String()
		if d.Part == app.TakenBack && targetName.MatchString(name) {
			e.name.classes |= x.measuring
		}
		e.powerful = strings.ContainsAny(d.Name, "执罚查检验审封拆扣鉴测考排指")
		for _, name := range d.Departments {
			if b := lex.Body(text.New(name).String()); b >= 0 {
				e.departments[b] = true
			}
		}
		e.length = x.post(i, e.name.grams, nameTimes) + x.post(i, e.own.grams, ownTimes)
		e.both = distinct(e.name.concepts, e.own.concepts)
		for _, c := range e.both {
			x.places[c] = append(x.places[c], place{int32(i), slices.Contains(e.name.concepts, c), slices.Contains(e.own.concepts, c)})
		}
		names = append(names, vector.Entry{Name: name, Duties: text.New(d.UpperDuty + "。" + d.TownDuty).String()})
		x.entries = append(x.entries, e)
		x.meanLen += e.length
	}
	if vectors != nil {
		x.meaning = vector.NewIndex(vectors, names)
	}
	n := float64(max(1, len(x.entries)))
	x.meanLen = max(1, x.meanLen/n)
	x.idf = make([]float64, len(x.postings))
	for g, p := range x.postings {
		k := float64(len(p))
		x.idf[g] = math.Log(1 + (n-k+0.5)/(k+0.5))
	}
	x.rarest = math.Log(1 + (n+0.5)/0.5)
	x.weighConcepts(n)
	for i := range x.entries {
		x.weigh(&x.entries[i].name)
		x.weigh(&x.entries[i].own)
		x.entries[i].mix, x.entries[i].lines = x.fieldsOf(&x.entries[i])
		x.entries[i].said = x.saidOf(&x.entries[i])
	}
	return x
}

// targetName are names of taken-back entries about numbers to be reached: 参保率排名, 扩面任务, 企业数量指标.
var targetName = pattern.MustCompile(`(率|人数|户数|数量|数|额|面积|扩面)[^,、]{0,6}(任务|指标|要求|排名|排位|考核|通报)`)

// weighConcepts finds how telling each concept is among n entries; one that no entry has still counts as rare.
func (x *Index) weighConcepts(n float64) {
	x.concept = make([]float64, len(x.lex.Concepts))
	x.near = make([][]int, len(x.lex.Concepts))
	for c := range x.lex.Concepts {
		x.concept[c] = x.rarest * 0.7
		if k := len(x.places[c]); k > 0 {
			x.concept[c] = math.Log(1 + n/float64(k))
		}
		for _, id := range x.lex.Concepts[c].Near {
			if other := x.lex.ConceptByID(id); other >= 0 {
				x.near[c] = append(x.near[c], other)
			}
		}
	}
}

// weigh sums up what a side could at most share with a demand.
func (x *Index) weigh(s *side) {
	for _, c := range s.concepts {
		s.conceptMass += x.concept[c]
	}
	for _, g := range s.grams {
		s.gramMass += x.idf[g] * x.idf[g]
	}
}

// List is the list that was indexed.
func (x *Index) List() *app.DutyList { return x.list }

func (x *Index) side(s string) side {
	if s == "" {
		return side{}
	}
	r := text.New(s).Norm
	var out side
	seen := map[int32]bool{}
	for i := range r {
		if g, ok := gramAt(r, i); ok {
			id, known := x.gramID[g]
			if !known {
				id = int32(len(x.postings))
				x.gramID[g] = id
				x.postings = append(x.postings, nil)
			}
			if !seen[id] {
				seen[id] = true
				out.grams = append(out.grams, id)
			}
		}
	}
	for _, h := range x.lex.FindConcepts(r) {
		out.concepts = append(out.concepts, h.ID)
	}
	out.concepts = distinct(out.concepts)
	for _, h := range x.lex.FindActions(r) {
		out.classes |= x.classOf[h.ID]
	}
	return out
}

// post enters the grams of one text of entry i with weight w and gives the length that it adds.
func (x *Index) post(i int, grams []int32, w float32) float64 {
	for _, g := range grams {
		p := x.postings[g]
		if n := len(p); n > 0 && p[n-1].entry == int32(i) {
			p[n-1].tf += w
			continue
		}
		x.postings[g] = append(p, post{int32(i), w})
	}
	return float64(w) * float64(len(grams))
}

// gramAt is the pair of neighbouring Han characters, letters or digits at r[i].
func gramAt(r []rune, i int) (bigram, bool) {
	if i+1 >= len(r) || !wordRune(r[i]) || !wordRune(r[i+1]) {
		return bigram{}, false
	}
	return bigram{r[i], r[i+1]}, true
}

func wordRune(r rune) bool {
	return text.Han(r) || r >= 'a' && r <= 'z' || r >= '0' && r <= '9'
}

// distinct joins lists of ids, each id once, in order of first place: sums over it do not depend on chance.
func distinct(lists ...[]int) []int {
	seen := map[int]bool{}
	var out []int
	for _, l := range lists {
		for _, c := range l {
			if !seen[c] {
				seen[c] = true
				out = append(out, c)
			}
		}
	}
	return out
}
