package judge

import (
	"strings"

	"yidanqing/app"
	"yidanqing/app/notice"
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

var (
	// informing are the words of texts that only tell: thanks, reports on what was done, withdrawals.
	informing = pattern.MustCompile(`(各|镇|乡|街道)?[\p{Han}]{0,6}(知悉|知晓)[。!]?$|^[\p{Han}]{2,20}告示[::]|收到即可|(不用|无需|不必)(回信|回复|反馈)|供[^,。]{0,8}(学习)?借鉴|(简报|通报|专报|快报)\(?第|感谢信|表扬信|告知函|的告知|祝贺|贺信|慰问信|情况告知|报个?平安[。,! ]|(专项|行动|工作)?已(圆满)?收工|撤回作废|(通知|函|消息|文件|要求)[^,。]{0,4}(撤回|作废|不算)|(已|均|全部|现已|现|已经|现予|予以|决定予以|都已)(全部|都|予以)?(撤回|废止|作废|叫停|停掉|停止|下线|停用|取消|撤销)|查实.{0,12}典型|(停电|停水|停气)(通知|告知|公告)[::]|不便之处,?(敬|还)?请(大家)?谅解|特此(告知|感谢|公告|通告|通报)|给[^,。]{1,14}点(个|一个)赞|就?算办结(了|啦)|(跟|和|给)(街道|镇里|乡里|你们|村里)说一声[。!]?$|敬请谅解|谢谢谢谢|(不用|无需|不需要)(镇里|乡镇|村里|各镇|你们)?再?(做|办|报|填(?:[^表单台]|$)|统计)|供参阅|(专报|简报|快报)\n?第[0-9]+期|不再向(乡镇|各镇|村)|予以公布|现予公布|请(大家|各位|市民)?(知悉|知晓|周知)|无其他要求|仅供参考`)
	// told are titles of texts to everybody.
	told = pattern.MustCompile(`(公告|通告|公示|感谢信|表扬信|告知书?|告知单|公开信|倡议书|温馨提示|专报|简报|快报|预报|撤回函|致歉函|答谢函)$|(复函|回函|答复函|回执|收据)$|申请[^。]{2,40}的(批复|答复)$|(答复意见|答复|回复)的函$`)
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
	asking = pattern.MustCompile(`(?:^|[^申提])请(?:[^示假客问教知周各大谅]|各(镇|乡|街|村|社|单)|$)|(?:^|[^能会再添])麻烦|务必|必须|(?:^|[^不他关件作])要求(?:[^,。、;和的)]|$)|前.{0,6}(报|完成|交|送|反馈|提交|办)`)
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
	if m := takenBackNow.FindStringIndex(p.live); m != nil && !entreating.MatchString(p.live[m[1]:]) {
		return true // what stands before it is what had been asked
	}
	if p.kind == app.KindMeeting && moved.MatchString(s.text.String()) {
		return false
	}
	if !informing.MatchString(s.text.String()) && !told.MatchString(s.title) {
		return false
	}
	for _, c := range p.clauses {
		if s.reading.Live(c) && s.reading.Mask[c.Start]&(text.Voluntary|text.Forbidden) == 0 &&
			(asking.MatchString(toKnow.ReplaceAllString(s.reading.LiveText(c.Range), "")) || c.Actor == notice.ActorUs && byTurns.MatchString(s.reading.LiveText(c.Range))) {
			return false
		}
	}
	return true
}

// toKnow asks no more than to take note, or asks those who are served: 请各镇知悉, 冷库用户请自备电源.
var toKnow = pattern.MustCompile(`(特此告知,?)?请(各|你|贵)?[\p{Han}、]{0,8}(知悉|知晓|周知|悉知)|(用户|客户|居民|旅客|车辆|行人)请`)

// takenBackNow are words by which a body takes back what it had asked: 该要求没有依据，现予撤回.
var takenBackNow = pattern.MustCompile(`(该|此|上述|前述|以上|原|这一|这个)(项)?(要求|通知|函件?|文件|做法|事项)[^。]{0,24}(现|已|均|全部|决定)?(予以|全部|予)?(撤回|收回|撤销|作废|废止|取消)`)

// byTurns asks in speech that something be done house by house or by every village.
var byTurns = pattern.MustCompile(`多(问|看|说|跑|走|转)[一两](句|眼|声|趟|遍|圈)|给(我|咱)(们|局|站|办|所|这)?(发|打|来|报|拍|说|捎)|挨(家|户|个)[^,。]{0,6}(走|看|问|敲|过|查|跑)|(各|全)(村|屯|组|镇|乡|社区)[^,。]{0,6}(排|走|过|摸|捋|理|跑|查|问)(一|个)?(遍|圈|次|下)`)

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
	if !takenBackFrom.MatchString(live) { // the words that take back are themselves no demand and may have been left out
		if whole := s.text.String(); takenBackFrom.MatchString(whole) {
			live = whole
		}
	}
	if m := takenBackFrom.FindStringIndex(live); m != nil {
		rest := live[m[1]:]
		if strings.HasPrefix(rest, ":") { // “下列要求自即日起作废：…”: the list is of what was taken back
			if _, after, found := strings.Cut(rest, "。"); found {
				return after
			}
			return ""
		}
		return rest
	}
	return live
}

var takenBackFrom = pattern.MustCompile(`(自即日起|即日起|经研究|现决定|决定)[^。]{0,30}(停止|废止|撤销|取消|作废|收回)`)
