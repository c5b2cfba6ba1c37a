package app

// Document is what a reader of foreign bytes gives (来件原文): blocks of text in reading order with their places.
type Document struct {
	Name   string  `json:"name"` // file name, or empty for pasted text
	Blocks []Block `json:"blocks"`
	// Warnings tell, in words for the clerk, what of the file was not read (pictures, numbering kept as is …).
	Warnings []string `json:"warnings,omitempty"`
	// Heads are the running heads of the pages (页眉). They are no part of the text, but may carry a secrecy mark.
	Heads []string `json:"heads,omitempty"`
}

// Block is a paragraph, a table row or a heading of a document.
type Block struct {
	Text  string `json:"text"`
	Place string `json:"place,omitempty"` // 第3段, 表1第2行, Sheet1!A3 …
}

// Text joins the blocks with line breaks. Offsets of evidence count runes of this text.
func (d Document) Text() string {
	n := 0
	for _, b := range d.Blocks {
		n += len(b.Text) + 1
	}
	out := make([]byte, 0, n)
	for i, b := range d.Blocks {
		if i > 0 {
			out = append(out, '\n')
		}
		out = append(out, b.Text...)
	}
	return string(out)
}

// Table is one sheet of a workbook, one table of a document, or one delimited file: rows of cells as text.
// Merged cells repeat their value in Cells and are named in Merged.
type Table struct {
	File   string            `json:"file,omitempty"`   // name of the file it comes from
	Name   string            `json:"name"`             // sheet name, or 表1, 表2 …
	Before []string          `json:"before,omitempty"` // paragraphs before the table: title, number, date
	After  []string          `json:"after,omitempty"`  // paragraphs after it, up to the next table
	Cells  [][]string        `json:"cells"`
	Merged []Merge           `json:"merged,omitempty"`
	Keys   map[string]string `json:"keys,omitempty"` // leading lines #key=value
	// Offset is how many rows of the file stand before Cells[0] (its key lines): Cells[i] is row Offset+i+1 of the file.
	Offset int `json:"offset,omitempty"`
	// Notes tell, in words for the clerk, what of the file was left out (hidden sheets …).
	Notes []string `json:"notes,omitempty"`
}

// Merge is a block of merged cells, inclusive, counted from 0.
type Merge struct {
	Row0, Col0, Row1, Col1 int
}
