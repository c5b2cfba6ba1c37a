package file_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yidanqing/app"
	"yidanqing/app/duty"
	"yidanqing/data/file"
)

// Lists as other places publish them, written as real files and read back.

func readList(t *testing.T, opt duty.Options, files ...any) duty.Preview {
	t.Helper()
	var tables []app.Table
	for i := 0; i+1 < len(files); i += 2 {
		more, err := file.ReadTables(context.Background(), files[i].(string), files[i+1].([]byte))
		if err != nil {
			t.Fatal(err)
		}
		tables = append(tables, more...)
	}
	p, err := duty.Import(tables, opt)
	if err != nil {
		t.Fatalf("%v; unread %+v", err, p.Unread)
	}
	return p
}

func wantKeys(t *testing.T, p duty.Preview, want ...string) {
	t.Helper()
	for i, d := range p.List.Duties {
		if i >= len(want) {
			t.Errorf("more than wanted: %s", key(d))
		} else if key(d) != want[i] {
			t.Errorf("entry %d\n got %s\nwant %s", i, key(d), want[i])
		}
	}
	if len(p.List.Duties) < len(want) {
		t.Errorf("%d entries, want %d", len(p.List.Duties), len(want))
	}
}

func workbook(t *testing.T, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func put(t *testing.T, f *excelize.File, sheet string, row int, cells ...any) {
	t.Helper()
	if err := f.SetSheetRow(sheet, fmt.Sprintf("A%d", row), &cells); err != nil {
		t.Fatal(err)
	}
}

func join(t *testing.T, f *excelize.File, sheet string, blocks ...string) {
	t.Helper()
	for _, b := range blocks {
		from, to, _ := strings.Cut(b, ":")
		if err := f.MergeCell(sheet, from, to); err != nil {
			t.Fatal(err)
		}
	}
}

// A subdistrict: one sheet, merged title, two heading rows, merged part and category cells, one entry over two rows.
func TestListOfASubdistrict(t *testing.T) {
	data := workbook(t, func(f *excelize.File) {
		const s = "Sheet1"
		put(t, f, s, 1, "江北区望江街道履职事项清单（2025年版）")
		put(t, f, s, 2, "江北委办〔2025〕12号    自2025年8月1日起施行")
		put(t, f, s, 3, "所属部分", "领域", "序号", "具体事项", "区级部门", nil, "街道", "政策依据")
		put(t, f, s, 4, nil, nil, nil, nil, "部门名称", "部门职责", "配合职责")
		put(t, f, s, 5, "基本履职", "党的建设", 1, "推进“一网统管”\n和网格服务")
		put(t, f, s, 6, nil, nil, 2, "指导居民委员会\n依法自治")
		put(t, f, s, 7, "协同事项", "城市管理", 1, "违法建设治理", "区综合执法局（牵头）", "1.负责立案查处。", "1.发现、劝阻、上报。\n2.协助拆除现场秩序维护。", "城乡规划法")
		put(t, f, s, 8, nil, nil, nil, nil, "区规划资源分局", "2.负责认定。")
		put(t, f, s, 9, nil, "安全", 2, "电动自行车充电安全", "区消防救援大队\n区城管局", "负责监督检查。", "宣传引导、隐患上报。")
		put(t, f, s, 10, "上级收回", "卫生健康", 1, "对非法行医的查处", "区卫生健康局", "由区卫生健康局依法查处", nil)
		put(t, f, s, 11, nil, nil, 2, "政务公众号关注量考核", "取消", nil, nil)
		put(t, f, s, 13, "注：1.本清单由区委编办解释。\n2.未尽事项按程序报批。")
		join(t, f, s, "A1:H1", "A2:H2", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "H3:H4", "A5:A6", "B5:B6", "A7:A9", "B7:B8", "C7:C8", "D7:D8", "G7:G8", "H7:H8", "A10:A11", "B10:B11", "A13:H13")
	})
	p := readList(t, duty.Options{}, "望江街道.xlsx", data)
	wantKeys(t, p,
		"basic ¦ 1 ¦ 党的建设 ¦ 推进“一网统管”和网格服务 ¦  ¦  ¦ ",
		"basic ¦ 2 ¦ 党的建设 ¦ 指导居民委员会依法自治 ¦  ¦  ¦ ",
		"cooperate ¦ 1 ¦ 城市管理 ¦ 违法建设治理 ¦ 区综合执法局、区规划资源分局 ¦ 1.负责立案查处。2.负责认定。 ¦ 1.发现、劝阻、上报。2.协助拆除现场秩序维护。",
		"cooperate ¦ 2 ¦ 安全 ¦ 电动自行车充电安全 ¦ 区消防救援大队、区城管局 ¦ 负责监督检查。 ¦ 宣传引导、隐患上报。",
		"takeback ¦ 1 ¦ 卫生健康 ¦ 对非法行医的查处 ¦ 区卫生健康局 ¦ 由区卫生健康局依法查处 ¦ ",
		"takeback ¦ 2 ¦ 卫生健康 ¦ 政务公众号关注量考核 ¦  ¦ 取消 ¦ ",
	)
	if p.List.Duties[2].Basis != "城乡规划法" {
		t.Errorf("basis = %q", p.List.Duties[2].Basis)
	}
	s := p.List.Source
	if s.Title != "江北区望江街道履职事项清单（2025年版）" || s.DocNo != "江北委办〔2025〕12号" || s.From.String() != "2025-08-01" {
		t.Errorf("source = %+v", s)
	}
	if len(p.Unread) != 1 || p.Unread[0].Row != 13 || p.Unread[0].Reason != "说明文字，不是事项" || len(p.Warnings) != 0 {
		t.Errorf("unread %+v warnings %+v", p.Unread, p.Warnings)
	}
}

func word(t *testing.T, body, numbering string) []byte {
	t.Helper()
	const names = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, part := range [][2]string{
		{"[Content_Types].xml", "<Types/>"},
		{"_rels/.rels", `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document ` + names + `><w:body>` + body + `</w:body></w:document>`},
		{"word/_rels/document.xml.rels", `<Relationships><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/></Relationships>`},
		{"word/numbering.xml", `<w:numbering ` + names + `>` + numbering + `</w:numbering>`},
	} {
		f, err := w.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(part[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func p(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

func auto(list string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr></w:p>`
}

func tc(width int, paras ...string) string {
	return fmt.Sprintf(`<w:tc><w:tcPr><w:gridSpan w:val="%d"/></w:tcPr>%s</w:tc>`, width, strings.Join(paras, ""))
}

func tr(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }

// A 苏木: three tables of one Word document whose numbers Word counts by itself, beginning again in each category.
func TestListOfASumu(t *testing.T) {
	numbering := `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
	body := p("巴彦旗白音苏木履行职责事项清单") + p("一、基本履职事项清单") +
		`<w:tbl>` + tr(tc(1, p("序号")), tc(1, p("事项名称"))) + tr(tc(2, p("一、党的建设（2项）"))) +
		tr(tc(1, auto("1")), tc(1, p("宣传贯彻"), p("党的路线方针"))) + tr(tc(1, auto("1")), tc(1, p("发展党员"))) +
		tr(tc(2, p("二、牧区发展（1项）"))) + tr(tc(1, auto("2")), tc(1, p("草畜平衡日常巡查"))) + `</w:tbl>` +
		p("二、配合履职事项清单") + `<w:tbl>` +
		tr(tc(1, p("序号")), tc(1, p("事项名称")), tc(1, p("对应上级"), p("部门")), tc(1, p("旗级部门职责")), tc(1, p("苏木乡镇"), p("配合职责"))) +
		tr(tc(1, auto("3")), tc(1, p("禁牧休牧监管")), tc(1, p("旗林业和草原局"), p("旗农牧局")), tc(1, p("1.负责执法。"), p("2.负责监测。")), tc(1, p("1.宣传引导。"), p("2.发现问题"), p("及时报告。"))) + `</w:tbl>` +
		p("三、上级收回事项清单") + `<w:tbl>` + tr(tc(1, p("序号")), tc(1, p("事项名称")), tc(1, p("承接部门及工作方式"))) +
		tr(tc(1, auto("4")), tc(1, p("草原行政处罚")), tc(1, p("承接部门：旗林业和草原局"), p("工作方式：由旗林业和草原局依法实施。"))) +
		tr(tc(1, auto("4")), tc(1, p("招商引资任务考核")), tc(1, p("取消该事项"))) + `</w:tbl>` + p("注：本清单自公布之日起施行。") + p("（2025年9月1日公布）")
	got := readList(t, duty.Options{}, "白音苏木.docx", word(t, body, numbering))
	wantKeys(t, got,
		"basic ¦ 1 ¦ 党的建设 ¦ 宣传贯彻党的路线方针 ¦  ¦  ¦ ",
		"basic ¦ 2 ¦ 党的建设 ¦ 发展党员 ¦  ¦  ¦ ",
		"basic ¦ 1 ¦ 牧区发展 ¦ 草畜平衡日常巡查 ¦  ¦  ¦ ",
		"cooperate ¦ 1 ¦  ¦ 禁牧休牧监管 ¦ 旗林业和草原局、旗农牧局 ¦ 1.负责执法。2.负责监测。 ¦ 1.宣传引导。2.发现问题及时报告。",
		"takeback ¦ 1 ¦  ¦ 草原行政处罚 ¦ 旗林业和草原局 ¦ 由旗林业和草原局依法实施。 ¦ ",
		"takeback ¦ 2 ¦  ¦ 招商引资任务考核 ¦  ¦ 取消该事项 ¦ ",
	)
	if got.List.Duties[3].TownDuty != "1.宣传引导。\n2.发现问题及时报告。" {
		t.Errorf("town duty = %q", got.List.Duties[3].TownDuty)
	}
	s := got.List.Source
	if s.Title != "巴彦旗白音苏木履行职责事项清单" || s.Date.String() != "2025-09-01" || s.From != s.Date {
		t.Errorf("source = %+v", s)
	}
}

// One file for each part, in three formats, with source lines in the delimited one.
func TestListInThreeFiles(t *testing.T) {
	sheet := workbook(t, func(f *excelize.File) {
		put(t, f, "Sheet1", 1, "序号", "事项名称")
		put(t, f, "Sheet1", 2, 1, "编制村庄规划")
	})
	doc := word(t, `<w:tbl>`+tr(tc(1, p("编号")), tc(1, p("收回事项")), tc(1, p("承接部门")), tc(1, p("承接方式")))+
		tr(tc(1, p("1")), tc(1, p("房屋安全鉴定")), tc(1, p("县住建局")), tc(1, p("委托专业机构")))+`</w:tbl>`, "")
	text := []byte("#title=河口乡履职事项清单\n#number=某政办〔2026〕3号\n#from=2026-02-01\n序号,事项名称,责任部门,部门职责,乡职责\n1,燃气安全,县住建局、县应急局,\"1.监管。\n2.查处。\",宣传。\n")
	got := readList(t, duty.Options{}, "基本履职事项.xlsx", sheet, "配合履职.csv", text, "上级部门收回事项.docx", doc)
	wantKeys(t, got,
		"basic ¦ 1 ¦  ¦ 编制村庄规划 ¦  ¦  ¦ ",
		"cooperate ¦ 1 ¦  ¦ 燃气安全 ¦ 县住建局、县应急局 ¦ 1.监管。2.查处。 ¦ 宣传。",
		"takeback ¦ 1 ¦  ¦ 房屋安全鉴定 ¦ 县住建局 ¦ 委托专业机构 ¦ ",
	)
	want := app.Source{Title: "河口乡履职事项清单", DocNo: "某政办〔2026〕3号", From: app.Date{Year: 2026, Month: 2, Day: 1}}
	if got.List.Source != want {
		t.Errorf("source = %+v", got.List.Source)
	}
}

// Hidden sheets, empty rows, a summary sheet and a table that a page broke in two.
func TestListWithOddSheets(t *testing.T) {
	data := workbook(t, func(f *excelize.File) {
		f.SetSheetName("Sheet1", "汇总")
		put(t, f, "汇总", 1, "部分", "项数")
		put(t, f, "汇总", 2, "基本履职", 2)
		f.NewSheet("基本履职")
		put(t, f, "基本履职", 2, "城关镇基本履职事项清单")
		put(t, f, "基本履职", 5, "序号", "事项名称", "备注")
		put(t, f, "基本履职", 7, 1, "甲事")
		put(t, f, "基本履职", 9, 2, "乙事", "重点")
		f.NewSheet("草稿")
		put(t, f, "草稿", 1, "序号", "事项名称")
		f.SetSheetVisible("草稿", false)
	})
	got := readList(t, duty.Options{}, "城关镇.xlsx", data)
	wantKeys(t, got, "basic ¦ 1 ¦  ¦ 甲事 ¦  ¦  ¦ ", "basic ¦ 2 ¦  ¦ 乙事 ¦  ¦  ¦ ")
	if len(got.Unread) != 1 || got.Unread[0].Name != "汇总" || !strings.Contains(got.Unread[0].Reason, "这张表的 2 行都没有读") {
		t.Errorf("unread = %+v", got.Unread)
	}
	var texts []string
	for _, w := range got.Warnings {
		texts = append(texts, w.Text)
	}
	if s := strings.Join(texts, "\n"); s != "隐藏的工作表“草稿”没有读入。\n“基本履职”的C列“备注”没有读入。" {
		t.Errorf("warnings = %q", s)
	}
	half := func(rows ...string) string { return `<w:tbl>` + strings.Join(rows, "") + `</w:tbl>` }
	broken := word(t, p("一、配合履职事项清单（2项）")+half(tr(tc(1, p("序号")), tc(1, p("事项名称")), tc(1, p("牵头部门"))), tr(tc(1, p("1")), tc(1, p("甲事")), tc(1, p("县住建局"))))+
		`<w:p/>`+half(tr(tc(1, p("2")), tc(1, p("乙事")), tc(1, p("县水利局")))), "")
	got = readList(t, duty.Options{}, "x.docx", broken)
	wantKeys(t, got, "cooperate ¦ 1 ¦  ¦ 甲事 ¦ 县住建局 ¦  ¦ ", "cooperate ¦ 2 ¦  ¦ 乙事 ¦ 县水利局 ¦  ¦ ")
	if len(got.Warnings) != 1 || got.Warnings[0].Text != "“表2”没有表头，按上一张表的列读入。" {
		t.Errorf("warnings = %+v", got.Warnings)
	}
}
