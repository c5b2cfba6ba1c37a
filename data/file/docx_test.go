package file

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"yidanqing/app"
)

func TestNoticeOfWordInReadingOrder(t *testing.T) {
	body := para("关于开展燃气安全排查的通知") +
		`<w:p><w:r><w:t>各乡镇：</w:t><w:tab/><w:t>请</w:t></w:r><w:ins><w:r><w:t>于3月20日前</w:t></w:r></w:ins>` +
		`<w:del><w:r><w:delText>立即</w:delText></w:r></w:del><w:hyperlink><w:r><w:t>上报</w:t></w:r></w:hyperlink></w:p>` +
		`<w:p/><w:tbl><w:tblPr/><w:tr>` + cell("", para("村名")) + cell(`<w:gridSpan w:val="2"/>`, para("户"), para("数")) + `</w:tr>` +
		`<w:tr><w:trPr><w:del/></w:trPr>` + cell("", para("删去的行")) + `</w:tr>` +
		`<w:tr>` + cell("", para("白杨村")) + cell("", para("12")) + cell("", para("")) + `</w:tr></w:tbl>` +
		`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + para("联系人：李敏") + `</w:sdtContent></w:sdt>` +
		`<w:p><w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r></w:p>` +
		`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>2026年3月2日</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>`
	d := mustNotice(t, "通知.docx", docxOf(t, body))
	want := []app.Block{
		{Text: "关于开展燃气安全排查的通知", Place: "第1段"},
		{Text: "各乡镇：\t请于3月20日前上报", Place: "第2段"},
		{Text: "村名 | 户 数", Place: "表1第1行"},
		{Text: "白杨村 | 12", Place: "表1第2行"},
		{Text: "联系人：李敏", Place: "第3段"},
		{Text: "第一行", Place: "第4段"},
		{Text: "第二行", Place: "第4段"},
		{Text: "2026年3月2日", Place: "第5段"},
	}
	if !reflect.DeepEqual(d.Blocks, want) {
		t.Errorf("blocks = %q", d.Blocks)
	}
}

func TestNoticeOfWordTextBoxesOnce(t *testing.T) {
	box := func(s string) string { return `<w:txbxContent>` + para(s) + `</w:txbxContent>` }
	body := `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>` + box("特急") + `</wps:txbx></w:drawing></mc:Choice>` +
		`<mc:Fallback><w:pict><v:textbox>` + box("特急") + `</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>` +
		`<w:r><w:t>清河县应急管理局</w:t></w:r></w:p>` +
		`<w:p><w:r><w:pict><v:textbox>` + box("旧式文本框") + `</v:textbox></w:pict></w:r></w:p>` +
		`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏的字</w:t></w:r><w:r><w:t>看得见的字</w:t></w:r></w:p>` +
		`<w:p><w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:p>`
	d := mustNotice(t, "通知.docx", docxOf(t, body,
		"header", "header1.xml", `<w:hdr `+wordNames+`>`+para("内部资料")+`</w:hdr>`,
		"footnotes", "footnotes.xml", `<w:footnotes `+wordNames+`><w:footnote w:type="separator">`+para("线")+`</w:footnote><w:footnote>`+para("见附件。")+`</w:footnote></w:footnotes>`))
	if got := d.Text(); got != "清河县应急管理局\n特急\n旧式文本框\n看得见的字\n见附件。" {
		t.Errorf("text = %q", got)
	}
	if d.Blocks[1].Place != "第2段（文本框）" || d.Blocks[4].Place != "脚注1" {
		t.Errorf("places = %v", d.Blocks)
	}
	if !reflect.DeepEqual(d.Heads, []string{"内部资料"}) {
		t.Errorf("heads = %q", d.Heads)
	}
	warnings := strings.Join(d.Warnings, "\n")
	for _, w := range []string{"1 处隐藏文字", "1 幅图片", "页眉没有计入正文：“内部资料”"} {
		if !strings.Contains(warnings, w) {
			t.Errorf("warnings %q lack %q", warnings, w)
		}
	}
}

func TestNoticeOfWordWithOnlyPictures(t *testing.T) {
	_, err := ReadNotice(context.Background(), "扫描.docx", docxOf(t, `<w:p><w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:p>`))
	wantError(t, err, app.CodeInvalid, "可能只有图片")
	_, err = ReadNotice(context.Background(), "空.docx", docxOf(t, `<w:p/>`))
	wantError(t, err, app.CodeInvalid, "里没有文字")
}

const lists = `<w:numbering ` + wordNames + `>
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="H1"/><w:lvlText w:val="第%1章"/></w:lvl>
 <w:lvl w:ilvl="1"><w:numFmt w:val="decimalEnclosedCircle"/><w:pStyle w:val="H2"/><w:lvlText w:val="%2"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF06C;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>
</w:numbering>`

const styles = `<w:styles ` + wordNames + `>
<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="H2"/></w:style>
</w:styles>`

func TestWordWritesCountedNumbers(t *testing.T) {
	styled := func(style, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	body := numPara("1", "0", "总体要求") + numPara("1", "1", "目标") + numPara("1", "1", "范围") + numPara("1", "0", "任务") +
		numPara("1", "1", "排查") + numPara("1", "2", "建账") + numPara("2", "0", "重新起头") +
		`<w:tbl><w:tr>` + cell("", numPara("3", "0", "")) + cell("", para("白杨村")) + `</w:tr><w:tr>` + cell("", numPara("3", "0", "")) + cell("", para("河口村")) + `</w:tr></w:tbl>` +
		styled("H1", "总则") + styled("Sub", "条文") + styled("Sub", "条文") + styled("H1", "附则") + numPara("5", "0", "要点") + numPara("0", "0", "不编号") + numPara("3", "0", "人")
	d := mustNotice(t, "方案.docx", docxOf(t, body, "numbering", "numbering.xml", lists, "styles", "styles.xml", styles))
	want := strings.Join([]string{
		"一、总体要求", "（一）目标", "（二）范围", "二、任务", "（一）排查", "2.1 建账", "一、重新起头",
		"3 | 白杨村", "4 | 河口村", "第一章总则"[:0] + "第一章 总则", "①条文", "②条文", "第二章 附则", "●要点", "不编号", "5 人",
	}, "\n")
	if d.Text() != want {
		t.Errorf("text =\n%s\nwant\n%s", d.Text(), want)
	}
}

func TestOrdinals(t *testing.T) {
	for _, c := range []struct {
		format string
		n      int
		want   string
	}{
		{"chineseCounting", 10, "十"}, {"chineseCounting", 21, "二十一"}, {"chineseCounting", 105, "一○五"},
		{"chineseCountingThousand", 110, "一百一十"}, {"chineseCountingThousand", 101, "一百零一"}, {"chineseCountingThousand", 12, "十二"},
		{"taiwaneseCountingThousand", 20, "二十"}, {"taiwaneseCountingThousand", 1003, "一千零三"},
		{"japaneseCounting", 100, "百"}, {"japaneseCounting", 11, "十一"}, {"japaneseCounting", 230, "二百三十"},
		{"ideographDigital", 10, "一〇"}, {"decimal", 7, "7"}, {"decimalZero", 7, "07"}, {"decimalFullWidth", 12, "１２"},
		{"decimalEnclosedCircle", 20, "⑳"}, {"decimalEnclosedCircle", 21, "㉑"}, {"decimalEnclosedCircle", 51, "(51)"},
		{"decimalEnclosedParen", 3, "⑶"}, {"upperLetter", 27, "AA"}, {"lowerLetter", 2, "b"},
		{"upperRoman", 4, "IV"}, {"lowerRoman", 19, "xix"}, {"ideographTraditional", 3, "丙"}, {"chineseLegalSimplified", 11, "壹拾壹"},
		{"none", 5, ""}, {"hebrew1", 5, "5"},
	} {
		if got, _ := ordinal(c.format, c.n); got != c.want {
			t.Errorf("ordinal(%s, %d) = %q, want %q", c.format, c.n, got, c.want)
		}
	}
}

func TestTablesOfWord(t *testing.T) {
	restart, goOn := `<w:vMerge w:val="restart"/>`, `<w:vMerge/>`
	row := func(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }
	body := para("清河县柳河镇履行职责事项清单") + para("一、基本履职事项清单") +
		`<w:tbl>` + row(cell("", para("序号")), cell(`<w:gridSpan w:val="2"/>`, para("事项"))) +
		row(cell(restart, para("1")), cell(restart, para("燃气安全")), cell("", para("1.宣传。"), para("2.上报。"))) +
		row(cell(goOn, para("")), cell(goOn, para("")), cell("", para("3.协助。"))) +
		row(cell(`<w:gridSpan w:val="3"/>`, para("说明：略"))) + `</w:tbl>` +
		para("二、配合履职事项清单") + `<w:tbl>` + row(cell("", para("序号")), cell("", para("名称"))) + `</w:tbl>` + para("注：完")
	tables := mustTables(t, "清单.docx", docxOf(t, body))
	want := []app.Table{
		{
			File: "清单.docx", Name: "表1", Before: []string{"清河县柳河镇履行职责事项清单", "一、基本履职事项清单"}, After: []string{"二、配合履职事项清单"},
			Cells: [][]string{
				{"序号", "事项", "事项"}, {"1", "燃气安全", "1.宣传。\n2.上报。"}, {"1", "燃气安全", "3.协助。"}, {"说明：略", "说明：略", "说明：略"},
			},
			Merged: []app.Merge{{Row0: 0, Col0: 1, Row1: 0, Col1: 2}, {Row0: 1, Col0: 0, Row1: 2, Col1: 0}, {Row0: 1, Col0: 1, Row1: 2, Col1: 1}, {Row0: 3, Col0: 0, Row1: 3, Col1: 2}},
		},
		{File: "清单.docx", Name: "表2", Before: []string{"二、配合履职事项清单"}, After: []string{"注：完"}, Cells: [][]string{{"序号", "名称"}}},
	}
	if !reflect.DeepEqual(tables, want) {
		t.Errorf("tables =\n%+v\nwant\n%+v", tables, want)
	}
	_, err := ReadTables(context.Background(), "无表.docx", docxOf(t, para("只有文字")))
	wantError(t, err, app.CodeInvalid, "没有表格")
}

func TestDamagedWord(t *testing.T) {
	whole := docxOf(t, para("文字"))
	_, err := ReadNotice(context.Background(), "坏.docx", whole[:len(whole)/2])
	wantError(t, err, app.CodeDamaged, "打不开“坏.docx”", "已损坏")
	_, err = ReadNotice(context.Background(), "坏.docx", docxOf(t, `<w:p><w:r>`))
	wantError(t, err, app.CodeDamaged, "已损坏")
	_, err = ReadTables(context.Background(), "坏.docx", docxOf(t, `</w:p>`))
	wantError(t, err, app.CodeDamaged, "没有读入任何内容")
	_, err = ReadNotice(context.Background(), "深.docx", docxOf(t, strings.Repeat(`<w:sdt>`, 300)))
	wantError(t, err, app.CodeLimit, "嵌套太深")
	flipped := append([]byte{}, whole...)
	for i := range flipped {
		if string(flipped[i:min(len(flipped), i+8)]) == "document" {
			flipped[i+60] ^= 0xFF // inside the packed stream: the checksum no longer fits
			break
		}
	}
	if d, err := ReadNotice(context.Background(), "翻.docx", flipped); err == nil && d.Text() != "文字" {
		t.Errorf("a flipped byte gave %q without an error", d.Text())
	}
}

func FuzzWord(f *testing.F) {
	f.Add(para("文字"), lists, styles)
	f.Add(`<w:tbl><w:tr>`+cell(`<w:vMerge/>`, para("a"))+cell(`<w:gridSpan w:val="9999999"/>`, para("b"))+`</w:tr></w:tbl>`, lists, styles)
	f.Add(numPara("1", "99", "x")+numPara("2", "-1", "y"), lists, styles)
	f.Add(`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:r>`, `<w:numbering/>`, `<w:styles><w:style w:styleId="A"><w:basedOn w:val="A"/></w:style></w:styles>`)
	f.Fuzz(func(t *testing.T, body, lists, styles string) {
		data := docxOf(t, body, "numbering", "numbering.xml", lists, "styles", "styles.xml", styles)
		ctx := context.Background()
		d, err := ReadNotice(ctx, "a.docx", data)
		if err == nil && d.Text() == "" {
			t.Error("no text and no error")
		}
		tables, err := ReadTables(ctx, "a.docx", data)
		if err == nil && len(tables) == 0 {
			t.Error("no table and no error")
		}
		for _, tb := range tables {
			checkTable(t, tb)
		}
	})
}

// checkTable asserts what every table promises: merged blocks lie within it and their cells are equal.
func checkTable(t *testing.T, tb app.Table) {
	t.Helper()
	for _, m := range tb.Merged {
		if m.Row0 < 0 || m.Col0 < 0 || m.Row1 >= len(tb.Cells) || m.Row1 < m.Row0 || m.Col1 < m.Col0 {
			t.Fatalf("merge %+v of %d rows", m, len(tb.Cells))
		}
	}
}
