package reports_test

import (
	"os"
	"path/filepath"
	"testing"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
)

// TestPrintedTasks prints the page 待反馈: both parts on one sheet, and what stands out below them.
func TestPrintedTasks(t *testing.T) {
	list := paper.TaskList{Office: papertest.Office(), Clerk: "李敏", Printed: paper.Moment{Date: app.Date{Year: 2026, Month: 11, Day: 24}, Time: "15:20"},
		Mine: []paper.TaskLine{
			{Due: "逾期 1 天", Urgent: true, Title: "县城管执法局未答复：城区占道经营联合执法派员", Why: "柳反馈〔2026〕14号，11-16 送达，应于 11-23 前答复", Next: "生成提级反映单", Number: "2026年第629号"},
			{Due: "今天 17:00", Urgent: true, Title: "报送高标准农田设施管护情况", Why: "承办 · 王志强", Next: "登记办结", Number: "2026年第639号"},
			{Due: "今天 18:00", Urgent: true, Title: "秸秆禁烧推进会报参会名单", Why: "承办 · 李敏", Next: "登记办结", Number: "2026年第641号"},
			{Due: "待签章", Title: "文书未登记审定：农村房屋“一户一档”信息核查补录", Why: "柳提级〔2026〕6号，今天 10:05 出文，纸上签字后登记", Next: "登记审定", Number: "2026年第640号"},
			{Due: "11-30", Title: "11 月减负监测报告", Why: "每月一份，可自动生成", Next: "生成月报"}},
		Theirs: []paper.TaskLine{
			{Due: "剩 3 天", Title: "县卫健局：重复报送慢病随访表", Why: "柳反馈〔2026〕16号，11-20 送达", Next: "登记答复", Number: "2026年第633号"},
			{Due: "沟通中", Title: "县农业农村局：农药经营许可现场核查", Why: "先沟通 11-24 10:35，等对方回话", Next: "记沟通结果", Number: "2026年第638号"}},
		Notes: []paper.TaskNote{
			{Name: "多头、重复部署", Lines: []string{"清河县农业农村局“报送村级仓储台账”（2026年第639号）：多头部署：县应急管理局 11-12、县水利局 11-17 已要求同一事项（2026年第611号、2026年第622号）"}},
			{Name: "任务量", Lines: []string{"5 个工作日内到期 22 项，提醒线 10 项：王志强 13 项，孙晓梅 6 项，未指定 3 项"}},
			{Name: "时间冲突", Lines: []string{"11-25 周三 09:00 与 10:30 两场会议时间相近：秸秆禁烧推进会；县应急局视频会"}}}}
	c, err := writer(t).TaskList(list)
	if err != nil {
		t.Fatal(err)
	}
	out := printOwn(t, c)
	if *look != "" {
		if err := os.WriteFile(filepath.Join(*look, "tasks.pdf"), out.PDF, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(out.Pages); n != 1 {
		t.Errorf("%d pages", n)
	}
	checkText(t, []paper.Content{c}, out)
	checkTool(t, []paper.Content{c}, out)
	golden(t, "tasks.pdf", out.PDF)
	if _, err := writer(t).TaskList(paper.TaskList{Office: papertest.Office()}); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("an empty page was printed: %v", err)
	}
	for range 60 { // over several pages, each with the heads
		list.Mine = append(list.Mine, list.Mine[3])
	}
	c, err = writer(t).TaskList(list)
	if err != nil {
		t.Fatal(err)
	}
	out = printOwn(t, c)
	if len(out.Pages) < 3 {
		t.Errorf("%d pages", len(out.Pages))
	}
	checkText(t, []paper.Content{c}, out)
}
