package duty

import (
	"yidanqing/app"
	"yidanqing/app/pattern"
	"yidanqing/app/table"
)

// before reads the paragraphs above a table: title, source, part; numbered ones below a part heading are entries.
func (r *tableReader) before() {
	t := &r.im.tables[r.index]
	entries := r.entryParagraphs(t.Before)
	other := 0
	for i, line := range t.Before {
		if entries[i] {
			continue
		}
		r.im.lines = append(r.im.lines, line)
		if p, n := headingPart(line); p != "" {
			r.setPart(p, "按标题")
			r.announce(line, n, 0)
			continue
		}
		if p, n := titlePart(line); p != "" && titleLine.MatchString(line) {
			r.setPart(p, "按标题")
			r.announce(line, n, 0)
			continue
		}
		if !titleLine.MatchString(line) {
			other++
		}
	}
	if other > 3 {
		r.im.out.Unread = append(r.im.out.Unread, Unread{
			Table: r.index, Name: r.im.name(r.index), Words: short(t.Before[len(t.Before)-1], 40),
			Reason: "表前有 " + itoa(other) + " 段说明文字，没有当作事项",
		})
	}
}

// titleLine tells a line that titles a list.
var titleLine = pattern.MustCompile(`清单|目录|一览表|事项表`)

// after reports the paragraphs below the last table of a file.
func (r *tableReader) after() {
	t := &r.im.tables[r.index]
	for _, line := range t.After {
		r.im.lines = append(r.im.lines, line)
		r.unread(0, line, "表后的说明文字，不是事项")
	}
}

var paragraphNo = pattern.MustCompile(`^\s*[(（]?(\d{1,3})\s*[.．、)）]\s*(\S.*)$`)

// entryParagraphs finds lists that are published as numbered paragraphs instead of a table: below a part heading, at
// least three in a row. They become entries; the result marks them.
func (r *tableReader) entryParagraphs(lines []string) map[int]bool {
	mark := map[int]bool{}
	part := app.Part("")
	category := ""
	var run []int
	flush := func() {
		if len(run) < 3 || part == "" {
			run = nil
			return
		}
		for _, i := range run {
			m := paragraphNo.FindStringSubmatch(lines[i])
			no, value, _ := table.ItemNo(m[1])
			r.im.got = append(r.im.got, imported{
				table: r.index, value: value,
				duty: app.Duty{Part: part, ItemNo: no, Category: category, Name: cleanName(m[2])},
			})
			mark[i] = true
		}
		run = nil
	}
	for i, line := range lines {
		switch p, _ := headingPart(line); {
		case p != "":
			flush()
			part, category = p, ""
		case paragraphNo.MatchString(line):
			run = append(run, i)
		case table.NumberedHeading(line) == 1:
			flush()
			category = table.Heading(line)
		}
	}
	flush()
	return mark
}
