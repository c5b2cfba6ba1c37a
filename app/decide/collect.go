package decide

import (
	"context"
	"slices"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// collect adds the further notices whose demands a 提级反映单 takes up (合并提级): each with what of it is to be raised, all to the
// same superior body.
func (s *Service) collect(ctx context.Context, p *plan) error {
	for _, n := range p.others {
		one := plan{request: Request{Corrects: p.request.Corrects}, notice: n, settings: p.settings, kind: p.kind}
		sender := paper.ClassOf(n.Check.Fields.Issuer)
		if err := one.address(sender); err != nil {
			return err
		}
		if one.to.Name != p.to.Name && p.request.To.Name == "" {
			return app.Errorf(app.CodeInvalid, "%s应呈送%s，不能并入呈送%s的反映单。请另出一份。", n.Number(), one.to.Name, p.to.Name)
		}
		one.to = p.to
		one.sort(sender)
		if len(one.answers) == 0 {
			return app.Errorf(app.CodeInvalid, "%s没有需要提级反映的事项，不能并入。请去掉这一件。", n.Number())
		}
		list, err := s.listOf(ctx, n)
		if err != nil {
			return err
		}
		p.subject.Others = append(p.subject.Others, s.write(one, list))
		p.parts = append(p.parts, one)
	}
	if n := len(p.allAnswers()); len(p.parts) > 0 && n > paper.MostCollected {
		return app.Errorf(app.CodeInvalid, "一份提级反映单最多 %d 项，这几件共有 %d 项。请分成几份。", paper.MostCollected, n)
	}
	return nil
}

// formerOthers are the further notices of the paper that is put right: the new one takes them up again.
func (s *Service) formerOthers(ctx context.Context, p *plan) error {
	if p.request.Corrects == "" || p.kind != paper.KindEscalation {
		return nil
	}
	old, err := s.Reader.Paper(ctx, p.request.Corrects)
	if err != nil {
		return err
	}
	for _, id := range old.Notices {
		known := func(o ledger.Notice) bool { return o.ID == id }
		if id == p.notice.ID || slices.ContainsFunc(p.others, known) {
			continue
		}
		n, err := s.Reader.Notice(ctx, id)
		if err != nil {
			return err
		}
		p.others = append(p.others, n)
	}
	return nil
}

// allAnswers are the demands that the paper answers, of all its notices.
func (p *plan) allAnswers() []ledger.Demand {
	out := slices.Clone(p.answers)
	for _, one := range p.parts {
		out = append(out, one.answers...)
	}
	return out
}

// allMentions are the demands that the paper only names, of all its notices.
func (p *plan) allMentions() []ledger.Demand {
	out := slices.Clone(p.mentions)
	for _, one := range p.parts {
		out = append(out, one.mentions...)
	}
	return out
}
