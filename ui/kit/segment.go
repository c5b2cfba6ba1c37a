package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// Segment chooses one of a few words that stand side by side (乡镇 街道 村 社区). Left and Right change the choice.
type Segment struct {
	widget.BaseWidget
	OnChange func(index int)
	words    []string
	at       int
	frame    *Fill
	ring     *Fill
	grounds  []*Fill
	labels   []*Label
	rules    []*Fill
	focused  bool
	touch    *touch
}

// NewSegment offers words with the one at index chosen; -1: none yet.
func NewSegment(words []string, index int, onChange func(int)) *Segment {
	s := &Segment{OnChange: onChange, words: words, at: index,
		frame: NewBorder(theme.ColorSurface, theme.ColorBorder, theme.RadiusButton),
		ring:  NewBorder(theme.ColorNone, theme.ColorNone, theme.RadiusButton+3)}
	s.ring.Width = 2
	for _, w := range words {
		s.grounds = append(s.grounds, NewBorder(theme.ColorNone, theme.ColorNone, theme.RadiusChip))
		s.labels = append(s.labels, NewLabel(w, theme.Second, theme.ColorText).Centred())
		s.rules = append(s.rules, NewRule())
	}
	s.ExtendBaseWidget(s)
	s.touch = newTouch(s)
	s.paint()
	return s
}

// Index is the choice, -1 for none.
func (s *Segment) Index() int { return s.at }

// Choose sets the choice without telling OnChange.
func (s *Segment) Choose(index int) { s.at = index; s.paint() }

func (s *Segment) paint() {
	for i := range s.words {
		ground, words, role := theme.ColorNone, theme.ColorText, theme.Second
		if i == s.at {
			ground, words, role = theme.ColorPrimary, theme.ColorOnPrimary, theme.SecondBold
		}
		s.grounds[i].Set(ground, theme.ColorNone)
		s.labels[i].SetRole(role)
		s.labels[i].SetColor(words)
	}
	ring := theme.ColorNone
	if s.focused {
		ring = theme.ColorPrimary
	}
	s.ring.Set(theme.ColorNone, ring)
}

func (s *Segment) pick(index int) {
	if index < 0 || index >= len(s.words) || index == s.at {
		return
	}
	s.at = index
	s.paint()
	if s.OnChange != nil {
		s.OnChange(index)
	}
}

func (s *Segment) widths() []float32 {
	out := make([]float32, len(s.words))
	for i, w := range s.words {
		out[i] = measure(w, theme.SecondBold) + 2*theme.Px(11)
	}
	return out
}

// MinSize implements fyne.Widget.
func (s *Segment) MinSize() fyne.Size {
	freshen(s.frame, s.ring)
	freshen(s.grounds...)
	freshen(s.rules...)
	w := float32(0)
	for _, v := range s.widths() {
		w += v
	}
	return fyne.NewSize(w, theme.Px(theme.HeightSmall))
}

// Tapped implements fyne.Tappable.
func (s *Segment) Tapped(e *fyne.PointEvent) {
	s.Focus()
	x := float32(0)
	for i, w := range s.widths() {
		if x += w; e.Position.X < x {
			s.pick(i)
			return
		}
	}
}

// Focus moves the keyboard here.
func (s *Segment) Focus() {
	if c := canvasOf(s); c != nil {
		c.Focus(s)
	}
}

// FocusGained implements fyne.Focusable.
func (s *Segment) FocusGained() { s.focused = true; s.paint(); Reveal(s) }

// FocusLost implements fyne.Focusable.
func (s *Segment) FocusLost() { s.focused = false; s.paint() }

// TypedRune implements fyne.Focusable.
func (s *Segment) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *Segment) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		s.pick(s.at - 1)
	case fyne.KeyRight, fyne.KeyDown:
		s.pick(s.at + 1)
	default:
		passKey(s, e)
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (s *Segment) TappedSecondary(e *fyne.PointEvent) { textMenu(canvasOf(s), e.AbsolutePosition, "") }

// MouseIn implements desktop.Hoverable.
func (s *Segment) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (s *Segment) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *Segment) MouseOut() {}

// Target is the area that takes presses.
func (s *Segment) Target() fyne.Size { return touchSize(s.Size()) }

// Cursor implements desktop.Cursorable.
func (s *Segment) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Children implements Parent.
func (s *Segment) Children() []fyne.CanvasObject { return s.objects() }

func (s *Segment) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{s.frame}
	for i := range s.words {
		if i > 0 {
			out = append(out, s.rules[i])
		}
		out = append(out, s.grounds[i], s.labels[i])
	}
	return append(out, s.ring)
}

// CreateRenderer implements fyne.Widget.
func (s *Segment) CreateRenderer() fyne.WidgetRenderer {
	return newPlaced(s, s.place, append([]fyne.CanvasObject{s.touch}, s.objects()...)...)
}

func (s *Segment) place() {
	size := s.Size()
	s.touch.cover(size)
	s.frame.Resize(size)
	s.ring.Move(fyne.NewPos(-4, -4))
	s.ring.Resize(size.Add(fyne.NewSquareSize(8)))
	x := float32(0)
	for i, w := range s.widths() {
		s.grounds[i].Move(fyne.NewPos(x+1, 1))
		s.grounds[i].Resize(fyne.NewSize(w-2, size.Height-2))
		s.rules[i].Move(fyne.NewPos(x, 1))
		s.rules[i].Resize(fyne.NewSize(1, size.Height-2))
		h := s.labels[i].MinSize().Height
		s.labels[i].Move(fyne.NewPos(x, (size.Height-h)/2))
		s.labels[i].Resize(fyne.NewSize(w, h))
		x += w
	}
}
