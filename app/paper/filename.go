package paper

import (
	"strings"

	"yidanqing/app"
)

// UsualFileName is the pattern of file names where the office has set none: number, title and date.
const UsualFileName = "{文号}_{标题}_{日期}"

// FileNameFields are the fields that a pattern of file names (文件名规则) may hold, in the order in which they are offered.
func FileNameFields() []string {
	return []string{"文号", "标题", "日期", "送达", "文书", "来件号"}
}

// FileFacts are what the name of a file may tell of its paper.
type FileFacts struct {
	Number string   // of the paper; empty for a 送审稿
	Title  string   // of the notice
	Date   app.Date // 成文日期; of a 送审稿 the day on which it is made
	To     string   // addressee
	Kind   string   // 反馈单
	Ledger string   // number of the notice: 2026年第642号
}

// mostTitle and mostAddressee are how many characters of these a file name holds: whole paths have 260 on some systems, and
// the parts behind them must not be cut off.
const mostTitle, mostAddressee = 28, 20

// FileName is the name of a paper's file by a pattern, without extension. An empty pattern is the usual one. Where a field
// has no value, the sign that parts it from the field before goes with it.
func FileName(pattern string, f FileFacts) string {
	if pattern == "" {
		pattern = UsualFileName
	}
	number := f.Number
	if number == "" {
		number = f.Kind + "送审稿 " + f.Ledger
	}
	values := map[string]string{"文号": number, "标题": atMost(f.Title, mostTitle), "送达": atMost(f.To, mostAddressee), "文书": f.Kind, "来件号": f.Ledger}
	if !f.Date.IsZero() {
		values["日期"] = f.Date.String()
	}
	var out strings.Builder
	for pattern != "" {
		words, rest, found := strings.Cut(pattern, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !found || !closed {
			out.WriteString(pattern)
			break
		}
		if v := values[name]; v != "" {
			out.WriteString(words + v)
		} else if out.Len() > 0 && strings.Trim(words, " _-—·.") != "" {
			out.WriteString(words)
		}
		pattern = after
	}
	return strings.Trim(out.String(), " _-")
}

func atMost(s string, n int) string {
	s = strings.Join(strings.Fields(s), "")
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}

// CheckFileName refuses a pattern of file names that cannot be used; the message says why.
func CheckFileName(pattern string) error {
	fields := 0
	for rest := pattern; ; {
		before, inner, found := strings.Cut(rest, "{")
		if strings.Contains(before, "}") {
			return app.Errorf(app.CodeInvalid, "文件名规则里有一个“}”前面没有“{”。设置未改动。")
		}
		if i := strings.IndexAny(before, `\/:*?"<>|`); i >= 0 {
			return app.Errorf(app.CodeInvalid, "文件名里不能有“%c”。设置未改动。", before[i])
		}
		if !found {
			break
		}
		name, after, closed := strings.Cut(inner, "}")
		if !closed {
			return app.Errorf(app.CodeInvalid, "文件名规则里“{%s”没有写完，缺“}”。设置未改动。", name)
		}
		if !known(name) {
			return app.Errorf(app.CodeInvalid, "文件名规则里没有“{%s}”这一项，可写{%s}。设置未改动。", name, strings.Join(FileNameFields(), "}、{"))
		}
		fields, rest = fields+1, after
	}
	switch {
	case pattern != "" && fields == 0:
		return app.Errorf(app.CodeInvalid, "文件名规则至少要有一项，如 {文号}。设置未改动。")
	case len([]rune(pattern)) > 60:
		return app.Errorf(app.CodeInvalid, "文件名规则太长，最多 60 字。设置未改动。")
	}
	return nil
}

func known(field string) bool {
	for _, f := range FileNameFields() {
		if f == field {
			return true
		}
	}
	return false
}
