package blob

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"yidanqing/app"
)

// Export writes a copy into a folder under a name, replacing an older copy of the same name, and gives its path.
// Characters that a file name cannot hold on any system are replaced. The errors say what to do.
func (s *Store) Export(ctx context.Context, folder, name string, data []byte) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	name = FileName(name)
	path := filepath.Join(folder, name)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", exportError(err, folder, name)
	}
	if err := WriteFile(path, data); err != nil {
		return "", exportError(err, folder, name)
	}
	if err := os.Chmod(path, 0o644); err != nil { // made readable only for its owner, but papers are passed on
		return "", exportError(err, folder, name)
	}
	return path, nil
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
// the stem is cut to the length allowed, and the extension stays.
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
	ext := filepath.Ext(clean)
	if len(ext) > 10 {
		ext = ""
	}
	stem := strings.Trim(strings.TrimSuffix(clean, ext), " .")
	for len(stem) > maxName-len(ext) {
		_, size := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-size]
	}
	if stem == "" {
		stem = "未命名"
	}
	return stem + ext
}
