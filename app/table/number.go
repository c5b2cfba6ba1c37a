package table

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	arabicNo  = regexp.MustCompile(`^(第|no\.?)?[(\[]?0*(\d{1,5})([.．、)\]]|\.0+|项|号|条)*$`)
	dottedNo  = regexp.MustCompile(`^\d{1,4}([.\-]\d{1,4}){1,3}$`)
	chineseNo = regexp.MustCompile(`^(第)?[(]?([一二三四五六七八九十百零〇]{1,7})([、.)]|项|条)*$`)
)

// ItemNo is a number as printed in a number column, without brackets, marks and leading zeros: “１、” and “(01)” give 1.
// Value is its count, 0 for numbers of another make such as 2.1; ok tells whether it is a number at all.
func ItemNo(s string) (no string, value int, ok bool) {
	s = strings.ToLower(strings.TrimSpace(Half(Line(s))))
	if m := arabicNo.FindStringSubmatch(s); m != nil {
		n, err := strconv.Atoi(m[2])
		return m[2], n, err == nil
	}
	if dottedNo.MatchString(s) {
		return s, 0, true
	}
	if m := chineseNo.FindStringSubmatch(s); m != nil {
		return m[2], Chinese(m[2]), true
	}
	return "", 0, false
}

// ChineseNo tells a number written in Chinese characters (一, （二）).
func ChineseNo(s string) bool { return chineseNo.MatchString(strings.TrimSpace(Half(Line(s)))) }

// Chinese is the value of a Chinese numeral up to 9999, of digits one by one too (二〇二六); 0 if it is none.
func Chinese(s string) int {
	total, digit, placed := 0, 0, false
	run := ""
	for _, r := range s {
		d := strings.IndexRune("〇一二三四五六七八九", r)
		switch {
		case r == '零' || r == '○' || r == 'O' || r == 'o' || r == '0':
			run, digit = run+"0", 0
		case r == '两':
			run, digit = run+"2", 2
		case d >= 0:
			n := len([]rune("〇一二三四五六七八九"[:d]))
			run, digit = run+strconv.Itoa(n), n
		case r == '十' || r == '百' || r == '千':
			placed = true
			unit := map[rune]int{'十': 10, '百': 100, '千': 1000}[r]
			if digit == 0 {
				digit = 1
			}
			total, digit = total+digit*unit, 0
		case r == '廿':
			placed, total, digit = true, total+20, 0
		default:
			return 0
		}
	}
	if placed {
		return total + digit
	}
	n, err := strconv.Atoi(run)
	if err != nil {
		return 0
	}
	return n
}

var (
	countTail = regexp.MustCompile(`\s*[(（\[]?\s*(共|计|共计|合计)?\s*(\d{1,4})\s*(项|条|件|个)\s*[)）\]]?\s*$`)
	numHead   = regexp.MustCompile(`^(第?[(（]?[一二三四五六七八九十百]{1,5}(([)）]|[、.．:：]|类|章|部分|篇)[、.．:：]?|\s+)|第[一二三四五六七八九十]{1,4}(类|章|部分|篇))\s*`)
)

// Count is the number of items that a heading announces: 19 of “一、党的建设（19项）”; 0 where it announces none.
func Count(heading string) int {
	if m := countTail.FindStringSubmatch(heading); m != nil {
		n, _ := strconv.Atoi(m[2])
		return n
	}
	return 0
}

// Heading is a heading without its number and the number of items it announces: 党的建设 of “一、党的建设（19项）”.
func Heading(s string) string {
	s = strings.TrimSpace(s)
	s = countTail.ReplaceAllString(s, "")
	s = numHead.ReplaceAllString(s, "")
	return strings.Trim(s, " ,，、;；:：")
}

// NumberedHeading tells a heading that begins with a Chinese number, and on which level: 1 for 一、 and 第一章, 2 for
// （一）, 0 for none.
func NumberedHeading(s string) int {
	s = strings.TrimSpace(s)
	if !numHead.MatchString(s) {
		return 0
	}
	if strings.HasPrefix(s, "(") || strings.HasPrefix(s, "（") {
		return 2
	}
	return 1
}
