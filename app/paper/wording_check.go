package paper

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds of a sentence that an office writes.
const (
	mostWays       = 4   // ways of saying it
	mostCharacters = 200 // of one way
	mostSpoken     = 60  // of one way in a message
	mostFields     = 12  // all ways together
)

// declining are words by which a paper would decline. A sentence about what the office goes on with, or about what it asks a
// superior body, may not hold them: it would turn a decision round.
var declining = []string{"不承担", "不再承担", "不予", "不办", "不再办", "不配合", "不再配合", "不负责", "不接", "不参加", "不参与", "不执行", "不落实", "不开展",
	"不做", "不属", "不能", "不应由", "不宜由", "拒", "退回", "退还", "停止", "中止", "暂停", "暂缓", "搁置", "无法", "无力", "未能", "取消", "免除", "免予"}

// readSentence checks what an office wrote for a sentence and gives it in the program's notation.
func (w *Wording) readSentence(e sentenceEntry, text string) (string, *Fault) {
	coded, marks, fault := readWritten(text)
	if fault != nil {
		return "", fault
	}
	shipped := w.coded(e.name)
	if fault := w.knownFields(e.name, shipped, coded, marks); fault != nil {
		return "", fault
	}
	if fault := sized(e, shipped, coded); fault != nil {
		return "", fault
	}
	return coded, w.sameFacts(e, shipped, coded)
}

// knownFields says which field the sentence cannot have.
func (w *Wording) knownFields(name, shipped, coded string, marks []fieldMark) *Fault {
	allowed := w.fieldsFor(name)
	var names []string
	known := map[string]bool{}
	for _, f := range allowed {
		names = append(names, "【"+f.Name+"】")
		known[f.Name] = true
	}
	for _, m := range marks {
		if known[m.name] {
			continue
		}
		words := "这句话不能填【" + m.name + "】，"
		if _, ok := fieldNamed(m.name); !ok {
			words = "没有【" + m.name + "】这个字段，"
		}
		if len(names) == 0 {
			return &Fault{m.line, m.column, words + "这句话没有字段，请直接写字。"}
		}
		return &Fault{m.line, m.column, words + "可以用" + strings.Join(names, "") + "。"}
	}
	if len(fieldsOf(shipped)) == 0 && strings.Contains(coded, "|") {
		return &Fault{Line: 2, Column: 1, Words: "这句话没有字段，只用一种写法。请写在一行里。"}
	}
	return nil
}

// sized says where the sentence is too long.
func sized(e sentenceEntry, shipped, coded string) *Fault {
	ways := strings.Split(coded, "|")
	if len(ways) > mostWays {
		return &Fault{Line: mostWays + 1, Column: 1, Words: "最多 " + strconv.Itoa(mostWays) + " 种写法（行）。请合并或删去几行。"}
	}
	most := mostCharacters
	if e.bears == bearsSpeak {
		most = mostSpoken
	}
	for _, s := range strings.Split(shipped, "|") { // what came with the program is never too long
		most = max(most, utf8.RuneCountInString(s))
	}
	for i, way := range ways {
		if n := utf8.RuneCountInString(way); n > most {
			return &Fault{Line: i + 1, Column: most, Words: "这一行有 " + strconv.Itoa(n) + " 字，最多 " + strconv.Itoa(most) + " 字。请写短一些。"}
		}
	}
	if len(fieldsOf(shipped+coded)) > mostFields {
		return &Fault{Words: "用的字段太多。请少用几个。"}
	}
	return nil
}

// standIn stands for the value of the n-th field while a sentence is looked at: a character that nobody types.
func standIn(i int) string { return string(rune(0xE000 + i)) }

// sameFacts fills both sentences with every selection of known fields: where the shipped one says something, the office's must
// too, with all the facts that the shipped one tells, and neither an unfit word nor a refusal where none was decided.
func (w *Wording) sameFacts(e sentenceEntry, shipped, coded string) *Fault {
	names := fieldsOf(shipped + coded)
	seen := map[string]bool{}
	for known := 1<<len(names) - 1; known >= 0; known-- { // all known first: the plainest message
		values := map[string]string{}
		for i, n := range names {
			if known&(1<<i) != 0 {
				values[n] = standIn(i)
			}
		}
		was, now := fill(shipped, values), fill(coded, values)
		if was != "" && now == "" {
			return &Fault{Words: "没有" + missing(names, known, coded) + "时，这句话整句印不出来。请把含它的话放进｛｝，或者另起一行写一种没有它的说法。"}
		}
		for i, n := range names {
			f, _ := fieldNamed(n)
			if !f.Must || !strings.Contains(was, standIn(i)) || strings.Contains(now, standIn(i)) {
				continue
			}
			if known == 1<<len(names)-1 {
				return &Fault{Words: "缺【" + n + "】（" + f.Means + "），它必须印出。请把它加回来。"}
			}
			return &Fault{Words: "没有" + missing(names, known, coded) + "时，【" + n + "】会一起不印，它必须印出。请把它移到｛｝外面，或者在另一行里也写上。"}
		}
		if seen[now] {
			continue
		}
		seen[now] = true
		if fault := w.fit(e, shipped, now); fault != nil {
			return fault
		}
	}
	return nil
}

// missing names the fields of a sentence that have no value in a selection.
func missing(names []string, known int, coded string) string {
	var out strings.Builder
	own := fieldsOf(coded)
	for i, n := range names {
		if known&(1<<i) == 0 && slices.Contains(own, n) {
			out.WriteString("【" + n + "】")
		}
	}
	return out.String()
}

// fit says which of its own words the sentence may not have.
func (w *Wording) fit(e sentenceEntry, shipped, filled string) *Fault {
	words := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, filled)
	if bad := w.Unfit(words); len(bad) > 0 {
		return &Fault{Words: "“" + bad[0] + "”不宜印在给来文单位的文书上。请换一种说法。"}
	}
	if e.bears == bearsAny {
		return nil
	}
	for _, d := range declining {
		if strings.Contains(words, d) && !strings.Contains(shipped, d) {
			if e.bears == bearsOwn {
				return &Fault{Words: "这句话用在本单位继续办的事项上，不能写“" + d + "”。承担不承担由处理决定，不由措辞决定。"}
			}
			return &Fault{Words: "这句话不能写“" + d + "”。承担不承担由处理决定，不由措辞决定。"}
		}
	}
	return nil
}
