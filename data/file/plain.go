package file

import (
	"context"

	"yidanqing/app"
)

// MaxPlain is how large a file of plain text may be that ReadPlain reads, in bytes.
const MaxPlain = 1 << 20

// ReadPlain reads a file of plain text whole, in UTF-8, UTF-16 or GB18030. Errors are those of Open, and CodeInvalid for a
// file that is no text.
func ReadPlain(ctx context.Context, path string) (string, error) {
	data, err := open(ctx, path, MaxPlain)
	if err != nil {
		return "", err
	}
	text, bad := decode(data)
	if looksBinary(text, bad) {
		return "", app.Errorf(app.CodeInvalid, "%s不是文本文件，没有读入。原文件未动。请选导出的 txt 文件。", called(path))
	}
	return text, nil
}
