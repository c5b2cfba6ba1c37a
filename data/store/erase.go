package store

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/data/blob"
)

// Erase removes the erasable payloads of a notice, its demands and its papers, and names the files that nothing needs
// any more. The files themselves go with Purge, after the transaction has been written.
func (b *book) Erase(ctx context.Context, notice string) (ledger.ErasedPayload, error) {
	if err := b.flush(ctx); err != nil {
		return ledger.ErasedPayload{}, err
	}
	subjects, err := b.family(ctx, notice)
	if err != nil {
		return ledger.ErasedPayload{}, err
	}
	var out ledger.ErasedPayload
	for _, s := range subjects {
		refs, err := b.erasePayloads(ctx, s)
		if err != nil {
			return ledger.ErasedPayload{}, err
		}
		out.Events = append(out.Events, refs...)
	}
	if out.Blobs, err = b.orphans(ctx, subjects); err != nil {
		return ledger.ErasedPayload{}, err
	}
	for _, s := range subjects {
		delete(b.known, s) // read again, without the payloads
		b.touch(s)
	}
	return out, setMachine(ctx, b.tx, keyCompact, "1")
}

// family is a notice with its demands and papers.
func (b *book) family(ctx context.Context, notice string) ([]ledger.Subject, error) {
	n, err := readNotice(ctx, b.tx, notice)
	if err != nil {
		return nil, err
	}
	out := []ledger.Subject{{Kind: ledger.SubjectNotice, ID: n.ID}}
	for _, d := range n.Demands {
		out = append(out, ledger.Subject{Kind: ledger.SubjectDemand, ID: d.ID})
	}
	papers, err := readPapers(ctx, b.tx, notice)
	if err != nil {
		return nil, err
	}
	for _, p := range papers {
		out = append(out, ledger.Subject{Kind: ledger.SubjectPaper, ID: p.ID})
	}
	return out, nil
}

func (b *book) erasePayloads(ctx context.Context, s ledger.Subject) ([]ledger.Ref, error) {
	history, err := b.history(ctx, s)
	if err != nil {
		return nil, err
	}
	var out []ledger.Ref
	for _, e := range history {
		if !e.Event.Type.Erasable() || e.Payload == nil {
			continue
		}
		_, err := b.tx.ExecContext(ctx, "DELETE FROM payload WHERE pos = (SELECT pos FROM event WHERE origin = ? AND seq = ?)",
			e.Event.Origin, e.Event.Seq)
		if err != nil {
			return nil, fmt.Errorf("erase %s/%d: %w", e.Event.Origin, e.Event.Seq, err)
		}
		out = append(out, e.Event.Ref())
	}
	return out, nil
}

// orphans are the files of a family that no other record needs.
func (b *book) orphans(ctx context.Context, family []ledger.Subject) ([]string, error) {
	mine := make(map[ledger.Subject]bool)
	for _, s := range family {
		mine[s] = true
	}
	used := make(map[string]bool) // digest -> needed elsewhere
	var order []string
	for _, s := range family {
		digests, err := readStrings(ctx, b.tx, "SELECT digest FROM file_use WHERE subject_kind = ? AND subject_id = ? ORDER BY digest",
			s.Kind, s.ID)
		if err != nil {
			return nil, err
		}
		for _, d := range digests {
			if _, ok := used[d]; !ok {
				used[d] = false
				order = append(order, d)
			}
		}
	}
	var out []string
	for _, d := range order {
		users, err := readSubjects(ctx, b.tx, "SELECT subject_kind, subject_id FROM file_use WHERE digest = ?", d)
		if err != nil {
			return nil, err
		}
		for _, u := range users {
			used[d] = used[d] || !mine[u]
		}
		if !used[d] {
			out = append(out, d)
		}
	}
	return out, nil
}

func readStrings(ctx context.Context, db querier, query string, args ...any) ([]string, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

func readSubjects(ctx context.Context, db querier, query string, args ...any) ([]ledger.Subject, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []ledger.Subject
	for rows.Next() {
		var s ledger.Subject
		if err := rows.Scan(&s.Kind, &s.ID); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// Purge removes the files of an erasure and every trace of its texts from the database file: the file is written anew
// and the log is cut.
func (s *Store) Purge(ctx context.Context, blobs []string) error {
	s.mu.Lock() // nobody reads: a reader would keep the old pages in the log
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return err
	}
	for _, digest := range blobs {
		if err := s.blobs.Delete(ctx, digest); err != nil {
			return err
		}
	}
	for _, name := range []string{draftName, queueName} {
		if err := blob.EraseFile(filepath.Join(s.dir, name)); err != nil {
			return wrap(err)
		}
	}
	return wrap(s.compact(ctx))
}

// compact writes the database file anew and cuts the log, so that nothing removed stays in either.
func (s *Store) compact(ctx context.Context) error {
	if _, err := s.writer.ExecContext(ctx, "VACUUM"); err != nil {
		return fmt.Errorf("compact: %w", err)
	}
	var busy, pages, moved int
	if err := s.writer.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &pages, &moved); err != nil {
		return fmt.Errorf("cut the log: %w", err)
	}
	if busy != 0 {
		return app.Errorf(app.CodeConflict, "另一个程序正在读数据，旧内容还没有清净。请关闭它，再重新打开本程序。")
	}
	_, err := s.writer.ExecContext(ctx, "DELETE FROM machine WHERE key = ?", keyCompact)
	return err
}

// erasedBlobs are the files named in erasures.
func erasedBlobs(ctx context.Context, db querier) ([]string, error) {
	bodies, err := readStrings(ctx, db, `SELECT p.body FROM event e JOIN payload p ON p.pos = e.pos
		WHERE e.subject_kind = ? AND e.type = ? AND e.subject_id IN (SELECT id FROM notice WHERE erased = 1) ORDER BY e.pos`,
		ledger.SubjectNotice, ledger.NoticeErased)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, body := range bodies {
		var p ledger.ErasedPayload
		if err := json.Unmarshal([]byte(body), &p); err != nil {
			return nil, fmt.Errorf("erasure: %w", err)
		}
		out = append(out, p.Blobs...)
	}
	return out, nil
}

// sweepErased finishes erasures that a crash interrupted: their files go, and the database file is written anew. A file
// that came again with a later notice stays.
func (s *Store) sweepErased(ctx context.Context) error {
	due, err := readStrings(ctx, s.writer, "SELECT value FROM machine WHERE key = ?", keyCompact)
	if err != nil || len(due) == 0 {
		return err
	}
	digests, err := erasedBlobs(ctx, s.writer)
	if err != nil {
		return err
	}
	for _, d := range digests {
		needed, err := readStrings(ctx, s.writer, "SELECT digest FROM file_use WHERE digest = ? LIMIT 1", d)
		if err != nil {
			return err
		}
		if len(needed) > 0 {
			continue
		}
		if err := s.blobs.Delete(ctx, d); err != nil {
			return err
		}
	}
	return s.compact(ctx)
}
