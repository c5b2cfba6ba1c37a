package text

import "strconv"

// CountWord writes how many, up to ten, as it is said before a measure word (一个, 两个, 十个); beyond that in digits.
func CountWord(n int) string {
	words := []rune("一两三四五六七八九十")
	if n < 1 || n > len(words) {
		return strconv.Itoa(n)
	}
	return string(words[n-1])
}
