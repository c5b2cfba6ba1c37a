package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// viewport scrolls over something long of which only the visible part is drawn.
type viewport struct {
	widget.BaseWidget
	scroll *container.Scroll
	body   *viewBody
}

// viewBody is the long thing. Height is its whole height; draw gives the objects between top and bottom, placed in
// the body's coordinates.
type viewBody struct {
	widget.BaseWidget
	height   func() float32
	draw     func(top, bottom float32) []fyne.CanvasObject
	renderer *placedRenderer
	view     func() (top, bottom float32)
}

func newViewport(height func() float32, draw func(top, bottom float32) []fyne.CanvasObject) *viewport {
	v := &viewport{body: &viewBody{height: height, draw: draw}}
	v.body.ExtendBaseWidget(v.body)
	v.scroll = container.NewVScroll(v.body)
	v.scroll.OnScrolled = func(fyne.Position) { v.body.update() }
	v.body.view = func() (float32, float32) {
		return v.scroll.Offset.Y, v.scroll.Offset.Y + v.scroll.Size().Height
	}
	v.ExtendBaseWidget(v)
	return v
}

// MinSize implements fyne.Widget.
func (v *viewport) MinSize() fyne.Size { return fyne.NewSquareSize(theme.Px(60)) }

// CreateRenderer implements fyne.Widget.
func (v *viewport) CreateRenderer() fyne.WidgetRenderer { return newPlaced(v, v.place, v.scroll) }

// Children implements Parent.
func (v *viewport) Children() []fyne.CanvasObject {
	if v.body.renderer == nil {
		return nil
	}
	return v.body.renderer.objs
}

func (v *viewport) place() {
	v.scroll.Resize(v.Size())
	v.body.update()
	v.scroll.Refresh()
}

// show scrolls so that [top, bottom) can be seen, with some room around it.
func (v *viewport) show(top, bottom, room float32) {
	from, view := v.scroll.Offset.Y, v.scroll.Size().Height
	switch {
	case top-room < from:
		from = max(top-room, 0)
	case bottom+room > from+view:
		from = bottom + room - view
	default:
		return
	}
	v.scroll.ScrollToOffset(fyne.NewPos(0, max(from, 0)))
	v.body.update()
}

func (v *viewport) toTop() {
	v.scroll.ScrollToTop()
	v.body.update()
}

// MinSize implements fyne.Widget.
func (b *viewBody) MinSize() fyne.Size { return fyne.NewSize(theme.Px(40), b.height()) }

// CreateRenderer implements fyne.Widget.
func (b *viewBody) CreateRenderer() fyne.WidgetRenderer {
	b.renderer = newPlaced(b, b.update)
	return b.renderer
}

func (b *viewBody) update() {
	if b.renderer == nil || b.Size().Width <= 0 {
		return
	}
	top, bottom := b.view()
	b.renderer.objs = b.draw(top, bottom)
	canvas.Refresh(b)
}
