package layout

import (
	"yidanqing/app/paper"
)

// Places on the page in millimetres.
const (
	footRule     = 278.8 // the rule over the foot; its text ends 13 mm from the edge
	contentEnd   = 276.4 // nothing of a document lies lower
	marksTop     = 16.0  // framed words over the title
	areaRight    = paper.AreaLeft + paper.AreaWidth
	continuation = 25.0 // where a continued page begins
)

// flow fills pages from top to bottom with one document.
type flow struct {
	set   *setter
	c     paper.Content
	slack bool // rows give up their slack
	pages []*paper.Page
	y     float64
	fresh bool // nothing but the head stands on the page
}

// newFlow begins a document with its marks, title and head line.
func newFlow(set *setter, c paper.Content, top float64, slack bool) *flow {
	f := &flow{set: set, c: c, slack: slack}
	f.addPage()
	f.y = top
	title := paper.Style{Face: paper.FaceTitle, Size: 22, Lead: 32}
	f.lines(set.setBlock([]paper.Para{{Spans: []paper.Span{{Text: c.Title}}}}, title, paper.Center, paper.AreaWidth))
	f.headLine(3)
	f.fresh = true
	return f
}

func (f *flow) page() *paper.Page { return f.pages[len(f.pages)-1] }

func (f *flow) addPage() {
	p := &paper.Page{Width: paper.PageWidth, Height: paper.PageHeight}
	f.pages = append(f.pages, p)
	f.fresh = true
	f.marks(p)
}

// marks draws the framed words over the title.
func (f *flow) marks(p *paper.Page) {
	x := paper.AreaLeft
	st := paper.Style{Face: paper.FaceHei, Size: 14, Lead: 20}
	for _, m := range f.c.Marks {
		b := f.set.setBlock([]paper.Para{{Spans: []paper.Span{{Text: m}}}}, st, paper.Left, paper.AreaWidth)
		w := b.lines[0].width + 5
		b.draw(p, x+2.5, marksTop)
		p.Items = append(p.Items, paper.Item{Kind: paper.ItemRect, X: x, Y: marksTop, W: w, H: pt(st.Lead), Stroke: strokeMark})
		x += w + 3
	}
}

// headLine draws number and date on one line, on two where they do not fit side by side.
func (f *flow) headLine(before float64) {
	if f.c.HeadLeft == "" && f.c.HeadRight == "" {
		f.y += 1.5
		return
	}
	f.y += before
	st := paper.Style{Face: paper.FaceBody, Size: 12, Lead: 20}
	left := f.set.setBlock([]paper.Para{{Spans: []paper.Span{{Text: f.c.HeadLeft}}}}, st, paper.Left, paper.AreaWidth)
	right := f.set.setBlock([]paper.Para{{Spans: []paper.Span{{Text: f.c.HeadRight}}}}, st, paper.Right, paper.AreaWidth)
	left.draw(f.page(), paper.AreaLeft, f.y)
	if len(left.lines) > 1 || left.lines[0].width+right.lines[0].width > paper.AreaWidth-5 {
		f.y += left.height()
	}
	right.draw(f.page(), paper.AreaLeft, f.y)
	f.y += right.height() + 1.5
}

// breakPage begins a continued page: it names the document and its number.
func (f *flow) breakPage() {
	f.addPage()
	f.y = continuation
	st := paper.Style{Face: paper.FaceBody, Size: 12, Lead: 20}
	left := f.set.setBlock([]paper.Para{{Spans: []paper.Span{{Text: f.c.Title + "（续）"}}}}, st, paper.Left, paper.AreaWidth)
	right := f.set.setBlock([]paper.Para{{Spans: []paper.Span{{Text: f.c.HeadLeft}}}}, st, paper.Right, paper.AreaWidth)
	left.draw(f.page(), paper.AreaLeft, f.y)
	if left.lines[0].width+right.lines[0].width <= paper.AreaWidth-5 && len(right.lines) == 1 && len(left.lines) == 1 {
		right.draw(f.page(), paper.AreaLeft, f.y)
	}
	f.y += left.height() + 1.5
}

// room is what is left of the page in mm.
func (f *flow) room() float64 { return contentEnd - f.y }

// whole is the room of a continued page.
func (f *flow) whole() float64 { return contentEnd - continuation - pt(20) - 1.5 }

// need begins a new page where less than h mm are left and something stands on this one.
func (f *flow) need(h float64) {
	if f.room() < h-1e-6 && !f.fresh {
		f.breakPage()
	}
}

// lines places a block, line by line over pages.
func (f *flow) lines(b block) {
	for len(b.lines) > 0 {
		n := min(len(b.lines), int((f.room()+1e-6)/pt(b.style.Lead)))
		if n == 0 {
			if f.fresh {
				n = 1
			} else {
				f.breakPage()
				continue
			}
		}
		head, rest := b.cut(n)
		head.draw(f.page(), paper.AreaLeft, f.y)
		f.y += head.height()
		f.fresh = false
		b = rest
	}
}

// headingGap is the blank over a heading in mm.
const headingGap = 1.5

// lead is the room that the beginning of a part takes: a heading stands on one page with it.
func (f *flow) lead(b paper.Block) float64 {
	defer f.set.restore(f.set.snapshot()) // what is only measured is not counted
	switch b := b.(type) {
	case paper.Proof:
		return f.setProof(b).height
	case paper.Table:
		if len(b.Sections) > 0 {
			box := f.setSection(b.Sections[0], edges(b.Cols))
			if len(box.rows) > 0 {
				return min(heights(box.head)+box.rows[0].height, 40)
			}
		}
	case paper.Frame:
		return 2*framePadY + 2*pt(b.Style.Lead)
	case paper.Text:
		return min(2, float64(len(b.Paras))) * pt(b.Style.Lead)
	}
	return 0
}

// block places one part of the document; next is the part behind it, or nil.
func (f *flow) block(b, next paper.Block) {
	switch b := b.(type) {
	case paper.Heading:
		set := f.set.setBlock([]paper.Para{{Spans: []paper.Span{{Text: b.Text}}}}, b.Style, paper.Left, paper.AreaWidth)
		before := headingGap
		if f.slack {
			before /= 2
		}
		f.need(before + set.height() + f.lead(next))
		f.y += before
		f.lines(set)
	case paper.Text:
		f.lines(f.set.setBlock(b.Paras, b.Style, paper.Left, paper.AreaWidth))
	case paper.Frame:
		f.frame(b)
	case paper.Table:
		f.table(b)
	case paper.Proof:
		f.proof(b)
	}
}

// Paddings of a frame in millimetres.
const (
	framePadX = 3.0
	framePadY = 2.0
)

// frame places paragraphs in a frame, closed and opened again at the end of a page.
func (f *flow) frame(b paper.Frame) {
	set := f.set.setBlock(b.Paras, b.Style, paper.Left, paper.AreaWidth-2*framePadX)
	lead := pt(b.Style.Lead)
	for len(set.lines) > 0 {
		n := min(len(set.lines), int((f.room()-2*framePadY+1e-6)/lead))
		if n < min(2, len(set.lines)) {
			if !f.fresh {
				f.breakPage()
				continue
			}
			n = 1
		}
		head, rest := set.cut(n)
		h := head.height() + 2*framePadY
		head.draw(f.page(), paper.AreaLeft+framePadX, f.y+framePadY)
		p := f.page()
		p.Items = append(p.Items, paper.Item{Kind: paper.ItemRect, X: paper.AreaLeft, Y: f.y, W: paper.AreaWidth, H: h, Stroke: strokeFrame})
		f.y += h
		f.fresh = false
		set = rest
	}
}
