package papertest

import (
	"fmt"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/paper"
)

func november(day int) app.Date { return app.Date{Year: 2026, Month: time.November, Day: day} }

// Account is the ledger of 柳河镇 of twelve days: eleven notices with fourteen demands.
func Account() paper.Account {
	a := paper.Account{Office: Office(), Clerk: "李敏", Printed: paper.Moment{Date: november(24), Time: "16:05"},
		Proof: "一致，末条摘要 099f9c1693efdaeb", Software: "一单清 1.0"}
	a.Entered.From, a.Entered.To = november(12), november(24)
	refuse, escalate, do, help := app.VerdictRefuse, app.VerdictEscalate, app.VerdictDo, app.VerdictCooperate
	one := func(v app.Verdict, state, place, number string) []paper.AccountDemand {
		return []paper.AccountDemand{{Verdict: v, Decided: true, State: state, Overdue: state == "逾期未复", Place: place, Paper: number}}
	}
	row := func(no, day int, issuer, doc, title string, k app.Kind, due app.Date, demands []paper.AccountDemand) {
		a.Rows = append(a.Rows, paper.AccountRow{Year: 2026, No: no, Received: november(day), Issuer: issuer, DocNo: doc, Title: title, Kind: k,
			Deadline: due, Demands: demands})
	}
	row(643, 24, "清河县农业农村局", "清农函〔2026〕52号", "关于开展农药经营许可现场核查的通知", app.KindTask,
		app.Date{Year: 2026, Month: time.December, Day: 4}, one(refuse, "沟通中", "收回第22项", ""))
	gas := one(refuse, "待答复", "收回第17项", "柳反馈〔2026〕17号")
	gas = append(gas, one(help, "配合中", "配合第41项", "")...)
	gas = append(gas, one(refuse, "待答复", "收回第17项", "柳反馈〔2026〕17号")...)
	gas = append(gas, one(refuse, "待答复", "", "柳反馈〔2026〕17号")...)
	row(642, 24, "清河县住建局", "清建函〔2026〕118号", "关于开展燃气餐饮场所安全隐患排查整治的通知", app.KindTask, november(26), gas)
	row(641, 24, "清河县农业农村局", "未编号", "关于召开全县秋冬季秸秆禁烧工作推进会的通知", app.KindMeeting, november(25), one(escalate, "沟通中", "规则：会议", ""))
	row(640, 23, "清河县住建局", "清建函〔2026〕116号", "关于做好农村房屋“一户一档”信息核查补录的通知", app.KindForm, app.Date{},
		one(escalate, "待签章", "配合第38项", "柳提级〔2026〕6号"))
	row(639, 20, "清河县农业农村局", "清农字〔2026〕77号", "关于报送高标准农田设施管护情况的通知", app.KindForm, november(24), one(do, "承办中", "基本第47项", ""))
	row(638, 19, "清河县市场监管局", "清市监函〔2026〕54号", "关于协助开展第四季度食品小作坊信息摸排的函", app.KindTask, november(27), one(help, "配合中", "配合第19项", ""))
	row(637, 18, "清河县民政局", "清民函〔2026〕63号", "关于报送村级阵地建设情况统计表的通知", app.KindForm, november(20),
		one(refuse, "已答复·撤回", "规则：报表", "柳反馈〔2026〕15号"))
	row(636, 16, "清河县城管执法局", "消息", "城区占道经营联合执法派员", app.KindTask, november(18), one(refuse, "逾期未复", "收回第31项", "柳反馈〔2026〕14号"))
	row(635, 13, "清河县大数据中心", "电话", "借用信息员到县专班工作三个月", app.KindSecondment, november(20), one(escalate, "待答复", "规则：借调", "柳提级〔2026〕5号"))
	row(634, 12, "清河县林业局", "清林函〔2026〕21号", "关于报送秋季义务植树苗木需求的函", app.KindForm, november(20), one(do, "办结", "基本第61项", ""))
	row(633, 12, "清河县妇联", "清妇字〔2026〕18号", "关于申报“平安家庭”示范户的通知", app.KindCampaign, november(25),
		one(escalate, "已答复·调整", "规则：创建", "柳提级〔2026〕4号"))
	return a
}

// LongAccount is a ledger of n notices, among them long titles, two years, voided and undecided ones.
func LongAccount(n int) paper.Account {
	a := Account()
	model := a.Rows
	a.Rows = nil
	for i := range n {
		r := model[i%len(model)]
		r.No = n - i
		if i%97 == 5 {
			r.Title = "关于" + strings.Repeat("进一步加强农村地区燃气餐饮场所安全隐患排查整治和", 3) + "有关工作的通知"
		}
		if i%31 == 7 {
			r.Void = true
		}
		if i > n/2 {
			r.Year, r.No = 2025, 2*n-i
			r.DocNo = fmt.Sprintf("清建函〔2025〕%d号", r.No)
		}
		r.Demands = append([]paper.AccountDemand(nil), r.Demands...)
		r.Demands[0].Decided = i%5 != 0
		a.Rows = append(a.Rows, r)
	}
	a.Entered.From = app.Date{Year: 2025, Month: time.March, Day: 3}
	return a
}
