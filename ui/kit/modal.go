package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// Dialog is what a modal dialog shows. Its actions stand in the foot, the primary one at the right.
type Dialog struct {
	Title string
	Icon  string // empty: none
	Tone  fyne.ThemeColorName
	Hint  string // weaker words behind the title
	Body  fyne.CanvasObject
	Width float32 // design pixels; 0: 480
	// Left stands at the left of the foot, may be empty.
	Left    []ButtonSpec
	Actions []ButtonSpec
	// Confirm is what Ctrl+Enter does; nil: nothing.
	Confirm func()
	// Cancel is told when the dialog is closed by Esc; nil: it just closes.
	Cancel func()
	// Firm dialogs do not close on Esc.
	Firm bool
	// First gets the keyboard; nil: the primary button.
	First fyne.Focusable
}

// Dialogs shows modal dialogs over one window, one at a time on top of another.
type Dialogs struct {
	canvas fyne.Canvas
	stack  []*dialogLayer
}

// NewDialogs serves the window of canvas.
func NewDialogs(canvas fyne.Canvas) *Dialogs { return &Dialogs{canvas: canvas} }

// Open tells whether a dialog is shown.
func (d *Dialogs) Open() bool { return len(d.stack) > 0 }

// Top is the dialog in front, nil if there is none.
func (d *Dialogs) Top() *Dialog {
	if len(d.stack) == 0 {
		return nil
	}
	return &d.stack[len(d.stack)-1].dialog
}

// Show opens a dialog in front of all others. The returned function closes it.
func (d *Dialogs) Show(dialog Dialog) (close func()) {
	layer := newDialogLayer(dialog)
	layer.before = d.canvas.Focused()
	d.stack = append(d.stack, layer)
	d.canvas.Overlays().Add(layer)
	layer.Resize(d.canvas.Size())
	switch {
	case dialog.First != nil:
		d.canvas.Focus(dialog.First)
	case layer.primary != nil:
		d.canvas.Focus(layer.primary)
	}
	return func() { d.remove(layer) }
}

func (d *Dialogs) remove(layer *dialogLayer) {
	for i, l := range d.stack {
		if l != layer {
			continue
		}
		d.stack = append(d.stack[:i], d.stack[i+1:]...)
		d.canvas.Overlays().Remove(layer)
		if layer.before != nil {
			d.canvas.Focus(layer.before)
		}
		return
	}
}

// Confirm does what Ctrl+Enter means in the dialog in front.
func (d *Dialogs) Confirm() {
	if t := d.Top(); t != nil && t.Confirm != nil {
		t.Confirm()
	}
}

// Cancel closes the dialog in front, as Esc does.
func (d *Dialogs) Cancel() {
	if len(d.stack) == 0 {
		return
	}
	layer := d.stack[len(d.stack)-1]
	if layer.dialog.Firm {
		return
	}
	d.remove(layer)
	if layer.dialog.Cancel != nil {
		layer.dialog.Cancel()
	}
}

// dialogLayer covers the window with a shade and puts the dialog in the middle.
type dialogLayer struct {
	widget.BaseWidget
	dialog  Dialog
	shade   *Fill
	card    *fyne.Container
	primary *Button
	before  fyne.Focusable
}

func newDialogLayer(d Dialog) *dialogLayer {
	l := &dialogLayer{dialog: d, shade: NewFill(theme.ColorShade)}
	l.card, l.primary = NewDialogCard(d)
	l.ExtendBaseWidget(l)
	return l
}

// NewDialogCard is a dialog without the window that it covers: what Show puts in the middle. Its primary button is nil where
// no action is the primary one.
func NewDialogCard(d Dialog) (card *fyne.Container, primary *Button) {
	head := []Slot{}
	if d.Icon != "" {
		head = append(head, Fit(NewIcon(d.Icon, 22, d.Tone)))
	}
	head = append(head, Fit(NewElastic(d.Title, theme.ItemTitle, theme.ColorText)))
	if d.Hint != "" {
		head = append(head, Grow(NewElastic(d.Hint, theme.Second, theme.ColorText3)))
	}
	rows := []Slot{Fit(High(48, Pad(16, 0, Row(10, head...)))), Fit(NewRule()), Grow(NewScroll(d.Body))}
	if len(d.Actions)+len(d.Left) > 0 {
		foot := []Slot{}
		for _, a := range d.Left {
			foot = append(foot, Fit(NewButton(a)))
		}
		foot = append(foot, Space())
		for _, a := range d.Actions {
			b := NewButton(a)
			if a.Primary {
				primary = b
			}
			foot = append(foot, Fit(b))
		}
		rows = append(rows, Fit(NewRule()), Fit(Pad(16, 12, Row(10, foot...))))
	}
	return Stack(NewBorder(theme.ColorSurface, theme.ColorBorder, 8), Column(0, rows...)), primary
}

// TappedSecondary implements fyne.SecondaryTappable: the words under the mouse can be copied.
func (l *dialogLayer) TappedSecondary(e *fyne.PointEvent) {
	textMenu(canvasOf(l), e.AbsolutePosition, "")
}

// Tapped implements fyne.Tappable: a press beside the dialog does nothing.
func (l *dialogLayer) Tapped(*fyne.PointEvent) {}

// MinSize implements fyne.Widget.
func (l *dialogLayer) MinSize() fyne.Size { return fyne.NewSize(200, 100) }

// Children implements Parent.
func (l *dialogLayer) Children() []fyne.CanvasObject { return []fyne.CanvasObject{l.card} }

// CreateRenderer implements fyne.Widget.
func (l *dialogLayer) CreateRenderer() fyne.WidgetRenderer {
	return newPlaced(l, l.place, l.shade, l.card)
}

func (l *dialogLayer) place() {
	size := l.Size()
	l.shade.Resize(size)
	width := l.dialog.Width
	if width == 0 {
		width = 480
	}
	w := min(theme.Px(width), size.Width-theme.Px(theme.GapXL))
	h := min(HeightFor(l.card, w), size.Height-theme.Px(theme.GapXL))
	l.card.Move(fyne.NewPos((size.Width-w)/2, (size.Height-h)/2))
	l.card.Resize(fyne.NewSize(w, h))
}
