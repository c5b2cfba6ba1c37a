package kit

import (
	"slices"

	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// Parent is a widget that tells which objects it holds, so that a focused one can be scrolled into view.
type Parent interface{ Children() []fyne.CanvasObject }

// childrenOf are the objects inside o, as far as they are containers or widgets of this package.
func childrenOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch v := o.(type) {
	case Parent:
		return v.Children()
	case *fyne.Container:
		return v.Objects
	}
	return nil
}

// Reveal scrolls every Scroll and table around o so that o can be seen.
func Reveal(o fyne.CanvasObject) {
	for _, root := range rootsAround(o) {
		if revealIn(root, o) {
			return
		}
	}
}

// rootsAround are the trees of objects on the canvas of o: the page and what lies over it. None where there is no canvas.
func rootsAround(o fyne.CanvasObject) []fyne.CanvasObject {
	c := canvasOf(o)
	if c == nil {
		return nil
	}
	roots := append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...)
	return slices.DeleteFunc(roots, func(root fyne.CanvasObject) bool { return root == nil })
}

func revealIn(in, o fyne.CanvasObject) bool {
	if in == o {
		return true
	}
	for _, child := range childrenOf(in) {
		if !child.Visible() || !revealIn(child, o) {
			continue
		}
		switch s := in.(type) {
		case *Scroll:
			if pos, found := placeIn(s.content, o); found {
				s.show(pos, o.Size().Height)
			}
		case *viewport:
			if pos, found := placeIn(s, o); found {
				s.show(pos.Y, pos.Y+o.Size().Height, theme.Px(theme.GapXS))
			}
		}
		return true
	}
	return false
}

// placeIn is the position of o relative to in.
func placeIn(in, o fyne.CanvasObject) (fyne.Position, bool) {
	if in == o {
		return fyne.Position{}, true
	}
	for _, child := range childrenOf(in) {
		if pos, ok := placeIn(child, o); ok {
			return pos.Add(child.Position()), true
		}
	}
	return fyne.Position{}, false
}

// RefreshTree refreshes o and everything in it, for objects that were out of the window while the theme changed.
func RefreshTree(o fyne.CanvasObject) {
	if o == nil {
		return
	}
	for _, child := range childrenOf(o) {
		RefreshTree(child)
	}
	o.Refresh()
}

// Relayout places everything in o anew, after something in it has changed its size.
func Relayout(o fyne.CanvasObject) {
	switch v := o.(type) {
	case nil:
		return
	case *fyne.Container:
		if v.Layout != nil {
			v.Layout.Layout(v.Objects, v.Size())
		}
	case interface{ place() }:
		v.place()
	}
	for _, child := range childrenOf(o) {
		Relayout(child)
	}
}

// canvasOf is the canvas that o is on. The toolkit knows it only once o has been drawn; before, the program's one window
// is meant.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	d := fyne.CurrentApp().Driver()
	if c := d.CanvasForObject(o); c != nil {
		return c
	}
	if all := d.AllWindows(); len(all) > 0 {
		return all[0].Canvas()
	}
	return nil
}
