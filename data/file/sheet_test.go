package file

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"yidanqing/app"
)

func TestTablesOfWorkbook(t *testing.T) {
	data := xlsxOf(t, func(f *excelize.File) {
		f.SetSheetName("Sheet1", "基本履职事项清单")
		setRow(t, f, "基本履职事项清单", "A1", "柳河镇履行职责事项清单")
		setRow(t, f, "基本履职事项清单", "A3", "类别", "序号", "事项名称")
		setRow(t, f, "基本履职事项清单", "A4", "党的建设", 1, "落实主体责任\r\n加强监督")
		setRow(t, f, "基本履职事项清单", "A5", nil, 2, "学习")
		setRow(t, f, "基本履职事项清单", "A6", nil, 3, time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC))
		format := `yyyy"年"m"月"d"日"`
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			t.Fatal(err)
		}
		f.SetCellStyle("基本履职事项清单", "C6", "C6", style)
		f.MergeCell("基本履职事项清单", "A1", "C1")
		f.MergeCell("基本履职事项清单", "A4", "A6")
		f.SetRowVisible("基本履职事项清单", 5, false)
		f.NewSheet("草稿")
		setRow(t, f, "草稿", "A1", "不要读")
		f.SetSheetVisible("草稿", false)
		f.NewSheet("空表")
	})
	tables := mustTables(t, "/某处/清单.xlsx", data)
	if len(tables) != 1 {
		t.Fatalf("%d tables", len(tables))
	}
	tb := tables[0]
	if tb.File != "清单.xlsx" || tb.Name != "基本履职事项清单" {
		t.Errorf("file %q name %q", tb.File, tb.Name)
	}
	want := [][]string{
		{"柳河镇履行职责事项清单", "柳河镇履行职责事项清单", "柳河镇履行职责事项清单"}, nil, {"类别", "序号", "事项名称"},
		{"党的建设", "1", "落实主体责任\n加强监督"}, {"党的建设", "2", "学习"}, {"党的建设", "3", "2026年3月1日"},
	}
	for i := range want {
		if strings.Join(tb.Cells[i], "|") != strings.Join(want[i], "|") {
			t.Errorf("row %d = %q, want %q", i+1, tb.Cells[i], want[i])
		}
	}
	if !reflect.DeepEqual(tb.Merged, []app.Merge{{Row0: 0, Col0: 0, Row1: 0, Col1: 2}, {Row0: 3, Col0: 0, Row1: 5, Col1: 0}}) {
		t.Errorf("merged = %v", tb.Merged)
	}
	if notes := strings.Join(tb.Notes, ""); !strings.Contains(notes, "隐藏的工作表“草稿”没有读入") || !strings.Contains(notes, "有 1 行被隐藏") {
		t.Errorf("notes = %q", tb.Notes)
	}
	checkTable(t, tb)
	d := mustNotice(t, "清单.xlsx", data)
	if !strings.HasPrefix(d.Text(), "柳河镇履行职责事项清单\n类别 | 序号 | 事项名称\n党的建设 | 1 | 落实主体责任 加强监督\n | 2 | 学习") {
		t.Errorf("notice = %q", d.Text())
	}
	if d.Blocks[1].Place != "基本履职事项清单!A3" {
		t.Errorf("place = %q", d.Blocks[1].Place)
	}
}

func TestWorkbookKeysAndTwoSheets(t *testing.T) {
	data := xlsxOf(t, func(f *excelize.File) {
		setRow(t, f, "Sheet1", "A1", "#complete=false")
		setRow(t, f, "Sheet1", "A2", "#from=2026-03-01")
		setRow(t, f, "Sheet1", "A3", "名称")
		f.NewSheet("第二表")
		setRow(t, f, "第二表", "A1", "甲")
	})
	tables := mustTables(t, "x.xlsx", data)
	if len(tables) != 2 || tables[0].Keys["complete"] != "false" || tables[0].Keys["from"] != "2026-03-01" || tables[0].Offset != 2 {
		t.Fatalf("tables = %+v", tables)
	}
	if d := mustNotice(t, "x.xlsx", data); d.Text() != "Sheet1\n#complete=false\n#from=2026-03-01\n名称\n第二表\n甲" {
		t.Errorf("notice = %q", d.Text())
	}
}

func TestHiddenOnlyAndEmptyWorkbook(t *testing.T) {
	_, err := ReadTables(context.Background(), "空.xlsx", xlsxOf(t, func(*excelize.File) {}))
	wantError(t, err, app.CodeInvalid, "“空.xlsx”里没有内容")
	_, err = ReadNotice(context.Background(), "空.xlsx", xlsxOf(t, func(*excelize.File) {}))
	wantError(t, err, app.CodeInvalid, "里没有文字")
}

func TestDamagedAndHostileWorkbooks(t *testing.T) {
	good := xlsxOf(t, func(f *excelize.File) { setRow(t, f, "Sheet1", "A1", "名称") })
	ctx := context.Background()
	_, err := ReadTables(ctx, "坏.xlsx", good[:len(good)-40])
	wantError(t, err, app.CodeDamaged, "打不开“坏.xlsx”", "已损坏")
	_, err = ReadTables(ctx, "坏.xlsx", []byte("PK\x03\x04 and nothing"))
	wantError(t, err, app.CodeDamaged)
	_, err = ReadTables(ctx, "坏.xlsx", zipOf(t, "xl/workbook.xml", "<workbook><sheets><sheet name='a' id='r1'/></sheets>"))
	wantError(t, err, app.CodeDamaged)
	head := "<worksheet><sheetData>"
	_, err = ReadTables(ctx, "炸弹.xlsx", zipOf(t, "[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>",
		"xl/worksheets/sheet1.xml", head+strings.Repeat("<row/>", 10<<20)))
	wantError(t, err, app.CodeLimit, "异常地大")
	_, err = ReadNotice(ctx, "炸弹.docx", zipOf(t, "word/document.xml", strings.Repeat(" ", 64<<20)))
	wantError(t, err, app.CodeLimit, "异常地大")
}

func TestArchiveLimits(t *testing.T) {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := range maxEntries + 1 {
		if _, err := w.CreateHeader(&zip.FileHeader{Name: fmt.Sprint(i)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := ReadNotice(context.Background(), "多.docx", buf.Bytes())
	wantError(t, err, app.CodeLimit)

	buf.Reset()
	w = zip.NewWriter(&buf)
	if _, err := w.CreateRaw(&zip.FileHeader{Name: "word/document.xml", Flags: zipEncrypted, CompressedSize64: 3, UncompressedSize64: 3}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = ReadNotice(context.Background(), "密.docx", buf.Bytes())
	wantError(t, err, app.CodeLocked, "设有打开密码")

	buf.Reset()
	w = zip.NewWriter(&buf)
	if _, err := w.CreateRaw(&zip.FileHeader{Name: "word/document.xml", UncompressedSize64: 1 << 40}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = ReadNotice(context.Background(), "谎.docx", buf.Bytes())
	wantError(t, err, app.CodeLimit, "异常地大")
}

func TestPasswordOfExcelize(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	var buf bytes.Buffer
	if err := f.Write(&buf, excelize.Options{Password: "1234"}); err != nil {
		t.Fatal(err)
	}
	_, err := ReadTables(context.Background(), "密.xlsx", buf.Bytes())
	wantError(t, err, app.CodeLocked, "“密.xlsx”设有打开密码", "去掉密码另存后再导入")
}

func TestTablesOfDelimitedText(t *testing.T) {
	ctx := context.Background()
	src := "#title=清河县柳河镇清单,2026年版\n#Complete = FALSE\n\n清单类别,事项名称,职责\n基本履职,\"落实“第一议题”,学习\",\"1.甲。\n2.乙\"\"引\"\"。\"\n\n配合履职,燃气,未闭合\"引号\n"
	for name, data := range map[string][]byte{"清单.csv": gb18030(t, src), "表.csv": []byte("\xEF\xBB\xBF" + src)} {
		tb := mustTables(t, name, data)[0]
		if tb.Keys["title"] != "清河县柳河镇清单,2026年版" || tb.Keys["complete"] != "FALSE" || tb.Offset != 2 {
			t.Errorf("%s: keys %v offset %d", name, tb.Keys, tb.Offset)
		}
		want := [][]string{nil, {"清单类别", "事项名称", "职责"}, {"基本履职", "落实“第一议题”,学习", "1.甲。\n2.乙\"引\"。"}, nil, {"配合履职", "燃气", "未闭合\"引号"}}
		if !reflect.DeepEqual(tb.Cells, want) {
			t.Errorf("%s: cells = %q", name, tb.Cells)
		}
	}
	for name, src := range map[string]string{"a.tsv": "甲\t乙,丙\n1\t2,3", "b.csv": "甲\t乙\n1\t2", "c.csv": "甲;乙\n1;2", "d.txt": "甲|乙\n1|2"} {
		if tb := mustTables(t, name, []byte(src))[0]; len(tb.Cells[0]) != 2 || tb.Cells[1][0] != "1" {
			t.Errorf("%s: cells = %q", name, tb.Cells)
		}
	}
	tb := mustTables(t, "e.csv", []byte("甲,乙\n\"开着,的\n引号,2"))[0]
	if !reflect.DeepEqual(tb.Cells, [][]string{{"甲", "乙"}, {"\"开着", "的"}, {"引号", "2"}}) {
		t.Errorf("open quote: %q", tb.Cells)
	}
	_, err := ReadTables(ctx, "宽.csv", []byte(strings.Repeat("a,", 1500)))
	wantError(t, err, app.CodeLimit, "1000 列")
	_, err = ReadTables(ctx, "长.csv", []byte(strings.Repeat("a\n", maxRows+5)))
	wantError(t, err, app.CodeLimit, "20 万行")
	_, err = ReadTables(ctx, "空.csv", []byte(" \n"))
	wantError(t, err, app.CodeInvalid, "里没有文字")
}

func FuzzDelimited(f *testing.F) {
	f.Add("a,\"b\nc\",d\n\n#x=1", ".csv")
	f.Add("\"\"\"\"\n\"a\" ,b", ".csv")
	f.Add("#k=v,,\n,,\n#q\na\tb", ".tsv")
	f.Fuzz(func(t *testing.T, text, ext string) {
		tb, err := readDelimited("x"+ext, text)
		if err != nil {
			return
		}
		if strings.ContainsAny(text, "\"#\r") || strings.ContainsFunc(text, func(r rune) bool { return r == 0xFFFD }) {
			return
		}
		d := delimiter("x"+ext, text)
		var rows []string
		for _, r := range tb.Cells {
			rows = append(rows, strings.Join(r, string(d)))
		}
		squeeze := func(s string) string {
			return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == d || strings.TrimSpace(string(r)) == "" }), "")
		}
		if squeeze(strings.Join(rows, "\n")) != squeeze(text) {
			t.Errorf("%q lost something: %q", text, tb.Cells)
		}
	})
}

func FuzzWorkbook(f *testing.F) {
	sheet := `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`
	f.Add(sheet)
	f.Add(strings.Replace(sheet, "A1:B2", "A1:XFD1048576", 1))
	f.Add(strings.Replace(sheet, `r="1"`, `r="1048576"`, 1))
	f.Fuzz(func(t *testing.T, sheet string) {
		data := zipOf(t, "[Content_Types].xml", `<Types/>`,
			"_rels/.rels", `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
			"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
			"xl/worksheets/sheet1.xml", sheet)
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		tables, err := ReadTables(ctx, "a.xlsx", data)
		if err == nil && len(tables) == 0 {
			t.Error("no table and no error")
		}
		for _, tb := range tables {
			checkTable(t, tb)
		}
	})
}
