// Package blob keeps files under the SHA-256 of their content, beside the ledger's database. A file once kept is never
// overwritten; it goes only when a notice is erased.
package blob

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"yidanqing/app"
)

// Store is a folder of files named by their digests, in 256 subfolders.
type Store struct {
	dir string
}

// Open gives the store in a folder, which is made on the first Put.
func Open(dir string) *Store { return &Store{dir: dir} }

// Dir is the store's folder.
func (s *Store) Dir() string { return s.dir }

// Digest is the name under which data is kept: its SHA-256, hexadecimal.
func Digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Path is where a file lies or would lie. A text that is not a digest leads nowhere.
func (s *Store) Path(digest string) string {
	if !valid(digest) {
		return filepath.Join(s.dir, "invalid")
	}
	return filepath.Join(s.dir, digest[:2], digest)
}

func valid(digest string) bool {
	if len(digest) != 2*sha256.Size {
		return false
	}
	return strings.Trim(digest, "0123456789abcdef") == ""
}

// Put keeps data and gives its digest. It returns after the bytes have reached the disk. Keeping the same data again
// costs one look.
func (s *Store) Put(ctx context.Context, data []byte) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	digest := Digest(data)
	path := s.Path(digest)
	if info, err := os.Stat(path); err == nil && info.Size() == int64(len(data)) {
		return digest, nil
	}
	if err := s.subfolder(filepath.Dir(path)); err != nil {
		return "", wrap(err)
	}
	if err := s.Write(path, data); err != nil {
		return "", wrap(err)
	}
	return digest, nil
}

// subfolder makes a folder and brings its name to the disk, else a power cut could take the file in it along.
func (s *Store) subfolder(dir string) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	return errors.Join(SyncDir(s.dir), SyncDir(filepath.Dir(s.dir)))
}

// Write writes a file of the same data folder whole or not at all. What a crash leaves unfinished goes with Sweep.
func (s *Store) Write(path string, data []byte) error {
	temp := filepath.Join(s.dir, unfinished)
	if err := os.MkdirAll(temp, 0o700); err != nil {
		return err
	}
	return writeVia(temp, path, data)
}

// unfinished is the subfolder of files that are being written.
const unfinished = "unfinished"

// Sweep removes what a crash left unfinished. Nobody may be writing.
func (s *Store) Sweep() error {
	temp := filepath.Join(s.dir, unfinished)
	entries, err := os.ReadDir(temp)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := EraseFile(filepath.Join(temp, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// Get gives a file's bytes. CodeNotFound if it is not there, CodeDamaged if its content is not what its name says.
func (s *Store) Get(ctx context.Context, digest string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(s.Path(digest))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, app.WrapError(app.CodeNotFound, err, "保存的文件找不到了（%s…）。记录未变，请从备份恢复。", short(digest))
	case err != nil:
		return nil, app.WrapError(app.CodeInternal, err, "保存的文件读不出来（%s…）。记录未变，请检查磁盘后再试。", short(digest))
	case Digest(data) != digest:
		return nil, app.Errorf(app.CodeDamaged, "保存的文件与登记时不一致（%s…），未作改动。请从备份恢复。", short(digest))
	}
	return data, nil
}

// Has tells whether a file is there, by its name only.
func (s *Store) Has(digest string) bool {
	_, err := os.Stat(s.Path(digest))
	return err == nil
}

// Delete removes a file for good. Its bytes are overwritten first, so that they do not stay in the folder's free space
// on disks that write in place. A file that is not there is no error.
func (s *Store) Delete(ctx context.Context, digest string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := EraseFile(s.Path(digest)); err != nil {
		return app.WrapError(app.CodeReadOnly, err, "保存的文件没有删除成功（%s…）。请关闭打开它的程序后再试。", short(digest))
	}
	return nil
}

// List gives the digests of all files, in order.
func (s *Store) List(ctx context.Context) ([]string, error) {
	var out []string
	err := filepath.WalkDir(s.dir, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		if !d.IsDir() && valid(d.Name()) {
			out = append(out, d.Name())
		}
		return ctx.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("list files: %w", err)
	}
	return out, nil
}

func short(digest string) string {
	if len(digest) > 8 {
		return digest[:8]
	}
	return digest
}
