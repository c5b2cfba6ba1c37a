package notice

import (
	"os"
	"testing"

	"yidanqing/app"
	"yidanqing/app/calendar"
	"yidanqing/app/text"
)

func workdays(t testing.TB) *calendar.Calendar {
	t.Helper()
	var files [][]byte
	for _, name := range []string{"2026.txt", "2027.txt"} {
		b, err := os.ReadFile("../../assets/calendar/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, b)
	}
	c, err := calendar.Parse(files...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func day(t testing.TB, s string) app.Date {
	t.Helper()
	d, err := app.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Words of time, each in a message received on Wednesday 2026-03-18.
func TestDeadlineWords(t *testing.T) {
	cal := workdays(t)
	for words, want := range map[string]string{
		"请3月20日前报来":           "2026-03-20",
		"请于3月20日17:00前报送":     "2026-03-20 17:00",
		"请于3月20日(周五)下班前报送":    "2026-03-20",
		"请于３月２０日上午１０时前报送":     "2026-03-20 10:00",
		"请二〇二六年三月二十日前报":       "2026-03-20",
		"请三月二十五号之前报":          "2026-03-25",
		"请2026-04-01前报":       "2026-04-01",
		"请2026.4.1前报":         "2026-04-01",
		"请4.1前报":              "2026-04-01",
		"请4/1前报":              "2026-04-01",
		"请25日前报":              "2026-03-25",
		"请15号前报":              "2026-04-15",
		"今天报一下":               "2026-03-18",
		"今天下班前报":              "2026-03-18",
		"今日18时前报":             "2026-03-18 18:00",
		"今晚8点前报":              "2026-03-18 20:00",
		"今晚必须清零":              "2026-03-18",
		"下班前报过来":              "2026-03-18",
		"下午5点前报":              "2026-03-18 17:00",
		"17:00前报数":            "2026-03-18 17:00",
		"明早9点前报":              "2026-03-19 09:00",
		"明天上午下班前报":            "2026-03-19",
		"明天前报":                "2026-03-19",
		"后天中午12点前交":           "2026-03-20 12:00",
		"周五前弄完":               "2026-03-20",
		"周三前弄完":               "2026-03-18",
		"本周五下班前报":             "2026-03-20",
		"这周日前报":               "2026-03-22",
		"周一前报":                "2026-03-23",
		"下周一前报":               "2026-03-23",
		"下周三下午4点前报":           "2026-03-25 16:00",
		"下周一前后三名的写说明,请抓紧":     "2026-03-23",
		"月底前建好":               "2026-03-31",
		"本月底前建好":              "2026-03-31",
		"5月底前建好":              "2026-05-31",
		"二月底前建好":              "", // past, and the next one too far
		"1月10日前报":             "", // the same
		"4月上旬前报":              "2026-04-10",
		"4月中旬前报":              "2026-04-20",
		"4月下旬前报":              "2026-04-30",
		"本季度末前报":              "2026-03-31",
		"二季度末前报":              "2026-06-30",
		"年底前完成":               "2026-12-31",
		"今年年底前完成":             "2026-12-31",
		"2个工作日内办结":            "2026-03-20",
		"请三个工作日内办结":           "2026-03-23",
		"15个工作日内办结":           "2026-04-09", // 清明 4-06 is off
		"5日内报":                "2026-03-23",
		"三天内报":                "2026-03-21",
		"一周内报":                "2026-03-25",
		"半个月内报":               "2026-04-02",
		"一个月内报":               "2026-04-18",
		"24小时内报我":             "2026-03-19",
		"1小时内报我":              "2026-03-18",
		"收到之日起十五日内书面答复":       "2026-04-02",
		"接到通知后5个工作日内报":        "2026-03-25",
		"即日起至4月10日开展":         "2026-04-10",
		"从即日起至4月10日止":         "2026-04-10",
		"报名截止3月27日":           "2026-03-27",
		"完成时限:4月15日":          "2026-04-15",
		"最迟3月27日报":            "2026-03-27",
		"3月19日报到":             "2026-03-19",
		"每月25日前报":             "2026-03-25",
		"4月1日到县会展中心报到":        "2026-04-01",
		"到4月6号给我报个数":          "2026-04-06",
		"4月8日前把已登记的报来":        "2026-04-08",
		"4月9日前由业务平台导入":        "2026-04-09",
		"4月20号收尾":             "2026-04-20",
		"每月5日前报":              "2026-04-05",
		"每周五前报":               "2026-03-20",
		"记录本每月最后一天送镇里":        "2026-03-31",
		"每周五报进度":              "2026-03-20",
		"每周五调度进度":             "",
		"明天（19号）下班前报":         "2026-03-19",
		"药水本周五送到各镇":           "",
		"明天一早(7:30前)把情况报我":    "2026-03-19 07:30",
		"3月25号（含）前报":          "2026-03-25",
		"今明两天务必完成":            "2026-03-19",
		"意见6月5日截止,还没开会的村抓点紧":  "2026-06-05",
		"最晚明天中午给我":            "2026-03-19",
		"限3日内整改到位":            "2026-03-21",
		"周末前弄完":               "2026-03-20",
		"每月5日、20日前各报一次":       "2026-03-20",
		"报名时间:即日起—3月31日":      "2026-03-31",
		"请于接函后7日内书面回复":        "2026-03-25",
		"12月31日以前年满18周岁的登记造册": "",
		"3月25日前往县局开会":         "",
		"公示7日内无异议的上报":         "",
		"工程预计4月20日前完工,请村里协调":  "",
		"4月10日前县里要来检查,请做好准备":  "",
		"3月26日8:50前到会场签到":     "",
		"协议4月30日前到期的续签":       "",
		"今年的补贴4月底前打卡,各村公示照片收齐了":         "",
		"危房户4月25日前必须开工,每周一报进度":          "2026-04-25",
		"宣传单明天赶集发完":                     "2026-03-19",
		"请来人领,最迟别过月底":                   "2026-03-31",
		"3月25日14:30收看,收看情况当日17:30前报县纪委": "2026-03-25 17:30",
		"请即刻组织人员撤离":                     "2026-03-18",
		"4月10日至20日是防治适期,请发动农户喷药":        "",
		"每天21时前接龙":                      "",
		"每日16:00前报":                     "",
		"尽快报":                           "",
		"节前报":                           "",
		"国庆节前再看一遍":                      "",
		"近期报":                           "",
		"3月20日起开展":                      "",
		"3月20日前后会有大风":                   "",
		"截至目前还有3个村没报":                   "",
		"今晚到明天有大雾,转到村群":                 "",
		"柳河水位今晚还要涨":                     "",
		"第一时间报":                         "",
		"下周三到周五督查组来,看2个村":               "",
		"未来10天为防治窗口期":                   "",
		"会后3天内传达":                       "",
		"发现火情半小时内报告":                    "",
		"提前1天电话告知":                      "",
		"协议5月31日到期":                     "",
		"我们月底前来取表":                      "2026-03-31",
		"我局4月底前推送名单":                    "",
		"保险公司的人月底前会进村设点":                "",
		"由县水利局4月底前验收":                   "",
		"市里方案说4月20日前核完,咱县4月25日前要核完":     "2026-04-25",
		"按《关于4月5日前完成整改的通知》办":            "",
		"不用4月5日前报":                      "",
	} {
		l := parse("县农办:" + words)
		got := ""
		if d, ok := DeadlineIn(l, text.Range{Start: 0, End: l.Text.Len()}, day(t, "2026-03-18"), cal); ok {
			got = d.Date.String()
			if d.Time != "" {
				got += " " + d.Time
			}
			e := l.Text.Evidence(d.Start, d.End)
			if e.Text == "" || e.Text != d.Text {
				t.Errorf("%s: words %q, evidence %q", words, d.Text, e.Text)
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}

// Which of several days is the deadline of a letter received on 2026-03-18.
func TestDeadlineOfALetter(t *testing.T) {
	cal := workdays(t)
	for _, c := range []struct{ name, body, want string }{
		{"the first step", "一、4月10日前摸底。二、4月30日前整改。", "2026-04-10"},
		{"a report after a period", "4月3日至4月7日,安排护林员劝导。4月8日前将小结报我局。", "2026-04-08"},
		{"a period of action, then another step", "(一)4月1日至4月20日,组织人员采样。(二)5月10日前形成处理意见报我办。", "2026-04-20"},
		{"the start of action before a deadline", "3月20日起,各乡镇组织巡查。4月15日前,各村上报名单。", "2026-04-15"},
		{"the department's own step first", "我局3月25日前将名单推送到各乡镇账号,各乡镇4月10日前核对完毕。", "2026-04-10"},
		{"another body's step in an item", "一、县住建局4月5日前完成初设。二、云岭镇4月20日前做好协调。", "2026-04-20"},
		{"only other bodies' steps", "一、县住建局4月5日前完成初设。二、县水利局负责招标,4月10日前办结。三、由云岭镇上门解释。", ""},
		{"a visit", "定于3月25日至27日到各乡镇检查。", ""},
		{"a meeting and the list of names", "定于3月26日上午9:00召开会议。3月25日17:00前将名单报县防办。", "2026-03-25 17:00"},
		{"a day of an upper document alone", "按照市局《复核通知》(市民函〔2026〕1号)要求,6月底前完成。请各乡镇抓好落实。", "2026-06-30"},
		{"one month with the day in brackets", "请逐条纠正,一个月内(4月17日前)书面反馈。", "2026-04-17"},
		{"issue of the notice", "本通知印发之日起24小时内完成核实。", "2026-03-18"},
		{"a standing rule", "接到报修30分钟内到场,群众诉求24小时内回应。", ""},
		{"collected by the department", "月底前我们派人来取。", "2026-03-31"},
		{"back to us after another body", "请贵镇巡河员看看围网,劝不走的告知我局,我局派人到场查处,4月14日前集中反映一次情况。", "2026-04-14"},
		{"we are acted upon, then told", "县体彩分中心给各镇分了量,站所都要摆,4月底前销完。", "2026-04-30"},
		{"handed in by the people concerned", "请村委会给每名学生开证明,4月14日前由学生带来。", "2026-04-14"},
		{"an order with an object that looks like a place", "限你镇于4月20日前督促市场方清理完毕,逾期由我大队处罚。", "2026-04-20"},
		{"closed for works", "4月18日至22日夜间封闭施工,请协助发布提示。", ""},
		{"told by one who came", "县水利局副局长到会提出:水库加固4月25日前要腾出料场。", "2026-04-25"},
		{"arrival", "请于3月27日前将名单送我局,3月28日到岗。", "2026-03-27"},
	} {
		l := parse("关于做好某项工作的通知\n各乡镇人民政府:\n" + c.body + "\n青山县民政局\n2026年3月17日")
		got := ""
		if d, ok := Earliest(ReadDeadlines(l, day(t, "2026-03-18"), cal)); ok {
			got = d.Date.String()
			if d.Time != "" {
				got += " " + d.Time
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// In a letter to villages the town is the one above.
func TestDeadlineOfALetterToVillages(t *testing.T) {
	for body, want := range map[string]string{
		"4月18日前,镇成立领导小组,下发通知书。4月20日至5月20日,各村要组织青年登记。": "2026-05-20",
		"镇水利站4月10日前来修。":            "",
		"请各村4月10日前报名单,镇里4月12日前汇总。": "2026-04-10",
	} {
		l := parse("关于某事的通知\n各村、社区:\n" + body + "\n云岭镇人民政府\n2026年3月17日")
		d, _ := Earliest(ReadDeadlines(l, day(t, "2026-03-18"), workdays(t)))
		if got := d.Date.String(); got != want {
			t.Errorf("%s: %q, want %q", body, got, want)
		}
	}
}

func TestALetterToOthersBindsUsNot(t *testing.T) {
	raw := "关于开学检查的通知\n各中小学、幼儿园:\n请于4月10日前排查,报告报我局。\n青山县教育局\n2026年3月17日\n抄送:各乡镇人民政府(供参阅)"
	l := parse(raw)
	if d, ok := Earliest(ReadDeadlines(l, day(t, "2026-03-18"), workdays(t))); ok || !l.ForOthers() {
		t.Errorf("deadline %s, for others %v", d.Date, l.ForOthers())
	}
	if parse("关于某事的通知\n各乡镇人民政府,各中小学:\n请落实。").ForOthers() {
		t.Error("a letter to towns and schools is not for others alone")
	}
}

func TestDeadlineOfEachItem(t *testing.T) {
	l := parse("关于某事的通知\n各乡镇:\n一、摸底。4月10日前报名单。\n二、宣传。张贴海报。\n三、整改。4月30日前完成。")
	var got []string
	for _, it := range l.Items {
		d, _ := DeadlineIn(l, it.Range, day(t, "2026-03-18"), workdays(t))
		got = append(got, d.Date.String())
	}
	if want := []string{"2026-04-10", "", "2026-04-30"}; len(got) != 3 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The points decided of DEADLINE_SHORT.
func TestShortOfWorkdays(t *testing.T) {
	cal := workdays(t)
	for _, c := range []struct {
		name, received, words string
		want                  bool
	}{
		{"today", "2026-03-18", "今天下班前报", true},
		{"tomorrow, its own day counts", "2026-03-18", "明天下班前报", false},
		{"before tomorrow is the end of tomorrow", "2026-03-18", "明天前报", false},
		{"tomorrow before noon", "2026-03-18", "明天上午10点前报", true},
		{"tomorrow morning", "2026-03-18", "明早报", true},
		{"noon itself is not before noon", "2026-03-18", "明天中午12点前报", false},
		{"Friday to Monday", "2026-03-20", "下周一下班前报", false},
		{"Friday to Monday before noon", "2026-03-20", "下周一上午9点前报", true},
		{"Friday to Sunday", "2026-03-20", "3月22日前报", true},
		{"a Saturday that is worked", "2026-02-13", "2月14日下班前报", false},
		{"a Saturday that is worked, before noon", "2026-02-13", "2月14日上午9点前报", true},
		{"within the May holidays", "2026-04-30", "5月5日前报", true},
		{"the first day after them", "2026-04-30", "5月6日前报", false},
		{"the day after tomorrow before noon", "2026-03-18", "3月20日上午9时前报", false},
		{"no deadline", "2026-03-18", "尽快报", false},
	} {
		l := parse("县农办:" + c.words)
		d, _ := Earliest(ReadDeadlines(l, day(t, c.received), cal))
		if got := ShortOfWorkdays(day(t, c.received), d, 1, cal); got != c.want {
			t.Errorf("%s (%s, received %s, due %s): %v, want %v", c.name, c.words, c.received, d.Date, got, c.want)
		}
	}
}
