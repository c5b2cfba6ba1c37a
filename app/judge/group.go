package judge

import (
	"yidanqing/app"
	"yidanqing/app/notice"
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// seen is a stretch of neighbouring units with the answer of the strongest of them.
type seen struct {
	units []notice.Unit
	p     *part // of a single unit
	a     answer
}

// group joins neighbouring units to the demands that they belong to; nil where the notice is one demand.
func (s *sitting) group(whole *part, units []notice.Unit) []*part {
	var all []seen
	taken := s.answer(whole)
	refused := taken.verdict == app.VerdictRefuse || taken.kept
	settled := true // nothing in the notice is to be declined
	for _, u := range units {
		p := s.assess(u.Range, u.Clauses, false)
		if n := len(all); n > 0 && s.nameless(u, p) { // “还有个任务：月底前要到98%”: of what was spoken before
			s.rank(p, false, all[n-1].p.clauses)
		}
		if !s.demands(p) && !(refused && u.Item >= 0 && s.ownSubject(p)) || s.ceremony(u, p) {
			continue
		}
		if whole.kind == app.KindInspection && checking.MatchString(s.title) && !asking.MatchString(p.live) {
			continue // what the check looks at
		}
		a := s.answer(p)
		if whole.kind != app.KindTask && a.duty < 0 && (a.verdict != app.VerdictRefuse || a.kind == app.KindForm) && a.kind != app.KindSecondment {
			a.strong = a.strong && a.kind == whole.kind // the steps of a campaign or an inspection are no demands of their own
		}
		if (whole.kind == app.KindMeeting || whole.kind == app.KindInspection) && (a.kind == app.KindTask || a.kind == app.KindForm) && !s.works(p) && len(a.codes) == 0 {
			a.strong = false // names to be sent, people to be present: steps of the meeting or the visit
		}
		if len(a.codes) == 1 && a.codes[0] == "APPORTIONED" && whole.kinds[app.KindCampaign] > 0 {
			a.strong, a.verdict = false, app.VerdictEscalate // what a campaign costs is decided with the campaign
		}
		if u.Item < 0 && len(all) > 0 && len(a.codes) == 1 && a.codes[0] == "PLEDGE" {
			a.strong, a.follows = false, true // a promise in passing is a means of the job before it (eval labels, section 4)
		}
		if a.verdict == app.VerdictEscalate && a.duty < 0 && s.powerUsed(p) != nil {
			a.strong = true // to punish or to seize is no step of lawful work
		}
		if len(all) > 0 && (a.verdict != app.VerdictRefuse || a.duty < 0) && s.onlyMeans(p) {
			a.strong, a.follows = false, true // how it is measured and what is threatened: a part of what stands before
		}
		byChannel := a.kind == app.KindForm && len(all) > 0 && all[len(all)-1].a.duty >= 0 && channel.MatchString(s.text.Slice(u.Start, min(u.End, u.Start+40)))
		if byChannel || followUp.MatchString(s.text.Slice(u.Start, min(u.End, u.Start+24))) {
			a.strong, a.follows = false, true
		}
		settled = settled && (a.verdict == app.VerdictDo || a.verdict == app.VerdictCooperate || len(a.codes) == 1 && a.codes[0] == "NOT_ON_LIST")
		all = append(all, seen{[]notice.Unit{u}, p, a})
	}
	if top := whole.ranking.Candidates; settled && !refused && len(top) > 0 && top[0].P >= oneJob && s.partOf(top[0].Duty) != app.TakenBack {
		return nil
	}
	if !refused {
		s.standsNowhere(whole, all)
	}
	lawful := refused && s.takenBySum(whole, all)
	for _, x := range all {
		lawful = lawful || s.ourJob(x.p, x.a) || !x.a.follows && x.a.verdict != app.VerdictRefuse && (s.ownWork(x.p) || s.lawfulAct(x.p, x.a))
	}
	return s.assessGroups(s.neighbours(all), refused && lawful)
}

// nameless tells whether a unit names no thing that the lexicon knows, and sets a number or is short; an item that asks by
// itself (三、村口三棵古树,请看着点) may speak of a thing that the lexicon does not know.
func (s *sitting) nameless(u notice.Unit, p *part) bool {
	return (len([]rune(p.live)) < 30 && (u.Item < 0 || !bids.MatchString(p.live)) || target.MatchString(p.live)) && len(s.Lexicon.FindConcepts([]rune(p.live))) == 0
}

// bids asks politely for something new.
var bids = pattern.MustCompile(`(?:^|[^申提])请(?:[^示假客问教知])|麻烦|劳烦`)

// onlyMeans tells whether all that a unit asks is a ranking, a threat or traces: means of a job, none by itself.
func (s *sitting) onlyMeans(p *part) bool {
	met := false
	for _, c := range p.clauses {
		if !s.reading.Live(c) || c.Heading || condition.MatchString(s.text.Slice(c.Start, c.End)) {
			continue
		}
		hit := lastOnes.MatchString(s.text.Slice(c.Start, c.End))
		for _, code := range []string{"RANKING", "VETO"} {
			hit = hit || touches(p.hits[code], c.Start, c.End)
		}
		if !hit && s.asks(c) {
			return false
		}
		met = met || hit
	}
	return met
}

// lastOnes names those whom a ranking puts last.
var lastOnes = pattern.MustCompile(`(后|末|倒数)(第)?[0-9一二三四五两]?(名|位|个)|末位|垫底|排名靠后|进度(滞后|靠后|慢)的`)

// takenBySum tells whether the whole is refused by an entry that none of its units comes to: the words of all together
// look like it, nothing that is asked does.
func (s *sitting) takenBySum(whole *part, units []seen) bool {
	top := whole.ranking.Candidates
	if len(top) == 0 || s.partOf(top[0].Duty) != app.TakenBack {
		return false
	}
	for _, x := range units {
		for i, c := range x.p.ranking.Candidates {
			if i < 3 && c.Duty == top[0].Duty && c.P >= 0.05 {
				return false
			}
		}
	}
	return true
}

// standsNowhere settles that the whole is on no part of the list either where none of its units is and only the words of all
// together look like an entry that was taken back.
func (s *sitting) standsNowhere(whole *part, units []seen) {
	if top := whole.ranking.Candidates; len(units) < 2 || len(top) == 0 || s.partOf(top[0].Duty) != app.TakenBack {
		return
	}
	none := 0.0
	for _, x := range units {
		if x.a.duty >= 0 {
			return
		}
		none = max(none, x.p.ranking.PNone)
	}
	whole.ranking.PNone = max(whole.ranking.PNone, none)
}

// ownSubject tells whether a unit is surely about a duty of ours: beside what is refused it is kept, though no word asks in it.
func (s *sitting) ownSubject(p *part) bool {
	top := p.ranking.Candidates
	return len(top) > 0 && top[0].P >= sureJob && s.partOf(top[0].Duty) != app.TakenBack && aboutIt(top[0].Features)
}

// lawfulAct tells whether a unit asks for lawful work on the very object whose heavier handling was taken back: 讲政策、帮登记
// beside a rate that is set.
func (s *sitting) lawfulAct(p *part, a answer) bool {
	return (a.verdict == app.VerdictDo || a.verdict == app.VerdictCooperate) && a.kind == app.KindTask && a.duty >= 0 && s.works(p)
}

// ourJob tells whether a unit by itself is work that the list gives the office: it may not be refused with its neighbours.
func (s *sitting) ourJob(p *part, a answer) bool {
	return a.duty >= 0 && a.p >= sureJob && s.partOf(a.duty) != app.TakenBack && a.verdict != app.VerdictRefuse && s.works(p)
}

// ownWork tells whether a duty of ours is a unit's likeliest entry and near enough that the unit may be lawful work.
func (s *sitting) ownWork(p *part) bool {
	top := p.ranking.Candidates
	if len(top) == 0 || s.partOf(top[0].Duty) == app.TakenBack || top[0].P <= p.ranking.PNone {
		return false
	}
	return top[0].P >= ownJob || top[0].P >= maybeJob && s.works(p)
}

// maybeJob is the same for a unit that asks for an act beside collecting and reporting.
const maybeJob = 0.15

// sureJob is the probability from which a unit's entry keeps the whole from being refused.
const sureJob = 0.6

// frameWords are headings of the parts that every paper has: aims, principles, leadership.
var frameWords = pattern.MustCompile(`^[一二三四五六七八九十、()\n]{0,5}(总体(目标|要求|思路)|(工作|活动|主要|整治)?目标(任务)?([。:]|$)|(工作|基本)原则|指导思想|提高(政治)?(认识|站位).{0,12}|加强(组织)?领导|组织(领导|保障|实施)|(保障|工作)措施|(有关|工作|纪律|相关)要求)`)

// ceremony tells whether a unit only frames the paper: its heading says so, and nothing in it is forbidden or needs consent.
func (s *sitting) ceremony(u notice.Unit, p *part) bool {
	head := s.text.Slice(u.Start, min(u.End, u.Start+24))
	if !frameWords.MatchString(head) {
		return false
	}
	if aimWords.MatchString(head) {
		return !target.MatchString(p.live) && len(p.hits["APPORTIONED"]) == 0
	}
	for code := range p.hits {
		if r := s.Rules.Rule(code); r != nil && (r.Role == app.RoleSubject || r.Role == app.RoleApproval && r.Code != "VAGUE" || r.Role == app.RoleStructure) {
			return false
		}
	}
	return true
}

// aimWords are headings of what is to be reached: acts named there are aims, unless a number is set.
var aimWords = pattern.MustCompile(`^[一二三四五六七八九十、()\n]{0,5}(总体(目标|要求|思路)|(工作|活动|主要|整治)?目标(任务)?([。:]|$)|(工作|基本)原则|指导思想)`)

// followUp begins a step that goes on with what the step before found.
var followUp = pattern.MustCompile(`^[\n一二三四五六七八九十0-9、.()①-⑨]{0,6}(([0-9]{1,2}月)?[0-9]{1,2}日前?|每(周|月|日)[^,。]{0,4})[,]?(报送|上报|汇总上报|反馈|报)[^,。]{0,30}[。\n]*$|^[\n一二三四五六七八九十0-9、.()①-⑨]{0,6}(对(于)?(发现|检查|排查|检出|查出|摸排|监测|存在|上述|不合格|拒不)|上述|以上|检查(单|结果|情况)|安检单|整改(后|完成|情况)|结果|完成(后|情况))`)

// channel begins a unit that tells by what way the papers of the job before it are sent: 数据通过某系统填报.
var channel = pattern.MustCompile(`^[\n一二三四五六七八九十0-9、.()①-⑨]{0,6}((以上|上述|有关|相关|各项)?(数据|材料|资料|信息|情况|结果|申请|预算|计划)[,]?)?(均|统一|一律|请)?通过[^,。]{2,24}(系统|平台|邮箱)(填报|报送|上报|录入|提交|反馈)`)

// neighbours joins weak units to the one before, or after where the first is weak, and units with the same answer.
func (s *sitting) neighbours(all []seen) []seen {
	var out []seen
	for _, x := range all {
		n := len(out) - 1
		if n >= 0 {
			last := out[n]
			same := s.sameAnswer(last.a, x.a)
			switch {
			case s.partOfRefused(last.a, x):
				out[n].units = append(last.units, x.units...)
				continue
			case s.partOfRefused(x.a, last):
				out[n] = seen{append(last.units, x.units...), x.p, x.a}
				continue
			case same || !x.a.strong && (x.a.follows || !s.apart(last.a, x.p)):
				if same && x.a.verdict == app.VerdictEscalate {
					last.a.verdict = app.VerdictEscalate // excess in one step is excess of the job
				}
				out[n].a, out[n].units = last.a, append(last.units, x.units...)
				continue
			case !last.a.strong && !s.apart(x.a, last.p):
				out[n] = seen{append(last.units, x.units...), x.p, x.a}
				continue
			}
		}
		out = append(out, x)
	}
	return out
}

// partOfRefused tells whether a unit goes with a neighbour that is refused by a taken-back entry: that very entry is its
// own likeliest too, and no duty of ours is near.
func (s *sitting) partOfRefused(refused answer, x seen) bool {
	top := x.p.ranking.Candidates
	return refused.verdict == app.VerdictRefuse && refused.duty >= 0 && len(top) > 0 && top[0].Duty == refused.duty &&
		x.a.verdict != app.VerdictRefuse && (x.a.duty == refused.duty || x.a.p < nearJob)
}

// assessGroups looks at each group as a whole; nil where all get the same verdict, unless the notice as a whole would be
// refused with work in it that is the office's own (apart).
func (s *sitting) assessGroups(groups []seen, apart bool) []*part {
	var parts []*part
	var first app.Verdict
	differ := false
	for i, g := range groups {
		p, v := g.p, g.a.verdict
		if len(g.units) > 1 {
			p, v = s.join(g)
		}
		if i == 0 {
			first = v
		}
		differ = differ || v != first
		parts = append(parts, p)
	}
	if !differ && !apart {
		return nil
	}
	return parts
}

// join looks at the units of a group as one part. What no unit alone would be refused for, their sum is not refused for
// either: it then stands under the entry of its strongest unit.
func (s *sitting) join(g seen) (*part, app.Verdict) {
	var clauses []notice.Clause
	for _, u := range g.units {
		clauses = append(clauses, u.Clauses...)
	}
	p := s.assess(text.Range{Start: g.units[0].Start, End: g.units[len(g.units)-1].End}, clauses, false)
	v := s.answer(p).verdict
	if v == app.VerdictRefuse && g.a.verdict != app.VerdictRefuse {
		p.ranking, p.kind = g.p.ranking, g.p.kind
		v = s.answer(p).verdict
	}
	if v == app.VerdictRefuse && g.a.verdict != app.VerdictRefuse { // what costs money in one step does not undo the others
		strongest := *g.p
		strongest.Range = p.Range
		p = &strongest
		v = s.answer(p).verdict
	}
	return p, v
}

// nearJob is the probability from which a unit looks more like a duty than like a part of what is refused.
const nearJob = 0.4

// oneJob is the probability from which a whole notice is taken for one job, whatever its items look like alone.
const oneJob = 0.5

// apart tells whether a weak unit must not be joined to a neighbour that is refused: it asks for work of its own.
func (s *sitting) apart(neighbour answer, p *part) bool {
	if neighbour.verdict != app.VerdictRefuse {
		return false
	}
	top := p.ranking.Candidates
	near, ours := 0.0, 0.0 // what the nearest entries amount to, and of those the duties of ours
	for i, c := range top {
		if i == 0 && c.Duty == neighbour.duty || i == 5 {
			break
		}
		near += c.P
		if s.partOf(c.Duty) != app.TakenBack && c.P >= 0.08 {
			ours += c.P
		}
	}
	return ours > 0 && near > p.ranking.PNone || s.works(p)
}
