package duty

import (
	"regexp"
	"strings"

	"yidanqing/app"
	"yidanqing/app/table"
)

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
