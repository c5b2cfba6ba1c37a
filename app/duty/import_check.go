package duty

import (
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/table"
)

// check looks for what is worth a look: no department, the same name twice, counts and numbers that do not fit.
func (im *importer) check() {
	im.checkDepartments()
	im.checkNames()
	im.checkCounts()
	im.checkNumbers()
}

func (im *importer) checkDepartments() {
	derived := map[int]bool{}
	without := make([][]int, len(im.tables))
	for i := range im.got {
		e := &im.got[i]
		d := &e.duty
		if d.Part == app.Basic || len(d.Departments) > 0 || e.noBody {
			continue
		}
		if d.Part == app.Cooperate && !e.cols.has(FieldDepartment) {
			if d.Departments = bodiesOfDuty(d.UpperDuty); len(d.Departments) > 0 {
				derived[e.table] = true
				continue
			}
		}
		if d.Part == app.TakenBack {
			if d.Departments = actingBody(d.UpperDuty); len(d.Departments) > 0 {
				derived[e.table] = true
				continue
			}
		}
		without[e.table] = append(without[e.table], e.row)
	}
	for t, rows := range without {
		if len(rows) > 0 {
			im.warn(t, rows, "%s没有牵头部门，引用它最多建议提级。", im.at(t, rows))
		}
		if derived[t] {
			im.warn(t, nil, "“%s”有的项没有单列部门，部门从职责或工作方式中读出，请核对。", im.name(t))
		}
	}
}

func (im *importer) checkNames() {
	type place struct {
		part app.Part
		i    int
	}
	seen := map[string][]place{}
	var order []string
	for i, e := range im.got {
		key := table.Fold(e.duty.Name)
		if seen[key] == nil {
			order = append(order, key)
		}
		seen[key] = append(seen[key], place{e.duty.Part, i})
	}
	groups := 0
	for _, key := range order {
		list := seen[key]
		if len(list) < 2 {
			continue
		}
		if groups++; groups > maxTold {
			continue
		}
		name := short(im.got[list[0].i].duty.Name, 20)
		for _, part := range []app.Part{app.Basic, app.Cooperate, app.TakenBack} {
			var rows []int
			first := -1
			for _, p := range list {
				if p.part == part {
					rows = append(rows, im.got[p.i].row)
					if first < 0 {
						first = im.got[p.i].table
					}
				}
			}
			if len(rows) > 1 {
				im.warn(first, rows, "“%s”第%s行名称相同（%s），保留%s项。", part.Title(), joinRows(rows), name, number(len(rows)))
			}
		}
		if p := list[0].part; slices.ContainsFunc(list, func(o place) bool { return o.part != p }) {
			var parts []string
			for _, o := range list {
				parts = append(parts, o.part.Title()+"第"+im.got[o.i].duty.ItemNo+"项")
			}
			im.warn(-1, nil, "“%s”同时列在%s，请核对。", name, strings.Join(parts[:min(len(parts), 6)], "、"))
		}
	}
	if groups > maxTold {
		im.warn(-1, nil, "另有 %d 组名称相同，都保留。是不是同一张表读了两遍？", groups-maxTold)
	}
}

// maxTold is how many groups of equal names are told one by one.
const maxTold = 20

// number writes small counts as people say them.
func number(n int) string {
	switch n {
	case 2:
		return "两"
	case 3:
		return "三"
	}
	return itoa(n)
}

// checkCounts compares what headings announce with what was read: it is how a lost row shows.
func (im *importer) checkCounts() {
	total := map[app.Part]int{}
	for _, e := range im.got {
		total[e.duty.Part]++
	}
	for _, a := range im.announce {
		if a.to < 0 {
			a.to = len(im.got)
		}
		got := min(a.to, len(im.got)) - a.from
		if got == a.count || a.level == 0 && total[a.part] == a.count {
			continue
		}
		if a.level == 0 && total[a.part] > got {
			got = total[a.part]
		}
		im.warn(a.table, nil, "“%s”写的是 %d 项，读到 %d 项，请核对。", short(a.heading, 30), a.count, got)
	}
}

// checkNumbers looks for gaps and repeats in the printed numbers, and for numbers that begin again within a part.
func (im *importer) checkNumbers() {
	last := map[app.Part]*imported{}
	restarts := map[app.Part]int{}
	for i := range im.got {
		e := &im.got[i]
		if e.value == 0 {
			continue
		}
		p := e.duty.Part
		prev := last[p]
		last[p] = e
		switch {
		case prev == nil && e.value == 1, prev != nil && e.value == prev.value+1:
		case prev != nil && e.value == 1:
			restarts[p]++
		case prev == nil || prev.table != e.table:
			if prev == nil && e.value > 1 {
				im.warn(e.table, []int{e.row}, "“%s”从第%d项开始，前面的项没有读到，请核对。", p.Title(), e.value)
			}
		case e.value == prev.value:
			im.warn(e.table, []int{e.row}, "“%s”有两个第%d项（第%d、%d行），都保留。", p.Title(), e.value, prev.row, e.row)
		default:
			im.warn(e.table, []int{e.row}, "“%s”的序号从 %d 跳到 %d（第%d行），请核对有没有缺项。", p.Title(), prev.value, e.value, e.row)
		}
	}
	for _, p := range []app.Part{app.Basic, app.Cooperate, app.TakenBack} {
		if restarts[p] > 0 {
			im.warn(-1, nil, "“%s”的序号有 %d 处重新从 1 编起，引用时连类别一起写。", p.Title(), restarts[p])
		}
	}
}

// finish tells what of a table was put together, counted or left out.
func (r *tableReader) finish() {
	if r.cols == nil {
		return
	}
	if len(r.continued) > 0 {
		r.im.warn(r.index, r.continued, "%s接在上一项后面，请核对是不是同一项。", r.im.at(r.index, r.continued))
	}
	if len(r.noNumber) > 0 {
		r.im.warn(r.index, r.noNumber, "%s没有序号，按前后序号补上。", r.im.at(r.index, r.noNumber))
	}
	var names []string
	for _, col := range slices.Compact(slices.Sorted(slices.Values(r.cols.unread))) {
		for row := range r.g.Rows() {
			if row < r.g.Rows() && r.g.Text(row, col) != "" && col < len(r.cols.head) && r.cols.head[col] != "" && table.Line(r.g.Text(row, col)) != r.cols.head[col] && len(r.g.Seen(row)) > 1 {
				names = append(names, column(col, r.cols.head[col]))
				break
			}
		}
	}
	if len(names) > 0 {
		of := ""
		if len(r.im.tables) > 1 {
			of = "“" + r.im.name(r.index) + "”的"
		}
		r.im.warn(r.index, nil, "%s%s没有读入。", of, strings.Join(names, "、"))
	}
}
