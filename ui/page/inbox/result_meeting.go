package inbox

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// dayPlan is what else there is on the day of the meeting.
type dayPlan struct {
	day      app.Date
	meetings []inquire.Meeting // the others that have an hour
	known    bool              // the answer has come
	turn     kit.Turn
}

// meetingDay is the day of the meeting, with the hour where one is written.
func (r *result) meetingDay() (day app.Date, hour string, ok bool) {
	date, hour, _ := strings.Cut(r.check.Fields.MeetingTime, " ")
	day, err := app.ParseDate(date)
	return day, hour, err == nil
}

// meetingWord is the time of the meeting as it is said: 11-26 周四 9:00.
func (r *result) meetingWord() string {
	day, hour, ok := r.meetingDay()
	if !ok {
		return r.check.Fields.MeetingTime
	}
	words := kit.DayWord(day, r.page.p.Frame.Today())
	if words != day.String() && day.Year == r.page.p.Frame.Today().Year && !strings.Contains(words, "-") {
		words += day.Time().Format(" 01-02")
	}
	return strings.TrimSpace(words + " 周" + weekdays[day.Time().Weekday()] + " " + strings.TrimPrefix(hour, "0"))
}

var weekdays = [...]string{"日", "一", "二", "三", "四", "五", "六"}

// loadDay asks what other meetings the day has.
func (r *result) loadDay() {
	day, hour, ok := r.meetingDay()
	if !r.meeting() || !ok || hour == "" {
		r.plan.known = false
		return
	}
	id := ""
	if r.notice != nil {
		id = r.notice.ID
	}
	current := r.plan.turn.Next()
	kit.Run(r.page.p.Frame.Runner, "", func(ctx context.Context) ([]inquire.Meeting, error) { return r.page.p.Inquire.MeetingsOn(ctx, day, id) },
		func(list []inquire.Meeting, err error) {
			if !current() || err != nil { // without an answer nothing is said of the day
				return
			}
			r.plan.day, r.plan.meetings, r.plan.known = day, list, true
			r.refreshSide()
		})
}

// meetingSlots are the particulars of a meeting, and what else its day holds.
func (r *result) meetingSlots() []kit.Slot {
	fact := func(label, value string) fyne.CanvasObject {
		if value == "" {
			value = "未写"
		}
		return kit.Row(8, kit.Wide(48, kit.NewLabel(label, theme.Body, theme.ColorText3)).AtStart(), kit.Grow(kit.NewPara(value, theme.BodyBold, theme.ColorText)))
	}
	out := []kit.Slot{
		kit.Fit(kit.NewSectionHead("会议要素", "已自动读出，可在左边点改")),
		kit.Fit(kit.Pad(12, 8, kit.Column(4, kit.Fit(fact("时间", r.meetingWord())), kit.Fit(fact("地点", r.check.Fields.Place)))))}
	if day, _, ok := r.meetingDay(); ok && r.plan.known && r.plan.day == day {
		out = append(out, kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(12, 8, r.daySlot())))
	}
	return out
}

// daySlot shows the meetings of the day by their hours, and says which fall together.
func (r *result) daySlot() fyne.CanvasObject {
	day, hour, _ := r.meetingDay()
	own, _ := inquire.Meeting{At: day.String() + " " + hour}.Hour()
	blocks := []kit.DayBlock{{From: own, To: own + inquire.MeetingHours, Text: "本次 " + strings.TrimPrefix(hour, "0"), Own: true}}
	near := 0
	for _, m := range r.plan.meetings {
		at, _ := m.Hour()
		if max(at-own, own-at) < inquire.MeetingHours {
			near++
		}
		_, hour, _ := strings.Cut(m.At, " ")
		blocks = append(blocks, kit.DayBlock{From: at, To: at + inquire.MeetingHours, Text: strings.TrimPrefix(hour, "0") + " " + inquire.ShortTitle(m.Notice.Title)})
	}
	words, color := "没有别的会议", theme.ColorText2
	switch {
	case near > 0:
		words, color = fmt.Sprintf("会议 %d 场，%d 场与本次时间相近", len(blocks), near), theme.ColorEscalate
	case len(blocks) > 1:
		words = fmt.Sprintf("会议 %d 场，时间不相近", len(blocks))
	}
	head := kit.Flow(6, 0, kit.NewLabel(day.Time().Format("1月2日")+"（周"+weekdays[day.Time().Weekday()]+"）当天安排", theme.SecondBold, theme.ColorText),
		kit.NewLabel(words, theme.Second, color))
	remark := kit.NewPara("没有写会期的，按 2 小时画。", theme.Remark, theme.ColorText3)
	return kit.Column(4, kit.Fit(head), kit.Fit(kit.NewDayStrip(blocks...)), kit.Fit(remark))
}
