package window_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// TestTheLightRoute is the light route of the design: Ctrl+V, Ctrl+T, Ctrl+Enter, one press, nothing typed, no number.
func TestTheLightRoute(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.sees("先沟通")
	b.press(fyne.KeyT)
	b.sees("打个电话或发条消息，不出文、不占编号", "对方", "县农业农村局 刘洋  662 2033", "字，可改，也可照着念", "复制短信", "大字显示", "软件不会自己发出",
		"记沟通结果", "记下即登记，随时可补", "已撤回", "已调整", "未同意", "稍后再说", "生成反馈单")
	b.lacks("发现的问题", "清单匹配")
	b.press(fyne.KeyReturn)
	b.called("register")
	b.called("talk n640-d1 sms 刘洋   ")
	if got := b.app.Clipboard().Content(); !strings.HasPrefix(got, "刘洋您好，我是柳河镇李敏。") {
		t.Errorf("clipboard %q", got)
	}
	b.toasted("短信已复制，第 643 号记为沟通中")
	b.sees("2026年第643号 · 沟通中 · 事项 1")
	b.tap("已撤回")
	b.called("talk n640-d1 phone 刘洋 2026-11-24 10:26 withdrawn")
	b.toasted("第 643 号：对方已撤回，办结")
	b.sees("在此粘贴通知全文")
	if len(b.office.requests) != 0 {
		t.Error("a paper was issued")
	}
}

func TestEscLeavesTheTalkForTheResult(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyT)
	b.key(fyne.KeyEscape)
	b.sees("发现的问题 3", "尚未登记 · 事项 1")
	if slices.Contains(b.office.calls, "register") {
		t.Error("looking registered the notice")
	}
}

func TestNotAgreedGoesOnToThePaper(t *testing.T) {
	b := opened(t)
	b.paste(mixed().text)
	b.press(fyne.KeyT)
	b.tap("未同意")
	b.called("talk n640-d1+n640-d3+n640-d4 phone 周明 2026-11-24 10:26 disagreed")
	b.sees("处理与文书")
}

// TestWhatIsNotTalkedAboutStaysToBeDone: of a mixed notice only what is handed back is talked about.
func TestWhatIsNotTalkedAboutStaysToBeDone(t *testing.T) {
	b := opened(t)
	b.paste(mixed().text)
	b.press(fyne.KeyT)
	b.sees("来文有3项要商量")
	b.tap("已调整")
	b.toasted("第 643 号：对方已调整，办结。新的要求请再收一件；其余 1 项待核对")
	b.sees("2026年第643号")
	b.lacks("在台账中查看", "先沟通", "反馈单")
	b.tap("登记为配合")
	if d := b.office.decided; len(d) != 1 || d[0].Demand != "n640-d2" || d[0].Verdict != app.VerdictCooperate {
		t.Errorf("decided %+v", d)
	}
}

func TestTalkLaterIsRemembered(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyT)
	b.tap("稍后再说")
	b.toasted("第 643 号：沟通中，11-25 提醒")
	b.press(fyne.Key2)
	b.sees("沟通中", "记沟通结果")
	b.tap("记沟通结果")
	b.sees("打个电话或发条消息", "2026年第643号 · 沟通中")
}

func TestATalkIsTakenBack(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyT)
	b.tap("稍后再说")
	b.tap("撤回")
	b.called("undo n640")
}

func TestTheDayOfATalkIsRead(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyT)
	for _, f := range b.fieldsNow() {
		if f.entry.Text == "11-24 10:26" {
			f.entry.SetText("昨天下午")
		}
	}
	b.tap("已撤回")
	b.toasted("时间“昨天下午”读不出来。请写成 11-24 10:35 这样。")
	if slices.Contains(b.office.calls, "register") {
		t.Error("registered all the same")
	}
}

func TestTheClerksMessageStays(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyT)
	for _, f := range b.fieldsNow() {
		if strings.HasPrefix(f.entry.Text, "刘洋您好") {
			f.entry.SetText(strings.Repeat("改", 151))
		}
	}
	b.sees("151 字，短信宜在 150 字内")
	b.tap("今天 11-24") // checks again
	b.press(fyne.KeyReturn)
	if got := b.app.Clipboard().Content(); got != strings.Repeat("改", 151) {
		t.Errorf("clipboard %q", got)
	}
}

func TestLargeType(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyT)
	b.tap("大字显示")
	b.sees("能否请贵局安排办理？")
	b.press(fyne.KeyReturn)
	b.called("talk n640-d1 sms 刘洋   ")
}

func TestNothingToTalkAbout(t *testing.T) {
	b := opened(t)
	b.paste(do().text)
	b.lacks("先沟通")
	b.press(fyne.KeyT)
	b.toasted("这一件没有要沟通的事项")
}

func TestATalkedNoticeCanStillGetItsPaper(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyT)
	b.press(fyne.KeyReturn)
	n := b.office.find("n640")
	if n.Demands[0].State != ledger.StateTalking || n.Demands[0].Advice.Verdict != app.VerdictRefuse {
		t.Fatalf("demand %+v", n.Demands[0])
	}
	b.press(fyne.KeyG)
	b.sees("处理与文书")
}
