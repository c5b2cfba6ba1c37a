package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yidanqing/app/paper"
	"yidanqing/ui/theme"
)

// Zoom is how large the pages of a preview are.
type Zoom int

const (
	ZoomPair  Zoom = iota // 两页并排
	ZoomWidth             // 页宽
	ZoomFull              // 100 %
)

// PaperPreview draws the page model of a paper. Paper stays white in dark mode; the seal guide is on screen only.
type PaperPreview struct {
	widget.BaseWidget
	// Font gives the font file of a face; nil or no bytes: the font of the window.
	font   map[paper.Face]fyne.Resource
	pages  []*pageView
	zoom   Zoom
	seal   bool
	OnZoom func(Zoom) // a page was pressed
	scroll *container.Scroll
	holder *fyne.Container
}

// NewPaperPreview makes an empty preview; fonts are the files of the faces.
func NewPaperPreview(fonts map[paper.Face]fyne.Resource) *PaperPreview {
	p := &PaperPreview{font: fonts, seal: true}
	p.holder = &fyne.Container{Layout: &pagesLayout{preview: p}}
	p.scroll = container.NewScroll(p.holder)
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
	case l.preview.zoom == ZoomFull:
		return theme.Px(paper.PageWidth / 25.4 * 96), 1
	case l.preview.zoom == ZoomWidth:
		return max(room-theme.Px(4), 50), 1
	case len(l.preview.pages) == 1:
		return max(min(room, height*paper.PageWidth/paper.PageHeight), 50), 1
	}
	return max((room-theme.Px(pageGap))/2, 50), 2
}

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
	if l.preview.zoom == ZoomFull {
		width = w + 2*gap
	}
	return fyne.NewSize(width, float32(rows)*(h+gap)+gap)
}

// pageView draws one page.
type pageView struct {
	widget.BaseWidget
	preview *PaperPreview
	page    paper.Page
	r       *placedRenderer
	drawn   float32 // width for which it is drawn
}

func newPageView(p *PaperPreview, page paper.Page) *pageView {
	v := &pageView{preview: p, page: page}
	v.ExtendBaseWidget(v)
	return v
}

// MinSize implements fyne.Widget.
func (v *pageView) MinSize() fyne.Size { return fyne.NewSquareSize(50) }

// Tapped implements fyne.Tappable: a press goes to 100 % and back.
func (v *pageView) Tapped(*fyne.PointEvent) {
	next := ZoomFull
	if v.preview.zoom == ZoomFull {
		next = ZoomPair
	}
	v.preview.SetZoom(next)
	if v.preview.OnZoom != nil {
		v.preview.OnZoom(next)
	}
}

// CreateRenderer implements fyne.Widget.
func (v *pageView) CreateRenderer() fyne.WidgetRenderer {
	v.r = newPlaced(v, func() {
		if v.drawn != v.Size().Width {
			v.draw()
		}
	})
	v.draw()
	return v.r
}

// Refresh implements fyne.Widget.
func (v *pageView) Refresh() {
	v.drawn = 0
	v.BaseWidget.Refresh()
}

func (v *pageView) draw() {
	if v.r == nil || v.Size().Width <= 0 {
		return
	}
	v.drawn = v.Size().Width
	k := v.Size().Width / float32(v.page.Width) // canvas units per millimetre
	ground := canvas.NewRectangle(theme.Color(theme.ColorPaper))
	ground.StrokeColor, ground.StrokeWidth = theme.Color(theme.ColorBorder), 1
	ground.Resize(v.Size())
	objs := []fyne.CanvasObject{ground}
	for _, it := range v.page.Items {
		if o := v.item(it, k); o != nil {
			objs = append(objs, o)
		}
	}
	if v.preview.seal && v.page.Seal != nil {
		objs = append(objs, sealGuide(*v.page.Seal, k)...)
	}
	v.r.objs = objs
}

// pointsPerMM turns points into millimetres.
const pointsPerMM = 72 / 25.4

func (v *pageView) item(it paper.Item, k float32) fyne.CanvasObject {
	ink := theme.Color(theme.ColorInk)
	x, y := float32(it.X)*k, float32(it.Y)*k
	stroke := max(float32(it.Stroke/pointsPerMM)*k, 0.5)
	switch it.Kind {
	case paper.ItemText:
		t := &canvas.Text{Text: it.Text, Color: ink, TextSize: float32(it.Size/pointsPerMM) * k, FontSource: v.preview.font[it.Face]}
		size, baseline := fyne.CurrentApp().Driver().RenderedTextSize(t.Text, t.TextSize, t.TextStyle, t.FontSource)
		t.Move(fyne.NewPos(x, y-baseline))
		t.Resize(size)
		return t
	case paper.ItemLine:
		l := canvas.NewLine(ink)
		l.StrokeWidth = stroke
		l.Position1, l.Position2 = fyne.NewPos(x, y), fyne.NewPos(float32(it.X2)*k, float32(it.Y2)*k)
		return l
	case paper.ItemRect:
		r := canvas.NewRectangle(nil)
		r.StrokeColor, r.StrokeWidth = ink, stroke
		r.Move(fyne.NewPos(x, y))
		r.Resize(fyne.NewSize(float32(it.W)*k, float32(it.H)*k))
		return r
	case paper.ItemFill:
		r := canvas.NewRectangle(ink)
		r.Move(fyne.NewPos(x, y))
		r.Resize(fyne.NewSize(float32(it.W)*k, float32(it.H)*k))
		return r
	}
	return nil
}

// sealGuide shows where a seal of 42 mm goes.
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
