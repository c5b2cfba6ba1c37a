package window_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/inquire"
)

// sampleDepartments are the numbers of the design's picture; others is how many small ones there are.
func sampleDepartments(o app.Office, p inquire.Period, today app.Date, others int) inquire.Departments {
	d := inquire.Departments{Office: o, Period: p, Before: p.YearBefore(), Today: today, Since: app.Date{Year: 2025, Month: 1, Day: 9}}
	d.Total = inquire.Department{Name: "合计", Period: p}
	add := func(name string, n ...int) *inquire.Department {
		r := inquire.Department{Name: name, Issuers: []string{"清河" + name}, Period: p, Notices: n[0], Demands: n[1], Withdrawn: n[2], Changed: n[3], Upheld: n[4],
			Short: n[5], Repeated: n[6], InTime: n[7], Due: n[8]}
		r.Verdicts = inquire.Verdicts{Do: n[1] - n[2] - n[3] - n[4], Refuse: n[2] + n[4], Escalate: n[3]}
		r.Talked, r.Settled = n[2]+n[3], n[2]
		t := &d.Total
		t.Notices, t.Demands, t.Withdrawn, t.Changed, t.Upheld = t.Notices+n[0], t.Demands+n[1], t.Withdrawn+n[2], t.Changed+n[3], t.Upheld+n[4]
		t.Short, t.Repeated, t.InTime, t.Due = t.Short+n[5], t.Repeated+n[6], t.InTime+n[7], t.Due+n[8]
		d.Rows = append(d.Rows, r)
		return &d.Rows[len(d.Rows)-1]
	}
	add("县城管执法局", 34, 39, 6, 2, 1, 3, 0, 2, 3)
	add("县大数据中心", 12, 13, 1, 2, 0, 1, 1, 0, 0)
	add("县妇联", 15, 17, 1, 2, 0, 0, 1, 0, 0)
	add("县林业局", 22, 25, 2, 1, 0, 0, 0, 0, 0)
	add("县民政局", 57, 68, 7, 4, 0, 4, 3, 3, 3)
	farm := add("县农业农村局", 88, 106, 9, 7, 0, 2, 2, 3, 3)
	farm.ManyHeaded, farm.Termed, farm.Median = 1, 64, 10
	farm.Arrivals = inquire.Change{Known: true, Then: 80, Diff: 8, Percent: 10}
	farm.Handed = inquire.Change{Known: true, Then: 15, Diff: 1}
	farm.Issuers = []string{"清河县农业农村局", "清河县畜牧局", "清河县农机站"}
	add("县市场监管局", 52, 62, 6, 4, 1, 3, 1, 3, 3)
	add("县水利局", 31, 36, 5, 3, 0, 2, 2, 2, 2)
	add("县卫健局", 38, 47, 4, 3, 0, 2, 2, 2, 2)
	add("县应急管理局", 81, 102, 8, 6, 1, 9, 4, 3, 3)
	add("县住建局", 96, 126, 12, 8, 1, 5, 3, 4, 4)
	for i := range others {
		add(fmt.Sprintf("市第%d某局", i+1), 5, 6, 0, 0, 0, 0, 0, 0, 0)
	}
	return d
}

func (f *fakeOffice) Departments(_ context.Context, p inquire.Period) (inquire.Departments, error) {
	f.called("departments " + p.Title())
	if len(f.notices) == 0 {
		return inquire.Departments{Office: f.set.Office, Period: p}, nil
	}
	return sampleDepartments(f.set.Office, p, app.DateOf(f.now), 23), nil
}

func (f *fakeOffice) ReviewHalf() inquire.Period {
	today := app.DateOf(f.now)
	return inquire.HalfOf(today).Until(today)
}

func (f *fakeOffice) DepartmentsPaper(_ context.Context, p inquire.Period) (inquire.File, error) {
	f.called("print departments " + p.Title())
	return inquire.File{Name: "柳河镇部门往来情况.pdf", Data: []byte("%PDF-1.7"), Pages: 1}, nil
}

func (f *fakeOffice) SaveDepartmentsTable(_ context.Context, p inquire.Period, folder string) (string, error) {
	f.called("save departments " + p.Title())
	return folder + "/柳河镇部门往来情况.xlsx", nil
}

func (f *fakeOffice) SaveReview(_ context.Context, p inquire.Period, folder string) (string, error) {
	f.called("save review " + p.Title())
	return folder + "/柳河镇基层评机关半年评价表.pdf", nil
}

func (f *fakeOffice) SaveReviewTwin(_ context.Context, p inquire.Period, folder string) (string, error) {
	f.called("save review word " + p.Title())
	return folder + "/柳河镇基层评机关半年评价表.docx", nil
}

// reviewing is a window of an office that has switched 基层评机关 on, with a notice, on the tab 部门往来.
func reviewing(t *testing.T) *bench {
	f := newFakeOffice()
	f.set.ReviewDepartments = true
	b := openWindow(t, f, 1366, 696)
	b.paste(refusal().text)
	b.press(fyne.KeyS)
	b.press(fyne.Key6)
	b.tap("部门往来")
	return b
}

func TestDepartmentsAreSwitchedOnInTheSettings(t *testing.T) {
	f := newFakeOffice()
	b := openWindow(t, f, 1366, 696)
	b.paste(refusal().text)
	b.press(fyne.KeyS)
	b.press(fyne.Key6)
	b.lacks("部门往来")
	b.press(fyne.Key7)
	b.tap("反馈方式")
	b.sees("基层评机关", "只列事实，不打分、不排名")
	b.tap("县里布置后再打开")
	if !f.set.ReviewDepartments {
		t.Fatal("the switch changed nothing")
	}
	b.press(fyne.Key6)
	b.tap("部门往来")
	b.called("departments 2026年（至11月24日）")
	b.sees("合计", "641")
	b.press(fyne.Key7)
	b.tap("反馈方式")
	b.tap("县里布置后再打开")
	b.press(fyne.Key6)
	b.lacks("部门往来")
}

func TestDepartmentsAreFactsByName(t *testing.T) {
	b := reviewing(t)
	b.sees("部门（按名称）", "来件", "事项", "已撤回", "已调整", "维持", "时限不足一个工作日", "重复来件", "按期答复", "县城管执法局", "2/3", "其他 23 个单位", "115",
		"合计", "641", "不打分、不排名", "列出全部 34 个")
	b.lacks("名次", "得分", "市第1某局")
	// the keyboard is in the table and moves through it
	for range 5 {
		b.key(fyne.KeyDown)
	}
	b.sees("需要反馈 16（拒接 9、提级 7）", "先沟通 16", "多头部署 1", "写明时限 64 项，居中给 5 个工作日", "应答复 3 项，按期 3 项",
		"去年同期来件 80 件（上升10%）、需要反馈 15 项（多1项）", "含 县畜牧局、县农机站")
	b.key(fyne.KeyReturn)
	b.sees("2026年（至11月24日） 县农业农村局 来件 ×")
	b.press(fyne.Key6)
	b.sees("县农业农村局", "其他 23 个单位")
	b.tap("时限不足一个工作日 2")
	b.sees("2026年（至11月24日） 县农业农村局 时限不足一个工作日 ×")
}

// TestDepartmentsOfTheNextDay leaves the program open over midnight.
func TestDepartmentsOfTheNextDay(t *testing.T) {
	b := reviewing(t)
	b.office.now = b.office.now.AddDate(0, 0, 1)
	b.press(fyne.Key1)
	b.press(fyne.Key6)
	b.called("departments 2026年（至11月25日）")
}

// TestDepartmentsAreSorted orders the rows by a number and back, and opens what is summed up.
func TestDepartmentsAreSorted(t *testing.T) {
	b := reviewing(t)
	first := func() string {
		said := b.says()
		at := map[string]int{}
		best := ""
		for _, n := range []string{"县城管执法局", "县住建局", "县大数据中心", "县应急管理局"} {
			at[n] = strings.Index(said, n+"|")
			if best == "" || at[n] < at[best] {
				best = n
			}
		}
		return best
	}
	if got := first(); got != "县城管执法局" {
		t.Errorf("at first %s", got)
	}
	b.tap("来件")
	if got := first(); got != "县住建局" {
		t.Errorf("by notices %s", got)
	}
	b.key(fyne.KeySpace) // the head keeps the keyboard
	if got := first(); got != "县大数据中心" {
		t.Errorf("from the fewest %s", got)
	}
	b.tab()
	b.key(fyne.KeySpace)
	if got := first(); got != "县住建局" {
		t.Errorf("by demands, from the keyboard %s", got)
	}
	b.tap("时限不足一个工作日")
	if got := first(); got != "县应急管理局" {
		t.Errorf("by short terms %s", got)
	}
	b.tap("部门（按名称）")
	if got := first(); got != "县城管执法局" {
		t.Errorf("by name again %s", got)
	}
	b.tap("县城管执法局")
	b.key(fyne.KeyEnd)
	b.key(fyne.KeyReturn)
	b.lacks("其他 23 个单位")
	b.key(fyne.KeyEnd)
	b.sees("市第23某局", "少列一些", "合计", "641")
	b.tap("少列一些")
	b.sees("其他 23 个单位")
}

func TestDepartmentPapersAreWritten(t *testing.T) {
	b := reviewing(t)
	b.press(fyne.KeyG)
	b.called("save review 2026年下半年（至11月24日）") // the year is shown, the sheet is of a half-year
	b.toasted("已生成半年评价表：柳河镇基层评机关半年评价表.pdf")
	b.press(fyne.KeyP)
	b.called("print departments 2026年（至11月24日）")
	b.toasted("部门往来已送打印")
	b.tap("导出表格")
	b.called("save departments 2026年（至11月24日）")
	b.menuItem("另存为 Word…")
	b.called("save review word 2026年下半年（至11月24日）")
	b.menuItem("复制依据或全文")
	for _, want := range []string{"柳河镇部门往来 2026年（至11月24日）（按本台账登记件统计）\n部门\t来件\t事项\t", "县城管执法局\t34\t39\t6\t2\t1\t3\t—\t2/3\n", "合计\t641\t"} {
		if got := b.app.Clipboard().Content(); !strings.Contains(got, want) {
			t.Errorf("copied %q, want %q", got, want)
		}
	}
}
