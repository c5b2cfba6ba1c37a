package app

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Side tells which day is meant where a clerk writes one without a year.
type Side int

const (
	SidePast Side = iota // the last such day up to now: when something took place
	SideNear             // the nearest such day: a deadline, a meeting
)

var moment = regexp.MustCompile(`^(?:(?:(\d{4})[-年./])?(\d{1,2})[-月./](\d{1,2})日?)?\s*(?:(\d{1,2})[:：时](\d{2})分?)?$`)

// ParseMoment reads a day and hour as a clerk writes them: 11-24 10:35, 2026-11-24, 12月4日17:00, 10:35. A day that is not
// written is today; the hour is HH:MM, or empty where none is written. CodeInvalid if it cannot be read.
func ParseMoment(words string, now time.Time, side Side) (day Date, hour string, err error) {
	words = strings.TrimSpace(words)
	m := moment.FindStringSubmatch(words)
	if m == nil || words == "" {
		return Date{}, "", Errorf(CodeInvalid, "时间“%s”读不出来。请写成 11-24 10:35 这样。", words)
	}
	today := DateOf(now)
	if day = today; m[2] != "" {
		month, _ := strconv.Atoi(m[2])
		of, _ := strconv.Atoi(m[3])
		day = Date{Year: today.Year, Month: time.Month(month), Day: of}
		if year, err := strconv.Atoi(m[1]); err == nil {
			day.Year = year
		} else {
			day = day.inYear(today, side)
		}
	}
	if m[4] != "" {
		hour = fmt.Sprintf("%02s:%s", m[4], m[5])
		if _, err := time.Parse("15:04", hour); err != nil {
			day = Date{}
		}
	}
	if !day.Valid() {
		return Date{}, "", Errorf(CodeInvalid, "没有“%s”这个时间。请写成 11-24 10:35 这样。", words)
	}
	return day, hour, nil
}

// inYear puts a day that was written without a year into the year that is meant.
func (d Date) inYear(today Date, side Side) Date {
	if side == SidePast {
		if today.Before(d) {
			d.Year--
		}
		return d
	}
	best := d
	for _, year := range []int{today.Year - 1, today.Year + 1} {
		other := Date{Year: year, Month: d.Month, Day: d.Day}
		if abs(today.DaysUntil(other)) < abs(today.DaysUntil(best)) {
			best = other
		}
	}
	return best
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
