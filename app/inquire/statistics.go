package inquire

import (
	"context"
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// Statistics is the page 统计: what stands in this ledger, and no more. All sums add up; a test counts them again from
// the events of random ledgers.
type Statistics struct {
	Period, Before Period // Before is what the tiles compare with
	Today          app.Date
	Since          app.Date // the first day on record; zero: the ledger is empty
	Tiles          []Tile
	Year           Period    // what follows counts the year of Period, up to today
	Months         []Month   // from January on, or from the first month on record
	Kinds          []KindRow // in the order of the table; their sum is Total
	Total          Verdicts
	Undecided      int // of Total: 未核对, counted by advice
	Answers        Answers
	// BeforeUse compares with the time before the program was used; nil where no old ledger was imported.
	BeforeUse *BeforeUse
}

// Tile is one of the five things that the offices are to look at (五看): 文件会议, 检查考核, 报表材料, 示范创建, 借调干部.
type Tile struct {
	Title  string
	Counts []TileCount // the first is shown large
}

// TileCount is one number of a tile.
type TileCount struct {
	Name   string // 文件
	Long   string // as reports name it: 文件（有文号的来件，件）
	Unit   string // 件
	Now    int
	Change Change
	Figure Figure
}

// Month is one column of the year.
type Month struct {
	Period   Period
	Verdicts Verdicts
	Figure   Figure
}

// KindRow is one row of 今年按类型.
type KindRow struct {
	Title    string
	Kinds    []app.Kind
	Verdicts Verdicts
	Figure   Figure
}

// MonthCount is a number of demands entered in a month, of a kind and a verdict.
type MonthCount struct {
	Month   string // YYYY-MM
	Kind    app.Kind
	Verdict app.Verdict
	Decided bool // by the office; else the verdict is advice
	N       int
}

// kindGroups are the rows of 今年按类型, the usual ones first; the last takes what no other has.
func kindGroups() []KindRow {
	return []KindRow{
		{Title: "任务", Kinds: []app.Kind{app.KindTask}},
		{Title: "报表", Kinds: []app.Kind{app.KindForm}},
		{Title: "会议", Kinds: []app.Kind{app.KindMeeting}},
		{Title: "检查", Kinds: []app.Kind{app.KindInspection}},
		{Title: "App、证明、责任状", Kinds: []app.Kind{app.KindApp, app.KindCertificate, app.KindPledge}},
		{Title: "创建、借调、其他", Kinds: []app.Kind{app.KindCampaign, app.KindSecondment, app.KindInfo, ""}},
	}
}

// tileSpecs are the five tiles. A secondment is counted by request, not by person: how many are lent is not on record.
func tileSpecs() []Tile {
	of := func(name, long, unit string, k app.Kind) TileCount {
		return TileCount{Name: name, Long: long, Unit: unit, Figure: Figure{Kinds: []app.Kind{k}}}
	}
	return []Tile{
		{"看文件会议", []TileCount{
			{Name: "文件", Long: "文件（有文号的来件，件）", Unit: "件", Figure: Figure{Numbered: true}},
			of("会议", "会议（事项，次）", "次", app.KindMeeting)}},
		{"看检查考核", []TileCount{of("检查考核", "检查考核（事项，次）", "次", app.KindInspection)}},
		{"看报表材料", []TileCount{of("报表材料", "报表材料（事项，项）", "项", app.KindForm)}},
		{"看示范创建", []TileCount{of("示范创建", "示范创建（事项，项）", "项", app.KindCampaign)}},
		{"看借调干部", []TileCount{of("借调干部", "借调干部（事项，次）", "次", app.KindSecondment)}},
	}
}

// Statistics counts a period and compares it with another; the year around it is counted by month, kind and answer.
func (s *Service) Statistics(ctx context.Context, p, before Period) (Statistics, error) {
	today := app.DateOf(s.Now())
	out := Statistics{Period: p, Before: before, Today: today, Year: yearAround(p, today)}
	var err error
	if out.Since, err = s.Reader.FirstEntry(ctx); err != nil {
		return out, err
	}
	if out.Tiles, err = s.tiles(ctx, p, before, out.Since); err != nil {
		return out, err
	}
	counts, err := s.Reader.ByMonth(ctx, out.Year)
	if err != nil {
		return out, err
	}
	out.count(counts)
	answers, err := s.Reader.Answers(ctx, out.Year, today)
	if err != nil {
		return out, err
	}
	out.Answers = answersOf(answers, out.Year)
	out.BeforeUse, err = s.beforeUse(ctx, out.Year, out.Since)
	return out, err
}

// yearAround is the year of a period, up to today.
func yearAround(p Period, today app.Date) Period {
	return Period{app.Date{Year: p.To.Year, Month: 1, Day: 1}, app.Date{Year: p.To.Year, Month: 12, Day: 31}}.Until(today)
}

func (s *Service) tiles(ctx context.Context, p, before Period, since app.Date) ([]Tile, error) {
	tiles := tileSpecs()
	for _, period := range []Period{p, before} {
		documents, err := s.Reader.Documents(ctx, period)
		if err != nil {
			return nil, err
		}
		kinds, err := s.Reader.ByKind(ctx, period)
		if err != nil {
			return nil, err
		}
		for i := range tiles {
			for j := range tiles[i].Counts {
				c := &tiles[i].Counts[j]
				n := documents
				if !c.Figure.Numbered {
					n = kinds[c.Figure.Kinds[0]]
				}
				if period == p {
					c.Now, c.Figure.Period, c.Figure.Title = n, p, p.Title()+" "+c.Name
				}
				if period == before {
					c.Change = changeOf(c.Now, n, before, since, p.To)
				}
			}
		}
	}
	return tiles, nil
}

// count spreads the numbers over months and kinds.
func (st *Statistics) count(counts []MonthCount) {
	first := st.Year.From
	if on := MonthOf(st.Since).From; first.Before(on) { // what is not on record is not nought
		first = on
	}
	for m := first; !st.Year.To.Before(m); m = MonthOf(m).To.AddDays(1) {
		p := MonthOf(m).Until(st.Year.To)
		st.Months = append(st.Months, Month{Period: p, Figure: Figure{Title: p.Title(), Period: p}})
	}
	st.Kinds = kindGroups()
	for _, c := range counts {
		for i := range st.Months {
			if st.Months[i].Period.From.String()[:7] == c.Month {
				st.Months[i].Verdicts.Add(c.Verdict, c.N)
			}
		}
		st.Kinds[groupOf(st.Kinds, c.Kind)].Verdicts.Add(c.Verdict, c.N)
		st.Total.Add(c.Verdict, c.N)
		if !c.Decided {
			st.Undecided += c.N
		}
	}
	for i := range st.Kinds {
		k := &st.Kinds[i]
		k.Figure = Figure{Title: fmt.Sprintf("%d年 %s", st.Year.To.Year, k.Title), Period: st.Year, Kinds: k.Kinds}
	}
}

// groupOf is the row to which a kind belongs.
func groupOf(rows []KindRow, k app.Kind) int {
	for i, r := range rows {
		for _, own := range r.Kinds {
			if own == k {
				return i
			}
		}
	}
	return len(rows) - 1
}

// AnswerCount is a number of demands to be handed back, by what was done and what came of it.
type AnswerCount struct {
	Route  ledger.Route
	Result ledger.Outcome
	State  ledger.State
	Late   bool // 逾期未复
	N      int
}

// Answers parts the demands to be handed back by the way taken (需要反馈的 n 项): Talked + Direct + Open = Total, and
// Papers = Direct + the talks that led to a paper.
type Answers struct {
	Total   int
	Talked  int          // 先沟通
	Talks   []AnswerLine // their sum is Talked
	Papers  int          // 出文
	Direct  int          // of Papers: without a talk before
	After   int          // of Papers: after a talk
	Results []AnswerLine // their sum is Papers
	Open    int          // 尚未反馈
	Opens   []AnswerLine // their sum is Open
}

// AnswerLine is one bar.
type AnswerLine struct {
	Title  string
	N      int
	Good   bool // 撤回, 调整: the burden went
	Late   bool
	Figure Figure
}

// answersOf sums the answers up; lines without a demand are left out.
func answersOf(counts []AnswerCount, p Period) Answers {
	a := Answers{}
	figure := func(routes ...ledger.Route) Figure { return Figure{Period: p, Handed: true, Routes: routes} }
	talk, papers, open := figure(ledger.RouteTalk), figure(ledger.RoutePaper, ledger.RouteTalkPaper), figure(ledger.RouteOpen)
	result := func(f Figure, o ledger.Outcome) Figure { f.Results = []ledger.Outcome{o}; return f }
	state := func(f Figure, late bool, states ...ledger.State) Figure {
		f.States, f.Late, f.Results = states, late, []ledger.Outcome{""}
		return f
	}
	a.Talks = []AnswerLine{
		{Title: "已撤回", Good: true, Figure: result(talk, ledger.Withdrawn)}, {Title: "已调整", Good: true, Figure: result(talk, ledger.Changed)},
		{Title: "未同意，出文", Figure: figure(ledger.RouteTalkPaper)}, {Title: "沟通中", Figure: result(talk, "")},
	}
	a.Results = []AnswerLine{
		{Title: "撤回", Good: true, Figure: result(papers, ledger.Withdrawn)}, {Title: "调整", Good: true, Figure: result(papers, ledger.Changed)},
		{Title: "维持", Figure: result(papers, ledger.Upheld)}, {Title: "待答复", Figure: state(papers, false, ledger.StateAwaiting)},
		{Title: "逾期未复", Late: true, Figure: state(papers, true, ledger.StateAwaiting)},
		{Title: "待签章", Figure: state(papers, false, ledger.StateToSign)}, {Title: "待送达", Figure: state(papers, false, ledger.StateToDeliver)},
	}
	a.Opens = []AnswerLine{{Title: "待处理", Figure: state(open, false, ledger.StatePending)},
		{Title: "已转办", Figure: state(open, false, ledger.StateTransferred, ledger.StateClosed)}}
	for _, c := range counts {
		a.Total += c.N
		switch c.Route {
		case ledger.RouteOpen:
			a.Open += c.N
			addLine(a.Opens, c)
		case ledger.RouteTalk:
			a.Talked += c.N
			addLine(a.Talks, c)
		case ledger.RoutePaper:
			a.Papers, a.Direct = a.Papers+c.N, a.Direct+c.N
			addLine(a.Results, c)
		case ledger.RouteTalkPaper:
			a.Talked, a.Papers, a.After = a.Talked+c.N, a.Papers+c.N, a.After+c.N
			addLine(a.Talks, c)
			addLine(a.Results, c)
		}
	}
	a.Talks, a.Results, a.Opens = some(a.Talks), some(a.Results), some(a.Opens)
	for _, group := range []struct {
		name  string
		lines []AnswerLine
	}{{"先沟通", a.Talks}, {"出文", a.Results}, {"尚未反馈", a.Opens}} {
		for i := range group.lines {
			group.lines[i].Figure.Title = strings.Join([]string{fmt.Sprintf("%d年", p.To.Year), group.name, group.lines[i].Title}, " ")
		}
	}
	return a
}

// addLine counts into the first line whose figure fits, which is what the ledger lists for it.
func addLine(lines []AnswerLine, c AnswerCount) {
	for i := range lines {
		if lines[i].Figure.fits(c) {
			lines[i].N += c.N
			return
		}
	}
}

// fits tells whether a figure counts demands like these.
func (f Figure) fits(c AnswerCount) bool {
	return one(f.Routes, c.Route) && one(f.Results, c.Result) && one(f.States, c.State) && (len(f.States) == 0 || f.Late == c.Late)
}

// one tells whether v is among the values asked for; none asked for: any.
func one[T comparable](asked []T, v T) bool {
	if len(asked) == 0 {
		return true
	}
	for _, a := range asked {
		if a == v {
			return true
		}
	}
	return false
}

func some(lines []AnswerLine) []AnswerLine {
	var out []AnswerLine
	for _, l := range lines {
		if l.N > 0 {
			out = append(out, l)
		}
	}
	return out
}
