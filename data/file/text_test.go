package file

import (
	"context"
	"encoding/binary"
	"math/rand"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"

	"yidanqing/app"
)

func gb18030(tb testing.TB, s string) []byte {
	tb.Helper()
	b, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func utf16Of(s string, order binary.AppendByteOrder, bom string) []byte {
	b := []byte(bom)
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return b
}

func TestNoticeTextEncodings(t *testing.T) {
	const s = "关于报送防汛值班表的通知\r\n各乡镇人民政府：\r\n请于3月20日前报送。联系人：李𠮷\r\n"
	const want = "关于报送防汛值班表的通知\n各乡镇人民政府：\n请于3月20日前报送。联系人：李𠮷"
	for name, data := range map[string][]byte{
		"UTF-8":     []byte(s),
		"UTF-8 BOM": append([]byte("\xEF\xBB\xBF"), s...),
		"UTF-16LE":  utf16Of(s, binary.LittleEndian, "\xFF\xFE"),
		"UTF-16BE":  utf16Of(s, binary.BigEndian, "\xFE\xFF"),
		"GB18030":   gb18030(t, s),
	} {
		t.Run(name, func(t *testing.T) {
			d := mustNotice(t, "通知.txt", data)
			if d.Text() != want {
				t.Errorf("text = %q", d.Text())
			}
			if len(d.Warnings) != 0 {
				t.Errorf("warnings = %q", d.Warnings)
			}
			if d.Blocks[2].Place != "第3行" {
				t.Errorf("place = %q", d.Blocks[2].Place)
			}
		})
	}
}

func TestNoticeBrokenUTF8IsReadWithWarning(t *testing.T) {
	data := append([]byte(strings.Repeat("请各村按时报送排查台账。", 20)), 0xE8, 0xAF)
	d := mustNotice(t, "通知.txt", data)
	if !strings.HasPrefix(d.Text(), "请各村按时报送排查台账。") {
		t.Errorf("text = %.40q", d.Text())
	}
	if len(d.Warnings) != 1 || !strings.Contains(d.Warnings[0], "2 处字认不出") {
		t.Errorf("warnings = %q", d.Warnings)
	}
}

func TestNoticeNothingToRead(t *testing.T) {
	random := make([]byte, 4096)
	rand.New(rand.NewSource(1)).Read(random)
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"empty":        {nil, "“通知.txt”是空的"},
		"blank":        {[]byte(" \r\n\t\u3000\u200B\n"), "里没有文字"},
		"only a BOM":   {[]byte("\xEF\xBB\xBF"), "里没有文字"},
		"binary":       {random, "不是文字"},
		"NUL bytes":    {[]byte(strings.Repeat("ab\x00", 50)), "不是文字"},
		"UTF-16 blank": {utf16Of(" \n", binary.LittleEndian, "\xFF\xFE"), "里没有文字"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ReadNotice(context.Background(), "通知.txt", c.data)
			wantError(t, err, app.CodeInvalid, c.want, "没有读入任何内容")
		})
	}
	_, err := ReadNotice(context.Background(), "", nil)
	wantError(t, err, app.CodeInvalid, "这份内容是空的")
}

func TestNoticeOfFiveMegabytes(t *testing.T) {
	s := strings.Repeat("请各村（社区）于本周五前完成排查，并将台账报送镇应急办。\n", 65_000)
	d := mustNotice(t, "长.txt", []byte(s))
	if len(d.Blocks) != 65_000 || len(d.Text()) != len(s)-1 {
		t.Errorf("%d blocks, %d bytes of %d", len(d.Blocks), len(d.Text()), len(s))
	}
}

func TestNoticeOfDelimitedText(t *testing.T) {
	d := mustNotice(t, "表.csv", gb18030(t, "村名,面积\n白杨村,\"1,200亩\"\n\n"))
	if d.Text() != "村名 | 面积\n白杨村 | 1,200亩" || d.Blocks[1].Place != "第2行" {
		t.Errorf("text = %q, blocks %v", d.Text(), d.Blocks)
	}
}

func TestNoticeOfUnreadKinds(t *testing.T) {
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)
	encrypted := ole
	for _, c := range "EncryptedPackage" {
		encrypted += string(c) + "\x00"
	}
	for name, c := range map[string]struct {
		data string
		code app.Code
		want []string
	}{
		"通知.wps":  {ole, app.CodeFormat, []string{"打不开“通知.wps”。原文件未动。您可以在 WPS 中另存为 docx，或复制全文粘贴。"}},
		"通知.docx": {encrypted, app.CodeLocked, []string{"设有打开密码"}},
		"通知.rtf":  {`{\rtf1\ansi`, app.CodeFormat, []string{"另存为 docx"}},
		"通知.txt":  {"%PDF-1.6\n%âã", app.CodeFormat, []string{"打不开“通知.txt”", "PDF", "复制后粘贴"}},
		"通知.doc":  {"\xEF\xBB\xBF<html><body>", app.CodeFormat, []string{"另存为 docx"}},
		"截图.png":  {"\x89PNG\r\n\x1a\n", app.CodeFormat, []string{"图片"}},
		"包.rar":   {"Rar!\x1A\x07", app.CodeFormat, []string{"请先解压"}},
		"通知.exe":  {"MZ\x90\x00\x03", app.CodeFormat, []string{"不是能读的文字文件"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ReadNotice(context.Background(), name, []byte(c.data))
			wantError(t, err, c.code, c.want...)
		})
	}
	_, err := ReadNotice(context.Background(), "包.zip", zipOf(t, "a.txt", "x"))
	wantError(t, err, app.CodeFormat, "请先解压")
	_, err = ReadTables(context.Background(), "清单.et", []byte(ole))
	wantError(t, err, app.CodeFormat, "打不开“清单.et”", "另存为 xlsx")
	_, err = ReadTables(context.Background(), "清单.pdf", []byte("%PDF-1.4"))
	wantError(t, err, app.CodeFormat, "表格")
}

func TestWordsThatLookLikeMagic(t *testing.T) {
	for _, s := range []string{"MZ村要求尽快报送", "BM项目进度请报送", "请查收附件%PDF-格式的文件"} {
		if d := mustNotice(t, "x.txt", []byte(s)); d.Text() != s {
			t.Errorf("text = %q", d.Text())
		}
	}
}

func TestContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := ReadNotice(ctx, "a.txt", []byte("文字")); err != context.Canceled {
		t.Errorf("err = %v", err)
	}
	if _, err := ReadTables(ctx, "a.csv", []byte("文字")); err != context.Canceled {
		t.Errorf("err = %v", err)
	}
}

func FuzzNoticeText(f *testing.F) {
	f.Add([]byte("关于报送台账的通知\n"))
	f.Add(gb18030(f, "关于报送台账的通知"))
	f.Add([]byte("\xFF\xFE\x00\xD8"))
	f.Add([]byte("a,\"b\nc\",d\n#x=1"))
	f.Add([]byte(","))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.txt", "a.csv"} {
			d, err := ReadNotice(context.Background(), name, data)
			if err == nil && strings.TrimSpace(d.Text()) == "" {
				t.Errorf("%s: no text and no error", name)
			}
		}
	})
}
