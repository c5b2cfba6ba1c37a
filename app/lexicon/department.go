package lexicon

import (
	"slices"
	"strconv"
	"strings"

	"yidanqing/app/text"
)

// Identity tells who a name means, seen from an office of a county.
type Identity struct {
	// Key is the same for all names of one body: short names, names before a reform (工商局, 安监局), and what belongs to it
	// (交警大队, 燃气股). Empty for an empty name.
	Key string
	// Name is the name up to the body itself: 清河县公安局 of 清河县公安局治安大队. Whole tells that the body itself is named,
	// and not only a part of it, as in 县交警大队.
	Name  string
	Whole bool
}

// shared are the lines of the lexicon that stand for a kind of body of which a county has several: banks, schools, 专班. Of
// these only the very name counts.
var shared = []string{"镇人民政府", "联席会议办公室", "重点项目建设指挥部", "农村商业银行", "保险公司", "学校", "医院", "第三方机构", "快递企业", "通信运营商",
	"房地产开发企业", "环卫公司", "石油公司", "公共交通公司", "文化旅游投资公司", "城市投资建设公司", "燃气公司", "铁路单位", "高速公路管理单位", "开发区管理委员会"}

// levels are the words for the office's own county where its name is left out.
var levels = []string{"本县", "全县", "我县", "县", "区", "市", "旗"}

// Identify tells who a name means: a body of the office's own county whatever it is called, or a body of another place or
// level (市住房和城乡建设局), which is one of its own. county is the office's county in full: 清河县; it may be empty.
func (l *Lexicon) Identify(name, county string) Identity {
	n := strings.TrimPrefix(text.New(name).String(), "中共")
	if n == "" {
		return Identity{}
	}
	body, from := l.bodyAt(n)
	if body < 0 || slices.Contains(shared, l.Bodies[body].Name) || inTown(n[:from]) {
		return Identity{Key: placeless(n, county), Name: name, Whole: true}
	}
	b := l.Bodies[body]
	itself, whole := l.itself(n, body)
	id := Identity{Key: "#" + strconv.Itoa(body), Name: itself, Whole: whole}
	if !ownCounty(n, from, county) || b.Class == "县委政府" && otherLevel(n[from:], county) {
		id.Key = n[:from] + "/" + b.Name
	}
	return id
}

// itself is a name up to the body itself, which ends as the body's first name does: 局, 办公室, 会. Where only a part of the
// body is named, it is the whole name.
func (l *Lexicon) itself(n string, body int) (name string, whole bool) {
	if strings.HasSuffix(n, "分局") || strings.HasSuffix(n, "支局") { // a body of a higher one in the county
		return n, true
	}
	end := []rune(l.Bodies[body].Name)
	runes := []rune(n)
	for _, h := range l.FindBodies(runes) {
		if h.ID == body && (runes[h.End-1] == end[len(end)-1] || short(end, runes[h.Start:h.End])) {
			return string(runes[:h.End]), true
		}
	}
	return n, false
}

// short tells whether a name is a short form of the body's first one: its characters stand in it in their order (妇联). The
// level before it does not count (县妇联).
func short(long, name []rune) bool {
	if len(name) > 2 && strings.ContainsRune("县区市旗", name[0]) && name[0] != long[0] {
		name = name[1:]
	}
	i := 0
	for _, r := range long {
		if i < len(name) && name[i] == r {
			i++
		}
	}
	return i == len(name)
}

// bodyAt is Body with the place in s, in bytes, at which the first name of the body that it means begins.
func (l *Lexicon) bodyAt(s string) (body, from int) {
	body = l.Body(s)
	if body < 0 {
		return body, 0
	}
	runes := []rune(s)
	first := len(runes)
	for _, h := range l.FindBodies(runes) {
		if h.ID == body {
			first = min(first, h.Start)
		}
	}
	return body, len(string(runes[:first]))
}

// ownCounty tells whether a name whose body begins at from is one of the office's own county.
func ownCounty(n string, from int, county string) bool {
	before := n[:from]
	if before == "" {
		return true
	}
	if county == "" {
		return strings.HasPrefix(before, "县")
	}
	if s := stem(county); s != "" && strings.Contains(n, s) { // 清河县…, and 临江市生态环境局清河分局
		return true
	}
	for _, w := range levels {
		if strings.HasPrefix(before, w) && !otherLevel(w, county) {
			return true
		}
	}
	return false
}

// otherLevel tells whether a name begins with a level that is not the county's: 市政府, seen from a county.
func otherLevel(n, county string) bool {
	r, own := []rune(n), []rune(county)
	return len(r) > 0 && len(own) > 0 && strings.ContainsRune("县区市旗", r[0]) && r[0] != own[len(own)-1]
}

// placeless drops the office's own county before a name that the lexicon does not fold.
func placeless(n, county string) string {
	if county != "" {
		if rest, ok := strings.CutPrefix(n, county); ok && rest != "" {
			return rest
		}
	}
	for _, w := range levels {
		if rest, ok := strings.CutPrefix(n, w); ok && rest != "" && !otherLevel(w, county) && !strings.HasPrefix(rest, "委") {
			return rest
		}
	}
	return n
}

// inTown tells whether what stands before a body's name makes it one of a town: 柳河镇财政所.
func inTown(before string) bool {
	for _, end := range []string{"镇", "乡", "街道", "村", "社区"} {
		if strings.HasSuffix(before, end) {
			return true
		}
	}
	return false
}

// stem is a county without its last character: 清河. Empty where that would be a single character.
func stem(county string) string {
	r := []rune(county)
	if len(r) < 3 {
		return ""
	}
	return string(r[:len(r)-1])
}
