package paper

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"yidanqing/app"
)

// The file in which an office takes its wording to another PC or to another office (措辞文件): plain text, a line that begins
// with ■ names a sentence, one with ※ explains.
const (
	fileHead   = "一单清文书措辞"
	fileName   = "■"
	fileRemark = "※"
)

var fileGuide = []string{
	"【】里是字段，出文时从记录填上，字段名不要改。",
	"｛｝里的话，里面的字段没有内容时整段不印。",
	"一句话可以有几种写法，一行一种，从上往下取第一种字段齐全的。",
	"“※”开头的行是说明，“■”开头的行是语句的名称，不要改；不想改的语句可以整段删去，导入时保持不变。",
}

// WriteFile writes every sentence as it stands with an office's own ones, in the form that ReadFile reads.
func (w *Wording) WriteFile(own app.OwnWording) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s　版式 %s\n\n", fileHead, w.Edition(own))
	for _, line := range fileGuide {
		b.WriteString(fileRemark + " " + line + "\n")
	}
	with, _ := w.With(own)
	for _, s := range w.Sentences() {
		fmt.Fprintf(&b, "\n%s %s\n", fileName, s.title())
		if line := s.fieldLine(); line != "" {
			b.WriteString(fileRemark + " " + line + "\n")
		}
		b.WriteString(written(with.coded(s.Name)) + "\n")
	}
	return b.String()
}

func (s WordingSentence) title() string { return s.Paper + "：" + s.Label }

// fieldLine explains the fields of a sentence in one line.
func (s WordingSentence) fieldLine() string {
	if len(s.Fields) == 0 {
		return ""
	}
	parts := make([]string, len(s.Fields))
	for i, f := range s.Fields {
		parts[i] = "【" + f.Name + "】" + f.Means
		if f.Must {
			parts[i] += "（要保留）"
		}
	}
	return "字段：" + strings.Join(parts, "，")
}

// ReadFile reads such a file: the sentences that it holds, those that are as they came with the program among them with an
// empty text. All that is wrong is told at once, with the line of the file.
func (w *Wording) ReadFile(text string) (app.OwnWording, []*Fault) {
	all := w.Sentences()
	var out app.OwnWording
	var faults []*Fault
	lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n"), "\n")
	var at *WordingSentence
	from := 0
	var body []string
	flush := func() {
		if at == nil {
			return
		}
		s, fault := w.fromFile(*at, strings.Join(body, "\n"))
		if fault != nil {
			if fault.Line > 0 {
				fault.Line += from
			} else {
				fault = &Fault{Line: from, Column: 1, Words: "“" + at.title() + "”" + fault.Words}
			}
			faults = append(faults, fault)
			return
		}
		out = append(out, s)
	}
	seen := map[string]bool{}
	for i, line := range lines {
		trimmed := strings.TrimSpace(line)
		title, isName := strings.CutPrefix(trimmed, fileName)
		if !isName {
			if strings.HasPrefix(trimmed, fileRemark) {
				line = "" // keeps the numbers of the lines
			}
			body = append(body, line)
			continue
		}
		flush()
		title = strings.TrimSpace(title)
		at, body, from = nil, nil, i+1
		k := slices.IndexFunc(all, func(s WordingSentence) bool { return s.title() == title })
		switch {
		case k < 0:
			faults = append(faults, &Fault{Line: i + 1, Column: 1, Words: "没有“" + title + "”这句话。请照导出的文件写名称。"})
		case seen[title]:
			faults = append(faults, &Fault{Line: i + 1, Column: 1, Words: "“" + title + "”写了两次。请留一个。"})
		default:
			at = &all[k]
		}
		seen[title] = true
	}
	flush()
	if len(seen) == 0 {
		faults = append(faults, &Fault{Words: "不是文书措辞文件：没有“■”开头的语句名称。请先导出一份，在它上面改。"})
	}
	return out, faults
}

// fromFile checks one sentence of a file; as it came, its text is empty.
func (w *Wording) fromFile(s WordingSentence, text string) (app.OwnSentence, *Fault) {
	own := app.OwnSentence{Name: s.Name, Text: TidySentence(text)}
	if own.Text == s.Shipped {
		own.Text = ""
		return own, nil
	}
	own.Text = text // with its blank lines, so that places are those of the file
	var fault *Fault
	if err := w.CheckSentence(own); errors.As(err, &fault) {
		return own, fault
	}
	own.Text = TidySentence(text)
	return own, nil
}

// TidySentence drops blank lines and blanks at the ends of lines.
func TidySentence(text string) string {
	var out []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}
