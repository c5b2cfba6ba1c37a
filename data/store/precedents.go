package store

import (
	"context"
	"fmt"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// precedent writes whether the decision on a demand helps the next one.
func (p *projector) precedent(ctx context.Context, d ledger.Demand) error {
	if !d.MakesPrecedent() {
		_, err := p.tx.ExecContext(ctx, "DELETE FROM precedent WHERE demand = ?", d.ID)
		return err
	}
	list := ""
	if d.Decision.List != nil {
		raw, err := record(d.Decision.List)
		if err != nil {
			return err
		}
		list = raw
	}
	_, err := p.tx.ExecContext(ctx, `INSERT INTO precedent (demand, notice, decided, list) VALUES (?, ?, ?, ?)
		ON CONFLICT (demand) DO UPDATE SET decided = excluded.decided, list = excluded.list`, d.ID, d.Notice, d.Decided.Format(ledger.TimeFormat), list)
	return err
}

// precedentSwitch writes whether the office goes by a precedent.
func (p *projector) precedentSwitch(ctx context.Context, id string, history []ledger.Entry) error {
	s, err := ledger.FoldPrecedent(history)
	if err != nil {
		return err
	}
	raw, err := record(s)
	if err != nil {
		return err
	}
	_, err = p.tx.ExecContext(ctx, `INSERT INTO precedent_switch (id, off, record) VALUES (?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET off = excluded.off, record = excluded.record`, id, s.Off != nil, raw)
	return err
}

// listOf is the list version that a notice was checked against, as the table holds it.
func listOf(n ledger.Notice) (string, error) {
	v := n.CheckedList()
	if v.What == "" {
		return "", nil
	}
	return record(v)
}

// mostPrecedents bounds how many are looked at; the last decided count.
const mostPrecedents = 2000

// Precedents gives the precedents of live notices, also those out of use, the last decided first; those made under one
// version of the list, or all where none is named.
func (s *Store) Precedents(ctx context.Context, list *app.Version) ([]ledger.Precedent, error) {
	only, args := "", []any{}
	if list != nil {
		raw := ""
		if *list != (app.Version{}) {
			var err error
			if raw, err = record(*list); err != nil {
				return nil, err
			}
		}
		only, args = "AND coalesce(nullif(p.list, ''), n.list) = ?", append(args, raw)
	}
	return fetch(s, func(db querier) ([]ledger.Precedent, error) {
		q, err := db.QueryContext(ctx, `SELECT d.record, n.id, n.year, n.no, n.issuer, n.title, n.demands, n.list, coalesce(s.record, '')
			FROM precedent p JOIN demand d ON d.id = p.demand JOIN notice n ON n.id = p.notice
			LEFT JOIN precedent_switch s ON s.id = p.demand
			WHERE n.void = 0 AND n.erased = 0 `+only+` ORDER BY p.decided DESC, p.demand LIMIT ?`, append(args, mostPrecedents)...)
		if err != nil {
			return nil, fmt.Errorf("precedents: %w", err)
		}
		defer q.Close()
		var out []ledger.Precedent
		for q.Next() {
			var demand, list, off string
			var n ledger.Notice
			var demands int
			if err := q.Scan(&demand, &n.ID, &n.Year, &n.No, &n.Check.Fields.Issuer, &n.Check.Fields.Title, &demands, &list, &off); err != nil {
				return nil, err
			}
			p, ok, err := s.precedentIn(n, demands, demand, list, off)
			if err != nil {
				return nil, err
			}
			if ok {
				out = append(out, p)
			}
		}
		return out, q.Err()
	})
}

// precedentIn reads one row.
func (s *Store) precedentIn(n ledger.Notice, demands int, demand, list, off string) (ledger.Precedent, bool, error) {
	var d ledger.Demand
	if err := decode(demand, &d); err != nil {
		return ledger.Precedent{}, false, err
	}
	n.Demands = make([]ledger.Demand, demands) // only their number matters
	if list != "" {
		n.Check.Versions = make([]app.Version, 1)
		if err := decode(list, &n.Check.Versions[0]); err != nil {
			return ledger.Precedent{}, false, err
		}
	}
	p, ok := ledger.PrecedentOf(n, d, s.now().Location())
	if !ok {
		return ledger.Precedent{}, false, nil
	}
	out := ledger.Precedent{Precedent: p, At: d.Decided}
	if off != "" {
		var sw ledger.PrecedentSwitch
		if err := decode(off, &sw); err != nil {
			return ledger.Precedent{}, false, err
		}
		out.Off = sw.Of(d.Decided)
	}
	return out, true, nil
}
