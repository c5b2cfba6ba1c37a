package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// Fact is one particular of a notice: 类型, 来文, 文号, 时限, 收到, 联系人 (要素).
type Fact struct {
	Name  string // of the field, as corrections name it; empty: cannot be corrected
	Label string
	Value string // empty: 未写
	// Doubtful draws the value in amber: it was read but is vague.
	Doubtful bool
	Chip     fyne.CanvasObject // behind the value, may be nil
	// Asks turns the fact into a question with its answers as buttons (哪天收到？).
	Question string
	Asks     []Ask
}

// Ask is one answer to a question asked in place.
type Ask struct {
	Text    string
	OnPress func()
}

// FactStrip shows the particulars side by side. A press on one, or F2, turns it into a field; leaving the field keeps
// what was typed, Esc drops it.
type FactStrip struct {
	Composite
	OnEdit  func(name, value string)
	facts   []Fact
	editing int
	entry   *factEntry
	parts   []*Press
}

// NewFactStrip shows facts.
func NewFactStrip(facts []Fact, onEdit func(name, value string)) *FactStrip {
	s := &FactStrip{OnEdit: onEdit, editing: -1}
	s.ExtendBaseWidget(s)
	s.Set(facts)
	return s
}

// Set shows other facts.
func (s *FactStrip) Set(facts []Fact) {
	s.facts, s.editing = facts, -1
	s.build()
}

func (s *FactStrip) build() {
	s.parts = make([]*Press, len(s.facts))
	objs := make([]fyne.CanvasObject, 0, len(s.facts))
	for i, f := range s.facts {
		label := NewLabel(f.Label, theme.Second, theme.ColorText3)
		switch {
		case i == s.editing:
			s.entry = newFactEntry(f.Value, func(v string, keep bool) { s.finish(i, v, keep) })
			objs = append(objs, Row(6, Fit(label), Wide(190, s.entry)))
		case len(f.Asks) > 0:
			objs = append(objs, Row(4, Fit(label), Fit(newAsk(f.Question, f.Asks))))
		default:
			objs = append(objs, s.factPart(i, f, label))
		}
	}
	s.put(Pad(14, 8, Flow(20, 4, objs...)))
}

func (s *FactStrip) factPart(i int, f Fact, label *Label) fyne.CanvasObject {
	value, color := f.Value, theme.ColorText
	role := theme.BodyBold
	switch {
	case value == "":
		value, color, role = "未写", theme.ColorText3, theme.Body
	case f.Doubtful:
		color = theme.ColorEscalate
	}
	parts := []Slot{Fit(label), Fit(NewElastic(value, role, color))}
	if f.Chip != nil {
		parts = append(parts, Fit(f.Chip))
	}
	row := High(24, Row(4, parts...))
	if f.Name == "" {
		return row
	}
	p := NewPress(f.Label+" "+value, Look{theme.ColorNone, theme.ColorHover, theme.ColorNone, theme.RadiusBadge, true}, row,
		func() { s.Edit(i) })
	p.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyF2 {
			s.Edit(i)
			return true
		}
		return false
	}
	s.parts[i] = p
	return p
}

// Edit turns fact i into a field.
func (s *FactStrip) Edit(i int) {
	if i < 0 || i >= len(s.facts) || s.facts[i].Name == "" {
		return
	}
	s.editing = i
	s.build()
	if c := canvasOf(s); c != nil {
		c.Focus(s.entry)
	}
}

func (s *FactStrip) finish(i int, value string, keep bool) {
	if s.editing != i {
		return
	}
	s.editing = -1
	f := s.facts[i]
	s.build()
	if keep && value != f.Value && s.OnEdit != nil {
		s.OnEdit(f.Name, value)
	}
}

// CreateRenderer implements fyne.Widget.
func (s *FactStrip) CreateRenderer() fyne.WidgetRenderer { return s.rendererFor(s) }

// factEntry keeps what was typed when it is left, and drops it on Esc.
type factEntry struct {
	Entry
	done func(value string, keep bool)
	over bool
}

func newFactEntry(text string, done func(string, bool)) *factEntry {
	e := &factEntry{done: done}
	e.height = theme.HeightSmall
	e.ExtendBaseWidget(e)
	e.Text = text
	e.CursorColumn = len([]rune(text))
	return e
}

// FocusLost implements fyne.Focusable.
func (e *factEntry) FocusLost() {
	e.Entry.FocusLost()
	e.end(true)
}

// TypedKey implements fyne.Focusable.
func (e *factEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.end(false)
		return
	}
	e.Entry.TypedKey(k)
}

func (e *factEntry) end(keep bool) {
	if e.over {
		return
	}
	e.over = true
	e.done(e.Text, keep)
}

// newAsk is a question with its answers, in amber, where the value would stand.
func newAsk(question string, asks []Ask) fyne.CanvasObject {
	parts := []Slot{Fit(NewIcon(theme.IconWarn, 14, theme.ColorEscalate)), Fit(NewLabel(question, theme.SecondBold, theme.ColorEscalate))}
	for _, a := range asks {
		face := &fyne.Container{Layout: &buttonPad{pad: pad{left: 7, right: 7}, height: 20},
			Objects: []fyne.CanvasObject{NewLabel(a.Text, theme.SecondBold, theme.ColorText)}}
		look := Look{theme.ColorSurface, theme.ColorHover, theme.ColorEscalate, theme.RadiusBadge, false}
		parts = append(parts, Fit(NewPress(a.Text, look, face, a.OnPress)))
	}
	inner := &fyne.Container{Layout: &buttonPad{pad: pad{left: 7, right: 5}, height: 26},
		Objects: []fyne.CanvasObject{Row(6, parts...)}}
	return Stack(NewBorder(theme.ColorEscalateSoft, theme.ColorEscalate, theme.RadiusChip), inner)
}
