package window_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/ui/kit"
)

func TestSecretTextIsNotTakenIn(t *testing.T) {
	b := opened(t)
	b.office.readErr = app.Errorf(app.CodeSecret, "第 1 行有“机密★1年”。没有保存任何文字，草稿和备份里也没有。请按保密规定在涉密计算机上办理。")
	b.paste("机密★1年\n关于某事的通知")
	b.sees("带有密级标志，没有收入", "发生了什么", "第 1 行有“机密★1年”。", "已保住的", "没有保存任何文字", "您可以", "告知本单位保密员", "清空剪贴板")
	b.lacks("错误代号")
	if b.office.kept != nil {
		t.Error("a draft was kept")
	}
	b.key(fyne.KeySpace) // 清空剪贴板 has the keyboard
	if got := b.app.Clipboard().Content(); got != "" {
		t.Errorf("the clipboard still holds %q", got)
	}
	b.lacks("关于某事", "带有密级标志")
	b.sees("在此粘贴通知全文")
}

func TestErrorsHaveThreeRows(t *testing.T) {
	b := opened(t)
	b.office.readErr = app.Errorf(app.CodeLimit, "这段文字有 600 万字，太长了。没有收进来，台账不变。请只复制通知正文再粘贴。")
	b.paste("很长的文字")
	b.sees("没有收进来", "发生了什么", "600 万字", "已保住的", "台账不变", "您可以", "请只复制通知正文再粘贴", "错误代号 LIMIT")
	b.key(fyne.KeyEscape)
	b.lacks("发生了什么")
	b.sees("在此粘贴通知全文")
}

func TestTroubleIsReadFromOneSentence(t *testing.T) {
	for _, c := range []struct{ message, what, kept, try string }{
		{"打不开“通知.wps”。原文件未动。您可以在 WPS 中另存为 docx。", "打不开“通知.wps”。", "原文件未动。", "您可以在 WPS 中另存为 docx。"},
		{"数据没有写成功，已有记录未受影响。请再试一次；仍不行的，请把日志交给维护人员。", "数据没有写成功。", "已有记录未受影响。", "请再试一次；仍不行的，请把日志交给维护人员。"},
		{"数据盘已满，这一件还没有登记，原文已留在窗口中。请腾出 200 MB 后再试。", "数据盘已满，这一件还没有登记，原文已留在窗口中。", "", "请腾出 200 MB 后再试。"},
		{"只有一句。", "只有一句。", "", ""},
	} {
		got := kit.TroubleOf("", app.Errorf(app.CodeInvalid, "%s", c.message))
		if got.What != c.what || got.Kept != c.kept || got.Try != c.try {
			t.Errorf("%s = %+v", c.message, got)
		}
	}
	if got := kit.TroubleOf("", errors.New("disk I/O error")); strings.Contains(got.What+got.Kept+got.Try, "disk") || got.Code != "internal" {
		t.Errorf("a foreign error shows its words: %+v", got)
	}
}

// TestAFaultOfTheProgramDoesNotEndIt: what panics beside the window becomes the fixed sentence.
func TestAFaultOfTheProgramDoesNotEndIt(t *testing.T) {
	b := opened(t)
	b.office.slow = func() { panic("index out of range") }
	b.paste(refusal().text)
	b.sees("没有收进来", "程序内部出错", "已有记录未受影响。", "错误代号 INTERNAL")
	b.lacks("index out of range")
}

func TestTheSameTextIsNotTakenTwice(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyS)
	b.later()
	b.paste(refusal().text)
	b.toasted("与第 643 号内容相同，未重复登记")
	b.sees("在此粘贴通知全文")
	b.tap("看原件")
	b.sees("台账", "2026年第643号")
}

func TestEmptyClipboard(t *testing.T) {
	b := opened(t)
	b.paste("  \n　")
	b.toasted("剪贴板里没有文字。请先复制通知，再按 Ctrl+V。")
}

func TestPrinterFailureLeavesTheRecord(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyG)
	b.system.fail = app.Errorf(app.CodeInternal, "打印机“党政办 HP M1136”没有响应。请检查电源和连线后再印。")
	b.press(fyne.KeyReturn)
	b.called("issue")
	b.sees("没有打印成功", "打印机“党政办 HP M1136”没有响应。", "处理已登记，编号 柳反馈〔2026〕17号；PDF 已存好。", "请检查电源和连线后再印。", "打开 PDF", "再印一次")
	b.system.fail = nil
	b.press(fyne.KeyReturn)
	b.lacks("没有打印成功")
	if len(b.system.printed) != 2 {
		t.Errorf("printed %v", b.system.printed)
	}
}

func TestIssuingThatFailsKeepsThePage(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyG)
	b.office.issueErr = app.Errorf(app.CodeReadOnly, "数据盘已满。已有记录未受影响。请腾出空间后再试。")
	b.press(fyne.KeyReturn)
	b.sees("没有出文", "已有记录未受影响。", "再试")
	b.office.issueErr = nil
	b.press(fyne.KeyReturn) // 再试
	b.sees("出文 柳反馈〔2026〕17号")
	if len(b.office.requests) != 1 {
		t.Errorf("issued %d times", len(b.office.requests))
	}
}

// TestSlowWork: progress appears after half a second and can be stopped; a late answer is not shown over a newer one.
func TestSlowWork(t *testing.T) {
	var jobs, timers []func()
	shown, stopped := "", false
	r := &kit.Runner{Go: func(f func()) { jobs = append(jobs, f) }, Do: func(f func()) { f() },
		After: func(d time.Duration, f func()) {
			if d != 500*time.Millisecond {
				t.Errorf("progress after %v", d)
			}
			timers = append(timers, f)
		},
		Busy: func(title string, cancel func()) (func(int, int), func()) {
			shown = title
			cancel()
			return func(int, int) {}, func() { shown = "" }
		}}
	kit.Run(r, "正在校验全部记录", func(ctx context.Context) (int, error) { return 7, ctx.Err() }, func(_ int, err error) { stopped = err != nil })
	if shown != "" {
		t.Error("progress at once")
	}
	timers[0]()
	if shown != "正在校验全部记录" {
		t.Error("no progress")
	}
	jobs[0]()
	if shown != "" || !stopped {
		t.Errorf("shown %q, stopped %v", shown, stopped)
	}
	var turn kit.Turn
	first := turn.Next()
	second := turn.Next()
	if first() || !second() {
		t.Error("a late answer counts")
	}
}

func TestListImportShowsWhatWouldCome(t *testing.T) {
	b := opened(t)
	b.system.choose = []string{"/优盘/柳河镇清单2026.xlsx"}
	l := sampleList()
	l.Source.Title = ""
	b.office.preview = duty.Preview{List: l, Uses: []duty.FieldUse{{Field: duty.FieldName, Where: "B列“事项名称”", Count: 6}},
		Columns:  []duty.Column{{Index: 1, Letter: "B", Heading: "事项名称"}},
		Warnings: []duty.Warning{{Text: "第61行没有牵头部门，引用它最多建议提级。"}},
		Unread:   []duty.Unread{{Name: "Sheet1", Row: 99, Words: "合计", Reason: "没有事项名称"}}}
	b.press(fyne.Key4)
	b.tap("导入清单")
	b.sees("导入清单", "柳河镇清单2026.xlsx", "B列“事项名称”", "1 项", "2 项", "3 项", "请看一眼（1 处）", "第61行没有牵头部门", "不会导入的行（1 行）", "第99行", "没有事项名称", "导入 6 项")
	b.press(fyne.KeyReturn)
	b.toasted("还没有写版本名称") // asked once, because the title rows do not say it
	b.tap("柳河镇履行职责事项清单（2026年版）")
	b.canvas.Focused().(interface{ SetText(string) }).SetText("柳河镇清单")
	b.press(fyne.KeyReturn)
	b.called("import 6 柳河镇清单")
	b.toasted("已导入 6 项")
	b.tap("撤回")
	b.called("withdraw list2")
}

func TestListImportThatCannotBeRead(t *testing.T) {
	b := opened(t)
	b.system.choose = []string{"/优盘/清单.xlsx"}
	b.office.listErr = app.Errorf(app.CodeInvalid, "没有找到“事项名称”一列。文件未导入，原清单不变。请在左边指定。")
	b.press(fyne.Key4)
	b.tap("导入清单")
	b.sees("没有读成清单", "没有找到“事项名称”一列。", "文件未导入，原清单不变。", "另选文件…")
	b.key(fyne.KeyEscape)
	// where columns were seen, the clerk may name them
	b.office.preview = duty.Preview{Columns: []duty.Column{{Index: 0, Letter: "A", Heading: "内容"}}, Uses: []duty.FieldUse{{Field: duty.FieldName, Where: "无此列"}}}
	b.tap("导入清单")
	b.sees("没有找到“事项名称”一列", "事项名称", "无此列")
	b.lacks("导入 0 项")
}

// A PC that can neither print nor open a PDF has still issued the paper: it is told where the file lies, not of a fault.
func TestPaperIsIssuedWhereNothingOpensIt(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyG)
	b.system.fail = app.Errorf(app.CodeNoOpener, "没有找到能打开它的程序。")
	b.press(fyne.KeyReturn)
	b.called("issue")
	b.lacks("没有打印成功")
	b.sees("柳反馈〔2026〕17号", "PDF 已存好")
}

// TestARecordChangedMeanwhile: what stands in the ledger is shown, nothing is written over it. The command line or another
// view has voided the notice that stands on the screen.
func TestARecordChangedMeanwhile(t *testing.T) {
	t.Run("table and detail", func(t *testing.T) {
		b := opened(t)
		b.paste(do().text)
		b.press(fyne.KeyS)
		b.press(fyne.Key2)
		b.sees("登记办结")
		b.office.notices[0].Void = true
		b.tap("登记办结")
		b.press(fyne.KeyReturn)
		b.sees("已撤销登记，不能再处理。")
		b.key(fyne.KeyEscape)
		b.sees("剩 2 天|1 件", "承办|已撤销", "2026年第643号|报送高标准农田设施管护情况|已撤销登记")
	})
	t.Run("inbox", func(t *testing.T) {
		b := opened(t)
		b.paste(refusal().text)
		b.press(fyne.KeyT)
		b.press(fyne.KeyReturn)
		b.sees("沟通中")
		b.office.notices[0].Void = true
		b.tap("已撤回")
		b.sees("已撤销登记，不能再处理。")
		b.key(fyne.KeyEscape)
		b.sees("台账", "已撤销登记")
		if talks := b.office.notices[0].Demands[0].Talks; len(talks) != 1 {
			t.Errorf("talks %v", talks)
		}
	})
}
