package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// Pad puts o inside margins of x design pixels left and right and y above and below.
func Pad(x, y float32, o fyne.CanvasObject) *fyne.Container { return PadEach(y, x, y, x, o) }

// PadEach puts o inside four margins, in design pixels.
func PadEach(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &pad{top, right, bottom, left}, Objects: []fyne.CanvasObject{o}}
}

type pad struct{ top, right, bottom, left float32 }

// Layout implements fyne.Layout.
func (p *pad) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objs {
		o.Move(fyne.NewPos(theme.Px(p.left), theme.Px(p.top)))
		o.Resize(fyne.NewSize(max(size.Width-theme.Px(p.left+p.right), 0), max(size.Height-theme.Px(p.top+p.bottom), 0)))
	}
}

// MinSize implements fyne.Layout.
func (p *pad) MinSize(objs []fyne.CanvasObject) fyne.Size {
	s := fyne.Size{}
	for _, o := range objs {
		if o.Visible() {
			s = s.Max(o.MinSize())
		}
	}
	return s.Add(fyne.NewSize(theme.Px(p.left+p.right), theme.Px(p.top+p.bottom)))
}

// HeightFor implements heightLayout.
func (p *pad) HeightFor(objs []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for _, o := range objs {
		if o.Visible() {
			h = max(h, HeightFor(o, max(width-theme.Px(p.left+p.right), 0)))
		}
	}
	return h + theme.Px(p.top+p.bottom)
}

func (p *pad) naturalWidth(objs []fyne.CanvasObject) float32 {
	w := float32(0)
	for _, o := range objs {
		w = max(w, naturalWidth(o))
	}
	return w + theme.Px(p.left+p.right)
}

// Stack lays objects over each other, each over the whole room.
func Stack(objs ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &pad{}, Objects: objs}
}

// Gap is empty room of a fixed size.
type Gap struct {
	widget.BaseWidget
	size float32
}

// NewGap is room of px by px design pixels.
func NewGap(px float32) *Gap {
	g := &Gap{size: px}
	g.ExtendBaseWidget(g)
	return g
}

// MinSize implements fyne.Widget.
func (g *Gap) MinSize() fyne.Size { return fyne.NewSquareSize(theme.Px(g.size)) }

// CreateRenderer implements fyne.Widget.
func (g *Gap) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}

// AtLeast gives o a height of at least px design pixels.
func AtLeast(px float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &atLeast{height: px}, Objects: []fyne.CanvasObject{o}}
}

type atLeast struct {
	pad
	height float32
}

// MinSize implements fyne.Layout.
func (l *atLeast) MinSize(objs []fyne.CanvasObject) fyne.Size {
	s := l.pad.MinSize(objs)
	return fyne.NewSize(s.Width, max(s.Height, theme.Px(l.height)))
}

// HeightFor implements heightLayout.
func (l *atLeast) HeightFor(objs []fyne.CanvasObject, width float32) float32 {
	return max(l.pad.HeightFor(objs, width), theme.Px(l.height))
}
