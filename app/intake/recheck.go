package intake

import (
	"cmp"
	"context"
	"maps"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// ReceivedOn registers when a notice already in the ledger came in. Where none of its demands is decided yet, it is
// compared again from that day.
func (s *Service) ReceivedOn(ctx context.Context, notice string, r ledger.Received) (ledger.Notice, error) {
	if err := s.validReceived(r); err != nil {
		return ledger.Notice{}, err
	}
	if r.Source == ledger.DayOpen {
		r.Source = ledger.DayClerk
	}
	n, err := s.Reader.Notice(ctx, notice)
	if err != nil {
		return ledger.Notice{}, err
	}
	var check *app.Check
	if undecided(n) == nil && n.Erased == nil {
		c, err := s.compare(ctx, n.Document.Text(), r.Date, n.Fixed, n.ID)
		if err != nil {
			return ledger.Notice{}, err
		}
		check = &c
	}
	return s.rewrite(ctx, notice, func(b ledger.Book, n ledger.Notice) error {
		subject := ledger.Subject{Kind: ledger.SubjectNotice, ID: notice}
		if _, err := b.Append(ctx, subject, ledger.NoticeReceived, r); err != nil {
			return err
		}
		if check == nil {
			return nil
		}
		return writeCheck(ctx, b, n, *check, n.Fixed)
	})
}

// Recheck compares a registered notice again, with the lists and rules of the day received; fixed fields are put
// right first (要素更正), an empty value takes a correction back. What stood before stays in the history. Where a demand
// is decided already, the fields alone are put right and the advice stays: CodeConflict for a new comparison, for the
// deadline and the time of a meeting, and once a paper is out.
func (s *Service) Recheck(ctx context.Context, notice string, fixed map[string]string) (ledger.Notice, error) {
	fixed = maps.Clone(fixed)
	for name, value := range fixed {
		fixed[name] = s.Typed(name, value)
		if err := validField(name, fixed[name]); err != nil {
			return ledger.Notice{}, err
		}
	}
	n, err := s.Reader.Notice(ctx, notice)
	if err != nil {
		return ledger.Notice{}, err
	}
	if n.Erased != nil {
		return ledger.Notice{}, app.Errorf(app.CodeConflict, "%s的内容已删除，不能重新比对。", n.Number())
	}
	all := maps.Clone(n.Fixed)
	if all == nil {
		all = make(map[string]string)
	}
	for name, value := range fixed {
		if all[name] = value; value == "" {
			delete(all, name)
		}
	}
	check, err := s.compare(ctx, n.Document.Text(), n.Received.Date, all, n.ID)
	if err != nil {
		return ledger.Notice{}, err
	}
	if !n.Received.Known() {
		check = silenceClock(check)
	}
	return s.rewrite(ctx, notice, func(b ledger.Book, n ledger.Notice) error {
		if err := undecided(n); err != nil {
			if e := correctable(n, fixed); e != nil || len(fixed) == 0 {
				return cmp.Or(e, err)
			}
			kept := n.Check
			kept.Fields = check.Fields
			return writeContent(ctx, b, n, kept, all)
		}
		return writeCheck(ctx, b, n, check, all)
	})
}

// correctable is nil if these fields of a notice that was dealt with may be put right by themselves.
func correctable(n ledger.Notice, fixed map[string]string) error {
	for _, name := range []string{"deadline", "meeting_time"} {
		if _, ok := fixed[name]; ok {
			return app.Errorf(app.CodeConflict, "%s已有处理，时间没有改动。时限请在事项上更正；会议时间请先撤回处理再改。", n.Number())
		}
	}
	for _, d := range n.Demands {
		if d.Paper != nil {
			return app.Errorf(app.CodeConflict, "%s已出文 %s，要素没有改动，以免与文书不一致。文书有误的，请作废后再改。", n.Number(), d.Paper.Number)
		}
	}
	return nil
}

// rewrite runs a change of one notice and gives the notice as it is then.
func (s *Service) rewrite(ctx context.Context, id string, change func(ledger.Book, ledger.Notice) error) (ledger.Notice, error) {
	var n ledger.Notice
	err := s.Writer.Write(ctx, func(b ledger.Book) error {
		before, err := b.Notice(ctx, id)
		if err != nil {
			return err
		}
		if err := change(b, before); err != nil {
			return err
		}
		n, err = b.Notice(ctx, id)
		return err
	})
	return n, err
}

// undecided is nil if nobody has dealt with any demand of the notice.
func undecided(n ledger.Notice) error {
	for _, d := range n.Demands {
		untouched := d.Decision == nil && len(d.Talks) == 0 && len(d.Papers) == 0
		if d.State != ledger.StateVoid && !(untouched && (d.State == ledger.StatePending || d.State == ledger.StateInfo)) {
			return app.Errorf(app.CodeConflict, "%s已有处理，不再重新比对。请先撤回处理，再重新比对。", n.Number())
		}
	}
	return nil
}

// writeCheck puts a new check in place of the old one. Demands keep their identity by their number; new ones are added,
// those that the check does not see any more are voided.
func writeCheck(ctx context.Context, b ledger.Book, n ledger.Notice, c app.Check, fixed map[string]string) error {
	if err := writeContent(ctx, b, n, c, fixed); err != nil {
		return err
	}
	live := make(map[int]ledger.Demand)
	for _, d := range n.Demands {
		if d.State != ledger.StateVoid {
			live[d.No] = d
		}
	}
	for i, advice := range c.Demands {
		d, ok := live[i+1]
		if !ok {
			if err := ledger.AppendDemand(ctx, b, n.ID, i+1, advice); err != nil {
				return err
			}
			continue
		}
		delete(live, i+1)
		if _, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectDemand, ID: d.ID}, ledger.DemandContent, advice); err != nil {
			return err
		}
	}
	for _, d := range n.Demands { // in their order
		if _, gone := live[d.No]; !gone || d.State == ledger.StateVoid {
			continue
		}
		reason := ledger.ReasonPayload{Reason: "重新比对后不再单列"}
		if _, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectDemand, ID: d.ID}, ledger.DemandVoided, reason); err != nil {
			return err
		}
	}
	return nil
}

// writeContent puts other fields and advice beside the words of a notice.
func writeContent(ctx context.Context, b ledger.Book, n ledger.Notice, c app.Check, fixed map[string]string) error {
	content := ledger.ContentPayload{Document: n.Document, Digest: n.Digest, Files: n.Files, Check: c, Fixed: fixed}
	_, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectNotice, ID: n.ID}, ledger.NoticeContent, content)
	return err
}
