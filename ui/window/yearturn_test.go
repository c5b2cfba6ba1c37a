package window_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app/inquire"
)

// TestTheYearBegins sees the banner on every page until it has been seen to, and not again at the next start.
func TestTheYearBegins(t *testing.T) {
	f := newFakeOffice()
	f.turn = &inquire.YearTurn{Year: 2027, Carried: 12, Registers: []string{"年度会议计划"}}
	b := openWindow(t, f, 1366, 696)
	for _, page := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key4} {
		b.press(page)
		b.sees("上年没有办结的 12 项转入本年", "年度会议计划还没有本年的", "知道了")
	}
	b.tap("看转入的")
	b.sees("待反馈")
	b.shot("15-year-light")
	b.tap("知道了")
	b.lacks("上年没有办结的")
	again := openWindow(t, f, 1366, 696)
	again.lacks("上年没有办结的")
	f.turn = &inquire.YearTurn{Year: 2028, Holidays: true}
	next := openWindow(t, f, 1366, 696)
	next.sees("还没有 2028 年的放假调休安排")
	next.lacks("看转入的")
}
