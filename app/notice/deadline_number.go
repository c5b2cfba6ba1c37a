package notice

import "strings"

// reader walks over folded text and reads numbers, words and times at its place. Its methods advance only where they
// find what they look for.
type reader struct {
	n      []rune
	i, end int
}

// peek is the rune k places ahead; 0 past the end.
func (r *reader) peek(k int) rune {
	if j := r.i + k; j >= 0 && j < r.end {
		return r.n[j]
	}
	return 0
}

// word passes the first of the words that stands here and gives it; empty where none does.
func (r *reader) word(words ...string) string {
	for _, w := range words {
		if r.at(w) {
			r.i += len([]rune(w))
			return w
		}
	}
	return ""
}

// at tells whether the word stands here.
func (r *reader) at(w string) bool {
	j := r.i
	for _, c := range w {
		if j >= r.end || r.n[j] != c {
			return false
		}
		j++
	}
	return true
}

// oneOf passes one rune of the set and gives it; 0 where another stands here.
func (r *reader) oneOf(set string) rune {
	if c := r.peek(0); c != 0 && strings.ContainsRune(set, c) {
		r.i++
		return c
	}
	return 0
}

// number reads an Arabic number of up to four digits or a Chinese one up to 99; ok is false where none stands here.
func (r *reader) number() (n int, ok bool) {
	if digit(r.peek(0)) {
		start := r.i
		for digit(r.peek(0)) {
			n = n*10 + int(r.peek(0)-'0')
			r.i++
			if r.i-start > 4 {
				r.i = start
				return 0, false
			}
		}
		return n, true
	}
	return r.hanNumber()
}

const hanValues = "〇一二三四五六七八九"

func hanValue(c rune) int {
	switch c {
	case '零', '○':
		return 0
	case '两':
		return 2
	case '壹':
		return 1
	case '贰':
		return 2
	case '叁':
		return 3
	case '伍':
		return 5
	}
	if k := strings.IndexRune(hanValues, c); k >= 0 {
		return k / 3
	}
	return -1
}

// hanNumber reads 五, 十五, 二十, 廿三, 三十一.
func (r *reader) hanNumber() (int, bool) {
	start := r.i
	tens, sawTen := 0, false
	switch c := r.peek(0); {
	case c == '廿':
		tens, sawTen = 2, true
		r.i++
	case c == '卅':
		tens, sawTen = 3, true
		r.i++
	case c == '十' || c == '拾':
		tens, sawTen = 1, true
		r.i++
	case hanValue(c) >= 0:
		tens = hanValue(c)
		r.i++
		if c := r.peek(0); c == '十' || c == '拾' {
			sawTen = true
			r.i++
		}
	default:
		return 0, false
	}
	if !sawTen {
		if hanValue(r.peek(0)) >= 0 { // 二〇二六, 三五: no number of this kind
			r.i = start
			return 0, false
		}
		return tens, true
	}
	n := tens * 10
	if v := hanValue(r.peek(0)); v > 0 {
		n += v
		r.i++
	}
	return n, true
}

// year reads 2026年 or 二〇二六年.
func (r *reader) year() (int, bool) {
	start := r.i
	n := 0
	for k := 0; k < 4; k++ {
		c := r.peek(0)
		switch v := hanValue(c); {
		case digit(c):
			n = n*10 + int(c-'0')
		case c == 'o':
			n *= 10
		case v >= 0 && c != '两':
			n = n*10 + v
		default:
			r.i = start
			return 0, false
		}
		r.i++
	}
	if r.word("年度", "年") != "年" || n < 1949 || n > 2100 {
		r.i = start
		return 0, false
	}
	return n, true
}
