package layout

import (
	"strconv"

	"yidanqing/app/paper"
)

// Measures of a chart in millimetres.
const (
	chartPad    = 2.0
	chartScale  = 9.5 // room of the numbers at the left
	chartColumn = 7.4 // widest column
	hatchStep   = 1.3 // between the lines of a hatching
)

// Strokes of a chart in points.
const (
	strokeGrid  = 0.3
	strokeHatch = 0.5
	strokeBar   = 0.75
)

var (
	chartText = paper.Style{Face: paper.FaceBody, Size: 8.5, Lead: 10.5}
	chartNote = paper.Style{Face: paper.FaceBody, Size: 9, Lead: 12.5}
)

// chart places a row of columns in its frame, on one page.
func (f *flow) chart(b paper.Chart) {
	f.need(b.Height)
	p := f.page()
	note := f.set.setBlock([]paper.Para{{Spans: []paper.Span{{Text: b.Note}}}}, chartNote, paper.Center, f.area.wide-2*chartPad)
	label := pt(chartText.Lead)
	top, base := f.y+chartPad+label, f.y+b.Height-1-note.height()-label-0.4
	left, right := f.area.left+chartPad+chartScale, f.area.left+f.area.wide-chartPad
	step, most := chartSteps(b.Bars)
	height := func(n int) float64 { return (base - top) * float64(n) / float64(most) }
	slot := (right - left) / float64(max(len(b.Bars), 1))
	wide := min(chartColumn, 0.62*slot)
	for n := 0; n <= most; n += step {
		y := base - height(n)
		from := left
		for i, bar := range b.Bars { // a level line goes neither through a column nor through its number
			if n == 0 || y <= base-height(bar.Total)-label {
				continue
			}
			gap := wide
			if y < base-height(bar.Total) { // it meets the number only
				gap = f.wordWidth(strconv.Itoa(bar.Total))
			}
			x := left + (float64(i)+0.5)*slot
			p.Items = append(p.Items, paper.Item{Kind: paper.ItemLine, X: from, Y: y, X2: x - gap/2 - 0.3, Y2: y, Stroke: strokeGrid})
			from = x + gap/2 + 0.3
		}
		p.Items = append(p.Items, paper.Item{Kind: paper.ItemLine, X: from, Y: y, X2: right, Y2: y, Stroke: strokeGrid})
		f.chartWord(strconv.Itoa(n), paper.Right, f.area.left+chartPad, y-label/2, chartScale-1.5)
	}
	for i, bar := range b.Bars {
		x := left + (float64(i)+0.5)*slot
		f.chartWord(bar.Label, paper.Center, x-slot/2, base+0.4, slot)
		f.chartWord(strconv.Itoa(bar.Total), paper.Center, x-slot/2, base-height(bar.Total)-label, slot)
		column(p, rect{x - wide/2, base - height(bar.Total), wide, height(bar.Total)}, height(bar.Part))
	}
	note.draw(p, f.area.left+chartPad, f.y+b.Height-1-note.height())
	p.Items = append(p.Items, paper.Item{Kind: paper.ItemRect, X: f.area.left, Y: f.y, W: f.area.wide, H: b.Height, Stroke: strokeFrame})
	f.y += b.Height
	f.fresh = false
}

func (f *flow) chartWord(text string, align paper.Align, x, y, width float64) {
	f.set.setBlock([]paper.Para{{Spans: []paper.Span{{Text: text}}}}, chartText, align, width).draw(f.page(), x, y)
}

// wordWidth is how wide a word of the chart is, in mm.
func (f *flow) wordWidth(text string) float64 {
	return f.set.setBlock([]paper.Para{{Spans: []paper.Span{{Text: text}}}}, chartText, paper.Left, f.area.wide).lines[0].width
}

// chartSteps gives the distance of the level lines and the number at the top one: at most five lines over the base, and
// no column above the last.
func chartSteps(bars []paper.ChartBar) (step, most int) {
	top := 1
	for _, b := range bars {
		top = max(top, b.Total)
	}
	step = 1
	for _, n := range []int{1, 2, 5, 10, 20, 25, 50} {
		if step = n; n*4 >= top {
			break
		}
	}
	for step*4 < top {
		step *= 2
	}
	return step, (top + step - 1) / step * step
}

// column draws one column and hatches its lower part.
func column(p *paper.Page, c rect, part float64) {
	if c.h <= 0 {
		return
	}
	line := func(x, y, x2, y2, stroke float64) {
		p.Items = append(p.Items, paper.Item{Kind: paper.ItemLine, X: x, Y: y, X2: x2, Y2: y2, Stroke: stroke})
	}
	if part > 0 {
		hatched := rect{c.x, c.y + c.h - part, c.w, part}
		hatch(hatched, line)
		if part < c.h {
			line(c.x, hatched.y, c.x+c.w, hatched.y, strokeBar)
		}
	}
	p.Items = append(p.Items, paper.Item{Kind: paper.ItemRect, X: c.x, Y: c.y, W: c.w, H: c.h, Stroke: strokeBar})
}

// hatch draws slanted lines within a rectangle, cut off at its edges.
func hatch(r rect, line func(x, y, x2, y2, stroke float64)) {
	for d := hatchStep; d < r.w+r.h; d += hatchStep { // from the upper left corner: x + y = d
		x, y := r.x+d, r.y
		if x > r.x+r.w {
			x, y = r.x+r.w, r.y+d-r.w
		}
		x2, y2 := r.x, r.y+d
		if y2 > r.y+r.h {
			x2, y2 = r.x+d-r.h, r.y+r.h
		}
		line(x2, y2, x, y, strokeHatch)
	}
}
