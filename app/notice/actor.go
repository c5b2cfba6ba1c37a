package notice

import (
	"strings"

	"yidanqing/app/lexicon"
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// Actor is who is to act in a clause.
type Actor int

const (
	ActorOpen   Actor = iota // nobody is named: the office that is addressed
	ActorUs                  // 各乡镇, 贵镇, 村干部 …
	ActorIssuer              // 我局, 我办, 他们 in a phone note
	ActorOther               // another body
)

// itemActors is for each item who its heading or its lead-in names, for the items below it.
func (r *Reading) itemActors(lex *lexicon.Lexicon) []Actor {
	out := make([]Actor, len(r.Letter.Items))
	for i, it := range r.Letter.Items {
		if it.Parent >= 0 {
			out[i] = out[it.Parent]
		}
		if a := labelled(r.Letter.Text.Slice(it.Start, min(it.End, it.Start+48))); a != ActorOpen {
			out[i] = a
			continue
		}
		head := it.Heading
		if head.Len() == 0 {
			if s := r.Letter.Text.Sentences(it.Words.Start, it.Words.End); len(s) > 0 && leadIn(r.Letter.Text, s[0]) {
				head = s[0]
			}
		}
		if head.Len() > 0 {
			if departments.MatchString(strings.TrimSpace(r.Letter.Text.Slice(head.Start, head.End))) {
				out[i] = ActorOther
			} else if a := r.actorOf(head, lex); a != ActorOpen {
				out[i] = a
			} else if r.onlyBodies(head, lex) {
				out[i] = ActorOther
			}
		}
	}
	return out
}

// departments is a heading over what the departments of the county do themselves.
var departments = pattern.MustCompile(`^[\n一二三四五六七八九十0-9、.()]{0,6}(省|市|县|区|旗|州|盟)(直|级)(各|有关|相关)?(部门|单位)(的)?(工作|职责|任务|分工)?[。:\n]?$`)

// label is what an item begins with where it says whose part it is: “(一)水利部门:…”, “市场监管所。负责…”.
var (
	label     = pattern.MustCompile(`^[\n一二三四五六七八九十0-9、.()①-⑨ -]{0,7}([\p{Han}、()]{2,36}?)(?:[:。\n]|--)`)
	labelName = pattern.MustCompile(`^[\p{Han}()]{0,14}(部门|单位|局|委|办|办公室|所|大?队|站|科|股|处|中心|公司|企业|学校|院|银行|协会|联社|运营商|监狱)$`)
	labelOurs = pattern.MustCompile(`^(各|本|你|贵|有关|相关|我)?[\p{Han}]{0,4}(乡镇|镇|乡|街道|苏木|嘎查|苏木镇|办事处|镇政府|人民政府|村|社区|居委会|村委会|村\(社区\)|镇\(街道\))$`)
	labelJoin = strings.NewReplacer("和", "、", "及", "、", "与", "、")
)

// labelled tells who is to act in an item that begins with nothing but names and a colon or a full stop.
func labelled(words string) Actor {
	m := label.FindStringSubmatch(words)
	if m == nil {
		return ActorOpen
	}
	names := strings.Split(labelJoin.Replace(m[1]), "、")
	for i, name := range names {
		switch {
		case i+1 < len(names) && len([]rune(name)) <= 4 && labelOurs.MatchString(names[len(names)-1]):
			continue // 盐嘴、石臼口街道
		case labelOurs.MatchString(name):
			return ActorUs
		case !labelName.MatchString(name) || ourBody.MatchString(name):
			return ActorOpen
		}
	}
	return ActorOther
}

// onlyBodies tells whether a heading does nothing but name other bodies: （一）县消防救援大队。
func (r *Reading) onlyBodies(head text.Range, lex *lexicon.Lexicon) bool {
	words := []rune(bareMark1.ReplaceAllString(r.Letter.Text.Slice(head.Start, head.End), ""))
	named := 0
	for _, h := range lex.FindBodies(words) {
		named += h.End - h.Start
	}
	return named > 0 && named*2 >= len(words) && len(words) < 60
}

var bareMark1 = pattern.MustCompile(`^[一二三四五六七八九十0-9、.()①-⑨\s-]{0,6}|(县|市|区|各|[。:、,])`)

func leadIn(t *text.Text, s text.Range) bool {
	w := strings.TrimRight(t.Slice(s.Start, s.End), "\n")
	return strings.HasSuffix(w, ":") || strings.HasSuffix(w, "以下工作") || strings.HasSuffix(w, "如下")
}

var (
	request = pattern.MustCompile(`^(现|特|另|同时|此外|还|也|并|先|再|就|想)*[,:]?(请|烦请|恳请|麻烦|劳烦|拜托|望|来[一两1-9]?(位|名|个)|(借|抽|调|派|要|找)(一下)?(你|您|贵)[^,]{0,8}(个|位|名|人|小|老|同志|过来|来)|你们?(那边?|这边?)?(先|也|另|自己|派|出|安排|找|组织))`)
	us      = pattern.MustCompile(`^[一二三四五六七八九十0-9、.()①-⑨是 -]{0,5}(现|特|另外?|同时|此外|还|也|并|对于?|凡|若|如|须|都|均|全部|原则上|今后|以后|,|:)*` +
		`(请|烦请|恳请|望|要求|需要?|由|让|叫|麻烦|劳烦|按照属地原则由?|责成|安排|组织|发动)?(户籍地|所在地|属地|有关|相关|辖区|全县|全镇|全乡|全市|咱们?|涉及的?|所有)?` +
		`(各|贵|你|您|本|我|咱|该|两|三|几个|每个?|全)?(乡镇|苏木镇?|嘎查村?|苏木达|嘎查达|镇村|村镇|镇级|镇里|乡里|村里|镇上|乡上|村上|社区|街道|办事处|乡(?:党委|政府)|镇(?:党委|政府|长|纪委|综治|民政|村|干部|人大)|村\(?居\)?委会|村委会|居委会|村民委员会|(党)?支部|两委|村组|村干部|村支书|村书记|村主任|村会计|村两委|村\(?社区\)?|镇|乡|村|` +
		`网格员|护林员|巡河员|护路员|保洁员|协管员|监测员|田长|河长|林长|包村干部|帮扶干部|包保干部|驻村|第一书记|书记镇长|计生专干|儿童主任|妇联|民政所|财政所|人社所|农技员|乡镇干部|镇干部|机关干部|干部职工|每(名|位|个)(干部|党员|职工|工作人员)|党政办|收文员|文化站长?)`)
	named   = pattern.MustCompile(`^[一二三四五六七八九十0-9、.()①-⑨ -]{0,5}(现|特|另外?|同时|并|其中|,|:)*(请|由|让|要求|麻烦|@|安排)*[\p{Han}]{1,5}?(镇|乡|街道|社区|村|苏木|嘎查)(人民政府|政府|党委|党工委|办事处|及|、|和|的|要|须|应|负责|组织|作为|协助|配合|牵头|安排|做|把|对|将|涉及|共|一共|本|认购|认领|征订|完成|承担|缴|应缴|自筹|选派|抽|派|报送|上报|带队|自行|开展|会同|逐|全部|统一|截|查|扣|拆|罚)`)
	issuer  = pattern.MustCompile(`^[一二三四五六七八九十0-9、.()①-⑨ -]{0,5}(另外?|同时|此外|并|其中|届时|后续|然后|再|最后|,|:)*(由|经)?((我|本)[\p{Han}]{0,2}(分局|县局|支局|支队|总队|分公司|支行|分行|支公司|管理局|管委会)|(我|本)(局|委|办|部|中心|大?队|所(人员|工作人员)?|院|馆|站|公司|行|校|组|所|处|会|厅|社|单位|股|科)|我们|他们|她们|人家|局里|县里|市里|区里|旗里|委里|中心里|县上|上面|院里|会里|公司)`)
	passive = pattern.MustCompile(`(由|归|让|交给|交[我本县市区旗派公综执专])(我|本)?[\p{Han}、]{0,16}?(我所|本所|局|委|办|部|大队|中队|支队|队|中心|院|公司|部门|机构|单位|银行|医院|站|们|司法所|税务所|派出所|交警|公安|城管|县里|县级|企业|物业|房东|户主|业主|村民|农户|学校)[\p{Han}]{0,6}(依法|负责|处置|处理|查处|来|承担|会同|统一|统筹|组织|派|安排|执行|出|采购|实施|拨付|列支|直接|上门|配合|施工|解决|移送|收治|补|上|下|管理|进行|办理|定|收|送|检|测|牵头|核定|验收|审批|保障|支付|维护|办|完成|做|搞|修|运)`)
)

// actorOf names the subject at the beginning of a clause.
func (r *Reading) actorOf(c text.Range, lex *lexicon.Lexicon) Actor {
	t := r.Letter.Text
	words := strings.TrimLeft(t.Slice(c.Start, min(c.End, c.Start+48)), "\n,:、")
	if m := relayed.FindString(words); m != "" { // “县里某群转:请各乡镇…”: who passes it on does not act
		words = words[len(m):]
	}
	if len(words) > 0 && addressed.MatchString(words) {
		return ActorUs
	}
	if m := leadDay.FindString(words); m != "" { // “7月15日前镇里把…”: the day acts on nobody
		words = words[len(m):]
	}
	switch {
	case somebody.MatchString(words):
		return ActorOther
	case byUs.MatchString(words):
		return ActorUs
	case issuer.MatchString(words):
		return ActorIssuer
	case us.MatchString(words) && !otherTown.MatchString(words) && !clinicFirst.MatchString(words):
		return ActorUs
	case named.MatchString(words) && !otherTown.MatchString(words):
		return ActorUs
	}
	return r.bodyActor(t.Norm[c.Start:min(c.End, c.Start+40)], lex)
}

// leadDay is the day or hour that a clause may begin with.
var leadDay = pattern.MustCompile(`^(每月|每周|本|这|下)?([0-9]{1,2}月)?[0-9]{1,2}[日号](晚|上午|下午)?(之?前|以前|起|至[0-9]{1,2}[日号])?,?|^(本|下|这)?(周|星期|礼拜)[一二三四五六日天](之?前|上午|下午|下班前)?,?|^(今天|今晚|明天|明早|月底|年底|节前|下班)(之?前)?,?`)

var (
	// byUs names the office after something else: “案子就由镇里查”, “让咱们再坐下来”.
	byUs   = pattern.MustCompile(`^[^,。]{0,14}请(各|你|贵|咱)(乡镇|镇|村|乡|街道|社区|单位|位)|^[^,。]{0,14}请(村里|镇里|乡里|镇上|村上|村干部|网格员|村医|社区里)|^[^,。]{0,10}请[\p{Han}、]{2,16}(镇|乡|街道|社区|村)(各|出|派|来|把|先|帮|抽)|^[^,]{0,10}由[\p{Han}]{2,3}(镇|乡|街道)([\p{Han}]{2,4}办|农技站|文化站|便民服务中心|综合执法队|负责|自行|组织|代|派|承担|牵头|安排|先|统一)|^[^,]{0,10}由(各|本|你|贵|我)?(乡镇|苏木|嘎查|镇里|镇上|镇政府|镇|村里|村委会|村\(社区\)|街道|社区|乡|属地)|^(要|让|请|叫|麻烦|要求|问)(咱们?|你们|各位|大家|您|村里|镇里|乡里|乡上|镇上|街道|社区|我们?(乡|镇|街道|村|社区))`)
	saying = pattern.MustCompile(`^[^,]{0,14}(说|称|反映|显示|规定|认为|表示|强调)`)
)

var (
	// relayed is who passes a message on.
	relayed = pattern.MustCompile(`^[^,。:]{1,16}转(发|达|来)?:`)
	// addressed begins a clause that speaks to the office as you.
	addressed = pattern.MustCompile(`^(请|那|就|还是|由|让|麻烦|@)*(你们|贵单位|贵(站|所|办|中心)|你(站|所|中心|办|单位))`)
)

// clinic is a house of doctors, or a constable, that bears the name of a place: 社区卫生服务中心 is not the 社区. clinicFirst
// has the same names written out once more, for a check reads every expression of the program from its source.
var (
	clinic      = pattern.MustCompile(`社区(卫生服务(中心|站)|医院|民警)|(乡镇|镇|乡)卫生院|村卫生(室|所)`)
	clinicFirst = pattern.MustCompile(`^[一二三四五六七八九十0-9、.()①-⑨ -]{0,5}(请|由|要求|并|同时|,)*(各|有关|相关|辖区|所在)*(社区(卫生服务(中心|站)|医院|民警)|(乡镇|镇|乡)卫生院|村卫生(室|所))[^、和及与]`)
)

var otherTown = pattern.MustCompile(`^(镇|乡|街道)(派出所|司法所|卫生院|财政所长)|^(乡镇|镇|村)(企业|卫生室|小学|中学)`)

var (
	skipBefore = pattern.MustCompile(`^[一二三四五六七八九十0-9、.()①-⑨ \n-]{0,5}((请|由|并|同时|另外?|其中|此外|县级|市级|省级|届时|,|:)*)([0-9]{1,2}月(份|底前?|[0-9]{1,2}日前?)?,?由?|本月|[上下]半年)?`)
	// someBody is a body that the lexicon need not know, by what its name ends with.
	someBody  = pattern.MustCompile(`^([^,。;:]{0,3}?(省|市|县|区|旗|州)[\p{Han}]{2,12}?(局|委|办|办公室|部|所|队|中心|院|站|公司|集团)|[\p{Han}]{2,10}?(局|部门|公司|医院|银行|法院|检察院)|公安[\p{Han}]{1,6}分局|[\p{Han}]{0,6}(疾控|医疗|医疗卫生|卫生|监测|检测|鉴定|专业|金融|保险|养老|培训)机构|社区(卫生服务(中心|站)|医院)|(乡镇|镇|乡)卫生院)(、[\p{Han}]{2,10}(局|部门|公司|所|队|中心))*((这个月|本月|近期|今天|明天|下周|已|正在|将)?(负责|牵头|会同|组织|承担|统一|依法|将|对|落实|做好|安排|协调|指导|派出?|要对|视情|上门|入户|检修|抢修|施工|维修|完成|督促|检查|推进|开展|实施|处理|处置|受理|审核|选派|拨付|核定|履行|切实|立即|逐))`)
	otherVerb = pattern.MustCompile(`^(的?(人|同志|工作人员|执法人员|专家|技术人员|医生))?(\(?[^)]{0,12}\))?[、和及会同与]{0,2}[\p{Han}、]{0,30}?(负责|牵头|定于|拟于|拟|计划|统一|组织|督促|推进|审核|承担|开展|将|要|应|会|依法|派|处理|处置|查处|来|做好|安排|汇总|指导|提供|落实|按|对|推送|采购|分别|上门|具体|已|在|选派|规定|说|比对|完成|出|设|拨付|发放|办理|办结)`)
	// somebody is a body that is not named: 某局要求…, 县某中心.
	somebody = pattern.MustCompile(`^[一二三四五六七八九十0-9、.()①-⑨\n,;: -]{0,5}([\p{Han}]{1,6}(县|市|区|州))?(邻)?[县市区]?(某(些|个|几个)?|个别)(县|区|局|镇|乡|村|单位|中心|公司|街道|部门|站|所|地|银行|企业|学校|医院|社区|办)`)
	schools  = pattern.MustCompile(`^[一二三四五六七八九十0-9、.() -]{0,5}(请|由)?(各|全县)?(分局|县局|市局|牵头单位|主管部门|行业部门|承办单位|项目单位|施工单位|业主单位|建设单位|供水单位|中小学校?|学校|幼儿园|校\(园\)|成员单位|县直(各)?(部门|单位)|有关企业|企业|医疗机构|金融机构|保险公司|承保机构|运营商|物业企业|监护人|家长|过往(船只|船舶|车辆|行人)|(广大|各位)?(旅客|乘客|客户|用户|市民|车主)|(各|广大)?(客运|货运|运输|旅游|物流|施工|经营|养殖|加工|生产)(包车)?(企业|公司|单位|户|者)|驾驶人|司机|车主)[\p{Han}]{0,6}(:|请|要|须|应|负责|做好|上好|第一时间|组织|落实|按)`)
)

// bodyActor tells whether a clause begins with another body as its subject.
func (r *Reading) bodyActor(c []rune, lex *lexicon.Lexicon) Actor {
	words := string(c)
	if consented.MatchString(words) {
		return ActorOpen
	}
	if schools.MatchString(strings.TrimLeft(words, "\n")) {
		return ActorOther
	}
	before := skipBefore.FindString(words)
	at := len([]rune(before))
	if m := someBody.FindString(words[len(before):]); m != "" && !ours(m) {
		return ActorOther
	}
	bodies := lex.FindBodies(c)
	if len(bodies) == 0 {
		return ActorOpen
	}
	h := bodies[0]
	if h.Start > at+6 || !placeOnly(c[min(at, h.Start):h.Start]) {
		return ActorOpen
	}
	after := byDay.ReplaceAllString(string(c[h.End:]), "")
	if room.MatchString(after) || gathers.MatchString(after) {
		return ActorOpen
	}
	if otherVerb.MatchString(after) || strings.HasPrefix(after, ":") {
		return ActorOther
	}
	return ActorOpen
}

var (
	// consented tells whose consent a thing has: 经县委组织部研究批准.
	consented = pattern.MustCompile(`^[\n,;]?(并|已)?(经|报)[^,。]{2,40}(批准|同意|审批|备案|授权|研究|审定|审核)`)
	// byDay is the day by which a body acts: 县林业局于5月15日前办结.
	byDay = pattern.MustCompile(`^(于|在)?([0-9]{4}年)?[0-9]{1,2}月([0-9]{1,2}日)?(底|初|中旬|上旬|下旬)?(之?前|起)?`)
)

// room is a place that belongs to a body: 县委三楼会议室.
var room = pattern.MustCompile(`^(机关|大院|大楼|办公楼|[东西南北]楼|[0-9一二三四五六七八九十]+(楼|号楼|层)|第?[0-9一二三四五六七八九十]*(小|大|中)?(会议室|会议厅|会议中心|礼堂|报告厅|多功能厅|会场|院内|院子|门口|大厅))`)

// withBody stands before a body that does not act itself: 为派出所提供场地, 按照某中心的安排.
var withBody = pattern.MustCompile(`^(按照?|依照|对照|参照|结合|为|对|配合|协助|帮助?|凭|随|跟着?|陪同?)(省|市|县|区|州|旗|镇|乡)?$`)

// placeOnly tells whether what stands before a body's name is only the name of its place.
func placeOnly(r []rune) bool {
	if withBody.MatchString(string(r)) {
		return false
	}
	for _, c := range r {
		if !text.Han(c) || strings.ContainsRune("报送给到向发交告知把将", c) { // “名单报给县水务局”: it is told, it does nothing
			return false
		}
	}
	if len(r) == 0 {
		return true
	}
	last := r[len(r)-1]
	return strings.ContainsRune("县市区省州盟旗各镇乡", last) || len(r) <= 2
}

// byOthers masks the part of a clause of ours that somebody else does: “…,由我局处置”, “罚款是派出所的事”.
func (r *Reading) byOthers(c text.Range) {
	t := r.Letter.Text
	words := t.Slice(c.Start, c.End)
	theirsFrom := func(m []int) {
		if m == nil || ours(words[m[0]:m[1]]) || kin.MatchString(words[m[0]:m[1]]) {
			return
		}
		at := c.Start + len([]rune(words[:m[0]]))
		if !handing.MatchString(words[:m[0]]) || bareTopic.MatchString(words[:m[0]]) { // “设计、招标均由区住建局组织”: the thing before is theirs too
			at = c.Start
		}
		r.set(text.Range{Start: at, End: c.End}, text.Theirs)
	}
	theirsFrom(passive.FindStringIndex(words))
	if m := takes.FindStringIndex(words); m != nil && !gathers.MatchString(words[m[1]:]) {
		theirsFrom(m)
	}
	if m := handedOn.FindStringSubmatchIndex(words); m != nil && !ours(words[m[2]:m[3]]) {
		r.set(text.Range{Start: c.Start + len([]rune(words[:m[4]])), End: c.End}, text.Theirs)
	}
	if belongs.MatchString(words) || theyGo.MatchString(words) {
		r.set(c, text.Theirs)
	}
}

// ours tells whether words name the office or its people.
func ours(words string) bool { return ourBody.MatchString(clinic.ReplaceAllString(words, "")) }

var (
	// kin are people who are moved by us, not ones who take over: “让家里人劝他们回来”.
	kin     = pattern.MustCompile(`^让(家里?人|家属|家长|亲友|亲戚|爸妈|父母|子女|老乡|乡亲|群众|大家)`)
	ourBody = pattern.MustCompile(`[^城]镇|(各|本|我|你|由)乡|苏木|嘎查|乡(里|上|政府|镇|级)|街道|村民委|村委|村民小组|村组|村级|村里|各村|村集体|社区|居委|驻村|网格`)
	// bareTopic is nothing but what the rest of the clause is about: “登记和处罚我们来”.
	bareTopic = pattern.MustCompile(`^[,:、]?[\p{Han}]{2,9}([、和及与][\p{Han}]{2,9})+(都|均|全|一律|的事|这块)?$`)
	// handing are our acts before another takes over: what is told, reported or handed on.
	handing = pattern.MustCompile(`告(知|诉|之)|[转通]告|(^|[^催申举年谎瞒播海预情填通电])报|转|移|送|通知|联系|交|提醒|劝|发现|汇总|收集|巡|摸排|排查|上门|宣传|协助|配合|组织|安排|填(报|写|表)|登记|发(给|到|我|至|过来)|[看碰遇][见到上]|留意|盯|记下|(^|[^航测])拍`)
)

// handedOn hands a matter to a body that is to act on it: “证据移我局执法大队立案”, “移交市自然资源局依法查处”.
var handedOn = pattern.MustCompile(`(?:移交|移送|转交|移|转报?|报请|提请|报告?|通知|告知|交)(?:给|至|到|由)?((?:我|本|县|市|区|旗|镇|乡)?[\p{Han}、]{0,14}?(?:局|队|部门|所|机关|公安|法院|中心|办|单位))(?:来|去|依法|及时|统一|进行|予以)*(立案|查处|处罚|处理|处置|核查|调查|鉴定|认定|拆除|执法|打击|侦办|收治|取缔|检测|抢修)`)

// theyGo tells what others come or go to do: 养老院消防检查他们和消防大队去.
var theyGo = pattern.MustCompile(`(他们|她们|人家)(和[^,。]{1,12})?(自己)?(去|来|会去|会来|负责|自己办)[。,!]?$`)

var belongs = pattern.MustCompile(`(是|归|属于)[\p{Han}]{0,12}(的事|的活|管|职责|负责|办|干|做|弄|搞)`)
