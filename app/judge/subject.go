package judge

import (
	"fmt"

	"yidanqing/app"
	"yidanqing/app/rule"
	"yidanqing/app/text"
)

// subject answers a thing that may be forbidden by itself: a certificate, a pledge.
func (s *sitting) subject(p *part, a *answer, code, what string) {
	a.strong = true
	if len(p.hits[code]) > 0 {
		a.verdict, a.duty = app.VerdictRefuse, -1
		a.codes = append(a.codes, code)
		a.reasons = append(a.reasons, fmt.Sprintf("来文要求的%s不应由基层办理，建议取消。", what))
		return
	}
	a.verdict = app.VerdictDo
	if a.duty >= 0 && a.p >= sureEntry && s.partOf(a.duty) == app.Basic {
		a.part = app.Basic
		a.reasons = append(a.reasons, fmt.Sprintf("依法依规需要办理，属于清单“基本履职”第%s项“%s”。", s.dutyAt(a.duty).ItemNo, named(s.dutyAt(a.duty).Name)))
		return
	}
	a.duty = -1
	a.reasons = append(a.reasons, fmt.Sprintf("这份%s有法律或上级规定作依据，可以办理。", what))
}

// judges tells whether a verdict may rest on a rule: the office has not switched it off, and it has a basis to be printed.
func (s *sitting) judges(code string) bool {
	r := s.Rules.Rule(code)
	return r != nil && !r.Toothless
}

// notJudged is the reason where the office has switched a rule off.
func notJudged(what, rule string) string {
	return what + "。本单位没有启用“" + rule + "”，不据此判断。"
}

// attachedTo are the codes of things that are often hung on a lawful job: a pledge to be signed, an app to be used.
var attachedTo = map[app.Kind]string{app.KindPledge: "PLEDGE", app.KindApp: "FORCED_APP"}

// attached tells whether a forbidden thing is only hung on a job that the list gives the office: other sentences ask for
// work, a duty is near, and no title names the thing. The job then stands, and the thing is a finding.
func (s *sitting) attached(p *part, a *answer) bool {
	hits := p.hits[attachedTo[p.kind]]
	if len(hits) == 0 || !s.worksBeside(p, hits) {
		return false
	}
	if t := s.letter.Title(); t.Len() > 0 && touches(hits, t.Start, t.End) {
		return false
	}
	for i, c := range p.ranking.Candidates {
		if i == 3 || c.P < ownJob || c.P < p.ranking.PNone {
			return false
		}
		if s.partOf(c.Duty) != app.TakenBack && aboutIt(c.Features) {
			a.duty, a.p = c.Duty, c.P
			return true
		}
	}
	return false
}

// worksBeside tells whether a sentence without the hits asks for an act beside collecting and reporting.
func (s *sitting) worksBeside(p *part, hits []rule.Hit) bool {
	beside := &part{}
	for _, c := range p.clauses {
		if g := s.reading.Sentences[c.Sentence]; !touches(hits, g.Start, g.End) {
			beside.clauses = append(beside.clauses, c)
		}
	}
	return s.works(beside)
}

// appDemand answers a demand to install, follow, vote or join.
func (s *sitting) appDemand(p *part, a *answer) {
	a.strong = true
	r := s.deciding(app.RegisterApp)
	var row *app.RegisterEntry
	if r != nil {
		if n := r.closest([]rune(s.title+p.live), s.issuer, s.fields.Issuer); n.row >= 0 && n.score >= 0.75 {
			row = &r.Entries[n.row]
		}
	}
	switch {
	case len(p.hits["FORCED_APP"]) > 0 || row != nil && row.Use == "停用" && s.demands(p) && s.judges("FORCED_APP"):
		a.verdict, a.duty = app.VerdictRefuse, -1
		a.codes = append(a.codes, "FORCED_APP")
		a.reasons = append(a.reasons, "来文强制下载、注册、打卡、转发或以数量排名考核，建议取消，改为自愿使用。")
	case s.voluntary(p):
		a.verdict, a.kind, a.duty, a.strong = app.VerdictInfo, app.KindInfo, -1, false
		a.reasons = append(a.reasons, "自愿使用，不要求办理，登记备查即可。")
	default:
		a.verdict = app.VerdictDo
		if a.duty >= 0 && a.p >= 0.7 && s.partOf(a.duty) != app.TakenBack {
			a.kind = app.KindTask
			s.task(p, a)
			return
		}
		a.duty = -1
		a.reasons = append(a.reasons, "是办理业务需要的系统，没有下载数量和排名要求，可以照办。")
	}
}

// voluntary tells whether everything asked in the part is left to choice.
func (s *sitting) voluntary(p *part) bool {
	free := false
	for _, c := range p.clauses {
		if s.reading.Mask[c.Start]&text.Voluntary != 0 {
			free = true
		} else if s.reading.Live(c) && cue.MatchString(s.reading.LiveText(c.Range)) {
			return false
		}
	}
	return free
}

// approval answers a thing that needs somebody's consent or must keep limits: lending people, meetings.
func (s *sitting) approval(p *part, a *answer, code, what string) {
	a.strong = true
	a.duty = -1
	if len(p.hits[code]) > 0 && !s.emergencyMeeting(p) {
		a.verdict = app.VerdictEscalate
		a.codes = append(a.codes, code)
		a.reasons = append(a.reasons, fmt.Sprintf("%s的要求超出规定或没有批准依据，建议提级反映。", what))
		return
	}
	a.verdict = app.VerdictDo
	a.reasons = append(a.reasons, fmt.Sprintf("%s在规定范围内，照常安排。", what))
}

func (s *sitting) emergencyMeeting(p *part) bool { return p.kind == app.KindMeeting && s.emergency }
