package duty

import (
	"maps"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/pattern"
	"yidanqing/app/table"
)

// tableReader walks one table from the top, knowing what the rows above have set.
type tableReader struct {
	im    *importer
	index int
	g     *table.Grid
	cols  *columns
	heads []*columns // every heading of the table, top down

	part     app.Part
	partBy   string // how the part is known: 按工作表名, 按标题行 …
	partCell string // last value of the part column, for cells left empty
	category string
	topLevel bool // a category of the first level was seen: those of the second do not replace it
	fresh    bool // the category was set by a heading below the last entry
	marked   bool // categories are marked by merged cells or Chinese numbers

	numbered bool // most rows below the heading have a number in the number column
	chinese  bool // those numbers are Chinese numerals
	inName   bool // the number stands in front of the name

	titles    []string
	loose     []looseRow // rows before the heading with several cells
	last      int        // index in im.got of the entry that the next row may continue; -1 for none
	continued []int
	noNumber  []int
}

type looseRow struct {
	row   int
	words string
}

// readTable reads one table and the paragraphs around it.
func (im *importer) readTable(index int) {
	t := &im.tables[index]
	r := &tableReader{im: im, index: index, g: table.NewGrid(t), last: -1}
	first := len(im.got)
	im.readers = append(im.readers, r)
	r.outerPart()
	r.before()
	for row := 0; row < r.g.Rows(); {
		row += r.row(row)
	}
	if r.cols == nil {
		r.headless()
	}
	r.closeAnnounced(0)
	r.inOrder(first)
	r.finish()
	if index+1 == len(im.tables) || im.tables[index+1].File != t.File {
		r.after()
	}
}

// inOrder sorts the entries of a table set in several groups of columns by their printed numbers, where these run on from
// one group to the next.
func (r *tableReader) inOrder(first int) {
	if r.cols == nil || len(r.cols.beside) == 0 {
		return
	}
	got := r.im.got[first:]
	seen := map[int]bool{}
	for _, e := range got {
		if e.value == 0 || seen[e.value] || e.duty.Part != got[0].duty.Part {
			return
		}
		seen[e.value] = true
	}
	slices.SortStableFunc(got, func(a, b imported) int { return a.value - b.value })
}

// outerPart takes the part from what stands around the table: the person's word, file name, sheet name. A nearer word
// replaces it later.
func (r *tableReader) outerPart() {
	if p := r.im.opt.Parts[r.index]; p != "" {
		r.part, r.partBy = p, "已指定"
		return
	}
	t := &r.im.tables[r.index]
	if p, _ := titlePart(baseOf(t.File)); p != "" {
		r.part, r.partBy = p, "按文件名"
	}
	if p, _ := titlePart(t.Name); p != "" {
		r.part, r.partBy = p, "按工作表名"
	}
}

func baseOf(file string) string {
	if i := strings.LastIndexByte(file, '.'); i > 0 {
		return file[:i]
	}
	return file
}

// fixed tells that the person named the part: nothing in the file outweighs that.
func (r *tableReader) fixed() bool { return r.im.opt.Parts[r.index] != "" }

func (r *tableReader) setPart(p app.Part, by string) {
	if p == "" || r.fixed() {
		return
	}
	if p != r.part {
		r.category, r.topLevel, r.last = "", false, -1
	}
	r.part, r.partBy = p, by
}

// row reads the row and gives how many rows it took.
func (r *tableReader) row(row int) int {
	seen := r.g.Seen(row)
	if len(seen) == 0 {
		return 1
	}
	if c := r.heading(row); c != nil {
		r.start(c, row)
		return c.rows
	}
	if r.cols == nil {
		r.aboveHeading(row, seen)
		return 1
	}
	if len(seen) == 1 {
		r.single(row, seen[0])
	} else {
		r.full(row, seen)
	}
	return 1
}

func (r *tableReader) heading(row int) *columns {
	if r.cols == nil {
		return headingAt(r.g, row)
	}
	return headingAgain(r.g, row, r.cols)
}

// start takes over the columns of a heading and looks ahead at the rows below it.
func (r *tableReader) start(c *columns, row int) {
	if r.cols != nil && slices.Equal(c.head, r.cols.head) {
		return // the same heading on a new page: an entry may go on below it
	}
	c.byContent(r.g, row+c.rows, r.lookAhead())
	r.byHand(c)
	for i, h := range c.head {
		if f := c.of[FieldName]; h != "" && slices.Contains(f, i) {
			if p, _ := headingPart(h); p != "" && r.part == "" { // the heading itself names the part: 基本履职事项
				r.setPart(p, "按列名")
			}
		}
	}
	if r.cols == nil {
		r.report(c)
	}
	r.cols = c
	r.heads = append(r.heads, c)
	r.last = -1
	r.survey(row + c.rows)
}

// byHand puts the columns that the person named in place of those recognised.
func (r *tableReader) byHand(c *columns) {
	for f, col := range r.named() {
		if col >= 0 {
			for other, list := range c.of {
				c.of[other] = slices.DeleteFunc(slices.Clone(list), func(i int) bool { return i == col })
			}
			c.unread = slices.DeleteFunc(c.unread, func(i int) bool { return i == col })
			c.of[f] = []int{col}
		} else {
			c.unread = append(c.unread, c.of[f]...)
			c.of[f] = nil
		}
	}
}

// named are the columns that the person named for this table.
func (r *tableReader) named() map[Field]int {
	out := maps.Clone(r.im.opt.Columns)
	for f, col := range r.im.opt.TableColumns[r.index] {
		if out == nil {
			out = map[Field]int{}
		}
		out[f] = col
	}
	return out
}

// report lists the columns of the first heading.
func (r *tableReader) report(c *columns) {
	for i, h := range c.head {
		if h == "" || i > 0 && h == c.head[i-1] {
			continue
		}
		col := Column{Table: r.index, Index: i, Letter: table.Letter(i), Heading: h}
		for f, list := range c.of {
			if slices.Contains(list, i) {
				col.Field = f
			}
		}
		r.im.out.Columns = append(r.im.out.Columns, col)
	}
}

// lookAhead is how many rows below a heading are looked at; fewer in a table that is mostly headings.
func (r *tableReader) lookAhead() int {
	if len(r.heads) > 50 {
		return 5
	}
	return 2000
}

// survey counts how the rows below a heading are numbered.
func (r *tableReader) survey(from int) {
	no, name := r.cols.first(FieldNo), r.cols.first(FieldName)
	rows, numbers, chinese, inName := 0, 0, 0, 0
	for row := from; row < r.g.Rows() && rows < r.lookAhead(); row++ {
		text := r.g.Text(row, name)
		if text == "" || len(r.g.Seen(row)) == 1 && r.cols.known() > 2 && r.g.Seen(row)[0].Width > 1 {
			continue
		}
		if table.NumberedHeading(table.Line(text)) > 0 && table.Count(text) > 0 {
			continue
		}
		rows++
		if no >= 0 && no != name {
			if _, _, ok := table.ItemNo(r.g.Text(row, no)); ok {
				numbers++
				if table.ChineseNo(r.g.Text(row, no)) {
					chinese++
				}
			}
		}
		if leadNo.MatchString(table.Line(text)) {
			inName++
		}
	}
	r.numbered = numbers*2 >= rows && numbers > 0
	r.chinese = chinese*2 > numbers
	r.inName = !r.numbered && rows > 1 && inName*10 >= rows*7
}

// leadNo is a number in front of a name: “12.落实…”.
var leadNo = pattern.MustCompile(`^[(（]?(\d{1,4})[)）]?\s*[.．、:：]?\s*(\D.*)$`)

// aboveHeading reads a row above the heading of the columns: title, source, part.
func (r *tableReader) aboveHeading(row int, seen []table.Cell) {
	for _, c := range seen {
		r.im.lines = append(r.im.lines, c.Text)
		line := table.Line(c.Text)
		r.titles = append(r.titles, line)
		p, n := headingPart(line)
		if p == "" && len(seen) == 1 {
			p, n = titlePart(line)
		}
		if p != "" {
			r.setPart(p, "按标题行")
			r.announce(line, n, 0)
		}
	}
	if len(seen) > 1 {
		r.loose = append(r.loose, looseRow{row, joinSeen(seen)})
	}
}

func joinSeen(seen []table.Cell) string {
	var words []string
	for _, c := range seen {
		words = append(words, table.Line(c.Text))
	}
	return strings.Join(words, " | ")
}

// unread reports a row that gave no entry.
func (r *tableReader) unread(row int, words, reason string) {
	number := 0
	if row > 0 {
		number = row
	}
	r.im.out.Unread = append(r.im.out.Unread, Unread{Table: r.index, Name: r.im.name(r.index), Row: number, Words: short(strings.ReplaceAll(words, "\n", " "), 60), Reason: reason})
}
