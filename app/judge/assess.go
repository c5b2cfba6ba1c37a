package judge

import (
	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/notice"
	"yidanqing/app/pattern"
	"yidanqing/app/rule"
	"yidanqing/app/text"
)

// part is a stretch of the notice that is judged as one demand, with everything that was seen in it.
type part struct {
	text.Range
	clauses   []notice.Clause
	sentences []text.Range
	live      string // what is demanded, in folded words
	kind      app.Kind
	kinds     map[app.Kind]float64
	ranking   duty.Ranking
	hits      map[string][]rule.Hit
	noted     map[string][]rule.Hit // of rules without a basis to be printed: told, and no verdict rests on them
	power     []app.Evidence        // everyday words of power used beyond the office's help
	single    bool                  // the notice holds no other demand
	due       *app.Deadline         // put right by a person; nil: what is read holds
}

// asManyAs sets no number and asks none: 有几个报几个.
var asManyAs = pattern.MustCompile(`(有|发现|查到|排出)(几|多少)[^,。]{0,3}(报|填|写|上)(几|多少)[^,。]{0,2}`)

// Weights of the stretches of a notice in matching.
const (
	titleWeight      = 0.6
	headingWeight    = 0.8
	backgroundWeight = 0.3
	faultWeight      = 0.8 // the faults that a slip sends to be mended
)

// assess looks at a stretch as one demand.
func (s *sitting) assess(g text.Range, clauses []notice.Clause, single bool) *part {
	p := &part{Range: g, clauses: clauses, single: single, hits: map[string][]rule.Hit{}, noted: map[string][]rule.Hit{}}
	last := -1
	for _, c := range clauses {
		if c.Sentence != last {
			p.sentences = append(p.sentences, s.reading.Sentences[c.Sentence])
			last = c.Sentence
		}
	}
	if single && s.title != "" { // what a title orders to be signed is demanded, though it stands in the title only
		p.sentences = append([]text.Range{s.letter.Title()}, p.sentences...)
	}
	p.live = asManyAs.ReplaceAllString(s.reading.LiveText(g), "")
	title, visits := "", g
	if single { // who comes to check is often said before anything is asked
		title, visits = s.title, text.Range{Start: 0, End: s.text.Len()}
	}
	p.kind, p.kinds = notice.KindOf(p.live, s.reading.VisitText(visits), title)
	if s.letter.Form == notice.FormMinutes && p.kind == app.KindMeeting {
		p.kind = app.KindTask // minutes tell of a meeting, they call none
	}
	for i := range s.Rules.Rules { // every rule: what is found also tells what kind of demand this is
		code := s.Rules.Rules[i].Code
		h := s.rules.Find(code, p.sentences)
		switch {
		case len(h) == 0:
		case s.Rules.Rules[i].Toothless:
			p.noted[code] = h
		default:
			p.hits[code] = h
		}
	}
	s.kindByRules(p)
	if p.kind == app.KindTask && single && s.letter.Form == notice.FormSheet && columns.MatchString(s.text.String()) && toFill.MatchString(s.text.String()) {
		p.kind = app.KindForm
		p.kinds[app.KindForm] += 4
	}
	s.rank(p, single, nil)
	if top := p.ranking.Candidates; p.kind == app.KindApp && !single && len(top) > 0 && top[0].P >= sureJob && s.partOf(top[0].Duty) == app.Basic && s.asksBefore(p, p.hits["FORCED_APP"]) {
		p.kind = app.KindTask // people are asked what work they want, and told to register beside it
	}
	return p
}

// rank compares a part with the entries; before are clauses that tell what it speaks of.
func (s *sitting) rank(p *part, single bool, before []notice.Clause) {
	if s.entries != nil {
		q := s.query(p)
		for _, c := range before {
			q.Segments = append(q.Segments, duty.Segment{Range: c.Range, Weight: 0.5})
		}
		p.ranking = s.entries.Rank(q, s.Weights.Match)
		if t := s.letter.Title(); single && s.letter.Form == notice.FormSlip && t.Len() > 0 && len(q.Segments) > 1 && slipName.MatchString(s.title) {
			q.Segments = q.Segments[1:]
			if r := s.entries.Rank(q, s.Weights.Match); s.actTaken(r) {
				p.ranking = r
			}
		}
		s.withoutConferred(&p.ranking)
	}
}

// columns is the head of a table with cells to be filled in, toFill what is said beside it.
var (
	columns = pattern.MustCompile(`([^|,。\n]{2,10}\|){4}`)
	toFill  = pattern.MustCompile(`填表说明|填报说明|返回|每(人|户|家)一行|逐(人|户|家|项)填|汇总后[^,。]{0,10}报|填报|填写`)
)

// slipName is a title that says nothing but what kind of slip it is: 热线转办单.
var slipName = pattern.MustCompile(`^[^关]{0,30}(工单|转办单|交办单|受理单|派单|联系单|转办函|转办件)$`)

// maybeAct is the probability from which an entry that took back an act of the kind goes before the desk's title.
const maybeAct = 0.3

// actTaken tells whether the likeliest entry took back the very act that is demanded: on a slip that act decides, not the desk
// that hands it on.
func (s *sitting) actTaken(r duty.Ranking) bool {
	return len(r.Candidates) > 0 && s.partOf(r.Candidates[0].Duty) == app.TakenBack && r.Candidates[0].P >= maybeAct && r.Candidates[0].Features[duty.HeavyMet] >= 0.7
}

// target is a number to be reached: the mark of an assessment, whoever says so.
var target = pattern.MustCompile(`(覆盖|提高|提升|达|扩大?)到[^,。]{0,12}[0-9.]+%|率.{0,10}(达到?|要到|到|不低于|须|保持)?[0-9]{2,3}(\.[0-9]+)?%|率必须|(须|要|必须|务必|确保).{0,10}(完成|达到|引进|发展|新增|办结|入库).{0,14}[0-9.]+(万|亿|个|家|人|户|件|起|名|批|元|%)|(任务|指标)(数|量)?[为是:]?[0-9]|(任务|指标|数量?)[^,。]{0,10}分解到|(人数|数量?)不足的[^,。]{0,10}补齐|指标[0-9]+|(不得?少于|至少|不得?低于)[0-9.]+(个|家|户|件|起|批|亿|万|次|(人|例|名)([^次参到]|$))|分(到|了|给)[0-9]+(人|户|个|家|份|张|单)|人头(数)?(落实|凑|完成)|不够数|凑够数|(签|收|办|装|建|拉|引|动员)(够|满|足)[0-9]+|(差|少)一(头|个|户|件|亩|人|单)扣|(任务|指标)(分|派|下)(下来|下去|到)|要?到[0-9]{2,3}%`)

// actOf is the class of act that a rule's wording shows.
var actOf = map[string]string{"APPORTIONED": "quota", "RANKING": "assess", "VETO": "assess", "FORCED_APP": "assess", "CERTIFICATE": "certify"}

// query gives the matcher the stretch with its title and background.
func (s *sitting) query(p *part) duty.Query {
	var q duty.Query
	measured := p.kind != app.KindTask || target.MatchString(p.live) || !s.works(p) // a ranking beside work without a mark to reach is a means
	for _, code := range []string{"APPORTIONED", "RANKING", "VETO", "FORCED_APP", "CERTIFICATE"} {
		if len(p.hits[code]) > 0 && (measured || actOf[code] != "assess") {
			q.Also = append(q.Also, actOf[code])
		}
	}
	if target.MatchString(p.live) {
		q.Also = append(q.Also, "assess")
	}
	if t := s.letter.Title(); t.Len() > 0 {
		w := titleWeight
		if !p.single {
			w = titleWeight / 2
		}
		q.Segments = append(q.Segments, duty.Segment{Range: t, Weight: w})
	}
	refers := refersBack.MatchString(p.live)
	for _, c := range p.clauses {
		live := s.reading.Live(c)
		w := 1.0
		switch {
		case c.Heading:
			w = headingWeight
		case !live && (refers || s.letter.Form == notice.FormSlip) && s.reading.Mask[c.Start]&text.Background != 0:
			w = faultWeight
		case !live:
			w = backgroundWeight
		}
		acts := live && !condition.MatchString(s.text.Slice(c.Start, c.End))
		q.Segments = append(q.Segments, s.stretches(c, w, acts, measured)...)
	}
	return q
}

// condition is a clause that only says of whom or what the next one speaks: 发现骗取批准、违法占地的. Acts in it are theirs.
var condition = pattern.MustCompile(`^[\n,;:、一二三四五六七八九十0-9.()]{0,5}(巡查|检查|排查|走访|日常|平时|工作)?(中)?(发现|凡|凡是|如有|如果?|若|遇有?|一旦|对于?)[^,。]{2,60}(的|者)[,:]?$`)

// foundSo begins a clause that tells what was found: 检查发现门口堆着货.
var foundSo = pattern.MustCompile(`^[\n一二三四五六七八九十、.:]{0,4}(近日|近期|日前|昨天|今天|经|我局|我们|前期|日常)?(检查|巡查|督查|抽查|暗访|监测|检测|核查|走访|排查)(中|时)?(还)?发现[^的请,:]`)

// seenActs are words after which a clause tells what somebody else does or is to do: 发现有人砍伐树木, 提醒商户拆除雨棚.
var seenActs = pattern.MustCompile(`发现(有|有人|谁|是否)?|看到|看见|碰到|遇到|听说|劝阻|劝止|制止|阻止|举报|提醒|叮嘱|嘱咐`)

// refersBack points at what was told before: 留意有没有这种情况.
var refersBack = pattern.MustCompile(`(这种|这类|此类|类似(的)?|这样的)(情况|现象|问题|事|行为|活动|摊子?|车|人|房|店|户|场所)`)

// measuresOthers tells whom an issuer measures instead of the office: 由我局对医疗机构考核, 核定后通报企业.
var measuresOthers = pattern.MustCompile(`^[^镇乡村街道社区你贵]*(企业|公司|医疗(卫生)?机构|医院|学校|幼儿园|商户|商家|经营(户|者|主体)|运营(商|单位|方)|施工单位|建设单位|养护单位|物业)[^镇乡村街道社区你贵]{0,16}(考核|评价|通报|约谈|打分|评分|排名|扣分|问责)|^[^镇乡村街道社区你贵]*(考核|评价|通报|约谈|问责)(给)?(企业|公司|医疗(卫生)?机构|医院|学校|商户|运营商)`)

// stretches cuts a clause where its light changes: the words after 不得 count little and demand nothing.
func (s *sitting) stretches(c notice.Clause, w float64, live, measured bool) []duty.Segment {
	const shade = text.Forbidden | text.Theirs | text.Past | text.Quoted
	var out []duty.Segment
	from, theirActs := c.Start, c.End
	if live {
		if words := s.text.Slice(c.Start, c.End); foundSo.MatchString(words) {
			theirActs = c.Start
		} else if m := seenActs.FindStringIndex(words); m != nil {
			theirActs = c.Start + len([]rune(words[:m[1]]))
		}
	}
	for from < c.End && s.reading.Acting[from] {
		from++
	}
	for i := from; i <= c.End; i++ {
		if i < c.End && i != theirActs && (i == from || s.reading.Mask[i]&(shade|text.Outside|text.Narrated) == s.reading.Mask[from]&(shade|text.Outside|text.Narrated)) {
			continue
		}
		m := s.reading.Mask[from]
		g := duty.Segment{Range: text.Range{Start: from, End: i}, Weight: w, Live: live && m&text.Narrated == 0 && from < theirActs, Issuers: measured && m&shade == text.Theirs && !measuresOthers.MatchString(s.text.Slice(c.Start, c.End))}
		if m&shade != 0 {
			g.Weight, g.Live = min(w, backgroundWeight), false
		}
		if m&text.Outside != 0 { // to whom a result goes: 报我局某股
			from = i
			continue
		}
		out = append(out, g)
		from = i
	}
	return out
}

// kindByRules corrects the kind where a rule tells that a thing is demanded for itself: most of what is asked in the part is
// that very thing, or the words for its kind are there too.
func (s *sitting) kindByRules(p *part) {
	if p.kind != app.KindTask && p.kind != app.KindForm {
		return
	}
	if r := s.deciding(app.RegisterCampaign); r != nil && applies.MatchString(p.live) {
		if n := r.closest([]rune(s.title+p.live), s.issuer, s.fields.Issuer); n.row >= 0 && n.score >= 0.75 {
			p.kind = app.KindCampaign
			return
		}
	}
	if len(p.hits["DUPLICATE_FORM"]) > 0 && formThing.MatchString(p.live) && p.kinds[app.KindForm] > 0 {
		p.kind = app.KindForm
		return
	}
	if t := s.letter.Title(); p.single && signing.MatchString(s.title) && touches(p.hits["PLEDGE"], t.Start, t.End) {
		p.kind = app.KindPledge
		return
	}
	for _, code := range []string{"CERTIFICATE", "PLEDGE", "FORCED_APP", "SECONDMENT"} {
		r := s.Rules.Rule(code)
		if r == nil || len(p.hits[code]) == 0 {
			continue
		}
		if share := s.share(p, code); share >= 0.5 || p.kinds[r.SubjectKind] >= 2 && share >= 0.3 {
			p.kind = r.SubjectKind
			return
		}
	}
}

// signing are titles of papers whose one matter is what is to be signed.
var signing = pattern.MustCompile(`^[^,。]{0,24}关于(组织|开展|做好|认真|统一|逐级|层层|全面|及时|进一步)*(签订|签署|签|递交|报送)[^,。]{0,40}(责任状|责任书|承诺书|保证书|军令状)`)

var applies = pattern.MustCompile(`申报|推荐|创建|评选|争创|命名`)

// asksBefore tells whether something is asked of us before a hit: what is met then may only come with that job.
func (s *sitting) asksBefore(p *part, hits []rule.Hit) bool {
	for _, c := range p.clauses {
		if touches(hits, c.Start, c.End) {
			return false
		}
		if s.reading.Live(c) && s.asks(c) {
			return true
		}
	}
	return false
}

// share is how much of what the part asks is the thing of a rule, by clauses.
func (s *sitting) share(p *part, code string) float64 {
	hits := p.hits[code]
	asked, hit := 0, 0
	for _, c := range p.clauses {
		met := touches(hits, c.Start, c.End)
		if met {
			hit++
		}
		if met || s.reading.Live(c) && s.asks(c) {
			asked++
		}
	}
	if asked == 0 {
		return 0
	}
	return float64(hit) / float64(asked)
}
