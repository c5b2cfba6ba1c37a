package window_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// TestTheListAt200HasVersionAndCategory: where the room is narrow they had no place at all.
func TestTheListAt200HasVersionAndCategory(t *testing.T) {
	f := newFakeOffice()
	f.prefs["window.text_percent"] = "200"
	f.earlier = []ledger.List{sampleEarlier()}
	b := openWindow(t, f, 1366, 666)
	b.press(fyne.Key4)
	b.chooseTab("上级部门收回")
	b.sees("餐饮场所燃气安全执法检查与处罚", "农药经营许可现场核查", "筛选", "更多")
	b.tapButton("筛选")
	b.sees("版本", "类别", "清办发〔2026〕9号")
	b.tap("全部")
	b.tap("城镇建设 2")
	b.key(fyne.KeyEscape)
	b.sees("筛选 1", "餐饮场所燃气安全执法检查与处罚")
	b.lacks("农药经营许可现场核查")
	b.tapButton("筛选 1")
	b.tap("清除条件")
	b.sees("农药经营许可现场核查")
	b.tapButton("筛选")
	b.tap("2026年版")
	b.tap("2024年版")
	b.key(fyne.KeyEscape)
	b.sees("筛选 1")
	b.chooseTab("配合履职")
	b.sees("餐饮场所燃气安全检查")
	b.tapButton("更多")
	b.sees("版本对比", "导出清单…", "导入清单…", "动态调整建议…")
}

// TestAnEntryTellsHowItStoodBefore shows an entry with the version before, and gives it to the clipboard.
func TestAnEntryTellsHowItStoodBefore(t *testing.T) {
	f := newFakeOffice()
	f.earlier = []ledger.List{sampleEarlier()}
	b := openWindow(t, f, 1366, 696)
	b.press(fyne.Key4)
	b.chooseTab("上级部门收回")
	b.tap("餐饮场所燃气安全执法检查与处罚")
	b.sees("上一版", "2024年版为“配合履职 第29项”", "看变化")
	b.tap("看变化")
	b.sees("移动：餐饮场所燃气安全执法检查与处罚")
	b.key(fyne.KeyEscape)
	b.tapButton("复制")
	b.toasted("已复制")
	if got := b.app.Clipboard().Content(); !strings.HasPrefix(got, "上级部门收回第17项 餐饮场所燃气安全执法检查与处罚\n承接部门：县住建局") {
		t.Errorf("clipboard %q", got)
	}
	b.chooseTab("基本履职")
	b.lacks("上一版")
}

// TestAnEntryTellsWhichNoticesCiteIt lists them in the panel, a part at a time; each opens its record.
func TestAnEntryTellsWhichNoticesCiteIt(t *testing.T) {
	f := newFakeOffice()
	b := openWindow(t, f, 1366, 696)
	b.press(fyne.Key4)
	b.chooseTab("上级部门收回")
	b.tap("农药经营许可现场核查")
	b.sees("引用过它的来件 0", "还没有。")
	match := []app.Match{{Part: app.TakenBack, ItemNo: "17", ItemName: "餐饮场所燃气安全执法检查与处罚"}}
	for i := range 8 {
		n := ledger.Notice{ID: fmt.Sprint("c", i), Year: 2026, No: 600 + i, Entered: app.Date{Year: 2026, Month: 10, Day: 1 + i},
			Check: app.Check{Fields: app.Fields{Title: fmt.Sprintf("关于第%d件燃气检查的通知", i)}}}
		n.Demands = []ledger.Demand{{ID: fmt.Sprint("cd", i), Notice: n.ID, No: 1, State: ledger.StateAwaiting, Advice: app.Demand{Verdict: app.VerdictRefuse, Matches: match}}}
		if i == 7 {
			n.Demands[0].Talks = []ledger.Talked{{Talk: ledger.Talk{Result: ledger.TalkWithdrawn}}}
			n.Demands[0].State = ledger.StateClosed
		}
		f.notices = append(f.notices, n)
	}
	b.tap("餐饮场所燃气安全执法检查与处罚")
	b.sees("引用过它的来件 8", "10-08", "第7件燃气检查", "已撤回", "第2件燃气检查", "拒接反馈", "再列 2 件（还有 2 件）")
	b.lacks("第1件燃气检查")
	b.tap("再列 2 件（还有 2 件）")
	b.sees("第7件燃气检查", "第1件燃气检查", "第0件燃气检查")
	b.lacks("再列")
	b.tap("第6件燃气检查")
	b.sees("台账", "第6件燃气检查")
	if !strings.Contains(strings.Join(f.calls, " "), "citing 17 citing 17") {
		t.Errorf("calls %v", f.calls)
	}
}
