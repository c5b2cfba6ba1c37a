package kit

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yidanqing/app/paper"
	"yidanqing/ui/theme"
)

// Zoom is how large the pages of a preview are: one of the named sizes, or a percentage of the printed size.
type Zoom int

const (
	ZoomPair  Zoom = 0   // 两页并排
	ZoomWidth Zoom = 1   // 页宽
	ZoomFull  Zoom = 100 // 100 %
)

// Zooms are the sizes that a preview offers, in their order.
func Zooms() []Zoom { return []Zoom{ZoomPair, ZoomWidth, 50, 75, ZoomFull, 125, 150, 200, 300} }

// Title is the size in words.
func (z Zoom) Title() string {
	switch z {
	case ZoomPair:
		return "两页并排"
	case ZoomWidth:
		return "页宽"
	}
	return fmt.Sprintf("%d%%", int(z))
}

// PaperPreview shows the pages of a paper as they will be printed. Paper stays white in dark mode; the seal guide is on
// screen only. Pages are painted beside the window.
type PaperPreview struct {
	widget.BaseWidget
	OnZoom func(Zoom) // a page was pressed

	runner *Runner
	fonts  *PageFonts
	pages  []*pageView
	zoom   Zoom
	seal   bool
	marks  []PageMark
	scroll *container.Scroll
	holder *fyne.Container
}

// NewPaperPreview makes an empty preview.
func NewPaperPreview(runner *Runner, fonts *PageFonts) *PaperPreview {
	p := &PaperPreview{runner: runner, fonts: fonts, seal: true}
	p.holder = &fyne.Container{Layout: &pagesLayout{preview: p}}
	p.scroll = container.NewScroll(p.holder)
	p.scroll.OnScrolled = func(fyne.Position) { p.look() }
	p.ExtendBaseWidget(p)
	return p
}

// Set shows pages.
func (p *PaperPreview) Set(pages []paper.Page) {
	p.pages = nil
	p.holder.Objects = nil
	for _, page := range pages {
		v := newPageView(p, page)
		p.pages = append(p.pages, v)
		p.holder.Objects = append(p.holder.Objects, v)
	}
	p.arrange()
}

// PageMark points at a line of a page, on screen only.
type PageMark struct {
	Page      int     // from 0
	Y, Height float64 // of the line's upper edge, and its height, in mm
}

// Mark points at lines and brings the first one into view.
func (p *PaperPreview) Mark(marks []PageMark) {
	p.marks = marks
	for _, v := range p.pages {
		v.draw()
	}
	p.Refresh()
	if len(marks) == 0 || marks[0].Page >= len(p.pages) {
		return
	}
	m, page := marks[0], p.pages[marks[0].Page]
	at := page.Position().Y + float32(m.Y)*page.Size().Width/paper.PageWidth
	if room := p.scroll.Size().Height; at < p.scroll.Offset.Y || at > p.scroll.Offset.Y+room*0.8 {
		p.scroll.ScrollToOffset(fyne.NewPos(p.scroll.Offset.X, max(at-room/3, 0)))
	}
}

// Text is what the pages say, in reading order, for the clipboard.
func (p *PaperPreview) Text() string {
	var out []string
	for _, v := range p.pages {
		out = append(out, v.page.Text())
	}
	return strings.Join(out, "\n\n")
}

// look has the pages in view painted and lets the pictures of those far away go: at 300 % one takes many megabytes.
func (p *PaperPreview) look() {
	for _, v := range p.pages {
		v.draw()
	}
}

// near tells whether a page is in view, or next to what is.
func (p *PaperPreview) near(v *pageView) bool {
	top, room := p.scroll.Offset.Y, p.scroll.Size().Height
	y, h := v.Position().Y, v.Size().Height
	return y+h > top-room/2 && y < top+room*3/2
}

// Pages is how many pages are shown.
func (p *PaperPreview) Pages() int { return len(p.pages) }

// SetZoom changes the size of the pages.
func (p *PaperPreview) SetZoom(z Zoom) {
	p.zoom = z
	p.arrange()
	p.scroll.ScrollToTop()
}

// SetSeal shows or hides where the seal goes.
func (p *PaperPreview) SetSeal(on bool) {
	p.seal = on
	for _, v := range p.pages {
		v.draw()
	}
	p.Refresh()
}

func (p *PaperPreview) arrange() {
	p.holder.Refresh()
	p.scroll.Refresh()
	p.Refresh()
	p.look()
}

// MinSize implements fyne.Widget.
func (p *PaperPreview) MinSize() fyne.Size { return fyne.NewSquareSize(theme.Px(120)) }

// Children implements Parent.
func (p *PaperPreview) Children() []fyne.CanvasObject { return p.holder.Objects }

// CreateRenderer implements fyne.Widget.
func (p *PaperPreview) CreateRenderer() fyne.WidgetRenderer {
	return newPlaced(p, func() {
		p.scroll.Resize(p.Size())
		p.scroll.Refresh()
		p.look()
	}, p.scroll)
}

// pagesLayout puts pages side by side or one under the other.
type pagesLayout struct{ preview *PaperPreview }

const pageGap = 12

// pageWidth is the width of one page and how many stand side by side.
func (l *pagesLayout) pageWidth() (width float32, side int) {
	room := l.preview.Size().Width - 2*theme.Px(pageGap)
	height := l.preview.Size().Height - 2*theme.Px(pageGap)
	switch {
	case l.preview.zoom > ZoomWidth:
		return theme.Px(paper.PageWidth / 25.4 * 96 * float32(l.preview.zoom) / 100), 1
	case l.preview.zoom == ZoomWidth:
		return max(room-theme.Px(4), 50), 1
	case len(l.preview.pages) == 1:
		return max(min(room, height*paper.PageWidth/paper.PageHeight), 50), 1
	}
	half := (room - theme.Px(pageGap)) / 2
	if whole := height * paper.PageWidth / paper.PageHeight; whole > theme.Px(leastPair) {
		half = min(half, whole) // both pages can be seen whole
	}
	return max(half, 50), 2
}

// leastPair is how wide a page must be, in design pixels, to be worth seeing whole.
const leastPair = 220

// Layout implements fyne.Layout.
func (l *pagesLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	w, side := l.pageWidth()
	h := w * paper.PageHeight / paper.PageWidth
	gap := theme.Px(pageGap)
	left := max((size.Width-float32(side)*w-float32(side-1)*gap)/2, gap)
	for i, o := range objs {
		o.Move(fyne.NewPos(left+float32(i%side)*(w+gap), gap+float32(i/side)*(h+gap)))
		o.Resize(fyne.NewSize(w, h))
	}
}

// MinSize implements fyne.Layout.
func (l *pagesLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	w, side := l.pageWidth()
	h := w * paper.PageHeight / paper.PageWidth
	gap := theme.Px(pageGap)
	rows := (len(objs) + side - 1) / side
	width := float32(0)
	if l.preview.zoom > ZoomWidth {
		width = w + 2*gap
	}
	return fyne.NewSize(width, float32(rows)*(h+gap)+gap)
}

// pageView shows one page.
type pageView struct {
	widget.BaseWidget
	preview *PaperPreview
	page    paper.Page
	r       *placedRenderer
	turn    Turn
	asked   int // pixels for which it is painted or being painted
	image   *canvas.Image
}

func newPageView(p *PaperPreview, page paper.Page) *pageView {
	v := &pageView{preview: p, page: page, image: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleSmooth}}
	v.ExtendBaseWidget(v)
	return v
}

// MinSize implements fyne.Widget.
func (v *pageView) MinSize() fyne.Size { return fyne.NewSquareSize(50) }

// Tapped implements fyne.Tappable: a press goes to 100 % and back.
func (v *pageView) Tapped(*fyne.PointEvent) {
	next := ZoomFull
	if v.preview.zoom >= ZoomFull {
		next = ZoomPair
	}
	v.preview.SetZoom(next)
	if v.preview.OnZoom != nil {
		v.preview.OnZoom(next)
	}
}

// CreateRenderer implements fyne.Widget.
func (v *pageView) CreateRenderer() fyne.WidgetRenderer {
	v.r = newPlaced(v, v.draw)
	return v.r
}

// Refresh implements fyne.Widget.
func (v *pageView) Refresh() {
	v.asked = 0
	v.BaseWidget.Refresh()
}

// draw puts the page in place and has it painted anew where its size in pixels has changed.
func (v *pageView) draw() {
	size := v.Size()
	if v.r == nil || size.Width <= 0 {
		return
	}
	ground := canvas.NewRectangle(theme.Color(theme.ColorPaper))
	ground.Resize(size)
	edge := canvas.NewRectangle(nil)
	edge.StrokeColor, edge.StrokeWidth = theme.Color(theme.ColorBorder), 1
	edge.Resize(size)
	v.image.Resize(size)
	v.r.objs = []fyne.CanvasObject{ground, v.image, edge}
	if v.preview.seal && v.page.Seal != nil {
		v.r.objs = append(v.r.objs, sealGuide(*v.page.Seal, size.Width/float32(v.page.Width))...)
	}
	for i, m := range v.preview.marks {
		if m.Page < len(v.preview.pages) && v.preview.pages[m.Page] == v {
			v.r.objs = append(v.r.objs, lineMark(v.preview.marks[i], size.Width/float32(v.page.Width)))
		}
	}
	pixels := int(size.Width * v.pixelScale())
	if !v.preview.near(v) {
		if v.asked = 0; v.image.Image != nil {
			v.turn.Next()
			v.image.Image = nil
		}
		return
	}
	if pixels == v.asked {
		return
	}
	v.asked = pixels
	v.paint(pixels, theme.Color(theme.ColorPaper))
}

func (v *pageView) pixelScale() float32 {
	if c := canvasOf(v); c != nil && c.Scale() > 0 {
		return c.Scale()
	}
	return 1
}

func (v *pageView) paint(pixels int, ground color.Color) {
	current := v.turn.Next()
	fonts, page := v.preview.fonts, v.page
	Run(v.preview.runner, "", func(context.Context) (*image.RGBA, error) { return fonts.Draw(page, pixels, ground) },
		func(img *image.RGBA, err error) {
			if err != nil || !current() {
				return // the blank page says enough; the fonts were read at the start
			}
			v.image.Image = img
			v.image.Refresh()
			canvas.Refresh(v)
		})
}

// markLeft and markWidth are where the bar beside a line stands, in mm: in the margin of the page.
const (
	markLeft  = 20
	markWidth = 1.4
)

// lineMark is a bar beside a line; k is canvas units a millimetre.
func lineMark(m PageMark, k float32) fyne.CanvasObject {
	bar := canvas.NewRectangle(theme.Color(theme.ColorRefuse))
	bar.CornerRadius = markWidth * k / 2
	bar.Move(fyne.NewPos(markLeft*k, float32(m.Y)*k))
	bar.Resize(fyne.NewSize(markWidth*k, float32(m.Height)*k))
	return bar
}

// sealGuide shows where a seal of 42 mm goes; k is canvas units a millimetre.
func sealGuide(c paper.Circle, k float32) []fyne.CanvasObject {
	red := theme.Color(theme.ColorRefuse)
	d := float32(c.D) * k
	x, y := float32(c.X)*k-d/2, float32(c.Y)*k-d/2
	ring := canvas.NewCircle(nil)
	ring.StrokeColor, ring.StrokeWidth = red, 1
	ring.Move(fyne.NewPos(x, y))
	ring.Resize(fyne.NewSquareSize(d))
	out := []fyne.CanvasObject{ring}
	for i, words := range []string{"盖章处", "直径 42 mm"} {
		t := &canvas.Text{Text: words, Color: red, TextSize: max(d/9, 6)}
		own := t.MinSize()
		t.Move(fyne.NewPos(x+(d-own.Width)/2, y+d/2-own.Height+float32(i)*own.Height))
		t.Resize(own)
		out = append(out, t)
	}
	return out
}
