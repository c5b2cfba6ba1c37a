package duty

import (
	"testing"
	"time"

	"yidanqing/app"
)

func day(m time.Month, d int) app.Date { return app.Date{Year: 2026, Month: m, Day: d} }

func version(title string, from, to app.Date) app.DutyList {
	return app.DutyList{Source: app.Source{Title: title, From: from, To: to}}
}

func TestInForce(t *testing.T) {
	lists := []app.DutyList{
		version("2026年版", day(3, 1), app.Date{}),
		version("2024年版", app.Date{Year: 2024, Month: 5, Day: 1}, app.Date{}),
		version("试行", day(5, 1), day(5, 31)),
		{Source: app.Source{Title: "未写施行日", Date: day(9, 1)}},
	}
	for _, c := range []struct {
		day  app.Date
		want string
	}{
		{app.Date{Year: 2024, Month: 4, Day: 30}, ""},
		{app.Date{Year: 2024, Month: 5, Day: 1}, "2024年版"},
		{day(2, 28), "2024年版"}, {day(3, 1), "2026年版"}, {day(5, 1), "试行"}, {day(5, 31), "试行"}, {day(6, 1), "2026年版"},
		{day(8, 31), "2026年版"}, {day(9, 1), "未写施行日"},
	} {
		got := ""
		if l := InForce(lists, c.day); l != nil {
			got = l.Source.Title
		}
		if got != c.want {
			t.Errorf("InForce(%s) = %q, want %q", c.day, got, c.want)
		}
	}
	if l := Upcoming(lists, app.Date{Year: 2024, Month: 1, Day: 1}); l == nil || l.Source.Title != "2024年版" {
		t.Errorf("Upcoming = %+v", l)
	}
	if l := Upcoming(lists, day(12, 1)); l != nil {
		t.Errorf("Upcoming = %+v", l)
	}
	if got := Versions(lists); got[0].Source.Title != "未写施行日" || got[3].Source.Title != "2024年版" || lists[0].Source.Title != "2026年版" {
		t.Errorf("Versions = %+v", got)
	}
}

func TestInForceOfEqualsTheLastGiven(t *testing.T) {
	lists := []app.DutyList{version("甲", app.Date{}, app.Date{}), version("乙", app.Date{}, app.Date{})}
	if l := InForce(lists, day(1, 1)); l.Source.Title != "乙" {
		t.Errorf("got %s", l.Source.Title)
	}
}

func TestReplaced(t *testing.T) {
	lists := []app.DutyList{version("2024年版", app.Date{Year: 2024, Month: 5, Day: 1}, app.Date{})}
	old, until := Replaced(lists, app.Source{From: day(3, 1)})
	if old != &lists[0] || until != day(2, 28) {
		t.Errorf("old %+v until %s", old, until)
	}
	if old, _ := Replaced(lists, app.Source{}); old != nil {
		t.Error("a list without a day replaces nothing by itself")
	}
	if old, _ := Replaced(nil, app.Source{From: day(3, 1)}); old != nil {
		t.Error("nothing to replace")
	}
}
