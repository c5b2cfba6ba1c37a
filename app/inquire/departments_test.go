package inquire_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/lexicon"
	"yidanqing/assets"
)

// senders is a ledger that knows what each sender sent, and the year before.
type senders struct {
	reader
	set      ledger.Settings
	first    app.Date
	now      inquire.Period
	arrivals []inquire.IssuerArrivals
	demands  []inquire.IssuerDemands
	terms    []inquire.IssuerTerm
	replies  []inquire.IssuerReplies
	before   []inquire.IssuerArrivals
}

func (s senders) Settings(context.Context) (ledger.Settings, error) { return s.set, nil }
func (s senders) FirstEntry(context.Context) (app.Date, error)      { return s.first, nil }
func (s senders) then(p inquire.Period) bool                        { return p != s.now }
func when[T any](not bool, list []T) []T {
	if not {
		return nil
	}
	return list
}
func (s senders) ArrivalsByIssuer(_ context.Context, p inquire.Period) ([]inquire.IssuerArrivals, error) {
	if s.then(p) {
		return s.before, nil
	}
	return s.arrivals, nil
}
func (s senders) DemandsByIssuer(_ context.Context, p inquire.Period) ([]inquire.IssuerDemands, error) {
	return when(s.then(p), s.demands), nil
}
func (s senders) TermsByIssuer(_ context.Context, p inquire.Period) ([]inquire.IssuerTerm, error) {
	return when(s.then(p), s.terms), nil
}
func (s senders) RepliesByIssuer(_ context.Context, p inquire.Period, _ app.Date) ([]inquire.IssuerReplies, error) {
	return when(s.then(p), s.replies), nil
}

// yearOfSenders is a year in which a bureau was renamed, another level wrote too, and one notice names nobody.
func yearOfSenders() senders {
	s := senders{first: day("2025-01-04"), now: inquire.Period{From: day("2026-01-01"), To: day("2026-11-24")}}
	s.set = ledger.Settings{ReviewDepartments: true, Office: app.Office{Type: app.Township, Name: "清河县柳河镇人民政府", Short: "柳河镇", County: "清河县"}}
	s.arrivals = []inquire.IssuerArrivals{
		{Issuer: "清河县安全生产监督管理局", Notices: 12, Last: day("2026-03-01")},
		{Issuer: "清河县应急管理局", Notices: 20, Repeated: 3, Last: day("2026-11-20")},
		{Issuer: "县应急局", Notices: 2, ManyHeaded: 1, Last: day("2026-11-20")},
		{Issuer: "清河县公安局交通警察大队", Notices: 4, Last: day("2026-11-23")},
		{Issuer: "清河县公安局", Notices: 5, Last: day("2026-05-01")},
		{Issuer: "市应急管理局", Notices: 1, Last: day("2026-06-01")},
		{Issuer: "清河县妇女联合会", Notices: 7, Last: day("2026-06-01")},
		{Issuer: "", Notices: 3, Last: day("2026-06-01")},
	}
	s.before = []inquire.IssuerArrivals{{Issuer: "清河县安全生产监督管理局", Notices: 40, Last: day("2025-11-01")}, {Issuer: "清河县妇女联合会", Notices: 9, Last: day("2025-06-01")}}
	s.demands = []inquire.IssuerDemands{
		{Issuer: "清河县应急管理局", Verdict: app.VerdictRefuse, Decided: true, Route: ledger.RouteTalk, Result: ledger.Withdrawn, N: 4, Short: 2},
		{Issuer: "清河县安全生产监督管理局", Verdict: app.VerdictEscalate, Decided: true, Route: ledger.RouteTalkPaper, Result: ledger.Changed, N: 2},
		{Issuer: "县应急局", Verdict: app.VerdictRefuse, Route: ledger.RoutePaper, Result: ledger.Upheld, N: 1},
		{Issuer: "县应急局", Verdict: app.VerdictCooperate, Route: ledger.RouteTalk, Result: ledger.Changed, N: 5, Short: 1},
		{Issuer: "清河县公安局", Verdict: app.VerdictDo, Decided: true, N: 6},
		{Issuer: "", Verdict: app.VerdictDo, N: 3},
	}
	s.terms = []inquire.IssuerTerm{
		{Issuer: "县应急局", Received: day("2026-11-20"), Deadline: day("2026-11-23"), N: 2}, // Friday to Monday
		{Issuer: "清河县应急管理局", Received: day("2026-11-16"), Deadline: day("2026-11-20"), N: 1},
		{Issuer: "清河县安全生产监督管理局", Received: day("2026-03-02"), Deadline: day("2026-03-02"), N: 1},
		{Issuer: "清河县公安局", Received: day("2026-11-16"), Deadline: day("2026-11-18"), N: 1},
		{Issuer: "清河县公安局", Received: day("2026-11-16"), Deadline: day("2026-11-19"), N: 1},
	}
	s.replies = []inquire.IssuerReplies{
		{Issuer: "县应急局", Addressee: "清河县应急管理局", Due: 3, InTime: 2},
		{Issuer: "县应急局", Addressee: "清河县减负办", Due: 9, InTime: 9}, // not its own
		{Issuer: "", Addressee: "", Due: 2},
	}
	return s
}

func departmentService(tb testing.TB, s senders) *inquire.Service {
	tb.Helper()
	out, _ := service()
	out.Reader = s
	out.Lexicon = func() (*lexicon.Lexicon, error) {
		return lexicon.Read(lexicon.Files{Concepts: assets.Concepts, Actions: assets.Actions, Departments: assets.Departments, Emergency: assets.Emergency})
	}
	out.NameOrder = strings.Compare
	return out
}

func departments(tb testing.TB, s senders) inquire.Departments {
	tb.Helper()
	d, err := departmentService(tb, s).Departments(tb.Context(), s.now)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func TestRenamedDepartmentsAreOne(t *testing.T) {
	d := departments(t, yearOfSenders())
	var names []string
	for _, r := range d.Rows {
		names = append(names, r.Name)
	}
	want := []string{"县公安局", "县妇女联合会", "县应急管理局", "市应急管理局", "来文单位不明"}
	if !slices.Equal(names, want) {
		t.Fatalf("rows %v, want %v", names, want)
	}
	e := d.Rows[2]
	if e.Notices != 34 || e.Repeated != 3 || e.ManyHeaded != 1 || e.Demands != 12 || e.Undecided != 6 || e.Short != 3 || e.Verdicts.Refuse != 5 || e.Verdicts.Escalate != 2 {
		t.Errorf("counts %+v", e)
	}
	if e.Withdrawn != 4 || e.Changed != 2 || e.Upheld != 1 || e.Talked != 6 || e.Settled != 4 {
		t.Errorf("what came of it: %+v", e)
	}
	if e.Due != 3 || e.InTime != 2 || e.ReplyWords() != "2/3" {
		t.Errorf("replies %d of %d: the reply of another body is not its own", e.InTime, e.Due)
	}
	if e.MedianWords() != "1" || d.Rows[0].MedianWords() != "2.5" || d.Rows[1].MedianWords() != "—" || d.Total.MedianWords() != "1.5" {
		t.Errorf("medians %s, %s, %s, %s", e.MedianWords(), d.Rows[0].MedianWords(), d.Rows[1].MedianWords(), d.Total.MedianWords())
	}
	if f := e.Figure(); !f.Arrivals || f.Title != "2026年（至11月24日） 县应急管理局 来件" || len(f.Issuers) != 3 || f.Period != d.Period {
		t.Errorf("behind it: %+v", f)
	}
	if f := d.Rows[4].Figure(); len(f.Issuers) != 1 || f.Issuers[0] != "" {
		t.Errorf("nobody's notices are found by %q", f.Issuers)
	}
	// 40 notices a year before stand under the old name.
	if c := e.Arrivals; !c.Known || c.Then != 40 || c.Percent != -15 || e.ChangeWords() != "去年同期来件 40 件（下降15%）、需要反馈 0 项（多7项）" {
		t.Errorf("change %+v: %s", c, e.ChangeWords())
	}
	if d.Rows[1].ChangeWords() != "去年同期来件 9 件（少2件）、需要反馈 0 项（持平）" { // no percentage under 20
		t.Errorf("change %s", d.Rows[1].ChangeWords())
	}
}

func TestNoComparisonWithoutARecord(t *testing.T) {
	s := yearOfSenders()
	s.first = day("2025-10-09")
	for _, r := range departments(t, s).Rows {
		if r.ChangeWords() != "" {
			t.Errorf("%s: %s", r.Name, r.ChangeWords())
		}
	}
}

func TestDepartmentsAddUpInEveryFolding(t *testing.T) {
	d := departments(t, yearOfSenders())
	for n := 2; n < 8; n++ {
		rows, folded := d.Folded(n)
		notices, demands, issuers := 0, 0, 0
		for _, r := range rows {
			notices, demands, issuers = notices+r.Notices, demands+r.Demands, issuers+len(r.Issuers)
		}
		if notices != d.Total.Notices || demands != d.Total.Demands || issuers != len(d.Total.Issuers) || len(rows) > n || folded != (n < len(d.Rows)) {
			t.Errorf("%d rows: %d notices of %d, %d demands of %d", n, notices, d.Total.Notices, demands, d.Total.Demands)
		}
		if folded && !strings.HasPrefix(rows[len(rows)-1].Name, "其他 ") {
			t.Errorf("%d rows end with %s", n, rows[len(rows)-1].Name)
		}
	}
	if rows, _ := d.Folded(3); rows[0].Name != "县公安局" || rows[1].Name != "县应急管理局" || rows[2].Name != "其他 3 个单位" {
		t.Errorf("folded %v", rows)
	}
}

func TestFactsOfADepartment(t *testing.T) {
	var words []string
	for _, f := range departments(t, yearOfSenders()).Rows[2].Facts() {
		words = append(words, f.Words)
		if len(f.Figure.Issuers) != 3 {
			t.Errorf("%s finds the notices of %v", f.Words, f.Figure.Issuers)
		}
	}
	want := "需要反馈 7（拒接 5、提级 2）|先沟通 6|沟通后即办 4|已撤回 4|已调整 2|维持 1|时限不足一个工作日 3|重复来件 3|多头部署 1"
	if got := strings.Join(words, "|"); got != want {
		t.Errorf("facts %s", got)
	}
}

func TestDepartmentsAreOffUntilTheyAreSwitchedOn(t *testing.T) {
	s := yearOfSenders()
	s.set.ReviewDepartments = false
	_, err := departmentService(t, s).Departments(t.Context(), s.now)
	if app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), "设置—反馈方式") {
		t.Errorf("got %v", err)
	}
}

func TestHalfYears(t *testing.T) {
	s, now := service()
	if got := s.ReviewHalf().Title(); got != "2026年下半年（至11月24日）" {
		t.Errorf("in November the sheet is of %s", got)
	}
	if _, err := s.HalfOn(2027, 1); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("a half-year to come: %v", err)
	}
	for _, c := range []struct {
		year, half int
		want       string
	}{{2026, 1, "2026年上半年"}, {2026, 2, "2026年下半年（至11月24日）"}, {2025, 2, "2025年下半年"}} {
		if p, err := s.HalfOn(c.year, c.half); err != nil || p.Title() != c.want || !p.Half() {
			t.Errorf("%d/%d: %s, %v", c.year, c.half, p.Title(), err)
		}
	}
	*now = now.AddDate(0, 2, 0) // January
	if got := s.ReviewHalf().Title(); got != "2026年下半年" {
		t.Errorf("in January the sheet is of %s", got)
	}
	year := inquire.Period{From: day("2025-01-01"), To: day("2025-12-31")}
	if year.Half() || year.Title() != "2025年" || (inquire.Period{From: day("2026-01-01"), To: day("2026-03-02")}).Half() {
		t.Errorf("a year is %s", year.Title())
	}
}
