package papertest

import (
	"time"

	"yidanqing/app"
	"yidanqing/app/paper"
)

const sand = `东湾村来电：群众反映夜间有人在柳河河道内采砂。现场有挖掘机1台、运输车2辆，已形成长约40米采坑，危及桥墩。位于柳河镇东湾村柳河大桥下游300米。
请镇里查处非法采砂，并做好河道巡查。`

// Sand is a call about digging sand in a river: what the county took back beside what the town helps with.
func Sand() paper.Subject {
	day := app.Date{Year: 2026, Month: time.November, Day: 24}
	at := func(words string) app.Evidence { return At(sand, words) }
	e := at("请镇里查处非法采砂，并做好河道巡查")
	d := app.Demand{
		Start: e.Start, End: e.End, Text: e.Text, Kind: app.KindTask, Part: app.TakenBack, Verdict: app.VerdictRefuse, Confidence: 0.9,
		Matches: []app.Match{
			{Part: app.TakenBack, ItemNo: "24", ItemName: "河道采砂行政处罚", Department: "县水利局", Score: 0.86, Evidence: []app.Evidence{at("查处非法采砂")}},
			{Part: app.Cooperate, ItemNo: "27", ItemName: "河道巡查", Department: "县水利局、县公安局", Score: 0.78, Evidence: []app.Evidence{at("河道巡查")}},
		},
		Findings: []app.Finding{{Code: "TAKEN_BACK", Title: "已由上级部门收回", Severity: app.SeverityBlock, Role: app.RoleStructure, Evidence: []app.Evidence{at("查处非法采砂")}}},
	}
	return paper.Subject{
		Office: Office(), Clerk: "陈立", Phone: "662 5213", Ledger: "2026年第644号", Text: sand,
		Received: day, Sure: true, CheckedOn: day,
		Check: app.Check{Verdict: app.VerdictRefuse, Demands: []app.Demand{d}},
		Duties: []app.Duty{
			{Part: app.TakenBack, ItemNo: "24", Name: "河道采砂行政处罚", Departments: []string{"县水利局"}, UpperDuty: "县水利局依法查处"},
			{Part: app.Cooperate, ItemNo: "27", Name: "河道巡查", Departments: []string{"县水利局", "县公安局"}, UpperDuty: "现场处置", TownDuty: "发现、劝阻、上报"},
		},
		List: List(), Digest: ListDigest,
		To:     paper.Addressee{Name: "县水利局", Class: paper.ClassDepartment},
		Number: "柳哨〔2026〕8号", Date: day, Time: "14:20", Rules: "2026-09 版", Software: "一单清 1.0",
	}
}

// SandFilled is the same as the clerk has completed it.
func SandFilled() paper.Subject {
	s := Sand()
	s.Support = &paper.Support{
		Bodies: []string{"县水利局", "县公安局"}, Urgency: paper.UrgencyUrgent, Place: "柳河镇东湾村柳河大桥下游300米",
		Event:   "群众反映夜间有人在柳河河道内采砂。现场有挖掘机1台、运输车2辆，已形成长约40米采坑，危及桥墩。",
		Done:    "13:40 村干部发现并劝阻；13:55 镇村两级到场，设警戒线，留存照片4张；14:05 电话告知县水利局值班室。",
		Asks:    "派执法人员到场制止、取证、依法处置\n派技术人员判断对桥墩的影响",
		Contact: "陈立", Phone: "662 5213",
	}
	return s
}
