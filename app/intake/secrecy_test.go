package intake

import (
	"strings"
	"testing"

	"yidanqing/app"
)

func TestSecrecyMarks(t *testing.T) {
	for _, line := range []string{
		"机密★1年", "绝密", "秘密", " 机 密 ★ 10 年 ", "机　密　★　长期", "绝密★启用前", "秘密☆5年", "秘密*6个月", "秘密＊1年", "机密⭐1年", "秘密 5年",
		"机密 长期", "机密级", "000012 机密★1年", "000012机密★1年特急", "机密★1年 特急", "特急 机密", "No.000012 秘密★", "份号：000012 秘密★3年",
		"清河县委办公室文件        机密★1年", "机密\t特急", "密级：机密", "密级: 秘密★3年", "密　级：绝密", "文件密级：秘密", "密级（秘密）", "密级：秘密  保密期限：5年",
		"密级：秘密级", "密级：内部", "保密等级 密级：机密", "【机密】关于做好有关工作的通知", "（秘密★5年）", "[绝密]", "关于有关情况的通报（机密）",
		"内部资料", "内部资料 注意保存", "内部资料，请勿外传", "【内部资料】", "（内部资料 妥善保管）", "内部资料★注意保管", "会议参阅件（内部资料）", "机\u200b密★1年",
		"| 000001 | 机密★1年 |", "内部资料（不公开）",
	} {
		if secrecyMark(line) == "" {
			t.Errorf("%q was taken for an ordinary line", line)
		}
	}
}

func TestOrdinaryWordsAreNoMarks(t *testing.T) {
	for _, line := range []string{
		"", "关于加强保密工作的通知", "请各乡镇机要员到县委机要局领取", "清河县国家保密局", "不得泄露商业秘密和个人隐私", "严守国家秘密、工作秘密", "机密文件管理制度学习材料",
		"秘密排查不留死角", "绝密档案电影展演活动", "涉及国家秘密的，按保密规定办理", "标注“秘密★1年”的文件不得通过微信传递", "凡标有机密★字样的文件不得复印",
		"密级：无", "密级：公开", "密级：", "密级：普通", "密级 保密期限", "涉密人员名单", "一、秘密级以上文件单独登记", "密级：秘密以上的文件由专人保管",
		"定密责任人按照规定确定密级、保密期限和知悉范围", "请将内部资料整理归档", "内部资料整理归档工作的通知", "企业内部资料性出版物年检", "（商业秘密）", "保守秘密承诺书",
		"特急", "000012", "秘密投票选举", "国家秘密", "机密 文件 登记 表", "投票采取秘密写票的方式，设秘密写票处", "清河县保密委员会办公室", "联系人：机密科 王明",
	} {
		if m := secrecyMark(line); m != "" {
			t.Errorf("%q was taken for the mark %q", line, m)
		}
	}
}

func TestSecretDocumentIsNamedByItsMarkOnly(t *testing.T) {
	doc := app.Document{Blocks: []app.Block{{Text: "中共清河县委办公室文件"}, {Text: "\n机密★1年\n关于某人某事的情况通报"}}}
	err := refuseSecret(doc)
	if app.ErrorCode(err) != app.CodeSecret {
		t.Fatal(err)
	}
	msg := app.ErrorMessage(err)
	if !strings.Contains(msg, "第 2 行有“机密★1年”") || strings.Contains(msg, "某人某事") {
		t.Errorf("message: %s", msg)
	}
	named := app.Document{Name: "（秘密）关于某事.docx", Blocks: []app.Block{{Text: "正文"}}}
	if err := refuseSecret(named); app.ErrorCode(err) != app.CodeSecret || !strings.Contains(app.ErrorMessage(err), "文件名") {
		t.Errorf("file name: %v", err)
	}
}

func FuzzSecrecyMark(f *testing.F) {
	for _, s := range []string{"机密★1年", "【秘密】", "密级：", "（（（", "内部资料（", "000机密★", "\u200b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if m := secrecyMark(s); m != "" && !strings.Contains(squeeze(s), strings.TrimPrefix(m, "密级：")) {
			t.Errorf("mark %q does not stand in %q", m, s)
		}
	})
}
