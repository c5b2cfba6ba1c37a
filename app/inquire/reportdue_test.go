package inquire_test

import (
	"context"
	"testing"
	"time"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/ledger/ledgertest"
)

// reporting is a ledger with a first day and a report that may have been written.
type reporting struct {
	reader
	first  app.Date
	made   string
	office app.OfficeType
}

func (r reporting) FirstEntry(context.Context) (app.Date, error) { return r.first, nil }
func (r reporting) Preference(_ context.Context, key string) (string, error) {
	return map[string]string{inquire.PrefReported: r.made}[key], nil
}
func (r reporting) Settings(context.Context) (ledger.Settings, error) {
	return ledger.Settings{Office: app.Office{Type: r.office}}, nil
}

// TestTheReportOfTheMonthIsATask: within the last five workdays of the month and the first five days of the next, until it
// has been written; never for a village, nor for a month before the first notice.
func TestTheReportOfTheMonthIsATask(t *testing.T) {
	first := day("2026-10-12")
	for _, c := range []struct {
		name, today, made string
		first             app.Date
		office            app.OfficeType
		want              string
	}{
		{"six workdays before its end", "2026-11-23", "", first, app.Township, ""},
		{"five workdays before its end", "2026-11-24", "", first, app.Township, "11 月减负监测报告 11-30 生成月报"},
		{"the last day", "2026-11-30", "", first, app.Township, "11 月减负监测报告 今天 生成月报"},
		{"the month before, until the fifth", "2026-12-01", "", first, app.Township, "11 月减负监测报告 12-05 生成月报"},
		{"the fifth", "2026-12-05", "", first, app.Township, "11 月减负监测报告 今天 生成月报"},
		{"after the fifth", "2026-12-06", "", first, app.Township, ""},
		{"written", "2026-11-25", "2026-11", first, app.Township, ""},
		{"the one before was written", "2026-11-25", "2026-10", first, app.Township, "11 月减负监测报告 11-30 生成月报"},
		{"of a year before", "2027-01-02", "", first, app.Subdistrict, "12 月减负监测报告 剩 2 天 生成月报"},
		{"no notice yet", "2026-11-25", "", app.Date{}, app.Township, ""},
		{"begun after that month", "2026-11-03", "", day("2026-11-02"), app.Township, ""},
		{"a village", "2026-11-25", "", first, app.Village, ""},
	} {
		now := day(c.today).Time().Add(9 * time.Hour)
		s := &inquire.Service{Reader: reporting{reader{Ledger: ledgertest.New(now)}, c.first, c.made, c.office}, Calendar: weekdays{}, Now: func() time.Time { return now }}
		tasks, err := s.Tasks(t.Context())
		if err != nil {
			t.Fatal(c.name, err)
		}
		got := ""
		for _, x := range tasks.Mine {
			got += x.Title + " " + x.Due.Words + " " + x.Action.Title
			if x.Notice != "" {
				t.Errorf("%s: the report names a notice: %+v", c.name, x)
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
