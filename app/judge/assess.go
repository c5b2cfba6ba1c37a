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
	p.live = s.reading.LiveText(g)
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
	if s.entries != nil {
		p.ranking = s.entries.Rank(s.query(p), s.Weights.Match)
	}
	return p
}

// target is a number to be reached: the mark of an assessment, whoever says so.
var target = pattern.MustCompile(`(覆盖|提高|提升|达|扩大?)到[^,。]{0,12}[0-9.]+%|率.{0,10}(达到?|要到|到|不低于|须|保持)?[0-9]{2,3}(\.[0-9]+)?%|率必须|(须|要|必须|务必|确保).{0,10}(完成|达到|引进|发展|新增|办结|入库).{0,14}[0-9.]+(万|亿|个|家|人|户|件|起|名|批|元|%)|(任务|指标)(数|量)?[为是:]?[0-9]|(任务|指标|数量?)[^,。]{0,10}分解到|(人数|数量?)不足的[^,。]{0,10}补齐|指标[0-9]+|(不得?少于|至少|不得?低于)[0-9.]+(个|家|户|件|起|批|亿|万|次|(人|例|名)([^次参到]|$))|分(到|了|给)[0-9]+(人|户|个|家|份|张|单)|人头(数)?(落实|凑|完成)|不够数|凑够数`)

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
		q.Segments = append(q.Segments, s.stretches(c, w, live, measured)...)
	}
	return q
}

// refersBack points at what was told before: 留意有没有这种情况.
var refersBack = pattern.MustCompile(`(这种|这类|此类|类似(的)?|这样的)(情况|现象|问题|事|行为|活动|摊子?|车|人|房|店|户|场所)`)

// measuresOthers tells whom an issuer measures instead of the office: 由我局对医疗机构考核, 核定后通报企业.
var measuresOthers = pattern.MustCompile(`^[^镇乡村街道社区你贵]*(企业|公司|医疗(卫生)?机构|医院|学校|幼儿园|商户|商家|经营(户|者|主体)|运营(商|单位|方)|施工单位|建设单位|养护单位|物业)[^镇乡村街道社区你贵]{0,16}(考核|评价|通报|约谈|打分|评分|排名|扣分|问责)|^[^镇乡村街道社区你贵]*(考核|评价|通报|约谈|问责)(给)?(企业|公司|医疗(卫生)?机构|医院|学校|商户|运营商)`)

// stretches cuts a clause where its light changes: the words after 不得 count little and demand nothing.
func (s *sitting) stretches(c notice.Clause, w float64, live, measured bool) []duty.Segment {
	const shade = text.Forbidden | text.Theirs | text.Past | text.Quoted
	var out []duty.Segment
	from := c.Start
	for from < c.End && s.reading.Acting[from] {
		from++
	}
	for i := from; i <= c.End; i++ {
		if i < c.End && (i == from || s.reading.Mask[i]&(shade|text.Outside|text.Narrated) == s.reading.Mask[from]&(shade|text.Outside|text.Narrated)) {
			continue
		}
		m := s.reading.Mask[from]
		g := duty.Segment{Range: text.Range{Start: from, End: i}, Weight: w, Live: live && m&text.Narrated == 0, Issuers: measured && m&shade == text.Theirs && !measuresOthers.MatchString(s.text.Slice(c.Start, c.End))}
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
		if n := r.closest([]rune(s.title+p.live), s.issuer); n.row >= 0 && n.score >= 0.75 {
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
