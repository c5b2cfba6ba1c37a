package store

import (
	"context"
	"strings"

	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
)

// Particulars gives, by the ID of the notice, what its row in the printed ledger needs.
func (s *Store) Particulars(ctx context.Context, notices []string) (map[string]inquire.Particular, error) {
	return fetch(s, func(db querier) (map[string]inquire.Particular, error) {
		out := make(map[string]inquire.Particular, len(notices))
		if len(notices) == 0 {
			return out, nil
		}
		args := make([]any, len(notices))
		for i, id := range notices {
			args[i] = id
		}
		list := "(?" + strings.Repeat(", ?", len(notices)-1) + ")"
		demands, err := readRecords[ledger.Demand](ctx, db, "SELECT record FROM demand WHERE notice IN "+list+" ORDER BY notice, no, id", args...)
		if err != nil {
			return nil, err
		}
		for _, d := range demands {
			p := out[d.Notice]
			p.Demands = append(p.Demands, d)
			out[d.Notice] = p
		}
		q, err := db.QueryContext(ctx, "SELECT r.id, json_extract(r.record, '$.channel') FROM notice_record r JOIN notice n ON n.id = r.id "+
			"WHERE n.doc_no = '' AND r.id IN "+list, args...)
		if err != nil {
			return nil, err
		}
		defer q.Close()
		for q.Next() {
			var id string
			var channel ledger.Channel
			if err := q.Scan(&id, &channel); err != nil {
				return nil, err
			}
			p := out[id]
			p.Channel = channel
			out[id] = p
		}
		return out, q.Err()
	})
}

// Chain checks the events and their payloads against the chains.
func (s *Store) Chain(ctx context.Context, p inquire.Progress) (ledger.Proof, error) {
	var v verifier
	err := s.snapshot(ctx, func(db querier) error {
		v = verifier{db: db, blobs: s.blobs, progress: upkeep.Progress(p)}
		if err := db.QueryRowContext(ctx, "SELECT count(*) FROM event").Scan(&v.total); err != nil {
			return err
		}
		if err := v.erasures(ctx); err != nil {
			return err
		}
		return v.events(ctx)
	})
	if err != nil {
		return ledger.Proof{}, err
	}
	return ledger.ProofOf(v.chain.Heads(), v.out.Events, v.out.Damages), nil
}
