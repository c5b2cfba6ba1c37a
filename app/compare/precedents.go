package compare

import (
	"context"
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/judge"
	"yidanqing/app/precedent"
)

// prepared are the precedents as they were last taken apart.
type prepared struct {
	key   string
	judge *judge.Judge
	set   *precedent.Set
}

// ownDecisions gives the precedents in use that were made under the list of the ground. They are looked at anew only
// where one came or went.
func (s *Service) ownDecisions(ctx context.Context, j *judge.Judge, g *judge.Ground) (*precedent.Set, error) {
	if s.Ledger == nil {
		return nil, nil
	}
	version := g.Version()
	kept, err := s.Ledger.Precedents(ctx, &version)
	if err != nil {
		return nil, fmt.Errorf("precedents: %w", err)
	}
	var list []app.Precedent
	var key strings.Builder
	for _, p := range kept {
		if p.Off == nil {
			list = append(list, p.Precedent)
			fmt.Fprint(&key, p.ID, p.Department, p.At.UnixMilli(), "\n")
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if now := key.String(); s.precedents.judge != j || s.precedents.key != now {
		s.precedents = prepared{now, j, j.Precedents(list, s.precedents.set)}
	}
	return s.precedents.set, nil
}
