package inquire

import (
	"context"
	"fmt"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// SoFar is what stands in the ledger of this month up to today (本月至今), counted as the statistics count it.
type SoFar struct {
	Notices  int // live ones
	Demands  int // that ask for something
	Talked   int // of those to be handed back: 先沟通
	Papers   int // of them: 出文
	Awaiting int // of Papers: 待答复, not yet late
	Late     int // of Papers: 逾期未复
}

// SoFar counts this month up to today.
func (s *Service) SoFar(ctx context.Context) (SoFar, error) {
	today := app.DateOf(s.Now())
	p := MonthOf(today).Until(today)
	var out SoFar
	var err error
	if out.Notices, err = s.Reader.Entered(ctx, p); err != nil {
		return out, fmt.Errorf("month so far: %w", err)
	}
	counts, err := s.Reader.ByMonth(ctx, p)
	if err != nil {
		return out, fmt.Errorf("month so far: %w", err)
	}
	for _, c := range counts {
		out.Demands += c.N
	}
	answers, err := s.Reader.Answers(ctx, p, today)
	if err != nil {
		return out, fmt.Errorf("month so far: %w", err)
	}
	sums := answersOf(answers, p)
	out.Talked, out.Papers = sums.Talked, sums.Papers
	for _, a := range answers {
		switch {
		case a.State != ledger.StateAwaiting || a.Route != ledger.RoutePaper && a.Route != ledger.RouteTalkPaper:
		case a.Late:
			out.Late += a.N
		default:
			out.Awaiting += a.N
		}
	}
	return out, nil
}
