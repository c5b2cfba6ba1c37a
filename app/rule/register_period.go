package rule

import (
	"fmt"
	"strconv"
	"strings"

	"yidanqing/app"
	"yidanqing/app/pattern"
	"yidanqing/app/table"
)

// normalizePeriods writes the times of inspections as from..to in months, those of meetings as months.
func (im *registerImport) normalizePeriods() {
	for i := range im.out.Entries {
		e := &im.out.Entries[i]
		if e.Period == "" {
			continue
		}
		var s string
		var ok bool
		if im.kind == app.RegisterMeeting {
			s, ok = monthList(e.Period)
		} else {
			s, ok = period(e.Period, im.year)
		}
		if !ok {
			im.odd[RegisterPeriod.Title()] = append(im.odd[RegisterPeriod.Title()], im.places[i])
			continue
		}
		e.Period = s
	}
}

var (
	plainSpan   = pattern.MustCompile(`^(\d{4})-(\d{1,2})(?:\.\.(\d{4})-(\d{1,2}))?$`)
	fromMonth   = pattern.MustCompile(`^(?:(\d{4})年)?(\d{1,2})月(?:\d{1,2}日)?(?:上旬|中旬|下旬|初|中|底|末|份)?(?:(?:至|到|~|-|—|－|–)+(?:(\d{4})年)?(\d{1,2})月(?:\d{1,2}日)?(?:上旬|中旬|下旬|初|中|底|末|份)?)?$`)
	bareMonth   = pattern.MustCompile(`^(?:(\d{4})年)?(\d{1,2})(?:至|到|~|-|—|－|–)+(\d{1,2})月(?:份)?$`)
	quarterForm = pattern.MustCompile(`^(?:(\d{4})年)?(?:第)?([一二三四1-4])季度$`)
)

// period reads when an inspection takes place: 2026-05..2026-06, 5月至6月, 2026年11月—2027年1月, 第二季度, 上半年, 全年. year stands
// in where the words name none; without any year the words stay as they are.
func period(s string, year int) (string, bool) {
	t := strings.ReplaceAll(table.Half(table.Line(s)), " ", "")
	span := func(y0, m0, y1, m1 int) (string, bool) {
		if y0 == 0 || m0 < 1 || m0 > 12 || m1 < 1 || m1 > 12 || y1 < y0 || y1 == y0 && m1 < m0 {
			return s, false
		}
		return fmt.Sprintf("%04d-%02d..%04d-%02d", y0, m0, y1, m1), true
	}
	num := func(v string, or int) int {
		if v == "" {
			return or
		}
		n, _ := strconv.Atoi(v) // digits only, by the pattern
		return n
	}
	if m := plainSpan.FindStringSubmatch(t); m != nil {
		return span(num(m[1], 0), num(m[2], 0), num(m[3], num(m[1], 0)), num(m[4], num(m[2], 0)))
	}
	if m := bareMonth.FindStringSubmatch(t); m != nil {
		y := num(m[1], year)
		return span(y, num(m[2], 0), y, num(m[3], 0))
	}
	if m := fromMonth.FindStringSubmatch(t); m != nil {
		y0, m0 := num(m[1], year), num(m[2], 0)
		m1 := num(m[4], m0)
		y1 := num(m[3], y0)
		if m[3] == "" && m1 < m0 { // 11月至1月 runs into the next year
			y1++
		}
		return span(y0, m0, y1, m1)
	}
	if m := quarterForm.FindStringSubmatch(t); m != nil {
		q := strings.Index("1234", m[2]) + 1
		if q == 0 {
			q = table.Chinese(m[2])
		}
		y := num(m[1], year)
		return span(y, 3*q-2, y, 3*q)
	}
	switch {
	case strings.Contains(t, "上半年"):
		return span(year, 1, year, 6)
	case strings.Contains(t, "下半年"):
		return span(year, 7, year, 12)
	case strings.Contains(t, "全年"), strings.Contains(t, "年内"), strings.Contains(t, "常年"):
		return span(year, 1, year, 12)
	}
	return s, false
}

var (
	monthMark = pattern.MustCompile(`^(?:\d{4}年)?((?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:月|月份)?(?:\d{1,2}日)?(?:上旬|中旬|下旬|初|底)?)$`)
	leadMonth = pattern.MustCompile(`^(\d{1,2}|[一二三四五六七八九十]{1,2})`)
	monthFrom = pattern.MustCompile(`^(?:\d{4}年)?(\d{1,2})月?[至到~\-—–－]+(\d{1,2})月?份?$`)
	yearMonth = pattern.MustCompile(`^\d{4}-(\d{1,2})$`)
)

// monthList reads the months of a meeting: 2; 1;4;7;10; 3月、9月; 3-4月; 2026年2月.
func monthList(s string) (string, bool) {
	t := strings.ReplaceAll(table.Half(table.Line(s)), " ", "")
	if !strings.ContainsAny(t, "0123456789") || quarterForm.MatchString(t) { // 第二季度, 上半年, 每月
		whole := strings.Replace(t, "每月", "全年", 1)
		if span, ok := period(whole, 2000); ok {
			return monthRange(int(span[5]-'0')*10+int(span[6]-'0'), int(span[14]-'0')*10+int(span[15]-'0')), true
		}
	}
	if m := monthFrom.FindStringSubmatch(t); m != nil && !yearMonth.MatchString(t) {
		a, _ := strconv.Atoi(m[1])
		b, _ := strconv.Atoi(m[2])
		if a < 1 || b > 12 || a > b {
			return s, false
		}
		return monthRange(a, b), true
	}
	var list []string
	for _, p := range strings.FieldsFunc(t, func(c rune) bool { return strings.ContainsRune(";、,和及/", c) }) {
		if m := yearMonth.FindStringSubmatch(p); m != nil {
			p = m[1]
		}
		m := monthMark.FindStringSubmatch(p)
		if m == nil {
			return s, false
		}
		lead := leadMonth.FindString(m[1])
		n := table.Chinese(lead)
		if lead[0] <= '9' {
			n, _ = strconv.Atoi(lead)
		}
		if n < 1 || n > 12 {
			return s, false
		}
		list = append(list, fmt.Sprint(n))
	}
	return strings.Join(list, ";"), len(list) > 0
}

func monthRange(from, to int) string {
	var list []string
	for ; from <= to; from++ {
		list = append(list, fmt.Sprint(from))
	}
	return strings.Join(list, ";")
}
