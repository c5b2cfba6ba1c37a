package file

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yidanqing/app"
)

func TestPlainTextInEveryEncoding(t *testing.T) {
	const want = "■ 反馈单：开头\r\n【您方】来文收悉。\r\n"
	for name, data := range map[string]string{
		"utf-8": want, "utf-8 with mark": "\ufeff" + want, "gb18030": string(gb18030(t, want)),
		"utf-16": "\xff\xfe" + utf16le(want),
	} {
		path := filepath.Join(t.TempDir(), "措辞.txt")
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := ReadPlain(t.Context(), path); err != nil || got != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	binary := filepath.Join(t.TempDir(), "图.txt")
	if err := os.WriteFile(binary, []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadPlain(t.Context(), binary); app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), "不是文本文件") {
		t.Errorf("a picture: %v", err)
	}
}

func utf16le(s string) string {
	var b strings.Builder
	for _, r := range s { // the words of the test lie in the basic plane
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}
