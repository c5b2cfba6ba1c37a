package inquire

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/alert"
	"yidanqing/app/ledger"
)

// ShortCode is the code of the finding that less than one workday is left from receipt to deadline.
const ShortCode = "DEADLINE_SHORT"

// byIssuer are the numbers of 部门往来, each one query over what stands in the ledger, by the name of the sender as it is
// written in the notice.
type byIssuer interface {
	// ArrivalsByIssuer counts the live notices.
	ArrivalsByIssuer(ctx context.Context, p Period) ([]IssuerArrivals, error)
	// DemandsByIssuer counts demands by what was decided and what came of it.
	DemandsByIssuer(ctx context.Context, p Period) ([]IssuerDemands, error)
	// TermsByIssuer counts the demands whose day received and whose deadline are known, by both days.
	TermsByIssuer(ctx context.Context, p Period) ([]IssuerTerm, error)
	// RepliesByIssuer counts the replies that have come or are late, also by whom the paper went to.
	RepliesByIssuer(ctx context.Context, p Period, today app.Date) ([]IssuerReplies, error)
}

// IssuerArrivals are the notices of one sender.
type IssuerArrivals struct {
	Issuer     string
	Notices    int
	Repeated   int      // 重复部署, as the check of the notice found it
	ManyHeaded int      // 多头部署
	Last       app.Date // the last day entered
}

// IssuerDemands is a number of demands of one sender.
type IssuerDemands struct {
	Issuer  string
	Verdict app.Verdict
	Decided bool // by the office; else the verdict is advice
	Route   ledger.Route
	Result  ledger.Outcome
	N       int
	Short   int // of N: with less than one workday
}

// IssuerTerm is a number of demands of one sender with the same days.
type IssuerTerm struct {
	Issuer             string
	Received, Deadline app.Date
	N                  int
}

// IssuerReplies are replies on demands of one sender that were due from one addressee.
type IssuerReplies struct {
	Issuer, Addressee string
	Due, InTime       int
}

// Departments is 部门往来: what each department sent and how it answered, as it stands in this ledger. There is no score and
// no rank; the rows are in the order of the names. The rows add up to Total.
type Departments struct {
	Office app.Office
	Period Period
	Before Period // the same days of the year before
	Today  app.Date
	Since  app.Date // the first day on record; zero: the ledger is empty
	Rows   []Department
	Total  Department
}

// Department is one department with what the ledger knows of it.
type Department struct {
	Name    string   // as tables name it: 县住建局; 来文单位不明 where the notices name nobody
	Issuers []string // the names under which it stands in the notices, those before a reform too
	Period  Period

	Notices    int // 来件
	Repeated   int // 重复来件: notices that ask again for the same
	ManyHeaded int // 多头部署: notices that ask for what another department has asked for
	Demands    int // 事项
	Verdicts   Verdicts
	Undecided  int // of Demands: counted by advice
	Short      int // 时限不足一个工作日: demands
	// Of the demands to be handed back: what came of them, as the page 统计 counts it. Talked are those on which somebody
	// talked first, Settled those of them that were withdrawn or changed without a paper.
	Withdrawn, Changed, Upheld int
	Talked, Settled            int
	// Due are the replies that the department itself owed, InTime those of them that came in time. A reply of another body,
	// such as that to a 提级反映单, is not its own.
	Due, InTime int
	// Termed are the demands whose day received and deadline are known, Median the workdays in the middle of those given,
	// doubled, so that it is whole: see MedianWords.
	Termed, Median int
	// Arrivals and Handed compare with the same days of the year before.
	Arrivals, Handed Change
}

// unknownIssuer is the row of the notices that name no sender.
const unknownIssuer = "来文单位不明"

// MedianWords are the workdays in the middle: 3, 2.5; — where no deadline is known.
func (d Department) MedianWords() string {
	switch {
	case d.Termed == 0:
		return "—"
	case d.Median%2 == 1:
		return fmt.Sprintf("%d.5", d.Median/2)
	}
	return fmt.Sprint(d.Median / 2)
}

// ReplyWords are the replies in time of those due: 3/4; — where none was due.
func (d Department) ReplyWords() string {
	if d.Due == 0 {
		return "—"
	}
	return fmt.Sprintf("%d/%d", d.InTime, d.Due)
}

// Figure finds the notices of the department in the ledger.
func (d Department) Figure() Figure {
	return d.figure("来件", Figure{Arrivals: true})
}

// figure is a number of the department with the words behind its name.
func (d Department) figure(words string, f Figure) Figure {
	f.Title, f.Period, f.Issuers = d.Period.Title()+" "+d.Name+" "+words, d.Period, d.Issuers
	return f
}

// DepartmentFact is one number of a department, with the notices behind it.
type DepartmentFact struct {
	Words  string // 需要反馈 21（拒接 15、提级 6）
	Figure Figure
}

// Facts are the numbers of the department that are not nought, in the order in which things happen.
func (d Department) Facts() []DepartmentFact {
	var out []DepartmentFact
	add := func(n int, words, title string, f Figure) {
		if n > 0 {
			out = append(out, DepartmentFact{words, d.figure(title, f)})
		}
	}
	v := d.Verdicts
	add(v.Handed(), fmt.Sprintf("需要反馈 %d（拒接 %d、提级 %d）", v.Handed(), v.Refuse, v.Escalate), "需要反馈", Figure{Handed: true})
	add(d.Talked, fmt.Sprintf("先沟通 %d", d.Talked), "先沟通", Figure{Handed: true, Routes: []ledger.Route{ledger.RouteTalk, ledger.RouteTalkPaper}})
	add(d.Settled, fmt.Sprintf("沟通后即办 %d", d.Settled), "沟通后即办",
		Figure{Handed: true, Routes: []ledger.Route{ledger.RouteTalk}, Results: []ledger.Outcome{ledger.Withdrawn, ledger.Changed}})
	for _, r := range []struct {
		n      int
		words  string
		result ledger.Outcome
	}{{d.Withdrawn, "已撤回", ledger.Withdrawn}, {d.Changed, "已调整", ledger.Changed}, {d.Upheld, "维持", ledger.Upheld}} {
		add(r.n, fmt.Sprintf("%s %d", r.words, r.n), r.words, Figure{Handed: true, Results: []ledger.Outcome{r.result}})
	}
	add(d.Short, fmt.Sprintf("时限不足一个工作日 %d", d.Short), "时限不足一个工作日", Figure{Code: ShortCode})
	add(d.Repeated, fmt.Sprintf("重复来件 %d", d.Repeated), "重复来件", Figure{Alert: alert.Repeated})
	add(d.ManyHeaded, fmt.Sprintf("多头部署 %d", d.ManyHeaded), "多头部署", Figure{Alert: alert.MultiHeaded})
	return out
}

// plus adds what may be added up; the median is not.
func (d *Department) plus(o Department) {
	d.Notices, d.Repeated, d.ManyHeaded = d.Notices+o.Notices, d.Repeated+o.Repeated, d.ManyHeaded+o.ManyHeaded
	d.Demands, d.Verdicts, d.Undecided, d.Short = d.Demands+o.Demands, d.Verdicts.Plus(o.Verdicts), d.Undecided+o.Undecided, d.Short+o.Short
	d.Withdrawn, d.Changed, d.Upheld = d.Withdrawn+o.Withdrawn, d.Changed+o.Changed, d.Upheld+o.Upheld
	d.Talked, d.Settled = d.Talked+o.Talked, d.Settled+o.Settled
	d.Due, d.InTime, d.Termed = d.Due+o.Due, d.InTime+o.InTime, d.Termed+o.Termed
	d.Issuers = append(d.Issuers, o.Issuers...)
}

// errReviewOff says that 部门往来 is not switched on.
func errReviewOff() error {
	return app.Errorf(app.CodeInvalid, "“基层评机关”没有打开，不列部门往来。县里布置后，请在“设置—反馈方式”里打开。")
}

// Departments counts what came from each department in a period. CodeInvalid where the office has not switched 基层评机关 on.
func (s *Service) Departments(ctx context.Context, p Period) (Departments, error) {
	settings, err := s.Reader.Settings(ctx)
	if err != nil {
		return Departments{}, err
	}
	if !settings.ReviewDepartments || settings.Office.Grassroots() { // a village has one office above it and no departments to tell apart
		return Departments{}, errReviewOff()
	}
	out := Departments{Office: settings.Office, Period: p, Before: p.YearBefore(), Today: app.DateOf(s.Now())}
	if out.Since, err = s.Reader.FirstEntry(ctx); err != nil {
		return out, err
	}
	lex, err := s.Lexicon()
	if err != nil {
		return out, err
	}
	now, err := s.countDepartments(ctx, lex, settings.Office, p, out.Today)
	if err != nil {
		return out, err
	}
	then, err := s.countDepartments(ctx, lex, settings.Office, out.Before, out.Today)
	if err != nil {
		return out, err
	}
	out.Total = Department{Name: "合计", Period: p}
	for key, d := range now.rows {
		was := then.rows[key]
		if was == nil {
			was = &Department{}
		}
		d.compare(*was, out)
		out.Rows = append(out.Rows, *d)
		out.Total.plus(*d)
	}
	out.Total.setTerms(now.allTerms)
	out.Total.compare(then.sum(), out)
	slices.SortFunc(out.Rows, func(a, b Department) int { return s.compareNames(a.Name, b.Name) })
	slices.Sort(out.Total.Issuers)
	return out, nil
}

// compare sets the changes against the year before.
func (d *Department) compare(was Department, of Departments) {
	d.Arrivals = changeOf(d.Notices, was.Notices, of.Before, of.Since, of.Period.To)
	d.Handed = changeOf(d.Verdicts.Handed(), was.Verdicts.Handed(), of.Before, of.Since, of.Period.To)
}

// compareNames orders departments by name; notices that name nobody come last.
func (s *Service) compareNames(a, b string) int {
	if (a == unknownIssuer) != (b == unknownIssuer) {
		if a == unknownIssuer {
			return 1
		}
		return -1
	}
	return s.NameOrder(a, b)
}

// ChangeWords tell how the department stands to the year before: 去年同期来件 80 件，多8件; empty where that is not on record.
func (d Department) ChangeWords() string {
	if !d.Arrivals.Known {
		return ""
	}
	words := []string{fmt.Sprintf("来件 %d 件（%s）", d.Arrivals.Then, d.Arrivals.Words("件")),
		fmt.Sprintf("需要反馈 %d 项（%s）", d.Handed.Then, d.Handed.Words("项"))}
	return "去年同期" + strings.Join(words, "、")
}

// Folded keeps at most n rows: where there are more, those with the fewest notices are summed up in a last one that
// names how many they are. Notices that name nobody keep their row.
func (d Departments) Folded(n int) (rows []Department, folded bool) {
	if len(d.Rows) <= n {
		return d.Rows, false
	}
	sizes := make([]int, 0, len(d.Rows))
	for _, r := range d.Rows {
		sizes = append(sizes, r.Notices)
	}
	slices.Sort(sizes)
	slices.Reverse(sizes)
	keep := map[int]bool{}
	for _, least := range []int{sizes[n-2] + 1, sizes[n-2]} { // those above the bound first, then those on it, by name
		for i, r := range d.Rows {
			if !keep[i] && r.Notices >= least && len(keep) < n-1 {
				keep[i] = true
			}
		}
	}
	rest := Department{Period: d.Period}
	for i, r := range d.Rows {
		if keep[i] {
			rows = append(rows, r)
		} else {
			rest.plus(r)
		}
	}
	rest.Name = fmt.Sprintf("其他 %d 个单位", len(d.Rows)-len(rows))
	return append(rows, rest), true
}
