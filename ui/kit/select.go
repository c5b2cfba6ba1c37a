package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/ui/theme"
)

// Option is one choice of a Select.
type Option struct {
	Text string
	Tone *Tone // nil: plain
}

// Select chooses one of several words from a list that opens below it.
type Select struct {
	Press
	OnChange func(index int)
	options  []Option
	at       int
	size     ButtonSize
	icon     *Icon
	label    *Label
	arrow    *Icon
}

// NewSelect offers options with the one at index chosen.
func NewSelect(options []Option, index int, size ButtonSize, onChange func(int)) *Select {
	s := &Select{OnChange: onChange, options: options, at: index, size: size,
		icon: NewIcon(theme.IconCheck, 16, theme.ColorText), label: NewElastic("", theme.Body, theme.ColorText),
		arrow: NewIcon(theme.IconDown, 16, theme.ColorText)}
	height := float32(theme.HeightPlain)
	if size == Small {
		height = theme.HeightSmall
	}
	body := &fyne.Container{Layout: &buttonPad{pad: pad{left: 10, right: 8}, height: height},
		Objects: []fyne.CanvasObject{Row(7, Fit(s.icon), Grow(s.label), Fit(s.arrow))}}
	s.init(s, "", s.look(), body, s.open)
	s.OnKey = s.key
	s.paint()
	return s
}

// NewPlainSelect offers words without outlines.
func NewPlainSelect(words []string, index int, onChange func(int)) *Select {
	options := make([]Option, len(words))
	for i, w := range words {
		options[i] = Option{Text: w}
	}
	return NewSelect(options, index, Plain, onChange)
}

// NewVerdictSelect offers verdicts, each with its outline and colour (VerdictSelect).
func NewVerdictSelect(verdicts []app.Verdict, index int, office app.Office, onChange func(int)) *Select {
	options := make([]Option, len(verdicts))
	for i, v := range verdicts {
		t := VerdictTone(v, office.Grassroots())
		options[i] = Option{Text: VerdictWord(v, office), Tone: &t}
	}
	return NewSelect(options, index, Small, onChange)
}

// Index is the choice.
func (s *Select) Index() int { return s.at }

// Choose sets the choice without telling OnChange.
func (s *Select) Choose(index int) { s.at = index; s.paint() }

// SetOptions offers other choices.
func (s *Select) SetOptions(options []Option, index int) { s.options, s.at = options, index; s.paint() }

func (s *Select) current() Option {
	if s.at < 0 || s.at >= len(s.options) {
		return Option{}
	}
	return s.options[s.at]
}

func (s *Select) look() Look {
	if t := s.current().Tone; t != nil {
		return Look{t.Soft, t.Soft, t.Main, theme.RadiusButton, false}
	}
	return Look{theme.ColorSurface, theme.ColorHover, theme.ColorBorder, theme.RadiusButton, false}
}

func (s *Select) paint() {
	o := s.current()
	s.Name = o.Text
	s.label.SetText(o.Text)
	color := theme.ColorText
	if o.Tone != nil {
		color = o.Tone.Words
		s.icon.Set(o.Tone.Icon, color)
		s.icon.Show()
		s.label.SetRole(theme.BodyBold)
	} else {
		s.icon.Hide()
		s.label.SetRole(theme.Body)
	}
	s.label.SetColor(color)
	s.arrow.Set(theme.IconDown, color)
	s.SetLook(s.look())
}

func (s *Select) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyUp:
		s.open()
		return true
	}
	return false
}

func (s *Select) open() {
	items := make([]*fyne.MenuItem, len(s.options))
	for i, o := range s.options {
		items[i] = fyne.NewMenuItem(o.Text, func() { s.pick(i) })
		items[i].Checked = i == s.at
	}
	Menu(s, items...)
}

func (s *Select) pick(index int) {
	if index == s.at {
		return
	}
	s.at = index
	s.paint()
	if s.OnChange != nil {
		s.OnChange(index)
	}
}
