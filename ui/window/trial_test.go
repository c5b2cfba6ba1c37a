package window_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/ui/kit"
	"yidanqing/ui/window"
)

// TestTheSampleIsLookedAtInAWindowOfItsOwn opens it from the first run, says what it is on every page, and leads back to a first
// run in which nothing has happened.
func TestTheSampleIsLookedAtInAWindowOfItsOwn(t *testing.T) {
	f := newFakeOffice()
	f.set, f.list = ledger.Settings{}, nil
	a := test.NewTempApp(t)
	other := newFakeOffice()
	in := &bench{t: t, office: other, system: &system{}, app: a}
	closed := 0
	var fail error
	f.trial = func(context.Context) (window.Trial, error) {
		p := in.params(kit.Inline())
		return window.Trial{Params: p, Notice: refusal().text, Close: func() error { closed++; return nil }}, fail
	}
	b := openWindowSized(t, a, f, 1366, 700)
	b.sees("也可以先看看随附的样件")
	fail = app.Errorf(app.CodeReadOnly, "建不了临时文件夹。请检查系统的临时目录能不能写。")
	b.tapButton("看看样件")
	b.sees("没有打开样件", "建不了临时文件夹。")
	b.key(fyne.KeyEscape)
	fail = nil
	b.tapButton("看看样件")
	windows := a.Driver().AllWindows()
	trial := windows[len(windows)-1]
	if trial == b.win.Window() || trial.Title() != "一单清 — 样件，不作正式办理" {
		t.Fatalf("in front is %q", trial.Title())
	}
	in.canvas = trial.Canvas()
	trial.Resize(fyne.NewSize(1366, 700))
	in.sees("这里是样件：示例清单、示例来文，放在临时的数据夹里。", "拒接反馈", "生成反馈单")
	if len(f.notices)+len(other.notices) > 0 {
		t.Error("the sample was registered by itself")
	}
	in.tap("台账")
	in.sees("这里是样件", "您的台账里什么也没有记")
	in.tapButton("返回")
	if closed != 1 {
		t.Errorf("the trial was ended %d times", closed)
	}
	b.sees("先设三项，就可以用")
	if f.set.Office.Name != "" || strings.Contains(strings.Join(f.calls, " "), "import") {
		t.Errorf("the first run has happened: %+v %v", f.set, f.calls)
	}
	b.tapButton("看看样件") // once more
	if n := len(a.Driver().AllWindows()); n != len(windows) {
		t.Errorf("%d windows, %d at the first time", n, len(windows))
	}
}

// TestNoSampleNoButton: where none is at hand the first run does not speak of it.
func TestNoSampleNoButton(t *testing.T) {
	b := unset(t)
	b.lacks("看看样件", "随附的样件")
}

// TestTheFirstRunFitsWithTheSample: the row with the sample's button at every width and text size.
func TestTheFirstRunFitsWithTheSample(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1024, Height: 600}, {Width: 1366, Height: 696}} {
		for _, percent := range []string{"100", "150", "200"} {
			f := newFakeOffice()
			f.set, f.list = ledger.Settings{}, nil
			f.prefs["window.text_percent"] = percent
			f.trial = func(context.Context) (window.Trial, error) { return window.Trial{}, nil }
			b := openWindow(t, f, size.Width, size.Height)
			for _, fault := range b.faults() {
				t.Errorf("%v at %s %%: %s", size, percent, fault)
			}
		}
	}
}
