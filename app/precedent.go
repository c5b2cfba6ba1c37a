package app

// DutyRef names an entry of a list version as printed (清单事项): part, number and name.
type DutyRef struct {
	Part   Part   `json:"list_kind"`
	ItemNo string `json:"item_no"`
	Name   string `json:"item_name"`
}

// Ref names the entry of a match.
func (m Match) Ref() DutyRef { return DutyRef{m.Part, m.ItemNo, m.ItemName} }

// Entry names the entry that the advice on a demand rests on; nil: none does.
func (d Demand) Entry() *DutyRef {
	if len(d.Matches) == 0 || d.Part == PartNone || d.Part == PartOpen {
		return nil
	}
	r := d.Matches[0].Ref()
	return &r
}

// Under gives the demand as it stands under an entry that a person chose: that entry comes first and no doubt is left.
func (d Demand) Under(r DutyRef) Demand {
	chosen := Match{Part: r.Part, ItemNo: r.ItemNo, ItemName: r.Name, Evidence: []Evidence{}}
	rest := make([]Match, 0, len(d.Matches))
	for _, m := range d.Matches {
		if m.Ref() == r {
			chosen = m
			continue
		}
		rest = append(rest, m)
	}
	d.Part, d.Matches, d.Doubt = r.Part, append([]Match{chosen}, rest...), nil
	return d
}

// Precedent is a demand that the office decided otherwise than it was advised (先例): it helps the next similar demand of
// the same department. It may change the entry or soften a verdict and never raises one to VerdictRefuse.
type Precedent struct {
	ID     string // of the demand
	Notice string // ID
	Number string // of the notice: 2026年第637号
	No     int    // 事n
	Whole  bool   // the notice holds no other demand

	Department string // who asked, as it calls itself
	Title      string // of the notice
	Text       string // of the demand
	Gist       string
	Kind       Kind

	Advised  Verdict  // what the program had said
	Under    *DutyRef // the entry that the advice rested on; nil: none
	Findings []string // codes that were found then

	Decided Verdict  // what the office decided
	Entry   *DutyRef // the entry on which it decided; nil: none is known
	Reason  string
	By      string // 经办人
	Day     Date   // when it was decided, by the office's clock
	List    Version
}

// Recalled is the precedent that helped a demand, or is told beside it (先例).
type Recalled struct {
	ID      string  `json:"id"`     // of the earlier demand
	Notice  string  `json:"notice"` // ID of its notice
	Number  string  `json:"number"` // 2026年第637号
	Day     Date    `json:"day"`    // when it was decided
	By      string  `json:"by,omitempty"`
	Decided Verdict `json:"decided"` // what was decided then
	// Without is what would be advised without it; the same as the verdict where it changes none.
	Without Verdict `json:"without"`
	// Changed tells that the advice follows it; else it is only told, because a precedent may not do what was decided then.
	Changed bool `json:"changed,omitempty"`
}
