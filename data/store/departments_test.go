package store_test

import (
	"encoding/json"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/data/store"
)

// reviewed switches 基层评机关 on.
func (o *office) reviewed(tb testing.TB) {
	tb.Helper()
	s := must[ledger.Settings](tb)(o.upkeep.Settings(tb.Context()))
	s.ReviewDepartments, s.Office.County = true, "清河县"
	must[any](tb)(nil, o.upkeep.SaveSettings(tb.Context(), s))
}

// departmentsAddUp counts every number of every department again from the records, and opens the ledger behind it.
func departmentsAddUp(t *testing.T, o *office, notices []ledger.Notice, today app.Date) {
	t.Helper()
	o.reviewed(t)
	for _, p := range []inquire.Period{inquire.YearOf(today), inquire.HalfOf(today).Until(today), inquire.HalfOf(inquire.HalfOf(today).From.AddDays(-1))} {
		d := must[inquire.Departments](t)(o.inquire.Departments(t.Context(), p))
		live, _ := recount(notices, inquire.Figure{Period: p, Arrivals: true}, today)
		_, demands := recount(notices, inquire.Figure{Period: p}, today)
		if d.Total.Notices != live || d.Total.Demands != demands {
			t.Errorf("%s: %d notices and %d demands, counted again %d and %d", p.Title(), d.Total.Notices, d.Total.Demands, live, demands)
		}
		sum := inquire.Department{}
		for _, r := range d.Rows {
			departmentAddsUp(t, o, notices, r, today)
			sum.Notices, sum.Demands, sum.Due, sum.InTime = sum.Notices+r.Notices, sum.Demands+r.Demands, sum.Due+r.Due, sum.InTime+r.InTime
			sum.Withdrawn, sum.Changed, sum.Upheld, sum.Short = sum.Withdrawn+r.Withdrawn, sum.Changed+r.Changed, sum.Upheld+r.Upheld, sum.Short+r.Short
			sum.Repeated += r.Repeated
		}
		whole := d.Total
		if sum.Notices != whole.Notices || sum.Demands != whole.Demands || sum.Due != whole.Due || sum.InTime != whole.InTime || sum.Short != whole.Short ||
			sum.Withdrawn != whole.Withdrawn || sum.Changed != whole.Changed || sum.Upheld != whole.Upheld || sum.Repeated != whole.Repeated {
			t.Errorf("%s: the rows make %+v, the whole is %+v", p.Title(), sum, whole)
		}
	}
}

func departmentAddsUp(t *testing.T, o *office, notices []ledger.Notice, r inquire.Department, today app.Date) {
	t.Helper()
	check := func(what string, got int, f inquire.Figure, demands bool) {
		t.Helper()
		f.Period, f.Issuers = r.Period, r.Issuers
		found, n := recount(notices, f, today)
		want := found
		if demands {
			want = n
		}
		if got != want {
			t.Errorf("%s %s %s: %d, counted again %d", r.Period.Title(), r.Name, what, got, want)
		}
		if page := must[inquire.Total](t)(o.inquire.Total(t.Context(), inquire.Filter{Figure: &f})); page.Notices != found {
			t.Errorf("%s %s %s: the ledger lists %d, %d are behind it", r.Period.Title(), r.Name, what, page.Notices, found)
		}
	}
	handed := func(o ledger.Outcome) inquire.Figure {
		return inquire.Figure{Handed: true, Results: []ledger.Outcome{o}}
	}
	check("来件", r.Notices, r.Figure(), false)
	check("事项", r.Demands, inquire.Figure{}, true)
	check("需要反馈", r.Verdicts.Handed(), inquire.Figure{Handed: true}, true)
	check("已撤回", r.Withdrawn, handed(ledger.Withdrawn), true)
	check("已调整", r.Changed, handed(ledger.Changed), true)
	check("维持", r.Upheld, handed(ledger.Upheld), true)
	for _, f := range r.Facts() {
		digits := strings.Map(func(c rune) rune {
			if c >= '0' && c <= '9' {
				return c
			}
			return ' '
		}, f.Words)
		n := 0
		must[any](t)(nil, json.Unmarshal([]byte(strings.Fields(digits)[0]), &n))
		check(f.Words, n, f.Figure, f.Figure.Alert == "")
	}
	due, inTime := owedBy(t, o, notices, r, today)
	if r.Due != due || r.InTime != inTime {
		t.Errorf("%s %s: %d of %d replies in time, counted again %d of %d", r.Period.Title(), r.Name, r.InTime, r.Due, inTime, due)
	}
}

// owedBy counts the replies of a department again from its papers and the events of its demands.
func owedBy(t *testing.T, o *office, notices []ledger.Notice, r inquire.Department, today app.Date) (due, inTime int) {
	t.Helper()
	for _, n := range notices {
		if n.Void || n.Entered.Before(r.Period.From) || r.Period.To.Before(n.Entered) || !slices.Contains(r.Issuers, n.Check.Fields.Issuer) {
			continue
		}
		papers := must[[]ledger.Paper](t)(o.store.Papers(t.Context(), n.ID))
		history := must[[]ledger.Entry](t)(o.store.History(t.Context(), n.ID))
		for _, d := range n.Demands {
			for _, p := range papers {
				if !d.Counted() || p.Void || p.Delivery == nil || p.Delivery.Due.IsZero() || p.Addressee != n.Check.Fields.Issuer || !slices.Contains(p.Answers, d.ID) {
					continue
				}
				reply := ledger.Reply{}
				for _, e := range history {
					x := ledger.Reply{}
					if e.Event.Type == ledger.DemandReplied && e.Event.Subject.ID == d.ID && json.Unmarshal(e.Payload, &x) == nil && x.Paper == p.ID {
						reply = x
					}
				}
				raised := slices.ContainsFunc(papers, func(l ledger.Paper) bool {
					return !l.Void && l.ID != p.ID && slices.Contains(l.Answers, d.ID) && p.Delivery.Due.Before(l.Date)
				})
				switch {
				case !reply.Date.IsZero():
					due++
					if !p.Delivery.Due.Before(reply.Date) {
						inTime++
					}
				case p.Delivery.Due.Before(today) && (raised || d.State == ledger.StateAwaiting && d.Paper.Paper == p.ID):
					due++
				}
			}
		}
	}
	return due, inTime
}

// TestALateReplyStaysCounted raises a matter whose reply did not come: the department's silence does not go away with it, and
// the answer of the body above is not the department's.
func TestALateReplyStaysCounted(t *testing.T) {
	o := newOffice(t)
	o.reviewed(t)
	replies := func() string {
		t.Helper()
		p := inquire.YearOf(app.DateOf(o.clock.t))
		d := must[inquire.Departments](t)(o.inquire.Departments(t.Context(), p))
		if len(d.Rows) != 1 {
			t.Fatalf("rows %v", d.Rows)
		}
		return d.Rows[0].ReplyWords()
	}
	deliver := func(paper string) {
		t.Helper()
		today := app.DateOf(o.clock.t)
		must[ledger.Paper](t)(o.decide.RecordApproval(t.Context(), paper, "赵国梁", today, nil))
		must[ledger.Paper](t)(o.decide.RecordDelivery(t.Context(), paper, today, "周明"))
	}
	first := o.register(t, text(1, bureau, app.VerdictRefuse))
	form := o.issue(t, first.ID)
	deliver(form.Paper.ID)
	if got := replies(); got != "—" {
		t.Errorf("within the term: %s", got)
	}
	o.clock.t = o.clock.t.AddDate(0, 0, 20)
	if got := replies(); got != "0/1" {
		t.Errorf("after the term: %s", got)
	}
	demand := must[ledger.Notice](t)(o.store.Notice(t.Context(), first.ID)).Demands[0]
	must[ledger.Notice](t)(o.decide.Decide(t.Context(), first.ID, nil))
	raised, err := o.decide.Issue(t.Context(), decide.Request{Notice: first.ID, Kind: "escalation"})
	if err != nil {
		t.Fatal(err)
	}
	deliver(raised.Paper.ID)
	must[ledger.Notice](t)(o.decide.RecordReply(t.Context(), raised.Paper.ID, app.DateOf(o.clock.t), []decide.ReplyEntry{{Demand: demand.ID, Outcome: ledger.Withdrawn}}))
	if got := replies(); got != "0/1" {
		t.Errorf("after the matter was raised: %s", got)
	}
	second := o.register(t, text(2, "县住建局", app.VerdictRefuse))
	other := o.issue(t, second.ID)
	deliver(other.Paper.ID)
	demand = must[ledger.Notice](t)(o.store.Notice(t.Context(), second.ID)).Demands[0]
	must[ledger.Notice](t)(o.decide.RecordReply(t.Context(), other.Paper.ID, app.DateOf(o.clock.t), []decide.ReplyEntry{{Demand: demand.ID, Outcome: ledger.Changed}}))
	if got := replies(); got != "1/2" {
		t.Errorf("with a reply in time: %s", got)
	}
	if r := must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), nil)); len(r.Changed) > 0 {
		t.Errorf("the tables differ from the events: %v", r.Changed)
	}
}

// TestSchema7CountsAsTheProgramDoes empties the table that schema 6 brought and lets its migration fill it.
func TestSchema7CountsAsTheProgramDoes(t *testing.T) {
	o, _ := randomOffice(t, 11, 600)
	want := must[string](t)(o.store.RowsForTest())
	if !strings.Contains(want, "demand_reply\n") || strings.Contains(want, "demand_reply\nrule_change") {
		t.Fatal("the play has no reply")
	}
	raw := string(must[[]byte](t)(fs.ReadFile(store.EmbeddedForTest(), "migrations/0007_departments.sql")))
	_, fill, found := strings.Cut(raw, "\nINSERT ")
	if !found {
		t.Fatal("the migration fills nothing")
	}
	must[any](t)(nil, o.store.ExecForTest("DELETE FROM demand_reply"))
	must[any](t)(nil, o.store.ExecForTest("INSERT "+fill))
	if got := must[string](t)(o.store.RowsForTest()); got != want {
		t.Error("the migration counts otherwise than the program")
	}
}
