package store_test

import (
	"io/fs"
	"maps"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/ledger/ledgertest"
	"yidanqing/app/lexicon"
	"yidanqing/app/rule"
	"yidanqing/app/upkeep"
	"yidanqing/assets"
	"yidanqing/data/store"
)

// ruled gives an office its rules.
func (o *office) ruled() *office {
	o.upkeep.Shipped = func() ([]rule.Rule, app.Source, error) { return rule.Shipped(assets.Rules) }
	o.upkeep.Unfit = func(text string) []string {
		if text == "这是甩锅" {
			return []string{"甩锅"}
		}
		return nil
	}
	return o
}

func row(t *testing.T, r upkeep.Rules, code string) upkeep.RuleRow {
	t.Helper()
	for _, x := range r.Rows {
		if x.Rule.Code == code {
			return x
		}
	}
	t.Fatalf("there is no rule %s", code)
	return upkeep.RuleRow{}
}

func TestRulesAreChangedAndReset(t *testing.T) {
	o := newOffice(t).ruled()
	ctx := t.Context()
	before := must[upkeep.Rules](t)(o.upkeep.Rules(ctx))
	none, basis := "", "县减负清单第3条"
	for _, c := range []app.RuleChange{
		{Code: "TAKEN_BACK", Off: true}, {Code: "TAKEN_BACK", Point: "别的"}, {Code: "PLEDGE", Severity: "loud"},
		{Code: "PLEDGE", Basis: &none}, {Code: "PLEDGE", Advice: "这是甩锅"}} {
		if err := o.upkeep.ChangeRule(ctx, c); app.ErrorCode(err) != app.CodeInvalid {
			t.Errorf("%+v: %v", c, err)
		}
	}
	if err := o.upkeep.ChangeRule(ctx, app.RuleChange{Code: "NONE"}); app.ErrorCode(err) != app.CodeNotFound {
		t.Errorf("a rule that is not there: %v", err)
	}
	change := app.RuleChange{Code: "PLEDGE", Off: true, Severity: app.SeverityWarn, Basis: &basis, Point: "签责任状。"}
	must[any](t)(nil, o.upkeep.ChangeRule(ctx, change))
	must[any](t)(nil, o.upkeep.ChangeRule(ctx, change)) // again: writes nothing
	after := must[upkeep.Rules](t)(o.upkeep.Rules(ctx))
	r := row(t, after, "PLEDGE")
	if !r.Rule.Off || r.Rule.Severity != app.SeverityWarn || r.Rule.Basis != basis || r.Rule.Point != "签责任状" || r.By != "李敏" || r.On.IsZero() || r.Shipped.Off {
		t.Errorf("the row is %+v", r)
	}
	if after.Enabled != before.Enabled-1 {
		t.Errorf("%d rules are on, %d were", after.Enabled, before.Enabled)
	}
	entries := len(must[[]ledger.Entry](t)(o.store.EntriesForTest()))
	must[any](t)(nil, o.upkeep.ChangeRule(ctx, change))
	if n := len(must[[]ledger.Entry](t)(o.store.EntriesForTest())); n != entries {
		t.Error("a change that changes nothing is written")
	}
	must[any](t)(nil, o.upkeep.ResetRule(ctx, "PLEDGE"))
	if r := row(t, must[upkeep.Rules](t)(o.upkeep.Rules(ctx)), "PLEDGE"); r.Rule.Off || r.Rule.Severity != app.SeverityBlock || !r.Change.Empty() {
		t.Errorf("after the reset %+v", r)
	}
	if r := must[upkeep.Repaired](t)(o.upkeep.Repair(ctx, nil)); len(r.Changed) > 0 {
		t.Errorf("the tables differ from the events: %v", r.Changed)
	}
}

// What is the office's own, and how often each rule was used, is the same by the tables as by the events, also after a
// rebuild and for a ledger of the schema before.
func TestOwnRulesAreWhatTheEventsSay(t *testing.T) {
	o, _ := randomOffice(t, 4, 250)
	o.ruled()
	ctx := t.Context()
	must[any](t)(nil, o.upkeep.ChangeRule(ctx, app.RuleChange{Code: "VETO", Off: true}))
	model := ledgertest.New(o.clock.Now())
	model.Entries = must[[]ledger.Entry](t)(o.store.EntriesForTest())
	from, to := app.Date{Year: 2026, Month: 12, Day: 10}, app.Date{Year: 2027, Month: 12, Day: 31}
	check := func(after string) {
		t.Helper()
		want, got := must[ledger.Own](t)(model.Own(ctx)), must[ledger.Own](t)(o.store.Own(ctx))
		if want.Rules().Digest() != got.Rules().Digest() || want.Rules().Digest() == "" {
			t.Errorf("%s: own %+v, by the events %+v", after, got, want)
		}
		counts, by := must[map[string]int](t)(o.store.FindingCounts(ctx, from, to)), must[map[string]int](t)(model.FindingCounts(ctx, from, to))
		if !maps.Equal(counts, by) || counts["TAKEN_BACK"] == 0 || counts["VETO"] == 0 {
			t.Errorf("%s: counts %v, by the events %v", after, counts, by)
		}
	}
	check("written")
	must[any](t)(nil, o.store.ExecForTest("DELETE FROM demand_finding"))
	step := string(must[[]byte](t)(fs.ReadFile(store.EmbeddedForTest(), "migrations/0004_rules.sql")))
	step = step[strings.Index(step, "INSERT"):strings.LastIndex(step, "CREATE INDEX")]
	must[any](t)(nil, o.store.ExecForTest(step))
	check("migrated")
	if r := must[upkeep.Repaired](t)(o.upkeep.Repair(ctx, nil)); len(r.Changed) > 0 {
		t.Errorf("the tables differ from the events: %v", r.Changed)
	}
	check("rebuilt")
}

// An issued paper, and the check that it rests on, stay as they are when rules change afterwards.
func TestIssuedPapersStayWhenRulesChange(t *testing.T) {
	o := newOffice(t).ruled()
	ctx := t.Context()
	n := o.register(t, text(1, bureau, app.VerdictRefuse))
	issued := o.issue(t, n.ID)
	pdf := must[[]byte](t)(o.store.Blobs().Get(ctx, issued.Paper.PDF.Digest))
	before := must[ledger.Notice](t)(o.store.Notice(ctx, n.ID))
	for _, c := range []app.RuleChange{{Code: "PLEDGE", Off: true}, {Code: "TAKEN_BACK", Severity: app.SeverityNote}} {
		must[any](t)(nil, o.upkeep.ChangeRule(ctx, c))
	}
	after := must[ledger.Notice](t)(o.store.Notice(ctx, n.ID))
	if string(must[[]byte](t)(ledger.Canonical(before.Check))) != string(must[[]byte](t)(ledger.Canonical(after.Check))) {
		t.Error("the check of a registered notice changed")
	}
	if string(must[[]byte](t)(o.store.Blobs().Get(ctx, issued.Paper.PDF.Digest))) != string(pdf) {
		t.Error("the paper changed")
	}
}

func mustLexicon() (*lexicon.Lexicon, error) {
	return lexicon.Read(lexicon.Files{Concepts: assets.Concepts, Actions: assets.Actions, Departments: assets.Departments, Emergency: assets.Emergency})
}

func TestOwnWordsAreAddedAndRemoved(t *testing.T) {
	o := newOffice(t).ruled()
	o.upkeep.Lexicon = mustLexicon
	ctx := t.Context()
	found := must[[]upkeep.Concept](t)(o.upkeep.FindConcepts(ctx, "秸秆", 5))
	if len(found) == 0 {
		t.Fatal("秸秆 names nothing")
	}
	id := found[0].ID
	known := found[0].Names[0]
	for _, c := range []struct {
		w    app.OwnWord
		code app.Code
	}{{app.OwnWord{Word: "烧", Concept: id}, app.CodeInvalid}, {app.OwnWord{Word: "烧苞谷秆，子", Concept: id}, app.CodeInvalid},
		{app.OwnWord{Word: "苞谷秆子", Concept: "没有这个"}, app.CodeInvalid}, {app.OwnWord{Word: known, Concept: id}, app.CodeConflict},
		{app.OwnWord{Word: "处罚", Concept: id}, app.CodeInvalid}} {
		if err := o.upkeep.AddWord(ctx, c.w); app.ErrorCode(err) != c.code {
			t.Errorf("%+v: %v", c.w, err)
		}
	}
	must[any](t)(nil, o.upkeep.AddWord(ctx, app.OwnWord{Word: " 苞谷秆子 ", Concept: id}))
	if err := o.upkeep.AddWord(ctx, app.OwnWord{Word: "苞谷秆子", Concept: id}); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("twice: %v", err)
	}
	words := must[[]upkeep.OwnWord](t)(o.upkeep.Words(ctx))
	if len(words) != 1 || words[0].Word.Word.Word != "苞谷秆子" || words[0].AddedBy != "李敏" || words[0].Concept.Field == "" {
		t.Fatalf("words %+v", words)
	}
	lex := must[*lexicon.Lexicon](t)(lexicon.Read(lexicon.Files{Concepts: assets.Concepts}, must[ledger.Own](t)(o.store.Own(ctx)).Rules().Words...))
	if hits := lex.FindConcepts([]rune("严禁露天烧苞谷秆子")); len(hits) == 0 || lex.Concepts[hits[len(hits)-1].ID].ID != id {
		t.Errorf("the word is not known: %+v", hits)
	}
	must[any](t)(nil, o.upkeep.RemoveWord(ctx, words[0].ID))
	if left := must[[]upkeep.OwnWord](t)(o.upkeep.Words(ctx)); len(left) != 0 {
		t.Errorf("left %+v", left)
	}
	if err := o.upkeep.RemoveWord(ctx, words[0].ID); app.ErrorCode(err) != app.CodeNotFound {
		t.Errorf("removed twice: %v", err)
	}
	if r := must[upkeep.Repaired](t)(o.upkeep.Repair(ctx, nil)); len(r.Changed) > 0 {
		t.Errorf("the tables differ from the events: %v", r.Changed)
	}
}

func TestNegativeListsAreImportedAndRemoved(t *testing.T) {
	o := newOffice(t).ruled()
	ctx := t.Context()
	pack := app.RulePack{Source: app.Source{Title: "县减负负面清单"}, Rules: []app.OwnRule{
		{Title: "要求派车接送", Document: "《县减负负面清单》", Place: "第7条", Severity: app.SeverityBlock}, {Title: "要求挂牌上墙", Severity: app.SeverityWarn}}}
	id := must[string](t)(o.upkeep.ImportPack(ctx, pack))
	if _, err := o.upkeep.ImportPack(ctx, pack); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("twice: %v", err)
	}
	code := rule.OwnCode(pack.Rules[0])
	all := must[upkeep.Rules](t)(o.upkeep.Rules(ctx))
	if r := row(t, all, code); r.Pack != id || r.Rule.Role != app.RoleMeans || r.Rule.Basis != "《县减负负面清单》第7条" {
		t.Errorf("the rule is %+v", r)
	}
	must[any](t)(nil, o.upkeep.ChangeRule(ctx, app.RuleChange{Code: code, Off: true}))
	if r := row(t, must[upkeep.Rules](t)(o.upkeep.Rules(ctx)), code); !r.Rule.Off || r.Shipped.Off {
		t.Errorf("switched off it is %+v", r)
	}
	must[any](t)(nil, o.upkeep.RemovePack(ctx, id))
	for _, r := range must[upkeep.Rules](t)(o.upkeep.Rules(ctx)).Rows {
		if r.Rule.Own {
			t.Errorf("%s is still there", r.Rule.Title)
		}
	}
	if r := must[upkeep.Repaired](t)(o.upkeep.Repair(ctx, nil)); len(r.Changed) > 0 {
		t.Errorf("the tables differ from the events: %v", r.Changed)
	}
}

// TestARuleOfTheOfficesOwnIsWrittenAndRewritten: it tells and proposes, never refuses, and the events give the same tables.
func TestARuleOfTheOfficesOwnIsWrittenAndRewritten(t *testing.T) {
	o := newOffice(t).ruled()
	ctx := t.Context()
	r := app.OwnRule{Title: "不得要求派车接送检查人员", Document: "《县减负负面清单》", Place: "第7条", Severity: app.SeverityBlock, Wordings: []string{"派车接送"}, Except: []string{"自行前往"}}
	id := must[string](t)(o.upkeep.WriteRule(ctx, r, ""))
	code := rule.OwnCode(r)
	if got := row(t, must[upkeep.Rules](t)(o.upkeep.Rules(ctx)), code); got.Pack != id || got.Written == nil || got.Rule.Role != app.RoleMeans {
		t.Errorf("written it is %+v", got)
	}
	for what, bad := range map[string]app.OwnRule{
		"the same again":        r,
		"of a shipped one":      {Title: "随意设置“一票否决”", Severity: app.SeverityWarn},
		"refusing":              {Title: "不得要求值班值守", Severity: app.SeverityWarn, Role: app.RoleSubject},
		"firm without document": {Title: "不得要求值班值守", Severity: app.SeverityBlock},
		"met everywhere":        {Title: "不得要求值班值守", Severity: app.SeverityWarn, Wordings: []string{"值班"}},
		"without a name":        {Severity: app.SeverityWarn},
	} {
		if _, err := o.upkeep.WriteRule(ctx, bad, ""); err == nil {
			t.Errorf("a rule %s was kept", what)
		}
	}
	r.Role, r.Wordings = app.RoleNote, []string{"派车接送", "安排车辆"}
	next := must[string](t)(o.upkeep.WriteRule(ctx, r, id))
	if got := row(t, must[upkeep.Rules](t)(o.upkeep.Rules(ctx)), code); got.Pack != next || len(got.Written.Wordings) != 2 || got.Rule.Role != app.RoleNote {
		t.Errorf("rewritten it is %+v", got)
	}
	if _, err := o.upkeep.WriteRule(ctx, r, id); app.ErrorCode(err) == "" {
		t.Error("what was rewritten already was rewritten again")
	}
	if r := must[upkeep.Repaired](t)(o.upkeep.Repair(ctx, nil)); len(r.Changed) > 0 {
		t.Errorf("the tables differ from the events: %v", r.Changed)
	}
	must[any](t)(nil, o.upkeep.ChangeRule(ctx, app.RuleChange{Code: "DEADLINE_SHORT", Number: 3}))
	if got := row(t, must[upkeep.Rules](t)(o.upkeep.Rules(ctx)), "DEADLINE_SHORT"); got.Rule.Title != "办理时限不足三个工作日" || got.Shipped.Title != "办理时限不足一个工作日" {
		t.Errorf("with another number it is %q, shipped %q", got.Rule.Title, got.Shipped.Title)
	}
	for code, n := range map[string]int{"DEADLINE_SHORT": 99, "PLEDGE": 2} {
		if err := o.upkeep.ChangeRule(ctx, app.RuleChange{Code: code, Number: n}); app.ErrorCode(err) != app.CodeInvalid {
			t.Errorf("%s with %d: %v", code, n, err)
		}
	}
}

func TestRegistersSayWhatTheyDecide(t *testing.T) {
	o := newOffice(t).ruled()
	ctx := t.Context()
	day := func(y, m, d int) app.Date { return app.Date{Year: y, Month: time.Month(m), Day: d} }
	status := func(k app.RegisterKind) upkeep.RegisterView {
		t.Helper()
		for _, v := range must[[]upkeep.RegisterView](t)(o.upkeep.RegisterViews(ctx)) {
			if v.Kind == k {
				return v
			}
		}
		t.Fatalf("no %s", k)
		return upkeep.RegisterView{}
	}
	if v := status(app.RegisterForm); v.Used != nil || v.Decides || v.Status != "还没有导入，不据此判断" {
		t.Errorf("nothing imported: %+v", v)
	}
	in := func(k app.RegisterKind, s app.Source) string {
		t.Helper()
		return must[ledger.Register](t)(o.upkeep.ImportRegister(ctx, app.Register{Kind: k, Source: s, Entries: []app.RegisterEntry{{Name: "甲项检查"}}})).ID
	}
	in(app.RegisterInspection, app.Source{Title: "2025年计划", From: day(2025, 1, 1), To: day(2025, 12, 31)})
	if v := status(app.RegisterInspection); v.Decides || v.Status != "已于 2025-12-31 到期，暂不据此判断" {
		t.Errorf("out of date: %+v", v)
	}
	id := in(app.RegisterInspection, app.Source{Title: "2026年计划", From: day(2026, 1, 1), To: day(2026, 12, 31)})
	if v := status(app.RegisterInspection); !v.Decides || v.Used.ID != id || v.Earlier != 1 || v.Status != "完整、现行，据此判断" {
		t.Errorf("in force: %+v", v)
	}
	in(app.RegisterApp, app.Source{Title: "名录", Incomplete: true})
	if v := status(app.RegisterApp); v.Decides || v.Status != "不完整，不据此判断" {
		t.Errorf("incomplete: %+v", v)
	}
	must[any](t)(nil, o.upkeep.WithdrawRegister(ctx, id, "导入后当即撤回"))
	if v := status(app.RegisterInspection); v.Decides || v.Used == nil || v.Used.Register.Source.Title != "2025年计划" {
		t.Errorf("after the withdrawal: %+v", v)
	}
	if r := must[upkeep.Repaired](t)(o.upkeep.Repair(ctx, nil)); len(r.Changed) > 0 {
		t.Errorf("the tables differ from the events: %v", r.Changed)
	}
}
