package notice

import (
	"strings"

	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// Where else than in signature, letterhead and prefix the body that asks is named.
var (
	reTitleOrg  = pattern.MustCompile(`^《?(.{3,40}?)(?:关于|印发|转发)`)
	reLabelOrg  = pattern.MustCompile(`^(?:发件人|发件单位|来自|来电人|责任单位|调出单位|发电单位|发电机关|交办单位|来电单位|来电|反馈单位|通知单位|发文单位|发文机关|发布单位|制表单位|发话单位|来文单位|下达单位|督办单位|转办单位)[:|](.+)$`)
	reRelayed   = pattern.MustCompile(`(?:^|[,。;:(!〕])(?:刚|刚刚|今天)?(?:接到?|据|根据|按照?|应|收到)([\p{Han}]{2,20}?)(?:的?(?:电话|紧急|最新))?(?:通知|来电|要求|电话|预警|转来|部署|安排)`)
	reReportTo  = pattern.MustCompile(`报送至|报送|报至|报到|报给|报回|上报|报|交至|交到|交|送至|送到|送|反馈至|反馈给|反馈|提交至|提交|发至|发到|发给|发|汇总至|告知|告诉`)
	reByOrg     = pattern.MustCompile(`(?:由|^|[,。;:])([\p{Han}]{3,24}?(?:局|委|办|办公室|中心|厅|政法委|组织部|宣传部|统战部|联合会|总工会|妇联|残联|大队|公司|院))[^,。;]{0,14}(?:收齐|汇总|收取|统一收|采集|审核|提取|考核)`)
	reSubjectOf = pattern.MustCompile(`([\p{Han}]{3,24}?(?:局|委|办公室|办|中心|厅|部|联合会|总工会|大队|公司))(?:对|定于|决定|要求|将对)`)
)

// issuer is the body that asks, as it calls itself.
func (f *fieldReader) issuer() text.Range {
	l := f.l
	for _, find := range f.issuerOrder() {
		if r := find(); r.Len() > 0 {
			return l.trimOrg(r)
		}
	}
	return text.Range{}
}

// issuerOrder says where to look first, by form.
func (f *fieldReader) issuerOrder() []func() text.Range {
	signed := func() text.Range { return f.orgs(ZoneSignature) }
	head := func() text.Range { return f.orgs(ZoneHead) }
	switch f.l.Form {
	case FormPhone:
		return []func() text.Range{f.labelled, f.speaker, f.relayed, f.asking, signed}
	case FormMessage:
		return []func() text.Range{f.speaker, f.labelled, signed, f.signedInLine, f.relayed, f.asking, f.titleOrg, f.reportTo}
	case FormSlip:
		return []func() text.Range{f.labelled, signed, head, f.titleOrg, f.asking, f.reportTo}
	case FormSheet:
		return []func() text.Range{signed, head, f.labelled, f.reportTo, f.asking}
	case FormMinutes:
		return []func() text.Range{head, signed, f.titleOrg}
	}
	order := []func() text.Range{f.signedOrHead, f.titleOrg, f.labelled, f.relayed, f.contactOrg}
	if f.l.span(ZoneNumber, 0).Len() == 0 { // a numbered paper is signed: what is cut off cannot be guessed
		order = append(order, f.reportTo)
	}
	return order
}

// signedOrHead is the signature, or the letterhead where there is none or the signature only shortens it: 区城管办
// below 望城区城市管理委员会办公室.
func (f *fieldReader) signedOrHead() text.Range {
	sig, head := f.orgs(ZoneSignature), f.orgs(ZoneHead)
	if sig.Len() == 0 || head.Len() > sig.Len() && strings.ContainsRune("县市区镇乡旗州", f.l.Text.Norm[sig.Start]) {
		return head
	}
	return sig
}

// orgs are the bodies of a zone of the letter itself; several sign jointly.
func (f *fieldReader) orgs(z Zone) text.Range {
	var out text.Range
	for i, p := range f.l.Paragraphs {
		if p.Zone != z || p.Annex > 0 || !orgLike(f.l.Text.Norm[p.Start:p.End]) && !f.jointOrgs(p.Range) {
			if out.Len() > 0 && p.Zone != ZoneRule {
				break
			}
			continue
		}
		if out.Len() > 0 && f.l.Paragraphs[i-1].End+1 < p.Start {
			break
		}
		if out.Len() == 0 {
			out = p.Range
		}
		out.End = p.End
	}
	return out
}

// jointOrgs tells a line of several bodies apart by blanks.
func (f *fieldReader) jointOrgs(r text.Range) bool {
	from, n := r.Start, 0
	for i := r.Start + 1; i <= r.End; i++ {
		if i < r.End && !f.l.Text.Gap(i) {
			continue
		}
		if !orgLike(f.l.Text.Norm[from:i]) {
			return false
		}
		from = i
		n++
	}
	return n > 1
}

func (f *fieldReader) speaker() text.Range {
	for _, s := range f.l.Senders {
		if s.Org.Len() > 0 {
			return s.Org
		}
	}
	return text.Range{}
}

// labelled reads 交办单位：…, 来电单位|….
func (f *fieldReader) labelled() text.Range {
	for _, p := range f.l.Paragraphs {
		if p.Zone != ZoneLabel && p.Zone != ZoneTable && p.Zone != ZoneHead {
			continue
		}
		g := f.l.src.find(reLabelOrg, text.Range{Start: p.Start, End: min(p.End, p.Start+60)})
		if g == nil {
			continue
		}
		r := g[1]
		for i := r.Start + 1; i < r.End; i++ { // a further label on the line
			if c := f.l.Text.Norm[i]; c == '|' || c == ',' || c == '(' || f.l.Text.Gap(i) {
				r.End = i
				break
			}
		}
		if n := f.l.Text.Norm[r.Start:r.End]; orgLike(n) && (!hasPrefixAt(f.l.Text.Norm, p.Start, "责任单位") || superior(n)) { // who is responsible may be the office itself
			return r
		}
	}
	return text.Range{}
}

// labelledPerson reads the name behind the body of such a line: 来电单位：县信访局接访科 车若兰.
func (f *fieldReader) labelledPerson() text.Range {
	org := f.labelled()
	if org.Len() == 0 {
		return org
	}
	norm, end := f.l.Text.Norm, org.End
	for end < len(norm) && end < org.End+4 && text.Han(norm[end]) && (end == org.End || !f.l.Text.Gap(end)) {
		end++
	}
	if n := norm[org.End:end]; f.l.Text.Gap(org.End) && isName(n) && !notName(string(n)) {
		return text.Range{Start: org.End, End: end}
	}
	return text.Range{}
}

// signedInLine reads the body of somebody who signs at the end of a message with name and number: 区公安分局经侦大队 方令，62816633.
func (f *fieldReader) signedInLine() text.Range {
	norm := f.l.Text.Norm
	for i := len(f.l.Paragraphs) - 1; i >= 0; i-- {
		p := f.l.Paragraphs[i]
		if p.Zone != ZoneBody && p.Zone != ZoneContact {
			continue
		}
		tail := text.Range{Start: max(p.Start, p.End-50), End: p.End}
		all := f.l.src.findAll(rePhoneNo, tail)
		if len(all) == 0 {
			return text.Range{}
		}
		phone := all[len(all)-1][0]
		at := phone.Start
		for at > tail.Start && strings.ContainsRune(",:(", norm[at-1]) {
			at--
		}
		for name := at - 2; name >= max(tail.Start, at-4); name-- {
			if !f.l.Text.Gap(name) || !isName(norm[name:at]) {
				continue
			}
			start := name
			for start > tail.Start && text.Han(norm[start-1]) && (start == name || !f.l.Text.Gap(start)) {
				start--
			}
			if org := norm[start:name]; phone.End+2 >= p.End && orgLike(org) && superior(org) {
				return text.Range{Start: start, End: name}
			}
		}
		return text.Range{}
	}
	return text.Range{}
}

// titleOrg reads the body before 关于 in the title.
func (f *fieldReader) titleOrg() text.Range {
	t := f.l.Title()
	g := f.l.src.find(reTitleOrg, t)
	if g != nil && orgLike(f.l.Text.Norm[g[1].Start:g[1].End]) {
		return g[1]
	}
	if g == nil { // 青山县人民法院应诉通知书
		for end := min(t.End, t.Start+30); end >= t.Start+4; end-- {
			if org := f.l.Text.Norm[t.Start:end]; end < t.End && orgLike(org) && superior(org) && reGenre.MatchString(f.l.src.str(text.Range{Start: end, End: t.End})) {
				return text.Range{Start: t.Start, End: end}
			}
		}
	}
	return text.Range{}
}

// asking finds a body that is the subject of a clause near the beginning: “县防指请云岭镇支援…”.
func (f *fieldReader) asking() text.Range {
	var first text.Range
	n := 0
	for _, p := range f.l.Paragraphs {
		if p.Zone != ZoneBody && p.Zone != ZoneTitle {
			continue
		}
		if n++; n > 6 {
			break
		}
		for _, c := range f.pieces(text.Range{Start: p.Start, End: min(p.End, p.Start+300)}) {
			org := f.clauseOrg(c)
			if org.Len() == 0 {
				continue
			}
			rest := text.Range{Start: org.End, End: min(c.End, org.End+20)}
			if f.l.src.find(reAsks, rest) != nil || reSubjectOf.MatchString(f.l.src.str(text.Range{Start: org.Start, End: rest.End})) || reByOrg.MatchString(f.l.src.str(text.Range{Start: org.Start, End: c.End})) {
				return org
			}
			if first.Len() == 0 {
				first = org
			}
		}
	}
	return first
}

// pieces are clauses, divided at colons and, in chats, at blanks too.
func (f *fieldReader) pieces(r text.Range) []text.Range {
	chat := f.l.Form == FormMessage || f.l.Form == FormPhone
	var out []text.Range
	from := r.Start
	for i := r.Start; i < r.End; i++ {
		switch c := f.l.Text.Norm[i]; {
		case c == ',' || c == '。' || c == ';' || c == ':' || c == '!' || c == '\n':
			out, from = append(out, text.Range{Start: from, End: i}), i+1
		case chat && i > from && f.l.Text.Gap(i):
			out, from = append(out, text.Range{Start: from, End: i}), i
		}
	}
	return append(out, text.Range{Start: from, End: r.End})
}

// clauseOrg is the longest name of a superior body that a clause begins with.
func (f *fieldReader) clauseOrg(c text.Range) text.Range {
	norm := f.l.Text.Norm
	if c.Len() < 3 {
		return text.Range{}
	}
	start := c.Start
	for _, w := range []string{"由", "说明:", "填表要求:", "注:", "备注:", "填报说明:", "紧急通知:", "通知:"} {
		if strings.HasPrefix(f.l.src.str(text.Range{Start: start, End: min(c.End, start+6)}), w) {
			start += len([]rune(w))
		}
	}
	if m, ok := markAt(norm[:c.End], min(start, c.End-1), true); ok && m.End < c.End && m.kind != markBare {
		start = m.End
	}
	limit := start
	for limit < c.End && limit-start < 30 && text.Han(norm[limit]) && !(limit > start && f.l.Text.Gap(limit)) {
		limit++
	}
	for end := limit; end >= start+3; end-- {
		if r := norm[start:end]; orgLike(r) && superior(r) && personEnd(r) == 0 && !leads(r) && !strings.ContainsRune("县市区镇乡村道", r[len(r)-1]) {
			return text.Range{Start: start, End: end}
		}
	}
	return text.Range{}
}

// superior tells names of bodies that can stand above the office: with 县, 市, 区, 省, 镇 … or 局, 公司, 银行 in them.
func superior(r []rune) bool {
	if ownBody(r) && r[0] != '镇' {
		return false
	}
	return strings.ContainsAny(string(r), "县市区省州旗局镇") || hasAny(string(r), "公司", "银行", "法院", "中心", "供电所", "派出所")
}

// trimOrg takes 各位 and the like off a name.
func (l *Letter) trimOrg(r text.Range) text.Range {
	for r.Len() > 0 && l.Text.Norm[r.Start] == '-' {
		r.Start++
	}
	for _, w := range []string{"各位", "〔", "来自", "由", "接到", "接", "转发", "转"} {
		if strings.HasPrefix(l.src.str(r), w) {
			r.Start += len([]rune(w))
		}
	}
	return r
}
