package window_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/ui/kit"
)

// TestTheChoiceOfPrinterHolds: chosen once beside the preview, it serves all later prints, also after a new start.
func TestTheChoiceOfPrinterHolds(t *testing.T) {
	b := opened(t)
	b.system.printers = kit.Printers{Names: []string{"HP_M1136", "PDF_Office"}, Default: "PDF_Office", Sides: true}
	b.paste(refusal().text)
	b.press(fyne.KeyG)
	b.sees("打印机：系统默认")
	b.tap("打印设置…")
	b.sees("打印设置", "系统默认打印机（PDF_Office）", "份数", "双面短边翻")
	b.tap("系统默认打印机（PDF_Office）")
	b.tap("HP_M1136")
	b.tap("双面短边翻")
	b.press(fyne.KeyReturn)
	b.sees("打印机：HP_M1136")
	if p := b.office.prefs; p["print.printer"] != "HP_M1136" || p["print.sides"] != "short" || p["print.copies"] != "1" {
		t.Errorf("kept %v", p)
	}
	b.press(fyne.KeyP)
	b.toasted("送审稿已送打印（HP_M1136）")
	if j := b.system.jobs; len(j) != 1 || j[0].Printing != (kit.Printing{Printer: "HP_M1136", Copies: 1, Duplex: kit.DuplexShort}) {
		t.Errorf("jobs %+v", j)
	}
	again := openWindow(t, b.office, 1366, 666)
	if p := again.win.Frame().Printing; p == nil || p.Printer != "HP_M1136" || p.Duplex != kit.DuplexShort {
		t.Errorf("after a new start %+v", p)
	}
}

// TestAPrinterThatIsGoneSaysSo: what was kept, and another printer in one press.
func TestAPrinterThatIsGoneSaysSo(t *testing.T) {
	b := opened(t)
	b.win.Frame().Printing = &kit.Printing{Printer: "党政办_HP"}
	b.system.printers = kit.Printers{Names: []string{"PDF_Office"}, Sides: true}
	b.paste(refusal().text)
	b.press(fyne.KeyG)
	b.system.fail = app.Errorf(app.CodeNotFound, "找不到打印机“党政办_HP”，没有打印。请检查它是否开机、连好，或另选一台打印机。")
	b.press(fyne.KeyReturn)
	b.sees("没有打印成功", "找不到打印机“党政办_HP”，没有打印。", "处理已登记，编号 柳反馈〔2026〕17号；PDF 已存好。", "换打印机…", "再印一次")
	b.system.fail = nil
	b.tap("换打印机…")
	b.sees("党政办_HP（现在找不到）")
	b.tap("党政办_HP（现在找不到）")
	b.tap("PDF_Office")
	b.press(fyne.KeyReturn)
	b.toasted("已送打印（PDF_Office）")
	if n := len(b.system.jobs); n != 2 || b.system.jobs[1].Printer != "PDF_Office" {
		t.Errorf("jobs %+v", b.system.jobs)
	}
}

func TestAPCThatCannotPrintPDFOpensIt(t *testing.T) {
	b := opened(t)
	b.system.outcome = kit.PrintFileOpened
	b.paste(refusal().text)
	b.press(fyne.KeyG)
	b.press(fyne.KeyP)
	b.toasted("送审稿：本机的 PDF 程序不能直接打印，文件已打开")
	b.menuItem("打印设置…")
	b.sees("本机还没有装打印机：打印时改为打开 PDF。")
	b.key(fyne.KeyEscape)
	b.system.printers = kit.Printers{Names: []string{"HP M1136"}, Default: "HP M1136"} // a system that sets no sides
	b.menuItem("打印设置…")
	b.sees("双面打印请在打印机自己的首选项里设")
	b.lacks("双面短边翻")
}

// TestThePreviewIsSavedAndCopied: the 送审稿 goes into a folder that can be opened, its words onto the clipboard.
func TestThePreviewIsSavedAndCopied(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyG)
	b.tap("另存")
	b.tap("送审稿 PDF…")
	b.called("save draft n640")
	b.toasted("已另存送审稿，台账没有变动：送审稿.pdf")
	b.tap("打开所在文件夹")
	if !slices.Contains(b.system.shown, "夹 /优盘/送审稿.pdf") {
		t.Errorf("shown %v", b.system.shown)
	}
	b.tap("另存")
	b.tap("复制文字")
	if got := b.copied(); got == "" || got == refusal().text {
		t.Errorf("copied %q", got)
	}
	b.tap("两页并排")
	b.tap("200%")
	b.sees("200%", "确定并出文")
}

// TestThePreviewInANarrowWindow: with text of twice the size, size, saving, seal and printer are at hand beside the pages.
func TestThePreviewInANarrowWindow(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 700, 360)
	b.paste(refusal().text)
	b.press(fyne.KeyG)
	b.tap("文书预览")
	b.sees("两页并排", "另存", "共 2 页")
	b.tap("另存")
	b.tap("不标盖章位置")
	b.tap("另存")
	b.tap("标出盖章位置")
	b.tap("另存")
	b.tap("打印设置…")
	b.sees("打印设置", "份数")
}
