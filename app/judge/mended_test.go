package judge_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/judge"
	"yidanqing/app/lexicon"
	"yidanqing/assets"
)

// TestLawfulThoughItLooksForbidden: each kind of notice here was once refused.
func TestLawfulThoughItLooksForbidden(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(mustList(t, "testdata/township/list.tsv"), mustRegisters(t, "testdata/township")...)
	const day = "2026-03-24"
	for name, text := range map[string]string{
		"a pledge that a law asks for":           "清保密〔2026〕3号\n关于涉密人员上岗手续的通知\n各乡镇党委：\n    根据《中华人民共和国保守国家秘密法》关于涉密人员上岗应当签订保密承诺书的规定，请各乡镇组织机要收发人员签订《涉密人员保密承诺书》，4月10日前报我局备案。\n清河县保密局\n2026年3月23日",
		"told to another trade, copied to us":    "清卫办〔2026〕9号\n关于病区消防安全的通知\n各医疗卫生单位：\n    请各单位逐级签订岗位安全责任书，4月3日前报送自查报告，结果与绩效挂钩。\n清河县卫生健康局\n2026年3月23日\n抄送：县消防救援大队，各乡镇人民政府。",
		"an order of both offices of the county": "中共清河县委办公室  清河县人民政府办公室\n清办发电〔2026〕6号\n关于开展招商攻坚行动的通知\n各乡镇党委、政府：\n    经县委、县政府研究，决定开展招商攻坚行动。行动期间柳河镇须新签约亿元项目2个，按月排名，后两位作说明。请于4月3日前报送项目清单。\n中共清河县委办公室  清河县人民政府办公室\n2026年3月23日",
		"a certificate of the published list":    "关于补充监护材料的函\n柳河镇柳林村民委员会：\n需用《清河县村级证明事项清单（2025年版）》第2项“指定监护人的证明”，请按清单所附格式出具证明，3月31日前送本庭。\n清河县人民法院\n2026年3月23日",
		"neighbours who write a note":            "县就业中心：采果的外地工到了不少。请各村提醒果农跟人家写个条子，工钱写明白，扯不清的给说和说和",
		"the damage that an animal did":          "县林业局野保站：北坡村夜里有野猪下沟拱了苹果树苗。请镇上先统计一下哪几家、坏了多少株，4月10日前给我们，告诉群众别拉电网",
		"as many as there are":                   "中共清河县委组织部\n关于排查软弱涣散村党组织的通知\n各乡镇党委：\n一、倒排对象。有几个报几个，不定比例。4月10日前报排查结果。\n二、一村一策。由乡镇党委书记包村整顿。\n2026年3月23日",
		"boards put up, none of them a program":  "县公交公司：微循环公交要开3条线，站牌制作安装、司机排班和每天的调度由镇里承担，4月20日前开通",
		"what others go to do":                   "县民政局电话：特殊困难老人探访，这一轮4月15号前走完，每户去一次，灶灵不灵、药够不够看一看。养老院消防检查他们和消防大队去。",
	} {
		if c := mustCheck(t, j, g, text, day); c.Verdict == app.VerdictRefuse || c.Verdict == app.VerdictMixed {
			t.Errorf("%s: %s, %v", name, c.Verdict, c.Reasons)
		}
	}
}

// TestNotAskedOfUs: the letters say in so many words that the act that was taken back is not asked, or is to end.
func TestNotAskedOfUs(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(&app.DutyList{Duties: []app.Duty{
		{Part: app.Basic, ItemNo: "1", Name: "落实为基层减负规定,规范村级组织工作事务、机制牌子和证明事项"},
		{Part: app.Cooperate, ItemNo: "1", Name: "养犬管理", Departments: []string{"公安局"}, TownDuty: "宣传文明养犬;发现流浪犬及时报告"},
		{Part: app.Cooperate, ItemNo: "2", Name: "柑橘黄龙病防控", Departments: []string{"农业农村局"}, TownDuty: "宣传防治知识;组织果农喷药"},
		{Part: app.TakenBack, ItemNo: "1", Name: "犬只捕杀和养犬违法行为处罚", Departments: []string{"公安局"}},
		{Part: app.TakenBack, ItemNo: "2", Name: "出具亲属关系、婚姻状况、居住、健在等证明", Departments: []string{"民政局", "公安局"}},
		{Part: app.TakenBack, ItemNo: "3", Name: "柑橘黄龙病病株强制砍除和处罚", Departments: []string{"农业农村局"}},
		{Part: app.Basic, ItemNo: "2", Name: "开展就业创业服务,做好农村劳动力信息采集、岗位推送和有组织劳务输出"},
		{Part: app.Cooperate, ItemNo: "3", Name: "农村公路养护管理", Departments: []string{"交通运输局"}, TownDuty: "日常养护;发现损坏及时上报"},
		{Part: app.TakenBack, ItemNo: "6", Name: "货车超限超载拦查、卸载、处罚", Departments: []string{"交通运输局", "公安局"}},
		{Part: app.Basic, ItemNo: "3", Name: "开展城乡居民养老保险、医疗保险政策宣传和参保登记,动员群众参保"},
		{Part: app.TakenBack, ItemNo: "7", Name: "城乡居民医保、养老参保缴费率考核", Departments: []string{"医保局", "人力社保局"}},
		{Part: app.TakenBack, ItemNo: "5", Name: "招商引资签约额、到位资金指标考核", Departments: []string{"投资促进局"}},
		{Part: app.TakenBack, ItemNo: "4", Name: "茶叶产量产值、茶博会观展人数指标考核", Departments: []string{"农业农村局"}},
	}})
	const day = "2026-03-24"
	for name, text := range map[string]string{
		"a company's business, no new investors": "清河县科学技术局\n关于组织开展高新技术企业培育工作的通知\n柳河镇人民政府：\n请你镇制定高新技术企业培育方案，引导2家以上企业建立研发机构、申报专利不少于10件。4月20日前报送培育计划。\n2026年3月20日",
		"registered beside the job":              "清河县人力资源和社会保障局\n关于做好返乡人员岗位对接的通知\n各乡镇人民政府：\n请各乡镇：一是把岗位信息转到村民群；二是摸一摸返乡人员想不想再出去、想干哪样，有意愿的登记好，返乡人员须全部扫码注册“清河零工”小程序，每个乡镇注册不少于300人；三是4月15日前组织一场小型招聘会。\n2026年3月20日",
		"help beside a rate":                     "县医保局参保科:各镇,集中缴费期还有半个多月,请在赶场天摆个台子,给群众讲讲报销比例和断保的等待期,帮不会用手机的老人登记。另外柳河参保率4月25日前必须到96%,每三天排一次名,末位镇长来局里说明。",
		"what lorries broke, no overloading":     "县交通运输局公路科：另外昨天有辆拉石料的车把县道的护栏撞坏了，也麻烦镇里把车主找来做个笔录，把路产赔偿费收上来、开个处罚决定，4月底前办完。",
		"dogs that others catch":                 "县公安局治安大队：学校后门傍晚有六七只没主的狗，请村里把在哪儿、几点出来记一下发我，城管的收容车才好来；捉狗、上牌、罚款都不用你们做。",
		"certificates that are to end":           "县减负办\n关于清理村级证明的通知\n各乡镇党委：\n一、清什么。请各乡镇对村里的牌子和证明再过一遍筛：\n1.没有依据的牌子一律摘下；\n2.清单之外的证明停止开具，窗口张贴的开证要求撤下。\n二、4月10日前清完。\n2026年3月23日",
		"a letter about our duty":                "县农业农村局\n关于做好柑橘黄龙病防控的通知\n各乡镇人民政府：\n一、组织果农统一喷药防治木虱，宣传黄龙病防控知识。\n二、由你乡自行抽取可疑叶片开展检测，作出疫情认定后报我局备案。\n2026年3月23日",
		"measured by a body of its own":          "县茶叶协会秘书处：6月中旬受我会委托的第三方要到各产茶镇做“茶业发展环境评估”，看3个村、叫15名茶农填问卷打分，得分写进蓝皮书。请各镇6月10日前把近三年茶业扶持资金、活动台账整理好备查。",
	} {
		c := mustCheck(t, j, g, text, day)
		if c.Verdict == app.VerdictRefuse || c.Verdict == app.VerdictInfo {
			t.Errorf("%s: %s, %v", name, c.Verdict, c.Reasons)
		}
		for _, d := range c.Demands {
			if d.Verdict == app.VerdictRefuse {
				t.Errorf("%s: %q is refused", name, d.Text)
			}
		}
	}
}

// TestItemsOfTheirOwn: what an item asks is not swallowed by a refused item before it.
func TestItemsOfTheirOwn(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(&app.DutyList{Duties: []app.Duty{
		{Part: app.Basic, ItemNo: "1", Name: "做好公益林护林员选聘和生态补偿资金发放对象核实公示"},
		{Part: app.Cooperate, ItemNo: "1", Name: "林地保护和古树名木管理", Departments: []string{"林业局"}, TownDuty: "开展日常巡护;发现破坏林地、古树名木的及时劝阻上报"},
		{Part: app.Cooperate, ItemNo: "2", Name: "小型水库、山塘安全运行", Departments: []string{"水务局"}, TownDuty: "明确巡查人员;开展日常巡查"},
		{Part: app.Cooperate, ItemNo: "3", Name: "农村危房改造", Departments: []string{"住建局"}, TownDuty: "受理申请、初审公示"},
		{Part: app.TakenBack, ItemNo: "1", Name: "盗伐滥伐林木、毁林开垦案件查处", Departments: []string{"林业局"}},
		{Part: app.TakenBack, ItemNo: "2", Name: "农村生活垃圾处理费收缴率考核", Departments: []string{"住建局"}},
		{Part: app.Basic, ItemNo: "2", Name: "开展居家社区养老服务,管理养老服务中心、助餐点,做好独居、高龄老人探访"},
		{Part: app.TakenBack, ItemNo: "3", Name: "公益慈善捐款任务分解", Departments: []string{"民政局"}},
	}})
	for name, c := range map[string]struct{ text, words string }{
		"a thing that the lexicon does not know": {"清河县林业局\n关于做好近期林业有关工作的函\n柳河镇人民政府:\n  一、请组织对省级公益林补偿资金发放对象逐户核对,公示7天,4月14日前将核对结果报我局。\n  二、茶山村背后林地被人挖了约3亩种天麻,请你镇派员查清当事人,立案调查并作出行政处罚。\n  三、大寨村口三棵古枫香树,请安排村里人平时看着点,别让人在树下烧火、钉钉子。\n2026年3月24日", "看着点"},
		"an item without a word of asking":       {"清河县民政局\n关于做好养老和慈善月有关工作的通知\n各乡镇人民政府:\n  一、做好高温期间老年人助餐。各助餐点延长供餐时间,对腿脚不便的老人送饭到家。\n  二、“慈善月”期间,柳河镇须募集善款35万元,请分到各村、企业,4月10日前交县慈善总会账户,未完成的书面说明。\n2026年3月24日", "送饭到家"},
		"an item whose number meets a day":       {"清河县住房和城乡建设局村镇股：1.农村垃圾费各镇收缴率年底要到95%，10月起每月排名；2.4月30日前请把老旧房屋符合危改条件还没申报的户动员起来写申请，初审公示后给我们。", "危改"},
	} {
		for _, d := range mustCheck(t, j, g, c.text, "2026-03-24").Demands {
			if strings.Contains(d.Text, c.words) && (d.Verdict == app.VerdictRefuse || len(d.Findings) > 0 && d.Findings[0].Code == "TAKEN_BACK") {
				t.Errorf("%s: %q is %s", name, d.Text, d.Verdict)
			}
		}
	}
	if c := mustCheck(t, j, g, "清河县水务局\n关于做好汛前准备的通知\n各乡镇人民政府：\n对辖区12座小型水库、山塘的巡查人员再明确一遍，汛期每天到坝上看一看，发现渗水立即上报。\n2026年3月24日", "2026-03-24"); c.Kind != app.KindTask || c.Verdict != app.VerdictCooperate {
		t.Errorf("who walks the dam is no visit: %s %s", c.Kind, c.Verdict)
	}
	if c := mustCheck(t, j, g, "县公积金中心通知：凡是来提取公积金用于赡养父母就医的，需由户籍所在地村委会出具“本人与父母亲属关系及父母无其他子女供养”证明，盖公章后才受理。请各镇转告各村配合办理。", "2026-03-24"); c.Verdict == app.VerdictDo {
		t.Errorf("a certificate that no list has: %s, %v", c.Verdict, c.Reasons)
	}
}

// TestAPlantHandedOver: to build and run a plant is on no part of a list that only speaks of something near it.
func TestAPlantHandedOver(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(&app.DutyList{Duties: []app.Duty{
		{Part: app.Basic, ItemNo: "1", Name: "做好新就业群体服务管理,建设‘暖蜂驿站’等友好阵地"},
		{Part: app.Basic, ItemNo: "2", Name: "农村公共厕所日常管护和设施维护"},
		{Part: app.Cooperate, ItemNo: "1", Name: "电动自行车停放充电整治", Departments: []string{"消防救援大队"}, TownDuty: "开展宣传劝导;摸排违规停放充电"},
	}})
	for _, c := range []struct {
		text string
		none bool
	}{
		{"区邮政管理局(微信)：各街道，进小区的快递超市以后由街道来评星级、核价格，每个驿站的取件费标准街道定，快递公司和驿站之间结账扯皮也由街道核账裁定，4月10日前先定好价目。", true},
		{"县发展和改革局\n关于加快乡镇公共充电设施建设运营的通知\n各乡镇人民政府：\n今年底前每个乡镇建成公共快充站1座以上。由乡镇负责选定场址、报装用电、采购充电桩，4月30日前开工。\n2026年3月20日", true},
		{"县住建局：农村公厕的日常运维请各镇抓一抓，坏了的冲水设施换掉，选址不合适的报我们。4月10日前完成。", false},
	} {
		got := mustCheck(t, j, g, c.text, "2026-03-24")
		none := len(got.Findings) > 0 && got.Findings[0].Code == "NOT_ON_LIST"
		if none != c.none {
			t.Errorf("%s: %s, %v", c.text, got.Verdict, got.Reasons)
		}
	}
}

// TestASumToBeRaisedIsTold: a sum that a town must raise is shared out, whatever the list says of charity.
func TestASumToBeRaisedIsTold(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(mustList(t, "testdata/township/list.tsv"), mustRegisters(t, "testdata/township")...)
	c := mustCheck(t, j, g, "清河县民政局\n关于做好慈善月工作的通知\n各乡镇人民政府：\n“慈善月”期间，柳河镇须募集善款35万元，请分到各村、企业，4月10日前交县慈善总会账户。\n2026年3月20日", "2026-03-24")
	if len(c.Findings) == 0 || c.Findings[0].Code != "APPORTIONED" {
		t.Errorf("found %v", c.Findings)
	}
}

// TestOrdersInPassing: each was once taken for mere news.
func TestOrdersInPassing(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(mustList(t, "testdata/township/list.tsv"), mustRegisters(t, "testdata/township")...)
	const day = "2026-03-24"
	for _, text := range []string{
		"县卫健局老秦：体检车后天到柳林村，给你们镇定了900人，每天不得少于120个，村里自己去凑",
		"县妇联：市里等着要，各村的女能人按群里那个表一个人一行填，今天下午5点前发我邮箱",
		"民政办@各村 这两天零下十度，八十岁往上的、一个人过的，每家去敲敲门，煤炉烟囱通不通、被子够不够，缺啥报给我。4月12号前都跑到",
		"镇党建办@各支部书记：这个月党课讲四中全会精神，书记自己讲，用咱庄稼人听得懂的话，一个钟头以内，4月28号前讲完。不收笔记，不要照片。",
		"县红十字会：县里采血车4月5日来，柳河分6个人，提前把姓名、血型报来，凑不够的村干部自己上，3月29日前报。",
		"县自然资源局柳河所:最近天干,正是偷偷打地基的时候,各村田长转田的时候看到往田里倒石渣、立模板的,当场讲清利害叫他先停,拍个位置发所里,我们当天去认定,后面立案拆除是局里的事。",
		"县供销社:各镇注意,我社新上线“清品优购”小程序,每名干部须注册并邀请15名亲友注册,4月27日前完成,后台能看到每个人的邀请数。",
		"县消防专班：老街那几家楼上住人的，今晚之前把表后线剪了",
		"县卫健局应急办：邻县昨天一家三口煤气中毒没救过来，这两天没风，各村入户的时候多问一句：烟筒接好没、窗户留缝没。独居老人家里一定走到。不用填表不用拍照",
		"县市场局柳河所：赶集的多了，哪家新开的店铺没挂执照，网格员顺路瞅见了给我们发个定位就成，罚不罚由所里说了算",
		"各村治保主任：县养犬办电话通知，从今年起每户养狗的都要跟村里签《不伤人承诺书》，写明“咬了人自愿承担一切后果”，柳河镇那份4月4日前送到县公安局治安大队内勤。",
		"县交通局港航股：西坡渡那条老船又到期了，我们验船师请产假，这次就由柳河镇安监办代为上船看一下，船壳、主机、救生衣按表格逐项查，4月9日前弄好。",
	} {
		if c := mustCheck(t, j, g, text, day); c.Verdict == app.VerdictInfo || len(c.Demands) == 0 {
			t.Errorf("%s: %s", text, c.Verdict)
		}
	}
}

// TestReadAsItIsMeant: each kind of notice here was once read wrongly.
func TestReadAsItIsMeant(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(mustList(t, "testdata/township/list.tsv"), mustRegisters(t, "testdata/township")...)
	for _, c := range []struct {
		name, text string
		kind       app.Kind
		verdict    app.Verdict
	}{
		{"a company takes back what it asked", "撤 回 函\n柳林村委会：\n我司3月11日致函贵村，要求为应聘人员出具“品行端正”的书面证明。该要求没有依据，现予撤回，贵村无需办理。\n清河县新芽茶业有限公司\n2026年3月17日", app.KindInfo, app.VerdictInfo},
		{"what offices did to villages, and what became of it", "柳河镇纪检监察办公室关于整治加重村级负担情况的通报\n各村：\n一季度查实几件事：某站叫村干部签防汛军令状；某中心给每村派了30个公众号粉丝任务，逐日晒名次；某公司让村里垫钱买保险。以上都已停掉。现通报各村，供知晓。", app.KindInfo, app.VerdictInfo},
		{"a visit of the plan, told in a message", "县司法局法制科：年度计划里的执法案卷评查，排到柳河是3月27号下午。我们三个人过来，抽10本案卷看看。周三前告诉我哪位同志对接就行", app.KindInspection, app.VerdictDo},
		{"an hour and a room in a message", "县政府办值班室：@各乡镇 明天（25日）上午9点，县政府四楼会议室，研究灌渠清淤，只请柳河、北坡两个镇分管的同志参加。", app.KindMeeting, app.VerdictDo},
		{"a meeting that is moved", "关于调整会议时间的更正\n各乡镇：\n原定3月26日上午9:00在县政府二楼召开的全县春耕工作会议，改为3月27日下午15:00在县委党校报告厅召开，参会人员不变。给各位带来不便敬请谅解。\n清河县农业农村局\n2026年3月24日", app.KindMeeting, app.VerdictDo},
		{"a message that another passes on", "县里工作群转：请各乡镇按照上次会议要求，认真抓好相关工作落实，及时报送有关材料。", app.KindTask, app.VerdictEscalate},
		{"to be done house by house, without a table", "县民政局养老科：各乡镇民政助理，天冷了，各村把家里只剩老两口的挨家走一圈，看看炉子通不通、药够不够。3月30日前走完，不用拍照不用填表。", app.KindTask, app.VerdictDo},
		{"a bulletin of others' faults", "清河县整治形式主义为基层减负专项工作机制办公室\n工作通报\n第3期\n2月份，县减负办核查发现：某局以责任状形式向乡镇转嫁责任，现已撤回；某中心要求村干部每天在App上打卡签到、按月排名，已责令停用。上述单位主要负责人已被约谈。\n以上情况供各乡镇知悉。\n2026年3月8日", app.KindInfo, app.VerdictInfo},
		{"a power cut told to customers", "清河县供电公司\n停电公告\n尊敬的电力客户：\n因变电所检修，计划于3月28日6时至18时停电，影响范围：柳河镇镇区。停电期间线路视为带电，请勿攀爬。敬请谅解。\n2026年3月22日", app.KindInfo, app.VerdictInfo},
		{"the branch that punishes by itself", "清河市生态环境局清河分局\n关于核实火点的函\n柳河镇人民政府：\n3月20日卫星监测到贵镇北坡村疑似火点1处。请贵镇派人到现场看一眼是否为秸秆焚烧，3月27日前将结果反馈我分局。如确认焚烧，我分局执法人员将立案查处，届时请帮忙找到当事人。\n2026年3月21日", app.KindTask, app.VerdictCooperate},
		{"matches kept at the edge of the woods", "清河县森林草原防灭火指挥部\n关于做好春季防火工作的通知\n各乡镇人民政府：\n请各乡镇在进山路口设卡登记，收缴火种代管，护林员加密巡护，3月30日前报送设卡点位。\n2026年3月23日", app.KindTask, app.VerdictCooperate},
		{"no number is set", "县妇幼保健院：4月2日到柳河做妇女免费检查，35岁到64岁的，请村里帮通知一声，愿意来的就来，不愿意的不勉强，没有任务数", app.KindTask, app.VerdictCooperate},
		{"thanks with a film", "县住建局加梯办：给柳河镇点个赞，安置小区17号楼的电梯昨天通啦，92岁的周阿婆两年来头一回自己下楼晒太阳。视频发大家看看，辛苦何书记！", app.KindInfo, app.VerdictInfo},
		{"a power cut in a message", "柳河供电所停电通知：4月14日6:30至12:00，因10千伏线路检修，柳林村三组至七组停电，冷库用户请自备电源。抢修电话7710095。", app.KindInfo, app.VerdictInfo},
		{"a talk in a small room", "县自然资源局老蓝：4月14日下午3点，县政府三楼小会议室，商量沙场运料车怎么走、磅秤摆哪里，柳河、北坡、石牛三个镇各来一个人，讲完就散。", app.KindMeeting, app.VerdictDo},
		{"borrowed by name", "县征迁指挥部来电：滨海公路要开工了，借调柳河镇韦志强过来，吃住在指挥部，时间大概到年底，5月6日来报到。", app.KindSecondment, app.VerdictEscalate},
		{"a matter that is closed", "县人社局就业科：刘阿姨反映的灵活就业补贴到账慢的事我们查过了，是银行退票，已经重新打款，我们也已电话跟她本人讲清楚，这件就算办结了，跟镇里说一声。", app.KindInfo, app.VerdictInfo},
		{"a penalty made known", "通报\n近日，县农业综合执法大队对清河县丰源农资店销售未取得登记证农药一案作出处罚，没收农药12箱，罚款5000元。特此通报，提醒广大农户到正规门店购药。\n清河县农业农村局\n2026年3月16日", app.KindInfo, app.VerdictInfo},
		{"a list of people in columns", "请于4月30日前将辖区社区工作者的姓名、身份证号、学历、家庭成员、兴趣特长、手机型号制表报我部。\n中共清河县委社会工作部\n2026年3月20日", app.KindForm, app.VerdictRefuse},
		{"somebody lent by a message", "县交通运输局办公室龙姐：省道改线协调办缺人手，麻烦柳河镇借一个懂征地的年轻干部过来帮忙半年，吃住我们管，下周一就来上班哈", app.KindSecondment, app.VerdictEscalate},
		{"an order taken back, to be taken note of", "县林业局：之前发的“清河林长通”注册打卡通知即日起作废，该程序已停用，已安装的可自行卸载，不再统计注册人数，请各镇知悉。", app.KindInfo, app.VerdictInfo},
		{"somebody lent to a department", "柳河镇王书记：全县林草数据核实量大，请把你们农业中心小段借给县林业局用半年，吃住自理，工资关系不动，4月7号报到。县林业局办公室", app.KindSecondment, app.VerdictEscalate},
		{"lent with the consent that it needs", "中共清河县委组织部\n干部借调通知书\n柳河镇党委：\n因农业普查阶段性需要，经县委组织部研究批准，借调你镇统计站丛立同志到县普查办公室工作，期限2026年4月1日至6月30日。请做好工作交接。\n2026年3月22日", app.KindSecondment, app.VerdictDo},
		{"a court's witness is no loan", "清河县人民法院\n协助函\n柳河镇人民政府：\n我院拟于4月2日上午对位于你镇的收割机一台予以查封、扣押，请你镇届时派一名工作人员到场见证，并提前了解车辆停放何处，3月30日前告知本院。查封、扣押均由本院干警实施。\n2026年3月20日", app.KindTask, app.VerdictEscalate},
		{"insurers ask for the premiums", "县农险公司张经理：各位村书记、会计好。今年小麦开始承保，我们人手少，还像往年一样请各村会计顺手把农户该交的那部分保费收上来，统一转到公司账户，4月25日前结清。", app.KindTask, app.VerdictEscalate},
		{"followers, counted with a picture of the screen", "县融媒体中心：公众号粉丝还差点儿，麻烦每个村找60个人关注一下，关注页截个屏发群里，没够数的在群里说一声", app.KindApp, app.VerdictRefuse},
		{"pressed in a polite message", "派出所小岳：辛苦啦，那个防骗的软件，麻烦各村帮忙给老乡手机上都装上，一家最少两部，装好的界面拍下来发我，柳河这边要凑够4200部，4月10号前", app.KindApp, app.VerdictRefuse},
		{"papers taken for granted", "宣传部发行站：各位老朋友，柳河去年订了180份，今年按210份先认下来，村级每个点不少于12份，款4月5日前打到邮政账户", app.KindTask, app.VerdictRefuse},
		{"a visit announced, nothing asked", "信访督查工作函\n柳河镇党委、政府：\n根据2026年督查检查考核计划，我局拟于4月11日派2名同志到你镇就信访事项办理情况开展督查，主要查阅系统办理记录，不听汇报。\n清河县信访局\n2026年3月22日", app.KindInspection, app.VerdictDo},
		{"a check by the plan that asks for a guide only", "清宣〔2026〕27号\n关于对意识形态工作责任制落实情况进行检查的通知\n柳河镇等8个乡镇党委：\n按照2026年督查检查考核计划，我部与县委网信办定于6月23日至29日检查意识形态工作责任制落实情况。检查组每乡镇半天，直接进村，不听汇报、不查台账，乡镇不需要准备材料。请于6月22日下班前把一名带路人员的姓名电话发给我部宣教股。\n中共清河县委宣传部\n2026年3月20日", app.KindInspection, app.VerdictDo},
		{"an urgent count after people were saved", "县地灾指挥部：22:10 你镇雨量站3小时已超80毫米，后山那几户，现在就去敲门叫人走，住到学校去。撤完在群里报个数", app.KindTask, app.VerdictEscalate},
		{"the department ranks, the work is lawful", "清河县医疗保障局\n关于做好医保参保动员工作的通知\n各乡镇人民政府：\n请各乡镇入户讲清政策，帮助不会用手机的老人办好参保登记。工作情况4月30日前报我局。我局将每周对各乡镇进度进行排名通报。\n清河县医疗保障局\n2026年3月23日", app.KindTask, app.VerdictDo},
		{"what others are told to do in minutes", "清河县人民政府专题会议纪要\n〔2026〕第11期\n3月20日，副县长主持召开会议，研究老旧小区改造工作。纪要如下：\n一、县自然资源局依法查处违法用地；\n二、县发展改革局、县生态环境局分别把好能耗、环评关，对无证排污的从严处罚直至关停；\n三、柳河镇要做好群众工作，4月12日前收集群众意见报县政府办公室。", app.KindTask, app.VerdictCooperate},
		{"the clinic of the community acts, not the community", "清河县卫生健康局\n关于做好蚊媒传染病防控配合工作的通知\n各乡镇人民政府：\n一、疾控机构负责病例流调、密度监测和专业消杀，社区卫生服务中心负责发热病人登记报告。\n二、请各乡镇利用村广播提醒群众防蚊灭蚊，发现发热病人扎堆及时告诉疾控中心。\n工作情况4月10日前报我局。\n2026年3月23日", app.KindTask, app.VerdictCooperate},
		{"cases shown to people are no report of faults", "清河县司法局\n关于开展宪法宣传周活动的通知\n各乡镇人民政府：\n一、在村、集市组织普法讲座、以案说法、法律咨询等活动。\n二、4月10日前将活动开展情况报县司法局。\n2026年3月23日", app.KindTask, app.VerdictDo},
		{"a loan whose pay stays at home", "清河县投资促进局\n关于抽调人员参加招商专班的函\n各乡镇人民政府：\n一、抽调对象。每个乡镇选派业务骨干1名。\n二、抽调时间。自4月16日起，时间六个月，期间与原单位工作脱钩，工资福利由原单位发放。\n三、4月6日前将名单报我局。\n2026年3月22日", app.KindSecondment, app.VerdictEscalate},
		{"the system has it, they want paper", "县水利局河湖科：请各镇月底前报送巡河人员手机号、巡河轨迹截图，另附全镇统计表、村级统计表各一张，这些在平台里虽然有，但领导要看纸的。", app.KindForm, app.VerdictRefuse},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := mustCheck(t, j, g, c.text, "2026-03-24")
			if got.Kind != c.kind || got.Verdict != c.verdict {
				t.Errorf("%s %s, want %s %s: %v", got.Kind, got.Verdict, c.kind, c.verdict, got.Reasons)
			}
		})
	}
}

// TestQuotedNamesInReasons: a name with quotation marks of its own is put in quotation marks.
func TestQuotedNamesInReasons(t *testing.T) {
	j := mustJudge(t)
	l := mustList(t, "testdata/border/list.tsv")
	g := j.Prepare(l)
	quoted := 0
	for i := range l.Duties {
		d := &l.Duties[i]
		if !strings.Contains(d.Name, "“") || d.Part != app.Basic {
			continue
		}
		c := mustCheck(t, j, g, "关于开展工作的通知\n各乡镇人民政府：\n    请于3月31日前"+d.Name+"。\n清河县人民政府办公室\n2026年3月23日", "2026-03-24")
		whole := strings.Join(c.Reasons, "")
		for _, q := range c.Demands {
			whole += strings.Join(q.Reasons, "")
		}
		if strings.Contains(whole, "“"+d.Name) {
			t.Errorf("%s: %s", d.Name, whole)
		}
		quoted += strings.Count(whole, "‘")
	}
	if quoted == 0 {
		t.Error("no entry named")
	}
}

// TestShippedPhrasesAreMadeOfTheShippedExamples makes the table again and compares.
func TestShippedPhrasesAreMadeOfTheShippedExamples(t *testing.T) {
	lex, err := lexicon.Read(lexicon.Files{Concepts: assets.Concepts, Actions: assets.Actions, Departments: assets.Departments, Emergency: assets.Emergency})
	if err != nil {
		t.Fatal(err)
	}
	var files [][]byte
	for _, name := range []string{"concepts", "everyday", "notices"} {
		data, err := os.ReadFile("../../assets/phrasing/" + name + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, data)
	}
	made, err := judge.MakePhrases(lex, files)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(made, assets.Phrases) {
		t.Error("phrases.bin is not what the examples and the lexicon give: make it again with yidanqing phrases")
	}
}
