package duty

import (
	"regexp"
	"strings"

	"yidanqing/app/table"
)

// orgEnd is how the name of a body ends.
const orgEnd = `局|委|办|部|院|队|中心|公司|政府|会|社|所|室|站|厅|处|科|股|组|团|联|校|园|银行|行|馆|台|署|办公室|委员会|法院|检察院|指挥部|专班|机构|组织|部门|单位|企业`

var (
	orgTail  = regexp.MustCompile(`(` + orgEnd + `)([（(][^（()）]*[）)])?$`)
	levelTop = regexp.MustCompile(`^(中共|国家|省|市|县|区|旗|州|盟|镇|乡|街道|本级|各|有关|相关|国网|\p{Han}{1,4}(省|市|县|区|旗|州|镇|乡))`)
	// noBody stands in department cells of entries that nobody takes over.
	noBody = regexp.MustCompile(`^([/／\-—–－无空]+|(不再|已)?取消.*|.*取消(该|此|本)?(项|事项|工作|任务)?|不再开展.*|不再实施.*)$`)
	// roleLabel opens a group of departments in one cell: 牵头部门：…
	roleLabel = regexp.MustCompile(`(牵头|主责|主办|责任|承接|主管|配合|协助|协办|对应|参与|会同)(部门|单位|机构|主体)?\s*[:：]`)
	roleTail  = regexp.MustCompile(`(牵头负责|牵头|主责|负责|配合|协助|承接|按职责分工负责)$`)
	roleNote  = regexp.MustCompile(`[（(](牵头|主责|主办|配合|协助|牵头部门|责任部门|牵头单位)[）)]`)
)

// departments splits the words of a department cell into bodies, the leading one first. none tells that the cell says
// that no body takes the entry over (取消).
func departments(cell string) (list []string, none bool) {
	cell = strings.TrimSpace(cell)
	if cell == "" {
		return nil, false
	}
	if noBody.MatchString(table.Line(cell)) {
		return nil, true
	}
	var lead, rest []string
	for _, group := range roleGroups(cell) {
		for _, name := range splitBodies(group.text) {
			first := group.lead
			if roleNote.MatchString(name) {
				first = strings.Contains(name, "牵头") || strings.Contains(name, "主责") || strings.Contains(name, "主办")
				name = roleNote.ReplaceAllString(name, "")
			}
			if m := roleTail.FindString(name); m != "" && orgTail.MatchString(strings.TrimSuffix(name, m)) {
				first = first || strings.HasPrefix(m, "牵头") || m == "主责"
				name = strings.TrimSuffix(name, m)
			}
			name = strings.Trim(name, " 、,，;；。.:：")
			if name == "" || noBody.MatchString(name) {
				continue
			}
			if first {
				lead = addName(lead, name)
			} else {
				rest = addName(rest, name)
			}
		}
	}
	for _, name := range rest {
		lead = addName(lead, name)
	}
	return lead, false
}

func addName(list []string, name string) []string {
	for _, have := range list {
		if have == name {
			return list
		}
	}
	return append(list, name)
}

type roleGroup struct {
	text string
	lead bool
}

// roleGroups cuts a cell at labels such as 牵头部门： and 配合部门：.
func roleGroups(cell string) []roleGroup {
	at := roleLabel.FindAllStringIndex(cell, -1)
	if at == nil {
		return []roleGroup{{text: cell}}
	}
	var out []roleGroup
	if head := strings.TrimSpace(cell[:at[0][0]]); head != "" {
		out = append(out, roleGroup{text: head})
	}
	for i, m := range at {
		end := len(cell)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		label := cell[m[0]:m[1]]
		out = append(out, roleGroup{text: cell[m[1]:end], lead: strings.Contains(label, "牵头") || strings.Contains(label, "主责") || strings.Contains(label, "主办")})
	}
	return out
}

// splitBodies cuts at marks between names, outside brackets, and at line breaks where a new name begins.
func splitBodies(s string) []string {
	var pieces []string
	depth, from := 0, 0
	r := []rune(s)
	cut := func(i int) {
		pieces = append(pieces, string(r[from:i]))
		from = i + 1
	}
	for i, c := range r {
		switch c {
		case '(', '（', '[', '【':
			depth++
		case ')', '）', ']', '】':
			depth = max(0, depth-1)
		case '、', ',', '，', ';', '；', '/', '／', '|', '\n':
			if depth == 0 {
				cut(i)
				if c == '\n' {
					pieces = append(pieces, "\n")
				}
			}
		case ' ', '\t', '\u3000':
			if depth == 0 {
				cut(i)
				pieces = append(pieces, "\n")
			}
		}
	}
	pieces = append(pieces, string(r[from:]))
	return joinBodies(pieces)
}

// joinBodies puts together again what a line break or a mark cut within a name: “县市场监督⏎管理局”, “市、区住建局”.
func joinBodies(pieces []string) []string {
	var out []string
	broken := false
	for _, p := range pieces {
		if p == "\n" {
			broken = true
			continue
		}
		p = trimBullet(table.Line(p))
		if p == "" {
			continue
		}
		n := len(out)
		switch {
		case n == 0:
		case broken && !newBody(out[n-1], p):
			out[n-1] += p
			broken = false
			continue
		case !broken && len([]rune(out[n-1])) <= 2 && !orgTail.MatchString(out[n-1]):
			out[n-1] += "、" + p
			continue
		}
		out = append(out, p)
		broken = false
	}
	var split []string
	for _, name := range out {
		split = append(split, splitJoined(name)...)
	}
	return split
}

// trimBullet drops the number or mark before a name in a cell: “1.县住建局”.
func trimBullet(s string) string {
	return regexpBullet.ReplaceAllString(s, "")
}

var regexpBullet = regexp.MustCompile(`^(\d{1,2}[.．、]|[(（]\d{1,2}[)）]|[①-⑳•●·\-])\s*`)

// newBody tells whether next begins a new name after a break.
func newBody(last, next string) bool {
	if !orgTail.MatchString(last) {
		return false
	}
	if levelTop.MatchString(next) {
		return true
	}
	switch last {
	case "县委", "市委", "区委", "旗委", "党委", "镇党委", "乡党委", "县政府", "市政府", "区政府":
		return false
	}
	long := len([]rune(next))
	return long >= 4 || long == 3 && orgTail.MatchString(next)
}

// joined are words between two bodies that also occur within names: they part bodies only where both sides are whole.
var joined = regexp.MustCompile(`会同|以及|及|和|与`)

func splitJoined(name string) []string {
	for _, m := range joined.FindAllStringIndex(name, -1) {
		left, right := name[:m[0]], name[m[1]:]
		if orgTail.MatchString(left) && levelTop.MatchString(right) && orgTail.MatchString(right) {
			return append([]string{left}, splitJoined(right)...)
		}
	}
	return []string{name}
}

var (
	takerLabel = regexp.MustCompile(`(承接|接收|接受|牵头|责任|主管|实施|收回)(部门|单位|主体|机构)\s*[:：]?\s*`)
	wayLabel   = regexp.MustCompile(`(工作|承接|履职|办理|处理|处置|收回|落实|实施|管理)(方式|措施|要求)\s*[:：]\s*`)
	byBody     = regexp.MustCompile(`^由([\p{Han}、（()）]{2,40}?)(?:统一|依法|依规|牵头|会同|负责|承接|承担|组织|直接|具体|按|履行)`)
)

// taking splits a cell of department and way of working: “承接部门：县商务局 工作方式：由县商务局组织实施”, the same without
// labels in two lines, “由县商务局依法组织实施”, “取消该事项”.
func taking(cell string) (deps []string, way string, none bool) {
	text := strings.TrimSpace(cell)
	if text == "" {
		return nil, "", false
	}
	if m := wayLabel.FindStringIndex(text); m != nil {
		head := takerLabel.ReplaceAllString(text[:m[0]], "")
		deps, none = departments(strings.Trim(head, " \n,，;；。"))
		way = table.Lines(text[m[1]:])
		return deps, way, none || len(deps) == 0 && noBody.MatchString(table.Line(way))
	}
	if m := takerLabel.FindStringIndex(text); m != nil && m[0] == 0 {
		text = text[m[1]:]
		head, rest, _ := strings.Cut(text, "\n")
		deps, none = departments(head)
		return deps, table.Lines(rest), none
	}
	head, rest, two := strings.Cut(text, "\n")
	if two && allBodies(head) {
		deps, none = departments(head)
		return deps, table.Lines(rest), none
	}
	if allBodies(text) {
		deps, none = departments(text)
		return deps, "", none
	}
	if noBody.MatchString(table.Line(text)) {
		return nil, table.Lines(text), true
	}
	return actingBody(text), table.Lines(text), false
}

// actingBody is the body that a way of working names: 由县商务局依法组织实施.
func actingBody(way string) []string {
	m := byBody.FindStringSubmatch(table.Line(way))
	if m == nil {
		return nil
	}
	deps, _ := departments(m[1])
	for _, d := range deps {
		if !orgTail.MatchString(d) || generalBody.MatchString(d) {
			return nil
		}
	}
	return deps
}

// generalBody is no name: 承接部门, 主管部门, 有关单位.
var generalBody = regexp.MustCompile(`^(各|有关|相关|承接|主管|牵头|责任|上级|县直|行业|职能|县级|业务)*(部门|单位|机构|主体)$`)

// allBodies tells whether a text is nothing but names of bodies.
func allBodies(s string) bool {
	deps, none := departments(s)
	if none || len(deps) == 0 || strings.ContainsAny(s, "。；;") {
		return false
	}
	for _, d := range deps {
		if !orgTail.MatchString(d) || len([]rune(d)) > 24 {
			return false
		}
	}
	return true
}

// dutyBody finds the bodies that open the points of 上级部门职责: “1.县住建局负责…”, “县公安局：…”.
var dutyBody = regexp.MustCompile(`(?:^|[\n。；;]|\d{1,2}[.．、])\s*((?:\p{Han}|[、（()）]){2,40}?(?:` + orgEnd + `))(?:[:：]|负责|牵头|承担|会同)`)

// bodiesOfDuty are the departments named in the superior's duty, for lists without a column of departments.
func bodiesOfDuty(upper string) []string {
	var out []string
	for _, m := range dutyBody.FindAllStringSubmatch(upper, 20) {
		deps, _ := departments(m[1])
		for _, d := range deps {
			if orgTail.MatchString(d) && !generalBody.MatchString(d) && len([]rune(d)) <= 24 {
				out = addName(out, d)
			}
		}
	}
	return out
}
