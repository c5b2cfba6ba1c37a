package inquire

import (
	"fmt"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// horizon is how many workdays ahead a day is told as 剩 n 天; later ones as a date.
const horizon = 10

// Due says in words when a day and hour runs out, seen from today: 逾期 1 天, 今天 17:00, 明天 09:00, 剩 3 天 (workdays), 12-05.
func (s *Service) Due(d app.Date, hour string) Due { return s.due(app.DateOf(s.Now()), d, hour) }

func (s *Service) due(today, d app.Date, hour string) Due {
	if d.IsZero() {
		return Due{Words: "未写明"}
	}
	due := Due{Date: d, Time: hour}
	switch days := today.DaysUntil(d); {
	case days < 0:
		due.Kind, due.Words = DueLate, fmt.Sprintf("逾期 %d 天", -days)
	case days == 0 && hour != "" && hour < s.Now().Format("15:04"):
		due.Kind, due.Words = DueLate, "今天 "+hour+" 已过"
	case days == 0:
		due.Kind, due.Words = DueToday, spaced("今天", hour)
	case days == 1:
		due.Kind, due.Words = DueSoon, spaced("明天", hour)
	default:
		due.Kind, due.Words = s.ahead(today, d)
	}
	return due
}

func (s *Service) ahead(today, d app.Date) (DueKind, string) {
	for n := 1; n <= horizon; n++ {
		if day := s.Calendar.AddWorkdays(today, n); !day.Before(d) {
			if d.Before(day) { // a day of rest: the work must be done on the workday before
				n--
			}
			if n <= 2 {
				return DueSoon, fmt.Sprintf("剩 %d 天", max(n, 1))
			}
			return DueLater, fmt.Sprintf("剩 %d 天", n)
		}
	}
	return DueLater, monthDay(d)
}

func spaced(day, hour string) string {
	if hour == "" {
		return day
	}
	return day + " " + hour
}

func monthDay(d app.Date) string { return fmt.Sprintf("%02d-%02d", int(d.Month), d.Day) }

// rowDue is the nearest thing that runs out among the demands of a row.
func (s *Service) rowDue(today app.Date, r Row) Due {
	open, void, found := false, len(r.Demands) > 0, Due{}
	for _, d := range r.Demands {
		void = void && d.State == ledger.StateVoid
		if !d.State.Open() {
			continue
		}
		open = true
		due := s.demandDue(today, d)
		if due.Date.IsZero() {
			continue
		}
		if found.Date.IsZero() || due.Date.Before(found.Date) || due.Date == found.Date && before(due.Time, found.Time) {
			found = due
		}
	}
	switch {
	case void:
		return Due{Kind: DueDone, Words: "不再办"}
	case !open && len(r.Demands) > 0:
		return Due{Kind: DueDone, Words: "已办结"}
	case !open:
		return Due{Kind: DueDone, Words: "备查"}
	case found.Date.IsZero():
		return Due{Words: "未写明"}
	}
	return found
}

// before compares hours; a day without an hour lasts to its end.
func before(a, b string) bool { return a != "" && (b == "" || a < b) }

// demandDue is what runs out for one demand: the other side's reply while it is awaited, else the demand's own deadline.
func (s *Service) demandDue(today app.Date, d DemandRow) Due {
	if d.State == ledger.StateAwaiting {
		due := s.due(today, d.ReplyDue, "")
		due.Reply = true
		return due
	}
	if d.State == ledger.StateReplied {
		return Due{}
	}
	return s.due(today, d.Deadline, d.Time)
}
