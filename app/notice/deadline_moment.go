package notice

import (
	"time"

	"yidanqing/app"
	"yidanqing/app/calendar"
	"yidanqing/app/text"
)

// limitKind is what a time says: when, by when, from when.
type limitKind int

const (
	limitNone   limitKind = iota // 3月20日
	limitBefore                  // 3月20日前, 月底前, 3日内
	limitUntil                   // 至3月20日, 3月20日止
	limitFrom                    // 3月20日起
	limitAround                  // 3月20日前后
)

// moment is a time named in the text, resolved to a day.
type moment struct {
	text.Range
	date         app.Date
	hour, minute int    // hour is -1 where only the day is named
	part         string // 上午, 下午, 晚 …, 下班; empty where none is named
	limit        limitKind
	start        app.Date // first day, where a period is named; zero otherwise
	startHour    int      // its hour, -1 where none is named
	startMinute  int
	relative     bool // 今天, 明天, 今晚 …
	recurring    bool // 每月25日
	daily        bool // 每天21时
	atOnce       bool // 即刻
	clockOnly    bool // 20时前, without a day
	vague        bool // a month, a third of a month: no day unless a limit follows
	span         bool // 3日内, 24小时内
	hours        bool // a span of hours or minutes
	event        int  // where the event begins that a span counts from; -1 where none is named
}

// clock is HH:MM, or empty.
func (m *moment) clock() string {
	if m.hour < 0 {
		return ""
	}
	return string([]byte{'0' + byte(m.hour/10), '0' + byte(m.hour%10), ':', '0' + byte(m.minute/10), '0' + byte(m.minute%10)})
}

// morning tells whether the time is before 12:00.
func (m *moment) morning() bool {
	if m.hour >= 0 {
		return m.hour < 12
	}
	return m.part == "上午" || m.part == "早" || m.part == "上班" || m.part == "凌晨"
}

// dating is what days are counted from.
type dating struct {
	received, issued app.Date
	cal              *calendar.Calendar
}

// maxMoments bounds the times that are read of one sentence or paragraph; no real one names so many.
const maxMoments = 1000

// momentsIn finds the times in a range, in reading order. Each rune is looked at a bounded number of times.
func (d *dating) momentsIn(t *text.Text, r text.Range) []moment {
	var out []moment
	for i := r.Start; i < r.End; i++ {
		if !opensMoment(t.Norm[i]) || i > 0 && digit(t.Norm[i]) && (digit(t.Norm[i-1]) || decimal(t.Norm, i)) {
			continue
		}
		rd := &reader{n: t.Norm, i: i, end: min(r.End, i+60)}
		m, ok := d.moment(rd)
		if !ok || rd.i <= i {
			continue
		}
		m.Range = text.Range{Start: i, End: rd.i}
		if n := len(out); n > 0 && m.relative && !out[n-1].clockOnly && !out[n-1].daily { // 当日, 次日 of the day named before
			switch c := t.Norm[i]; {
			case c == '当' || c == '该':
				m.date = out[n-1].date
			case c == '次':
				m.date = out[n-1].date.AddDays(1)
			}
		}
		out = append(out, m)
		i = rd.i - 1
		if len(out) == maxMoments {
			break
		}
	}
	return out
}

// decimal tells whether n[i] goes on a decimal number: the 5 of 2.5, not the 4 of “2.4月3日”.
func decimal(n []rune, i int) bool {
	return n[i-1] == '.' && i > 1 && digit(n[i-2]) && !dayAt(n, i)
}

// opensMoment tells runes that a time can begin with; it keeps the scan fast.
func opensMoment(c rune) bool {
	switch c {
	case '今', '明', '后', '大', '当', '本', '这', '下', '上', '次', '周', '星', '礼', '年', '月', '季', '每', '即', '中', '晚', '早', '凌', '傍', '夜',
		'半', '两', '廿', '卅', '〇', '○', '零', '第', '全', '同', '春', '该':
		return true
	}
	return digit(c) || c >= '一' && hanValue(c) >= 0 || c == '十' || c == '拾'
}

// moment reads a time at the reader's place: a day or a span, a clock time, what limits it, and a second day where
// a period is named.
func (d *dating) moment(r *reader) (moment, bool) {
	m := moment{hour: -1, event: -1}
	if r.word("每") != "" {
		return d.recurring(r, m)
	}
	if r.at("即刻") && !r.at("即刻起") {
		r.word("即刻")
		m.date, m.relative, m.atOnce = d.received, true, true
		return m, true
	}
	if r.word("即日起", "即日") != "" || r.word("即刻起") != "" {
		m.date, m.limit = d.received, limitFrom
		return d.period(r, m), true
	}
	start := r.i
	if !d.day(r, &m) {
		r.i = start
		if d.span(r, &m) {
			return m, true
		}
		r.i = start
		if !readClock(r, &m) {
			return m, false
		}
		m.date, m.clockOnly = d.received, true
		r.limit(&m)
		return m, true
	}
	d.dayNote(r, &m)
	readClock(r, &m)
	d.dayNote(r, &m)
	if m.limit == limitNone {
		r.limit(&m)
	}
	return d.period(r, m), true
}

// dayNote passes what explains a day in brackets: (星期五), (周五). A date there, as in 明天(14号), is the day meant.
func (d *dating) dayNote(r *reader, m *moment) {
	start := r.i
	if r.oneOf("(") == 0 {
		return
	}
	r.word("本", "下")
	if r.word("周", "星期", "礼拜") != "" && r.oneOf("一二三四五六日天") != 0 && r.oneOf(")") != 0 {
		return
	}
	r.i = start + 1
	if r.word("含当日", "含当天", "含") != "" && r.oneOf(")") != 0 {
		return
	}
	if at := (moment{hour: -1}); m.hour < 0 && readClock(r, &at) && at.hour >= 0 { // 明天一早(7:30前)
		r.limit(&at)
		if r.oneOf(")") != 0 {
			m.hour, m.minute, m.limit = at.hour, at.minute, at.limit
			return
		}
	}
	r.i = start + 1
	if n, ok := r.number(); ok && m.relative && r.oneOf("日号") != 0 && r.oneOf(")") != 0 && n >= 1 && n <= 31 {
		m.date = nextDayOfMonth(d.received, n)
		return
	}
	r.i = start + 1
	if note := (moment{hour: -1}); m.relative && d.monthDay(r, &note) && !note.vague && r.oneOf(")") != 0 {
		m.date = note.date
		return
	}
	r.i = start
}

// limit reads what follows a time: 前, 之前, 止, 起 …
func (r *reader) limit(m *moment) {
	start := r.i
	switch {
	case r.word("前后") != "":
		if c := r.peek(0); hanValue(c) > 0 || digit(c) || c == '几' { // “下周一前后三名的…”: before Monday, the last three
			r.i--
			m.limit = limitBefore
			return
		}
		m.limit = limitAround
	case r.at("前往"): // on that day they go
	case r.word("之前", "以前", "前") != "":
		m.limit = limitBefore
	case r.word("之内", "以内", "内") != "":
		m.limit = limitBefore
	case r.word("截止", "截至") != "":
		m.limit = limitBefore
	case r.word("为止", "止") != "":
		m.limit = limitUntil
	case r.word("起至") != "":
		r.i--
		m.limit = limitFrom
	case r.word("开始", "以来", "之后", "以后", "起", "后") != "":
		m.limit = limitFrom
	case r.word("左右") != "":
		m.limit = limitAround
	default:
		r.i = start
	}
}

// period reads the second day of a period: 至, 到, - and a day; the month may be left out.
func (d *dating) period(r *reader, m moment) moment {
	start := r.i
	if m.limit == limitBefore || m.limit == limitUntil || r.word("至", "到", "--", "-", "~") == "" {
		return m
	}
	r.word("今年", "当年")
	end := moment{hour: -1, event: -1}
	from := r.i
	if w, ok := r.bareWeekday(); ok && !m.date.IsZero() { // 下周一至周四: of the week that the period begins in
		end.date = comingWeekday(m.date, w)
	} else if !d.day(r, &end) {
		r.i = from
		n, ok := r.number()
		if !ok || r.oneOf("日号") == 0 || m.date.IsZero() {
			r.i = from
			if m.hour >= 0 && readClock(r, &end) { // 8:00-11:30
				return m
			}
			r.i = start
			return m
		}
		end.date = app.Date{Year: m.date.Year, Month: m.date.Month, Day: n}
		if !end.date.Valid() {
			r.i = start
			return m
		}
	}
	d.dayNote(r, &end)
	readClock(r, &end)
	r.limit(&end)
	end.start, end.startHour, end.startMinute = m.date, m.hour, m.minute
	if end.limit == limitNone {
		end.limit = limitUntil
	}
	if !m.date.IsZero() && end.date.Before(m.date) && end.date.Year <= m.date.Year && m.limit != limitFrom {
		if next := (app.Date{Year: end.date.Year + 1, Month: end.date.Month, Day: end.date.Day}); next.Valid() {
			end.date = next
		}
	}
	return end
}

// bareWeekday reads 周四 without 本 or 下.
func (r *reader) bareWeekday() (time.Weekday, bool) {
	start := r.i
	if r.word("周", "星期", "礼拜") != "" {
		if w, ok := r.weekday(); ok {
			return w, true
		}
	}
	r.i = start
	return 0, false
}

// recurring reads what comes back: 每月25日前, 每周五, 每天21时; the first day from the day received on counts.
func (d *dating) recurring(r *reader, m moment) (moment, bool) {
	m.recurring = true
	r.word("个")
	switch {
	case r.word("天", "日", "晚", "早", "班") != "":
		m.daily = true
		r.word("晚", "早")
		m.date = d.received
	case r.word("月") != "":
		m.date = d.received
		switch {
		case r.word("底", "末", "最后一天", "最后一个工作日") != "":
			m.date = lastOfMonth(d.received)
			if r.n[r.i-1] == '日' && !d.cal.IsWorkday(m.date) {
				m.date = d.cal.LastWorkdayBefore(m.date)
			}
		default:
			n, ok := r.number()
			if !ok || r.oneOf("日号") == 0 || n < 1 || n > 31 {
				return m, false
			}
			m.date = nextDayOfMonth(d.received, n)
		}
	case r.word("周", "星期") != "":
		w, ok := r.weekday()
		if !ok {
			return m, false
		}
		m.date = comingWeekday(d.received, w)
	case r.word("季度末", "季末") != "":
		m.date = lastOfQuarter(d.received)
	default:
		return m, false
	}
	readClock(r, &m)
	r.limit(&m)
	if m.hour >= 0 {
		m = d.period(r, m)
	}
	return m, true
}
