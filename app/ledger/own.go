package ledger

import (
	"fmt"
	"time"

	"yidanqing/app"
)

// RuleChanged is what the office changed of a rule, and who did when (规则改动).
type RuleChanged struct {
	Change app.RuleChange `json:"change"`
	At     time.Time      `json:"at"` // UTC
	By     string         `json:"by"`
}

// FoldRule derives what is changed of a rule; its code is the subject's ID. The last change holds, a reset takes all back.
func FoldRule(history []Entry) (RuleChanged, error) {
	var r RuleChanged
	for _, e := range history {
		r = RuleChanged{At: e.Event.Time, By: e.Event.Actor}
		switch e.Event.Type {
		case RuleSet:
			if err := decode(e, &r.Change); err != nil {
				return RuleChanged{}, err
			}
			if r.Change.Code != e.Event.Subject.ID {
				return RuleChanged{}, fmt.Errorf("a change of rule %q under %q", r.Change.Code, e.Event.Subject.ID)
			}
		case RuleReset:
			r.Change = app.RuleChange{Code: e.Event.Subject.ID}
		default:
			return RuleChanged{}, fmt.Errorf("%s is not an event of a rule", e.Event.Type)
		}
	}
	return r, nil
}

// Pack is an imported negative list as the ledger keeps it (负面清单).
type Pack struct {
	ID         string       `json:"id"`
	Pack       app.RulePack `json:"pack"`
	ImportedAt time.Time    `json:"imported_at"` // UTC
	ImportedBy string       `json:"imported_by"`
	Removed    bool         `json:"removed,omitempty"`
}

// FoldPack derives a negative list from its events.
func FoldPack(history []Entry) (Pack, error) {
	k, err := foldKept[app.RulePack](history, PackImported, PackRemoved, "a negative list")
	return Pack{ID: k.id, Pack: k.value, ImportedAt: k.at, ImportedBy: k.by, Removed: k.gone}, err
}

// Word is a word of the office's own as the ledger keeps it (本单位用语).
type Word struct {
	ID      string      `json:"id"`
	Word    app.OwnWord `json:"word"`
	AddedAt time.Time   `json:"added_at"` // UTC
	AddedBy string      `json:"added_by"`
	Removed bool        `json:"removed,omitempty"`
}

// FoldWord derives a word from its events.
func FoldWord(history []Entry) (Word, error) {
	k, err := foldKept[app.OwnWord](history, WordAdded, WordRemoved, "a word")
	return Word{ID: k.id, Word: k.value, AddedAt: k.at, AddedBy: k.by, Removed: k.gone}, err
}

// Own is what the office has of its own: changed rules, negative lists and words, those in use only; and the sentences of
// its papers that it ever changed.
type Own struct {
	Changes   []RuleChanged
	Packs     []Pack     // the first imported first
	Words     []Word     // the newest first
	Sentences []Sentence // in the order of their names
}

// Rules is the same as the judge takes it.
func (o Own) Rules() app.OwnRules {
	var out app.OwnRules
	for _, c := range o.Changes {
		if !c.Change.Empty() {
			out.Changes = append(out.Changes, c.Change)
		}
	}
	for _, p := range o.Packs {
		out.Packs = append(out.Packs, p.Pack)
	}
	for _, w := range o.Words {
		out.Words = append(out.Words, w.Word)
	}
	return out
}
