package paper

import (
	"strconv"
	"strings"

	"yidanqing/app"
)

// ClassOf guesses what kind of body a name belongs to. It is a guess for prefilling: the clerk's choice counts. A name
// that says nothing is ClassUnknown.
func ClassOf(name string) Class {
	n := strings.TrimPrefix(strings.ReplaceAll(strings.TrimSpace(name), " ", ""), "中共")
	if n == "" {
		return ClassUnknown
	}
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(n, w) {
				return true
			}
		}
		return false
	}
	ends := func(words ...string) bool {
		for _, w := range words {
			if strings.HasSuffix(n, w) {
				return true
			}
		}
		return false
	}
	switch {
	case has("减负") && has("专项工作机制", "专班", "办"), has("编制委员会", "编办"):
		return ClassRelief
	case townOffice(n), ends("镇人民政府", "乡人民政府", "街道办事处", "镇政府", "乡政府", "镇党委", "乡党委", "街道党工委", "党政办"),
		ends("镇", "乡", "街道"):
		return ClassTown
	case has("共青团", "团县委", "团区委", "团市委"):
		return ClassDepartment
	case has("领导小组", "指挥部", "专班", "联席会议", "安委", "安全生产委员会", "安全委员会", "防火委", "议事协调"):
		return ClassTaskForce
	case ends("法院", "检察院"):
		return ClassCourt
	case has("组织部", "宣传部", "统战部", "政法委", "纪委", "纪律检查委员会", "监委", "监察委员会", "社会工作部", "巡察", "直属机关工委",
		"网信办", "网络安全和信息化委员会", "农村工作委员会", "党校", "档案馆"):
		return ClassParty
	case leading(n):
		return ClassLeading
	case has("县委", "区委", "市委") && !has("县委员会", "区委员会", "市委员会"):
		return ClassParty
	case has("税务局", "气象局", "消防救援", "海关", "烟草专卖", "金融监管"):
		return ClassVertical
	case ends("银行", "支行", "公司", "学校", "中学", "小学", "医院", "协会", "商会", "集团", "厂", "信用社", "联社", "学院", "大学",
		"幼儿园", "物业", "合作社", "电网", "供电所"):
		return ClassOutside
	case ends("局", "委", "办", "厅", "科", "股", "所", "站", "队", "中心", "办公室", "委员会", "总工会", "团委", "妇联", "残联", "科协", "红十字会", "供销社", "联合会"):
		return ClassDepartment
	}
	return ClassUnknown
}

// townOffice tells whether the name is that of an office within a town or subdistrict: 柳河镇民政办公室.
func townOffice(n string) bool {
	for _, mark := range []string{"镇", "街道"} {
		i := strings.Index(n, mark)
		if i <= 0 || strings.HasSuffix(n[:i], "城") || strings.HasSuffix(n[:i], "乡") || strings.Contains(n, "县直") {
			continue
		}
		rest := n[i+len(mark):]
		for _, end := range []string{"办", "办公室", "所", "站", "中心", "纪委", "妇联", "团委", "工会", "大队", "党工委"} {
			if strings.HasSuffix(rest, end) {
				return true
			}
		}
	}
	return false
}

// leading tells whether the name is that of 县委 or 县政府 themselves or of their general offices, and not of a
// commission such as 卫生健康委员会.
func leading(n string) bool {
	for _, w := range []string{"县委", "区委", "市委", "县政府", "区政府", "市政府", "县人民政府", "区人民政府", "市人民政府"} {
		if i := strings.Index(n, w); i >= 0 {
			rest := n[i+len(w):]
			return rest == "" || rest == "办" || rest == "办公室" || rest == "员会" || rest == "员会办公室"
		}
	}
	return false
}

// countyless drops what stands before the proper name of a body: 中共, 清河县, 县.
func countyless(name, county string) string {
	n := strings.TrimPrefix(strings.TrimSpace(name), "中共")
	if county != "" {
		if rest := strings.TrimPrefix(n, county); rest != n {
			return rest
		}
	}
	r := []rune(n)
	for i := 0; i < min(len(r)-2, 8); i++ { // 清河县民政局, 县民政局; 市 only at the front, for 市场监管局
		if r[i] == '县' || r[i] == '区' || i == 0 && r[i] == '市' && r[1] != '场' {
			return string(r[i+1:])
		}
	}
	return n
}

// sameBody tells whether two names mean one body: equal, or one a short form of the other (县住建局 and
// 清河县住房和城乡建设局): its characters stand in the longer one in their order, first and last the same.
func sameBody(a, b, county string) bool {
	x, y := []rune(countyless(a, county)), []rune(countyless(b, county))
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 2 {
		return false
	}
	if rest, ok := strings.CutPrefix(string(y), string(x)); ok { // the body itself, or a section of it
		return rest == "" || section(rest)
	}
	if x[0] != y[0] || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	i := 0
	for _, r := range y {
		if i < len(x) && x[i] == r {
			i++
		}
	}
	return i == len(x)
}

// section tells whether a name is that of a section within a body: 特设股, 人事科.
func section(name string) bool {
	for _, end := range []string{"股", "科", "室", "组"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// you is how the document addresses its addressee: 贵局, 贵部, else 贵单位.
func (w *Wording) you(name string) string {
	best := Form{}
	for _, f := range w.You {
		if strings.HasSuffix(name, f.End) && len(f.End) > len(best.End) {
			best = f
		}
	}
	if best.Form == "" || section(name) && !strings.HasSuffix(name, "办公室") {
		if i := strings.LastIndex(name, "局"); i > 0 && section(name) { // a section answers for its bureau
			return w.you(name[:i+len("局")])
		}
		return w.YouElse
	}
	return best.Form
}

// level is the office's level as the documents say it.
func level(o app.Office) string {
	switch o.Type {
	case app.Subdistrict:
		return "街道"
	case app.Village:
		return "村"
	case app.Community:
		return "社区"
	}
	return "乡镇"
}

// within is how a village speaks of itself in its own paper: 村里, 社区.
func within(o app.Office) string {
	if o.Type == app.Community {
		return "社区"
	}
	return level(o) + "里"
}

// bodies writes the departments of an entry, the addressee as 贵局. mine tells whether the addressee is among them.
func (w *Wording) bodies(d app.Duty, s Subject) (text string, mine bool) {
	var names []string
	for _, n := range d.Departments {
		if n = strings.TrimSpace(n); n == "" {
			continue
		}
		if s.is(n) { // the addressee first: it must not fall under 等
			names, mine = append([]string{w.address(s, s.To.Name)}, names...), true
			continue
		}
		names = append(names, n)
	}
	if len(names) > maxBodies {
		return strings.Join(names[:maxBodies], "、") + "等" + strconv.Itoa(len(names)) + "个部门", mine
	}
	return strings.Join(names, "、"), mine
}

// maxBodies is how many bodies a sentence names; the evidence page has them all.
const maxBodies = 4

// is tells whether name means the addressee.
func (s Subject) is(name string) bool {
	return s.To.Name != "" && (sameBody(name, s.To.Name, s.Office.County) || s.To.Short != "" && sameBody(name, s.To.Short, s.Office.County))
}
