package window_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/rule"
)

// write puts words into the field that holds the given text or hint.
func (b *bench) write(hint, words string) {
	b.t.Helper()
	for _, f := range b.fieldsNow() {
		if f.entry.PlaceHolder == hint || f.entry.Text == hint {
			f.entry.SetText(words)
			return
		}
	}
	b.t.Fatalf("there is no field %q", hint)
}

// chooseTab brings a tab to the front, from the list of tabs where the room is narrow.
func (b *bench) chooseTab(name string) {
	b.t.Helper()
	if !strings.Contains(b.says(), name) {
		for _, s := range b.texts() {
			if strings.Contains(s.text, "　") {
				b.tap(s.text)
				break
			}
		}
		for _, s := range b.texts() {
			if strings.HasPrefix(s.text, name) {
				name = s.text
			}
		}
	}
	b.tap(name)
}

func TestRulesPage(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.press(fyne.Key5)
	b.sees("规则与名录", "已由上级部门收回", "定为拒接", "定为提级", "履职事项清单", "今年用到", "31", "不能停用", "随软件 · 没有改动",
		"写不出依据文件的，最高为提醒", "印作“不符之处”；反馈方式：直接反馈", "试一试", "恢复原文", "保存")
	b.sees("规则：2026-11版，启用 27 条")
}

func TestARuleIsRewordedAndReset(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.press(fyne.Key5)
	b.write("查找规则、依据", "责任状")
	b.sees("以责任状、承诺书转移责任", "单上说法")
	b.write("以责任状、承诺书转移责任", "要求签责任状")
	b.sees("有改动没有保存")
	b.press(fyne.KeyReturn)
	b.toasted("已保存“以责任状、承诺书转移责任”，从下一次比对起生效")
	if r := b.office.ruleNow("PLEDGE"); r.Rule.Point != "要求签责任状" {
		t.Fatalf("the rule is %+v", r.Rule)
	}
	b.sees("最近修改 2026-11-24 李敏")
	b.tap("恢复原文")
	if r := b.office.ruleNow("PLEDGE"); !r.Change.Empty() {
		t.Errorf("after the reset %+v", r.Change)
	}
	b.write("以责任状、承诺书转移责任", "这是甩锅")
	b.press(fyne.KeyReturn)
	b.sees("没有保存规则")
	b.key(fyne.KeyEscape)
	if r := b.office.ruleNow("PLEDGE"); !r.Change.Empty() {
		t.Errorf("an unfit word was kept: %+v", r.Change)
	}
	b.sees("有改动没有保存")
}

func TestARuleIsSwitchedOffInItsRow(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.press(fyne.Key5)
	for range 3 { // the third is locked, the space bar does nothing there
		b.key(fyne.KeyDown)
	}
	b.key(fyne.KeySpace)
	if r := b.office.ruleNow("OVER_SCOPE"); r.Rule.Off {
		t.Error("a structural rule was switched off")
	}
	b.key(fyne.KeyDown)
	b.key(fyne.KeySpace)
	if r := b.office.ruleNow("CERTIFICATE"); !r.Rule.Off {
		t.Error("the space bar does not switch a rule off")
	}
	b.toasted("已停用“要求出具不应由基层出具的证明”，从下一次比对起生效")
	b.sees("规则：2026-11版，启用 26 条")
}

func TestAnUnsavedChangeIsAskedAbout(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.press(fyne.Key5)
	b.write("查找规则、依据", "责任状")
	change := func() { b.write("以责任状、承诺书转移责任", "要求签责任状") }
	change()
	b.press(fyne.Key1)
	b.sees("保存改动？", "保存", "不保存", "继续编辑")
	b.key(fyne.KeyEscape)
	b.sees("有改动没有保存")
	b.press(fyne.Key1)
	b.tap("不保存")
	b.sees("最近收件")
	if r := b.office.ruleNow("PLEDGE"); !r.Change.Empty() {
		t.Errorf("kept though not saved: %+v", r.Change)
	}
	b.press(fyne.Key5)
	change()
	b.press(fyne.Key1)
	b.press(fyne.KeyReturn)
	b.sees("最近收件")
	if r := b.office.ruleNow("PLEDGE"); r.Change.Point == "" {
		t.Error("not kept though saved")
	}
}

func TestARuleIsTriedWhileTyping(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.press(fyne.Key5)
	hint := "写一句来文的话，看这条规则怎么判"
	b.write(hint, "请于明日17:00前报送防汛值班表")
	b.later()
	b.sees("不提醒：“防汛”属应急事项例外。")
	b.write(hint, "请签责任状")
	b.later()
	b.sees("不得：“责任状”。")
}

func TestRulesWhereTheRoomIsNarrow(t *testing.T) {
	f := newFakeOffice()
	f.prefs["window.text_percent"] = "200"
	b := openWindow(t, f, 1366, 666)
	b.press(fyne.Key5)
	b.key(fyne.KeyDown)
	b.key(fyne.KeyReturn)
	b.sees("返回", "程度")
	b.key(fyne.KeyEscape)
	b.sees("启用", "规则", "程度")
}

func TestRegistersSayWhetherTheyDecide(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.press(fyne.Key5)
	b.tap("检查计划")
	b.sees("还没有导入，不据此判断", "导入", "下载模板")
	b.tap("下载模板")
	b.called("template inspection")
	b.system.choose = []string{"/优盘/计划.xlsx"}
	b.tap("导入")
	b.sees("将得到 2 条", "完整", "不完整", "合计行，不是一项", "导入 2 条")
	b.press(fyne.KeyReturn)
	b.toasted("已导入督查检查考核年度计划，2 条")
	b.sees("安全生产年度考核", "县应急管理局", "2026-11 至 2026-12", "完整、现行，据此判断", "清办发〔2026〕4号", "2026-01-01 至 2026-12-31", "2 条")
	b.tap("停用这份名录…")
	b.press(fyne.KeyReturn)
	b.sees("还没有导入，不据此判断")
}

func TestAnIncompleteRegisterDecidesNothing(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.press(fyne.Key5)
	b.tap("检查计划")
	b.system.choose = []string{"/优盘/计划.xlsx"}
	b.tap("导入")
	b.tap("不完整")
	b.press(fyne.KeyReturn)
	b.sees("不完整，不据此判断")
}

func TestOwnWordsAreAddedOnTheirTab(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.press(fyne.Key5)
	b.tap("用语")
	b.sees("还没有本单位的用语")
	b.write("苞谷秆子", "苞谷秆子")
	b.press(fyne.KeyReturn)
	b.sees("没有加入用语", "还没有选它指哪个事项")
	b.key(fyne.KeyEscape)
	b.write("写它的正式叫法，如：秸秆", "秸秆")
	b.later()
	b.press(fyne.KeyReturn)
	b.toasted("已加入“苞谷秆子”，从下一次比对起认得")
	b.sees("苞谷秆子", "2026-11-24 李敏")
	b.tap("移除")
	b.toasted("已移除“苞谷秆子”，从下一次比对起生效")
	b.sees("还没有本单位的用语")
}

func TestANegativeListBecomesOwnRules(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.press(fyne.Key5)
	b.system.choose = []string{"/优盘/负面清单.xlsx"}
	b.tapButton("导入")
	b.tap("下载负面清单模板")
	b.called("template pack")
	b.tapButton("导入")
	b.tap("导入负面清单…")
	b.sees("将得到", "不得要求派车接送检查人员", "第3行没有依据文件，最高为提醒，不印在单上。", "导入 2 条")
	b.press(fyne.KeyReturn)
	b.toasted("已导入 2 条，从下一次比对起生效")
	b.write("查找规则、依据", "派车")
	b.sees("不得要求派车接送检查人员", "建议调整", "《清河县为基层减负负面清单》 · 没有改动", "移除这份清单…")
	b.tap("移除这份清单…")
	b.sees("2 条规则从下一次比对起不再使用")
	b.press(fyne.KeyReturn)
	b.sees("没有符合条件的规则")
}

// TestAnOfficeWritesARuleOfItsOwn writes, rewrites and removes one; Esc loses nothing, and a wording that would be met
// everywhere is not kept.
func TestAnOfficeWritesARuleOfItsOwn(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.press(fyne.Key5)
	b.tap("新增规则")
	b.sees("新增规则", "名称", "说法", "例外", "建议调整", "只提醒", "本单位的规则只建议调整或提醒，不会自行定为拒接或提级。")
	b.write("不得要求派车接送检查人员", "不得要求派车接送检查人员")
	b.key(fyne.KeyEscape)
	b.menuItem("新增规则…")
	b.write("派车接送\n安排车辆到高铁站", "派车接送；接")
	b.press(fyne.KeyReturn)
	b.sees("没有保存规则", "太短")
	b.key(fyne.KeyEscape)
	b.write("派车接送；接", "派车接送\n安排车辆到高铁站")
	b.write("自行前往", "自行前往")
	b.press(fyne.KeyReturn)
	b.toasted("已保存“不得要求派车接送检查人员”，从下一次比对起生效")
	b.sees("本单位写的 · 没有改动", "派车接送；安排车辆到高铁站", "自行前往", "只提醒", "规则：2026-11版，启用 28 条")
	r := b.office.ruleNow(rule.OwnCode(app.OwnRule{Title: "不得要求派车接送检查人员"}))
	if r.Written == nil || len(r.Written.Except) != 1 || r.Rule.Role != app.RoleNote { // no document was named
		t.Fatalf("the rule is %+v", r)
	}
	b.tap("改写…")
	b.sees("改写规则")
	b.write("《清河县为基层减负负面清单》", "《清河县为基层减负负面清单》")
	b.press(fyne.KeyReturn)
	b.sees("《清河县为基层减负负面清单》", "建议调整")
	b.tap("移除…")
	b.sees("从下一次比对起不再使用")
	b.press(fyne.KeyReturn)
	b.sees("规则：2026-11版，启用 27 条")
}

// TestTheNumberOfARuleIsAField steps it, and the name of the rule follows.
func TestTheNumberOfARuleIsAField(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.press(fyne.Key5)
	b.write("查找规则、依据", "时限不足")
	b.sees("办理时限不足一个工作日", "收到至截止的完整工作日少于", "天")
	b.texts()
	if len(b.numbers) != 1 {
		t.Fatalf("%d number fields", len(b.numbers))
	}
	b.numbers[0].Step(2)
	b.sees("有改动没有保存")
	b.press(fyne.KeyReturn)
	b.sees("办理时限不足三个工作日")
	if r := b.office.ruleNow("DEADLINE_SHORT"); r.Rule.Count() != 3 || r.Change.Number != 3 {
		t.Fatalf("the rule is %+v", r.Change)
	}
	b.tap("恢复原文")
	b.sees("办理时限不足一个工作日")
}

func TestTheRulesInForceArePrintedAndExported(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.press(fyne.Key5)
	b.press(fyne.KeyP)
	b.called("rules paper")
	b.toasted("比对规则表")
	b.menuItem("导出表格…")
	b.called("rules table /优盘")
	b.toasted("已导出比对规则表")
}
