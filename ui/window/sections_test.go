package window_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yidanqing/app"
)

// keysTo gives the names of the menu items with Ctrl and a number, by the number.
func (b *bench) keysTo() map[string]string {
	out := map[string]string{}
	for _, m := range b.win.Window().MainMenu().Items {
		for _, i := range m.Items {
			for _, key := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9} {
				want := (&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}).ShortcutName()
				if i.Shortcut != nil && i.Shortcut.ShortcutName() == want {
					name, _, _ := strings.Cut(i.Label, "\u3000")
					out[string(key)] = name
				}
			}
		}
	}
	return out
}

func village(t *testing.T) *bench {
	t.Helper()
	f := newFakeOffice()
	f.set.Office = app.OfficeNamed(app.Village, "清河县柳河镇东湾村村民委员会")
	f.list = nil
	return openWindow(t, f, 1366, 666)
}

// TestAVillageSeesFivePages has rail, menu, keys and help agree on what a village has, and nothing else be reachable.
func TestAVillageSeesFivePages(t *testing.T) {
	b := village(t)
	b.sees("收件", "台账", "待办", "设置", "帮助", "村级清单：未导入（可以不导入）")
	b.lacks("|统计|", "|清单|", "名录：")
	keys := b.keysTo()
	if len(keys) != 4 || keys["1"] != "收件" || keys["2"] != "台账" || keys["3"] != "待办" || keys["4"] != "设置" {
		t.Errorf("keys %v", keys)
	}
	for _, m := range b.win.Window().MainMenu().Items {
		for _, i := range m.Items {
			if strings.HasPrefix(i.Label, "统计") || strings.HasPrefix(i.Label, "清单") || strings.HasPrefix(i.Label, "导入旧台账") {
				t.Errorf("the menu has %s", i.Label)
			}
		}
	}
	b.press(fyne.Key2)
	b.lacks("旧台账")
	b.press(fyne.Key4)
	b.sees("村级事项清单")
	b.key(fyne.KeyF1)
	b.sees("收件、台账、待办、设置")
	b.lacks("与使用前比")

	b.office.preview.List = sampleList()
	b.system.choose = []string{"/优盘/清单.xlsx"}
	b.press(fyne.Key1)
	b.menuItem("导入村级清单…")
	b.sees("导入 6 项")
	b.press(fyne.KeyReturn)
	b.called("import 6 柳河镇履行职责事项清单（2026年版）")
	b.sees("在此粘贴通知全文", "村级清单：柳河镇履行职责事项清单") // still on 收件
}

// TestMenuAndRailAgree compares them for a township, and after the office has become a village and a township again.
func TestMenuAndRailAgree(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 1100)
	want := map[string]string{"1": "收件", "2": "台账", "3": "待反馈", "4": "清单", "5": "规则与名录", "6": "统计", "7": "设置"}
	same := func(when string) {
		t.Helper()
		if keys := b.keysTo(); len(keys) != len(want) {
			t.Errorf("%s: keys %v", when, keys)
		} else {
			for k, name := range want {
				if keys[k] != name || !strings.Contains(b.says(), name) {
					t.Errorf("%s: Ctrl+%s is %s", when, k, keys[k])
				}
			}
		}
	}
	same("at the start")
	b.press(fyne.Key7)
	b.tap("村")
	if keys := b.keysTo(); len(keys) != 4 {
		t.Errorf("as a village: %v", keys)
	}
	b.lacks("|统计|")
	b.tap("乡镇")
	same("again")
	b.key(fyne.KeyF1)
	b.sees("收件、台账、待反馈、清单、规则与名录、统计、设置", "与使用前比")
}
