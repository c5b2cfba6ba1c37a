package file_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/duty"
)

// form is one way in which a township may lay out its list; the tests draw many of them at random.
type form struct {
	rnd        *rand.Rand
	sheets     bool // a table for each part, else one for all
	partColumn bool // in one table: a column names the part, else heading rows
	category   int  // 0 rows merged over the width, 1 a merged column, 2 a column filled only where it changes, 3 rows not merged, 4 none
	numbers    int  // 0 through the part, 1 again in each category, 2 no column, 3 in front of the name
	twoRows    bool // heading of two rows
	taking     int  // 0 one column with labels, 1 two columns, 2 the columns of the other parts
	again      bool // the heading repeated every 40 rows
	wrap       bool // line breaks inside names and departments
	wide       bool // full-width brackets and colons in headings
}

func draw(seed int64) form {
	r := rand.New(rand.NewSource(seed))
	f := form{
		rnd: r, sheets: r.Intn(2) == 0, partColumn: r.Intn(2) == 0, category: r.Intn(5), numbers: r.Intn(4), twoRows: r.Intn(3) == 0,
		taking: r.Intn(3), again: r.Intn(3) == 0, wrap: r.Intn(2) == 0, wide: r.Intn(2) == 0,
	}
	if !f.sheets && f.partColumn {
		f.taking = 2
	}
	return f
}

func (f form) pick(words ...string) string { return words[f.rnd.Intn(len(words))] }

var chineseDigits = []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"}

// layout is a table in the making.
type layout struct {
	f     form
	t     app.Table
	width int
}

func (l *layout) merge(r0, c0, r1, c1 int) {
	if r0 == r1 && c0 == c1 {
		return
	}
	v := l.t.Cells[r0][c0]
	for r := r0; r <= r1; r++ {
		for c := c0; c <= c1; c++ {
			l.t.Cells[r][c] = v
		}
	}
	l.t.Merged = append(l.t.Merged, app.Merge{Row0: r0, Col0: c0, Row1: r1, Col1: c1})
}

func (l *layout) row(cells ...string) int {
	for len(cells) < l.width {
		cells = append(cells, "")
	}
	l.t.Cells = append(l.t.Cells, cells)
	return len(l.t.Cells) - 1
}

func (l *layout) across(text string) {
	r := l.row(text)
	if l.f.category != 3 {
		l.merge(r, 0, r, l.width-1)
	}
}

// columnsOf names the columns that entries of a part have, in order.
func (f form) columnsOf(part app.Part, all bool) (ids []string, heads []string) {
	add := func(id, head string) { ids, heads = append(ids, id), append(heads, head) }
	if all && f.partColumn && !f.sheets {
		add("part", f.pick("清单类别", "所属部分", "事项类型", "履职类型"))
	}
	if f.category == 1 || f.category == 2 {
		add("category", f.pick("类别", "领域", "事项类别", "一级事项"))
	}
	if f.numbers < 2 {
		add("no", f.pick("序号", "编号", "序 号"))
	}
	switch part {
	case app.Basic:
		add("name", f.pick("事项名称", "具体事项", "事项", "履职事项"))
	case app.Cooperate:
		add("name", f.pick("事项名称", "协同事项", "配合事项名称", "具体事项"))
	default:
		add("name", f.pick("事项名称", "收回事项", "事项"))
	}
	if all || part == app.Cooperate {
		add("dep", f.pick("对应上级部门", "牵头部门", "责任部门", "县级部门", "对应部门"))
		add("upper", f.pick("上级部门职责", "部门职责", "县级部门职责", "牵头部门职责"))
		add("town", f.pick("乡镇(街道)配合职责", "镇(街)配合职责", "街道配合职责", "苏木乡镇配合职责", "乡镇职责", "配合职责"))
	} else if part == app.TakenBack {
		if f.taking == 0 {
			add("taking", f.pick("承接部门及工作方式", "承接部门和工作方式", "承接单位及承接方式"))
		} else {
			add("dep", f.pick("承接部门", "承接单位", "承接主体"))
			add("way", f.pick("工作方式", "承接方式", "履职方式"))
		}
	}
	return ids, heads
}

func widen(s string) string {
	return strings.NewReplacer("(", "（", ")", "）", ":", "：").Replace(s)
}

// cut puts a line break somewhere into a text.
func (f form) cut(s string) string {
	r := []rune(s)
	if !f.wrap || len(r) < 8 || f.rnd.Intn(3) > 0 {
		return s
	}
	i := 2 + f.rnd.Intn(len(r)-4)
	if r[i-1] < 0x80 && r[i] < 0x80 { // between Latin letters a break is a blank
		return s
	}
	return string(r[:i]) + "\n" + string(r[i:])
}

func (f form) departments(list []string) string {
	return strings.Join(list, f.pick("、", "、", "\n", "，", ";"))
}

// points breaks a duty into its numbered points, one a line.
func points(s string) string {
	for i := 2; i < 10; i++ {
		s = strings.ReplaceAll(s, fmt.Sprintf("。%d.", i), fmt.Sprintf("。\n%d.", i))
	}
	return s
}

func (f form) cells(ids []string, d app.Duty, no int, category string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		switch id {
		case "part":
			out[i] = map[app.Part]string{app.Basic: "基本履职", app.Cooperate: f.pick("配合履职", "协同事项"), app.TakenBack: f.pick("上级部门收回", "上级收回事项")}[d.Part]
		case "category":
			out[i] = category
		case "no":
			out[i] = fmt.Sprint(no)
		case "name":
			out[i] = f.cut(d.Name)
			if f.numbers == 3 {
				out[i] = fmt.Sprintf("%d.%s", no, out[i])
			}
		case "dep":
			out[i] = f.departments(d.Departments)
		case "upper", "way":
			out[i] = points(d.UpperDuty)
		case "town":
			out[i] = points(d.TownDuty)
		case "taking":
			out[i] = "承接部门:" + f.departments(d.Departments) + f.pick("\n", " ", "") + "工作方式:" + d.UpperDuty
			if f.wide {
				out[i] = widen(out[i][:len("承接部门:")]) + out[i][len("承接部门:"):]
			}
		}
	}
	return out
}

// put writes the entries of one part below their heading.
func (l *layout) put(list []app.Duty, all bool, heading bool) {
	f := l.f
	ids, heads := f.columnsOf(list[0].Part, all)
	at := map[string]int{}
	for i, id := range ids {
		at[id] = i
	}
	writeHead := func() {
		r := l.row(heads...)
		if f.twoRows {
			second := l.row()
			for c := range heads {
				l.merge(r, c, second, c)
			}
		}
	}
	if heading {
		writeHead()
	}
	category, no, group, from := "", 0, 0, -1
	flush := func(end int) {
		if c, ok := at["category"]; ok && f.category == 1 && from >= 0 && from < end {
			l.merge(from, c, end, c)
		}
	}
	count := map[string]int{}
	for _, d := range list {
		count[d.Category]++
	}
	for k, d := range list {
		shown := ""
		if d.Category != category {
			flush(len(l.t.Cells) - 1)
			category, shown, from = d.Category, d.Category, len(l.t.Cells)
			if f.numbers == 1 {
				no = 0
			}
			if f.category == 0 || f.category == 3 {
				l.across(fmt.Sprintf("%s、%s(%d项)", chineseDigits[group], category, count[category]))
			}
			group++
		}
		if f.again && heading && k > 0 && k%40 == 0 && f.category != 1 {
			writeHead()
		}
		no++
		if f.category == 1 {
			shown = category
		}
		l.row(f.cells(ids, d, no, shown)...)
	}
	flush(len(l.t.Cells) - 1)
}

var titles = map[app.Part]string{app.Basic: "基本履职事项清单", app.Cooperate: "配合履职事项清单", app.TakenBack: "上级部门收回事项清单"}

func (f form) tables(list []app.Duty) []app.Table {
	byPart := map[app.Part][]app.Duty{}
	for _, d := range list {
		byPart[d.Part] = append(byPart[d.Part], d)
	}
	order := []app.Part{app.Basic, app.Cooperate, app.TakenBack}
	var out []app.Table
	if f.sheets {
		where := f.rnd.Intn(3)
		for i, p := range order {
			ids, _ := f.columnsOf(p, false)
			l := &layout{f: f, width: len(ids), t: app.Table{File: "清单.xlsx", Name: fmt.Sprintf("Sheet%d", i+1)}}
			switch where {
			case 0:
				l.t.Name = titles[p]
			case 1:
				l.across("某县某镇" + titles[p])
			case 2:
				l.t.File, l.t.Before = "清单.docx", []string{fmt.Sprintf("%s、%s(%d项)", chineseDigits[i], titles[p], len(byPart[p]))}
			}
			l.put(byPart[p], false, true)
			l.across("注：本清单由县委编办负责解释。")
			out = append(out, l.t)
		}
		return out
	}
	all := f.partColumn
	ids, heads := f.columnsOf(app.Cooperate, all)
	width := len(ids)
	if back, _ := f.columnsOf(app.TakenBack, all); len(back) > width {
		width = len(back)
	}
	l := &layout{f: f, width: width, t: app.Table{File: "清单.xlsx", Name: "Sheet1"}}
	l.across("某县某镇履行职责事项清单")
	if all {
		l.row(heads...)
	}
	for i, p := range order {
		if !all {
			l.across(fmt.Sprintf("%s、%s(%d项)", chineseDigits[i], titles[p], len(byPart[p])))
		}
		l.put(byPart[p], all, !all)
	}
	return append(out, l.t)
}

// Lists laid out at random give back what was put in.
func TestListsLaidOutAtRandom(t *testing.T) {
	for _, name := range []string{"list.tsv", "village.tsv"} {
		want := truth(t, name)
		for seed := range int64(60) {
			f := draw(seed)
			tables := f.tables(want)
			p, err := duty.Import(tables, duty.Options{})
			if err != nil {
				t.Fatalf("%s seed %d %+v: %v", name, seed, f, err)
			}
			if len(p.List.Duties) != len(want) {
				t.Errorf("%s seed %d %+v: %d entries, want %d; unread %.600s", name, seed, f, len(p.List.Duties), len(want), fmt.Sprintf("%+v", p.Unread))
				continue
			}
			for _, u := range p.Unread {
				if u.Reason != "说明文字，不是事项" {
					t.Errorf("%s seed %d: unread %+v", name, seed, u)
				}
			}
			wrong := 0
			for i, d := range p.List.Duties {
				w := want[i]
				if f.category == 4 {
					w.Category = ""
				}
				if f.numbers == 1 || f.numbers == 3 {
					w.ItemNo = d.ItemNo // it begins again in each category
				}
				if key(d) != key(w) {
					if wrong++; wrong <= 3 {
						t.Errorf("%s seed %d %+v: entry %d\n got %s\nwant %s", name, seed, f, i, key(d), key(w))
					}
				}
			}
		}
	}
}
