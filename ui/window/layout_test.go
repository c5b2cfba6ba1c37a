package window_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/upkeep"
)

// TestNothingClippedOrOverlapping opens every page at the reference size, at the smallest one and at all text sizes.
func TestNothingClippedOrOverlapping(t *testing.T) {
	for _, c := range []struct {
		name, percent string
		width, height float32
	}{
		{"1366 at 100 %", "100", 1366, 666}, {"1366 at 125 %", "125", 1366, 666}, {"1366 at 150 %", "150", 1366, 666},
		{"1366 at 175 %", "175", 1366, 666}, {"1366 at 200 %", "200", 1366, 666}, {"smallest at 100 %", "100", 1024, 570},
		{"smallest at 200 %", "200", 1024, 570}, {"large at 100 %", "100", 1920, 1010},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newFakeOffice()
			f.prefs["window.text_percent"] = c.percent
			b := openWindow(t, f, c.width, c.height)
			b.tour(f, func(page string) {
				t.Helper()
				for _, fault := range b.faults() {
					t.Errorf("%s: %s", page, fault)
				}
			})
		})
	}
}

// tour opens every page and dialog of the main job and of the upkeep, and has each looked at. What the clerk would wait for
// is over when look is called.
func (b *bench) tour(f *fakeOffice, see func(page string)) {
	b.t.Helper()
	look := func(page string) {
		b.t.Helper()
		b.later()
		see(page)
	}
	look("收件")
	for _, s := range samples() {
		b.press(fyne.Key1)
		b.paste(s.text)
		look(firstLine(s.text))
		for range 3 {
			b.key(fyne.KeyF6)
		}
		b.press(fyne.KeyN)
	}
	b.paste(refusal().text)
	b.key(fyne.KeyF2)
	look("改要素")
	b.key(fyne.KeyEscape)
	b.press(fyne.KeyN)
	f.files = map[string]string{"/1.docx": do().text, "/2.docx": mixed().text, "/4.docx": "机密★1年\n某事"}
	f.badFiles = map[string]error{"/3.docx": app.Errorf(app.CodeDamaged, "打不开“3.docx”：文件已损坏，或没有传完整。原文件未动，没有读入任何内容。请重新下载，或请对方重发。")}
	f.folders = map[string][]string{"/收文": {"/1.docx", "/2.docx", "/3.docx", "/4.docx"}}
	b.dropAll("/收文")
	look("队列")
	b.key(fyne.KeyReturn)
	look("队列，结果")
	b.key(fyne.KeyEscape)
	b.key(fyne.KeyDown)
	b.key(fyne.KeyDown)
	look("队列，读不了")
	b.press(fyne.KeyS)
	look("登记看过的")
	b.key(fyne.KeyEscape)
	b.press(fyne.KeyN)
	look("收件，队列还在")
	b.paste(samples()[1].text)
	b.press(fyne.KeyT)
	look("先沟通")
	b.tap("大字显示")
	look("大字显示")
	b.key(fyne.KeyEscape)
	b.press(fyne.KeyG)
	look("处理与文书")
	b.press(fyne.KeyReturn)
	look("台账")
	b.press(fyne.KeyReturn)
	look("登记审定")
	b.press(fyne.KeyReturn)
	b.press(fyne.KeyReturn)
	look("登记送达")
	b.press(fyne.KeyReturn)
	b.press(fyne.KeyReturn)
	look("登记答复")
	b.press(fyne.KeyReturn)
	b.press(fyne.Key3)
	look("待反馈")
	b.press(fyne.Key4)
	look("清单")
	if strings.Contains(b.says(), "筛选") { // where the room is narrow
		b.tapButton("筛选")
		look("清单，筛选")
		b.key(fyne.KeyEscape)
	}
	b.press(fyne.Key5)
	look("规则与名录")
	b.menuItem("新增规则…")
	look("新增规则")
	b.key(fyne.KeyEscape)
	f.small = smallMatters(12)
	b.press(fyne.KeyM)
	look("合并提级")
	b.key(fyne.KeyEscape)
	b.system.choose = []string{"/优盘/计划.xlsx"}
	b.chooseTab("检查计划")
	look("检查计划，未导入")
	b.tap("导入")
	look("导入检查计划")
	b.press(fyne.KeyReturn)
	look("检查计划")
	b.chooseTab("用语")
	look("用语")
	b.write("苞谷秆子", "烧苞谷秆子")
	b.write("写它的正式叫法，如：秸秆", "秸秆")
	b.later()
	look("用语，查找")
	b.press(fyne.KeyReturn)
	look("用语，加入")
	b.press(fyne.Key6)
	look("统计")
	if strings.Contains(b.says(), "看数字") { // else it lies below what is in view
		b.tap("看数字")
		look("统计，数字")
	}
	f.before = sampleBeforeUse()
	b.press(fyne.Key6)
	look("统计，与使用前比")
	f.tables, b.system.choose = oldTables(40), []string{"/优盘/2025年收文登记.xlsx"}
	b.menuItem("导入旧台账…")
	look("导入旧台账")
	b.press(fyne.KeyReturn)
	look("导入的行")
	b.press(fyne.Key7)
	look("设置")
	b.tap("反馈方式")
	look("反馈方式")
	f.set.ReviewDepartments = true
	b.win.SettingsChangedForTest(f.set)
	b.press(fyne.Key6)
	b.tap("部门往来")
	look("部门往来")
	b.press(fyne.Key7)
	b.office.moved = &upkeep.Moved{At: f.now, Folder: "/优盘/一单清迁移"}
	b.win.LoadMovedForTest()
	look("设置，已迁出")
	b.press(fyne.Key1)
	look("收件，已迁出")
	b.office.moved = nil
	b.win.LoadMovedForTest()
	b.key(fyne.KeyF1)
	look("帮助")
}
