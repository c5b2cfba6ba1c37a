package notice

import (
	"sort"
	"strings"

	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// Words around a time, and who acts in the sentence.
var (
	// reCited tells that an upper document or body sets the day.
	reCited = pattern.MustCompile(`(?:省|市|上级|国家|中央|部)(?:里|局|委|厅|级|政府|民政局|[\p{Han}]{0,8})?(?:的)?(?:方案|文件|通知|规定|要求|明确|部署|说|定的|《[^》]*》)|《(?:省|市|国家|中央|国务院|自治区|州|部)[^》]{2,60}》[^,。]{0,14}(?:要求|规定|明确|提出)|按照.{0,50}要求|原定|原计划|规定的.{0,6}(?:时限|期限)`)
	// reDuePrefix tells that the day after it is a limit: 截止, 时限为.
	reDuePrefix = pattern.MustCompile(`(?:截止(?:到|至|于)?(?:时间|日期)?(?:为|是)?:?|截至|截止时间|(?:时限|期限|截止|时间要求|完成时间|报送时间|反馈时间|上报时间|提交时间|办结时间|整改期限|完成时限|办理时限)(?:为|是|至|到|:|\||:\|)*|(?:最迟|最晚)?(?:别过|不要超过|别超过|不能超过|不得超过)|最迟|最晚|第一次|首次|首报|不迟于|不得迟于|不晚于|限)于?(?:在)?$`)
	reArrive    = pattern.MustCompile(`^(?:上午|下午)?(?:前往|到|去|赴|来)?[^,。;]{0,14}(?:报到|到岗|到位|前到|集结|上岗|到我[^,。;]{0,4}报到)`)
	// reFound tells that what is done the same day is told of things found: 重大隐患当日报.
	reFound = pattern.MustCompile(`(?:隐患|险情|问题|情况|异常|线索|事故|火情|疫情)$`)
	// reSoFar tells that a day is named to say how things stand: 到今天才71%.
	reSoFar = pattern.MustCompile(`^(?:才|已|只|仅|还|共|为止)`)
	// reMonthEnd tells that the end of a month is when we are to act, without 前: 月底必须完成, 月底给我报个数.
	reMonthEnd = pattern.MustCompile(`^(?:必须|务必|一定|要|得)?(?:必须|务必|一定|冲到|达到|完成|给我|向我|报|交|上报|发我|办结|清零)`)
	reGather   = pattern.MustCompile(`^[^,。;]{0,12}(?:集合|集中|入场|签到|进场|就座|报到|到会|到场|上车|出发|登录)`)
	// reMoney and rePaid tell of money that comes to people by a day.
	reMoney   = pattern.MustCompile(`补贴|补助|资金|津贴|工资|奖金|养老金|低保金|那笔钱`)
	rePaid    = pattern.MustCompile(`^(?:陆续|统一|直接|集中|一次性)?(?:打卡|打到|拨付|发放|到账|兑付|下达|下拨|拨到)`)
	reAttends = pattern.MustCompile(`^[^,。;将把报送]{0,12}(?:入场|签到|进场|就座|到会场)`)
	// reCriterion tells that the day limits who or what is meant, not when we act: 12月31日前年满18周岁的.
	reCriterion = pattern.MustCompile(`^[^,。;把将]{0,6}(?:年满|满\d+周岁|出生|在册|入伍|退役的|毕业的|退休的|参加工作|建成的|注册成立|取得|购买的|去世的|办理的|登记的|发生的|安装的|到期|失效|终止)`)
	reDoNow     = pattern.MustCompile(`^[^,。;召参]{0,8}(?:完|好|齐|到位|清零|办结)(?:$|[,。;!])|^(?:内|之内|之前)?(?:必须|务必|一定要|一律|抓紧|赶紧|赶快)\p{Han}|^(?:内|之内|必须|务必|一定|就|先|要|都|前|之前|抓紧|赶紧|赶快|全部|再|统一|给我|得)*(?:补|传|盖章|签|拿|报|上报|报送|报来|交|提交|完成|办|发我|发来|发群|发到|填|处理|清零|搞|弄|查|落实|反馈|回复|回话|找|把|将|送|撤|转移|排|摸|统计|核|到位|整改|改|清|收|组织|安排|通知到|做好|做完|录|传)`)
	reReportOn  = pattern.MustCompile(`^(?:统一|集中|一并|全部|给我)?(?:收尾|截止|收口|将|把|报|上报|报送|提交|反馈|交|送|完成|办结)`)
	reAskBefore = pattern.MustCompile(`(?:请|麻烦|务必|必须|要求|赶紧|你们|咱们|各[\p{Han}]{1,4}|大家)[^,。;]{0,12}$`)
	reEvent     = pattern.MustCompile(`^.{0,12}(?:召开|开会|会议|举行|举办|来检查|到你|来镇|来村|检查|督查|调研|参加|参会|培训|停电|开园|开业|上线|到期|失效|下雨|有雨|降雨|大雾)`)
	reWeather   = pattern.MustCompile(`(?:水位|气温|降雨|暴雨|大风|台风|雨|雾|雪|寒潮|高温)[^,。;]{0,8}\||\|(?:还要|有|将有|可能|夜间|白天|到|至|还会|会)`)
	reNotice    = pattern.MustCompile(`收到|接到|接|见|本通知|通知|印发|下发|发文|发布|即日|今日|今天|本函|来函|此函|文件|发出|公布`)
	reOtherDay  = pattern.MustCompile(`报修|举报|投诉|申请|发现|发生|会后|会议|培训|检查|整改|结束|受理|办结|事发|诉求|线索|工单|险情|疫情|死亡|出生|签订|验收|完成后|入户`)
	// reCollects tells an act of another body that ends our time all the same: they come for it, close the system.
	reCollects = pattern.MustCompile(`^[^,。;]{0,14}(?:收齐|来取|来收|来拿|收取|派人(?:来)?取|上门取|取走|汇总|关闭|截止|关网|收回|统一收|锁定)`)
	// reReports tells that what is due goes to the one who asks.
	reReports = pattern.MustCompile(`报(?:送|来|我|到|至|给|县|镇|区|市|上|一|个|$)|上报|反馈|发(?:我|来|至|群|给我|到群|到邮)|交(?:到|至|我|来|县|镇|给我)|送(?:我|交我|至我|到我|县)|填(?:报|好|写|完)|回复|告知我|告诉我|提交|通知到|回(?:我|个)`)
	// reDelivers tells that something comes to us, reSummary that what is due is a report.
	reDelivers = pattern.MustCompile(`^(?:统一)?(?:送到(?:[,。;]|$)|(?:推送|配送|送到|送至|发到|发至|下发|发放|分发|印发|寄到)(?:至|到|给)?(?:各|你|镇|村|乡|街道|位|手|每))`)
	reSummary  = pattern.MustCompile(`总结|小结|情况|报告`)
	// reOursAfterBy tells that 由 names us: 由各乡镇, 由村干部.
	reOursAfterBy = pattern.MustCompile(`^(?:请)?(?:你|各|乡|镇|村|街道|属地|贵|网格|包保|包村|驻村|帮扶|主要负责|分管|负责同志|党政|书记|镇长|乡长|专人|[\p{Han}]{0,4}(?:平台|系统|一表通|邮箱)|户主|社区|党支部|学生|本人|家长|群众|农户|村民|居民|申请人|养殖户|种植户|经营户|商户|业主|当事人)`)
)

// Words that name who acts, by their first rune: us, or another body.
var (
	ownWords = wordSet(`请 麻烦 烦请 乡镇 街道 镇里 村里 村组 村干部 网格员 帮扶干部 镇村 村委会 村支书 村书记 村主任 村会计 咱们 咱镇 咱村 大家`,
		"各", `乡 镇 街 街道 地 村 单位 有关 县 市 区 社区 党 支部 办 站 部 组 级`, "你", `镇 乡 村 们 单位 街道 区 县 社区`, "贵", `镇 乡 村 街道 单位 区 县`)
	otherWords = wordSet(`我们 他们 县里来 县里派 县里将 县里会 县里统一 县里要来 县里负责 市里来 市里将 市里要来 省里来 省里将 省里要来 上级来 上级将 上级要来 镇里来 镇里派 镇里统一 督查组 检查组 评估组 考核组 验收组 专家组 巡察组 调研组 督导组 核查组 抽查组 学校 中小学 企业 医院 医疗机构 银行 用人单位 施工单位 卫生院 物业 `+
		`各学校 各中小学 各企业 各医院 各银行 各卫生院 各物业 县直 保险公司 供电公司 燃气公司 铁塔公司 施工方 承建单位 快递公司 运营商 运营公司 物业公司 供水公司 电力公司 测绘公司 测绘单位 监理单位 中标单位 中标企业 承建方`,
		"我", `局 办 委 中心 站 所 院 行 组 会 厅 部 队 公司 馆 支行 校 庭 社`, "本", `局 办 委 中心 站 所 院 行 会 厅 公司 馆 支行 校 庭 社`)
)

// wordSet lists words by first rune. After the plain words come pairs: a prefix and what follows it.
func wordSet(plain string, pairs ...string) map[rune][]string {
	out := map[rune][]string{}
	add := func(w string) {
		first := []rune(w)[0]
		out[first] = append(out[first], w)
	}
	for _, w := range strings.Fields(plain) {
		add(w)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		for _, w := range strings.Fields(pairs[i+1]) {
			add(pairs[i] + w)
		}
	}
	return out
}

// wordAt tells whether a word of the set stands at n[i].
func wordAt(set map[rune][]string, n []rune, i int) bool {
	return i < len(n) && hasPrefixAt(n, i, set[n[i]]...)
}

// actor is who acts from a place in the sentence on.
type actor struct {
	at     int
	other  bool
	object bool // we are named as the ones acted upon: “给各镇分了量”
}

type actors []actor

// actorsIn finds the subjects of a sentence in order. A body counts only where it can be a subject: at the start of
// a clause, or after 由 and 请; “报县水利局” names none.
func actorsIn(l *Letter, s text.Range) actors {
	var out actors
	norm := l.Text.Norm
	chat := l.Form == FormMessage || l.Form == FormPhone
	for i := s.Start; i < s.End; i++ {
		own, other := wordAt(ownWords, norm, i), wordAt(otherWords, norm, i)
		if !own && !other {
			continue
		}
		opens := i == s.Start || opensClause(l, i, chat)
		switch {
		case l.village && (norm[i] == '镇' || norm[i] == '乡'): // the town is no village
		case other && (opens || afterTime(l, i)):
			out = append(out, actor{at: i, other: true})
		case own && l.forOthers && !strings.ContainsRune("镇乡村街各", norm[i]), own && l.forOthers && hasPrefixAt(norm, i, "各单位", "各地", "各有关", "各部", "各组"):
		case own:
			out = append(out, actor{at: i, object: !ownActor(l, i, opens)})
		}
	}
	for i := s.Start; i < s.End; i++ {
		switch {
		case norm[i] == ':' && i > s.Start+2 && hasPrefixAt(norm, i-2, "提出", "要求", "强调", "指出", "明确", "通知", "安排", "议定"): // what follows is told to us
			out = append(out, actor{at: i})
		case norm[i] == '由' && i+2 < s.End && norm[i+1] != '于' && norm[i+1] != '此' && (i == s.Start || !strings.ContainsRune("理自缘事经", norm[i-1])):
			next := l.src.str(text.Range{Start: i + 1, End: min(s.End, i+6)})
			ours := reOursAfterBy.MatchString(next) || townName(norm, i+1, s.End) > 0
			out = append(out, actor{at: i, other: !ours})
		case i == s.Start || opensClause(l, i, chat) && !listed(norm, i) || norm[i-1] == '请' || norm[i-1] == '前' && i > s.Start:
			if l.village && (norm[i] == '镇' || norm[i] == '乡' && i+1 < s.End && norm[i+1] != '村') {
				out = append(out, actor{at: i, other: true})
				continue
			}
			if end := townName(norm, i, s.End); end > 0 && !l.village {
				out = append(out, actor{at: i})
				i = end - 1
			} else if end := subjectOrg(norm, i, s.End); end > 0 {
				out = append(out, actor{at: i, other: true})
				i = end - 1
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].at < out[j].at })
	return out
}

// listed tells whether the words at i go on an enumeration with 、, which is not the 、 of a list mark.
func listed(norm []rune, i int) bool {
	return norm[i-1] == '、' && !(i >= 2 && (digit(norm[i-2]) || strings.ContainsRune(hanDigits, norm[i-2])))
}

// townName is where the name of a town ends that begins at i: 云岭镇, 柳林街道; 0 where none does.
func townName(norm []rune, i, end int) int {
	if strings.ContainsRune("到各把在向对给报送的和与将请", norm[i]) || i+1 < end && strings.ContainsRune("到各把送", norm[i+1]) {
		return 0
	}
	for k := i + 2; k < end && k < i+5 && text.Han(norm[k]); k++ {
		switch {
		case norm[k] == '镇', norm[k] == '乡':
			return k + 1
		case norm[k] == '街' && k+1 < end && norm[k+1] == '道':
			return k + 2
		case strings.ContainsRune("县市区局委办到各把在向对给报送的和与将请", norm[k]):
			return 0
		}
	}
	return 0
}

// subjectOrg is where the name of a superior body ends that begins at i; 0 where none does.
func subjectOrg(norm []rune, i, end int) int {
	if !strings.ContainsRune("县市区省州旗国中镇", norm[i]) && !(i+3 < end && strings.ContainsRune("县市区州旗", norm[i+2])) && !(i+4 < end && strings.ContainsRune("县市区州旗", norm[i+3])) {
		return 0
	}
	limit := i
	for limit < end && limit-i < 24 && text.Han(norm[limit]) {
		limit++
	}
	for e := limit; e >= i+3; e-- {
		if !orgEnds(norm, e) {
			continue
		}
		if strings.ContainsRune("县市区州旗镇乡村道", norm[e-1]) { // a place, no body
			continue
		}
		if r := norm[i:e]; orgLike(r) && superior(r) && !ownBody(r) && !leads(r) {
			return e
		}
	}
	return 0
}

// leads tells phrases that begin with a word that is no part of a name: 按照市民政局.
func leads(r []rune) bool {
	for i, c := range r {
		if strings.ContainsRune("县市区省州旗国镇乡局", c) {
			break
		}
		if i > 5 || strings.ContainsRune("报送交给到至向对把将于和与前后的书面发反馈告汇寄传", c) {
			return true
		}
	}
	s := string(r)
	for _, w := range []string{"按照", "根据", "依据", "会同", "联合", "关于", "经", "为", "对", "与", "向", "近期", "今年", "目前", "因", "如", "除", "将", "全", "中旬", "市里", "县里", "区里", "省里", "国庆", "中秋", "中小", "中心", "报", "送", "交", "发", "到", "至", "给", "由", "把", "请", "接", "据", "转"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// opensClause tells whether a clause begins at i.
func opensClause(l *Letter, i int, chat bool) bool {
	switch l.Text.Norm[i-1] {
	case ',', ':', '。', ';', '(', ')', '、', '.', '\n', '!', '?':
		return true
	}
	return chat && l.Text.Gap(i)
}

// afterTime tells whether 前, 底 or 后 ends just before i: “月底前我们派人来取”.
func afterTime(l *Letter, i int) bool {
	switch l.Text.Norm[i-1] {
	case '前', '内', '起', '将', '后', '待', '等':
		return true
	}
	return false
}

// ownActor tells whether a word of ours is a subject and not an object: “推送到各乡镇账号” is none.
func ownActor(l *Letter, i int, opens bool) bool {
	if opens {
		return true
	}
	switch l.Text.Norm[i-1] {
	case '到', '给', '对', '向', '至', '送', '与', '和', '为', '从', '在', '由', '发', '报':
		return false
	}
	return true
}

// ownBody tells bodies of the town or village itself.
func ownBody(r []rune) bool {
	s := string(r)
	return hasAny(s, "镇党", "乡镇", "村民委", "村委", "街道", "居委", "各", "镇政府", "综治中心", "便民服务中心", "文化站", "服务中心") || r[0] == '镇' || r[0] == '村'
}

// ours tells whether the time binds this office: the last subject before it in the sentence, then a subject in the
// rest of its clause, decide. Where none is named the sentence is an order to us, unless the letter goes to others.
func (a actors) ours(l *Letter, m *moment, c clause) bool {
	k := sort.Search(len(a), func(i int) bool { return a[i].at >= m.Start })
	other, near := l.forOthers, false
	for i := k - 1; i >= 0; i-- {
		if a[i].object {
			continue
		}
		other, near = a[i].other, a[i].at >= c.Start
		if other && !near && a.backToUs(i, k, c) {
			other = false
		}
		break
	}
	if wordAt(otherWords, l.Text.Norm, m.End) {
		other, near = true, true
	} else if n := a.subject(k); n < len(a) && a[n].at < c.End {
		if a[n].other || !near {
			other, near = a[n].other, true
		}
	}
	if !other {
		return true
	}
	if reCollects.MatchString(c.after) {
		return true
	}
	return !near && !l.forOthers && reReports.MatchString(c.after)
}

// subject is the first actor from k on that is no object.
func (a actors) subject(k int) int {
	for k < len(a) && a[k].object {
		k++
	}
	return k
}

// backToUs tells whether the words after another body's clause turn to us again: the sentence began with us
// (请贵镇巡查，…我局派人到场，8月14日前反映一次), or we were named as the ones acted upon in between.
func (a actors) backToUs(other, k int, c clause) bool {
	if first := a.subject(0); first < other && !a[first].other {
		return true
	}
	for i := other + 1; i < k; i++ {
		if a[i].object && a[i].at < c.Start {
			return true
		}
	}
	return false
}

// countsFromNotice tells whether the event that a span counts from is this notice.
func countsFromNotice(l *Letter, m *moment) bool {
	words := string(l.Text.Norm[m.event:m.Start])
	return reNotice.MatchString(words) && !reOtherDay.MatchString(words)
}
