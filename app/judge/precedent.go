package judge

import (
	"fmt"
	"slices"

	"yidanqing/app"
	"yidanqing/app/precedent"
)

// sureAsBefore is how often an answer is right that follows what the office itself decided of the same matter.
const sureAsBefore = 0.9

// recall holds a demand against the office's earlier decisions on the same matter (先例) and gives it as it is advised
// then. Without a precedent it stays as it is. A precedent may lift a doubt, put another entry in place and soften the
// verdict; it never raises one to refuse, and softens nothing that rests on a ground which was not there when it was
// decided.
func (s *sitting) recall(p *part, a answer, d app.Demand) app.Demand {
	if d.Verdict == app.VerdictInfo || s.in.Precedents.Len() == 0 {
		return d
	}
	q := precedent.Demand{Department: s.fields.Issuer, Text: d.Text, Live: p.live, Kind: d.Kind, Under: d.Entry(), List: s.ground.Version(), Except: s.in.Except}
	if p.single {
		q.Title = s.fields.Title
	}
	found, ok := s.in.Precedents.Find(q)
	if !ok {
		return d
	}
	use := &app.Recalled{ID: found.ID, Notice: found.Notice, Number: found.Number, Day: found.Day, By: found.By, Decided: found.Decided, Without: d.Verdict}
	next, verdict := s.follow(p, a, d, found)
	if next == nil {
		d.Precedent = use
		d.Reasons = append(slices.Clip(d.Reasons), beside(found))
		return d
	}
	out := s.demand(p, *next)
	use.Changed = true
	out.Precedent, out.Verdict, out.Confidence = use, verdict, max(d.Confidence, sureAsBefore)
	out.Reasons = []string{followed(found, verdict, out.Entry()), without(d)}
	return out
}

// follow gives the answer as the precedent has it, with its verdict; nil where it may change nothing.
func (s *sitting) follow(p *part, a answer, d app.Demand, found app.Precedent) (*answer, app.Verdict) {
	if d.Verdict == app.VerdictUnjudged || !s.covers(found, d) {
		return nil, ""
	}
	entry, lifted, verdict := s.entryOf(found, d), doubtLifted(found, d), d.Verdict
	switch {
	case found.Decided.Strictness() <= d.Verdict.Strictness():
		verdict = found.Decided
	case entry >= 0 && s.partOf(entry) == app.TakenBack: // who does it must be asked; that it is refused, a person decides anew
		verdict = app.VerdictEscalate
	}
	if entry < 0 && !lifted && verdict == d.Verdict {
		return nil, ""
	}
	next := a
	if entry >= 0 {
		next = s.underEntry(p, a, entry)
	}
	next.verdict, next.doubt = verdict, nil
	if entry < 0 && !lifted {
		next.doubt = a.doubt
	}
	return &next, verdict
}

// doubtLifted tells whether the precedent says which of two readings holds.
func doubtLifted(found app.Precedent, d app.Demand) bool { return d.Doubt != nil && found.Entry != nil }

// covers tells whether everything that holds the verdict up was found when the precedent was decided. That no entry covers
// the demand is answered by the one on which the office decided.
func (s *sitting) covers(found app.Precedent, d app.Demand) bool {
	for _, f := range d.Findings {
		if f.Code == "NOT_ON_LIST" && found.Entry != nil {
			continue
		}
		if s.holds(f) && !slices.Contains(found.Findings, f.Code) {
			return false
		}
	}
	return true
}

// holds tells whether a verdict may rest on a finding.
func (s *sitting) holds(f app.Finding) bool {
	switch f.Role {
	case app.RoleStructure, app.RoleSubject, app.RoleApproval:
		return true
	}
	r := s.Rules.Rule(f.Code)
	return r != nil && r.Effect != ""
}

// entryOf is the index of the entry that the precedent puts in place of the advised one, -1 where it puts none.
func (s *sitting) entryOf(found app.Precedent, d app.Demand) int {
	if found.Entry == nil || s.ground.List == nil {
		return -1
	}
	if now := d.Entry(); now != nil && *now == *found.Entry {
		return -1
	}
	return slices.IndexFunc(s.ground.List.Duties, func(x app.Duty) bool {
		return app.DutyRef{Part: x.Part, ItemNo: x.ItemNo, Name: x.Name} == *found.Entry
	})
}

// underEntry is an answer under another entry: what was found because of the former one goes.
func (s *sitting) underEntry(p *part, a answer, i int) answer {
	next := a
	next.duty, next.part, next.p, next.doubt = i, s.partOf(i), 0, nil
	for _, c := range p.ranking.Candidates {
		if c.Duty == i {
			next.p = c.P
		}
	}
	next.codes = slices.DeleteFunc(slices.Clone(a.codes), func(code string) bool { return code == "NOT_ON_LIST" || code == "TAKEN_BACK" })
	if next.part == app.TakenBack {
		next.codes = append(next.codes, "TAKEN_BACK")
	}
	return next
}

// cited names a precedent: 2026年第637号由“提级反映”改为“配合”，经办李敏.
func cited(p app.Precedent) string {
	out := p.Number
	if p.Advised == p.Decided {
		out += "定为“" + p.Decided.Title() + "”"
	} else {
		out += fmt.Sprintf("由“%s”改为“%s”", p.Advised.Title(), p.Decided.Title())
	}
	if p.By != "" {
		out += "，经办" + p.By
	}
	return out
}

// followed says that a precedent was followed.
func followed(p app.Precedent, v app.Verdict, entry *app.DutyRef) string {
	out := fmt.Sprintf("与 %s 同类事项一致（%s）", p.Day, cited(p))
	if p.Entry != nil && entry != nil && *entry == *p.Entry {
		out += fmt.Sprintf("，按清单“%s”第%s项“%s”", entry.Part.Title(), entry.ItemNo, named(entry.Name))
	}
	if p.Decided == app.VerdictRefuse && v != app.VerdictRefuse {
		out += "；先例不作拒接的依据，先提级明确"
	}
	return out + "。"
}

// beside names a precedent that changes nothing.
func beside(p app.Precedent) string {
	return fmt.Sprintf("%s 同类事项有先例（%s），与这一件情形不全相同，建议不变。", p.Day, cited(p))
}

// without says what would be advised without the precedent.
func without(d app.Demand) string {
	out := "不参照先例时，建议" + d.Verdict.Title()
	if len(d.Reasons) > 0 {
		return out + "：" + d.Reasons[0]
	}
	return out + "。"
}

// Version names the list that is compared with; zero without one.
func (g *Ground) Version() app.Version {
	if g.List == nil {
		return app.Version{}
	}
	return g.versions[0]
}

// recalled are the precedents that the demands follow, as versions of what a check used.
func recalled(demands []app.Demand) []app.Version {
	var out []app.Version
	for _, d := range demands {
		if r := d.Precedent; r != nil && r.Changed {
			out = append(out, app.Version{What: "precedent", Title: r.Number, From: r.Day, Digest: r.ID})
		}
	}
	return out
}
