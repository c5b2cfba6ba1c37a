package paper_test

import (
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
)

func TestALetterSaysTheSameInSentences(t *testing.T) {
	doc, ev := facts(t, paper.KindLetter, papertest.Gas())
	has(t, doc,
		"发文机关|清河县柳河镇人民政府", "发文字号|柳反馈〔2026〕17号", "主送机关|清河县住房和城乡建设局：",
		"标题|清河县柳河镇人民政府关于燃气餐饮场所安全隐患排查整治有关事项的复函",
		"正文|贵局《关于开展燃气餐饮场所安全隐患排查整治的通知》（清建函〔2026〕118号）收悉。对照《清河县柳河镇履行职责事项清单（2026年版）》（清办发〔2026〕9号，2026年3月1日起施行，以下简称清单）和有关规定，现函复如下。",
		"正文|一、不承担的事项",
		"正文|（一）来文第一项要求“各乡镇对餐饮场所燃气安全开展执法检查，责令整改并依法处罚”，该事项已列入清单“上级部门收回”第17项“餐饮场所燃气安全执法检查与处罚”，由贵局、县城管执法局承接，建议由贵局依法组织实施。"+
			"来文要求“切实履行属地管理主体责任”，主责转由乡镇承担，与《整治形式主义为基层减负若干规定》（以下简称《规定》）第六部分不一致，建议由贵局牵头，我镇按清单职责配合。",
		"正文|（三）来文第四项要求“乡镇工作人员须下载‘清燃通’App，实名注册、每日打卡”，与《规定》第五部分、国办函〔2026〕12号不一致，建议取消。",
		"正文|二、继续承担的事项。我镇按清单“配合履职”第41项办理“各乡镇发动村（社区）排查燃气安全隐患线索”，11月26日17:00前完成。",
		"正文|三、建议调整的要求。来文要求“每户拍照不少于6张”，建议不定照片张数，确有需要的附1张（《规定》第三部分）。",
		"正文|请于收到本函之日起5个工作日内函复。", "|附件：比对证据页", "成文日期|2026年11月24日", "附注|（联系人：李敏，电话：662 5201）",
	)
	hasNot(t, doc, "拒", "妥否")
	has(t, ev, "编号|附于：柳反馈〔2026〕17号")
}

func TestALetterKeepsTheClerksOwnWords(t *testing.T) {
	if w, _ := writer(t); w.OpinionFor(paper.KindLetter, papertest.Gas()) != "" {
		t.Error("words are filled in that the letter does not print")
	}
	w, _ := writer(t)
	s := papertest.Gas()
	s.Check.Demands = s.Check.Demands[2:3]
	s.Opinion = w.Opinion(s) // as prefilled: the letter says it already
	doc, _ := facts(t, paper.KindLetter, s)
	hasNot(t, doc, s.Opinion)
	has(t, doc, "正文|二、继续承担的事项。我镇按清单职责做好有关工作。")
	s.Opinion = "我镇已于本月开展自查，可提供结果。"
	s.Fields = app.Fields{DocNo: "清组函〔2026〕3号"}
	s.To = paper.Addressee{Name: "中共清河县委组织部", Class: paper.ClassParty}
	s.Number = ""
	doc, _ = facts(t, paper.KindLetter, s)
	has(t, doc, "正文|"+s.Opinion, "发文字号|〔　　　　〕　　号", "标题|清河县柳河镇人民政府关于来文有关事项的复函")
	if all := strings.Join(doc, "\n"); !strings.Contains(all, "贵部来文（清组函〔2026〕3号）收悉。") {
		t.Errorf("opening of the letter: %s", all)
	}
}
