package paper

import (
	"fmt"
	"strconv"
	"strings"

	"yidanqing/app"
)

// Account is what the printed ledger (台账打印表) is written from: rows as they stand in the ledger, newest first.
type Account struct {
	Office  app.Office
	Clerk   string // who prints it
	Printed Moment
	// Entered are the first and the last day entered among the rows.
	Entered struct{ From, To app.Date }
	// Condition says what narrows the rows: 意见为拒接反馈; empty: all notices of the ledger.
	Condition string
	Rows      []AccountRow
	Proof     string // of the records, for the foot: 一致，末条摘要 099f9c1693efdaeb
	Software  string
}

// Moment is a day with its hour.
type Moment struct {
	Date app.Date
	Time string // HH:MM
}

// AccountRow is one notice.
type AccountRow struct {
	Year, No int
	Received app.Date // zero: not known
	Issuer   string   // full name
	DocNo    string   // or how it came: 未编号, 电话, 消息
	Title    string
	Kind     app.Kind
	Deadline app.Date // the earliest of its demands; zero: none is named
	Void     bool     // the registration was taken back
	Demands  []AccountDemand
}

// AccountDemand is one demand of a notice.
type AccountDemand struct {
	Verdict app.Verdict
	Decided bool   // by the office; else the verdict is advice
	State   string // in words
	Void    bool
	Overdue bool
	Place   string // entry or rule: 收回第22项, 规则：会议
	Paper   string // number of the paper that answers it
}

// counted tells whether statistics count the demand.
func (r AccountRow) counted(d AccountDemand) bool {
	return !r.Void && !d.Void && d.Verdict != app.VerdictInfo
}

// Sums are the subtotals of the printed ledger by 事项.
type Sums struct {
	Notices, Void  int                 // notices, and those of them that were taken back
	Verdicts       map[app.Verdict]int // counted demands
	Demands        int                 // their sum
	Overdue        int                 // 逾期未复
	Undecided      int                 // 未核对: counted by advice
	WithoutDemands int                 // live notices that ask for nothing
	office         app.Office          // in whose words they are told
}

// Sums adds the rows up.
func (a Account) Sums() Sums {
	s := Sums{Notices: len(a.Rows), Verdicts: map[app.Verdict]int{}, office: a.Office}
	for _, r := range a.Rows {
		if r.Void {
			s.Void++
			continue
		}
		before := s.Demands
		for _, d := range r.Demands {
			if !r.counted(d) {
				continue
			}
			s.Demands++
			v := d.Verdict
			switch v {
			case app.VerdictDo, app.VerdictCooperate, app.VerdictRefuse, app.VerdictEscalate:
			default:
				v = app.VerdictUnjudged
			}
			s.Verdicts[v]++
			if d.Overdue {
				s.Overdue++
			}
			if !d.Decided {
				s.Undecided++
			}
		}
		if s.Demands == before {
			s.WithoutDemands++
		}
	}
	return s
}

// Words are the subtotals as the ledger prints them.
func (s Sums) Words() string {
	var b strings.Builder
	b.WriteString("小计（事项）：")
	if n := s.Verdicts; s.office.Grassroots() {
		fmt.Fprintf(&b, "%s %d，配合 %d，%s %d，", s.office.VerdictWord(app.VerdictDo), n[app.VerdictDo], n[app.VerdictCooperate],
			s.office.VerdictWord(app.VerdictRefuse), n[app.VerdictRefuse]+n[app.VerdictEscalate])
	} else {
		fmt.Fprintf(&b, "承办 %d，配合 %d，拒接反馈 %d，提级反映 %d，", n[app.VerdictDo], n[app.VerdictCooperate], n[app.VerdictRefuse], n[app.VerdictEscalate])
	}
	if n := s.Verdicts[app.VerdictUnjudged]; n > 0 {
		fmt.Fprintf(&b, "未定 %d，", n)
	}
	fmt.Fprintf(&b, "合计 %d", s.Demands)
	var more []string
	if s.Overdue > 0 {
		more = append(more, fmt.Sprintf("逾期未复 %d", s.Overdue))
	}
	if s.Undecided > 0 {
		more = append(more, fmt.Sprintf("未核对（按建议计）%d", s.Undecided))
	}
	if len(more) > 0 {
		b.WriteString("；其中" + strings.Join(more, "，"))
	}
	if s.WithoutDemands > 0 {
		fmt.Fprintf(&b, "。另有无需办理的来件 %d 件", s.WithoutDemands)
	}
	return b.String() + "。"
}

// Title is the title of the printed ledger: 柳河镇来件处理台账.
func (a Account) Title() string { return a.Office.Short + KindLedger.Title() }

// Scope says which rows are printed: 范围：2026年11月12日至24日，全部来件 11 件，事项 14 项.
func (a Account) Scope() string {
	s := a.Sums()
	what := "全部来件"
	if a.Condition != "" {
		what = a.Condition + "的来件"
	}
	out := fmt.Sprintf("%s %d 件", what, s.Notices)
	if s.Void > 0 {
		out += fmt.Sprintf("（含已撤销 %d 件）", s.Void)
	}
	out += fmt.Sprintf("，事项 %d 项", s.Demands)
	if days := daySpan(a.Entered.From, a.Entered.To); days != "" {
		out = days + "，" + out
	}
	return "范围：" + out
}

// daySpan writes two days with what they share once: 2026年11月12日至24日.
func daySpan(from, to app.Date) string {
	switch {
	case from.IsZero():
		return ""
	case from == to:
		return from.Chinese()
	case from.Year != to.Year:
		return from.Chinese() + "至" + to.Chinese()
	case from.Month != to.Month:
		return from.Chinese() + "至" + monthDay(to)
	}
	return from.Chinese() + "至" + strconv.Itoa(to.Day) + "日"
}

// years tells whether the rows are of several years: numbers and days then carry theirs.
func (a Account) years() bool {
	for _, r := range a.Rows {
		if r.Year != a.Rows[0].Year {
			return true
		}
	}
	return false
}

// decision says what became of a notice: 拒接反馈; with several, 拒接3、配合1. Advice is told as such.
func (r AccountRow) decision(o app.Office) string {
	return r.tally(func(d AccountDemand, alone bool) string {
		word := o.VerdictWord(d.Verdict)
		if d.Verdict == app.VerdictUnjudged || word == "" {
			return "未定"
		}
		if !alone && !o.Grassroots() {
			word = string([]rune(word)[:2])
		}
		if !d.Decided && d.Verdict != app.VerdictInfo {
			word = "建议" + word
		}
		return word
	})
}

func (r AccountRow) state() string {
	if r.Void {
		return "已撤销"
	}
	return r.tally(func(d AccountDemand, _ bool) string { return d.State })
}

// tally names what the demands are, in the order of their first appearance; with several kinds each has its number.
func (r AccountRow) tally(word func(d AccountDemand, alone bool) string) string {
	count := func(alone bool) (order []string, n map[string]int) {
		n = map[string]int{}
		for _, d := range r.Demands {
			w := word(d, alone)
			if n[w] == 0 {
				order = append(order, w)
			}
			n[w]++
		}
		return order, n
	}
	order, _ := count(true)
	switch len(order) {
	case 0:
		return "无需办理"
	case 1:
		return order[0]
	}
	order, n := count(false)
	for i, w := range order {
		order[i] = w + strconv.Itoa(n[w])
	}
	return strings.Join(order, "、")
}

// places names entries and rules, each once.
func (r AccountRow) places() string {
	return distinct(r.Demands, func(d AccountDemand) string { return d.Place })
}

// papers names the papers without what the whole column shares: 柳反馈〔2026〕17号 is 反馈17号.
func (r AccountRow) papers(o app.Office) string {
	return distinct(r.Demands, func(d AccountDemand) string {
		head, tail, ok := strings.Cut(d.Paper, "〔")
		_, serial, closed := strings.Cut(tail, "〕")
		if !ok || !closed {
			return d.Paper
		}
		return strings.TrimPrefix(head, o.Prefix) + serial
	})
}

// distinct joins what is not empty, each once, in the order of its first appearance.
func distinct(demands []AccountDemand, name func(AccountDemand) string) string {
	var out []string
	seen := map[string]bool{}
	for _, d := range demands {
		if n := name(d); n != "" && !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	return strings.Join(out, "、")
}

// PartWord is a part of the list in two characters, as tables name it: 基本, 配合, 收回.
func PartWord(o app.Office, p app.Part) string {
	title := []rune(partTitle(o, p))
	if p == app.TakenBack && !o.Grassroots() {
		return "收回"
	}
	return string(title[:min(2, len(title))])
}
