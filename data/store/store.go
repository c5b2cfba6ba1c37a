// Package store keeps the ledger in one SQLite file beside a folder of files: events and their payloads, and the tables
// derived from them in the same transaction. It is the only place that knows SQL.
//
// A data folder holds
//
//	yidanqing.db   the ledger (with -wal and -shm while it is open)
//	files/         files by their SHA-256
//	backup/        dated copies
//	draft.json     the notice that was on screen and not yet registered
//	lock, show     who has the data open; a second start asks for the window
package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/data/blob"
)

// Names in a data folder.
const (
	databaseName = "yidanqing.db"
	filesName    = "files"
	backupName   = "backup"
	draftName    = "draft.json"
	queueName    = "queue.json"
)

// Options say where the data lies and what time and chance are.
type Options struct {
	Dir    string
	Now    func() time.Time // nil: the system's clock
	Random io.Reader        // nil: the system's source
	// Upgrade is told how far a ledger of an earlier version has come, in notices, from 0 on, on the goroutine that opens it.
	// Ending the context stops; what is done stays, and the next start goes on from there. nil: nobody is told.
	Upgrade upkeep.Progress

	migrations fs.FS // nil: the embedded ones; tests add to them
}

// Store is an open data folder.
type Store struct {
	dir    string
	now    func() time.Time
	random io.Reader
	steps  []migration
	blobs  *blob.Store
	// upgrade is never nil
	upgrade upkeep.Progress

	mu       sync.RWMutex // held for writing while the files are exchanged or compacted
	lock     *Lock
	writer   *sql.DB // nil when opened for reading
	reader   *sql.DB
	origin   string
	readOnly *app.Error // why nothing can be written, nil if it can
	moved    *upkeep.Moved
}

// Open opens a data folder for reading and writing, and makes it if it is not there. CodeConflict if another program has
// it open, CodeReadOnly if it cannot be written, CodeDamaged if its file is not a ledger. A ledger of a newer version
// opens for reading only: see ReadOnly.
func Open(ctx context.Context, o Options) (*Store, error) {
	s, err := newStore(o)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return nil, folderError(err, s.dir)
	}
	if s.lock, err = acquire(s.dir, s.now()); err != nil {
		if app.ErrorCode(err) == app.CodeConflict {
			return nil, err
		}
		return nil, folderError(err, s.dir)
	}
	if err := s.start(ctx); err != nil {
		return nil, errors.Join(wrap(err), s.Close())
	}
	return s, nil
}

// OpenReader opens a data folder that is there, for reading only, also while another program writes.
func OpenReader(ctx context.Context, o Options) (*Store, error) {
	s, err := newStore(o)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(s.path()); err != nil {
		return nil, app.WrapError(app.CodeNotFound, err, "“%s”里没有台账数据。请检查数据文件夹的位置。", s.dir)
	}
	s.readOnly = app.Errorf(app.CodeReadOnly, "数据以只读方式打开，不能登记。")
	if s.reader, err = openReader(s.path(), nil); err != nil {
		return nil, wrap(err)
	}
	version, err := schemaVersion(ctx, s.reader)
	switch {
	case err != nil:
		return nil, errors.Join(wrap(err), s.Close())
	case version > len(s.steps):
		s.readOnly = errNewer(version, len(s.steps))
	case version < len(s.steps):
		return nil, errors.Join(errOlder(), s.Close())
	}
	due, _, err := unindexed(ctx, s.reader)
	switch {
	case version > len(s.steps): // a newer version may keep this otherwise
	case err != nil:
		return nil, errors.Join(wrap(err), s.Close())
	case due: // a search would miss what is not in the index
		return nil, errors.Join(errOlder(), s.Close())
	}
	return s, nil
}

func newStore(o Options) (*Store, error) {
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return nil, wrap(err)
	}
	files := o.migrations
	if files == nil {
		files = embedded
	}
	steps, err := readMigrations(files)
	if err != nil {
		return nil, err
	}
	s := &Store{dir: dir, now: o.Now, random: o.Random, steps: steps, blobs: blob.Open(filepath.Join(dir, filesName)), upgrade: o.Upgrade}
	if s.upgrade == nil {
		s.upgrade = func(int, int) {}
	}
	if s.now == nil {
		s.now = time.Now
	}
	if s.random == nil {
		s.random = rand.Reader
	}
	return s, nil
}

func folderError(err error, dir string) error {
	if app.ErrorCode(err) == app.CodeInternal || app.ErrorCode(err) == app.CodeReadOnly {
		return app.WrapError(app.CodeReadOnly, err,
			"数据文件夹“%s”不能写入，程序没有打开数据。请检查权限或写保护，或用 --data 另选一个文件夹。", dir)
	}
	return err
}

// start finishes what a crash interrupted, brings the schema forward and opens the pools.
func (s *Store) start(ctx context.Context) error {
	if err := s.finishRestore(); err != nil {
		return err
	}
	if err := s.blobs.Sweep(); err != nil {
		return err
	}
	if err := s.openPools(ctx); err != nil {
		return err
	}
	if s.readOnly == nil {
		if err := s.readMoved(ctx); err != nil {
			return err
		}
	}
	if s.readOnly != nil {
		return nil
	}
	if err := s.ownOrigin(ctx); err != nil {
		return err
	}
	return s.sweepErased(ctx)
}

// foreign refuses a file that is no ledger before anything is written into it. Every other trouble is left to the
// writing connection, which knows how to finish what a crash interrupted.
func (s *Store) foreign(ctx context.Context) error {
	if info, err := os.Stat(s.path()); err != nil || info.Size() == 0 {
		return nil // there is none yet
	}
	db, err := openReader(s.path(), nil)
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := schemaVersion(ctx, db); app.ErrorCode(wrap(err)) == app.CodeDamaged {
		return wrap(err)
	}
	return nil
}

func (s *Store) openPools(ctx context.Context) (err error) {
	if err := s.foreign(ctx); err != nil {
		return err
	}
	if s.writer, err = openWriter(s.path()); err != nil {
		return err
	}
	version, err := schemaVersion(ctx, s.writer)
	if err != nil {
		return err
	}
	switch latest := len(s.steps); {
	case version > latest:
		s.readOnly = errNewer(version, latest)
	case version < latest:
		if version > 0 {
			notices, err := countNotices(ctx, s.writer)
			if err != nil {
				return err
			}
			s.upgrade(0, notices)
			if err := s.copyBeforeMigration(ctx, version); err != nil {
				return err
			}
		}
		if err := migrate(ctx, s.writer, s.steps, version); err != nil {
			return err
		}
	}
	if s.readOnly == nil {
		if err := s.indexOnce(ctx); err != nil {
			return err
		}
	}
	s.reader, err = openReader(s.path(), nil)
	return err
}

// inTx runs f in one transaction of the writing connection.
func (s *Store) inTx(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *Store) path() string { return filepath.Join(s.dir, databaseName) }

// Dir is the data folder.
func (s *Store) Dir() string { return s.dir }

// Blobs are the files beside the ledger.
func (s *Store) Blobs() *blob.Store { return s.blobs }

// Origin is the name of this installation's chain, empty if the store is open for reading only.
func (s *Store) Origin() string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.origin
}

// ReadOnly says why nothing can be written; nil if it can.
func (s *Store) ReadOnly() error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.readOnly == nil {
		return nil
	}
	return s.readOnly
}

// Close ends all work and gives the lock back.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.closePools()
	return errors.Join(err, s.lock.Release())
}

func (s *Store) closePools() error {
	var errs []error
	for _, db := range []*sql.DB{s.reader, s.writer} { // the writer last: it folds the log into the file
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	s.reader, s.writer = nil, nil
	return errors.Join(errs...)
}

// Write runs one operation in one transaction: its events and the tables derived from them come together or not at all.
func (s *Store) Write(ctx context.Context, operation func(ledger.Book) error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if err := s.writable(); err != nil {
		return err
	}
	err := s.inTx(ctx, func(tx *sql.Tx) error {
		b, err := s.newBook(ctx, tx)
		if err != nil {
			return err
		}
		if err := operation(b); err != nil {
			return err
		}
		return b.flush(ctx)
	})
	return wrap(err)
}

// writable must be asked with the mutex held.
func (s *Store) writable() error {
	if s.readOnly != nil {
		return s.readOnly
	}
	if s.writer == nil {
		return app.Errorf(app.CodeReadOnly, "数据已关闭，不能登记。")
	}
	return nil
}

// read runs a query on the reading pool.
func (s *Store) read(f func(db querier) error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.reader == nil {
		return app.Errorf(app.CodeReadOnly, "数据已关闭。")
	}
	return wrap(f(s.reader))
}

// snapshot runs several queries on one state of the ledger, while others may write.
func (s *Store) snapshot(ctx context.Context, f func(db querier) error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.reader == nil {
		return app.Errorf(app.CodeReadOnly, "数据已关闭。")
	}
	tx, err := s.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return wrap(err)
	}
	defer tx.Rollback()
	return wrap(f(tx))
}
