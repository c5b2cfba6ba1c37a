package paper

import (
	"slices"
	"strings"

	"yidanqing/app"
)

// reading is one of two readings of a demand.
type reading struct {
	duty  app.Duty
	words []string // words of the notice that speak for it
}

// rivals are the two readings of a demand in doubt, with the entries in full.
func (s Subject) rivals(d app.Demand) (a, b reading, ok bool) {
	if d.Doubt == nil || len(d.Doubt.Rivals) < 2 {
		return a, b, false
	}
	find := func(name string) (reading, bool) {
		for _, m := range d.Matches {
			if m.ItemName != "" && strings.Contains(name, m.ItemName) {
				r := reading{duty: *s.duty(m)}
				for _, e := range m.Evidence {
					if t := inner(clean([]rune(e.Text), 0, len([]rune(e.Text)))); t != "" && !slices.Contains(r.words, t) {
						r.words = append(r.words, t)
					}
				}
				return r, true
			}
		}
		for _, e := range s.Duties {
			if e.Name != "" && strings.Contains(name, e.Name) {
				return reading{duty: e}, true
			}
		}
		return reading{}, false
	}
	a, okA := find(d.Doubt.Rivals[0])
	b, okB := find(d.Doubt.Rivals[1])
	if a.duty.Part == app.TakenBack && b.duty.Part != app.TakenBack { // the reading that the office can act on comes first
		a, b = b, a
	}
	return a, b, okA && okB
}

// doubtValues name the word that two readings differ in: the longest one that speaks for b.
func (w *Writer) doubtValues(s Subject, b reading) map[string]string {
	word := ""
	for _, t := range b.words {
		if len(t) > len(word) {
			word = t
		}
	}
	return map[string]string{"词": word, "我": s.Office.Self()}
}

// comparison lays two readings side by side.
func (w *Writer) comparison(f formStyle, s Subject, a, b reading) Section {
	two := func(label, x, y string) Row {
		return Row{Cells: []Cell{f.labelCell(0, 1, label), f.cell(1, 2, x), f.cell(3, 2, y)}}
	}
	head := Row{Cells: []Cell{
		f.centered(f.headCell(0, 1, "对照")), f.centered(f.headCell(1, 2, "理解甲")), f.centered(f.headCell(3, 2, "理解乙")),
	}}
	rows := []Row{two("清单事项", s.place(&a.duty)+"："+a.duty.Name, s.place(&b.duty)+"："+b.duty.Name)}
	if len(a.duty.Departments)+len(b.duty.Departments) > 0 {
		rows = append(rows, two("牵头部门", orDash(strings.Join(a.duty.Departments, "、")), orDash(strings.Join(b.duty.Departments, "、"))))
	}
	rows = append(rows, two(level(s.Office)+"职责", ownPart(a.duty), ownPart(b.duty)))
	if len(a.words)+len(b.words) > 0 {
		rows = append(rows, two("来文用词", quotedWords(a.words), quotedWords(b.words)))
	}
	return Section{Head: []Row{head}, Rows: rows}
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}

func quotedWords(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if len([]rune(b.String()))+len([]rune(w)) > quoteMax {
			break
		}
		b.WriteString(quoted(w))
	}
	return orDash(b.String())
}

// ownPart is what an entry leaves to the office itself.
func ownPart(d app.Duty) string {
	switch {
	case d.Part == app.TakenBack && d.UpperDuty != "":
		return "不承担；" + cut(strings.TrimRight(oneLine(d.UpperDuty), "。"), 100)
	case d.Part == app.TakenBack:
		return "不承担"
	case d.TownDuty != "":
		return cut(strings.TrimRight(oneLine(d.TownDuty), "。"), 100)
	case d.Part == app.Basic:
		return "承担"
	}
	return "按清单配合"
}
