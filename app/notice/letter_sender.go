package notice

import (
	"strings"

	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// Who speaks in a message or calls by phone.
var (
	rePhoneHead = pattern.MustCompile(`(?m)电话记录|电话登记|电话通知记录|接听记录|值班记录|来电|^.{0,2}接.{2,24}电话|^.{2,20}(?:打来的?电话|打电话来|打来的|来电话)|(?:局|办|队|科|股|站|中心)电话[:,]`)
	rePhoneLine = pattern.MustCompile(`^〔?(?:值班电话记录|电话接听记录|电话通知单|电话记录|电话登记表?|电话通知|电话通知记录|接听记录|值班记录|来电记录|来电登记表?)(?:单|簿|摘要)?〕?[^:]{0,14}(?:\d{1,2}:\d{2})?$`)
	reRecord    = pattern.MustCompile(`[。!;]((?:记录人?|值班|接听人?|记)[::]?.{0,4}\d{1,2}[月.]\d{1,2}.{0,14}|\d{1,2}[月.]\d{1,2}.{0,16}|(?:记录人?|接听人?|值班员?)[::].{1,12})$`)
	reSubject   = pattern.MustCompile(`^(?:事由|内容|来电内容|主要内容|通知内容|反映内容|电话内容|事项|主要事项)[:|]`)
	reSignedOff = pattern.MustCompile(`-{1,2}(\p{Han}{2,14})$`)
	reSlipHead  = pattern.MustCompile(`(?:[交督转催]办单|反馈单|整改单|提示单|移交单|任务单|派工单|工单|通知单|转办单|联系单|告知单|办理单)(?:\n|\()`)
	// reOpening tells words before the speaker that say nothing of who speaks.
	reOpening = pattern.MustCompile(`^(?:〔?(?:非常)?(?:紧急通知|重要通知|重要提醒|补充通知|再次通知|紧急提醒|温馨提示|工作提示|工作通知|电话通知|电话记录|值班记录|紧急|通知|提醒|转发|转|特急|急|记|在线等)〕?[!:,、。~]+|` +
		`〔(?:紧急通知|重要通知|紧急|通知|提醒|转发|电话记录|电话通知|置顶|群公告)〕|` +
		`(?:各位|尊敬的)[\p{Han}、]{0,10}[,:!。~]|(?:大家|群里各位)好[,:!。~]?|\p{Han}{1,2}(?:书记|主任|镇长|乡长|站长|所长|支书|会计|主席|部长|老师|同志)(?:您|你)?好?[,!:。~]|各(?:乡镇|镇街|乡|镇|街道|村|社区|单位|站所)[\p{Han}、()]{0,8}(?:注意了?|请注意|你们好|好)[,:!。]?|` +
		`\((?:电话|通知|转|转发|紧急|微信)\)|微信转[:,]?|群里转[:,]?|各[\p{Han}、()各,]{1,24}:|各\p{Han}{1,8}好[,:!。~]+|(?:我|这里|这边)是|(?:20\d\d年)?\d{1,2}月\d{1,2}日|(?:今天|今日|昨天|刚才|刚刚|刚)|(?:上午|下午|中午|晚上|早上|夜里)?\d{1,2}(?::\d{2}|[时点](?:\d{1,2}分?|半|许|左右)?)[,:]?|(?:上午|下午|中午|晚上|早上),?|(?:您|你)?好[,!]|收到请回复[,:!。]?)`)
	// reFollow tells what may follow the name of the body that speaks.
	reFollow = pattern.MustCompile(`^(?:〔\p{Han}{1,4}〕)*(?:\([^()]{0,40}\))?(?:\p{Han}{0,4}(?:通知|提醒|提示|公告|通报)(?:如下|说|一下)?|来电(?:话|通知)?|来人(?:说|通知)|派人来?(?:说|通知)|捎话|口头通知|留言|电话(?:通知)?|急|夜里打来的?|刚?打来的?|打来电话|打电话来?|刚才?来电|转发|转述)(?:\([^()]{0,40}\))?[:,]?说?[:,]|` +
		`^关于[^:,。;]{2,40}(?:通知|提示|提醒|函|公告|通告|预警|事项):|` +
		`^(?:〔\p{Han}{1,4}〕)*(?:\([^()]{0,40}\))?(?:(?:\d{1,2}月\d{1,2}日)?\d{1,2}:\d{2}(?::\d{2})?)?[:@]`)
	// reRole tells what stands between a body and the person who speaks for it.
	reRole = pattern.MustCompile(`^(?:的)?(?:客户经理|工作人员|值班员|值班人员|网格员|窗口|负责人|信贷员|业务员|经办人|联络员|科员|专干|干部|办事员|技术员|民警|书记员|法官助理)`)
	// reIntroduced tells what follows the body of one who introduces himself: “我是县残联的小周，”.
	reIntroduced = pattern.MustCompile(`^(?:的)?([\p{Han}]{2,4})?[,:。!]`)
	// reAsks tells the words by which a body named without a colon goes on to ask.
	reAsks       = pattern.MustCompile(`^(?:要求|急要|急需|请|让|通知|催|要|决定|定于|拟|说|将于|将在|\d{1,2}[月日号]|今天|今晚|明天|明早|本周|这周|下周|周[一二三四五六日]|“)`)
	reSignedEnd  = pattern.MustCompile(`(?:^|[。!;])(\p{Han}{3,30}?)((?:20\d\d年)?\d{1,2}月\d{1,2}日|(?:20\d\d[.\-/])?\d{1,2}[.\-/]\d{1,2})?$`)
	rePersonTail = pattern.MustCompile(`^((?:小|老|大)?\p{Han}{1,3}?)((?:副)?(?:局长|主任|科长|股长|队长|所长|站长|书记|镇长|乡长|部长|校长|老师|经理|医生|院长|行长|主席|会长|干事|同志|组长|馆长|支书|村长|会计|总监|教导员|专干|干部|秘书|警官|法官|工程师|局|队|所|站|总|工|科|股|部|处|院|校|行|庭|办|姐|哥|叔)?)`)
	rePhoneNo    = pattern.MustCompile(`(?:1[3-9]\d{9}|(?:0\d{2,3}-?)?[2-9]\d{6,7}(?:-\d{1,4})?|(?:400|800)-?\d{3,4}-?\d{3,4})`)
)

// maxPrefix is how far into a paragraph the speaker is looked for, in runes.
const maxPrefix = 70

// paragraph puts a line of words: a speaker before them and a contact, a note of the recorder or a signature after
// them stand apart.
func (p *parser) paragraph(r text.Range) {
	if p.l.Form != FormLetter && p.l.Form != FormMessage {
		if g := p.src.find(reSubject, text.Range{Start: r.Start, End: min(r.End, r.Start+8)}); g != nil {
			p.put(g[0], ZoneLabel)
			r.Start = g[0].End
		}
	}
	if s, ok := p.sender(r); ok {
		p.l.Senders = append(p.l.Senders, s)
		p.put(s.Range, ZoneSender)
		r.Start = s.End
	}
	if org, date := p.signedEnd(r); org.Len() > 0 {
		p.put(text.Range{Start: r.Start, End: org.Start}, ZoneBody)
		p.put(org, ZoneSignature)
		p.put(date, ZoneDate)
		return
	}
	at, zone := p.tailOf(r)
	p.put(text.Range{Start: r.Start, End: at}, ZoneBody)
	p.put(text.Range{Start: at, End: r.End}, zone)
}

// tailOf is where something else than body begins at the end of a paragraph, and what it is.
func (p *parser) tailOf(r text.Range) (int, Zone) {
	tail := text.Range{Start: max(r.Start, r.End-90), End: r.End}
	if !hasAny(p.src.str(tail), "联系", "联络", "咨询") {
	} else if g := p.src.find(reContactTail, tail); g != nil && (g[1].Start > tail.Start || tail.Start == r.Start) {
		return g[1].Start, ZoneContact
	}
	tail.Start = max(r.Start, r.End-30)
	if p.l.Form == FormPhone {
		if g := p.src.find(reRecord, tail); g != nil {
			return g[1].Start, ZoneLabel
		}
	}
	if p.l.Form == FormPhone || p.l.Form == FormMessage {
		if g := p.src.find(reSignedOff, tail); g != nil && (isName(p.runes(g[1])) || personWords(p.runes(g[1])) || orgLike(p.runes(g[1]))) {
			return g[0].Start, ZoneSignature
		}
	}
	return r.End, ZoneBody
}

// signedEnd splits a body's name, perhaps with a day, that stands apart at the end of a message.
func (p *parser) signedEnd(r text.Range) (org, date text.Range) {
	if r.Len() == 0 || !dayEnd(p.l.Text.Norm[r.End-1]) && !orgEnds(p.l.Text.Norm, r.End) {
		return org, date
	}
	tail := text.Range{Start: max(r.Start, r.End-44), End: r.End}
	g := p.src.find(reSignedEnd, tail)
	if g == nil || g[1].Start == r.Start || !orgLike(p.runes(g[1])) || leads(p.runes(g[1])) || !p.l.Text.Gap(g[1].Start) && !superior(p.runes(g[1])) && g[1].Len() > 6 {
		return org, date
	}
	if g[2].Len() > 0 {
		date = g[2]
	} else if p.l.Form != FormMessage && p.l.Form != FormPhone {
		return org, date
	}
	return g[1], date
}

// sender reads who speaks at the beginning of a paragraph: opening words, the body, perhaps a person, and the mark
// or word that ends the prefix.
func (p *parser) sender(r text.Range) (Sender, bool) {
	switch {
	case p.l.Form == FormMessage, p.l.Form == FormPhone:
	default:
		return Sender{}, false
	}
	head := text.Range{Start: r.Start, End: min(r.End, r.Start+maxPrefix)}
	at := p.skipOpening(head)
	s, ok := p.speaker(text.Range{Start: at, End: head.End})
	if !ok {
		return Sender{}, false
	}
	s.Start = r.Start
	return s, true
}

// skipOpening passes greetings, marks of urgency and @names before the speaker.
func (p *parser) skipOpening(r text.Range) int {
	t, at := p.l.Text, r.Start
	for at < r.End {
		switch c := t.Norm[at]; {
		case c == '@':
			at++
			for at < r.End && !t.Gap(at) && t.Norm[at] != ':' && t.Norm[at] != ',' && t.Norm[at] != '@' {
				at++
			}
			if at < r.End && (t.Norm[at] == ':' || t.Norm[at] == ',') {
				at++
			}
			continue
		case c == '〔':
			if k := ornament(t.Norm, at, r.End); k > 0 {
				at = k
				continue
			}
		case c == '“' || c == '!' || c == ',' || c == ':' || c == '。' || c == '~' || c == '#' || c == '-':
			at++
			continue
		}
		g := p.src.find(reOpening, text.Range{Start: at, End: r.End})
		if g == nil {
			return at
		}
		at = g[0].End
	}
	return at
}

// ornament is where a bracketed word ends that chats use for a picture, 〔玫瑰〕, or that names the chat, 〔乡村振兴业务群〕;
// 0 where it names a body.
func ornament(n []rune, i, end int) int {
	for k := i + 1; k < end && k < i+16; k++ {
		if n[k] == '〕' {
			if n[k-1] == '群' {
				return k + 1
			}
			if k >= i+6 {
				return 0
			}
			if orgLike(n[i+1:k]) || knownShort(n[i+1:k]) {
				return 0
			}
			return k + 1
		}
	}
	return 0
}

// speaker reads the body that speaks at the beginning of r, the longest name that a fitting end follows.
func (p *parser) speaker(r text.Range) (Sender, bool) {
	norm := p.l.Text.Norm
	if r.Len() < 3 {
		return Sender{}, false
	}
	if norm[r.Start] == '〔' { // 【县文旅局】
		for i := r.Start + 1; i < r.End && i < r.Start+24; i++ {
			if norm[i] == '〕' {
				org := text.Range{Start: r.Start + 1, End: i}
				return Sender{Range: text.Range{End: i + 1}, Org: org}, orgLike(norm[org.Start:org.End])
			}
		}
		return Sender{}, false
	}
	start := r.Start
	if hasPrefixAt(norm, start, "12345") { // 12345县热线办:
		start += 5
	}
	for _, w := range []string{"转发", "转", "刚接到", "刚接", "接到", "接", "据"} {
		if hasPrefixAt(norm, start, w) {
			start += len([]rune(w))
			break
		}
	}
	limit := start
	for limit < r.End && limit-start < 32 && (text.Han(norm[limit]) || norm[limit] == '、' || norm[limit] == '-' || norm[limit] == '/') {
		limit++
	}
	for end := limit; end >= start+2; end-- {
		if !orgLike(norm[start:end]) && !knownShort(norm[start:end]) {
			continue
		}
		if personEnd(norm[start:end]) > 0 { // 县城管局张队: 张队 is a person, no body
			continue
		}
		if k := relayAt(norm[start:end]); k > 0 {
			if s, ok := p.follow(text.Range{Start: end, End: r.End}); ok {
				s.Org, s.For = text.Range{Start: start, End: start + k}, text.Range{Start: start + k + 1, End: end}
				return s, true
			}
			continue
		}
		if s, ok := p.follow(text.Range{Start: end, End: r.End}); ok {
			s.Org = text.Range{Start: start, End: end}
			return s, true
		}
		if g := p.src.find(reIntroduced, text.Range{Start: end, End: r.End}); start > 0 && norm[start-1] == '是' && g != nil {
			s := Sender{Range: text.Range{End: g[0].End}, Org: text.Range{Start: start, End: end}}
			if g[1].Len() > 0 {
				s.Person = g[1]
			}
			return s, true
		}
		if p.asks(text.Range{Start: start, End: end}, r.End) {
			org := text.Range{Start: start, End: end}
			return Sender{Range: text.Range{End: end}, Org: org}, true
		}
	}
	for end := start + 3; end <= start+5 && end < r.End; end++ {
		if norm[end] == ':' && reAnyShort.MatchString(string(norm[start:end])) {
			return Sender{Range: text.Range{End: end + 1}, Org: text.Range{Start: start, End: end}}, true
		}
	}
	return Sender{}, false
}

// asks tells whether a body named without a colon speaks: a word of asking follows, or a blank.
func (p *parser) asks(org text.Range, end int) bool {
	norm := p.l.Text.Norm
	if !strings.ContainsRune("县市区镇乡省州旗团国街苏盟", norm[org.Start]) || org.Len() < 3 {
		return false
	}
	if p.l.Text.Gap(org.End) {
		return true
	}
	return p.src.find(reAsks, text.Range{Start: org.End, End: end}) != nil
}

// reShort is a body called by its line of work alone: 县妇幼, 区城管, 团县委.
var reShort = pattern.MustCompile(`^(?:团[县市区旗]委|农办|人武部|派出所|[县市区镇乡旗](?:妇幼|疾控|交警|城管|文旅|医保|人社|民政|教体|教育|统计|住建|应急|农业|水利|林业|环保|市监|公安|司法|财政|审计|信访|政法|组织|宣传|统战|卫健|气象|消防|供电|税务|国税|资规|自规|国土|交通|路政|商务|科技|发改|工信|民宗|退役|乡村振兴|数据|行政审批|档案|党校|供销|公积金|防指|纪委|食药|农经|农技|林草|河长|征兵|血站|电力|水务|燃气|红会|融媒|文联|科协|侨联|台办|外办|老干局|关工委))$`)

// reAnyShort is any body of the county named by two to four characters before a colon: 县融媒：
var reAnyShort = pattern.MustCompile(`^县[^里内直级域城上长政府][\p{Han}]{1,3}$`)

// follow reads what ends the prefix after the body's name: “通知：”, a person and “：”, “来电，” or an @name.
func (p *parser) follow(r text.Range) (Sender, bool) {
	norm := p.l.Text.Norm
	if g := p.src.find(reFollow, r); g != nil {
		s := Sender{Range: text.Range{End: p.addressed(g[0].End)}}
		if ph := p.src.find(rePhoneNo, g[0]); ph != nil {
			s.Phone = ph[0]
			p.personBefore(&s, text.Range{Start: g[0].Start, End: ph[0].Start})
		}
		return s, true
	}
	if g := p.src.find(reRole, r); g != nil {
		r.Start = g[0].End
		if f := p.src.find(reFollow, r); f != nil {
			return Sender{Range: text.Range{End: p.addressed(f[0].End)}}, true
		}
	}
	if r.Len() > 2 && (norm[r.Start] == '-' || norm[r.Start] == '—') { // 林长办-小字:
		r.Start++
	}
	if r.Len() > 1 && norm[r.Start+1] == ':' && strings.ContainsRune(surnames, norm[r.Start]) { // 农业农村局 邵:
		return Sender{Range: text.Range{End: r.Start + 2}, Person: text.Range{Start: r.Start, End: r.Start + 1}}, true
	}
	g := p.src.find(rePersonTail, r)
	if g == nil {
		return Sender{}, false
	}
	for end := min(g[0].End+3, r.End); end > r.Start; end-- {
		name := text.Range{Start: r.Start, End: end}
		if !personWords(norm[name.Start:name.End]) {
			continue
		}
		rest := text.Range{Start: end, End: r.End}
		f := p.src.find(reFollow, rest)
		if f == nil {
			continue
		}
		s := Sender{Range: text.Range{End: p.addressed(f[0].End)}, Person: name}
		if ph := p.src.find(rePhoneNo, f[0]); ph != nil {
			s.Phone = ph[0]
		}
		return s, true
	}
	return Sender{}, false
}

// addressed passes the @names that follow the speaker: 农办老冯@各村：
func (p *parser) addressed(end int) int {
	norm := p.l.Text.Norm
	if norm[end-1] == '@' {
		end--
	}
	if end < len(norm) && norm[end] == '@' {
		return p.skipOpening(text.Range{Start: end, End: min(len(norm), end+maxPrefix)})
	}
	return end
}

// reContactTail tells a contact that ends a paragraph.
var reContactTail = pattern.MustCompile(`(?:^|[。;!])(\(?(?:[\p{Han}]{0,8}(?:联系人|联络人|联系方式|联系电话|咨询电话))(?:[:\d]|\p{Han}{2,3}[,、\d])[^。]{1,60}[。)]*)$`)
