package ledger

import (
	"fmt"
	"slices"
	"time"

	"yidanqing/app"
)

// Precedent is a decision that helps the next similar demand, as the ledger keeps it (先例). It follows from the demand's
// events alone: nobody records one, and what takes the decision back takes it back.
type Precedent struct {
	app.Precedent
	At time.Time // when it was decided, UTC
	// Off says that the office does not go by it any more; nil: it does.
	Off *PrecedentOff
}

// PrecedentOff says who took a precedent out of use, when and why (停用).
type PrecedentOff struct {
	By     string    `json:"by"`
	At     time.Time `json:"at"` // UTC
	Reason string    `json:"reason"`
}

// PrecedentPayload takes the precedent of one decision out of use or puts it back: a later decision on the same demand
// makes another precedent.
type PrecedentPayload struct {
	Decided time.Time `json:"decided"` // when the decision was made, UTC
	Reason  string    `json:"reason,omitempty"`
}

// MakesPrecedent tells whether the decision on a demand helps the next one: it differs from the advice in verdict or entry,
// or says which of two readings holds. A meeting is attended whatever is said of it, and 知悉 decides nothing.
func (d Demand) MakesPrecedent() bool {
	if d.Decision == nil || d.State == StateVoid || d.Kind == app.KindMeeting || d.Advice.Text == "" {
		return false
	}
	if !weighed(d.Decision.Verdict) || !weighed(d.Decision.Advised) {
		return false
	}
	if d.Decision.Verdict != d.Decision.Advised {
		return true
	}
	advised := d.Advice.Entry()
	return d.Decision.Entry != nil && (advised == nil || *advised != *d.Decision.Entry || d.Advice.Doubt != nil)
}

// weighed tells whether a verdict says who bears a demand.
func weighed(v app.Verdict) bool {
	switch v {
	case app.VerdictDo, app.VerdictCooperate, app.VerdictRefuse, app.VerdictEscalate:
		return true
	}
	return false
}

// PrecedentOf is the precedent of a demand of a notice; zone is the office's. False where its decision makes none.
func PrecedentOf(n Notice, d Demand, zone *time.Location) (app.Precedent, bool) {
	f := n.Check.Fields
	if !d.MakesPrecedent() || n.Void || n.Erased != nil {
		return app.Precedent{}, false
	}
	p := app.Precedent{ID: d.ID, Notice: n.ID, Number: n.Number(), No: d.No, Whole: len(n.Demands) == 1,
		Department: f.Issuer, Title: n.Title(), Text: d.Advice.Text, Gist: d.Advice.Gist, Kind: d.Kind,
		Advised: d.Decision.Advised, Under: d.Advice.Entry(), Decided: d.Decision.Verdict, Entry: entryDecided(d),
		Reason: d.Decision.Reason, By: d.Decision.By, Day: app.DateOf(d.Decided.In(zone)), List: n.CheckedList()}
	if d.Decision.List != nil {
		p.List = *d.Decision.List
	}
	for _, x := range d.Advice.Findings {
		if !slices.Contains(p.Findings, x.Code) {
			p.Findings = append(p.Findings, x.Code)
		}
	}
	return p, true
}

// entryDecided is the entry on which a demand was decided: the one that the clerk named, else the advised one where the
// decision fits its part. Nothing is guessed.
func entryDecided(d Demand) *app.DutyRef {
	if d.Decision.Entry != nil {
		return d.Decision.Entry
	}
	advised := d.Advice.Entry()
	if advised == nil || d.Decision.Verdict != app.VerdictEscalate && d.Decision.Verdict != advised.Part.Verdict() {
		return nil
	}
	return advised
}

// CheckedList is the list version that the notice was checked against; zero if there was none.
func (n Notice) CheckedList() app.Version {
	for _, v := range n.Check.Versions {
		if v.What == "list" {
			return v
		}
	}
	return app.Version{}
}

// PrecedentSwitch is whether the precedent of a decision is out of use.
type PrecedentSwitch struct {
	ID      string        `json:"id"`      // of the demand
	Decided time.Time     `json:"decided"` // of the decision that it is about
	Off     *PrecedentOff `json:"off,omitempty"`
}

// Of gives the switch of the decision made at a time; nil: in use.
func (s PrecedentSwitch) Of(decided time.Time) *PrecedentOff {
	if !s.Decided.Equal(decided) {
		return nil
	}
	return s.Off
}

// FoldPrecedent derives the switch of a precedent from its events; the last one holds.
func FoldPrecedent(history []Entry) (PrecedentSwitch, error) {
	var s PrecedentSwitch
	for _, e := range history {
		var p PrecedentPayload
		if err := decode(e, &p); err != nil {
			return PrecedentSwitch{}, err
		}
		s = PrecedentSwitch{ID: e.Event.Subject.ID, Decided: p.Decided}
		switch e.Event.Type {
		case PrecedentRemoved:
			s.Off = &PrecedentOff{By: e.Event.Actor, At: e.Event.Time, Reason: p.Reason}
		case PrecedentRestored:
		default:
			return PrecedentSwitch{}, fmt.Errorf("%s is not an event of a precedent", e.Event.Type)
		}
	}
	return s, nil
}
