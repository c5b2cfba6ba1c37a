package window_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// dropAll opens files as Ctrl+O with many chosen does.
func (b *bench) dropAll(paths ...string) {
	b.system.choose = paths
	b.press(fyne.KeyO)
}

// TestManyFilesBecomeAQueue: one line a file, each with what came of it, and the rest goes on.
func TestManyFilesBecomeAQueue(t *testing.T) {
	b := opened(t)
	b.paste(meeting().text)
	b.press(fyne.KeyS) // no. 643, so that its words are known
	f := b.office
	f.files = map[string]string{"/收文/好.docx": do().text, "/收文/好2.docx": do().text, "/收文/密.docx": "机密★1年\n关于某事的通知", "/收文/会.docx": meeting().text}
	f.badFiles = map[string]error{"/收文/没了.docx": app.Errorf(app.CodeNotFound, "找不到“没了.docx”，可能已被移走或改名。没有读入任何内容。请重新选择文件。"),
		"/收文/图.png": app.Errorf(app.CodeFormat, "打不开“图.png”。原文件未动。本版本还不读图片里的文字。请把要点打字录入，图片可随件保存。")}
	f.folders = map[string][]string{"/收文": {"/收文/好.docx", "/收文/没了.docx", "/收文/图.png", "/收文/密.docx", "/收文/好2.docx", "/收文/会.docx"}}
	b.dropAll("/收文", "/桌面/拒.docx")
	b.sees("队列 7 件", "已比对 2 · 不用登记 2 · 读不了 2 · 密级 1", "承办", "拒接反馈", "读不了", "密级，未收入", "与前面重复", "已登记过第 643 号",
		"文件夹“/收文”：其中的 1 个文件夹没有读。", "（带密级标志，不显示名称）")
	b.lacks("某事", "密.docx")
	for _, it := range f.queue {
		if strings.Contains(it.Path, "密") || strings.Contains(it.Text, "机密") {
			t.Errorf("something of a secret is kept: %+v", it)
		}
	}
	b.tap("没了.docx")
	b.sees("找不到“没了.docx”", "没有读入任何内容", "请重新选择文件", "再读一次", "移出队列")
	delete(f.badFiles, "/收文/没了.docx")
	f.files["/收文/没了.docx"] = mixed().text
	b.tap("再读一次")
	b.sees("部分承担 4", "读不了 1")
	b.tap("移出队列")
	b.sees("队列 6 件")
	b.toasted("已移出队列，原文件未动")
}

// TestQueueByKeyboard goes through the lines with Enter, Ctrl+PgDn and Ctrl+PgUp, registers one and comes back.
func TestQueueByKeyboard(t *testing.T) {
	b := opened(t)
	b.office.files = map[string]string{"/1.docx": do().text, "/2.docx": refusal().text, "/3.docx": mixed().text}
	b.dropAll("/1.docx", "/2.docx", "/3.docx")
	b.sees("队列 3 件", "已比对 3")
	b.key(fyne.KeyReturn) // the table has the keyboard
	b.sees("建议：承办", "队列 1/3", "上一件", "下一件")
	b.press(fyne.KeyPageDown)
	b.sees("建议：拒接反馈", "队列 2/3", "哪天收到？")
	b.tap("今天 11-24")
	b.press(fyne.KeyPageDown)
	b.sees("建议：部分承担", "队列 3/3")
	b.press(fyne.KeyPageDown)
	b.toasted("后面没有可看的了")
	b.press(fyne.KeyPageUp)
	b.sees("队列 2/3", "收到|今天") // what was answered stays answered
	b.lacks("哪天收到？")
	b.press(fyne.KeyS)
	b.toasted("已登记第 643 号")
	b.sees("队列 3 件", "已登记第 643 号", "已比对 2 · 已登记 1")
	if len(b.office.queue) != 2 {
		t.Errorf("kept %+v", b.office.queue)
	}
	b.tap("撤回")
	b.sees("已比对 3")
	b.key(fyne.KeyEscape)
	b.sees("在此粘贴通知全文", "队列里有 3 件", "回到队列")
	b.tap("回到队列")
	b.sees("队列 3 件")
}

// TestOnlyWhatWasLookedAtIsRegisteredTogether, and only after a list of it was confirmed.
func TestOnlyWhatWasLookedAtIsRegisteredTogether(t *testing.T) {
	b := opened(t)
	other := strings.Replace(do().text, "\n", "\n（另一件）", 1)
	b.office.checks[firstLine(other)] = do().check
	b.office.files = map[string]string{"/1.docx": do().text, "/2.docx": other, "/3.docx": refusal().text, "/4.docx": strings.Replace(other, "另一件", "第三件", 1)}
	b.dropAll("/1.docx", "/2.docx", "/3.docx", "/4.docx")
	b.press(fyne.KeyS)
	b.toasted("还没有可以一起登记的")
	b.key(fyne.KeyReturn)
	b.press(fyne.KeyPageDown)
	b.press(fyne.KeyPageDown) // the refusal is looked at too
	b.key(fyne.KeyEscape)
	b.sees("登记看过的 2 件…", "建议不是承办、配合或备查")
	b.press(fyne.KeyS)
	b.sees("登记看过的 2 件", "下面各件按建议登记")
	if len(b.office.notices) != 0 {
		t.Fatal("registered before the list was confirmed")
	}
	b.press(fyne.KeyReturn)
	if len(b.office.notices) != 2 || b.office.notices[0].Demands[0].State != ledger.StateDoing || b.office.notices[0].Channel != ledger.ChannelFile {
		t.Fatalf("registered %+v", b.office.notices)
	}
	b.toasted("已登记 2 件，第 643 号至第 644 号")
	b.sees("已比对 2 · 已登记 2")
	b.tap("撤回")
	b.called("void n640 登记后当即撤回")
	b.called("void n641 登记后当即撤回")
	b.sees("已比对 4")
}

// TestAChangedFileIsNotRegisteredUnseen: what lies there now is not what the clerk looked at.
func TestAChangedFileIsNotRegisteredUnseen(t *testing.T) {
	b := opened(t)
	b.office.files = map[string]string{"/1.docx": do().text, "/2.docx": refusal().text}
	b.dropAll("/1.docx", "/2.docx")
	b.key(fyne.KeyReturn)
	b.key(fyne.KeyEscape)
	b.office.files["/1.docx"] = do().text + "改"
	b.press(fyne.KeyS)
	b.press(fyne.KeyReturn)
	if len(b.office.notices) != 0 {
		t.Fatalf("registered %+v", b.office.notices)
	}
	b.toasted("1 件没有登记，原因在队列里")
	b.sees("与看过的不一样了，没有登记", "登记看过的 0 件…")
}

func TestSeveralPastedNoticesBecomeAQueue(t *testing.T) {
	b := opened(t)
	b.paste(do().text + "\n=====\n" + refusal().text + "\n=====\n机密★1年\n某事")
	b.sees("带有密级标志，没有收入", "清空剪贴板") // the clipboard still holds it
	b.key(fyne.KeyEscape)
	b.sees("队列 3 件", "已比对 2 · 密级 1", "粘贴的文字里有 3 件来文，已分开")
	b.lacks("某事")
}

// TestTheQueueOutlivesACrash: the start page says so and leads back.
func TestTheQueueOutlivesACrash(t *testing.T) {
	f := newFakeOffice()
	f.files = map[string]string{"/1.docx": do().text, "/2.docx": refusal().text}
	b := openWindow(t, f, 1366, 666)
	b.dropAll("/1.docx", "/2.docx")
	again := openWindow(t, f, 1366, 666)
	again.sees("上次的队列还有 2 件没有登记，已保留。", "继续")
	again.tap("继续")
	again.sees("队列 2 件", "已比对 2")
	again.tap("清空队列")
	again.sees("还有 2 件没有登记。清空后不再保留", "保留队列")
	again.key(fyne.KeyEscape) // the safe answer
	again.sees("队列 2 件")
}

func TestFiveHundredFilesAtOnce(t *testing.T) {
	b := opened(t)
	f := b.office
	f.files, f.badFiles = map[string]string{}, map[string]error{}
	var paths []string
	for i := range 500 {
		p := fmt.Sprintf("/收文/%03d.docx", i)
		paths = append(paths, p)
		f.files[p] = do().text + fmt.Sprint(i)
		if i%50 == 7 {
			f.badFiles[p] = app.Errorf(app.CodeDamaged, "打不开“%s”：文件已损坏。原文件未动。请对方重发。", p)
		}
	}
	b.dropAll(paths...)
	b.sees("队列 500 件", "已比对 490 · 读不了 10")
}
