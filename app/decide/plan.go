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
	sender := paper.ClassOf(n.Check.Fields.Issuer)
	if p.kind = r.Kind; p.kind == paper.KindNone {
		p.kind = paper.KindOf(settings.Office, sender, p.openVerdicts())
	}
	if err := p.address(sender); err != nil {
		return p, err
	}
	p.sort(sender)
	if len(p.answers) == 0 {
		return p, p.nothing(sender)
	}
	list, err := s.listOf(ctx, n)
	if err != nil {
		return p, err
	}
	p.subject = s.write(p, list)
	return p, nil
}

// openVerdicts are those of the demands that no paper answers yet.
func (p *plan) openVerdicts() []app.Verdict {
	var out []app.Verdict
	for _, d := range p.notice.Demands {
		if free(d) || p.corrected(d) {
			out = append(out, p.request.verdictIn(d))
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
	case p.kind == paper.KindEscalation && !sender.Upward():
		if p.settings.Superior == "" {
			return app.Errorf(app.CodeInvalid, "还没有填写提级反映呈送的单位。请在“设置 → 反馈方式”里填写，如：县减负办。")
		}
		p.to = paper.Addressee{Name: p.settings.Superior, Class: paper.ClassRelief}
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
		case free(d) && p.answeredBy(v, sender), p.raised(d):
			p.answers = append(p.answers, d)
			continue
		}
		if d.State.Open() && (v == app.VerdictDo || v == app.VerdictCooperate || v == app.VerdictEscalate) {
			p.mentions = append(p.mentions, d)
		}
	}
}

// answeredBy tells whether a paper of this kind answers a demand so decided.
func (p *plan) answeredBy(v app.Verdict, sender paper.Class) bool {
	switch v {
	case app.VerdictRefuse, app.VerdictMixed:
		return p.kind != paper.KindEscalation || sender.Upward()
	case app.VerdictEscalate:
		return p.kind == paper.KindEscalation || p.kind == paper.KindVillage
	}
	return false
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

// listOf is the list version that the notice was checked against, else the one for the day received.
func (s *Service) listOf(ctx context.Context, n ledger.Notice) (*ledger.List, error) {
	checked := checkedList(n)
	if checked.Digest == "" {
		return nil, nil // compared without a list: the paper names none
	}
	lists, err := s.Reader.Lists(ctx)
	if err != nil {
		return nil, err
	}
	for _, l := range lists {
		if l.List.Digest() == checked.Digest {
			return &l, nil
		}
	}
	return s.Reader.ListOn(ctx, n.Received.Date)
}

// write fills the facts from which the paper is written.
func (s *Service) write(p plan, list *ledger.List) paper.Subject {
	n := p.notice
	sub := paper.Subject{
		Office: p.settings.Office, Clerk: p.settings.Office.Clerk, Phone: p.settings.Office.Phone,
		Ledger: n.Number(), Text: n.Document.Text(), Fields: n.Check.Fields,
		Received: n.Received.Date, Sure: n.Received.Known(),
		Check: n.Check, CheckedOn: n.Entered, Decisions: p.decisions(),
		To: p.to, Title: p.settings.FeedbackTitle, Opinion: p.request.Opinion, Talks: s.talks(n),
		Channel: channelWords(n.Channel), ReplyDays: p.settings.Days(ledger.PaperKind(p.kind)), Rules: s.Rules, Software: s.Software,
	}
	if list != nil {
		sub.List, sub.Digest = list.List.Source, list.List.Digest()
		sub.Duties = named(list.List.Duties, n.Check)
	}
	if sub.Sure && short(n.Check) {
		sub.Later = s.Calendar.AddWorkdays(app.DateOf(s.Now()), 2)
	}
	return sub
}

// channelWords is how the notice came, where papers say so.
func channelWords(c ledger.Channel) string {
	if c == ledger.ChannelPhone {
		return "电话"
	}
	return ""
}

// decisions are parallel to the demands of the check. A demand that is closed, or that another paper answers, is left
// out of this one.
func (p *plan) decisions() []paper.Decision {
	out := make([]paper.Decision, len(p.notice.Check.Demands))
	for i := range out {
		out[i].Verdict = app.VerdictInfo
	}
	for _, group := range [][]ledger.Demand{p.mentions, p.answers} {
		for _, d := range group {
			if d.No < 1 || d.No > len(out) {
				continue
			}
			v := p.request.verdictIn(d)
			if p.raised(d) {
				v = app.VerdictEscalate
			}
			out[d.No-1] = paper.Decision{Verdict: v, Reason: p.request.reasonFor(d)}
		}
	}
	if p.kind == paper.KindEscalation { // what this one does not raise is not spoken of
		for _, d := range p.mentions {
			if v := p.request.verdictIn(d); v == app.VerdictEscalate && d.No <= len(out) {
				out[d.No-1] = paper.Decision{Verdict: app.VerdictInfo}
			}
		}
	}
	return out
}

func (r Request) reasonFor(d ledger.Demand) string {
	for _, c := range r.Choices {
		if c.Demand == d.ID {
			return c.Reason
		}
	}
	if d.Decision != nil {
		return d.Decision.Reason
	}
	return ""
}

// talks are the contacts so far, each once, oldest first.
func (s *Service) talks(n ledger.Notice) []paper.Talk {
	var all []ledger.Talked
	for _, d := range n.Demands {
		for _, t := range d.Talks {
			known := slices.ContainsFunc(all, func(o ledger.Talked) bool { return o.At.Equal(t.At) })
			if !known {
				all = append(all, t)
			}
		}
	}
	slices.SortFunc(all, func(a, b ledger.Talked) int { return a.At.Compare(b.At) })
	var out []paper.Talk
	for _, t := range all {
		out = append(out, paper.Talk{Date: app.DateOf(t.At.In(s.Now().Location())), Way: wayTitle(t.Way), With: t.With, Result: t.Result.Title()})
	}
	return out
}

func wayTitle(way string) string {
	switch way {
	case "sms":
		return "短信"
	case "phone":
		return "电话"
	case "meeting":
		return "当面"
	}
	return way
}

// named are the entries that the check's matches and rivals name.
func named(duties []app.Duty, c app.Check) []app.Duty {
	names := make(map[string]bool)
	add := func(matches []app.Match, doubt *app.Doubt) {
		for _, m := range matches {
			names[m.ItemName] = true
		}
		if doubt != nil {
			for _, r := range doubt.Rivals {
				names[r] = true
			}
		}
	}
	add(c.Matches, nil)
	for _, d := range c.Demands {
		add(d.Matches, d.Doubt)
	}
	var out []app.Duty
	for _, d := range duties {
		if names[d.Name] {
			out = append(out, d)
		}
	}
	return out
}

func short(c app.Check) bool {
	has := func(list []app.Finding) bool {
		return slices.ContainsFunc(list, func(f app.Finding) bool { return f.Code == "DEADLINE_SHORT" })
	}
	return has(c.Findings) || slices.ContainsFunc(c.Demands, func(d app.Demand) bool { return has(d.Findings) })
}
