package inquire

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"yidanqing/app"
	"yidanqing/app/alert"
	"yidanqing/app/ledger"
)

// maxOpen bounds the notices that are looked at for tasks; an office with more has other troubles than this list.
const maxOpen = 2000

// Tasks gives what is to be done and what is awaited.
func (s *Service) Tasks(ctx context.Context) (Tasks, error) {
	today := app.DateOf(s.Now())
	rows, err := s.Reader.Open(ctx, maxOpen)
	if err != nil {
		return Tasks{}, err
	}
	s.dress(today, rows)
	small, err := s.togetherOf(ctx, rows)
	if err != nil {
		return Tasks{}, err
	}
	waiting := small.waiting()
	var out Tasks
	for _, r := range rows {
		demands := slices.DeleteFunc(slices.Clone(r.Demands), func(d DemandRow) bool { return waiting[d.ID] })
		for _, g := range group(today, demands) {
			t, mine, ok := s.task(today, r, g)
			switch {
			case !ok:
			case mine:
				out.Mine = append(out.Mine, t)
			default:
				out.Theirs = append(out.Theirs, t)
			}
		}
	}
	lone, err := s.companionTasks(ctx, today)
	if err != nil {
		return Tasks{}, err
	}
	out.Mine = append(out.Mine, lone...)
	if t, ok := small.task(today); ok {
		out.Mine = append(out.Mine, t)
	}
	report, due, err := s.reportTask(ctx, today)
	if err != nil {
		return Tasks{}, err
	}
	if due {
		out.Mine = append(out.Mine, report)
	}
	alerts, err := s.Reader.Alerts(ctx, today.AddDays(-alert.Days), maxOpen)
	if err != nil {
		return Tasks{}, err
	}
	tell(out.Mine, alerts)
	for _, list := range [][]Task{out.Mine, out.Theirs} {
		slices.SortStableFunc(list, soonest)
	}
	return out, nil
}

// soonest orders by day and hour; what has no day comes last, in the order of the ledger.
func soonest(a, b Task) int {
	switch {
	case a.Due.Date.IsZero() != b.Due.Date.IsZero():
		if a.Due.Date.IsZero() {
			return 1
		}
		return -1
	case a.Due.Date != b.Due.Date:
		return b.Due.Date.DaysUntil(a.Due.Date)
	}
	return strings.Compare(hourOrEnd(a.Due.Time), hourOrEnd(b.Due.Time))
}

func hourOrEnd(hour string) string {
	if hour == "" {
		return "24:00"
	}
	return hour
}

// group puts demands together that one press of a button deals with: same state, same paper, same lateness; demands to
// be done stand each for itself, because they have deadlines of their own.
func group(today app.Date, demands []DemandRow) [][]DemandRow {
	var keys []string
	groups := make(map[string][]DemandRow)
	for _, d := range demands {
		if !d.State.Open() {
			continue
		}
		key := fmt.Sprint(d.State, d.Paper, overdue(today, d), d.Talk)
		if d.State == ledger.StateDoing || d.State == ledger.StateCooperating {
			key = d.ID
		}
		if groups[key] == nil {
			keys = append(keys, key)
		}
		groups[key] = append(groups[key], d)
	}
	out := make([][]DemandRow, 0, len(keys))
	for _, k := range keys {
		out = append(out, groups[k])
	}
	return out
}

// task is one line for a group of demands; ok is false where nothing is to be shown.
func (s *Service) task(today app.Date, r Row, g []DemandRow) (t Task, mine, ok bool) {
	d := g[0]
	t = Task{Notice: r.ID, Number: number(r), Title: r.ShortTitle, Action: Action{Paper: d.Paper}}
	for _, m := range g {
		t.Action.Demands = append(t.Action.Demands, m.ID)
	}
	set := func(kind ActionKind, due Due, why string) { t.Action.Kind, t.Due, t.Why = kind, due, why }
	mine, ok = true, true
	switch d.State {
	case ledger.StatePending:
		set(ActionDecide, Due{Words: d.State.Title()}, s.dayWords(today, r)+"收件，请核对")
		if due := s.nearest(today, g); due.Kind == DueLate || due.Kind == DueToday || due.Kind == DueSoon {
			t.Due, t.Why = due, s.dayWords(today, r)+"收件，"+d.State.Title()
		}
	case ledger.StateToSign:
		t.Title = "文书未登记审定：" + t.Title
		set(ActionApprove, Due{Words: d.State.Title()}, d.Number+"，"+s.moment(today, d)+" 出文，纸上签字后登记")
	case ledger.StateToDeliver:
		t.Title = "文书未登记送达：" + t.Title
		set(ActionDeliver, Due{Words: d.State.Title()}, d.Number+"，已登记审定，送出后登记")
	case ledger.StateAwaiting:
		mine = s.awaiting(today, r, g, &t)
	case ledger.StateReplied:
		set(ActionDone, Due{Words: d.Title}, d.Number+"，可以办结或提级反映")
	case ledger.StateTalking:
		mine = s.talking(today, g, &t)
	case ledger.StateDoing, ledger.StateCooperating:
		ok = s.doing(today, r, d, &t)
	default:
		ok = false
	}
	t.Action.Title = t.Action.Kind.Title()
	return t, mine, ok
}

// nearest is the first deadline of some demands.
func (s *Service) nearest(today app.Date, g []DemandRow) Due {
	var first DemandRow
	for _, d := range g {
		if !d.Deadline.IsZero() && (first.Deadline.IsZero() || d.Deadline.Before(first.Deadline) || d.Deadline == first.Deadline && before(d.Time, first.Time)) {
			first = d
		}
	}
	return s.due(today, first.Deadline, first.Time)
}

func number(r Row) string { return fmt.Sprintf("%d年第%d号", r.Year, r.No) }

// awaiting tells a late reply, which is the office's to follow up, from one that may still come.
func (s *Service) awaiting(today app.Date, r Row, g []DemandRow, t *Task) (mine bool) {
	d := g[0]
	t.Due = s.demandDue(today, d)
	t.Why = fmt.Sprintf("%s，%s%s 送达", d.Number, numbers(g, len(r.Demands)), monthDay(d.Sent))
	if !overdue(today, d) {
		t.Title, t.Action.Kind = issuerColon(r)+t.Title, ActionReply
		return false
	}
	t.Title, t.Action.Kind = issuerName(r)+"未答复："+t.Title, ActionEscalate
	if d.Paper != "" && strings.Contains(d.Number, "提级") {
		t.Action.Kind = ActionReply // it has been raised already: ask again, then register
	}
	t.Why += "，应于 " + monthDay(d.ReplyDue) + " 前答复"
	return true
}

func issuerName(r Row) string {
	if r.Issuer == "" {
		return "对方"
	}
	return r.Issuer
}

func issuerColon(r Row) string {
	if r.Issuer == "" {
		return ""
	}
	return r.Issuer + "："
}

// numbers names demands where a notice has several: 事1、3、4，
func numbers(g []DemandRow, total int) string {
	if total < 2 {
		return ""
	}
	var ns []string
	for _, d := range g {
		ns = append(ns, strconv.Itoa(d.No))
	}
	return "事" + strings.Join(ns, "、") + "，"
}

func (s *Service) talking(today app.Date, g []DemandRow, t *Task) (mine bool) {
	d := g[0]
	t.Action.Kind, t.Due = ActionTalk, Due{Words: d.State.Title()}
	switch {
	case d.Talk == ledger.TalkDisagreed:
		t.Action.Kind, t.Why = ActionIssue, "沟通未同意，可以出文"
		return true
	case d.Talk == ledger.TalkLater && !today.Before(d.Remind):
		t.Due, t.Why = s.due(today, d.Remind, ""), "说好再联系，请记沟通结果"
		return true
	}
	t.Why = "先沟通 " + s.moment(today, d) + "，等对方回话"
	if d.Talk == ledger.TalkLater {
		t.Why = "先沟通 " + s.moment(today, d) + "，" + monthDay(d.Remind) + " 再联系"
	}
	return false
}

// doing shows what has a deadline within sight.
func (s *Service) doing(today app.Date, r Row, d DemandRow, t *Task) bool {
	t.Due = s.demandDue(today, d)
	if d.Deadline.IsZero() || s.Calendar.AddWorkdays(today, horizon).Before(d.Deadline) {
		return false
	}
	if len(r.Demands) > 1 && d.Gist != "" {
		t.Title = d.Gist
	}
	t.Action.Kind, t.Why = ActionDone, d.Verdict.Title()
	if d.Assignee != "" {
		t.Why += " · " + d.Assignee
	}
	return true
}

// moment is when the state changed, as lists tell it: 今天 10:05, 11-20.
func (s *Service) moment(today app.Date, d DemandRow) string {
	at := d.Changed.In(s.Now().Location())
	if app.DateOf(at) == today {
		return "今天 " + at.Format("15:04")
	}
	return monthDay(app.DateOf(at))
}

func (s *Service) dayWords(today app.Date, r Row) string {
	switch d := s.dayOf(r); d {
	case today:
		return "今天"
	case today.AddDays(-1):
		return "昨天"
	default:
		return monthDay(d) + " "
	}
}

// Title is the button's word.
func (k ActionKind) Title() string {
	switch k {
	case ActionDecide:
		return "去核对"
	case ActionIssue:
		return "生成文书"
	case ActionTalk:
		return "记沟通结果"
	case ActionApprove:
		return "登记审定"
	case ActionDeliver:
		return "登记送达"
	case ActionReply:
		return "登记答复"
	case ActionDone:
		return "登记办结"
	case ActionEscalate:
		return "生成提级反映单"
	case ActionReopen:
		return "重新打开"
	case ActionTogether:
		return "看一看"
	case ActionReport:
		return "生成月报"
	}
	return ""
}

// Tiles gives the figures of the start page.
func (s *Service) Tiles(ctx context.Context) (Tiles, error) {
	return s.Reader.Tiles(ctx, app.DateOf(s.Now()))
}
