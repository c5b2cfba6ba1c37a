package file

import (
	"strconv"
	"strings"
)

// ordinal writes n in a number format of Word (w:numFmt). Formats that are not known are written as 1, 2, 3; ok tells
// whether the format was known.
func ordinal(format string, n int) (s string, ok bool) {
	if n < 0 {
		return strconv.Itoa(n), true
	}
	switch format {
	case "decimal", "", "cardinalText", "ordinal", "ordinalText":
		return strconv.Itoa(n), format == "decimal" || format == ""
	case "none":
		return "", true
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n), true
		}
		return strconv.Itoa(n), true
	case "decimalFullWidth", "decimalFullWidth2", "decimalHalfWidth":
		if format == "decimalHalfWidth" {
			return strconv.Itoa(n), true
		}
		return strings.Map(func(r rune) rune { return r - '0' + '０' }, strconv.Itoa(n)), true
	case "chineseCountingThousand", "taiwaneseCountingThousand":
		return chinese(n, "零一二三四五六七八九", "十百千", true), true
	case "chineseCounting", "taiwaneseCounting":
		if n < 100 {
			return chinese(n, "零一二三四五六七八九", "十百千", true), true
		}
		return digits(n, "○一二三四五六七八九"), true
	case "japaneseCounting":
		return japanese(n), true
	case "chineseLegalSimplified":
		return chinese(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", false), true
	case "ideographLegalTraditional":
		return chinese(n, "零壹貳參肆伍陸柒捌玖", "拾佰仟", false), true
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
		return digits(n, "〇一二三四五六七八九"), true
	case "ideographTraditional":
		return cycle(n, "甲乙丙丁戊己庚辛壬癸"), true
	case "ideographZodiac":
		return cycle(n, "子丑寅卯辰巳午未申酉戌亥"), true
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return circled(n), true
	case "decimalEnclosedFullstop":
		return enclosed(n, '⒈', 20, strconv.Itoa(n)+"."), true
	case "decimalEnclosedParen":
		return enclosed(n, '⑴', 20, "("+strconv.Itoa(n)+")"), true
	case "ideographEnclosedCircle":
		return enclosed(n, '㊀', 10, chinese(n, "零一二三四五六七八九", "十百千", true)), true
	case "upperLetter":
		return letters(n, 'A'), true
	case "lowerLetter":
		return letters(n, 'a'), true
	case "upperRoman":
		return roman(n), true
	case "lowerRoman":
		return strings.ToLower(roman(n)), true
	}
	return strconv.Itoa(n), false
}

// chinese writes 1 to 9999 with place names. bareTen drops the 一 before 十 in 10 to 19. Larger numbers are digits.
func chinese(n int, digit, place string, bareTen bool) string {
	if n > 9999 {
		return strconv.Itoa(n)
	}
	d, p := []rune(digit), []rune(place)
	if n == 0 {
		return string(d[0])
	}
	var b strings.Builder
	zero, first := false, true
	for i, unit := range []int{1000, 100, 10, 1} {
		v := n / unit % 10
		switch {
		case v == 0:
			zero = !first
			continue
		case zero:
			b.WriteRune(d[0])
		}
		zero = false
		if !(bareTen && first && unit == 10 && v == 1) {
			b.WriteRune(d[v])
		}
		if i < 3 {
			b.WriteRune(p[2-i])
		}
		first = false
	}
	return b.String()
}

// japanese writes 10 as 十 and 100 as 百: no 一 before a place name, no zero.
func japanese(n int) string {
	if n > 9999 || n == 0 {
		return strconv.Itoa(n)
	}
	d, p := []rune("〇一二三四五六七八九"), []rune("千百十")
	var b strings.Builder
	for i, unit := range []int{1000, 100, 10, 1} {
		v := n / unit % 10
		if v == 0 {
			continue
		}
		if v > 1 || i == 3 {
			b.WriteRune(d[v])
		}
		if i < 3 {
			b.WriteRune(p[i])
		}
	}
	return b.String()
}

func digits(n int, digit string) string {
	d := []rune(digit)
	return strings.Map(func(r rune) rune { return d[r-'0'] }, strconv.Itoa(n))
}

func cycle(n int, names string) string {
	r := []rune(names)
	if n < 1 || n > len(r) {
		return strconv.Itoa(n)
	}
	return string(r[n-1])
}

func circled(n int) string {
	switch {
	case n >= 1 && n <= 20:
		return string('①' + rune(n-1))
	case n >= 21 && n <= 35:
		return string('㉑' + rune(n-21))
	case n >= 36 && n <= 50:
		return string('㊱' + rune(n-36))
	}
	return "(" + strconv.Itoa(n) + ")"
}

// enclosed is one of the characters from first on, else the plain form.
func enclosed(n int, first rune, last int, plain string) string {
	if n >= 1 && n <= last {
		return string(first + rune(n-1))
	}
	return plain
}

// letters writes A … Z, AA, BB … as Word does.
func letters(n int, first rune) string {
	if n < 1 || n > 26*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, s := range []struct {
		v int
		s string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= s.v; n -= s.v {
			b.WriteString(s.s)
		}
	}
	return b.String()
}
