package window

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/kit"
)

// later is a page that is made when it is first asked for: the window appears sooner with one page than with all of them.
// It is used on the window's own thread only.
type later[P page] struct {
	build func() P
	page  P
	made  bool
}

func makeLater[P page](build func() P) *later[P] { return &later[P]{build: build} }

// get is the page, made now if it was not.
func (l *later[P]) get() P {
	if !l.made {
		l.page, l.made = l.build(), true
	}
	return l.page
}

// refresh draws the page anew where it is made; one that is made afterwards has the new look anyway.
func (l *later[P]) refresh() {
	if l.made {
		kit.RefreshTree(l.page.Content())
	}
}

// real implements place.
func (l *later[P]) real() page { return l.get() }

// Content implements page.
func (l *later[P]) Content() fyne.CanvasObject { return l.get().Content() }

// SetClass implements page.
func (l *later[P]) SetClass(c kit.Class) { l.get().SetClass(c) }

// Shown implements page.
func (l *later[P]) Shown() { l.get().Shown() }
