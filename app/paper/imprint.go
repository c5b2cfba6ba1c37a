package paper

import (
	"slices"
	"strings"
)

// Imprint is what stands at the foot of the last page of a letter or report (版记, GB/T 9704-2012, 7.4): who else gets it, and
// who prints it when. A letter names neither printer nor day and has no lines there (10.1). Forms have no 版记: their foot says
// who keeps the copies.
type Imprint struct {
	Copies  string // 抄送机关, with the full stop; empty: none
	Printer string // 印发机关; empty on a letter
	Printed string // 印发日期: 2026年11月24日印发
}

// CopiesLabel stands before the bodies that get a copy.
const CopiesLabel = "抄送："

// Empty tells that a paper has none.
func (i Imprint) Empty() bool { return i.Copies == "" && i.Printer == "" }

// line is the line of the copies, as printed.
func (i Imprint) line() string {
	if i.Copies == "" {
		return ""
	}
	return CopiesLabel + i.Copies
}

// imprint fills in the 版记 of a letter, or of a report to a superior body.
func imprint(s Subject, report bool) Imprint {
	var out Imprint
	if bodies := s.copies(); bodies != "" {
		out.Copies = bodies + "。"
	}
	if !report {
		return out
	}
	if out.Printer = s.PrintedBy; out.Printer == "" {
		out.Printer = s.Office.Name
	}
	out.Printed = s.dateLine() + "印发"
	return out
}

// copies are the bodies that get a copy, as the clerk wrote them; without the one to whom the paper goes.
func (s Subject) copies() string {
	typed := strings.TrimRight(oneLine(s.Copies), "。；;，,、 ")
	all := SplitBodies(typed)
	others := slices.DeleteFunc(slices.Clone(all), func(name string) bool { return name == s.To.Name || sameBody(name, s.To.Name, s.Office.County) })
	if len(others) < len(all) {
		return strings.Join(others, "、")
	}
	return typed
}
