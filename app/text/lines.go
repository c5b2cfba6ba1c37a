package text

import (
	"regexp"
	"unicode"
)

// headLine tells lines that begin something new, whatever the line before looked like: an item number, a salutation,
// a contact, a date, a bullet.
var headLine = regexp.MustCompile(`^(` +
	`[(（]?[一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[,，、项条章]|` +
	`[(（]?\d{1,2}[)）]|\d{1,2}[、.．](\D|$)|[①-⑳❶-❿]|[·•●■◆※★▲\-]\s?|附件|附[:：]|抄送|抄报|主送|报送|分送|` +
	`联系人|联系电话|联系方式|电话|时间|地点|参会|特此|(二〇|20)\S{2}年\S{1,2}月\S{1,3}日?\s*$|【|各\S{1,20}[:：]\s*$)`)

// paragraphEnds tells for every line break of raw whether it ends a paragraph (true) or only broke a long line to fit
// a window or a page (false). A break is taken as such where the line before is as long as the lines of this text
// usually get, does not end a sentence, and the next line does not begin something new.
func paragraphEnds(raw []rune) map[int]bool {
	type line struct{ start, end int }
	var lines []line
	start := 0
	for i, r := range raw {
		if r == '\n' || r == '\u2028' || r == '\u2029' || r == '\r' {
			lines = append(lines, line{start, i})
			start = i + 1
		}
	}
	lines = append(lines, line{start, len(raw)})
	ends := make(map[int]bool, len(lines))
	width := func(l line) (n int) {
		for _, r := range raw[l.start:l.end] {
			if !unicode.IsSpace(r) {
				n++
			}
		}
		return n
	}
	for k := 0; k+1 < len(lines); k++ {
		cur, next := lines[k], lines[k+1]
		ends[cur.end] = !broken(raw[cur.start:cur.end], raw[next.start:next.end], width(cur), width(next))
	}
	return ends
}

// minBroken is the length from which an unfinished line is taken for one that was broken: shorter ones are titles,
// letterheads and signatures.
const minBroken = 17

func broken(cur, next []rune, curWidth, nextWidth int) bool {
	c, n := trim(cur), trim(next)
	if len(c) == 0 || len(n) == 0 {
		return false
	}
	last := c[len(c)-1]
	switch last {
	case '。', '！', '!', '？', '?', '；', ';', '：', ':', '」', '》', '…', '|', '│':
		return false
	}
	if headLine.MatchString(string(n[:min(len(n), 40)])) {
		return false
	}
	if opensLine(next) && last != ',' && last != '，' && last != '、' {
		return false
	}
	if last == ',' || last == '，' || last == '、' || last == '“' || last == '(' || last == '（' || last == '《' {
		return curWidth >= 6
	}
	return curWidth >= minBroken && (nextWidth >= 2)
}

// opensLine tells whether a line stands in by two blanks or more, as the first line of a paragraph does.
func opensLine(l []rune) bool {
	n := 0
	for _, r := range l {
		switch {
		case r == '\u3000' || r == '\t':
			n += 2
		case r == ' ' || r == '\u00A0':
			n++
		default:
			return n >= 2
		}
	}
	return false
}

func trim(l []rune) []rune {
	for len(l) > 0 && blank(l[0]) {
		l = l[1:]
	}
	for len(l) > 0 && blank(l[len(l)-1]) {
		l = l[:len(l)-1]
	}
	return l
}
