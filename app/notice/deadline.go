package notice

import (
	"strings"

	"yidanqing/app"
	"yidanqing/app/calendar"
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// Class is how strongly words make a day the deadline; a stronger one is taken before an earlier one.
type Class int

const (
	ClassDue   Class = iota // 3月20日前, 3日内, 今天报: to finish or report by that day
	ClassEnd                // 即日起至3月20日: the end of a period of action
	ClassLoose              // 每周五报, 即刻: named without a limit
	ClassCited              // a day that an upper document sets
)

// Deadline is a day by which this office must finish or report (时限), with the words that say so.
type Deadline struct {
	app.Deadline
	text.Range // folded offsets of the words
	Class      Class
	Morning    bool // before 12:00
	Recurring  bool // the first of a series: 每月25日前
	Report     bool // a report on the work is due: 小结, 情况
}

// ReadDeadlines gives all deadlines of this office in the letter, in reading order. Days that bind another body, the
// days of meetings and visits, starts of periods, daily clock times and days that are past are none.
func ReadDeadlines(l *Letter, received app.Date, cal *calendar.Calendar) []Deadline {
	return deadlinesIn(l, text.Range{Start: 0, End: l.Text.Len()}, received, cal)
}

// DeadlineIn is the deadline of a part of the letter: the earliest of the strongest class. The sentence that r begins
// in is read from its start, so that its subject is known.
func DeadlineIn(l *Letter, r text.Range, received app.Date, cal *calendar.Calendar) (Deadline, bool) {
	return Earliest(deadlinesIn(l, r, received, cal))
}

// Earliest is the earliest deadline of the strongest class; the first in the text of several on one day. A period of
// action that ends earlier counts before it, unless what is due later is the report on it.
func Earliest(ds []Deadline) (best Deadline, ok bool) {
	var end Deadline
	ends := false
	for _, d := range ds {
		if !ok || d.Class < best.Class || d.Class == best.Class && earlier(d, best) {
			best, ok = d, true
		}
		if d.Class == ClassEnd && (!ends || earlier(d, end)) {
			end, ends = d, true
		}
	}
	if ends && best.Class == ClassDue && end.Date.Before(best.Date) && !best.Report {
		return end, true
	}
	return best, ok
}

func earlier(a, b Deadline) bool {
	if a.Date != b.Date {
		return a.Date.Before(b.Date)
	}
	return a.Time != "" && b.Time != "" && a.Time < b.Time
}

// ShortOfWorkdays tells whether less than least full workdays lie between the day received, which does not count, and
// the deadline. The deadline's own day counts unless it is a day of rest or the hour is before 12:00.
func ShortOfWorkdays(received app.Date, d Deadline, least int, cal *calendar.Calendar) bool {
	if received.IsZero() || d.Date.IsZero() {
		return false
	}
	last := d.Date
	if d.Morning {
		last = last.AddDays(-1)
	}
	return cal.WorkdaysBetween(received, last) < least
}

// deadlinesIn reads the deadlines whose words lie in r.
func deadlinesIn(l *Letter, r text.Range, received app.Date, cal *calendar.Calendar) []Deadline {
	if received.IsZero() || l.Text.Len() == 0 {
		return nil
	}
	d := &dating{received: received, issued: l.issued(received), cal: cal}
	var out []Deadline
	tried := 0
	for k := max(0, l.ParagraphAt(r.Start)); k < len(l.Paragraphs) && l.Paragraphs[k].Start < r.End; k++ {
		p := l.Paragraphs[k]
		if !mayBind(l, p) {
			continue
		}
		for _, s := range l.Text.Sentences(p.Start, p.End) {
			if s.End <= r.Start || s.Start >= r.End || tried > maxSentences || !mayNameTime(l.src.str(s)) {
				continue
			}
			tried++
			for _, x := range d.sentence(l, p, s) {
				if x.Start >= r.Start && x.End <= r.End {
					out = append(out, x)
				}
			}
		}
	}
	return out
}

// CitedDeadline is the last day that the letter says an upper document or body has set for the matter, whomever it binds,
// with the words that say so: 《省水利厅…通知》要求9月30日前完成.
func CitedDeadline(l *Letter, received app.Date, cal *calendar.Calendar) (Deadline, bool) {
	d := &dating{received: received, issued: l.issued(received), cal: cal}
	var last Deadline
	found, tried := false, 0
	for _, p := range l.Paragraphs {
		if received.IsZero() || p.Zone != ZoneBody {
			continue
		}
		for _, s := range l.Text.Sentences(p.Start, p.End) {
			if tried > maxSentences || !mayNameTime(l.src.str(s)) {
				continue
			}
			tried++
			moments := d.momentsIn(l.Text, s)
			for i := range moments {
				m := &moments[i]
				class, ok := d.binds(l, p, m, clauseAt(l, s, m.Range))
				if ok && class == ClassCited && (!found || last.Date.Before(m.date)) {
					found, last = true, Deadline{Deadline: app.Deadline{Date: m.date, Text: l.Text.Evidence(m.Start, m.End).Text}, Range: m.Range, Class: class}
				}
			}
		}
	}
	return last, found
}

// maxSentences bounds the sentences with a time that are read: a letter has a few dozen, a text made of nothing else
// must not hold the program.
const maxSentences = 20000

// mayNameTime tells whether a sentence can name a time at all.
func mayNameTime(s string) bool {
	return strings.ContainsAny(s, "日号月周天晚早底末旬时点内班年刻礼星.-/:")
}

// mayBind tells zones in which a deadline can stand.
func mayBind(l *Letter, p Paragraph) bool {
	switch p.Zone {
	case ZoneBody, ZoneAnnex, ZoneTable, ZoneContact, ZoneNote:
		return true
	case ZoneTitle, ZoneAnnexTitle:
		return l.Form == FormSheet || strings.HasSuffix(l.src.str(p.Range), ")")
	case ZoneLabel:
		return hasAny(l.src.str(p.Range), "时限", "期限", "截止") || reByDay.MatchString(l.src.str(p.Range))
	}
	return false
}

// reByDay tells a day to act by, on the last line of a note too that ends with who wrote it down.
var reByDay = pattern.MustCompile(`^[^:]{0,20}(?:日|号|底|末|点)之?前`)

// sentence reads the deadlines of one sentence.
func (d *dating) sentence(l *Letter, p Paragraph, s text.Range) []Deadline {
	moments := d.momentsIn(l.Text, s)
	if len(moments) == 0 {
		return nil
	}
	actors := actorsIn(l, s)
	var out []Deadline
	for i := range moments {
		m := &moments[i]
		c := clauseAt(l, s, m.Range)
		class, ok := d.binds(l, p, m, c)
		if !ok || !actors.ours(l, m, c) || p.Zone == ZoneLabel && m.limit != limitBefore && !hasAny(l.src.str(p.Range), "时限", "期限", "截止") {
			continue
		}
		ev := l.Text.Evidence(m.Start, m.End)
		out = append(out, Deadline{
			Deadline: app.Deadline{Date: m.date, Time: m.clock(), Text: ev.Text},
			Range:    m.Range, Class: class, Morning: m.morning(), Recurring: m.recurring,
			Report: reSummary.MatchString(c.before + c.after),
		})
	}
	return out
}

// clause is the part of a sentence around a time: its words before and after.
type clause struct {
	text.Range
	before, after string
}

// maxClause bounds how far a clause is read on either side of a time, in runes.
const maxClause = 60

// clauseAt finds the clause that a time stands in; one that ends with the time goes on to the next comma. In chats a blank between characters divides clauses too.
func clauseAt(l *Letter, s text.Range, m text.Range) clause {
	norm := l.Text.Norm
	chat := l.Form == FormMessage || l.Form == FormPhone
	from := m.Start
	for from > s.Start && m.Start-from < maxClause {
		if c := norm[from-1]; c == ',' || c == ':' || c == '。' || c == ';' || chat && l.Text.Gap(from) && text.Han(c) && from < m.Start {
			break
		}
		if chat && from == m.Start && l.Text.Gap(from) && text.Han(norm[from-1]) {
			break
		}
		from--
	}
	to := m.End
	for to < s.End && to-m.End < maxClause {
		if c := norm[to]; c == ',' && to > m.End || c == ';' || c == '。' || to > m.End && chat && l.Text.Gap(to) && text.Han(c) {
			break
		}
		to++
	}
	return clause{Range: text.Range{Start: from, End: to}, before: string(norm[from:m.Start]), after: string(norm[m.End:to])}
}

// binds tells whether the words around a time make it a day to finish or report by, and how strongly.
func (d *dating) binds(l *Letter, p Paragraph, m *moment, c clause) (Class, bool) {
	switch {
	case m.date.IsZero(), m.date.Before(d.received), m.daily, m.limit == limitAround, m.limit == limitFrom:
		return 0, false
	case reDelivers.MatchString(c.after), quoted(l, p, m.Range), hasAny(tailOf(c.before, 5), "不要求", "无需", "不必", "不用", "去年", "上年", "预计"):
		return 0, false
	case m.relative && (reSoFar.MatchString(c.after) || m.limit == limitNone && reFound.MatchString(c.before)):
		return 0, false
	case reMoney.MatchString(tailOf(c.before, 24)) && rePaid.MatchString(c.after):
		return 0, false
	case m.limit == limitBefore && (reAttends.MatchString(c.after) || !m.span && reCriterion.MatchString(c.after)):
		return 0, false
	}
	cited := reCited.MatchString(c.before)
	class := ClassDue
	switch {
	case m.span:
		if !spanBinds(l, m, c) {
			return 0, false
		}
	case m.limit == limitBefore:
		if m.clockOnly && (hasAny(c.before, "每", "日前", "会议", "开始") || reGather.MatchString(c.after) || l.Form == FormLetter && !reReports.MatchString(c.after)) {
			return 0, false
		}
	case m.limit == limitUntil:
		if !d.periodBinds(m, c, l.src.str(text.Range{Start: c.End, End: min(p.End, c.End+40)})) {
			return 0, false
		}
		class = ClassEnd
	case !d.bareBinds(l, p, m, c):
		return 0, false
	case m.recurring || m.atOnce:
		class = ClassLoose
	}
	if cited {
		class = ClassCited
	}
	return class, true
}

// spanBinds tells whether a length of time is the time that we have: counted from this notice, and no measure of how
// long something lasts. Hours without such a start are standing rules in a letter, an order in a message.
func spanBinds(l *Letter, m *moment, c clause) bool {
	if m.event >= 0 {
		return countsFromNotice(l, m)
	}
	if hasAny(c.before, "控制在", "时长", "不超过", "不少于", "间隔", "有效", "会期", "距", "未来", "近", "过去", "每", "公示") || hasAny(headOf(c.after, 6), "为防治", "有效", "将有", "无", "不得", "未") {
		return false
	}
	if m.hours {
		if reOtherDay.MatchString(c.before) {
			return false
		}
		return reAskBefore.MatchString(c.before) || reDuePrefix.MatchString(c.before) || l.Form != FormLetter && reDoNow.MatchString(c.after)
	}
	return true
}

// periodBinds tells whether the end of a period ends an action of ours; the days of a visit, a meeting, the weather,
// a secondment do not.
func (d *dating) periodBinds(m *moment, c clause, next string) bool {
	around := c.before + c.after + next
	if m.vague && m.start != d.received {
		return false
	}
	if hasAny(around, "定于", "会议", "开会", "会期", "督查组", "检查组", "评估组", "考核组", "工作组", "调研组", "到你", "来我", "到各", "来各", "来镇", "来村", "考评", "评估", "验收", "走访", "检查组", "借调", "培训班", "停电", "停水", "封闭", "施工", "检修", "断路",
		"将出现", "天气过程", "预报", "暴雨", "降雨", "强降水", "大风", "寒潮", "高温", "大雾", "天气", "有效期", "有效", "气温", "演出", "放假", "期限", "适期", "窗口期", "关键期", "高发期", "防治期", "届", "年度", "营业", "上午", "值班安排", "抽查", "巡回") {
		return false
	}
	return true
}

// bareBinds tells whether a day without 前 is one to finish or report on: 今天报, 3月19日报到, 时限：3月20日.
func (d *dating) bareBinds(l *Letter, p Paragraph, m *moment, c clause) bool {
	if m.recurring && !m.vague {
		return reReportOn.MatchString(headOf(c.after, 8)) && !reEvent.MatchString(headOf(c.after, 14))
	}
	if m.atOnce {
		return true
	}
	if w := l.src.str(m.Range); hasAny(w, "月底", "月末", "年底") && l.Form != FormLetter && reMonthEnd.MatchString(c.after) {
		return true
	}
	if m.vague || m.clockOnly && m.part != "下班" {
		return false
	}
	if reDuePrefix.MatchString(l.src.str(text.Range{Start: max(p.Start, m.Start-16), End: m.Start})) {
		return true
	}
	after := headOf(c.after, 14)
	if reArrive.MatchString(after) {
		return true
	}
	if m.relative {
		if reWeather.MatchString(c.before+"|"+after) || hasAny(c.before, "自", "从") && strings.HasPrefix(after, "起") {
			return false
		}
		return reDoNow.MatchString(after) || reAskBefore.MatchString(c.before) && !reEvent.MatchString(after)
	}
	return reReportOn.MatchString(after) && !reEvent.MatchString(after) && (p.Zone != ZoneBody || hasAny(c.before, "于", "请", "在") || l.Form != FormLetter)
}

// quoted tells whether a time stands in a title in 《》.
func quoted(l *Letter, p Paragraph, r text.Range) bool {
	for i := r.Start - 1; i >= max(p.Start, r.Start-80); i-- {
		switch l.Text.Norm[i] {
		case '》':
			return false
		case '《':
			return true
		}
	}
	return false
}

// issued is the day of the letter itself, zero where it names none or one after the day received.
func (l *Letter) issued(received app.Date) app.Date {
	d := &dating{received: received}
	for _, p := range l.Paragraphs {
		if p.Zone != ZoneDate || p.Annex > 0 {
			continue
		}
		r := &reader{n: l.Text.Norm, i: p.Start, end: p.End}
		var m moment
		if d.monthDay(r, &m) && !m.vague {
			return m.date
		}
		if r.i = p.Start; d.isoDay(r, &m) {
			return m.date
		}
	}
	return app.Date{}
}

func hasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// tailOf is the last n runes of s, headOf the first.
func tailOf(s string, n int) string {
	r := []rune(s)
	return string(r[max(0, len(r)-n):])
}

func headOf(s string, n int) string {
	r := []rune(s)
	return string(r[:min(len(r), n)])
}
