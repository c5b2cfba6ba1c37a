package judge

import (
	"slices"
	"strings"

	"yidanqing/app/text"
)

// Bounds of a saying taken from a labelled notice: what comes after is detail, and an entry that names more than a few
// things is about none of them above all.
const (
	longestSaying  = 200
	sayingConcepts = 3
	shortestSaying = 8
)

// unmarked takes out of a saying what marks the file of examples.
var unmarked = strings.NewReplacer("\n", "", "|", "", "\t", "")

// Saying (说法例句) gives what a labelled demand asks, in folded words, and the concepts that its entry's name speaks of: how
// people speak of those. ok is false where the entry names no concept or the demand is not found.
func (j *Judge) Saying(g *Ground, c Labelled) (concepts []string, words string, ok bool) {
	s := j.read(g, Input{ID: c.ID, Text: c.Text, Received: c.Received})
	p := s.labelledPart(c.Quote)
	if p == nil || c.Entry == "" {
		return nil, "", false
	}
	for _, h := range j.Lexicon.FindConcepts(text.New(c.Entry).Norm) {
		id := j.Lexicon.Concepts[h.ID].ID
		if len(concepts) < sayingConcepts && !slices.Contains(concepts, id) {
			concepts = append(concepts, id)
		}
	}
	var b strings.Builder
	for _, clause := range p.clauses {
		if s.reading.Live(clause) {
			b.WriteString(unmarked.Replace(s.reading.LiveText(clause.Range)))
		}
	}
	r := []rune(b.String())
	r = r[:min(len(r), longestSaying)]
	return concepts, string(r), len(concepts) > 0 && len(r) >= shortestSaying
}
