package inquire

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/alert"
	"yidanqing/app/ledger"
)

// Brief names a notice where others are told of.
type Brief struct {
	ID       string
	Year, No int
	Title    string
	Issuer   string
	Day      app.Date // received, else entered
}

// Number is the ledger number: 2026年第642号.
func (b Brief) Number() string { return fmt.Sprintf("%d年第%d号", b.Year, b.No) }

// Alert is what the check of a notice found in the ledger (提醒).
type Alert struct {
	Notice  Brief
	Code    string // as package alert names it
	Words   string // 多头部署：县教体局 04-27 已要求同一事项（2026年第3号）
	Related []Brief
}

// PersonLoad is how many demands one person has to do in the span looked at; Name is empty where nobody is named.
type PersonLoad struct {
	Name  string
	Count int
}

// Load is how much is due within the next workdays, today included (任务量).
type Load struct {
	From, To app.Date
	Total    int
	Limit    int // the office's 提醒线
	People   []PersonLoad
}

// Meeting is a meeting that is still to come. At is YYYY-MM-DD HH:MM, or the day alone.
type Meeting struct {
	Notice Brief
	At     string
}

// Clash is two meetings at about the same time (时间冲突).
type Clash struct {
	A, B  Meeting
	Words string // 11-25 周三 09:00 与 10:30 两场会议时间相近
}

// Board is the page 待反馈: what is to be done, what is awaited, and what stands out.
type Board struct {
	Tasks   Tasks
	Alerts  []Alert // 多头部署 and 重复部署 of the last days, the newest first
	Load    Load
	Clashes []Clash
	// Notes are quiet lines that need no hand, such as a missing holiday arrangement.
	Notes []string
}

// Bounds of the board: more than these are no list that somebody reads.
const (
	mostAlerts   = 50
	mostMeetings = 60
	loadDays     = 5 // workdays, as alert.Overload counts
)

// Board gives the page 待反馈.
func (s *Service) Board(ctx context.Context) (Board, error) {
	today := app.DateOf(s.Now())
	var b Board
	var err error
	if b.Tasks, err = s.Tasks(ctx); err != nil {
		return b, err
	}
	all, err := s.Reader.Alerts(ctx, today.AddDays(-alert.Days), mostAlerts)
	if err != nil {
		return b, fmt.Errorf("alerts: %w", err)
	}
	for _, a := range all {
		if a.Code != alert.Overload && len(a.Related) > 0 {
			b.Alerts = append(b.Alerts, a)
		}
	}
	if b.Load, err = s.load(ctx, today); err != nil {
		return b, err
	}
	meetings, err := s.Reader.Meetings(ctx, today, mostMeetings)
	if err != nil {
		return b, fmt.Errorf("meetings: %w", err)
	}
	b.Clashes = clashes(meetings)
	b.Notes = s.notes(today)
	return b, nil
}

// Hour is when a meeting begins, in hours of its day: 9.5 is half past nine; false: no hour is written.
func (m Meeting) Hour() (float32, bool) {
	at, err := time.Parse("2006-01-02 15:04", m.At)
	return float32(at.Hour()) + float32(at.Minute())/60, err == nil
}

// MeetingHours is how long a meeting is taken to last where nothing is written, in hours.
const MeetingHours = float32(usual / time.Hour)

// MeetingsOn gives the open meetings of a day that have an hour, in their order, without those of one notice.
func (s *Service) MeetingsOn(ctx context.Context, day app.Date, without string) ([]Meeting, error) {
	all, err := s.Reader.Meetings(ctx, day, mostMeetings)
	if err != nil {
		return nil, fmt.Errorf("meetings of a day: %w", err)
	}
	var out []Meeting
	for _, m := range all {
		if _, timed := m.Hour(); timed && m.Notice.ID != without && strings.HasPrefix(m.At, day.String()) {
			out = append(out, m)
		}
	}
	return out, nil
}

// load counts what is due from today on within five workdays.
func (s *Service) load(ctx context.Context, today app.Date) (Load, error) {
	settings, err := s.Reader.Settings(ctx)
	if err != nil {
		return Load{}, fmt.Errorf("load: %w", err)
	}
	l := Load{From: today, To: s.Calendar.AddWorkdays(today.AddDays(-1), loadDays), Limit: settings.Limit()}
	if l.People, err = s.Reader.Load(ctx, l.From, l.To); err != nil {
		return l, fmt.Errorf("load: %w", err)
	}
	for _, p := range l.People {
		l.Total += p.Count
	}
	return l, nil
}

// usual is how long a meeting is taken to last where nothing is written.
const usual = 2 * time.Hour

// clashes are the meetings of one day whose hours lie nearer than a meeting lasts.
func clashes(list []Meeting) []Clash {
	type timed struct {
		Meeting
		at time.Time
	}
	var all []timed
	for _, m := range list {
		if at, err := time.Parse("2006-01-02 15:04", m.At); err == nil {
			all = append(all, timed{m, at})
		}
	}
	slices.SortStableFunc(all, func(a, b timed) int { return a.at.Compare(b.at) })
	var out []Clash
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		if b.at.Sub(a.at) >= usual || app.DateOf(a.at) != app.DateOf(b.at) || a.Notice.ID == b.Notice.ID {
			continue
		}
		words := fmt.Sprintf("%s %s %s 与 %s 两场会议时间相近", a.at.Format("01-02"), weekday(a.at.Weekday()), a.at.Format("15:04"), b.at.Format("15:04"))
		if a.at.Equal(b.at) {
			words = fmt.Sprintf("%s %s %s 有两场会议", a.at.Format("01-02"), weekday(a.at.Weekday()), a.at.Format("15:04"))
		}
		out = append(out, Clash{a.Meeting, b.Meeting, words})
	}
	return out
}

func weekday(d time.Weekday) string {
	return "周" + []string{"日", "一", "二", "三", "四", "五", "六"}[d]
}

// notes tells in time that the next year's holidays are not known: from November on, when they are usually announced.
func (s *Service) notes(today app.Date) []string {
	if next := today.Year + 1; today.Month >= time.November && !s.Calendar.Known(next) {
		return []string{fmt.Sprintf("还没有 %d 年的放假调休安排，跨年的期限先按周一至周五和法定节假日计算。", next)}
	}
	return nil
}

// tell adds to the tasks what the ledger knows of their notices.
func tell(tasks []Task, alerts []Alert) {
	for i := range tasks {
		if tasks[i].Action.Kind != ActionDecide {
			continue
		}
		var said []string
		for _, a := range alerts {
			if a.Notice.ID == tasks[i].Notice {
				said = append(said, a.Words)
			}
		}
		if len(said) > 0 {
			tasks[i].Why = strings.Join(said, "；")
			if state := ledger.StatePending.Title(); tasks[i].Due.Words != state {
				tasks[i].Why = state + "；" + tasks[i].Why // its chip tells the day
			}
		}
	}
}
