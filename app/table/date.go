package table

import (
	"regexp"
	"strconv"
	"time"

	"yidanqing/app"
)

const dateForm = `((?:19|20)\d{2})\s*[年./\-]\s*(\d{1,2})\s*[月./\-]\s*(\d{1,2})\s*日?`

var (
	arabicDate  = regexp.MustCompile(dateForm)
	chineseDate = regexp.MustCompile(`([一二三四五六七八九〇○零Oo0]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿]{1,4})日`)
)

// Arabic writes the Chinese dates of s (二〇二六年三月一日) with digits, so that one pattern finds both.
func Arabic(s string) string {
	return chineseDate.ReplaceAllStringFunc(s, func(m string) string {
		p := chineseDate.FindStringSubmatch(m)
		return strconv.Itoa(Chinese(p[1])) + "年" + strconv.Itoa(Chinese(p[2])) + "月" + strconv.Itoa(Chinese(p[3])) + "日"
	})
}

// Date reads the first date in s: 2026年3月1日, 2026-03-01, 2026/3/1, 2026.3.1, 二〇二六年三月一日. The zero Date where there
// is none, or none that exists.
func Date(s string) app.Date {
	for _, m := range arabicDate.FindAllStringSubmatch(Arabic(Half(s)), -1) {
		if d := dateOf(m[1], m[2], m[3]); d.Valid() {
			return d
		}
	}
	return app.Date{}
}

func dateOf(y, m, d string) app.Date {
	year, _ := strconv.Atoi(y)
	month, _ := strconv.Atoi(m)
	day, _ := strconv.Atoi(d)
	return app.Date{Year: year, Month: time.Month(month), Day: day}
}
