package rule

import (
	"fmt"
	"regexp"
	"strings"

	"yidanqing/app"
	"yidanqing/app/pattern"
	"yidanqing/app/table"
)

// PackPreview is what the import of a negative list would give, beside the list itself.
type PackPreview struct {
	Unread   []RegisterRow // every row that gave no rule
	Warnings []string      // what is worth a look; none blocks the import
}

type packField int

const (
	packNo packField = iota
	packTitle
	packDocument
	packPlace
	packSeverity
)

// packHeads map folded headings to fields; the first that fits counts.
var packHeads = []struct {
	field packField
	form  *pattern.Regexp
}{
	{packNo, pattern.MustCompile(`^(序号|编号|序|项号|no|num|id)$`)},
	{packSeverity, pattern.MustCompile(`^(severity|级别|程度|严重程度|等级|类别|性质|处理方式)$|(级别|程度)$`)},
	{packPlace, pattern.MustCompile(`^(place|条款|条目|条|款|所在条款|具体条款|依据条款|位置|章节)$|条款$`)},
	{packDocument, pattern.MustCompile(`^(basis|document|依据|依据文件|文件|文件依据|政策依据|出处|来源|文件名称|制定依据|文件及文号)$|依据`)},
	{packTitle, pattern.MustCompile(`^(title|要求|说法|要求或说法|要求/说法|要求说法|内容|表现|具体表现|负面清单|负面事项|事项|禁止事项|禁止行为|禁止内容|不得要求|情形|问题|行为|条文|规定)$|(表现|情形|事项|要求|说法|行为|内容)$`)},
}

// ImportPack reads a negative list (负面清单): what must not be asked of the office, with document, place and severity. Only
// the first column is needed; a row without a document, or without a severity, is at most 提醒. The error, an *app.Error,
// says that nothing usable was found.
func ImportPack(tables []app.Table) (app.RulePack, PackPreview, error) {
	var out app.RulePack
	var view PackPreview
	var lines []string
	keys := map[string]string{}
	headed, last := false, ""
	seen := map[string]bool{}
	for i := range tables {
		t := &tables[i]
		for k, v := range t.Keys {
			keys[k] = v
		}
		view.Warnings = append(view.Warnings, t.Notes...)
		lines = append(lines, t.Before...)
		g := table.NewGrid(t)
		var cols map[packField]int
		for row := range g.Rows() {
			cells := g.Seen(row)
			if len(cells) == 0 {
				continue
			}
			if c := packHeading(cells); cols == nil && c != nil {
				cols, headed = c, true
				continue
			}
			if cols == nil {
				for _, c := range cells {
					lines = append(lines, c.Text)
				}
				continue
			}
			r, doc := packRow(g, row, cols, last)
			last = doc
			switch {
			case r.Title == "":
				view.Unread = append(view.Unread, RegisterRow{Table: i, Name: t.Name, Row: g.FileRow(row), Words: cutWords(joinWords(cells), 60), Reason: "没有要求或说法"})
			case !Usable(r):
				view.Unread = append(view.Unread, RegisterRow{Table: i, Name: t.Name, Row: g.FileRow(row), Words: cutWords(r.Title, 60), Reason: "太短，会认错来文"})
			case seen[OwnCode(r)]:
				view.Unread = append(view.Unread, RegisterRow{Table: i, Name: t.Name, Row: g.FileRow(row), Words: cutWords(r.Title, 60), Reason: "与前面的一条相同"})
			default:
				seen[OwnCode(r)] = true
				if r.Document == "" {
					view.Warnings = append(view.Warnings, fmt.Sprintf("第%d行没有依据文件，最高为提醒，不印在单上。", g.FileRow(row)))
				}
				out.Rules = append(out.Rules, r)
			}
		}
		lines = append(lines, t.After...)
		if base := strings.TrimSuffix(t.File, fileEnd(t.File)); base != "" {
			lines = append(lines, base)
		}
	}
	var problems []string
	out.Source, problems = table.ReadSource(lines, keys, packName)
	view.Warnings = append(view.Warnings, problems...)
	if out.Source.Title == "" {
		out.Source.Title = "负面清单"
	}
	switch {
	case len(out.Rules) > 0:
		return out, view, nil
	case !headed:
		return out, view, app.Errorf(app.CodeInvalid, "没有找到“要求”或“说法”一列。文件未导入，原规则不变。请把表头写成“要求或说法、依据文件、条款、级别”后再导入。")
	}
	return out, view, app.Errorf(app.CodeInvalid, "表里没有读到可用的条目。文件未导入，原规则不变。请看未读各行的原因，或另选文件。")
}

// packName are titles of negative lists.
var packName = regexp.MustCompile(`清单|规定|办法|通知|若干措施`)

func fileEnd(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		return name[i:]
	}
	return ""
}

// packHeading recognises the heading of a negative list; nil where the row is none.
func packHeading(cells []table.Cell) map[packField]int {
	out := map[packField]int{}
	for _, c := range cells {
		line := table.Line(c.Text)
		if len([]rune(line)) > 16 {
			return nil
		}
		for _, form := range []string{table.Fold(line), table.Fold(table.WithoutBrackets(line))} {
			if f, ok := packFieldOf(form); ok {
				if _, taken := out[f]; !taken {
					out[f] = c.Col
				}
				break
			}
		}
	}
	if _, ok := out[packTitle]; !ok {
		return nil
	}
	return out
}

func packFieldOf(form string) (packField, bool) {
	for _, h := range packHeads {
		if form != "" && h.form.MatchString(form) {
			return h.field, true
		}
	}
	return 0, false
}

// packRow reads a row; the document of the row above holds on where the cell says 同上 or is merged with it.
func packRow(g *table.Grid, row int, cols map[packField]int, above string) (app.OwnRule, string) {
	cell := func(f packField) string {
		if c, ok := cols[f]; ok {
			return strings.TrimSpace(table.Line(g.Text(row, c)))
		}
		return ""
	}
	r := app.OwnRule{Title: strings.TrimRight(cell(packTitle), "。；;"), Document: cell(packDocument), Place: cell(packPlace), Severity: app.SeverityWarn}
	if r.Document == "同上" || r.Document == "〃" || r.Document == "″" {
		r.Document = above
	}
	above = r.Document
	switch s := cell(packSeverity); {
	case strings.Contains(s, "注意"), strings.Contains(s, "一般"), strings.EqualFold(s, "note"):
		r.Severity = app.SeverityNote
	case strings.Contains(s, "不得"), strings.Contains(s, "严禁"), strings.Contains(s, "禁止"), strings.EqualFold(s, "block"):
		r.Severity = app.SeverityBlock
	}
	if r.Document == "" {
		r.Place = ""
		if r.Severity == app.SeverityBlock {
			r.Severity = app.SeverityWarn
		}
	}
	return r, above
}
