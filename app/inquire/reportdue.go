package inquire

import (
	"context"
	"fmt"

	"yidanqing/app"
)

// PrefReported is the preference of this machine that names the last month whose report was written when it was due: 2026-11.
// The report changes nothing in the ledger, so the ledger cannot tell.
const PrefReported = "report.month"

// Key names the month of a period as PrefReported holds it: 2026-11.
func (p Period) Key() string { return p.From.String()[:len("2026-11")] }

// ReportDue tells of which month a report is to be written about now, and until when: of this month within its last five
// workdays, of the month before until the 5th.
func (s *Service) ReportDue() (month Period, until app.Date, due bool) {
	today := app.DateOf(s.Now())
	month = MonthOf(today)
	if today.Day <= reportBy {
		return month.MonthBefore(), app.Date{Year: today.Year, Month: today.Month, Day: reportBy}, true
	}
	return month, month.To, s.Calendar.WorkdaysBetween(today, month.To) < loadDays
}

// reportTask is the line for the month's report while it is due and has not been written. A village writes none, and of a
// month before the first notice there is nothing to be told.
func (s *Service) reportTask(ctx context.Context, today app.Date) (Task, bool, error) {
	month, until, due := s.ReportDue()
	if !due {
		return Task{}, false, nil
	}
	since, err := s.Reader.FirstEntry(ctx)
	if err != nil || since.IsZero() || month.To.Before(since) {
		return Task{}, false, err
	}
	settings, err := s.Reader.Settings(ctx)
	if err != nil || settings.Office.Grassroots() {
		return Task{}, false, err
	}
	made, err := s.Reader.Preference(ctx, PrefReported)
	if err != nil || made == month.Key() {
		return Task{}, false, err
	}
	t := Task{Title: fmt.Sprintf("%d 月减负监测报告", int(month.From.Month)), Why: "每月一份，可自动生成", Due: s.due(today, until, ""),
		Action: Action{Kind: ActionReport, Title: ActionReport.Title()}}
	if t.Due.Kind == DueLater { // an office sets this day for itself: told as a day, not counted down
		t.Due.Words = monthDay(until)
	}
	return t, true, nil
}
