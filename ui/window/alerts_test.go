package window_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
)

func TestTheBoard(t *testing.T) {
	b := opened(t)
	b.sees("待反馈|2") // the one badge
	b.press(fyne.Key3)
	b.sees("只列需要您动手的事", "要办|2", "逾期 1 天", "县城管执法局未答复（14号单）", "生成提级反映单", "今天 17:00", "登记办结", "等对方|1", "剩 3 天", "登记答复",
		"还没有 2027 年的放假调休安排", "多头、重复部署|1", "近 30 天", "多头部署：“报送村级仓储台账”", "11-12", "县应急管理局", "不是一回事",
		"5 个工作日内到期 22 项，提醒线 10 项", "王志强", "13 项，超 3", "未指定", "共超出提醒线 12 项", "时间冲突|1", "11-25 周三 09:00 与 10:30 两场会议时间相近")
}

func TestNothingToDo(t *testing.T) {
	f := newFakeOffice()
	f.tasks = &inquire.Tasks{}
	b := openWindow(t, f, 1366, 666)
	b.lacks("待反馈|0")
	b.press(fyne.Key3)
	b.sees("没有要办的", "没有在等的答复。")
}

// TestOneButtonDoesTheNextStep: the dialog opens over the page, and the page is read anew afterwards.
func TestOneButtonDoesTheNextStep(t *testing.T) {
	f := newFakeOffice()
	b := openWindow(t, f, 1366, 666)
	b.paste(do().text)
	b.press(fyne.KeyS)
	n := f.notices[0]
	f.tasks = &inquire.Tasks{Mine: []inquire.Task{{Notice: n.ID, Title: "报送管护情况", Due: inquire.Due{Kind: inquire.DueToday, Words: "今天"},
		Action: inquire.Action{Kind: inquire.ActionDone, Title: "登记办结", Demands: []string{n.Demands[0].ID}}}}}
	b.press(fyne.Key3)
	b.key(fyne.KeySpace) // the first button has the keyboard
	b.sees("办理情况（可不填）")
	before := strings.Count(strings.Join(f.calls, " "), "board")
	b.press(fyne.KeyReturn)
	b.called("done " + n.ID)
	b.sees("只列需要您动手的事")
	if strings.Count(strings.Join(f.calls, " "), "board") != before+1 {
		t.Errorf("the page was not read anew: %v", f.calls)
	}
}

func TestButtonsThatLeadToOtherPages(t *testing.T) {
	for kind, sees := range map[inquire.ActionKind]string{inquire.ActionDecide: "来文原文", inquire.ActionTalk: "记沟通结果", inquire.ActionIssue: "处理与文书", inquire.ActionEscalate: "处理与文书"} {
		f := newFakeOffice()
		b := openWindow(t, f, 1366, 666)
		b.paste(refusal().text)
		b.press(fyne.KeyS)
		if kind == inquire.ActionTalk {
			f.notices[0].Demands[0].State = ledger.StateTalking
		}
		f.tasks = &inquire.Tasks{Mine: []inquire.Task{{Notice: f.notices[0].ID, Title: "甲", Action: inquire.Action{Kind: kind, Title: "去做"}}}}
		b.press(fyne.Key3)
		b.tap("去做")
		b.sees(sees)
	}
}

func TestWhatIsNotTheSameIsPutAside(t *testing.T) {
	b := opened(t)
	b.press(fyne.Key3)
	b.tap("不是一回事")
	b.lacks("报送村级仓储台账", "多头、重复部署|1")
	if got := b.office.prefs["alerts.aside"]; got != `["MULTI_HEADED:n639"]` {
		t.Errorf("kept %q", got)
	}
	b.press(fyne.Key1)
	b.press(fyne.Key3)
	b.lacks("报送村级仓储台账")
}

func TestManyTasksAreNotAllDrawn(t *testing.T) {
	f := newFakeOffice()
	f.tasks = &inquire.Tasks{}
	for range 250 {
		f.tasks.Mine = append(f.tasks.Mine, inquire.Task{Notice: "n1", Title: "甲", Action: inquire.Action{Kind: inquire.ActionDecide, Title: "去核对"}})
	}
	b := openWindow(t, f, 1366, 666)
	b.sees("待反馈|99+")
	b.press(fyne.Key3)
	b.sees("要办|250")
}

// TestOneNotificationADay: the desktop is told once, and not at all where it is switched off.
func TestOneNotificationADay(t *testing.T) {
	f := newFakeOffice()
	want := fyne.NewNotification("一单清", "今天到期 1 项，逾期 1 项。")
	a := test.NewTempApp(t)
	test.AssertNotificationSent(t, want, func() { openWindowOn(t, a, f) })
	if f.prefs["alerts.notified"] != "2026-11-24" {
		t.Errorf("noted %q", f.prefs["alerts.notified"])
	}
	test.AssertNotificationSent(t, nil, func() { openWindowOn(t, a, f) })
	f = newFakeOffice()
	f.prefs["alerts.notify"] = "off"
	test.AssertNotificationSent(t, nil, func() { openWindowOn(t, a, f) })
}

func TestTheLimitIsASetting(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 1100)
	b.press(fyne.Key7)
	b.sees("5 个工作日内到期超过此数即提示，不阻止登记", "每天打开时在桌面提示一次")
	if len(b.numbers) != 1 || b.numbers[0].Value() != 5 {
		t.Fatalf("%d number fields", len(b.numbers))
	}
	b.numbers[0].Step(7)
	if b.office.set.OverloadLimit != 12 {
		t.Errorf("limit %d", b.office.set.OverloadLimit)
	}
	b.numbers[0].Step(1000)
	if b.office.set.OverloadLimit != 200 {
		t.Errorf("no limit stops at %d", b.office.set.OverloadLimit)
	}
	b.tap("每天打开时在桌面提示一次")
	if b.office.prefs["alerts.notify"] != "off" {
		t.Errorf("notification %q", b.office.prefs["alerts.notify"])
	}
}

func TestAVillageCallsItTodo(t *testing.T) {
	f := newFakeOffice()
	f.set.Office = app.OfficeNamed(app.Village, "清河县柳河镇东湾村村民委员会")
	b := openWindow(t, f, 1366, 666)
	b.sees("待办")
	b.lacks("待反馈")
}

// TestTheBoardIsPrintedAsItIsShown: by its button and by Ctrl+P, without what was put aside.
func TestTheBoardIsPrintedAsItIsShown(t *testing.T) {
	b := opened(t)
	b.press(fyne.Key3)
	b.tapButton("打印本页")
	b.called("print board 2 1 1")
	b.toasted("待反馈事项表已送打印")
	b.tap("不是一回事")
	b.press(fyne.KeyP)
	b.called("print board 2 1 0")
}

// TestWhatSeveralAskIsRaisedTogether leads from the alert to one 提级反映单 of its notices; a repeated demand has one sender.
func TestWhatSeveralAskIsRaisedTogether(t *testing.T) {
	f := newFakeOffice()
	b := openWindow(t, f, 1366, 696)
	b.paste(refusal().text)
	b.press(fyne.KeyS)
	f.notices[0].ID, f.notices[0].No = "n639", 639
	b.press(fyne.Key3)
	b.tapButton("合并提级")
	b.sees("处理与文书")
	last := f.previews[len(f.previews)-1]
	if got := fmt.Sprint(last.Kind, " ", last.Notice, " ", last.With); got != "escalation n639 [2026-611 2026-622]" {
		t.Errorf("request %s", got)
	}
}
