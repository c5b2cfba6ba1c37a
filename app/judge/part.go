package judge

import (
	"yidanqing/app"
	"yidanqing/app/notice"
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// parts cuts the notice into the demands that get different answers; none where it demands nothing. Several steps of one
// job are one demand: a unit stands by itself only where its own words are strong.
func (s *sitting) parts() []*part {
	if s.reading.ToOthers {
		return nil
	}
	var units []notice.Unit
	for _, u := range s.reading.Units() {
		if s.anyLive(u.Clauses) {
			units = append(units, u)
		}
	}
	whole := s.whole()
	if whole == nil || !s.demands(whole) || s.informs(whole) {
		return nil
	}
	if whole.kind == app.KindPledge && signing.MatchString(s.title) && !s.works(whole) { // who signs with whom, and by when
		return []*part{whole}
	}
	if len(units) < 2 || len(units) > mostUnits {
		return []*part{whole}
	}
	groups := s.group(whole, units)
	if len(groups) == 0 {
		return []*part{whole}
	}
	return groups
}

// mostUnits is the number of items from which a text is a book, not a notice: it is judged as a whole.
const mostUnits = 120

func (s *sitting) anyLive(cs []notice.Clause) bool {
	for _, c := range cs {
		if s.reading.Live(c) {
			return true
		}
	}
	return false
}

// whole is the notice as one demand, from its first live clause to its last.
func (s *sitting) whole() *part {
	first, last := -1, -1
	for i, c := range s.reading.Clauses {
		if s.reading.Live(c) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	all := s.reading.Clauses
	if first < 0 {
		return s.visitOnly(all)
	}
	return s.assess(text.Range{Start: all[first].Start, End: all[last].End}, all, true)
}

// visitOnly is a notice that asks nothing and only tells of a check of the office: it is to be received.
func (s *sitting) visitOnly(all []notice.Clause) *part {
	if len(all) == 0 {
		return nil
	}
	p := s.assess(text.Range{Start: all[0].Start, End: all[len(all)-1].End}, all, true)
	if p.kind != app.KindInspection {
		return nil
	}
	return p
}

// cue are words by which something is asked of the reader.
var cue = pattern.MustCompile(`(?:^|[^申提])请(?:[^示假客问教]|$)|建议(街道|各|你|镇|乡|村|社区)|(?:^|[^添])麻烦|务必|必须|须|要求|来一?(个|位|名)|需(要|在|将|把|于|按)|劳烦|拜托|让(各|村|咱|镇|你|乡|社区)|要(把|将|对|在|到|确保|加强|组织|做好|严格|及时|落实|认真|按|求|下载|注册|签|报|给|去|来)|` +
	`前.{0,6}(报|完成|交|送|反馈|提交|办|弄|填|发|搞|上报|回|清|签|改|到位)|把.{1,24}(报|告诉|给|交|送|发|记|转|清|拔|放|存|搞|弄|喊|看|走|收|补|讲)|` +
	`(不得?|不)少于[0-9一二三四五六七八九十]|凑(够|齐|足|[0-9]|一)|按[^,。]{0,10}表[^,。]{0,12}填|由(各)?.{0,4}(乡镇|镇|乡|街道|村|社区)|(发|报|告诉|通知)(给|到)?(我|咱)(们|局|站|办|所|队|大队|中心|这)|(看|收|扫|理|管|跑|劝|问|查|清|盯|说|讲|摸|转|填|拉|捡|修|送|谈|走|扎|补)一(看|收|扫|理|管|跑|劝|问|查|清|盯|说|讲|摸|转|填|拉|捡|修|送|谈|走|扎|补)|你们?(乡|镇|村|街道|社区)?(上|里)?(自己|几个|那边)?(负责|安排|组织|调剂|出|派|去|来|先|帮|把|看|盯|找|喊|叫|做)|挨(家|户|个)[^,。]{0,6}(走|看|问|敲|过|查|跑)|(各|全)(村|屯|组|镇|乡|社区)[^,。]{0,6}(排|走|过|摸|捋|理|跑|查|问)(一|个)?(遍|圈|次|下)|(平台|系统)[^,。]{0,8}(导入|录入|上传|提交|导一下)|(乡|镇|村)(上|里)(安排|组织|出|派|去|帮|把|看|盯|找|喊|叫|负责|收)|前[^,。]{0,10}(给我|交我|拉走|定好|定下|有个|讲清)|备(够|足|齐)|(组织|开展|做好|落实|加强|抓好|安排|报送|上报|填报|召开|参加|签订|完成|推进|配合|协助|帮(着|忙|助|我)|抓紧|赶紧|马上|立即|提醒|留意|看看|转转|问问|说一声|劝|喊|讲讲|清理|排查|摸排|巡查|走访)`)

// demands tells whether the stretch asks anything that is not left to choice.
func (s *sitting) demands(p *part) bool {
	for _, c := range p.clauses {
		if s.reading.Live(c) && s.reading.Mask[c.Start]&text.Voluntary == 0 && s.asks(c) {
			return true
		}
	}
	for _, code := range []string{"FORCED_APP", "PLEDGE", "CERTIFICATE", "APPORTIONED", "SECONDMENT", "VAGUE"} {
		if len(p.hits[code]) > 0 {
			return true
		}
	}
	return (p.kind == app.KindMeeting || p.kind == app.KindInspection || p.kind == app.KindForm) && !s.allFree(p)
}

// allFree tells whether everything that is live in the part is left to choice.
func (s *sitting) allFree(p *part) bool {
	free := false
	for _, c := range p.clauses {
		if s.reading.Live(c) && s.reading.Mask[c.Start]&text.Voluntary == 0 {
			return false
		}
		free = free || s.reading.Mask[c.Start]&text.Voluntary != 0
	}
	return free
}

// doTo is an order that begins with 把: 今晚之前把线剪了.
var doTo = pattern.MustCompile(`^(?:请|就|先|再|都|要|你们|镇里|村里|社区|街道|[^,。]{0,8}之?前|今天|今晚|明天)*(?:帮忙|赶紧|抓紧|全部|统一)?把[^,。]{1,20}(?:了|掉|好|完|走|开|干净|下来|出来|起来|上来|过来|回来|进去|上|到位)(?:$|[,。;!])`)

// byWhen says by when somebody is to do a thing.
var byWhen = pattern.MustCompile(`([0-9]{1,2}(日|号|点)|月底|月末|年底|[上中下]旬|周[一二三四五六日天]|明天|今天|今晚|明早|下班|节)之?前[^,。]{2}`)

var (
	// informing are the words of texts that only tell: thanks, reports on what was done, withdrawals.
	informing = pattern.MustCompile(`(各|镇|乡|街道)?[\p{Han}]{0,6}(知悉|知晓)[。!]?$|收到即可|(不用|无需|不必)(回信|回复|反馈)|供[^,。]{0,8}(学习)?借鉴|(简报|通报|专报|快报)\(?第|感谢信|表扬信|告知函|的告知|祝贺|贺信|慰问信|情况告知|报个?平安[。,! ]|(专项|行动|工作)?已(圆满)?收工|(已|均|全部|现已|现)(全部)?(作废|叫停|下线|停用|取消|撤销)|查实.{0,12}典型|特此(告知|感谢|公告|通告)|敬请谅解|谢谢谢谢|(不用|无需|不需要)(镇里|乡镇|村里|各镇|你们)?再?(做|办|报|填|统计)|供参阅|(专报|简报|快报)\n?第[0-9]+期|不再向(乡镇|各镇|村)|予以公布|现予公布|请(大家|各位|市民)?(知悉|知晓|周知)|无其他要求|仅供参考`)
	// told are titles of texts to everybody.
	told = pattern.MustCompile(`(公告|通告|公示|感谢信|表扬信|告知书?|公开信|倡议书|温馨提示|专报|简报|快报|预报)$`)
	// moved are words by which a meeting gets another hour or place: who is called must come then.
	moved = pattern.MustCompile(`(时间|地点|会议|培训)[^。]{0,30}(改为|改到|改在|改至|调整为|调整到|推迟|提前至|延期至|变更为)`)
	// withdrawn are titles that take an order back.
	withdrawn = pattern.MustCompile(`(停止执行|停止使用|废止|撤销|取消|收回|作废)[^。]{0,60}(通知|公告|决定|函|通报)$`)
	// published are titles by which lists and names are made known.
	published = pattern.MustCompile(`关于(印发|公布|发布|转发)[^,。]{0,60}(清单|目录|名录|名单|通讯录)[》〉>]{0,2}[^,。]{0,6}的(通知|通告|公告|函)$`)
	// toPublic are words to everybody.
	toPublic = pattern.MustCompile(`尊敬的[\p{Han}]{0,6}(客户|用户|业主|居民|市民|旅客|群众|家长)|广大(网民|市民|群众|居民|村民|业主|车主|用户)|社会各界|向社会(公开)?(征集|公告|通告|公示)|欢迎.{0,8}(监督|举报)`)
	// dated asks for something by a day.
	dated = pattern.MustCompile(`前[^,。]{0,16}(报|完成|交|送|反馈|提交|办|填)|请[^。]{0,24}(报送|反馈|填报|组织|开展|完成)`)
	// praised are titles of texts that praise.
	praised = pattern.MustCompile(`(表扬|表彰|嘉奖)[^。]{0,40}(通报|决定|通知)$`)
	// entreating are words by which more is asked in a text that takes back or praises.
	entreating = pattern.MustCompile(`(要|应|须)(抓紧|及时|认真|做好|同步|严格)|请(各|于|将|把|按|在|你|贵|抓|认|及|做|严|组)|务必|前(报|完成|交|送|反馈|提交)|签订|填报`)
	// asking are words by which the reader is asked in so many words.
	asking = pattern.MustCompile(`(?:^|[^申提])请(?:[^示假客问教知周各大谅]|各(镇|乡|街|村|社|单)|$)|麻烦|务必|必须|(?:^|[^不他关件作])要求(?:[^,。、;和的)]|$)|前.{0,6}(报|完成|交|送|反馈|提交|办)`)
)

// informs tells whether a text that names acts only tells of them: it thanks, withdraws or reports, and nobody is asked.
func (s *sitting) informs(p *part) bool {
	if withdrawn.MatchString(s.title) || praised.MatchString(s.title) {
		return !entreating.MatchString(s.afterQuotes(p.live))
	}
	if published.MatchString(s.title) && !dated.MatchString(p.live) {
		return true
	}
	if told.MatchString(s.title) && toPublic.MatchString(s.text.String()) && !s.addressed() {
		return true
	}
	if p.kind == app.KindMeeting && moved.MatchString(s.text.String()) {
		return false
	}
	if !informing.MatchString(s.text.String()) && !told.MatchString(s.title) {
		return false
	}
	for _, c := range p.clauses {
		if s.reading.Live(c) && s.reading.Mask[c.Start]&(text.Voluntary|text.Forbidden) == 0 &&
			(asking.MatchString(s.reading.LiveText(c.Range)) || c.Actor == notice.ActorUs && byTurns.MatchString(s.reading.LiveText(c.Range))) {
			return false
		}
	}
	return true
}

// byTurns asks in speech that something be done house by house or by every village.
var byTurns = pattern.MustCompile(`挨(家|户|个)[^,。]{0,6}(走|看|问|敲|过|查|跑)|(各|全)(村|屯|组|镇|乡|社区)[^,。]{0,6}(排|走|过|摸|捋|理|跑|查|问)(一|个)?(遍|圈|次|下)`)

// addressed tells whether somebody is written to who is not everybody.
func (s *sitting) addressed() bool {
	for _, a := range s.letter.In(notice.ZoneAddressee) {
		if !toPublic.MatchString(s.text.Slice(a.Start, a.End)) {
			return true
		}
	}
	return false
}

// afterQuotes is what follows the words that tell what an order had asked: its demands are those that were taken back.
func (s *sitting) afterQuotes(live string) string {
	if m := takenBackFrom.FindStringIndex(live); m != nil {
		return live[m[1]:]
	}
	return live
}

var takenBackFrom = pattern.MustCompile(`(自即日起|即日起|经研究|现决定|决定)[^。]{0,30}(停止|废止|撤销|取消|作废|收回)`)

// asks tells whether a live clause asks for something: by a word of asking, or by naming an act that is not told as done.
func (s *sitting) asks(c notice.Clause) bool {
	live := s.reading.LiveText(c.Range)
	if cue.MatchString(live) || doTo.MatchString(live) || c.Actor == notice.ActorUs && byWhen.MatchString(live) {
		return true
	}
	const shade = text.Forbidden | text.Theirs | text.Past | text.Quoted | text.Outside
	words := s.text.Norm[c.Start:c.End]
	for _, h := range s.Lexicon.FindActions(words) {
		if s.reading.Mask[c.Start+h.Start]&shade != 0 {
			continue
		}
		if h.End < len(words) && (words[h.End] == '了' || words[h.End] == '过') || h.Start > 0 && words[h.Start-1] == '了' {
			continue
		}
		return true
	}
	return false
}

// seen is a stretch of neighbouring units with the answer of the strongest of them.
type seen struct {
	units []notice.Unit
	p     *part // of a single unit
	a     answer
}

// group joins neighbouring units to the demands that they belong to; nil where the notice is one demand.
func (s *sitting) group(whole *part, units []notice.Unit) []*part {
	var all []seen
	settled := true // nothing in the notice is to be declined
	for _, u := range units {
		p := s.assess(u.Range, u.Clauses, false)
		if !s.demands(p) || s.ceremony(u, p) {
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
		if followUp.MatchString(s.text.Slice(u.Start, min(u.End, u.Start+24))) {
			a.strong, a.follows = false, true
		}
		settled = settled && (a.verdict == app.VerdictDo || a.verdict == app.VerdictCooperate || len(a.codes) == 1 && a.codes[0] == "NOT_ON_LIST")
		all = append(all, seen{[]notice.Unit{u}, p, a})
	}
	refused := s.answer(whole).verdict == app.VerdictRefuse
	if top := whole.ranking.Candidates; settled && !refused && len(top) > 0 && top[0].P >= oneJob && s.partOf(top[0].Duty) != app.TakenBack {
		return nil
	}
	lawful := refused && s.takenBySum(whole, all)
	for _, x := range all {
		lawful = lawful || s.ourJob(x.p, x.a) || !x.a.follows && x.a.verdict != app.VerdictRefuse && s.ownWork(x.p)
	}
	return s.assessGroups(s.neighbours(all), refused && lawful)
}

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
	other := false // another entry is likeliest, and a duty of ours is not far
	for i, c := range top {
		if i == 0 && (c.Duty == neighbour.duty || c.P <= p.ranking.PNone) || i == 5 {
			break
		}
		other = other || s.partOf(c.Duty) != app.TakenBack && c.P >= 0.08
	}
	return other || s.works(p)
}
