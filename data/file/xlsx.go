package file

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"yidanqing/app"
)

// sheet is one worksheet as text.
type sheet struct {
	name       string
	hidden     bool
	rows       [][]string // as stored: of a merged block only the upper left cell has a value
	merged     []app.Merge
	hiddenRows int
}

// maxWorkbook is how far a workbook may unfold: its reader keeps all parts in memory.
const maxWorkbook = 256 << 20

// readWorkbook reads every sheet; hidden ones come without rows. Errors: CodeDamaged, CodeLimit.
func readWorkbook(ctx context.Context, name string, data []byte, a *archive) (sheets []sheet, err error) {
	var total uint64
	for key, f := range a.files {
		total += f.UncompressedSize64
		if total > maxWorkbook || f.UncompressedSize64 > freePart && f.UncompressedSize64 > maxRatio*max(f.CompressedSize64, 1) {
			return nil, fmt.Errorf("part %s: %w", key, bomb(name))
		}
	}
	defer func() { // the reader of workbooks may panic on parts that contradict each other
		if r := recover(); r != nil {
			sheets, err = nil, damaged(name, fmt.Errorf("workbook: %v", r))
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: maxWorkbook, UnzipXMLSizeLimit: maxWorkbook, LongDatePattern: "yyyy-mm-dd", ShortDatePattern: "yyyy-mm-dd",
	})
	if err != nil {
		return nil, damaged(name, err)
	}
	defer f.Close()
	shapes, err := sheetShapes(ctx, a)
	if err != nil {
		return nil, err
	}
	for _, sheetName := range f.GetSheetList() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s := sheet{name: sheetName}
		shape := shapes[sheetName]
		if s.hidden = shape.hidden; s.hidden {
			sheets = append(sheets, s)
			continue
		}
		if s.rows, err = readRows(ctx, name, f, sheetName); err != nil {
			return nil, err
		}
		s.hiddenRows = shape.hiddenRows
		for _, ref := range shape.merged {
			if m, ok := parseMerge(ref); ok {
				s.merged = append(s.merged, m)
			}
		}
		sheets = append(sheets, s)
	}
	return sheets, nil
}

func readRows(ctx context.Context, name string, f *excelize.File, sheetName string) ([][]string, error) {
	it, err := f.Rows(sheetName)
	if err != nil {
		if errors.As(err, &excelize.ErrSheetNotExist{}) { // a chart or dialog sheet has no rows
			return nil, nil
		}
		return nil, damaged(name, err)
	}
	defer it.Close()
	var rows [][]string
	cells, last := 0, 0
	for it.Next() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		row, err := it.Columns()
		if err != nil {
			return nil, damaged(name, err)
		}
		for len(row) > 0 && strings.TrimSpace(row[len(row)-1]) == "" {
			row = row[:len(row)-1]
		}
		if len(row) > maxColumns {
			return nil, tooLarge(name, "工作表“"+sheetName+"”超过 1000 列")
		}
		for i := range row {
			row[i] = cleanCell(row[i])
		}
		cells += len(row)
		if cells > maxCells || len(rows) >= maxRows && len(row) > 0 {
			return nil, tooLarge(name, "工作表“"+sheetName+"”超过 20 万行")
		}
		if len(rows) < maxRows {
			rows = append(rows, row)
		}
		if len(row) > 0 {
			last = len(rows)
		}
	}
	if err := it.Error(); err != nil {
		return nil, damaged(name, err)
	}
	return rows[:last], nil
}

// cleanCell gives the words of a cell: line breaks as \n, the escape of a carriage return dropped.
func cleanCell(s string) string {
	if strings.Contains(s, "\r") || strings.Contains(s, "_x000D_") || strings.Contains(s, "_x000d_") {
		s = strings.NewReplacer("_x000D_\n", "\n", "_x000d_\n", "\n", "_x000D_", "\n", "_x000d_", "\n", "\r\n", "\n", "\r", "\n").Replace(s)
	}
	return strings.TrimSpace(s)
}

// shape is what the rows of a sheet do not tell.
type shape struct {
	hidden     bool
	merged     []string
	hiddenRows int
}

// sheetShapes reads visibility, merged ranges and hidden rows of every sheet straight from the parts: asking the
// workbook reader for them would load each sheet a second time.
func sheetShapes(ctx context.Context, a *archive) (map[string]shape, error) {
	main := a.mainPart()
	if main == "" || !a.has(main) {
		main = "xl/workbook.xml"
	}
	b, err := a.read(ctx, main)
	if err != nil {
		return nil, err
	}
	var book struct {
		Sheets []struct {
			Name  string     `xml:"name,attr"`
			State string     `xml:"state,attr"`
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := xml.Unmarshal(b, &book); err != nil {
		return nil, damaged(a.name, err)
	}
	target := map[string]string{}
	for _, r := range a.relations(ctx, main) {
		target[r.ID] = r.Target
	}
	out := map[string]shape{}
	for _, s := range book.Sheets {
		sh := shape{hidden: s.State == "hidden" || s.State == "veryHidden"}
		for _, attr := range s.Attrs {
			p := target[attr.Value]
			if attr.Name.Local != "id" || p == "" || !a.has(p) || sh.hidden {
				continue
			}
			if err := readShape(ctx, a, p, &sh); err != nil {
				return nil, err
			}
		}
		out[s.Name] = sh
	}
	return out, nil
}

func readShape(ctx context.Context, a *archive, p string, sh *shape) error {
	rc, err := a.open(ctx, p)
	if err != nil {
		return err
	}
	defer rc.Close()
	dec := xml.NewDecoder(rc)
	for {
		tok, err := dec.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return damaged(a.name, fmt.Errorf("part %s: %w", p, err))
		}
		start, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "row":
			if truth(attribute(start, "hidden")) {
				sh.hiddenRows++
			}
		case "mergeCell":
			if sh.merged = append(sh.merged, attribute(start, "ref")); len(sh.merged) > maxCells/4 {
				return tooLarge(a.name, "合并单元格太多")
			}
		}
	}
}

func parseMerge(ref string) (app.Merge, bool) {
	from, to, ok := strings.Cut(ref, ":")
	if !ok {
		return app.Merge{}, false
	}
	c0, r0, err0 := excelize.CellNameToCoordinates(from)
	c1, r1, err1 := excelize.CellNameToCoordinates(to)
	if err0 != nil || err1 != nil {
		return app.Merge{}, false
	}
	return app.Merge{Row0: min(r0, r1) - 1, Col0: min(c0, c1) - 1, Row1: max(r0, r1) - 1, Col1: max(c0, c1) - 1}, true
}

// expand repeats the value of every merged block in its cells, within the used part of the sheet.
func expand(name string, rows [][]string, merged []app.Merge) ([][]string, []app.Merge, error) {
	width := 0
	for _, r := range rows {
		width = max(width, len(r))
	}
	var kept []app.Merge
	filled := 0
	for _, m := range merged {
		m.Row1 = min(m.Row1, len(rows)-1)
		m.Col1 = min(m.Col1, max(width-1, m.Col0))
		if m.Row0 > m.Row1 || m.Col0 > m.Col1 || m.Col0 >= maxColumns {
			continue
		}
		value := ""
		if m.Col0 < len(rows[m.Row0]) {
			value = rows[m.Row0][m.Col0]
		}
		if filled += (m.Row1 - m.Row0 + 1) * (m.Col1 - m.Col0 + 1); filled > maxCells {
			return nil, nil, tooLarge(name, "合并单元格太多")
		}
		if value != "" {
			for r := m.Row0; r <= m.Row1; r++ {
				for len(rows[r]) <= m.Col1 {
					rows[r] = append(rows[r], "")
				}
				for c := m.Col0; c <= m.Col1; c++ {
					rows[r][c] = value
				}
			}
		}
		kept = append(kept, m)
	}
	return rows, kept, nil
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// truth reads an on-off attribute of Office: absent is decided by the caller.
func truth(v string) bool { return v == "1" || v == "true" || v == "on" }
