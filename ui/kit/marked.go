package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yidanqing/app"
	"yidanqing/ui/theme"
)

// MarkKind is how words of the notice are marked: each kind has its own ground and its own underline, so that they
// differ in black and white too.
type MarkKind int

const (
	MarkNone  MarkKind = iota
	MarkFact           // 要素: shows only while it is the current one, between two lines
	MarkNote           // 注意: dotted
	MarkList           // 清单依据, reading 甲: solid
	MarkWarn           // 提醒, reading 乙: dashed
	MarkBlock          // 不得: double
)

// MarkOf is the mark of a finding's severity.
func MarkOf(s app.Severity) MarkKind {
	switch s {
	case app.SeverityBlock:
		return MarkBlock
	case app.SeverityWarn:
		return MarkWarn
	}
	return MarkNote
}

// Color is the colour of underline and badge.
func (k MarkKind) Color() fyne.ThemeColorName {
	switch k {
	case MarkList:
		return theme.ColorCooperate
	case MarkWarn:
		return theme.ColorEscalate
	case MarkBlock:
		return theme.ColorRefuse
	}
	return theme.ColorText3
}

// Ground is the colour behind the words.
func (k MarkKind) Ground() fyne.ThemeColorName {
	switch k {
	case MarkList:
		return theme.ColorMarkList
	case MarkWarn:
		return theme.ColorMarkWarn
	case MarkBlock:
		return theme.ColorMarkBlock
	}
	return theme.ColorNone
}

// underline draws the kind's line over width at x, y; weight is 1, or 2 for the current mark.
func (k MarkKind) underline(x, y, width, weight float32) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	bar := func(dx, dy, w, h float32) {
		f := canvas.NewRectangle(theme.Color(k.Color()))
		f.Move(fyne.NewPos(x+dx, y+dy))
		f.Resize(fyne.NewSize(w, h))
		out = append(out, f)
	}
	step := func(on, off float32) {
		for at := float32(0); at < width; at += on + off {
			bar(at, 0, min(on, width-at), theme.Px(2)*weight)
		}
	}
	one := theme.Px(1)
	switch k {
	case MarkList:
		bar(0, 0, width, 2*one*weight)
	case MarkBlock:
		bar(0, 0, width, one*weight)
		bar(0, one*(1+weight), width, one*weight)
	case MarkWarn:
		step(theme.Px(6), theme.Px(3))
	case MarkNote:
		step(2*one, 2*one)
	}
	return out
}

// Marked is a word in the look of a mark, as legends and rows show it.
type Marked struct {
	widget.BaseWidget
	text   string
	kind   MarkKind
	role   theme.Role
	ground *Fill
	label  *Label
	r      *placedRenderer
}

// NewMarked shows text as a mark of kind.
func NewMarked(text string, kind MarkKind, role theme.Role) *Marked {
	m := &Marked{text: text, kind: kind, role: role, ground: NewFill(kind.Ground()), label: NewElastic(text, role, theme.ColorText)}
	m.ExtendBaseWidget(m)
	return m
}

// MinSize implements fyne.Widget.
func (m *Marked) MinSize() fyne.Size {
	return fyne.NewSize(m.label.MinSize().Width, m.role.LineHeight()+theme.Px(3))
}

// NaturalWidth implements naturalWidget.
func (m *Marked) NaturalWidth() float32 { return m.label.NaturalWidth() }

// Children implements Parent.
func (m *Marked) Children() []fyne.CanvasObject { return []fyne.CanvasObject{m.label} }

// CreateRenderer implements fyne.Widget.
func (m *Marked) CreateRenderer() fyne.WidgetRenderer {
	m.r = newPlaced(m, m.place, m.ground, m.label)
	return m.r
}

func (m *Marked) place() {
	if m.r == nil {
		return
	}
	size := m.Size()
	line := m.role.LineHeight()
	m.ground.Resize(fyne.NewSize(size.Width, line))
	m.label.Resize(fyne.NewSize(size.Width, line))
	m.r.objs = append([]fyne.CanvasObject{m.ground, m.label}, m.kind.underline(0, line, size.Width, 1)...)
}
