package duty

import (
	"slices"
	"strings"

	"yidanqing/app"
	"yidanqing/app/table"
)

// cleanName is the name of an entry on one line, without a mark at its end.
func cleanName(s string) string { return strings.TrimRight(table.Line(s), "。；; ") }

// words reads departments, duties, basis and dates of a row. below leaves out cells that are merged with the row above.
func (r *tableReader) words(row int, below bool) (d app.Duty, none bool) {
	text := func(f Field) (out []string) {
		for _, col := range r.cols.of[f] {
			if t := strings.TrimSpace(r.g.Text(row, col)); t != "" && !(below && r.g.GoesOn(row, col)) && !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
		return out
	}
	for _, t := range text(FieldDepartment) {
		deps, way, no := departmentCell(t)
		for _, dep := range deps {
			d.Departments = addName(d.Departments, dep)
		}
		none = none || no
		d.UpperDuty = joinText(d.UpperDuty, way)
	}
	for _, t := range text(FieldTaking) {
		deps, way, no := taking(t)
		for _, dep := range deps {
			d.Departments = addName(d.Departments, dep)
		}
		none = none || no
		d.UpperDuty = joinText(d.UpperDuty, way)
	}
	for _, f := range []Field{FieldUpperDuty, FieldWay} {
		for _, t := range text(f) {
			if t = table.Lines(t); t != d.UpperDuty && !dash(t) {
				d.UpperDuty = joinText(d.UpperDuty, t)
			}
			none = none || len(d.Departments) == 0 && noBody.MatchString(table.Line(t))
		}
	}
	for _, t := range text(FieldTownDuty) {
		if !dash(t) {
			d.TownDuty = joinText(d.TownDuty, table.Lines(t))
		}
	}
	for _, t := range text(FieldBasis) {
		if !dash(t) {
			d.Basis = joinText(d.Basis, table.Lines(t))
		}
	}
	d.From = table.Date(r.cell(row, FieldFrom))
	d.Transition = r.inTransition(row)
	return d, none
}

// dash tells a cell that is filled only to show that it is empty.
func dash(s string) bool {
	switch strings.TrimSpace(s) {
	case "/", "／", "-", "—", "——", "–", "无", "－":
		return true
	}
	return false
}

// departmentCell splits the cell of a department column; where it holds a sentence instead of names, the sentence is
// the way of working.
func departmentCell(t string) (deps []string, way string, none bool) {
	line := table.Line(t)
	switch {
	case wayLabel.MatchString(t), strings.HasPrefix(line, "由"), strings.Contains(line, "。"):
		return taking(t)
	case noBody.MatchString(line) && !dash(line):
		return nil, line, true
	}
	deps, none = departments(t)
	return deps, "", none
}

// inTransition tells whether the row says that its entry is still in transition: in a column of its own or a remark.
func (r *tableReader) inTransition(row int) bool {
	if t := table.Line(r.cell(row, FieldTransition)); t != "" && !dash(t) && t != "否" && t != "0" {
		return true
	}
	for _, col := range r.cols.unread {
		if strings.Contains(r.g.Text(row, col), "过渡期") {
			return true
		}
	}
	return false
}
