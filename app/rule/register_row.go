package rule

import (
	"regexp"
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/table"
)

var (
	registerNote  = regexp.MustCompile(`^[（(【]?(注|说明|备注|附注|填表说明|编制说明|制表|填表人|审核人|联系人)\s*\d?\s*[:：.、]|^※`)
	registerTotal = regexp.MustCompile(`^(合计|总计|小计|共计)`)
	registerPage  = regexp.MustCompile(`^[—–\-－·]+\s*\d{1,4}\s*[—–\-－·]+$|^第\d+页([,，]?共\d+页)?$`)
)

// row reads a row below the heading: an entry, more of the entry above, a group heading or a note.
func (r *registerReader) row(row int, seen []table.Cell) {
	nameCol := r.cols.col(RegisterName)
	first := table.Line(seen[0].Text)
	switch {
	case registerNote.MatchString(first):
		r.im.lines = append(r.im.lines, seen[0].Text)
		r.unread(row, joinWords(seen), "说明文字，不是一项")
		return
	case registerTotal.MatchString(first):
		r.unread(row, joinWords(seen), "合计行，不是一项")
		return
	case len(seen) == 1 && registerPage.MatchString(first):
		r.unread(row, first, "页码，不是一项")
		return
	}
	if len(seen) == 1 && r.isGroup(seen[0], nameCol) {
		r.group, r.last = table.Heading(first), -1
		return
	}
	name := strings.TrimRight(table.Line(r.g.Text(row, nameCol)), "。；;")
	if r.last >= 0 && (r.g.GoesOn(row, nameCol) || name == "" && r.noNumber(row)) {
		r.goOn(row)
		return
	}
	if name == "" {
		r.unread(row, joinWords(seen), "没有名称")
		return
	}
	r.add(row, name)
}

func (r *registerReader) noNumber(row int) bool {
	_, _, ok := table.ItemNo(r.g.Text(row, r.cols.col(registerNo)))
	return !ok
}

// isGroup tells a heading between the entries: over several columns, numbered in Chinese, or in front of the name.
func (r *registerReader) isGroup(c table.Cell, nameCol int) bool {
	line := table.Line(c.Text)
	if len([]rune(line)) > 30 || strings.ContainsAny(line, "。；;") {
		return false
	}
	_, _, isNo := table.ItemNo(line)
	return !isNo && (c.Width > 1 || table.NumberedHeading(line) > 0 || c.Col < nameCol)
}

func (r *registerReader) text(row int, f RegisterField) string {
	return strings.TrimSpace(r.g.Text(row, r.cols.col(f)))
}

func (r *registerReader) add(row int, name string) {
	file := r.g.FileRow(row)
	odd := func(f RegisterField, ok bool) {
		if !ok {
			r.im.odd[f.Title()] = append(r.im.odd[f.Title()], file)
		}
	}
	e := app.RegisterEntry{
		Name:       name,
		Department: table.Line(r.text(row, RegisterDepartment)),
		Scope:      table.Line(r.text(row, RegisterScope)),
		Fields:     splitItems(r.text(row, RegisterItems)),
	}
	if registerHas(r.im.kind, RegisterFrequency) {
		e.Frequency = frequency(table.Line(r.text(row, RegisterFrequency)))
	}
	var ok bool
	if registerHas(r.im.kind, RegisterOrigin) {
		e.Origin, ok = registerOrigin(table.Line(firstOf(r.text(row, RegisterOrigin), r.groupAs(originWords))))
		odd(RegisterOrigin, ok)
	}
	if registerHas(r.im.kind, RegisterUse) {
		e.Use, ok = registerUse(table.Line(firstOf(r.text(row, RegisterUse), r.groupAs(useWords))))
		odd(RegisterUse, ok)
	}
	if registerHas(r.im.kind, RegisterLevel) {
		e.Level = strings.TrimSuffix(table.Line(firstOf(r.text(row, RegisterLevel), r.groupLevel())), "级")
	}
	e.Period = table.Line(r.text(row, RegisterPeriod))
	r.im.out.Entries = append(r.im.out.Entries, e)
	r.im.places = append(r.im.places, file)
	r.last = len(r.im.out.Entries) - 1
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// groupAs gives the group heading where it says one of the words that the list knows.
func (r *registerReader) groupAs(known *regexp.Regexp) string {
	if known.MatchString(r.group) {
		return r.group
	}
	return ""
}

var levelWords = regexp.MustCompile(`国家|省|自治区|市|县|区|旗`)

func (r *registerReader) groupLevel() string {
	if strings.Contains(r.group, "级") || strings.Contains(r.group, "国家") {
		return levelWords.FindString(r.group)
	}
	return ""
}

// goOn adds a row to the entry above it.
func (r *registerReader) goOn(row int) {
	e := &r.im.out.Entries[r.last]
	more := func(f RegisterField) string {
		if c := r.cols.col(f); c >= 0 && !r.g.GoesOn(row, c) {
			return table.Line(r.g.Text(row, c))
		}
		return ""
	}
	for _, item := range splitItems(more(RegisterItems)) {
		if !slices.Contains(e.Fields, item) {
			e.Fields = append(e.Fields, item)
		}
	}
	if d := more(RegisterDepartment); d != "" && !strings.Contains(e.Department, d) {
		e.Department = strings.Trim(e.Department+"、"+d, "、")
	}
	e.Scope += more(RegisterScope)
	if p := more(RegisterPeriod); p != "" {
		e.Period = strings.Trim(e.Period+";"+p, ";")
	}
}

// splitItems splits data items at semicolons, else at commas and line breaks; marks within brackets do not split.
func splitItems(s string) []string {
	marks := ";；\n"
	if !strings.ContainsAny(s, ";；") {
		marks = "、,，\n"
	}
	var out []string
	depth, from := 0, 0
	runes := []rune(s)
	add := func(to int) {
		item := itemNo.ReplaceAllString(table.Line(string(runes[from:to])), "")
		if item = strings.Trim(item, "。.、 "); item != "" && !slices.Contains(out, item) {
			out = append(out, item)
		}
		from = to + 1
	}
	for i, c := range runes {
		switch {
		case c == '(' || c == '（':
			depth++
		case c == ')' || c == '）':
			depth = max(0, depth-1)
		case depth == 0 && strings.ContainsRune(marks, c):
			add(i)
		}
	}
	if from <= len(runes) {
		add(len(runes))
	}
	return out
}

var itemNo = regexp.MustCompile(`^(\d{1,3}[.．、]|[(（]\d{1,3}[)）]|[①-⑳])`)

var frequencies = []struct {
	form *regexp.Regexp
	word string
}{
	{regexp.MustCompile(`半年`), "半年"}, {regexp.MustCompile(`学期`), "学期"}, {regexp.MustCompile(`季`), "季"}, {regexp.MustCompile(`旬`), "旬"},
	{regexp.MustCompile(`年`), "年"}, {regexp.MustCompile(`月`), "月"}, {regexp.MustCompile(`周`), "周"}, {regexp.MustCompile(`日|天`), "日"},
	{regexp.MustCompile(`实时|动态|按需|一次|次`), "次"},
}

// frequency folds the words for how often a form is filled in.
func frequency(s string) string {
	for _, f := range frequencies {
		if f.form.MatchString(s) {
			return f.word
		}
	}
	return s
}

var (
	sharedData    = regexp.MustCompile(`共享|回流|交换|调取|比对|下发`)
	collectedData = regexp.MustCompile(`采集|填报|上报|录入`)
	originWords   = regexp.MustCompile(sharedData.String() + `|` + collectedData.String())
	stoppedUse    = regexp.MustCompile(`停用|关停|关闭|下线|清退|撤销|注销|禁用|解散|整合`)
	freeUse       = regexp.MustCompile(`自愿|可选|自主`)
	mustUse       = regexp.MustCompile(`必用|必须|必需|统一使用|保留|在用`)
	useWords      = regexp.MustCompile(stoppedUse.String() + `|` + freeUse.String() + `|` + mustUse.String())
)

// registerOrigin is 采集 or 共享; ok is false for other words. An empty cell is 采集: the catalogue lists what townships collect.
func registerOrigin(s string) (string, bool) {
	switch {
	case s == "":
		return "采集", true
	case sharedData.MatchString(s):
		return "共享", true
	case collectedData.MatchString(s):
		return "采集", true
	}
	return s, false
}

// registerUse is 必用, 自愿 or 停用; ok is false for other words, and for an empty cell.
func registerUse(s string) (string, bool) {
	switch {
	case stoppedUse.MatchString(s):
		return "停用", true
	case freeUse.MatchString(s):
		return "自愿", true
	case mustUse.MatchString(s):
		return "必用", true
	}
	return s, false
}
