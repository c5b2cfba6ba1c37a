package paper_test

import (
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
)

func TestAssessmentSaysWhatTheNoticeSays(t *testing.T) {
	doc, _ := facts(t, paper.KindAssess, papertest.Assessment())
	has(t, doc, "呈送单位|中共清河县委机构编制委员会办公室", "评估内容|1.有无法律法规或上级文件依据", "评估内容|来文未写明。", "评估内容|4.人员、经费、技术是否下沉",
		"拟新增的事项|“请各乡镇逐户采集辖区民宿经营收入、床位和评价数据，建立经营档案，于2026年12月10日前完成”", "拟新增的事项|未列入。",
		"评估意见|该事项未列入清单。建议来文单位按职责准入程序提出申请，写明依据、理由和人员、经费保障，经批准并列入清单后再行部署；属临时性工作的，请提供批准依据。评估期间，我镇先做好情况了解和信息报告。")
	s := papertest.Assessment()
	s.Text = strings.Replace(s.Text, "请各乡镇逐户", "根据《旅馆业治安管理办法》和《关于开展乡村民宿经营情况采集的函》，经县政府同意，请各乡镇安排工作经费，逐户", 1)
	e := papertest.At(s.Text, "逐户采集辖区民宿经营收入、床位和评价数据，建立经营档案，于2026年12月10日前完成")
	d := &s.Check.Demands[0]
	d.Start, d.End, d.Text = e.Start, e.End, e.Text
	d.Deadline = &app.Deadline{Date: app.Date{Year: 2026, Month: 12, Day: 10}}
	doc, _ = facts(t, paper.KindAssess, s)
	has(t, doc, "评估内容|来文写明：《旅馆业治安管理办法》。", "评估内容|来文写明：“经县政府同意”。", "评估内容|来文写明：“请各乡镇安排工作经费”。", "评估内容|办理时限12月10日。")
	for _, f := range doc {
		if strings.Contains(f, "√") {
			t.Errorf("a box is ticked: %s", f)
		}
	}
	w, _ := writer(t)
	for want, s := range map[string]paper.Subject{"不用事前评估": papertest.Means(), "请先导入清单": func() paper.Subject {
		s := papertest.Assessment()
		s.List = app.Source{}
		return s
	}()} {
		if _, err := w.Write(paper.KindAssess, s, false); app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// caseWords are the printed words of a case without its head and its signatures.
func caseWords(t *testing.T, s paper.Subject) string {
	t.Helper()
	w, _ := writer(t)
	cs, err := w.Write(paper.KindCase, s, true)
	if err != nil {
		t.Fatal(err)
	}
	if len(cs) != 1 {
		t.Errorf("%d documents: the evidence page names everybody", len(cs))
	}
	var out []string
	for _, f := range cs[0].Record().Facts {
		switch f.Label {
		case "报送单位", "呈送单位", "编号", "日期", "联系人", "报送单位（盖章）", "呈送单位意　　见":
		default:
			out = append(out, f.Label+"|"+f.Text)
		}
	}
	return strings.Join(out, "\n")
}

func TestACaseNamesNobody(t *testing.T) {
	for _, s := range []paper.Subject{papertest.Case(), papertest.Cases()} {
		s.Opinion = "建议清河县住建局（吴倩，0316-6623316、13912345678）今后先与柳河镇沟通，不建“燃气整治工作群”。"
		got := caseWords(t, s)
		for _, name := range []string{"清河", "柳河", "住建局", "住房和城乡建设局", "城管执法局", "文化和旅游局", "吴倩", "李敏", "清燃通", "燃气整治工作群", "662", "1391234", "118号", "31号"} {
			if strings.Contains(got, name) {
				t.Errorf("%q is told in\n%s", name, got)
			}
		}
		for _, want := range []string{"“各乡镇主要负责同志与某局签订燃气安全责任状”", "下载某App", "第4项：强制下载、打卡（《规定》第五部分；国办函〔2026〕12号）",
			"第1、3、4项不承担，第2项继续承担。11月24日9时50分电话与来文单位某同志沟通，未能明确。11月24日出具反馈单。11月27日收到答复，第1、3、4项撤回。",
			"中央层面整治形式主义为基层减负专项工作机制办公室", "工作建议|建议某县某局（某同志，（电话略）、（电话略））今后先与某镇沟通，不建某工作群。"} {
			if !strings.Contains(got, want) {
				t.Errorf("no %q in\n%s", want, got)
			}
		}
	}
	w, _ := writer(t)
	if f := w.FactsOf(paper.KindCase, papertest.Case()); f.Ledger != "" || f.Notice != "" || f.List != "" || f.Text != "" {
		t.Errorf("the attachment names the notice: %+v", f)
	}
}

func TestACaseSuggestsWhatTheMonthlyReportSuggests(t *testing.T) {
	s := papertest.Cases()
	got := caseWords(t, s)
	for _, want := range []string{"案例一|“燃气餐饮场所安全隐患排查整治”有关要求", "案例二|“乡村民宿经营情况采集”有关要求", "工作建议|一、已由上级部门收回：建议由承接部门依法组织实施；"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	bare := papertest.Case()
	for i := range bare.Check.Demands {
		bare.Check.Demands[i].Findings, bare.Check.Demands[i].Verdict = nil, app.VerdictDo
	}
	w, _ := writer(t)
	if _, err := w.Write(paper.KindCase, bare, false); !strings.Contains(app.ErrorMessage(err), "2026年第642号没有可写进案例的问题") {
		t.Errorf("%v", err)
	}
}
