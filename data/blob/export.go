package blob

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"yidanqing/app"
)

// Export writes a copy into a folder under a name and gives its path. A file that is there already is never written
// over: one with the same content is the copy, beside another one the copy gets a number: 单 (2).pdf. Characters that a
// file name cannot hold on any system are replaced. The errors say what to do.
func (s *Store) Export(ctx context.Context, folder, name string, data []byte) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	name = FileName(name)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", exportError(err, folder, name)
	}
	path, there, err := reserve(folder, name, data)
	if err != nil {
		return "", exportError(err, folder, name)
	}
	if there {
		return path, nil
	}
	if err := WriteFile(path, data); err != nil {
		_ = os.Remove(path) // only the name was taken; what went wrong is said
		return "", exportError(err, folder, name)
	}
	if err := os.Chmod(path, 0o644); err != nil { // made readable only for its owner, but papers are passed on
		return "", exportError(err, folder, name)
	}
	return path, nil
}

// mostSame is how many files of one name are told apart by numbers.
const mostSame = 9999

// reserve takes a free name in a folder, so that no other program gets it meanwhile; there tells that a file with the same
// content stands under the name already.
func reserve(folder, name string, data []byte) (path string, there bool, err error) {
	for n := 1; n <= mostSame; n++ {
		path = filepath.Join(folder, numbered(name, n))
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err == nil {
			return path, false, f.Close()
		}
		if !errors.Is(err, fs.ErrExist) {
			return "", false, err
		}
		if holds(path, data) {
			return path, true, nil
		}
	}
	return "", false, fmt.Errorf("%d files are named %s: %w", mostSame, name, fs.ErrExist)
}

// holds tells whether a file has exactly this content. One that cannot be read is another one.
func holds(path string, data []byte) bool {
	info, err := os.Stat(path)
	if err != nil || info.Size() != int64(len(data)) || !info.Mode().IsRegular() {
		return false
	}
	old, err := os.ReadFile(path)
	return err == nil && bytes.Equal(old, data)
}

// numbered puts a number behind the stem of a name; 1 leaves it as it is.
func numbered(name string, n int) string {
	if n == 1 {
		return name
	}
	ext := extension(name)
	return fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, ext), n, ext)
}

// extension is the short last part of a name that tells what kind of file it is, with its dot; empty if there is none.
func extension(name string) string {
	if ext := filepath.Ext(name); len(ext) <= 10 {
		return ext
	}
	return ""
}

func exportError(err error, folder, name string) error {
	switch {
	case IsFull(err):
		return app.WrapError(app.CodeReadOnly, err, "“%s”所在的磁盘已满，没有写出。请腾出空间，或另选文件夹。", folder)
	case isBusy(err):
		return app.WrapError(app.CodeConflict, err, "“%s”正被别的程序打开，没有写出。请关闭后再试。", name)
	case errors.Is(err, fs.ErrPermission), IsReadOnly(err):
		return app.WrapError(app.CodeReadOnly, err, "文件夹“%s”不能写入，没有写出。请另选文件夹。", folder)
	}
	return app.WrapError(app.CodeInvalid, err, "“%s”没有写到“%s”。请另选文件夹。", name, folder)
}

// maxName is the number of bytes that common file systems take for a name, less room for a suffix.
const maxName = 200

// FileName makes a name that Windows and Linux both take: reserved characters become ＿, trailing dots and blanks go,
// the names of devices (CON, LPT1 …) get a ＿, the stem is cut to the length allowed, and the extension stays.
// Source: Microsoft, Naming Files, Paths, and Namespaces.
func FileName(name string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case r < 0x20 || r == 0x7f || r == utf8.RuneError:
			return -1
		case strings.ContainsRune(`\/:*?"<>|`, r):
			return '＿'
		}
		return r
	}, name)
	ext := strings.TrimRight(extension(clean), " .")
	stem := strings.Trim(strings.TrimSuffix(strings.TrimRight(clean, " ."), ext), " .")
	for len(stem) > maxName-len(ext) {
		_, size := utf8.DecodeLastRuneInString(stem)
		stem = strings.TrimRight(stem[:len(stem)-size], " .")
	}
	if stem == "" {
		stem = "未命名"
	}
	if device(stem) {
		stem = "＿" + stem
	}
	return stem + ext
}

// device tells whether Windows takes a name for a device, whatever follows its first dot.
func device(stem string) bool {
	first, _, _ := strings.Cut(stem, ".")
	first = strings.ToUpper(strings.TrimRight(first, " "))
	switch first {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	for _, port := range []string{"COM", "LPT"} {
		if n, ok := strings.CutPrefix(first, port); ok && utf8.RuneCountInString(n) == 1 && strings.Contains("0123456789¹²³", n) {
			return true
		}
	}
	return false
}
