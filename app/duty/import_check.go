package duty

import (
	"regexp"
	"slices"
	"strings"

	"yidanqing/app"
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

// finish tells what of a table was put together, counted or left out.
func (r *tableReader) finish() {
	if r.cols == nil {
		return
	}
	if len(r.continued) > 0 {
		r.im.warn(r.index, r.continued, "%s接在上一项后面，请核对是不是同一项。", r.im.at(r.index, r.continued))
	}
	if len(r.noNumber) > 0 {
		r.im.warn(r.index, r.noNumber, "%s没有序号，按前后序号补上。", r.im.at(r.index, r.noNumber))
	}
	var names []string
	for _, col := range slices.Compact(slices.Sorted(slices.Values(r.cols.unread))) {
		for row := range r.g.Rows() {
			if row < r.g.Rows() && r.g.Text(row, col) != "" && col < len(r.cols.head) && r.cols.head[col] != "" && table.Line(r.g.Text(row, col)) != r.cols.head[col] && len(r.g.Seen(row)) > 1 {
				names = append(names, column(col, r.cols.head[col]))
				break
			}
		}
	}
	if len(names) > 0 {
		of := ""
		if len(r.im.tables) > 1 {
			of = "“" + r.im.name(r.index) + "”的"
		}
		r.im.warn(r.index, nil, "%s%s没有读入。", of, strings.Join(names, "、"))
	}
}

// inferParts finds the part of entries that neither title, sheet nor column names: from their columns, or because the
// other two parts are there. What stays open is reported and asked.
func (im *importer) inferParts() {
	have := map[app.Part]bool{}
	byColumns := map[int]app.Part{}
	for i := range im.got {
		e := &im.got[i]
		if e.duty.Part == "" && e.cols != nil {
			if p := partOfColumns(e.cols); p != "" {
				e.duty.Part = p
				byColumns[e.table] = p
			}
		}
		have[e.duty.Part] = true
	}
	for t := range im.tables {
		if p := byColumns[t]; p != "" {
			im.readers[t].partBy = "按列名"
			im.warn(t, nil, "“%s”没有写明是哪一部分，按列名当作“%s”。", im.name(t), p.Title())
		}
	}
	if have[""] && have[app.Cooperate] && have[app.TakenBack] && !have[app.Basic] {
		for i := range im.got {
			if e := &im.got[i]; e.duty.Part == "" {
				e.duty.Part = app.Basic
				if im.readers[e.table].partBy == "" {
					im.readers[e.table].partBy = "按其余两部分"
					im.warn(e.table, nil, "“%s”没有写明是哪一部分，其余两部分都在，当作“基本履职”。", im.name(e.table))
				}
			}
		}
	}
	asked := map[int]bool{}
	kept := im.got[:0]
	for _, e := range im.got {
		if e.duty.Part != "" {
			kept = append(kept, e)
			continue
		}
		im.out.Unread = append(im.out.Unread, Unread{Table: e.table, Name: im.name(e.table), Row: e.row, Words: short(e.duty.Name, 60), Reason: "没有写明属于哪一部分"})
		if !asked[e.table] {
			asked[e.table] = true
			im.out.Missing = append(im.out.Missing, Question{What: "part", Table: e.table, Text: "“" + im.name(e.table) + "”是基本履职、配合履职，还是上级部门收回？"})
		}
	}
	if len(kept) != len(im.got) { // the ranges of announced counts no longer fit
		im.announce = nil
	}
	im.got = kept
}

// partOfColumns is the part that the columns of a table betray.
func partOfColumns(c *columns) app.Part {
	taker := c.has(FieldTaking)
	for _, col := range c.of[FieldDepartment] {
		taker = taker || col < len(c.head) && strings.Contains(c.head[col], "承接")
	}
	switch {
	case taker && !c.has(FieldTownDuty):
		return app.TakenBack
	case c.has(FieldTownDuty) && (c.has(FieldUpperDuty) || c.has(FieldDepartment)):
		return app.Cooperate
	}
	return ""
}

// sourceTitle tells lines that may be the title of a list.
var sourceTitle = regexp.MustCompile(`清单|目录`)

// readSource reads title, number and dates, adds the person's answers, and asks for what is missing.
func (im *importer) readSource() {
	var lines []string
	for _, l := range im.lines {
		if p, _ := headingPart(l); p == "" || !partOnly(l) {
			lines = append(lines, l)
		}
	}
	for i := range im.tables { // a file name is the last resort for a title
		if b := baseOf(im.tables[i].File); sourceTitle.MatchString(b) && titleOfFile(b) {
			lines = append(lines, b)
		}
	}
	src, problems := table.ReadSource(lines, im.keys, sourceTitle)
	for _, p := range problems {
		im.warn(-1, nil, "%s", p)
	}
	a := im.opt.Source
	override(&src.Title, a.Title)
	override(&src.DocNo, a.DocNo)
	override(&src.Issuer, a.Issuer)
	overrideDate(&src.Date, a.Date)
	overrideDate(&src.From, a.From)
	overrideDate(&src.To, a.To)
	src.Incomplete = src.Incomplete || a.Incomplete
	src.Sample = src.Sample || a.Sample
	im.out.List.Source = src
	ask := func(what, text string) {
		im.out.Missing = append(im.out.Missing, Question{What: what, Table: -1, Text: text})
	}
	if src.Title == "" {
		ask("title", "没有看到清单的标题，叫什么名称？")
	}
	if src.DocNo == "" {
		ask("doc_no", "没有看到印发文号，是哪一号文印发的？没有可以不填。")
	}
	if src.From.IsZero() {
		ask("from", "没有看到施行日期，从哪天起施行？不填则一直有效。")
	}
	if !src.From.IsZero() && !src.To.IsZero() && src.To.Before(src.From) {
		im.warn(-1, nil, "废止日期 %s 早于施行日期 %s，请核对。", src.To, src.From)
	}
}

func override(to *string, answer string) {
	if answer != "" {
		*to = answer
	}
}

func overrideDate(to *app.Date, answer app.Date) {
	if !answer.IsZero() {
		*to = answer
	}
}

// partOnly tells a heading that names nothing but a part: it is no title of the whole.
func partOnly(s string) bool {
	plain := strings.Trim(table.WithoutBrackets(table.Half(table.Line(s))), " ,:")
	return plain == "" || table.NumberedHeading(plain) > 0 || barePart.MatchString(plain)
}

var barePart = regexp.MustCompile(`^(上级部门|上级|县级部门)?(基本|配合|协同|协助|收回|自治|禁入|负面)(履职|职责)*(事项)?(清单|目录)?$`)

// titleOfFile tells file names that are a title rather than 清单(1) or list2.
func titleOfFile(s string) bool { return len([]rune(s)) >= 6 && !barePart.MatchString(s) }

// check looks for what is worth a look: no department, the same name twice, counts and numbers that do not fit.
func (im *importer) check() {
	im.checkDepartments()
	im.checkNames()
	im.checkCounts()
	im.checkNumbers()
}

func (im *importer) checkDepartments() {
	derived := map[int]bool{}
	without := make([][]int, len(im.tables))
	for i := range im.got {
		e := &im.got[i]
		d := &e.duty
		if d.Part == app.Basic || len(d.Departments) > 0 || e.noBody {
			continue
		}
		if d.Part == app.Cooperate && !e.cols.has(FieldDepartment) {
			if d.Departments = bodiesOfDuty(d.UpperDuty); len(d.Departments) > 0 {
				derived[e.table] = true
				continue
			}
		}
		if d.Part == app.TakenBack {
			if d.Departments = actingBody(d.UpperDuty); len(d.Departments) > 0 {
				derived[e.table] = true
				continue
			}
		}
		without[e.table] = append(without[e.table], e.row)
	}
	for t, rows := range without {
		if len(rows) > 0 {
			im.warn(t, rows, "%s没有牵头部门，引用它最多建议提级。", im.at(t, rows))
		}
		if derived[t] {
			im.warn(t, nil, "“%s”有的项没有单列部门，部门从职责或工作方式中读出，请核对。", im.name(t))
		}
	}
}

func (im *importer) checkNames() {
	type place struct {
		part app.Part
		i    int
	}
	seen := map[string][]place{}
	var order []string
	for i, e := range im.got {
		key := table.Fold(e.duty.Name)
		if seen[key] == nil {
			order = append(order, key)
		}
		seen[key] = append(seen[key], place{e.duty.Part, i})
	}
	for _, key := range order {
		list := seen[key]
		if len(list) < 2 {
			continue
		}
		name := short(im.got[list[0].i].duty.Name, 20)
		for _, part := range []app.Part{app.Basic, app.Cooperate, app.TakenBack} {
			var rows []int
			first := -1
			for _, p := range list {
				if p.part == part {
					rows = append(rows, im.got[p.i].row)
					if first < 0 {
						first = im.got[p.i].table
					}
				}
			}
			if len(rows) > 1 {
				im.warn(first, rows, "“%s”第%s行名称相同（%s），保留%s项。", part.Title(), joinRows(rows), name, number(len(rows)))
			}
		}
		if p := list[0].part; slices.ContainsFunc(list, func(o place) bool { return o.part != p }) {
			var parts []string
			for _, o := range list {
				parts = append(parts, o.part.Title()+"第"+im.got[o.i].duty.ItemNo+"项")
			}
			im.warn(-1, nil, "“%s”同时列在%s，请核对。", name, strings.Join(parts[:min(len(parts), 6)], "、"))
		}
	}
}

// number writes small counts as people say them.
func number(n int) string {
	switch n {
	case 2:
		return "两"
	case 3:
		return "三"
	}
	return itoa(n)
}

// checkCounts compares what headings announce with what was read: it is how a lost row shows.
func (im *importer) checkCounts() {
	total := map[app.Part]int{}
	for _, e := range im.got {
		total[e.duty.Part]++
	}
	for _, a := range im.announce {
		if a.to < 0 {
			a.to = len(im.got)
		}
		got := min(a.to, len(im.got)) - a.from
		if got == a.count || a.level == 0 && total[a.part] == a.count {
			continue
		}
		if a.level == 0 && total[a.part] > got {
			got = total[a.part]
		}
		im.warn(a.table, nil, "“%s”写的是 %d 项，读到 %d 项，请核对。", short(a.heading, 30), a.count, got)
	}
}

// checkNumbers looks for gaps and repeats in the printed numbers, and for numbers that begin again within a part.
func (im *importer) checkNumbers() {
	last := map[app.Part]*imported{}
	restarts := map[app.Part]int{}
	for i := range im.got {
		e := &im.got[i]
		if e.value == 0 {
			continue
		}
		p := e.duty.Part
		prev := last[p]
		last[p] = e
		switch {
		case prev == nil && e.value == 1, prev != nil && e.value == prev.value+1:
		case prev != nil && e.value == 1:
			restarts[p]++
		case prev == nil || prev.table != e.table:
			if prev == nil && e.value > 1 {
				im.warn(e.table, []int{e.row}, "“%s”从第%d项开始，前面的项没有读到，请核对。", p.Title(), e.value)
			}
		case e.value == prev.value:
			im.warn(e.table, []int{e.row}, "“%s”有两个第%d项（第%d、%d行），都保留。", p.Title(), e.value, prev.row, e.row)
		default:
			im.warn(e.table, []int{e.row}, "“%s”的序号从 %d 跳到 %d（第%d行），请核对有没有缺项。", p.Title(), prev.value, e.value, e.row)
		}
	}
	for _, p := range []app.Part{app.Basic, app.Cooperate, app.TakenBack} {
		if restarts[p] > 0 {
			im.warn(-1, nil, "“%s”的序号有 %d 处重新从 1 编起，引用时连类别一起写。", p.Title(), restarts[p])
		}
	}
}
