package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// Tab is one word of Tabs, with a count behind it where that is not empty.
type Tab struct {
	Text, Count, Icon string
}

// Tabs chooses one of a few views that share a place.
type Tabs struct {
	Composite
	OnChange func(index int)
	tabs     []Tab
	at       int
	parts    []*Press
}

// NewTabs offers tabs with the one at index in front.
func NewTabs(tabs []Tab, index int, onChange func(int)) *Tabs {
	t := &Tabs{OnChange: onChange, tabs: tabs, at: index}
	t.ExtendBaseWidget(t)
	t.build()
	return t
}

// Index is the tab in front.
func (t *Tabs) Index() int { return t.at }

// Choose brings a tab to the front without telling OnChange.
func (t *Tabs) Choose(index int) { t.at = index; t.build() }

// SetTabs changes words and counts.
func (t *Tabs) SetTabs(tabs []Tab) {
	t.tabs = tabs
	t.at = min(t.at, len(tabs)-1)
	t.build()
}

func (t *Tabs) build() {
	t.parts = nil
	var slots []Slot
	for i, tab := range t.tabs {
		role, color, line := theme.Large, theme.ColorText2, theme.ColorNone
		if i == t.at {
			role, color, line = theme.Heading, theme.ColorPrimary, theme.ColorPrimary
		}
		words := []Slot{}
		if tab.Icon != "" {
			words = append(words, Fit(NewIcon(tab.Icon, 16, color)))
		}
		words = append(words, Fit(NewLabel(tab.Text, role, color)))
		if tab.Count != "" {
			words = append(words, Fit(NewLabel(tab.Count, theme.Second, color)))
		}
		under := NewFill(line)
		body := Column(0, Wide(37, Pad(14, 0, Row(5, words...))), Wide(3, under))
		p := NewPress(tab.Text, Look{theme.ColorNone, theme.ColorHover, theme.ColorNone, theme.RadiusChip, true}, body, func() { t.pick(i) })
		p.OnKey = func(e *fyne.KeyEvent) bool { return t.key(i, e) }
		t.parts = append(t.parts, p)
		slots = append(slots, Fit(p))
	}
	t.put(Stack(Column(0, Space(), Fit(NewRule())), Row(2, slots...)))
}

func (t *Tabs) key(i int, e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyLeft:
		t.pick(i - 1)
	case fyne.KeyRight:
		t.pick(i + 1)
	default:
		return false
	}
	return true
}

func (t *Tabs) pick(i int) {
	if i < 0 || i >= len(t.tabs) || i == t.at {
		return
	}
	t.at = i
	t.build()
	t.parts[i].Focus()
	if t.OnChange != nil {
		t.OnChange(i)
	}
}

// CreateRenderer implements fyne.Widget.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer { return t.rendererFor(t) }
