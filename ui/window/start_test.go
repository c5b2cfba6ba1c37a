package window_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app/inquire"
)

// TestTheStartPageCountsTheMonth shows the numbers of the month beside what is to be done; a village has them too.
func TestTheStartPageCountsTheMonth(t *testing.T) {
	b := opened(t)
	b.sees("本月至今：收件 59，事项 71；先沟通 2，出文 5（待答复 2、逾期 1）。", "只统计本台账登记的来件。")
}

// TestTheReportOfTheMonthIsWrittenFromItsTask leads from the start page and from 待反馈 to the statistics of that month, and
// notes the report once it is written.
func TestTheReportOfTheMonthIsWrittenFromItsTask(t *testing.T) {
	f := newFakeOffice()
	f.tasks = &inquire.Tasks{Mine: []inquire.Task{{Title: "11 月减负监测报告", Why: "每月一份，可自动生成", Due: inquire.Due{Kind: inquire.DueLater, Words: "11-30"},
		Action: inquire.Action{Kind: inquire.ActionReport, Title: "生成月报"}}}}
	b := openWindow(t, f, 1366, 666)
	b.paste(do().text)
	b.press(fyne.KeyS)
	b.press(fyne.Key3)
	b.sees("11-30", "每月一份，可自动生成")
	b.tapButton("生成月报")
	b.sees("统计", "看文件会议")
	b.press(fyne.Key3)
	b.tap("11 月减负监测报告")
	b.sees("看文件会议")
	b.press(fyne.Key1)
	b.tap("11 月减负监测报告")
	b.sees("看文件会议")
	if got := f.prefs[inquire.PrefReported]; got != "" {
		t.Errorf("noted %q before the report was written", got)
	}
	b.press(fyne.KeyG)
	b.called("save month 2026年11月（至24日）")
	if got := f.prefs[inquire.PrefReported]; got != "2026-11" {
		t.Errorf("noted %q", got)
	}
}
