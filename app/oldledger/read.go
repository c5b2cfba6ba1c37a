package oldledger

import (
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/table"
)

// Options are what the person adds.
type Options struct {
	// Columns names the column of a field by hand, counted from 0, for every table; -1 means that there is none.
	Columns map[Field]int
	Today   app.Date // rows of later days are not taken in; zero: any day is
}

// Preview is what an import would give, for a person to look at before anything is stored.
type Preview struct {
	Ledger   app.OldLedger
	Uses     []Use
	Columns  []Column // of the first table, for naming them by hand
	Unread   []Unread // every row that is not taken in
	Warnings []string // what is worth a look; none blocks the import
}

// Use tells where a field was found and how many rows have it.
type Use struct {
	Field Field
	Where string // B列“日期”, 无此列
	Count int
}

// Column is a column of the first table as the person sees it.
type Column struct {
	Index   int    // from 0
	Letter  string // A, B …
	Heading string
}

// Unread is a row that is not taken in, with its reason.
type Unread struct {
	Sheet  string
	Row    int // as the file counts; 0: the whole sheet
	Words  string
	Reason string
}

// headRows is how far down the row of headings may stand.
const headRows = 30

// maxRows is the most that one import takes in.
const maxRows = 50_000

// Read reads the tables of one file. The error, an *app.Error, says that nothing usable was found; the preview then still
// names the columns seen and the rows with their reasons.
func Read(tables []app.Table, o Options) (Preview, error) {
	r := &reader{options: o, several: len(tables) > 1, count: map[Field]int{}, where: map[Field]string{}}
	for i := range tables {
		r.table(i, &tables[i])
	}
	r.finish()
	if len(r.out.Ledger.Rows) > maxRows {
		return r.out, app.Errorf(app.CodeLimit, "这份旧台账有 %d 行，一次最多 %d 行。没有导入，请按年分成几份。", len(r.out.Ledger.Rows), maxRows)
	}
	if len(r.out.Ledger.Rows) > 0 {
		return r.out, nil
	}
	var missing []string
	for _, f := range []Field{FieldDate, FieldTitle} {
		if r.where[f] == "" {
			missing = append(missing, "“"+f.Title()+"”")
		}
	}
	if len(missing) > 0 {
		return r.out, app.Errorf(app.CodeInvalid, "没有找到%s一列。没有导入，台账没有变动。请在左边指定。", strings.Join(missing, "和"))
	}
	return r.out, app.Errorf(app.CodeInvalid, "没有读出一行来件。没有导入，台账没有变动。请看下面各行的原因，或在左边另外指定列。")
}

// reader gathers what the tables give.
type reader struct {
	options Options
	several bool // tables
	out     Preview
	count   map[Field]int
	where   map[Field]string
	unknown map[Field][]string // words that told nothing
	seen    map[string]int     // rows by key: where the first stands
	double  int
}

func (r *reader) table(index int, t *app.Table) {
	if r.out.Ledger.File == "" {
		r.out.Ledger.File = t.File
	}
	r.out.Warnings = append(r.out.Warnings, t.Notes...)
	g := table.NewGrid(t)
	head, columns := r.columns(g)
	if index == 0 {
		r.seeColumns(g, head)
	}
	if columns[FieldDate] < 0 || columns[FieldTitle] < 0 {
		r.out.Unread = append(r.out.Unread, Unread{Sheet: t.Name, Words: firstWords(g),
			Reason: fmt.Sprintf("没有认出日期和标题两列，整张表 %d 行没有读入", filled(g))})
		return
	}
	for _, f := range Fields() {
		if c := columns[f]; c >= 0 && r.where[f] == "" {
			r.where[f] = columnName(c, headText(g, head, c))
		}
	}
	above := append([]string{t.Name}, t.Before...)
	for i := 0; i < head; i++ {
		above = append(above, strings.Join(rowWords(g, i), " "))
	}
	year := yearIn(above...)
	for i := head + 1; i < g.Rows(); i++ {
		r.row(g, i, head, columns, year)
	}
}

// columns finds the row of headings (-1: none) and the column of each field; what was named by hand wins.
func (r *reader) columns(g *table.Grid) (head int, columns map[Field]int) {
	head, best := -1, 0
	columns = assign(nil)
	for i := 0; i < min(g.Rows(), headRows); i++ {
		heads := make([]string, g.Width())
		for _, c := range g.Seen(i) {
			heads[c.Col] = c.Text
		}
		found, n := assign(heads), 0
		for _, c := range found {
			if c >= 0 {
				n++
			}
		}
		if found[FieldDate] < 0 && found[FieldTitle] < 0 || n < 2 || n <= best {
			continue
		}
		head, best, columns = i, n, found
	}
	for f, c := range r.options.Columns {
		for other, taken := range columns {
			if taken == c && other != f {
				columns[other] = -1
			}
		}
		columns[f] = min(c, g.Width()-1)
	}
	return head, columns
}

func (r *reader) seeColumns(g *table.Grid, head int) {
	row := head
	if row < 0 { // the fullest of the first rows shows what the columns hold
		for i, most := 0, 0; i < min(g.Rows(), headRows); i++ {
			if n := len(g.Seen(i)); n > most {
				row, most = i, n
			}
		}
	}
	for c := range g.Width() {
		r.out.Columns = append(r.out.Columns, Column{Index: c, Letter: table.Letter(c), Heading: short(headText(g, row, c), 12)})
	}
}

func headText(g *table.Grid, row, col int) string {
	if row < 0 {
		return ""
	}
	return table.Line(g.Text(row, col))
}

func columnName(col int, heading string) string {
	name := table.Letter(col) + "列"
	if heading != "" {
		name += "“" + short(heading, 12) + "”"
	}
	return name
}

// row takes one row in, or says why not.
func (r *reader) row(g *table.Grid, i, head int, columns map[Field]int, year int) {
	words := rowWords(g, i)
	if len(words) == 0 {
		return
	}
	text := func(f Field) string {
		if columns[f] < 0 {
			return ""
		}
		return ditto(g, i, head, columns[f])
	}
	row := app.OldRow{Row: g.FileRow(i), Issuer: text(FieldIssuer), Title: strings.Trim(text(FieldTitle), "《》"), DocNo: text(FieldDocNo),
		KindWords: text(FieldKind), VerdictWords: text(FieldVerdict)}
	if r.several {
		row.Sheet = g.Table.Name
	}
	reason := ""
	switch {
	case repeatsHead(g, i, head, columns):
		reason = "重复的表头"
	case sumRow(words):
		reason = "合计行"
	default:
		row.Date, reason = dayOf(text(FieldDate), year)
	}
	switch {
	case reason != "":
	case row.Title == "":
		reason = "没有标题"
	case !r.options.Today.IsZero() && r.options.Today.Before(row.Date):
		reason = "日期 " + row.Date.String() + " 在今天之后"
	}
	if reason != "" {
		r.out.Unread = append(r.out.Unread, Unread{Sheet: g.Table.Name, Row: g.FileRow(i), Words: short(strings.Join(words, "　"), 60), Reason: reason})
		return
	}
	row.Kind, row.Verdict = kindOf(row.KindWords), verdictOf(row.VerdictWords)
	r.keep(row)
}

func (r *reader) keep(row app.OldRow) {
	r.out.Ledger.Rows = append(r.out.Ledger.Rows, row)
	for f, has := range map[Field]bool{FieldDate: true, FieldTitle: true, FieldIssuer: row.Issuer != "", FieldDocNo: row.DocNo != "",
		FieldKind: row.KindWords != "", FieldVerdict: row.VerdictWords != ""} {
		if has {
			r.count[f]++
		}
	}
	if r.unknown == nil {
		r.unknown, r.seen = map[Field][]string{}, map[string]int{}
	}
	if row.Kind == "" && row.KindWords != "" {
		r.unknown[FieldKind] = append(r.unknown[FieldKind], row.KindWords)
	}
	if row.Verdict == "" && row.VerdictWords != "" {
		r.unknown[FieldVerdict] = append(r.unknown[FieldVerdict], row.VerdictWords)
	}
	if first, again := r.seen[row.Key()]; again {
		if r.double++; r.double == 1 {
			r.out.Warnings = append(r.out.Warnings, fmt.Sprintf("第 %d 行与第 %d 行相同，两行都保留。", row.Row, first))
		}
		return
	}
	r.seen[row.Key()] = row.Row
}

func (r *reader) finish() {
	for _, f := range Fields() {
		where := r.where[f]
		if where == "" {
			where = "无此列"
		}
		r.out.Uses = append(r.out.Uses, Use{f, where, r.count[f]})
	}
	n := len(r.out.Ledger.Rows)
	if r.double > 1 {
		r.out.Warnings = append(r.out.Warnings, fmt.Sprintf("另有 %d 行与前面的行相同，都保留。", r.double-1))
	}
	for _, f := range []Field{FieldIssuer, FieldKind, FieldVerdict} {
		if lacking := n - r.count[f]; lacking > 0 {
			r.out.Warnings = append(r.out.Warnings, fmt.Sprintf("%d 行没有写%s。", lacking, f.Title()))
		}
		if words := r.unknown[f]; len(words) > 0 {
			r.out.Warnings = append(r.out.Warnings, fmt.Sprintf("“%s”有 %d 行的写法认不出（如“%s”），原样保留，按未写明计。", f.Title(), len(words), short(words[0], 16)))
		}
	}
}

// ditto is the text of a cell; marks for 同上 stand for the cell above.
func ditto(g *table.Grid, i, head, col int) string {
	for ; i > head; i-- {
		switch s := table.Line(g.Text(i, col)); s {
		case "同上", "〃", "″", "\"", "”", "“", "......", "……":
		default:
			return s
		}
	}
	return ""
}

func rowWords(g *table.Grid, i int) []string {
	var out []string
	for _, c := range g.Seen(i) {
		if s := table.Line(c.Text); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// repeatsHead tells a row of headings that stands again on top of a printed page.
func repeatsHead(g *table.Grid, i, head int, columns map[Field]int) bool {
	if head < 0 {
		return false
	}
	for _, f := range []Field{FieldDate, FieldTitle} {
		if c := columns[f]; table.Fold(g.Text(i, c)) != table.Fold(g.Text(head, c)) {
			return false
		}
	}
	return true
}

// sumRow tells a row that adds others up.
func sumRow(words []string) bool {
	for _, w := range []string{"合计", "小计", "总计", "共计", "累计"} {
		if strings.HasPrefix(table.Fold(words[0]), w) {
			return true
		}
	}
	return false
}

func firstWords(g *table.Grid) string {
	for i := range g.Rows() {
		if w := rowWords(g, i); len(w) > 0 {
			return short(strings.Join(w, "　"), 60)
		}
	}
	return ""
}

// filled is the number of rows that hold words.
func filled(g *table.Grid) int {
	n := 0
	for i := range g.Rows() {
		if len(rowWords(g, i)) > 0 {
			n++
		}
	}
	return n
}
