package duty

import (
	"slices"
	"strconv"
	"strings"

	"yidanqing/app/pattern"
	"yidanqing/app/table"
)

var (
	pageMark  = pattern.MustCompile(`^[—–\-－·]+\s*\d{1,4}\s*[—–\-－·]+$|^第\d+页(,?，?共\d+页)?$|^\d+/\d+页?$`)
	noteLine  = pattern.MustCompile(`^[（(【]?(注|说明|备注|附注|附|填表说明|编制说明|填报说明|注意|注释|本清单|本表|以上|单位[:：]|制表|填表人|审核人)[:：\d.、]?|^[※*★]`)
	noteLabel = pattern.MustCompile(`^[（(【]?(注|说明|备注|附注|填表说明|编制说明|填报说明|注意|注释|制表人?|填表人|审核人|填报单位|制表单位|联系人)\s*\d?\s*[:：]|^[※]`)
	totalLine = pattern.MustCompile(`^(合计|总计|小计|共计|累计)`)
)

func itoa(n int) string { return strconv.Itoa(n) }

// single reads a row below the heading in which one cell has words: a part, a category, a note, an entry of a list
// without other columns, or the rest of an entry that a page broke.
func (r *tableReader) single(row int, c table.Cell) {
	line, file := table.Line(c.Text), r.g.FileRow(row)
	name, covers := r.cols.first(FieldName), c.Col <= r.cols.first(FieldName) && r.cols.first(FieldName) < c.Col+c.Width
	switch {
	case pageMark.MatchString(line):
		r.unread(file, line, "页码，不是事项")
		return
	case noteLabel.MatchString(line) || noteLine.MatchString(line) && (c.Width > 1 || c.Col != name || r.numbered):
		r.im.lines = append(r.im.lines, c.Text)
		r.unread(file, line, "说明文字，不是事项")
		return
	case totalLine.MatchString(line):
		r.unread(file, line, "合计行，不是事项")
		return
	case slices.Contains(r.titles, line):
		return // the title once more on a new page
	}
	if p, n := headingPart(line); p != "" {
		r.setPart(p, "按标题行")
		r.announce(line, n, 0)
		return
	}
	if c.Width > 1 && titleLine.MatchString(line) && len([]rune(line)) <= 40 {
		p, n := titlePart(line)
		r.setPart(p, "按标题行")
		r.announce(line, n, 0)
		r.im.lines = append(r.im.lines, c.Text)
		return
	}
	if r.isCategory(c, line, covers) {
		r.marked = true
		r.setCategory(line)
		return
	}
	switch _, _, isNo := table.ItemNo(line); {
	case c.Col == r.cols.first(FieldNo) && isNo:
		r.unread(file, line, "只有序号，没有事项名称")
	case covers && !r.numbered:
		r.add(row, c.Text)
	case covers:
		r.withoutNumber(row, c.Text, true)
	case r.carries(c.Col) && r.last >= 0:
		r.goOn(row)
	default:
		r.unread(file, line, "没有事项名称")
	}
}

// carries tells columns whose text may go on in the next row.
func (r *tableReader) carries(col int) bool {
	for _, f := range []Field{FieldDepartment, FieldUpperDuty, FieldTownDuty, FieldTaking, FieldWay, FieldBasis} {
		if slices.Contains(r.cols.of[f], col) {
			return true
		}
	}
	return false
}

// isCategory tells a heading between the entries: “一、党的建设（19项）”, a cell over several columns, a word in front of the
// name column.
func (r *tableReader) isCategory(c table.Cell, line string, covers bool) bool {
	long := len([]rune(line))
	if long > 40 || strings.ContainsAny(line, "。；;") {
		return false
	}
	_, _, isNo := table.ItemNo(line)
	switch {
	case isNo:
		return false
	case table.NumberedHeading(line) > 0, table.Count(line) > 0 && strings.Contains(line, "项") && long <= 30 && !leadNo.MatchString(line):
		return true
	case c.Width > 1:
		return long <= 30
	case !covers:
		return c.Col < r.cols.first(FieldName)
	}
	return false
}

func (r *tableReader) setCategory(line string) {
	level := table.NumberedHeading(line)
	r.last = -1
	if level == 2 && r.topLevel {
		r.announce(line, table.Count(line), 2)
		return
	}
	r.topLevel = r.topLevel || level == 1
	r.category, r.fresh = table.Heading(line), true
	r.announce(line, table.Count(line), 1)
}

// announce notes how many items a heading promises. Headings of the same or a deeper level end there.
func (r *tableReader) announce(heading string, count, level int) {
	r.closeAnnounced(level)
	if count > 0 {
		r.im.announce = append(r.im.announce, announced{
			table: r.index, heading: table.Line(heading), count: count, from: len(r.im.got), to: -1, level: level, part: r.part,
		})
	}
}

func (r *tableReader) closeAnnounced(level int) {
	for i := len(r.im.announce) - 1; i >= 0; i-- {
		a := &r.im.announce[i]
		if a.table != r.index {
			break
		}
		if a.to < 0 && a.level >= level {
			a.to = len(r.im.got)
		}
	}
}

// full reads a row with several cells.
func (r *tableReader) full(row int, seen []table.Cell) {
	file := r.g.FileRow(row)
	no, name := r.cell(row, FieldNo), r.cell(row, FieldName)
	for _, c := range seen {
		if line := table.Line(c.Text); c.Col <= max(r.cols.first(FieldName), 0) && (totalLine.MatchString(line) || noteLabel.MatchString(line)) {
			reason := "合计行，不是事项"
			if noteLabel.MatchString(line) {
				reason = "说明文字，不是事项"
				r.im.lines = append(r.im.lines, c.Text)
			}
			r.unread(file, joinSeen(seen), reason)
			return
		}
	}
	if nameCol := r.cols.first(FieldName); r.last >= 0 && r.g.GoesOn(row, nameCol) {
		r.goOn(row)
		return
	}
	_, _, isNo := table.ItemNo(no)
	switch {
	case table.Line(name) == "" && no != "" && isNo:
		r.unread(file, joinSeen(seen), "没有事项名称")
	case table.Line(name) == "":
		if r.last >= 0 && r.onlyCarried(seen) {
			r.goOn(row)
			return
		}
		r.unread(file, joinSeen(seen), "没有事项名称")
	case r.splitHeading(seen, no, name):
		r.headingInTwo(no, name)
	case r.numbered && !isNo:
		r.withoutNumber(row, name, false)
	default:
		r.add(row, name)
	}
	r.beside(row)
}

// beside reads the entries of a row that stand in further groups of columns, where a list is set in two columns to save
// paper.
func (r *tableReader) beside(row int) {
	main := r.cols
	for _, of := range main.beside {
		r.cols = &columns{of: of, head: main.head}
		if name := r.cell(row, FieldName); table.Line(name) != "" {
			r.add(row, name)
		}
	}
	r.cols = main
}

// onlyCarried tells a row whose words all stand in columns that may go on from the row above.
func (r *tableReader) onlyCarried(seen []table.Cell) bool {
	for _, c := range seen {
		if !r.carries(c.Col) {
			return false
		}
	}
	return true
}

// splitHeading tells a heading in two cells: 一 | 党的建设（19项） in a table whose entries have Arabic numbers.
func (r *tableReader) splitHeading(seen []table.Cell, no, name string) bool {
	if len(seen) > 2 || no == "" || r.chinese || !r.numbered || !table.ChineseNo(no) {
		return false
	}
	return len([]rune(table.Line(name))) <= 40
}

func (r *tableReader) headingInTwo(no, name string) {
	line := strings.TrimRight(table.Line(no), "、.．") + "、" + table.Line(name)
	if p, n := headingPart(line); p != "" {
		r.setPart(p, "按标题行")
		r.announce(line, n, 0)
		return
	}
	r.setCategory(line)
}

// withoutNumber reads a row whose number is missing in a table of numbered entries. The numbers around it decide: a gap
// means an entry, none means that a page broke the entry above.
func (r *tableReader) withoutNumber(row int, name string, alone bool) {
	file := r.g.FileRow(row)
	prev, next := 0, r.nextNumber(row)
	if r.last >= 0 {
		prev = r.im.got[r.last].value
	}
	line := table.Line(name)
	switch {
	case prev > 0 && !alone && next > prev && r.goesOnFrom(line):
		r.im.got[r.last].duty.Name = cleanName(r.im.got[r.last].duty.Name + "\n" + name)
		r.goOn(row)
	case prev > 0 && next == prev+2:
		r.add(row, name)
		e := &r.im.got[r.last]
		e.value = prev + 1
		e.duty.ItemNo = itoa(prev + 1)
		r.noNumber = append(r.noNumber, file)
	case alone && r.bareCategory(line, prev, next):
		r.setCategory(line)
		r.im.warn(r.index, []int{file}, "%s“%s”没有序号，当作类别。", r.im.at(r.index, []int{file}), line)
	case prev > 0 && next == prev+1, prev > 0 && next == 0 && r.goesOnFrom(line):
		r.im.got[r.last].duty.Name = cleanName(r.im.got[r.last].duty.Name + "\n" + name)
		r.goOn(row)
	default:
		r.unread(file, line, "没有序号，看不出是单独一项还是上一项的下文")
	}
}

// bareCategory tells a category that stands in the name column without number or merged cells. The numbers around it
// show that no entry is missing here; in a table that marks its categories otherwise it is the rest of a name.
func (r *tableReader) bareCategory(line string, prev, next int) bool {
	long := len([]rune(line))
	if openEnded(r.lastName()) || laterWord.MatchString(line) || strings.ContainsAny(line, "，,。；;") {
		return false
	}
	if next == prev+1 || next == 1 {
		return long <= 20 && (r.last < 0 || !r.marked)
	}
	return long <= 8
}

// goesOnFrom tells a name that cannot begin an entry, or follows a text that was not finished.
func (r *tableReader) goesOnFrom(line string) bool {
	d := &r.im.got[r.last].duty
	return laterWord.MatchString(line) || openEnded(d.Name) || openEnded(d.UpperDuty) || openEnded(d.TownDuty)
}

// laterWord begins the rest of a name.
var laterWord = pattern.MustCompile(`^([、，,）)”》。；的]|和|及|与|或|等|以及)`)

func (r *tableReader) lastName() string {
	if r.last < 0 {
		return ""
	}
	return r.im.got[r.last].duty.Name
}

// openEnded tells a name that cannot end where it does.
func openEnded(s string) bool {
	n := []rune(s)
	if len(n) == 0 {
		return false
	}
	return strings.ContainsRune("、，,（(“《和及与的对", n[len(n)-1]) || strings.Count(s, "（")+strings.Count(s, "(") > strings.Count(s, "）")+strings.Count(s, ")")
}

// nextNumber is the first number below row, 0 where none comes soon.
func (r *tableReader) nextNumber(row int) int {
	col := r.cols.first(FieldNo)
	for k := row + 1; k < r.g.Rows() && k < row+20; k++ {
		if _, v, ok := table.ItemNo(r.g.Text(k, col)); ok && !(table.ChineseNo(r.g.Text(k, col)) && !r.chinese) {
			return v
		}
	}
	return 0
}

// goOn adds a row to the entry above it.
func (r *tableReader) goOn(row int) {
	e := &r.im.got[r.last]
	more, none := r.words(row, true)
	d := &e.duty
	for _, dep := range more.Departments {
		d.Departments = addName(d.Departments, dep)
	}
	e.noBody = e.noBody || none
	d.UpperDuty = joinText(d.UpperDuty, more.UpperDuty)
	d.TownDuty = joinText(d.TownDuty, more.TownDuty)
	d.Basis = joinText(d.Basis, more.Basis)
	if !r.g.GoesOn(row, r.cols.first(FieldName)) {
		r.continued = append(r.continued, r.g.FileRow(row))
	}
}

// joinText puts two texts together, on one line where the first is not finished.
func joinText(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	return table.Lines(a + "\n" + b)
}

func (r *tableReader) cell(row int, f Field) string { return r.g.Text(row, r.cols.first(f)) }

// add makes an entry of the row.
func (r *tableReader) add(row int, name string) {
	file := r.g.FileRow(row)
	part := r.part
	if r.cols.has(FieldPart) {
		text := r.cell(row, FieldPart)
		if table.Line(text) == "" {
			text = r.partCell
		}
		p := cellPart(text, r.cols.sure)
		if p == "" && text != "" && !r.fixed() {
			r.unread(file, table.Line(text)+" | "+table.Line(name), "“"+short(table.Line(text), 12)+"”不是清单的哪一部分")
			r.last = -1
			return
		}
		r.partCell = text
		if p != "" && !r.fixed() {
			category, fresh := r.category, r.fresh
			r.setPart(p, "")
			if part = p; fresh { // the heading stands between the parts and belongs to what follows
				r.category = category
			}
		}
	}
	r.fresh = false
	d, none := r.words(row, false)
	d.Part = part
	if c := table.Heading(table.Line(r.cell(row, FieldCategory))); c != "" {
		r.category = c
	}
	d.Category = r.category
	e := imported{table: r.index, row: file, noBody: none, cols: r.cols}
	d.Name = cleanName(name)
	if no, v, ok := table.ItemNo(r.cell(row, FieldNo)); ok {
		d.ItemNo, e.value = no, v
	} else if r.inName {
		if m := leadNo.FindStringSubmatch(d.Name); m != nil {
			d.ItemNo, e.value, _ = table.ItemNo(m[1])
			d.Name = m[2]
		}
	}
	if d.Name == "" {
		r.unread(file, table.Line(name), "没有事项名称")
		r.last = -1
		return
	}
	e.duty = d
	r.im.got = append(r.im.got, e)
	r.last = len(r.im.got) - 1
}
