package docx

import (
	"strconv"
	"strings"

	"yidanqing/app/paper"
)

const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const spaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
	`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

// names are the typefaces by their part on an official page, and what may stand in where one is not installed.
var names = map[paper.Face][]string{
	paper.FaceTitle: {"方正小标宋简体", "方正小标宋_GBK", "宋体"},
	paper.FaceBody:  {"仿宋_GB2312", "仿宋", "宋体"},
	paper.FaceHei:   {"黑体", "微软雅黑"},
	paper.FaceKai:   {"楷体_GB2312", "楷体"},
}

// font names the face for Chinese and Latin characters alike.
func font(f paper.Face) string {
	list, ok := names[f]
	if !ok {
		list = names[paper.FaceBody]
	}
	n := list[0]
	return `<w:rFonts w:ascii="` + n + `" w:hAnsi="` + n + `" w:eastAsia="` + n + `" w:cs="` + n + `" w:hint="eastAsia"/>`
}

// fontTable tells the word processor which typefaces may stand in.
func fontTable() string {
	var b strings.Builder
	b.WriteString(head + `<w:fonts ` + spaces + `>`)
	for _, f := range []paper.Face{paper.FaceTitle, paper.FaceBody, paper.FaceHei, paper.FaceKai} {
		b.WriteString(`<w:font w:name="` + names[f][0] + `"><w:altName w:val="` + strings.Join(names[f][1:], ",") + `"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`)
	}
	return b.String() + `</w:fonts>`
}

const packageRels = head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
	`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const styles = head + `<w:styles ` + spaces + `><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>` +
	`<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>` +
	`<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>`

// settings keep Chinese line breaking and the squeeze of punctuation.
const settings = head + `<w:settings ` + spaces + `><w:characterSpacingControl w:val="compressPunctuation"/>` +
	`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

func (w *writer) contentTypes() string {
	const base = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	var b strings.Builder
	b.WriteString(head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Default Extension="png" ContentType="image/png"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`)
	for _, p := range [][2]string{{"document", "document.main"}, {"styles", "styles"}, {"fontTable", "fontTable"}, {"settings", "settings"}, {"footer1", "footer"}, {"footer2", "footer"}} {
		b.WriteString(`<Override PartName="/word/` + p[0] + `.xml" ContentType="` + base + p[1] + `+xml"/>`)
	}
	return b.String() + `</Types>`
}

func (w *writer) documentRels() string {
	const base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	var b strings.Builder
	b.WriteString(head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	targets := [][2]string{{"styles", "styles.xml"}, {"fontTable", "fontTable.xml"}, {"settings", "settings.xml"}, {"footer", "footer1.xml"}, {"footer", "footer2.xml"}}
	if w.chart != nil {
		targets = append(targets, [2]string{"image", "media/chart.png"})
	}
	for i, t := range targets {
		b.WriteString(`<Relationship Id="rId` + strconv.Itoa(i+1) + `" Type="` + base + t[0] + `" Target="` + t[1] + `"/>`)
	}
	return b.String() + `</Relationships>`
}

// properties name the document; its date is that of the paper and no clock's.
func (w *writer) properties() string {
	return head + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		`<dc:title>` + escape(strings.TrimSpace(w.content.Title+" "+w.content.Number)) + `</dc:title><dc:creator>` + escape(w.content.Author) + `</dc:creator>` +
		`<dc:description>` + escape(w.twin.Note) + `</dc:description></cp:coreProperties>`
}

var (
	footText = paper.Style{Face: paper.FaceBody, Size: 9, Lead: 12}
	footPage = paper.Style{Face: paper.FaceBody, Size: 14, Lead: 20}
)

// footer is the foot of the pages. A letter has its number on further pages only, under its second double rule on the first.
func (w *writer) footer(first bool) string {
	f := writer{content: w.content, twin: w.twin}
	f.body.WriteString(head + `<w:ftr ` + spaces + `>`)
	switch {
	case w.content.Letter != nil && first:
		f.body.WriteString(`<w:p><w:pPr><w:pBdr><w:top w:val="thinThickSmallGap" w:sz="24" w:space="1" w:color="auto"/></w:pBdr>` + spacing(footText, 0, 0) + outdent(ruleBeyond) + `<w:jc w:val="center"/></w:pPr>`)
		f.run(w.twin.Note, footText, style{})
		f.body.WriteString(`</w:p>`)
	case w.content.Letter != nil:
		f.body.WriteString(`<w:p><w:pPr>` + spacing(footPage, 0, 0) + `<w:jc w:val="center"/></w:pPr>`)
		f.run("— ", footPage, style{})
		f.field("PAGE", footPage)
		f.run(" —", footPage, style{})
		f.body.WriteString(`</w:p>`)
		f.plain(w.twin.Note, footText, look{align: paper.Center})
	default:
		f.formFoot()
	}
	return f.body.String() + `</w:ftr>`
}

// formFoot is the foot of a form: its three notes over a rule, and that the file is no evidence.
func (w *writer) formFoot() {
	c := w.content
	w.body.WriteString(`<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr><w:tabs>` + tabStop("center", w.wide()/2) + tabStop("right", w.wide()) + `</w:tabs>` + spacing(footText, 0, 0) + `</w:pPr>`)
	w.run(strings.ReplaceAll(c.FootLeft, paper.AppendedPages, strconv.Itoa(w.twin.Appended)), footText, style{})
	w.body.WriteString(tabRun)
	w.run(c.FootMiddle, footText, style{})
	w.body.WriteString(tabRun)
	w.run("第 ", footText, style{})
	w.field("PAGE", footText)
	w.run(" 页 共 ", footText, style{})
	w.field("NUMPAGES", footText)
	w.run(" 页", footText, style{})
	w.body.WriteString(`</w:p>`)
	w.plain(w.twin.Note, footText, look{align: paper.Center})
}

// field writes a number that the word processor counts.
func (w *writer) field(name string, st paper.Style) {
	props := `<w:rPr>` + font(st.Face) + `<w:sz w:val="` + strconv.Itoa(half(st.Size)) + `"/></w:rPr>`
	w.body.WriteString(`<w:r>` + props + `<w:fldChar w:fldCharType="begin"/></w:r><w:r>` + props + `<w:instrText xml:space="preserve"> ` + name +
		` </w:instrText></w:r><w:r>` + props + `<w:fldChar w:fldCharType="separate"/></w:r><w:r>` + props + `<w:t>1</w:t></w:r><w:r>` + props + `<w:fldChar w:fldCharType="end"/></w:r>`)
}
