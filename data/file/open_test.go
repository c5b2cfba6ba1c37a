package file

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"yidanqing/app"
)

func TestOpen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "带 空格#%文件夹")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "通知 1#2%.txt")
	if err := os.WriteFile(path, []byte("文字"), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	b, err := Open(ctx, path)
	if err != nil || string(b) != "文字" {
		t.Fatalf("%q, %v", b, err)
	}
	_, err = Open(ctx, filepath.Join(dir, "没有.docx"))
	wantError(t, err, app.CodeNotFound, "找不到“没有.docx”", "重新选择")
	_, err = Open(ctx, dir)
	wantError(t, err, app.CodeInvalid, "是文件夹")
	_, err = open(ctx, path, 3)
	wantError(t, err, app.CodeLimit, "没有读入")
	if runtime.GOOS != "windows" && os.Getuid() != 0 {
		if err := os.Chmod(path, 0); err != nil {
			t.Fatal(err)
		}
		_, err = Open(ctx, path)
		wantError(t, err, app.CodeReadOnly, "没有权限")
	}
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(ended, path); err != context.Canceled {
		t.Errorf("err = %v", err)
	}
}

func TestFormatsReadAreRead(t *testing.T) {
	if got := strings.Join(FormatsRead(), " "); got != "docx xlsx ofd txt csv tsv" {
		t.Errorf("FormatsRead = %s", got)
	}
	if got := strings.Join(TableFormats(), " "); got != "xlsx docx csv tsv" {
		t.Errorf("TableFormats = %s", got)
	}
}
