package store_test

import (
	"context"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/alert"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/data/store"
)

// varied is the checker of the other tests with demands of all kinds, findings, and notices without a number.
type varied struct{ checker }

func (v varied) Check(ctx context.Context, text string, received app.Date, known app.Fields, _ ...string) (app.Check, error) {
	c, err := v.checker.Check(ctx, text, received, known)
	kinds := []app.Kind{app.KindTask, app.KindForm, app.KindMeeting, app.KindInspection, app.KindApp, app.KindPledge, app.KindCertificate,
		app.KindCampaign, app.KindSecondment}
	for i := range c.Demands {
		d := &c.Demands[i]
		d.Kind = kinds[(len(text)+7*i+len(d.Gist)+int(text[len(text)/2]))%len(kinds)]
		d.Findings = []app.Finding{{Code: "TAKEN_BACK", Title: "已由上级部门收回", Role: app.RoleStructure}}
		if i%2 == 1 {
			d.Findings = append(d.Findings, app.Finding{Code: "GROUP", Title: "工作群", Role: app.RoleNote},
				app.Finding{Code: "VETO", Title: "随意设置“一票否决”", Role: app.RoleMeans}, app.Finding{Code: "VETO", Title: "随意设置“一票否决”", Role: app.RoleMeans})
		}
	}
	if len(c.Demands)%3 == 1 {
		c.Fields.DocNo = ""
	}
	switch len(text) % 4 {
	case 1:
		c.Findings = append(c.Findings, app.Finding{Code: alert.Repeated, Title: "重复部署", Role: app.RoleNote})
		if len(c.Demands) > 0 {
			c.Demands[0].Findings = append(c.Demands[0].Findings, app.Finding{Code: inquire.ShortCode, Title: "时限短", Role: app.RoleMeans})
		}
	case 2:
		c.Findings = append(c.Findings, app.Finding{Code: alert.MultiHeaded, Title: "多头部署", Role: app.RoleNote})
	}
	return c, err
}

// kept is a press that keeps what it is to print.
type kept struct {
	account     paper.Account
	month       paper.Month
	departments paper.Departments
}

func (k *kept) PrintDepartments(_ context.Context, d paper.Departments) ([]byte, int, error) {
	k.departments = d
	return []byte("%PDF"), 1, nil
}
func (k *kept) DepartmentsTable(context.Context, paper.Departments) ([]byte, error) { return nil, nil }
func (k *kept) PrintReview(context.Context, paper.Departments) ([]byte, int, error) {
	return nil, 0, nil
}
func (k *kept) ReviewTwin(context.Context, paper.Departments) ([]byte, error) { return nil, nil }

func (k *kept) PrintLedger(_ context.Context, a paper.Account) ([]byte, int, error) {
	k.account = a
	return []byte("%PDF"), 1, nil
}
func (k *kept) LedgerTable(_ context.Context, a paper.Account) ([]byte, error) {
	k.account = a
	return []byte("PK"), nil
}
func (k *kept) MonthTwin(context.Context, paper.Month) ([]byte, error) { return nil, nil }

func (k *kept) PrintTasks(context.Context, paper.TaskList) ([]byte, int, error) { return nil, 0, nil }

func (k *kept) PrintMonth(_ context.Context, m paper.Month) ([]byte, int, error) {
	k.month = m
	return []byte("%PDF"), 1, nil
}
func (k *kept) Table(context.Context, ...paper.Sheet) ([]byte, error) { return []byte("PK"), nil }

// randomOffice is an office in which a clerk has done things at random for more than a year.
func randomOffice(t *testing.T, seed uint64, steps int) (*office, *kept) {
	t.Helper()
	o := openOffice(t, filepath.Join(t.TempDir(), "数据"))
	o.settings(t)
	o.intake.Checker = varied{}
	k := &kept{}
	o.inquire.Press, o.inquire.Files = k, o.store.Blobs()
	p := &player{t: t, o: o, r: rand.New(rand.NewPCG(seed, 9)), done: map[string]int{}}
	for range steps {
		p.act()
		if p.r.IntN(6) == 0 {
			o.clock.t = o.clock.t.Add(time.Duration(p.r.IntN(12)) * 24 * time.Hour)
		}
	}
	return o, k
}

// all reads every notice from its events.
func (o *office) all(t *testing.T) []ledger.Notice {
	t.Helper()
	var out []ledger.Notice
	page := must[inquire.Page](t)(o.inquire.Page(t.Context(), inquire.Filter{}, inquire.Cursor{}, 500))
	for _, r := range page.Rows {
		out = append(out, must[ledger.Notice](t)(o.store.Notice(t.Context(), r.ID)))
	}
	return out
}

// recount counts demands and notices of a figure from the records, as its doc comment says.
func recount(notices []ledger.Notice, f inquire.Figure, today app.Date) (found, demands int) {
	for _, n := range notices {
		if n.Void || n.Entered.Before(f.Period.From) || f.Period.To.Before(n.Entered) {
			continue
		}
		if len(f.Issuers) > 0 && !slices.Contains(f.Issuers, n.Check.Fields.Issuer) || f.Alert != "" && !hasFinding(n.Check.Findings, f.Alert) {
			continue
		}
		if f.Arrivals || f.Alert != "" {
			found++
			continue
		}
		if f.Numbered {
			if n.Check.Fields.DocNo != "" {
				found++
			}
			continue
		}
		hit := false
		for _, d := range n.Demands {
			in := (f.Code == "" || hasFinding(d.Advice.Findings, f.Code)) && d.Counted() && (!f.Handed || d.Handed()) && (len(f.Kinds) == 0 || slices.Contains(f.Kinds, d.Kind)) &&
				(len(f.Verdicts) == 0 || slices.Contains(f.Verdicts, d.Verdict())) &&
				(len(f.Routes) == 0 || slices.Contains(f.Routes, d.Route())) && (len(f.Results) == 0 || slices.Contains(f.Results, d.Result())) &&
				(len(f.States) == 0 || slices.Contains(f.States, d.State) && d.Overdue(today) == f.Late)
			if in {
				demands++
				hit = true
			}
		}
		if hit {
			found++
		}
	}
	return found, demands
}

func hasFinding(list []app.Finding, code string) bool {
	return slices.ContainsFunc(list, func(f app.Finding) bool { return f.Code == code })
}

// TestStatisticsAddUp counts every figure of random ledgers again from the records, adds up every sum, and opens the
// ledger behind every number.
func TestStatisticsAddUp(t *testing.T) {
	routes := map[ledger.Route]int{}
	for seed := range uint64(4) {
		o, k := randomOffice(t, seed, 350)
		today := app.DateOf(o.clock.t)
		notices := o.all(t)
		for _, n := range notices {
			for _, d := range n.Demands {
				routes[d.Route()]++
			}
		}
		period := inquire.MonthOf(today)
		for _, p := range []inquire.Period{period.Until(today), period.MonthBefore(), period.YearBefore()} {
			st := must[inquire.Statistics](t)(o.inquire.Statistics(t.Context(), p, p.YearBefore()))
			check := func(what string, got int, f inquire.Figure) {
				t.Helper()
				found, demands := recount(notices, f, today)
				want := demands
				if f.Numbered {
					want = found
				}
				if got != want {
					t.Errorf("seed %d %s %s: %d, counted again %d", seed, p.Title(), what, got, want)
				}
				page := must[inquire.Page](t)(o.inquire.Page(t.Context(), inquire.Filter{Figure: &f}, inquire.Cursor{}, 500))
				if len(page.Rows) != found {
					t.Errorf("seed %d %s %s: the ledger lists %d, %d are behind it", seed, p.Title(), what, len(page.Rows), found)
				}
			}
			for _, tile := range st.Tiles {
				for _, c := range tile.Counts {
					check(c.Name, c.Now, c.Figure)
					before := c.Figure
					before.Period = p.YearBefore()
					check(c.Name+" before", c.Change.Then, before)
				}
			}
			if len(st.Months) > 0 && st.Months[0].Period.To.Before(st.Since) {
				t.Errorf("seed %d: %s stands as a month, records begin on %s", seed, st.Months[0].Figure.Title, st.Since)
			}
			sum := inquire.Verdicts{}
			for _, m := range st.Months {
				check(m.Figure.Title, m.Verdicts.Total(), m.Figure)
				sum = sum.Plus(m.Verdicts)
			}
			kinds := inquire.Verdicts{}
			for _, row := range st.Kinds {
				check(row.Title, row.Verdicts.Total(), row.Figure)
				kinds = kinds.Plus(row.Verdicts)
			}
			if sum != st.Total || kinds != st.Total {
				t.Errorf("seed %d: months make %+v, kinds %+v, the whole is %+v", seed, sum, kinds, st.Total)
			}
			answersAddUp(t, st, check)
		}
		soFarAddsUp(t, o, notices, today)
		accountAddsUp(t, o, k, notices, today)
		monthAddsUp(t, o, k, notices, today)
		departmentsAddUp(t, o, notices, today)
	}
	for _, r := range []ledger.Route{ledger.RouteOpen, ledger.RouteTalk, ledger.RoutePaper, ledger.RouteTalkPaper} {
		if routes[r] == 0 {
			t.Errorf("no demand took the way %q in the whole play", r)
		}
	}
}

// soFarAddsUp counts the line of the start page again from the records.
func soFarAddsUp(t *testing.T, o *office, notices []ledger.Notice, today app.Date) {
	t.Helper()
	p := inquire.MonthOf(today).Until(today)
	papers := inquire.Figure{Period: p, Handed: true, Routes: []ledger.Route{ledger.RoutePaper, ledger.RouteTalkPaper}}
	awaiting := papers
	awaiting.States = []ledger.State{ledger.StateAwaiting}
	late := awaiting
	late.Late = true
	var want inquire.SoFar
	want.Notices, _ = recount(notices, inquire.Figure{Period: p, Arrivals: true}, today)
	for to, f := range map[*int]inquire.Figure{&want.Demands: {Period: p}, &want.Papers: papers, &want.Awaiting: awaiting, &want.Late: late,
		&want.Talked: {Period: p, Handed: true, Routes: []ledger.Route{ledger.RouteTalk, ledger.RouteTalkPaper}}} {
		_, *to = recount(notices, f, today)
	}
	if got := must[inquire.SoFar](t)(o.inquire.SoFar(t.Context())); got != want {
		t.Errorf("month so far %+v, counted again %+v", got, want)
	}
}

func answersAddUp(t *testing.T, st inquire.Statistics, check func(string, int, inquire.Figure)) {
	t.Helper()
	a := st.Answers
	add := func(lines []inquire.AnswerLine) (n int) {
		for _, l := range lines {
			check(l.Figure.Title, l.N, l.Figure)
			n += l.N
		}
		return n
	}
	talks, results, opens := add(a.Talks), add(a.Results), add(a.Opens)
	if a.Total != st.Total.Handed() || a.Talked+a.Direct+a.Open != a.Total || a.Direct+a.After != a.Papers || talks != a.Talked || results != a.Papers || opens != a.Open {
		t.Errorf("answers do not add up: %+v; %d %d %d of %d", a, talks, results, opens, st.Total.Handed())
	}
}

// accountAddsUp prints the whole ledger: its subtotals are those of the records.
func accountAddsUp(t *testing.T, o *office, k *kept, notices []ledger.Notice, today app.Date) {
	t.Helper()
	f := must[inquire.File](t)(o.inquire.LedgerPaper(t.Context(), inquire.Filter{}, nil))
	sums := k.account.Sums()
	_, demands := recount(notices, inquire.Figure{Period: inquire.Period{To: today.AddDays(9999)}}, today)
	total := 0
	for _, n := range sums.Verdicts {
		total += n
	}
	if sums.Notices != len(notices) || sums.Demands != demands || total != demands || !strings.HasSuffix(f.Name, ".pdf") {
		t.Errorf("the printed ledger has %+v of %d notices and %d demands", sums, len(notices), demands)
	}
	if !strings.HasPrefix(k.account.Proof, "一致，末条摘要 ") {
		t.Errorf("proof %q", k.account.Proof)
	}
}

// monthAddsUp writes the report of each month: kinds, verdicts and answers make the whole.
func monthAddsUp(t *testing.T, o *office, k *kept, notices []ledger.Notice, today app.Date) {
	t.Helper()
	for _, p := range []inquire.Period{inquire.MonthOf(today).Until(today), inquire.MonthOf(today).MonthBefore()} {
		if _, err := o.inquire.MonthPaper(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		m := k.month
		add := func(list []paper.Counted) (n int) {
			for _, c := range list {
				n += c.N
			}
			return n
		}
		a := m.Answers
		found, demands := recount(notices, inquire.Figure{Period: p}, today)
		if m.Demands != demands || m.Asking != found || m.Asking > m.Notices || add(m.Kinds) != demands || add(m.Verdicts) != demands ||
			add(a.Talks) != a.Talked || add(a.Results) != a.Papers || a.Talked+a.Direct+a.Open != a.Handed ||
			m.Bars[len(m.Bars)-1].Total != demands || m.Bars[len(m.Bars)-1].Part != a.Handed {
			t.Errorf("%s: %+v of %d notices and %d demands", p.Title(), m, found, demands)
		}
		problems := map[string]int{}
		for _, n := range notices {
			for _, d := range n.Demands {
				if n.Void || !d.Counted() || n.Entered.Before(p.From) || p.To.Before(n.Entered) {
					continue
				}
				codes := map[string]bool{}
				for _, f := range d.Advice.Findings {
					if f.Role != app.RoleNote {
						codes[f.Code] = true
					}
				}
				for c := range codes {
					problems[c]++
				}
			}
		}
		for _, x := range m.Problems {
			if x.Demands != problems[x.Code] || x.Code == "GROUP" {
				t.Errorf("%s: %s %d, counted again %d", p.Title(), x.Code, x.Demands, problems[x.Code])
			}
			delete(problems, x.Code)
		}
		if len(problems) > 0 {
			t.Errorf("%s: not reported %v", p.Title(), problems)
		}
	}
}

// TestMigrationCountsAsTheProgramDoes empties the columns that schema 3 brought and lets its migration fill them.
func TestMigrationCountsAsTheProgramDoes(t *testing.T) {
	o, _ := randomOffice(t, 11, 350)
	want := must[string](t)(o.store.RowsForTest())
	raw := string(must[[]byte](t)(fs.ReadFile(store.EmbeddedForTest(), "migrations/0003_statistics.sql")))
	_, update, found := strings.Cut(raw, "\nUPDATE demand")
	update, _, ended := strings.Cut(update, ";")
	if !found || !ended {
		t.Fatal("the migration fills nothing")
	}
	must[any](t)(nil, o.store.ExecForTest("UPDATE demand SET entered = '', month = '', counted = 0, decided = 0, route = '', result = ''"))
	must[any](t)(nil, o.store.ExecForTest("UPDATE demand"+update))
	if got := must[string](t)(o.store.RowsForTest()); got != want {
		t.Error("the migration counts otherwise than the program")
	}
}
