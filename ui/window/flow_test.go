package window_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

func opened(t *testing.T) *bench {
	t.Helper()
	return openWindow(t, newFakeOffice(), 1366, 666)
}

// TestThreeActionsNothingTyped is the main job: Ctrl+V, Ctrl+G, Ctrl+Enter.
func TestThreeActionsNothingTyped(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.sees("建议：拒接反馈", "现场核查已列入“上级部门收回”第22项，由县农业农村局承接。", "上级部门收回 第22项", "发现的问题 3", "生成反馈单", "尚未登记 · 事项 1")
	b.press(fyne.KeyG)
	b.sees("处理与文书", "拒接反馈", "与建议一致", "共 2 页", "事项拒接反馈单", "下一号 柳反馈〔2026〕17号", "待签章")
	b.press(fyne.KeyReturn)
	b.called("issue")
	if r := b.office.requests; len(r) != 1 || !r[0].Evidence || r[0].Folder != "/办公/一单清/文书" || r[0].Opinion != "" || len(r[0].Choices) != 0 {
		t.Errorf("issued %+v", r)
	}
	if !slices.Equal(b.system.printed, []string{"/data/文书/柳反馈〔2026〕17号.pdf"}) {
		t.Errorf("printed %v", b.system.printed)
	}
	b.toasted("已出文 柳反馈〔2026〕17号，已送打印")
	b.sees("台账", "2026年第643号", "出文 柳反馈〔2026〕17号", "登记审定")
}

// TestSignatureDeliveryReply goes on from the paper to the reply, with the keyboard alone.
func TestSignatureDeliveryReply(t *testing.T) {
	b := opened(t)
	b.paste(mixed().text)
	b.press(fyne.KeyG)
	b.press(fyne.KeyReturn)
	b.press(fyne.KeyReturn)
	b.sees("登记审定：柳反馈〔2026〕17号", "赵国梁（分管副镇长）", "2026-11-24 今天")
	b.lacks("王海")
	b.press(fyne.KeyReturn)
	b.called("approve p17 赵国梁 2026-11-24")
	b.press(fyne.KeyReturn)
	b.sees("登记送达：柳反馈〔2026〕17号", "清河县住房和城乡建设局")
	b.press(fyne.KeyReturn)
	b.called("deliver p17 2026-11-24 ")
	b.press(fyne.KeyReturn)
	b.sees("登记答复：柳反馈〔2026〕17号", "事1", "事4", "撤回", "调整", "维持")
	b.press(fyne.KeyReturn)
	b.called("reply n640-d1 withdrawn")
	b.called("reply n640-d4 withdrawn")
	b.sees("已答复·撤回")
}

func TestMeetingIsAttendedFirst(t *testing.T) {
	b := opened(t)
	b.paste(meeting().text)
	b.sees("建议：提级反映（先参会，不耽误）", "会议要素", "县政府三楼会议室", "登记参会", "并入月度提级")
	b.press(fyne.KeyS)
	b.called("register")
	if len(b.office.decided) != 1 || b.office.decided[0].Verdict != app.VerdictDo {
		t.Errorf("decided %+v", b.office.decided)
	}
	b.toasted("已登记第 643 号，承办中")
	b.sees("在此粘贴通知全文", "全县秋冬季秸秆禁烧工作推进会")
}

func TestDoIsRegisteredAndArranged(t *testing.T) {
	b := opened(t)
	b.paste(do().text)
	b.sees("建议：承办", "登记并安排", "基本履职 第52项", "规则没有发现问题")
	b.key(fyne.KeySpace) // the primary button has the keyboard
	b.toasted("已登记第 643 号，承办中")
	b.tap("撤回")
	b.called("undo n640")
}

func TestRegisterOnlyCanBeTakenBack(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyS)
	b.toasted("已登记第 643 号，事项 1")
	if len(b.office.decided) != 0 {
		t.Errorf("decided %+v", b.office.decided)
	}
	b.tap("撤回")
	b.called("void n640 登记后当即撤回")
}

func TestTheDayReceivedIsAskedInPlace(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.sees("哪天收到？", "今天 11-24", "文中 11-20")
	b.tap("今天 11-24")
	b.called("received 2026-11-24")
	b.lacks("哪天收到？")
	b.sees("收到|今天")
}

func TestFieldsArePutRight(t *testing.T) {
	b := opened(t)
	b.paste(mixed().text)
	b.tap("县住房和城乡建设局")
	entry, ok := b.canvas.Focused().(interface{ SetText(string) })
	if !ok {
		t.Fatalf("no field to type into: %T", b.canvas.Focused())
	}
	entry.SetText("县住建局")
	b.canvas.Unfocus()
	b.called("correct issuer=县住建局")
	b.sees("县住建局")
	b.tap("周明 662 1358")
	entry = b.canvas.Focused().(interface{ SetText(string) })
	entry.SetText("李明 662 1111")
	b.key(fyne.KeyEscape) // drops what was typed
	b.canvas.Unfocus()
	for _, c := range b.office.calls {
		if strings.HasPrefix(c, "correct contact") {
			t.Errorf("kept after Esc: %v", b.office.calls)
		}
	}
	b.sees("建议：部分承担")
}

func TestDoubtSetsTwoReadingsSideBySide(t *testing.T) {
	b := opened(t)
	b.paste(doubt().text)
	b.sees("建议：提级反映（请明确职责）", "两个清单事项都说得通", "相差 0.03，拿不准", "农村自建房安全隐患排查", "农村房屋安全鉴定",
		"村级摸排、登记、上报线索", "不承担，由县住建局承接", "0.58", "0.55", "按甲：配合", "按乙：拒接反馈", "生成提级反映单", "“近期”，未写明")
	b.tap("按乙：拒接反馈")
	b.sees("改判为“拒接反馈”？", "软件建议是提级反映（把握 0.55）", "仍按提级反映")
	b.press(fyne.KeyReturn)
	b.toasted("请写一句理由") // never without a sentence
	b.canvas.Focused().(interface{ SetText(string) }).SetText("要求出具鉴定意见")
	b.press(fyne.KeyReturn)
	b.sees("建议：拒接反馈（已改判）", "生成反馈单")
	b.press(fyne.KeyG)
	if p := b.office.previews; len(p) == 0 || len(p[0].Choices) != 1 || p[0].Choices[0].Reason != "要求出具鉴定意见" || p[0].Choices[0].Verdict != app.VerdictRefuse {
		t.Errorf("previewed %+v", p)
	}
	b.sees("与建议不同")
	b.key(fyne.KeyEscape) // the choice is not lost on the way back
	b.sees("建议：拒接反馈（已改判）")
}

// TestTheSuperiorIsAskedOnce: the first escalation asks to whom it goes, with the likely answer filled in.
func TestTheSuperiorIsAskedOnce(t *testing.T) {
	b := opened(t)
	b.paste(doubt().text)
	b.press(fyne.KeyG)
	b.sees("提级反映呈送哪个单位？", "清河县减负办", "呈送这里")
	b.press(fyne.KeyReturn)
	if len(b.office.requests) != 0 {
		t.Error("issued without an addressee")
	}
	b.key(fyne.KeySpace) // the answer has the keyboard
	if got := b.office.set.Superior; got != "清河县减负办" {
		t.Errorf("superior %q", got)
	}
	b.sees("共 2 页")
	b.press(fyne.KeyReturn)
	b.called("issue")
}

func TestWithoutListNothingIsJudgedByIt(t *testing.T) {
	f := newFakeOffice()
	f.list = nil
	c := do().check
	c.Verdict, c.Demands[0].Verdict, c.Matches, c.Demands[0].Matches, c.Reasons, c.Versions = app.VerdictUnjudged, app.VerdictUnjudged, nil, nil, []string{"规则没有发现问题。"}, nil
	f.checks[firstLine(do().text)] = c
	b := openWindow(t, f, 1366, 666)
	b.sees("还没有本镇清单", "导入清单")
	b.paste(do().text)
	b.sees("未导入清单，不作判断", "未导入清单，没有对照", "只登记")
	b.lacks("不在清单", "清单中没有找到")
}

func TestCapsAndEmergencyAreSaid(t *testing.T) {
	f := newFakeOffice()
	c := refusal().check
	c.Cap, c.Verdict, c.Emergency = []string{"县委、县政府部署，先办后议"}, app.VerdictDo, true
	c.Demands[0].Verdict = app.VerdictDo
	f.checks[firstLine(refusal().text)] = c
	b := openWindow(t, f, 1366, 666)
	b.paste(refusal().text)
	b.sees("建议：承办", "县委、县政府部署，先办后议。", "应急事项，时限短不作为问题。")
}

func TestAVillageNeverRefuses(t *testing.T) {
	f := newFakeOffice()
	f.set.Office = app.OfficeNamed(app.Village, "清河县柳河镇东湾村村民委员会")
	f.list = nil
	b := openWindow(t, f, 1366, 666)
	b.lacks("还没有本镇清单")
	b.paste(mixed().text)
	b.sees("建议：部分承担", "向镇反映", "配合", "生成反映单")
	b.lacks("拒接")
	b.key(fyne.KeyF1)
	b.lacks("拒接反馈")
}

func TestOpenedAgainFromTheLedger(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyS)
	b.press(fyne.Key2)
	b.sees("开展农药经营许可现场核查", "待核对", "去核对")
	b.key(fyne.KeyReturn) // Enter opens a row
	b.sees("建议：拒接反馈", "2026年第643号 · 事项 1", "每店拍摄水印照片不少于4张", "生成反馈单")
	b.press(fyne.KeyG)
	b.sees("处理与文书")
	b.key(fyne.KeyEscape)
	b.sees("来文原文", "2026年第643号")
}

func TestDecidedRecordsAreReadOnly(t *testing.T) {
	b := opened(t)
	b.paste(do().text)
	b.press(fyne.KeyS)
	b.press(fyne.Key2)
	b.key(fyne.KeyReturn)
	b.sees("承办（承办中）", "在台账中查看")
	b.lacks("登记并安排", "改判")
}

func TestUndoUntilDelivered(t *testing.T) {
	b := opened(t)
	b.paste(do().text)
	b.press(fyne.KeyS)
	b.press(fyne.Key2)
	b.win.Shortcut(&fyne.ShortcutUndo{})
	b.called("undo n640")
}

// TestEveryShortcutIsAMenuItem keeps the table of the design: items answer while a field has the keyboard.
func TestEveryShortcutIsAMenuItem(t *testing.T) {
	b := opened(t)
	have := map[string]string{}
	for _, m := range b.win.Window().MainMenu().Items {
		for _, i := range m.Items {
			if i.Shortcut != nil {
				have[i.Shortcut.ShortcutName()] = i.Label
			}
		}
	}
	name := func(key fyne.KeyName, mod fyne.KeyModifier) string {
		return (&desktop.CustomShortcut{KeyName: key, Modifier: mod}).ShortcutName()
	}
	ctrl := fyne.KeyModifierShortcutDefault
	for key, word := range map[fyne.KeyName]string{fyne.KeyG: "Ctrl+G", fyne.KeyReturn: "Ctrl+Enter", fyne.KeyP: "Ctrl+P", fyne.KeyS: "Ctrl+S", fyne.KeyE: "Ctrl+E", fyne.KeyT: "Ctrl+T",
		fyne.KeyO: "Ctrl+O", fyne.KeyN: "Ctrl+N", fyne.KeyF: "Ctrl+F", fyne.Key1: "Ctrl+1", fyne.Key2: "Ctrl+2", fyne.Key3: "Ctrl+3", fyne.Key4: "Ctrl+4", fyne.Key5: "Ctrl+5", fyne.Key6: "Ctrl+6", fyne.Key7: "Ctrl+7",
		fyne.KeyEqual: "Ctrl+加号", fyne.KeyMinus: "Ctrl+减号"} {
		if label := have[name(key, ctrl)]; !strings.HasSuffix(label, word) {
			t.Errorf("no menu item for %s: %q", word, label)
		}
	}
	for _, key := range []fyne.KeyName{fyne.KeyF1, fyne.KeyF5, fyne.KeyF6} {
		if label := have[name(key, 0)]; !strings.HasSuffix(label, string(key)) {
			t.Errorf("no menu item for %s: %q", key, label)
		}
	}
	for _, key := range []fyne.KeyName{fyne.KeyV, fyne.KeyC, fyne.KeyX, fyne.KeyA, fyne.KeyZ} {
		if label, ok := have[name(key, ctrl)]; ok {
			t.Errorf("%s takes Ctrl+%s from every field", label, key)
		}
	}
}

func TestEnterNeverSubmits(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.key(fyne.KeyReturn)
	b.key(fyne.KeyEnter)
	b.sees("尚未登记")
	b.press(fyne.KeyG)
	b.key(fyne.KeyReturn)
	if len(b.office.requests) != 0 {
		t.Error("Enter issued a paper")
	}
	b.press(fyne.KeyReturn)
	b.press(fyne.KeyReturn) // 登记审定
	b.key(fyne.KeyReturn)
	b.sees("登记审定：")
	b.key(fyne.KeyEscape)
	b.lacks("登记审定：")
	for _, c := range b.office.calls {
		if strings.HasPrefix(c, "approve") {
			t.Error("Esc or Enter registered a signature")
		}
	}
}

func TestStateWordsOfTheLedger(t *testing.T) {
	b := opened(t)
	b.paste(mixed().text)
	b.press(fyne.KeyS)
	n := b.office.find("n640")
	for i := range n.Demands {
		n.Demands[i].State = ledger.StateAwaiting
	}
	n.Demands[1].State = ledger.StateCooperating
	b.press(fyne.Key2)
	b.sees("待答复3·配合1", "部分承担 4")
}

// TestLedgerIsPrintedAsItIsListed prints the rows of the present conditions and saves them as a table.
func TestLedgerIsPrintedAsItIsListed(t *testing.T) {
	b := opened(t)
	b.press(fyne.Key2)
	b.press(fyne.KeyP)
	b.sees("没有打印台账", "没有可印的台账")
	b.key(fyne.KeyEscape)
	b.press(fyne.Key1)
	b.paste(refusal().text)
	b.press(fyne.KeyS)
	b.press(fyne.Key2)
	b.sees("打印", "导出表格")
	b.press(fyne.KeyP)
	b.called("print ledger ")
	if n := len(b.system.printed); n != 1 || !strings.HasSuffix(b.system.printed[0], "柳河镇来件处理台账 2026-11-24.pdf") {
		t.Errorf("printed %v", b.system.printed)
	}
	b.toasted("台账已送打印")
	b.tap("导出表格")
	b.called("save ledger ")
	b.toasted("已导出台账表格：柳河镇来件处理台账 2026-11-24.xlsx")
}

// TestASignatureIsRegisteredInTheRow: one press in the row of another notice than the one chosen, and it becomes the chosen one.
func TestASignatureIsRegisteredInTheRow(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyG)
	b.press(fyne.KeyReturn) // waits for its signature
	signing := b.office.notices[0]
	if p := signing.Demands[0].Paper; p == nil {
		t.Fatalf("no paper: %+v", signing.Demands[0])
	}
	b.press(fyne.Key1)
	b.paste(do().text)
	b.press(fyne.KeyS)
	b.press(fyne.Key2)
	b.key(fyne.KeyHome) // the newer notice, which waits for nothing
	b.tapButton("登记审定")
	b.sees("登记审定：柳反馈〔2026〕17号", "赵国梁（分管副镇长）")
	b.press(fyne.KeyReturn)
	b.called("approve p17 赵国梁 2026-11-24")
	b.sees("登记送达") // the panel shows the notice that was signed
}
