package notice

import (
	"time"

	"yidanqing/app"
)

// day reads a day: 2026年3月20日, 3月底, 周五, 明天, 年底, 2026-03-20.
func (d *dating) day(r *reader, m *moment) bool {
	start := r.i
	for _, read := range []func(*reader, *moment) bool{d.relativeDay, d.weekDay, d.monthDay, d.isoDay, d.endOf} {
		if read(r, m) {
			return true
		}
		r.i = start
	}
	return false
}

// relativeDay reads 今天, 明早, 后天 … A part of the day belongs to some of them.
func (d *dating) relativeDay(r *reader, m *moment) bool {
	start, days, part := r.i, 0, ""
	switch {
	case r.word("今天", "今日", "当天", "当日", "今儿", "本日") != "":
	case r.word("今晚", "当晚", "今夜") != "":
		part = "晚"
	case r.word("今早", "今晨") != "":
		part = "早"
	case r.word("今明两天", "今明两日") != "":
		days = 1
	case r.word("明天", "明日", "明儿", "次日") != "":
		days = 1
		if r.word("一大早", "一早") != "" {
			part = "早"
		}
	case r.word("明早", "明晨") != "":
		days, part = 1, "早"
	case r.word("明晚") != "":
		days, part = 1, "晚"
	case r.word("大后天") != "":
		days = 3
	case r.word("后天") != "":
		days = 2
	case r.at("今上午") || r.at("今下午") || r.at("明上午") || r.at("明下午"):
		if r.oneOf("今明") == '明' {
			days = 1
		}
	default:
		return false
	}
	if w := r.n[start]; w == '当' || w == '次' { // of a day that the text names elsewhere
		if !m.date.IsZero() {
			return false
		}
	}
	m.date, m.relative = d.received.AddDays(days), true
	if part != "" {
		m.part = part
		at := r.i
		if h, ok := r.number(); ok && h <= 24 && (r.at("点") || r.at("时") || r.at("時") || r.at("點") || r.at(":")) {
			r.i = at
			sub := moment{hour: -1}
			if readClock(r, &sub) {
				m.hour, m.minute = sub.hour, sub.minute
				if part == "晚" && m.hour < 12 {
					m.hour += 12
				}
				if part == "早" && m.hour >= 13 {
					m.hour -= 12
				}
			}
		} else {
			r.i = at
		}
	}
	return true
}

// weekday reads the day of the week after 周 or 星期.
func (r *reader) weekday() (time.Weekday, bool) {
	switch r.oneOf("一二三四五六日天末1234567") {
	case '一', '1':
		return time.Monday, true
	case '二', '2':
		return time.Tuesday, true
	case '三', '3':
		return time.Wednesday, true
	case '四', '4':
		return time.Thursday, true
	case '五', '5':
		return time.Friday, true
	case '六', '6':
		return time.Saturday, true
	case '日', '天', '末', '7':
		return time.Sunday, true
	}
	return 0, false
}

// weekDay reads 周五, 本周五, 下周一, 下下周三. A bare day is the next one from the day received on.
func (d *dating) weekDay(r *reader, m *moment) bool {
	start, weeks, bare := r.i, 0, false
	switch {
	case r.word("下下周", "下下星期") != "":
		weeks = 2
	case r.word("下周", "下个星期", "下星期", "下礼拜", "下个周", "下个礼拜") != "":
		weeks = 1
	case r.word("本周", "这周", "这个星期", "本星期", "这星期", "这个周", "这礼拜", "该周") != "":
	case r.word("周", "星期", "礼拜") != "":
		bare = true
	default:
		return false
	}
	if start > 0 && bare && (r.n[start-1] == '上' || r.n[start-1] == '每' || hanValue(r.n[start-1]) > 0 || digit(r.n[start-1]) || r.n[start-1] == '个') {
		return false
	}
	end := r.at("末")
	w, ok := r.weekday()
	if end { // the weekend: what is due before it is due on Friday
		if w = time.Saturday; r.at("前") || r.at("之前") {
			w = time.Friday
		}
	}
	switch {
	case ok && bare:
		m.date = comingWeekday(d.received, w)
	case ok:
		m.date = weekdayOfWeek(d.received, w, weeks)
	case !bare && (r.at("内") || r.at("前") || r.at("之内") || r.at("底")):
		r.word("底")
		m.date = weekdayOfWeek(d.received, time.Sunday, weeks)
	default:
		return false
	}
	return true
}

// monthDay reads 2026年3月20日, 3月底, 本月25日, 下月5日, 25日前; the year may be left out.
func (d *dating) monthDay(r *reader, m *moment) bool {
	year, hasYear := r.year()
	if !hasYear {
		switch r.word("今年", "本年", "当年", "明年") {
		case "明年":
			year, hasYear = d.received.Year+1, true
		case "":
		default:
			year, hasYear = d.received.Year, true
		}
	}
	r.oneOf(",")
	month, known := 0, false
	base := app.Date{}
	switch {
	case r.word("本月", "这个月", "当月", "该月") != "":
		base, known = d.received, true
	case r.word("下月", "下个月", "次月") != "":
		base, known = app.DateOf(time.Date(d.received.Year, d.received.Month+1, 1, 0, 0, 0, 0, time.UTC)), true
	default:
		n, ok := r.number()
		if !ok {
			return false
		}
		if !hasYear && r.oneOf("日号") != 0 { // 25日前: of this month or the next
			if n < 1 || n > 31 || !(r.at("前") || r.at("之前") || r.at("以前") || r.at("下班前") || r.at("上午") || r.at("下午") || r.at("上班") || r.at("晚") || r.at("截止") || r.at("止")) || r.at("前后") {
				return false
			}
			m.date = nextDayOfMonth(d.received, n)
			return true
		}
		if r.oneOf("月") == 0 || n < 1 || n > 12 {
			return false
		}
		month = n
	}
	if known {
		year, month, hasYear = base.Year, int(base.Month), true
	}
	return d.dayOfMonth(r, m, year, month, hasYear)
}

// dayOfMonth reads what follows the month: a day, 底, a third of it, or 份 and nothing.
func (d *dating) dayOfMonth(r *reader, m *moment, year, month int, hasYear bool) bool {
	r.word("份")
	day := 0
	switch {
	case r.word("底", "末", "月底", "下旬") != "":
		day = -1
		m.vague = r.n[r.i-1] == '旬'
	case r.word("中下旬") != "":
		day, m.vague = -1, true
	case r.word("上旬") != "":
		day, m.vague = 10, true
	case r.word("中旬", "上中旬") != "":
		day, m.vague = 20, true
	case r.word("初") != "":
		return false
	default:
		at := r.i
		if n, ok := r.number(); ok && n >= 1 && n <= 31 && (r.oneOf("日号") != 0 || r.at("前") || r.at("之前") || r.at("下班") || r.at("上午") || r.at("下午") || r.at("(") || r.at("至") || r.at("-") || r.at("~")) {
			day = n
			break
		}
		r.i = at
		day, m.vague = -1, true // the month alone
	}
	m.date = d.inYear(year, month, day, hasYear)
	return !m.date.IsZero()
}

// inYear makes a day; day -1 is the last of the month. A year left out is the one that puts the day next to the day
// received: this year, or the next where this year's day is past and the next one lies within six months.
func (d *dating) inYear(year, month, day int, hasYear bool) app.Date {
	of := func(y int) app.Date {
		if day < 0 {
			return lastOfMonth(app.Date{Year: y, Month: time.Month(month), Day: 1})
		}
		x := app.Date{Year: y, Month: time.Month(month), Day: day}
		if !x.Valid() {
			return app.Date{}
		}
		return x
	}
	if hasYear {
		return of(year)
	}
	x := of(d.received.Year)
	if x.IsZero() || !x.Before(d.received) {
		return x
	}
	if next := of(d.received.Year + 1); !next.IsZero() && d.received.DaysUntil(next) <= 183 {
		return next
	}
	return x
}

// isoDay reads 2026-03-20, 2026.3.20, 2026/3/20 and, before 前 or 下班, 3.20 or 3/20.
func (d *dating) isoDay(r *reader, m *moment) bool {
	start := r.i
	a, ok := r.number()
	if !ok || !digit(r.n[start]) {
		return false
	}
	sep := r.oneOf("-./")
	if sep == 0 || !digit(r.peek(0)) {
		return false
	}
	b, ok := r.number()
	if !ok {
		return false
	}
	if a >= 1949 && a <= 2100 && b >= 1 && b <= 12 {
		if r.oneOf(string(sep)) == 0 || !digit(r.peek(0)) {
			return false
		}
		c, ok := r.number()
		if !ok || c < 1 || c > 31 {
			return false
		}
		r.word("日")
		m.date = d.inYear(a, b, c, true)
		return !m.date.IsZero()
	}
	if sep == '-' || a < 1 || a > 12 || b < 1 || b > 31 || digit(r.peek(0)) {
		return false
	}
	if !(r.at("前") || r.at("之前") || r.at("日前") || r.at("下班前") || r.at("号前")) || r.at("前后") {
		return false
	}
	r.word("日", "号")
	m.date = d.inYear(0, a, b, false)
	return !m.date.IsZero()
}

// endOf reads 月底, 季度末, 年底, 上半年, 一季度末.
func (d *dating) endOf(r *reader, m *moment) bool {
	start := r.i
	if start > 0 && (r.n[start-1] == '每' || r.n[start-1] == '去' || r.n[start-1] == '上' && r.n[start] != '半') {
		return false
	}
	year := d.received.Year
	if y, ok := r.year(); ok {
		year = y
		r.i--
	} else if r.at("今年底") || r.at("今年末") || r.at("今年内") || r.at("本年底") {
		r.i++
	} else if r.at("明年底") || r.at("明年末") {
		r.i++
		year++
	}
	switch {
	case r.word("月底", "月末") != "":
		if start > 0 && (digit(r.n[start-1]) || hanValue(r.n[start-1]) >= 0) {
			return false
		}
		m.date = lastOfMonth(d.received)
	case r.word("年底", "年末", "年终", "年内") != "":
		if r.n[r.i-1] == '内' { // the limit is part of the word
			r.i--
		}
		m.date = app.Date{Year: year, Month: 12, Day: 31}
	case r.word("本季度末", "本季末", "季度末", "季末", "这个季度末", "本季度", "当季度末") != "":
		m.date = lastOfQuarter(d.received)
		m.vague = r.n[r.i-1] == '度'
	case r.word("下季度末") != "":
		m.date = lastOfQuarter(app.DateOf(time.Date(d.received.Year, d.received.Month+3, 1, 0, 0, 0, 0, time.UTC)))
	default:
		r.word("年")
		r.word("第")
		n, ok := r.number()
		if ok && n >= 1 && n <= 4 && r.word("季度末", "季末", "季度底") != "" {
			m.date = lastOfMonth(app.Date{Year: year, Month: time.Month(n * 3), Day: 1})
			return true
		}
		return false
	}
	return true
}
