package window_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

func unset(t *testing.T) *bench {
	t.Helper()
	f := newFakeOffice()
	f.set, f.list = ledger.Settings{}, nil
	return openWindow(t, f, 1366, 666)
}

func (b *bench) typeText(s string) {
	b.t.Helper()
	e, ok := b.canvas.Focused().(interface{ SetText(string) })
	if !ok {
		b.t.Fatalf("no field has the keyboard: %T", b.canvas.Focused())
	}
	e.SetText(s)
}

func TestFirstRunWithTheSample(t *testing.T) {
	b := unset(t)
	b.sees("先设三项，就可以用", "本单位是", "用哪份履职事项清单", "开始使用")
	b.lacks("台账", "收件")
	b.press(fyne.KeyReturn)
	b.toasted("请先写单位全称")
	b.typeText("清河县柳河镇人民政府") // the name has the keyboard
	b.sees("简称“柳河镇”、编号“柳反馈”已取得")
	b.press(fyne.KeyReturn)
	b.toasted("请选择清单文件，或者先用示例清单")
	b.tap("先用示例清单")
	b.press(fyne.KeyReturn)
	b.called("import 6 柳河镇履行职责事项清单（2026年版）")
	if !b.office.list.List.Source.Sample {
		t.Error("the sample is not marked as one")
	}
	o := b.office.set.Office
	if o.Name != "清河县柳河镇人民政府" || o.Short != "柳河镇" || o.Prefix != "柳" || o.Type != app.Township || o.County != "清河县" {
		t.Errorf("office %+v", o)
	}
	b.sees("在此粘贴通知全文", "台账", "清单：柳河镇履行职责事项清单（2026年版）（示例）")
	if got := b.win.Window().Title(); got != "一单清 — 清河县柳河镇人民政府" {
		t.Errorf("title %q", got)
	}
}

func TestFirstRunOfAVillage(t *testing.T) {
	b := unset(t)
	b.tap("村")
	b.sees("村级事项清单（可以不导入）", "先不导入")
	b.tap("单位全称，如")
	b.typeText("清河县柳河镇东湾村村民委员会")
	b.sees("简称“东湾村”、编号“东反映”已取得")
	b.press(fyne.KeyReturn)
	if o := b.office.set.Office; o.Type != app.Village || o.Short != "东湾村" {
		t.Errorf("office %+v", o)
	}
	for _, c := range b.office.calls {
		if strings.HasPrefix(c, "import") {
			t.Errorf("a list was imported: %v", b.office.calls)
		}
	}
	b.sees("在此粘贴通知全文")
}

func TestTheNameOfAVillageMakesItOne(t *testing.T) {
	b := unset(t)
	b.typeText("清河县柳河镇东湾村")
	b.sees("村级事项清单（可以不导入）", "简称“东湾村”、编号“东反映”已取得")
	b.typeText("清河县柳河镇东湾村村民委员会") // the name still has the keyboard
	b.press(fyne.KeyReturn)
	if got := b.office.prefs["window.text_percent"]; got != "150" {
		t.Errorf("a village begins with text at %q %%, want 150", got)
	}
	if o := b.office.set.Office; o.Type != app.Village || o.Name != "清河县柳河镇东湾村村民委员会" {
		t.Errorf("office %+v", o)
	}
}

func TestFirstRunImportsTheOwnList(t *testing.T) {
	b := unset(t)
	b.office.preview.List = sampleList()
	b.system.choose = []string{"/优盘/清单.xlsx"}
	b.typeText("清河县柳河镇人民政府")
	b.tap("选择文件…")
	b.sees("导入 6 项")
	b.press(fyne.KeyReturn)
	b.sees("已读出 6 项：1 / 2 / 3")
	b.press(fyne.KeyReturn)
	b.called("import 6 柳河镇履行职责事项清单（2026年版）")
	b.sees("在此粘贴通知全文")
}

func TestNoKeyReachesThePagesBeforeTheFirstRun(t *testing.T) {
	b := unset(t)
	b.paste(refusal().text)
	b.press(fyne.Key2)
	b.press(fyne.KeyO)
	b.key(fyne.KeyF1)
	b.sees("先设三项，就可以用")
	if len(b.office.calls) > 0 {
		t.Errorf("calls %v", b.office.calls)
	}
}

func TestLookChangesAtOnceAndIsKept(t *testing.T) {
	b := opened(t)
	b.press(fyne.KeyEqual)
	if got := b.office.prefs["window.text_percent"]; got != "125" {
		t.Errorf("text size %q", got)
	}
	for range 9 {
		b.press(fyne.KeyEqual)
	}
	if got := b.office.prefs["window.text_percent"]; got != "200" {
		t.Errorf("text size %q", got)
	}
	b.press(fyne.Key7)
	b.later()
	if f := b.faults(); len(f) > 0 {
		t.Errorf("after the change: %v", f)
	}
	for range 9 {
		b.press(fyne.KeyMinus)
	}
	b.press(fyne.Key7)
	b.tap("深色")
	if got := b.office.prefs["window.mode"]; got != "dark" {
		t.Errorf("mode %q", got)
	}
	for _, p := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6} {
		b.press(p)
		b.later()
		if f := b.faults(); len(f) > 0 {
			t.Errorf("page %s: %v", p, f)
		}
	}
}

func TestSettingsAreKeptAtOnce(t *testing.T) {
	b := opened(t)
	b.press(fyne.Key7)
	b.tap("662 5201")
	b.typeText("662 5299")
	b.canvas.Unfocus()
	if got := b.office.set.Office.Phone; got != "662 5299" {
		t.Errorf("phone %q", got)
	}
	b.tap("增加审定人…")
	b.typeText("刘建军") // the name has the keyboard
	b.press(fyne.KeyReturn)
	if p := b.office.set.People; len(p) != 3 || p[2].Name != "刘建军" || !p[2].Approver {
		t.Errorf("people %+v", p)
	}
	b.sees("刘建军", "已离岗，不再列出，旧文书和记录不变：王海（2026-08-31）")
	b.tap("立即备份")
	b.called("backup")
	b.toasted("已备份到 /data/备份/2026-11-24.db")
	b.tap("校验全部记录")
	b.toasted("643 件、3187 条记录，校验一致")
	b.tap("打开")
	if len(b.system.shown) != 1 || b.system.shown[0] != "/办公/一单清" {
		t.Errorf("shown %v", b.system.shown)
	}
}

func TestListsPage(t *testing.T) {
	b := opened(t)
	b.press(fyne.Key4)
	b.sees("柳河镇履行职责事项清单（2026年版）　现行", "清办发〔2026〕9号 · 2026-03-01 起施行", "高标准农田设施日常管护", "落实管护主体")
	b.tap("上级部门收回")
	b.sees("农村房屋安全鉴定", "餐饮场所燃气安全执法检查与处罚", "承接部门", "委托专业机构鉴定")
	b.key(fyne.KeyEscape)
	b.press(fyne.KeyF)
	b.typeText("县城管执法局")
	b.sees("餐饮场所燃气安全执法检查与处罚")
	b.lacks("农村房屋安全鉴定")
	b.typeText("没有的词")
	b.sees("没有符合条件的事项")
}

func TestDroppedAndOpenedFiles(t *testing.T) {
	b := opened(t)
	b.system.choose = []string{"/优盘/通知.docx"}
	b.press(fyne.KeyO)
	b.sees("建议：拒接反馈")
	b.press(fyne.KeyS)
	if n := b.office.find("n640"); n.Channel != ledger.ChannelFile {
		t.Errorf("channel %q", n.Channel)
	}
}

func TestTypedByHand(t *testing.T) {
	b := opened(t)
	b.canvas.Focused().TypedRune('请')
	b.sees("手工登记一件", "电话、口头通知")
	b.typeText(do().text)
	b.press(fyne.KeyReturn)
	b.sees("建议：承办")
	b.press(fyne.KeyS)
	if n := b.office.find("n640"); n.Channel != ledger.ChannelPhone {
		t.Errorf("channel %q", n.Channel)
	}
}

func TestALeftNoticeCanBeBroughtBack(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	if b.office.kept == nil {
		t.Error("no draft is kept")
	}
	b.key(fyne.KeyEscape)
	b.sees("在此粘贴通知全文")
	if b.office.kept != nil {
		t.Error("the draft is still kept")
	}
	b.tap("恢复")
	b.sees("建议：拒接反馈")
}

func TestADraftOutlivesACrash(t *testing.T) {
	f := newFakeOffice()
	b := openWindow(t, f, 1366, 666)
	b.paste(refusal().text)
	again := openWindow(t, f, 1366, 666)
	again.toasted("上次有一件没有登记完")
	again.tap("继续")
	again.sees("建议：拒接反馈")
}

func TestANoticeIsNoNameOfAnOffice(t *testing.T) {
	b := unset(t)
	b.typeText("关于开展防汛值守的通知 各乡镇人民政府： 请于6月3日前报送值班表。 清河县应急管理局")
	b.sees("这不像单位名称。来文请在开始使用之后粘贴。")
	b.press(fyne.KeyReturn)
	b.toasted("这不像单位名称")
	if b.office.set.Office.Name != "" {
		t.Errorf("saved as %q", b.office.set.Office.Name)
	}
	b.typeText("清河县柳河镇人民政府")
	b.sees("简称“柳河镇”、编号“柳反馈”已取得")
}
