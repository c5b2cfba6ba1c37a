package window_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yidanqing/app/decide"
	"yidanqing/app/paper"
)

// ledgerOfThree is the window on the ledger with three notices, of which two get a paper.
func ledgerOfThree(t *testing.T) *bench {
	t.Helper()
	b := opened(t)
	for _, s := range []sample{refusal(), do(), mixed()} {
		b.press(fyne.KeyN)
		b.paste(s.text)
		b.press(fyne.KeyS)
	}
	b.press(fyne.Key2)
	b.sees("台账", "空格 勾选")
	return b
}

// tapBefore presses what lies left of a text.
func (b *bench) tapBefore(words string, left float32) {
	b.t.Helper()
	for _, s := range b.texts() {
		if s.text == words {
			test.TapCanvas(b.canvas, fyne.NewPos(s.at.x-left, s.at.y+s.at.h/2))
			return
		}
	}
	b.t.Fatalf("no text %q in %s", words, b.says())
}

// TestPapersOfManyNotices: ticked with the keyboard, made at once, printed in one job.
func TestPapersOfManyNotices(t *testing.T) {
	b := ledgerOfThree(t)
	b.press(fyne.KeyB)
	b.toasted("请先在台账里勾选来件")
	b.key(fyne.KeySpace)
	b.key(fyne.KeyDown)
	b.key(fyne.KeySpace)
	b.sees("已勾选 2 件", "批量文书…")
	b.key(fyne.KeySpace)
	b.sees("已勾选 1 件")
	b.key(fyne.KeyDown)
	b.key(fyne.KeySpace)
	b.press(fyne.KeyB)
	b.sees("批量文书", "已勾选 2 件", "可出送审稿 2 份：反馈单 2", "每件一个文件", "附比对证据页", "/办公/一单清/文书")
	b.tap("正式出文")
	b.sees("可出 2 份：反馈单 2", "逐件给号、记入台账")
	b.press(fyne.KeyReturn)
	if n := b.office.batches; len(n) != 1 || n[0].Stage != decide.StageIssue || len(n[0].Notices) != 2 || !n[0].Evidence || n[0].Bound || n[0].Folder != "/办公/一单清/文书" {
		t.Fatalf("batches %+v", n)
	}
	b.sees("已出文 2 件，均已编号、记入台账：柳反馈〔2026〕17号至18号", "存放在 /办公/一单清/文书", "打开所在文件夹")
	b.lacks("没有出的")
	b.press(fyne.KeyReturn)
	b.toasted("文书 2 份已送打印")
	if j := b.system.jobs; len(j) != 1 || !slices.Equal(j[0].Paths, []string{"/办公/一单清/文书/1.pdf", "/办公/一单清/文书/2.pdf"}) {
		t.Errorf("jobs %+v", j)
	}
}

// TestBatchTellsWhatItCannotMake: all are ticked with one press, the one that gets no paper is named with the reason.
func TestBatchTellsWhatItCannotMake(t *testing.T) {
	b := ledgerOfThree(t)
	b.tapBefore("号", 40) // the box in the head
	b.sees("已勾选 3 件")
	b.tap("批量文书…")
	b.sees("可出送审稿 2 份：反馈单 2；1 件不能出，原因如下", "1 件：没有需要反馈的事项，不用出文。", "2026年第644号《")
	b.tap("合成一个文件")
	b.tap("更换…")
	b.press(fyne.KeyReturn)
	b.sees("已生成送审稿 2 份。", "合订本只供打印", "没有出的 1 件", "2026年第644号")
	b.tap("复制未出清单")
	if got := b.app.Clipboard().Content(); !strings.HasPrefix(got, "2026年第644号《") || !strings.Contains(got, "没有需要反馈的事项") {
		t.Errorf("copied %q", got)
	}
	b.tap("打开所在文件夹")
	if !slices.Contains(b.system.shown, "夹 /优盘/合订本.pdf") {
		t.Errorf("shown %v", b.system.shown)
	}
	b.key(fyne.KeyEscape)
	b.tap("不选")
	b.lacks("已勾选")
}

// TestTicksEndWithTheirConditions: what is not listed any more is not ticked.
func TestTicksEndWithTheirConditions(t *testing.T) {
	b := ledgerOfThree(t)
	b.key(fyne.KeySpace)
	b.sees("已勾选 1 件")
	b.tap("待核对")
	b.lacks("已勾选")
}

// TestSeveralNoticesInOneEscalation: ticked in the ledger, put together with one press, issued on the page of the paper.
func TestSeveralNoticesInOneEscalation(t *testing.T) {
	b := ledgerOfThree(t)
	b.key(fyne.KeySpace)
	b.menuItem("合并提级反映…")
	b.toasted("请先在台账里勾选两件以上要提级反映的来件")
	b.key(fyne.KeyDown)
	b.key(fyne.KeySpace)
	b.tap("合并提级…")
	b.sees("并入", "2026-645", "确定并出文")
	b.press(fyne.KeyReturn)
	if r := b.office.requests; len(r) != 1 || r[0].Kind != paper.KindEscalation || !slices.Equal(r[0].With, []string{"2026-645"}) || !r[0].Evidence {
		t.Errorf("issued %+v", r)
	}
}
