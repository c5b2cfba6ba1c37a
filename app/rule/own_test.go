package rule_test

import (
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/rule"
	"yidanqing/app/text"
	"yidanqing/assets"
)

func mustOwn(t *testing.T, own app.OwnRules) *rule.Set {
	t.Helper()
	s, err := rule.ReadOwn(assets.Rules, own)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func ptr(s string) *string { return &s }

func TestAnOfficeMaySoftenAndRewordARule(t *testing.T) {
	s := mustOwn(t, app.OwnRules{Changes: []app.RuleChange{
		{Code: "PLEDGE", Severity: app.SeverityWarn, Point: "要求签责任状", Advice: "建议以清单为准"},
		{Code: "RANKING", Off: true}, {Code: "VETO", Basis: ptr("县减负清单第3条")}, {Code: "GONE", Off: true}}})
	if r := s.Rule("PLEDGE"); r == nil || r.Severity != app.SeverityWarn || !r.Softened || r.Role != app.RoleSubject || r.Point != "要求签责任状" || r.Proposal != "建议以清单为准" {
		t.Errorf("PLEDGE is %+v", r)
	}
	if s.Rule("RANKING") != nil {
		t.Error("a rule that is off is used")
	}
	if r := s.Rule("VETO"); r.BasisFor("一票否决") != "县减负清单第3条" || r.Toothless {
		t.Errorf("VETO is %+v", r)
	}
	if !strings.HasSuffix(s.Source.DocNo, "（本单位改动3条）") {
		t.Errorf("the version reads %q", s.Source.DocNo)
	}
}

func TestStructuralRulesStay(t *testing.T) {
	s := mustOwn(t, app.OwnRules{Changes: []app.RuleChange{{Code: "TAKEN_BACK", Off: true, Severity: app.SeverityWarn, Basis: ptr(""), Point: "别的说法"}}})
	r := s.Rule("TAKEN_BACK")
	if r == nil || r.Basis != "{清单}" || r.Point != "" || r.Role != app.RoleStructure {
		t.Fatalf("TAKEN_BACK is %+v", r)
	}
	if r.Severity != app.SeverityWarn {
		t.Error("its severity may be changed")
	}
}

func TestWithoutABasisNothingIsFirm(t *testing.T) {
	r := mustOwn(t, app.OwnRules{Changes: []app.RuleChange{{Code: "PLEDGE", Severity: app.SeverityBlock, Basis: ptr(" ")}}}).Rule("PLEDGE")
	if r.Severity != app.SeverityWarn || r.Role != app.RoleNote || !r.Toothless {
		t.Errorf("without a basis PLEDGE is %+v", r)
	}
}

// own is a negative list of two rows.
func own(rows ...app.OwnRule) app.OwnRules { return app.OwnRules{Packs: []app.RulePack{{Rules: rows}}} }

func TestRowsOfANegativeListAreFound(t *testing.T) {
	row := app.OwnRule{Title: "不得要求村级重复报送纸质材料；报纸质版", Document: "《县减负负面清单》", Place: "第2条", Severity: app.SeverityBlock}
	s := mustOwn(t, own(row, app.OwnRule{Title: "要求挂牌", Severity: app.SeverityBlock}))
	r := s.Rule(rule.OwnCode(row))
	if r == nil || r.Role != app.RoleMeans || r.Basis != "《县减负负面清单》第2条" || !r.Own {
		t.Fatalf("the row is %+v", r)
	}
	if r := s.Rule(rule.OwnCode(app.OwnRule{Title: "要求挂牌"})); r.Role != app.RoleNote || r.Severity != app.SeverityWarn {
		t.Errorf("a row without a document is %+v", r)
	}
	for words, want := range map[string]string{
		"请各村于周五前报纸质版。":          "报纸质版",
		"请村级干部重复报送有关纸质材料一份。":    "重复报送有关纸质材料",
		"各村不用再报材料。":             "",
		"请重复检查一遍，并报送电子材料。":      "",
		"材料请用纸质信封装好,重复的不报,村级留存": ""} {
		x := text.New(words)
		hits := s.On(x, nil).Find(r.Code, []text.Range{{Start: 0, End: x.Len()}})
		got := ""
		if len(hits) > 0 {
			got = x.Slice(hits[0].Start, hits[0].End)
		}
		if got != want {
			t.Errorf("%q: found %q, want %q", words, got, want)
		}
	}
}

func TestExplainSaysWhyARuleIsSilent(t *testing.T) {
	s := mustOwn(t, app.OwnRules{Changes: []app.RuleChange{{Code: "RANKING", Off: true}}})
	x := text.New("每周排名通报。")
	all := []text.Range{{Start: 0, End: x.Len()}}
	if hits, _ := s.On(x, nil).Explain("RANKING", all); len(hits) == 0 {
		t.Error("a rule that is off is not explained")
	}
	quoted := make([]text.Mask, x.Len())
	for i := range quoted {
		quoted[i] = text.Forbidden
	}
	if hits, why := s.On(x, quoted).Explain("RANKING", all); len(hits) > 0 || !strings.Contains(why, "不是要求") {
		t.Errorf("in a forbidding sentence: %v %q", hits, why)
	}
}
