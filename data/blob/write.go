package blob

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"yidanqing/app"
)

// WriteFile writes a file whole or not at all: into a file beside it, to the disk, then under its name. A reader never
// sees half of it.
func WriteFile(path string, data []byte) error { return writeVia(filepath.Dir(path), path, data) }

// writeVia makes the unfinished file in a folder of the same disk.
func writeVia(temp, path string, data []byte) error {
	f, err := os.CreateTemp(temp, ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // fails after the rename, which is right
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	return SyncDir(filepath.Dir(path))
}

// SyncDir brings a folder's entries to the disk. Windows does so by itself and does not let folders be opened for it.
func SyncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

// EraseFile overwrites a file with zeros and removes it. A file that is not there is no error.
func EraseFile(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err == nil {
		err = zero(f, info.Size())
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return fmt.Errorf("overwrite: %w", err)
	}
	return os.Remove(path)
}

func zero(f *os.File, size int64) error {
	blank := make([]byte, min(size, 1<<16))
	for done := int64(0); done < size; {
		n, err := f.Write(blank[:min(int64(len(blank)), size-done)])
		if err != nil {
			return err
		}
		done += int64(n)
	}
	return f.Sync()
}

func wrap(err error) error {
	switch {
	case IsFull(err):
		return app.WrapError(app.CodeReadOnly, err, "数据盘已满，文件没有保存。请腾出 200 MB 后再试。")
	case errors.Is(err, fs.ErrPermission), IsReadOnly(err):
		return app.WrapError(app.CodeReadOnly, err, "数据文件夹不能写入，文件没有保存。请检查文件夹的权限，或换一个位置。")
	}
	return app.WrapError(app.CodeInternal, err, "文件没有保存成功。已有记录未受影响，请检查磁盘后再试。")
}
