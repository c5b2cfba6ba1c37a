package duty

import (
	"yidanqing/app"
)

// uses tells for every field where it was found and how many entries have it.
func (im *importer) uses() {
	count := map[Field]int{}
	for _, e := range im.got {
		for f, has := range map[Field]bool{
			FieldName: true, FieldNo: true, FieldCategory: e.duty.Category != "", FieldDepartment: len(e.duty.Departments) > 0,
			FieldUpperDuty: e.duty.UpperDuty != "" && e.duty.Part != app.TakenBack, FieldWay: e.duty.UpperDuty != "" && e.duty.Part == app.TakenBack,
			FieldTownDuty: e.duty.TownDuty != "", FieldBasis: e.duty.Basis != "", FieldFrom: !e.duty.From.IsZero(), FieldTransition: e.duty.Transition,
		} {
			if has {
				count[f]++
			}
		}
	}
	count[FieldPart] = len(im.got)
	where := map[Field]string{}
	for _, f := range Fields() {
		where[f] = im.where(f)
	}
	if where[FieldTaking] != "" { // one column gives both
		count[FieldTaking] = count[FieldWay]
		where[FieldDepartment] = either(where[FieldDepartment], where[FieldTaking])
		where[FieldWay] = either(where[FieldWay], where[FieldTaking])
	}
	if where[FieldWay] == "" { // 工作方式 stands in the column of the superior's duty
		count[FieldUpperDuty], count[FieldWay] = count[FieldUpperDuty]+count[FieldWay], 0
	}
	if where[FieldCategory] == "" && count[FieldCategory] > 0 {
		where[FieldCategory] = "按类别行"
	}
	if where[FieldNo] == "" && len(im.got) > 0 {
		where[FieldNo] = "按顺序编号"
	}
	for _, f := range Fields() {
		im.out.Uses = append(im.out.Uses, FieldUse{Field: f, Where: either(where[f], "无此列"), Count: count[f]})
	}
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// where names the column of a field in the first table that has it, and tells where other tables differ.
func (im *importer) where(f Field) string {
	first, differ := "", false
	for _, r := range im.readers {
		for _, w := range r.where(f) {
			switch {
			case first == "":
				first = w
			case w != first:
				differ = true
			}
		}
	}
	if differ {
		first += " 等"
	}
	return first
}

func (r *tableReader) where(f Field) (list []string) {
	for _, c := range r.heads {
		if !c.has(f) {
			continue
		}
		col := c.first(f)
		heading := ""
		if col < len(c.head) {
			heading = c.head[col]
		}
		list = append(list, column(col, heading))
	}
	if f == FieldPart && list == nil && r.partBy != "" && r.cols != nil {
		list = append(list, r.partBy)
	}
	return list
}
