package notice

import (
	"strings"
	"unicode/utf8"

	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

var (
	// negator opens a scope in which nothing is demanded: to the end of its clause.
	negator = pattern.MustCompile(`没有?(任何)?(任务|指标|考核|排名|名额|硬性|数量要求|人头)|无(任务|指标|考核)|不得|不准|不许|不允许|不可以?|严禁|禁止|杜绝|防止|避免|力戒|不再|不要求|不要|不用|不需要?|无需|无须|不必|毋须|够不上|不使|不好(再|叫|要)|` +
		`不(对|按|以|向|与|搞|做|看|听|设|排|统计|考核|评比|强推|强制|截图|下达|登记|收|开|另|层层|组织|定|公布|作|列入|纳入|打印|接龙|扣|评|查|报|比|增加|额外|承担|参与|拍|制作|新做|安排|转|分|下|` +
		`签|填|写|贴|带(执法|证)|送|以|采|拆|留|通报|罚|印|建|挂|交|缴|出(?:[钱资车人具面工证]|$)|动(用|员)|办|抽|检|测|推|派|抓|追|付|垫|摊|逼|强|考|纳入|晒|传|巡|拦|牵头|负责|执法|处理|处罚|撤|点名|搜|充当|额外)|` +
		`别|莫(要|去|再|让|代|收|动|往|急|怕|乱)|切勿|勿|取消|停止|叫停|清理整治|纠治|严格控制|严控|免(于|填|报)|非必要不`)
	// topic are negators that forbid what stands before them too; asked shows that something is asked before.
	topic = pattern.MustCompile(`不得|严禁|禁止|不准|不再|不要求|不用|无需|不需要?`)
	asked = pattern.MustCompile(`请|须|应|要|组织|开展|落实|做好|加强|报|完成`)
	// doubled is a negation of a negation, or a warning not to fail: a demand after all.
	doubled = pattern.MustCompile(`(不得|严禁|不准|不许|不能|防止|杜绝|避免)(以任何(理由|借口))?(不|漏|瞒|迟|谎|拒|推诿|缺|空岗|脱岗|脱保|漏保|发生|出现)|(一个|一户|一处|一人)(都|也)?不(能|得|要|准|许)?漏|不漏(一|户|项|人)|不留死角|(不得|不能|不要|不可)(少于|低于|超过|高于|晚于|迟于|早于|突破)|别误了?|别忘|别等|不得有误|不得请假|不得替会|不准请假|不许请假|不能请假|不得缺席`)
	// undone takes back what stands before it in its clause.
	undone = pattern.MustCompile(`(的(做法|要求|通知|规定|文件|任务|分配表|安排))?[,]?(全部|已|均|一律|同时|现)?(作废|叫停|废止|停用|撤销|取消|撤了|撤掉|停了|免了|不算了)(了|掉|吧|啦|$|[,。;!:])|都撤了?|都?不用(了|另|再)?$|的?都?不用[。;]`)
	// outside puts what it names out of what is asked: “停水停电、处罚均不属于本次工作内容”.
	outside = pattern.MustCompile(`(均|都|一律)?(不属于|不在|不列入|不含|不包括在)(本次|此次|这次|本项|上述)[\p{Han}]{0,8}(内容|范围|任务|之列)`)
	// cured names bad practices that are to be ended: “整治强制下载、积分打卡等问题” orders none of them.
	cured = pattern.MustCompile(`(?:整治|治理|纠治|清理|纠正|破解|解决|破除|发现|存在|反映|举报)([^。;:]{0,40}(?:强制下载|下载|打卡|留痕|排名|责任状|承诺书|摊派|证明|接龙|点赞|转发|督查检查过多|填表报数|过度检查)[^。;:]{0,24})(?:等|的)?(?:“[^”]{2,14}”)?(?:突出)?(?:问题|现象|做法|行为|乱象)`)
	// done tells of a thing that is over.
	done = pattern.MustCompile(`已(经)?(被|由|全部)[^,]{0,24}(查封|查处|立案|整改|更换|完成|处理|办结|拆除|关停|取缔|销号)|已(经)?(收工|整改完毕|查封|办结|关停|取缔)|(整改|更换|办理|处理)完毕`)
	// appraised names those of whom somebody has found a thing: 经鉴定为C、D级的.
	appraised = pattern.MustCompile(`^[\n,;]?(凡|对|对于)?经[^,。请]{0,12}(鉴定|检测|评估|认定|核实|查实|检验|复核)(为|属|是|确认|不?合格|后)?[^,。请]{0,16}(的|者)[,。]?$`)
	// found begins a sentence about what the issuer saw; entreated are words that ask something in it all the same.
	found     = pattern.MustCompile(`^\n*(此次|这次|近期|本次|我局|前期|日常)?(监督|执法|专项)?(检查|调研|督查|暗访|巡查|排查|抽查|检测|监测)(中|时)?(还)?发现[,:]`)
	entreated = pattern.MustCompile(`请|务必|须|各(镇|乡|村|街|社区)|贵(镇|乡|街)|你(镇|乡|街)`)
	// counted tells what came of an action: “查封压力容器5台,立案4起”; a number that is set as a mark is none (marked).
	counted = pattern.MustCompile(`(查封|查处|查获|立案|刑拘|抓获|下达|罚款|拘留|关停|扣押|取缔|没收|移送|约谈)[\p{Han}]{0,16}[0-9]+(份|台|起|件|家|处|人|辆|吨|套|户|条|名)`)
	marked  = pattern.MustCompile(`须|要|应|请|完成|达到|不少于|不低于|至少|任务|指标|每|各|由`)
	// reported tells of what has happened or is told of others.
	// willing leaves a whole sentence to choice, unless it names a quantity.
	willing = pattern.MustCompile(`全凭(兴趣|自愿|个人|爱好)|有兴趣(的)?(可以|就|再)|不(看|参加|报|来|转)也(没事|行|可以)|(纯|完全|全凭|本着|均|都)?自愿(?:[^承放接]|$)|感兴趣的|有兴趣的`)
	// toTell are words by which the office is to tell people of a thing that is left to them.
	toTell   = pattern.MustCompile(`^[\n,]?(请|麻烦|由|让)[^,。]{0,16}(喊|告诉|告知|通知|转告|宣传|张贴|说一声|捎[个]?(信|话)|提醒|广播|发动)`)
	quantity = pattern.MustCompile(`[0-9]+(份|元|盒|人|张|户|个|套)|不少于|不低于|须|必须|务必`)
	reported = pattern.MustCompile(`有的(单位|部门|局|站|所|地方|街道|乡镇)?[^,。]{0,8}(要求|让|把)|仍有反弹|(存在|出现|反映出)[^。]{1,24}(问题|现象)([^由的责追,]|$)|查实(?:[^的后]|$)|典型(问题|案例)|被(通报|曝光|问责)|曝光了|仅供(了解|参考|掌握)|(列|写)出来只是|只是让(大家|你们)(了解|知道)|已(立案|办结|处理|完成整改)([^的]|$)|案件已|表示(衷心的?)?感谢|特此(感谢|致谢)`)
	before   = pattern.MustCompile(`^(之前|此前|前期|去年|上次|原来|以前|过去|曾经?|上半年|前几天|昨天|日前)`)
	// reminded asks once more for what was asked before.
	reminded = pattern.MustCompile(`^上次(说|讲|布置|安排|交代)(的|定的|下去的)?(那)?(个|件|些)?(事|活|任务|工作)`)
	free     = pattern.MustCompile(`自愿(?:[^承放接]|$)|全凭|投不投|随(人家|自己|群众|居民|大家)|看个人|可以?不(报|参加|来|填|办|申报|做)|也行|可自行|可自愿|愿意(的|报|参加|来)|有条件的|不?想[\p{Han}]{1,3}的|来不了的(可以|就|不用|不来|算了|没关系|,|$)|不愿意`)
	// theirWish is what other people wish, which the office is to ask or tell: “把愿意的单位告诉他们”.
	theirWish = pattern.MustCompile(`(请|问|把)[^,。]{0,30}(愿意|愿不愿|想)[^,。]{0,16}`)
	ground    = pattern.MustCompile(`^[一二三四五六七八九十、()\n]{0,4}(为(了|给|编制|体现|摸底|准确|精准|切实|做到|建设|了解|统筹|科学|更好|尽快|防止|预防|抓好|深化|发展|培育|打造|构建|健全|完善|增强|增加|实现|保证|保护|有序|充分|弘扬|传承|引导|鼓励|根治|遏制|杜绝|压实|传导|制作|开展|完成|核实|采集|整治|净化|美化|助力|推广|展示|普及|缓解|应对|争取|加大|做大|建立|创建|实施|盘活|全力|大力|努力|稳妥|及早|平稳|贯彻|防|维护|落|持续|适应|满足|共同|着力|强化|响应|打|降低|减少|消除|畅通|服务|营|方便|检验|摸清|进一步|切实|确保|深入|全面|认真|加强|做好|推动|推进|提升|提高|规范|防范|保障|落实|掌握|有效|丰富|积极|方便|支持|讲好|便于|建强|破解|层层|治理|选树|扶持|走在|改善|解决|加快|优化|促进|扎实|营造|严格|及时|迎接|扩大|巩固|本)|根据|按照|依据|依照|鉴于|由于|随着|因|近期|近日|当前|目前|今年以来|入(冬|夏|秋|春|汛)以来|去年|截至|据|经(研究|比对|核实|县|市|请示|了解)|群众反映|最近|眼下|天气|临近|正值|受)`)
	// byThem names the issuer as the one to act behind the thing: “体检和政审我们另行安排”.
	byThem = pattern.MustCompile(`(我们|我(局|办|部|委|中心|队|院|所|处)|他们|局里|县里|区里|市里)的?(人|公司|队伍|养护公司)?(会|将|来|另行|统一|负责|自己|直接|到时|再){1,3}(安排|组织|处理|处置|办|做|派|承担|发|送|查|拉|修|管|出|上|下|推|拆|拔|抓|收|拦|称|贴|封|测|验|审|建|定|搬|清)|(处理|处置|查处|认定|处罚)(我们|由我们|归我们)[^,。]{0,12}(来|做|管|办|负责)|才好(来|去|办|过|上|动|派|安排|拉|修|清)`)
	// receiver is to whom a result goes: it says nothing of the matter.
	receiver    = pattern.MustCompile(`(报|送|发|给|到|至|交|告知|反馈|联系|通知|向|于)(我|本)(局|办|委|部|中心|队|院|馆|站|公司|县)[\p{Han}]{1,8}?(股|科|室|站|大队|中心|处|组)`)
	quoteBefore = pattern.MustCompile(`(签订?|签署|出具|开具?|写|填|填报|填写|交|订|下载|安装|关注)[\p{Han}A-Za-z0-9“”‘’、,]{0,16}$`)
)

// maskWords sets the lights of one clause from its words.
func (r *Reading) maskWords(c text.Range) {
	t := r.Letter.Text
	words := t.Slice(c.Start, c.End)
	at := func(byteOffset int) int { return c.Start + utf8.RuneCountInString(words[:byteOffset]) }
	if m := negation(words); m != nil && !doubled.MatchString(words) && !unwilling(words, m) {
		from := at(m[0])
		if ends.MatchString(words[m[0]:m[1]]) {
			from = at(m[1]) // to stop a thing is itself an act
		}
		if m[0] > 0 && topic.MatchString(words[m[0]:m[1]]) && !request.MatchString(words) && !asked.MatchString(words[:m[0]]) {
			from = c.Start // “以上检查不得转由街道实施”: the thing is named before it is forbidden
		}
		r.set(text.Range{Start: from, End: c.End}, text.Forbidden)
	}
	if m := undone.FindStringIndex(words); m != nil && m[0] > 0 {
		r.set(text.Range{Start: c.Start, End: at(m[1])}, text.Forbidden)
	}
	if outside.MatchString(words) {
		r.set(c, text.Forbidden)
	}
	if appraised.MatchString(words) {
		r.set(c, text.Past)
	}
	if done.MatchString(words) && !asked.MatchString(words) || counted.MatchString(words) && !marked.MatchString(words) {
		r.set(c, text.Past)
	}
	for _, m := range cured.FindAllStringSubmatchIndex(words, -1) {
		r.set(text.Range{Start: at(m[2]), End: at(m[3])}, text.Quoted)
	}
	for _, m := range receiver.FindAllStringIndex(words, -1) {
		r.set(text.Range{Start: at(m[0]), End: at(m[1])}, text.Outside)
	}
	if byThem.MatchString(words) {
		r.set(c, text.Theirs)
	}
	if free.MatchString(words) && !theirWish.MatchString(words) {
		r.set(c, text.Voluntary)
	}
	if before.MatchString(words) && !reminded.MatchString(words) && !strings.ContainsRune(words, '须') {
		r.set(c, text.Past)
	}
	if ground.MatchString(words) && !request.MatchString(words) {
		r.set(c, text.Background)
	}
}

// negation is the first word in a clause that forbids: one that only looks like it (特别, 不定期) is passed over.
func negation(words string) []int {
	for _, m := range negator.FindAllStringIndex(words, -1) {
		if words[m[0]:m[1]] == "别" && bound.MatchString(words[:m[0]]) || noBan.MatchString(words[m[0]:]) {
			continue
		}
		return m
	}
	return nil
}

var (
	// ends are negators that are acts themselves.
	ends = pattern.MustCompile(`^(取消|停止|叫停|清理整治|纠治|严格控制|严控)`)
	// bound ends with a character that makes one word with 别.
	bound = pattern.MustCompile(`[错特分个性类识级区鉴判差告辨派离甄组国鲁迥]$`)
	// noBan begins a word with 不 that forbids nothing.
	noBan = pattern.MustCompile(`^不(定期|定时|分(昼夜|白天|早晚|男女|大小|节假日|时段|先后|主次|你我)|下(于|[0-9一二三四五六七八九十])|出(门|村|户|镇|事|问题|乱子|差错|意外)|留(死角|空白|空档|盲区|隐患|尾巴|漏洞)|排除|收兵|比)`)
)

// unwilling tells whether a bare 不 names those who do not do a thing rather than forbidding it: “不签订的,扣…”.
func unwilling(words string, m []int) bool {
	return bareNot.MatchString(words[m[0]:m[1]]) && those.MatchString(words[m[1]:])
}

var (
	bareNot = pattern.MustCompile(`^不[^得准许允可再要用需必]`)
	those   = pattern.MustCompile(`(的|者|则|就)[,:]?[^,:多少]{0,3}$|^(的|者)(把|由|要|就|将|一律|予以|处|罚|扣|停|报|都|先)`)
)

// maskSentence sets what a whole sentence says of itself: it reports.
func (r *Reading) maskSentence(s text.Range) {
	if words := r.Letter.Text.Slice(s.Start, s.End); willing.MatchString(words) && !quantity.MatchString(words) {
		for _, c := range r.clausesIn(s) {
			if !toTell.MatchString(r.Letter.Text.Slice(c.Start, c.End)) { // to tell people of what they may do is asked of us
				r.set(c.Range, text.Voluntary)
			}
		}
	}
	if words := r.Letter.Text.Slice(s.Start, s.End); reported.MatchString(words) || found.MatchString(words) && !entreated.MatchString(words) {
		r.set(s, text.Past)
	}
	r.maskOpening(s)
}

// maskOpening puts with its first aim what else a sentence aims at, up to the words by which it comes to its point: 为掌握底数，
// 做好宣传准备，现函请各街道….
func (r *Reading) maskOpening(s text.Range) {
	t := r.Letter.Text
	all := r.clausesIn(s)
	if len(all) < 3 || r.Mask[all[0].Start]&text.Background == 0 || !aim.MatchString(t.Slice(all[0].Start, all[0].End)) {
		return
	}
	for i := 1; i < len(all)-1; i++ {
		if all[i].Actor != ActorOpen || request.MatchString(t.Slice(all[i].Start, all[i].End)) {
			return
		}
		if toPoint.MatchString(t.Slice(all[i+1].Start, all[i+1].End)) {
			for _, c := range all[1 : i+1] {
				r.set(c.Range, text.Background)
			}
			return
		}
	}
}

var (
	aim     = pattern.MustCompile(`^[\n一二三四五六七八九十、()]{0,4}为[^了期此止]|^[\n一二三四五六七八九十、()]{0,4}为了`)
	toPoint = pattern.MustCompile(`^[\n,]?(现(将|就|函|请|把|对|商)|特(制定|此|作|商)|经[^,]{0,16}(研究|同意|决定|批准)|(根据|按照)[^,]{2,40}(要求|安排|部署|规定|计划|精神)[,]?$)`)
)

// maskQuotes marks titles in 《》, except where the thing of that name is to be signed, issued or filled in.
func (r *Reading) maskQuotes() {
	t := r.Letter.Text
	for i := 0; i < t.Len(); i++ {
		if t.Norm[i] != '《' {
			continue
		}
		end := i + 1
		for end < t.Len() && end < i+80 && t.Norm[end] != '》' && t.Norm[end] != '\n' {
			end++
		}
		if !quoteBefore.MatchString(t.Slice(max(0, i-18), i)) {
			r.set(text.Range{Start: i, End: end}, text.Quoted)
		}
		i = end
	}
}
