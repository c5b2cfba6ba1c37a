package app_test

import (
	"testing"
	"time"

	"yidanqing/app"
)

func TestParseMoment(t *testing.T) {
	now := time.Date(2026, 3, 5, 9, 52, 0, 0, time.Local)
	for _, c := range []struct {
		words string
		side  app.Side
		want  string
	}{
		{"03-04 10:35", app.SidePast, "2026-03-04 10:35"},
		{" 3月4日 9时05分", app.SidePast, "2026-03-04 09:05"},
		{"10:35", app.SidePast, "2026-03-05 10:35"},
		{"11-24", app.SidePast, "2025-11-24 "},
		{"11-24", app.SideNear, "2025-11-24 "}, // 101 days back, 264 ahead
		{"08-20 17:00", app.SideNear, "2026-08-20 17:00"},
		{"3月10日", app.SideNear, "2026-03-10 "},
		{"2026-01-31 8：00", app.SideNear, "2026-01-31 08:00"},
		{"2027.1.4", app.SidePast, "2027-01-04 "},
		{"昨天", app.SidePast, ""}, {"", app.SidePast, ""}, {"13-40", app.SideNear, ""}, {"03-04 25:00", app.SidePast, ""}, {"02-30", app.SideNear, ""},
	} {
		d, hour, err := app.ParseMoment(c.words, now, c.side)
		got := ""
		if err == nil {
			got = d.String() + " " + hour
		} else if app.ErrorCode(err) != app.CodeInvalid {
			t.Errorf("%q: %v", c.words, err)
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.words, got, c.want)
		}
	}
	late := time.Date(2026, 11, 24, 9, 0, 0, 0, time.Local)
	if d, _, err := app.ParseMoment("1-15", late, app.SideNear); err != nil || d.Year != 2027 {
		t.Errorf("a deadline after the turn of the year: %s, %v", d, err)
	}
}
