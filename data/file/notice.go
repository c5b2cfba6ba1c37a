package file

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"yidanqing/app"
)

// maxText is how long the text of a notice may be, in bytes.
const maxText = 32 << 20

// FormatsRead lists the kinds of files whose words ReadNotice reads, as extensions without dot.
func FormatsRead() []string { return []string{"docx", "xlsx", "ofd", "txt", "csv", "tsv"} }

// TableFormats lists the kinds of files that ReadTables reads, as extensions without dot.
func TableFormats() []string { return []string{"xlsx", "docx", "csv", "tsv"} }

// ReadNotice reads the words of a notice with their places. The kind of the file follows from its content; name serves
// the messages and tells .csv and .tsv from text, and may be empty for pasted text.
//
// Errors are *app.Error: CodeInvalid for nothing to read, CodeFormat for a kind that is not read, CodeLocked for a
// password, CodeDamaged for bytes that are not what they claim to be, CodeLimit for too much. An ended ctx gives its
// own error.
func ReadNotice(ctx context.Context, name string, data []byte) (app.Document, error) {
	if len(data) == 0 {
		return app.Document{}, void(name, "是空的")
	}
	if err := ctx.Err(); err != nil {
		return app.Document{}, err
	}
	k := sniff(data)
	var a *archive
	if k == kindZip {
		var err error
		if a, err = openArchive(name, data, forNotice); err != nil {
			return app.Document{}, err
		}
		k = a.kind()
	}
	doc := app.Document{Name: name}
	var err error
	switch k {
	case kindDocx:
		err = noticeFromWord(ctx, a, &doc)
	case kindXlsx:
		err = noticeFromWorkbook(ctx, name, data, a, &doc)
	case kindOFD:
		err = noticeFromOFD(ctx, a, &doc)
	case kindText:
		err = noticeFromText(ctx, name, data, &doc)
	default:
		err = k.unreadable(name, data, forNotice)
	}
	if err != nil {
		return app.Document{}, err
	}
	return doc, nil
}

func noticeFromText(ctx context.Context, name string, data []byte, doc *app.Document) error {
	if len(data) > maxText {
		return tooLarge(name, "文字太多")
	}
	text, bad := decode(data)
	if looksBinary(text, bad) {
		return void(name, "里不是文字，或者是认不出的编码")
	}
	if bad > 0 {
		doc.Warnings = append(doc.Warnings, fmt.Sprintf("有 %d 处字认不出，已用“\uFFFD”代替，请对照原件。", bad))
	}
	if strings.TrimSpace(strings.Map(dropInvisible, text)) == "" {
		return void(name, "里没有文字")
	}
	if ext := strings.ToLower(filepath.Ext(name)); ext == ".csv" || ext == ".tsv" {
		rows, err := splitDelimited(name, text, delimiter(name, text))
		if err != nil {
			return err
		}
		for i, row := range rows {
			addRow(doc, row, fmt.Sprintf("第%d行", i+1))
		}
		if len(doc.Blocks) == 0 {
			return void(name, "里没有文字")
		}
		return ctx.Err()
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	doc.Blocks = make([]app.Block, len(lines))
	for i, line := range lines {
		doc.Blocks[i] = app.Block{Text: line, Place: fmt.Sprintf("第%d行", i+1)}
	}
	return ctx.Err()
}

// dropInvisible takes away characters that show nothing: a text of them alone is blank.
func dropInvisible(r rune) rune {
	if r == 0xFEFF || r >= 0x200B && r <= 0x200F || r == 0x2060 || r == 0xFFFD || r < 0x20 {
		return ' '
	}
	return r
}

// addRow adds a table row as one line “a | b | c”; an empty row adds nothing.
func addRow(doc *app.Document, cells []string, place string) {
	last := len(cells)
	for last > 0 && strings.TrimSpace(cells[last-1]) == "" {
		last--
	}
	if last == 0 {
		return
	}
	line := make([]string, last)
	for i, c := range cells[:last] {
		line[i] = strings.TrimSpace(strings.ReplaceAll(c, "\n", " "))
	}
	doc.Blocks = append(doc.Blocks, app.Block{Text: strings.Join(line, " | "), Place: place})
}

func noticeFromWorkbook(ctx context.Context, name string, data []byte, a *archive, doc *app.Document) error {
	sheets, err := readWorkbook(ctx, name, data, a)
	if err != nil {
		return err
	}
	shown := 0
	for _, s := range sheets {
		if len(s.rows) > 0 {
			shown++
		}
	}
	for _, s := range sheets {
		if s.hidden {
			doc.Warnings = append(doc.Warnings, "隐藏的工作表“"+s.name+"”没有读入。")
			continue
		}
		if shown > 1 && len(s.rows) > 0 {
			doc.Blocks = append(doc.Blocks, app.Block{Text: s.name, Place: s.name})
		}
		for i, row := range s.rows {
			addRow(doc, row, fmt.Sprintf("%s!A%d", s.name, i+1))
		}
	}
	if shown == 0 {
		return void(name, "里没有文字")
	}
	return nil
}

func noticeFromWord(ctx context.Context, a *archive, doc *app.Document) error {
	w, err := readWord(ctx, a)
	if err != nil {
		return err
	}
	paragraphs, tables := 0, 0
	for _, it := range w.body {
		switch {
		case it.table != nil:
			tables++
			addWordTable(doc, it.table, tables)
		case it.text != "":
			paragraphs++
			place := fmt.Sprintf("第%d段", paragraphs)
			if it.box {
				place += "（文本框）"
			}
			addLines(doc, it.text, place)
		}
	}
	for i, note := range w.notes {
		addLines(doc, note, fmt.Sprintf("脚注%d", i+1))
	}
	doc.Heads = w.heads
	doc.Warnings = append(doc.Warnings, w.warnings...)
	if len(w.heads) > 0 {
		doc.Warnings = append(doc.Warnings, "页眉没有计入正文：“"+strings.Join(w.heads, "”“")+"”。")
	}
	if len(doc.Blocks) == 0 {
		if len(w.warnings) > 0 {
			return app.Errorf(app.CodeInvalid, "%s里没有文字，可能只有图片。原文件未动。请把要点打字录入，或复制文字粘贴。", called(a.name))
		}
		return void(a.name, "里没有文字")
	}
	return nil
}

func addLines(doc *app.Document, text, place string) {
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			doc.Blocks = append(doc.Blocks, app.Block{Text: line, Place: place})
		}
	}
}

// addWordTable adds a table row by row. A row with words in one cell only, such as the frame around a whole letter, is
// given line by line.
func addWordTable(doc *app.Document, t *wordTable, n int) {
	for i, row := range t.rows {
		place := fmt.Sprintf("表%d第%d行", n, i+1)
		cells := make([]string, 0, len(row.cells))
		words, only := 0, 0
		for j, c := range row.cells {
			text := ""
			if c.vMerge != mergeContinue {
				text = c.text()
			}
			if text != "" {
				words, only = words+1, j
			}
			cells = append(cells, text)
		}
		if words == 1 {
			addLines(doc, cells[only], place)
			continue
		}
		addRow(doc, cells, place)
	}
}
