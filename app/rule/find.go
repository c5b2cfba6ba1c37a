package rule

import (
	"regexp"
	"slices"
	"unicode/utf8"

	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// Hit is a wording of a rule found in a notice, in folded offsets.
type Hit struct {
	Rule     *Rule
	Start    int
	End      int
	Sentence text.Range
}

// Reader applies a rule set to one notice; it remembers what stands in it.
type Reader struct {
	set     *Set
	text    *text.Text
	mask    []text.Mask
	present pattern.Seen
	needs   map[string]bool
	found   map[foundKey][]Hit
}

// foundKey is a wording looked for in a sentence: the same sentence is looked at alone and with its neighbours.
type foundKey struct {
	wording  *pattern.Pattern
	sentence text.Range
}

// On prepares a rule set for one notice. mask has one element for each folded rune.
func (s *Set) On(t *text.Text, mask []text.Mask) *Reader {
	return &Reader{set: s, text: t, mask: mask, present: s.filter.In(t.Norm), needs: map[string]bool{}, found: map[foundKey][]Hit{}}
}

// Find gives the hits of the rule with a code within the given sentences. A wording that stands in a masked light (see
// text.Mask) is no hit, unless the rule says that the mask does not shield.
func (r *Reader) Find(code string, sentences []text.Range) []Hit {
	rule := r.set.Rule(code)
	if rule == nil {
		return nil
	}
	var out []Hit
	checked := false
	for _, p := range rule.patterns {
		if !p.Possible(r.present) {
			continue
		}
		if !checked && !r.holds(rule) {
			return nil
		}
		checked = true
		for _, s := range sentences {
			out = append(out, r.inSentence(rule, p, s)...)
		}
	}
	return append(out, r.phrases(rule, sentences)...)
}

// nearly is the share of a phrase's character pairs that a sentence must hold in its order of words: rows of a negative
// list say in general what a notice says in particular.
const nearly = 0.75

// phrases gives where the plain words of an imported rule stand: word for word, or nearly so for a longer phrase.
func (r *Reader) phrases(rule *Rule, sentences []text.Range) []Hit {
	var out []Hit
	for _, p := range rule.phrases {
		for _, s := range sentences {
			from, to, ok := near(p, r.text.Norm[s.Start:s.End])
			if ok && !r.shielded(rule, s.Start+from, s.Start+to) && !r.excepted(rule, s, s.Start+from, s.Start+to) {
				out = append(out, Hit{Rule: rule, Start: s.Start + from, End: s.Start + to, Sentence: s})
			}
		}
	}
	return out
}

// near looks for a phrase in a sentence and gives the stretch that holds it.
func near(phrase, in []rune) (from, to int, ok bool) {
	for i := 0; i+len(phrase) <= len(in); i++ {
		if slices.Equal(in[i:i+len(phrase)], phrase) {
			return i, i + len(phrase), true
		}
	}
	if len(phrase) < 6 {
		return 0, 0, false
	}
	met, at := 0, -1
	for i := 0; i+1 < len(phrase); i++ {
		for k := at + 1; k+1 < len(in); k++ {
			if in[k] != phrase[i] || in[k+1] != phrase[i+1] {
				continue
			}
			if met == 0 {
				from = k
			}
			met, at, to = met+1, k, k+2
			break
		}
	}
	return from, to, float64(met) >= nearly*float64(len(phrase)-1) && to-from <= 3*len(phrase)
}

// holds tells whether the notice has what the rule needs, and nothing that makes the thing lawful.
func (r *Reader) holds(rule *Rule) bool {
	if len(rule.needs) == 0 && len(rule.anywhere) == 0 {
		return true
	}
	yes, known := r.needs[rule.Code]
	if !known {
		whole := r.text.String()
		yes = (len(rule.needs) == 0 || any(rule.needs, whole)) && !any(rule.anywhere, whole)
		r.needs[rule.Code] = yes
	}
	return yes
}

func any(list []*regexp.Regexp, s string) bool {
	for _, re := range list {
		if re.MatchString(s) {
			return true
		}
	}
	return false
}

// Explain tells what the wordings of a rule, also of one that is switched off, find in the sentences, and where they find
// nothing but would: why not, in words for the office.
func (r *Reader) Explain(code string, sentences []text.Range) (hits []Hit, why string) {
	i, known := r.set.byCode[code]
	if !known {
		return nil, ""
	}
	rule := &r.set.Rules[i]
	for _, p := range rule.patterns {
		for _, s := range sentences {
			words := r.text.Slice(s.Start, s.End)
			for _, m := range p.FindAllStringIndex(words, 8) {
				from := s.Start + utf8.RuneCountInString(words[:m[0]])
				to := from + utf8.RuneCountInString(words[m[0]:m[1]])
				quoted := "“" + words[m[0]:m[1]] + "”"
				switch {
				case r.shielded(rule, from, to):
					why = quoted + r.plainWhy(rule, s, from, to)
				case r.excepted(rule, s, from, to):
					why = quoted + r.plainWhy(rule, s, from, to)
				case !r.holds(rule):
					why = "有" + quoted + "，全文另有例外，或缺少这条规则要看的其他说法"
				default:
					hits = append(hits, Hit{Rule: rule, Start: from, End: to, Sentence: s})
				}
			}
		}
	}
	if plain := r.phrases(rule, sentences); len(plain) > 0 {
		return append(hits, plain...), why
	}
	for _, p := range rule.phrases {
		for _, s := range sentences {
			if from, to, ok := near(p, r.text.Norm[s.Start:s.End]); ok {
				why = "“" + r.text.Slice(s.Start+from, s.Start+to) + "”" + r.plainWhy(rule, s, s.Start+from, s.Start+to)
			}
		}
	}
	return hits, why
}

// plainWhy tells why plain words that are there are no hit.
func (r *Reader) plainWhy(rule *Rule, s text.Range, from, to int) string {
	if r.shielded(rule, from, to) {
		return "是引述、禁止、已办或对方自己办的，不是要求"
	}
	return "前后的话属于例外"
}

func (r *Reader) inSentence(rule *Rule, p *pattern.Pattern, s text.Range) []Hit {
	if !p.PossibleIn(r.present, s.Start, s.End) {
		return nil
	}
	key := foundKey{p, s}
	out, known := r.found[key]
	if !known {
		out = r.lookIn(rule, p, s)
		r.found[key] = out
	}
	return out
}

func (r *Reader) lookIn(rule *Rule, p *pattern.Pattern, s text.Range) []Hit {
	words := r.text.Slice(s.Start, s.End)
	var out []Hit
	for _, m := range p.FindAllStringIndex(words, 8) {
		from := s.Start + utf8.RuneCountInString(words[:m[0]])
		to := from + utf8.RuneCountInString(words[m[0]:m[1]])
		if r.shielded(rule, from, to) || r.excepted(rule, s, from, to) {
			continue
		}
		out = append(out, Hit{Rule: rule, Start: from, End: to, Sentence: s})
	}
	return out
}

// shielded tells whether half or more of the words stand in a light that takes them out of what is demanded.
func (r *Reader) shielded(rule *Rule, from, to int) bool {
	if len(r.mask) == 0 {
		return false
	}
	n := 0
	for i := from; i < to; i++ {
		if r.mask[i]&^rule.even != 0 {
			n++
		}
	}
	return 2*n >= to-from
}

// excepted looks for an exception in the clauses that the words stand in and the ones beside them.
func (r *Reader) excepted(rule *Rule, s text.Range, from, to int) bool {
	if len(rule.except) == 0 {
		return false
	}
	clauses := r.text.Clauses(s.Start, s.End)
	first, last := 0, len(clauses)-1
	for i, c := range clauses {
		if c.Contains(from) {
			first = max(0, i-1)
		}
		if c.Contains(to - 1) {
			last = min(len(clauses)-1, i+1)
		}
	}
	words := r.text.Slice(clauses[first].Start, clauses[last].End)
	return any(rule.except, words) && !any(rule.despite, r.text.Slice(s.Start, s.End))
}
