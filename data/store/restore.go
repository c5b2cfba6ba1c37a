package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/data/blob"
)

const (
	replacedPrefix = "replaced-" // folders of databases that a restore has moved aside

	newName     = "restore-new.db" // the verified copy, ready to take the database's place
	journalName = "restore.json"   // written before the first file moves, removed after the last
)

// Restore puts a backup in place of the data: it verifies the backup, brings its files, moves the database that was
// there aside, and starts a new origin that names the backup's head. What was erased meanwhile is erased again.
func (s *Store) Restore(ctx context.Context, file string) (upkeep.Restored, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lock == nil {
		return upkeep.Restored{}, app.Errorf(app.CodeReadOnly, "数据没有以可写方式打开，不能恢复。")
	}
	if s.moved != nil { // it would give numbers that the other PC gives too
		return upkeep.Restored{}, s.readOnly
	}
	m, err := s.verifyBackup(ctx, file)
	if err != nil {
		return upkeep.Restored{}, restoreError(err)
	}
	again, err := s.erasures(ctx)
	if err != nil {
		return upkeep.Restored{}, restoreError(err)
	}
	if err := s.prepare(ctx, file); err != nil {
		return upkeep.Restored{}, errors.Join(restoreError(err), s.dropPrepared())
	}
	aside, err := s.exchange()
	if err != nil {
		return upkeep.Restored{}, restoreError(errors.Join(err, s.start(ctx)))
	}
	s.readOnly = nil
	if err := s.start(ctx); err != nil {
		return upkeep.Restored{}, restoreError(err)
	}
	out := upkeep.Restored{From: describe(file, m), Aside: aside, Origin: s.origin, Notices: m.Notices}
	return out, wrap(s.eraseAgain(ctx, again))
}

// Rescue restores a backup into a data folder that Open refuses because its database is damaged, and opens it. A folder
// that somebody else has open, or that cannot be written, is refused as by Open.
func Rescue(ctx context.Context, o Options, file string) (*Store, upkeep.Restored, error) {
	s, err := newStore(o)
	if err != nil {
		return nil, upkeep.Restored{}, err
	}
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return nil, upkeep.Restored{}, folderError(err, s.dir)
	}
	if s.lock, err = acquire(s.dir, s.now()); err != nil {
		return nil, upkeep.Restored{}, err
	}
	if err := s.start(ctx); err != nil { // as expected: what can be read of it is read all the same
		if err := ctx.Err(); err != nil {
			return nil, upkeep.Restored{}, errors.Join(err, s.Close())
		}
	}
	out, err := s.Restore(ctx, file)
	if err != nil {
		return nil, out, errors.Join(err, s.Close())
	}
	return s, out, nil
}

// restoreError says that nothing was replaced.
func restoreError(err error) error {
	wrapped := wrap(err)
	if errors.Is(err, context.Canceled) {
		return err
	}
	return app.WrapError(app.ErrorCode(wrapped), err, "没有恢复：%s 现有数据未受影响，仍在原处。", app.ErrorMessage(wrapped))
}

// verifyBackup refuses a copy that is not what its manifest says, that SQLite finds damaged, whose chain is broken, or
// that a newer version wrote.
func (s *Store) verifyBackup(ctx context.Context, file string) (manifest, error) {
	var want manifest
	raw, err := os.ReadFile(manifestPath(file))
	if err == nil {
		err = json.Unmarshal(raw, &want)
	}
	if err != nil {
		return want, app.WrapError(app.CodeInvalid, err, "“%s”不是完整的备份（旁边应有同名的 .json）。请另选一份备份。", filepath.Base(file))
	}
	got, _, err := examine(ctx, file)
	if err != nil {
		return want, err
	}
	if got.SHA256 != want.SHA256 || got.Digest != want.Digest {
		return want, app.Errorf(app.CodeDamaged, "备份“%s”与备份时不一致。请另选一份备份。", filepath.Base(file))
	}
	db, err := openClosed(file)
	if err != nil {
		return want, err
	}
	defer db.Close()
	version, err := schemaVersion(ctx, db)
	if err != nil {
		return want, err
	}
	if version > len(s.steps) {
		return want, errNewer(version, len(s.steps))
	}
	files := blob.Open(filepath.Join(filepath.Dir(file), filesName))
	v, err := verify(ctx, db, files, nil)
	if err != nil {
		return want, err
	}
	if !v.OK() {
		return want, app.Errorf(app.CodeDamaged, "备份“%s”校验没有通过：%s请另选一份备份。", filepath.Base(file), v.Damages[0])
	}
	return want, nil
}

// prepare brings the files and makes the copy that will take the database's place. The copy knows that it was restored.
func (s *Store) prepare(ctx context.Context, file string) error {
	digests, err := neededFiles(ctx, file)
	if err != nil {
		return err
	}
	from := blob.Open(filepath.Join(filepath.Dir(file), filesName))
	if err := copyBlobs(ctx, from, s.blobs, digests); err != nil {
		return err
	}
	if err := s.dropPrepared(); err != nil { // of an attempt that a crash ended; its log must not meet the new copy
		return err
	}
	path := filepath.Join(s.dir, newName)
	if err := copyFile(file, path); err != nil {
		return err
	}
	var used []ledger.UsedNumber
	if s.writer != nil {
		if used, err = readUsed(ctx, s.writer); err != nil {
			used = nil // the data to be replaced may be damaged; that is why it is replaced
		}
	}
	db, err := openWriter(path)
	if err != nil {
		return err
	}
	if err := errors.Join(markRestored(ctx, db, movedReason(file), used), db.Close()); err != nil { // closing folds the log into the file
		return err
	}
	if info, err := os.Stat(path + "-wal"); err == nil && info.Size() > 0 {
		return fmt.Errorf("the log of %s was not folded into it", newName)
	}
	return nil
}

// markRestored takes the old origin out, so that the next start begins a new one which names its parent.
func markRestored(ctx context.Context, db *sql.DB, reason string, used []ledger.UsedNumber) error {
	p := ledger.OriginPayload{Reason: reason, Used: used}
	err := db.QueryRowContext(ctx, `SELECT e.origin, e.seq, e.hash FROM event e JOIN machine m ON m.key = ? AND m.value = e.origin
		ORDER BY e.seq DESC LIMIT 1`, keyOrigin).Scan(&p.Parent, &p.Seq, &p.Head)
	if err != nil {
		return fmt.Errorf("parent chain: %w", err)
	}
	raw, err := json.Marshal(p)
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := setMachine(ctx, tx, keyRestored, string(raw)); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM machine WHERE key IN (?, ?, ?)", keyOrigin, keyBackup, keyMoved); err != nil {
		return err
	}
	return tx.Commit()
}

// erasure is what a restore must not bring back.
type erasure struct{ notice, reason string }

// erasures reads them from the data that is to be replaced. If that cannot be read, there is nothing to repeat.
func (s *Store) erasures(ctx context.Context) ([]erasure, error) {
	if s.writer == nil {
		return nil, nil
	}
	ids, err := readStrings(ctx, s.writer, "SELECT id FROM notice WHERE erased = 1 ORDER BY id")
	if err != nil {
		return nil, ctx.Err()
	}
	var out []erasure
	for _, id := range ids {
		n, err := readNotice(ctx, s.writer, id)
		if err != nil || n.Erased == nil {
			continue
		}
		out = append(out, erasure{id, n.Erased.Reason})
	}
	return out, nil
}

// eraseAgain must be called with the mutex held.
func (s *Store) eraseAgain(ctx context.Context, list []erasure) error {
	var blobs []string
	for _, e := range list {
		err := s.inTx(ctx, func(tx *sql.Tx) error {
			b, err := s.newBook(ctx, tx)
			if err != nil {
				return err
			}
			n, err := readNotice(ctx, tx, e.notice)
			if app.ErrorCode(err) == app.CodeNotFound || err == nil && n.Erased != nil {
				return nil
			}
			if err != nil {
				return err
			}
			p, err := b.Erase(ctx, e.notice)
			if err != nil {
				return err
			}
			p.Reason = e.reason
			blobs = append(blobs, p.Blobs...)
			if _, err := b.Append(ctx, ledger.Subject{Kind: ledger.SubjectNotice, ID: e.notice}, ledger.NoticeErased, p); err != nil {
				return err
			}
			return b.flush(ctx)
		})
		if err != nil {
			return err
		}
	}
	if len(list) == 0 {
		return nil
	}
	for _, d := range blobs {
		if err := s.blobs.Delete(ctx, d); err != nil {
			return err
		}
	}
	return s.compact(ctx)
}
