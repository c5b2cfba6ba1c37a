package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// touch is the area that a press is taken in: the thing itself, and around it what is missing to the least target of the
// design. Nothing is drawn.
type touch struct {
	widget.BaseWidget
	target touched
}

// touched is what a touch hands its presses to.
type touched interface {
	fyne.Tappable
	fyne.SecondaryTappable
	desktop.Hoverable
	desktop.Cursorable
}

func newTouch(target touched) *touch {
	t := &touch{target: target}
	t.ExtendBaseWidget(t)
	return t
}

// cover lays the area over something of a size.
func (t *touch) cover(size fyne.Size) {
	own := touchSize(size)
	t.Move(fyne.NewPos((size.Width-own.Width)/2, (size.Height-own.Height)/2))
	t.Resize(own)
}

// touchSize is how large the target of something of a size is.
func touchSize(size fyne.Size) fyne.Size {
	return size.Max(fyne.NewSquareSize(theme.Px(theme.LeastTarget)))
}

// CreateRenderer implements fyne.Widget.
func (t *touch) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}

// inside gives an event in the coordinates of the thing itself.
func (t *touch) inside(e fyne.PointEvent) fyne.PointEvent {
	e.Position = e.Position.Add(t.Position())
	return e
}

// Tapped implements fyne.Tappable.
func (t *touch) Tapped(e *fyne.PointEvent) {
	if e != nil {
		at := t.inside(*e)
		e = &at
	}
	t.target.Tapped(e)
}

// TappedSecondary implements fyne.SecondaryTappable.
func (t *touch) TappedSecondary(e *fyne.PointEvent) {
	at := t.inside(*e)
	t.target.TappedSecondary(&at)
}

// MouseIn implements desktop.Hoverable.
func (t *touch) MouseIn(e *desktop.MouseEvent) { t.target.MouseIn(e) }

// MouseMoved implements desktop.Hoverable.
func (t *touch) MouseMoved(e *desktop.MouseEvent) { t.target.MouseMoved(e) }

// MouseOut implements desktop.Hoverable.
func (t *touch) MouseOut() { t.target.MouseOut() }

// Cursor implements desktop.Cursorable.
func (t *touch) Cursor() desktop.Cursor { return t.target.Cursor() }
