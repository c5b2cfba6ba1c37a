package notice

import (
	"time"

	"yidanqing/app"
)

func lastOfMonth(d app.Date) app.Date {
	return app.DateOf(time.Date(d.Year, d.Month+1, 0, 0, 0, 0, 0, time.UTC))
}

func lastOfQuarter(d app.Date) app.Date {
	return lastOfMonth(app.Date{Year: d.Year, Month: (d.Month-1)/3*3 + 3, Day: 1})
}

// nextDayOfMonth is the first day from d on whose number is n.
func nextDayOfMonth(d app.Date, n int) app.Date {
	for k := 0; k < 14; k++ {
		x := app.Date{Year: d.Year, Month: d.Month, Day: n}
		if k > 0 {
			first := app.DateOf(time.Date(d.Year, d.Month+time.Month(k), 1, 0, 0, 0, 0, time.UTC))
			x = app.Date{Year: first.Year, Month: first.Month, Day: n}
		}
		if x.Valid() && !x.Before(d) {
			return x
		}
	}
	return d
}

// comingWeekday is the first such day from d on.
func comingWeekday(d app.Date, w time.Weekday) app.Date {
	return d.AddDays((int(w) - int(d.Weekday()) + 7) % 7)
}

// weekdayOfWeek is day w of the week that lies n weeks after that of d. Weeks begin on Monday.
func weekdayOfWeek(d app.Date, w time.Weekday, n int) app.Date {
	monday := d.AddDays(-(int(d.Weekday()) + 6) % 7)
	return monday.AddDays((int(w)+6)%7 + 7*n)
}

// span reads a length of time that is counted from the day received: 3个工作日内, 5日内, 一周内, 24小时内.
func (d *dating) span(r *reader, m *moment) bool {
	start := r.i
	half := r.word("半") != ""
	n := 0
	if !half {
		var ok bool
		if n, ok = r.number(); !ok || n < 1 || n > 1000 {
			return false
		}
	}
	r.word("个")
	base, unit := d.received, r.word("工作日", "自然日", "小时", "分钟", "星期", "礼拜", "天", "日", "周", "月")
	if half && unit != "小时" && unit != "天" && unit != "月" {
		return false
	}
	more := ""
	if unit == "周" || unit == "月" || unit == "天" || unit == "小时" {
		more = r.word("时间")
	}
	if r.word("之内", "以内", "内") == "" {
		if (more == "" || r.word("完成") == "") && !(unit == "工作日" && alone(r.n, start, r.i)) {
			return false
		}
	}
	m.span, m.limit = true, limitBefore
	m.event = countedFrom(r.n, start)
	if m.event >= 0 && sinceIssue(r.n, m.event, start) && !d.issued.IsZero() && !d.received.Before(d.issued) {
		base = d.issued
	}
	switch unit {
	case "工作日":
		m.date = d.cal.AddWorkdays(base, n)
	case "天", "日", "自然日":
		m.date = base.AddDays(n)
	case "周", "星期", "礼拜":
		m.date = base.AddDays(7 * n)
	case "月":
		m.date = addMonths(base, n)
		if half {
			m.date = base.AddDays(15)
		}
	case "小时":
		m.date, m.hours = base.AddDays(n/24), true
	case "分钟":
		m.date, m.hours = base, true
	default:
		return false
	}
	return true
}

// alone tells whether a span makes up a clause of its own: “给人家回个话,3个工作日,…”.
func alone(n []rune, from, to int) bool {
	return from > 0 && (n[from-1] == ',' || n[from-1] == ';') && (to == len(n) || n[to] == ',' || n[to] == '。' || n[to] == ';' || n[to] == '\n')
}

// addMonths is the same day n months later, or the last of that month where it is shorter.
func addMonths(d app.Date, n int) app.Date {
	last := lastOfMonth(app.DateOf(time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)))
	last.Day = min(last.Day, d.Day)
	return last
}

// countedFrom is where the words begin that tell what a span counts from (收到本通知之日起, 会后); -1 where there are none.
func countedFrom(n []rune, end int) int {
	k := end
	for k > 0 && (n[k-1] == '的' || n[k-1] == ',' || n[k-1] == '在') {
		k--
	}
	if k == 0 || n[k-1] != '起' && n[k-1] != '后' && n[k-1] != '前' && n[k-1] != '时' {
		return -1
	}
	for from := k - 1; ; from-- {
		if from <= 0 || k-from > 24 {
			return max(from, 0)
		}
		switch n[from-1] {
		case ',', '。', ';', ':', '(', '\n', '!':
			return from
		}
	}
}

// sinceIssue tells whether the event is the notice's own issue.
func sinceIssue(n []rune, from, to int) bool {
	s := string(n[from:to])
	return hasAny(s, "印发", "发布", "下发", "发文", "发出", "公布")
}
