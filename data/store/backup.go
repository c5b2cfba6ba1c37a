package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/upkeep"
	"yidanqing/data/blob"
)

// A backup is ledger-YYYYMMDD-HHMMSS.db with a .json beside it that names its digest; the files it needs lie in the
// folder's own files/, each once for all backups.
const (
	backupPrefix = "ledger-"
	backupTime   = "20060102-150405"
)

// manifest stands beside a backup.
type manifest struct {
	Format  int       `json:"format"`
	At      time.Time `json:"at"` // local time with zone
	SHA256  string    `json:"sha256"`
	Size    int64     `json:"size"`
	Notices int       `json:"notices"`
	Events  int       `json:"events"`
	Files   int       `json:"files"`
	Digest  string    `json:"digest"` // of the ledger
}

// Backup makes a dated copy in a folder (empty: beside the data), checks it, brings it to the disk, and thins older ones.
func (s *Store) Backup(ctx context.Context, folder string) (upkeep.Backup, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.writer == nil {
		return upkeep.Backup{}, app.Errorf(app.CodeReadOnly, "数据没有以可写方式打开，不能备份。")
	}
	own := folder == ""
	if own {
		folder = filepath.Join(s.dir, backupName)
	}
	b, last, err := s.backupInto(ctx, folder)
	if err != nil {
		return upkeep.Backup{}, backupError(err, folder)
	}
	if own && s.readOnly == nil {
		mark := func(tx *sql.Tx) error { return setMachine(ctx, tx, keyBackup, strconv.FormatInt(last, 10)) }
		if err := s.inTx(ctx, mark); err != nil {
			return b, wrap(err)
		}
	}
	return b, wrap(thin(ctx, folder, s.now(), b.File))
}

func backupError(err error, folder string) error {
	if ctxErr := errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded); ctxErr {
		return err
	}
	switch code := app.ErrorCode(wrap(err)); code {
	case app.CodeReadOnly:
		return app.WrapError(code, err, "没有备份成功：“%s”已满或不能写入。台账未受影响，请腾出空间或换一个位置再备份。", folder)
	case app.CodeDamaged, app.CodeNotFound:
		return app.WrapError(code, err, "没有备份成功：%s 以前的备份都还在。", app.ErrorMessage(wrap(err)))
	}
	return app.WrapError(app.CodeInternal, err, "没有备份成功，台账和以前的备份未受影响。请换一个位置再备份。")
}

// backupInto gives the backup and the position of its last event.
func (s *Store) backupInto(ctx context.Context, folder string) (upkeep.Backup, int64, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return upkeep.Backup{}, 0, err
	}
	if err := dropUnfinished(folder); err != nil {
		return upkeep.Backup{}, 0, err
	}
	now := s.now()
	target := freeName(folder, backupPrefix+now.Format(backupTime), ".db")
	temp := target + partSuffix
	defer os.Remove(temp) // gone after the rename
	if err := s.copyTo(ctx, temp); err != nil {
		return upkeep.Backup{}, 0, err
	}
	m, last, err := examine(ctx, temp)
	if err != nil {
		return upkeep.Backup{}, 0, err
	}
	m.At = now
	digests, err := neededFiles(ctx, temp)
	if err != nil {
		return upkeep.Backup{}, 0, err
	}
	m.Files = len(digests)
	if err := copyBlobs(ctx, s.blobs, blob.Open(filepath.Join(folder, filesName)), digests); err != nil {
		return upkeep.Backup{}, 0, err
	}
	raw, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return upkeep.Backup{}, 0, err
	}
	if err := os.Rename(temp, target); err != nil {
		return upkeep.Backup{}, 0, err
	}
	if err := blob.WriteFile(manifestPath(target), append(raw, '\n')); err != nil {
		return upkeep.Backup{}, 0, err
	}
	return describe(target, m), last, nil
}

// dropUnfinished removes what a crash during an earlier backup left behind.
func dropUnfinished(folder string) error {
	if err := dropParts(folder, backupPrefix); err != nil {
		return err
	}
	return blob.Open(filepath.Join(folder, filesName)).Sweep()
}

// dropParts removes the copies of a kind that were not finished.
func dropParts(folder, prefix string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), prefix) || !strings.HasSuffix(e.Name(), partSuffix) {
			continue
		}
		if err := os.Remove(filepath.Join(folder, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

func manifestPath(db string) string { return strings.TrimSuffix(db, ".db") + ".json" }

func describe(path string, m manifest) upkeep.Backup {
	return upkeep.Backup{File: path, At: m.At, Size: m.Size, Notices: m.Notices, Events: m.Events, Digest: m.Digest}
}

// examine opens a closed copy, lets SQLite check it, and reads what it holds.
func examine(ctx context.Context, path string) (m manifest, last int64, err error) {
	db, err := openClosed(path)
	if err != nil {
		return m, 0, err
	}
	defer db.Close()
	found, err := readStrings(ctx, db, "PRAGMA quick_check(1)")
	if err != nil {
		return m, 0, err
	}
	if len(found) != 1 || found[0] != "ok" {
		return m, 0, app.Errorf(app.CodeDamaged, "备份文件检查没有通过。")
	}
	err = db.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM notice), count(*), coalesce(max(pos), 0) FROM event").
		Scan(&m.Notices, &m.Events, &last)
	if err != nil {
		return m, 0, err
	}
	heads, err := readHeads(ctx, db)
	if err != nil {
		return m, 0, err
	}
	m.Format, m.Digest = 1, ledger.Digest(heads)
	m.SHA256, m.Size, err = fileDigest(path)
	return m, last, err
}

// Present tells whether a folder is there, so that a stick which is not plugged in is not taken for one that is full.
func (s *Store) Present(folder string) bool {
	info, err := os.Stat(folder)
	return err == nil && info.IsDir()
}

// Changed tells whether something was written since the last backup beside the data.
func (s *Store) Changed(ctx context.Context) (bool, error) {
	if _, moved, err := s.MovedOut(ctx); moved || err != nil {
		return false, err // what is locked does not change
	}
	return fetch(s, func(db querier) (bool, error) {
		var last, saved int64
		err := db.QueryRowContext(ctx, `SELECT coalesce(max(pos), 0),
			coalesce((SELECT CAST(value AS INTEGER) FROM machine WHERE key = ?), 0) FROM event`, keyBackup).Scan(&last, &saved)
		return last != saved, err
	})
}

// Backups gives the copies beside the data, the newest first.
func (s *Store) Backups(ctx context.Context) ([]upkeep.Backup, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return backupsIn(filepath.Join(s.dir, backupName))
}

func backupsIn(folder string) ([]upkeep.Backup, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, wrap(err)
	}
	var out []upkeep.Backup
	for _, e := range entries {
		if e.IsDir() || !strings.HasPrefix(e.Name(), backupPrefix) || filepath.Ext(e.Name()) != ".db" {
			continue
		}
		path := filepath.Join(folder, e.Name())
		var m manifest
		raw, err := os.ReadFile(manifestPath(path))
		if err != nil || json.Unmarshal(raw, &m) != nil {
			continue // a copy without its manifest was not finished
		}
		out = append(out, describe(path, m))
	}
	slices.SortFunc(out, func(a, b upkeep.Backup) int { return b.At.Compare(a.At) })
	return out, nil
}
