// Package papertest gives the subjects of specimen documents to the tests of this program, and to the window where an office
// changes the wording of its papers (Samples). County, names and numbers are invented.
package papertest

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"yidanqing/app"
	"yidanqing/app/paper"
)

// Office is 柳河镇 in 清河县.
func Office() app.Office {
	return app.Office{
		Type: app.Township, Name: "清河县柳河镇人民政府", Short: "柳河镇", County: "清河县", Prefix: "柳", Clerk: "李敏", Phone: "662 5201",
	}
}

// List is the list that the specimens compare with.
func List() app.Source {
	return app.Source{
		Title: "清河县柳河镇履行职责事项清单（2026年版）", DocNo: "清办发〔2026〕9号", Issuer: "中共清河县委办公室",
		From: app.Date{Year: 2026, Month: time.March, Day: 1},
	}
}

// ListDigest stands for the digest of that list.
const ListDigest = "2b7f35833809f24f05c0dd8e8098c3880a1d27b5f0a6f6a9d3c1f1c7a9b0e4d2"

// At finds words in a text and gives their place in characters. Words that are not there are a mistake in the specimen.
func At(text, words string) app.Evidence {
	i := strings.Index(text, words)
	if i < 0 {
		panic("papertest: " + words + " is not in the text")
	}
	start := utf8.RuneCountInString(text[:i])
	return app.Evidence{Start: start, End: start + utf8.RuneCountInString(words), Text: words}
}

const gas = `清建函〔2026〕118号
关于开展燃气餐饮场所安全隐患排查整治的通知
各乡镇人民政府、街道办事处：
　　为深刻吸取事故教训，现就有关事项通知如下：
　　一、各乡镇对餐饮场所燃气安全开展执法检查，责令整改并依法处罚，切实履行属地管理主体责任。
　　二、各乡镇发动村（社区）排查燃气安全隐患线索，于2026年11月26日17:00前报首批线索，每户拍照不少于6张。
　　三、各乡镇主要负责同志与县住建局签订燃气安全责任状。
　　四、乡镇工作人员须下载“清燃通”App，实名注册、每日打卡。
　　联系人：吴倩，662 3316
　　　　　　　　　　　　　　　　清河县住房和城乡建设局
　　　　　　　　　　　　　　　　2026年11月24日`

// the regulation that the specimens cite
const rules = "《整治形式主义为基层减负若干规定》"

// Gas is a notice of four demands of a county bureau: one taken back, one to go on with, a pledge, an app (no. 642).
func Gas() paper.Subject {
	day := app.Date{Year: 2026, Month: time.November, Day: 24}
	return paper.Subject{
		Office: Office(), Ledger: "2026年第642号", Text: gas,
		Fields: app.Fields{
			Issuer: "清河县住房和城乡建设局", DocNo: "清建函〔2026〕118号", Title: "关于开展燃气餐饮场所安全隐患排查整治的通知", DocDate: "2026-11-24",
		},
		Received: day, Sure: true, CheckedOn: day,
		Check: app.Check{Verdict: app.VerdictMixed, Demands: gasDemands()},
		Duties: []app.Duty{
			{
				Part: app.TakenBack, ItemNo: "17", Name: "餐饮场所燃气安全执法检查与处罚", Departments: []string{"县住建局", "县城管执法局"},
				UpperDuty: "县住建局组织监督检查，县城管执法局依法处置",
			},
			{
				Part: app.Cooperate, ItemNo: "41", Name: "燃气安全隐患线索发现与上报", Departments: []string{"县住建局"},
				UpperDuty: "受理线索、组织核查处置", TownDuty: "发现线索、及时上报",
			},
		},
		List: List(), Digest: ListDigest,
		To:     paper.Addressee{Name: "清河县住房和城乡建设局", Short: "县住建局", Class: paper.ClassDepartment},
		Number: "柳反馈〔2026〕17号", Date: day, Rules: "2026-09 版", Software: "一单清 1.0",
		Copies: "县整治形式主义为基层减负专项工作机制办公室", // printed on letters only
	}
}

// gasDemands are the four demands with what the check found of them.
func gasDemands() []app.Demand {
	at := func(words string) app.Evidence { return At(gas, words) }
	demand := func(kind app.Kind, part app.Part, v app.Verdict, words string) app.Demand {
		e := at(words)
		return app.Demand{Start: e.Start, End: e.End, Text: words, Kind: kind, Part: part, Verdict: v, Confidence: 0.95}
	}
	enforce := demand(app.KindTask, app.TakenBack, app.VerdictRefuse, "各乡镇对餐饮场所燃气安全开展执法检查，责令整改并依法处罚，切实履行属地管理主体责任")
	enforce.Matches = []app.Match{{
		Part: app.TakenBack, ItemNo: "17", ItemName: "餐饮场所燃气安全执法检查与处罚", Department: "县住建局、县城管执法局", Score: 0.91,
		Evidence: []app.Evidence{at("餐饮场所燃气安全"), at("执法检查")},
	}}
	enforce.Findings = []app.Finding{
		{Code: "TAKEN_BACK", Title: "已由上级部门收回", Severity: app.SeverityBlock, Role: app.RoleStructure, Evidence: []app.Evidence{at("责令整改并依法处罚")}},
		{
			Code: "LEAD_SHIFTED", Title: "主责转由乡镇承担", Basis: rules + "第六部分", Severity: app.SeverityBlock, Role: app.RoleStructure,
			Evidence: []app.Evidence{at("切实履行属地管理主体责任")},
		},
		{Code: "ISSUER", Title: "部门向下级政府发布指令性要求", Basis: rules + "第一部分", Severity: app.SeverityNote, Role: app.RoleNote},
	}
	search := demand(app.KindTask, app.Cooperate, app.VerdictCooperate, "各乡镇发动村（社区）排查燃气安全隐患线索，于2026年11月26日17:00前报首批线索，每户拍照不少于6张")
	search.Deadline = &app.Deadline{Date: app.Date{Year: 2026, Month: time.November, Day: 26}, Time: "17:00", Text: "2026年11月26日17:00前"}
	search.Matches = []app.Match{{
		Part: app.Cooperate, ItemNo: "41", ItemName: "燃气安全隐患线索发现与上报", Department: "县住建局", Score: 0.88,
		Evidence: []app.Evidence{at("排查燃气安全隐患线索")},
	}}
	search.Findings = []app.Finding{{
		Code: "EXCESS_TRACES", Title: "以照片数量留痕", Basis: rules + "第三部分", Severity: app.SeverityWarn, Role: app.RoleMeans,
		Evidence: []app.Evidence{at("每户拍照不少于6张")},
	}}
	pledge := demand(app.KindPledge, app.PartOpen, app.VerdictRefuse, "各乡镇主要负责同志与县住建局签订燃气安全责任状")
	pledge.Findings = []app.Finding{{
		Code: "PLEDGE", Title: "以责任状转移责任", Basis: rules + "（中央层面整治形式主义为基层减负专项工作机制办公室2025年10月31日通报引）",
		Severity: app.SeverityBlock, Role: app.RoleSubject, Evidence: []app.Evidence{at("与县住建局签订燃气安全责任状")},
	}}
	download := demand(app.KindApp, app.PartOpen, app.VerdictRefuse, "乡镇工作人员须下载“清燃通”App，实名注册、每日打卡")
	download.Findings = []app.Finding{{
		Code: "FORCED_APP", Title: "强制下载、打卡", Basis: rules + "第五部分；国办函〔2026〕12号",
		Severity: app.SeverityBlock, Role: app.RoleSubject, Evidence: []app.Evidence{at("须下载“清燃通”App，实名注册、每日打卡")},
	}}
	return []app.Demand{enforce, search, pledge, download}
}

const houses = `清建函〔2026〕116号
关于做好农村房屋“一户一档”信息核查补录的通知
各乡镇人民政府：
　　请对辖区内农村自建房逐户排查登记，对疑似危房开展结构安全核查鉴定，形成鉴定意见后一并录入“一户一档”信息表，于近期完成。
　　　　　　　　　　　　　　　　清河县住房和城乡建设局
　　　　　　　　　　　　　　　　2026年11月23日`

// Houses is a notice that two entries of the list may cover (no. 640): it goes to the county's office for less burden.
func Houses() paper.Subject {
	day := app.Date{Year: 2026, Month: time.November, Day: 24}
	at := func(words string) app.Evidence { return At(houses, words) }
	e := at("对辖区内农村自建房逐户排查登记，对疑似危房开展结构安全核查鉴定，形成鉴定意见后一并录入“一户一档”信息表，于近期完成")
	d := app.Demand{
		Start: e.Start, End: e.End, Text: e.Text, Kind: app.KindTask, Part: app.Cooperate, Verdict: app.VerdictEscalate, Confidence: 0.6,
		Matches: []app.Match{
			{
				Part: app.Cooperate, ItemNo: "38", ItemName: "农村自建房安全隐患排查", Department: "县住房和城乡建设局", Score: 0.71,
				Evidence: []app.Evidence{at("农村自建房"), at("排查登记")},
			},
			{
				Part: app.TakenBack, ItemNo: "9", ItemName: "农村房屋安全鉴定", Department: "县住房和城乡建设局", Score: 0.68,
				Evidence: []app.Evidence{at("结构安全核查鉴定"), at("鉴定意见")},
			},
		},
		Findings: []app.Finding{{
			Code: "DUPLICATE_FORM", Title: "数据已采集", Basis: "《清河县数据采集目录（2026年版）》第6项", Severity: app.SeverityWarn, Role: app.RoleMeans,
			Evidence: []app.Evidence{at("录入“一户一档”信息表")},
		}},
		Doubt: &app.Doubt{Rivals: []string{"农村自建房安全隐患排查", "农村房屋安全鉴定"}, Gap: 0.03, Question: "鉴定由谁承担"},
	}
	return paper.Subject{
		Office: Office(), Ledger: "2026年第640号", Text: houses,
		Fields: app.Fields{
			Issuer: "清河县住房和城乡建设局", DocNo: "清建函〔2026〕116号", Title: "关于做好农村房屋“一户一档”信息核查补录的通知",
		},
		Received: day, CheckedOn: day,
		Check: app.Check{Verdict: app.VerdictEscalate, Demands: []app.Demand{d}},
		Duties: []app.Duty{
			{
				Part: app.Cooperate, ItemNo: "38", Name: "农村自建房安全隐患排查", Departments: []string{"县住房和城乡建设局"},
				TownDuty: "组织村级摸排、登记，上报线索",
			},
			{
				Part: app.TakenBack, ItemNo: "9", Name: "农村房屋安全鉴定", Departments: []string{"县住房和城乡建设局"},
				UpperDuty: "由部门委托有资质机构鉴定",
			},
		},
		List: List(), Digest: ListDigest,
		To:     paper.Addressee{Name: "县整治形式主义为基层减负专项工作机制办公室", Class: paper.ClassRelief},
		Number: "柳提级〔2026〕6号", Date: day,
		Talks: []paper.Talk{{Date: day, Time: "09:50", Way: "电话", With: "吴倩", Result: "未能明确"}},
		Rules: "2026-09 版", Software: "一单清 1.0",
	}
}

// Many is a notice of n demands, every fifth of which the office goes on with; the others are pledges.
func Many(n int) paper.Subject {
	s := Gas()
	var text strings.Builder
	text.WriteString("关于做好全年安全生产有关工作的通知\n各乡镇人民政府：\n")
	words := make([]string, n)
	for i := range n {
		words[i] = "各乡镇与县安全生产有关部门签订第" + strings.Repeat("一", i%3+1) + "类行业领域责任状并于每月底前报送" + strconv.Itoa(i+1) + "号工作情况"
		text.WriteString("　　" + words[i] + "。\n")
	}
	s.Text = text.String()
	s.Fields.Title = "关于做好全年安全生产有关工作的通知"
	s.Check.Demands = nil
	for i, w := range words {
		e := At(s.Text, w)
		d := app.Demand{Start: e.Start, End: e.End, Text: w, Kind: app.KindPledge, Part: app.PartOpen, Verdict: app.VerdictRefuse}
		d.Findings = []app.Finding{{
			Code: "PLEDGE", Title: "以责任状转移责任", Basis: rules + "第六部分", Role: app.RoleSubject, Severity: app.SeverityBlock, Evidence: []app.Evidence{e},
		}}
		if i%5 == 4 {
			d.Verdict, d.Kind, d.Part, d.Findings = app.VerdictCooperate, app.KindTask, app.Cooperate, nil
			d.Matches = []app.Match{{Part: app.Cooperate, ItemNo: "41", ItemName: "燃气安全隐患线索发现与上报", Evidence: []app.Evidence{e}}}
		}
		s.Check.Demands = append(s.Check.Demands, d)
	}
	return s
}

// Long is the notice of Gas amid pages of background, about 700 characters a page.
func Long(pages int) paper.Subject {
	s := Gas()
	filler := strings.Repeat("　　各级各部门要充分认识做好此项工作的重要意义，结合本地区本行业实际，统筹安排、周密部署，确保各项措施落到实处；"+
		"要坚持问题导向、目标导向、结果导向相统一，健全工作机制，完善配套措施，加强协调联动，形成齐抓共管的工作格局。\n", 7)
	prefix := strings.Repeat(filler, pages/2)
	n := utf8.RuneCountInString(prefix)
	s.Text = prefix + s.Text + "\n" + strings.Repeat(filler, pages-pages/2)
	shift := func(ev []app.Evidence) {
		for i := range ev {
			ev[i].Start += n
			ev[i].End += n
		}
	}
	for i := range s.Check.Demands {
		d := &s.Check.Demands[i]
		d.Start += n
		d.End += n
		for k := range d.Matches {
			shift(d.Matches[k].Evidence)
		}
		for k := range d.Findings {
			shift(d.Findings[k].Evidence)
		}
	}
	// a paragraph that is too long to be quoted whole
	words := "第五、各乡镇每月末向县住建局报送工作开展情况"
	long := strings.Repeat("要加强组织领导，落实工作责任，严格督促检查。", 12) + words + "。" + strings.Repeat("要注重工作实效，不断总结经验。", 12)
	from := utf8.RuneCountInString(s.Text) + 1
	s.Text += "\n" + long
	e := At(s.Text, words)
	s.Check.Demands = append(s.Check.Demands, app.Demand{
		Start: from, End: from + utf8.RuneCountInString(long), Text: long, Kind: app.KindForm, Part: app.PartNone, Verdict: app.VerdictRefuse,
		Findings: []app.Finding{{
			Code: "DUPLICATE_FORM", Title: "数据已采集", Basis: "《清河县数据采集目录（2026年版）》第6项", Role: app.RoleSubject, Severity: app.SeverityBlock,
			Evidence: []app.Evidence{e},
		}},
	})
	return s
}

const certificates = "@各村：请各村给每户低保申请人开婚姻状况证明，另附一份健在证明，盖村委会公章，明天下班前交镇民政办。"

// Certificates is a message to a village that asks for two certificates.
func Certificates() paper.Subject {
	day := app.Date{Year: 2026, Month: time.November, Day: 24}
	demand := func(words string) app.Demand {
		e := At(certificates, words)
		return app.Demand{
			Start: e.Start, End: e.End, Text: words, Kind: app.KindCertificate, Part: app.PartOpen, Verdict: app.VerdictRefuse,
			Findings: []app.Finding{{
				Code: "CERTIFICATE", Title: "要求出具不应由基层出具的证明", Role: app.RoleSubject, Severity: app.SeverityBlock,
				Basis: "《不应由基层群众性自治组织出具证明事项清单（第一批）》（民发〔2020〕20号）", Evidence: []app.Evidence{e},
			}},
		}
	}
	return paper.Subject{
		Office: app.Office{
			Type: app.Village, Name: "柳河镇东湾村村民委员会", Short: "东湾村", County: "清河县", Prefix: "东湾", Clerk: "周玉兰", Phone: "138 0000 0000",
		},
		Ledger: "2026年第21号", Text: certificates, Fields: app.Fields{Issuer: "柳河镇民政办公室"}, Channel: "工作群消息",
		Received: day, Sure: true, CheckedOn: day,
		Check:  app.Check{Verdict: app.VerdictRefuse, Demands: []app.Demand{demand("给每户低保申请人开婚姻状况证明"), demand("另附一份健在证明")}},
		To:     paper.Addressee{Name: "清河县柳河镇人民政府", Class: paper.ClassTown},
		Number: "东湾反映〔2026〕3号", Date: day, Rules: "2026-09 版", Software: "一单清 1.0",
	}
}

// Bank is a bank's demand to a town: a certificate for its borrowers.
func Bank() paper.Subject {
	s := Certificates()
	s.Office = Office()
	s.Text = strings.Replace(strings.Replace(certificates, "低保申请人", "贷款申请人", 1), "镇民政办", "我行", 1)
	for i, words := range []string{"给每户贷款申请人开婚姻状况证明", "另附一份健在证明"} {
		e := At(s.Text, words)
		d := &s.Check.Demands[i]
		d.Start, d.End, d.Text, d.Findings[0].Evidence = e.Start, e.End, words, []app.Evidence{e}
	}
	s.Fields.Issuer = "清河县农村商业银行柳河支行"
	s.To = paper.Addressee{Name: s.Fields.Issuer, Class: paper.ClassOutside}
	s.Number = "柳答复〔2026〕2号"
	return s
}
