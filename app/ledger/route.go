package ledger

import "yidanqing/app"

// Route is the way on which the office hands a demand back (反馈途径). It follows from what was done, not from what was
// decided.
type Route string

const (
	RouteOpen      Route = ""           // 尚未反馈: nobody has talked, no paper is out
	RouteTalk      Route = "talk"       // 先沟通
	RoutePaper     Route = "paper"      // 直接出文
	RouteTalkPaper Route = "talk_paper" // 沟通后出文
)

// Route is the way on which the demand is handed back. A paper that was voided counts for nothing.
func (d Demand) Route() Route {
	switch {
	case d.Paper != nil && len(d.Talks) > 0:
		return RouteTalkPaper
	case d.Paper != nil:
		return RoutePaper
	case len(d.Talks) > 0:
		return RouteTalk
	}
	return RouteOpen
}

// Result is what came of handing it back: the reply to its paper, or how the talk that closed it ended; empty while
// nothing has come of it.
func (d Demand) Result() Outcome {
	switch {
	case d.Paper != nil && d.Reply != nil:
		return d.Reply.Outcome
	case d.Paper == nil && len(d.Talks) > 0 && d.State == StateClosed:
		switch d.Talks[len(d.Talks)-1].Result {
		case TalkWithdrawn:
			return Withdrawn
		case TalkChanged:
			return Changed
		}
	}
	return ""
}

// Counted tells whether statistics count the demand (事项): it is live and something is asked.
func (d Demand) Counted() bool { return d.State != StateVoid && d.Verdict() != app.VerdictInfo }

// Handed tells whether the demand is one to be handed back (需要反馈): to be refused or escalated.
func (d Demand) Handed() bool {
	v := d.Verdict()
	return v == app.VerdictRefuse || v == app.VerdictEscalate
}
