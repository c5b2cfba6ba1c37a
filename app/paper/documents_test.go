package paper_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
)

func writer(tb testing.TB) (*paper.Writer, *paper.Wording) {
	tb.Helper()
	data, err := os.ReadFile("../../assets/wording/paper.json")
	if err != nil {
		tb.Fatal(err)
	}
	w, err := paper.LoadWording(data)
	if err != nil {
		tb.Fatal(err)
	}
	return paper.NewWriter(w), w
}

// facts writes a document and gives its printed pieces, label：text.
func facts(tb testing.TB, kind paper.Kind, s paper.Subject) (doc, evidence []string) {
	tb.Helper()
	w, _ := writer(tb)
	cs, err := w.Write(kind, s, true)
	if err != nil {
		tb.Fatal(err)
	}
	if len(cs) != 2+len(s.Others) || cs[0].Kind != kind || cs[1].Kind != paper.KindEvidence {
		tb.Fatalf("got %d documents", len(cs))
	}
	list := func(c paper.Content) (out []string) {
		for _, f := range c.Record().Facts {
			out = append(out, f.Label+"|"+f.Text)
		}
		return out
	}
	return list(cs[0]), list(cs[1])
}

// has tells which of the wanted pieces are missing.
func has(tb testing.TB, got []string, want ...string) {
	tb.Helper()
	for _, w := range want {
		if !slices.Contains(got, w) {
			tb.Errorf("missing %q in\n%s", w, strings.Join(got, "\n"))
		}
	}
}

// hasNot tells which of the pieces stand somewhere though they should not.
func hasNot(tb testing.TB, got []string, unwanted ...string) {
	tb.Helper()
	all := strings.Join(got, "\n")
	for _, w := range unwanted {
		if strings.Contains(all, w) {
			tb.Errorf("%q stands in\n%s", w, all)
		}
	}
}

func TestFeedbackSaysWhatTheRecordHolds(t *testing.T) {
	doc, ev := facts(t, paper.KindFeedback, papertest.Gas())
	has(t, doc,
		"编号|编号：柳反馈〔2026〕17号", "日期|2026年11月24日",
		"反馈单位|清河县柳河镇人民政府", "送达单位|清河县住房和城乡建设局",
		"来文标题|关于开展燃气餐饮场所安全隐患排查整治的通知", "来文文号|清建函〔2026〕118号", "收到日期|2026年11月24日",
		"对照清单|《清河县柳河镇履行职责事项清单（2026年版）》（清办发〔2026〕9号，2026年3月1日起施行）",
		"不承担的事项|“各乡镇对餐饮场所燃气安全开展执法检查，责令整改并依法处罚”", "不承担的事项|已由上级部门收回，由贵局、县城管执法局承接",
		"不承担的事项|清单上级部门收回第17项", "不承担的事项|主责转由乡镇承担", "不承担的事项|同上；《规定》第六部分",
		"不承担的事项|“各乡镇主要负责同志与县住建局签订燃气安全责任状”", "不承担的事项|以责任状转移责任", "不承担的事项|《规定》（中央通报引）",
		"不承担的事项|“乡镇工作人员须下载‘清燃通’App，实名注册、每日打卡”", "不承担的事项|《规定》第五部分；国办函〔2026〕12号",
		"继续承担的事项|“各乡镇发动村（社区）排查燃气安全隐患线索”", "继续承担的事项|清单配合履职第41项。我镇按清单职责办理，11月26日17:00前完成。",
		"建议调整的要求|“每户拍照不少于6张”", "建议调整的要求|建议不定照片张数，确有需要的附1张（《规定》第三部分）。",
		"反馈意见|第1项建议由贵局依法组织实施；第3、4项建议取消；第2项我镇按期办理。请于收到之日起5个工作日内答复。",
		"经　办联系电话|李敏", "经　办联系电话|662 5201",
		"送达单位答　　复|第1项撤回调整维持第3项撤回调整维持", "送达单位答　　复|第4项撤回调整维持说明：",
	)
	hasNot(t, doc, "0.9", "指令性", "软件", "建议：", "第2项撤回")
	has(t, ev,
		"编号|附于：柳反馈〔2026〕17号", "日期|比对日期：2026年11月24日",
		"来文原句|《关于开展燃气餐饮场所安全隐患排查整治的通知》（清建函〔2026〕118号）",
		"来文原句|一、各乡镇对餐饮场所燃气安全清1开展执法检查清1，责令整改并依法处罚1，切实履行属地管理主体责任2。",
		"来文原句|二、各乡镇发动村（社区）排查燃气安全隐患线索清2，于2026年11月26日17:00前报首批线索，每户拍照不少于6张3。",
		"来文原句|三、各乡镇主要负责同志与县住建局签订燃气安全责任状4。",
		"来文原句|四、乡镇工作人员须下载“清燃通”App，实名注册、每日打卡5。",
		"|上级部门收回第17项", "|餐饮场所燃气安全执法检查与处罚", "|承接：县住建局、县城管执法局；县住建局组织监督检查，县城管执法局依法处置",
		"|牵头：县住建局；乡镇：发现线索、及时上报",
		"|清办发〔2026〕9号，上级部门收回第17项", "|同上；《整治形式主义为基层减负若干规定》第六部分", "|《规定》第三部分",
		"|来文第1、3、4项不承担，第2项继续承担。经办：李敏；审定见签字。",
		"|规则 2026-09 版　软件 一单清 1.0　版式 1　台账2026年第642号",
	)
	hasNot(t, ev, "吴倩", "指令性", "0.9", "联系人：")
}

func TestDraftHasNoNumberAndDate(t *testing.T) {
	s := papertest.Gas()
	s.Number = ""
	doc, ev := facts(t, paper.KindFeedback, s)
	has(t, doc, "标注|送审稿", "编号|编号：　　　　　　（出文时编号）", "日期|　　　　年　　月　　日", "反馈单位（盖章）|年　　月　　日")
	has(t, ev, "标注|送审稿", "编号|附于：事项拒接反馈单（送审稿，出文时编号）")
	hasNot(t, doc, "17号")
}

func TestPartsWithoutDataAreLeftOut(t *testing.T) {
	s := papertest.Gas()
	s.Check.Demands = s.Check.Demands[2:3] // the pledge alone
	s.Fields = app.Fields{}
	s.Sure, s.List, s.Duties = false, app.Source{}, nil
	s.Office.Phone = ""
	doc, ev := facts(t, paper.KindFeedback, s)
	has(t, doc,
		"来文内容|“各乡镇主要负责同志与县住建局签订燃气安全责任状”", "送达单位答　　复|撤回调整维持说明：", "经　办|李敏",
		"反馈意见|该事项建议取消。我镇按清单职责做好有关工作。请于收到之日起5个工作日内答复。",
	)
	hasNot(t, doc, "来文文号", "收到日期", "对照清单", "继续承担", "建议调整", "“项”", "第1项", "联系电话", "来文单位")
	has(t, ev, "|该事项不承担。经办：李敏；审定见签字。", "|三、处理意见")
	hasNot(t, ev, "清单事项", "清1", "第1项")
}

func TestShortTimeIsSilentWhileTheDayIsOpen(t *testing.T) {
	s := papertest.Gas()
	d := &s.Check.Demands[1]
	d.Findings = append(d.Findings, app.Finding{
		Code: "DEADLINE_SHORT", Title: "时限短", Severity: app.SeverityWarn, Role: app.RoleMeans, Basis: "《整治形式主义为基层减负若干规定》第三部分",
		Evidence: []app.Evidence{papertest.At(s.Text, "于2026年11月26日17:00前报首批线索")},
	})
	s.Later = app.Date{Year: 2026, Month: time.November, Day: 30}
	doc, _ := facts(t, paper.KindFeedback, s)
	has(t, doc, "建议调整的要求|收到至截止不足一个工作日，建议调整至11月30日（《规定》第三部分）。")
	s.Sure = false
	doc, ev := facts(t, paper.KindFeedback, s)
	hasNot(t, append(doc, ev...), "工作日，建议", "收到日期", "收到当日")
}

func TestSampleListIsMarkedOnEveryPaper(t *testing.T) {
	s := papertest.Gas()
	s.List.Sample = true
	doc, ev := facts(t, paper.KindFeedback, s)
	has(t, doc, "标注|示例，不作正式文书")
	has(t, ev, "标注|示例，不作正式文书")
}

func TestAForbiddenThingInAKeptDutyIsAskedToChange(t *testing.T) {
	s := papertest.Gas()
	s.Decisions = make([]paper.Decision, 4)
	s.Decisions[3] = paper.Decision{Verdict: app.VerdictDo, Reason: "县里要求先用"}
	doc, _ := facts(t, paper.KindFeedback, s)
	has(t, doc, "建议调整的要求|建议改为自愿使用，不计数量、不排名（《规定》第五部分；国办函〔2026〕12号）。",
		"反馈意见|第1项建议由贵局依法组织实施；第3项建议取消；第2项我镇按期办理；第4项我镇按清单职责办理。请于收到之日起5个工作日内答复。")
	hasNot(t, doc, "强制下载", "第4项撤回")
}

func TestADemandToBeRaisedIsOnlyNamed(t *testing.T) {
	s := papertest.Gas()
	s.Decisions = make([]paper.Decision, 4)
	s.Decisions[0].Verdict = app.VerdictEscalate
	doc, _ := facts(t, paper.KindFeedback, s)
	has(t, doc, "反馈意见|第3、4项建议取消；第2项我镇按期办理；第1项另行反映。请于收到之日起5个工作日内答复。")
	hasNot(t, doc, "执法检查", "第1项撤回")
}

func TestAStricterDecisionPrintsItsSentence(t *testing.T) {
	s := papertest.Gas()
	s.Decisions = make([]paper.Decision, 4)
	s.Decisions[1] = paper.Decision{Verdict: app.VerdictRefuse, Reason: "该项工作由县住建局网格员承担。"}
	doc, _ := facts(t, paper.KindFeedback, s)
	has(t, doc, "不承担的事项|该项工作由县住建局网格员承担", "不承担的事项|清单配合履职第41项")
	s.Decisions[1].Reason = ""
	w, _ := writer(t)
	_, err := w.Write(paper.KindFeedback, s, true)
	if app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), "第2项没有可写在单上的不符之处") {
		t.Errorf("got %v", err)
	}
}

func TestWhatCannotBeWrittenIsSaid(t *testing.T) {
	w, _ := writer(t)
	for name, c := range map[string]struct {
		kind   paper.Kind
		change func(*paper.Subject)
		want   string
	}{
		"upwards":        {paper.KindFeedback, func(s *paper.Subject) { s.To.Class = paper.ClassLeading }, "改用提级反映单"},
		"nobody named":   {paper.KindFeedback, func(s *paper.Subject) { s.To.Name = " " }, "填写送达单位"},
		"no demand":      {paper.KindFeedback, func(s *paper.Subject) { s.Check.Demands = nil }, "没有需要办理的事项"},
		"unfit opinion":  {paper.KindFeedback, func(s *paper.Subject) { s.Opinion = "贵局的要求不合理。" }, "“不合理”"},
		"unfit reason":   {paper.KindFeedback, func(s *paper.Subject) { s.Decisions = []paper.Decision{{Reason: "属于甩锅"}} }, "第1项的理由里有“甩锅”"},
		"nothing raised": {paper.KindEscalation, func(s *paper.Subject) {}, "没有需要提级反映的事项"},
		"letter upwards": {paper.KindLetter, func(s *paper.Subject) { s.To.Class = paper.ClassRelief }, "改用提级反映单"},
		"other kinds":    {paper.KindEvidence, func(s *paper.Subject) {}, "比对证据页"},
		"nothing refused": {paper.KindFeedback, func(s *paper.Subject) {
			s.Decisions = slices.Repeat([]paper.Decision{{Verdict: app.VerdictCooperate}}, 4)
		}, "没有拒接反馈的事项"},
	} {
		t.Run(name, func(t *testing.T) {
			s := papertest.Gas()
			c.change(&s)
			_, err := w.Write(c.kind, s, true)
			if app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestTheSealHasItsRoom(t *testing.T) {
	w, _ := writer(t)
	for kind, s := range map[paper.Kind]paper.Subject{paper.KindFeedback: papertest.Gas(), paper.KindEscalation: papertest.Houses()} {
		cs, err := w.Write(kind, s, false)
		if err != nil {
			t.Fatal(err)
		}
		table := cs[0].Blocks[0].(paper.Table)
		seals := 0
		for _, sec := range table.Sections {
			for i, r := range sec.Rows {
				for _, c := range r.Cells {
					if !c.Seal {
						continue
					}
					seals++
					width, height := 0.0, 0.0
					for _, col := range table.Cols[c.Col : c.Col+c.Span] {
						width += col
					}
					for _, row := range sec.Rows[i : i+max(c.Rows, 1)] {
						height += row.Min - row.Slack
					}
					if width < 50 || height < 46 || !sec.Together {
						t.Errorf("%s: the seal has %v × %v mm", kind, width, height)
					}
				}
			}
		}
		if seals != 1 {
			t.Errorf("%s: %d places for a seal", kind, seals)
		}
	}
}

func TestASubdistrictSpeaksForItself(t *testing.T) {
	s := papertest.Gas()
	s.Office.Type, s.Office.Name, s.Office.Short = app.Subdistrict, "清河县城关街道办事处", "城关街道"
	doc, ev := facts(t, paper.KindFeedback, s)
	has(t, doc, "不承担的事项|主责转由街道承担",
		"反馈意见|第1项建议由贵局依法组织实施；第3、4项建议取消；第2项我街道按期办理。请于收到之日起5个工作日内答复。")
	has(t, ev, "|牵头：县住建局；街道：发现线索、及时上报")
	hasNot(t, doc, "我镇", "转由乡镇")
}

func TestTheClerksOwnWordsAreKept(t *testing.T) {
	s := papertest.Gas()
	s.Opinion = "第1项请贵局组织实施，我镇派员带路；其余按清单办理。"
	doc, _ := facts(t, paper.KindFeedback, s)
	has(t, doc, "反馈意见|"+s.Opinion)
	s.Title = "不属本级职责事项反馈单"
	s.ReplyDays = 3
	s.Opinion = ""
	w, _ := writer(t)
	cs, err := w.Write(paper.KindFeedback, s, true)
	if err != nil {
		t.Fatal(err)
	}
	if cs[0].Title != s.Title || !strings.Contains(w.Opinion(s), "3个工作日内答复") {
		t.Errorf("title %s, opinion %s", cs[0].Title, w.Opinion(s))
	}
}

func TestTheOfficesOwnWordsForARuleArePrinted(t *testing.T) {
	s := papertest.Gas()
	for i := range s.Check.Demands {
		for k := range s.Check.Demands[i].Findings {
			switch f := &s.Check.Demands[i].Findings[k]; f.Code {
			case "PLEDGE":
				f.Point, f.Basis = "要求签订责任状", "《县减负负面清单》第3条"
			case "EXCESS_TRACES":
				f.Advice = "建议只报一份结果材料"
			}
		}
	}
	doc, ev := facts(t, paper.KindFeedback, s)
	has(t, doc, "不承担的事项|要求签订责任状", "不承担的事项|《县减负负面清单》第3条", "建议调整的要求|建议只报一份结果材料（《规定》第三部分）。")
	hasNot(t, doc, "以责任状转移责任", "照片张数")
	has(t, ev, "|《县减负负面清单》第3条")
}

func TestTheOfficesOwnFormOfAddressIsUsed(t *testing.T) {
	s := papertest.Gas()
	s.Greetings = map[string]string{"建设局": "贵单位", "住房和城乡建设局": "住建局"}
	doc, _ := facts(t, paper.KindFeedback, s)
	has(t, doc, "不承担的事项|已由上级部门收回，由住建局、县城管执法局承接")
}
