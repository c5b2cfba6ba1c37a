package window_test

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
)

func (b *bench) shot(name string) {
	b.later()
	dir := os.Getenv("YDQ_SHOTS")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		b.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, b.canvas.Capture()); err != nil {
		b.t.Fatal(err)
	}
}

func TestShots(t *testing.T) {
	if os.Getenv("YDQ_SHOTS") == "" {
		t.Skip("no folder for pictures")
	}
	for _, look := range []struct{ name, mode, percent string }{{"light", "light", "100"}, {"dark", "dark", "100"}, {"200", "light", "200"}, {"150", "light", "150"}} {
		f := newFakeOffice()
		f.prefs["window.mode"], f.prefs["window.text_percent"] = look.mode, look.percent
		first := newFakeOffice()
		first.set, first.list, first.prefs = ledger.Settings{}, nil, f.prefs
		openWindow(t, first, 1366, 666).shot("09-first-" + look.name)
		b := openWindow(t, f, 1366, 666)
		b.shot("01-empty-" + look.name)
		for i, s := range samples() {
			b.press(fyne.Key1)
			b.paste(s.text)
			b.shot([]string{"02-refusal-", "02d-mixed-", "02c-doubt-", "02b-meeting-", "02e-do-"}[i] + look.name)
			if i == 0 {
				b.press(fyne.KeyT)
				b.shot("13-talk-" + look.name)
				b.tap("大字显示")
				b.shot("13-large-" + look.name)
				b.key(fyne.KeyEscape)
			}
			if i == 1 {
				b.press(fyne.KeyG)
				b.shot("10-decision-" + look.name)
				b.press(fyne.KeyReturn)
				b.shot("03-ledger-" + look.name)
				b.press(fyne.KeyReturn)
				b.shot("12-approve-" + look.name)
				b.press(fyne.KeyReturn)
			}
		}
		b.press(fyne.Key2)
		b.shot("03-ledger2-" + look.name)
		b.press(fyne.Key3)
		b.shot("04-alerts-" + look.name)
		b.press(fyne.Key4)
		b.shot("05-lists-" + look.name)
		b.press(fyne.Key5)
		b.shot("06-rules-" + look.name)
		hint := "查找规则、依据"
		if look.name == "150" { // there is room for one word
			hint = "查找"
		}
		b.write(hint, "时限不足")
		b.shot("06-number-" + look.name)
		b.write("时限不足", "")
		b.menuItem("新增规则…")
		b.shot("06-write-" + look.name)
		b.key(fyne.KeyEscape)
		f.preview, b.system.choose = duty.Preview{List: sampleList(), Uses: []duty.FieldUse{{Field: duty.FieldName, Where: "B列“事项名称”", Count: 6}},
			Columns: []duty.Column{{Index: 1, Letter: "B", Heading: "事项名称"}}, Warnings: []duty.Warning{{Text: "第61行没有牵头部门，引用它最多建议提级。"}},
			Unread: []duty.Unread{{Name: "上级部门收回", Row: 49, Words: "合计 47 项", Reason: "看上去是合计行"}}}, []string{"/清单/清单（2026年版）.xlsx"}
		b.press(fyne.Key4)
		b.press(fyne.KeyI)
		b.shot("05c-import-" + look.name)
		b.key(fyne.KeyEscape)
		f.small = smallMatters(12)
		f.set.Superior = "清河县减负办"
		b.win.SettingsChangedForTest(f.set)
		b.press(fyne.KeyM)
		b.shot("15-together-" + look.name)
		b.key(fyne.KeyEscape)
		f.earlier, f.notices = []ledger.List{sampleEarlier()}, append(f.notices, openDemand())
		b.menuItem("清单版本对比")
		b.shot("05b-compare-" + look.name)
		b.tap("修改 3")
		b.key(fyne.KeyReturn)
		b.shot("05b-change-" + look.name)
		b.key(fyne.KeyEscape)
		b.key(fyne.KeyEscape)
		f.before = sampleBeforeUse()
		b.press(fyne.Key6)
		b.shot("07-before-use-" + look.name)
		f.tables, b.system.choose = oldTables(40), []string{"/优盘/2025年收文登记.xlsx"}
		b.menuItem("导入旧台账…")
		b.shot("03-old-preview-" + look.name)
		b.press(fyne.KeyReturn)
		b.shot("03-old-rows-" + look.name)
		f.before = nil
		b.press(fyne.Key6)
		b.shot("07-statistics-" + look.name)
		f.set.ReviewDepartments = true
		b.win.SettingsChangedForTest(f.set)
		b.press(fyne.Key6)
		b.shot("07-statistics-tabs-" + look.name)
		b.tap("部门往来")
		for range 5 {
			b.key(fyne.KeyDown)
		}
		b.shot("07b-departments-" + look.name)
		b.press(fyne.Key7)
		b.shot("08-settings-" + look.name)
		b.tap("反馈方式")
		b.shot("08b-ways-" + look.name)
		f.moved = &upkeep.Moved{At: f.now, Folder: "/优盘/一单清迁移"}
		b.win.LoadMovedForTest()
		b.shot("08-moved-" + look.name)
		b.press(fyne.Key2)
		b.shot("03-moved-" + look.name)
		b.key(fyne.KeyF1)
		b.shot("11-help-" + look.name)
		v := newFakeOffice()
		v.prefs["window.mode"], v.prefs["window.text_percent"] = look.mode, look.percent
		v.set.Office, v.list = app.OfficeNamed(app.Village, "清河县柳河镇东湾村村民委员会"), nil
		b = openWindow(t, v, 1366, 666)
		v.checks[firstLine(certificates().text)] = certificates().check
		b.paste(certificates().text)
		b.shot("14-village-" + look.name)
		b.press(fyne.Key4)
		b.shot("14-village-settings-" + look.name)
	}
}
