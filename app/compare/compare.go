// Package compare is the use case of one check: a notice is compared with the list and the registers in force on the day
// it was received.
package compare

import (
	"context"
	"fmt"
	"sync"

	"yidanqing/app"
	"yidanqing/app/judge"
	"yidanqing/app/ledger"
)

// sources give what was in force on a day.
type sources interface {
	// ListOn is the list in force on d; nil where none was imported or none is in force.
	ListOn(ctx context.Context, d app.Date) (*ledger.List, error)
	RegistersOn(ctx context.Context, d app.Date) ([]app.Register, error)
}

// Service compares notices. It remembers the last lists that it prepared. Safe for concurrent use.
type Service struct {
	// Judge gives the judge for the office's rules as they stand now (Bench); it may be made while the window already stands.
	Judge   func(ctx context.Context) (*judge.Judge, error)
	Sources sources
	// Ledger is what came before; nil: notices are judged by themselves.
	Ledger history

	mu     sync.Mutex
	key    string
	judge  *judge.Judge // that the ground was prepared by
	ground *judge.Ground

	precedents prepared
}

// Check compares the text of a notice received on a day; known holds the fields that the clerk has put right, which are
// taken instead of what is read. Except are the IDs of notices of the ledger that it is not held against, nor against what
// was decided of them: itself where it is registered already, and one whose place it takes.
func (s *Service) Check(ctx context.Context, text string, received app.Date, known app.Fields, except ...string) (app.Check, error) {
	j, err := s.Judge(ctx)
	if err != nil {
		return app.Check{}, err
	}
	g, err := s.on(ctx, j, received)
	if err != nil {
		return app.Check{}, err
	}
	own, err := s.ownDecisions(ctx, j, g)
	if err != nil {
		return app.Check{}, err
	}
	c, err := j.Check(ctx, g, judge.Input{Text: text, Received: received, Known: known, Precedents: own, Except: except})
	if err != nil || s.Ledger == nil {
		return c, err
	}
	return c, s.alerts(ctx, j, &c, text, received, except)
}

// on prepares what was in force on a day, or takes what was prepared before where nothing has changed.
func (s *Service) on(ctx context.Context, j *judge.Judge, d app.Date) (*judge.Ground, error) {
	var list *app.DutyList
	switch l, err := s.Sources.ListOn(ctx, d); {
	case err == nil && l != nil:
		list = &l.List
	case err != nil && app.ErrorCode(err) != app.CodeNotFound:
		return nil, fmt.Errorf("list on %s: %w", d, err)
	}
	registers, err := s.Sources.RegistersOn(ctx, d)
	if err != nil && app.ErrorCode(err) != app.CodeNotFound {
		return nil, fmt.Errorf("registers on %s: %w", d, err)
	}
	key := key(list, registers)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ground == nil || s.key != key || s.judge != j {
		all := make([]*app.Register, len(registers))
		for i := range registers {
			all[i] = &registers[i]
		}
		s.ground, s.key, s.judge = j.Prepare(list, all...), key, j
	}
	return s.ground, nil
}

// key tells two states of the sources apart.
func key(list *app.DutyList, registers []app.Register) string {
	out := ""
	if list != nil {
		out = list.Digest() + fmt.Sprint(list.Source)
	}
	for i := range registers {
		out += fmt.Sprint(registers[i])
	}
	return out
}

// Try tells what one rule, on or off, makes of a few words received on a day, compared with what is in force.
func (s *Service) Try(ctx context.Context, code, words string, received app.Date) (judge.Trial, error) {
	j, err := s.Judge(ctx)
	if err != nil {
		return judge.Trial{}, err
	}
	g, err := s.on(ctx, j, received)
	if err != nil {
		return judge.Trial{}, err
	}
	return j.Try(g, code, words, received), nil
}
