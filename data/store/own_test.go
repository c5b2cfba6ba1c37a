package store_test

import (
	"io/fs"
	"maps"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/ledger/ledgertest"
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
