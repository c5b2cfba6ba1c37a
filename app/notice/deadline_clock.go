package notice

import (
	"strings"
)

// readClock reads a time of the day: 上午10时, 17:00, 下午4点半, 晚8点, 下班.
func readClock(r *reader, m *moment) bool {
	start := r.i
	part := r.word("上午", "下午", "中午", "晚上", "早上", "早晨", "凌晨", "傍晚", "夜里", "夜间", "晚间", "午后", "晚", "早")
	if r.word("下班", "收班") != "" {
		m.part = "下班"
		if part == "上午" {
			m.part = "上午"
		}
		return true
	}
	if r.word("上班") != "" {
		m.part = "上班"
		return true
	}
	from := r.i
	h, ok := r.number()
	if ok && h <= 24 {
		minute, isTime := 0, true
		switch {
		case r.peek(0) == ':' && digit(r.peek(1)) && digit(r.peek(2)) && !digit(r.peek(3)):
			minute = int(r.peek(1)-'0')*10 + int(r.peek(2)-'0')
			r.i += 3
			r.word("分", "时", "時")
		case r.oneOf("点點时時") != 0:
			switch {
			case r.word("半") != "":
				minute = 30
			case r.word("整", "钟", "许") != "":
			default:
				at := r.i
				if k, ok := r.number(); ok && k < 60 && (r.oneOf("分") != 0 || r.n[r.i-1] != '十' && r.peek(0) != '个') {
					minute = k
				} else {
					r.i = at
				}
			}
		default:
			isTime = false
		}
		if isTime && minute < 60 {
			if strings.ContainsRune("间候段期效限常刻而节代长机", r.peek(0)) && r.peek(0) != 0 { // 第一时间, 有时候
				r.i = start
				return false
			}
			m.hour, m.minute, m.part = afterNoon(h, part), minute, partName(part)
			return true
		}
	}
	r.i = from
	if part == "" || part == "早" && from == start {
		r.i = start
		return false
	}
	m.part = partName(part)
	return m.part != ""
}

func partName(s string) string {
	switch s {
	case "晚上", "夜里", "夜间", "晚间", "傍晚":
		return "晚"
	case "早上", "早晨":
		return "早"
	case "午后":
		return "下午"
	}
	return s
}

// afterNoon is the hour of 24: 下午4点 is 16, 晚8点 20, and 4点 without more 16, since offices are closed at 4.
func afterNoon(h int, part string) int {
	switch partName(part) {
	case "下午", "晚":
		if h < 12 {
			return h + 12
		}
	case "中午":
		if h < 6 {
			return h + 12
		}
	case "":
		if h >= 1 && h <= 6 {
			return h + 12
		}
	}
	return h
}
