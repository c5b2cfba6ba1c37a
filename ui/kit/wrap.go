package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// Flow lays objects from left to right and goes on in the next line where the room ends (FactStrip, chips).
func Flow(gapX, gapY float32, objs ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &flow{gapX: gapX, gapY: gapY}, Objects: objs}
}

type flow struct {
	gapX, gapY float32
	last       float32
}

// Layout implements fyne.Layout.
func (f *flow) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	f.last = size.Width
	f.place(objs, size.Width, func(o fyne.CanvasObject, pos fyne.Position, s fyne.Size) {
		o.Move(pos)
		o.Resize(s)
	})
}

// place walks the lines, centres each object in its line, and returns the height used.
func (f *flow) place(objs []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	y := float32(0)
	for i := 0; i < len(objs); {
		x, h, j := float32(0), float32(0), i
		for ; j < len(objs); j++ {
			if !objs[j].Visible() {
				continue
			}
			w := min(naturalWidth(objs[j]), width)
			if x > 0 && x+w > width+0.5 {
				break
			}
			x += w + theme.Px(f.gapX)
			h = max(h, HeightFor(objs[j], w))
		}
		x = 0
		for ; i < j; i++ {
			if !objs[i].Visible() {
				continue
			}
			w := min(naturalWidth(objs[i]), width)
			own := HeightFor(objs[i], w)
			if put != nil {
				put(objs[i], fyne.NewPos(x, y+(h-own)/2), fyne.NewSize(w, own))
			}
			x += w + theme.Px(f.gapX)
		}
		y += h
		if j < len(objs) {
			y += theme.Px(f.gapY)
		}
	}
	return y
}

// MinSize implements fyne.Layout.
func (f *flow) MinSize(objs []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range objs {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	return fyne.NewSize(w, f.HeightFor(objs, max(f.last, w)))
}

// HeightFor implements heightLayout.
func (f *flow) HeightFor(objs []fyne.CanvasObject, width float32) float32 {
	return f.place(objs, width, nil)
}

func (f *flow) naturalWidth(objs []fyne.CanvasObject) float32 {
	w := float32(0)
	for i, o := range objs {
		if i > 0 {
			w += theme.Px(f.gapX)
		}
		w += naturalWidth(o)
	}
	return w
}
