package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"yidanqing/app/ledger"
)

// ownOrigin finds the chain that this installation writes. A new ledger starts one; so does a restored one, which names
// the chain that it continues.
func (s *Store) ownOrigin(ctx context.Context) error {
	err := s.writer.QueryRowContext(ctx, "SELECT value FROM machine WHERE key = ?", keyOrigin).Scan(&s.origin)
	if !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	p := ledger.OriginPayload{Reason: ledger.ReasonNew}
	var raw string
	switch err := s.writer.QueryRowContext(ctx, "SELECT value FROM machine WHERE key = ?", keyRestored).Scan(&raw); {
	case errors.Is(err, sql.ErrNoRows):
	case err != nil:
		return err
	default:
		if err := decode(raw, &p); err != nil {
			return err
		}
	}
	return s.startOrigin(ctx, p)
}

// Keys of the machine's own table.
const (
	keyOrigin    = "origin"    // the chain that this installation writes
	keyRestored  = "restored"  // ledger.OriginPayload for the chain to be started after a restore
	keyCompact   = "compact"   // an erasure is not finished: files and old pages may still be there
	keyMoved     = "moved"     // upkeep.Moved: the data went to another PC, and this ledger is locked
	keyUnindexed = "unindexed" // the index of a search ends at this place; set by the migration that brought it, gone when it is whole
	keyBackup    = "backup"    // position of the last event in the last backup beside the data
)

// startOrigin begins a new chain and makes it this installation's own.
func (s *Store) startOrigin(ctx context.Context, p ledger.OriginPayload) error {
	id, err := newID(s.random, 12)
	if err != nil {
		return err
	}
	p.Host, _ = os.Hostname() // an unknown name is left empty
	return s.inTx(ctx, func(tx *sql.Tx) error {
		b := &book{store: s, tx: tx, origin: id, now: s.stamp(time.Time{})}
		if _, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectOrigin, ID: id}, ledger.OriginStarted, p); err != nil {
			return err
		}
		if err := b.flush(ctx); err != nil {
			return err
		}
		if err := setMachine(ctx, tx, keyOrigin, id); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM machine WHERE key = ?", keyRestored); err != nil {
			return err
		}
		s.origin = id
		return nil
	})
}

func setMachine(ctx context.Context, tx *sql.Tx, key, value string) error {
	_, err := tx.ExecContext(ctx,
		"INSERT INTO machine (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value)
	return err
}

// newID draws a name of n letters that cannot be misread, five random bits each.
func newID(random io.Reader, n int) (string, error) {
	const letters = "0123456789abcdefghjkmnpqrstvwxyz"
	raw := make([]byte, n)
	if _, err := io.ReadFull(random, raw); err != nil {
		return "", fmt.Errorf("random: %w", err)
	}
	for i, b := range raw {
		raw[i] = letters[b&31]
	}
	return string(raw), nil
}

// stamp is the time for a transaction: the clock's, to the millisecond. Where the clock gives the same millisecond as
// the event before, it is moved on by one, so that two operations can be told apart by their times.
func (s *Store) stamp(last time.Time) time.Time {
	t := s.now().UTC().Truncate(time.Millisecond)
	if d := last.Sub(t); d >= 0 && d < time.Second {
		t = last.Add(time.Millisecond)
	}
	return t
}
