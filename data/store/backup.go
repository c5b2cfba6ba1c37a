package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
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
	return b, wrap(thin(ctx, folder, s.now()))
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
	temp := target + ".part"
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
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), backupPrefix) || !strings.HasSuffix(e.Name(), ".part") {
			continue
		}
		if err := os.Remove(filepath.Join(folder, e.Name())); err != nil {
			return err
		}
	}
	return blob.Open(filepath.Join(folder, filesName)).Sweep()
}

func freeName(folder, stem, ext string) string {
	for i := 1; ; i++ {
		name := stem
		if i > 1 {
			name += "-" + strconv.Itoa(i)
		}
		path := filepath.Join(folder, name+ext)
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return path
		}
	}
}

func manifestPath(db string) string { return strings.TrimSuffix(db, ".db") + ".json" }

func describe(path string, m manifest) upkeep.Backup {
	return upkeep.Backup{File: path, At: m.At, Size: m.Size, Notices: m.Notices, Events: m.Events, Digest: m.Digest}
}

// copyTo writes a whole copy of the database as it stands and brings it to the disk.
func (s *Store) copyTo(ctx context.Context, path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if _, err := s.writer.ExecContext(ctx, "VACUUM INTO ?", path); err != nil {
		return fmt.Errorf("copy database: %w", err)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}

// keepCopies is how many copies made before repairs are kept.
const keepCopies = 3

// copyDatabase makes a copy for the case that the next step goes wrong. Of each label the newest are kept.
func (s *Store) copyDatabase(ctx context.Context, label string) (string, error) {
	folder := filepath.Join(s.dir, backupName)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	path := freeName(folder, label+"-"+s.now().Format(backupTime), ".db")
	if err := s.copyTo(ctx, path); err != nil {
		return "", err
	}
	all, err := s.copies()
	if err != nil {
		return "", err
	}
	all = slices.DeleteFunc(all, func(p string) bool { return !strings.HasPrefix(filepath.Base(p), label+"-") })
	for len(all) > keepCopies { // names sort by time
		if err := os.Remove(all[0]); err != nil {
			return "", err
		}
		all = all[1:]
	}
	return path, nil
}

func (s *Store) copyBeforeMigration(ctx context.Context, version int) error {
	_, err := s.copyDatabase(ctx, fmt.Sprintf("before-schema-%d", version+1))
	return err
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

// openClosed opens a database that nobody writes; no log is made beside it.
func openClosed(path string) (*sql.DB, error) {
	return openReader(path, url.Values{"immutable": {"1"}})
}

func neededFiles(ctx context.Context, path string) ([]string, error) {
	db, err := openClosed(path)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return readStrings(ctx, db, "SELECT DISTINCT digest FROM file_use ORDER BY digest")
}

// fileDigest must not be used on the live database: closing a second handle would drop SQLite's locks on Linux.
func fileDigest(path string) (string, int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", 0, err
	}
	defer f.Close()
	h := sha256.New()
	n, err := io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), n, err
}

// copyBlobs copies what the target does not have yet. A file that is damaged or lost here stops nothing else: the backup
// of the rest matters more, and Verify names the damage.
func copyBlobs(ctx context.Context, from, to *blob.Store, digests []string) error {
	for _, d := range digests {
		if to.Has(d) {
			continue
		}
		data, err := from.Get(ctx, d)
		switch app.ErrorCode(err) {
		case "":
		case app.CodeNotFound, app.CodeDamaged:
			continue
		default:
			return err
		}
		if _, err := to.Put(ctx, data); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// Changed tells whether something was written since the last backup beside the data.
func (s *Store) Changed(ctx context.Context) (bool, error) {
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

// BackupsIn gives the copies in a folder, the newest first.
func BackupsIn(folder string) ([]upkeep.Backup, error) { return backupsIn(folder) }

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

// Holding gives the copies in the data folder in which the words of a notice still stand: backups, copies made before a
// repair or a new schema, and databases that a restore has moved aside. A copy that cannot be read is named too.
func (s *Store) Holding(ctx context.Context, notice string) ([]string, error) {
	copies, err := s.copies()
	if err != nil {
		return nil, wrap(err)
	}
	var out []string
	for _, path := range copies {
		holds, err := holdsWords(ctx, path, notice)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if holds || err != nil {
			out = append(out, path)
		}
	}
	return out, nil
}

// copies are all other databases in the data folder, in the order of their paths.
func (s *Store) copies() ([]string, error) {
	var out []string
	for _, folder := range []string{backupName, "."} {
		entries, err := os.ReadDir(filepath.Join(s.dir, folder))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, e := range entries {
			path := filepath.Join(s.dir, folder, e.Name())
			switch {
			case folder == backupName && filepath.Ext(path) == ".db":
				out = append(out, path)
			case e.IsDir() && strings.HasPrefix(e.Name(), replacedPrefix):
				out = append(out, filepath.Join(path, databaseName))
			}
		}
	}
	return out, nil
}

func holdsWords(ctx context.Context, path, notice string) (bool, error) {
	db, err := openClosed(path)
	if err != nil {
		return false, err
	}
	defer db.Close()
	var n int
	err = db.QueryRowContext(ctx, "SELECT count(*) FROM notice WHERE id = ? AND erased = 0", notice).Scan(&n)
	return n > 0, err
}
