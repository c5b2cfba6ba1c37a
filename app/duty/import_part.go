package duty

import (
	"regexp"
	"strings"

	"yidanqing/app"
	"yidanqing/app/table"
)

// partWords are the words by which lists name their parts, in townships and in villages.
var partWords = []struct {
	part app.Part
	form *regexp.Regexp
}{
	{app.TakenBack, regexp.MustCompile(`收回|上收|回收|禁入|负面|不再承担|剥离|takeback|takenback|recall`)},
	{app.Cooperate, regexp.MustCompile(`配合|协同|协助|协办|cooperat`)},
	{app.Basic, regexp.MustCompile(`基本|自治|依法履职|主责|basic`)},
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
var partHeading = regexp.MustCompile(`^(附件|附表|表|第)?[一二三四五六七八九十\d]{0,3}(部分|篇|章)?[、.．:：]?\s*` +
	`(\p{Han}{0,18}(镇|乡|街道|街道办事处|苏木|县|市|区|旗|村|社区|村民委员会|居民委员会|村级|组织|依法|上级|上级部门|县级部门|县直部门|区级部门))?` +
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
