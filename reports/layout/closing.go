package layout

import "yidanqing/app/paper"

// Measures of a closing in millimetres.
const (
	sealColumn = 64.0 // at the right: name, seal and date
	sealGap    = 1.5  // between name and seal
	dateBelow  = 9.0  // the date under the middle of the seal
)

// closing places the end of a report on one page: what is suggested and who filled it in at the left, name, seal and date
// at the right. Nothing but the date lies under the seal.
func (f *flow) closing(b paper.Closing) {
	left := f.area.wide - sealColumn - 4
	head := f.set.setBlock([]paper.Para{{Spans: []paper.Span{{Text: b.Head.Text}}}}, b.Head.Style, paper.Left, left)
	if b.Head.Text == "" {
		head = block{style: b.Style}
	}
	text := f.set.setBlock(b.Paras, b.Style, paper.Left, left)
	signs := f.set.setBlock(b.Signs, b.Style, paper.Left, left)
	name := f.set.setBlock([]paper.Para{{Spans: []paper.Span{{Text: b.Name}}}}, b.Style, paper.Center, sealColumn)
	date := f.set.setBlock([]paper.Para{{Spans: []paper.Span{{Text: b.Date}}}}, b.Style, paper.Center, sealColumn)
	seal := name.height() + sealGap + sealDiameter
	height := max(headingGap+head.height()+text.height()+1.5+signs.height(), seal)
	for height > f.whole() && len(text.lines) > 0 { // longer than a page: the text begins on this one
		var part block
		n := max(int((f.room()-headingGap-head.height())/pt(b.Style.Lead)), 1)
		part, text = text.cut(n)
		f.y += headingGap
		f.lines(head)
		f.lines(part)
		head.lines = nil
		height = max(text.height()+1.5+signs.height(), seal)
	}
	f.need(height)
	p := f.page()
	y := f.y + headingGap
	head.draw(p, f.area.left, y)
	text.draw(p, f.area.left, y+head.height())
	signs.draw(p, f.area.left, f.y+height-signs.height())
	x := f.area.left + f.area.wide - sealColumn
	top := f.y + height - seal
	name.draw(p, x, top)
	middle := top + name.height() + sealGap + sealDiameter/2
	date.draw(p, x, middle+dateBelow-date.height()/2)
	p.Seal = &paper.Circle{X: x + sealColumn/2, Y: middle, D: sealDiameter}
	f.y += height
	f.fresh = false
}
