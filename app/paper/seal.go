package paper

import "strings"

// sealGrid are the columns of the part of a form that is signed and sealed: a label from column 0 on, over own columns (0 counts
// as 1), and its value behind it; a second label and its value.
type sealGrid struct{ own, span, label, labelSpan, last, lastSpan int }

// sealed is the part of a form that is signed and sealed: contact and signer, the seal's cell of at least 46 mm, and the
// place for what the body that gets the form has to say. own names the office as the form does: 反映单位.
func (w *Writer) sealed(f formStyle, s Subject, own string, g sealGrid) Section {
	first := max(g.own, 1)
	seal := f.centered(f.cell(first, g.span, s.dateLine()))
	seal.VAlign, seal.Seal = Bottom, true
	opinion := f.cell(g.last, g.lastSpan, "（盖章）\n年　　月　　日")
	opinion.VAlign = Bottom
	contact := strings.TrimSpace(s.clerk() + "　" + s.phone())
	return Section{Together: true, Rows: []Row{
		{Min: 14, Cells: []Cell{
			f.labelCell(0, first, "联系人"), f.cell(first, g.span, contact), f.labelCell(g.label, g.labelSpan, "审定人\n（签字）"), f.cell(g.last, g.lastSpan, ""),
		}},
		{Min: 46.2, Cells: []Cell{f.labelCell(0, first, own+"\n（盖章）"), seal, f.labelCell(g.label, g.labelSpan, "呈送单位\n意　　见"), opinion}},
	}}
}
