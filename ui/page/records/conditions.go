package records

import (
	"encoding/json"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// prefConditions is the preference that holds the conditions of the list.
const prefConditions = "records.conditions"

// conditions are those of the list that this machine remembers. The year is not among them: in January it would hide what is
// new, and neither are words, which were looked for once.
type conditions struct {
	States  []ledger.State `json:"states,omitempty"`
	Overdue bool           `json:"overdue,omitempty"`
	Verdict app.Verdict    `json:"verdict,omitempty"`
	Issuer  string         `json:"issuer,omitempty"`
}

// recallConditions begins with the conditions that the list had when the program ended.
func (p *Page) recallConditions() {
	if p.p.Frame.Recall == nil {
		return
	}
	var c conditions
	if json.Unmarshal([]byte(p.p.Frame.Recall(prefConditions)), &c) == nil {
		p.filter.States, p.filter.Overdue, p.filter.Verdict, p.filter.Issuer = c.States, c.Overdue, c.Verdict, c.Issuer
	}
}

// narrowed shows what fits the conditions that the clerk has just set, and remembers them.
func (p *Page) narrowed() {
	f := p.filter
	raw, err := json.Marshal(conditions{f.States, f.Overdue, f.Verdict, f.Issuer})
	if err == nil && p.p.Frame.Remember != nil { // words can always be written
		p.p.Frame.Remember(prefConditions, string(raw))
	}
	p.load(true)
}

// narrowing tells whether the list is narrowed by a condition.
func (p *Page) narrowing() bool {
	f := p.filter
	return len(f.States) > 0 || f.Overdue || f.Verdict != "" || f.Issuer != "" || f.Year != 0 || f.Words != "" || f.Figure != nil
}

// clearConditions shows everything again.
func (p *Page) clearConditions() {
	f := &p.filter
	f.States, f.Overdue, f.Verdict, f.Issuer, f.Year, f.Words, f.Figure = nil, false, "", "", 0, "", nil
	p.search.Quiet("")
	p.setOld(false)
	p.narrowed()
	p.table.Focus()
}
