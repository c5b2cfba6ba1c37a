package paper_test

import (
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
)

func TestConsultAsksForTheAdmissionProcedure(t *testing.T) {
	doc, _ := facts(t, paper.KindConsult, papertest.NewTask())
	has(t, doc, "标题|清河县柳河镇人民政府关于商请就乡村民宿经营情况采集履行职责准入程序的函", "主送机关|清河县文化和旅游局：", "发文字号|柳政函〔2026〕15号",
		"正文|来文要求“请各乡镇逐户采集辖区民宿经营收入、床位和评价数据，建立经营档案，于2026年12月10日前完成”，该事项未列入清单（依据《清河县乡镇（街道）职责准入办法》第四条）。",
		"正文|建议贵局按职责准入程序提出申请，写明依据、理由和人员、经费保障，经批准并列入清单后再行部署；属临时性工作的，请提供批准依据。",
		"正文|建议于12月2日前会商，请贵局和机构编制部门派员参加，时间、地点由贵局确定，我镇按时参加。",
		"正文|会商期间，我镇先做好情况了解和信息报告，不影响工作开展。", "正文|请于收到本函之日起5个工作日内函复。")
	bare := papertest.NewTask()
	bare.Check.Demands[0].Findings[0].Basis = "履职事项清单；新增事项应先履行职责准入程序"
	doc, _ = facts(t, paper.KindConsult, bare)
	has(t, doc, "正文|来文要求“请各乡镇逐户采集辖区民宿经营收入、床位和评价数据，建立经营档案，于2026年12月10日前完成”，该事项未列入清单。")
	s := papertest.Houses()
	s.To = paper.Addressee{Name: s.Fields.Issuer, Class: paper.ClassDepartment}
	doc, _ = facts(t, paper.KindConsult, s)
	has(t, doc, "标题|清河县柳河镇人民政府关于商请明确做好农村房屋“一户一档”信息核查补录职责归属的函",
		"正文|建议由贵局商机构编制部门明确承担单位，会商结果作为清单解释的依据。")
	if all := strings.Join(doc, ""); !strings.Contains(all, "一是“配合履职”第38项“农村自建房安全隐患排查”，由贵局牵头；二是“上级部门收回”第9项“农村房屋安全鉴定”，由贵局承接。") {
		t.Error(all)
	}
	s.Opinion = "建议先由贵局组织鉴定。\n我镇做好登记。"
	doc, _ = facts(t, paper.KindConsult, s)
	has(t, doc, "正文|建议先由贵局组织鉴定。", "正文|我镇做好登记。")
}

func TestFurtherLettersGoWhereTheyMay(t *testing.T) {
	w, _ := writer(t)
	for _, c := range []struct {
		kind    paper.Kind
		subject paper.Subject
		want    string
	}{
		{paper.KindConsult, papertest.Houses(), "是上级机关，不用函"}, {paper.KindConsult, papertest.Bank(), "不用会商函"},
		{paper.KindSuggest, papertest.NewTask(), "不用建议函"}, {paper.KindAdjust, papertest.Means(), "不用调整建议"},
	} {
		if _, err := w.Write(c.kind, c.subject, false); app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), c.want) {
			t.Errorf("%s: %v", c.kind, err)
		}
	}
	s := papertest.AboutTheList()
	s.List = app.Source{}
	if _, err := w.Write(paper.KindAdjust, s, false); !strings.Contains(app.ErrorMessage(err), "请先导入清单") {
		t.Errorf("without a list: %v", err)
	}
}

func TestAdjustmentNamesHowTheListHasIt(t *testing.T) {
	doc, _ := facts(t, paper.KindAdjust, papertest.AboutTheList())
	has(t, doc, "呈送单位|中共清河县委机构编制委员会办公室", "建议调整的事项|请修改“农村自建房安全隐患排查”、“农村房屋安全鉴定”的表述，写明各自范围和承担单位。",
		"建议调整的事项|两个事项表述相近，职责归属不同，难以判定。", "请求事项|请按清单动态调整程序研究，结果函告来文单位和本单位。调整前，按现行清单办理。")
	s := papertest.NewTask()
	s.To = papertest.AboutTheList().To
	doc, _ = facts(t, paper.KindAdjust, s)
	has(t, doc, "建议调整的事项|请明确是否列入清单；需由乡镇承担的，按程序办理职责准入；不由乡镇承担的，明确承担部门。")
	s = papertest.Gas()
	s.To = papertest.AboutTheList().To
	doc, _ = facts(t, paper.KindAdjust, s)
	has(t, doc, "建议调整的事项|请写明“餐饮场所燃气安全执法检查与处罚”的承接部门和工作方式，不再转由乡镇承担。")
	hasNot(t, doc, "签订燃气安全责任状")
}

func TestCommentIsALetterOrAReport(t *testing.T) {
	doc, _ := facts(t, paper.KindComment, papertest.Opinion())
	has(t, doc, "标题|清河县柳河镇人民政府关于《清河县燃气餐饮场所安全管理办法》征求意见反馈的函", "正文|特此函告。")
	if all := strings.Join(doc, ""); !strings.Contains(all, "正文|三、“每户拍照不少于6张”：建议不定照片张数，确有需要的附1张（《整治形式主义为基层减负若干规定》第三部分）。") {
		t.Error(all)
	}
	s := papertest.Opinion()
	s.Check.Demands = nil
	s.To = paper.Addressee{Name: "中共清河县委办公室", Class: paper.ClassLeading}
	w, _ := writer(t)
	cs, err := w.Write(paper.KindComment, s, false)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range cs[0].Record().Facts {
		got = append(got, f.Label+"|"+f.Text)
	}
	has(t, got, "标题|清河县柳河镇人民政府关于《清河县燃气餐饮场所安全管理办法》征求意见反馈的报告", "正文|无不同意见。", "正文|特此报告。")
}

func TestSuggestionKeepsTheMatter(t *testing.T) {
	doc, _ := facts(t, paper.KindSuggest, papertest.Means())
	all := strings.Join(doc, "\n")
	for _, want := range []string{"关于调整燃气餐饮场所安全隐患排查整治有关要求的建议函", "一、继续承担的事项。我镇按清单“配合履职”第41项办理“各乡镇发动村（社区）排查燃气安全隐患线索”",
		"二、建议调整的要求。来文要求“每户拍照不少于6张”，建议不定照片张数"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
}

// TestAnEscalationOfSeveralNoticesHasARowForEachDemand: what is to be made clear stands beside it, requests are told once.
func TestAnEscalationOfSeveralNoticesHasARowForEachDemand(t *testing.T) {
	doc, _ := facts(t, paper.KindEscalation, papertest.Collected())
	has(t, doc, "呈送单位|县整治形式主义为基层减负专项工作机制办公室",
		"|县住房和城乡建设局《关于做好农村房屋“一户一档”信息核查补录的通知》（清建函〔2026〕116号）", "|“请各乡镇逐户采集辖区民宿经营收入、床位和评价数据，建立经营档案，于2026年12月10日前完成”",
		"|未列入清单。请明确是否由我镇承担。依据：《清河县乡镇（街道）职责准入办法》第四条。",
		"|来文所称“结构安全核查鉴定”对应清单两个事项，职责归属不同，我镇难以判定。理解甲：“配合履职”第38项“农村自建房安全隐患排查”，由县住房和城乡建设局牵头；理解乙：“上级部门收回”第9项“农村房屋安全鉴定”，由县住房和城乡建设局承接。",
		"请求事项|二、第2项：请明确所列要求是否由乡镇承担；需由乡镇承担的，请按程序办理职责准入。明确前，我镇先做好情况了解和信息报告，不影响工作开展。", "请求事项|五、第1至3项：请明确完成时限。",
		"其他情况|三、第1至3项：来文未写明时限。")
	names := 0
	for _, f := range doc {
		if strings.Contains(f, "《关于开展燃气餐饮场所安全隐患排查整治的通知》") {
			names++
		}
	}
	if names != 1 {
		t.Errorf("a notice of two demands is named %d times", names)
	}
	w, _ := writer(t)
	contents, err := w.Write(paper.KindEscalation, papertest.Collected(), true)
	if err != nil || len(contents) != 4 {
		t.Fatalf("%d documents, %v", len(contents), err)
	}
	f := w.FactsOf(paper.KindEscalation, papertest.Collected())
	if f.Ledger != "2026年第640号、2026年第645号、2026年第642号" || f.Notice != "" {
		t.Errorf("%+v", f)
	}
	s := papertest.Collected()
	s.Others[0].Check.Demands[0].Verdict = app.VerdictDo
	s.Others[0].To.Class, s.To.Class = paper.ClassDepartment, paper.ClassDepartment
	if _, err := w.Write(paper.KindEscalation, s, false); !strings.Contains(app.ErrorMessage(err), "2026年第645号没有需要提级反映的事项") {
		t.Errorf("%v", err)
	}
	s = papertest.Collected()
	s.Others = append(s.Others, papertest.Many(40))
	for i := range s.Others[2].Check.Demands {
		s.Others[2].Check.Demands[i].Verdict = app.VerdictEscalate
	}
	if _, err := w.Write(paper.KindEscalation, s, false); !strings.Contains(app.ErrorMessage(err), "最多 10 项，这几件共有 44 项") {
		t.Errorf("%v", err)
	}
}

// TestTheArchiveCopyStaysWithTheOffice: it names the paper, leaves to the hand what comes after the issue, and goes only where asked for.
func TestTheArchiveCopyStaysWithTheOffice(t *testing.T) {
	w, _ := writer(t)
	for _, c := range []struct {
		kind    paper.Kind
		subject paper.Subject
		answers int
	}{{paper.KindFeedback, papertest.Gas(), 3}, {paper.KindEscalation, papertest.Houses(), 1}, {paper.KindEscalation, papertest.Collected(), 4},
		{paper.KindVillage, papertest.Certificates(), 2}, {paper.KindComment, papertest.Opinion(), 0}, {paper.KindCase, papertest.Case(), -1}} {
		plain, err := w.Write(c.kind, c.subject, true)
		if err != nil {
			t.Fatal(err)
		}
		c.subject.Archive = true
		with, err := w.Write(c.kind, c.subject, true)
		if err != nil {
			t.Fatal(err)
		}
		if c.answers < 0 { // a case names nobody, and has no copy that does
			if len(with) != len(plain) {
				t.Errorf("%s has %d documents, want %d", c.kind, len(with), len(plain))
			}
			continue
		}
		last := with[len(with)-1]
		if len(with) != len(plain)+1 || last.Kind != paper.KindArchive || !last.Apart || last.Number != c.subject.Number || with[0].FootLeft != plain[0].FootLeft {
			t.Fatalf("%s: %+v", c.kind, last)
		}
		boxes, words := 0, ""
		for _, f := range last.Record().Facts {
			boxes += strings.Count(f.Text, "撤回调整维持")
			words += f.Label + f.Text + "\n"
		}
		if boxes != c.answers || !strings.Contains(words, c.subject.To.Name) || !strings.Contains(words, c.subject.Ledger) || !strings.Contains(words, "本单位留存，不送出") {
			t.Errorf("%s: %d rows for answers, want %d\n%s", c.kind, boxes, c.answers, words)
		}
	}
}
