package window_test

import (
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// sample is a notice with the check that the fake office gives for it.
type sample struct {
	text  string
	check app.Check
}

// places builds evidence for words of a text.
type places struct{ text []rune }

func (p places) of(words ...string) []app.Evidence {
	var out []app.Evidence
	for _, w := range words {
		i := strings.Index(string(p.text), w)
		if i < 0 {
			panic("not in the text: " + w)
		}
		start := len([]rune(string(p.text)[:i]))
		out = append(out, app.Evidence{Start: start, End: start + len([]rune(w)), Text: w})
	}
	return out
}

func samples() []sample { return []sample{refusal(), mixed(), doubt(), meeting(), do()} }

func finish(text string, c app.Check) sample {
	for _, d := range c.Demands {
		c.Findings = append(c.Findings, d.Findings...)
	}
	if len(c.Demands) > 0 {
		c.Matches = c.Demands[0].Matches
	}
	c.Versions = []app.Version{{What: "list", Title: "柳河镇清单 2026年版"}}
	return sample{text, c}
}

func finding(code, title, basis string, s app.Severity, r app.Role, ev []app.Evidence) app.Finding {
	return app.Finding{Code: code, Title: title, Basis: basis, Severity: s, Role: r, Evidence: ev}
}

func refusal() sample {
	text := "关于开展农药经营许可现场核查的通知\n各乡镇人民政府、街道办事处：\n　　为规范农药经营秩序，现就有关事项通知如下：\n　　一、请各乡镇组织力量，对辖区内农药经营门店逐店开展经营许可现场核查，查验台账、仓储和人员资质，提出是否准予延续的意见。\n　　二、核查时每店拍摄水印照片不少于4张，现场填写核查表；核查进度每周排名通报，末位乡镇作表态发言。\n　　三、请于2026年12月4日前将核查表汇总报县农业农村局。\n　　联系人：刘洋，电话：662 2033\n清河县农业农村局\n2026年11月20日"
	p := places{[]rune(text)}
	d := app.Demand{Start: p.of("一、请各")[0].Start, End: p.of("汇总报县农业农村局。")[0].End, Kind: app.KindTask, Part: app.TakenBack, Verdict: app.VerdictRefuse, Confidence: 0.93,
		Gist: "农药经营许可现场核查", Deadline: &app.Deadline{Date: app.Date{Year: 2026, Month: 12, Day: 4}, Text: "2026年12月4日前"},
		Matches: []app.Match{
			{Part: app.TakenBack, ItemNo: "22", ItemName: "农药经营许可现场核查", Department: "县农业农村局", Score: 0.93, Evidence: p.of("农药经营门店", "开展经营许可现场核查")},
			{Part: app.Cooperate, ItemNo: "45", ItemName: "农资经营情况日常巡查（可配合提供门店名单）", Department: "县农业农村局", Score: 0.41, Evidence: p.of("农药经营门店")}},
		Findings: []app.Finding{
			finding("TAKEN_BACK", "已由上级部门收回", "履职事项清单（2026年版）上级部门收回第22项", app.SeverityBlock, app.RoleStructure, p.of("提出是否准予延续的意见")),
			finding("EXCESS_TRACES", "过度留痕", "《若干规定》三，不得以拍照留痕为依据", app.SeverityWarn, app.RoleMeans, p.of("每店拍摄水印照片不少于4张")),
			finding("RANKING", "频繁排名通报", "《若干规定》（2025-10-31 中央通报所引）", app.SeverityBlock, app.RoleMeans, p.of("每周排名通报，末位乡镇作表态发言"))}}
	return finish(text, app.Check{Kind: app.KindTask, Verdict: app.VerdictRefuse, Confidence: 0.93, Demands: []app.Demand{d},
		Fields: app.Fields{Issuer: "县农业农村局", DocNo: "清农函〔2026〕52号", Title: "关于开展农药经营许可现场核查的通知", DocDate: "2026-11-20",
			Deadline: "2026-12-04", Contact: "刘洋", Phone: "662 2033",
			Places: map[string]app.Evidence{"deadline": p.of("2026年12月4日前")[0], "contact": p.of("刘洋")[0], "phone": p.of("662 2033")[0],
				"issuer": p.of("清河县农业农村局")[0], "title": p.of("关于开展农药经营许可现场核查的通知")[0]}},
		Reasons: []string{"现场核查已列入“上级部门收回”第22项，由县农业农村局承接。"}})
}

func mixed() sample {
	text := "关于开展燃气餐饮场所安全隐患排查整治的通知\n各乡镇人民政府、街道办事处：\n　　一、各乡镇对餐饮场所燃气安全开展执法检查，责令整改并依法处罚，切实履行属地管理主体责任。\n　　二、各乡镇发动村（社区）排查燃气安全隐患线索，于2026年11月26日17:00前报首批线索，每户拍照不少于6张。\n　　三、各乡镇主要负责同志与县住建局签订燃气安全责任状。\n　　四、乡镇工作人员须下载“清燃通”App，实名注册、每日打卡。\n　　联系人：周明，电话：662 1358\n清河县住房和城乡建设局\n2026年11月24日"
	p := places{[]rune(text)}
	span := func(from, to string) (int, int) { return p.of(from)[0].Start, p.of(to)[0].End }
	s1, e1 := span("一、各乡镇对", "属地管理主体责任。")
	s2, e2 := span("二、各乡镇发动", "不少于6张。")
	s3, e3 := span("三、各乡镇主要", "燃气安全责任状。")
	s4, e4 := span("四、乡镇工作人员", "每日打卡。")
	demands := []app.Demand{
		{Start: s1, End: e1, Kind: app.KindTask, Part: app.TakenBack, Verdict: app.VerdictRefuse, Gist: "燃气安全执法检查与处罚", Confidence: 0.91,
			Matches: []app.Match{{Part: app.TakenBack, ItemNo: "17", ItemName: "餐饮场所燃气安全执法检查与处罚", Department: "县住建局、县城管执法局", Score: 0.91, Evidence: p.of("餐饮场所燃气安全", "执法检查")}},
			Findings: []app.Finding{
				finding("TAKEN_BACK", "已由上级部门收回", "履职事项清单（2026年版）上级部门收回第17项", app.SeverityBlock, app.RoleStructure, p.of("责令整改并依法处罚")),
				finding("LEAD_SHIFTED", "主责下移", "清单收回第17项；《若干规定》六", app.SeverityBlock, app.RoleStructure, p.of("切实履行属地管理主体责任"))}},
		{Start: s2, End: e2, Kind: app.KindTask, Part: app.Cooperate, Verdict: app.VerdictCooperate, Gist: "排查上报燃气隐患线索", Confidence: 0.8,
			Deadline: &app.Deadline{Date: app.Date{Year: 2026, Month: 11, Day: 26}, Time: "17:00", Text: "2026年11月26日17:00前"},
			Matches:  []app.Match{{Part: app.Cooperate, ItemNo: "41", ItemName: "燃气安全隐患线索排查上报", Department: "县住建局", Score: 0.83, Evidence: p.of("排查燃气安全隐患线索")}},
			Findings: []app.Finding{finding("EXCESS_TRACES", "过度留痕", "《若干规定》三", app.SeverityWarn, app.RoleMeans, p.of("每户拍照不少于6张"))}},
		{Start: s3, End: e3, Kind: app.KindPledge, Verdict: app.VerdictRefuse, Gist: "签订燃气安全责任状", Confidence: 0.95,
			Findings: []app.Finding{finding("PLEDGE", "以责任状转移责任", "《若干规定》六，不得层层签订责任状", app.SeverityBlock, app.RoleSubject, p.of("与县住建局签订燃气安全责任状"))}},
		{Start: s4, End: e4, Kind: app.KindApp, Verdict: app.VerdictRefuse, Gist: "下载“清燃通”App并打卡", Confidence: 0.9,
			Findings: []app.Finding{finding("FORCED_APP", "强制使用App、打卡", "《若干规定》五", app.SeverityBlock, app.RoleSubject, p.of("须下载“清燃通”App，实名注册、每日打卡"))}}}
	return finish(text, app.Check{Kind: app.KindTask, Verdict: app.VerdictMixed, Confidence: 0.8, Demands: demands,
		Fields: app.Fields{Issuer: "县住房和城乡建设局", DocNo: "清建函〔2026〕118号", Title: "关于开展燃气餐饮场所安全隐患排查整治的通知",
			DocDate: "2026-11-24", Contact: "周明", Phone: "662 1358"},
		Reasons: []string{"四件事：一件可以配合，三件建议由县住建局承担或取消。"}})
}

func doubt() sample {
	text := "关于做好农村房屋“一户一档”信息核查补录的通知\n各乡镇人民政府：\n　　按照自建房安全专项整治“回头看”要求，请各乡镇对辖区内农村自建房逐户排查登记，对疑似危房开展结构安全核查鉴定，形成鉴定意见后一并录入“一户一档”信息表。\n　　请结合实际抓好落实，于近期完成，完成情况将适时调度。\n　　联系人：吴倩，电话：662 1377\n清河县住房和城乡建设局\n2026年11月20日"
	p := places{[]rune(text)}
	d := app.Demand{Start: p.of("按照自建房")[0].Start, End: p.of("信息表。")[0].End, Kind: app.KindForm, Part: app.Cooperate, Verdict: app.VerdictEscalate, Confidence: 0.55, Gist: "“一户一档”信息核查补录",
		Deadline: &app.Deadline{Text: "近期"},
		Matches: []app.Match{
			{Part: app.Cooperate, ItemNo: "38", ItemName: "农村自建房安全隐患排查", Department: "县住建局", Score: 0.58, Evidence: p.of("农村自建房", "排查登记")},
			{Part: app.TakenBack, ItemNo: "9", ItemName: "农村房屋安全鉴定", Department: "县住建局", Score: 0.55, Evidence: p.of("结构安全核查鉴定")}},
		Doubt: &app.Doubt{Rivals: []string{"农村自建房安全隐患排查", "农村房屋安全鉴定"}, Gap: 0.03, Question: "“核查鉴定”是村里看一看、登记，还是出具鉴定意见？"},
		Findings: []app.Finding{
			finding("VAGUE", "要求笼统", "未写明时限，请对方明确", app.SeverityWarn, app.RoleMeans, p.of("于近期完成"))}}
	return finish(text, app.Check{Kind: app.KindForm, Verdict: app.VerdictEscalate, Confidence: 0.55, Demands: []app.Demand{d},
		Fields:  app.Fields{Issuer: "县住建局", DocNo: "清建函〔2026〕116号", Title: "关于做好农村房屋“一户一档”信息核查补录的通知", DocDate: "2026-11-20", Contact: "吴倩", Phone: "662 1377"},
		Reasons: []string{"“核查鉴定”可能是配合排查，也可能是已收回的鉴定。把握不足，不建议自行拒接。"}})
}

func meeting() sample {
	text := "关于召开全县秋冬季秸秆禁烧工作推进会的通知\n各乡镇人民政府，县直有关单位：\n　　经研究，定于11月25日（星期三）上午9:00在县政府三楼会议室召开全县秋冬季秸秆禁烧工作推进会，会期半天。\n　　一、参会人员：各乡镇党政主要、分管负责同志及各村支部书记。\n　　二、会议要求：请提前10分钟入场；会后各乡镇当日召开会议传达至村民小组，并上报会议照片不少于5张。\n　　请于今日18:00前报参会名单。联系人：郑凯，662 2046\n清河县农业农村局\n2026年11月24日"
	p := places{[]rune(text)}
	d := app.Demand{Start: p.of("经研究")[0].Start, End: p.of("不少于5张。")[0].End, Kind: app.KindMeeting, Verdict: app.VerdictEscalate, Confidence: 0.8, Gist: "参加秸秆禁烧推进会",
		Deadline: &app.Deadline{Date: app.Date{Year: 2026, Month: 11, Day: 25}, Time: "09:00", Text: "11月25日（星期三）上午9:00"},
		Findings: []app.Finding{
			finding("DEADLINE_SHORT", "时限过短（不足 1 个工作日）", "《若干规定》三", app.SeverityWarn, app.RoleMeans, p.of("11月25日（星期三）上午9:00")),
			finding("MEETING_RULES", "参会范围过大", "《若干规定》二：分管领导召集的会一般不要求下级正职", app.SeverityWarn, app.RoleApproval, p.of("各乡镇党政主要、分管负责同志及各村支部书记")),
			finding("EXCESS_TRACES", "过度留痕", "《若干规定》三", app.SeverityWarn, app.RoleMeans, p.of("上报会议照片不少于5张"))}}
	return finish(text, app.Check{Kind: app.KindMeeting, Verdict: app.VerdictEscalate, Confidence: 0.8, Demands: []app.Demand{d},
		Fields:    app.Fields{Issuer: "县农业农村局", Title: "关于召开全县秋冬季秸秆禁烧工作推进会的通知", DocDate: "2026-11-24", MeetingTime: "2026-11-25 09:00", Place: "县政府三楼会议室", Contact: "郑凯", Phone: "662 2046"},
		Gathering: &app.Gathering{Span: "半天", Attend: "各乡镇党政主要、分管负责同志及各村支部书记", Levels: []string{"县", "乡镇", "村"}, Unplanned: true},
		Reasons:   []string{"参会范围和套开要求超出规定，且不在年度计划。可先沟通改由分管同志参会。"}})
}

func do() sample {
	text := "关于报送高标准农田设施管护情况的通知\n各乡镇人民政府：\n　　请于2026年11月27日前报送高标准农田设施管护情况。\n清河县农业农村局\n2026年11月24日"
	p := places{[]rune(text)}
	d := app.Demand{Start: p.of("请于2026")[0].Start, End: p.of("管护情况。")[0].End, Kind: app.KindTask, Part: app.Basic, Verdict: app.VerdictDo, Confidence: 0.9, Gist: "报送高标准农田设施管护情况",
		Deadline: &app.Deadline{Date: app.Date{Year: 2026, Month: 11, Day: 27}, Text: "2026年11月27日前"},
		Matches:  []app.Match{{Part: app.Basic, ItemNo: "52", ItemName: "高标准农田设施日常管护", Score: 0.8, Evidence: p.of("高标准农田设施管护情况")}}}
	return finish(text, app.Check{Kind: app.KindTask, Verdict: app.VerdictDo, Confidence: 0.9, Demands: []app.Demand{d},
		Fields:  app.Fields{Issuer: "县农业农村局", Title: "关于报送高标准农田设施管护情况的通知", DocDate: "2026-11-24"},
		Reasons: []string{"基本履职第52项。"}})
}

func sampleList() app.DutyList {
	l := app.DutyList{Source: app.Source{Title: "柳河镇履行职责事项清单（2026年版）", DocNo: "清办发〔2026〕9号", From: app.Date{Year: 2026, Month: 3, Day: 1}}}
	add := func(p app.Part, no, cat, name, dep, upper, town string) {
		l.Duties = append(l.Duties, app.Duty{Part: p, ItemNo: no, Category: cat, Name: name, Departments: []string{dep}, UpperDuty: upper, TownDuty: town})
	}
	add(app.Basic, "52", "农业农村", "高标准农田设施日常管护", "", "", "落实管护主体，开展日常管护")
	add(app.Cooperate, "38", "城镇建设", "农村自建房安全隐患排查", "县住建局", "组织排查和鉴定", "村级摸排、登记、上报线索")
	add(app.Cooperate, "41", "城镇建设", "燃气安全隐患线索排查上报", "县住建局", "组织检查", "发现线索、及时上报")
	add(app.TakenBack, "9", "城镇建设", "农村房屋安全鉴定", "县住建局", "委托专业机构鉴定", "")
	add(app.TakenBack, "17", "城镇建设", "餐饮场所燃气安全执法检查与处罚", "县住建局", "由县住建局组织开展监督检查，对违法行为由县城管执法局依法处置", "")
	add(app.TakenBack, "22", "农业农村", "农药经营许可现场核查", "县农业农村局", "由县农业农村局组织实施", "")
	return l
}

// sampleEarlier is the version before: two entries moved, one in other words, one new, one gone, one with another department.
func sampleEarlier() ledger.List {
	l := app.DutyList{Source: app.Source{Title: "柳河镇履行职责事项清单（2024年版）", From: app.Date{Year: 2024, Month: 6, Day: 1}}}
	add := func(p app.Part, no, name, dep, upper, town string) {
		l.Duties = append(l.Duties, app.Duty{Part: p, ItemNo: no, Name: name, Departments: []string{dep}, UpperDuty: upper, TownDuty: town})
	}
	add(app.Basic, "33", "村级电商服务点年检", "", "", "逐点年检")
	add(app.Basic, "52", "高标准农田设施日常管护", "", "", "落实管护主体，开展日常管护")
	add(app.Cooperate, "29", "餐饮场所燃气安全检查", "县住建局", "组织检查", "配合检查")
	add(app.Cooperate, "38", "农村自建房安全排查、鉴定", "县住建局", "组织排查", "村级摸排、鉴定、登记、上报线索")
	add(app.Cooperate, "41", "燃气安全隐患线索排查上报", "县城管局", "组织检查", "发现线索、及时上报")
	add(app.TakenBack, "22", "农药经营许可现场核查", "县农业农村局", "由县农业农村局组织实施", "")
	l.Duties[5].Transition = true
	return ledger.List{ID: "list0", List: l}
}

// samplePages are two pages of a paper model.
func samplePages() []paper.Page {
	page := func(title string) paper.Page {
		p := paper.Page{Width: paper.PageWidth, Height: paper.PageHeight, Seal: &paper.Circle{X: 82, Y: 220, D: 42}, Begins: title}
		p.Items = append(p.Items,
			paper.Item{Kind: paper.ItemText, X: 80, Y: 40, Face: paper.FaceTitle, Size: 22, Text: title},
			paper.Item{Kind: paper.ItemRect, X: 28, Y: 50, W: 156, H: 200, Stroke: 0.75},
			paper.Item{Kind: paper.ItemLine, X: 28, Y: 60, X2: 184, Y2: 60, Stroke: 0.5},
			paper.Item{Kind: paper.ItemText, X: 30, Y: 57, Face: paper.FaceHei, Size: 10.5, Text: "反馈单位"},
			paper.Item{Kind: paper.ItemText, X: 60, Y: 57, Face: paper.FaceBody, Size: 10.5, Text: "清河县柳河镇人民政府"})
		return p
	}
	return []paper.Page{page("事项拒接反馈单"), page("比对证据页")}
}
