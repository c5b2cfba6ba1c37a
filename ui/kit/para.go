package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// Para is a paragraph that wraps by the Chinese rules. Its height follows from its width.
type Para struct {
	widget.BaseWidget
	looked
	text     string
	role     theme.Role
	color    fyne.ThemeColorName
	most     int // lines shown at most, 0: all
	middle   bool
	drawn    []*canvas.Text
	renderer *placedRenderer

	brokenFor   float32 // width, text size for which lines holds
	brokenScale float32
	lines       []string
}

// NewPara is a paragraph of any number of lines.
func NewPara(text string, role theme.Role, color fyne.ThemeColorName) *Para {
	return NewParaMax(text, role, color, 0)
}

// NewParaMax is a paragraph of at most most lines; what is more is cut with ….
func NewParaMax(text string, role theme.Role, color fyne.ThemeColorName, most int) *Para {
	p := &Para{text: text, role: role, color: color, most: most}
	p.ExtendBaseWidget(p)
	return p
}

// Centred sets each line in the middle.
func (p *Para) Centred() *Para { p.middle = true; return p }

// Text is the whole text.
func (p *Para) Text() string { return p.text }

// SetText changes the text.
func (p *Para) SetText(text string) {
	if p.text == text {
		return
	}
	p.text, p.lines = text, nil
	p.Refresh()
}

// SetColor changes the colour role.
func (p *Para) SetColor(color fyne.ThemeColorName) { p.color = color; p.Refresh() }

// NaturalWidth implements naturalWidget.
func (p *Para) NaturalWidth() float32 { return measure(p.text, p.role) }

// HeightFor implements heightWidget.
func (p *Para) HeightFor(width float32) float32 {
	if p.stale() {
		p.Refresh()
	}
	return float32(len(p.broken(width))) * p.role.LineHeight()
}

// MinSize implements fyne.Widget.
func (p *Para) MinSize() fyne.Size {
	w := min(p.NaturalWidth(), 6*p.role.TextSize())
	at := p.Size().Width
	if at <= 0 {
		at = p.NaturalWidth() + 1
	}
	return fyne.NewSize(w, p.HeightFor(at))
}

func (p *Para) broken(width float32) []string {
	scale := theme.Scale()
	if p.lines != nil && p.brokenFor == width && p.brokenScale == scale {
		return p.lines
	}
	m := newMeter(p.role)
	var lines []string
	for _, part := range splitLines(p.text) {
		runes := []rune(part)
		for _, s := range breakText(runes, m, width+0.5) {
			lines = append(lines, string(runes[s.from:s.to]))
		}
	}
	if p.most > 0 && len(lines) > p.most {
		lines = lines[:p.most]
		last := lines[p.most-1]
		lines[p.most-1] = shorten(last+"……", p.role, width)
	}
	p.lines, p.brokenFor, p.brokenScale = lines, width, scale
	return lines
}

// wasCut tells whether the text is longer than the lines shown.
func (p *Para) wasCut() bool {
	return p.most > 0 && len(p.lines) == p.most && strings.HasSuffix(p.lines[p.most-1], "…") && !strings.HasSuffix(p.text, "…")
}

func splitLines(s string) []string {
	var out []string
	from := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' {
			out = append(out, s[from:i])
			from = i + 1
		}
	}
	return append(out, s[from:])
}

// Refresh implements fyne.Widget.
func (p *Para) Refresh() {
	p.BaseWidget.Refresh()
}

func (p *Para) place() {
	if p.renderer == nil {
		return
	}
	width := p.Size().Width
	if width <= 0 {
		return
	}
	lines := p.broken(width)
	for len(p.drawn) < len(lines) {
		p.drawn = append(p.drawn, &canvas.Text{})
	}
	p.drawn = p.drawn[:len(lines)]
	p.renderer.objs = p.renderer.objs[:0]
	for i, t := range p.drawn {
		t.Text, t.Color = lines[i], theme.Color(p.color)
		t.TextSize, t.TextStyle = p.role.TextSize(), p.role.Style()
		own := t.MinSize()
		x := float32(0)
		if p.middle {
			x = max((width-own.Width)/2, 0)
		}
		t.Move(fyne.NewPos(x, float32(i)*p.role.LineHeight()+(p.role.LineHeight()-own.Height)/2))
		t.Resize(own)
		t.Refresh()
		p.renderer.objs = append(p.renderer.objs, t)
	}
}

// CreateRenderer implements fyne.Widget.
func (p *Para) CreateRenderer() fyne.WidgetRenderer {
	p.renderer = newPlaced(p, p.place)
	p.place()
	return p.renderer
}
