package duty

import (
	"strings"

	"yidanqing/app"
	"yidanqing/app/pattern"
	"yidanqing/app/table"
)

// partWords are the words by which lists name their parts, in townships and in villages.
var partWords = []struct {
	part app.Part
	form *pattern.Regexp
}{
	{app.TakenBack, pattern.MustCompile(`收回|上收|回收|禁入|负面|不再承担|剥离|takeback|takenback|recall`)},
	{app.Cooperate, pattern.MustCompile(`配合|协同|协助|协办|cooperat`)},
	{app.Basic, pattern.MustCompile(`基本|自治|依法履职|主责|basic`)},
}

// PartOf tells which part a title, sheet name or cell names: 配合履职, 协同事项, 上级收回事项, 禁入事项 … It is empty where no part
// or more than one is named.
func PartOf(s string) app.Part {
	s = table.Fold(s)
	found := app.Part("")
	for _, p := range partWords {
		if !p.form.MatchString(s) {
			continue
		}
		if found != "" {
			return ""
		}
		found = p.part
	}
	return found
}

// partHeading is a line that opens a part of the list: “二、配合履职事项清单（87项）”, “清河县柳河镇基本履职事项清单”.
var partHeading = pattern.MustCompile(`^(附件|附表|表|第)?[一二三四五六七八九十\d]{0,3}(部分|篇|章)?[、.．:：]?\s*` +
	`(\p{Han}{0,30}(镇|乡|街道|街道办事处|苏木|县|市|区|旗|村|社区|村民委员会|居民委员会|村级|组织|依法|上级|上级部门|县级部门|县直部门|区级部门))?` +
	`(基本|配合|协同|协助|协助政府|依法协助政府|上级部门|自治|依法自治|负面|禁入|依法履职|收回|上收|回收|主责)` +
	`(履职|履行|职责|工作|收回|上收|回收)*(事项|职责)?(清单|目录|部分|表|类)?$`)

// headingPart is the part that a heading within or above a table opens, and how many items it announces.
func headingPart(s string) (part app.Part, count int) {
	line := table.Half(table.Line(s))
	plain := strings.Trim(table.WithoutBrackets(line), " ,:")
	if plain == "" { // the whole heading stands in brackets: (配合履职事项清单,共87项)
		inner := strings.Trim(line, "()[]【】 ")
		plain, _, _ = strings.Cut(inner, ",")
	}
	if !partHeading.MatchString(plain) {
		return "", 0
	}
	return PartOf(plain), table.Count(strings.Trim(line, "()[]【】 "))
}

// cellPart is the part that a cell of a part column names. Where the heading leaves doubt, only the bare names of parts
// count: 村民自治 is a category, 自治事项 a part.
func cellPart(s string, sure bool) app.Part {
	if p, _ := headingPart(s); p != "" {
		return p
	}
	if sure || !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 }) {
		return PartOf(s)
	}
	return ""
}

// titlePart is the part that a title row, paragraph, sheet or file name points to. It is less strict than headingPart:
// such a line is no entry.
func titlePart(s string) (app.Part, int) {
	line := table.Line(s)
	if len([]rune(line)) > 50 || strings.ContainsAny(line, "。；;") {
		return "", 0
	}
	return PartOf(line), table.Count(strings.Trim(table.Half(line), "()[]【】 "))
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
