package window_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
)

// TestMoveToAnotherPC moves the ledger out, sees the sign on every page and after a new start, and takes the move back.
func TestMoveToAnotherPC(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 1200) // all of the settings in view
	b.press(fyne.Key7)
	b.sees("迁出后本机改为只读，不再编号")
	b.office.moveErr = app.Errorf(app.CodeReadOnly, "没有迁出：“/优盘”已满或不能写入。本机台账没有改动，照常可用。请腾出空间或换一个位置。")
	b.tap("迁到另一台电脑…")
	b.sees("接着用另一台电脑迁来的数据", "逐条核对")
	b.press(fyne.KeyReturn)
	b.called("move out /优盘")
	b.sees("没有迁出", "本机台账没有改动")
	b.key(fyne.KeyEscape)
	b.lacks("迁到另一台电脑，这里只能查看")

	b.office.moveErr = nil
	b.tap("迁到另一台电脑…")
	b.press(fyne.KeyReturn)
	b.sees("已迁出，核对一致", "643 件来件、3187 条记录", "/优盘/一单清迁移-20261124-102600", "请不要删除本机的数据")
	b.key(fyne.KeyEscape)
	for _, page := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key7} {
		b.press(page)
		b.sees("已于 2026-11-24 迁到另一台电脑，这里只能查看", "撤回迁移…")
	}
	b.sees("本机的台账已迁出，只能查看")
	again := openWindow(t, b.office, 1366, 666)
	again.sees("已于 2026-11-24 迁到另一台电脑")
	again.tap("撤回迁移…")
	again.press(fyne.KeyReturn)
	again.toasted("请先确认新电脑上没有接着用过")
	again.tap("新电脑上没有接着用过")
	again.press(fyne.KeyReturn)
	again.called("undo move")
	again.toasted("已撤回迁移")
	again.lacks("迁到另一台电脑，这里只能查看", "撤回迁移…")
}

// TestFirstRunGoesOnWithMovedData begins on a new PC with the data of the old one, without a setting typed.
func TestFirstRunGoesOnWithMovedData(t *testing.T) {
	b := unset(t)
	b.office.moveErr = app.Errorf(app.CodeNotFound, "“/优盘”里没有迁移的数据，没有迁入。请选名称以“一单清迁移”开头的文件夹。")
	b.tap("接着用另一台电脑迁来的数据…")
	b.sees("没有迁入", "请选名称以“一单清迁移”开头的文件夹")
	b.key(fyne.KeyEscape)
	b.sees("先设三项，就可以用")
	b.office.moveErr = nil
	b.tap("接着用另一台电脑迁来的数据…")
	b.called("move in /优盘")
	b.toasted("已迁入")
	b.sees("在此粘贴通知全文")
	b.lacks("先设三项")
	if b.win.Window().Title() != "一单清 — 清河县柳河镇人民政府" {
		t.Errorf("title %q", b.win.Window().Title())
	}
}
