package paper

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A sentence of the papers is written in two notations. The program's own wording stands in one line, {字段}[可省的话]|另一种写法,
// which fill reads. An office reads and writes 【字段】 and ｛可省的话｝, signs that no paper prints and that a Chinese input method
// types, and each way of saying it on a line of its own.

// Fault is what is wrong with a sentence that an office wrote, and where.
type Fault struct {
	Line, Column int    // from 1; 0: the sentence as a whole
	Words        string // what is wrong and what to do, with a full stop
}

// Error implements error, in the words of the window.
func (f *Fault) Error() string {
	if f.Line == 0 {
		return f.Words
	}
	return fmt.Sprintf("第%d行第%d字：%s", f.Line, f.Column, f.Words)
}

// fieldMark is a field that stands in a sentence, with its place.
type fieldMark struct {
	name         string
	line, column int
}

// reading of what an office wrote, character by character.
type notation struct {
	line, column int
	coded        strings.Builder
	fields       []fieldMark
	open         *fieldMark // an optional stretch that is open; its name is empty
	inStretch    bool       // it holds a field already
}

func (n *notation) fault(format string, args ...any) *Fault {
	return &Fault{Line: n.line, Column: n.column, Words: fmt.Sprintf(format, args...)}
}

// readWritten brings what an office wrote into the program's notation and lists its fields. Blank lines do not count.
func readWritten(written string) (coded string, fields []fieldMark, fault *Fault) {
	n := &notation{}
	for i, line := range strings.Split(strings.ReplaceAll(written, "\r\n", "\n"), "\n") {
		n.line = i + 1
		text := strings.TrimRightFunc(line, unicode.IsSpace)
		start := strings.TrimLeftFunc(text, unicode.IsSpace)
		if start == "" {
			continue
		}
		n.column = utf8.RuneCountInString(text) - utf8.RuneCountInString(start)
		if n.coded.Len() > 0 {
			n.coded.WriteByte('|')
		}
		if f := n.readLine([]rune(start)); f != nil {
			return "", nil, f
		}
	}
	if n.coded.Len() == 0 {
		return "", nil, &Fault{Words: "没有写字。要用软件的原文，请点“恢复原文”。"}
	}
	return n.coded.String(), n.fields, nil
}

func (n *notation) readLine(text []rune) *Fault {
	n.open = nil
	first := n.column + 1
	for i := 0; i < len(text); i++ {
		n.column = first + i
		switch r := text[i]; r {
		case '【':
			end := i + 1
			for end < len(text) && text[end] != '】' && text[end] != '【' {
				end++
			}
			if end == len(text) || text[end] != '】' {
				return n.fault("“%s”没有配上“】”。请在字段名后面补上“】”。", shown(text[i:min(end, i+8)]))
			}
			name := strings.TrimSpace(string(text[i+1 : end]))
			if name == "" || strings.ContainsAny(name, "{}[]|｛｝") {
				return n.fault("“%s”里没有字段名。请用“插入字段”选一个。", shown(text[i:end+1]))
			}
			n.fields = append(n.fields, fieldMark{name, n.line, n.column})
			n.inStretch = true
			n.coded.WriteString("{" + name + "}")
			i = end
		case '】':
			return n.fault("“】”前面没有“【”。请补上“【”，或删去“】”。")
		case '｛', '{':
			if n.open != nil {
				return n.fault("｛｝里面不能再有｛。请先写“｝”。")
			}
			n.open, n.inStretch = &fieldMark{line: n.line, column: n.column}, false
			n.coded.WriteByte('[')
		case '｝', '}':
			if n.open == nil {
				return n.fault("“｝”前面没有“｛”。请补上“｛”，或删去“｝”。")
			}
			if !n.inStretch {
				return n.fault("｛｝里没有字段，这句话总会印出。请去掉｛｝，或在里面加一个字段。")
			}
			n.open = nil
			n.coded.WriteByte(']')
		case '[', ']', '|', '｜':
			return n.fault("“%c”不能用：字段写成【】，可省的话写成｛｝，另一种写法另起一行。", r)
		default:
			if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co) || r == utf8.RuneError { // nor such as hide between others
				return n.fault("这里有一个印不出的字符，请删去。")
			}
			n.coded.WriteRune(r)
		}
	}
	if n.open != nil {
		n.line, n.column = n.open.line, n.open.column
		return n.fault("“%s”没有配上“｝”。请在可省的话后面补上“｝”。", shown(text[n.column-first:min(len(text), n.column-first+8)]))
	}
	return nil
}

// shown are a few characters for a message.
func shown(text []rune) string { return string(text) }

// written brings a sentence of the program into the notation of the office.
func written(coded string) string {
	var lines []string
	for _, alt := range strings.Split(coded, "|") {
		if alt != "" {
			lines = append(lines, strings.NewReplacer("{", "【", "}", "】", "[", "｛", "]", "｝").Replace(alt))
		}
	}
	return strings.Join(lines, "\n")
}

// fieldsOf are the fields of a sentence in the program's notation, each once, in their order.
func fieldsOf(coded string) []string {
	var out []string
	for {
		from := strings.IndexByte(coded, '{')
		if from < 0 {
			return out
		}
		to := strings.IndexByte(coded[from:], '}')
		if to < 0 {
			return out
		}
		name := coded[from+1 : from+to]
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
		coded = coded[from+to:]
	}
}
