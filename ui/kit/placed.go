package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// placedRenderer draws objects that their widget itself puts in place.
type placedRenderer struct {
	owner fyne.CanvasObject
	objs  []fyne.CanvasObject
	place func()
}

func newPlaced(owner fyne.CanvasObject, place func(), objs ...fyne.CanvasObject) *placedRenderer {
	return &placedRenderer{owner: owner, place: place, objs: objs}
}

// Destroy implements fyne.WidgetRenderer.
func (r *placedRenderer) Destroy() {}

// Layout implements fyne.WidgetRenderer.
func (r *placedRenderer) Layout(fyne.Size) { r.place() }

// MinSize implements fyne.WidgetRenderer; widgets of this package answer for themselves.
func (r *placedRenderer) MinSize() fyne.Size { return r.owner.MinSize() }

// Objects implements fyne.WidgetRenderer.
func (r *placedRenderer) Objects() []fyne.CanvasObject { return r.objs }

// Refresh implements fyne.WidgetRenderer.
func (r *placedRenderer) Refresh() {
	r.place()
	canvas.Refresh(r.owner)
}

// looked remembers for which look a widget was drawn.
type looked struct{ generation float32 }

// stale tells, once, that the look has changed since the widget was drawn.
func (l *looked) stale() bool {
	now := theme.Generation()
	if l.generation == now {
		return false
	}
	l.generation = now
	return true
}

// freshen lets fills that are asked for no size notice a change of look.
func freshen(fills ...*Fill) {
	for _, f := range fills {
		f.MinSize()
	}
}

// Composite is a widget made of other objects, which it may exchange as a whole.
type Composite struct {
	widget.BaseWidget
	body     fyne.CanvasObject
	renderer *placedRenderer
}

// put shows body in place of what was shown.
func (c *Composite) put(body fyne.CanvasObject) {
	c.body = body
	if c.renderer == nil {
		return
	}
	c.renderer.objs = []fyne.CanvasObject{body}
	c.place()
	canvas.Refresh(c.renderer.owner)
}

func (c *Composite) place() {
	if c.body != nil {
		c.body.Move(fyne.Position{})
		c.body.Resize(c.Size())
	}
}

// MinSize implements fyne.Widget.
func (c *Composite) MinSize() fyne.Size {
	if c.body == nil {
		return fyne.Size{}
	}
	return c.body.MinSize()
}

// HeightFor implements heightWidget.
func (c *Composite) HeightFor(width float32) float32 {
	if c.body == nil {
		return 0
	}
	return HeightFor(c.body, width)
}

// NaturalWidth implements naturalWidget.
func (c *Composite) NaturalWidth() float32 {
	if c.body == nil {
		return 0
	}
	return naturalWidth(c.body)
}

// Children implements Parent.
func (c *Composite) Children() []fyne.CanvasObject {
	if c.body == nil {
		return nil
	}
	return []fyne.CanvasObject{c.body}
}

// rendererFor makes the renderer of outer, the widget that embeds the Composite.
func (c *Composite) rendererFor(outer fyne.CanvasObject) fyne.WidgetRenderer {
	c.renderer = newPlaced(outer, c.place)
	if c.body != nil {
		c.renderer.objs = []fyne.CanvasObject{c.body}
	}
	return c.renderer
}

// Holder shows one object that can be exchanged.
type Holder struct{ Composite }

// NewHolder shows body, which may be nil.
func NewHolder(body fyne.CanvasObject) *Holder {
	h := &Holder{}
	h.ExtendBaseWidget(h)
	h.put(body)
	return h
}

// Put shows body in place of what was shown.
func (h *Holder) Put(body fyne.CanvasObject) { h.put(body) }

// Body is what is shown.
func (h *Holder) Body() fyne.CanvasObject { return h.body }

// CreateRenderer implements fyne.Widget.
func (h *Holder) CreateRenderer() fyne.WidgetRenderer { return h.rendererFor(h) }
