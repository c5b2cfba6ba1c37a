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
	// Typed is what the field holds when it opens: the value in the form in which it is typed.
	Typed string
	// Key is the mark of the words in the notice that it was read from; empty: there are none.
	Key string
	// Doubtful draws the value in amber: it was read but is vague. Fixed shows that a person has put it right.
	Doubtful, Fixed bool
	Chip            fyne.CanvasObject // behind the value, may be nil
	// Asks turns the fact into a question with its answers as buttons (哪天收到？).
	Question string
	Asks     []Ask
}

// Ask is one answer to a question asked in place.
type Ask struct {
	Text    string
	OnPress func()
}

// FactStrip shows the particulars side by side. Who has the keyboard points at the words that it was read from; a press,
// or F2, turns it into a field. Leaving the field, F2 or Ctrl+Enter keep what was typed, Esc drops it; Enter is left to
// the input method.
type FactStrip struct {
	Composite
	OnEdit  func(name, value string)
	OnPoint func(key string) // the fact with this key has the keyboard
	OnSize  func()           // a field has opened or closed: the strip may need another height
	facts   []Fact
	editing int
	entry   *factEntry
	objs    []fyne.CanvasObject
	parts   []*Press
	title   bool // one fact without a label, in the type of a title
}

// NewFactStrip shows facts.
func NewFactStrip(facts []Fact, onEdit func(name, value string)) *FactStrip {
	s := &FactStrip{OnEdit: onEdit, editing: -1}
	s.ExtendBaseWidget(s)
	s.Set(facts)
	return s
}

// NewFactTitle shows one fact without its label, as the title of a page.
func NewFactTitle(fact Fact, onEdit func(name, value string)) *FactStrip {
	s := &FactStrip{OnEdit: onEdit, editing: -1, title: true}
	s.ExtendBaseWidget(s)
	s.Set([]Fact{fact})
	return s
}

// Set shows other facts. The keyboard stays with the fact that had it.
func (s *FactStrip) Set(facts []Fact) {
	held := s.held()
	s.facts, s.editing = facts, -1
	s.objs, s.parts = make([]fyne.CanvasObject, len(facts)), make([]*Press, len(facts))
	for i := range facts {
		s.make(i)
	}
	s.lay()
	if held >= 0 && held < len(facts) && s.parts[held] != nil {
		s.parts[held].Focus()
	}
}

// held is the fact that has the keyboard, -1 for none.
func (s *FactStrip) held() int {
	for i, p := range s.parts {
		if p != nil && p.HasFocus() {
			return i
		}
	}
	return -1
}

// HasFocus tells whether the keyboard is on one of the facts.
func (s *FactStrip) HasFocus() bool { return s.held() >= 0 || s.editing >= 0 }

// Focus moves the keyboard to the first fact that can have it.
func (s *FactStrip) Focus() {
	for _, p := range s.parts {
		if p != nil {
			p.Focus()
			return
		}
	}
}

// make makes what shows fact i.
func (s *FactStrip) make(i int) {
	f := s.facts[i]
	s.parts[i] = nil
	label := NewLabel(f.Label, theme.Second, theme.ColorText3)
	switch {
	case i == s.editing && s.title:
		s.objs[i] = Row(0, Wide(440, s.entry))
	case i == s.editing:
		s.objs[i] = PadEach(0, factSide, 0, factSide, Row(6, Fit(label), Wide(190, s.entry)))
	case len(f.Asks) > 0:
		s.objs[i] = PadEach(0, factSide, 0, factSide, Row(4, Fit(label), Fit(newAsk(f.Question, f.Asks))))
	default:
		s.objs[i] = s.factPart(i, f, label)
	}
}

// lay puts the facts in place.
func (s *FactStrip) lay() {
	if s.title {
		s.put(s.objs[0])
		return
	}
	s.put(Pad(14-factSide, 8, Flow(20-2*factSide, 4, s.objs...)))
}

// sized tells that the strip may need another height.
func (s *FactStrip) sized() {
	if s.OnSize != nil {
		s.OnSize()
	}
}

// factSide is the room between a fact and the ring around it, in design pixels.
const factSide = 4

// titleFact is the type of a fact that is the title of a page.
var titleFact = theme.Role{Size: 18, Line: 26, Bold: true}

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
	if s.title {
		parts = []Slot{Fit(NewElastic(value, titleFact, color))}
	}
	if f.Fixed {
		parts = append(parts, Fit(NewIcon(theme.IconEdit, 14, theme.ColorText3)))
	}
	if f.Chip != nil {
		parts = append(parts, Fit(f.Chip))
	}
	height := float32(24)
	if s.title {
		height = titleFact.Line + 2
	}
	row := High(height, Pad(factSide, 0, Row(4, parts...)))
	if f.Name == "" && f.Key == "" {
		return row
	}
	name := f.Label + " " + value
	if f.Fixed {
		name += " 已改"
	}
	p := NewPress(name, Look{theme.ColorNone, theme.ColorHover, theme.ColorNone, theme.RadiusBadge, true}, row, func() { s.Edit(i) })
	p.OnFocus = func() { s.point(i) }
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

func (s *FactStrip) point(i int) {
	if s.OnPoint != nil && i < len(s.facts) && s.facts[i].Key != "" {
		s.OnPoint(s.facts[i].Key)
	}
}

// Edit turns fact i into a field.
func (s *FactStrip) Edit(i int) {
	if i < 0 || i >= len(s.facts) || s.facts[i].Name == "" {
		return
	}
	s.editing = i
	s.entry = newFactEntry(s.facts[i].Typed, func(v string, keep, stay bool) { s.finish(i, v, keep, stay) })
	s.make(i)
	s.lay()
	s.sized()
	if c := canvasOf(s); c != nil {
		c.Focus(s.entry)
	}
	s.point(i)
}

// EditFirst turns the fact that has the keyboard into a field, else the first that can be one; false: there is none.
func (s *FactStrip) EditFirst() bool {
	if at := s.held(); at >= 0 && s.facts[at].Name != "" {
		s.Edit(at)
		return true
	}
	for i, f := range s.facts {
		if f.Name != "" {
			s.Edit(i)
			return true
		}
	}
	return false
}

// EditNamed turns the fact of a name into a field.
func (s *FactStrip) EditNamed(name string) {
	for i, f := range s.facts {
		if f.Name == name {
			s.Edit(i)
		}
	}
}

// Finish keeps what is being typed; false: nothing is.
func (s *FactStrip) Finish() bool {
	if s.editing < 0 {
		return false
	}
	s.entry.end(true, true)
	return true
}

func (s *FactStrip) finish(i int, value string, keep, stay bool) {
	if s.editing != i {
		return
	}
	s.editing = -1
	f := s.facts[i]
	s.make(i)
	s.lay()
	s.sized()
	if stay && s.parts[i] != nil {
		s.parts[i].Focus()
	}
	if keep && value != f.Typed && s.OnEdit != nil {
		s.OnEdit(f.Name, value)
	}
}

// NaturalWidth implements naturalWidget.
func (s *FactStrip) NaturalWidth() float32 { return naturalWidth(s.body) }

// CreateRenderer implements fyne.Widget.
func (s *FactStrip) CreateRenderer() fyne.WidgetRenderer { return s.rendererFor(s) }

// factEntry keeps what was typed when it is left, and drops it on Esc.
type factEntry struct {
	Entry
	done func(value string, keep, stay bool) // stay: the keyboard stays with the fact
	over bool
}

func newFactEntry(text string, done func(string, bool, bool)) *factEntry {
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
	e.end(true, false)
}

// TypedKey implements fyne.Focusable.
func (e *factEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		e.end(false, true)
	case fyne.KeyF2:
		e.end(true, true)
	default:
		e.Entry.TypedKey(k)
	}
}

func (e *factEntry) end(keep, stay bool) {
	if e.over {
		return
	}
	e.over = true
	e.done(e.Text, keep, stay)
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
