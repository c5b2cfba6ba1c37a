package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// NewGrid lays objects in columns of equal width, as many as fit with at least least design pixels each.
func NewGrid(least, gapX, gapY float32, objs ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &grid{least: least, gapX: gapX, gapY: gapY}, Objects: objs}
}

type grid struct{ least, gapX, gapY, last float32 }

func (g *grid) columns(width float32, most int) (n int, w float32) {
	gap := theme.Px(g.gapX)
	n = max(min(int((width+gap)/(theme.Px(g.least)+gap)), most), 1)
	return n, (width - float32(n-1)*gap) / float32(n)
}

func (g *grid) place(objs []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	n, w := g.columns(width, len(objs))
	y := float32(0)
	for i := 0; i < len(objs); i += n {
		row := objs[i:min(i+n, len(objs))]
		h := float32(0)
		for _, o := range row {
			h = max(h, HeightFor(o, w))
		}
		for j, o := range row {
			put(o, float32(j)*(w+theme.Px(g.gapX)), y, w, h)
		}
		y += h
		if i+n < len(objs) {
			y += theme.Px(g.gapY)
		}
	}
	return y
}

// Layout implements fyne.Layout.
func (g *grid) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	g.last = size.Width
	g.place(objs, size.Width, func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	})
}

// HeightFor implements heightLayout.
func (g *grid) HeightFor(objs []fyne.CanvasObject, width float32) float32 {
	return g.place(objs, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

// MinSize implements fyne.Layout.
func (g *grid) MinSize(objs []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range objs {
		w = max(w, o.MinSize().Width)
	}
	return fyne.NewSize(w, g.HeightFor(objs, max(g.last, w)))
}
