package file

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"yidanqing/app"
)

// MaxFile is how large a file may be that Open reads, in bytes.
const MaxFile = 200 << 20

// Open reads a file whole. A file that is not there, is a folder, may not be read, is larger than MaxFile, or changes
// while it is read gives an *app.Error (CodeNotFound, CodeInvalid, CodeReadOnly, CodeLimit) in words for the person.
func Open(ctx context.Context, path string) ([]byte, error) { return open(ctx, path, MaxFile) }

func open(ctx context.Context, path string, limit int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, openFault(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, openFault(path, err)
	case info.IsDir():
		return nil, app.Errorf(app.CodeInvalid, "%s是文件夹。请选其中的文件。", called(path))
	case !info.Mode().IsRegular():
		return nil, app.Errorf(app.CodeInvalid, "%s不是普通文件，没有读入。请选一个文件。", called(path))
	case info.Size() > limit:
		return nil, oversize(path, limit)
	}
	data, err := io.ReadAll(io.LimitReader(&untilDone{ctx, f}, limit+1))
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, openFault(path, err)
	case int64(len(data)) > limit:
		return nil, oversize(path, limit)
	}
	return data, nil
}

func oversize(path string, limit int64) error {
	return app.Errorf(app.CodeLimit, "%s超过 %d MB，没有读入。原文件未动。请拆成几个小文件，或只复制需要的部分。", called(path), limit>>20)
}

func openFault(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return app.WrapError(app.CodeNotFound, err, "找不到%s，可能已被移走或改名。没有读入任何内容。请重新选择文件。", called(path))
	case errors.Is(err, fs.ErrPermission):
		return app.WrapError(app.CodeReadOnly, err, "没有权限读%s，或者它正被别的程序占用。原文件未动。请关闭占用它的程序，或把它复制到自己的文件夹后再选。", called(path))
	}
	return app.WrapError(app.CodeDamaged, err, "读%s时出错，没有读入任何内容。请检查 U 盘或网络盘是否还连着，再试一次。", called(path))
}

// untilDone stops reading when the context ends.
type untilDone struct {
	ctx context.Context
	r   io.Reader
}

func (u *untilDone) Read(b []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.r.Read(b)
}
