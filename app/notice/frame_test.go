package notice_test

import (
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/lexicon"
	"yidanqing/app/notice"
	"yidanqing/app/text"
	"yidanqing/assets"
)

func mustRead(tb testing.TB, raw string) (*notice.Reading, *text.Text) {
	tb.Helper()
	lex, err := lexicon.Read(lexicon.Files{Concepts: assets.Concepts, Actions: assets.Actions, Departments: assets.Departments, Emergency: assets.Emergency})
	if err != nil {
		tb.Fatal(err)
	}
	t := text.New(raw)
	return notice.Read(notice.ParseLetter(t), lex), t
}

// light is the mask that most runes of the words carry.
func light(tb testing.TB, r *notice.Reading, t *text.Text, words string) text.Mask {
	tb.Helper()
	at := strings.Index(t.String(), words)
	if at < 0 {
		tb.Fatalf("%q is not in %q", words, t.String())
	}
	from := len([]rune(t.String()[:at]))
	count := map[text.Mask]int{}
	best := text.Mask(0)
	for i := from; i < from+len([]rune(words)); i++ {
		count[r.Mask[i]]++
		if count[r.Mask[i]] > count[best] {
			best = r.Mask[i]
		}
	}
	return best
}

func TestWhatIsDemandedAndWhatIsNot(t *testing.T) {
	for _, c := range []struct {
		name, text, words string
		want              text.Mask
	}{
		{"a request", "请各镇巡查河道,发现问题上报。", "巡查河道", 0},
		{"what is forbidden", "请各镇做好宣传,不得向农户收取费用。", "收取费用", text.Forbidden},
		{"a list behind 不得", "各镇不得层层下达报名人数指标、排名通报。", "排名通报", text.Forbidden},
		{"a double negation is a demand", "各镇不得漏报、瞒报灾情。", "瞒报灾情", 0},
		{"what is ended", "取消每天拍水印照片的做法,月底报一次即可。", "拍水印照片", text.Forbidden},
		{"the issuer's own part", "由我局依法查处违法充装行为。", "依法查处", text.Theirs},
		{"the issuer's part behind ours", "发现违法建设的告知我局,由我局组织拆除。", "组织拆除", text.Theirs},
		{"another body's part", "县公安局负责查处违规用火行为,情节严重的予以拘留。", "予以拘留", text.Theirs},
		{"whose matter it is", "罚款是派出所的事,村干部别动手。", "罚款", text.Theirs},
		{"ours after theirs", "县水利局负责护岸;请柳河镇劝阻倾倒。", "劝阻倾倒", 0},
		{"handed to us", "我们人手紧,案子就由镇里查。", "案子就由镇里查", 0},
		{"a part headed by others", "一、职责分工\n(一)水利部门:对水库警示牌进行补配,做好维护。\n(二)各乡镇:安排人员巡查。", "警示牌进行补配", text.Theirs},
		{"ours beside a part headed by others", "一、职责分工\n(一)水利部门:对水库警示牌进行补配。\n(二)各乡镇:安排人员巡查。", "安排人员巡查", 0},
		{"a station as heading", "(一)食品监管站。负责现场核查、抽样送检。\n(二)各街道办事处。发现线索报告。", "抽样送检", text.Theirs},
		{"a body that the lexicon does not know", "一、区林果花卉局负责对树木逐株鉴定。", "逐株鉴定", text.Theirs},
		{"a month before another body", "7月份县自然资源局组织技术单位开展航测。", "开展航测", text.Theirs},
		{"all named before 都是我们干", "上路拦车、过磅、罚款都是我们干。", "罚款", text.Theirs},
		{"named before 由我所办理", "催报、处罚、非正常户认定由我所办理。", "非正常户认定", text.Theirs},
		{"out of this work", "停水停电、强制清退均不属于本次工作内容。", "强制清退", text.Forbidden},
		{"what the issuer saw", "检查中发现,有农户使用土锅炉,无证焊接。请各镇做好宣传。", "无证焊接", text.Past},
		{"our share in a sentence that the issuer begins", "我局合编的画册已付印,每本168元,柳河镇认购90册。", "柳河镇认购", 0},
		{"an aim", "一、工作目标。到年底基本规范,取缔一批黑窝点。\n二、请各镇做好宣传。", "取缔一批", text.Background},
		{"a number under an aim", "一、工作目标。柳河镇须完成签约3个。\n二、请各镇做好宣传。", "完成签约", 0},
		{"what an action brought", "近期检查下达指令书9份,查封压力容器5台,立案4起。", "查封压力容器", text.Past},
		{"a number set as a mark", "各镇每月立案不少于4起。", "立案", 0},
		{"over and done", "两家无证换瓶点已被我局会同公安查封。", "会同公安查封", text.Past},
		{"a reason", "为防范事故,请各镇张贴宣传画。", "防范事故", text.Background},
		{"a cited title", "根据《关于开展执法检查的通知》,请各镇做好宣传。", "开展执法检查", text.Quoted | text.Background},
		{"the name of what is to be signed", "请各村与农户签订《不焚烧承诺书》。", "不焚烧承诺书", 0},
		{"left to choice", "省里网络投票自愿参与。请各镇报送名单。", "投票自愿", text.Voluntary},
		{"to whom a result goes", "于3月20日前报我局燃气安全管理科。", "我局燃气安全管理科", text.Outside},
		{"a topic before whose it is", "违法与否的认定、立案和处罚,由我局执法大队负责。请镇里到地头看看。", "立案和处罚", text.Theirs},
		{"a topic at a distance", "水质抽检全县38个点,柳河镇3个点,由县疾控中心采样化验,乡镇不送样。", "水质抽检", text.Theirs},
		{"what they take on", "安防检测和修缮他们包了,镇里不出钱。", "安防检测", text.Theirs},
		{"said not to be ours", "补偿协议由县局签,房屋拆除由施工单位,均不用镇里办。", "房屋拆除", text.Theirs},
		{"ours before theirs", "请组织村民撤离,由县消防大队扑救。", "组织村民撤离", 0},
		{"a bare 不", "不带执法证,不贴封条,也不要商户签防火承诺书。", "贴封条", text.Forbidden},
		{"who does not do it is asked to", "不签订责任书的,年底扣分。", "签订责任书", 0},
		{"what is done with those who do not listen", "不听的把车钥匙收了、车扣在村部院里。", "车钥匙收了", 0},
		{"the village's money is ours", "二、老人意外险每份50元,保费由村集体先交给保险公司。", "保费由村集体", 0},
		{"asked after a van of theirs comes", "县里采血车6月5日来,柳河分6个人,提前把血型报来。", "把血型报来", 0},
		{"half a year that lies ahead", "柳河镇到位资金6000万元,上半年须过半。", "须过半", 0},
		{"thought of as a choice only in a pledge", "每户要签承诺书,写明咬了人自愿承担一切后果。", "自愿承担", 0},
		{"what is proved is fined", "对卖假种子的门店要组织检查,查实的予以罚款。", "予以罚款", 0},
		{"at least is no ban", "每月巡查不得少于4次。", "巡查", 0},
		{"faults found", "发现的主要问题:一是责任状层层签到村组;二是按户摊派报刊。", "层层签到", text.Background},
		{"our people lent, after what the issuer says of itself", "指挥部实在顶唔顺了，借你们家小黎过来跟班。", "过来跟班", 0},
		{"one of us asked for, after the issuer's visit", "我们两个人过来你们三楼，来个填表最多的同事聊聊。", "同事聊聊", 0},
		{"not wanted, in southern speech", "清障都由我哋搞，唔使街道写保证书。", "写保证书", text.Forbidden},
		{"特别 forbids nothing", "请各镇特别加强巡查。", "加强巡查", 0},
		{"分别 forbids nothing", "请各村分别报送名单。", "报送名单", 0},
		{"a real 别 behind one", "请分别告诉住户,别再私接电线。", "私接电线", text.Forbidden},
		{"不定期 forbids nothing", "各镇不定期开展巡查。", "开展巡查", 0},
		{"no corner left out is a demand", "排查不留死角,逐户登记造册。", "逐户登记", 0},
		{"the negator itself", "不统计安装人数。", "不统计", text.Forbidden},
		{"a purpose", "为编制产业规划,请填报附表。", "编制产业规划", text.Background},
		{"for whom is no purpose", "为老年人提供助餐服务。", "提供助餐", 0},
		{"what a request is about", "各小区涉及的雨棚拆除和车位调整,请做好住户沟通。", "雨棚拆除", text.Background},
		{"宣告 tells nobody", "入矫宣告、核查、请假审批等由海棠司法所负责。", "请假审批", text.Theirs},
		{"a paper that stops a thing ends no order", "不合格的当场贴停用单。", "贴停用单", 0},
		{"what does not come out", "喷淋不出水、安全出口上锁,请督促整改。", "安全出口上锁", 0},
		{"done by them and a third party", "取样镜检、疫情认定由森防站和第三方完成。请各乡走一遍。", "取样镜检", text.Theirs},
		{"practices to be ended", "请各镇整治强制下载、积分打卡、通报排名等“指尖上的形式主义”问题。", "积分打卡", text.Quoted},
		{"what we send before they act", "草管员转的时候看见有人挖药的,车牌和位置发给我们,由我站会同森林公安去查。", "看见有人挖药", 0},
		{"told to a body is not done by it", "问村里哪几户断水,名单报给县水务局供水站他们好派水车。", "名单报给", 0},
		{"told before it is asked", "现在还有312户没有检查。请社区帮忙打打电话,约个时间。", "没有检查", text.Narrated},
		{"an order before a request stays one", "各街道今晚把井盖换掉。请社区明天报结果。", "井盖换掉", 0},
		{"a company whose name nobody knows", "管道气公司这个月上门检查。请社区帮忙打打电话。", "上门检查", text.Theirs},
		{"the topic of 我们来", "发现没报的,把门牌告诉民警就行,登记和处罚我们来。", "登记和处罚", text.Theirs},
		{"cases that are theirs", "各乡镇不得扣减;对违规放牧需要处罚的,一律由我局立案办理。", "违规放牧需要处罚", text.Theirs},
		{"what they deal with by law", "劝不下来的给我们,警告罚款我们依法来办。", "警告罚款", text.Theirs},
		{"what others wish is to be told", "11月27日前把愿意的单位告诉他们。", "愿意的单位", 0},
		{"who cannot come is to be served", "老人来不了的找人送到家。", "送到家", 0},
		{"a message taken back", "昨天那条每村上报完成率的消息是我发错群的,请大家无视!", "上报完成率", text.Past},
		{"a paragraph of what is not ours", "不归乡镇的:企业停产、查封由我局实施;工地停工由县住建局盯。", "查封", text.Theirs},
		{"the clinic of a community is not the community", "社区卫生服务中心负责发热病人登记报告。", "登记报告", text.Theirs},
		{"what the clinic pays", "体检人员、设备、经费由社区卫生服务中心承担。", "由社区卫生服务中心承担", text.Theirs},
		{"bodies of one trade", "疾控机构负责病例流调、密度监测和专业消杀。", "密度监测", text.Theirs},
		{"whom we serve does not act", "为派出所集中上门办证提供活动室作场地。", "提供活动室", 0},
		{"what is handed to a body to act on", "属违法占地的,证据移我局执法大队立案。", "立案", text.Theirs},
		{"what is handed on itself", "属违法占地的,证据移我局执法大队立案。", "证据移", 0},
		{"the committee of a village is the village", "由村委会直接审批并发给许可证。", "审批", 0},
		{"a day before who acts", "我们今年搞达标挂牌,7月15日前镇里把申报书收齐报来。", "申报书收齐", 0},
		{"towns asked within what an office tells of itself", "局里商量请白琅、石埕两个镇各出1位年轻人过来帮忙。", "过来帮忙", 0},
		{"what unnamed bodies did to villages", "一、某局未经批准下达保险任务,并要求村集体垫付保费。", "垫付保费", text.Past},
		{"a further matter after what they do", "我们下周来看看;另外宣传页给各家塞一张。", "给各家塞", 0},
		{"a heading over the departments", "一、镇的工作\n各镇开展宣传。\n二、县直部门的工作\n推荐示范单位、对接上级验收。", "推荐示范单位", text.Theirs},
		{"a banner's township", "请各苏木镇在路口安排草管员值守。", "值守", 0},
		{"no month's ranking", "不按月排名,不搞红黑榜。", "按月排名", text.Forbidden},
		{"by whose timetable", "按照社区卫生服务中心提供的时间表,通过广播通知到老人。", "通知到老人", 0},
		{"who was found to be so", "经鉴定为C、D级的,请镇里协助劝离住户。", "鉴定为", text.Past},
		{"a second aim", "为准确掌握底数,做好宣传准备,现函请各镇报送名单。", "做好宣传准备", text.Background},
		{"an aim before a request", "为防范事故,请各镇张贴宣传画。", "张贴宣传画", 0},
		{"cases that are shown", "各镇张贴火灾警示案例。建立台账备查。", "建立台账", 0},
		{"told of others", "近期查实两起典型问题:某局要求每天打卡。上述做法均已叫停。", "要求每天打卡", text.Past},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, x := mustRead(t, c.text)
			if got := light(t, r, x, c.words); got&c.want != c.want || c.want == 0 && got != 0 {
				t.Errorf("%q in %q: %b, want %b", c.words, c.text, got, c.want)
			}
		})
	}
}

func TestUnitsAreTheItemsThatDemand(t *testing.T) {
	r, x := mustRead(t, "关于做好防火工作的通知\n各乡镇人民政府:\n一、提高认识\n深刻吸取教训。\n二、职责分工\n(一)县消防救援大队。对重点单位开展检查,依法查封。\n(二)各乡镇人民政府\n1.组织网格员走访小餐饮。\n2.由乡镇直接张贴封条。\n三、工作要求\n加强协同。\n县消安办\n2026年11月2日")
	var got []string
	for _, u := range r.Units() {
		got = append(got, strings.SplitN(x.Slice(u.Start, u.End), "\n", 2)[0])
	}
	all := strings.Join(got, "|")
	for _, want := range []string{"1.组织网格员走访小餐饮。", "2.由乡镇直接张贴封条。"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is no unit of %q", want, all)
		}
	}
	if strings.Contains(all, "县消防救援大队") {
		t.Errorf("another body's part is a unit: %q", all)
	}
}

func TestKindFollowsTheActNotTheTitle(t *testing.T) {
	for _, c := range []struct {
		live, visit, title string
		want               app.Kind
	}{
		{"请各村委会为农户逐户出具信用证明,加盖公章", "", "", app.KindCertificate},
		{"请各镇主要负责人与我局签订目标责任状", "", "", app.KindPledge},
		{"每个干部都要下载注册清河通app,每天打卡签到,公众号安装率要达到95%", "", "", app.KindApp},
		{"抽调2名干部到我局专班跟班三个月", "", "", app.KindSecondment},
		{"请分管负责同志参加", "定于4月10日上午9:00在县政府召开工作会议", "", app.KindMeeting},
		{"请安排一名同志带路", "定于6月中旬对各乡镇开展年中评估,听取汇报,查阅资料", "关于开展调研的通知", app.KindInspection},
		{"各乡镇须推荐3个村,6月5日前报送申报书", "我局决定开展“洁美庭院示范村”评选,设金、银、铜牌", "", app.KindCampaign},
		{"请各镇做好宣传", "我局决定开展“洁美庭院示范村”评选", "", app.KindTask},
		{"请填报附件统计表,逐人填身份证号", "", "", app.KindForm},
		{"请各镇巡查河道,月底前报一次情况", "", "", app.KindTask},
		{"急需一张表:企业名称、法人、员工人数,发我邮箱", "", "", app.KindForm},
		{"商借贵街道财政所庄同志,请函复", "", "", app.KindSecondment},
		{"来个填表最多的同事吐吐槽", "后日上午10点过来聊一聊", "", app.KindTask},
		{"19号上午10点聊一聊,来个填表的同事", "", "", app.KindMeeting},
		{"请按作物分解到各村(详见附表),并贴出轮灌顺序", "", "", app.KindTask},
		{"请组织各村填报附表(共4张),逐户签字", "", "", app.KindForm},
		{"请于4月17日前协助在两村各开一次会,把怎么补讲明白", "", "", app.KindTask},
		{"我局到现场处理时,请派一名村干部帮助维持秩序", "", "", app.KindTask},
		{"依照民法典第三十一条,出具书面指定意见,5月15日前寄送本院", "", "", app.KindCertificate},
		{"各乡镇申报2段以上,5月15日前报申报表", "开展“最美河段”创建评比,由我办打分、挂牌", "", app.KindCampaign},
		{"请通知妇女来做检查", "县妇幼26号到卫生院做免费检查", "", app.KindTask},
	} {
		if got, score := notice.KindOf(c.live, c.visit+"\n"+c.live, c.title); got != c.want {
			t.Errorf("%q: %s, want %s (%v)", c.live, got, c.want, score)
		}
	}
}

func FuzzRead(f *testing.F) {
	lex, err := lexicon.Read(lexicon.Files{Concepts: assets.Concepts, Actions: assets.Actions, Departments: assets.Departments, Emergency: assets.Emergency})
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"", "。,;", "一、\n二、", "请各镇不得不取消《", "由我局", "(一)县公安局。\n1.各村\n2."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := notice.Read(notice.ParseLetter(text.New(s)), lex)
		for _, u := range r.Units() {
			if u.Start > u.End || u.End > len(r.Mask) {
				t.Fatalf("unit %v of %d", u.Range, len(r.Mask))
			}
			_ = r.LiveText(u.Range)
			_ = r.VisitText(u.Range)
		}
	})
}
