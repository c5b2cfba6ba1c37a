package table

import (
	"regexp"
	"slices"
	"strings"

	"yidanqing/app"
)

var (
	docNo = regexp.MustCompile(`(\p{Han}{1,10})\s*([〔\[［【（(])\s*((?:19|20)\d{2})\s*[〕\]］】）)]\s*(第)?\s*(\d{1,5})\s*号`)
	// lead are words that may stand right before a document number and are no part of it.
	lead = regexp.MustCompile(`^.*(根据|依据|按照|依照|参照|文号|字号|印发|公布|发布|执行|详见)|^[以由经见](\p{Han}{4,})$`)

	inForce  = regexp.MustCompile(`(?:施行|实施|执行|生效)(?:日期|时间)?\s*[:：为]?\s*` + dateForm + `|` + dateForm + `(?:\s*(?:起|开始)\s*(?:正式)?)?(?:施行|实施|执行|生效|启用)`)
	endForce = regexp.MustCompile(`(?:有效期[^。;；,，]{0,12}?(?:至|到)|(?:施行|实施|执行)(?:至|到)|截止(?:日期|时间)?\s*[:：至到]?)\s*` + dateForm)
	repealed = regexp.MustCompile(dateForm + `\s*(?:起)?(?:废止|失效|停止执行)`)
	issued   = regexp.MustCompile(`(?:公布|印发|发布|成文|制定|签发|批准|审定|编制|制表|更新)(?:日期|时间)\s*[:：为]?\s*` + dateForm + `|` + dateForm + `(?:公布|印发|发布|通过|批准|审定|修订)`)
	fromIt   = regexp.MustCompile(`自?(?:公布|印发|发布)之日起(?:施行|实施|执行|生效)`)
	onlyDate = regexp.MustCompile(`^[（(]?\s*` + dateForm + `\s*[）)]?$`)
	issuer   = regexp.MustCompile(`(?:印发|公布|发布|发文|编制|制定)(?:单位|机关)\s*[:：]\s*([\p{Han}、，,\s]{2,40})`)
	// draft tells a title that nobody has approved yet.
	draft = regexp.MustCompile(`征求意见稿|初稿|草案|讨论稿|送审稿`)
)

// ReadSource reads title, document number, issuer and dates from the words around a table and from its keys
// (#key=value); keys outweigh words. title tells which line may be the title. problems name keys that could not be read.
func ReadSource(lines []string, keys map[string]string, title *regexp.Regexp) (src app.Source, problems []string) {
	fromIssue := false
	for _, raw := range lines {
		line := Line(raw)
		text := Arabic(Half(raw))
		if src.Title == "" && title.MatchString(line) && len([]rune(line)) <= 60 && !strings.ContainsAny(line, "。；;") {
			src.Title = cleanTitle(line)
			src.Incomplete = draft.MatchString(line)
		}
		if src.DocNo == "" {
			src.DocNo = findDocNo(raw)
		}
		if m := issuer.FindStringSubmatch(raw); m != nil && src.Issuer == "" {
			src.Issuer = strings.Trim(Line(m[1]), "，,、")
		}
		setDate(&src.From, inForce, text)
		setDate(&src.To, endForce, text)
		if d := pick(repealed, text); src.To.IsZero() && d.Valid() {
			src.To = d.AddDays(-1)
		}
		setDate(&src.Date, issued, text)
		if m := onlyDate.FindStringSubmatch(strings.TrimSpace(text)); m != nil && src.Date.IsZero() {
			if d := dateOf(m[1], m[2], m[3]); d.Valid() {
				src.Date = d
			}
		}
		fromIssue = fromIssue || fromIt.MatchString(text)
	}
	if fromIssue && src.From.IsZero() {
		src.From = src.Date
	}
	return src, readKeys(&src, keys)
}

func setDate(to *app.Date, form *regexp.Regexp, text string) {
	if d := pick(form, text); to.IsZero() && d.Valid() {
		*to = d
	}
}

// pick gives the date of the first match of a form with one or two dateForms.
func pick(form *regexp.Regexp, text string) app.Date {
	m := form.FindStringSubmatch(text)
	if m == nil {
		return app.Date{}
	}
	for i := 1; i+2 < len(m); i += 3 {
		if m[i] != "" {
			return dateOf(m[i], m[i+1], m[i+2])
		}
	}
	return app.Date{}
}

// findDocNo finds a document number (清办发〔2026〕9号), with its brackets as written.
func findDocNo(s string) string {
	m := docNo.FindStringSubmatchIndex(s)
	if m == nil {
		return ""
	}
	name := s[m[2]:m[3]]
	if c := lead.FindStringSubmatchIndex(name); c != nil {
		cut := c[1]
		if c[4] >= 0 { // one word only: keep what follows it
			cut = c[4]
		}
		if cut == len(name) {
			return ""
		}
		return Line(s[m[2]+cut : m[1]])
	}
	return Line(s[m[2]:m[1]])
}

// cleanTitle drops a number before the title, and a bracket behind it that names a part, a count or a document number.
func cleanTitle(s string) string {
	s = regexp.MustCompile(`^附件\s*[一二三四五六七八九十\d]*\s*[:：、.]?\s*`).ReplaceAllString(s, "")
	s = strings.TrimSpace(s)
	if i := strings.LastIndexAny(s, "(（"); i > 0 && strings.HasSuffix(s, ")") || i > 0 && strings.HasSuffix(s, "）") {
		inner := s[i:]
		if docNo.MatchString(inner) || countInside.MatchString(inner) || arabicDate.MatchString(Half(inner)) {
			s = strings.TrimSpace(s[:i])
		}
	}
	return strings.Trim(s, "《》")
}

var countInside = regexp.MustCompile(`\d+\s*(项|条|个)|事项清单|续`)

// keyNames maps the keys of leading lines, English and Chinese, to what they mean.
var keyNames = map[string]string{
	"title": "title", "标题": "title", "名称": "title", "清单名称": "title",
	"number": "doc_no", "no": "doc_no", "doc_no": "doc_no", "docno": "doc_no", "文号": "doc_no", "发文字号": "doc_no", "印发文号": "doc_no",
	"issuer": "issuer", "印发单位": "issuer", "发文机关": "issuer", "公布单位": "issuer", "制定机关": "issuer",
	"date": "date", "公布日期": "date", "印发日期": "date", "成文日期": "date", "日期": "date",
	"from": "from", "施行日期": "from", "实施日期": "from", "执行日期": "from", "生效日期": "from", "起": "from",
	"to": "to", "废止日期": "to", "有效期至": "to", "截止日期": "to", "止": "to",
	"complete": "complete", "完整": "complete", "是否完整": "complete",
	"sample": "sample", "示例": "sample",
}

func readKeys(src *app.Source, keys map[string]string) (problems []string) {
	for key, value := range keys {
		day := func(to *app.Date) {
			if d := Date(value); d.Valid() {
				*to = d
			} else if value != "" {
				problems = append(problems, "“#"+key+"="+value+"”不是日期，没有采用。")
			}
		}
		switch keyNames[strings.ToLower(key)] {
		case "title":
			src.Title = value
		case "doc_no":
			src.DocNo = value
		case "issuer":
			src.Issuer = value
		case "date":
			day(&src.Date)
		case "from":
			day(&src.From)
		case "to":
			day(&src.To)
		case "complete":
			src.Incomplete = no(value)
		case "sample":
			src.Sample = !no(value)
		}
	}
	slices.Sort(problems)
	return problems
}

func no(v string) bool {
	switch strings.ToLower(strings.TrimSpace(v)) {
	case "false", "no", "0", "n", "否", "不", "不完整":
		return true
	}
	return false
}
