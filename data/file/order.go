package file

import (
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// CompareNames orders names as a Chinese reader looks for them: by sound. It is the order of GB 2312-80, whose first level
// stands by pinyin; the rarer characters of its second level stand after those, by radical.
func CompareNames(a, b string) int {
	if c := strings.Compare(orderKey(a), orderKey(b)); c != 0 {
		return c
	}
	return strings.Compare(a, b)
}

// orderKey is a name in the code whose order is wanted. A character that the code does not have stands after all others.
func orderKey(name string) string {
	var out strings.Builder
	encoder := simplifiedchinese.GBK.NewEncoder()
	for _, r := range name {
		s, err := encoder.String(string(r))
		if err != nil || len(s) == 2 && (s[0] < 0xB0 || s[1] < 0xA1) { // what GBK added has no order by sound
			s = "\xff" + string(r)
		}
		out.WriteString(s)
	}
	return out.String()
}
