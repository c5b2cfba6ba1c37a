package ledger

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"yidanqing/app"
)

// Sentence is a sentence of the papers as the office has it (本单位的措辞), with everything that was done to it.
type Sentence struct {
	Name  string         `json:"name"`
	Text  string         `json:"text"`  // empty: as it came with the program
	Steps []SentenceStep `json:"steps"` // the oldest first
}

// SentenceStep is one change of a sentence.
type SentenceStep struct {
	At   time.Time `json:"at"` // UTC
	By   string    `json:"by"`
	Text string    `json:"text"` // what it said from then on; empty: as it came
}

// FoldSentence derives a sentence; its name is the subject's ID. The last change holds, a reset takes all back.
func FoldSentence(history []Entry) (Sentence, error) {
	var out Sentence
	for _, e := range history {
		out.Name, out.Text = e.Event.Subject.ID, ""
		switch e.Event.Type {
		case WordingSet:
			var s app.OwnSentence
			if err := decode(e, &s); err != nil {
				return Sentence{}, err
			}
			if s.Name != e.Event.Subject.ID || s.Text == "" {
				return Sentence{}, fmt.Errorf("a change of sentence %q under %q", s.Name, e.Event.Subject.ID)
			}
			out.Text = s.Text
		case WordingReset:
		default:
			return Sentence{}, fmt.Errorf("%s is not an event of a sentence", e.Event.Type)
		}
		out.Steps = append(out.Steps, SentenceStep{At: e.Event.Time, By: e.Event.Actor, Text: out.Text})
	}
	return out, nil
}

// Wording is what the office says in its own words now.
func (o Own) Wording() app.OwnWording {
	var out app.OwnWording
	for _, s := range o.Sentences {
		out = append(out, app.OwnSentence{Name: s.Name, Text: s.Text})
	}
	return out.Tidy()
}

// WordingState is what the office said in its own words from a moment on.
type WordingState struct {
	At      time.Time // UTC; zero: before the first change
	By      string
	Changed []string // names of the sentences changed then
	Wording app.OwnWording
}

// WordingStates are all that the wording has been, the oldest first; the first one is as it came. Sentences that were
// changed in one operation make one state.
func (o Own) WordingStates() []WordingState {
	type step struct {
		SentenceStep
		name string
	}
	var steps []step
	for _, s := range o.Sentences {
		for _, p := range s.Steps {
			steps = append(steps, step{p, s.Name})
		}
	}
	slices.SortStableFunc(steps, func(a, b step) int {
		if c := a.At.Compare(b.At); c != 0 {
			return c
		}
		return strings.Compare(a.name, b.name)
	})
	out := []WordingState{{}}
	for i, s := range steps {
		last := out[len(out)-1]
		next := append(slices.Clone(last.Wording), app.OwnSentence{Name: s.name, Text: s.Text}).Tidy()
		if i > 0 && s.At.Equal(last.At) {
			out[len(out)-1].Wording, out[len(out)-1].Changed = next, append(last.Changed, s.name)
			continue
		}
		out = append(out, WordingState{At: s.At, By: s.By, Changed: []string{s.name}, Wording: next})
	}
	return out
}
