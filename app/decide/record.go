package decide

import (
	"context"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// changePaper runs an operation on one paper that is not void and gives the paper as it is then.
func (s *Service) changePaper(ctx context.Context, id string, operation func(ledger.Book, ledger.Paper) error) (ledger.Paper, error) {
	var p ledger.Paper
	err := s.Writer.Write(ctx, func(b ledger.Book) error {
		before, err := b.Paper(ctx, id)
		if err != nil {
			return err
		}
		if before.Void {
			return app.Errorf(app.CodeConflict, "%s已作废。", before.Number)
		}
		if err := operation(b, before); err != nil {
			return err
		}
		p, err = b.Paper(ctx, id)
		return err
	})
	return p, err
}

// notLater refuses a day that has not come yet, or that does not exist.
func (s *Service) notLater(d app.Date, what string) error {
	switch {
	case !d.Valid():
		return app.Errorf(app.CodeInvalid, "请写明%s日期。", what)
	case app.DateOf(s.Now()).Before(d):
		return app.Errorf(app.CodeInvalid, "%s日期 %s 在今天之后，没有登记。请检查日期。", what, d)
	}
	return nil
}

// RecordApproval registers a signature given on paper (登记审定): who signed, on which day. Photo may be nil.
func (s *Service) RecordApproval(ctx context.Context, paperID, by string, on app.Date, photo *Photo) (ledger.Paper, error) {
	if by = strings.TrimSpace(by); by == "" {
		return ledger.Paper{}, app.Errorf(app.CodeInvalid, "请写明谁签的字。")
	}
	if err := s.notLater(on, "审定"); err != nil {
		return ledger.Paper{}, err
	}
	file, err := s.keepPhoto(ctx, photo)
	if err != nil {
		return ledger.Paper{}, err
	}
	return s.changePaper(ctx, paperID, func(b ledger.Book, p ledger.Paper) error {
		settings, err := b.Settings(ctx)
		if err != nil {
			return err
		}
		a := ledger.ApprovalPayload{Paper: p.ID, By: by, Date: on}
		if a.Post, err = postOf(settings, by, on); err != nil {
			return err
		}
		if _, err := b.Append(ctx, paperSubject(p.ID), ledger.PaperApproved, a); err != nil {
			return err
		}
		if file != nil {
			if _, err := b.Append(ctx, paperSubject(p.ID), ledger.PaperPhoto, *file); err != nil {
				return err
			}
		}
		return onAnswers(ctx, b, p, ledger.DemandApproved, a)
	})
}

func (s *Service) keepPhoto(ctx context.Context, photo *Photo) (*ledger.File, error) {
	if photo == nil {
		return nil, nil
	}
	digest, err := s.Blobs.Put(ctx, photo.Data)
	if err != nil {
		return nil, err
	}
	return &ledger.File{Name: photo.Name, Digest: digest, Size: int64(len(photo.Data))}, nil
}

// postOf is the signer's post. Who has left the office by that day cannot have signed; who is not on the list can.
func postOf(s ledger.Settings, name string, on app.Date) (string, error) {
	var left app.Date
	for _, p := range s.People {
		switch {
		case p.Name != name:
		case p.InOffice(on):
			return p.Post, nil
		case !p.To.IsZero():
			left = p.To
		}
	}
	if !left.IsZero() && left.Before(on) {
		return "", app.Errorf(app.CodeInvalid, "%s 已于 %s 离岗，%s 不能由其审定。请核对签字人和日期。", name, left, on)
	}
	return "", nil
}

// onAnswers writes the same event for each demand that the paper answers now.
func onAnswers(ctx context.Context, b ledger.Book, p ledger.Paper, t ledger.EventType, payload any) error {
	for _, id := range p.Answers {
		d, err := b.Demand(ctx, id)
		if err != nil {
			return err
		}
		if d.Paper == nil || d.Paper.Paper != p.ID {
			continue // raised by another paper meanwhile
		}
		if _, err := b.Append(ctx, demandSubject(id), t, payload); err != nil {
			return err
		}
	}
	return nil
}

// RecordDelivery registers that a paper has left the house (登记送达) and starts the reply clock.
func (s *Service) RecordDelivery(ctx context.Context, paperID string, on app.Date, to string) (ledger.Paper, error) {
	if err := s.notLater(on, "送达"); err != nil {
		return ledger.Paper{}, err
	}
	return s.changePaper(ctx, paperID, func(b ledger.Book, p ledger.Paper) error {
		if on.Before(p.Date) {
			return app.Errorf(app.CodeInvalid, "送达日期 %s 早于成文日期 %s，没有登记。请检查日期。", on, p.Date)
		}
		d := ledger.DeliveryPayload{Paper: p.ID, Date: on, To: strings.TrimSpace(to), Days: p.ReplyDays}
		if p.ReplyDays > 0 {
			d.Due = s.Calendar.AddWorkdays(on, p.ReplyDays)
		}
		if _, err := b.Append(ctx, paperSubject(p.ID), ledger.PaperDelivered, d); err != nil {
			return err
		}
		return onAnswers(ctx, b, p, ledger.DemandDelivered, d)
	})
}

// RecordReply registers what came back, demand by demand (登记答复), and gives the notice of the first of them. A reply already
// registered is put right (更正).
func (s *Service) RecordReply(ctx context.Context, paperID string, on app.Date, replies []ReplyEntry) (ledger.Notice, error) {
	if err := s.notLater(on, "答复"); err != nil {
		return ledger.Notice{}, err
	}
	if len(replies) == 0 {
		return ledger.Notice{}, app.Errorf(app.CodeInvalid, "请逐项选答复结果：撤回、调整或维持。")
	}
	var n ledger.Notice
	_, err := s.changePaper(ctx, paperID, func(b ledger.Book, p ledger.Paper) error {
		if p.Delivery == nil {
			return app.Errorf(app.CodeConflict, "%s还没有登记送达，不能登记答复。请先登记送达。", p.Number)
		}
		if on.Before(p.Delivery.Date) {
			return app.Errorf(app.CodeInvalid, "答复日期 %s 早于送达日期 %s，没有登记。请检查日期。", on, p.Delivery.Date)
		}
		for _, r := range replies {
			d, err := b.Demand(ctx, r.Demand)
			if err != nil {
				return err
			}
			reply := ledger.Reply{Paper: p.ID, Outcome: r.Outcome, Date: on, Words: strings.TrimSpace(r.Words),
				Corrects: d.State == ledger.StateReplied}
			if _, err := b.Append(ctx, demandSubject(d.ID), ledger.DemandReplied, reply); err != nil {
				return err
			}
		}
		first, err := b.Demand(ctx, replies[0].Demand)
		if err != nil {
			return err
		}
		n, err = b.Notice(ctx, first.Notice)
		return err
	})
	return n, err
}

// onDemands runs an operation on some demands of a notice; none named means all that are open.
func (s *Service) onDemands(ctx context.Context, notice string, demands []string, operation func(ledger.Book, ledger.Demand) error) (ledger.Notice, error) {
	return s.change(ctx, notice, func(b ledger.Book, n ledger.Notice) error {
		chosen := demands
		if len(chosen) == 0 {
			for _, d := range n.Demands {
				if d.State.Open() {
					chosen = append(chosen, d.ID)
				}
			}
		}
		if len(chosen) == 0 {
			return app.Errorf(app.CodeConflict, "%s没有未办结的事项。", n.Number())
		}
		for _, id := range chosen {
			d, ok := demandOf(n, id)
			if !ok {
				return app.Errorf(app.CodeNotFound, "这个事项不在%s里。", n.Number())
			}
			if err := operation(b, d); err != nil {
				return err
			}
		}
		return nil
	})
}

// Transfer hands demands on to another body (转办).
func (s *Service) Transfer(ctx context.Context, notice string, demands []string, to, reason string) (ledger.Notice, error) {
	if to = strings.TrimSpace(to); to == "" {
		return ledger.Notice{}, app.Errorf(app.CodeInvalid, "请写明转给谁办。")
	}
	p := ledger.TransferPayload{To: to, Reason: strings.TrimSpace(reason)}
	return s.onDemands(ctx, notice, demands, func(b ledger.Book, d ledger.Demand) error {
		_, err := b.Append(ctx, demandSubject(d.ID), ledger.DemandTransferred, p)
		return err
	})
}

// Reschedule puts the deadline of a demand right that is being dealt with (更正时限); the decision stands. CodeConflict once
// a paper is out, and before it is decided: then the notice is compared again.
func (s *Service) Reschedule(ctx context.Context, notice, demand string, day app.Date, hour string) (ledger.Notice, error) {
	if !day.Valid() {
		return ledger.Notice{}, app.Errorf(app.CodeInvalid, "请写明时限是哪一天。")
	}
	if _, err := time.Parse("15:04", hour); hour != "" && err != nil {
		return ledger.Notice{}, app.Errorf(app.CodeInvalid, "时限“%s”读不出来，没有改动。请写成 17:00 这样。", hour)
	}
	return s.onDemands(ctx, notice, []string{demand}, func(b ledger.Book, d ledger.Demand) error {
		p := ledger.ReschedulePayload{To: app.Deadline{Date: day, Time: hour}}
		if old := d.Advice.Deadline; old != nil {
			p.From = app.Deadline{Date: old.Date, Time: old.Time}
		}
		if p.From == p.To {
			return nil
		}
		_, err := b.Append(ctx, demandSubject(d.ID), ledger.DemandRescheduled, p)
		return err
	})
}

// Done closes demands (办结).
func (s *Service) Done(ctx context.Context, notice string, demands []string, reason string) (ledger.Notice, error) {
	return s.onDemands(ctx, notice, demands, func(b ledger.Book, d ledger.Demand) error {
		_, err := b.Append(ctx, demandSubject(d.ID), ledger.DemandDone, ledger.ReasonPayload{Reason: strings.TrimSpace(reason)})
		return err
	})
}

// Reopen opens closed demands again; they go back to where they stood before. They must be named.
func (s *Service) Reopen(ctx context.Context, notice string, demands []string, reason string) (ledger.Notice, error) {
	if len(demands) == 0 {
		return ledger.Notice{}, app.Errorf(app.CodeInvalid, "请选要重新打开的事项。")
	}
	return s.onDemands(ctx, notice, demands, func(b ledger.Book, d ledger.Demand) error {
		_, err := b.Append(ctx, demandSubject(d.ID), ledger.DemandReopened, ledger.ReasonPayload{Reason: strings.TrimSpace(reason)})
		return err
	})
}
