package file

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func BenchmarkNoticeText5MB(b *testing.B) {
	data := []byte(strings.Repeat("请各村（社区）于本周五前完成排查，并将台账报送镇应急办。\n", 65_000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		mustNotice(b, "长.txt", data)
	}
}

func BenchmarkNoticeWord(b *testing.B) {
	data := docxOf(b, strings.Repeat(para("请各村（社区）于本周五前完成排查，并将台账报送镇应急办。"), 60))
	for b.Loop() {
		mustNotice(b, "通知.docx", data)
	}
}

func BenchmarkNoticeOFD(b *testing.B) {
	data := sample(b, "pifu.ofd")
	for b.Loop() {
		mustNotice(b, "批复.ofd", data)
	}
}

func benchRow(i int) []any {
	return []any{i, fmt.Sprintf("第%d项工作", i), "县住建局、县城管局", "1.县住建局负责监督管理。\n2.查处违法行为。", "1.开展宣传。\n2.发现问题及时上报。"}
}

func BenchmarkTablesWorkbook20000(b *testing.B) {
	data := xlsxOf(b, func(f *excelize.File) {
		w, err := f.NewStreamWriter("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		for i := 1; i <= 20_000; i++ {
			if err := w.SetRow(fmt.Sprintf("A%d", i), benchRow(i)); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			b.Fatal(err)
		}
	})
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if t := mustTables(b, "清单.xlsx", data); len(t[0].Cells) != 20_000 {
			b.Fatal(len(t[0].Cells))
		}
	}
}

func BenchmarkTablesWord20000(b *testing.B) {
	var body strings.Builder
	body.WriteString("<w:tbl>")
	for i := 1; i <= 20_000; i++ {
		body.WriteString("<w:tr>")
		for _, c := range benchRow(i) {
			body.WriteString(cell("", para(fmt.Sprint(c))))
		}
		body.WriteString("</w:tr>")
	}
	body.WriteString("</w:tbl>")
	data := docxOf(b, body.String())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		mustTables(b, "清单.docx", data)
	}
}

func BenchmarkTablesCSV20000(b *testing.B) {
	var s strings.Builder
	for i := 1; i <= 20_000; i++ {
		for j, c := range benchRow(i) {
			if j > 0 {
				s.WriteByte(',')
			}
			fmt.Fprintf(&s, "%q", fmt.Sprint(c))
		}
		s.WriteByte('\n')
	}
	data := gb18030(b, s.String())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		mustTables(b, "清单.csv", data)
	}
}
