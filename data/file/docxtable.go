package file

import (
	"encoding/xml"
	"strconv"
	"strings"
)

type wordTable struct{ rows []wordRow }

type wordRow struct {
	before int // grid columns left out at the left
	cells  []wordCell
}

type wordCell struct {
	items  []wordItem
	span   int
	vMerge int
}

const (
	mergeNone = iota
	mergeRestart
	mergeContinue
)

// text is the text of a cell: its paragraphs, one a line; a table within it row by row.
func (c wordCell) text() string {
	var lines []string
	for _, it := range c.items {
		if it.table == nil {
			if it.text != "" {
				lines = append(lines, it.text)
			}
			continue
		}
		for _, row := range it.table.rows {
			var cells []string
			for _, inner := range row.cells {
				cells = append(cells, strings.ReplaceAll(inner.text(), "\n", " "))
			}
			if line := strings.TrimSpace(strings.Join(cells, " ")); line != "" {
				lines = append(lines, line)
			}
		}
	}
	return strings.Join(lines, "\n")
}

func (r *wordReader) table() (*wordTable, error) {
	if err := r.count(); err != nil {
		return nil, err
	}
	t := &wordTable{}
	for {
		tok, err := r.next()
		if err != nil {
			return nil, err
		}
		switch e := tok.(type) {
		case xml.EndElement:
			if e.Name.Local == "tbl" {
				return t, nil
			}
		case xml.StartElement:
			switch name := e.Name.Local; {
			case name == "tr":
				row, deleted, err := r.row()
				if err != nil {
					return nil, err
				}
				if !deleted {
					t.rows = append(t.rows, row)
				}
			case skipped(name):
				if err := r.skip(); err != nil {
					return nil, err
				}
			}
		}
	}
}

func (r *wordReader) row() (row wordRow, deleted bool, err error) {
	for {
		tok, err := r.next()
		if err != nil {
			return row, false, err
		}
		switch e := tok.(type) {
		case xml.EndElement:
			if e.Name.Local == "tr" {
				return row, deleted, nil
			}
		case xml.StartElement:
			switch name := e.Name.Local; {
			case name == "tc":
				cell, err := r.cell()
				if err != nil {
					return row, false, err
				}
				row.cells = append(row.cells, cell)
			case name == "gridBefore":
				row.before = min(max(number(attribute(e, "val")), 0), maxGrid)
			case name == "trPr": // its children are read one by one
			case name == "del": // within trPr: the row was deleted
				deleted = true
				if err := r.skip(); err != nil {
					return row, false, err
				}
			case skipped(name):
				if err := r.skip(); err != nil {
					return row, false, err
				}
			}
		}
	}
}

func (r *wordReader) cell() (wordCell, error) {
	c := wordCell{span: 1}
	if err := r.count(); err != nil {
		return c, err
	}
	var list wordList
	for {
		tok, err := r.next()
		if err != nil {
			return c, err
		}
		switch t := tok.(type) {
		case xml.EndElement:
			if t.Name.Local == "tc" {
				c.items = list.items
				return c, nil
			}
		case xml.StartElement:
			if t.Name.Local == "tcPr" {
				err = r.cellShape(&c)
			} else {
				err = r.block(t, &list)
			}
			if err != nil {
				return c, err
			}
		}
	}
}

func (r *wordReader) cellShape(c *wordCell) error {
	for {
		tok, err := r.next()
		if err != nil {
			return err
		}
		switch e := tok.(type) {
		case xml.EndElement:
			if e.Name.Local == "tcPr" {
				return nil
			}
		case xml.StartElement:
			switch e.Name.Local {
			case "gridSpan":
				c.span = min(max(number(attribute(e, "val")), 1), maxGrid)
			case "vMerge":
				c.vMerge = mergeContinue
				if attribute(e, "val") == "restart" {
					c.vMerge = mergeRestart
				}
			}
		}
	}
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
