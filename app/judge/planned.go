package judge

import (
	"fmt"

	"yidanqing/app"
	"yidanqing/app/pattern"
)

// near enough: a row of a plan or catalogue is what the demand speaks of.
const sameRow = 0.6

// inspection answers a visit that checks, assesses or scores the office: by the year's plan.
func (s *sitting) inspection(p *part, a *answer) {
	a.strong, a.duty = true, -1
	r := s.deciding(app.RegisterInspection)
	if r == nil || lawfulVisit.MatchString(p.live) {
		a.verdict = app.VerdictDo
		a.reasons = append(a.reasons, "检查事项，做好配合准备。"+s.noRegister(r, app.RegisterInspection))
		return
	}
	n := r.closest([]rune(s.title+s.text.String()), s.issuer, s.fields.Issuer)
	if n.row >= 0 && n.department && s.issuer >= 0 && (n.score >= 0.5 || n.score >= 0.3 && planClaim.MatchString(s.text.String())) {
		a.verdict = app.VerdictDo
		a.reasons = append(a.reasons, fmt.Sprintf("已列入年度督查检查考核计划“%s”，照常配合。", named(r.Entries[n.row].Name)))
		return
	}
	if !s.judges("INSPECTION_UNPLANNED") {
		a.verdict = app.VerdictDo
		a.reasons = append(a.reasons, notJudged("检查事项，做好配合准备", "督查检查考核未列入年度计划"))
		return
	}
	a.verdict = app.VerdictEscalate
	a.codes = append(a.codes, "INSPECTION_UNPLANNED")
	a.reasons = append(a.reasons, "年度督查检查考核计划中没有这一项，建议请来文单位提供列入计划或报备的依据。")
}

var (
	lawfulVisit = pattern.MustCompile(`四不两直|事故调查|统计执法|巡视|巡察|审计(组|局)`)
	planClaim   = pattern.MustCompile(`(列入|纳入|按照?|根据).{0,16}(年度|年初)?.{0,8}计划|(年初|年度)计划(里|内|安排)`)
)

// noRegister tells why a register did not speak.
func (s *sitting) noRegister(r *register, k app.RegisterKind) string {
	if r != nil {
		return ""
	}
	if s.ground.registers[k] != nil {
		return "（" + k.Title() + "不完整或不在有效期，暂不据此判断）"
	}
	return "（尚未导入" + k.Title() + "，未作核对）"
}

// campaign answers a 创建 or 评比: by the projects that were kept.
func (s *sitting) campaign(p *part, a *answer) {
	r := s.deciding(app.RegisterCampaign)
	covered := a.duty >= 0 && a.p >= sureEntry && a.p >= p.ranking.PNone && s.partOf(a.duty) != app.TakenBack
	a.strong = true
	if r == nil && covered { // a campaign that the list knows; no register says more
		p.kind, a.kind = app.KindTask, app.KindTask
		s.task(p, a)
		return
	}
	a.duty = -1
	if r == nil {
		a.verdict = app.VerdictDo
		a.reasons = append(a.reasons, "创建示范事项。"+s.noRegister(r, app.RegisterCampaign))
		return
	}
	n := r.closest([]rune(s.title+s.text.String()), s.issuer, s.fields.Issuer)
	if n.row >= 0 && n.score >= sameRow && n.department {
		a.verdict = app.VerdictDo
		a.reasons = append(a.reasons, fmt.Sprintf("属于保留的创建示范项目“%s”，按需申报。", named(r.Entries[n.row].Name)))
		return
	}
	if !s.judges("CAMPAIGN_UNAPPROVED") {
		a.verdict = app.VerdictDo
		a.reasons = append(a.reasons, notJudged("创建示范事项", "创建示范活动不在保留项目内"))
		return
	}
	a.verdict = app.VerdictEscalate
	a.codes = append(a.codes, "CAMPAIGN_UNAPPROVED")
	a.reasons = append(a.reasons, "保留的创建示范项目中没有这一项，建议请来文单位提供批准依据。")
}

// form answers a demand for data as the job itself: by the catalogue of what may be asked.
func (s *sitting) form(p *part, a *answer) {
	if s.workBehindForm(p, a) {
		a.kind = app.KindTask
		s.task(p, a)
		return
	}
	a.strong = true
	r := s.deciding(app.RegisterForm)
	if r == nil {
		s.formWithoutCatalogue(p, a)
		return
	}
	if row := s.catalogued(p); row != nil {
		a.verdict, a.duty = app.VerdictDo, -1
		a.reasons = append(a.reasons, fmt.Sprintf("属于数据采集目录“%s”，按目录填报。", named(row.Name)))
		return
	}
	if statistics.MatchString(s.text.String()) {
		a.verdict, a.duty = app.VerdictDo, -1
		a.reasons = append(a.reasons, "依统计法开展的调查，应当配合。")
		return
	}
	if r.asks(s.issuer, s.fields.Issuer) && byCatalogue.MatchString(s.text.String()) {
		a.verdict, a.duty = app.VerdictDo, -1
		a.reasons = append(a.reasons, "来文按数据采集目录要数，来文单位有目录内的采集事项，按目录填报。")
		return
	}
	if len(p.hits["EXCESS_TRACES"]) > 0 && !dataNamed.MatchString(p.live) {
		a.kind = app.KindTask // photographs and ledgers of a job are means of it
		s.task(p, a)
		return
	}
	if damage.MatchString(p.live) || !formTable.MatchString(s.title+p.live) && a.duty >= 0 && s.partOf(a.duty) != app.TakenBack && a.p >= ownJob {
		a.kind = app.KindTask // what a calamity did, or a number asked in passing: the end of a job, no table for itself
		s.task(p, a)
		return
	}
	if !formThing.MatchString(s.title + p.live) { // no table in so many words: too little to refuse
		a.kind = app.KindTask
		s.task(p, a)
		return
	}
	if !s.judges("DUPLICATE_FORM") {
		a.verdict, a.duty = app.VerdictDo, -1
		a.reasons = append(a.reasons, notJudged("报表事项", "目录外报表或重复采集"))
		return
	}
	a.verdict, a.part, a.duty = app.VerdictRefuse, app.PartNone, -1
	a.codes = append(a.codes, "DUPLICATE_FORM")
	a.reasons = append(a.reasons, "所要数据不在现行数据采集目录内，或已由其他部门采集，建议共享已有数据，不再重复填报。")
}

// workBehindForm tells whether the data asked are the report of a job that the list knows: other acts than collecting and
// sending are demanded, or the words for a form are weak.
func (s *sitting) workBehindForm(p *part, a *answer) bool {
	if a.duty >= 0 && s.partOf(a.duty) != app.TakenBack && a.p >= sureWork && p.kinds[app.KindForm] < 4 && len(p.hits["DUPLICATE_FORM"]) == 0 && s.works(p) {
		return true // a count of the catalogue at the end of work is no form asked for itself
	}
	if a.duty < 0 || s.partOf(a.duty) == app.TakenBack || a.p < sureEntry || len(p.hits["DUPLICATE_FORM"]) > 0 || s.catalogued(p) != nil {
		return false
	}
	return s.works(p) || !formThing.MatchString(s.title+p.live) || p.kinds[app.KindForm] < 4 && a.p >= 0.8 && !template.MatchString(p.live)
}

// template is a table that is sent along to be filled in.
var template = pattern.MustCompile(`(模板|表|excel)[^,。]{0,4}(在|见|发)[^,。]{0,4}群|模板在|附件表|\(附表\)`)

// sureWork is the probability of a duty from which work is what is asked, though a table comes with it.
const sureWork = 0.8

// formThing are the words for a table that is to be filled in, or for counting as the job itself.
var formThing = pattern.MustCompile(`统计表|一览表|汇总表|群文件里?的?表|表在群|(excel|表)(发)?在群|按[^,。]{0,6}表[^,。]{0,8}填|(旬|月|周|日)报表|(?:^|[^见如])附表(?:[^:。)]|$)|登记表|报表|表格|情况表|明细表|摸底表|excel|模板|填报|逐(人|户|项)填|(?:^|[^报])个数|(各|有|是|统计.{0,20})(多少|几)|身份证号|填表|一表通|目录(内|项)|(填|写进|录进)[^,。]{0,10}(那|这|共享|在线)[^,。]{0,6}表|一(人|户|家|村)一行|一家[^,。]{0,6}一张表|(报|报送|填|登记|统计):[^。;:]{2,16}(、[^。;、]{2,14}){3}|(拉|列|填|做|弄|报|要|出)(一)?(张|份|个)[^,。]{0,6}表(?:[^达示态扬]|$)`)

// formTable is a table in so many words, or data named one by one.
var formTable = pattern.MustCompile(`统计表|一览表|汇总表|(旬|月|周|日)报表|附表|登记表|报表|表格|情况表|明细表|摸底表|excel|模板|逐(人|户|项)填|身份证号|填表|一表通|目录(内|项)|台账|名册|清册|底数|明细|群文件|[一每](人|户|家|村)一行|名单[,，](列|含|包括|注明)|重新填|[^,。;:]{2,12}(、[^,。;、]{2,14}){3}|(拉|列|填|做|弄|报|要|出)(一)?(张|份|个)[^,。]{0,6}表`)

// dataNamed are data asked one by one.
var dataNamed = pattern.MustCompile(`[^,。;:]{2,12}(、[^,。;、]{2,14}){3}|身份证号|统计表|一览表|一(人|户|家|村)一行`)

// byCatalogue is said by who asks only what the catalogue lists.
var byCatalogue = pattern.MustCompile(`(按照?|依照|依据|对照)[^,。]{0,14}(采集|数据|填报|报表|信息)[^,。]{0,6}目录`)

// damage are words of what a calamity, an animal or an accident has done: to count it is part of helping.
var damage = pattern.MustCompile(`受灾|灾情|受损|损失|损毁|毁坏|(坏|砸|冲|淹|塌|死|伤|咬|拱|刮|烧|打落|倒)(了|没|掉)?(多少|几|没)|(打落|砸漏|倒伏|冲走|冲毁|淹没|倒塌|死亡)[^,。]{0,4}(多少|几|数)|伤亡`)

// works tells whether the part asks for an act beside collecting, reporting and showing.
func (s *sitting) works(p *part) bool {
	for _, c := range p.clauses {
		if !s.reading.Live(c) {
			continue
		}
		for _, h := range s.Lexicon.FindActions(s.text.Norm[c.Start:c.End]) {
			switch s.Lexicon.Class(h.ID) {
			case "survey", "report", "host", "trace", "assess", "organise", "supply", "inspect", "approve", "appraise", "certify", "lead", "assist", "pledge":
			default:
				if s.reading.Mask[c.Start+h.Start] == 0 {
					return true
				}
			}
		}
	}
	return false
}

var statistics = pattern.MustCompile(`统计法|(抽样|普查|统计)调查.{0,12}(制度|方案|条例)|国家统计局|经济普查|农业普查|人口普查`)

// catalogued gives the row of the form catalogue under which the issuer may ask this, or nil.
func (s *sitting) catalogued(p *part) *app.RegisterEntry {
	r := s.deciding(app.RegisterForm)
	if r == nil {
		return nil
	}
	n := r.closest([]rune(s.title+s.text.String()), s.issuer, s.fields.Issuer)
	if n.row < 0 || n.score < sameRow || !n.department || r.Entries[n.row].Origin == "共享" {
		return nil
	}
	return &r.Entries[n.row]
}

// formWithoutCatalogue answers a form where no complete catalogue is in force: the list decides, a finding may warn.
func (s *sitting) formWithoutCatalogue(p *part, a *answer) {
	if s.ground.index != nil && a.p >= sureEntry {
		s.task(p, a)
		a.kind = app.KindForm
	} else {
		a.verdict, a.duty = app.VerdictDo, -1
		a.reasons = append(a.reasons, "报表事项。"+s.noRegister(nil, app.RegisterForm))
	}
	if len(p.hits["DUPLICATE_FORM"]) > 0 {
		a.codes = append(a.codes, "DUPLICATE_FORM")
	}
}
