package decide

import (
	"context"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// VoidPaper voids a paper with a reason (作废). Its number is not given again; its demands go back to where they stood.
// What has been delivered cannot be voided: it is put right by another paper (Request.Corrects).
func (s *Service) VoidPaper(ctx context.Context, paperID, reason string) (ledger.Paper, error) {
	if reason = strings.TrimSpace(reason); reason == "" {
		return ledger.Paper{}, app.Errorf(app.CodeInvalid, "作废请写一句理由。号不重用，作废也留记录。")
	}
	return s.changePaper(ctx, paperID, func(b ledger.Book, p ledger.Paper) error {
		if p.Delivery != nil {
			return app.Errorf(app.CodeConflict, "%s已送达，不能作废。内容有误的，请用“更正”另出一份。", p.Number)
		}
		return voidPaper(ctx, b, p, reason)
	})
}

func voidPaper(ctx context.Context, b ledger.Book, p ledger.Paper, reason string) error {
	ref := ledger.PaperRefPayload{Paper: p.ID, Kind: p.Kind, Number: p.Number, Reason: reason}
	if err := onAnswers(ctx, b, p, ledger.DemandPaperVoided, ref); err != nil {
		return err
	}
	_, err := b.Append(ctx, paperSubject(p.ID), ledger.PaperVoided, ledger.VoidPayload{Reason: reason})
	return err
}

// VoidNotice takes a registration back with a reason (撤销登记). Its number is not given again. Papers not yet delivered
// are voided with it; after a delivery it is refused. Of a 更正件 the earlier notice holds again.
func (s *Service) VoidNotice(ctx context.Context, notice, reason string) (ledger.Notice, error) {
	if reason = strings.TrimSpace(reason); reason == "" {
		return ledger.Notice{}, app.Errorf(app.CodeInvalid, "撤销登记请写一句理由。号不重用，撤销也留记录。")
	}
	return s.change(ctx, notice, func(b ledger.Book, n ledger.Notice) error {
		for _, d := range n.Demands {
			if err := voidDemand(ctx, b, n, d.ID, reason); err != nil {
				return err
			}
		}
		if err := s.voidCompanions(ctx, b, n, reason); err != nil {
			return err
		}
		if _, err := b.Append(ctx, noticeSubject(n.ID), ledger.NoticeVoided, ledger.ReasonPayload{Reason: reason}); err != nil {
			return err
		}
		return ledger.Restore(ctx, b, n)
	})
}

// voidCompanions voids the papers of a notice that answer no demand (支援请求单 …). One that has left the house holds the
// notice in the ledger as an answer does.
func (s *Service) voidCompanions(ctx context.Context, b ledger.Book, n ledger.Notice, reason string) error {
	papers, err := s.Reader.Papers(ctx, n.ID)
	if err != nil {
		return err
	}
	for _, p := range papers {
		switch {
		case p.Void || len(p.Answers) > 0:
			continue
		case p.Delivery != nil:
			return app.Errorf(app.CodeConflict, "%s的文书 %s 已送达，不能撤销登记。", n.Number(), p.Number)
		}
		if err := voidPaper(ctx, b, p, reason); err != nil {
			return err
		}
	}
	return nil
}

func voidDemand(ctx context.Context, b ledger.Book, n ledger.Notice, id, reason string) error {
	d, err := b.Demand(ctx, id) // an earlier one may have voided the paper of this one
	if err != nil {
		return err
	}
	switch d.State {
	case ledger.StateVoid:
		return nil
	case ledger.StateAwaiting, ledger.StateReplied:
		return app.Errorf(app.CodeConflict, "%s的文书 %s 已送达，不能撤销登记。", n.Number(), d.Paper.Number)
	case ledger.StateClosed:
		return app.Errorf(app.CodeConflict, "%s的事%d已办结，不能撤销登记。请先重新打开。", n.Number(), d.No)
	case ledger.StateToSign, ledger.StateToDeliver:
		p, err := b.Paper(ctx, d.Paper.Paper)
		if err != nil {
			return err
		}
		if err := voidPaper(ctx, b, p, reason); err != nil {
			return err
		}
		return voidDemand(ctx, b, n, id, reason)
	}
	_, err = b.Append(ctx, demandSubject(id), ledger.DemandVoided, ledger.ReasonPayload{Reason: reason})
	return err
}

// Undo takes back the last operation on a notice by counter-events, and names what was taken back. Registering is taken
// back by VoidNotice, a paper by VoidPaper, because both numbers stay in the ledger and need a reason.
func (s *Service) Undo(ctx context.Context, notice string) (what string, n ledger.Notice, err error) {
	n, err = s.change(ctx, notice, func(b ledger.Book, n ledger.Notice) error {
		last := lastOperation(n)
		if len(last) == 0 {
			return app.Errorf(app.CodeConflict, "没有可以撤回的操作。要撤回登记，请用“撤销登记”。")
		}
		papers := make(map[string]bool)
		for _, d := range last {
			what = d.LastType.Act()
			undone := ledger.UndonePayload{Event: d.Last, Type: d.LastType}
			if _, err := b.Append(ctx, demandSubject(d.ID), ledger.DemandUndone, undone); err != nil {
				return err
			}
			if d.LastType == ledger.DemandApproved && !papers[d.Approval.Paper] {
				papers[d.Approval.Paper] = true
				if err := undoApproval(ctx, b, n, d.Approval.Paper); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return what, n, err
}

// lastOperation are the demands that the last operation touched: all its events carry the same time.
func lastOperation(n ledger.Notice) []ledger.Demand {
	var at time.Time
	for _, d := range n.Demands {
		if d.LastTime.After(at) {
			at = d.LastTime
		}
	}
	var out []ledger.Demand
	for _, d := range n.Demands {
		if !d.LastTime.Equal(at) {
			continue
		}
		if d.LastType == ledger.DemandReceived || d.LastType == ledger.DemandContent {
			return nil
		}
		out = append(out, d)
	}
	return out
}

// undoApproval takes the signature on a paper back, also from the demands of other notices that the paper answers.
func undoApproval(ctx context.Context, b ledger.Book, n ledger.Notice, paperID string) error {
	p, err := b.Paper(ctx, paperID)
	if err != nil {
		return err
	}
	if _, err := b.Append(ctx, paperSubject(p.ID), ledger.PaperUndone, ledger.UndonePayload{Event: p.Last, Type: p.LastType}); err != nil {
		return err
	}
	for _, id := range p.Answers {
		if _, own := demandOf(n, id); own {
			continue
		}
		d, err := b.Demand(ctx, id)
		if err != nil {
			return err
		}
		if d.LastType != ledger.DemandApproved || d.Approval == nil || d.Approval.Paper != p.ID {
			continue
		}
		if _, err := b.Append(ctx, demandSubject(id), ledger.DemandUndone, ledger.UndonePayload{Event: d.Last, Type: d.LastType}); err != nil {
			return err
		}
	}
	return nil
}
