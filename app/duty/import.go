package duty

import (
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/table"
)

// Options are what the person adds to an import: columns named by hand, the part of a table, what the source is.
type Options struct {
	// Columns names the column of a field by hand, counted from 0, for every table; -1 means that there is none.
	Columns map[Field]int
	// TableColumns does the same for one table by its index; it outweighs Columns.
	TableColumns map[int]map[Field]int
	// Parts names the part of a table by its index, where neither title nor sheet says it.
	Parts map[int]app.Part
	// Source answers what the file does not say; its fields that are not empty outweigh those read.
	Source app.Source
}

// Preview is what an import would give, for a person to look at before anything is stored.
type Preview struct {
	List     app.DutyList
	Uses     []FieldUse // every field with where it was found
	Columns  []Column   // the columns seen, for naming them by hand
	Unread   []Unread   // every row that was not understood
	Warnings []Warning  // what is worth a look; none blocks the import
	Missing  []Question // what the file does not say and must be asked once
}

// Count is the number of entries of one part.
func (p *Preview) Count(part app.Part) int {
	n := 0
	for _, d := range p.List.Duties {
		if d.Part == part {
			n++
		}
	}
	return n
}

// FieldUse tells where a field was found and how many entries have it.
type FieldUse struct {
	Field Field
	Where string // B列“事项名称”, 按工作表名, 无此列
	Count int
}

// Column is a column of a table as the person sees it.
type Column struct {
	Table   int
	Index   int    // from 0
	Letter  string // A, B …
	Heading string
	Field   Field // empty where it is not read
}

// Unread is a row, or a paragraph beside a table, that gave no entry.
type Unread struct {
	Table  int
	Name   string // of the table
	Row    int    // as the file counts; 0 for paragraphs
	Words  string
	Reason string
}

// Warning is a sentence that is worth a look.
type Warning struct {
	Table int // -1 where it concerns the whole list
	Rows  []int
	Text  string
}

// Question asks the person what the file does not say.
type Question struct {
	What  string // title, doc_no, from, part
	Table int    // of part: the table
	Text  string
}

// imported is an entry with where it stands.
type imported struct {
	duty   app.Duty
	table  int
	row    int  // as the file counts
	value  int  // of the number, 0 where it has none
	noBody bool // the list says that nobody takes it over
	cols   *columns
}

// importer gathers what the tables give.
type importer struct {
	opt      Options
	tables   []app.Table
	out      Preview
	got      []imported
	lines    []string // title rows, paragraphs: where the source is read from
	keys     map[string]string
	announce []announced
	readers  []*tableReader
	unnamed  int // tables without a name column
}

// announced is a number of items that a heading promises.
type announced struct {
	table   int
	heading string
	count   int
	from    int // index in got of the first entry below it
	to      int // index behind the last one; -1 until known
	level   int // 0 a part, 1 or 2 a category
	part    app.Part
}

// Import reads a list of duties from the tables of one or more files. The preview tells what was understood and every
// row that was not; nothing is stored. The error, an *app.Error, says that nothing usable was found; the preview then
// still names the columns seen and the rows with their reasons.
func Import(tables []app.Table, opt Options) (Preview, error) {
	im := &importer{opt: opt, tables: tables, keys: map[string]string{}}
	for i := range tables {
		for k, v := range tables[i].Keys {
			im.keys[k] = v
		}
		for _, n := range tables[i].Notes {
			im.warn(i, nil, "%s", n)
		}
		im.readTable(i)
	}
	im.inferParts()
	im.number()
	im.readSource()
	im.check()
	im.uses()
	for _, e := range im.got {
		im.out.List.Duties = append(im.out.List.Duties, e.duty)
	}
	return im.out, im.fault()
}

// fault is the error of an import without any entry.
func (im *importer) fault() error {
	switch {
	case len(im.got) > 0:
		return nil
	case len(im.tables) == 0:
		return app.Errorf(app.CodeInvalid, "文件里没有表格。文件未导入，原清单不变。请另选文件。")
	case im.unnamed == len(im.tables):
		return app.Errorf(app.CodeInvalid, "没有找到“事项名称”一列。文件未导入，原清单不变。请在左边指定。%s", im.seenColumns())
	case im.hasQuestion("part"):
		return app.Errorf(app.CodeInvalid, "没有看出各项属于基本履职、配合履职还是上级部门收回。文件未导入，原清单不变。请指定每张表属于哪一部分。")
	}
	return app.Errorf(app.CodeInvalid, "表里没有读到事项。文件未导入，原清单不变。请看未读各行的原因，或另选文件。")
}

// seenColumns names the columns that were seen, for the error.
func (im *importer) seenColumns() string {
	var names []string
	for _, c := range im.out.Columns {
		if c.Heading != "" && len(names) < 12 {
			names = append(names, c.Letter+"列“"+short(c.Heading, 12)+"”")
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "看到的列：" + strings.Join(names, "、") + "。"
}

func (im *importer) hasQuestion(what string) bool {
	for _, q := range im.out.Missing {
		if q.What == what {
			return true
		}
	}
	return false
}

// short cuts s to n runes.
func short(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}

// warn adds a sentence about rows of a table; index -1 concerns the whole list.
func (im *importer) warn(index int, rows []int, format string, args ...any) {
	im.out.Warnings = append(im.out.Warnings, Warning{Table: index, Rows: rows, Text: fmt.Sprintf(format, args...)})
}

// name is how sentences call a table: its sheet, preceded by its file where there are several files.
func (im *importer) name(index int) string {
	t := im.tables[index]
	for _, o := range im.tables {
		if o.File != t.File && t.File != "" {
			if t.Name == "" || strings.HasPrefix(t.File, t.Name+".") {
				return t.File
			}
			return t.File + " " + t.Name
		}
	}
	return t.Name
}

// at is the beginning of a sentence about rows: 第5行, “配合履职事项清单”第5、6行.
func (im *importer) at(index int, rows []int) string {
	s := ""
	if len(im.tables) > 1 {
		s = "“" + im.name(index) + "”"
	}
	return s + "第" + joinRows(rows) + "行"
}

// joinRows writes row numbers, the first ten and how many there are.
func joinRows(rows []int) string {
	var b strings.Builder
	for i, r := range rows {
		if i == 10 {
			fmt.Fprintf(&b, "等%d", len(rows))
			break
		}
		if i > 0 {
			b.WriteString("、")
		}
		fmt.Fprint(&b, r)
	}
	return b.String()
}

// number counts the entries of each part where the list prints no numbers.
func (im *importer) number() {
	next := map[app.Part]int{}
	for i := range im.got {
		e := &im.got[i]
		next[e.duty.Part]++
		if e.duty.ItemNo == "" {
			e.duty.ItemNo = fmt.Sprint(next[e.duty.Part])
		}
	}
}

// column is how the window names a column: B列“事项名称”.
func column(index int, heading string) string {
	if heading == "" {
		return table.Letter(index) + "列"
	}
	return table.Letter(index) + "列“" + short(heading, 14) + "”"
}
