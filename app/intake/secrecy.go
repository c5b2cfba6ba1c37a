package intake

import (
	"strings"
	"unicode"

	"yidanqing/app"
)

// grades are the marks of secrecy. 内部资料 is not a grade of the law, but a text that carries it stays out all the same.
var grades = []string{"绝密", "机密", "秘密"}

const internal = "内部资料"

// refuseSecret looks for a mark of secrecy in the name and in every line. It gives the error for the clerk, which holds
// nothing of the text but the mark itself.
func refuseSecret(doc app.Document) error {
	if mark := secrecyMark(strings.TrimSuffix(doc.Name, extension(doc.Name))); mark != "" {
		return errSecret("文件名上有", mark)
	}
	n := 0
	for _, b := range doc.Blocks {
		for _, line := range strings.FieldsFunc(b.Text, isLineBreak) {
			n++
			if mark := secrecyMark(line); mark != "" {
				return errSecret("第 "+itoa(n)+" 行有", mark)
			}
		}
	}
	return nil
}

func errSecret(where, mark string) error {
	return app.Errorf(app.CodeSecret, "%s“%s”，带有密级标志，没有收入。没有保存任何文字，草稿和备份里也没有。"+
		"请按保密规定在涉密计算机上办理，清空剪贴板，并告知本单位保密员。", where, mark)
}

func isLineBreak(r rune) bool {
	return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\f' || r == '\v'
}

func extension(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 && len(name)-i <= 6 {
		return name[i:]
	}
	return ""
}

// secrecyMark gives the mark that a line carries, empty if it carries none. A mark is a thing of its own, not a word of
// a sentence: “商业秘密”, “机密文件管理” and a quoted “秘密★” are none.
//
//	机密★1年   绝密   密级：秘密   000012 机密★长期 特急   【内部资料】关于…   内部资料 注意保存
func secrecyMark(line string) string {
	whole := squeeze(line)
	if whole == "" {
		return ""
	}
	if m := labelled(whole); m != "" {
		return m
	}
	if m := bracketed(whole); m != "" {
		return m
	}
	if m := internalMark(whole); m != "" {
		return m
	}
	if m := gradeAlone(whole); m != "" {
		return m
	}
	return amongHeadWords(line)
}

// squeeze drops everything that a head may be spaced out with: 机 密 ★ 1 年.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == 0x200B, r == 0x200C, r == 0x200D, r == 0xFEFF, r == 0x00AD, r == 0xFE0E, r == 0xFE0F:
			return -1
		case r == '☆', r == '⭐', r == '⭑', r == '✭', r == '✩', r == '*', r == '＊', r == '✱', r == '✶', r == '❋', r == '🌟':
			return '★'
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == '﹕', r == ':', r == '︰':
			return '：'
		}
		return r
	}, s)
}

// labelled reads a line 密级：机密. 密级：无 and the like carry no mark.
func labelled(s string) string {
	rest, ok := cutAfter(s, "密级")
	if !ok || len([]rune(strings.TrimSuffix(s, rest))) > 12 { // 文件密级：… but no sentence about 密级
		return ""
	}
	rest = strings.TrimLeft(rest, "：（([【《“\"|\t")
	for _, g := range append(grades, internal, "内部") {
		if after, ok := strings.CutPrefix(rest, g); ok && !ofSentence(strings.TrimPrefix(after, "级")) {
			return "密级：" + g
		}
	}
	return ""
}

// ofSentence tells whether what follows a grade makes it part of a sentence, as in 密级：秘密以上的文件.
func ofSentence(after string) bool {
	for _, words := range []string{"以上", "以下", "及以", "的", "文件", "资料", "事项", "载体"} {
		if strings.HasPrefix(after, words) {
			return true
		}
	}
	return false
}

func cutAfter(s, word string) (string, bool) {
	i := strings.Index(s, word)
	if i < 0 {
		return "", false
	}
	rest := s[i+len(word):]
	for _, tail := range []string{"等级", "程度"} {
		rest = strings.TrimPrefix(rest, tail)
	}
	return rest, true
}

// bracketed reads 【机密】, （秘密★5年） and 〔内部资料〕 at the beginning or the end of a line.
func bracketed(s string) string {
	pairs := [][2]string{{"【", "】"}, {"（", "）"}, {"(", ")"}, {"〔", "〕"}, {"[", "]"}, {"［", "］"}, {"〖", "〗"}}
	for _, p := range pairs {
		if rest, ok := strings.CutPrefix(s, p[0]); ok {
			if inside, _, ok := strings.Cut(rest, p[1]); ok && isMark(inside) {
				return inside
			}
		}
		if rest, ok := strings.CutSuffix(s, p[1]); ok {
			if i := strings.LastIndex(rest, p[0]); i >= 0 && isMark(rest[i+len(p[0]):]) {
				return rest[i+len(p[0]):]
			}
		}
	}
	return ""
}

// isMark tells whether a squeezed piece is a mark and nothing else: 机密, 秘密★10年, 绝密★启用前, 内部资料.
func isMark(s string) bool {
	if internalMark(s) != "" {
		return true
	}
	for _, g := range grades {
		rest, ok := strings.CutPrefix(s, g)
		if !ok {
			continue
		}
		rest = strings.TrimPrefix(rest, "级")
		if rest == "" || strings.HasPrefix(rest, "★") && len([]rune(rest)) <= 10 || isTerm(rest) {
			return true
		}
	}
	return false
}

// isTerm tells whether a piece is how long a secret is kept: 1年, 6个月, 长期, 启用前.
func isTerm(s string) bool {
	if s == "长期" || s == "启用前" {
		return true
	}
	unit := strings.TrimLeft(s, "0123456789一二三五十")
	return unit != s && (unit == "年" || unit == "个月")
}

func gradeAlone(s string) string {
	if isMark(s) {
		return s
	}
	return ""
}

// internalMark reads 内部资料 as a mark: alone, or followed by the words that stand beside such a mark.
func internalMark(s string) string {
	rest, ok := strings.CutPrefix(s, internal)
	if !ok {
		return ""
	}
	rest = strings.TrimLeft(rest, "★，,。；;：·-—（(！!")
	if rest == "" {
		return internal
	}
	for _, words := range []string{
		"注意保存", "注意保管", "注意保密", "妥善保管", "妥善保存", "请勿外传", "不得外传", "严禁外传", "禁止外传",
		"切勿外传", "请勿转发", "不得转发", "严禁转发", "仅供", "不得公开", "请勿公开", "严禁翻印", "不得翻印", "不公开", "不对外", "严禁复制", "不得复制"} {
		if strings.HasPrefix(rest, words) {
			return internal
		}
	}
	return ""
}

// amongHeadWords finds a mark beside the other small things of a head: copy number, urgency, organ. There a grade needs
// its star, or the line must hold nothing but such things.
func amongHeadWords(line string) string {
	var plain string
	others := 0
	for _, field := range strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || r == '|' || r == '｜' }) {
		f := squeeze(field)
		switch {
		case f == "":
		case isMark(f) && strings.Contains(f, "★"):
			return f
		case isMark(f):
			plain = f
		case isHeadWord(f):
		default:
			others++
		}
	}
	if plain != "" && others == 0 {
		return plain
	}
	return joinedStar(squeeze(line))
}

// joinedStar finds 机密★1年 that has run together with the copy number or the urgency: 000012机密★1年特急.
func joinedStar(s string) string {
	for _, g := range grades {
		i := strings.Index(s, g+"★")
		if i < 0 {
			continue
		}
		before := strings.TrimLeft(s[:i], "0123456789№Nno.")
		before = strings.TrimPrefix(strings.TrimPrefix(before, "份号："), "份号")
		if before == "" || isHeadWord(before) {
			return g + "★"
		}
	}
	return ""
}

func isHeadWord(s string) bool {
	switch s {
	case "特急", "加急", "特提", "平急", "急件", "紧急", "份号", "份数", "印数":
		return true
	}
	return strings.Trim(s, "0123456789№.-") == ""
}
