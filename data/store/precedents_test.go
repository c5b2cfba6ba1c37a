package store_test

import (
	"context"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/ledger"
	"yidanqing/app/ledger/ledgertest"
	"yidanqing/app/upkeep"
	"yidanqing/data/store"
)

// listed is a checker that names the list in force, as the judge does.
type listed struct{ o *office }

func (l listed) Check(ctx context.Context, text string, received app.Date, known app.Fields, except ...string) (app.Check, error) {
	c, err := checker{}.Check(ctx, text, received, known, except...)
	if err != nil {
		return c, err
	}
	v, err := l.o.store.ListOn(ctx, received)
	if err == nil && v != nil {
		c.Versions = []app.Version{v.List.Version()}
	}
	return c, err
}

// version imports a list of one entry.
func (o *office) version(t *testing.T, name string, from app.Date) app.Version {
	t.Helper()
	l := app.DutyList{Source: app.Source{Title: "柳河镇清单", From: from}, Duties: []app.Duty{{Part: app.Cooperate, ItemNo: "1", Name: name, Departments: []string{"县住建局"}}}}
	must[ledger.List](t)(o.upkeep.ImportList(t.Context(), l))
	return l.Version()
}

func (o *office) precedents(t *testing.T) []upkeep.Precedent {
	t.Helper()
	return must[[]upkeep.Precedent](t)(o.upkeep.Precedents(t.Context()))
}

func TestADecisionAgainstTheAdviceMakesAPrecedent(t *testing.T) {
	o := newOffice(t)
	o.intake.Checker = listed{o}
	ctx := t.Context()
	version := o.version(t, "燃气安全管理工作", app.Date{Year: 2026, Month: time.January, Day: 1})
	n := o.register(t, text(1, bureau, app.VerdictEscalate, app.VerdictDo))
	if p := o.precedents(t); len(p) != 0 {
		t.Fatalf("before it was decided: %+v", p)
	}
	escalated, done := n.Demands[0], n.Demands[1]
	as := func(d ledger.Demand, v app.Verdict, entry *app.DutyRef) {
		t.Helper()
		must[ledger.Notice](t)(o.decide.Decide(ctx, n.ID, []decide.Choice{{Demand: d.ID, Verdict: v, Entry: entry, Reason: "已问过县编办"}}))
	}
	as(done, app.VerdictDo, nil)
	if p := o.precedents(t); len(p) != 0 {
		t.Errorf("a decision as advised makes one: %+v", p)
	}
	entry := app.DutyRef{Part: app.Cooperate, ItemNo: "1", Name: "燃气安全管理工作"}
	as(escalated, app.VerdictCooperate, &entry)
	all := o.precedents(t)
	if len(all) != 1 {
		t.Fatalf("precedents %+v", all)
	}
	p := all[0]
	if p.Department != bureau || p.Number != "2026年第1号" || p.No != 1 || p.Whole || p.Advised != app.VerdictEscalate || p.Decided != app.VerdictCooperate ||
		*p.Entry != entry || p.By != "李敏" || p.Reason != "已问过县编办" || p.Day.String() != "2026-11-24" || p.List != version || p.State != upkeep.PrecedentInUse ||
		p.Text != "escalate:第1件事的第1项" || p.Title != "关于第1件事的通知" {
		t.Errorf("the precedent is %+v", p)
	}
	if _, _, err := o.decide.Undo(ctx, n.ID); err != nil {
		t.Fatal(err)
	}
	if p := o.precedents(t); len(p) != 0 {
		t.Errorf("after it was undone: %+v", p)
	}
	as(escalated, app.VerdictDo, nil)
	if p := o.precedents(t); len(p) != 1 || p[0].Decided != app.VerdictDo || p[0].Entry != nil {
		t.Errorf("decided anew: %+v", p)
	}
	must[upkeep.Erased](t)(o.upkeep.Erase(ctx, n.ID, "含个人信息"))
	if p := o.precedents(t); len(p) != 0 {
		t.Errorf("after its words were erased: %+v", p)
	}
	if r := must[upkeep.Repaired](t)(o.upkeep.Repair(ctx, nil)); len(r.Changed) > 0 {
		t.Errorf("the tables differ from the events: %v", r.Changed)
	}
}

func TestAPrecedentGoesWithItsNotice(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	n := o.register(t, text(1, bureau, app.VerdictEscalate))
	must[ledger.Notice](t)(o.decide.Decide(ctx, n.ID, []decide.Choice{{Demand: n.Demands[0].ID, Verdict: app.VerdictDo}}))
	if p := o.precedents(t); len(p) != 1 || !p[0].Whole {
		t.Fatalf("precedents %+v", p)
	}
	must[ledger.Notice](t)(o.decide.VoidNotice(ctx, n.ID, "重复登记"))
	if p := o.precedents(t); len(p) != 0 {
		t.Errorf("of a void notice: %+v", p)
	}
}

func TestAPrecedentIsTakenOutOfUseAndPutBack(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	n := o.register(t, text(1, bureau, app.VerdictEscalate))
	decideAs := func(v app.Verdict) {
		t.Helper()
		must[ledger.Notice](t)(o.decide.Decide(ctx, n.ID, []decide.Choice{{Demand: n.Demands[0].ID, Verdict: v}}))
	}
	decideAs(app.VerdictDo)
	id := n.Demands[0].ID
	if err := o.upkeep.RemovePrecedent(ctx, id, " "); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("without a reason: %v", err)
	}
	if err := o.upkeep.RestorePrecedent(ctx, id); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("one in use was put back: %v", err)
	}
	if err := o.upkeep.RemovePrecedent(ctx, "none", "理由"); app.ErrorCode(err) != app.CodeNotFound {
		t.Errorf("one that is not there: %v", err)
	}
	must[any](t)(nil, o.upkeep.RemovePrecedent(ctx, id, "那次情况特殊"))
	if p := o.precedents(t); len(p) != 1 || p[0].State != upkeep.PrecedentRemoved || p[0].Off.Reason != "那次情况特殊" || p[0].Off.By != "李敏" {
		t.Fatalf("out of use: %+v", p)
	}
	if err := o.upkeep.RemovePrecedent(ctx, id, "再一次"); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("taken out twice: %v", err)
	}
	must[any](t)(nil, o.upkeep.RestorePrecedent(ctx, id))
	if p := o.precedents(t); p[0].State != upkeep.PrecedentInUse {
		t.Errorf("put back: %+v", p)
	}
	must[any](t)(nil, o.upkeep.RemovePrecedent(ctx, id, "那次情况特殊"))
	decideAs(app.VerdictCooperate)
	if p := o.precedents(t); p[0].State != upkeep.PrecedentInUse || p[0].Decided != app.VerdictCooperate {
		t.Errorf("a later decision on the same demand is out of use with the first: %+v", p)
	}
	if r := must[upkeep.Repaired](t)(o.upkeep.Repair(ctx, nil)); len(r.Changed) > 0 {
		t.Errorf("the tables differ from the events: %v", r.Changed)
	}
	if v := o.verified(t); !v.OK() {
		t.Errorf("damages %v", v.Damages)
	}
}

func TestANewListEndsPrecedents(t *testing.T) {
	o := newOffice(t)
	o.intake.Checker = listed{o}
	ctx := t.Context()
	first := o.version(t, "燃气安全管理工作", app.Date{Year: 2026, Month: time.January, Day: 1})
	n := o.register(t, text(1, bureau, app.VerdictEscalate))
	must[ledger.Notice](t)(o.decide.Decide(ctx, n.ID, []decide.Choice{{Demand: n.Demands[0].ID, Verdict: app.VerdictDo}}))
	second := o.version(t, "燃气安全管理工作（修订）", app.Date{Year: 2026, Month: time.November, Day: 24})
	if p := o.precedents(t); len(p) != 1 || p[0].State != upkeep.PrecedentExpired {
		t.Fatalf("after the new list: %+v", p)
	}
	for _, c := range []struct {
		list app.Version
		want int
	}{{first, 1}, {second, 0}, {app.Version{}, 0}} {
		if p := must[[]ledger.Precedent](t)(o.store.Precedents(ctx, &c.list)); len(p) != c.want {
			t.Errorf("of %s: %d", c.list.Title, len(p))
		}
	}
	// What is decided under the second belongs to the second.
	m := o.register(t, text(2, bureau, app.VerdictEscalate))
	must[ledger.Notice](t)(o.decide.Decide(ctx, m.ID, []decide.Choice{{Demand: m.Demands[0].ID, Verdict: app.VerdictDo}}))
	if p := o.precedents(t); len(p) != 2 || p[0].State != upkeep.PrecedentInUse || p[0].List != second {
		t.Errorf("decided under the second: %+v", p)
	}
}

// TestPrecedentsAreWhatTheEventsSay compares with a model that reads the events alone: as written, as the migration makes
// them of an older ledger, and rebuilt.
func TestPrecedentsAreWhatTheEventsSay(t *testing.T) {
	o, _ := randomOffice(t, 3, 1000)
	ctx := t.Context()
	if p := o.precedents(t); len(p) < 3 {
		t.Fatalf("only %d precedents came about", len(p))
	} else {
		must[any](t)(nil, o.upkeep.RemovePrecedent(ctx, p[1].ID, "那次情况特殊"))
	}
	model := ledgertest.New(o.clock.Now())
	model.Entries = must[[]ledger.Entry](t)(o.store.EntriesForTest())
	check := func(after string) {
		t.Helper()
		got, want := must[[]ledger.Precedent](t)(o.store.Precedents(ctx, nil)), must[[]ledger.Precedent](t)(model.Precedents(ctx, nil))
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %d precedents, by the events %d\n%+v\n%+v", after, len(got), len(want), got, want)
		}
	}
	check("written")
	must[any](t)(nil, o.store.ExecForTest("DELETE FROM precedent; UPDATE notice SET list = 'x'"))
	step := string(must[[]byte](t)(fs.ReadFile(store.EmbeddedForTest(), "migrations/0006_precedents.sql")))
	must[any](t)(nil, o.store.ExecForTest(step[strings.Index(step, "UPDATE notice"):]))
	check("migrated")
	if r := must[upkeep.Repaired](t)(o.upkeep.Repair(ctx, nil)); len(r.Changed) > 0 {
		t.Errorf("the tables differ from the events: %v", r.Changed)
	}
	check("rebuilt")
}
