package compare

import (
	"context"
	"fmt"
	"sync"

	"yidanqing/app"
	"yidanqing/app/judge"
	"yidanqing/app/ledger"
)

// Bench keeps the judge for the office's rules and words as they stand. It is asked with every check, so that a change
// counts from the next one on; the judge is made anew only where something has changed. Safe for concurrent use.
type Bench struct {
	// Make makes a judge; it takes long.
	Make func(own app.OwnRules) (*judge.Judge, error)
	Own  ownReader

	mu    sync.Mutex
	key   string
	judge *judge.Judge
}

// ownReader gives what the office has of its own.
type ownReader interface {
	Own(ctx context.Context) (ledger.Own, error)
}

// Judge gives the judge. Only the first call, and the first after a change, take long.
func (b *Bench) Judge(ctx context.Context) (*judge.Judge, error) {
	own, err := b.Own.Own(ctx)
	if err != nil {
		return nil, fmt.Errorf("own rules: %w", err)
	}
	rules := own.Rules()
	key := rules.Digest()
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.judge != nil && b.key == key {
		return b.judge, nil
	}
	j, err := b.Make(rules)
	if err != nil {
		return nil, err
	}
	b.judge, b.key = j, key
	return j, nil
}
