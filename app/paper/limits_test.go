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

func TestOpinionStaysShortForManyDemands(t *testing.T) {
	w, _ := writer(t)
	s := papertest.Many(40)
	text := w.Opinion(s)
	if n := utf8.RuneCountInString(text); n > paper.OpinionMax {
		t.Errorf("%d characters: %s", n, text)
	}
	for _, want := range []string{"第1至4、", "请于收到之日起5个工作日内答复。"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
}

func TestEveryRefusalNamesWhatTheOfficeStillDoes(t *testing.T) {
	w, words := writer(t)
	for code := range words.Codes {
		if code == "*" {
			code = "COUNTY_RULE"
		}
		s := papertest.Gas()
		d := s.Check.Demands[0]
		d.Findings = []app.Finding{{Code: code, Title: "要求与本县减负清单第3条不一致", Basis: "《办法》第三条", Role: app.RoleSubject, Evidence: d.Findings[0].Evidence}}
		s.Check.Demands = []app.Demand{d}
		for _, opinion := range []string{"", "请贵局收回", "请贵局收回。"} {
			s.Opinion = opinion
			cs, err := w.Write(paper.KindFeedback, s, false)
			if err != nil {
				t.Fatal(code, err)
			}
			for _, f := range cs[0].Record().Facts {
				if f.Label == "反馈意见" && !strings.Contains(f.Text, "我镇") {
					t.Errorf("%s: %s", code, f.Text)
				}
			}
		}
	}
}

// TestNoUnfitWordOnAnyPaper writes all documents with every code in every role and looks at each printed piece.
func TestNoUnfitWordOnAnyPaper(t *testing.T) {
	w, words := writer(t)
	for code := range words.Codes {
		for _, role := range []app.Role{app.RoleStructure, app.RoleSubject, app.RoleApproval, app.RoleMeans, app.RoleNote} {
			for _, verdict := range []app.Verdict{app.VerdictRefuse, app.VerdictEscalate, app.VerdictCooperate} {
				s := papertest.Gas()
				d := &s.Check.Demands[0]
				d.Verdict = verdict
				d.Findings = append(d.Findings, app.Finding{Code: code, Title: "标题", Basis: "《办法》第三条", Role: role, Evidence: d.Findings[0].Evidence})
				for _, kind := range []paper.Kind{paper.KindFeedback, paper.KindEscalation} {
					if kind == paper.KindEscalation {
						s.To = papertest.Houses().To
					}
					cs, err := w.Write(kind, s, true)
					if err != nil {
						t.Fatal(code, role, verdict, kind, err)
					}
					for _, c := range cs {
						for _, f := range c.Record().Facts {
							if bad := words.Unfit(f.Text); len(bad) > 0 && f.Label != "来文原句" {
								t.Errorf("%s %s %s: %q in %s", code, role, kind, bad, f.Text)
							}
							if strings.ContainsAny(f.Text, "{}[]|") {
								t.Errorf("%s: placeholder left in %s", code, f.Text)
							}
						}
					}
				}
			}
		}
	}
}

func TestPlaceFollowsRoleNotSeverity(t *testing.T) {
	w, _ := writer(t)
	for _, c := range []struct {
		role    app.Role
		verdict app.Verdict
		want    string
	}{
		{app.RoleStructure, app.VerdictRefuse, paper.PlaceMismatch},
		{app.RoleSubject, app.VerdictRefuse, paper.PlaceMismatch},
		{app.RoleApproval, app.VerdictEscalate, paper.PlaceMismatch},
		{app.RoleMeans, app.VerdictRefuse, paper.PlaceAdjust},
		{app.RoleMeans, app.VerdictCooperate, paper.PlaceAdjust},
		{app.RoleSubject, app.VerdictDo, paper.PlaceAdjust},
		{app.RoleNote, app.VerdictRefuse, paper.PlaceNone},
		{app.RoleMeans, app.VerdictInfo, paper.PlaceNone},
	} {
		for _, severity := range []app.Severity{app.SeverityBlock, app.SeverityWarn, app.SeverityNote} {
			s := papertest.Gas()
			d := s.Check.Demands[0]
			d.Verdict = c.verdict
			d.Findings = []app.Finding{{Code: "X", Title: "某项", Role: c.role, Severity: severity}}
			s.Check.Demands = []app.Demand{d}
			if got := w.Grounds(s)[0].Place; got != c.want {
				t.Errorf("%s, %s, %s: got %s, want %s", c.role, severity, c.verdict, got, c.want)
			}
		}
	}
}

func TestALongNoticeIsShortenedWithAMark(t *testing.T) {
	s := papertest.Long(60)
	_, ev := facts(t, paper.KindFeedback, s)
	n := utf8.RuneCountInString(s.Text)
	has(t, ev, fmt.Sprintf("来文原句|（来文较长，以上为有关语句；全文%d字，见附件。）", n))
	total := 0
	for _, f := range ev {
		total += utf8.RuneCountInString(f)
	}
	if n < 40_000 || total > 8000 {
		t.Errorf("notice of %d characters, evidence of %d", n, total)
	}
	if !strings.Contains(strings.Join(ev, "\n"), "……") {
		t.Error("nothing marks what is left out")
	}
}

func TestQuotationsStandInTheNotice(t *testing.T) {
	w, _ := writer(t)
	for name, s := range map[string]paper.Subject{"gas": papertest.Gas(), "houses": papertest.Houses(), "many": papertest.Many(12), "long": papertest.Long(10)} {
		notice := strings.NewReplacer("\n", "", "　", "", " ", "", "“", "‘", "”", "’").Replace(s.Text)
		for _, g := range w.Grounds(s) {
			for _, q := range strings.Split(strings.Trim(g.Quote, "“”"), "”“") {
				if q = strings.ReplaceAll(strings.TrimSuffix(q, "……"), " ", ""); !strings.Contains(notice, q) {
					t.Errorf("%s: %q is not in the notice", name, q)
				}
			}
		}
	}
}

// FuzzWrite writes documents for notices and places of evidence of any kind: no panic, and the quoted notice is a part
// of the notice.
func FuzzWrite(f *testing.F) {
	f.Add("一、各村填表。\n二、拍照🙏上报，收到请回复", 2, 6, 3, 9)
	f.Add("", 0, 0, 0, 0)
	f.Add("\n\n　　　", -4, 99, 1, 1)
	f.Add(strings.Repeat("很长的一段话，没有句号", 60), 300, 340, 100, 650)
	f.Add("“引号不配对，第一、\r\n(二)x\x00y", 0, 5, 1, 20)
	w, _ := writer(f)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		s := papertest.Gas()
		s.Text = text
		s.Check.Demands = []app.Demand{{
			Start: a, End: b, Text: text, Part: app.TakenBack, Verdict: app.VerdictRefuse,
			Matches:  []app.Match{{Part: app.TakenBack, ItemName: "某事项", Evidence: []app.Evidence{{Start: c, End: d}}}},
			Findings: []app.Finding{{Code: "TAKEN_BACK", Role: app.RoleStructure, Evidence: []app.Evidence{{Start: b, End: d}, {Start: c, End: a}}}},
		}}
		cs, err := w.Write(paper.KindFeedback, s, true)
		if err != nil {
			t.Fatal(err)
		}
		for _, content := range cs {
			content.Record()
		}
	})
}
