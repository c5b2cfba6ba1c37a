package window_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// openDemand is a notice whose demand rests on an entry of the earlier version.
func openDemand() ledger.Notice {
	n := ledger.Notice{ID: "n7", Year: 2026, No: 7}
	n.Check.Fields.Title = "关于开展燃气安全检查的通知"
	n.Demands = []ledger.Demand{{ID: "d7", Notice: "n7", No: 1, State: ledger.StatePending, Advice: app.Demand{Gist: "燃气安全检查",
		Matches: []app.Match{{Part: app.Cooperate, ItemName: "餐饮场所燃气安全检查"}}}}, {ID: "d8", Notice: "n7", No: 2, State: ledger.StatePending,
		Advice: app.Demand{Gist: "摸排农村自建房", Matches: []app.Match{{Part: app.Cooperate, ItemName: "农村自建房安全排查、鉴定"}}}}}
	return n
}

func TestVersionsOfTheListSideBySide(t *testing.T) {
	f := newFakeOffice()
	f.earlier = []ledger.List{sampleEarlier()}
	f.notices = append(f.notices, openDemand())
	b := openWindow(t, f, 1366, 696)
	b.press(fyne.Key4)
	b.tap("版本对比")
	b.sees("2024年版", "2026年版 现行", "全部变化 6", "新增 1", "删去 1", "修改 3", "移动 1", "只看影响在办的（2 项）", "新版不再列入",
		"牵头：县城管局 → 县住建局", "过渡期结束", "在办 1 项受影响", "旧件不因换版而改变结论")
	b.tap("删去 1")
	b.sees("村级电商服务点年检")
	b.lacks("餐饮场所燃气安全检查", "农村房屋安全鉴定")
	b.tap("全部变化 6")
	b.tap("只看影响在办的（2 项）")
	b.sees("餐饮场所燃气安全检查", "餐饮场所燃气安全执法检查与处罚", "配合履职 第29项", "上级部门收回 第17项")
	b.lacks("村级电商服务点年检")
	b.tap("移动 1")
	b.key(fyne.KeyReturn)
	b.sees("移动：餐饮场所燃气安全执法检查与处罚", "2026年第7号　开展燃气安全检查　事1 燃气安全检查", "仍按收到当日的版本")
	b.tap("2026年第7号　开展燃气安全检查　事1 燃气安全检查")
	b.sees("台账", "开展燃气安全检查")
	b.lacks("仍按收到当日的版本")
}

func TestTablesOfTheList(t *testing.T) {
	f := newFakeOffice()
	f.earlier = []ledger.List{sampleEarlier()}
	b := openWindow(t, f, 1366, 696)
	b.press(fyne.Key4)
	b.menuItem("导出表格…")
	b.called("save list list1")
	b.menuItem("清单动态调整建议…")
	b.called("save proposals list1")
	b.tap("版本对比")
	b.tap("导出对比表")
	b.called("save changes list0 list1")
	b.key(fyne.KeyEscape)
	b.sees("事项名称", "导入清单")
}

func TestOneVersionAloneIsNotCompared(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.menuItem("清单版本对比") // the page has not been opened before
	b.toasted("只有一版清单")
}
