package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// Label is one line of text in a type role and colour role.
type Label struct {
	widget.BaseWidget
	looked
	text    string
	role    theme.Role
	color   fyne.ThemeColorName
	align   fyne.TextAlign
	elastic bool // may be cut with … where room is short
	struck  bool
	drawn   *canvas.Text
}

// NewLabel is a line that always needs its full width.
func NewLabel(text string, role theme.Role, color fyne.ThemeColorName) *Label {
	l := &Label{text: text, role: role, color: color, drawn: &canvas.Text{}}
	l.ExtendBaseWidget(l)
	l.apply()
	return l
}

// NewElastic is a line that is cut with … where room is short. Nothing that must be read may stand in one alone.
func NewElastic(text string, role theme.Role, color fyne.ThemeColorName) *Label {
	l := NewLabel(text, role, color)
	l.elastic = true
	return l
}

// Text is the whole text, whether or not it is cut on screen.
func (l *Label) Text() string { return l.text }

// SetText changes the text.
func (l *Label) SetText(text string) {
	if l.text == text {
		return
	}
	l.text = text
	l.Refresh()
}

// SetColor changes the colour role.
func (l *Label) SetColor(color fyne.ThemeColorName) {
	if l.color == color {
		return
	}
	l.color = color
	l.Refresh()
}

// SetRole changes the type role.
func (l *Label) SetRole(role theme.Role) {
	if l.role == role {
		return
	}
	l.role = role
	l.Refresh()
}

// Trailing sets the text against the right edge.
func (l *Label) Trailing() *Label { l.align = fyne.TextAlignTrailing; return l }

// Centred sets the text in the middle.
func (l *Label) Centred() *Label { l.align = fyne.TextAlignCenter; return l }

// Struck draws the text struck through (a finding that was put aside).
func (l *Label) Struck(on bool) *Label { l.struck = on; l.apply(); return l }

// NaturalWidth implements naturalWidget.
func (l *Label) NaturalWidth() float32 { return measure(l.text, l.role) }

// MinSize implements fyne.Widget.
func (l *Label) MinSize() fyne.Size {
	if l.stale() {
		l.Refresh()
	}
	w := l.NaturalWidth()
	if l.elastic {
		w = min(w, 2*l.role.TextSize())
	}
	return fyne.NewSize(w, l.role.LineHeight())
}

// Refresh implements fyne.Widget.
func (l *Label) Refresh() {
	l.apply()
	l.BaseWidget.Refresh()
}

func (l *Label) apply() {
	l.stale()
	l.drawn.Color = theme.Color(l.color)
	l.drawn.TextSize = l.role.TextSize()
	l.drawn.TextStyle = l.role.Style()
	l.drawn.TextStyle.Strikethrough = l.struck
	if !l.elastic {
		l.drawn.Text = l.text
	}
}

func (l *Label) place() {
	size := l.Size()
	if l.elastic {
		l.drawn.Text = shorten(l.text, l.role, size.Width)
	}
	own := l.drawn.MinSize()
	x := float32(0)
	switch l.align {
	case fyne.TextAlignTrailing:
		x = size.Width - own.Width
	case fyne.TextAlignCenter:
		x = (size.Width - own.Width) / 2
	}
	l.drawn.Move(fyne.NewPos(x, (size.Height-own.Height)/2))
	l.drawn.Resize(own)
	l.drawn.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (l *Label) CreateRenderer() fyne.WidgetRenderer { return newPlaced(l, l.place, l.drawn) }

func measure(text string, role theme.Role) float32 {
	if text == "" {
		return 0
	}
	return fyne.MeasureText(text, role.TextSize(), role.Style()).Width
}

// shorten cuts text with … so that it fits width.
func shorten(text string, role theme.Role, width float32) string {
	if width <= 0 || measure(text, role) <= width+0.5 {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if measure(string(runes[:mid])+"…", role) <= width+0.5 {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return string(runes[:low]) + "…"
}
