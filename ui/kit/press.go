package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// Look is how something that can be pressed is drawn: ground, ground under the mouse, border.
type Look struct {
	Ground, Hover, Stroke fyne.ThemeColorName
	Radius                float32
	// Inside draws the focus ring within the bounds (rows in a list), else around them with a gap.
	Inside bool
}

// Press is the base of everything that can be pressed, by mouse or keyboard (button, row, link, chip).
// Space presses it; Enter does not, because input methods use Enter. Keys that it does not know go to the window.
type Press struct {
	widget.BaseWidget
	Name    string                    // what a screen reader says
	OnPress func()                    // nil: nothing happens
	OnKey   func(*fyne.KeyEvent) bool // asked first; true: the key was used
	OnFocus func()
	// OnMenu gives what the other mouse button offers beside copying; nil: nothing.
	OnMenu func() []*fyne.MenuItem
	// Hint is shown where the mouse rests; empty: the words that are cut, if any.
	Hint string

	outer   fyne.Widget
	touch   *touch
	look    Look
	body    fyne.CanvasObject
	ground  *Fill
	ring    *Fill
	hover   bool
	focused bool
	off     bool
}

// NewPress makes body pressable.
func NewPress(name string, look Look, body fyne.CanvasObject, onPress func()) *Press {
	p := &Press{}
	p.init(p, name, look, body, onPress)
	return p
}

// init prepares the base of outer, the widget that embeds it.
func (p *Press) init(outer fyne.Widget, name string, look Look, body fyne.CanvasObject, onPress func()) {
	p.Name, p.look, p.body, p.OnPress, p.outer = name, look, body, onPress, outer
	p.ExtendBaseWidget(outer)
	p.touch = newTouch(p)
	p.ground = NewBorder(look.Ground, look.Stroke, look.Radius)
	p.ring = NewBorder(theme.ColorNone, theme.ColorNone, look.Radius+3)
	p.ring.Width = 2
	p.show()
}

// SetLook changes how it is drawn.
func (p *Press) SetLook(look Look) {
	p.look = look
	p.ground.Radius = look.Radius
	p.show()
}

// SetOff makes it unpressable (停用) or pressable again.
func (p *Press) SetOff(off bool) {
	if p.off == off {
		return
	}
	p.off = off
	p.show()
}

// Off tells whether it cannot be pressed.
func (p *Press) Off() bool { return p.off }

// HasFocus tells whether the keyboard is here.
func (p *Press) HasFocus() bool { return p.focused }

func (p *Press) show() {
	ground := p.look.Ground
	if p.hover && !p.off && p.look.Hover != "" {
		ground = p.look.Hover
	}
	p.ground.Set(ground, p.look.Stroke)
	ring := theme.ColorNone
	if p.focused {
		ring = theme.ColorPrimary
	}
	p.ring.Set(theme.ColorNone, ring)
}

func (p *Press) canvas() fyne.Canvas {
	return canvasOf(p.ring)
}

// Focus moves the keyboard here.
func (p *Press) Focus() {
	c := p.canvas()
	if f, ok := p.outer.(fyne.Focusable); ok && c != nil {
		c.Focus(f)
	}
}

// Tapped implements fyne.Tappable.
func (p *Press) Tapped(*fyne.PointEvent) {
	if p.off {
		return
	}
	hoverAway(p.ring)
	p.Focus()
	if p.OnPress != nil {
		p.OnPress()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (p *Press) TappedSecondary(e *fyne.PointEvent) {
	p.menu(e.AbsolutePosition)
}

// menu opens the menu of the other mouse button, or of the menu key.
func (p *Press) menu(at fyne.Position) {
	var items []*fyne.MenuItem
	if p.OnMenu != nil && !p.off {
		items = p.OnMenu()
	}
	whole := ""
	if row, ok := p.outer.(*RowPress); ok {
		whole = strings.Join(textsIn(row.body), "\t")
	}
	textMenu(p.canvas(), at, whole, items...)
}

// hint implements hinted.
func (p *Press) hint() string { return p.Hint }

// Target is the area that takes presses.
func (p *Press) Target() fyne.Size { return touchSize(p.Size()) }

// keyMenu opens the menu below the thing that has the keyboard.
func (p *Press) keyMenu() {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.outer)
	p.menu(at.AddXY(theme.Px(theme.GapM), p.Size().Height/2))
}

// FocusGained implements fyne.Focusable.
func (p *Press) FocusGained() {
	p.focused = true
	p.show()
	Reveal(p.outer)
	if p.OnFocus != nil {
		p.OnFocus()
	}
}

// FocusLost implements fyne.Focusable.
func (p *Press) FocusLost() {
	p.focused = false
	p.show()
}

// TypedRune implements fyne.Focusable.
func (p *Press) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (p *Press) TypedKey(e *fyne.KeyEvent) {
	switch {
	case p.OnKey != nil && p.OnKey(e):
	case e.Name == desktop.KeyMenu:
		p.keyMenu()
	case e.Name == fyne.KeySpace && !p.off:
		if p.OnPress != nil {
			p.OnPress()
		}
	default:
		passKey(p.ring, e)
	}
}

// passKey hands a key that a widget has no use for to the window: Esc, F1, F5, F6.
func passKey(o fyne.CanvasObject, e *fyne.KeyEvent) {
	c := canvasOf(o)
	if c == nil {
		return
	}
	if f := c.OnTypedKey(); f != nil {
		f(e)
	}
}

// MouseIn implements desktop.Hoverable.
func (p *Press) MouseIn(*desktop.MouseEvent) { p.hover = true; p.show() }

// MouseMoved implements desktop.Hoverable.
func (p *Press) MouseMoved(e *desktop.MouseEvent) {
	if e != nil {
		hoverAt(p.ring, e.AbsolutePosition)
	}
}

// MouseOut implements desktop.Hoverable.
func (p *Press) MouseOut() { p.hover = false; p.show(); hoverAway(p.ring) }

// Cursor implements desktop.Cursorable.
func (p *Press) Cursor() desktop.Cursor {
	if p.off {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel implements fyne.Accessible.
func (p *Press) AccessibilityLabel() string { return p.Name }

// AccessibilityRole implements fyne.Accessible.
func (p *Press) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// MinSize implements fyne.Widget.
func (p *Press) MinSize() fyne.Size {
	freshen(p.ground, p.ring)
	return p.body.MinSize()
}

// HeightFor implements heightWidget.
func (p *Press) HeightFor(width float32) float32 {
	freshen(p.ground, p.ring)
	return HeightFor(p.body, width)
}

// NaturalWidth implements naturalWidget.
func (p *Press) NaturalWidth() float32 { return naturalWidth(p.body) }

// Children implements Parent.
func (p *Press) Children() []fyne.CanvasObject { return []fyne.CanvasObject{p.ground, p.body} }

// CreateRenderer implements fyne.Widget.
func (p *Press) CreateRenderer() fyne.WidgetRenderer {
	return newPlaced(p.outer, p.place, p.touch, p.ground, p.body, p.ring)
}

func (p *Press) place() {
	size := p.Size()
	p.touch.cover(size)
	p.ground.Resize(size)
	p.body.Resize(size)
	out := float32(4)
	if p.look.Inside {
		out = -1
	}
	p.ring.Move(fyne.NewPos(-out, -out))
	p.ring.Resize(fyne.NewSize(max(size.Width+2*out, 0), max(size.Height+2*out, 0)))
}
