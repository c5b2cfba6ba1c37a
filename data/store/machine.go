package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"yidanqing/app"
	"yidanqing/data/blob"
)

// preferencePrefix keeps the settings of the machine apart from the store's own marks.
const preferencePrefix = "preference:"

// Preference is a setting of this machine, empty if it was never set.
func (s *Store) Preference(ctx context.Context, key string) (string, error) {
	var value string
	err := s.read(func(db querier) error {
		err := db.QueryRowContext(ctx, "SELECT value FROM machine WHERE key = ?", preferencePrefix+key).Scan(&value)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	return value, err
}

// SetPreference keeps a setting of this machine. It is no part of the ledger.
func (s *Store) SetPreference(ctx context.Context, key, value string) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if err := s.writable(); err != nil {
		return err
	}
	return wrap(s.inTx(ctx, func(tx *sql.Tx) error { return setMachine(ctx, tx, preferencePrefix+key, value) }))
}

// SaveDraft keeps the notice that is on screen, so that it survives a crash.
func (s *Store) SaveDraft(ctx context.Context, data []byte) error {
	return s.saveBeside(ctx, draftName, data)
}

// LoadDraft gives what SaveDraft kept; CodeNotFound if there is nothing.
func (s *Store) LoadDraft(ctx context.Context) ([]byte, error) {
	return s.loadBeside(ctx, draftName, "没有未登记的草稿。")
}

// EraseDraft removes the draft for good.
func (s *Store) EraseDraft(ctx context.Context) error { return s.eraseBeside(ctx, draftName) }

// SaveQueue keeps the notices that wait on 收件, so that they survive a crash.
func (s *Store) SaveQueue(ctx context.Context, data []byte) error {
	return s.saveBeside(ctx, queueName, data)
}

// LoadQueue gives what SaveQueue kept; CodeNotFound if there is nothing.
func (s *Store) LoadQueue(ctx context.Context) ([]byte, error) {
	return s.loadBeside(ctx, queueName, "没有未登记的队列。")
}

// EraseQueue removes the queue for good.
func (s *Store) EraseQueue(ctx context.Context) error { return s.eraseBeside(ctx, queueName) }

func (s *Store) saveBeside(ctx context.Context, name string, data []byte) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := s.ReadOnly(); err != nil {
		return err
	}
	return wrap(s.blobs.Write(filepath.Join(s.dir, name), data))
}

func (s *Store) loadBeside(ctx context.Context, name, none string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	b, err := os.ReadFile(filepath.Join(s.dir, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, app.Errorf(app.CodeNotFound, "%s", none)
	}
	return b, wrap(err)
}

func (s *Store) eraseBeside(ctx context.Context, name string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return wrap(blob.EraseFile(filepath.Join(s.dir, name)))
}
