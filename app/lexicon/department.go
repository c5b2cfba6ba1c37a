package lexicon

import (
	"slices"
	"strconv"
	"strings"

	"yidanqing/app/text"
)

// Identity tells who a name means, seen from an office of a county.
type Identity struct {
	// Key is the same for all names of one body: short names, names before a reform (工商局, 安监局), and, for departments,
	// what belongs to them (交警大队, 燃气股). Empty for an empty name.
	Key string
	// Whole tells that the name is that of the body itself, not of a part of it.
	Whole bool
}

// folded are the classes of bodies that are known by the lexicon whatever part of them writes. Of the others only the
// very name counts: there are many banks, schools and 专班, and the lexicon has one line for all of a kind.
var folded = []string{"县委政府", "党委部门", "政府部门", "垂直", "司法", "群团"}

// levels are the words for the office's own county where its name is left out.
var levels = []string{"本县", "全县", "我县", "县", "区", "市", "旗"}

// Identify tells who a name means: a body of the office's own county whatever it is called, or a body of another place or
// level (市住房和城乡建设局), which is one of its own. county is the office's county in full: 清河县; it may be empty.
func (l *Lexicon) Identify(name, county string) Identity {
	n := strings.TrimPrefix(text.New(name).String(), "中共")
	if n == "" {
		return Identity{}
	}
	body, from, to := l.bodyAt(n)
	if body < 0 || !slices.Contains(folded, l.Bodies[body].Class) || inTown(n[:from]) {
		return Identity{Key: placeless(n, county), Whole: true}
	}
	b := l.Bodies[body]
	if !ownCounty(n, from, county) || b.Class == "县委政府" && otherLevel(n[from:], county) {
		return Identity{Key: n[:from] + "/" + b.Name, Whole: to == len(n)}
	}
	end := []rune(b.Name)
	return Identity{Key: "#" + strconv.Itoa(body), Whole: to == len(n) && strings.HasSuffix(n, string(end[len(end)-1:]))}
}

// bodyAt is Body with the place in s, in bytes, from the first name of the body that it means to the last.
func (l *Lexicon) bodyAt(s string) (body, from, to int) {
	body = l.Body(s)
	if body < 0 {
		return body, 0, 0
	}
	runes := []rune(s)
	first, last := len(runes), 0
	for _, h := range l.FindBodies(runes) {
		if h.ID == body {
			first, last = min(first, h.Start), max(last, h.End)
		}
	}
	return body, len(string(runes[:first])), len(string(runes[:last]))
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
