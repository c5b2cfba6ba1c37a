package window_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// TestAMeetingStandsInItsDay: the other meetings of the day stand by their hours, and what falls together is said.
func TestAMeetingStandsInItsDay(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.paste(meeting().text)
	b.sees("明天 11-25 周三 9:00", "11月25日（周三）当天安排", "会议 2 场，1 场与本次时间相近", "8:00", "18:00", "本次 9:00", "10:30 召开县应急局视频会", "登记参会")
	b.sees("会期", "半天", "层级", "县→乡镇→村（3 级）", "年度计划", "名录中未找到", "应到", "各乡镇党政主要、分管负责同志及各村支部书记")
	b.paste(refusal().text)
	b.lacks("当天安排", "会期", "年度计划")
}

// TestDemandsOfOneDecisionStandTogether: in the record four demands were four marks in two lines.
func TestDemandsOfOneDecisionStandTogether(t *testing.T) {
	f := newFakeOffice()
	n := ledger.Notice{ID: "n9", Year: 2026, No: 9, Check: mixed().check}
	for i, a := range mixed().check.Demands {
		n.Demands = append(n.Demands, ledger.Demand{ID: string(rune('a' + i)), Notice: "n9", No: i + 1, State: ledger.StateAwaiting, Advice: a, Decision: &ledger.Decision{Verdict: a.Verdict}})
	}
	n.Demands[1].State = ledger.StateCooperating
	talking := ledger.Notice{ID: "n10", Year: 2026, No: 10, Check: refusal().check, Demands: []ledger.Demand{{ID: "t", Notice: "n10", No: 1,
		State: ledger.StateTalking, Advice: refusal().check.Demands[0]}}}
	f.notices = append(f.notices, talking)
	f.notices = append(f.notices, n)
	b := openWindow(t, f, 1366, 696)
	b.press(fyne.Key2)
	b.sees("全部 5", "沟通中 1", "待答复 3", "办理中 1") // the chips add up
	b.sees(app.VerdictRefuse.Title()+" 事1、3、4 待答复", "配合 事2 配合中")
}
