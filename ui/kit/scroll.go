package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// Scroll shows content that may be higher than the room. The content is as wide as the room, its height follows.
type Scroll struct {
	widget.BaseWidget
	content fyne.CanvasObject
	holder  *scrollHolder
	inner   *container.Scroll
}

// NewScroll makes a vertical scroll around content.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{content: content, holder: &scrollHolder{}}
	s.inner = container.NewVScroll(&fyne.Container{Layout: s.holder, Objects: []fyne.CanvasObject{content}})
	s.ExtendBaseWidget(s)
	return s
}

// Children implements Parent.
func (s *Scroll) Children() []fyne.CanvasObject { return []fyne.CanvasObject{s.content} }

// MinSize implements fyne.Widget: a scroll can be small.
func (s *Scroll) MinSize() fyne.Size { return fyne.NewSquareSize(theme.Px(40)) }

// HeightFor implements heightWidget: what the content would need.
func (s *Scroll) HeightFor(width float32) float32 { return HeightFor(s.content, width) }

// Refresh implements fyne.Widget. It is called after the content has changed.
func (s *Scroll) Refresh() {
	s.BaseWidget.Refresh()
}

// ToTop scrolls to the beginning.
func (s *Scroll) ToTop() { s.inner.ScrollToTop() }

// show scrolls as little as needed to show height units from pos.
func (s *Scroll) show(pos fyne.Position, height float32) {
	top, view := s.inner.Offset.Y, s.inner.Size().Height
	margin := theme.Px(theme.GapS)
	switch {
	case pos.Y-margin < top:
		top = max(pos.Y-margin, 0)
	case pos.Y+height+margin > top+view:
		top = pos.Y + height + margin - view
	default:
		return
	}
	s.inner.ScrollToOffset(fyne.NewPos(0, top))
}

// CreateRenderer implements fyne.Widget.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	return newPlaced(s, s.place, s.inner)
}

func (s *Scroll) place() {
	s.holder.width = s.Size().Width
	s.inner.Resize(s.Size())
	s.inner.Refresh()
}

// scrollHolder gives the content the width of the room and tells the toolkit the height that follows.
type scrollHolder struct{ width float32 }

// Layout implements fyne.Layout.
func (h *scrollHolder) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	h.width = size.Width
	for _, o := range objs {
		o.Move(fyne.Position{})
		o.Resize(fyne.NewSize(size.Width, max(HeightFor(o, size.Width), size.Height)))
	}
}

// MinSize implements fyne.Layout.
func (h *scrollHolder) MinSize(objs []fyne.CanvasObject) fyne.Size {
	out := fyne.Size{}
	for _, o := range objs {
		out = out.Max(fyne.NewSize(theme.Px(40), HeightFor(o, h.width)))
	}
	return out
}
