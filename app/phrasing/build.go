package phrasing

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"maps"
	"math"
	"slices"
	"strings"

	"yidanqing/app/text"
)

// Example is a sentence with the concepts that it speaks of, the foremost first.
type Example struct {
	Concepts []string
	Sentence string
}

// ReadExamples reads a file of example sentences: a line is ids of concepts parted by ‘;’, a tab, and sentences parted by
// ‘|’; lines that begin with ‘#’ are remarks. known tells which ids the lexicon has.
func ReadExamples(data []byte, known func(id string) bool) ([]Example, error) {
	var out []Example
	for n, line := range strings.Split(string(data), "\n") {
		line = strings.TrimRight(line, "\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		ids, sentences, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, fmt.Errorf("line %d: no tab after the concepts", n+1)
		}
		concepts := strings.Split(ids, ";")
		for _, id := range concepts {
			if !known(id) {
				return nil, fmt.Errorf("line %d: the lexicon has no concept %q", n+1, id)
			}
		}
		for _, s := range strings.Split(sentences, "|") {
			if s = strings.TrimSpace(s); s != "" {
				out = append(out, Example{concepts, s})
			}
		}
	}
	return out, nil
}

// Words are what the lexicon calls a concept, official terms and everyday words: their parts tell of it too.
type Words struct {
	Concept string
	Words   []string
}

// How the numbers are made. A concept that a sentence names second counts half of the first; a gram counts at most twice
// in one sentence; what a concept's sentences leave open is taken from all sentences, as if the concept had that many
// grams more of them.
const (
	furtherShare = 0.5
	mostInOne    = 2
	smoothing    = 60
	wordShare    = 0.5 // of a gram in the words of a concept, by the logarithm of their number
	leastWeight  = 6   // units: what speaks less for a concept is left out
	longSentence = 80  // grams from which each gram of a sentence tells less of its concept: much in it is detail
)

// Build makes the bytes of a table out of examples and the words of the lexicon. The same input gives the same bytes.
func Build(examples []Example, words []Words) ([]byte, error) {
	number, names := numbered(examples, words)
	if len(names) > maxConcepts {
		return nil, fmt.Errorf("%d concepts, at most %d", len(names), maxConcepts)
	}
	all, concepts := counts{}, make([]counts, len(names))
	for i := range concepts {
		concepts[i] = counts{}
	}
	for _, e := range examples {
		grams := gramsOf(e.Sentence)
		all.add(grams, 1, math.MaxFloat64)
		tells := min(1, longSentence/grams.sum())
		for i, id := range e.Concepts {
			share := tells / (1 + furtherShare*float64(len(e.Concepts)-1))
			if i > 0 {
				share *= furtherShare
			}
			concepts[number[id]].add(grams, share, mostInOne)
		}
	}
	for _, w := range words {
		grams := counts{}
		for _, word := range w.Words {
			for g := range gramsOf(word) {
				grams[g]++
			}
		}
		for g, n := range grams {
			grams[g] = math.Log1p(n)
		}
		all.add(grams, wordShare, math.MaxFloat64)
		concepts[number[w.Concept]].add(grams, wordShare, math.MaxFloat64)
	}
	posts, total := map[gram][]post{}, all.sum()
	for c, grams := range concepts {
		sum := grams.sum()
		for g, n := range grams {
			p := all[g] / total
			w := math.Round(weightUnit * math.Log((n+smoothing*p)/(sum+smoothing)/p))
			if w >= leastWeight {
				posts[g] = append(posts[g], post{uint16(c), uint8(min(w, math.MaxUint8))})
			}
		}
	}
	return marshal(names, posts), nil
}

// gram is a pair (the third 0) or triple of characters.
type gram = [3]rune

// counts is how often each gram stands somewhere.
type counts map[gram]float64

func (c counts) add(grams counts, share, most float64) {
	for g, n := range grams {
		c[g] += share * min(n, most)
	}
}

// sum adds in a fixed order: the same counts give the same sum to the last bit.
func (c counts) sum() float64 {
	s := 0.0
	for _, g := range slices.SortedFunc(maps.Keys(c), compare) {
		s += c[g]
	}
	return s
}

type post struct {
	concept uint16
	weight  uint8
}

// numbered gives the concepts numbers in the order of their ids.
func numbered(examples []Example, words []Words) (map[string]int, []string) {
	number := map[string]int{}
	for _, w := range words {
		number[w.Concept] = 0
	}
	for _, e := range examples {
		for _, id := range e.Concepts {
			number[id] = 0
		}
	}
	names := slices.Sorted(maps.Keys(number))
	for i, id := range names {
		number[id] = i
	}
	return number, names
}

// gramsOf counts the pairs and triples of neighbouring Han characters of a sentence.
func gramsOf(sentence string) counts {
	s := text.New(sentence).Norm
	out := counts{}
	for i := range s {
		if i+1 >= len(s) || !fits(s[i]) || !fits(s[i+1]) {
			continue
		}
		out[gram{s[i], s[i+1]}]++
		if i+2 < len(s) && fits(s[i+2]) {
			out[gram{s[i], s[i+1], s[i+2]}]++
		}
	}
	return out
}

// fits are Han characters that a table can hold.
func fits(r rune) bool { return text.Han(r) && r <= math.MaxUint16 }

func marshal(names []string, posts map[gram][]post) []byte {
	grams := slices.SortedFunc(maps.Keys(posts), compare)
	var keys, counts, concepts, weights []byte
	for _, g := range grams {
		for _, r := range g {
			keys = binary.LittleEndian.AppendUint16(keys, uint16(r))
		}
		of := posts[g]
		slices.SortFunc(of, func(a, b post) int { return cmp.Compare(a.concept, b.concept) })
		counts = binary.LittleEndian.AppendUint16(counts, uint16(len(of)))
		for _, p := range of {
			concepts = binary.LittleEndian.AppendUint16(concepts, p.concept)
			weights = append(weights, p.weight)
		}
	}
	ids := strings.Join(names, "\n")
	if ids != "" {
		ids += "\n"
	}
	out := []byte(magic)
	for _, n := range []int{len(names), len(ids), len(grams), len(weights)} {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	for _, part := range [][]byte{[]byte(ids), keys, counts, concepts, weights} {
		out = append(out, part...)
	}
	return binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(out))
}
