// Package sheet writes tables as spreadsheets (.xlsx): the editable twins of printed lists. Numbers and days are numbers
// and days, everything else is text, so that nothing that came with a notice is ever taken for a formula.
package sheet

import (
	"bytes"
	"context"
	"fmt"

	"github.com/xuri/excelize/v2"

	"yidanqing/app"
	"yidanqing/app/paper"
)

// styles are the cell styles of one file.
type styles struct{ title, note, head, text, number, strong, strongNumber, day int }

// Write makes a file with one tab for each table. ctx ends it between rows; other errors are *app.Error.
func Write(ctx context.Context, sheets ...paper.Sheet) (out []byte, err error) {
	f := excelize.NewFile()
	defer f.Close() //nolint:errcheck // the file is in memory
	st, err := makeStyles(f)
	if err != nil {
		return nil, fault(err)
	}
	for i, s := range sheets {
		if i == 0 {
			err = f.SetSheetName(f.GetSheetName(0), s.Name)
		} else {
			_, err = f.NewSheet(s.Name)
		}
		if err == nil {
			err = write(ctx, f, st, s)
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			return nil, fault(fmt.Errorf("table %s: %w", s.Name, err))
		}
	}
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		return nil, fault(err)
	}
	return buf.Bytes(), nil
}

func fault(err error) error {
	return app.WrapError(app.CodeInternal, err, "表格没有生成，台账未受影响。请重试；仍不行的，请把日志交给维护人员。")
}

func makeStyles(f *excelize.File) (styles, error) {
	line := []excelize.Border{}
	for _, side := range []string{"left", "top", "right", "bottom"} {
		line = append(line, excelize.Border{Type: side, Color: "000000", Style: 1})
	}
	middle := &excelize.Alignment{Vertical: "center", WrapText: true}
	center := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	day := "yyyy-mm-dd"
	var s styles
	for _, x := range []struct {
		to    *int
		style excelize.Style
	}{
		{&s.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 16, Family: "宋体"}, Alignment: &excelize.Alignment{Vertical: "center"}}},
		{&s.note, excelize.Style{Font: &excelize.Font{Size: 10.5, Family: "宋体"}, Alignment: &excelize.Alignment{Vertical: "center"}}},
		{&s.head, excelize.Style{Font: &excelize.Font{Bold: true, Size: 10.5, Family: "宋体"}, Border: line, Alignment: center,
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E9EDF2"}}}},
		{&s.text, excelize.Style{Font: &excelize.Font{Size: 10.5, Family: "宋体"}, Border: line, Alignment: middle}},
		{&s.number, excelize.Style{Font: &excelize.Font{Size: 10.5, Family: "宋体"}, Border: line, Alignment: center, NumFmt: 1}},
		{&s.strong, excelize.Style{Font: &excelize.Font{Bold: true, Size: 10.5, Family: "宋体"}, Border: line, Alignment: middle}},
		{&s.strongNumber, excelize.Style{Font: &excelize.Font{Bold: true, Size: 10.5, Family: "宋体"}, Border: line, Alignment: center, NumFmt: 1}},
		{&s.day, excelize.Style{Font: &excelize.Font{Size: 10.5, Family: "宋体"}, Border: line, Alignment: center, CustomNumFmt: &day}},
	} {
		n, err := f.NewStyle(&x.style)
		if err != nil {
			return s, err
		}
		*x.to = n
	}
	return s, nil
}

// write fills one tab: title, notes, head, rows, foot. The head stays in view and is printed on every page.
func write(ctx context.Context, f *excelize.File, st styles, s paper.Sheet) error {
	w, err := f.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	for i, c := range s.Head {
		if err := w.SetColWidth(i+1, i+1, c.Width); err != nil {
			return err
		}
	}
	headRow := len(s.Notes) + 2
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: headRow, TopLeftCell: fmt.Sprintf("A%d", headRow+1), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	row := 0
	put := func(cells []any, opts ...excelize.RowOpts) error {
		row++
		return w.SetRow(fmt.Sprintf("A%d", row), cells, opts...)
	}
	if err := put([]any{excelize.Cell{StyleID: st.title, Value: s.Title}}, excelize.RowOpts{Height: 26}); err != nil {
		return err
	}
	for _, n := range s.Notes {
		if err := put([]any{excelize.Cell{StyleID: st.note, Value: n}}); err != nil {
			return err
		}
	}
	head := make([]any, len(s.Head))
	for i, c := range s.Head {
		head[i] = excelize.Cell{StyleID: st.head, Value: c.Title}
	}
	if err := put(head, excelize.RowOpts{Height: 22}); err != nil {
		return err
	}
	for _, r := range s.Rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		cells := make([]any, len(r))
		for i, c := range r {
			cells[i] = cellOf(st, c)
		}
		if err := put(cells); err != nil {
			return err
		}
	}
	for _, n := range s.Foot {
		if err := put([]any{excelize.Cell{StyleID: st.note, Value: n}}); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return pageSetup(f, s, headRow)
}

func cellOf(st styles, c paper.SheetCell) excelize.Cell {
	switch {
	case c.Numeric && c.Strong:
		return excelize.Cell{StyleID: st.strongNumber, Value: c.Number}
	case c.Numeric:
		return excelize.Cell{StyleID: st.number, Value: c.Number}
	case !c.Date.IsZero():
		return excelize.Cell{StyleID: st.day, Value: c.Date.Time()}
	case c.Strong:
		return excelize.Cell{StyleID: st.strong, Value: c.Text}
	}
	return excelize.Cell{StyleID: st.text, Value: c.Text}
}

// pageSetup makes the tab print on A4, as wide as the page, with the head on every page.
func pageSetup(f *excelize.File, s paper.Sheet, headRow int) error {
	size, wide, high := 9, 1, 0 // A4; one page wide, as many high as it takes
	layout := excelize.PageLayoutOptions{Size: &size, FitToWidth: &wide, FitToHeight: &high}
	if s.Across {
		across := "landscape"
		layout.Orientation = &across
	}
	if err := f.SetPageLayout(s.Name, &layout); err != nil {
		return err
	}
	fit := true
	if err := f.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", s.Name, headRow, headRow), Scope: s.Name})
}
