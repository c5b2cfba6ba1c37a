package papertest

import (
	"strconv"
	"time"

	"yidanqing/app"
	"yidanqing/app/paper"
)

// Month is the report of 柳河镇 of a November, with the numbers of the design.
func Month() paper.Month {
	o := Office()
	m := paper.Month{Office: o, Clerk: o.Clerk, Phone: o.Phone, From: november(1), To: november(30), Date: november(30),
		Since: app.Date{Year: 2025, Month: time.October, Day: 9}, Software: "一单清 1.0",
		Looks: []paper.MonthLook{
			{Name: "文件（有文号的来件，件）", Now: "44", Last: "39", YearAgo: "52", Change: "下降15%", Year: "442"},
			{Name: "会议（事项，次）", Now: "9", Last: "8", YearAgo: "12", Change: "少3次", Year: "104"},
			{Name: "检查考核（事项，次）", Now: "2", Last: "1", YearAgo: "3", Change: "少1次", Year: "16"},
			{Name: "报表材料（事项，项）", Now: "21", Last: "18", YearAgo: "27", Change: "下降22%", Year: "214"},
			{Name: "示范创建（事项，项）", Now: "1", Last: "0", YearAgo: "0", Change: "多1项", Year: "5"},
			{Name: "借调干部（事项，次）", Now: "1", Last: "0", YearAgo: "1", Change: "持平", Year: "2"},
		},
		Notices: 70, Asking: 64, Demands: 86,
		Kinds: []paper.Counted{{Name: "任务", N: 46}, {Name: "报表", N: 21}, {Name: "会议", N: 9}, {Name: "App与工作群", N: 3}, {Name: "检查", N: 2},
			{Name: "创建", N: 1}, {Name: "借调", N: 1}, {Name: "证明", N: 1}, {Name: "责任状", N: 1}, {Name: "其他", N: 1}},
		Verdicts: []paper.Counted{{Name: "承办", N: 52}, {Name: "配合", N: 20}, {Name: "拒接反馈", N: 9}, {Name: "提级反映", N: 5}, {Name: "未定"}},
		Answers: paper.MonthAnswers{Handed: 14, Talked: 7, Talks: []paper.Counted{{Name: "撤回", N: 2}, {Name: "调整", N: 3}, {Name: "未同意而出文", N: 2}},
			Direct: 7, Papers: 9, Results: []paper.Counted{{Name: "撤回", N: 2}, {Name: "调整", N: 1}, {Name: "待答复", N: 5}, {Name: "逾期未复", N: 1}}},
		Problems: []paper.MonthProblem{
			{Code: "DEADLINE_SHORT", Title: "办理时限不足一个工作日", Demands: 3, Issuers: []string{"清河县农业农村局", "清河县应急管理局"}, Numbers: []int{618, 641, 646}},
			{Code: "TAKEN_BACK", Title: "已由上级部门收回", Demands: 3, Issuers: []string{"清河县城管执法局", "清河县农业农村局", "清河县住建局"}, Numbers: []int{636, 642, 643}},
			{Code: "DUPLICATE_FORM", Title: "目录外报表或重复采集", Demands: 3, Issuers: []string{"清河县民政局", "清河县卫健局", "清河县住建局"}, Numbers: []int{629, 637, 640}},
			{Code: "MEETING_RULES", Title: "会议规模、范围或层级超出规定", Demands: 1, Issuers: []string{"清河县农业农村局"}, Numbers: []int{641}},
		},
	}
	totals, parts := []int{63, 48, 81, 86, 78, 73, 61, 72, 78, 64, 86}, []int{11, 8, 14, 14, 14, 12, 10, 12, 13, 10, 14}
	for i, n := range totals {
		m.Bars = append(m.Bars, paper.ChartBar{Label: strconv.Itoa(i+1) + "月", Total: n, Part: parts[i]})
	}
	return m
}

// BusyMonth is a report with more problems than a page has room for.
func BusyMonth() paper.Month {
	m := Month()
	for _, c := range []string{"NOT_ON_LIST", "LEAD_SHIFTED", "OVER_SCOPE", "PLEDGE", "FORCED_APP", "EXCESS_TRACES", "RANKING", "VAGUE"} {
		p := paper.MonthProblem{Code: c, Title: "另一类问题的说法", Demands: 9}
		for i := range 20 {
			p.Issuers = append(p.Issuers, "清河县第"+strconv.Itoa(i+1)+"业务主管局")
			p.Numbers = append(p.Numbers, 500+i)
		}
		m.Problems = append(m.Problems, p)
	}
	m.Undecided, m.Answers.Open, m.Answers.Handed = 6, 3, 17
	m.Bars = append(m.Bars, paper.ChartBar{Label: "12月", Total: 1234, Part: 1234})
	return m
}

// FirstMonth is a report of the first days of use: nothing to compare with, no problem, nothing to be handed back.
func FirstMonth() paper.Month {
	m := Month()
	m.To, m.Date, m.Since = november(24), november(24), november(3)
	for i := range m.Looks {
		m.Looks[i].Last, m.Looks[i].YearAgo, m.Looks[i].Change, m.Looks[i].Year = "—", "—", "—", m.Looks[i].Now
	}
	m.Notices, m.Asking, m.Demands, m.Problems, m.Answers = 3, 3, 4, nil, paper.MonthAnswers{}
	m.Kinds, m.Verdicts = []paper.Counted{{Name: "任务", N: 4}}, []paper.Counted{{Name: "承办", N: 4}}
	m.Bars = []paper.ChartBar{{Label: "1月"}, {Label: "11月", Total: 4}}
	return m
}
