package inbox

import (
	"context"
	"fmt"
	"strconv"
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
	out := []kit.Slot{kit.Fit(kit.NewSectionHead("会议要素", "已自动读出，时间地点可在左边点改")), kit.Fit(kit.Pad(12, 8, r.meetingFacts()))}
	if day, _, ok := r.meetingDay(); ok && r.plan.known && r.plan.day == day {
		out = append(out, kit.Fit(kit.NewRule()), kit.Fit(kit.Pad(12, 8, r.daySlot())))
	}
	return out
}

// meetingFacts are time, place and what else was read of the meeting, two in a line. What is not written is left out, but for
// time and place.
func (r *result) meetingFacts() fyne.CanvasObject {
	fact := func(label string, value fyne.CanvasObject) fyne.CanvasObject {
		return kit.Row(8, kit.Wide(66, kit.NewLabel(label, theme.Body, theme.ColorText3)).AtStart(), kit.Grow(value))
	}
	words := func(label, value string) fyne.CanvasObject {
		if value == "" {
			value = "未写"
		}
		return fact(label, kit.NewPara(value, theme.BodyBold, theme.ColorText))
	}
	facts := []fyne.CanvasObject{words("时间", r.meetingWord()), words("地点", r.check.Fields.Place)}
	var below []kit.Slot
	if g := r.check.Gathering; g != nil {
		if g.Span != "" {
			facts = append(facts, words("会期", g.Span))
		}
		if n := len(g.Levels); n > 1 {
			facts = append(facts, words("层级", fmt.Sprintf("%s（%d 级）", strings.Join(g.Levels, "→"), n)))
		}
		switch {
		case g.Plan != "":
			facts = append(facts, words("年度计划", "已列入“"+g.Plan+"”"))
		case g.Unplanned:
			facts = append(facts, fact("年度计划", kit.Row(4, kit.Fit(kit.NewIcon(theme.IconWarn, 16, theme.ColorEscalate)),
				kit.Grow(kit.NewElastic("名录中未找到", theme.BodyBold, theme.ColorEscalate)))))
		}
		if g.Attend != "" { // often long: a line of its own
			below = append(below, kit.Fit(words("应到", g.Attend)))
		}
	}
	var lines []kit.Slot
	if r.page.class != kit.ClassWide {
		for _, o := range facts {
			lines = append(lines, kit.Fit(o))
		}
		return kit.Column(4, append(lines, below...)...)
	}
	for len(facts) > 0 {
		second := fyne.CanvasObject(kit.NewGap(0))
		if len(facts) > 1 {
			second = facts[1]
		}
		lines = append(lines, kit.Fit(kit.Row(12, kit.Grow(kit.Even(facts[0])).AtStart(), kit.Grow(kit.Even(second)).AtStart())))
		facts = facts[min(2, len(facts)):]
	}
	return kit.Column(4, append(lines, below...)...)
}

// ends is when a meeting that begins at an hour is over, by what is written of its length: half a day lasts until noon or the
// end of the day's work. Without it the usual length counts.
func (r *result) ends(from float32) float32 {
	g := r.check.Gathering
	switch {
	case g == nil || g.Span == "":
	case strings.HasPrefix(g.Span, "半天") && from < noon:
		return noon
	case strings.Contains(g.Span, "天"):
		return max(dayEnd, from+inquire.MeetingHours)
	default:
		if n, ok := spanHours(g.Span); ok {
			return from + n
		}
	}
	return from + inquire.MeetingHours
}

// Hours at which the morning and the day's work end, as the strip of the day draws them.
const (
	noon   float32 = 12
	dayEnd float32 = 18
)

// spanHours reads a length in hours or minutes: 2小时, 一个半小时, 90分钟.
func spanHours(span string) (float32, bool) {
	parts := float32(1) // of an hour
	rest, ok := strings.CutSuffix(span, "小时")
	if !ok {
		if rest, ok = strings.CutSuffix(span, "分钟"); !ok {
			return 0, false
		}
		parts = 60
	}
	half := float32(0)
	if r, cut := strings.CutSuffix(strings.Replace(rest, "个", "", 1), "半"); cut {
		rest, half = r, 0.5
	} else {
		rest = r
	}
	n, err := strconv.Atoi(rest)
	if err != nil {
		n = strings.Index("零一二三四五六七八九", rest) / len("零")
		if rest == "两" {
			n = 2
		}
	}
	hours := (float32(n) + half) / parts
	return hours, hours > 0
}

// daySlot shows the meetings of the day by their hours, and says which fall together.
func (r *result) daySlot() fyne.CanvasObject {
	day, hour, _ := r.meetingDay()
	own, _ := inquire.Meeting{At: day.String() + " " + hour}.Hour()
	end := r.ends(own)
	blocks := []kit.DayBlock{{From: own, To: end, Text: "本次 " + strings.TrimPrefix(hour, "0"), Own: true}}
	near := 0
	for _, m := range r.plan.meetings {
		at, _ := m.Hour()
		if at < end && own < at+inquire.MeetingHours {
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
	remark := kit.NewPara("没有写会期的，按 2 小时画；半天的，画到中午或下班。", theme.Remark, theme.ColorText3)
	return kit.Column(4, kit.Fit(head), kit.Fit(kit.NewDayStrip(blocks...)), kit.Fit(remark))
}
