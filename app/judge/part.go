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
	if len(units) < 2 || len(units) > mostUnits || s.listsContents(whole) {
		return []*part{whole}
	}
	if top := whole.ranking.Candidates; len(top) > 0 && top[0].P >= sureJob && s.partOf(top[0].Duty) != app.TakenBack {
		s.mainJob = top[0].Duty
	}
	groups := s.group(whole, units)
	if len(groups) == 0 {
		return []*part{whole}
	}
	return groups
}

// listsContents tells whether the items only say what one act is about: 请对以下内容组织查验并出具结论：一、… 二、….
func (s *sitting) listsContents(whole *part) bool {
	for _, c := range whole.clauses {
		if c.Item < 0 && s.reading.Live(c) && contents.MatchString(s.text.Slice(c.Start, c.End)) {
			return true
		}
	}
	return false
}

var contents = pattern.MustCompile(`(对|就|按照?|围绕|针对)(以下|下列|如下)(内容|事项|项目|指标|方面|情形|问题|数据)[^。]{0,24}(查验|检查|核查|检测|评估|鉴定|验收|打分|排查|登记|摸排|统计|采集|填报|自查)`)

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
var cue = pattern.MustCompile(`(?:^|[^申提])请(?:[^示假客问教]|$)|建议(街道|各|你|镇|乡|村|社区)|(?:^|[^添])麻烦|务必|必须|须|要求|来一?(个|位|名)|需(要|在|将|把|于|按)|劳烦|拜托|(让|请|叫)我们|让(各|村|咱|镇|你|乡|社区)|去(走走|看看|转转|问问|查查|摸摸|跑跑|瞧瞧|劝劝|说说|找找|一趟)|问清|想(想)?办法|返回[^,。]{2,14}(中心|局|办|科|站|部)|(都|得|就|也|全|一律|统一|先|再|后|晚|天|日|号|前|上|家|户|村|组|人|趟|次|处|里)要[^求是么点素不]|要(把|将|对|在|到|确保|加强|组织|做好|严格|及时|落实|认真|按|求|下载|注册|签|报|给|去|来)|` +
	`前.{0,6}(报|完成|完毕|结束|交|送|反馈|提交|办|弄|填|发|搞|上报|回|清|签|改|到位)|把.{1,24}(报|告诉|给|交|送|发|记|转|清|拔|放|存|搞|弄|喊|看|走|收|补|讲)|` +
	`(不得?|不)少于[0-9一二三四五六七八九十]|凑(够|齐|足|[0-9]|一)|按[^,。]{0,10}表[^,。]{0,12}填|由(各)?.{0,4}(乡镇|镇|乡|街道|村|社区)|给(我|咱)(们|局|站|办|所|这)?(发|打|来|报|拍|说|捎)[^,。了过]|多(问|看|说|跑|走|转)[一两](句|眼|声|趟|遍|圈)|(发|报|告诉|通知)(给|到)?(我|咱)(们|局|站|办|所|队|大队|中心|这|[,。!]|$)|(发|报|告诉|通知)(给|到)?(所|局|队|站|办|中心)里|前[^,。]{0,4}(讲|跑|走|看|做|干|清|收|修|种|打|查|问|转)(完|到|遍|好)|(看|收|扫|理|管|跑|劝|问|查|清|盯|说|讲|摸|转|填|拉|捡|修|送|谈|走|扎|补)一(看|收|扫|理|管|跑|劝|问|查|清|盯|说|讲|摸|转|填|拉|捡|修|送|谈|走|扎|补)|你们?(乡|镇|村|街道|社区)?(上|里)?(自己|几个|那边)?(负责|安排|组织|调剂|出|派|去|来|先|帮|把|看|盯|找|喊|叫|做)|挨(家|户|个)[^,。]{0,6}(走|看|问|敲|过|查|跑)|(各|全)(村|屯|组|镇|乡|社区)[^,。]{0,6}(排|走|过|摸|捋|理|跑|查|问)(一|个)?(遍|圈|次|下)|(平台|系统)[^,。]{0,8}(导入|录入|上传|提交|导一下)|(乡|镇|村)(上|里)(安排|组织|出|派|去|帮|把|看|盯|找|喊|叫|负责|收)|前[^,。]{0,10}(给我|交我|拉走|定好|定下|有个|讲清)|备(够|足|齐)|(组织|开展|做好|落实|加强|抓好|安排|报送|上报|填报|召开|参加|签订|完成|推进|配合|协助|帮(着|忙|助|我)|抓紧|赶紧|马上|立即|提醒|留意|看看|转转|问问|说一声|劝|喊|讲讲|清理|排查|摸排|巡查|走访)|(都|也|还|就|全)得|得(把|将|重新|赶紧|抓紧|先)|(掏|扫|刷|洗|喷|拖|换|修|查|量|试|铲|搬|擦|冲|浇|剪|挖|填|埋|拔|补|登|记|抄|核|对|盘|摆|贴|点|数|称|测|走|跑|转|看|摸|理|清|排|捋|过|练)(上)?[一两](遍|圈|趟|次|轮|回|茬)`)

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

// asks tells whether a live clause asks for something: by a word of asking, or by naming an act that is not told as done.
func (s *sitting) asks(c notice.Clause) bool {
	live := s.reading.LiveText(c.Range)
	if cue.MatchString(live) || doTo.MatchString(live) || c.Actor == notice.ActorUs && byWhen.MatchString(live) {
		return true
	}
	if condition.MatchString(s.text.Slice(c.Start, c.End)) {
		return false
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
