package inquire

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// steps tells the events of a notice as its time line: events of one operation that say the same of several demands are
// one line; what belongs to a paper is told once.
func (s *Service) steps(d Detail, history []ledger.Entry) ([]Step, error) {
	n := d.Notice
	t := teller{notice: n, earlier: d.Earlier, later: d.Later, papers: make(map[string]ledger.Paper), numbers: make(map[string]int), said: make(map[int]string), zone: s.Now().Location()}
	for _, p := range d.Papers {
		t.papers[p.ID] = p
	}
	for _, d := range n.Demands {
		t.numbers[d.ID] = d.No
	}
	for _, e := range history {
		if err := t.tell(e); err != nil {
			return nil, fmt.Errorf("event %s/%d: %w", e.Event.Origin, e.Event.Seq, err)
		}
	}
	for i := range t.steps {
		t.finish(&t.steps[i])
		t.steps[i].Detail = joinWords(t.steps[i].Detail, t.said[i])
	}
	return append(t.steps, s.expected(n)...), nil
}

// teller gathers steps.
type teller struct {
	notice  ledger.Notice
	earlier *Brief
	later   *Brief
	papers  map[string]ledger.Paper
	numbers map[string]int // demand ID -> 事n
	steps   []Step
	said    map[int]string // words of a talk, by step
	zone    *time.Location // of the office
	content *ledger.ContentPayload
	day     ledger.Received // when the notice came in, as known up to here
}

// told are the events that have a line. The others only carry what a line before them tells.
func told(t ledger.EventType) bool {
	switch t {
	case ledger.DemandReceived, ledger.DemandContent, ledger.DemandTalkWords, ledger.DemandIssued, ledger.DemandPaperVoided,
		ledger.DemandApproved, ledger.DemandDelivered, ledger.PaperContent, ledger.PaperPhoto, ledger.PaperUndone:
		return false
	}
	return true
}

func (t *teller) tell(e ledger.Entry) error {
	if e.Event.Type == ledger.DemandTalkWords {
		return t.saidWords(e)
	}
	if !told(e.Event.Type) {
		return nil
	}
	step := Step{Type: e.Event.Type, At: e.Event.Time, By: e.Event.Actor, Ref: e.Event.Ref()}
	if err := t.words(e, &step); err != nil {
		return err
	}
	if no, ok := t.numbers[e.Event.Subject.ID]; ok {
		step.Demands = []int{no}
		if last := len(t.steps) - 1; last >= 0 && joins(t.steps[last], step) {
			t.steps[last].Demands = append(t.steps[last].Demands, no)
			return nil
		}
		// An operation may say one thing of 事1 and 3 and another of 事2 in between.
		for i := len(t.steps) - 1; i >= 0 && t.steps[i].At.Equal(step.At); i-- {
			if joins(t.steps[i], step) {
				t.steps[i].Demands = append(t.steps[i].Demands, no)
				return nil
			}
		}
	}
	t.steps = append(t.steps, step)
	return nil
}

// joins tells whether two lines are one.
func joins(a, b Step) bool {
	return a.Type == b.Type && a.At.Equal(b.At) && a.Title == b.Title && a.Detail == b.Detail && len(a.Demands) > 0
}

// finish names the demands where the notice has several.
func (t *teller) finish(s *Step) {
	if len(t.notice.Demands) < 2 || len(s.Demands) == 0 {
		return
	}
	slices.Sort(s.Demands)
	var ns []string
	for _, n := range s.Demands {
		ns = append(ns, strconv.Itoa(n))
	}
	s.Title += " 事" + strings.Join(ns, "、")
}

// words writes title and detail of one event.
func (t *teller) words(e ledger.Entry, s *Step) error {
	switch e.Event.Subject.Kind {
	case ledger.SubjectNotice:
		return t.noticeWords(e, s)
	case ledger.SubjectPaper:
		return t.paperWords(e, s)
	}
	return t.demandWords(e, s)
}

// read decodes a payload; an erased one leaves v as it is.
func read[T any](e ledger.Entry) (v T, err error) {
	if e.Payload != nil {
		err = json.Unmarshal(e.Payload, &v)
	}
	return v, err
}

func (t *teller) noticeWords(e ledger.Entry, s *Step) error {
	switch e.Event.Type {
	case ledger.NoticeRegistered:
		p, err := read[ledger.NoticePayload](e)
		s.Title, s.Detail, t.day = "收件", by(e)+channelWords(p.Channel), p.Received
		if t.earlier != nil {
			s.Detail += "；作为" + t.earlier.Number() + "的更正件"
		}
		return err
	case ledger.NoticeContent:
		return t.contentWords(e, s)
	case ledger.NoticeReceived:
		p, err := read[ledger.Received](e)
		s.Title, s.Detail = "确认收到日期", moment(p)
		if t.day.Known() {
			s.Title, s.Detail = "更正收到日期", moment(t.day)+" → "+moment(p)
		}
		t.day = p
		return err
	case ledger.NoticeSuperseded:
		return t.supersededWords(e, s)
	case ledger.NoticeVoided:
		p, err := read[ledger.ReasonPayload](e)
		s.Title, s.Detail, s.Counter = "撤销登记", p.Reason, true
		return err
	case ledger.NoticeErased:
		p, err := read[ledger.ErasedPayload](e)
		s.Title, s.Detail, s.Counter = "删除内容", p.Reason, true
		return err
	}
	return nil
}

func by(e ledger.Entry) string {
	if e.Event.Actor == "" {
		return ""
	}
	return e.Event.Actor + " "
}

func channelWords(c ledger.Channel) string {
	switch c {
	case ledger.ChannelFile:
		return "打开文件，原文已保存"
	case ledger.ChannelPhone:
		return "手工登记"
	}
	return "粘贴，原文已保存"
}

// checkWords sums a check up: 部分承担：拒接 3、配合 1，问题 5.
func checkWords(c app.Check) string {
	out := c.Verdict.Title()
	counts := make(map[app.Verdict]int)
	var order []app.Verdict
	for _, d := range c.Demands {
		if counts[d.Verdict] == 0 {
			order = append(order, d.Verdict)
		}
		counts[d.Verdict]++
	}
	if len(c.Demands) > 1 {
		var parts []string
		for _, v := range order {
			parts = append(parts, fmt.Sprintf("%s %d", shortVerdict(v), counts[v]))
		}
		out += "：" + strings.Join(parts, "、")
	}
	if n := len(c.Findings); n > 0 {
		out += fmt.Sprintf("，问题 %d", n)
	}
	return out
}

func shortVerdict(v app.Verdict) string {
	switch v {
	case app.VerdictRefuse:
		return "拒接"
	case app.VerdictEscalate:
		return "提级"
	}
	return v.Title()
}

func (t *teller) demandWords(e ledger.Entry, s *Step) error {
	switch e.Event.Type {
	case ledger.DemandDecided:
		p, err := read[ledger.Decision](e)
		s.Title, s.Detail = decisionWords(p)
		return err
	case ledger.DemandTalked:
		p, err := read[ledger.Talk](e)
		s.Title, s.Detail = "沟通", t.talkWords(e, p)
		return err
	case ledger.DemandTransferred:
		p, err := read[ledger.TransferPayload](e)
		s.Title, s.Detail = "转办", joinWords("转给"+p.To, p.Reason)
		return err
	case ledger.DemandRescheduled:
		p, err := read[ledger.ReschedulePayload](e)
		s.Title, s.Detail = e.Event.Type.Act(), dueWords(p.From)+" → "+dueWords(p.To)
		return err
	case ledger.DemandReplied:
		p, err := read[ledger.Reply](e)
		s.Title, s.Paper, s.Detail = "答复："+p.Outcome.Title(), p.Paper, joinWords(monthDay(p.Date), p.Words)
		if p.Corrects {
			s.Title, s.Counter = "更正答复："+p.Outcome.Title(), true
		}
		return err
	case ledger.DemandUndone:
		p, err := read[ledger.UndonePayload](e)
		s.Title, s.Counter = "撤回："+p.Type.Act(), true
		return err
	case ledger.DemandDone, ledger.DemandReopened, ledger.DemandVoided:
		p, err := read[ledger.ReasonPayload](e)
		s.Title, s.Detail, s.Counter = e.Event.Type.Act(), p.Reason, e.Event.Type != ledger.DemandDone
		return err
	}
	s.Title = e.Event.Type.Act()
	return nil
}

func decisionWords(p ledger.Decision) (title, detail string) {
	detail = "经办 " + p.By
	if p.By == "" {
		detail = "经办"
	}
	switch p.Verdict {
	case app.VerdictRefuse, app.VerdictEscalate:
		title, detail = "提出"+shortVerdict(p.Verdict), detail+" 提出；审定（待签章）"
	case app.VerdictInfo:
		title = "定为知悉"
	default:
		title = "定为" + p.Verdict.Title()
		if p.Assignee != "" {
			detail += "；承办 " + p.Assignee
		}
	}
	if p.Entry != nil {
		detail += "；按清单" + p.Entry.Part.Title() + "第" + p.Entry.ItemNo + "项“" + p.Entry.Name + "”"
	}
	if p.Reason != "" {
		detail += "；理由：" + p.Reason
	}
	if p.List != nil {
		detail += "；现行清单已换为《" + p.List.Title + "》"
	}
	return title, detail
}

func (t *teller) talkWords(e ledger.Entry, p ledger.Talk) string {
	way := map[string]string{"sms": "短信", "phone": "电话", "meeting": "当面"}[p.Way]
	if way == "" {
		way = p.Way
	}
	when := "" // the line itself tells when it was entered
	if entered := app.DateOf(e.Event.Time.In(t.zone)); !p.Date.IsZero() && p.Date != entered {
		when = strings.TrimSpace(monthDay(p.Date) + " " + p.Time)
	}
	return joinWords(strings.Join(strings.Fields(when+" "+way+" "+p.With), " "), p.Result.Title())
}

// mostSaid is how many characters of a talk's words the time line shows.
const mostSaid = 60

// saidWords puts what was said to the talk before it.
func (t *teller) saidWords(e ledger.Entry) error {
	p, err := read[ledger.TalkWordsPayload](e)
	words := strings.Join(strings.Fields(p.Words), "")
	if r := []rune(words); len(r) > mostSaid {
		words = string(r[:mostSaid]) + "……"
	}
	for i := len(t.steps) - 1; i >= 0; i-- {
		if t.steps[i].Type == ledger.DemandTalked {
			if t.said[i] = words; words != "" {
				t.said[i] = "“" + words + "”"
			}
			break
		}
	}
	return err
}

func joinWords(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "；")
}

func (t *teller) paperWords(e ledger.Entry, s *Step) error {
	id := e.Event.Subject.ID
	p := t.papers[id]
	s.Paper = id
	for _, d := range p.Answers {
		if no, ok := t.numbers[d]; ok {
			s.Demands = append(s.Demands, no)
		}
	}
	switch e.Event.Type {
	case ledger.PaperIssued:
		s.Title, s.Detail = "出文 "+p.Number, "送 "+p.Addressee+"（待签章）"
		if p.Pages > 0 {
			s.Detail = fmt.Sprintf("%d 页，%s", p.Pages, s.Detail)
		}
		if n := len(p.Notices); n > 1 {
			s.Detail = fmt.Sprintf("%d 件合写一份，%s", n, s.Detail)
		}
	case ledger.PaperApproved:
		a, err := read[ledger.ApprovalPayload](e)
		s.Title, s.Detail = "登记审定", fmt.Sprintf("经办登记：%s %s 已签字盖章", a.By, monthDay(a.Date))
		return err
	case ledger.PaperDelivered:
		d, err := read[ledger.DeliveryPayload](e)
		s.Title, s.Detail = "送达", strings.TrimSpace(p.Addressee+" "+d.To)+" 签收"
		if p.ReplyDays > 0 {
			s.Detail += "；答复期限起算"
		}
		return err
	case ledger.PaperVoided:
		v, err := read[ledger.VoidPayload](e)
		s.Title, s.Detail, s.Counter = "作废 "+p.Number, v.Reason, true
		return err
	}
	return nil
}

// expected is what is still to come: the replies awaited.
func (s *Service) expected(n ledger.Notice) []Step {
	var out []Step
	for _, d := range n.Demands {
		if d.State != ledger.StateAwaiting || d.Delivery == nil || d.Paper == nil {
			continue
		}
		if k := len(out) - 1; k >= 0 && out[k].Paper == d.Paper.Paper {
			out[k].Demands = append(out[k].Demands, d.No)
			continue
		}
		out = append(out, Step{Type: ledger.DemandReplied, Title: "答复", Detail: "应于 " + monthDay(d.Delivery.Due) + " 前",
			Pending: true, Paper: d.Paper.Paper, Demands: []int{d.No}})
	}
	t := teller{notice: n}
	for i := range out {
		t.finish(&out[i])
	}
	return out
}
