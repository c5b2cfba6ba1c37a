package judge

import (
	"strconv"
	"strings"

	"yidanqing/app"
	"yidanqing/app/rule"
)

// summarize fills the upper fields of a check from its demands.
func (s *sitting) summarize(c *app.Check) {
	c.Matches, c.Findings, c.Part = []app.Match{}, []app.Finding{}, app.PartOpen
	var kept []app.Demand
	for _, d := range c.Demands {
		if d.Verdict != app.VerdictInfo || len(c.Demands) > 1 {
			kept = append(kept, d)
		}
	}
	if len(kept) == 0 {
		c.Kind, c.Verdict, c.Confidence = app.KindInfo, app.VerdictInfo, 0.85
		c.Demands = []app.Demand{}
		c.Reasons = []string{"来文没有要求本单位办理的事项，登记备查即可。"}
		return
	}
	c.Demands = kept
	first := kept[0]
	c.Kind, c.Part, c.Matches, c.Verdict = first.Kind, first.Part, first.Matches, first.Verdict
	c.Confidence = 1
	if n := len(kept); n > 1 {
		c.Reasons = append(c.Reasons, counted(kept))
	}
	seen := map[string]bool{}
	for _, d := range kept {
		if d.Verdict != c.Verdict && d.Verdict != app.VerdictInfo {
			if c.Verdict == app.VerdictInfo {
				c.Verdict = d.Verdict
			} else {
				c.Verdict = app.VerdictMixed
			}
		}
		c.Confidence = min(c.Confidence, d.Confidence)
		for _, f := range d.Findings {
			if !seen[f.Code] {
				seen[f.Code] = true
				c.Findings = append(c.Findings, f)
			}
		}
		for _, r := range d.Reasons {
			if len(c.Reasons) < 3 {
				c.Reasons = append(c.Reasons, r)
			}
		}
	}
	if s.superior != "" && (c.Verdict == app.VerdictEscalate || c.Verdict == app.VerdictMixed) {
		c.Cap = append(c.Cap, s.superior)
	}
	if c.Fields.Issuer == "" {
		c.Cap = append(c.Cap, "来文单位不明，确认后才能出文")
	}
	if s.ground.List == nil {
		c.Cap = append(c.Cap, "未导入清单，只按规则判断")
	}
	if s.emergency {
		c.Cap = append(c.Cap, "应急事项，时限短不作为问题")
	}
}

// counted sums several demands up in one sentence.
func counted(list []app.Demand) string {
	n := map[app.Verdict]int{}
	for _, d := range list {
		n[d.Verdict]++
	}
	var out []string
	for _, x := range []struct {
		v     app.Verdict
		words string
	}{{app.VerdictDo, "件由本单位承办"}, {app.VerdictCooperate, "件可以配合"}, {app.VerdictRefuse, "件建议由来文单位承担或取消"},
		{app.VerdictEscalate, "件建议提级反映"}, {app.VerdictUnjudged, "件未作判断"}, {app.VerdictInfo, "件知悉即可"}} {
		if n[x.v] > 0 {
			out = append(out, chineseCount(n[x.v])+x.words)
		}
	}
	return chineseCount(len(list)) + "件事：" + strings.Join(out, "，") + "。"
}

func chineseCount(n int) string {
	names := []string{"零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"}
	if n < len(names) {
		return names[n]
	}
	return strconv.Itoa(n)
}

// confidence is how often an answer like this one is right.
func (s *sitting) confidence(p *part, a answer) float64 {
	var q float64
	switch {
	case a.verdict == app.VerdictUnjudged:
		return 0.5
	case a.verdict == app.VerdictInfo:
		return 0.85
	case a.kind == app.KindTask && len(p.ranking.Candidates) > 0:
		for _, c := range p.ranking.Candidates {
			if s.partOf(c.Duty) == a.part {
				q += c.P
			}
		}
		if a.part == app.PartNone {
			q = p.ranking.PNone
		}
		q = 0.45 + 0.5*min(1, q)
	default:
		q = 0.88
	}
	if a.doubt != nil {
		q = min(q, 0.65)
	}
	return round(q)
}

// basis is the basis of a finding with the list's own name in it.
func (s *sitting) basis(r *rule.Rule, a answer, ev []app.Evidence) string {
	words := ""
	for _, e := range ev {
		words += e.Text
	}
	out := r.BasisFor(words)
	if !strings.Contains(out, "{清单}") {
		return out
	}
	name := "履职事项清单"
	if l := s.ground.List; l != nil {
		if l.Source.Title != "" {
			name = "《" + strings.Trim(l.Source.Title, "《》") + "》"
		}
		if l.Source.DocNo != "" {
			name += "（" + l.Source.DocNo + "）"
		}
		if a.duty >= 0 {
			d := s.dutyAt(a.duty)
			name += d.Part.Title() + "第" + d.ItemNo + "项"
		}
	}
	return strings.ReplaceAll(out, "{清单}", name)
}

// gist is a short name of a demand for lists: the heading of its item, the quoted thing, or its first live clause.
func (s *sitting) gist(p *part, a answer) string {
	if p.single && s.title != "" {
		t := s.letter.Title()
		return shorten(trimTitle(strings.Join(strings.Fields(s.text.Evidence(t.Start, t.End).Text), "")), 22)
	}
	best := ""
	for _, c := range p.clauses {
		if !s.reading.Live(c) {
			continue
		}
		w := strings.Join(strings.Fields(s.text.Evidence(c.Start, c.End).Text), "")
		w = strings.Trim(leadWords.ReplaceAllString(strings.Trim(w, " ,，。;；:：、"), ""), " ,，。;；:：、")
		if n := len([]rune(w)); n > len([]rune(best)) && len(s.Lexicon.FindConcepts(s.text.Norm[c.Start:c.End])) > 0 || best == "" && n > 4 {
			best = w
			if n >= 8 {
				break
			}
		}
	}
	return shorten(best, 22)
}

func shorten(w string, n int) string {
	r := []rune(strings.ReplaceAll(w, "\n", ""))
	if len(r) <= n {
		return string(r)
	}
	return string(r[:n-1]) + "…"
}

func contains(s, w string) bool { return strings.Contains(s, w) }
