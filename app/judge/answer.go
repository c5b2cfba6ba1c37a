package judge

import (
	"yidanqing/app"
	"yidanqing/app/pattern"
)

// answer is the advice on one part before caps, with what it rests on.
type answer struct {
	verdict app.Verdict
	kind    app.Kind
	part    app.Part
	duty    int // index in the list, -1 for none
	p       float64
	strong  bool // the part's own words are enough to stand as a demand of its own
	kept    bool // likeliest is an entry that was taken back, but the letter says that somebody else does that act
	follows bool // the step goes on with what the one before found
	codes   []string
	reasons []string
	doubt   *app.Doubt
}

// sameAnswer tells whether two parts would be answered alike: the same entry, or the same
// verdict on nothing.
func (s *sitting) sameAnswer(a, b answer) bool {
	if a.duty >= 0 && a.duty == b.duty && a.kind == b.kind && a.verdict != app.VerdictRefuse && b.verdict != app.VerdictRefuse {
		return true // lawful help and excess under one entry are one demand
	}
	if a.kind == app.KindMeeting && b.kind == app.KindMeeting && a.verdict != app.VerdictRefuse && b.verdict != app.VerdictRefuse {
		return true // who attends, what is said, when to arrive: one meeting
	}
	return a.verdict == b.verdict && a.duty == b.duty && a.kind == b.kind
}

// Bounds of the probabilities at which the judge commits itself.
const (
	sureEntry   = 0.45 // an entry is named as the match
	sureTaken   = 0.55 // a taken-back entry may lead to refuse
	sureTop     = 0.45 // … and it must itself be likely: many entries that each come near name no thing
	maybeTaken  = 0.50 // … to a question to the superior
	sureBoth    = 0.85 // a taken-back entry stands beside a thing that is forbidden by itself
	sureVisit   = 0.95 // the same for a visit, a meeting, a loan of people, a campaign
	ownJob      = 0.25 // a duty is near a unit that asks for work
	strongEntry = 0.55 // a unit stands by itself
	noneAtLeast = 0.50 // nothing on the list covers it
)

// answer judges one part.
func (s *sitting) answer(p *part) answer {
	a := answer{kind: p.kind, duty: -1, part: app.PartOpen}
	s.lookUp(p, &a)
	if taken := s.takenBack(p, &a); taken {
		return a
	}
	if p.kind == app.KindCampaign && a.duty >= 0 && a.p >= 0.8 && s.partOf(a.duty) != app.TakenBack && s.works(p) && p.kinds[app.KindCampaign] < 5 {
		p.kind, a.kind = app.KindTask, app.KindTask // work for a campaign that the list knows
	}
	if p.kind == app.KindInspection && a.duty >= 0 && a.p >= 0.8 && s.partOf(a.duty) != app.TakenBack && s.works(p) && asking.MatchString(p.live) && p.kinds[app.KindInspection] <= 3 && !checking.MatchString(s.title) {
		p.kind, a.kind = app.KindTask, app.KindTask // the issuer checks others, and asks for work beside it
	}
	if s.attached(p, &a) {
		p.kind, a.kind = app.KindTask, app.KindTask
		s.task(p, &a)
		return a
	}
	switch p.kind {
	case app.KindCertificate:
		s.subject(p, &a, "CERTIFICATE", "证明")
	case app.KindPledge:
		s.subject(p, &a, "PLEDGE", "责任状或承诺书")
	case app.KindApp:
		s.appDemand(p, &a)
	case app.KindSecondment:
		s.approval(p, &a, "SECONDMENT", "抽调借用人员")
	case app.KindMeeting:
		s.approval(p, &a, "MEETING_RULES", "会议")
	case app.KindInspection:
		s.inspection(p, &a)
	case app.KindCampaign:
		s.campaign(p, &a)
	case app.KindForm:
		s.form(p, &a)
	default:
		s.task(p, &a)
	}
	a.strong = a.strong || s.byItself(p, &a)
	return a
}

// checking are titles of papers that announce a check of the office.
var checking = pattern.MustCompile(`(督导|督查|检查|考核|评估|巡查|评价|考评|调研|验收)(工作|情况|评价)?的(通知|函|预通知|方案)`)

// byItself tells whether a unit of weak words is a job of its own all the same: a duty is near, and it asks for an act
// beside collecting and reporting. It must not be swallowed by a refusal next to it.
func (s *sitting) byItself(p *part, a *answer) bool {
	return !p.single && a.duty >= 0 && a.p >= ownJob && (a.verdict == app.VerdictDo || a.verdict == app.VerdictCooperate) && s.works(p)
}
