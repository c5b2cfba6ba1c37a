package app

import (
	"strings"
	"unicode/utf8"
)

// OfficeNamed is an office with what its full name tells: short name, county and 机关代字. 清河县柳河镇人民政府 gives
// 柳河镇, 清河县 and 柳. What the name does not tell stays empty.
func OfficeNamed(t OfficeType, name string) Office {
	name = strings.TrimSpace(name)
	o := Office{Type: t, Name: name}
	short := name
	for _, tail := range []string{"人民政府", "办事处", "村民委员会", "居民委员会", "村委会", "居委会", "党委", "委员会"} {
		if s, ok := strings.CutSuffix(short, tail); ok && s != "" {
			short = s
			break
		}
	}
	o.County, short = cutCounty(short)
	if t == Village || t == Community { // 柳河镇东湾村 -> 东湾村
		for _, mark := range []string{"镇", "乡", "街道"} {
			if i := strings.LastIndex(short, mark); i > 0 && i+len(mark) < len(short) {
				short = short[i+len(mark):]
			}
		}
	}
	o.Short = withKind(t, short)
	if r := []rune(o.Short); len(r) > 0 {
		o.Prefix = string(r[:1])
	}
	return o
}

// longestOfficeName is in characters; the longest real names of townships, with league, banner and 苏木, have about 30.
const longestOfficeName = 40

// IsOfficeName tells whether a text may be the name of an office at all: a notice pasted by mistake is not.
func IsOfficeName(name string) bool {
	name = strings.TrimSpace(name)
	return name != "" && utf8.RuneCountInString(name) <= longestOfficeName && !strings.ContainsAny(name, "。！？；：，\n@")
}

// OfficeTypeOf is the type that the full name of an office tells by its end: 上湾村, 桃园社区居民委员会. False where the name
// tells none.
func OfficeTypeOf(name string) (OfficeType, bool) {
	name = strings.TrimSpace(name)
	for _, end := range []struct {
		is OfficeType
		by []string
	}{
		{Subdistrict, []string{"街道办事处", "街道", "街道办"}},
		{Community, []string{"社区居民委员会", "居民委员会", "居委会", "社区"}},
		{Village, []string{"村民委员会", "村委会", "村"}},
		{Township, []string{"镇人民政府", "乡人民政府", "苏木人民政府", "镇政府", "乡政府", "镇", "乡"}},
	} {
		for _, tail := range end.by {
			if strings.HasSuffix(name, tail) && len(name) > len(tail) {
				return end.is, true
			}
		}
	}
	return "", false
}

// ShortBody is a body as tables name it: the office's own county is left out of 清河县住房和城乡建设局.
func (o Office) ShortBody(name string) string {
	rest, ok := strings.CutPrefix(name, o.County)
	if !ok || o.County == "" || rest == "" {
		return name
	}
	county := []rune(o.County)
	return string(county[len(county)-1:]) + rest
}

// VerdictWord is a verdict in the words of the office: a village or community never refuses, it turns to its town.
func (o Office) VerdictWord(v Verdict) string {
	if !o.Grassroots() {
		return v.Title()
	}
	switch v {
	case VerdictDo:
		return o.Self() + "办"
	case VerdictRefuse, VerdictEscalate:
		if o.Type == Community {
			return "向街道反映"
		}
		return "向镇反映"
	}
	return v.Title()
}

// cutCounty parts the county from what follows it. Province and city before it are left out.
func cutCounty(s string) (county, rest string) {
	rest = s
	for _, mark := range []string{"省", "自治区", "自治州"} {
		if i := strings.Index(rest, mark); i > 0 && i+len(mark) < len(rest) {
			rest = rest[i+len(mark):]
		}
	}
	runes := []rune(rest)
	at := -1
	for i, r := range runes {
		if i >= 1 && i+2 < len(runes) && strings.ContainsRune("县区市旗", r) {
			at = i
		}
	}
	if at < 0 {
		return "", rest
	}
	county = string(runes[:at+1])
	if i := strings.Index(county, "市"); i > 0 && i+len("市") < len(county) {
		county = county[i+len("市"):]
	}
	return county, string(runes[at+1:])
}

// withKind ends the short name with the word of the kind where the full name had it elsewhere.
func withKind(t OfficeType, short string) string {
	if short == "" {
		return ""
	}
	switch t {
	case Village:
		if !strings.HasSuffix(short, "村") {
			return short + "村"
		}
	case Community:
		if !strings.HasSuffix(short, "社区") {
			return short + "社区"
		}
	case Subdistrict:
		if !strings.HasSuffix(short, "街道") {
			return short + "街道"
		}
	}
	return short
}
