package inquire

import (
	"fmt"
	"testing"

	"yidanqing/app"
)

func date(t *testing.T, s string) app.Date {
	t.Helper()
	d, err := app.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPeriods(t *testing.T) {
	day := func(s string) app.Date { return date(t, s) }
	for _, c := range []struct{ from, to, year, month, title string }{
		{"2026-11-01", "2026-11-24", "2025-11-01 2025-11-24", "2026-10-01 2026-10-24", "2026年11月（至24日）"},
		{"2026-11-01", "2026-11-30", "2025-11-01 2025-11-30", "2026-10-01 2026-10-31", "2026年11月"},
		{"2026-03-01", "2026-03-30", "2025-03-01 2025-03-30", "2026-02-01 2026-02-28", "2026年3月（至30日）"},
		{"2024-02-01", "2024-02-29", "2023-02-01 2023-02-28", "2024-01-01 2024-01-31", "2024年2月"},
		{"2026-01-01", "2026-01-31", "2025-01-01 2025-01-31", "2025-12-01 2025-12-31", "2026年1月"},
	} {
		p := Period{From: day(c.from), To: day(c.to)}
		show := func(p Period) string { return fmt.Sprint(p.From, " ", p.To) }
		if show(p.YearBefore()) != c.year || show(p.MonthBefore()) != c.month || p.Title() != c.title {
			t.Errorf("%s: %s, %s, %s", show(p), show(p.YearBefore()), show(p.MonthBefore()), p.Title())
		}
	}
}

// TestPercentagesNeedEnough shows that a percentage needs twenty items on both sides and twelve months, and a difference
// a period that is wholly on record.
func TestPercentagesNeedEnough(t *testing.T) {
	day := func(s string) app.Date { return date(t, s) }
	month := Period{From: day("2025-11-01"), To: day("2025-11-30")}
	for _, c := range []struct {
		now, then int
		since, to string
		want      string
	}{
		{44, 52, "2025-10-09", "2026-11-30", "下降15%"}, {52, 44, "2025-10-09", "2026-11-30", "上升18%"}, {19, 52, "2025-10-09", "2026-11-30", "少33次"},
		{44, 19, "2025-10-09", "2026-11-30", "多25次"}, {30, 30, "2025-10-09", "2026-11-30", "持平"}, {44, 52, "2025-11-06", "2026-11-04", "少8次"},
		{44, 52, "2025-11-06", "2026-11-05", "下降15%"}, {44, 52, "2025-11-08", "2026-11-30", "—"}, {44, 0, "2026-03-01", "2026-11-30", "—"},
		{200, 201, "2025-10-09", "2026-11-30", "少1次"},
	} {
		if got := changeOf(c.now, c.then, month, day(c.since), day(c.to)).Words("次"); got != c.want {
			t.Errorf("%d after %d since %s: %s, want %s", c.now, c.then, c.since, got, c.want)
		}
	}
}
