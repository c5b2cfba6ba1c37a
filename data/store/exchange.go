package store

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"yidanqing/app"
	"yidanqing/data/blob"
)

// journal says where the data that is replaced goes. With it an interrupted restore is finished at the next start.
type journal struct {
	Aside string `json:"aside"` // folder within the data folder
}

// dropPrepared removes a prepared copy that nothing refers to.
func (s *Store) dropPrepared() error {
	var errs []error
	for _, suffix := range []string{"-shm", "-wal", ""} {
		if err := os.Remove(filepath.Join(s.dir, newName) + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err == nil {
		err = out.Sync()
	}
	return errors.Join(err, out.Close())
}

// exchange closes the database and lets the prepared copy take its place.
func (s *Store) exchange() (aside string, err error) {
	aside = freeName(s.dir, replacedPrefix+s.now().Format(backupTime), "")
	raw, err := json.Marshal(journal{Aside: filepath.Base(aside)})
	if err != nil {
		return "", err
	}
	if err := s.closePools(); err != nil {
		return "", err
	}
	if err := blob.WriteFile(filepath.Join(s.dir, journalName), raw); err != nil {
		return "", err
	}
	return aside, s.finishRestore()
}

// finishRestore moves the files as the journal says. Every step may have been done already.
func (s *Store) finishRestore() error {
	path := filepath.Join(s.dir, journalName)
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s.dropPrepared()
	}
	if err != nil {
		return err
	}
	var j journal
	if err := json.Unmarshal(raw, &j); err != nil || j.Aside != filepath.Base(j.Aside) {
		return app.WrapError(app.CodeDamaged, err, "上次恢复没有做完，记号文件 %s 读不出来。请把数据文件夹整个复制一份，再交给维护人员。", journalName)
	}
	prepared := filepath.Join(s.dir, newName)
	if _, err := os.Stat(prepared); err == nil {
		if err := s.moveAside(filepath.Join(s.dir, j.Aside)); err != nil {
			return err
		}
		if err := os.Rename(prepared, s.path()); err != nil {
			return err
		}
	}
	if err := blob.SyncDir(s.dir); err != nil {
		return err
	}
	return os.Remove(path)
}

// moveAside moves the database with its log, so that nothing of it can be taken for the new one's.
func (s *Store) moveAside(aside string) error {
	if err := os.MkdirAll(aside, 0o700); err != nil {
		return err
	}
	for _, suffix := range []string{"-shm", "-wal", ""} {
		err := os.Rename(s.path()+suffix, filepath.Join(aside, databaseName+suffix))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return blob.SyncDir(aside)
}
