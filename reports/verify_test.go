package reports_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"yidanqing/app"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/reports/pdf"
)

var streamed = regexp.MustCompile(`(?s)(\d+) 0 obj\n(<<.*?>>)\s*\nstream\n`)

// streams finds the compressed streams whose text holds a word.
func streams(tb testing.TB, data []byte, word string) (found [][2]int, texts [][]byte) {
	tb.Helper()
	for _, m := range streamed.FindAllSubmatchIndex(data, -1) {
		l := regexp.MustCompile(`/Length (\d+)`).FindSubmatch(data[m[4]:m[5]])
		if l == nil {
			continue
		}
		n, _ := strconv.Atoi(string(l[1]))
		z, err := zlib.NewReader(bytes.NewReader(data[m[1] : m[1]+n]))
		if err != nil {
			continue
		}
		text, err := io.ReadAll(z)
		if err == nil && bytes.Contains(text, []byte(word)) {
			found = append(found, [2]int{m[1], n})
			texts = append(texts, text)
		}
	}
	return found, texts
}

// swap replaces a compressed stream by another text of the same compressed length or shorter: zeros behind the end of
// the data do not matter to a reader. The offsets of the file stay as they are.
func swap(tb testing.TB, data []byte, at [2]int, text []byte) []byte {
	tb.Helper()
	var z bytes.Buffer
	w, _ := zlib.NewWriterLevel(&z, zlib.BestCompression)
	if _, err := w.Write(text); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	if z.Len() > at[1] {
		tb.Fatalf("compressed stream grew from %d to %d bytes", at[1], z.Len())
	}
	out := bytes.Clone(data)
	copy(out[at[0]:], append(z.Bytes(), make([]byte, at[1]-z.Len())...))
	return out
}

// coded is a text as the content of a page holds it.
func coded(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return []byte(strings.NewReplacer("\\", "\\\\", "(", "\\(", ")", "\\)", "\r", "\\r").Replace(string(b)))
}

func verified(tb testing.TB, data []byte) pdf.Result {
	tb.Helper()
	res, err := pdf.Verify(data)
	if err != nil {
		tb.Fatal(err)
	}
	return res
}

func TestVerifyTellsWhatTheFileIs(t *testing.T) {
	s := papertest.Gas()
	_, out := print(t, paper.KindFeedback, s)
	res := verified(t, out.PDF)
	if res.State != pdf.Consistent || res.Number != "柳反馈〔2026〕17号" || res.Title != "事项拒接反馈单" || res.Ledger != "2026年第642号" ||
		res.Digest != out.Digest || res.Notice != paper.NoticeDigest(s.Text) || res.Draft || !strings.HasPrefix(res.Message, "自洽") {
		t.Errorf("got %+v", res)
	}
	s.Number = ""
	_, out = print(t, paper.KindFeedback, s)
	if res := verified(t, out.PDF); res.State != pdf.Consistent || !res.Draft || !strings.Contains(res.Message, "送审稿") {
		t.Errorf("draft: %+v", res)
	}
}

func TestVerifyFindsAChangedByteOfTheAttachment(t *testing.T) {
	_, out := print(t, paper.KindFeedback, papertest.Gas())
	found, texts := streams(t, out.PDF, paper.RecordSchema)
	if len(found) != 1 {
		t.Fatalf("%d attachments", len(found))
	}
	t.Run("in the compressed stream", func(t *testing.T) {
		for i := 0; i < found[0][1]; i += 97 {
			data := bytes.Clone(out.PDF)
			data[found[0][0]+i] ^= 0x20
			if res := verified(t, data); res.State != pdf.Differs {
				t.Fatalf("byte %d: %+v", i, res)
			}
		}
	})
	t.Run("in the record", func(t *testing.T) {
		text := bytes.Replace(texts[0], []byte("第17项"), []byte("第19项"), 1)
		res := verified(t, swap(t, out.PDF, found[0], text))
		if res.State != pdf.Differs || !strings.Contains(res.Message, "附件摘要与附件不符") || !strings.Contains(res.Message, "不在页面上") {
			t.Errorf("got %+v", res)
		}
	})
}

func TestVerifyFindsAChangedText(t *testing.T) {
	_, out := print(t, paper.KindFeedback, papertest.Gas())
	for name, c := range map[string]struct{ old, new, want string }{
		"a character":      {string(coded("第1项建议由贵局")), string(coded("第2项建议由贵局")), "第 1 页的内容"},
		"a word of a cell": {string(coded("不承担")), string(coded("可承担")), "第 1 页的内容"},
		"a digit of proof": {string(coded(out.Digest[:8])), string(coded("0123abcd")), "印的附件摘要与附件不符"},
	} {
		t.Run(name, func(t *testing.T) {
			found, texts := streams(t, out.PDF, c.old)
			if len(found) == 0 {
				t.Fatal("no such text")
			}
			res := verified(t, swap(t, out.PDF, found[0], bytes.Replace(texts[0], []byte(c.old), []byte(c.new), 1)))
			if res.State != pdf.Differs || !strings.Contains(res.Message, c.want) {
				t.Errorf("got %+v", res)
			}
		})
	}
	t.Run("a moved line", func(t *testing.T) {
		found, texts := streams(t, out.PDF, "re S")
		text := regexp.MustCompile(`\d+\.\d\d l S`).ReplaceAll(texts[0], []byte("100.00 l S"))
		if res := verified(t, swap(t, out.PDF, found[0], text)); res.State != pdf.Differs {
			t.Errorf("got %+v", res)
		}
	})
	t.Run("something white over it", func(t *testing.T) {
		found, texts := streams(t, out.PDF, "re S")
		text := append(bytes.Replace(texts[0], []byte("0 J\n0 j\n"), nil, 1), []byte("1 g")...)
		if res := verified(t, swap(t, out.PDF, found[0], text)); res.State != pdf.Differs {
			t.Errorf("got %+v", res)
		}
	})
	t.Run("a module of the code", func(t *testing.T) {
		found, texts := streams(t, out.PDF, "/Proof BMC")
		text := regexp.MustCompile(`/Proof BMC\n[^\n]* re f\nEMC\n`).ReplaceAll(texts[0], nil)
		if res := verified(t, swap(t, out.PDF, found[0], text)); res.State != pdf.Differs || !strings.Contains(res.Message, "二维码") {
			t.Errorf("got %+v", res)
		}
	})
}

// TestVerifyFindsAnyChangedByte flips bytes all over the file.
func TestVerifyFindsAnyChangedByte(t *testing.T) {
	_, out := print(t, paper.KindEscalation, papertest.Houses())
	for i := 0; i < len(out.PDF); i += 211 {
		data := bytes.Clone(out.PDF)
		data[i] ^= 0x01
		if res := verified(t, data); res.State == pdf.Consistent {
			t.Fatalf("byte %d was changed unnoticed", i)
		}
	}
}

func TestVerifyFindsWhatWasAppended(t *testing.T) {
	_, out := print(t, paper.KindFeedback, papertest.Gas())
	for name, data := range map[string][]byte{
		"a newer table": fmt.Appendf(bytes.Clone(out.PDF), "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1>>\nstartxref\n%d\n%%%%EOF\n", len(out.PDF)),
		"blanks":        append(bytes.Clone(out.PDF), "\n\n"...),
		"cut off":       out.PDF[:len(out.PDF)/2],
		"half a header": append([]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3 yidanqing paper\n"), "garbage"...),
	} {
		if res := verified(t, data); res.State != pdf.Differs {
			t.Errorf("%s: %+v", name, res)
		}
	}
}

func TestVerifyKnowsForeignFiles(t *testing.T) {
	for name, data := range map[string]string{
		"a PDF of another program": "%PDF-1.4\n1 0 obj\n<</Type /Catalog>>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R>>\nstartxref\n44\n%%EOF\n",
		"a text":                   "关于开展排查的通知",
		"a picture":                "\x89PNG\r\n\x1a\n",
	} {
		res := verified(t, []byte(data))
		if res.State != pdf.Foreign || res.Message != "不是本软件出具的文书。" {
			t.Errorf("%s: %+v", name, res)
		}
	}
	if _, err := pdf.Verify(nil); app.ErrorCode(err) != app.CodeInvalid {
		t.Errorf("empty file: %v", err)
	}
}

// FuzzVerify reads files of any kind: no panic, and a changed file is never taken for an unchanged one.
func FuzzVerify(f *testing.F) {
	_, out := print(f, paper.KindEscalation, papertest.Houses())
	head := []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3 yidanqing paper\n")
	f.Add(out.PDF[:4000])
	f.Add(append(bytes.Clone(head), "xref\n0 2\n0000000000 65535 f \n0000000033 00000 n \ntrailer\n<</Root 1 0 R/ID[<00><00>]>>\nstartxref\n33\n%%EOF\n"...))
	f.Add(append(bytes.Clone(head), "1 0 obj\n<</A [[[[((\\)))]]]] /B <AB> /C 1 0 R>>\nendobj\nstartxref\n40\n%%EOF\n"...))
	f.Fuzz(func(t *testing.T, data []byte) {
		res, err := pdf.Verify(data)
		if err == nil && res.State == pdf.Consistent && !bytes.Equal(data, out.PDF) {
			t.Fatal("taken for consistent")
		}
		if len(data) > 0 && err != nil {
			t.Fatal(err)
		}
		if _, err := pdf.Text(data); err != nil && app.ErrorCode(err) != app.CodeDamaged {
			t.Fatal(err)
		}
	})
}
