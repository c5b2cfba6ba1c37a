package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// fetch runs one query on the reading pool.
func fetch[T any](s *Store, query func(db querier) (T, error)) (T, error) {
	var out T
	err := s.read(func(db querier) (err error) {
		out, err = query(db)
		return err
	})
	return out, err
}

// Settings are the office's settings in force; the zero Settings before the first run.
func (s *Store) Settings(ctx context.Context) (ledger.Settings, error) {
	return fetch(s, func(db querier) (ledger.Settings, error) { return readSettings(ctx, db) })
}

// Notice gives a notice with its demands; CodeNotFound if there is none.
func (s *Store) Notice(ctx context.Context, id string) (ledger.Notice, error) {
	return fetch(s, func(db querier) (ledger.Notice, error) { return readNotice(ctx, db, id) })
}

// Paper gives a paper; CodeNotFound if there is none.
func (s *Store) Paper(ctx context.Context, id string) (ledger.Paper, error) {
	return fetch(s, func(db querier) (ledger.Paper, error) { return readPaper(ctx, db, id) })
}

// Numbered gives the notice with a number in the ledger, a live one before one that was taken back; CodeNotFound if there
// is none.
func (s *Store) Numbered(ctx context.Context, year, no int) (ledger.Notice, error) {
	return fetch(s, func(db querier) (ledger.Notice, error) {
		var id string
		err := db.QueryRowContext(ctx, "SELECT id FROM notice WHERE year = ? AND no = ? ORDER BY void, id LIMIT 1", year, no).Scan(&id)
		if errors.Is(err, sql.ErrNoRows) {
			return ledger.Notice{}, app.Errorf(app.CodeNotFound, "台账里没有 %d年第%d号。", year, no)
		}
		if err != nil {
			return ledger.Notice{}, err
		}
		return readNotice(ctx, db, id)
	})
}

// Papers gives the papers about a notice, void ones too, in the order of issue.
func (s *Store) Papers(ctx context.Context, notice string) ([]ledger.Paper, error) {
	return fetch(s, func(db querier) ([]ledger.Paper, error) { return readPapers(ctx, db, notice) })
}

func readPapers(ctx context.Context, db querier, notice string) ([]ledger.Paper, error) {
	return readRecords[ledger.Paper](ctx, db, `SELECT p.record FROM paper p JOIN paper_notice n ON n.paper = p.id
		JOIN event e ON e.subject_kind = 'paper' AND e.subject_id = p.id AND e.type = 'paper.issued'
		WHERE n.notice = ? ORDER BY e.pos`, notice)
}

// PapersNumbered gives the papers with a number, void ones too.
func (s *Store) PapersNumbered(ctx context.Context, number string) ([]ledger.Paper, error) {
	return fetch(s, func(db querier) ([]ledger.Paper, error) {
		return readRecords[ledger.Paper](ctx, db, "SELECT record FROM paper WHERE number = ? ORDER BY id", number)
	})
}

// Twin finds a live notice with the same digest of the normalised text, or with the same title and document number.
func (s *Store) Twin(ctx context.Context, digest, title, docNo string) (ledger.Notice, error) {
	return fetch(s, func(db querier) (ledger.Notice, error) { return readTwin(ctx, db, digest, title, docNo) })
}

// NextSerial is the serial that the next paper would get. It is not reserved.
func (s *Store) NextSerial(ctx context.Context, prefix string, kind ledger.PaperKind, year int) (int, error) {
	return fetch(s, func(db querier) (int, error) { return readNextSerial(ctx, db, prefix, kind, year) })
}

// ListOn is the list version for a day, nil if there is none at all.
func (s *Store) ListOn(ctx context.Context, d app.Date) (*ledger.List, error) {
	return fetch(s, func(db querier) (*ledger.List, error) { return readListOn(ctx, db, d) })
}

// Lists gives all list versions, the newest first.
func (s *Store) Lists(ctx context.Context) ([]ledger.List, error) {
	return fetch(s, func(db querier) ([]ledger.List, error) {
		return readRecords[ledger.List](ctx, db, "SELECT record FROM list ORDER BY valid_from DESC, imported_at DESC, id")
	})
}

// Registers gives all registers, the newest of each kind first.
func (s *Store) Registers(ctx context.Context) ([]ledger.Register, error) {
	return fetch(s, func(db querier) ([]ledger.Register, error) {
		return readRecords[ledger.Register](ctx, db, "SELECT record FROM register WHERE withdrawn = 0 ORDER BY kind, imported_at DESC, id")
	})
}

// History gives the events of a notice, its demands and its papers in the order in which they were written.
func (s *Store) History(ctx context.Context, notice string) ([]ledger.Entry, error) {
	return fetch(s, func(db querier) ([]ledger.Entry, error) {
		return readEntries(ctx, db, `SELECT `+entryColumns+` FROM event e LEFT JOIN payload p ON p.pos = e.pos
			WHERE (e.subject_kind = 'notice' AND e.subject_id = ?1)
			   OR (e.subject_kind = 'demand' AND e.subject_id IN (SELECT id FROM demand WHERE notice = ?1))
			   OR (e.subject_kind = 'paper' AND e.subject_id IN (SELECT paper FROM paper_notice WHERE notice = ?1))
			ORDER BY e.pos`, notice)
	})
}

// Heads are the ends of all chains, by origin.
func (s *Store) Heads(ctx context.Context) ([]ledger.Head, error) {
	return fetch(s, func(db querier) ([]ledger.Head, error) { return readHeads(ctx, db) })
}

func readHeads(ctx context.Context, db querier) ([]ledger.Head, error) {
	rows, err := db.QueryContext(ctx, `SELECT e.origin, e.seq, e.hash FROM event e
		JOIN (SELECT origin, max(seq) AS seq FROM event GROUP BY origin) m ON m.origin = e.origin AND m.seq = e.seq
		ORDER BY e.origin`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []ledger.Head
	for rows.Next() {
		var h ledger.Head
		if err := rows.Scan(&h.Origin, &h.Seq, &h.Hash); err != nil {
			return nil, err
		}
		out = append(out, h)
	}
	return out, rows.Err()
}

// LastWrite is when the last event was written, UTC; zero in an empty ledger.
func (s *Store) LastWrite(ctx context.Context) (time.Time, error) {
	return fetch(s, func(db querier) (time.Time, error) {
		var at string
		if err := db.QueryRowContext(ctx, "SELECT coalesce(max(time), '') FROM event WHERE pos = (SELECT max(pos) FROM event)").Scan(&at); err != nil || at == "" {
			return time.Time{}, err
		}
		return time.Parse(ledger.TimeFormat, at)
	})
}
