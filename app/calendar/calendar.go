// Package calendar counts workdays (工作日) by the State Council's yearly arrangement of holidays and make-up workdays.
package calendar

import (
	"bufio"
	"bytes"
	"strconv"
	"strings"
	"time"

	"yidanqing/app"
)

// Calendar knows which days are worked. The zero Calendar and a nil one know Monday to Friday only.
type Calendar struct {
	days  map[app.Date]day
	years map[int]Year
}

type day struct {
	work bool
	name string
}

// Year is what is known of a year's arrangement (放假安排).
type Year struct {
	// Arranged is set where the State Council has announced holidays and make-up workdays (调休); otherwise only the
	// statutory days are known and workdays near holidays may move.
	Arranged bool
	Source   string // title and date of the announcement
}

// Parse reads holiday files. Each is UTF-8 text, a fact a line:
//
//	source 国务院办公厅关于2026年部分节假日安排的通知，2025年11月4日公布
//	year 2026 arranged              (or: statutory, where make-up workdays are not announced yet)
//	off  2026-05-01..2026-05-05 劳动节
//	work 2026-05-09
//
// Lines that are empty or begin with # are skipped. A line that is none of these is an error with code invalid that
// names file and line, both counted from 1. A later file speaks over an earlier one on the same day.
func Parse(files ...[]byte) (*Calendar, error) {
	c := &Calendar{days: map[app.Date]day{}, years: map[int]Year{}}
	for k, data := range files {
		source := ""
		lines := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
		for n := 1; lines.Scan(); n++ {
			line := strings.TrimSpace(lines.Text())
			if line == "" || line[0] == '#' {
				continue
			}
			word, rest, _ := strings.Cut(line, " ")
			rest = strings.TrimSpace(rest)
			ok := false
			switch word {
			case "source":
				source, ok = rest, rest != ""
			case "year":
				ok = c.addYear(rest, source)
			case "off":
				ok = c.addDays(rest, false)
			case "work":
				ok = c.addDays(rest, true)
			}
			if !ok {
				return nil, app.Errorf(app.CodeInvalid, "放假安排第%d个文件第%d行“%s”读不懂，原有安排未变。请按“off 2026-05-01..2026-05-05 劳动节”的写法改正后重试。", k+1, n, clip(line))
			}
		}
		if err := lines.Err(); err != nil {
			return nil, app.WrapError(app.CodeInvalid, err, "放假安排第%d个文件有过长的行，原有安排未变。请检查文件后重试。", k+1)
		}
	}
	return c, nil
}

func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

func (c *Calendar) addYear(s, source string) bool {
	f := strings.Fields(s)
	if len(f) != 2 || f[1] != "arranged" && f[1] != "statutory" {
		return false
	}
	y, err := strconv.Atoi(f[0])
	if err != nil || y < 1949 || y > 9999 {
		return false
	}
	c.years[y] = Year{Arranged: f[1] == "arranged", Source: source}
	return true
}

// maxRun is the longest run of days that one line may name: no holiday is longer.
const maxRun = 31

func (c *Calendar) addDays(s string, work bool) bool {
	span, name, _ := strings.Cut(s, " ")
	first, last, isRun := strings.Cut(span, "..")
	from, err := app.ParseDate(first)
	if err != nil {
		return false
	}
	to := from
	if isRun {
		if to, err = app.ParseDate(last); err != nil {
			return false
		}
	}
	n := from.DaysUntil(to)
	if n < 0 || n >= maxRun {
		return false
	}
	for i := 0; i <= n; i++ {
		c.days[from.AddDays(i)] = day{work: work, name: strings.TrimSpace(name)}
	}
	return true
}

// Known tells whether the year's holidays and make-up workdays have been announced. Where it is false, workdays are
// counted by the statutory days that are known, and a page should say 调休未公布.
func (c *Calendar) Known(year int) bool { return c != nil && c.years[year].Arranged }

// YearInfo gives what is known of a year; false where no file names it.
func (c *Calendar) YearInfo(year int) (Year, bool) {
	if c == nil {
		return Year{}, false
	}
	y, ok := c.years[year]
	return y, ok
}

// Holiday is the name of the holiday that d belongs to (劳动节), or empty.
func (c *Calendar) Holiday(d app.Date) string {
	if c == nil {
		return ""
	}
	if k, ok := c.days[d]; ok && !k.work {
		return k.name
	}
	return ""
}

// IsWorkday tells whether offices work on day d.
func (c *Calendar) IsWorkday(d app.Date) bool {
	if c != nil {
		if k, ok := c.days[d]; ok {
			return k.work
		}
	}
	w := d.Weekday()
	return w != time.Saturday && w != time.Sunday
}

// maxCount bounds the days that are walked, so that a mistyped number cannot hold the program: about 27 years.
const maxCount = 10000

// AddWorkdays is the n-th workday after d: the next workday is the first. For n below 1 it is d itself. n is taken
// as 7000 where it is larger.
func (c *Calendar) AddWorkdays(d app.Date, n int) app.Date {
	n = min(n, maxCount*7/10)
	for n > 0 {
		d = d.AddDays(1)
		if c.IsWorkday(d) {
			n--
		}
	}
	return d
}

// WorkdaysBetween counts the workdays after from up to and including to; 0 where to is not later. Spans of more than
// about 27 years are counted up to that length.
func (c *Calendar) WorkdaysBetween(from, to app.Date) (n int) {
	for i := 0; i < maxCount && from.Before(to); i++ {
		from = from.AddDays(1)
		if c.IsWorkday(from) {
			n++
		}
	}
	return n
}

// LastWorkdayBefore is the last workday earlier than d.
func (c *Calendar) LastWorkdayBefore(d app.Date) app.Date {
	for i := 0; i < 60; i++ {
		d = d.AddDays(-1)
		if c.IsWorkday(d) {
			break
		}
	}
	return d
}
