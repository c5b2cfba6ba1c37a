package inquire

import (
	"fmt"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// Period is a run of days (期间), both ends included.
type Period struct{ From, To app.Date }

// MonthOf is the whole month of a day; zero for a day that is not known.
func MonthOf(d app.Date) Period {
	if d.IsZero() {
		return Period{}
	}
	from := app.Date{Year: d.Year, Month: d.Month, Day: 1}
	next := app.Date{Year: d.Year, Month: d.Month, Day: 28}.AddDays(4)
	return Period{from, next.AddDays(-next.Day)}
}

// YearOf is the year of a day up to that day.
func YearOf(d app.Date) Period { return Period{app.Date{Year: d.Year, Month: 1, Day: 1}, d} }

// Until ends the period at a day, where it lasts longer.
func (p Period) Until(d app.Date) Period {
	if d.Before(p.To) {
		p.To = d
	}
	return p
}

// Whole tells whether the period is a whole month.
func (p Period) Whole() bool { return p == MonthOf(p.From) }

// YearBefore is the same period of the year before (去年同期).
func (p Period) YearBefore() Period { return p.months(-12) }

// MonthBefore is the same period of the month before (上月同期).
func (p Period) MonthBefore() Period { return p.months(-1) }

// months moves the period by whole months. The last day of a month stays the last day; a day that a month does not have
// is its last one.
func (p Period) months(n int) Period {
	move := func(d app.Date) app.Date {
		first := app.DateOf(app.Date{Year: d.Year, Month: d.Month, Day: 1}.Time().AddDate(0, n, 0))
		last := MonthOf(first).To
		if d == MonthOf(d).To || d.Day > last.Day {
			return last
		}
		return app.Date{Year: first.Year, Month: first.Month, Day: d.Day}
	}
	return Period{move(p.From), move(p.To)}
}

// HalfOf is the whole half-year of a day.
func HalfOf(d app.Date) Period {
	if d.Month <= time.June {
		return Period{app.Date{Year: d.Year, Month: 1, Day: 1}, app.Date{Year: d.Year, Month: 6, Day: 30}}
	}
	return Period{app.Date{Year: d.Year, Month: 7, Day: 1}, app.Date{Year: d.Year, Month: 12, Day: 31}}
}

// Half tells whether the period is a half-year or the beginning of one. The beginning of a year is none: it may be meant as
// the year.
func (p Period) Half() bool {
	h := HalfOf(p.From)
	return p.From == h.From && !h.To.Before(p.To) && (p == h || p.From.Month == time.July)
}

// Title names the period: 2026年11月, 2026年11月（至24日）, 2026年上半年, 2026年下半年（至11月24日）, 2025年, 2026年（至11月24日）.
func (p Period) Title() string {
	until := fmt.Sprintf("（至%d月%d日）", int(p.To.Month), p.To.Day)
	if p.From.Year != p.To.Year || p.From.Month != p.To.Month {
		switch h := HalfOf(p.From); {
		case p.Half() && p.From.Month < time.July:
			return fmt.Sprintf("%d年上半年", p.To.Year)
		case p == h:
			return fmt.Sprintf("%d年下半年", p.To.Year)
		case p.Half():
			return fmt.Sprintf("%d年下半年", p.To.Year) + until
		case p.From.Month == 1 && p.To.Month == 12 && p.To.Day == 31:
			return fmt.Sprintf("%d年", p.To.Year)
		}
		return fmt.Sprintf("%d年", p.To.Year) + until
	}
	title := fmt.Sprintf("%d年%d月", p.From.Year, int(p.From.Month))
	if !p.Whole() {
		title += fmt.Sprintf("（至%d日）", p.To.Day)
	}
	return title
}

// Figure says what a number of the statistics counts (统计数字), and finds the notices behind it: live ones, entered in the
// period, with at least one demand that fits all parts. Empty parts do not narrow. Demands count where they are live and
// ask for something; see ledger.Demand.Counted.
type Figure struct {
	Title    string // how the ledger names the condition: 2026年11月 会议
	Period   Period
	Numbered bool // 文件: notices with a document number, whatever they ask
	Kinds    []app.Kind
	Verdicts []app.Verdict
	// Handed narrows to the demands to be handed back (需要反馈), Routes and Results further.
	Handed  bool
	Routes  []ledger.Route
	Results []ledger.Outcome
	States  []ledger.State
	Late    bool // 逾期未复; else the state 待答复 means the others
	// Issuers narrows to notices of these senders, as they are written; an empty name is one that is not known. Arrivals
	// asks for all their notices, whatever they ask.
	Issuers  []string
	Arrivals bool
	Code     string // demands with this finding
	Alert    string // notices whose check found this in the ledger: alert.Repeated, alert.MultiHeaded
}

// Verdicts are numbers of demands by what was decided, or advised where nothing is decided yet (处理).
type Verdicts struct {
	Do, Cooperate, Refuse, Escalate int
	Open                            int // 未定: not judged, for want of a list
}

// Total is their sum.
func (v Verdicts) Total() int { return v.Do + v.Cooperate + v.Refuse + v.Escalate + v.Open }

// Handed are those to be handed back (需要反馈).
func (v Verdicts) Handed() int { return v.Refuse + v.Escalate }

// Add counts n demands of a verdict.
func (v *Verdicts) Add(verdict app.Verdict, n int) {
	switch verdict {
	case app.VerdictDo:
		v.Do += n
	case app.VerdictCooperate:
		v.Cooperate += n
	case app.VerdictRefuse:
		v.Refuse += n
	case app.VerdictEscalate:
		v.Escalate += n
	default:
		v.Open += n
	}
}

// Plus is the sum of both, part by part.
func (v Verdicts) Plus(o Verdicts) Verdicts {
	return Verdicts{v.Do + o.Do, v.Cooperate + o.Cooperate, v.Refuse + o.Refuse, v.Escalate + o.Escalate, v.Open + o.Open}
}

// Change is how a number stands to that of another period. Percentages stand only where both are at least minItems and
// the office has kept the ledger for twelve months; else the difference stands.
type Change struct {
	Known   bool // false: the other period is not wholly on record
	Then    int
	Diff    int
	Percent int // rounded; 0 where none stands
}

// minItems is the least number of items on either side of a percentage.
const minItems = 20

// changeOf compares two numbers. since is the first day on record, to the last day compared.
func changeOf(now, then int, before Period, since, to app.Date) Change {
	return change(now, then, before.recorded(since), fullYear(since, to))
}

// change compares two numbers; years: both sides have twelve months of records.
func change(now, then int, known, years bool) Change {
	c := Change{Then: then, Diff: now - then, Known: known}
	if c.Known && now >= minItems && then >= minItems && years {
		half := then / 2
		if c.Diff < 0 {
			half = -half
		}
		c.Percent = (100*c.Diff + half) / then
	}
	return c
}

// firstWeek is how long after its beginning the first notice may come in a period that counts as wholly on record, in
// days: a month that begins with holidays is no gap.
const firstWeek = 7

// recorded tells whether the period is wholly on record.
func (p Period) recorded(since app.Date) bool {
	return !since.IsZero() && since.Before(p.From.AddDays(firstWeek)) && !p.To.Before(since)
}

// fullYear tells whether twelve months lie between the first day on record and a day.
func fullYear(since, day app.Date) bool {
	return !day.Before(app.DateOf(since.Time().AddDate(1, 0, -1)))
}

// Words are the change as papers write it: 下降15%, 少3次, 持平; — where the other period is not on record.
func (c Change) Words(unit string) string {
	switch {
	case !c.Known:
		return "—"
	case c.Diff == 0:
		return "持平"
	case c.Percent > 0:
		return fmt.Sprintf("上升%d%%", c.Percent)
	case c.Percent < 0:
		return fmt.Sprintf("下降%d%%", -c.Percent)
	case c.Diff > 0:
		return fmt.Sprintf("多%d%s", c.Diff, unit)
	}
	return fmt.Sprintf("少%d%s", -c.Diff, unit)
}
