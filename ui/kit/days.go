package kit

import (
	"fmt"
	"time"

	"yidanqing/app"
)

// DayWord is a day as lists write it: 今天, 昨天, 明天, 11-24, and with the year where it is another one.
func DayWord(d, today app.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d == today:
		return "今天"
	case d == today.AddDays(-1):
		return "昨天"
	case d == today.AddDays(1):
		return "明天"
	case d.Year != today.Year:
		return d.String()
	}
	return fmt.Sprintf("%02d-%02d", int(d.Month), d.Day)
}

// MomentWord is a moment as lists write it: 今天 08:31, 昨天 16:20, 11-20.
func MomentWord(t time.Time, now time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(now.Location())
	day, today := app.DateOf(t), app.DateOf(now)
	if day == today || day == today.AddDays(-1) {
		return DayWord(day, today) + " " + t.Format("15:04")
	}
	return DayWord(day, today)
}

// StampWord is a moment with its time, for the time line: 11-24 09:41.
func StampWord(t time.Time, now time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(now.Location())
	if t.Year() != now.Year() {
		return t.Format("2006-01-02 15:04")
	}
	return t.Format("01-02 15:04")
}
