package text

import (
	"strings"
	"unicode"

	"yidanqing/app/pattern"
)

// headLine tells lines that begin something new, whatever the line before looked like: an item number, a salutation,
// a contact, a date, a bullet.
var headLine = pattern.MustCompile(`^(` +
	`[(（]?[一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[,，、项条章]|` +
	`[(（]?\d{1,2}[)）]|\d{1,2}[、.．](\D|$)|[①-⑳❶-❿]|[·•●■◆※★▲\-]\s?|[@＠#＃]|附件|附[:：]|抄送|抄报|主送|报送|分送|` +
	`[(（]?(联系人|联系电话|联系方式)|电话|时间|地点|参会|特此|[来來]\s*源[:：]|索引号|主题分类|发布单位|发布机构|发文日期|成文日期|生成日期|信息分类|体裁分类|文号|` +
	`(二[〇○零]|20)\S{2}年\S{1,3}月\S{1,3}日?\s*$|【|各\S{1,20}[:：]\s*$|[(（](此件|联系|地址|公章|盖章))`)

// numberLine tells a line that holds a document number and little else, addresseeLine one that only names to whom
// the letter goes, labelLine one that gives a named value (来电单位:…); each stands by itself.
var (
	numberLine    = pattern.MustCompile(`^\S{0,14}[〔【\[(（]?(19|20)\d{2}[〕】\])）]?\s?(第|年第)?\s?\d{1,5}\s?号(\s|$)`)
	addresseeLine = pattern.MustCompile(`^[^。;；!！?？:：]{1,80}(政府|党委|办事处|委员会|村委会|居委会|委员|单位|企业|部门|机构|[局厅部科室办站所院校司行县市区镇乡村居社团处委]|` +
		`村居|社区|街道|同志|书记|主任|镇长|乡长|[）)])[:：]$`)
	labelLine = pattern.MustCompile(`^[\p{Han}A-Za-z]{2,8}([(（]\p{Han}{1,6}[)）])?[:：]\s*\S`)
	soleOrg   = pattern.MustCompile(`^[\p{Han}、“”"·\s（）()0-9]{2,60}(局|委|委员会|政府|办公室|办|党委|党组|部|厅|处|科|股|站|所|队|中心|组|院|庭|` +
		`公司|银行|支行|联合会|总工会|指挥部|领导小组|专班|社|会|校|学|司|文件)(文件|（[^）]*章[^）]*）|\([^)]*章[^)]*\))?$`)
	titleEnd = pattern.MustCompile(`^[^。;；,，]*[关關][于於][^。;；,，]{2,80}(通知|通告|通报|公告|函|意见|方案|请示|报告|批复|决定|提示|纪要|办法|细则|倡议书|提醒)` +
		`\s*([(（][^)）]{1,12}[)）])?$`)
	// endsWhole tells lines whose end shows that they are whole: a date, a bracketed line, a rule of dashes.
	endsWhole  = pattern.MustCompile(`((19|20)\d{2}年\s?\d{1,2}月\s?\d{1,2}日|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}:\d{2}:\d{2}|[:：]\s*\d[\d\-]{5,12}|[─━═_]{3,})$|^[(（][^)）]*[)）]$`)
	endsNumber = pattern.MustCompile(`[〔\[(（【]\s?(19|20)\d{2}\s?[〕\])）】]\s*\d{1,5}\s*号$`)
	pageLine   = pattern.MustCompile(`^[—\-－–]{1,2}\s*\d{1,3}\s*[—\-－–]{1,2}$`)
	dateLine   = pattern.MustCompile(`^(二[〇○零Oo0]|20|二0)\S{1,2}年\s?\S{1,3}\s?月\s?\S{1,3}\s?日?$`)
)

type line struct{ start, end int }

// paragraphEnds tells for every line break of raw whether it ends a paragraph (true) or only broke a long line to fit
// a window or a page (false), and which runes are page numbers between two pages. A break is taken as made to fit
// where the line before is as long as the lines of this text usually get, does not end a sentence, and the next line
// does not begin something new.
func paragraphEnds(raw []rune) (ends map[int]bool, pages []Range) {
	var lines []line
	start := 0
	for i, r := range raw {
		if r == '\n' || r == '\u2028' || r == '\u2029' || r == '\r' {
			lines = append(lines, line{start, i})
			start = i + 1
		}
	}
	lines = append(lines, line{start, len(raw)})
	longest := 0
	kept := lines[:0]
	for _, l := range lines {
		if n := l.end - l.start; n >= 3 && n < 40 && pageLine.MatchString(string(trim(raw[l.start:l.end]))) {
			pages = append(pages, Range{l.start, min(l.end+1, len(raw))})
			continue
		}
		kept = append(kept, l)
		longest = max(longest, width(raw[l.start:l.end]))
	}
	lines = kept
	ends = make(map[int]bool, len(lines))
	for k := 0; k+1 < len(lines); k++ {
		cur, next := lines[k], lines[k+1]
		join := broken(raw[cur.start:cur.end], raw[next.start:next.end], longest)
		if join && soleOrg.MatchString(string(trim(clip(raw[next.start:next.end])))) && closes(raw, lines, k+2) {
			join = false
		}
		ends[cur.end] = !join
	}
	return ends, pages
}

// closes tells whether the lines from k on end a letter: the next one with words is a date, or there is none.
func closes(raw []rune, lines []line, k int) bool {
	for ; k < len(lines); k++ {
		if l := trim(raw[lines[k].start:lines[k].end]); len(l) > 0 {
			return len(l) < 20 && dateLine.MatchString(string(l))
		}
	}
	return true
}

// minBroken is the length from which an unfinished line is taken for one that was broken: shorter ones are titles,
// letterheads and signatures.
const minBroken = 17

// broken tells whether the break between two lines only fits them to a window. longest is the width of the longest
// line of the text.
func broken(cur, next []rune, longest int) bool {
	c, n := trim(cur), trim(next)
	if len(c) == 0 || len(n) == 0 {
		return false
	}
	last := c[len(c)-1]
	switch last {
	case '。', '！', '!', '？', '?', '；', ';', '：', ':', '」', '…', '|', '│', '｜':
		return false
	}
	if picture(cur) || keyed(n) {
		return false
	}
	if strings.ContainsRune("、，,。；;：！!？?）)》”", n[0]) { // none of these begins a line
		return true
	}
	comma := last == ',' || last == '，' || last == '、' || last == '“' || last == '(' || last == '（' || last == '《'
	w := width(c)
	if w < 6 || w < minBroken && !comma || isRow(c) || isRow(n) {
		return false
	}
	if opensLine(next) && !comma {
		return false
	}
	head := string(clip(n))
	if headLine.MatchString(head) || numberLine.MatchString(head) {
		return false
	}
	if comma {
		return true
	}
	if last == '》' && w*10 < longest*8 || len(n) < 2 {
		return false
	}
	return !standsAlone(c, n, w, longest)
}

// picture tells whether a line ends with an emoji or the name of one ([捂脸]), as the lines of chats do.
func picture(l []rune) bool {
	for len(l) > 1 && unicode.IsSpace(l[len(l)-1]) {
		l = l[:len(l)-1]
	}
	last := l[len(l)-1]
	return Emoji(last) || last == 0xFE0F || pictureName.MatchString(string(l[max(0, len(l)-6):]))
}

// keyed tells whether a line opens with the picture of a key with a number on it, as the items of chats do.
func keyed(l []rune) bool {
	for i := 0; i < len(l) && i < 4; i++ {
		if l[i] == keycap {
			return i > 0
		}
	}
	return false
}

var pictureName = pattern.MustCompile(`\[\p{Han}{1,4}\]$`)

// standsAlone tells lines of a letter that are whole though no mark ends them: a heading, a title, a letterhead, an
// addressee, a label, a number.
func standsAlone(c, n []rune, w, longest int) bool {
	if len(n) < 100 && len(n) >= 4 && addresseeLine.MatchString(string(n)) {
		return true
	}
	head := string(clip(n))
	if labelLine.MatchString(head) && !strings.Contains(head, "如下") || rule(n) {
		return true
	}
	if len(c) > 120 {
		return false
	}
	cur := string(c)
	if w < 60 && !hasMark(c) && endsNumber.MatchString(cur) {
		return true
	}
	if numberLine.MatchString(cur) || titleEnd.MatchString(cur) || w < 60 && endsWhole.MatchString(cur) {
		return true
	}
	if soleOrg.MatchString(cur) && (w*10 < longest*9 || n[0] == '关' || n[0] == '關') {
		return true
	}
	return headLine.MatchString(cur) && w*10 < longest*7 && !hasMark(c)
}

// rule tells a line of dashes that divides letterhead and text.
func rule(l []rune) bool {
	for _, r := range l {
		switch r {
		case '─', '━', '═', '-', '—', '_', '=', '*':
		default:
			return false
		}
	}
	return len(l) >= 3
}

// hasMark tells whether a sentence goes on within the line.
func hasMark(l []rune) bool {
	for _, r := range l {
		switch r {
		case ',', '，', '。', ';', '；', ':', '：':
			return true
		}
	}
	return false
}

// isRow tells whether a line is a row of a table: cells apart by bars or tabulators.
func isRow(l []rune) bool {
	n := 0
	for _, r := range l {
		if r == '|' || r == '│' || r == '｜' || r == '\t' {
			n++
		}
	}
	return n >= 2
}

func width(l []rune) (n int) {
	for _, r := range l {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// clip is the beginning of a line, enough to see what it opens with.
func clip(l []rune) []rune {
	l = trim(l)
	return l[:min(len(l), 60)]
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
