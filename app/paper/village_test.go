package paper_test

import (
	"testing"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
)

func TestAVillageReportsAndNamesNoRefusal(t *testing.T) {
	doc, ev := facts(t, paper.KindVillage, papertest.Certificates())
	has(t, doc,
		"反映单位|柳河镇东湾村村民委员会", "呈送单位|清河县柳河镇人民政府", "来件单位|柳河镇民政办公室", "来件方式|工作群消息，2026年11月24日",
		"来件原句|第1项：“给每户低保申请人开婚姻状况证明”。", "不属村里出具的证明|“另附一份健在证明”：不由村里出具", "不属村里出具的证明|同上",
		"我村能做的|我村如实说明了解的情况，协助入户调查。", "建　　议|第1、2项建议由有关部门核验取得，不再由我村出具证明。",
		"请求事项|请明确所列证明不由村里出具，所需材料以一次性清单为准。", "办理结果|不再要求调整后办理维持　　说明：",
	)
	has(t, ev, "|来文第1、2项向上反映。经办：周玉兰；审定见签字。")
	hasNot(t, append(doc, ev...), "拒", "不承担", "贵", "我镇", "乡镇")
}

func TestAVillageNamesThePartsOfItsOwnList(t *testing.T) {
	s := papertest.Gas()
	s.Office = papertest.Certificates().Office
	s.To = papertest.Certificates().To
	doc, ev := facts(t, paper.KindVillage, s)
	has(t, doc, "不属村里承担的事项|清单禁入事项第17项", "我村能做的|一、我村承担“各乡镇发动村（社区）排查燃气安全隐患线索”；")
	has(t, ev, "|禁入事项第17项", "|协助事项第41项")
	hasNot(t, doc, "上级部门收回", "拒")
	s.Office.Type, s.Office.Name, s.Office.Short = app.Community, "城关街道河东社区居民委员会", "河东社区"
	s.To.Name = "清河县城关街道办事处"
	doc, _ = facts(t, paper.KindVillage, s)
	has(t, doc, "居民委员会（盖章）|2026年11月24日", "街道意　　见|（盖章）", "不属社区承担的事项|“切实履行属地管理主体责任”：主责转由社区承担")
}

func TestABankGetsAShortAnswer(t *testing.T) {
	doc, _ := facts(t, paper.KindAnswer, papertest.Bank())
	has(t, doc, "答复单位|清河县柳河镇人民政府", "送达单位|清河县农村商业银行柳河支行", "答复意见|第1、2项建议取消。我镇协助核对本单位掌握的情况。")
	hasNot(t, doc, "撤回", "工作日内答复", "拒接")
}
