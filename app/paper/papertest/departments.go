package papertest

import (
	"fmt"
	"time"

	"yidanqing/app"
	"yidanqing/app/paper"
)

// Departments is what the departments of 清河县 sent to 柳河镇 in a half-year, with the numbers of the design.
func Departments() paper.Departments {
	o := Office()
	d := paper.Departments{Office: o, Clerk: o.Clerk, Phone: o.Phone, From: app.Date{Year: 2026, Month: time.July, Day: 1}, To: november(24), Date: november(24),
		Since: app.Date{Year: 2025, Month: time.October, Day: 9}, Period: "2026年下半年（至11月24日）", Undecided: 2, Software: "一单清 1.0"}
	for _, r := range []paper.DepartmentRow{
		{Name: "县城管执法局", Notices: 34, Demands: 39, Refuse: 7, Escalate: 3, Talked: 8, Withdrawn: 6, Changed: 2, Upheld: 1, Short: 3, Median: "4", Due: 3, InTime: 2},
		{Name: "县大数据中心", Notices: 12, Demands: 13, Refuse: 2, Escalate: 1, Talked: 3, Withdrawn: 1, Changed: 2, Short: 1, Median: "3", Repeated: 1},
		{Name: "县妇联", Notices: 15, Demands: 17, Refuse: 2, Escalate: 1, Talked: 3, Withdrawn: 1, Changed: 2, Median: "7.5", Repeated: 1},
		{Name: "县林业局", Notices: 22, Demands: 25, Refuse: 2, Escalate: 1, Talked: 3, Withdrawn: 2, Changed: 1, Median: "6"},
		{Name: "县民政局", Notices: 57, Demands: 68, Refuse: 8, Escalate: 4, Talked: 9, Withdrawn: 7, Changed: 4, Short: 4, Median: "5", Repeated: 3, ManyHeaded: 2, Due: 3, InTime: 3},
		{Name: "县农业农村局", Notices: 88, Demands: 106, Refuse: 12, Escalate: 6, Talked: 15, Withdrawn: 9, Changed: 7, Short: 2, Median: "5", Repeated: 2, ManyHeaded: 1, Due: 3, InTime: 3},
		{Name: "县市场监管局", Names: []string{"清河县工商行政管理局", "清河县市场监督管理局"}, Notices: 52, Demands: 62, Refuse: 8, Escalate: 4, Talked: 9, Withdrawn: 6, Changed: 4, Upheld: 1, Short: 3, Median: "4", Repeated: 1, Due: 3, InTime: 3},
		{Name: "县水利局", Notices: 31, Demands: 36, Refuse: 6, Escalate: 2, Talked: 7, Withdrawn: 5, Changed: 3, Short: 2, Median: "5", Repeated: 2, Due: 2, InTime: 2},
		{Name: "县卫健局", Notices: 38, Demands: 47, Refuse: 5, Escalate: 3, Talked: 6, Withdrawn: 4, Changed: 3, Short: 2, Median: "5", Repeated: 2, Due: 2, InTime: 2},
		{Name: "县应急管理局", Notices: 81, Demands: 102, Refuse: 10, Escalate: 7, Talked: 13, Withdrawn: 8, Changed: 6, Upheld: 1, Short: 9, Median: "3", Repeated: 4, ManyHeaded: 2, Due: 3, InTime: 3},
		{Name: "县住建局", Notices: 96, Demands: 126, Refuse: 15, Escalate: 9, Talked: 19, Withdrawn: 12, Changed: 8, Upheld: 1, Short: 5, Median: "4.5", Repeated: 3, ManyHeaded: 1, Due: 4, InTime: 4},
	} {
		if r.Names == nil {
			r.Names = []string{"清河" + r.Name}
		}
		d.Rows = append(d.Rows, r)
		addRow(&d.Total, r)
	}
	d.Total.Name, d.Total.Median = "合计", "4"
	d.Rows[10].Before = "去年同期来件 110 件（下降13%）、需要反馈 20 项（上升20%）"
	return d
}

func addRow(t *paper.DepartmentRow, r paper.DepartmentRow) {
	t.Notices, t.Demands, t.Refuse, t.Escalate, t.Talked = t.Notices+r.Notices, t.Demands+r.Demands, t.Refuse+r.Refuse, t.Escalate+r.Escalate, t.Talked+r.Talked
	t.Withdrawn, t.Changed, t.Upheld, t.Short = t.Withdrawn+r.Withdrawn, t.Changed+r.Changed, t.Upheld+r.Upheld, t.Short+r.Short
	t.Repeated, t.ManyHeaded, t.Due, t.InTime = t.Repeated+r.Repeated, t.ManyHeaded+r.ManyHeaded, t.Due+r.Due, t.InTime+r.InTime
}

// ManyDepartments is more departments than a page has room for, some with long names.
func ManyDepartments() paper.Departments {
	d := Departments()
	for i := range 24 {
		r := paper.DepartmentRow{Name: fmt.Sprintf("临江市第%d次全国经济普查领导小组办公室", i+1), Notices: 1234, Demands: 5678, Median: "—"}
		d.Rows = append(d.Rows, r)
		addRow(&d.Total, r)
	}
	return d
}
