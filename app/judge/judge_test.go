package judge_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/judge"
)

// reach writes the figures that TestLabelledPlaces reaches as those to hold from now on.
var reach = flag.Bool("reach", false, "write testdata/reached.tsv")

// villages have no registers.
var villages = []string{"village", "hamlet", "farmstead", "canal", "willow", "banyan"}

// TestLabelledPlaces holds the figures that the judgement has reached on the labelled notices, as testdata/reached.tsv has
// them. A lower one is a step back; a single wrongful refusal is a fault.
func TestLabelledPlaces(t *testing.T) {
	const file = "testdata/reached.tsv"
	lines := strings.Split(strings.TrimSpace(string(mustRead(t, file))), "\n")
	head := strings.Split(lines[1], "\t")
	for i, line := range lines[2:] {
		col := strings.Split(line, "\t")
		place, cases := col[0], col[1]
		t.Run(place+"/"+cases, func(t *testing.T) {
			folder := "testdata/" + place
			j := mustJudge(t)
			var registers []*app.Register
			if !slices.Contains(villages, place) {
				registers = mustRegisters(t, folder)
			}
			g := j.Prepare(mustList(t, folder+"/list.tsv"), registers...)
			score := newScore()
			for _, l := range mustLabels(t, folder+"/"+cases+".jsonl") {
				score.add(t, l, mustCheck(t, j, g, l.Text, l.Received))
			}
			if len(score.wrongful) > 0 {
				t.Errorf("wrongful refusals: %v", score.wrongful)
			}
			for k, f := range score.figures() {
				if head[k+2] != f.name || len(col) != len(head) {
					t.Fatalf("%s: column %d is %q, want %q", file, k+2, head[k+2], f.name)
				}
				floor, err := strconv.Atoi(col[k+2])
				if err != nil {
					t.Fatal(err)
				}
				t.Logf("%s %d of %d = %.3f", f.name, f.k, f.n, float64(f.k)/float64(max(1, f.n)))
				if !*reach && (f.extra && f.k > floor || !f.extra && f.k < floor) {
					t.Errorf("%s: %d of %d, reached was %d", f.name, f.k, f.n, floor)
				}
				col[k+2] = strconv.Itoa(f.k)
			}
			lines[i+2] = strings.Join(col, "\t")
		})
	}
	if *reach {
		if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

type score struct {
	demands, verdict, kind, entries, entry, amongThree, unlisted, none, refuses, refused, found, missed, extra int
	wrongful                                                                                                   []string
}

// figure is a number of the score: k of n, or k too many.
type figure struct {
	name  string
	k, n  int
	extra bool
}

func (s *score) figures() []figure {
	return []figure{{"verdict", s.verdict, s.demands, false}, {"entry", s.entry, s.entries, false}, {"among_three", s.amongThree, s.entries, false},
		{"none", s.none, s.unlisted, false}, {"refused", s.refused, s.refuses, false}, {"kind", s.kind, s.demands, false},
		{"found", s.found, s.found + s.missed, false}, {"found_wrongly", s.extra, s.found + s.extra, true}}
}

func newScore() *score { return &score{} }

func (s *score) add(t *testing.T, l label, c app.Check) {
	t.Helper()
	runes := []rune(l.Text)
	for _, d := range c.Demands {
		if string(runes[d.Start:d.End]) != d.Text {
			t.Errorf("%s: demand %q is not at its place", l.ID, d.Text)
		}
		for _, f := range d.Findings {
			if len(f.Evidence) == 0 {
				t.Errorf("%s: %s without evidence", l.ID, f.Code)
			}
			for _, e := range f.Evidence {
				if string(runes[e.Start:e.End]) != e.Text {
					t.Errorf("%s: evidence %q of %s is not at its place", l.ID, e.Text, f.Code)
				}
			}
		}
	}
	if len(l.Expect.Demands) == 0 {
		s.one(l.ID, l.Expect.Verdict, l.Expect.List_kind, l.Expect.Item_name, c.Verdict, c.Matches)
		s.kind += bool2int(string(c.Kind) == l.Kind)
		s.findings(l.Expect.Findings, c.Findings)
		return
	}
	for _, want := range l.Expect.Demands {
		at := len([]rune(l.Text[:strings.Index(l.Text, want.Quote)]))
		got := app.Demand{}
		for _, d := range c.Demands {
			if d.Start <= at && at < d.End {
				got = d
			}
		}
		s.one(l.ID, want.Verdict, want.List_kind, want.Item_name, got.Verdict, got.Matches)
		s.kind++
		s.findings(want.Findings, got.Findings)
	}
}

// findings compares the codes that are scored: those of notes are not.
func (s *score) findings(want []string, got []app.Finding) {
	for _, code := range want {
		if slices.ContainsFunc(got, func(f app.Finding) bool { return f.Code == code }) {
			s.found++
		} else {
			s.missed++
		}
	}
	for _, f := range got {
		if f.Role != app.RoleNote && f.Code != "FABRICATION" && !slices.Contains(want, f.Code) {
			s.extra++
		}
	}
}

func (s *score) one(id string, want app.Verdict, kind, entry *string, got app.Verdict, matches []app.Match) {
	s.demands++
	s.verdict += bool2int(want == got)
	if want == app.VerdictRefuse {
		s.refuses++
		s.refused += bool2int(got == app.VerdictRefuse)
	}
	if got == app.VerdictRefuse && (want == app.VerdictDo || want == app.VerdictCooperate || want == app.VerdictInfo) {
		s.wrongful = append(s.wrongful, id)
	}
	if entry != nil {
		s.entries++
		s.entry += bool2int(len(matches) > 0 && matches[0].ItemName == *entry)
		s.amongThree += bool2int(slices.ContainsFunc(matches, func(m app.Match) bool { return m.ItemName == *entry }))
	} else if kind != nil && *kind == "none" {
		s.unlisted++
		s.none += bool2int(len(matches) == 0)
	}
}

func bool2int(b bool) int {
	if b {
		return 1
	}
	return 0
}

// TestCopyNoise checks that what copying does to a text changes neither verdict nor entry.
func TestCopyNoise(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(mustList(t, "testdata/township/list.tsv"), mustRegisters(t, "testdata/township")...)
	noises := map[string]func(i int, r rune) string{
		"hard breaks": func(i int, r rune) string {
			if i > 0 && i%28 == 0 {
				return "\n" + string(r)
			}
			return string(r)
		},
		"stray blanks": func(i int, r rune) string {
			if i > 0 && i%11 == 0 {
				return " " + string(r)
			}
			return string(r)
		},
		"full width": func(_ int, r rune) string {
			if strings.ContainsRune(",:;()0123456789", r) {
				return string(r + 0xFEE0)
			}
			return string(r)
		},
		"emoji": func(i int, r rune) string {
			if i%37 == 36 {
				return string(r) + "🙏"
			}
			return string(r)
		},
	}
	labels := mustLabels(t, "testdata/township/cases.jsonl")
	for name, noise := range noises {
		t.Run(name, func(t *testing.T) {
			same := 0
			for _, l := range labels {
				var b strings.Builder
				for i, r := range []rune(l.Text) {
					b.WriteString(noise(i, r))
				}
				clean, noisy := mustCheck(t, j, g, l.Text, l.Received), mustCheck(t, j, g, b.String(), l.Received)
				same += bool2int(clean.Verdict == noisy.Verdict && firstEntry(clean) == firstEntry(noisy))
			}
			t.Logf("%d of %d", same, len(labels))
			if same*100 < 98*len(labels) {
				t.Errorf("only %d of %d notices are judged alike", same, len(labels))
			}
		})
	}
}

func firstEntry(c app.Check) string {
	if len(c.Matches) == 0 {
		return ""
	}
	return c.Matches[0].ItemName
}

func TestCaps(t *testing.T) {
	j := mustJudge(t)
	list := mustList(t, "testdata/township/list.tsv")
	body := "请各乡镇组织人员对网吧、歌舞厅逐家执法检查，发现接纳未成年人的，依法处以罚款。4月30日前报送处罚情况。\n"
	pledge := "请各乡镇主要负责人与我局签订目标责任状，4月30日前交回。\n"
	later := *list
	later.Source.From = app.Date{Year: 2026, Month: time.June, Day: 1}
	transition := *list
	transition.Duties = append([]app.Duty{}, list.Duties...)
	for i := range transition.Duties {
		transition.Duties[i].Transition = transition.Duties[i].Part == app.TakenBack
	}
	for _, c := range []struct {
		name string
		list *app.DutyList
		text string
		want app.Verdict
		cap  string
	}{
		{"a department's order is refused", list, "关于检查文化场所的通知\n各乡镇人民政府：\n" + body + "清河县文化广电和旅游局\n2026年4月7日", app.VerdictRefuse, ""},
		{"the county government's is not", list, "关于检查文化场所的通知\n各乡镇人民政府：\n" + body + "清河县人民政府办公室\n2026年4月7日", app.VerdictEscalate, "先办后议"},
		{"nor one with its consent", list, "关于检查文化场所的通知\n各乡镇人民政府：\n经县政府同意，" + body + "清河县文化广电和旅游局\n2026年4月7日", app.VerdictEscalate, "先办后议"},
		{"a department of the committee is not the committee", list, "关于检查文化场所的通知\n各乡镇党委：\n" + body + "中共清河县委宣传部\n2026年4月7日", app.VerdictRefuse, ""},
		{"a list not yet in force", &later, "关于检查文化场所的通知\n各乡镇人民政府：\n" + body + "清河县文化广电和旅游局\n2026年4月7日", app.VerdictEscalate, ""},
		{"an entry in transition", &transition, "关于检查文化场所的通知\n各乡镇人民政府：\n" + body + "清河县文化广电和旅游局\n2026年4月7日", app.VerdictEscalate, ""},
		{"a pledge needs no list", nil, "关于签订责任状的通知\n各乡镇人民政府：\n" + pledge + "清河县城市管理局\n2026年4月7日", app.VerdictRefuse, "未导入清单"},
		{"a task does", nil, "关于检查文化场所的通知\n各乡镇人民政府：\n" + body + "清河县文化广电和旅游局\n2026年4月7日", app.VerdictUnjudged, "未导入清单"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := mustCheck(t, j, j.Prepare(c.list), c.text, "2026-04-08")
			if got.Verdict != c.want {
				t.Errorf("verdict %s, want %s: %v", got.Verdict, c.want, got.Reasons)
			}
			if c.cap != "" && !strings.Contains(strings.Join(got.Cap, "；"), c.cap) {
				t.Errorf("caps %v, want one with %q", got.Cap, c.cap)
			}
			for _, f := range got.Findings {
				if c.list == nil && f.Code == "NOT_ON_LIST" {
					t.Error("不在清单 said without a list")
				}
			}
		})
	}
}

// A notice that mixes lawful work with forbidden things is not refused as a whole, whatever its sum looks like.
func TestLawfulWorkIsNotRefusedWithItsNeighbours(t *testing.T) {
	j := mustJudge(t)
	const notice = "关于开展燃气餐饮场所安全隐患排查整治的通知\n清建函〔2026〕118号\n各乡镇人民政府、街道办事处：\n" +
		"一、各乡镇对餐饮场所燃气安全开展执法检查，责令整改并依法处罚，切实履行属地管理主体责任。\n" +
		"二、各乡镇发动村（社区）排查燃气安全隐患线索，于2026年11月26日17:00前报首批线索，每户拍照不少于6张。\n" +
		"三、各乡镇主要负责同志与县住建局签订燃气安全责任状。\n" +
		"四、乡镇工作人员须下载“清燃通”App，实名注册、每日打卡。\n清河县住房和城乡建设局\n2026年11月24日"
	got := mustCheck(t, j, j.Prepare(mustList(t, "testdata/township/list.tsv"), mustRegisters(t, "testdata/township")...), notice, "2026-11-24")
	if got.Verdict != app.VerdictMixed || len(got.Demands) < 3 {
		t.Errorf("%s with %d demands", got.Verdict, len(got.Demands))
	}
	for _, d := range got.Demands {
		if strings.Contains(d.Text, "排查燃气安全隐患线索") && d.Verdict == app.VerdictRefuse {
			t.Errorf("the survey is refused: %v", d.Reasons)
		}
	}
}

// A taken-back entry on another act than the one demanded does not refuse what a duty on the same object nearly covers.
func TestALikeActIsNotTheTakenBackAct(t *testing.T) {
	j := mustJudge(t)
	list := &app.DutyList{Source: app.Source{Title: "某街道履行职责事项清单"}, Duties: []app.Duty{
		{Part: app.Cooperate, ItemNo: "1", Name: "餐饮油烟和噪声扰民治理", Departments: []string{"城市管理和综合执法局"}, TownDuty: "巡查发现餐饮油烟扰民，劝导商户，上报线索。"},
		{Part: app.TakenBack, ItemNo: "1", Name: "餐饮油烟、噪声检测和净化设施安装认定", Departments: []string{"生态环境局"}}}}
	got := mustCheck(t, j, j.Prepare(list), "某区城市管理和综合执法局\n关于加强居民楼下食肆油烟管理的函\n某街道办事处：\n近期投诉显示，烧腊店直排油烟。请贵街道：\n"+
		"1.作为此项工作的牵头单位，对辖区油烟扰民负首要责任；\n2.对未装净化器的店立案，处五千元以上五万元以下罚款；\n3.5月29日前将案件数报我局。\n某区城市管理和综合执法局\n2026年5月9日", "2026-05-09")
	if got.Verdict != app.VerdictEscalate {
		t.Errorf("%s: %v", got.Verdict, got.Reasons)
	}
}

// What is asked beside the plain order of things: each of these was missed or wrongly answered once.
func TestThingsAskedInPassing(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(mustList(t, "testdata/township/list.tsv"), mustRegisters(t, "testdata/township")...)
	for _, c := range []struct {
		name, text string
		kind       app.Kind
		verdict    app.Verdict
		code       string
	}{
		{"a person borrowed in speech", "县更新办老卢：刘主任在吗？指挥部实在顶不住了，借你们家小黎过来跟班，全天在我这边坐，先半年，手续迟点再补", app.KindSecondment, app.VerdictEscalate, "SECONDMENT"},
		{"a loan with the consent of 组织部", "清河县审计局\n关于商借专业人员的函\n柳河镇人民政府：\n因开展专项审计，经县委组织部审批（清组借〔2026〕21号），商借贵镇财政所庄泽楷同志，自2026年7月1日起至8月31日止，期满即返。请于6月23日前函复。\n清河县审计局\n2026年6月15日", app.KindSecondment, app.VerdictDo, ""},
		{"a pledge that only the title names", "清河县消防安全委员会办公室\n关于签订2026年度消防安全目标管理责任书的通知\n各乡镇人民政府：\n我办统一印制了责任书。请主要负责人1月23日前到我办签字，书中写明：辖区发生亡人火灾的，由乡镇承担首要责任，评先资格一票否决。\n清河县消防安全委员会办公室\n2026年1月9日", app.KindPledge, app.VerdictRefuse, "PLEDGE"},
		{"tickets sent with a bill", "电话记录\n11月4日，县文旅公司来电：灯会12月开幕，公司给柳河镇配了800张成人票，请镇里先把4.64万元转过来，票可以派给村里去卖。月底前落实。", app.KindTask, app.VerdictRefuse, "APPORTIONED"},
		{"told, nothing asked", "关于“清河发布”客户端改版上线的告知\n各乡镇人民政府：\n“清河发布”客户端已改版，新增停水停电查询等功能。欢迎干部群众根据需要下载，装不装都由个人决定，不统计安装人数，不要求转发点赞。\n清河县融媒体中心\n2026年9月7日", app.KindInfo, app.VerdictInfo, ""},
		{"bad practices are collected from the public", "关于征集“指尖上的形式主义”问题线索的公告\n为持续整治强制下载、积分打卡、通报排名等“指尖上的形式主义”问题，自即日起向广大网民征集问题线索。\n一、征集的主要问题\n（一）推广类。强制推广下载公众账号等问题。\n二、线索反馈渠道\n请将相关截图发送至邮箱。\n清河县委宣传部\n2026年3月21日", app.KindInfo, app.VerdictInfo, ""},
		{"a list made known", "关于印发《清河县县乡“属地管理”事项责任清单》的通知\n各乡镇党委、政府：\n经县委编办研究，现予印发。各乡镇要自觉运用清单，严格执行清单，确保取得实效。\n清河县委编办\n2026年6月14日", app.KindInfo, app.VerdictInfo, ""},
		{"a bulletin of the weather", "清河县气象局\n重大气象信息专报\n第14期\n签发:郝云峰 2026年8月4日\n预计5日夜间至7日，我县有一次大风沙尘降温天气。之后以晴好天气为主，利于采收和打草晾晒。我局将加密监测。\n送:县农业农村局，各乡镇人民政府", app.KindInfo, app.VerdictInfo, ""},
		{"a bank asks for a table", "关于填报牲畜及农户情况统计表的通知\n各乡镇人民政府:\n为做好普惠金融服务方案编制，请组织各村填报附表（共4张），内容为农户姓名、身份证号、牛羊存栏数、家庭贷款余额、银行账号。要求逐户签字。6月20日前完成。\n清河县农村信用合作联社\n2026年6月13日", app.KindForm, app.VerdictRefuse, "DUPLICATE_FORM"},
		{"our help while they pull down", "清河县自然资源局\n关于协助做好省道沿线违法建设巡查的函\n柳河镇人民政府:\n我局将对省道沿线违法建设进行认定和查处，需要拆除的由我局依法申请强制执行。请贵镇在日常走访中留意正在动工的房屋，劝其先停下来，并将户名、位置于6月25日前发我局。拆除中遇有情绪激动的当事人，请村里帮着做做工作。\n清河县自然资源局\n2026年6月11日", app.KindTask, app.VerdictCooperate, ""},
		{"an errand by a day, without a word of asking", "县委机要室：省电子公文系统下周换密钥，各乡镇收发文的同志7月2日前带U盾到县委202室更新一次，只要收文员来，其他人不用", app.KindTask, app.VerdictDo, ""},
		{"a course that begins", "县委组织部组织科：村党支部书记轮训班7月19日上午9:30在县委党校开班，为期3天，每村书记1人，食宿统一安排，请15日前把名单发我", app.KindMeeting, app.VerdictDo, ""},
		{"a purse to be bound", "县供电公司供电所：为方便群众，各村所有农户都要绑定“网上国网”并开通自动扣费，村委会负责教会，绑定率7月31日前达到90%，绑一户截一张图发群里统计", app.KindApp, app.VerdictRefuse, "FORCED_APP"},
		{"an exhortation without a matter", "@各乡镇 县提升办：那件事书记很关注，大家再上上心，该对接的对接，该跟进的跟进，拿出点样子来，别掉链子", app.KindTask, app.VerdictEscalate, "VAGUE"},
		{"calls for the gas company's check", "县住建局燃气股：管道气公司这个月上门检查，柳河还有312户敲了三次门都没人（名单已发各村）。请村里帮忙打打电话，约个在家的时间，约到了告诉燃气公司小丁，检查由他们做。6月26号前约一轮", app.KindTask, app.VerdictCooperate, ""},
		{"neighbours called together, no lead", "清河县住房和城乡建设局\n关于协助推进加装电梯有关工作的函\n柳河镇人民政府：\n联合审查、施工图审查由我局负责。现商请贵镇牵头召集本单元业主坐下来协商一次，讲清补助标准，请于7月3日前将协商情况函告我局。\n清河县住房和城乡建设局\n2026年6月16日", app.KindTask, app.VerdictCooperate, ""},
		{"a talk with one of us", "县政务数据局小梁：吴科好，想单独聊一聊“基层一张表”用得顺不顺手，后日（19号）上午10点，我们两个人过来你们三楼会客室，一个钟头左右，来个填表最多的同事就行，不用备材料", app.KindMeeting, app.VerdictDo, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := mustCheck(t, j, g, c.text, "2026-06-16")
			if got.Kind != c.kind || got.Verdict != c.verdict {
				t.Errorf("%s %s, want %s %s: %v", got.Kind, got.Verdict, c.kind, c.verdict, got.Reasons)
			}
			if found := strings.Contains(codes(got), c.code); !found {
				t.Errorf("findings %s, want %s", codes(got), c.code)
			}
		})
	}
}

func codes(c app.Check) string {
	var out []string
	for _, f := range c.Findings {
		out = append(out, f.Code)
	}
	return strings.Join(out, " ")
}

func TestOddTexts(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(mustList(t, "testdata/township/list.tsv"))
	for name, text := range map[string]string{"empty": "", "blank": " \n\t　", "marks": "。。。，，，；；", "emoji": "🙏🙏🎉", "invalid": "\xff\xfe通知",
		"one word": "通知", "latin": "please report by friday", "rare": "𠮷野家请各村报送𬱖姓人口"} {
		t.Run(name, func(t *testing.T) {
			if c := mustCheck(t, j, g, text, "2026-04-08"); c.Verdict == app.VerdictRefuse {
				t.Errorf("refused: %v", c.Reasons)
			}
		})
	}
}

// TestLongTextEnds reads megabytes within a bound that a quadratic step would miss by far.
func TestLongTextEnds(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(mustList(t, "testdata/township/list.tsv"))
	unit := "一、请各乡镇组织网格员对辖区场所走访一轮，发现隐患督促整改，3月20日前报送情况。\n"
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	n := 5 << 20
	if testing.Short() {
		n = 1 << 20
	}
	_, err := j.Check(ctx, g, judge.Input{Text: strings.Repeat(unit, n/len(unit)), Received: app.Date{Year: 2026, Month: 3, Day: 10}})
	if err != nil {
		t.Fatal(err)
	}
}

func FuzzCheck(f *testing.F) {
	j := mustJudge(f)
	g := j.Prepare(mustList(f, "testdata/township/list.tsv"), mustRegisters(f, "testdata/township")...)
	for _, l := range mustLabels(f, "testdata/township/cases.jsonl")[:40] {
		f.Add(l.Text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := j.Check(context.Background(), g, judge.Input{Text: text, Received: app.Date{Year: 2026, Month: 3, Day: 10}})
		if err != nil {
			t.Fatal(err)
		}
		runes := []rune(text)
		for _, d := range c.Demands {
			if string(runes[d.Start:d.End]) != d.Text {
				t.Fatalf("demand not at its place: %+v", d)
			}
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	j := mustJudge(b)
	g := j.Prepare(mustList(b, "testdata/township/list.tsv"), mustRegisters(b, "testdata/township")...)
	l := mustLabels(b, "testdata/township/cases.jsonl")[2]
	d, _ := app.ParseDate(l.Received)
	b.Run(fmt.Sprintf("%d characters, %d duties", len([]rune(l.Text)), len(g.List.Duties)), func(b *testing.B) {
		for b.Loop() {
			if _, err := j.Check(context.Background(), g, judge.Input{Text: l.Text, Received: d}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// TestKnownFieldsAreUsedInJudging puts deadline and issuer right: the demand has the day of the clerk, a time that is not
// short any more is no finding, a shorter one is, and the cap for an unknown issuer goes.
func TestKnownFieldsAreUsedInJudging(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(mustList(t, "testdata/township/list.tsv"))
	const notice = "关于开展冬季森林防火巡查的通知\n各乡镇人民政府：\n请组织护林员开展日常巡查，发现火情及时上报，并于2026年11月25日10:00前报送巡查情况。\n2026年11月24日"
	received := app.Date{Year: 2026, Month: 11, Day: 24}
	check := func(known app.Fields) app.Check {
		c, err := j.Check(t.Context(), g, judge.Input{Text: notice, Received: received, Known: known})
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Demands) != 1 || c.Demands[0].Deadline == nil {
			t.Fatalf("demands %+v", c.Demands)
		}
		return c
	}
	short := func(c app.Check) bool {
		for _, f := range c.Findings {
			if f.Code == "DEADLINE_SHORT" {
				return true
			}
		}
		return false
	}
	read := check(app.Fields{})
	if !short(read) || read.Fields.Deadline != "2026-11-25" || !strings.Contains(strings.Join(read.Cap, ""), "来文单位不明") {
		t.Fatalf("as read: %+v, cap %v, deadline %s", read.Findings, read.Cap, read.Fields.Deadline)
	}
	c := check(app.Fields{Deadline: "2026-12-04 17:00", Issuer: "清河县林业局"})
	if d := c.Demands[0].Deadline; short(c) || d.Date.String() != "2026-12-04" || d.Time != "17:00" || c.Fields.Deadline != "2026-12-04" || c.Fields.Places["deadline"].Text != "" {
		t.Errorf("deadline %+v, field %s, findings %+v", d, c.Fields.Deadline, c.Findings)
	}
	if strings.Contains(strings.Join(c.Cap, ""), "来文单位不明") {
		t.Errorf("the issuer is known: %v", c.Cap)
	}
	if c := check(app.Fields{Deadline: "2026-11-24 17:00"}); !short(c) || c.Findings[len(c.Findings)-1].Evidence[0].Text == "" {
		t.Errorf("a shorter time is no finding: %+v", c.Findings)
	}
}
