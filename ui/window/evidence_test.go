package window_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app/inquire"
)

// current tells which finding is the open one, by the words of the notice that its row quotes.
func TestEvidenceIsClickableBothWays(t *testing.T) {
	b := opened(t)
	b.paste(mixed().text)
	b.sees("事1 的依据", "已由上级部门收回", "主责下移")
	b.lacks("“切实履行属地管理主体责任”")
	// from the row to the notice
	b.tap("主责下移")
	b.sees("“切实履行属地管理主体责任”")
	// from the notice to the row, of another demand: the words stand in the notice first
	b.tap("每户拍照不少于6张")
	b.sees("事2 的依据", "“每户拍照不少于6张”", "过度留痕")
	b.tap("与县住建局签订燃气安全责任状")
	b.sees("事3 的依据", "以责任状转移责任")
	b.lacks("主责下移")
}

// TestTheMarkIsCopied follows a row to its words in the notice by what Ctrl+C then gives.
func TestTheMarkIsCopied(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.tap("频繁排名通报")
	b.win.Shortcut(&fyne.ShortcutCopy{})
	if got := b.app.Clipboard().Content(); got != "每周排名通报，末位乡镇作表态发言" {
		t.Errorf("copied %q", got)
	}
	b.tap("过度留痕")
	b.win.Shortcut(&fyne.ShortcutCopy{})
	if got := b.app.Clipboard().Content(); got != "每店拍摄水印照片不少于4张" {
		t.Errorf("copied %q", got)
	}
}

// TestEvidenceByKeyboard goes through the panes with F6 and through the marks with the arrow keys.
func TestEvidenceByKeyboard(t *testing.T) {
	b := opened(t)
	b.paste(mixed().text)
	b.key(fyne.KeyF6) // demands
	b.key(fyne.KeyDown)
	b.sees("事2 的依据")
	b.key(fyne.KeyDown)
	b.key(fyne.KeyDown)
	b.sees("事4 的依据", "强制使用App、打卡")
	b.key(fyne.KeyF6) // findings
	b.key(fyne.KeySpace)
	b.sees("“须下载“清燃通”App，实名注册、每日打卡”")
	b.key(fyne.KeyF6) // notice
	b.key(fyne.KeyUp)
	b.sees("事3 的依据")
	b.key(fyne.KeyF6)
	b.key(fyne.KeySpace) // the primary button again
	b.sees("处理与文书")
}

// TestNumbersAreTheSameInNoticeAndRows: every number that marks words in the notice has its row, and the other way.
func TestNumbersAreTheSameInNoticeAndRows(t *testing.T) {
	f := newFakeOffice()
	f.tasks = &inquire.Tasks{} // no number on the rail
	b := openWindow(t, f, 1366, 666)
	b.paste(refusal().text)
	n := map[string]int{}
	for _, s := range b.texts() {
		n[s.text]++
	}
	for _, badge := range []string{"清1", "1", "2", "3"} {
		if n[badge] != 2 {
			t.Errorf("%s stands %d times, want once in the notice and once in the rows", badge, n[badge])
		}
	}
	if n["清2"] != 1 {
		t.Errorf("清2 is marked in the notice though only the best entry is")
	}
}

// TestFocusIsReachableAndVisible tabs through each page: the keyboard goes round without getting stuck, and what has it
// lies within the window.
func TestFocusIsReachableAndVisible(t *testing.T) {
	b := opened(t)
	round := func(page string, least int) {
		t.Helper()
		seen := map[fyne.Focusable]bool{}
		for range 80 {
			b.tab()
			f := b.canvas.Focused()
			if f == nil {
				t.Fatalf("%s: the keyboard is nowhere", page)
			}
			if seen[f] {
				break
			}
			seen[f] = true
		}
		if len(seen) < least {
			t.Errorf("%s: only %d places for the keyboard", page, len(seen))
		}
	}
	round("收件", 9)
	b.paste(mixed().text)
	round("来件", 18)
	b.press(fyne.KeyG)
	round("处理与文书", 12)
	b.press(fyne.KeyReturn)
	round("台账", 18)
	b.press(fyne.KeyReturn)
	round("登记审定", 4)
	b.key(fyne.KeyEscape)
	b.press(fyne.Key4)
	round("清单", 10)
	b.press(fyne.Key7)
	round("设置", 16)
}

func TestLongNoticesAreReadAndDrawnInPart(t *testing.T) {
	b := opened(t)
	f := b.office
	long := do().text + strings.Repeat("\n　　各乡镇要高度重视，认真组织，按时报送有关情况，并做好台账记录。", 20000)
	f.checks[firstLine(long)] = do().check
	b.paste(long)
	b.sees("建议：承办")
	if n := len(b.texts()); n > 400 {
		t.Errorf("%d texts are drawn for a long notice", n)
	}
	b.key(fyne.KeyF6)
	b.key(fyne.KeyF6)
	b.key(fyne.KeyEnd)
	b.lacks("关于报送高标准农田设施管护情况的通知|各乡镇人民政府：")
}
