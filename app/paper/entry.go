package paper

import (
	"slices"
	"strconv"
	"strings"

	"yidanqing/app"
)

// offList are the numbers of the demands that no entry covers, where a list was compared.
func (s Subject) offList() []int {
	var out []int
	for i, d := range s.Check.Demands {
		if d.Part == app.PartNone && s.List.Title != "" && s.verdict(i) != app.VerdictInfo {
			out = append(out, i+1)
		}
	}
	return out
}

// entryBlocks prints the entries as the list prints them.
func (w *Writer) entryBlocks(s Subject, entries []listed) []Block {
	var out []Block
	f := evidenceTable
	if len(entries) > 0 {
		sec := Section{Head: []Row{{Cells: []Cell{
			f.centered(f.headCell(0, 1, "编号")), f.headCell(1, 1, "所在部分"), f.headCell(2, 1, "事项名称"), f.headCell(3, 1, "承接或牵头部门、工作方式"),
		}}}}
		for _, l := range entries {
			d := l.duty
			where := s.place(&d)
			if d.ItemNo == "" {
				where = partTitle(s.Office, d.Part)
			}
			sec.Rows = append(sec.Rows, Row{Cells: []Cell{
				f.centered(f.innerCell(0, 1, l.badge)), f.innerCell(1, 1, where), f.innerCell(2, 1, d.Name), f.innerCell(3, 1, way(d, s)),
			}})
		}
		out = append(out, Table{Cols: []float64{11, 30, 48, 67}, Sections: []Section{sec}})
	}
	if off := s.offList(); len(off) > 0 {
		out = append(out, Text{Paras: plain(items(off, len(s.Check.Demands)) + "未列入清单。"), Style: Style{FaceBody, 11, 17}})
	}
	return out
}

// way is the entry's bodies and both sides' duties, as printed in the list.
func way(d app.Duty, s Subject) string {
	bodies := strings.Join(d.Departments, "、")
	var out []string
	switch d.Part {
	case app.TakenBack:
		if bodies != "" {
			out = append(out, "承接："+bodies)
		}
		if d.UpperDuty != "" {
			out = append(out, oneLine(d.UpperDuty))
		}
	case app.Cooperate:
		if bodies != "" {
			out = append(out, "牵头："+bodies)
		}
		if d.TownDuty != "" {
			out = append(out, level(s.Office)+"："+oneLine(d.TownDuty))
		}
	default:
		out = append(out, s.Office.Self()+"承担")
		if d.Basis != "" {
			out = append(out, "依据："+oneLine(d.Basis))
		}
	}
	if len(out) == 0 {
		return "—"
	}
	return strings.Join(out, "；")
}

// listedEntries are the entries that the decisions rest on, numbered 清1, 清2 … in the order of the demands, with the
// words of the notice that met them.
func (s Subject) listedEntries() ([]listed, []mark) {
	var out []listed
	var marks []mark
	for _, d := range s.Check.Demands {
		for _, m := range s.decisive(d) {
			duty := s.duty(m)
			at := slices.IndexFunc(out, func(l listed) bool {
				return l.duty.Part == duty.Part && l.duty.Name == duty.Name && l.duty.ItemNo == duty.ItemNo
			})
			if at < 0 {
				at = len(out)
				out = append(out, listed{*duty, "清" + strconv.Itoa(at+1)})
			}
			for _, e := range m.Evidence {
				marks = append(marks, mark{e.Start, e.End, out[at].badge, at})
			}
		}
	}
	return out, marks
}

// decisive are the matches that a demand rests on: the best one, or the two rivals where the reading is in doubt.
func (s Subject) decisive(d app.Demand) []app.Match {
	if d.Doubt != nil && len(d.Doubt.Rivals) >= 2 {
		var out []app.Match
		for _, m := range d.Matches {
			for _, r := range d.Doubt.Rivals[:2] {
				if m.ItemName != "" && strings.Contains(r, m.ItemName) {
					out = append(out, m)
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	if s.entry(d) == nil {
		return nil
	}
	return d.Matches[:1]
}
