package store_test

import (
	"fmt"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/oldledger"
	"yidanqing/app/upkeep"
)

// oldTable is a ledger of n arrivals, one a day from a day on.
func oldTable(from app.Date, n int) app.Table {
	t := app.Table{File: "旧台账.xlsx", Name: "收文", Cells: [][]string{{"日期", "来文单位", "标题", "类型", "处理"}}}
	kinds, handled := []string{"任务", "报表", "会议", "通知"}, []string{"承办", "配合", "退回", "提级", "转农办"}
	for i := range n {
		t.Cells = append(t.Cells, []string{from.AddDays(i).String(), "县水利局", fmt.Sprintf("第%d件旧事", i), kinds[i%4], handled[i%5]})
	}
	return t
}

func (o *office) importOld(t *testing.T, tables ...app.Table) ledger.OldLedger {
	t.Helper()
	p := must[oldledger.Preview](t)(o.intake.PreviewOldLedger(t.Context(), tables, oldledger.Options{}))
	return must[ledger.OldLedger](t)(o.intake.ImportOldLedger(t.Context(), p.Ledger))
}

// TestOldLedgerStaysApart imports an old ledger: nothing that counts, lists or watches notices changes by it, the same file
// is noticed, a rebuild gives the same tables, and the whole import can be taken back.
func TestOldLedgerStaysApart(t *testing.T) {
	o := newOffice(t)
	n := o.register(t, text(1, bureau, app.VerdictRefuse, app.VerdictDo))
	ctx, today := t.Context(), app.DateOf(o.clock.t)
	period := inquire.MonthOf(today).Until(today)
	state := func() string {
		st := must[inquire.Statistics](t)(o.inquire.Statistics(ctx, period, period.YearBefore()))
		st.BeforeUse = nil
		return fmt.Sprintf("%+v %+v %+v %+v %+v", st, must[inquire.Page](t)(o.inquire.Page(ctx, inquire.Filter{}, inquire.Cursor{}, 50)),
			must[inquire.Counts](t)(o.inquire.Counts(ctx, inquire.Filter{})), must[inquire.Board](t)(o.inquire.Board(ctx)), must[inquire.Tiles](t)(o.inquire.Tiles(ctx)))
	}
	before := state()
	l := o.importOld(t, oldTable(app.Date{Year: 2025, Month: 1, Day: 1}, 400))
	if after := state(); after != before {
		t.Errorf("an old ledger changes what stands of notices:\n%s\n%s", before, after)
	}
	page := must[inquire.OldPage](t)(o.inquire.OldRows(ctx, "水利局 旧事", 0, 3))
	if page.Total != 400 || len(page.Rows) != 3 || page.Rows[0].Title != "第399件旧事" || page.Rows[0].File != "旧台账.xlsx" || page.Rows[0].By != "李敏" || page.Rows[0].Ledger != l.ID {
		t.Errorf("rows %+v", page)
	}
	if page = must[inquire.OldPage](t)(o.inquire.OldRows(ctx, "第7件旧事", 0, 3)); page.Total != 1 {
		t.Errorf("found %d", page.Total)
	}
	_, err := o.intake.PreviewOldLedger(ctx, []app.Table{oldTable(app.Date{Year: 2025, Month: 1, Day: 1}, 400)}, oldledger.Options{})
	if app.ErrorCode(err) != app.CodeConflict || !strings.Contains(app.ErrorMessage(err), "每一行都已导入过（“旧台账.xlsx”") {
		t.Errorf("the same file: %v", err)
	}
	if _, err := o.intake.ImportOldLedger(ctx, l.Old); app.ErrorCode(err) != app.CodeConflict {
		t.Errorf("the same rows: %v", err)
	}
	longer := must[oldledger.Preview](t)(o.intake.PreviewOldLedger(ctx, []app.Table{oldTable(app.Date{Year: 2025, Month: 1, Day: 1}, 405)}, oldledger.Options{}))
	if len(longer.Ledger.Rows) != 5 || len(longer.Unread) != 400 || !strings.Contains(longer.Unread[0].Reason, "已在“旧台账.xlsx”中导入过") {
		t.Errorf("a longer file gives %d rows, %d are named", len(longer.Ledger.Rows), len(longer.Unread))
	}
	o.rebuilt(t)
	if imports := must[[]inquire.OldImport](t)(o.inquire.OldImports(ctx)); len(imports) != 1 || imports[0].Rows != 400 || imports[0].Last != (app.Date{Year: 2026, Month: 2, Day: 4}) {
		t.Errorf("imports %+v", imports)
	}
	if err := o.intake.WithdrawOldLedger(ctx, l.ID, " "); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("without a reason: %v", err)
	}
	must[any](t)(nil, o.intake.WithdrawOldLedger(ctx, l.ID, "选错了文件"))
	if err := o.intake.WithdrawOldLedger(ctx, l.ID, "再撤一次"); app.ErrorCode(err) != ledger.CodeState {
		t.Errorf("taken back twice: %v", err)
	}
	if page = must[inquire.OldPage](t)(o.inquire.OldRows(ctx, "", 0, 3)); page.Total != 0 || len(must[[]inquire.OldImport](t)(o.inquire.OldImports(ctx))) != 0 {
		t.Errorf("after taking back: %+v", page)
	}
	o.rebuilt(t)
	o.importOld(t, oldTable(app.Date{Year: 2025, Month: 1, Day: 1}, 400)) // and in again
	if v := o.verified(t); v.Notices != 1 {
		t.Errorf("%+v, notice %s", v, n.ID)
	}
}

func (o *office) rebuilt(t *testing.T) {
	t.Helper()
	want := must[string](t)(o.store.RowsForTest())
	r := must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), nil))
	if got := must[string](t)(o.store.RowsForTest()); got != want || len(r.Changed) > 0 {
		t.Errorf("the tables differ from the events: %v", r.Changed)
	}
}

// TestOldLedgerWithAMarkIsRefused takes nothing of a table in that carries a grade of secrecy anywhere.
func TestOldLedgerWithAMarkIsRefused(t *testing.T) {
	o := newOffice(t)
	events := o.verified(t).Events
	for name, change := range map[string]func(*app.Table){
		"title row": func(t *app.Table) { t.Before = []string{"机密★1年"} },
		"cell":      func(t *app.Table) { t.Cells[3][2] = "机密★ 关于某事的通知" },
		"column": func(t *app.Table) {
			t.Cells[0] = append(t.Cells[0], "密级")
			t.Cells[2] = append(t.Cells[2], "秘密")
		},
		"file name":  func(t *app.Table) { t.File = "【内部资料】收文.xlsx" },
		"sheet name": func(t *app.Table) { t.Name = "密级：机密" },
	} {
		table := oldTable(app.Date{Year: 2025, Month: 1, Day: 1}, 5)
		change(&table)
		p, err := o.intake.PreviewOldLedger(t.Context(), []app.Table{table}, oldledger.Options{})
		if app.ErrorCode(err) != app.CodeSecret || len(p.Ledger.Rows) > 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	plain := oldTable(app.Date{Year: 2025, Month: 1, Day: 1}, 5)
	plain.Cells[0], plain.Cells[1] = append(plain.Cells[0], "密级"), append(plain.Cells[1], "无")
	plain.Cells[2][2] = "关于保守商业秘密的通知"
	o.importOld(t, plain)
	if v := o.verified(t); v.Events != events+1 {
		t.Errorf("%d events more", v.Events-events)
	}
}

// TestBeforeUseComparesTheSameMonths counts both sides again from the rows and the notices.
func TestBeforeUseComparesTheSameMonths(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	o.clock.t = o.clock.t.AddDate(0, -8, 8-o.clock.t.Day()) // a month that is not whole comes first
	start := app.DateOf(o.clock.t)
	compare := func() *inquire.BeforeUse {
		p := inquire.MonthOf(app.DateOf(o.clock.t)).Until(app.DateOf(o.clock.t))
		return must[inquire.Statistics](t)(o.inquire.Statistics(ctx, p, p.YearBefore())).BeforeUse
	}
	o.importOld(t, oldTable(app.Date{Year: start.Year - 2, Month: 1, Day: 3}, 500)) // into last year's May
	o.register(t, text(1, bureau, app.VerdictDo))
	if b := compare(); b == nil || b.Now != (inquire.Period{}) || b.Known {
		t.Fatalf("no whole month is on record: %+v", b)
	}
	o.clock.t = o.clock.t.AddDate(0, 2, 0)
	for i := range 30 {
		v := app.VerdictDo
		if i%3 == 0 {
			v = app.VerdictRefuse
		}
		o.register(t, text(10+i, bureau, v))
	}
	b := compare()
	now := app.DateOf(o.clock.t)
	from := inquire.MonthOf(start).To.AddDays(1)
	if b.Now != (inquire.Period{From: from, To: now}) || b.Then != (inquire.Period{From: from, To: now}).YearBefore().YearBefore() && b.Then != (inquire.Period{From: from, To: now}).YearBefore() || !b.Known {
		t.Fatalf("periods %+v", b)
	}
	rows := 0
	for _, r := range must[inquire.OldPage](t)(o.inquire.OldRows(ctx, "", 0, 1000)).Rows {
		if !r.Date.Before(b.Then.From) && !b.Then.To.Before(r.Date) {
			rows++
		}
	}
	sumNow, sumThen := 0, 0
	for _, l := range b.Kinds {
		sumNow, sumThen = sumNow+l.Now, sumThen+l.Change.Then
	}
	if b.Total.Now != 30 || b.Total.Change.Then != rows || sumNow != 30 || sumThen != rows || b.Handed.Now != 10 || b.Untyped == 0 || b.Unhandled == 0 {
		t.Errorf("30 and %d: %+v", rows, b)
	}
	if b.Total.Change.Percent != 0 {
		t.Errorf("a percentage without twelve months here: %+v", b.Total)
	}
	o.clock.t = o.clock.t.AddDate(1, 0, 0)
	for i := range 60 {
		o.register(t, text(100+i, bureau, app.VerdictDo))
	}
	if b = compare(); !b.Then.To.Before(start) || !b.Known || b.Total.Change.Percent == 0 {
		t.Errorf("after a year: %+v", b)
	}
}
