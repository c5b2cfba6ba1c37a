package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// MarkedRun is a run of words in a MarkedPara.
type MarkedRun struct {
	Text   string
	Marked bool
}

// MarkedPara is a paragraph with some of its words marked. Its height follows from its width.
type MarkedPara struct {
	widget.BaseWidget
	looked
	runs []MarkedRun
	kind MarkKind
	role theme.Role
	most int // lines shown at most, 0: all
	r    *placedRenderer
}

// NewMarkedPara shows runs of words, the marked ones in the look of kind; of more than most lines the rest is left out,
// 0: all are shown.
func NewMarkedPara(runs []MarkedRun, kind MarkKind, role theme.Role, most int) *MarkedPara {
	p := &MarkedPara{runs: runs, kind: kind, role: role, most: most}
	p.ExtendBaseWidget(p)
	return p
}

// Text is the whole text.
func (p *MarkedPara) Text() string {
	text, _ := p.flat()
	return string(text)
}

func (p *MarkedPara) flat() (text []rune, marked []bool) {
	for _, run := range p.runs {
		for _, r := range run.Text {
			if r == '\n' {
				r = ' '
			}
			text, marked = append(text, r), append(marked, run.Marked)
		}
	}
	return text, marked
}

// lineHeight leaves room for the line under marked words.
func (p *MarkedPara) lineHeight() float32 { return p.role.LineHeight() + theme.Px(3) }

func (p *MarkedPara) broken(width float32) []span {
	text, _ := p.flat()
	lines := breakText(text, newMeter(p.role), width+0.5)
	if p.most > 0 && len(lines) > p.most {
		lines = lines[:p.most]
	}
	return lines
}

// NaturalWidth implements naturalWidget.
func (p *MarkedPara) NaturalWidth() float32 { return measure(p.Text(), p.role) }

// HeightFor implements heightWidget.
func (p *MarkedPara) HeightFor(width float32) float32 {
	if p.stale() {
		p.Refresh()
	}
	return float32(max(len(p.broken(width)), 1)) * p.lineHeight()
}

// MinSize implements fyne.Widget.
func (p *MarkedPara) MinSize() fyne.Size {
	at := p.Size().Width
	if at <= 0 {
		at = p.NaturalWidth() + 1
	}
	return fyne.NewSize(min(p.NaturalWidth(), 6*p.role.TextSize()), p.HeightFor(at))
}

// CreateRenderer implements fyne.Widget.
func (p *MarkedPara) CreateRenderer() fyne.WidgetRenderer {
	p.r = newPlaced(p, p.place)
	p.place()
	return p.r
}

func (p *MarkedPara) place() {
	width := p.Size().Width
	if p.r == nil || width <= 0 {
		return
	}
	p.r.objs = p.r.objs[:0]
	text, marked := p.flat()
	lines := p.broken(width)
	for i, line := range lines {
		y, x := float32(i)*p.lineHeight(), float32(0)
		for from := line.from; from < line.to; {
			to := from
			for to < line.to && marked[to] == marked[from] {
				to++
			}
			words := string(text[from:to])
			if i == len(lines)-1 && line.to < len(text) && to == line.to { // cut short
				words = shorten(words+"……", p.role, width-x)
			}
			x += p.draw(words, marked[from], x, y)
			from = to
		}
	}
}

// draw puts a run at x, y and gives its width.
func (p *MarkedPara) draw(words string, marked bool, x, y float32) float32 {
	line, width := p.role.LineHeight(), measure(words, p.role)
	t := canvas.NewText(words, theme.Color(theme.ColorText))
	t.TextSize, t.TextStyle = p.role.TextSize(), p.role.Style()
	own := t.MinSize()
	t.Move(fyne.NewPos(x, y+(line-own.Height)/2))
	t.Resize(own)
	if marked {
		p.r.objs = append(p.r.objs, rectAt(p.kind.Ground(), x, y, width, line))
		p.r.objs = append(p.r.objs, p.kind.underline(x, y+line, width, 1)...)
	}
	p.r.objs = append(p.r.objs, t)
	return width
}
