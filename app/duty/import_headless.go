package duty

import (
	"yidanqing/app/table"
)

// headless deals with a table without a heading that was recognised: columns named by the person, the columns of the
// table before it in the same file, or a report.
func (r *tableReader) headless() {
	guess := r.guessHeading()
	if col, ok := r.named()[FieldName]; ok && col >= 0 {
		c, from := &columns{of: map[Field][]int{}}, 0
		if guess >= 0 {
			c = assign(rowTexts(r.g, guess))
			from = guess + 1
		}
		c.rows = 1
		r.start(c, from-1)
		r.rest(from)
		return
	}
	if prev := r.previous(); prev != nil && r.like(prev) {
		if r.part == "" {
			r.part, r.partBy, r.category = prev.part, prev.partBy, prev.category
		}
		r.cols = &columns{of: prev.cols.of, head: prev.cols.head, unread: prev.cols.unread}
		r.heads = append(r.heads, r.cols)
		r.survey(0)
		r.im.lines = r.im.lines[:len(r.im.lines)-min(len(r.im.lines), len(r.titles))]
		r.titles = nil
		r.rest(0)
		r.im.warn(r.index, nil, "“%s”没有表头，按上一张表的列读入。", r.im.name(r.index))
		return
	}
	r.im.unnamed++
	if guess >= 0 {
		r.report(assign(rowTexts(r.g, guess)))
	}
	filled := 0
	for row := range r.g.Rows() {
		if len(r.g.Seen(row)) > 0 {
			filled++
		}
	}
	words := ""
	if len(r.loose) > 0 {
		words = r.loose[0].words
	} else if len(r.titles) > 0 {
		words = r.titles[0]
	}
	if filled > 0 {
		r.unread(r.firstRow(), words, "没有找到“事项名称”一列，这张表的 "+itoa(filled)+" 行都没有读")
	}
}

func (r *tableReader) rest(from int) {
	for row := from; row < r.g.Rows(); {
		row += r.row(row)
	}
}

func (r *tableReader) firstRow() int {
	for row := range r.g.Rows() {
		if len(r.g.Seen(row)) > 0 {
			return r.g.FileRow(row)
		}
	}
	return 0
}

// guessHeading is the row that most likely heads the columns though its words are unknown: the first one with several
// short cells and no number; -1 where there is none.
func (r *tableReader) guessHeading() int {
	for _, l := range r.loose {
		if maybeHeading(r.g, l.row) {
			return l.row
		}
	}
	return -1
}

// previous is the reader of the table before this one in the same file.
func (r *tableReader) previous() *tableReader {
	if r.index == 0 || r.im.tables[r.index-1].File != r.im.tables[r.index].File {
		return nil
	}
	if prev := r.im.readers[r.index-1]; prev.cols != nil {
		return prev
	}
	return nil
}

// like tells whether this table goes on with another one: as wide, with numbers in the number column.
func (r *tableReader) like(prev *tableReader) bool {
	if r.g.Width() != prev.g.Width() || !prev.numbered || len(r.im.tables[r.index].Before) > 0 {
		return false
	}
	numbers, rows := 0, 0
	for row := range r.g.Rows() {
		if len(r.g.Seen(row)) < 2 {
			continue
		}
		rows++
		if _, _, ok := table.ItemNo(r.g.Text(row, prev.cols.first(FieldNo))); ok {
			numbers++
		}
	}
	return numbers > 0 && numbers*10 >= rows*7
}
