package decide

import (
	"context"
	"slices"

	"yidanqing/app"
	"yidanqing/app/paper"
)

// together thinks out the 提级反映单 that takes up small matters of several notices (合并提级): each demand is decided as 提级反映,
// which is never stricter than what was advised.
func (s *Service) together(ctx context.Context, p *plan) error {
	if p.settings.Office.Grassroots() {
		return app.Errorf(app.CodeInvalid, "村、社区向镇里反映，一件一份，没有合并提级。")
	}
	p.kind = paper.KindEscalation
	if err := p.address(paper.ClassUnknown); err != nil {
		return err
	}
	own, err := s.Reader.Own(ctx)
	if err != nil {
		return err
	}
	for i, part := range p.request.Together {
		one := plan{request: Request{Notice: part.Notice}, notice: p.notice, settings: p.settings, kind: p.kind, to: p.to}
		if i > 0 {
			if one.notice, err = s.Reader.Notice(ctx, part.Notice); err != nil {
				return err
			}
		}
		if err := one.raise(part); err != nil {
			return err
		}
		list, err := s.listOf(ctx, one.notice)
		if err != nil {
			return err
		}
		for _, d := range one.answers {
			p.differs = p.differs || d.Advice.Verdict != app.VerdictEscalate
		}
		sub := s.write(one, list)
		if i == 0 {
			p.subject, p.answers, p.request.Choices = sub, one.answers, one.request.Choices
			p.subject.Wording = own.Wording()
			continue
		}
		p.others, p.parts, p.subject.Others = append(p.others, one.notice), append(p.parts, one), append(p.subject.Others, sub)
	}
	if n := len(p.allAnswers()); n > paper.MostCollected {
		return app.Errorf(app.CodeInvalid, "一份提级反映单最多 %d 项，选了 %d 项，没有出文。请分成几份。", paper.MostCollected, n)
	}
	return nil
}

// raise takes the demands of one notice; CodeConflict where one cannot be raised any more.
func (p *plan) raise(part Raised) error {
	n := p.notice
	if n.ID != part.Notice || n.Void || n.Erased != nil || len(part.Demands) == 0 {
		return app.Errorf(app.CodeConflict, "%s已撤销、内容已删除，或没有选事项，不能合并。请去掉它再试。", n.Number())
	}
	for _, d := range n.Demands {
		if !slices.Contains(part.Demands, d.ID) {
			continue
		}
		if !p.settings.Small(d) {
			return app.Errorf(app.CodeConflict, "%s的事%d已出文、已办结，或不再是可以合并的小事，没有合并。请去掉它再试。", n.Number(), d.No)
		}
		p.answers = append(p.answers, d)
		p.request.Choices = append(p.request.Choices, Choice{Demand: d.ID, Verdict: app.VerdictEscalate, Entry: p.request.entryIn(d)})
	}
	if len(p.answers) != len(part.Demands) {
		return app.Errorf(app.CodeNotFound, "选的事项不在%s里。", n.Number())
	}
	return nil
}
