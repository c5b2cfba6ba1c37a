package paper

import (
	"slices"
	"strconv"
	"strings"

	"yidanqing/app"
)

// The grid of 典型案例 in millimetres: label 0; the rows of facts have value 1, label 2, value 3.
var caseGrid = []float64{26, 52, 26, 52}

// maxCaseGrounds is how many problems a case tells.
const maxCaseGrounds = 6

// Step is something that happened with a notice after it came (经过): a paper was issued, an answer came.
type Step struct {
	Date app.Date
	What string // 出具反馈单; 来文单位答复：撤回
}

// telling tells whether a matter has something that a case can tell: a finding that papers print.
func (m Matter) telling() bool {
	return slices.ContainsFunc(m.Demand.Findings, func(f app.Finding) bool { return f.Role.Place() != PlaceNone })
}

// typicalCase writes 典型案例: what was asked, what spoke against it, what was done and what came of it, of one notice or
// several, with the names of bodies, people and places taken out. It is reported to the superior body that looks after
// the lightening of burdens; who reports stands only in the head and at the seal.
func (w *Writer) typicalCase(s Subject) (Content, error) {
	all := append([]Subject{s}, s.Others...)
	for _, one := range all {
		if len(w.caseGrounds(one)) == 0 {
			return Content{}, app.Errorf(app.CodeInvalid, "%s没有可写进案例的问题，不用典型案例。记录未改动。", one.Ledger)
		}
	}
	f := escalationStyle
	c := w.base(KindCase, s)
	c.Top, c.MinTop, c.Narrow = 25, 23, true
	sections := []Section{{Rows: f.pairRow(pair{"报送单位", s.Office.Name}, pair{"呈送单位", s.To.Name}, 1, 1, 2, 1, 3, 1)}}
	for i, one := range all {
		name := "案　　例"
		if len(all) > 1 {
			name = "案例" + chineseNumber(i+1)
		}
		sections = append(sections, w.caseSections(f, one, name)...)
	}
	advice := f.labelled("工作建议", 1, 3, unnamed(w.ownWords(KindCase, s), all))
	advice.KeepNext = true
	sections = append(sections, advice, w.sealed(f, s, "报送单位", sealGrid{span: 1, label: 2, labelSpan: 1, last: 3, lastSpan: 1}))
	c.Blocks = []Block{Table{Cols: caseGrid, Sections: sections}}
	c.FootMiddle = w.words.Text["case_foot"]
	return c, nil
}

// caseSections tell one case, without names.
func (w *Writer) caseSections(f formStyle, s Subject, name string) []Section {
	v := newVeil(s)
	out := []Section{f.labelled(name, 1, 3, v.over(w.caseName(s))), f.labelled("基本情况", 1, 3, v.over(w.caseStory(s))),
		f.labelled("存在问题", 1, 3, v.over(numbered(w.caseGrounds(s)))), f.labelled("处理情况", 1, 3, v.over(w.caseCourse(s)))}
	out[0].KeepNext = true
	return out
}

// caseName is what the case is called: who asked whom for what.
func (w *Writer) caseName(s Subject) string {
	about := letterSubject(s)
	if about == "" {
		for _, d := range s.Check.Demands {
			about = inner(s.demandWords(d, 30))
			break
		}
	}
	return fill(w.words.Text["case_name"], map[string]string{"事由": about, "级": level(s.Office)})
}

// caseStory is what came: when, and what it asks in its own words.
func (w *Writer) caseStory(s Subject) string {
	var asks []string
	for i, d := range s.Check.Demands {
		asks = append(asks, s.lead(i, allDemands(s))+quoted(s.demandWords(d, quoteMax)))
	}
	when := ""
	if !s.Received.IsZero() {
		when = strconv.Itoa(s.Received.Year) + "年" + strconv.Itoa(int(s.Received.Month)) + "月"
	}
	return fill(w.words.Text["case_story"], map[string]string{"何时": when, "来文": s.Fields.Issuer, "我": s.Office.Name, "要求": strings.Join(asks, "；")})
}

// caseGrounds are the problems of a case, each with its basis.
func (w *Writer) caseGrounds(s Subject) []string {
	gs := w.Grounds(s)
	cited := w.citations(s, gs, allDemands(s))
	var out []string
	for _, g := range gs {
		if g.Place == PlaceNone || g.Short == "" || len(out) == maxCaseGrounds {
			continue
		}
		line := s.lead(g.Demand, allDemands(s)) + withBasis(g.Short, cited.cite(g.Basis)) + "。"
		if !slices.Contains(out, line) {
			out = append(out, line)
		}
	}
	return out
}

// caseCourse is what was decided, what was done, and what came of it.
func (w *Writer) caseCourse(s Subject) string {
	groups := map[app.Verdict][]int{}
	for i := range s.Check.Demands {
		v := s.verdict(i)
		if v == app.VerdictCooperate {
			v = app.VerdictDo // 继续承担, whoever leads
		}
		groups[v] = append(groups[v], i+1)
	}
	var parts []string
	for _, g := range []struct {
		v    app.Verdict
		name string
	}{{app.VerdictRefuse, "not_borne"}, {app.VerdictDo, "borne"}, {app.VerdictEscalate, "escalated"}} {
		if ns := groups[g.v]; len(ns) > 0 {
			parts = append(parts, items(ns, len(s.Check.Demands))+w.words.Text[g.name])
		}
	}
	out := fill(w.words.Text["case_handled"], map[string]string{"处理": strings.Join(parts, "，")})
	for _, t := range s.Talks {
		out += w.talkLine(t)
	}
	for _, step := range s.Course {
		out += monthDay(step.Date) + step.What + "。"
	}
	return out
}

// caseAdvice is the prefilled 工作建议: what is suggested for each kind of problem of the cases.
func (w *Writer) caseAdvice(s Subject) string {
	var out []string
	for _, one := range append([]Subject{s}, s.Others...) {
		for _, g := range w.Grounds(one) {
			m, ok := w.words.Month[g.Code]
			if g.Place == PlaceNone || !ok {
				continue
			}
			line := fill(w.words.Text["case_advice"], map[string]string{"问题": m.Title, "建议": fill(caseRemedy(m.Advice), map[string]string{"级": level(s.Office)})})
			if line != "" && !slices.Contains(out, line) && len(out) < 4 {
				out = append(out, line)
			}
		}
	}
	if len(out) == 0 {
		return ""
	}
	return numbered(out)
}

// caseRemedy is what the monthly report suggests, without its counts: what follows the first 建议.
func caseRemedy(advice string) string {
	_, rest, found := strings.Cut(advice, "建议")
	if !found || strings.Contains(rest, "{项}") || strings.Contains(rest, "{单位}") {
		return ""
	}
	return strings.TrimSuffix(rest, "。")
}

// unnamed takes the names of all cases out of the clerk's own words.
func unnamed(text string, all []Subject) string {
	for _, one := range all {
		text = newVeil(one).over(text)
	}
	return text
}
