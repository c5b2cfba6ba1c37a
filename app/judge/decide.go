package judge

import (
	"sort"
	"strings"

	"yidanqing/app"
	"yidanqing/app/notice"
	"yidanqing/app/rule"
)

// decide gives the finished demand of one part.
func (s *sitting) decide(p *part) app.Demand {
	a := s.answer(p)
	s.hold(&a)
	return s.recall(p, a, s.demand(p, a))
}

// demand writes an answer out.
func (s *sitting) demand(p *part, a answer) app.Demand {
	e := s.text.Evidence(p.Start, p.End)
	d := app.Demand{Start: e.Start, End: e.End, Text: e.Text, Kind: a.kind, Part: a.part, Verdict: a.verdict, Doubt: a.doubt,
		Matches: s.matches(p, a), Findings: []app.Finding{}, Reasons: a.reasons, Gist: s.gist(p, a)}
	deadline, has := s.deadline(p)
	if has {
		dl := deadline.Deadline
		d.Deadline = &dl
	}
	d.Findings = s.findings(p, a, deadline, has)
	for _, f := range d.Findings {
		if r := s.Rules.Rule(f.Code); r != nil && r.Effect == app.VerdictEscalate && d.Verdict != app.VerdictRefuse {
			d.Verdict = app.VerdictEscalate
		}
	}
	d.Confidence = s.confidence(p, a)
	return d
}

// matches are the three likeliest entries, the one that the answer rests on first.
func (s *sitting) matches(p *part, a answer) []app.Match {
	out := []app.Match{}
	if s.ground.index == nil {
		return out
	}
	add := func(i int, score float64) {
		d := s.dutyAt(i)
		m := app.Match{Part: d.Part, ItemNo: d.ItemNo, ItemName: d.Name, Score: round(score), Evidence: s.met(p, i)}
		if len(d.Departments) > 0 {
			m.Department = join(d.Departments)
		}
		out = append(out, m)
	}
	if a.part == app.PartNone || a.duty < 0 && a.part == app.PartOpen {
		return out
	}
	if a.duty >= 0 {
		add(a.duty, a.p)
	}
	for _, c := range p.ranking.Candidates {
		if len(out) == 3 {
			break
		}
		if c.Duty != a.duty && c.P > 0.02 {
			add(c.Duty, c.P)
		}
	}
	return out
}

// met is where the words stand that met those of entry i; the whole part where only its sense did.
func (s *sitting) met(p *part, i int) []app.Evidence {
	spans := s.entries.Met(s.query(p), i)
	var out []app.Evidence
	for _, g := range spans {
		out = append(out, s.text.Evidence(g.Start, g.End))
	}
	if len(out) == 0 {
		out = append(out, s.text.Evidence(p.Start, p.End))
	}
	return out
}

// findings are the codes of the answer and those of the means, each with its words.
func (s *sitting) findings(p *part, a answer, deadline notice.Deadline, has bool) []app.Finding {
	out := []app.Finding{}
	if a.verdict == app.VerdictInfo {
		return out
	}
	taken := map[string]bool{}
	add := func(code string, ev []app.Evidence) {
		r := s.Rules.Rule(code)
		if r == nil || taken[code] || len(ev) == 0 {
			return
		}
		taken[code] = true
		out = append(out, app.Finding{Code: code, Title: r.Title, Basis: s.basis(r, a, ev), Severity: s.severity(r), Role: r.Role, Number: r.OtherCount(),
			Point: r.Point, Advice: r.Proposal, Evidence: ev})
	}
	for _, code := range a.codes {
		add(code, s.grounds(code, p, a))
	}
	for _, code := range s.alsoFound(p, a) {
		add(code, s.words(p.hits[code]))
	}
	for i := range s.Rules.Rules {
		code := s.Rules.Rules[i].Code
		add(code, s.words(p.noted[code]))
	}
	if has && !s.emergency && notice.ShortOfWorkdays(s.in.Received, deadline, s.leastDays(), s.Calendar) {
		add("DEADLINE_SHORT", []app.Evidence{s.text.Evidence(deadline.Start, deadline.End)})
	}
	if ev := s.broughtForward(a, deadline, has); ev != nil {
		add("STRICTER_THAN_SOURCE", ev)
	}
	sort.SliceStable(out, func(i, k int) bool { return order[out[i].Role] < order[out[k].Role] })
	return out
}

// broughtForward is where the words stand that bring forward a day which an upper document has set: both days.
func (s *sitting) broughtForward(a answer, due notice.Deadline, has bool) []app.Evidence {
	if !has || due.Class == notice.ClassCited || a.kind != app.KindTask && a.kind != app.KindForm {
		return nil
	}
	cited, ok := notice.CitedDeadline(s.letter, s.in.Received, s.Calendar)
	if !ok || !due.Date.Before(cited.Date) {
		return nil
	}
	return []app.Evidence{s.text.Evidence(cited.Start, cited.End), s.text.Evidence(due.Start, due.End)}
}

var order = map[app.Role]int{app.RoleStructure: 0, app.RoleSubject: 1, app.RoleApproval: 2, app.RoleMeans: 3, app.RoleNote: 4}

// alsoFound are the codes beside those of the verdict: means, and forbidden things attached to the job.
func (s *sitting) alsoFound(p *part, a answer) []string {
	var out []string
	for i := range s.Rules.Rules {
		r := &s.Rules.Rules[i]
		if len(p.hits[r.Code]) == 0 {
			continue
		}
		switch r.Role {
		case app.RoleMeans, app.RoleNote:
			out = append(out, r.Code)
		case app.RoleSubject:
			if r.Code != "DUPLICATE_FORM" && !(r.SubjectKind == app.KindApp && p.kind == app.KindMeeting) { // 签到 at a meeting is no app
				out = append(out, r.Code)
			}
		case app.RoleStructure:
			if r.Code == "LEAD_SHIFTED" && a.verdict == app.VerdictRefuse && heavyLead(s.words(p.hits[r.Code])) {
				out = append(out, r.Code)
			}
		}
	}
	return out
}

// heavyLead tells whether the words shift the whole responsibility: 负总责, 首要责任 beside a refused demand.
func heavyLead(ev []app.Evidence) bool {
	for _, e := range ev {
		for _, w := range []string{"总责", "首要责任", "主体责任", "全责", "牵头", "全部责任"} {
			if contains(e.Text, w) {
				return true
			}
		}
	}
	return false
}

// grounds is the evidence of a code that the verdict rests on.
func (s *sitting) grounds(code string, p *part, a answer) []app.Evidence {
	if h := p.hits[code]; len(h) > 0 {
		return s.words(h)
	}
	if code == "OVER_SCOPE" && len(p.power) > 0 {
		return p.power[:min(3, len(p.power))]
	}
	if code == "TAKEN_BACK" && a.duty >= 0 {
		return s.met(p, a.duty)
	}
	return []app.Evidence{s.text.Evidence(p.Start, p.End)}
}

// words are the places of hits: each once, those within another left out, at most four.
func (s *sitting) words(hits []rule.Hit) []app.Evidence {
	sorted := append([]rule.Hit{}, hits...)
	sort.SliceStable(sorted, func(i, k int) bool {
		return sorted[i].Start < sorted[k].Start || sorted[i].Start == sorted[k].Start && sorted[i].End > sorted[k].End
	})
	var out []app.Evidence
	end := -1
	for _, h := range sorted {
		if h.End <= end || len(out) == 4 {
			continue
		}
		from := max(h.Start, end)
		end = h.End
		if from, to := s.trimmed(from, h.End); from < to {
			out = append(out, s.text.Evidence(from, to))
		}
	}
	return out
}

// trimmed drops punctuation at both ends of a range.
func (s *sitting) trimmed(from, to int) (int, int) {
	mark := func(r rune) bool { return strings.ContainsRune(",。;:、!?\n”》)", r) }
	for from < to && mark(s.text.Norm[from]) {
		from++
	}
	for to > from && mark(s.text.Norm[to-1]) && !strings.ContainsRune(string(s.text.Norm[from:to-1]), opening[s.text.Norm[to-1]]) {
		to--
	}
	return from, to
}

// opening is the mark that a closing one belongs to; the closing one is kept where both stand in the words.
var opening = map[rune]rune{'”': '“', '》': '《', ')': '('}

func (s *sitting) severity(r *rule.Rule) app.Severity {
	if r.Code == "DUPLICATE_FORM" && r.Severity == app.SeverityBlock && s.deciding(app.RegisterForm) == nil {
		return app.SeverityWarn
	}
	return r.Severity
}

// leastDays is how many full workdays a deadline must leave, as the rule has it; 1 where it is off.
func (s *sitting) leastDays() int {
	if r := s.Rules.Rule("DEADLINE_SHORT"); r != nil && r.Count() > 0 {
		return r.Count()
	}
	return 1
}
