package file

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yidanqing/app"
)

func touch(t *testing.T, parts ...string) string {
	t.Helper()
	path := filepath.Join(parts...)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFoldersGiveTheirFiles(t *testing.T) {
	dir := t.TempDir()
	b, a := touch(t, dir, "收文", "乙.docx"), touch(t, dir, "收文", "甲.txt")
	touch(t, dir, "收文", "~$甲.docx")
	touch(t, dir, "收文", "Thumbs.db")
	touch(t, dir, "收文", ".DS_Store")
	touch(t, dir, "收文", "去年", "旧.txt")
	deep := touch(t, dir, "压缩", "压缩", "丙.ofd")
	if err := os.MkdirAll(filepath.Join(dir, "空"), 0o700); err != nil {
		t.Fatal(err)
	}
	gone := filepath.Join(dir, "没有了.docx")
	files, notes, err := Expand(t.Context(), []string{filepath.Join(dir, "收文"), gone, filepath.Join(dir, "压缩"), filepath.Join(dir, "空")})
	if err != nil {
		t.Fatal(err)
	}
	sorted := []string{b, a}
	if b > a {
		sorted = []string{a, b}
	}
	if want := append(sorted, gone, deep); strings.Join(files, "|") != strings.Join(want, "|") {
		t.Errorf("files %v, want %v", files, want)
	}
	if all := strings.Join(notes, "|"); len(notes) != 2 || !strings.Contains(all, "“收文”：排入 2 个文件，其中的 1 个文件夹没有读") || !strings.Contains(all, "“空”里没有文件") {
		t.Errorf("notes %v", notes)
	}
}

func TestTooManyFilesAreSaid(t *testing.T) {
	var paths []string
	for i := range mostFiles + 7 {
		paths = append(paths, fmt.Sprintf("/没有/%d.txt", i))
	}
	files, notes, err := Expand(t.Context(), paths)
	if err != nil || len(files) != mostFiles || len(notes) != 1 || !strings.Contains(notes[0], "其余 7 个没有排入") {
		t.Errorf("%d files, notes %v, %v", len(files), notes, err)
	}
}

// TestAHugeFileIsNotRead makes a file of 200 MB that takes no room on the disk.
func TestAHugeFileIsNotRead(t *testing.T) {
	path := touch(t, t.TempDir(), "扫描件.pdf")
	if err := os.Truncate(path, 200<<20); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenNotice(t.Context(), path); app.ErrorCode(err) != app.CodeLimit || !strings.Contains(app.ErrorMessage(err), "“扫描件.pdf”超过 64 MB，没有读入") {
		t.Errorf("error %v", err)
	}
}
