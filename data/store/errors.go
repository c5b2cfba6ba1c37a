package store

import (
	"context"
	"errors"
	"io/fs"

	"modernc.org/sqlite"
	sqlitecode "modernc.org/sqlite/lib"

	"yidanqing/app"
	"yidanqing/data/blob"
)

// wrap turns a failure of the database or the disk into words: what happened, what was kept, what to do. Errors that
// carry words already pass unchanged.
func wrap(err error) error {
	var known *app.Error
	var db *sqlite.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case blob.IsFull(err):
		return app.WrapError(app.CodeReadOnly, err, messageFull)
	case errors.Is(err, fs.ErrPermission), blob.IsReadOnly(err):
		return app.WrapError(app.CodeReadOnly, err, messageReadOnly)
	case errors.As(err, &db):
		return wrapCode(db.Code(), err)
	}
	return app.WrapError(app.CodeInternal, err, "数据没有写成功，已有记录未受影响。请再试一次；仍不行的，请把日志交给维护人员。")
}

const (
	messageFull     = "数据盘已满，这一步没有登记，已有记录未受影响，原文已留在窗口中。请腾出 200 MB 后再试。"
	messageReadOnly = "数据文件夹不能写入，这一步没有登记，已有记录未受影响。请检查文件夹的权限或写保护后再试。"
	messageDamaged  = "数据文件有损坏，未作改动。请先复制一份数据文件夹，再从备份恢复。"
)

// wrapCode looks at SQLite's own code, never at its text. The lower byte is the kind of failure.
func wrapCode(code int, err error) error {
	switch code & 0xff {
	case sqlitecode.SQLITE_FULL:
		return app.WrapError(app.CodeReadOnly, err, messageFull)
	case sqlitecode.SQLITE_READONLY, sqlitecode.SQLITE_PERM:
		return app.WrapError(app.CodeReadOnly, err, messageReadOnly)
	case sqlitecode.SQLITE_CANTOPEN:
		return app.WrapError(app.CodeReadOnly, err, "数据文件打不开，这一步没有登记，已有记录未受影响。请检查数据文件夹是否还在、能否写入。")
	case sqlitecode.SQLITE_BUSY, sqlitecode.SQLITE_LOCKED:
		return app.WrapError(app.CodeConflict, err, "数据正被别的程序占用，这一步没有登记，已有记录未受影响。请关闭占用它的程序（如同步盘、杀毒软件）后再试。")
	case sqlitecode.SQLITE_CORRUPT, sqlitecode.SQLITE_NOTADB:
		return app.WrapError(app.CodeDamaged, err, messageDamaged)
	case sqlitecode.SQLITE_IOERR:
		return app.WrapError(app.CodeReadOnly, err, "磁盘读写出错，这一步没有登记，已有记录未受影响。请检查磁盘后再试，并尽快备份。")
	}
	return app.WrapError(app.CodeInternal, err, "数据没有写成功，已有记录未受影响。请再试一次；仍不行的，请把日志交给维护人员。")
}
