package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
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

	"yidanqing/app"
	"yidanqing/data/blob"
)

// freeName is a name that nothing has yet. Where the folder cannot be looked into, the first one is given: making it then
// says why.
func freeName(folder, stem, ext string) string {
	for i := 1; ; i++ {
		name := stem
		if i > 1 {
			name += "-" + strconv.Itoa(i)
		}
		path := filepath.Join(folder, name+ext)
		if _, err := os.Stat(path); err != nil {
			return path
		}
	}
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

// partSuffix marks a copy that is not finished.
const partSuffix = ".part"

// keepCopies is how many copies made before repairs are kept.
const keepCopies = 3

// copyDatabase makes a copy for the case that the next step goes wrong. Of each label the newest are kept.
func (s *Store) copyDatabase(ctx context.Context, label string) (string, error) {
	folder := filepath.Join(s.dir, backupName)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	if err := dropParts(folder, label+"-"); err != nil {
		return "", err
	}
	path := freeName(folder, label+"-"+s.now().Format(backupTime), ".db")
	defer os.Remove(path + partSuffix) // gone after the rename
	if err := s.copyTo(ctx, path+partSuffix); err != nil {
		return "", err
	}
	if err := os.Rename(path+partSuffix, path); err != nil {
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
