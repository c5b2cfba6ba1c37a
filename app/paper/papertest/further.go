package papertest

import (
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/paper"
)

const homestay = `清文旅函〔2026〕31号
关于开展乡村民宿经营情况采集的函
各乡镇人民政府：
　　请各乡镇逐户采集辖区民宿经营收入、床位和评价数据，建立经营档案，于2026年12月10日前完成。
　　　　　　　　　　　　　　　　清河县文化和旅游局
　　　　　　　　　　　　　　　　2026年11月24日`

// NewTask is a task of a bureau that the list does not have: it calls for the admission procedure.
func NewTask() paper.Subject {
	s := Gas()
	s.Text, s.Ledger = homestay, "2026年第645号"
	s.Fields = app.Fields{Issuer: "清河县文化和旅游局", DocNo: "清文旅函〔2026〕31号", Title: "关于开展乡村民宿经营情况采集的函", DocDate: "2026-11-24"}
	e := At(homestay, "请各乡镇逐户采集辖区民宿经营收入、床位和评价数据，建立经营档案，于2026年12月10日前完成")
	s.Check = app.Check{Verdict: app.VerdictRefuse, Fields: s.Fields, Demands: []app.Demand{{
		Start: e.Start, End: e.End, Text: e.Text, Kind: app.KindTask, Part: app.PartNone, Verdict: app.VerdictRefuse, Confidence: 0.9,
		Findings: []app.Finding{{Code: "NOT_ON_LIST", Title: "未列入清单", Severity: app.SeverityBlock, Role: app.RoleStructure, Basis: "《清河县乡镇（街道）职责准入办法》第四条",
			Evidence: []app.Evidence{At(homestay, "逐户采集辖区民宿经营收入、床位和评价数据")}}},
	}}}
	s.Duties = nil
	s.To = paper.Addressee{Name: "清河县文化和旅游局", Short: "县文旅局", Class: paper.ClassDepartment}
	s.Copies = "中共清河县委机构编制委员会办公室"
	s.Number, s.Later = "柳政函〔2026〕15号", app.Date{Year: 2026, Month: time.December, Day: 2}
	return s
}

// AboutTheList is what the office suggests to the keeper of the lists after two notices: nothing in the list, two entries
// for one matter.
func AboutTheList() paper.Subject {
	s := Houses()
	s.To = paper.Addressee{Name: "中共清河县委机构编制委员会办公室", Class: paper.ClassRelief}
	s.Number, s.Talks = "柳调整〔2026〕1号", nil
	return s
}

// Opinion is a draft on which a bureau asks for opinions.
func Opinion() paper.Subject {
	s := Gas()
	s.Fields.Title = "关于征求《清河县燃气餐饮场所安全管理办法（征求意见稿）》意见的函"
	s.Number, s.Copies = "柳政函〔2026〕16号", ""
	return s
}

// Report is the same of the county committee's office: the answer is a report.
func Report() paper.Subject {
	s := Opinion()
	s.To = paper.Addressee{Name: "中共清河县委办公室", Class: paper.ClassLeading}
	s.Fields.Issuer, s.Number, s.Copies, s.PrintedBy = s.To.Name, "柳政报〔2026〕6号", "县政府办公室、县司法局", "柳河镇党政综合办公室"
	return s
}

// Assessment is the new task as it is assessed for the keeper of the lists.
func Assessment() paper.Subject {
	s := NewTask()
	s.To, s.Number = AboutTheList().To, "柳评估〔2026〕1号"
	return s
}

// Case is a notice that was answered, told without names.
func Case() paper.Subject {
	s := Gas()
	s.To, s.Number = Houses().To, "柳案例〔2026〕1号"
	s.Fields.Contact = "吴倩"
	s.Talks = []paper.Talk{{Date: s.Received, Time: "09:50", Way: "电话", With: "吴倩", Result: "未能明确"}}
	s.Course = []paper.Step{{Date: s.Received, What: "出具反馈单"}, {Date: app.Date{Year: 2026, Month: time.November, Day: 27}, What: "收到答复，第1、3、4项撤回"}}
	return s
}

// Cases are two notices told together.
func Cases() paper.Subject {
	s := Case()
	other := NewTask()
	other.To = s.To
	s.Others, s.Number = []paper.Subject{other}, "柳案例〔2026〕2号"
	return s
}

// Means is a notice that the office bears but for the means asked for.
func Means() paper.Subject {
	s := Gas()
	s.Check.Demands = s.Check.Demands[1:2]
	s.Check.Demands[0].Text = strings.TrimSpace(s.Check.Demands[0].Text)
	s.Number, s.Copies = "柳政函〔2026〕17号", ""
	return s
}

// Collected is what the office raises of three notices in one paper: two readings, a task that the list does not have, and two
// demands of one notice.
func Collected() paper.Subject {
	s := Houses()
	task := NewTask()
	task.To = s.To
	task.Check.Demands[0].Verdict = app.VerdictEscalate
	gas := Gas()
	gas.To = s.To
	for i := range gas.Check.Demands {
		gas.Check.Demands[i].Verdict = app.VerdictCooperate
	}
	gas.Check.Demands[0].Verdict, gas.Check.Demands[3].Verdict = app.VerdictEscalate, app.VerdictEscalate
	s.Number, s.Others = "柳提级〔2026〕7号", []paper.Subject{task, gas}
	return s
}
