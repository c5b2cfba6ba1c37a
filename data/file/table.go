package file

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"yidanqing/app"
)

// ReadTables reads the tables of a list or register: each sheet of a workbook, each table of a document, or the one
// table of a delimited text. Merged cells repeat their value. Tables are never empty: without one there is an error.
// Errors are those of ReadNotice.
func ReadTables(ctx context.Context, name string, data []byte) ([]app.Table, error) {
	if len(data) == 0 {
		return nil, void(name, "是空的")
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	k := sniff(data)
	var a *archive
	if k == kindZip {
		var err error
		if a, err = openArchive(name, data, forTable); err != nil {
			return nil, err
		}
		k = a.kind()
	}
	switch k {
	case kindXlsx:
		return tablesOfWorkbook(ctx, name, data, a)
	case kindDocx:
		return tablesOfWord(ctx, name, a)
	case kindText:
		return tablesOfText(name, data)
	}
	return nil, k.unreadable(name, data, forTable)
}

func tablesOfText(name string, data []byte) ([]app.Table, error) {
	if len(data) > maxText {
		return nil, tooLarge(name, "文字太多")
	}
	text, bad := decode(data)
	if looksBinary(text, bad) {
		return nil, void(name, "里不是文字，或者是认不出的编码")
	}
	if strings.TrimSpace(strings.Map(dropInvisible, text)) == "" {
		return nil, void(name, "里没有文字")
	}
	t, err := readDelimited(name, text)
	if err != nil {
		return nil, err
	}
	if bad > 0 {
		t.Notes = append(t.Notes, fmt.Sprintf("有 %d 处字认不出，已用“\uFFFD”代替，请对照原件。", bad))
	}
	return []app.Table{t}, nil
}

func tablesOfWorkbook(ctx context.Context, name string, data []byte, a *archive) ([]app.Table, error) {
	sheets, err := readWorkbook(ctx, name, data, a)
	if err != nil {
		return nil, err
	}
	var tables []app.Table
	var notes []string
	for _, s := range sheets {
		if s.hidden {
			notes = append(notes, "隐藏的工作表“"+s.name+"”没有读入。")
			continue
		}
		if len(s.rows) == 0 {
			continue
		}
		t := app.Table{File: filepath.Base(name), Name: s.name}
		if t.Cells, t.Merged, err = expand(name, s.rows, s.merged); err != nil {
			return nil, err
		}
		if s.hiddenRows > 0 {
			t.Notes = append(t.Notes, fmt.Sprintf("工作表“%s”有 %d 行被隐藏或筛去，也读入了。", s.name, s.hiddenRows))
		}
		takeKeys(&t)
		tables = append(tables, t)
	}
	if len(tables) == 0 {
		if len(notes) > 0 {
			return nil, void(name, "里只有隐藏的工作表")
		}
		return nil, void(name, "里没有内容")
	}
	tables[0].Notes = append(notes, tables[0].Notes...)
	return tables, nil
}

func tablesOfWord(ctx context.Context, name string, a *archive) ([]app.Table, error) {
	w, err := readWord(ctx, a)
	if err != nil {
		return nil, err
	}
	var tables []app.Table
	var before []string
	for _, it := range w.body {
		if it.table == nil {
			for line := range strings.SplitSeq(it.text, "\n") {
				if line = strings.TrimSpace(line); line != "" {
					before = append(before, line)
				}
			}
			continue
		}
		t := app.Table{File: filepath.Base(name), Name: fmt.Sprintf("表%d", len(tables)+1), Before: before}
		if err := spread(name, it.table, &t); err != nil {
			return nil, err
		}
		if len(tables) > 0 {
			tables[len(tables)-1].After = before
		}
		tables = append(tables, t)
		before = nil
	}
	if len(tables) == 0 {
		return nil, app.Errorf(app.CodeInvalid, "%s里没有表格，没有读入任何内容。原文件未动。请选带表格的 docx，或 xlsx、csv 文件。", called(name))
	}
	tables[len(tables)-1].After = append(before, w.notes...)
	tables[0].Notes = append(tables[0].Notes, w.warnings...)
	return tables, nil
}

// spread puts the cells of a Word table on its grid: a cell over several columns or rows repeats its text.
func spread(name string, w *wordTable, t *app.Table) error {
	open := map[int]int{} // grid column -> index in t.Merged of the block that may go on downwards
	total := 0
	for i, row := range w.rows {
		cells := make([]string, row.before)
		seen := map[int]int{}
		for _, c := range row.cells {
			col, text := len(cells), ""
			at, going := open[col]
			switch {
			case c.vMerge == mergeContinue && going && t.Merged[at].Row1 == i-1:
				m := &t.Merged[at]
				m.Row1, text = i, t.Cells[m.Row0][m.Col0]
				seen[col] = at
			case c.span > 1 || c.vMerge == mergeRestart:
				text = c.text()
				t.Merged = append(t.Merged, app.Merge{Row0: i, Col0: col, Row1: i, Col1: col + c.span - 1})
				if c.vMerge == mergeRestart {
					seen[col] = len(t.Merged) - 1
				}
			default:
				text = c.text()
			}
			for range c.span {
				cells = append(cells, text)
			}
			if len(cells) > maxColumns {
				return tooLarge(name, t.Name+"超过 1000 列")
			}
		}
		if total += len(cells); total > maxCells || len(t.Cells) >= maxRows {
			return tooLarge(name, t.Name+"太大")
		}
		t.Cells = append(t.Cells, cells)
		open = seen
	}
	kept := t.Merged[:0]
	for _, m := range t.Merged {
		if m.Row1 > m.Row0 || m.Col1 > m.Col0 {
			kept = append(kept, m)
		}
	}
	t.Merged = kept
	return nil
}
