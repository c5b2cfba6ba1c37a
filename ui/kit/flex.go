package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// Slot is a place in a Row or Column and how it takes part in sharing the room.
type Slot struct {
	obj   fyne.CanvasObject
	grow  bool
	fixed float32 // design pixels along the main axis, 0: as the object needs
	cross cross
}

type cross int

const (
	crossDefault cross = iota // Row: centred; Column: stretched
	crossStretch
	crossStart
)

// Fit gives o the room it needs.
func Fit(o fyne.CanvasObject) Slot { return Slot{obj: o} }

// Grow gives o the room that is left.
func Grow(o fyne.CanvasObject) Slot { return Slot{obj: o, grow: true} }

// Wide gives o a fixed length along the main axis, in design pixels.
func Wide(px float32, o fyne.CanvasObject) Slot { return Slot{obj: o, fixed: px} }

// Space is room that takes what is left.
func Space() Slot { return Grow(NewGap(0)) }

// Stretched makes the slot fill the cross axis.
func (s Slot) Stretched() Slot { s.cross = crossStretch; return s }

// AtStart puts the object at the top (Row) or left (Column) with the size it needs.
func (s Slot) AtStart() Slot { s.cross = crossStart; return s }

// Row lays its slots side by side, centred on each other, gap design pixels apart.
func Row(gap float32, slots ...Slot) *fyne.Container { return flexOf(true, gap, slots) }

// Column lays its slots one under the other over the whole width, gap design pixels apart.
func Column(gap float32, slots ...Slot) *fyne.Container { return flexOf(false, gap, slots) }

func flexOf(row bool, gap float32, slots []Slot) *fyne.Container {
	objs := make([]fyne.CanvasObject, len(slots))
	for i, s := range slots {
		objs[i] = s.obj
	}
	c := &fyne.Container{Layout: &flex{row: row, gap: gap, slots: slots}, Objects: objs}
	return c
}

// heightLayout is a layout whose height follows from its width.
type heightLayout interface {
	HeightFor(objs []fyne.CanvasObject, width float32) float32
}

// heightWidget is a widget whose height follows from its width.
type heightWidget interface{ HeightFor(width float32) float32 }

// naturalWidget is an object that can be narrower than it would like to be.
type naturalWidget interface{ NaturalWidth() float32 }

// HeightFor is the height that o needs when it is width wide.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	switch v := o.(type) {
	case heightWidget:
		return v.HeightFor(width)
	case *fyne.Container:
		if l, ok := v.Layout.(heightLayout); ok {
			return l.HeightFor(v.Objects, width)
		}
	}
	return o.MinSize().Height
}

func naturalWidth(o fyne.CanvasObject) float32 {
	switch v := o.(type) {
	case naturalWidget:
		return v.NaturalWidth()
	case *fyne.Container:
		if l, ok := v.Layout.(interface {
			naturalWidth([]fyne.CanvasObject) float32
		}); ok {
			return l.naturalWidth(v.Objects)
		}
	}
	return o.MinSize().Width
}

type flex struct {
	row   bool
	gap   float32
	slots []Slot
	last  float32 // width of the last layout, for MinSize of what wraps
}

// Layout implements fyne.Layout.
func (f *flex) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	f.last = size.Width
	if f.row {
		f.layoutRow(size)
		return
	}
	f.layoutColumn(size)
}

func (f *flex) layoutRow(size fyne.Size) {
	x := float32(0)
	for i, w := range f.widths(size.Width) {
		s := f.slots[i]
		if !s.obj.Visible() {
			continue
		}
		h, y := HeightFor(s.obj, w), float32(0)
		switch s.cross {
		case crossStretch:
			h = size.Height
		case crossDefault:
			h = min(h, size.Height)
			y = (size.Height - h) / 2
		}
		s.obj.Move(fyne.NewPos(x, y))
		s.obj.Resize(fyne.NewSize(w, h))
		x += w + theme.Px(f.gap)
	}
}

// widths shares width among the slots: first what each needs at least, then up to what it would like — those that grow
// last —, the rest to those that grow.
func (f *flex) widths(width float32) []float32 {
	out := make([]float32, len(f.slots))
	left, growing, shown := width, 0, 0
	for i, s := range f.slots {
		if !s.obj.Visible() {
			continue
		}
		shown++
		switch {
		case s.fixed > 0:
			out[i] = theme.Px(s.fixed)
		default:
			out[i] = s.obj.MinSize().Width
		}
		if s.grow {
			growing++
		}
		left -= out[i]
	}
	left -= theme.Px(f.gap) * float32(max(shown-1, 0))
	for _, grow := range []bool{false, true} { // what grows is cut before what does not
		for i, s := range f.slots {
			if left <= 0 || s.grow != grow || s.fixed > 0 || !s.obj.Visible() {
				continue
			}
			if more := min(naturalWidth(s.obj)-out[i], left); more > 0 {
				out[i] += more
				left -= more
			}
		}
	}
	if growing > 0 && left > 0 {
		for i, s := range f.slots {
			if s.grow && s.obj.Visible() {
				out[i] += left / float32(growing)
			}
		}
	}
	return out
}

func (f *flex) layoutColumn(size fyne.Size) {
	heights := f.heights(size.Width)
	used, growing, shown := float32(0), 0, 0
	for i, s := range f.slots {
		if !s.obj.Visible() {
			continue
		}
		shown++
		used += heights[i]
		if s.grow {
			growing++
		}
	}
	used += theme.Px(f.gap) * float32(max(shown-1, 0))
	left, y := size.Height-used, float32(0)
	for i, s := range f.slots {
		if !s.obj.Visible() {
			continue
		}
		h := heights[i]
		if s.grow {
			h = max(h+left/float32(growing), 0)
		}
		w := size.Width
		if s.cross == crossStart {
			w = min(naturalWidth(s.obj), w)
		}
		s.obj.Move(fyne.NewPos(0, y))
		s.obj.Resize(fyne.NewSize(w, h))
		y += h + theme.Px(f.gap)
	}
}

func (f *flex) heights(width float32) []float32 {
	out := make([]float32, len(f.slots))
	for i, s := range f.slots {
		switch {
		case !s.obj.Visible():
		case s.fixed > 0:
			out[i] = theme.Px(s.fixed)
		default:
			out[i] = HeightFor(s.obj, width)
		}
	}
	return out
}

// HeightFor implements heightLayout.
func (f *flex) HeightFor(_ []fyne.CanvasObject, width float32) float32 {
	h, shown := float32(0), 0
	if f.row {
		for i, w := range f.widths(width) {
			if f.slots[i].obj.Visible() {
				h = max(h, HeightFor(f.slots[i].obj, w))
			}
		}
		return h
	}
	for i, sh := range f.heights(width) {
		if f.slots[i].obj.Visible() {
			shown++
			h += sh
		}
	}
	return h + theme.Px(f.gap)*float32(max(shown-1, 0))
}

// MinSize implements fyne.Layout; the height is the one for the width of the last layout.
func (f *flex) MinSize(objs []fyne.CanvasObject) fyne.Size {
	w, shown := float32(0), 0
	for _, s := range f.slots {
		if !s.obj.Visible() {
			continue
		}
		shown++
		own := s.obj.MinSize().Width
		switch {
		case !f.row:
			w = max(w, own)
		case s.fixed > 0:
			w += theme.Px(s.fixed)
		default:
			w += own
		}
	}
	if f.row {
		w += theme.Px(f.gap) * float32(max(shown-1, 0))
	}
	return fyne.NewSize(w, f.HeightFor(objs, max(f.last, w)))
}

func (f *flex) naturalWidth([]fyne.CanvasObject) float32 {
	w, shown := float32(0), 0
	for _, s := range f.slots {
		if !s.obj.Visible() {
			continue
		}
		shown++
		own := naturalWidth(s.obj)
		if f.row && s.fixed > 0 {
			own = theme.Px(s.fixed)
		}
		if f.row {
			w += own
		} else {
			w = max(w, own)
		}
	}
	if f.row {
		w += theme.Px(f.gap) * float32(max(shown-1, 0))
	}
	return w
}
