package notice

import (
	"slices"
	"strings"

	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// Names and numbers of contacts.
var (
	reContactName = pattern.MustCompile(`(?:联系人员?|聯系人|聯絡人|联络人|联系同志|(?:审计组组长|组长|经办人?|来电人|发话人|联络员|对接人|负责人|报送人)[:|])(?:及(?:联系)?(?:电话|方式))?(?:姓名)?[:|]?((?:[\p{Han}()]{2,20}?[局委办股科室处部站所中心组院](?:[:,、]|)?)?)(\p{Han}{2,4})`)
	reNamedDesk   = pattern.MustCompile(`[股科室办部站所局委心组](\p{Han}{2,3})(?:(?:同志)?(?:处|收(?:[。,;)]|$))|同志)|[股科室办部站所局委心组]\((\p{Han}{2,3})[),、]`)
	reNameThenNo  = pattern.MustCompile(`(?:^|[,。;:()|、找至到给系问加@股科室办部处站所局委心队院组口])(\p{Han}{2,3})(?:同志|主任|科长|股长|老师)?(?:[:,、(|]|电话|手机|联系电话|:)*((?:1[3-9]\d{9}|(?:0\d{2,3}-?)?[2-9]\d{2,3}-?\d{4}))`)
	rePhoneLabel  = pattern.MustCompile(`(?:联系电话|聯系電話|电话号码|联系方式|咨询电话|办公电话|值班电话|抢修电话|服务电话|报名电话|手机号?码?|电话|電話|来电号码|号码|手机|拨打|致电|打|给|拨|联系)(?:及\p{Han}{1,4})?(?:\p{Han}{0,6}\))?[:|]?(?:\()?`)
	rePhoneNumber = pattern.MustCompile(`(?:1[3-9]\d{9}|(?:0\d{2,3}-?)?[2-9]\d{2,3}-?\d{4}(?:-\d{1,4})?|(?:400|800)-?\d{3,4}-?\d{3,4})`)
	// reDeskNumber tells a number in brackets after a body: 报县防办（8262208）. reNoThenName is a name after a number.
	reDeskNumber   = pattern.MustCompile(`[局办委站所股科室心部队组]\($`)
	reNoThenName   = pattern.MustCompile(`(?:1[3-9]\d{9}|[2-9]\d{2,3}-?\d{4})[,、:]?(\p{Han}{2,3})(?:[)。,;]|$)`)
	reNotOurNumber = pattern.MustCompile(`(?:举报|监督|投诉|总机|传真|傳真|邮编|热线|单号|编号|账号|帐号|身份证|卡号|qq|工单|火警|报警|救援)[^,。;:]{0,6}[:]?$`)
)

// contact reads name and number of whom to ask.
func (f *fieldReader) contact() {
	name := f.contactName()
	f.out.Contact = f.put("contact", name)
	f.out.Phone = f.put("phone", f.phone(name))
}

// contactName looks for the name, from the clearest place to the least clear.
func (f *fieldReader) contactName() text.Range {
	for _, find := range []func() text.Range{f.contactByLabel, f.contactOfSender, f.labelledPerson, f.contactByPlace} {
		if r := find(); r.Len() > 0 {
			return r
		}
	}
	return text.Range{}
}

// contactByLabel reads 联系人：…, and a person who signs a message.
func (f *fieldReader) contactByLabel() text.Range {
	norm := f.l.Text.Norm
	for _, zones := range [][]Zone{{ZoneContact, ZoneNote}, {ZoneBody, ZoneLabel, ZoneTable}, {ZoneSignature}} {
		for _, p := range f.l.Paragraphs {
			if !inZones(p.Zone, zones) {
				continue
			}
			if p.Zone == ZoneSignature {
				r := trimDashes(f.l, p.Range)
				if n := norm[r.Start:r.End]; !orgLike(n) && (isName(n) || personWords(n)) {
					return r
				}
				continue
			}
			if r := f.nameIn(p.Range); r.Len() > 0 {
				return r
			}
		}
	}
	return text.Range{}
}

// contactOfSender takes a caller with a full name or a number.
func (f *fieldReader) contactOfSender() text.Range {
	for _, s := range f.l.Senders {
		p := f.l.Text.Norm[s.Person.Start:s.Person.End]
		if (s.Phone.Len() > 0 || len(p) >= 3) && isName(p) && !notName(string(p)) {
			return s.Person
		}
	}
	return text.Range{}
}

// contactByPlace reads a name that stands where contacts do: 人事股龚明远处, 苏红梅8262208, 8262208苏红梅.
func (f *fieldReader) contactByPlace() text.Range {
	for _, re := range []*pattern.Regexp{reNamedDesk, reNameThenNo, reNoThenName} {
		for _, p := range f.l.Paragraphs {
			if p.Zone != ZoneBody && p.Zone != ZoneContact && p.Zone != ZoneSender && p.Zone != ZoneLabel {
				continue
			}
			if s := f.l.src.str(p.Range); re == reNamedDesk && !hasAny(s, "处", "收", "同志", "(") || re != reNamedDesk && !longNumber(s) {
				continue
			}
			for _, g := range f.l.src.findAll(re, p.Range) {
				name := g[1]
				if name.Len() == 0 && len(g) > 2 {
					name = g[2]
				}
				if n := f.l.Text.Norm[max(0, name.Start):max(0, name.End)]; isName(n) && !notName(string(n)) && !orgLike(n) {
					return name
				}
			}
		}
	}
	return text.Range{}
}

// longNumber tells whether seven digits follow one another in s, as in a phone number.
func longNumber(s string) bool {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '-' {
			continue // 8630-2217
		} else if s[i] < '0' || s[i] > '9' {
			n = 0
		} else if n++; n == 7 {
			return true
		}
	}
	return false
}

func trimDashes(l *Letter, r text.Range) text.Range {
	for r.Len() > 0 && l.Text.Norm[r.Start] == '-' {
		r.Start++
	}
	return r
}

func inZones(z Zone, zones []Zone) bool {
	for _, k := range zones {
		if k == z {
			return true
		}
	}
	return false
}

// nameIn reads the name after 联系人 in a paragraph: “联系人：贺文昌”, “联系人：计财股 贺文昌”.
func (f *fieldReader) nameIn(r text.Range) text.Range {
	norm := f.l.Text.Norm
	if !hasAny(f.l.src.str(r), "联系", "联络", "来电人", "发话人", "经办", "对接人", "负责人", "报送人") {
		return text.Range{}
	}
	for _, g := range f.l.src.findAll(reContactName, r) {
		start := f.behindRole(g[2].Start, r.End)
		if end := titledName(norm, start, r.End); end > 0 { // 王科长
			return text.Range{Start: start, End: end}
		}
		if dot := start + 2; dot < r.End && slices.Contains(norm[dot:min(r.End, dot+4)], '·') {
			if n := f.labelledName(start, r.End); n.Len() > 0 {
				return n
			}
		}
		for end := start + min(4, r.End-start); end >= start+2; end-- {
			if stop := nameEnd(f.l, start, r.End); end > stop {
				continue
			}
			if n := norm[start:end]; isName(n) && !notName(string(n)) {
				return text.Range{Start: start, End: end}
			}
		}
		if r := f.labelledName(start, r.End); r.Len() > 0 {
			return r
		}
	}
	return text.Range{}
}

// roles are what somebody is called before the name: 联系人：客户经理 栾晓峰.
var roles = []string{"客户经理", "项目经理", "业务经理", "副研究员", "研究员", "法官助理", "检察官助理", "法官", "检察官", "书记员", "民警", "辅警", "警官", "参谋", "副教授", "教授", "理赔员", "经办人", "经办", "主任科员", "科员", "干事", "专员", "值班员", "业务员",
	"经理", "医生", "医师", "主管", "组长", "工程师", "技术员", "农艺师", "督导员", "联络员"}

// behindRole is where a name begins that starts at i with what its bearer is.
func (f *fieldReader) behindRole(i, limit int) int {
	for _, w := range roles {
		n := i + len([]rune(w))
		if n+2 <= limit && hasPrefixAt(f.l.Text.Norm, i, w) && text.Han(f.l.Text.Norm[n]) && text.Han(f.l.Text.Norm[n+1]) {
			return n
		}
	}
	return i
}

// labelledName is a name right behind 联系人 that begins with no common surname, as many names of peoples other than the
// Han do: 岩罕, 扎西次仁, 买买提·艾力. It fills all that stands before the next mark.
func (f *fieldReader) labelledName(start, limit int) text.Range {
	norm := f.l.Text.Norm
	end, dotted := start, false
	for end < limit && end < start+14 && (text.Han(norm[end]) || norm[end] == '·') && end < nameEndDotted(f.l, start, limit) {
		dotted = dotted || norm[end] == '·'
		end++
	}
	n := norm[start:end]
	if len(n) < 2 || len(n) > 4 && !dotted || notName(string(n)) || orgLike(n) || n[len(n)-1] == '·' {
		return text.Range{}
	}
	return text.Range{Start: start, End: end}
}

// nameEndDotted is nameEnd for a name in several parts with dots between.
func nameEndDotted(l *Letter, i, limit int) int {
	for {
		end := nameEnd(l, i, limit)
		if end >= limit || l.Text.Norm[end] != '·' {
			return end
		}
		i = end + 1
	}
}

// titledName is where a surname with a title ends that begins at i: 王科长; 0 where none does.
func titledName(n []rune, i, limit int) int {
	for end := min(i+4, limit); end >= i+3; end-- {
		if (end == limit || !text.Han(n[end])) && personWords(n[i:end]) && !isFullName(n[i:end]) {
			return end
		}
	}
	return 0
}

// isFullName tells a name of three that has no title in it.
func isFullName(r []rune) bool {
	return isName(r) && !hasAny(string(r), "科长", "主任", "局长", "股长", "站长", "所长", "队长", "书记", "老师", "经理", "部长", "校长")
}

// nameEnd is where a name that starts at i must end: before a mark, a blank, or a word such as 电话.
func nameEnd(l *Letter, i, limit int) int {
	for k := i; k < limit; k++ {
		c := l.Text.Norm[k]
		if !text.Han(c) || k > i+1 && l.Text.Gap(k) || c == '电' || c == '手' && k > i+1 || c == '联' && k > i+1 || c == '電' {
			return k
		}
		if k >= i+2 && hasPrefixAt(l.Text.Norm, k, "同志", "主任", "科长", "股长", "老师", "局长", "所长", "站长", "处长", "书记", "副", "传真", "邮箱", "办公") {
			return k
		}
	}
	return limit
}

func hasPrefixAt(n []rune, i int, words ...string) bool {
	for _, w := range words {
		r := []rune(w)
		if i+len(r) <= len(n) && string(n[i:i+len(r)]) == w {
			return true
		}
	}
	return false
}

// notName tells words that begin like a name and are none.
func notName(s string) bool {
	return hasAny(s, "电话", "姓名", "单位", "负责", "方式", "信息", "人员", "名单", "同志", "办公", "请", "及", "和电", "如有", "邮箱", "时间", "安排", "于每", "于今", "农业", "应急", "水利", "安全", "党", "公室", "施工", "来电", "主任", "局长", "科长", "股长", "站长", "所长", "队长", "书记", "校长", "老师", "医生", "经理", "部长", "干事", "警官", "法官", "专干")
}

// phone finds the number: on the contact's line, in the prefix of a call, or after 电话.
func (f *fieldReader) phone(name text.Range) text.Range {
	l := f.l
	if name.Len() > 0 {
		if r := f.numberIn(text.Range{Start: name.End, End: min(l.Text.Len(), name.End+40)}, true); r.Len() > 0 {
			return r
		}
	}
	for _, s := range l.Senders {
		if s.Phone.Len() > 0 {
			return s.Phone
		}
	}
	for _, zones := range [][]Zone{{ZoneContact, ZoneNote}, {ZoneBody, ZoneLabel, ZoneTable, ZoneSignature}} {
		for _, p := range l.Paragraphs {
			if !inZones(p.Zone, zones) {
				continue
			}
			if r := f.numberIn(p.Range, p.Zone == ZoneContact); r.Len() > 0 {
				return r
			}
		}
	}
	return text.Range{}
}

// numberIn is the first phone number in r that is one to call. free allows a number without the word 电话 before it.
func (f *fieldReader) numberIn(r text.Range, free bool) text.Range {
	norm := f.l.Text.Norm
	if !longNumber(strings.ReplaceAll(f.l.src.str(r), "-", "")) {
		return text.Range{}
	}
	for _, g := range f.l.src.findAll(rePhoneNumber, r) {
		n := g[0]
		if n.Start > 0 && (digit(norm[n.Start-1]) || norm[n.Start-1] == '-' || norm[n.Start-1] == '@' || norm[n.Start-1] >= 'a' && norm[n.Start-1] <= 'z') {
			continue
		}
		if n.End < len(norm) && (digit(norm[n.End]) || strings.ContainsRune("*x@-.年号元个%万", norm[n.End])) {
			continue
		}
		before := strings.NewReplacer("(传真)", "", "/传真", "", "(兼传真)", "").Replace(string(norm[max(0, n.Start-14):n.Start]))
		if reNotOurNumber.MatchString(before) {
			continue
		}
		labelled := rePhoneLabel.FindAllStringIndex(before, -1)
		if free || len(labelled) > 0 && labelled[len(labelled)-1][1] == len(before) {
			return n
		}
		if reDeskNumber.MatchString(before) && n.End < len(norm) && (norm[n.End] == ')' || norm[n.End] == ',' || text.Han(norm[n.End])) {
			return n
		}
		if h := reNameThenNo.FindString(string(norm[max(0, n.Start-12):n.End])); h != "" && strings.HasSuffix(h, string(norm[n.Start:n.End])) {
			return n
		}
	}
	return text.Range{}
}
