package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// Tips shows, where the mouse rests, words that are cut on the screen, or the hint of a button (提示). It is a layer over a
// window's content and takes no presses.
type Tips struct {
	widget.BaseWidget
	after func(time.Duration, func())
	turn  Turn
	card  fyne.CanvasObject // nil: none is shown
	at    fyne.Position     // of the mouse
	r     *placedRenderer
}

// rest is how long the mouse rests before a tip is shown; tipReach how far it may move without taking it away.
const (
	rest     = 600 * time.Millisecond
	tipReach = 4
)

// NewTips makes the layer; after calls a function on the UI thread later.
func NewTips(after func(time.Duration, func())) *Tips {
	t := &Tips{after: after}
	t.ExtendBaseWidget(t)
	return t
}

// tipsOn is the layer of a canvas, nil where it has none.
func tipsOn(c fyne.Canvas) *Tips {
	if c == nil {
		return nil
	}
	if root, ok := c.Content().(*fyne.Container); ok {
		for _, o := range root.Objects {
			if t, ok := o.(*Tips); ok {
				return t
			}
		}
	}
	return nil
}

// moved is told where the mouse is.
func (t *Tips) moved(c fyne.Canvas, at fyne.Position) {
	if d := at.Subtract(t.at); t.card != nil && d.X*d.X+d.Y*d.Y <= tipReach*tipReach {
		return
	}
	t.away()
	t.at = at
	current := t.turn.Next()
	t.after(rest, func() {
		if current() && c.Overlays().Top() == nil {
			t.show(wordsUnder(c, at))
		}
	})
}

// away takes the tip away.
func (t *Tips) away() {
	t.turn.Next()
	if t.card != nil {
		t.card = nil
		t.Refresh()
	}
}

func (t *Tips) show(w words) {
	text := w.hint
	if w.cut {
		text = w.text
	}
	if text == "" {
		return
	}
	t.card = Stack(NewBorder(theme.ColorSurface, theme.ColorBorder, theme.RadiusChip), Pad(10, 5, NewParaMax(text, theme.Second, theme.ColorText, 8)))
	t.Refresh()
}

// Text is what the tip says, empty where none is shown.
func (t *Tips) Text() string {
	if t.card == nil {
		return ""
	}
	return textsIn(t.card)[0]
}

// MinSize implements fyne.Widget.
func (t *Tips) MinSize() fyne.Size { return fyne.Size{} }

// Refresh implements fyne.Widget.
func (t *Tips) Refresh() {
	if t.r != nil {
		t.r.objs = nil
		if t.card != nil {
			t.r.objs = []fyne.CanvasObject{t.card}
		}
	}
	t.BaseWidget.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *Tips) CreateRenderer() fyne.WidgetRenderer {
	t.r = newPlaced(t, t.place)
	return t.r
}

// place puts the tip below the mouse, or above it where the window ends.
func (t *Tips) place() {
	if t.card == nil {
		return
	}
	room := t.Size()
	w := min(naturalWidth(t.card), theme.Px(420), room.Width)
	h := HeightFor(t.card, w)
	x, y := min(t.at.X, room.Width-w), t.at.Y+theme.Px(22)
	if y+h > room.Height {
		y = max(t.at.Y-h-theme.Px(8), 0)
	}
	t.card.Move(fyne.NewPos(max(x, 0), y))
	t.card.Resize(fyne.NewSize(w, h))
}

// hoverAt tells the window of o that the mouse is at a point of it.
func hoverAt(o fyne.CanvasObject, at fyne.Position) {
	c := canvasOf(o)
	if t := tipsOn(c); t != nil {
		t.moved(c, at)
	}
}

// hoverAway tells the window of o that the mouse has left, or pressed.
func hoverAway(o fyne.CanvasObject) {
	if t := tipsOn(canvasOf(o)); t != nil {
		t.away()
	}
}
