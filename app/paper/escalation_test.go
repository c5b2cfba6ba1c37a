package paper_test

import (
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
)

func TestEscalationPutsTwoReadingsSideBySide(t *testing.T) {
	doc, ev := facts(t, paper.KindEscalation, papertest.Houses())
	has(t, doc,
		"反映单位|清河县柳河镇人民政府", "呈送单位|县整治形式主义为基层减负专项工作机制办公室", "来文单位|清河县住房和城乡建设局",
		"来文要求|“对辖区内农村自建房逐户排查登记，对疑似危房开展结构安全核查鉴定，形成鉴定意见后一并录入‘一户一档’信息表，于近期完成”。",
		"需要明确的问题|来文所称“结构安全核查鉴定”对应清单两个事项，职责归属不同，我镇难以判定：",
		"清单事项|配合履职第38项：农村自建房安全隐患排查", "清单事项|上级部门收回第9项：农村房屋安全鉴定",
		"乡镇职责|组织村级摸排、登记，上报线索", "乡镇职责|不承担；由部门委托有资质机构鉴定",
		"来文用词|“农村自建房”“排查登记”", "来文用词|“结构安全核查鉴定”“鉴定意见”",
		"其他情况|来文要求“形成鉴定意见后一并录入‘一户一档’信息表”，建议共享使用已有数据，不再重复填报（《清河县数据采集目录（2026年版）》第6项）。来文未写明时限。11月24日9时50分电话与来文单位吴倩沟通，未能明确。",
		"请求事项|一、请明确“结构安全核查鉴定”由哪一单位承担。", "请求事项|二、明确前，我镇先按理解甲办理，不影响工作开展。",
		"请求事项|三、请协调来文单位共享已有数据。", "请求事项|四、请明确完成时限。",
	)
	hasNot(t, doc, "贵", "0.0", "妥否", "拒接", "收到日期")
	has(t, ev, "|该事项提请上级明确。经办：李敏；审定见签字。", "|对照《清河县柳河镇履行职责事项清单（2026年版）》（清办发〔2026〕9号，2026年3月1日起施行）")
}

func TestTowardsASuperiorRefusedDemandsAreRaised(t *testing.T) {
	s := papertest.Gas()
	s.To = papertest.Houses().To
	s.Number = "柳提级〔2026〕7号"
	doc, ev := facts(t, paper.KindEscalation, s)
	has(t, doc,
		"来文要求|第1项：“各乡镇对餐饮场所燃气安全开展执法检查，责令整改并依法处罚，切实履行属地管理主体责任”。",
		"需要明确的问题|第1项：来文要求“各乡镇对餐饮场所燃气安全开展执法检查，责令整改并依法处罚”。清单“上级部门收回”第17项“餐饮场所燃气安全执法检查与处罚”由县住建局、县城管执法局承接，请明确由哪一单位承担。",
		"请求事项|三、请明确是否需签订责任状、承诺书。",
	)
	hasNot(t, doc, "贵局", "第2项")
	has(t, ev, "|来文第2项继续承担，第1、3、4项提请上级明确。经办：李敏；审定见签字。")
}

func TestAnOrderOfTheCountyIsDoneFirst(t *testing.T) {
	s := papertest.Houses()
	s.Fields.Issuer = "清河县人民政府办公室"
	doc, _ := facts(t, paper.KindEscalation, s)
	has(t, doc, "请求事项|二、明确前，我镇先按来文要求办理，不影响工作开展。")
}

func TestNotOnTheListAsksForTheBasis(t *testing.T) {
	s := papertest.Houses()
	d := &s.Check.Demands[0]
	d.Part, d.Matches, d.Doubt = app.PartNone, nil, nil
	d.Findings = []app.Finding{{
		Code: "NOT_ON_LIST", Title: "不在清单", Role: app.RoleStructure, Severity: app.SeverityWarn,
		Basis: "《整治形式主义为基层减负若干规定》第六部分", Evidence: []app.Evidence{papertest.At(s.Text, "逐户排查登记")},
	}}
	doc, ev := facts(t, paper.KindEscalation, s)
	has(t, doc,
		"需要明确的问题|来文要求“对辖区内农村自建房逐户排查登记”，未列入清单。请明确是否由我镇承担。依据：《整治形式主义为基层减负若干规定》第六部分。",
		"请求事项|二、明确前，我镇先做好情况了解和信息报告，不影响工作开展。",
	)
	has(t, ev, "|该事项未列入清单。")
}

// TestWhatTheClerkAddsToAnEscalationIsPrinted: nothing is filled in, since the form says all by itself, and nothing is lost.
func TestWhatTheClerkAddsToAnEscalationIsPrinted(t *testing.T) {
	w, _ := writer(t)
	for _, s := range []paper.Subject{papertest.Houses(), papertest.Collected()} {
		if got := w.OpinionFor(paper.KindEscalation, s); got != "" {
			t.Errorf("filled in %q", got)
		}
		s.Opinion = "另附鉴定机构名单1份"
		doc, _ := facts(t, paper.KindEscalation, s)
		if all := strings.Join(doc, "\n"); strings.Count(all, "另附鉴定机构名单1份。") != 1 {
			t.Error(all)
		}
	}
}
