package decide

import (
	"context"
	"slices"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// plan is a paper thought out: which kind, to whom, about which demands, from which facts.
type plan struct {
	request  Request
	notice   ledger.Notice
	settings ledger.Settings
	kind     paper.Kind
	to       paper.Addressee
	subject  paper.Subject // without number and date
	answers  []ledger.Demand
	mentions []ledger.Demand
	others   []ledger.Notice // further ones, of a 典型案例 or of a 提级反映单 of several
	parts    []plan          // those of the further notices of a 提级反映单
	differs  bool
}

// verdictIn is what holds for a demand under a request: the choice, else the decision, else the advice.
func (r Request) verdictIn(d ledger.Demand) app.Verdict {
	for _, c := range r.Choices {
		if c.Demand == d.ID {
			return c.Verdict
		}
	}
	return d.Verdict()
}

// think decides everything about a paper but its number.
func (s *Service) think(ctx context.Context, r Request, n ledger.Notice, settings ledger.Settings) (plan, error) {
	p := plan{request: r, notice: n, settings: settings}
	if n.Void || n.Erased != nil {
		return p, app.Errorf(app.CodeConflict, "%s已撤销或内容已删除，不能出文。", n.Number())
	}
	if err := validChoices(n, r.Choices); err != nil {
		return p, err
	}
	if len(r.Together) > 0 {
		return p, s.together(ctx, &p)
	}
	sender := paper.ClassOf(n.Check.Fields.Issuer)
	if p.kind = r.Kind; p.kind == paper.KindNone {
		p.kind = paper.KindOf(settings.Office, sender, p.openVerdicts())
	}
	if p.kind == paper.KindNone || p.kind.Answers() {
		if err := p.address(sender); err != nil {
			return p, err
		}
		p.sort(sender)
		if len(p.answers) == 0 {
			return p, p.nothing(sender)
		}
	} else if err := p.accompany(sender); err != nil {
		return p, err
	}
	list, err := s.listOf(ctx, n)
	if err != nil {
		return p, err
	}
	own, err := s.Reader.Own(ctx)
	if err != nil {
		return p, err
	}
	if p.kind == paper.KindCase || p.kind == paper.KindEscalation {
		if err := s.others(ctx, &p); err != nil {
			return p, err
		}
	}
	if err := s.formerOthers(ctx, &p); err != nil {
		return p, err
	}
	p.subject = s.write(p, list)
	p.subject.Wording = own.Wording()
	switch p.kind {
	case paper.KindCase:
		return p, s.tell(ctx, &p)
	case paper.KindEscalation:
		return p, s.collect(ctx, &p)
	}
	return p, nil
}

// openVerdicts are those of the demands that no paper answers yet.
func (p *plan) openVerdicts() []app.Verdict {
	var out []app.Verdict
	for _, m := range p.matters() {
		if !m.Settled {
			out = append(out, m.Verdict)
		}
	}
	return out
}

// matters are the demands of the notice; those that a paper answers are settled.
func (p *plan) matters() []paper.Matter {
	var out []paper.Matter
	for _, d := range p.notice.Demands {
		if d.State != ledger.StateVoid {
			out = append(out, paper.Matter{Demand: d.Advice, Verdict: p.request.verdictIn(d), Settled: !free(d) && !p.corrected(d)})
		}
	}
	return out
}

// free tells whether a first paper may be issued on a demand.
func free(d ledger.Demand) bool {
	switch d.State {
	case ledger.StatePending, ledger.StateTalking, ledger.StateDoing, ledger.StateCooperating:
		return true
	}
	return false
}

// corrected tells whether the paper to be replaced answers the demand.
func (p *plan) corrected(d ledger.Demand) bool {
	return p.request.Corrects != "" && d.Paper != nil && d.Paper.Paper == p.request.Corrects &&
		(d.State == ledger.StateAwaiting || d.State == ledger.StateReplied)
}

// address finds to whom the paper goes: who was named, else the superior body for an escalation, the town for a village's
// report, else the sender.
func (p *plan) address(sender paper.Class) error {
	p.to = p.request.To
	issuer := p.notice.Check.Fields.Issuer
	switch {
	case p.to.Name != "":
	case p.kind == paper.KindEscalation && !sender.Upward(), p.kind == paper.KindCase:
		if p.settings.Superior == "" {
			return app.Errorf(app.CodeInvalid, "还没有填写提级反映呈送的单位。请在“设置 → 反馈方式”里填写，如：县减负办。")
		}
		p.to = paper.Addressee{Name: p.settings.Superior, Class: paper.ClassRelief}
		return nil
	case p.kind == paper.KindAdjust, p.kind == paper.KindAssess: // the lists are kept by 编办, which leads the admission procedure
		county := p.settings.Office.County
		if county == "" {
			return app.Errorf(app.CodeInvalid, "还不知道%s呈送哪个单位。请在“设置 → 单位与文书”里填写带县（区、市）名的单位全称。", p.kind.Short())
		}
		p.to = paper.Addressee{Name: "中共" + county + "委机构编制委员会办公室", Class: paper.ClassRelief}
		return nil
	case p.kind == paper.KindVillage && p.settings.Superior != "":
		p.to = paper.Addressee{Name: p.settings.Superior, Class: paper.ClassTown}
		return nil
	case issuer != "":
		p.to = paper.Addressee{Name: issuer, Class: sender}
		if p.kind == paper.KindVillage {
			p.to.Class = paper.ClassTown
		}
	default:
		return app.Errorf(app.CodeInvalid, "来文单位不明，确认后才能出文。请在要素里填写来文单位。")
	}
	if p.to.Class == paper.ClassUnknown {
		p.to.Class = paper.ClassOf(p.to.Name)
	}
	return nil
}

// sort parts the demands into those that the paper answers and those that it only names.
func (p *plan) sort(sender paper.Class) {
	for _, d := range p.notice.Demands {
		v := p.request.verdictIn(d)
		p.differs = p.differs || d.State != ledger.StateVoid && v != d.Advice.Verdict
		switch {
		case p.request.Corrects != "":
			if p.corrected(d) {
				p.answers = append(p.answers, d)
				continue
			}
		case free(d) && p.answeredBy(d, v, sender), p.raised(d):
			p.answers = append(p.answers, d)
			continue
		}
		if d.State.Open() && (v == app.VerdictDo || v == app.VerdictCooperate || v == app.VerdictEscalate) {
			p.mentions = append(p.mentions, d)
		}
	}
}

// answeredBy tells whether a paper of this kind answers a demand so decided.
func (p *plan) answeredBy(d ledger.Demand, v app.Verdict, sender paper.Class) bool {
	if p.kind == paper.KindConsult {
		return paper.Matter{Demand: d.Advice, Verdict: v}.Consultable()
	}
	switch v {
	case app.VerdictRefuse, app.VerdictMixed:
		return p.kind != paper.KindEscalation || sender.Upward()
	case app.VerdictEscalate:
		return p.kind == paper.KindEscalation || p.kind == paper.KindVillage
	}
	return false
}

// accompany prepares a paper that answers nothing: it names the demands that are alive.
func (p *plan) accompany(sender paper.Class) error {
	for _, d := range p.notice.Demands {
		if d.State != ledger.StateVoid {
			p.mentions = append(p.mentions, d)
		}
	}
	if p.kind == paper.KindSupport { // its departments are filled in with it
		return nil
	}
	return p.address(sender)
}

// raised tells whether an escalation takes up a demand whose first paper brought nothing: not answered, or upheld.
func (p *plan) raised(d ledger.Demand) bool {
	return p.kind == paper.KindEscalation && d.Paper != nil && d.Paper.Kind != ledger.PaperEscalation &&
		(d.State == ledger.StateAwaiting || d.State == ledger.StateReplied && d.Reply != nil && d.Reply.Outcome != ledger.Withdrawn)
}

// nothing says why there is no demand to be answered.
func (p *plan) nothing(sender paper.Class) error {
	issued := slices.ContainsFunc(p.notice.Demands, func(d ledger.Demand) bool { return d.Paper != nil })
	switch {
	case p.request.Corrects != "":
		return app.Errorf(app.CodeConflict, "要更正的文书没有送达，或不是这些事项现在的文书。没有送达的，请先作废再重新出文。")
	case sender == paper.ClassUnknown && p.request.To.Name == "":
		return app.Errorf(app.CodeInvalid, "来文单位不明，确认后才能出文。请在要素里填写来文单位。")
	case issued:
		return app.Errorf(app.CodeConflict, "需要反馈的事项都已出文。要重出的，请先作废原来的文书。")
	}
	return app.Errorf(app.CodeInvalid, "没有需要反馈的事项，不用出文。承办、配合的事项直接登记即可。")
}
