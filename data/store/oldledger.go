package store

import (
	"context"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
)

// oldLedger writes an import of an old ledger; one that was taken back keeps no rows.
func (p *projector) oldLedger(ctx context.Context, history []ledger.Entry) error {
	l, err := ledger.FoldOldLedger(history)
	if err != nil {
		return err
	}
	raw, err := record(l)
	if err != nil {
		return err
	}
	_, err = p.tx.ExecContext(ctx, `INSERT INTO old_ledger (id, imported_at, withdrawn, record) VALUES (?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET withdrawn = excluded.withdrawn, record = excluded.record`,
		l.ID, l.ImportedAt.Format(ledger.TimeFormat), l.Withdrawn, raw)
	if err != nil {
		return err
	}
	if _, err := p.tx.ExecContext(ctx, "DELETE FROM old_row WHERE ledger = ?", l.ID); err != nil || l.Withdrawn {
		return err
	}
	insert, err := p.tx.PrepareContext(ctx, "INSERT INTO old_row (ledger, n, day, kind, verdict, words, record) VALUES (?, ?, ?, ?, ?, ?, ?)")
	if err != nil {
		return err
	}
	defer insert.Close()
	for i, r := range l.Old.Rows {
		raw, err := record(r)
		if err != nil {
			return err
		}
		words := foldWords(strings.Join([]string{r.Title, r.DocNo, r.Issuer}, "\n"))
		if _, err := insert.ExecContext(ctx, l.ID, i, r.Date.String(), r.Kind, r.Verdict, words, raw); err != nil {
			return err
		}
	}
	return nil
}

// OldLedgers gives all imports of old ledgers with their rows, also those taken back, the newest first.
func (s *Store) OldLedgers(ctx context.Context) ([]ledger.OldLedger, error) {
	return fetch(s, func(db querier) ([]ledger.OldLedger, error) {
		return readRecords[ledger.OldLedger](ctx, db, "SELECT record FROM old_ledger ORDER BY imported_at DESC, id")
	})
}

// OldRows gives at most limit rows of the old ledgers behind the first skip ones, the newest day first, and how many there
// are in all.
func (s *Store) OldRows(ctx context.Context, words string, skip, limit int) (out inquire.OldPage, err error) {
	var w where
	for _, word := range strings.Fields(words) {
		w.and("instr(r.words, ?) > 0", foldWords(word))
	}
	err = s.snapshot(ctx, func(db querier) error {
		if err := db.QueryRowContext(ctx, "SELECT count(*) FROM old_row r"+w.sql(), w.args...).Scan(&out.Total); err != nil {
			return err
		}
		q, err := db.QueryContext(ctx, `SELECT r.ledger, r.record, l.imported_at, json_extract(l.record, '$.old.file'), json_extract(l.record, '$.imported_by')
			FROM old_row r JOIN old_ledger l ON l.id = r.ledger`+w.sql()+" ORDER BY r.day DESC, r.ledger, r.n DESC LIMIT ? OFFSET ?",
			append(w.args, limit, skip)...)
		if err != nil {
			return err
		}
		defer q.Close()
		for q.Next() {
			var r inquire.OldRow
			var raw, at string
			if err := q.Scan(&r.Ledger, &raw, &at, &r.File, &r.By); err != nil {
				return err
			}
			if err := decode(raw, &r.OldRow); err != nil {
				return err
			}
			if r.At, err = time.Parse(ledger.TimeFormat, at); err != nil {
				return err
			}
			out.Rows = append(out.Rows, r)
		}
		return q.Err()
	})
	return out, err
}

// OldSpan is the first and the last day of the old ledgers before a day; zero where they hold none.
func (s *Store) OldSpan(ctx context.Context, before app.Date) (p inquire.Period, err error) {
	err = s.read(func(db querier) error {
		var first, last string
		err := db.QueryRowContext(ctx, "SELECT coalesce(min(day), ''), coalesce(max(day), '') FROM old_row WHERE day < ?", before.String()).Scan(&first, &last)
		if err != nil {
			return err
		}
		if err := p.From.UnmarshalText([]byte(first)); err != nil {
			return err
		}
		return p.To.UnmarshalText([]byte(last))
	})
	return p, err
}

// OldArrivals counts the rows of the old ledgers by kind and handling.
func (s *Store) OldArrivals(ctx context.Context, p inquire.Period) ([]inquire.ArrivalCount, error) {
	return s.arrivals(ctx, "SELECT kind, verdict, count(*) FROM old_row WHERE day BETWEEN ? AND ? GROUP BY kind, verdict", p)
}

// ArrivalsByKind counts the live notices by kind and verdict.
func (s *Store) ArrivalsByKind(ctx context.Context, p inquire.Period) ([]inquire.ArrivalCount, error) {
	return s.arrivals(ctx, "SELECT kind, verdict, count(*) FROM notice WHERE void = 0 AND entered BETWEEN ? AND ? GROUP BY kind, verdict", p)
}

func (s *Store) arrivals(ctx context.Context, query string, p inquire.Period) ([]inquire.ArrivalCount, error) {
	return fetch(s, func(db querier) ([]inquire.ArrivalCount, error) {
		q, err := db.QueryContext(ctx, query, p.From.String(), p.To.String())
		if err != nil {
			return nil, err
		}
		defer q.Close()
		var out []inquire.ArrivalCount
		for q.Next() {
			var c inquire.ArrivalCount
			if err := q.Scan(&c.Kind, &c.Verdict, &c.N); err != nil {
				return nil, err
			}
			out = append(out, c)
		}
		return out, q.Err()
	})
}
