package layout

import (
	"yidanqing/app/paper"
)

// marksTop is where the framed words over the title begin, in mm.
const marksTop = 16.0

// area is a page and the places on it, in millimetres.
type area struct {
	width, height float64
	left, wide    float64 // the text area
	rule          float64 // over the foot; its text ends 13 mm from the edge, 12 mm where the page lies across
	end           float64 // nothing of a document lies lower
	again         float64 // where a continued page begins
}

// areaOf is the page that a document asks for.
func areaOf(c paper.Content) area {
	if c.Across {
		return area{width: paper.PageHeight, height: paper.PageWidth, left: paper.AcrossMargin,
			wide: paper.PageHeight - 2*paper.AcrossMargin, rule: 192.4, end: 190.4, again: paper.AcrossMargin}
	}
	return area{width: paper.PageWidth, height: paper.PageHeight, left: paper.AreaLeft, wide: paper.AreaWidth,
		rule: 278.8, end: 276.4, again: 25}
}

// flow fills pages from top to bottom with one document.
type flow struct {
	set   *setter
	c     paper.Content
	area  area
	slack bool // rows give up their slack
	pages []*paper.Page
	y     float64
	fresh bool // nothing but the head stands on the page
}

// newFlow begins a document with its marks, title and head line.
func newFlow(set *setter, c paper.Content, top float64, slack bool) *flow {
	f := &flow{set: set, c: c, area: areaOf(c), slack: slack}
	f.addPage()
	f.y = top
	title := paper.Style{Face: paper.FaceTitle, Size: 22, Lead: 32}
	if c.TitleStyle != (paper.Style{}) {
		title = c.TitleStyle
	}
	f.lines(f.one(c.Title, title, paper.Center))
	gap := 3.0
	if c.Subtitle != "" {
		f.lines(f.one(c.Subtitle, paper.Style{Face: paper.FaceBody, Size: 15, Lead: 21}, paper.Center))
		gap = 1.5
	}
	f.headLine(gap)
	f.fresh = true
	return f
}

// one sets a single paragraph over the width of the text area.
func (f *flow) one(text string, st paper.Style, align paper.Align) block {
	return f.set.setBlock([]paper.Para{{Spans: []paper.Span{{Text: text}}}}, st, align, f.area.wide)
}

func (f *flow) page() *paper.Page { return f.pages[len(f.pages)-1] }

func (f *flow) addPage() {
	p := &paper.Page{Width: f.area.width, Height: f.area.height}
	f.pages = append(f.pages, p)
	f.fresh = true
	f.marks(p)
}

// marks draws the framed words over the title.
func (f *flow) marks(p *paper.Page) {
	x := f.area.left
	st := paper.Style{Face: paper.FaceHei, Size: 14, Lead: 20}
	for _, m := range f.c.Marks {
		b := f.set.setBlock([]paper.Para{{Spans: []paper.Span{{Text: m}}}}, st, paper.Left, f.area.wide)
		w := b.lines[0].width + 5
		b.draw(p, x+2.5, marksTop)
		p.Items = append(p.Items, paper.Item{Kind: paper.ItemRect, X: x, Y: marksTop, W: w, H: pt(st.Lead), Stroke: strokeMark})
		x += w + 3
	}
}

// headStyle is the type of the line under the title.
func (f *flow) headStyle() paper.Style {
	if f.c.HeadStyle != (paper.Style{}) {
		return f.c.HeadStyle
	}
	return paper.Style{Face: paper.FaceBody, Size: 12, Lead: 20}
}

// headLine draws number and date on one line, on two where they do not fit side by side. A middle part that finds no
// room between them gets a line of its own.
func (f *flow) headLine(before float64) {
	if f.c.HeadLeft == "" && f.c.HeadRight == "" {
		f.y += 1.5
		return
	}
	f.y += before
	st := f.headStyle()
	left, middle, right := f.one(f.c.HeadLeft, st, paper.Left), f.one(f.c.HeadMiddle, st, paper.Center), f.one(f.c.HeadRight, st, paper.Right)
	left.draw(f.page(), f.area.left, f.y)
	free := f.area.wide - left.lines[0].width - right.lines[0].width - 5
	switch {
	case f.c.HeadMiddle != "" && f.fits(left, middle, right):
		middle.draw(f.page(), f.area.left, f.y)
	case f.c.HeadMiddle != "":
		f.y += left.height()
		middle = f.one(f.c.HeadMiddle, st, paper.Left)
		middle.draw(f.page(), f.area.left, f.y)
		if len(middle.lines) > 1 || middle.lines[0].width+right.lines[0].width > f.area.wide-5 {
			f.y += middle.height()
		}
	case len(left.lines) > 1 || free < 0:
		f.y += left.height()
	}
	right.draw(f.page(), f.area.left, f.y)
	f.y += right.height() + 1.5
}

// fits tells whether three parts stand side by side with the middle one in the middle.
func (f *flow) fits(left, middle, right block) bool {
	for _, b := range []block{left, middle, right} {
		if len(b.lines) != 1 {
			return false
		}
	}
	half := (f.area.wide - middle.lines[0].width) / 2
	return left.lines[0].width+3 <= half && right.lines[0].width+3 <= half
}

// breakPage begins a continued page: it names the document and its number.
func (f *flow) breakPage() {
	f.addPage()
	f.y = f.area.again
	st := f.headStyle()
	left, right := f.one(f.c.Title+"（续）", st, paper.Left), f.one(f.c.HeadLeft, st, paper.Right)
	left.draw(f.page(), f.area.left, f.y)
	if left.lines[0].width+right.lines[0].width <= f.area.wide-5 && len(right.lines) == 1 && len(left.lines) == 1 {
		right.draw(f.page(), f.area.left, f.y)
	}
	f.y += left.height() + 1.5
}

// room is what is left of the page in mm.
func (f *flow) room() float64 { return f.area.end - f.y }

// whole is the room of a continued page.
func (f *flow) whole() float64 { return f.area.end - f.area.again - pt(f.headStyle().Lead) - 1.5 }

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
		head.draw(f.page(), f.area.left, f.y)
		f.y += head.height()
		f.fresh = false
		b = rest
	}
}

// headingGap is the blank over a heading in mm.
const headingGap = 1.5

// lead is the room that the beginning of a part takes: a heading stands on one page with it.
func (f *flow) lead(b paper.Block) float64 {
	switch b := b.(type) {
	case paper.Proof:
		return f.setProof(b).height
	case paper.Chart:
		return b.Height
	case paper.Table:
		if len(b.Sections) > 0 {
			box := f.setSection(b.Sections[0], f.edges(b.Cols))
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
		set := f.set.setBlock([]paper.Para{{Spans: []paper.Span{{Text: b.Text}}}}, b.Style, paper.Left, f.area.wide)
		before := headingGap
		if f.slack {
			before /= 2
		}
		f.need(before + set.height() + f.lead(next))
		f.y += before
		f.lines(set)
	case paper.Text:
		if !f.fresh {
			f.y += b.Before
		}
		f.lines(f.set.setBlock(b.Paras, b.Style, paper.Left, f.area.wide))
	case paper.Frame:
		f.frame(b)
	case paper.Table:
		f.table(b)
	case paper.Chart:
		f.chart(b)
	case paper.Closing:
		f.closing(b)
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
	set := f.set.setBlock(b.Paras, b.Style, paper.Left, f.area.wide-2*framePadX)
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
		head.draw(f.page(), f.area.left+framePadX, f.y+framePadY)
		p := f.page()
		p.Items = append(p.Items, paper.Item{Kind: paper.ItemRect, X: f.area.left, Y: f.y, W: f.area.wide, H: h, Stroke: strokeFrame})
		f.y += h
		f.fresh = false
		set = rest
	}
}
