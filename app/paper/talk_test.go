package paper_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
)

// sound tells what is wrong with a message: too long, a word that does not belong on a document, a quotation that the
// notice does not hold, a placeholder.
func sound(words *paper.Wording, s paper.Subject, text string) []string {
	var out []string
	if n := utf8.RuneCountInString(text); n > paper.MessageMax || n == 0 {
		out = append(out, fmt.Sprintf("%d characters", n))
	}
	if bad := words.Unfit(text); len(bad) > 0 {
		out = append(out, "unfit: "+strings.Join(bad, "、"))
	}
	if strings.ContainsAny(text, "{}[]|") {
		out = append(out, "placeholder")
	}
	for _, bad := range []string{"，，", "。。", "；。", "，。", "？？", "，？", "要求“”", "清单里是第", "由，", "  "} {
		if strings.Contains(text, bad) {
			out = append(out, "ragged: "+bad)
		}
	}
	_, rest, quotes := strings.Cut(text, "要求“")
	if !quotes {
		return append(out, "quotes nothing")
	}
	quote, _, _ := strings.Cut(rest, "”")
	flat := strings.NewReplacer("\n", "", "　", "", " ", "", "“", "‘", "”", "’").Replace
	if !strings.Contains(flat(s.Text), flat(strings.TrimSuffix(quote, "……"))) {
		out = append(out, "not in the notice: "+quote)
	}
	if n := strings.Count(text, "\n"); n > 2 {
		out = append(out, "more than three sentences")
	}
	return out
}

func TestMessageOfATakenBackDemand(t *testing.T) {
	w, _ := writer(t)
	s := papertest.Gas()
	s.Check.Demands = s.Check.Demands[:1]
	s.Fields.Contact = "吴倩"
	want := "吴倩您好，我是柳河镇李敏。贵局清建函〔2026〕118号要求“各乡镇对餐饮场所燃气安全开展执法检查，责令整改并依法处罚”。\n" +
		"这项工作在2026年版清单里是上级部门收回第17项，由贵局、县城管执法局承接。\n" +
		"能否请贵局安排办理？我镇及时报告日常工作中发现的有关情况，您看可以吗？谢谢。"
	if got := w.Message(s); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestMessageNamesWhatElseIsToChange(t *testing.T) {
	w, _ := writer(t)
	s := papertest.Gas()
	d := s.Check.Demands[1]
	d.Verdict = app.VerdictEscalate
	d.Findings = append(d.Findings, app.Finding{Code: "OVER_SCOPE", Role: app.RoleStructure, Evidence: d.Findings[0].Evidence},
		app.Finding{Code: "RANKING", Role: app.RoleMeans, Evidence: d.Findings[0].Evidence})
	s.Check.Demands = []app.Demand{d}
	got := w.Message(s)
	for _, want := range []string{"配合履职第41项，我镇的职责是发现线索、及时上报", "照片、截图等留痕要求和排名通报也与减负规定不一致", "超出的部分能否请贵局承担"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
}

func TestMessageOfSeveralDemandsSaysHowMany(t *testing.T) {
	w, words := writer(t)
	s := papertest.Gas()
	got := w.Message(s)
	if !strings.Contains(got, "另有2项想一并商量") || strings.Contains(got, "首批线索") {
		t.Error(got)
	}
	if bad := sound(words, s, got); len(bad) > 0 {
		t.Errorf("%v: %s", bad, got)
	}
}

func TestNothingToTalkAboutGivesNoMessage(t *testing.T) {
	w, _ := writer(t)
	s := papertest.Gas()
	s.Check.Demands = s.Check.Demands[1:2]
	if got := w.Message(s); got != "" {
		t.Error(got)
	}
}

func TestMessageToWhomNobodyIsNamed(t *testing.T) {
	w, words := writer(t)
	s := papertest.Gas()
	s.Fields, s.To, s.List, s.Clerk, s.Office.Clerk = app.Fields{}, paper.Addressee{}, app.Source{}, "", ""
	got := w.Message(s)
	if !strings.HasPrefix(got, "您好，我们是柳河镇。来文要求“") {
		t.Error(got)
	}
	if bad := sound(words, s, got); len(bad) > 0 {
		t.Errorf("%v: %s", bad, got)
	}
}

// TestMessagesOfEveryCode writes the message for every code as the ground, with and without list, entry, basis, contact
// and number, in a town, a subdistrict and a village.
func TestMessagesOfEveryCode(t *testing.T) {
	w, words := writer(t)
	offices := []app.Office{papertest.Office(), app.OfficeNamed(app.Subdistrict, "云湖区海棠街道办事处"), app.OfficeNamed(app.Village, "柳河镇东湾村村民委员会")}
	codes := []string{"COUNTY_RULE"}
	for code := range words.Codes {
		if code != "*" {
			codes = append(codes, code)
		}
	}
	for _, code := range codes {
		for i, office := range offices {
			for variant := range 32 {
				s := papertest.Gas()
				s.Office = office
				d := s.Check.Demands[0]
				role := app.RoleSubject
				if strings.Contains("TAKEN_BACK NOT_ON_LIST LEAD_SHIFTED OVER_SCOPE", code) {
					role = app.RoleStructure
				}
				f := app.Finding{Code: code, Title: "标题", Basis: "《整治形式主义为基层减负若干规定》第三部分；《办法》第三条", Role: role, Evidence: d.Findings[0].Evidence}
				d.Findings = []app.Finding{f, {Code: "RANKING", Role: app.RoleMeans, Evidence: d.Findings[1].Evidence}}
				if variant&1 != 0 {
					d.Matches, d.Part = nil, app.PartNone
				}
				if variant&2 != 0 {
					s.List = app.Source{}
				}
				if variant&4 != 0 {
					d.Findings[0].Basis = ""
				}
				if variant&8 != 0 {
					s.Fields.Contact, s.Fields.DocNo = "吴倩", ""
				}
				if variant&16 != 0 {
					d.Verdict = app.VerdictEscalate
				}
				s.Check.Demands = []app.Demand{d}
				got := w.Message(s)
				if bad := sound(words, s, got); len(bad) > 0 {
					t.Errorf("%s in office %d, variant %b: %v:\n%s", code, i, variant, bad, got)
				}
			}
		}
	}
}

// TestLongNamesDoNotMakeALongMessage: whatever the record holds, the message keeps its length.
func TestLongNamesDoNotMakeALongMessage(t *testing.T) {
	w, words := writer(t)
	for _, n := range []int{1, 5, 40} {
		s := papertest.Gas()
		s.Office.Short, s.Office.Clerk = strings.Repeat("柳河", 10*n)+"镇", strings.Repeat("李", n)
		s.Fields.Contact, s.Fields.DocNo = "吴倩 18600000000", strings.Repeat("清建函", 10*n)+"〔2026〕118号"
		s.Duties[0].Departments = []string{strings.Repeat("县住房和城乡建设局", n)}
		s.Duties[0].ItemNo = strings.Repeat("17", n)
		got := w.Message(s)
		if bad := sound(words, s, got); len(bad) > 0 {
			t.Errorf("%d: %v: %s", n, bad, got)
		}
	}
	for name, s := range map[string]paper.Subject{"long": papertest.Long(6), "many": papertest.Many(40), "houses": papertest.Houses(),
		"certificates": papertest.Certificates(), "bank": papertest.Bank()} {
		got := w.Message(s)
		if bad := sound(words, s, got); len(bad) > 0 {
			t.Errorf("%s: %v: %s", name, bad, got)
		}
	}
}

func TestMessageOfADoubtAsksWho(t *testing.T) {
	w, _ := writer(t)
	got := w.Message(papertest.Houses())
	for _, want := range []string{"对应2026年版清单里两个事项", "能否明确由哪一单位承担？"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
}

func TestTheClerksSentenceIsTold(t *testing.T) {
	w, _ := writer(t)
	s := papertest.Gas()
	d := s.Check.Demands[1]
	s.Check.Demands = []app.Demand{d}
	s.Decisions = []paper.Decision{{Verdict: app.VerdictRefuse, Reason: "首批线索上月已报"}}
	if got := w.Message(s); !strings.Contains(got, "\n首批线索上月已报；照片、截图等留痕要求也与减负规定不一致。\n") {
		t.Error(got)
	}
}
