package alert_test

import (
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/alert"
)

func day(s string) app.Date {
	d, err := app.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// asked is a demand for a list of ponds, by a department on a day.
func asked(id, department, received string) alert.Demand {
	return alert.Demand{ID: id, Department: department, Text: "请组织网格员把辖区水库、塘坝逐处走到，列出危险水域清单（位置、水深、有无警示牌）", Entry: "cooperate防溺水工作",
		Received: day(received), Open: true}
}

func codes(list []alert.Alert) string {
	var out []string
	for _, a := range list {
		out = append(out, a.Code+"("+strings.Join(a.Related, " ")+")")
	}
	return strings.Join(out, " ")
}

func TestThirtyDays(t *testing.T) {
	w := newKit(t).watch
	for received, want := range map[string]string{"2026-05-31": "MULTI_HEADED(a)", "2026-05-30": "MULTI_HEADED(a)", "2026-05-01": "MULTI_HEADED(a)", "2026-06-01": "", "2026-04-30": ""} {
		past := asked("a", "县教体局", "2026-05-01")
		if got := codes(w.Find([]alert.Demand{past}, asked("b", "县水利局", received), 0)); got != want {
			t.Errorf("received %s: %q, want %q", received, got, want)
		}
	}
}

func TestASubunitIsItsDepartment(t *testing.T) {
	w := newKit(t).watch
	for _, c := range []struct{ first, second, want string }{
		{"清河县农业农村局", "县农业农村局畜牧站", "REPEATED(a)"}, {"县人社局", "县劳动监察大队", "REPEATED(a)"}, {"县水利局", "清河县水利局河湖股", "REPEATED(a)"},
		{"县甲乙丙指挥所", "县甲乙丙指挥所综合组", "REPEATED(a)"}, {"县水利局", "县教体局", "MULTI_HEADED(a)"}, {"县水利局", "", ""},
	} {
		if got := codes(w.Find([]alert.Demand{asked("a", c.first, "2026-05-01")}, asked("b", c.second, "2026-05-10"), 0)); got != c.want {
			t.Errorf("%s and %s: %q, want %q", c.first, c.second, got, c.want)
		}
	}
}

func TestRemindersCorrectionsAndStagesRepeatNothing(t *testing.T) {
	w := newKit(t).watch
	past := asked("a", "县水利局", "2026-05-01")
	past.Deadline = day("2026-05-12")
	for _, words := range []string{"提醒一下，1号发的通知，12日截止，还没报的抓紧。", "5月1日布置的危险水域清单，尚未报送的请抓紧", "报送时间更正为5月20日前，其余不变",
		"清水函〔2026〕22号中的时间调整为5月20日", "现开展第二轮排查", "危险水域清单已收齐，下一步请设置警示牌", "请对上次排查漏报的塘坝补报"} {
		d := asked("b", "县水利局", "2026-05-10")
		d.Notice = words
		if got := codes(w.Find([]alert.Demand{past}, d, 0)); got != "" {
			t.Errorf("%s: %s", words, got)
		}
	}
	d := asked("b", "县水利局", "2026-05-10")
	d.Notice = "清水函〔2026〕22号\n关于排查危险水域的函\n请抓紧列出清单"
	if got := codes(w.Find([]alert.Demand{past}, d, 0)); got != "REPEATED(a)" {
		t.Errorf("its own number is taken for an earlier one's: %q", got)
	}
}

func TestTheDemandItselfIsNoRepetition(t *testing.T) {
	w := newKit(t).watch
	d := asked("a", "县水利局", "2026-05-10")
	if got := codes(w.Find([]alert.Demand{d, asked("later", "县教体局", "2026-05-11")}, d, 0)); got != "" {
		t.Error(got)
	}
}

// due is an open demand that must be done by a day.
func due(id, deadline string) alert.Demand {
	return alert.Demand{ID: id, Department: "县某局" + id, Text: id, Received: day("2026-05-04"), Deadline: day(deadline), Open: true}
}

// TestOverload: 2026-05-09 is a make-up workday, 05-25 a Monday.
func TestOverload(t *testing.T) {
	w := newKit(t).watch
	past := []alert.Demand{due("a", "2026-05-21"), due("b", "2026-05-22"), due("c", "2026-05-24"), due("d", "2026-05-26"), due("e", "2026-05-27"), due("f", "2026-05-29")}
	find := func(past []alert.Demand, deadline string, limit int) string {
		d := due("new", deadline)
		d.Received = day("2026-05-18")
		return codes(w.Find(past, d, limit))
	}
	for _, c := range []struct {
		deadline string
		limit    int
		want     string
	}{
		{"2026-05-22", 5, "OVERLOAD(a b c d e)"}, // a Sunday counts as the Friday before
		{"2026-05-22", 6, ""}, {"2026-05-29", 3, "OVERLOAD(d e f)"}, {"2026-05-29", 4, ""}, {"2026-06-30", 1, ""}, {"2026-05-22", 0, ""}, {"2026-05-15", 1, ""},
	} {
		if got := find(past, c.deadline, c.limit); got != c.want {
			t.Errorf("%s, limit %d: %q, want %q", c.deadline, c.limit, got, c.want)
		}
	}
	done := append([]alert.Demand(nil), past...)
	done[0].Open = false
	done[1].Deadline = app.Date{}
	if got := find(done, "2026-05-22", 5); got != "" {
		t.Errorf("done and undated ones count: %s", got)
	}
	reminder := due("r", "2026-05-22")
	reminder.Department, reminder.Notice, reminder.Received = "县某局b", "提醒：4日发的通知22日截止，还没报的抓紧", day("2026-05-15")
	if got := find(append(past, reminder), "2026-05-22", 6); got != "" {
		t.Errorf("a reminder counts twice: %s", got)
	}
	holiday := []alert.Demand{due("x", "2026-05-08"), due("y", "2026-05-09")}
	d := due("new", "2026-05-14")
	if got := codes(w.Find(holiday, d, 1)); got != "OVERLOAD(y)" { // 05-09, 11, 12, 13, 14
		t.Errorf("make-up workday: %q", got)
	}
}

func TestFindingIsToldAndNeverPrinted(t *testing.T) {
	a := alert.Alert{Code: alert.MultiHeaded, Reason: "县教体局 04-27 已要求同一事项", Related: []string{"a", "b", "c", "d"}}
	f := a.Finding(func(id string) string { return "2026年第" + id + "号" })
	if f.Title != "多头部署" || f.Basis != "县教体局 04-27 已要求同一事项（2026年第a号、2026年第b号、2026年第c号等 4 件）" || f.Role.Place() != "不印在单上" ||
		f.Severity != app.SeverityWarn || f.Evidence == nil {
		t.Errorf("%+v", f)
	}
}

// BenchmarkFind compares a demand with 500 earlier ones of a month.
func BenchmarkFind(b *testing.B) {
	k := newKit(b)
	past, earlier, _ := k.read(b, "../judge/testdata/history/liuhe/history.jsonl")
	_, fresh, _ := k.read(b, "../judge/testdata/history/liuhe/cases.jsonl")
	var history []alert.Demand
	for i := 0; len(history) < 500; i++ {
		for _, d := range earlier[past[i%len(past)].ID] {
			d.Open = true
			history = append(history, d)
		}
	}
	for b.Loop() {
		for _, d := range fresh["n05"] {
			k.watch.Find(history, d, 5)
		}
	}
}
