package inquire

import (
	"context"
	"slices"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// companionDays is how far back papers that answer no demand are looked for where nothing of their notice is open.
const companionDays = 60

// companionTasks are the papers that answer no demand and still wait for a signature or for being sent.
func (s *Service) companionTasks(ctx context.Context, today app.Date) ([]Task, error) {
	var kinds []ledger.PaperKind
	for _, k := range paper.Kinds() {
		if !k.Answers() {
			kinds = append(kinds, ledger.PaperKind(k))
		}
	}
	list, err := s.Reader.Companions(ctx, kinds, today.AddDays(-companionDays), maxOpen)
	if err != nil {
		return nil, err
	}
	var out []Task
	for _, c := range list {
		t := Task{Notice: c.Notice, Number: number(Row{Year: c.Year, No: c.No}), Action: Action{Kind: ActionApprove, Paper: c.Paper.ID}, Due: Due{Words: ledger.StateToSign.Title()}}
		at := DemandRow{Changed: c.Paper.IssuedAt}
		t.Title, t.Why = "文书未登记审定："+ShortTitle(c.Title), c.Paper.Number+"，"+s.moment(today, at)+" 出文，纸上签字后登记"
		if c.Paper.Approval != nil {
			t.Action.Kind, t.Due.Words = ActionDeliver, ledger.StateToDeliver.Title()
			t.Title, t.Why = "文书未登记送达："+ShortTitle(c.Title), c.Paper.Number+"，已登记审定，送出后登记"
		}
		t.Action.Title = t.Action.Kind.Title()
		out = append(out, t)
	}
	return out, nil
}

// companions are the buttons for papers that answer no demand (支援请求单 …): to be signed, to be delivered. A button that
// a demand has already is not doubled.
func companions(known []Action, papers []ledger.Paper) []Action {
	var out []Action
	add := func(kind ActionKind, p ledger.Paper) {
		same := func(a Action) bool { return a.Kind == kind }
		if !slices.ContainsFunc(known, same) && !slices.ContainsFunc(out, same) {
			out = append(out, Action{Kind: kind, Title: kind.Title(), Paper: p.ID})
		}
	}
	for _, p := range papers {
		if p.Void || len(p.Answers) > 0 || p.Delivery != nil {
			continue
		}
		if p.Approval == nil {
			add(ActionApprove, p)
		}
		add(ActionDeliver, p)
	}
	return out
}
