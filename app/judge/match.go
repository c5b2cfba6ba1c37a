package judge

import (
	"fmt"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/notice"
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// lookUp settles which entry, if any, the part falls under, and how sure that is.
func (s *sitting) lookUp(p *part, a *answer) {
	c := p.ranking.Candidates
	if len(c) == 0 {
		return
	}
	first := 0
	veryAct := c[0].P >= sureAct && c[0].Features[duty.HeavyMet] == 1 && c[0].Features[duty.DepartmentMet] == 1
	if !veryAct && !aboutIt(c[0].Features) && !(p.kind == app.KindTask && p.ranking.PNone < likelyNone && c[0].P >= nearAtAll && s.partOf(c[0].Duty) != app.TakenBack) { // one that is about the thing may stand close behind one that only looks like it
		first = s.closeBehind(c)
		if first < 0 {
			return
		}
	}
	if !p.single && c[0].P >= ownJob && s.partOf(c[0].Duty) != app.TakenBack && s.works(p) {
		p.ranking.PNone = min(p.ranking.PNone, c[0].P) // a unit has no title to help it: near enough
	}
	if first == 0 && s.partOf(c[0].Duty) != app.TakenBack && plainlySaid(c) {
		p.ranking.PNone = min(p.ranking.PNone, c[0].P) // nothing is named, but this is how people speak of that very thing
	}
	a.duty, a.p = c[first].Duty, c[first].P
	a.strong = a.p >= strongEntry && (c[first].Features[duty.NameConcepts] > 0.3 || c[first].Features[duty.NameWords] > 0.25)
	if len(c) > 1 && c[0].P-c[1].P < 0.15 && s.partOf(c[0].Duty) != s.partOf(c[1].Duty) {
		a.doubt = &app.Doubt{Rivals: []string{s.dutyAt(c[0].Duty).Name, s.dutyAt(c[1].Duty).Name}, Gap: round(c[0].P - c[1].P),
			Question: s.question(c[0].Duty, c[1].Duty)}
	}
}

// likelyNone is the probability of “no entry” from which a job may be said to stand on no part of the list: several entries
// that share what is left are a reason to doubt which of them it is, not whether it is one of them.
const likelyNone = 0.35

// nearAtAll is the probability below which the likeliest of the entries that share what is left is no better than any other.
const nearAtAll = 0.12

// nearDuty is the probability from which a duty close behind is worth naming.
const nearDuty = 0.2

// closeBehind is the place of the first duty of ours that is about the demand and half as likely as the first entry,
// which is not; -1: there is none.
func (s *sitting) closeBehind(c []duty.Candidate) int {
	for i := 1; i < min(3, len(c)); i++ {
		if c[i].P >= max(c[0].P/2, nearDuty) && aboutIt(c[i].Features) && s.partOf(c[i].Duty) != app.TakenBack {
			return i
		}
	}
	return -1
}

// plainlySaid tells whether the words of a demand are those in which people speak of the first entry's matters, and far
// less of any other's.
func plainlySaid(c []duty.Candidate) bool {
	f := c[0].Features
	if f[duty.Said] < 0.85 || f[duty.SaidMuch] < 0.4 {
		return false
	}
	for _, x := range c[1:] {
		if x.Features[duty.Said] > f[duty.Said]-0.2 {
			return false
		}
	}
	return true
}

// sameObject tells whether the object of an entry itself stands in the demand: a refusal rests on the thing, not on a like
// act on another thing.
func sameObject(f duty.Features) bool {
	if f[duty.NameConcepts]+f[duty.NameWords] == 0 && f[duty.HeavyMet] < 1 {
		return false // neither the thing nor the very act is named: only the sense comes near
	}
	if f[duty.NameWords] == 0 && f[duty.OwnWords] == 0 && f[duty.Said] < 0.9 && (f[duty.HeavyMet] < 1 || f[duty.DepartmentOff] == 1 && f[duty.FieldOff] == 1) {
		return false // no word of the entry stands in the demand: neither how people speak of it, nor the act, nor the body speaks for it
	}
	if f[duty.NameConcepts]+f[duty.NameWords]+f[duty.OwnWords] == 0 && f[duty.DepartmentMet] == 0 && f[duty.Said] < 0.7 {
		return false // the very act, but on something that only stands near the thing
	}
	if besideIt(f) {
		return false
	}
	if f[duty.HeavyMet] == 0.7 && f[duty.DepartmentOff] == 1 {
		return false // an act of the same family only, and another body asks for it
	}
	if f[duty.NameConcepts]+f[duty.NearConcepts] == 0 && f[duty.NameWords] < 0.25 && f[duty.DepartmentOff] == 1 && f[duty.FieldOff] == 1 {
		return false // another body's business, and only the sense comes near
	}
	together := f[duty.NameConcepts] + f[duty.NameWords] + 0.5*f[duty.Meaning] + 0.2*f[duty.DepartmentMet]
	sense := max(f[duty.Meaning], f[duty.MeaningAll], f[duty.NameWords])
	return f[duty.NameConcepts] >= 0.3 && sense >= 0.18 || f[duty.NameConcepts] >= 0.6 || together >= 0.8 || f[duty.NameWords] >= 0.4 || f[duty.NearConcepts] >= 0.25 && f[duty.Meaning] >= 0.45 ||
		f[duty.Meaning] >= 0.6 || f[duty.MeaningAll] >= 0.6 ||
		f[duty.HeavyMet] == 1 && f[duty.DepartmentMet] == 1 && f[duty.Meaning] >= 0.4 && f[duty.MeaningAll] >= 0.4 // the very act, asked by the body that took it back
}

// besideIt tells whether a demand speaks of something that stands near the object of an entry, and hardly in its words.
func besideIt(f duty.Features) bool {
	return f[duty.NameConcepts]+f[duty.OwnWords] == 0 && f[duty.NearConcepts] > 0 && f[duty.NameWords] < 0.08 && f[duty.Said] < 0.9
}

// aboutIt tells whether an entry is about the object of the demand at all: a like action or the same department alone is
// no match.
func aboutIt(f duty.Features) bool {
	return f[duty.NameConcepts]+f[duty.OwnConcepts]+0.7*f[duty.NearConcepts]+1.5*f[duty.NameWords]+f[duty.OwnWords] >= 0.3 ||
		f[duty.Meaning] > 0.45 || f[duty.MeaningAll] > 0.4 || f[duty.Said] >= 0.5 && f[duty.SaidMuch] >= 0.3
}

func (s *sitting) dutyAt(i int) *app.Duty { return &s.ground.List.Duties[i] }

func (s *sitting) partOf(i int) app.Part { return s.dutyAt(i).Part }

// question says what would decide between two entries.
func (s *sitting) question(i, k int) string {
	a, b := s.dutyAt(i), s.dutyAt(k)
	if a.Part == app.TakenBack || b.Part == app.TakenBack {
		return "要做的是宣传、巡查、上报，还是执法、检测、处罚或考核指标？"
	}
	if a.Part == app.Cooperate || b.Part == app.Cooperate {
		return "由本单位承担，还是协助部门去做？"
	}
	return "来文要办的究竟是哪一项？"
}

// takenBack answers a part whose likeliest entry was taken back. The demanded act must be of the kind that the entry
// took away: the same object with only help, publicity or reports is still the township's.
func (s *sitting) takenBack(p *part, a *answer) bool {
	c := p.ranking.Candidates
	if a.duty < 0 || s.partOf(a.duty) != app.TakenBack || p.ranking.PNone > c[0].P {
		return false
	}
	if p.kind == app.KindMeeting {
		return false // to sit in a meeting is not to do what it is about
	}
	var taken float64
	alone := true  // no duty of ours is anywhere near
	rival := false // a duty of ours names the very act too, or is near while the entry does not name the act itself
	for _, x := range c {
		if s.partOf(x.Duty) == app.TakenBack {
			taken += x.P
			continue
		}
		alone = alone && x.P < rivalJob
		rival = rival || s.rivals(x, c[0])
	}
	f := c[0].Features
	if f[duty.HeavyMissing] > 0 || taken < maybeTaken {
		return false
	}
	if needsApproval[p.kind] && min(taken, a.p) < sureVisit {
		return false // who checks, calls or borrows is judged by its own rules
	}
	if p.kind == app.KindCertificate && s.judges("CERTIFICATE") && len(p.hits["CERTIFICATE"]) == 0 {
		return false // a certificate that a law or the published list asks for
	}
	if p.kind == app.KindApp && !s.sameApp(s.dutyAt(a.duty).Name) {
		return false
	}
	if s.forbiddenItself(p) && (f[duty.HeavyMet] < 0.6 && f[duty.NameWords] < 0.3 || taken < sureBoth || s.otherThing(p, f)) {
		return false // what is demanded is forbidden by itself: no need of an entry that only comes near
	}
	enough := sureTaken
	if alone && f[duty.HeavyMet] == 1 && f[duty.DepartmentMet] == 1 {
		enough = sureTop // the very act, asked by its body: all that is left is whether any entry covers it
	}
	unsure := f[duty.HeavyMet] < 0.5 || taken < enough || a.p < sureTop || rival || !sameObject(f) && !(a.p >= sureAct && veryActOf(f))
	if unsure && (s.forbiddenItself(p) || p.kind == app.KindTask && s.forItself(p, a, "APPORTIONED")) {
		return false // forbidden in any case, whatever the entry
	}
	d := s.dutyAt(a.duty)
	if s.keptByThem(p, d) {
		a.kept = true
		s.takenObject(p, a)
		return true
	}
	a.part = app.TakenBack
	switch {
	case unsure:
		a.verdict = app.VerdictEscalate
		a.codes = append(a.codes, "TAKEN_BACK")
		a.reasons = append(a.reasons, fmt.Sprintf("可能属于%s第%s项“%s”，但把握不足，先提级明确。", d.Part.Title(), d.ItemNo, named(d.Name)))
	default:
		a.verdict = app.VerdictRefuse
		a.codes = append(a.codes, "TAKEN_BACK")
		a.reasons = append(a.reasons, fmt.Sprintf("“%s”已列入清单“上级部门收回”第%s项，%s。", named(d.Name), d.ItemNo, s.taker(d)))
	}
	a.strong = a.p >= 0.4
	return true
}

// rivals tells whether a duty of ours keeps the refusal by the first entry back: it names the very act too, or the entry names an
// act of the same family only and the duty is near, or what the letter as a whole is about.
func (s *sitting) rivals(ours, first duty.Candidate) bool {
	if ours.Features[duty.HeavyMet] == 1 || ours.Duty == s.mainJob && first.Features[duty.HeavyMet] < 1 {
		return ours.P >= rivalJob
	}
	return ours.P >= nearRival && first.Features[duty.HeavyMet] < 1
}

// veryActOf tells whether the act that an entry took back is asked by the body that took it, or by no other one in a word of
// the entry: then the object need not be told.
func veryActOf(f duty.Features) bool {
	if f[duty.HeavyMet] < 0.7 || besideIt(f) {
		return false
	}
	return f[duty.DepartmentMet] == 1 || f[duty.HeavyMet] == 1 && f[duty.DepartmentOff]+f[duty.FieldOff] == 0 && f[duty.NameWords] >= 0.05
}

// keptByThem tells whether the letter itself says that somebody else does the act that was taken back (犬证办理、处罚由公安机关
// 负责), that we need not or that it is to end (捉狗、罚款都不用你们做, 停止开具), and the part does not tell us to do it in so many
// words: then it asks for something beside that act.
func (s *sitting) keptByThem(p *part, d *app.Duty) bool {
	classes := map[string]bool{}
	for _, h := range s.Lexicon.FindActions([]rune(text.New(d.Name).String())) {
		if c := s.Lexicon.Class(h.ID); duty.NeedsPower(c) || c == "certify" {
			classes[c] = true
		}
	}
	if len(classes) == 0 {
		return false
	}
	kept := false
	for _, c := range s.reading.Clauses {
		words := s.text.Norm[c.Start:c.End]
		for _, h := range s.Lexicon.FindActions(words) {
			if !classes[s.Lexicon.Class(h.ID)] {
				continue
			}
			m := s.reading.Mask[c.Start+h.Start]
			switch {
			case m&(text.Quoted|text.Past) == 0 && notOurs.MatchString(string(words)):
				kept = true
			case m&text.Theirs != 0 && (c.Actor == notice.ActorIssuer || c.Actor == notice.ActorOther || slices.Contains(words, '由')):
				kept = true
			case m == 0 && c.Actor == notice.ActorUs && p.Start <= c.Start && c.End <= p.End:
				return false
			}
		}
	}
	return kept
}

// notOurs are words by which a letter says that something is not asked of us, or is to end.
var notOurs = pattern.MustCompile(`(不用|不必|无需|不需要?|不要)(你|您|咱|镇|乡|街道|村|社区|网格)|(停止|不再|取消|叫停)(开具|出具|办理|收取|审批|检测|处罚|执法)`)

// sureAct is the probability from which the very act, asked by no other body than the one that took it back, need not be told in
// the words of the entry.
const sureAct = 0.85

// rivalJob is the probability from which a duty that names the demanded act itself keeps a refusal back.
const rivalJob = 0.1

// nearRival is the probability from which a duty holds a refusal back whose entry names only an act of the same family.
const nearRival = 0.25

// needsApproval are the kinds that plans and limits decide, not the list.
var needsApproval = map[app.Kind]bool{app.KindInspection: true, app.KindMeeting: true, app.KindSecondment: true, app.KindCampaign: true}

// otherThing tells whether a forbidden thing only looks like the one that an entry took back: an entry on certificates is
// about who a person is, not about conduct or things lost (eval labels, section 4); one on programs and accounts shares a
// word with what is asked.
func (s *sitting) otherThing(p *part, f duty.Features) bool {
	return p.kind == app.KindCertificate && !person.MatchString(p.live) || p.kind == app.KindApp && f[duty.NameWords] == 0
}

// person are the things about a person that certificates are asked of: kin, marriage, residence, whether alive, record.
var person = pattern.MustCompile(`亲属|亲戚|亲生|父子|父女|母子|母女|父母是|儿子|女儿|夫妻|两口子|兄弟|姐弟|姊妹|独生|婚姻|单身|未婚|已婚|离婚|丧偶|配偶|居住|户籍|住在|健在|生存|在世|活着|死亡|去世|犯罪|身份|同一个?人|本人就是|监护|抚养|赡养|收入`)

// appName is the name before “App” in an entry: 国家反诈中心App.
var appName = pattern.MustCompile(`([\p{Han}]{2,10})(app|小程序)`)

// sameApp tells whether an entry that names one program names the one that the notice speaks of; an entry about programs
// in general names none.
func (s *sitting) sameApp(entry string) bool {
	m := appName.FindStringSubmatch(text.New(entry).String())
	if m == nil {
		return true
	}
	name := strings.TrimPrefix(strings.TrimPrefix(m[1], "推广"), "使用")
	return name == "政务" || name == "政务类" || contains(s.text.String(), name)
}

// forbiddenItself tells whether the part's kind is that of a forbidden thing whose wording was found.
func (s *sitting) forbiddenItself(p *part) bool {
	for code := range p.hits {
		if r := s.Rules.Rule(code); r != nil && r.Role == app.RoleSubject && r.SubjectKind == p.kind && p.kind != app.KindTask {
			return true
		}
	}
	return false
}

// taker says who does a taken-back thing now.
func (s *sitting) taker(d *app.Duty) string {
	if len(d.Departments) == 0 {
		return "乡镇不再承担"
	}
	return "由" + join(d.Departments) + "承接"
}

// named is the name of an entry to be put in quotation marks: its own become single ones.
func named(name string) string { return strings.NewReplacer("“", "‘", "”", "’").Replace(name) }

func join(list []string) string {
	out := ""
	for i, x := range list {
		if i > 0 {
			out += "、"
		}
		out += x
	}
	return out
}

func round(f float64) float64 { return float64(int(f*100+0.5)) / 100 }
