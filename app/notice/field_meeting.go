package notice

import (
	"strings"

	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// Words that tell a meeting's time and place.
var (
	reTimeLabel  = pattern.MustCompile(`(?:^|[,。;、.|)])(?:会议|培训|活动|召开|集合|观摩|演练|报到|开会|举办|比赛|座谈|参会)?时间(?:、地点|和地点|及地点)?[:|]?$`)
	rePlaceLabel = pattern.MustCompile(`(?:(?:会议|培训|活动|集合|召开|献血|报到|开会|举办|演练|观摩|体检|比赛|座谈|集中|参会|集结)?地点|(?:会议|培训|活动|报到|集合|考试|参会)地址)(?:(?:设在|为|是|在)[:|]?|[:|])([^,。;\n|]{2,40})`)
	rePlaceHead  = pattern.MustCompile(`(?:^|[、.)])(?:\p{Han}{0,4})地点$`)
	reHeldAt     = pattern.MustCompile(`(?:在|到|于|借用?)([\p{Han}\da-z“”()·-]{2,30}?)(?:召开|举行|举办|开个|开一?场|开|集中|参加|会商|集合|观摩|参会|坐坐|坐一坐|碰头|碰个头|面谈|见面|座谈|签到|报到|收看|收听|观看|,来一)`)
	reVenueSet   = pattern.MustCompile(`(?:^|[,。;:])([\p{Han}\d]{2,20}?(?:会议室|会议厅|报告厅|礼堂|活动室))设(?:立|为|置)?(?:分|主)?会场`)
	reVenue      = pattern.MustCompile(`(?:会议室|会议厅|报告厅|礼堂|影剧院|剧院|广场|楼|中心|馆|厅|室|大院|院里|院|场|酒店|宾馆|饭店|会场|学校|党校|村委会|村部|基地|公园|卫生院|门口|镇政府|食堂|站|教室|园区|活动室)(?:\([^()]{1,20}\))?$`)
	reAfterTime  = pattern.MustCompile(`^(?:准时)?[,、在于到]{1,2}([\p{Han}\da-z]{3,24}?(?:会议室|会议厅|报告厅|礼堂|影剧院|广场|会场|党校|村部|活动室|大院|酒店|宾馆|[一二三四五六七八九十\d]楼))(?:[,。;(开召集举参]|$)`)
	// rePlanned tells what is no more: 原定于6月16日在….
	rePlanned = pattern.MustCompile(`原(?:定|计划|通知|安排)[^。;改调]{0,22}$`)
	reMeets   = pattern.MustCompile(`召开|开会|会议|开个|开一|座谈|磋商|会商|培训|动员会|例会|推进会|现场会|调度会|参会|开网格会|碰头|听证|聊一?聊|聊聊|聊[^,。;]{1,20}的事|大讲堂|开[^,。;]{0,12}(?:班|课|讲座)|观摩|比赛|演练|讲座|宣讲|党课|开[^,。;]{0,16}会|大会|会定在|集合|集中|坐坐|坐一坐|面谈|收看|收听`)
)

// meeting reads when and where a meeting is held.
func (f *fieldReader) meeting() {
	if f.l.Form == FormMinutes { // their time and place are of a meeting that is over
		return
	}
	when, day := f.meetingTime()
	if when.Len() > 0 {
		f.out.MeetingTime = day
		f.put("meeting_time", when)
	}
	f.out.Place = f.put("place", f.place(when))
}

// meetingTime is the first time with an hour that belongs to a meeting: after 时间：, or in a clause that says 召开.
func (f *fieldReader) meetingTime() (text.Range, string) {
	l := f.l
	if f.received.IsZero() {
		return text.Range{}, ""
	}
	d := &dating{received: f.received, issued: l.issued(f.received), cal: f.cal}
	for k, p := range l.Paragraphs {
		if p.Zone != ZoneBody && p.Zone != ZoneLabel && p.Zone != ZoneTable {
			continue
		}
		if p.Zone == ZoneLabel && l.Form == FormPhone {
			continue
		}
		moments := d.momentsIn(l.Text, p.Range)
		for i, m := range moments {
			beginAt(&m, moments[i+1:])
			if m.hour < 0 || m.date.IsZero() || m.limit == limitBefore || m.limit == limitUntil || m.daily || m.recurring {
				continue
			}
			if f.isMeetingTime(k, p, &m) {
				return m.Range, m.date.String() + " " + m.clock()
			}
		}
	}
	return text.Range{}, ""
}

// beginAt turns a period into its beginning: 3月28日至29日,每天上午8:30 begins on the 28th at 8:30.
func beginAt(m *moment, next []moment) {
	if m.start.IsZero() {
		return
	}
	m.date, m.hour, m.minute, m.limit = m.start, m.startHour, m.startMinute, limitNone
	if m.hour < 0 && len(next) > 0 && next[0].daily && next[0].hour >= 0 && next[0].Start-m.End < 4 {
		m.hour, m.minute = next[0].hour, next[0].minute
	}
}

func (f *fieldReader) isMeetingTime(k int, p Paragraph, m *moment) bool {
	l := f.l
	s := text.Range{Start: p.Start, End: p.End}
	for _, x := range l.Text.Sentences(max(p.Start, m.Start-120), min(p.End, m.End+120)) {
		if x.Contains(m.Start) {
			s = x
		}
	}
	before := l.src.str(text.Range{Start: max(s.Start, m.Start-20), End: m.Start})
	if reTimeLabel.MatchString(before) {
		return !m.clockOnly || reMeets.MatchString(l.src.str(s))
	}
	if m.Start == p.Start && k > 0 { // 一、会议时间, and the time on the next line
		if prev := l.Paragraphs[k-1]; prev.Len() < 16 && reTimeLabel.MatchString(l.src.str(prev.Range)) {
			return true
		}
	}
	if rePlanned.MatchString(before) { // 原定6月16日…, 改为…
		return false
	}
	near := l.src.str(text.Range{Start: max(s.Start, m.Start-30), End: min(s.End, m.End+40)})
	if !reMeets.MatchString(near) {
		return false
	}
	after := l.src.str(text.Range{Start: m.End, End: min(s.End, m.End+30)})
	return !reReports.MatchString(headOf(after, 8)) && !hasAny(headOf(after, 10), "停电", "停水", "开始加大")
}

// place is the venue: after 地点：, below a heading 地点, or between 在 and 召开; one with a word of a building first.
func (f *fieldReader) place(when text.Range) text.Range {
	l := f.l
	for k, p := range l.Paragraphs {
		if p.Zone != ZoneBody && p.Zone != ZoneTable && p.Zone != ZoneLabel {
			continue
		}
		if r := f.namedPlace(k, p); r.Len() > 0 {
			return r
		}
		if when.Len() == 0 && l.Form != FormLetter || !reMeets.MatchString(l.src.str(p.Range)) {
			continue
		}
		for _, g := range l.src.findAll(reHeldAt, p.Range) {
			if rePlanned.MatchString(l.src.str(text.Range{Start: max(p.Start, g[0].Start-24), End: g[0].Start})) {
				continue
			}
			around := l.src.str(text.Range{Start: g[0].Start, End: min(p.End, g[0].End+30)})
			if reMeets.MatchString(around) && reVenue.MatchString(l.src.str(g[1])) {
				return g[1]
			}
		}
		if g := l.src.find(reVenueSet, p.Range); g != nil {
			return g[1]
		}
	}
	if when.Len() > 0 {
		rest := text.Range{Start: when.End, End: min(l.Text.Len(), when.End+40)}
		if g := l.src.find(reAfterTime, rest); g != nil {
			return g[1]
		}
	}
	return text.Range{}
}

// namedPlace reads what is called the place: 地点：县影剧院, or the line below a heading 会议地点.
func (f *fieldReader) namedPlace(k int, p Paragraph) text.Range {
	l := f.l
	if hasAny(l.src.str(p.Range), "地点", "地址") {
		if g := l.src.find(rePlaceLabel, p.Range); g != nil && !hasAny(l.src.str(g[1]), "另行", "待定", "另定", "见附件", "详见") {
			return f.cutPlace(g[1])
		}
	}
	if k == 0 || l.Paragraphs[k-1].Len() >= 14 || p.Len() > 40 {
		return text.Range{}
	}
	head := l.src.str(l.Paragraphs[k-1].Range)
	if !rePlaceHead.MatchString(trimColon(head)) {
		return text.Range{}
	}
	w := f.cutPlace(p.Range)
	if strings.Contains(head, "时间") && !reVenue.MatchString(l.src.str(w)) {
		return text.Range{}
	}
	return w
}

func trimColon(s string) string {
	if n := len(s); n > 0 && s[n-1] == ':' {
		return s[:n-1]
	}
	return s
}

// cutPlace ends a place before what only explains it.
func (f *fieldReader) cutPlace(r text.Range) text.Range {
	for i := r.Start + 2; i < r.End; i++ {
		if c := f.l.Text.Norm[i]; c == ',' || c == '。' || c == ';' || c == '\n' || f.l.Text.Gap(i) && text.Han(c) && i-r.Start > 3 {
			r.End = i
			break
		}
	}
	return r
}
