package judge_test

import (
	"slices"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/judge"
	"yidanqing/app/rule"
	"yidanqing/assets"
)

// with gives a judge of the same parts with changed rules.
func with(t *testing.T, j *judge.Judge, own app.OwnRules) *judge.Judge {
	t.Helper()
	set, err := rule.ReadOwn(assets.Rules, own)
	if err != nil {
		t.Fatal(err)
	}
	p := j.Params
	p.Rules, p.Own = set, own.Digest()
	return judge.New(p)
}

func changes(c ...app.RuleChange) app.OwnRules { return app.OwnRules{Changes: c} }

const pledge = "清河县消防救援大队关于签订消防安全责任状的通知\n柳河镇人民政府：\n请你镇主要负责人与我大队签订消防安全责任状，于3月20日前交回。"

func TestChangedRulesChangeTheAdvice(t *testing.T) {
	j := mustJudge(t)
	list := mustList(t, "testdata/township/list.tsv")
	check := func(own app.OwnRules, words string) app.Check {
		x := with(t, j, own)
		return mustCheck(t, x, x.Prepare(list), words, "2026-03-10")
	}
	find := func(c app.Check, code string) *app.Finding {
		for i := range c.Findings {
			if c.Findings[i].Code == code {
				return &c.Findings[i]
			}
		}
		return nil
	}
	if c := check(app.OwnRules{}, pledge); c.Verdict != app.VerdictRefuse || find(c, "PLEDGE") == nil {
		t.Fatalf("as shipped: %s %v", c.Verdict, c.Findings)
	}
	c := check(changes(app.RuleChange{Code: "PLEDGE", Severity: app.SeverityWarn, Point: "要求签责任状"}), pledge)
	if f := find(c, "PLEDGE"); c.Verdict != app.VerdictEscalate || f == nil || f.Severity != app.SeverityWarn || f.Point != "要求签责任状" {
		t.Errorf("softened: %s %+v", c.Verdict, f)
	}
	if !strings.Contains(strings.Join(c.Reasons, ""), "本单位已把") {
		t.Errorf("the reason does not say who softened: %v", c.Reasons)
	}
	c = check(changes(app.RuleChange{Code: "PLEDGE", Off: true}), pledge)
	if c.Verdict == app.VerdictRefuse || find(c, "PLEDGE") != nil {
		t.Errorf("switched off: %s %v", c.Verdict, c.Findings)
	}
	if i := slices.IndexFunc(c.Versions, func(v app.Version) bool { return v.What == "rules" }); i < 0 || c.Versions[i].Digest == "" {
		t.Errorf("the check does not name the changed rules: %+v", c.Versions)
	}
	none := ""
	c = check(changes(app.RuleChange{Code: "PLEDGE", Basis: &none}), pledge)
	if f := find(c, "PLEDGE"); c.Verdict == app.VerdictRefuse || f == nil || f.Role != app.RoleNote {
		t.Errorf("without a basis: %s %+v", c.Verdict, f)
	}
}

// A rule that no wording finds, only a register, was not switched off by being off.
func TestPlannedRulesCanBeOff(t *testing.T) {
	j := mustJudge(t)
	list, registers := mustList(t, "testdata/township/list.tsv"), mustRegisters(t, "testdata/township")
	for code, words := range map[string]string{
		"INSPECTION_UNPLANNED": "清河县科协关于开展农村科普工作年终考核的通知\n各乡镇：\n定于12月5日至9日派出考核组对各乡镇科普工作进行年终考核，请做好迎检准备。",
		"CAMPAIGN_UNAPPROVED":  "清河县妇联关于开展最美绣娘示范村创建活动的通知\n各乡镇：\n请各乡镇组织申报最美绣娘示范村，每个乡镇推荐2个村创建。",
		"DUPLICATE_FORM":       "清河县文联关于报送乡村歌手统计表的通知\n各乡镇：\n请填报《乡村歌手统计表》，附表逐人填写，于3月20日前报送。"} {
		on := mustCheck(t, j, j.Prepare(list, registers...), words, "2026-03-10")
		if !slices.ContainsFunc(on.Findings, func(f app.Finding) bool { return f.Code == code }) {
			t.Errorf("%s is not found as shipped: %s %v", code, on.Verdict, on.Findings)
			continue
		}
		x := with(t, j, changes(app.RuleChange{Code: code, Off: true}))
		off := mustCheck(t, x, x.Prepare(list, registers...), words, "2026-03-10")
		if off.Verdict != app.VerdictDo || slices.ContainsFunc(off.Findings, func(f app.Finding) bool { return f.Code == code }) {
			t.Errorf("%s off: %s %v", code, off.Verdict, off.Findings)
		}
	}
}

func TestNegativeListsTellAndRefuseNothing(t *testing.T) {
	row := app.OwnRule{Title: "要求派车接送", Document: "《县减负负面清单》", Place: "第7条", Severity: app.SeverityBlock}
	j := mustJudge(t)
	list := mustList(t, "testdata/township/list.tsv")
	words := "清河县农业农村局关于开展秸秆禁烧宣传的通知\n柳河镇人民政府：\n请做好秸秆禁烧宣传，并派车接送检查人员。"
	before := mustCheck(t, j, j.Prepare(list), words, "2026-03-10")
	x := with(t, j, app.OwnRules{Packs: []app.RulePack{{Rules: []app.OwnRule{row}}}})
	after := mustCheck(t, x, x.Prepare(list), words, "2026-03-10")
	i := slices.IndexFunc(after.Findings, func(f app.Finding) bool { return f.Code == rule.OwnCode(row) })
	if i < 0 || after.Findings[i].Basis != "《县减负负面清单》第7条" || after.Findings[i].Role != app.RoleMeans || after.Findings[i].Evidence[0].Text != "派车接送" {
		t.Fatalf("findings %+v", after.Findings)
	}
	if before.Verdict != after.Verdict {
		t.Errorf("the verdict went from %s to %s", before.Verdict, after.Verdict)
	}
}

func TestTryARule(t *testing.T) {
	j := with(t, mustJudge(t), changes(app.RuleChange{Code: "RANKING", Off: true}))
	g := j.Prepare(nil)
	day := app.Date{Year: 2026, Month: 11, Day: 24}
	for _, c := range []struct{ code, words, found, why string }{
		{"DEADLINE_SHORT", "县防办已启动Ⅳ级响应，请于今日17:00前报送值班表。", "", "属应急事项例外"},
		{"DEADLINE_SHORT", "请于今日17:00前报送值班表", "今日17:00前", ""},
		{"DEADLINE_SHORT", "请各村做好值班，于2026年12月20日前报送值班表。", "", "够一个工作日"},
		{"PLEDGE", "请各村签订消防责任状。", "签订消防责任状", ""},
		{"PLEDGE", "不得要求村级签订责任状。", "", "不是要求"},
		{"RANKING", "请各村做好宣传，每周排名通报。", "排名", ""},
	} {
		got := j.Try(g, c.code, c.words, day)
		found := ""
		for _, e := range got.Found {
			found += e.Text
		}
		if (c.found == "") != (found == "") || !strings.Contains(found, c.found) || !strings.Contains(got.Why, c.why) {
			t.Errorf("%s %q: %+v", c.code, c.words, got)
		}
	}
}

// TestTheNumberOfTheShortDeadline moves the line, and the finding says which number stood.
func TestTheNumberOfTheShortDeadline(t *testing.T) {
	j := mustJudge(t)
	list := mustList(t, "testdata/township/list.tsv")
	const words = "县农业农村局关于报送秸秆禁烧台账的通知\n柳河镇人民政府：\n请你镇于3月12日前报送秸秆禁烧台账。"
	find := func(own app.OwnRules) *app.Finding {
		x := with(t, j, own)
		c := mustCheck(t, x, x.Prepare(list), words, "2026-03-10") // two full workdays: the 11th and 12th
		for i := range c.Findings {
			if c.Findings[i].Code == "DEADLINE_SHORT" {
				return &c.Findings[i]
			}
		}
		return nil
	}
	if f := find(app.OwnRules{}); f != nil {
		t.Errorf("two workdays are short of one: %+v", f)
	}
	if f := find(changes(app.RuleChange{Code: "DEADLINE_SHORT", Number: 3})); f == nil || f.Number != 3 || f.Title != "办理时限不足三个工作日" {
		t.Errorf("two workdays are not short of three: %+v", f)
	}
}

// TestAWrittenRuleKnowsItsExceptions finds the words, and not where an exception stands beside them.
func TestAWrittenRuleKnowsItsExceptions(t *testing.T) {
	j := mustJudge(t)
	list := mustList(t, "testdata/township/list.tsv")
	r := app.OwnRule{Title: "不得要求派车接送", Document: "《清单》", Severity: app.SeverityBlock, Wordings: []string{"派车接送检查组"}, Except: []string{"自行前往"}}
	x := with(t, j, app.OwnRules{Packs: []app.RulePack{{Rules: []app.OwnRule{r}, Written: true}}})
	has := func(words string) bool {
		words = "县教育局关于检查的通知\n柳河镇人民政府：\n" + words
		c := mustCheck(t, x, x.Prepare(list), words, "2026-03-10")
		if as := mustCheck(t, j, j.Prepare(list), words, "2026-03-10"); c.Verdict != as.Verdict {
			t.Errorf("%s: a rule of the office's own turns %s into %s", words, as.Verdict, c.Verdict)
		}
		return slices.ContainsFunc(c.Findings, func(f app.Finding) bool { return f.Code == rule.OwnCode(r) })
	}
	if !has("请你镇派车接送检查组，报送检查台账。") {
		t.Error("the wording was not found")
	}
	if has("检查组自行前往，不需你镇派车接送检查组，请报送检查台账。") {
		t.Error("the exception was passed over")
	}
}
