package window_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
)

// copied is what Ctrl+C takes: the words that are marked in the notice now.
func (b *bench) copied() string {
	b.t.Helper()
	b.app.Clipboard().SetContent("")
	b.canvas.Unfocus() // a field would copy itself
	b.win.Shortcut(&fyne.ShortcutCopy{})
	return b.app.Clipboard().Content()
}

// TestAFieldShowsTheWordsThatItWasReadFrom: choosing a field marks its words in the notice.
func TestAFieldShowsTheWordsThatItWasReadFrom(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	for field, words := range map[string]string{"12-04": "2026年12月4日前", "刘洋 662 2033": "刘洋……662 2033", "县农业农村局": "清河县农业农村局"} {
		b.tap(field)
		if got := b.copied(); got != words {
			t.Errorf("%s points at %q, want %q", field, got, words)
		}
	}
	b.tap("清农函〔2026〕52号") // its words were not found: nothing else is claimed
	b.tap("过度留痕")
	if got := b.copied(); got != "每店拍摄水印照片不少于4张" {
		t.Errorf("marked %q", got)
	}
}

// TestFieldsAreTypedAsAnOfficeWritesThem opens each field with what can be typed, and takes F2, Ctrl+Enter and Esc; Enter
// stays with the input method.
func TestFieldsAreTypedAsAnOfficeWritesThem(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	typed := func() string {
		t.Helper()
		e, ok := b.canvas.Focused().(interface {
			SelectedText() string
			TypedShortcut(fyne.Shortcut)
		})
		if !ok {
			t.Fatalf("no field has the keyboard: %T", b.canvas.Focused())
		}
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
		return e.SelectedText()
	}
	b.key(fyne.KeyF2) // from the primary button: the first field
	if got := typed(); got != "县农业农村局" {
		t.Errorf("F2 opens %q", got)
	}
	b.typeText("清河县农业农村局")
	b.key(fyne.KeyReturn)
	if slices.Contains(b.office.calls, "correct issuer=清河县农业农村局") {
		t.Error("Enter took what was typed")
	}
	b.press(fyne.KeyReturn) // Ctrl+Enter
	b.called("correct issuer=清河县农业农村局")
	b.sees("来文|清河县农业农村局")
	b.tap("12-04")
	if got := typed(); got != "2026-12-04" {
		t.Errorf("the deadline opens as %q", got)
	}
	b.typeText("12-8 17:00")
	b.key(fyne.KeyF2)
	b.called("correct deadline=12-8 17:00")
	b.tap("关于开展农药经营许可现场核查的通知") // in the head
	b.typeText("关于开展农药经营核查的通知")
	b.key(fyne.KeyF2)
	b.called("correct title=关于开展农药经营核查的通知")
}

// TestAnyOtherDayReceived is typed in place.
func TestAnyOtherDayReceived(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.tap("其他")
	b.typeText("上周")
	b.key(fyne.KeyF2)
	b.toasted("时间“上周”读不出来")
	b.sees("哪天收到？")
	b.tap("其他")
	b.typeText("11-22 16:05")
	b.key(fyne.KeyF2)
	b.called("received 2026-11-22")
	b.sees("收到|11-22 16:05")
	b.tap("11-22 16:05") // known, it can still be put right
	b.typeText("11-23")
	b.key(fyne.KeyF2)
	b.called("received 2026-11-23")
}

// TestRegisteredFieldsArePutRightUntilThePaperIsOut: after the decision the time is settled, the rest is not.
func TestRegisteredFieldsArePutRightUntilThePaperIsOut(t *testing.T) {
	b := opened(t)
	b.paste(do().text)
	b.press(fyne.KeyS)
	b.press(fyne.Key2)
	b.tap("看原文")
	b.sees("在台账中查看")
	b.key(fyne.KeyF2)
	b.typeText("县水利局")
	b.key(fyne.KeyF2)
	b.called("recheck n640 issuer=县水利局")
	b.key(fyne.KeyEscape)
	b.press(fyne.Key2)
	b.tap("看原文")
	b.tap("时限")
	b.typeText("12-1 10:00")
	b.key(fyne.KeyF2)
	b.called("reschedule n640-d1 2026-12-01 10:00")
	b.sees("12-01 10:00")
	n := b.office.find("n640")
	if n.Demands[0].Decision == nil || n.Demands[0].Decision.Verdict != app.VerdictDo {
		t.Fatalf("decision %+v", n.Demands[0].Decision)
	}
}
