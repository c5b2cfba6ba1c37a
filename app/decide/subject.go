package decide

import (
	"context"
	"slices"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// listOf is the list version that the notice was checked against, else the one for the day received.
func (s *Service) listOf(ctx context.Context, n ledger.Notice) (*ledger.List, error) {
	checked := n.CheckedList()
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
		Check: p.request.underEntries(rescheduled(n), n), CheckedOn: n.Entered, Decisions: p.decisions(),
		To: p.to, Title: p.settings.FeedbackTitle, Opinion: p.request.Opinion, Support: p.request.Support, Talks: s.talks(n),
		Copies: p.settings.Copies, PrintedBy: p.settings.PrintedBy,
		Greetings: p.settings.Greetings, Channel: channelWords(n.Channel), ReplyDays: p.settings.Days(ledger.PaperKind(p.kind)), Rules: s.rules(n.Check), Software: s.Software,
	}
	sub.Archive = p.request.Archive && p.kind.Evidenced()
	sub.Unsealed = p.request.Unsealed && p.kind.Letter()
	if p.request.Copies != nil {
		sub.Copies = *p.request.Copies
	}
	if list != nil {
		sub.List, sub.Digest = list.List.Source, list.List.Digest()
		sub.Duties = named(list.List.Duties, sub.Check)
	}
	if least := shortOf(n.Check); sub.Sure && least > 0 {
		sub.Later = s.Calendar.AddWorkdays(app.DateOf(s.Now()), least+1)
	}
	if p.kind == paper.KindConsult { // the day until when to meet
		sub.Later = s.Calendar.AddWorkdays(app.DateOf(s.Now()), consultDays)
	}
	return sub
}

// rescheduled is the check with the deadlines that the record has now: one may have been put right since.
func rescheduled(n ledger.Notice) app.Check {
	c := n.Check
	c.Demands = slices.Clone(c.Demands)
	for _, d := range n.Demands {
		if t := d.Advice.Deadline; d.State != ledger.StateVoid && d.No >= 1 && d.No <= len(c.Demands) && t != nil {
			if old := c.Demands[d.No-1].Deadline; old == nil || old.Date != t.Date || old.Time != t.Time {
				c.Demands[d.No-1].Deadline = t
			}
		}
	}
	return c
}

// underEntries is the check with the entries that the clerk named in place of those advised.
func (r Request) underEntries(c app.Check, n ledger.Notice) app.Check {
	for _, d := range n.Demands {
		if e := r.entryIn(d); e != nil && d.State != ledger.StateVoid && d.No >= 1 && d.No <= len(c.Demands) {
			c.Demands[d.No-1] = c.Demands[d.No-1].Under(*e)
		}
	}
	return c
}

// entryIn is the entry that the clerk named for a demand: with the choice, else with the decision; nil where none is named.
func (r Request) entryIn(d ledger.Demand) *app.DutyRef {
	for _, c := range r.Choices {
		if c.Demand == d.ID {
			return c.Entry
		}
	}
	if d.Decision != nil {
		return d.Decision.Entry
	}
	return nil
}

// consultDays are the workdays within which talks are proposed.
const consultDays = 5

// rules is the version of the rules that a check used, else that of the program.
func (s *Service) rules(c app.Check) string {
	for _, v := range c.Versions {
		if v.What == "rules" && v.DocNo != "" {
			return v.DocNo
		}
	}
	return s.Rules
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
	for i, t := range all {
		if t.Result == ledger.TalkOpen && i+1 < len(all) {
			continue // what came of it stands in a later one
		}
		date, hour := t.Date, t.Time
		if date.IsZero() {
			date = app.DateOf(t.At.In(s.Now().Location()))
		}
		out = append(out, paper.Talk{Date: date, Time: hour, Way: wayTitle(t.Way), With: t.With, Result: outcomeWords(t.Result)})
	}
	return out
}

// outcomeWords is how a talk ended, as papers say it.
func outcomeWords(r ledger.TalkResult) string {
	switch r {
	case ledger.TalkOpen:
		return "尚未答复"
	case ledger.TalkDisagreed:
		return "未达成一致"
	case ledger.TalkLater:
		return "约定再次联系"
	}
	return r.Title()
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

// shortOf is how many full workdays a deadline of the notice should have left; 0: none is short.
func shortOf(c app.Check) int {
	least := 0
	look := func(list []app.Finding) {
		for _, f := range list {
			if f.Code == "DEADLINE_SHORT" {
				least = max(least, f.Number, 1)
			}
		}
	}
	look(c.Findings)
	for _, d := range c.Demands {
		look(d.Findings)
	}
	return least
}
