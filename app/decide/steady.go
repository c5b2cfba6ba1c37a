package decide

import (
	"context"
	"sync"

	"yidanqing/app/ledger"
)

// steadyLists reads the lists once for a whole batch: a list is thousands of entries long, and every paper asks for the one that
// its notice was compared with.
type steadyLists struct {
	reader
	once  sync.Once
	lists []ledger.List
	err   error
}

// Lists implements reader.
func (r *steadyLists) Lists(ctx context.Context) ([]ledger.List, error) {
	r.once.Do(func() { r.lists, r.err = r.reader.Lists(context.WithoutCancel(ctx)) })
	return r.lists, r.err
}
