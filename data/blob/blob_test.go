package blob_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/data/blob"
)

func TestPutGivesBackWhatWasKept(t *testing.T) {
	s := blob.Open(filepath.Join(t.TempDir(), "文件 #1 100%?"))
	data := []byte("关于开展燃气安全检查的通知")
	digest, err := s.Put(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := s.Put(t.Context(), data); err != nil || again != digest {
		t.Fatalf("second put: %s, %v", again, err)
	}
	got, err := s.Get(t.Context(), digest)
	if err != nil || !bytes.Equal(got, data) {
		t.Fatalf("got %q, %v", got, err)
	}
	if list, err := s.List(t.Context()); err != nil || len(list) != 1 || list[0] != digest {
		t.Fatalf("list %v, %v", list, err)
	}
}

func TestGetNamesDamageAndLoss(t *testing.T) {
	s := blob.Open(t.TempDir())
	digest, err := s.Put(t.Context(), []byte("原件"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s.Path(digest), []byte("改件"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Get(t.Context(), digest); app.ErrorCode(err) != app.CodeDamaged {
		t.Errorf("changed file: %v", err)
	}
	if err := s.Delete(t.Context(), digest); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Get(t.Context(), digest); app.ErrorCode(err) != app.CodeNotFound {
		t.Errorf("deleted file: %v", err)
	}
	if err := s.Delete(t.Context(), digest); err != nil {
		t.Errorf("deleting twice: %v", err)
	}
	if _, err := s.Get(t.Context(), "../../etc/passwd"); app.ErrorCode(err) != app.CodeNotFound {
		t.Errorf("not a digest: %v", err)
	}
}

func TestExportNeverWritesOverAFile(t *testing.T) {
	s := blob.Open(t.TempDir())
	folder := filepath.Join(t.TempDir(), "反馈单 2026年#11月")
	var names []string
	for _, text := range []string{"一", "二二", "二二", "一", "三"} {
		path, err := s.Export(context.Background(), folder, "柳反馈〔2026〕17号 县住建局.pdf", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != text {
			t.Fatalf("%s holds %q, %v", path, got, err)
		}
		names = append(names, strings.TrimPrefix(filepath.Base(path), "柳反馈〔2026〕17号 县住建局"))
	}
	if got := strings.Join(names, " "); got != ".pdf  (2).pdf  (2).pdf .pdf  (3).pdf" {
		t.Errorf("names %s", got)
	}
	if entries, _ := os.ReadDir(folder); len(entries) != 3 {
		t.Errorf("%d files in the folder, want 3", len(entries))
	}
}

func TestExportStepsAsideForAFolder(t *testing.T) {
	s := blob.Open(t.TempDir())
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "单.pdf"), 0o755); err != nil { // a folder of that name is no file to write over
		t.Fatal(err)
	}
	path, err := s.Export(context.Background(), folder, "单.pdf", []byte("x"))
	if err != nil || filepath.Base(path) != "单 (2).pdf" {
		t.Errorf("%s, %v", path, err)
	}
}

func TestExportIntoWhatIsNoFolderSaysSo(t *testing.T) {
	s := blob.Open(t.TempDir())
	file := filepath.Join(t.TempDir(), "一个文件")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := s.Export(context.Background(), file, "单.pdf", []byte("x"))
	if err == nil || !strings.Contains(app.ErrorMessage(err), "请另选文件夹") {
		t.Errorf("message: %v", err)
	}
}

func TestFileName(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"柳反馈〔2026〕17号.pdf", "柳反馈〔2026〕17号.pdf"},
		{`a/b\c:d*e?"f<g>h|.pdf`, "a＿b＿c＿d＿e＿＿f＿g＿h＿.pdf"},
		{" .. .pdf", "未命名.pdf"},
		{"", "未命名"},
		{"通知\n第二行.docx", "通知第二行.docx"},
		{strings.Repeat("长", 100) + ".pdf", strings.Repeat("长", 65) + ".pdf"},
		{"关于检查的通知. . ", "关于检查的通知"},
		{"通知.pdf.", "通知.pdf"},
		{"con.pdf", "＿con.pdf"},
		{"LPT1", "＿LPT1"},
		{"com³.关于检查.pdf", "＿com³.关于检查.pdf"},
		{"COM10.pdf", "COM10.pdf"},
		{"console.pdf", "console.pdf"},
	} {
		if got := blob.FileName(c.in); got != c.want {
			t.Errorf("%q gives %q, want %q", c.in, got, c.want)
		}
	}
}

func TestSweepRemovesWhatACrashLeft(t *testing.T) {
	s := blob.Open(t.TempDir())
	digest, err := s.Put(t.Context(), []byte("原件"))
	if err != nil {
		t.Fatal(err)
	}
	left := filepath.Join(s.Dir(), "unfinished", ".new-123")
	if err := os.WriteFile(left, []byte("写了一半"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.Sweep(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(left); !os.IsNotExist(err) {
		t.Error("the unfinished file is still there")
	}
	if !s.Has(digest) {
		t.Error("a finished file is gone")
	}
	if err := blob.Open(filepath.Join(t.TempDir(), "none")).Sweep(); err != nil {
		t.Errorf("without a folder: %v", err)
	}
}
