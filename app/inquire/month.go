package inquire

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"yidanqing/app"
	"yidanqing/app/paper"
)

// reportBy is the day of the month until which a report is usually still of the month before.
const reportBy = 5

// ReportMonth is the month that a report is usually written of: the last whole one until the 5th, then the present one up
// to today.
func (s *Service) ReportMonth() Period {
	today := app.DateOf(s.Now())
	month := MonthOf(today)
	if today.Day <= reportBy {
		return month.MonthBefore()
	}
	return month.Until(today)
}

// MonthOn is a month up to today; CodeInvalid for one that has not begun.
func (s *Service) MonthOn(year int, month time.Month) (Period, error) {
	today := app.DateOf(s.Now())
	first := app.Date{Year: year, Month: month, Day: 1}
	if !first.Valid() || today.Before(first) {
		return Period{}, app.Errorf(app.CodeInvalid, "%d年%d月还没有到，没有可统计的。请选已经开始的月份。", year, int(month))
	}
	return MonthOf(first).Until(today), nil
}

// MonthPaper is 为基层减负监测月报 of a month. It changes nothing.
func (s *Service) MonthPaper(ctx context.Context, p Period) (File, error) {
	m, err := s.month(ctx, p)
	if err != nil {
		return File{}, err
	}
	data, pages, err := s.Press.PrintMonth(ctx, m)
	if err != nil {
		return File{}, err
	}
	return File{Name: m.Title() + " " + m.Period() + ".pdf", Data: data, Pages: pages}, ctx.Err()
}

// SaveMonth writes the report into a folder and gives its path.
func (s *Service) SaveMonth(ctx context.Context, p Period, folder string) (string, error) {
	f, err := s.MonthPaper(ctx, p)
	if err != nil {
		return "", err
	}
	return s.Files.Export(ctx, folder, f.Name, f.Data)
}

// SaveMonthTwin writes the editable copy of the report (另存为 Word) into a folder and gives its path.
func (s *Service) SaveMonthTwin(ctx context.Context, p Period, folder string) (string, error) {
	m, err := s.month(ctx, p)
	if err != nil {
		return "", err
	}
	data, err := s.Press.MonthTwin(ctx, m)
	if err != nil {
		return "", err
	}
	return s.Files.Export(ctx, folder, m.Title()+" "+m.Period()+".docx", data)
}

// month gathers what the report is written from.
func (s *Service) month(ctx context.Context, p Period) (paper.Month, error) {
	st, err := s.Statistics(ctx, p, p.YearBefore())
	if err != nil {
		return paper.Month{}, err
	}
	if st.Since.IsZero() || p.To.Before(st.Since) {
		return paper.Month{}, app.Errorf(app.CodeInvalid, "%s没有登记件，没有可报的。请另选月份。", p.Title())
	}
	settings, err := s.Reader.Settings(ctx)
	if err != nil {
		return paper.Month{}, err
	}
	own, err := s.Reader.Own(ctx)
	if err != nil {
		return paper.Month{}, err
	}
	m := paper.Month{Wording: own.Wording(), Office: settings.Office, Clerk: settings.Office.Clerk, Phone: settings.Office.Phone, From: p.From, To: p.To,
		Date: st.Today, Since: st.Since, Software: s.Software}
	if m.Looks, err = s.looks(ctx, st); err != nil {
		return m, err
	}
	if m.Notices, m.Asking, err = s.Reader.Arrivals(ctx, p); err != nil {
		return m, err
	}
	for _, x := range st.Months {
		if !p.To.Before(x.Period.From) {
			m.Bars = append(m.Bars, paper.ChartBar{Label: fmt.Sprintf("%d月", int(x.Period.From.Month)), Total: x.Verdicts.Total(), Part: x.Verdicts.Handed()})
		}
	}
	if err := s.monthDemands(ctx, p, st.Today, &m); err != nil {
		return m, err
	}
	problems, err := s.Reader.Problems(ctx, p)
	m.Problems = problemsOf(problems)
	return m, err
}

// looks are the rows of 五看.
func (s *Service) looks(ctx context.Context, st Statistics) ([]paper.MonthLook, error) {
	last, err := s.tiles(ctx, st.Period.MonthBefore(), st.Period.MonthBefore(), st.Since)
	if err != nil {
		return nil, err
	}
	year := YearOf(st.Period.To)
	all, err := s.tiles(ctx, year, year, st.Since)
	if err != nil {
		return nil, err
	}
	number := func(n int, p Period) string {
		if !p.recorded(st.Since) {
			return "—"
		}
		return strconv.Itoa(n)
	}
	var out []paper.MonthLook
	for i, t := range st.Tiles {
		for j, c := range t.Counts {
			out = append(out, paper.MonthLook{Name: c.Long, Now: strconv.Itoa(c.Now), Last: number(last[i].Counts[j].Now, st.Period.MonthBefore()),
				YearAgo: number(c.Change.Then, st.Before), Change: c.Change.Words(c.Unit), Year: strconv.Itoa(all[i].Counts[j].Now)})
		}
	}
	return out, nil
}

// monthDemands counts the demands of the month by kind, verdict and answer.
func (s *Service) monthDemands(ctx context.Context, p Period, today app.Date, m *paper.Month) error {
	counts, err := s.Reader.ByMonth(ctx, p)
	if err != nil {
		return err
	}
	kinds, verdicts := map[app.Kind]int{}, Verdicts{}
	for _, c := range counts {
		kinds[c.Kind] += c.N
		verdicts.Add(c.Verdict, c.N)
		if !c.Decided {
			m.Undecided += c.N
		}
	}
	m.Demands = verdicts.Total()
	for k, n := range kinds {
		m.Kinds = append(m.Kinds, paper.Counted{Name: kindWord(k), N: n})
	}
	slices.SortFunc(m.Kinds, func(a, b paper.Counted) int { return cmp.Or(b.N-a.N, cmp.Compare(a.Name, b.Name)) })
	o := m.Office
	if o.Grassroots() {
		m.Verdicts = []paper.Counted{{Name: o.VerdictWord(app.VerdictDo), N: verdicts.Do}, {Name: o.VerdictWord(app.VerdictCooperate), N: verdicts.Cooperate},
			{Name: o.VerdictWord(app.VerdictRefuse), N: verdicts.Handed()}}
	} else {
		m.Verdicts = []paper.Counted{{Name: "承办", N: verdicts.Do}, {Name: "配合", N: verdicts.Cooperate}, {Name: "拒接反馈", N: verdicts.Refuse},
			{Name: "提级反映", N: verdicts.Escalate}}
	}
	m.Verdicts = append(m.Verdicts, paper.Counted{Name: "未定", N: verdicts.Open})
	answers, err := s.Reader.Answers(ctx, p, today)
	if err != nil {
		return err
	}
	m.Answers = monthAnswers(answersOf(answers, p))
	return nil
}

// kindWord is a kind as the report writes it.
func kindWord(k app.Kind) string {
	switch k {
	case app.KindApp:
		return "App与工作群"
	case app.KindInfo, "":
		return "其他"
	}
	return k.Title()
}

// monthAnswers puts the answers into the words of the report.
func monthAnswers(a Answers) paper.MonthAnswers {
	lines := func(from []AnswerLine) []paper.Counted {
		var out []paper.Counted
		for _, l := range from {
			name := l.Title
			switch name {
			case "已撤回":
				name = "撤回"
			case "已调整":
				name = "调整"
			case "未同意，出文":
				name = "未同意而出文"
			}
			out = append(out, paper.Counted{Name: name, N: l.N})
		}
		return out
	}
	return paper.MonthAnswers{Handed: a.Total, Talked: a.Talked, Talks: lines(a.Talks), Direct: a.Direct, Papers: a.Papers,
		Results: lines(a.Results), Open: a.Open}
}

// problemsOf groups findings by code, the most frequent first.
func problemsOf(list []Problem) []paper.MonthProblem {
	at := map[string]int{}
	var out []paper.MonthProblem
	for _, p := range list {
		i, ok := at[p.Code]
		if !ok {
			i = len(out)
			at[p.Code] = i
			out = append(out, paper.MonthProblem{Code: p.Code, Title: p.Title})
		}
		m := &out[i]
		m.Demands++
		if p.Issuer != "" && !slices.Contains(m.Issuers, p.Issuer) {
			m.Issuers = append(m.Issuers, p.Issuer)
		}
		if len(m.Numbers) == 0 || m.Numbers[len(m.Numbers)-1] != p.No { // they come in the order of the ledger
			m.Numbers = append(m.Numbers, p.No)
		}
	}
	slices.SortStableFunc(out, func(a, b paper.MonthProblem) int { return cmp.Or(b.Demands-a.Demands, cmp.Compare(a.Code, b.Code)) })
	return out
}
