package paper

import (
	"regexp"
	"slices"
	"strings"

	"yidanqing/app"
)

// veil takes out of a text what would tell who is meant (隐名): the office, its county, the sender and other bodies by
// their full and short names, people, telephones, the numbers of the notice and of the list, names of apps and chat
// groups. The names are those that the record knows; the clerk reads the case before it leaves the house.
type veil struct{ names *strings.Replacer }

var (
	telephone = regexp.MustCompile(`1[3-9]\d{9}|0\d{2,3}[-—]?\d{7,8}|\b\d{3,4}[ -]\d{4}\b|\b\d{7,8}\b`)
	appName   = regexp.MustCompile(`[“‘「]([^“”‘’「」]{1,14})[”’」](\s?)(App|APP|app|小程序|公众号|平台|系统|微信群|工作群|群)`)
	groupName = regexp.MustCompile(`[“‘「][^“”‘’「」]{1,20}群[”’」]`)
	doubled   = strings.NewReplacer("某某", "某", "某县某县", "某县", "某局某局", "某局")
)

func newVeil(s Subject) veil {
	type pair struct{ name, shown string }
	var list []pair
	add := func(name, shown string) {
		if name = strings.TrimSpace(name); len([]rune(name)) >= 2 && !slices.ContainsFunc(list, func(p pair) bool { return p.name == name }) {
			list = append(list, pair{name, shown})
		}
	}
	town := veiledOffice(s.Office)
	add(s.Office.Name, town)
	add(strings.TrimPrefix(s.Office.Name, s.Office.County), town)
	add(s.Office.Short, town)
	for _, name := range append([]string{s.Fields.Issuer}, bodiesOf(s.Duties)...) {
		shown := veiledBody(name)
		add(name, shown)
		if rest := countyless(name, s.Office.County); rest != name {
			add(rest, shown)
			add("县"+rest, shown)
			add("区"+rest, shown)
		}
	}
	add(s.Office.County, "某县")
	people := append([]string{calling(s.Fields.Contact), s.clerk()}, s.Office.Clerk)
	for _, t := range s.Talks {
		people = append(people, t.With)
	}
	for _, name := range people {
		add(name, "某同志")
	}
	for _, name := range []string{s.Fields.Phone, s.phone(), s.Office.Phone} {
		add(name, "（电话略）")
	}
	add(s.Fields.DocNo, "（文号略）")
	add(s.List.DocNo, "（文号略）")
	slices.SortStableFunc(list, func(a, b pair) int { return len(b.name) - len(a.name) }) // the longer name first
	var flat []string
	for _, p := range list {
		flat = append(flat, p.name, p.shown)
	}
	return veil{strings.NewReplacer(flat...)}
}

// over lays the veil over a text.
func (v veil) over(text string) string {
	text = v.names.Replace(text)
	text = appName.ReplaceAllString(text, "某$2$3")
	text = groupName.ReplaceAllString(text, "某工作群")
	text = telephone.ReplaceAllString(text, "（电话略）")
	return doubled.Replace(text)
}

// veiledOffice is what stands for the office itself.
func veiledOffice(o app.Office) string {
	switch o.Type {
	case app.Subdistrict:
		return "某街道"
	case app.Village:
		return "某村"
	case app.Community:
		return "某社区"
	}
	return "某镇"
}

// veiledBody is what stands for a body: the kind of body that the end of its name tells.
func veiledBody(name string) string {
	switch ClassOf(name) {
	case ClassLeading:
		return "上级机关"
	case ClassTown:
		return "某乡镇"
	}
	for _, end := range []string{"局", "部", "中心", "银行", "公司", "学校", "指挥部", "领导小组"} {
		if strings.HasSuffix(name, end) {
			return "某" + end
		}
	}
	return "某部门"
}

// bodiesOf are the departments of entries.
func bodiesOf(duties []app.Duty) []string {
	var out []string
	for _, d := range duties {
		out = append(out, d.Departments...)
	}
	return out
}
