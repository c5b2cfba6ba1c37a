package gallery

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// state is a widget in one of its states.
type state struct {
	name string
	show fyne.CanvasObject
}

// group is one widget in its states.
type group struct {
	title   string // what makes it
	states  []state
	stacked bool // one under the other over the whole width, else side by side
}

// inRow shows states side by side, as many as fit.
func inRow(title string, states ...state) group { return group{title: title, states: states} }

// stack shows states one under the other.
func stack(title string, states ...state) group {
	return group{title: title, states: states, stacked: true}
}

// card puts the states on a surface, each under its name.
func (g group) card() fyne.CanvasObject {
	var shown []fyne.CanvasObject
	for _, s := range g.states {
		shown = append(shown, kit.Column(4, kit.Fit(kit.NewLabel(s.name, theme.Remark, theme.ColorText3)), kit.Fit(s.show)))
	}
	var body fyne.CanvasObject
	if g.stacked {
		slots := make([]kit.Slot, len(shown))
		for i, o := range shown {
			slots[i] = kit.Fit(o)
		}
		body = kit.Column(12, slots...)
	} else {
		body = kit.Flow(20, 12, shown...)
	}
	head := kit.Stack(kit.NewFill(theme.ColorSurface2), kit.Pad(12, 4, kit.NewPara(g.title, theme.Heading, theme.ColorText)))
	return kit.Card(kit.Column(0, kit.Fit(head), kit.Fit(kit.Pad(14, 12, body))))
}

// hoverable, focusable and switchable are what states are asked of.
type (
	hoverable interface {
		fyne.CanvasObject
		desktop.Hoverable
	}
	focusable interface {
		fyne.CanvasObject
		fyne.Focusable
	}
	switchable interface {
		fyne.CanvasObject
		SetOff(bool)
	}
)

// hovered is a widget as it is under the mouse.
func hovered(o hoverable) state {
	o.MouseIn(nil)
	return state{"悬停", o}
}

// focused is a widget as it is with the keyboard. Several can be shown so at once, though only one can have it.
func focused(o focusable) state {
	o.FocusGained()
	return state{"焦点", o}
}

// off is a widget that cannot be pressed.
func off(o switchable) state {
	o.SetOff(true)
	return state{"停用", o}
}

// masonry lays cards into columns of at least least design pixels, each into the column that is shortest so far.
func masonry(least, gap float32, cards ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &columns{least: least, gap: gap}, Objects: cards}
}

type columns struct{ least, gap, last float32 }

func (c *columns) place(objs []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	gap := theme.Px(c.gap)
	n := max(int((width+gap)/(theme.Px(c.least)+gap)), 1)
	w := (width - float32(n-1)*gap) / float32(n)
	feet := make([]float32, n)
	most := float32(0)
	for _, o := range objs {
		at := 0
		for i, f := range feet {
			if f < feet[at] {
				at = i
			}
		}
		h := kit.HeightFor(o, w)
		put(o, float32(at)*(w+gap), feet[at], w, h)
		feet[at] += h + gap
		most = max(most, feet[at]-gap)
	}
	return most
}

// Layout implements fyne.Layout.
func (c *columns) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	c.last = size.Width
	c.place(objs, size.Width, func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	})
}

// HeightFor is the height that follows from a width.
func (c *columns) HeightFor(objs []fyne.CanvasObject, width float32) float32 {
	return c.place(objs, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

// MinSize implements fyne.Layout.
func (c *columns) MinSize(objs []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range objs {
		w = max(w, o.MinSize().Width)
	}
	return fyne.NewSize(w, c.HeightFor(objs, max(c.last, w)))
}
