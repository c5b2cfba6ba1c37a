package inquire

import (
	"strings"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// contentWords tells what was read of a notice: the first time its comparison, then what was put right in it with what
// stood before (改前 → 改后), or that it was only compared again.
func (t *teller) contentWords(e ledger.Entry, s *Step) error {
	p, err := read[ledger.ContentPayload](e)
	if e.Payload == nil {
		s.Title, s.Detail = "比对", "内容已删除"
		return err
	}
	before := t.content
	t.content = &p
	if before == nil {
		s.Title, s.Detail = "比对", checkWords(p.Check)
		return err
	}
	s.Title, s.Detail = "重新比对", checkWords(p.Check)
	if changes := corrected(*before, p); len(changes) > 0 {
		s.Title, s.Detail = "更正要素", strings.Join(changes, "；")
		if was, is := checkWords(before.Check), checkWords(p.Check); was != is {
			s.Detail += "；重新比对：" + is
		}
	}
	return err
}

// fieldTitles are the fields of a notice in the words of the window, in their order.
var fieldTitles = []struct {
	name, title string
	value       func(app.Fields) string
}{
	{"issuer", "来文单位", func(f app.Fields) string { return f.Issuer }},
	{"doc_no", "文号", func(f app.Fields) string { return f.DocNo }},
	{"title", "标题", func(f app.Fields) string { return f.Title }},
	{"doc_date", "成文日期", func(f app.Fields) string { return f.DocDate }},
	{"deadline", "时限", func(f app.Fields) string { return f.Deadline }},
	{"contact", "联系人", func(f app.Fields) string { return f.Contact }},
	{"phone", "电话", func(f app.Fields) string { return f.Phone }},
	{"meeting_time", "会议时间", func(f app.Fields) string { return f.MeetingTime }},
	{"place", "地点", func(f app.Fields) string { return f.Place }},
}

// corrected are the fields that differ between two contents because a clerk put them right or took that back.
func corrected(before, after ledger.ContentPayload) []string {
	var out []string
	for _, f := range fieldTitles {
		if before.Fixed[f.name] == after.Fixed[f.name] {
			continue
		}
		value := func(p ledger.ContentPayload) string {
			switch v := p.Fixed[f.name]; {
			case v != "":
				return v
			case f.value(p.Check.Fields) != "":
				return f.value(p.Check.Fields)
			}
			return "未写"
		}
		if was, is := value(before), value(after); was != is {
			out = append(out, f.title+" "+was+" → "+is)
		}
	}
	return out
}

// moment is when a notice came in, as the time line writes it.
func moment(r ledger.Received) string { return strings.TrimSpace(monthDay(r.Date) + " " + r.Time) }

// supersededWords tells that a 更正件 took the place of the notice, or that this was taken back.
func (t *teller) supersededWords(e ledger.Entry, s *Step) error {
	p, err := read[ledger.SupersededPayload](e)
	switch s.Counter = true; {
	case p.By == "":
		s.Title, s.Detail = "更正件已撤销", "以本件为准，事项重新核对"
	case t.later != nil && t.later.ID == p.By:
		s.Title, s.Detail = "已有更正件", "以"+t.later.Number()+"为准"
	default:
		s.Title, s.Detail = "已有更正件", "以后来的为准"
	}
	return err
}

// dueWords are a deadline as the time line writes it.
func dueWords(d app.Deadline) string {
	if d.Date.IsZero() {
		return "未写"
	}
	return strings.TrimSpace(d.Date.String() + " " + d.Time)
}
