package inquire

import (
	"context"
	"slices"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// Detail gives one notice with its time line; CodeNotFound if there is none.
func (s *Service) Detail(ctx context.Context, notice string) (Detail, error) {
	n, err := s.Reader.Notice(ctx, notice)
	if err != nil {
		return Detail{}, err
	}
	papers, err := s.Reader.Papers(ctx, notice)
	if err != nil {
		return Detail{}, err
	}
	history, err := s.Reader.History(ctx, notice)
	if err != nil {
		return Detail{}, err
	}
	settings, err := s.Reader.Settings(ctx)
	if err != nil {
		return Detail{}, err
	}
	today := app.DateOf(s.Now())
	d := Detail{Notice: n, Papers: papers, Records: len(history), Row: s.row(today, n), Undo: undoWords(n)}
	if d.Earlier, err = s.brief(ctx, n.Supersedes); err != nil {
		return Detail{}, err
	}
	if d.Later, err = s.brief(ctx, n.SupersededBy); err != nil {
		return Detail{}, err
	}
	if d.Steps, err = s.steps(d, history); err != nil {
		return Detail{}, err
	}
	d.Next, d.NextHint = s.next(today, d.Row, n)
	d.Offered = offered(settings.Office, n)
	d.Next = append(d.Next, companions(d.Next, papers)...)
	return d, nil
}

// brief names another notice; nil for none.
func (s *Service) brief(ctx context.Context, notice string) (*Brief, error) {
	if notice == "" {
		return nil, nil
	}
	n, err := s.Reader.Notice(ctx, notice)
	if app.ErrorCode(err) == app.CodeNotFound { // it came with a package that did not hold the other one
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	b := Brief{ID: n.ID, Year: n.Year, No: n.No, Title: n.Title(), Issuer: n.Check.Fields.Issuer, Day: n.Entered}
	if n.Received.Known() {
		b.Day = n.Received.Date
	}
	return &b, nil
}

// row is a notice as a list shows it.
func (s *Service) row(today app.Date, n ledger.Notice) Row {
	r := Row{ID: n.ID, Year: n.Year, No: n.No, Title: n.Title(), Issuer: n.Check.Fields.Issuer, DocNo: n.Check.Fields.DocNo,
		Kind: n.Check.Kind, Verdict: n.Verdict(), Received: n.Received, EnteredAt: n.EnteredAt, Void: n.Void}
	for _, d := range n.Demands {
		r.Demands = append(r.Demands, demandRow(d))
	}
	rows := []Row{r}
	s.dress(today, rows)
	return rows[0]
}

func demandRow(d ledger.Demand) DemandRow {
	r := DemandRow{ID: d.ID, No: d.No, Gist: d.Advice.Gist, Kind: d.Kind, Verdict: d.Verdict(), State: d.State, Changed: d.Changed}
	if t := d.Advice.Deadline; t != nil {
		r.Deadline, r.Time = t.Date, t.Time
	}
	if d.Delivery != nil {
		r.ReplyDue, r.Sent = d.Delivery.Due, d.Delivery.Date
	}
	if n := len(d.Talks); n > 0 && d.State == ledger.StateTalking {
		r.Talk, r.Remind = d.Talks[n-1].Result, d.Talks[n-1].Remind
	}
	if d.Decision != nil {
		r.Assignee = d.Decision.Assignee
	}
	if d.Paper != nil {
		r.Paper, r.Number = d.Paper.Paper, d.Paper.Number
	}
	if d.Reply != nil {
		r.Outcome = d.Reply.Outcome
	}
	return r
}

// undoWords names what Undo would take back; empty if it would be refused.
func undoWords(n ledger.Notice) string {
	var last ledger.Demand
	for _, d := range n.Demands {
		if d.LastTime.After(last.LastTime) {
			last = d
		}
	}
	for _, d := range n.Demands {
		if d.LastTime.Equal(last.LastTime) && !d.CanUndo {
			return ""
		}
	}
	if n.Void || last.ID == "" {
		return ""
	}
	return last.LastType.Act()
}

// urgency orders the buttons: what holds a matter up comes first.
var urgency = []ActionKind{ActionEscalate, ActionApprove, ActionDeliver, ActionReply, ActionTalk, ActionIssue, ActionDecide,
	ActionDone, ActionReopen}

// next gives the buttons for a notice, the best first, and one sentence about the wait.
func (s *Service) next(today app.Date, r Row, n ledger.Notice) (actions []Action, hint string) {
	found := make(map[ActionKind]*Action)
	add := func(kind ActionKind, d ledger.Demand) {
		a := found[kind]
		if a == nil {
			a = &Action{Kind: kind, Title: kind.Title()}
			found[kind] = a
		}
		a.Demands = append(a.Demands, d.ID)
		if d.Paper != nil {
			a.Paper = d.Paper.Paper
		}
	}
	for _, d := range n.Demands {
		for _, kind := range possible(today, d) {
			add(kind, d)
		}
		if d.State == ledger.StateAwaiting && !d.Overdue(today) && d.Delivery != nil && d.Paper != nil && d.Paper.Kind != ledger.PaperEscalation {
			hint = monthDay(d.Delivery.Due) + " 前无答复，可生成提级反映单。"
		}
	}
	for _, kind := range urgency {
		if a := found[kind]; a != nil {
			actions = append(actions, *a)
		}
	}
	return actions, hint
}

// offered are the kinds of paper that may be made of a notice beside the one that its next step leads to.
func offered(o app.Office, n ledger.Notice) []paper.Kind {
	var verdicts []app.Verdict
	var matters []paper.Matter
	for _, d := range n.Demands {
		m := paper.Matter{Demand: d.Advice, Verdict: d.Verdict()}
		switch d.State {
		case ledger.StatePending, ledger.StateTalking, ledger.StateDoing, ledger.StateCooperating:
			verdicts = append(verdicts, d.Verdict())
		case ledger.StateVoid:
			continue
		default:
			m.Settled = true
		}
		matters = append(matters, m)
	}
	class := paper.ClassOf(n.Check.Fields.Issuer)
	first := paper.KindOf(o, class, verdicts)
	return slices.DeleteFunc(paper.Offered(o, class, n.Check.Fields.Title, matters), func(k paper.Kind) bool { return k == first })
}

// possible are the buttons that fit a demand's state.
func possible(today app.Date, d ledger.Demand) []ActionKind {
	switch d.State {
	case ledger.StatePending:
		if v := d.Verdict(); d.Decision != nil && (v == app.VerdictRefuse || v == app.VerdictEscalate) {
			return []ActionKind{ActionIssue}
		}
		return []ActionKind{ActionDecide}
	case ledger.StateTalking:
		return []ActionKind{ActionTalk, ActionIssue}
	case ledger.StateToSign:
		return []ActionKind{ActionApprove, ActionDeliver}
	case ledger.StateToDeliver:
		return []ActionKind{ActionDeliver}
	case ledger.StateAwaiting:
		if d.Overdue(today) && d.Paper != nil && d.Paper.Kind != ledger.PaperEscalation {
			return []ActionKind{ActionEscalate, ActionReply}
		}
		return []ActionKind{ActionReply}
	case ledger.StateReplied:
		if d.Reply != nil && d.Reply.Outcome == ledger.Upheld && d.Paper != nil && d.Paper.Kind != ledger.PaperEscalation {
			return []ActionKind{ActionEscalate, ActionDone}
		}
		return []ActionKind{ActionDone}
	case ledger.StateDoing, ledger.StateCooperating, ledger.StateTransferred:
		return []ActionKind{ActionDone}
	case ledger.StateClosed:
		return []ActionKind{ActionReopen}
	}
	return nil
}
