package judge

import (
	"fmt"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/pattern"
	"yidanqing/app/rule"
)

// undertaking are the tasks of who builds a plant and runs it: siting, rent, tests, tariffs, shifts, spare parts, losses.
var undertaking = pattern.MustCompile(`选址|选点|站址|场址|勘选|租金|租赁价格|运维|运营|调度监控|定价|价目|取件费|收费标准|(票款|货款|电费|费用|之间)结(算|账)|赔付|货损|排班|电磁|辐射测试|地质勘察|蓄电池|电池(充换|更换)|机房|报装|空域|飞手|算力|光缆抢通|发电机|客流测算|站牌`)

// builds are words of entries that give the office a plant to build or to run.
var builds = pattern.MustCompile(`布点|运营|运维|(设施|站点|场站|电站|基站|充电桩)(的)?(规划|建设|布局|管护|维护)`)

// handsOver tells whether a part hands over the building and running of a plant (基站, 充电站, 驿站, 公交线) while the likeliest
// duty of ours only stands near it: the list does not speak of that.
func (s *sitting) handsOver(p *part, a *answer) bool {
	if s.partOf(a.duty) == app.TakenBack || builds.MatchString(s.dutyAt(a.duty).Name) {
		return false
	}
	f := p.ranking.Candidates[0].Features
	if f[duty.NameConcepts] > 0.5 && f[duty.HeavyBeyond] < 1 || f[duty.NameWords] >= 0.25 || f[duty.LightMet] == 1 && f[duty.DepartmentMet] == 1 {
		return false
	}
	met := map[string]bool{}
	for _, m := range undertaking.FindAllStringIndex(p.live, -1) {
		met[p.live[m[0]:m[1]]] = true
	}
	return len(met) >= 2
}

// task answers work to be done: by the entry that covers it, else as a matter that is on no part of the list.
func (s *sitting) task(p *part, a *answer) {
	if s.ground.index == nil {
		s.withoutList(p, a)
		return
	}
	if s.forItself(p, a, "APPORTIONED") {
		a.part, a.duty = app.PartNone, -1
		a.verdict, a.strong = app.VerdictRefuse, true
		a.codes = append(a.codes, "APPORTIONED")
		a.reasons = append(a.reasons, "来文分配数量或费用，属于摊派，清单和规定都没有要求乡镇承担。")
		return
	}
	if a.duty < 0 || p.ranking.PNone > max(a.p, likelyNone) || s.handsOver(p, a) {
		s.notOnList(p, a)
		return
	}
	if s.vague(p) && a.p < 0.8 {
		a.verdict, a.part, a.duty = app.VerdictEscalate, app.PartOpen, -1
		a.codes = append(a.codes, "VAGUE")
		a.reasons = append(a.reasons, "来文没有写明做什么、做到什么程度，无法办理，建议请来文单位明确。")
		return
	}
	d := s.dutyAt(a.duty)
	a.part = d.Part
	switch d.Part {
	case app.Basic:
		a.verdict = app.VerdictDo
		a.reasons = append(a.reasons, fmt.Sprintf("属于清单“基本履职”第%s项“%s”，由本单位承办。", d.ItemNo, named(d.Name)))
	case app.Cooperate:
		s.cooperate(p, a, d)
	case app.TakenBack: // the object is that of a taken-back entry, the act is not: who does it must be asked
		s.takenObject(p, a)
	}
}

// forItself tells whether the forbidden thing is what the part is about, not a means within a lawful job: no entry covers
// the part, or the thing stands in its first sentence and in half of what is asked.
func (s *sitting) forItself(p *part, a *answer, code string) bool {
	hits := p.hits[code]
	if len(hits) == 0 {
		return false
	}
	if a.p < sureEntry || p.ranking.PNone > 0.25 || code == "APPORTIONED" && sharesOut.MatchString(s.title) {
		return true
	}
	return s.share(p, code) >= 0.5
}

// sharesOut are titles of papers by which purchases or gifts are shared out.
var sharesOut = pattern.MustCompile(`(认购|征订|订购|募捐|认捐|捐款|推销|销售)[^。]{0,10}(分配表|任务表|指标表|分配|任务)`)

func touches(hits []rule.Hit, start, end int) bool {
	for _, h := range hits {
		if h.Start < end && start < h.End {
			return true
		}
	}
	return false
}

// cooperate answers a demand under an entry that the township only helps with.
func (s *sitting) cooperate(p *part, a *answer, d *app.Duty) {
	lead := "有关部门"
	if len(d.Departments) > 0 {
		lead = d.Departments[0]
	}
	a.verdict = app.VerdictCooperate
	a.reasons = append(a.reasons, fmt.Sprintf("属于清单“配合履职”第%s项“%s”，牵头部门为%s，本单位按清单所列职责配合。", d.ItemNo, named(d.Name), lead))
	for _, code := range []string{"LEAD_SHIFTED", "OVER_SCOPE"} {
		if len(p.hits[code]) > 0 {
			a.verdict = app.VerdictEscalate
			a.codes = append(a.codes, code)
		}
	}
	if len(p.hits["OVER_SCOPE"]) == 0 {
		if e := s.powerUsed(p); e != nil {
			p.power = e
			a.verdict = app.VerdictEscalate
			a.codes = append(a.codes, "OVER_SCOPE")
		}
	}
	if a.verdict == app.VerdictEscalate {
		a.strong = true
		a.reasons = append(a.reasons, "来文要求超出配合职责，超出部分建议提级反映，配合部分照常办理。")
	}
}

// powerUsed gives the words by which the office is told to punish, pull down, seize or catch, in everyday words that the
// rule's wording does not know; nil where there are none. A look whether something is locked seizes nothing.
func (s *sitting) powerUsed(p *part) []app.Evidence {
	var out []app.Evidence
	for _, c := range p.clauses {
		if !s.reading.Live(c) {
			continue
		}
		words := s.text.Norm[c.Start:c.End]
		if looking.MatchString(string(words)) {
			continue
		}
		for _, h := range s.Lexicon.FindActions(words) {
			switch s.Lexicon.Class(h.ID) {
			case "penalize", "demolish", "seize", "capture":
				if s.reading.Mask[c.Start+h.Start] == 0 {
					out = append(out, s.text.Evidence(c.Start+h.Start, c.Start+h.End))
				}
			}
		}
	}
	return out
}

// looking are clauses that ask what is to be seen, or tell what somebody else has done.
var looking = pattern.MustCompile(`是否|有无|有没有|看看|查看|重点看|发现|谁家|出门|自家|家里|拧紧|当面让|劝他|的(告诉|告知|报|转|通知)|报告|上报|线索|劝|^[\n,]?(有人|谁|哪家|哪户|如有|若有|要是有)[^,。]*的[,]?$`)

// ownRest is the share of what the taken-back entries leave from which a duty carries a demand for nothing that was taken back.
const ownRest = 0.3

// takenObject answers a part whose object was taken back while no act of power is demanded: the best entry among the
// duties carries it if it is near enough.
func (s *sitting) takenObject(p *part, a *answer) {
	rest := 1.0 // what the entries that were taken back leave
	for _, c := range p.ranking.Candidates {
		if s.partOf(c.Duty) == app.TakenBack {
			rest -= c.P
		}
	}
	for _, c := range p.ranking.Candidates[1:min(6, len(p.ranking.Candidates))] {
		if d := s.dutyAt(c.Duty); d.Part != app.TakenBack && (c.P > 0.12 || c.P > ownRest*rest && p.ranking.PNone < c.P && aboutIt(c.Features)) {
			a.duty, a.p, a.part = c.Duty, c.P, d.Part
			if d.Part == app.Cooperate {
				s.cooperate(p, a, d)
			} else {
				a.verdict = app.VerdictDo
				a.reasons = append(a.reasons, fmt.Sprintf("属于清单“基本履职”第%s项“%s”。", d.ItemNo, named(d.Name)))
			}
			return
		}
	}
	d := s.dutyAt(a.duty)
	a.part, a.verdict = app.TakenBack, app.VerdictEscalate
	a.codes = append(a.codes, "TAKEN_BACK")
	a.reasons = append(a.reasons, fmt.Sprintf("与清单“上级部门收回”第%s项“%s”相近，但来文要做的不像执法或考核，请上级明确由谁承担。", d.ItemNo, named(d.Name)))
}

func (s *sitting) notOnList(p *part, a *answer) {
	a.duty, a.part = -1, app.PartNone
	a.verdict = app.VerdictEscalate
	a.strong = p.ranking.PNone >= 0.6
	if s.vague(p) {
		a.part = app.PartOpen
		a.codes = append(a.codes, "VAGUE")
		a.reasons = append(a.reasons, "来文没有写明做什么、做到什么程度，无法办理，建议请来文单位明确。")
		return
	}
	a.codes = append(a.codes, "NOT_ON_LIST")
	a.reasons = append(a.reasons, "清单三个部分都没有找到这一事项，建议请上级说明依据或按程序准入后再办。")
}

// withoutList answers where no list was imported: only forbidden things and missing approvals can be judged.
func (s *sitting) withoutList(p *part, a *answer) {
	a.verdict = app.VerdictUnjudged
	if len(p.hits["APPORTIONED"]) > 0 {
		a.verdict = app.VerdictRefuse
		a.codes = append(a.codes, "APPORTIONED")
		a.reasons = append(a.reasons, "来文分配数量或费用，属于摊派。")
		return
	}
	if s.vague(p) {
		a.verdict = app.VerdictEscalate
		a.codes = append(a.codes, "VAGUE")
	}
	a.reasons = append(a.reasons, "还没有导入履职事项清单，这一项不作判断。导入清单后会重新比对。")
}

// vague tells whether neither object nor action can be told: the demand speaks in general words, and nothing in it is a
// thing that the lexicon knows.
func (s *sitting) vague(p *part) bool {
	hits := p.hits["VAGUE"]
	if len(hits) == 0 {
		return false
	}
	known := map[int]bool{}
	for _, h := range s.Lexicon.FindConcepts(s.text.Norm) { // what is known may stand before what is asked: the faults that were found
		known[h.ID] = true
	}
	return len(known) <= 2 && len([]rune(p.live)) < 220
}
