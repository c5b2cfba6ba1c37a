package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// CreateRenderer implements fyne.Widget. Over a field of one line lies what hands the wheel on: the toolkit's field keeps
// it, and a page would stand still as soon as a field comes under the mouse.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := e.Entry.CreateRenderer()
	if e.MultiLine {
		return r
	}
	w := &wheel{entry: e}
	w.ExtendBaseWidget(w)
	return &wheeled{WidgetRenderer: r, wheel: w}
}

// wheeled is the toolkit's renderer with the wheel on top.
type wheeled struct {
	fyne.WidgetRenderer
	wheel *wheel
}

// Layout implements fyne.WidgetRenderer.
func (r *wheeled) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.wheel.Resize(size)
}

// Objects implements fyne.WidgetRenderer.
func (r *wheeled) Objects() []fyne.CanvasObject {
	inner := r.WidgetRenderer.Objects()
	return append(inner[:len(inner):len(inner)], r.wheel)
}

// wheel takes the wheel of the mouse for the scroll around a field; it is not seen and takes nothing else.
type wheel struct {
	widget.BaseWidget
	entry *Entry
}

// CreateRenderer implements fyne.Widget.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// Scrolled implements fyne.Scrollable.
func (w *wheel) Scrolled(ev *fyne.ScrollEvent) {
	if s := scrollAround(w.entry); s != nil {
		s.inner.Scrolled(ev)
	}
}

// scrollAround is the innermost scroll that holds o; nil where there is none.
func scrollAround(o fyne.CanvasObject) *Scroll {
	for _, root := range rootsAround(o) {
		if s, found := scrollIn(root, o); found {
			return s
		}
	}
	return nil
}

func scrollIn(in, o fyne.CanvasObject) (*Scroll, bool) {
	if in == o {
		return nil, true
	}
	for _, child := range childrenOf(in) {
		s, found := scrollIn(child, o)
		if !found {
			continue
		}
		if around, ok := in.(*Scroll); ok && s == nil {
			s = around
		}
		return s, true
	}
	return nil, false
}
