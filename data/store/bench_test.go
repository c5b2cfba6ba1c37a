package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/app/lexicon"
	"yidanqing/app/paper"
	"yidanqing/app/upkeep"
	"yidanqing/assets"
	"yidanqing/data/store"
)

// clock moves on a second with each look, from a morning in China.
type clock struct{ t time.Time }

var china = time.FixedZone("CST", 8*3600)

func newClock() *clock { return &clock{time.Date(2026, 11, 24, 9, 0, 0, 0, china)} }

func (c *clock) Now() time.Time {
	c.t = c.t.Add(time.Second)
	return c.t
}

// checker makes a demand of each line that begins with a verdict and a colon.
type checker struct{}

func (checker) Check(_ context.Context, text string, received app.Date, known app.Fields, _ ...string) (app.Check, error) {
	c := app.Check{Kind: app.KindInfo, Verdict: app.VerdictInfo}
	for i, line := range strings.Split(text, "\n") {
		verdict, rest, ok := strings.Cut(line, ":")
		switch {
		case i == 0:
			c.Fields.Title = line
		case i == 1:
			c.Fields.Issuer = line
		case i == 2:
			c.Fields.DocNo = line
		case ok:
			d := app.Demand{Text: line, Gist: rest, Kind: app.KindForm, Verdict: app.Verdict(verdict),
				Deadline: &app.Deadline{Date: received.AddDays(2), Time: "17:00", Text: "后天17:00前"}}
			c.Demands = append(c.Demands, d)
			c.Kind, c.Verdict = app.KindForm, d.Verdict
		}
	}
	return c, nil
}

type press struct{}

func (press) Opinion(paper.Kind, paper.Subject) string { return "意见" }
func (press) Message(paper.Subject) string             { return "短信" }
func (press) OwnPart(paper.Subject) string             { return "" }
func (press) Twin(context.Context, paper.Kind, paper.Subject, bool) ([]byte, error) {
	return []byte("docx"), nil
}
func (press) Bind(_ context.Context, pages []paper.Page, _ string, _ app.Date) ([]byte, error) {
	return fmt.Appendf(nil, "%%PDF bound of %d pages", len(pages)), nil
}
func (press) Reread([]byte) ([]paper.Page, error) { return []paper.Page{{}}, nil }
func (press) Support(paper.Subject) paper.Support {
	return paper.Support{Bodies: []string{"县水利局"}, Urgency: paper.UrgencyUsual, Place: "柳河镇", Event: "采砂", Asks: "派人员到场"}
}
func (press) Pages(context.Context, paper.Kind, paper.Subject, bool) ([]paper.Page, []paper.Replaced, error) {
	return []paper.Page{{}}, nil, nil
}
func (press) Print(_ context.Context, _ paper.Kind, s paper.Subject, _ bool) (decide.Printed, error) {
	return decide.Printed{Pages: []paper.Page{{}}, PDF: []byte("%PDF " + s.Number + s.Text), Digest: "d"}, nil
}

// weekdays counts Monday to Friday.
type weekdays struct{}

func (weekdays) Known(int) bool { return true }

func (weekdays) WorkdaysBetween(from, to app.Date) (n int) {
	for d := from; d.Before(to); {
		if d = d.AddDays(1); d.Weekday() != time.Saturday && d.Weekday() != time.Sunday {
			n++
		}
	}
	return n
}

func (weekdays) AddWorkdays(d app.Date, n int) app.Date {
	for n > 0 {
		d = d.AddDays(1)
		if w := d.Weekday(); w != time.Saturday && w != time.Sunday {
			n--
		}
	}
	return d
}

// office is a store with the use cases on it, as main composes them.
type office struct {
	store   *store.Store
	clock   *clock
	intake  *intake.Service
	decide  *decide.Service
	inquire *inquire.Service
	upkeep  *upkeep.Service
}

func openOffice(tb testing.TB, dir string) *office {
	tb.Helper()
	c := newClock()
	s, err := store.Open(context.Background(), store.Options{Dir: dir, Now: c.Now})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Close() })
	return compose(s, c)
}

func compose(s *store.Store, c *clock) *office {
	return &office{store: s, clock: c,
		intake:  &intake.Service{Checker: checker{}, Reader: s, Writer: s, Blobs: s.Blobs(), Drafts: s, Now: c.Now},
		decide:  &decide.Service{Reader: s, Writer: s, Press: press{}, Blobs: s.Blobs(), Calendar: weekdays{}, Now: c.Now},
		inquire: &inquire.Service{Reader: s, Calendar: weekdays{}, Now: c.Now, Lexicon: words, NameOrder: strings.Compare},
		upkeep:  &upkeep.Service{Reader: s, Writer: s, Vault: s, Now: c.Now},
	}
}

// words is the lexicon that ships with the program.
var words = sync.OnceValues(func() (*lexicon.Lexicon, error) {
	return lexicon.Read(lexicon.Files{Concepts: assets.Concepts, Actions: assets.Actions, Departments: assets.Departments, Emergency: assets.Emergency})
})

func newOffice(tb testing.TB) *office {
	tb.Helper()
	o := openOffice(tb, filepath.Join(tb.TempDir(), "数据"))
	o.settings(tb)
	return o
}

func (o *office) settings(tb testing.TB) {
	tb.Helper()
	err := o.upkeep.SaveSettings(context.Background(), ledger.Settings{Superior: "清河县减负办",
		Office: app.Office{Type: app.Township, Name: "清河县柳河镇人民政府", Short: "柳河镇", Prefix: "柳", Clerk: "李敏", Phone: "662 5201"}})
	if err != nil {
		tb.Fatal(err)
	}
}

// text is a notice of a number with demands of the verdicts.
func text(no int, issuer string, verdicts ...app.Verdict) string {
	out := fmt.Sprintf("关于第%d件事的通知\n%s\n清发〔2026〕%d号\n请各乡镇落实信访维稳责任。", no, issuer, no)
	for i, v := range verdicts {
		out += fmt.Sprintf("\n%s:第%d件事的第%d项", v, no, i+1)
	}
	return out
}

const bureau = "清河县住房和城乡建设局"

func (o *office) register(tb testing.TB, words string) ledger.Notice {
	tb.Helper()
	doc := app.Document{Blocks: []app.Block{{Text: words}}}
	d, err := o.intake.Read(context.Background(), doc, intake.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	n, err := o.intake.Register(context.Background(), d)
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

func (o *office) issue(tb testing.TB, notice string) decide.Issued {
	tb.Helper()
	out, err := o.decide.Issue(context.Background(), decide.Request{Notice: notice})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

func (o *office) verified(tb testing.TB) upkeep.Verification {
	tb.Helper()
	v, err := o.upkeep.Verify(context.Background(), nil)
	if err != nil {
		tb.Fatal(err)
	}
	if !v.OK() {
		tb.Fatalf("verify: %v", v.Damages)
	}
	return v
}

func must[T any](tb testing.TB) func(T, error) T {
	return func(v T, err error) T {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
		return v
	}
}

// fill writes n notices in large transactions, with texts of about 300 characters, most of them decided.
func fill(tb testing.TB, o *office, n int) {
	tb.Helper()
	w := newWriter()
	issuers := []string{bureau, "清河县农业农村局", "清河县民政局", "清河县应急管理局", "清河县卫生健康局"}
	ctx := context.Background()
	for done := 0; done < n; {
		err := o.store.Write(ctx, func(b ledger.Book) error {
			for i := 0; i < 500 && done < n; i++ {
				done++
				v := []app.Verdict{app.VerdictRefuse, app.VerdictDo, app.VerdictCooperate}[done%3]
				raw := text(done, issuers[w.r.IntN(len(issuers))], v) + "\n" + w.body()
				check, _ := checker{}.Check(ctx, raw, app.Date{Year: 2026, Month: 11, Day: 24}, app.Fields{})
				if err := enter(ctx, b, done, n-done, raw, check); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			tb.Fatal(err)
		}
	}
}

// writer makes texts in which few words are frequent and most are rare, as in any language: without rare ones an index
// would look smaller and faster than it is.
type writer struct {
	r     *rand.Rand
	words []string
	pick  *rand.Zipf
}

func newWriter() *writer {
	w := &writer{r: rand.New(rand.NewPCG(1, 2)), words: []string{"防汛", "燃气", "秸秆", "养老", "统计", "培训", "巡查", "宣传", "上报", "工作"}}
	common := rand.NewZipf(w.r, 1.1, 20, 2500)
	for len(w.words) < 20000 {
		w.words = append(w.words, string([]rune{0x4E00 + rune(common.Uint64()*7), 0x4E00 + rune(common.Uint64()*7)}))
	}
	w.pick = rand.NewZipf(w.r, 1.1, 10, uint64(len(w.words)-1))
	return w
}

func (w *writer) body() string {
	var b strings.Builder
	for i := range 130 {
		b.WriteString(w.words[w.pick.Uint64()])
		if i%6 == 5 {
			b.WriteString("，")
		}
	}
	return b.String()
}

// enter appends the events of one notice with a number that is known already. Two hundred come in on a day; of all but the
// last thousand what was to be done is under way.
func enter(ctx context.Context, b ledger.Book, no, ago int, raw string, c app.Check) error {
	id := b.NewID()
	day := app.Date{Year: 2026, Month: 11, Day: 24}.AddDays(-ago / 200)
	s := ledger.Subject{Kind: ledger.SubjectNotice, ID: id}
	doc := app.Document{Blocks: []app.Block{{Text: raw}}}
	steps := []struct {
		s ledger.Subject
		t ledger.EventType
		p any
	}{
		{s, ledger.NoticeRegistered, ledger.NoticePayload{Year: 2026, No: no, Entered: day, Received: ledger.Received{Date: day, Source: ledger.DayClerk}}},
		{s, ledger.NoticeContent, ledger.ContentPayload{Document: doc, Digest: fmt.Sprint(no), Check: c}},
	}
	for i, d := range c.Demands {
		ds := ledger.Subject{Kind: ledger.SubjectDemand, ID: b.NewID()}
		steps = append(steps, struct {
			s ledger.Subject
			t ledger.EventType
			p any
		}{ds, ledger.DemandReceived, ledger.DemandPayload{Notice: id, No: i + 1, Kind: d.Kind}}, struct {
			s ledger.Subject
			t ledger.EventType
			p any
		}{ds, ledger.DemandContent, d})
		if d.Verdict != app.VerdictRefuse && ago >= 1000 {
			steps = append(steps, struct {
				s ledger.Subject
				t ledger.EventType
				p any
			}{ds, ledger.DemandDecided, ledger.Decision{Verdict: d.Verdict, By: "李敏"}})
		}
	}
	for _, st := range steps {
		if _, err := b.Append(ctx, st.s, st.t, st.p); err != nil {
			return err
		}
	}
	return nil
}

// large is made once for all benchmarks.
var large *office

// big is a ledger of 50,000 notices. YIDANQING_BENCH_NOTICES sets another number, YIDANQING_BENCH_DIR a folder in which it
// is kept for the next run.
func big(b *testing.B) (*office, int) {
	b.Helper()
	n := 50000
	if v := os.Getenv("YIDANQING_BENCH_NOTICES"); v != "" {
		n = must[int](b)(strconv.Atoi(v))
	}
	if large != nil {
		return large, n
	}
	dir := os.Getenv("YIDANQING_BENCH_DIR")
	if dir == "" {
		dir = b.TempDir()
	}
	s, err := store.Open(context.Background(), store.Options{Dir: dir})
	if err != nil {
		b.Fatal(err)
	}
	o := compose(s, newClock())
	if years := must[[]int](b)(s.Years(context.Background())); len(years) == 0 {
		o.settings(b)
		start := time.Now()
		fill(b, o, n)
		b.Logf("%d notices written in %s", n, time.Since(start).Round(time.Millisecond))
	}
	b.Cleanup(func() { s.Close(); large = nil })
	large = o
	return o, n
}

func BenchmarkLedger(b *testing.B) {
	o, n := big(b)
	ctx := context.Background()
	file := must[os.FileInfo](b)(os.Stat(filepath.Join(o.store.Dir(), "yidanqing.db")))
	index := must[int](b)(o.store.IndexBytesForTest())
	run := func(name string, f func() error) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := f(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("Bytes", func(b *testing.B) { // on the disk, of the whole ledger and of the index in it
		for b.Loop() {
		}
		b.ReportMetric(float64(file.Size())/float64(n), "bytes/notice")
		b.ReportMetric(float64(index)/float64(n), "index-bytes/notice")
	})
	page := func(f inquire.Filter, c inquire.Cursor) func() error {
		return func() error { _, err := o.inquire.Page(ctx, f, c, 200); return err }
	}
	words := func(s string) inquire.Filter { return inquire.Filter{Words: s} }
	pending := []ledger.State{ledger.StatePending}
	run("FirstPage", page(inquire.Filter{}, inquire.Cursor{}))
	run("DeepPage", page(inquire.Filter{}, inquire.Cursor{Year: 2026, No: n / 50}))
	run("ByState", page(inquire.Filter{States: []ledger.State{ledger.StateDoing}}, inquire.Cursor{}))
	run("ByRareState", page(inquire.Filter{Overdue: true}, inquire.Cursor{}))
	run("ByVerdict", page(inquire.Filter{Verdict: app.VerdictRefuse}, inquire.Cursor{}))
	run("ByRareVerdict", page(inquire.Filter{Verdict: app.VerdictEscalate}, inquire.Cursor{}))
	run("ByRareKind", page(inquire.Filter{Kind: app.KindMeeting}, inquire.Cursor{}))
	run("ByIssuer", page(inquire.Filter{Issuer: bureau}, inquire.Cursor{}))
	run("ByMonth", page(inquire.Filter{Year: 2026, Month: 11}, inquire.Cursor{}))
	run("SearchInAll", page(words("信访"), inquire.Cursor{})) // a word of two characters that stands in every text
	run("SearchFourCharactersInAll", page(words("信访维稳"), inquire.Cursor{}))
	run("SearchOneCharacter", page(words("访"), inquire.Cursor{}))
	run("SearchSome", page(words("秸秆"), inquire.Cursor{}))
	run("SearchTwoWords", page(words("秸秆 2026"), inquire.Cursor{}))
	run("SearchNumber", page(words("642"), inquire.Cursor{}))
	run("SearchNothing", page(words("没有这个词"), inquire.Cursor{}))
	run("SearchDeepPage", page(words("信访"), inquire.Cursor{Year: 2026, No: n / 50}))
	run("SearchByState", page(inquire.Filter{Words: "信访", States: pending}, inquire.Cursor{}))
	run("SearchByRareState", page(inquire.Filter{Words: "信访", Overdue: true}, inquire.Cursor{}))
	run("SearchByIssuer", page(inquire.Filter{Words: "秸秆", Issuer: bureau}, inquire.Cursor{}))
	run("SearchByRareVerdict", page(inquire.Filter{Words: "信访", Verdict: app.VerdictEscalate}, inquire.Cursor{}))
	run("TotalOfSearchInAll", func() error { _, err := o.inquire.Total(ctx, words("信访")); return err })
	run("CountsOfSearchInAll", func() error { _, err := o.inquire.Counts(ctx, words("信访")); return err })
	run("CountsOfSearchSome", func() error { _, err := o.inquire.Counts(ctx, words("秸秆")); return err })
	run("Counts", func() error { _, err := o.inquire.Counts(ctx, inquire.Filter{}); return err })
	run("Issuers", func() error { _, err := o.inquire.Issuers(ctx); return err })
	run("Tasks", func() error { _, err := o.inquire.Tasks(ctx); return err })
	run("Citing", func() error { // none of these demands cites an entry; its index is asked all the same
		_, err := o.inquire.Citing(ctx, app.DutyRef{Part: app.TakenBack, Name: "没有这一项"}, inquire.Cursor{}, 20)
		return err
	})
	run("MonthSoFar", func() error { _, err := o.inquire.SoFar(ctx); return err })
	run("Tiles", func() error { _, err := o.inquire.Tiles(ctx); return err })
	o.reviewed(b)
	run("Departments", func() error {
		_, err := o.inquire.Departments(ctx, inquire.YearOf(app.Date{Year: 2026, Month: 11, Day: 24}))
		return err
	})
	run("Statistics", func() error {
		month := inquire.MonthOf(app.Date{Year: 2026, Month: 11, Day: 24})
		_, err := o.inquire.Statistics(ctx, month, month.YearBefore())
		return err
	})
	first := must[inquire.Page](b)(o.inquire.Page(ctx, inquire.Filter{}, inquire.Cursor{}, 200))
	run("Detail", func() error { _, err := o.inquire.Detail(ctx, first.Rows[7].ID); return err })
	no, w := 2*n+first.Rows[0].No, newWriter() // a ledger that was kept holds those of the last run
	run("Register", func() error {
		no++
		doc := app.Document{Blocks: []app.Block{{Text: text(no, bureau, app.VerdictRefuse) + "\n" + w.body()}}}
		d, err := o.intake.Read(ctx, doc, intake.Options{})
		if err != nil {
			return err
		}
		_, err = o.intake.Register(ctx, d)
		return err
	})
	if n <= 50000 {
		run("Verify", func() error { _, err := o.store.Verify(ctx, nil); return err })
	}
	if resident := residentBytes(); resident > 0 {
		b.Logf("%d MB of memory held at the end", resident>>20)
	}
}

// residentBytes is the memory that the process holds; 0 where the system does not tell. SQLite's is no part of Go's heap.
func residentBytes() int {
	data, err := os.ReadFile("/proc/self/statm")
	var size, resident int
	if _, e := fmt.Sscan(string(data), &size, &resident); err != nil || e != nil {
		return 0
	}
	return resident * os.Getpagesize()
}

// BenchmarkPrintedLedger reads 1,000 notices for the printed ledger and checks all records; what sets the pages is
// measured in reports.
func BenchmarkPrintedLedger(b *testing.B) {
	o := newOffice(b)
	fill(b, o, 1000)
	k := &kept{}
	o.inquire.Press = k
	for b.Loop() {
		if _, err := o.inquire.LedgerPaper(context.Background(), inquire.Filter{}, nil); err != nil {
			b.Fatal(err)
		}
		if len(k.account.Rows) != 1000 {
			b.Fatal(len(k.account.Rows))
		}
	}
}

var errorsJoin = errors.Join

func ledgerPayload[T any](tb testing.TB, e ledger.Entry) T {
	tb.Helper()
	var v T
	if err := json.Unmarshal(e.Payload, &v); err != nil {
		tb.Fatal(err)
	}
	return v
}
