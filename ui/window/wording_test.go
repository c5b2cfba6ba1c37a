package window_test

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
)

const (
	shippedReply = "请于收到之日起【天数】个工作日内答复。"
	ownReply     = "盼在收到后【天数】个工作日内函告结果。"
)

// openWording opens the sentences of the 反馈单 with the one that asks for an answer in the editor.
func openWording(t *testing.T, width, height float32) *bench {
	t.Helper()
	b := openWindow(t, newFakeOffice(), width, height)
	b.press(fyne.Key7)
	b.tap("文书措辞")
	b.toReply()
	return b
}

// toReply goes down the list of sentences to the one that asks for an answer.
func (b *bench) toReply() {
	b.t.Helper()
	for range 6 {
		b.key(fyne.KeyDown)
	}
	b.later()
}

func TestASentenceIsRewordedAndTakenBack(t *testing.T) {
	b := openWording(t, 1366, 696)
	b.sees("反馈单", "反馈函", "提级反映单", "先沟通短信", "监测月报", "版式 1", "示例：事项拒接反馈单", "红线处是这句话",
		"例：请于收到之日起5个工作日内答复。", "用在以后的文书上；已出的文书不变", "插入字段", "原文")
	b.write(shippedReply, ownReply)
	b.sees("有改动没有保存")
	b.later()
	b.sees("例：盼在收到后5个工作日内函告结果。")
	b.press(fyne.KeyReturn)
	b.toasted("已保存“意见：请对方答复”，用在以后的文书上")
	b.sees("已改", "2026-11-24 李敏 改", "版式 1-")
	if s := b.office.sentence("text/reply"); s.Text != ownReply {
		t.Fatalf("the sentence is %q", s.Text)
	}
	b.tap("2026-11-24 李敏 改")
	b.sees("“意见：请对方答复”的改动", "随软件的原文", shippedReply, "取用")
	b.key(fyne.KeyEscape)
	b.tap("撤回")
	if s := b.office.sentence("text/reply"); s.Own || len(s.Steps) != 2 {
		t.Errorf("after 撤回: %+v", s)
	}
	b.sees("版式 1")
}

func TestAFaultyOrUnsafeSentenceIsNotKept(t *testing.T) {
	b := openWording(t, 1366, 696)
	b.write(shippedReply, "请于收到之日起【天数个工作日内答复。")
	b.later()
	b.sees("第1行第8字：“【天数个工作日内”没有配上“】”。请在字段名后面补上“】”。", "改好后再显示")
	b.press(fyne.KeyReturn)
	b.sees("没有配上“】”")
	if s := b.office.sentence("text/reply"); s.Own {
		t.Error("a faulty sentence was kept")
	}
	b.tap("恢复原文")
	b.sees(shippedReply)
	b.press(fyne.KeyF)
	for range 6 {
		b.key(fyne.KeyUp)
	}
	b.later()
	b.write("｛清单【部分】第【项】项。｝【我】按清单职责办理｛，【时限】前完成｝。", "｛清单【部分】第【项】项。｝【我】不承担｛，【时限】前完成｝。")
	b.press(fyne.KeyReturn)
	b.sees("这句话用在本单位继续办的事项上，不能写“不承担”。承担不承担由处理决定，不由措辞决定。")
	if s := b.office.sentence("text/keep_on"); s.Own {
		t.Error("a refusal was put into the mouth of a decision to cooperate")
	}
}

func TestAnUnsavedSentenceIsAskedAbout(t *testing.T) {
	b := openWording(t, 1366, 696)
	b.write(shippedReply, ownReply)
	b.tap("反馈函")
	b.sees("保存改动？", "“意见：请对方答复”有改动还没有保存。")
	b.key(fyne.KeyEscape)
	b.sees(ownReply)
	b.press(fyne.Key1)
	b.sees("保存改动？")
	b.tap("不保存")
	b.sees("最近收件")
	if s := b.office.sentence("text/reply"); s.Own {
		t.Error("kept though not saved")
	}
	b.press(fyne.Key7)
	b.toReply()
	b.write(shippedReply, ownReply)
	b.tap("反馈函")
	b.press(fyne.KeyReturn)
	b.sees("开头：对照清单", "【您方】")
	if s := b.office.sentence("text/reply"); !s.Own {
		t.Error("not kept though saved")
	}
}

func TestWordingComesInByFileAndAPaperIsReset(t *testing.T) {
	b := openWording(t, 1366, 696)
	b.office.files = map[string]string{"/优盘/措辞.txt": "■ 反馈单：意见：请对方答复\n" + ownReply + "\n", "/优盘/坏.txt": "■ 反馈单：意见：请对方答复\n请于【天数日内\n"}
	b.office.badFiles = map[string]error{"/优盘/图.txt": errors.New("x")}
	b.system.choose = []string{"/优盘/坏.txt"}
	b.tap("导入措辞…")
	b.sees("没有导入措辞", "第2行第3字", "原来的措辞不变")
	b.key(fyne.KeyEscape)
	b.system.choose = []string{"/优盘/措辞.txt"}
	b.tap("导入措辞…")
	b.toasted("已导入，改动 1 句，用在以后的文书上")
	b.sees("已改")
	b.tap("全部恢复…")
	b.sees("恢复原文？", "“反馈单”改过的 1 句恢复为随软件的原文。")
	b.press(fyne.KeyReturn)
	b.toasted("“反馈单”已恢复原文 1 句")
	if s := b.office.sentence("text/reply"); s.Own {
		t.Error("not taken back")
	}
	b.tap("导出措辞")
	b.toasted("已导出措辞，可在上面改：文书措辞.txt")
}

func TestAVillageSeesTheWordingOfItsOwnPapers(t *testing.T) {
	f := newFakeOffice()
	f.setOwnOffice(app.Office{Type: app.Village, Name: "柳河镇东湾村村民委员会", Short: "东湾村", County: "清河县", Prefix: "东湾", Clerk: "周玉兰"})
	b := openWindow(t, f, 1366, 696)
	b.menuItem("改文书措辞…")
	b.later()
	b.sees("村级反映单", "支援请求单", "先沟通短信")
	if said := b.says(); strings.Contains(said, "反馈函") || strings.Contains(said, "监测月报") {
		t.Error("a village is shown papers that it does not issue")
	}
}

func TestWordingInANarrowWindow(t *testing.T) {
	f := newFakeOffice()
	f.prefs["window.text_percent"] = "200"
	b := openWindow(t, f, 1366, 666)
	b.menuItem("改文书措辞…")
	b.later()
	b.sees("继续承担的事项：配合")
	b.key(fyne.KeyReturn)
	b.sees("返回", "改写", "预览", "插入字段", "保存")
	b.tap("预览")
	b.sees("示例：事项拒接反馈单")
	b.key(fyne.KeyEscape)
	b.sees("意见：继续办的，有时限")
}
