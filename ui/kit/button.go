package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// ButtonSize is how high a button is.
type ButtonSize int

const (
	Plain ButtonSize = iota // 36
	Main                    // 44, the main action row
	Small                   // 30, in rows and heads
)

// ButtonSpec says what a button shows and does. Key is the name of its shortcut, shown in a frame; Icon may be empty.
type ButtonSpec struct {
	Text, Icon, Key string
	Size            ButtonSize
	Primary         bool
	OnPress         func()
}

// Button is a labelled button (按钮).
type Button struct {
	Press
	spec  ButtonSpec
	icon  *Icon
	label *Label
	key   *Keycap
}

// NewButton makes a button.
func NewButton(spec ButtonSpec) *Button {
	b := &Button{spec: spec}
	role := theme.Body
	switch {
	case spec.Size == Main:
		role = theme.Large
	case spec.Size == Small:
		role = theme.Second
	}
	role.Bold = spec.Primary
	b.label = NewLabel(spec.Text, role, theme.ColorText)
	var parts []Slot
	if spec.Icon != "" {
		b.icon = NewIcon(spec.Icon, 18, theme.ColorText)
		parts = append(parts, Fit(b.icon))
	}
	if spec.Text != "" {
		parts = append(parts, Fit(b.label))
	}
	if spec.Key != "" {
		b.key = NewKeycap(spec.Key, theme.ColorText)
		parts = append(parts, Fit(b.key))
	}
	body := Pad(b.padding(), 0, Row(0, Space(), Fit(Row(7, parts...)), Space()))
	body.Layout = &buttonPad{pad: *body.Layout.(*pad), height: b.height()}
	b.init(b, spec.Text, b.look(), body, spec.OnPress)
	b.paint()
	return b
}

func (b *Button) padding() float32 {
	if b.spec.Size == Small {
		return 10
	}
	return 12
}

func (b *Button) height() float32 {
	switch b.spec.Size {
	case Main:
		return theme.HeightMain
	case Small:
		return theme.HeightSmall
	}
	return theme.HeightPlain
}

func (b *Button) look() Look {
	switch {
	case b.Off():
		return Look{theme.ColorBg, theme.ColorBg, theme.ColorLine, theme.RadiusButton, false}
	case b.spec.Primary:
		return Look{theme.ColorPrimary, theme.ColorPrimary, theme.ColorPrimary, theme.RadiusButton, false}
	}
	return Look{theme.ColorSurface, theme.ColorHover, theme.ColorBorder, theme.RadiusButton, false}
}

func (b *Button) paint() {
	color := theme.ColorText
	switch {
	case b.Off():
		color = theme.ColorText3
	case b.spec.Primary:
		color = theme.ColorOnPrimary
	}
	b.label.SetColor(color)
	if b.icon != nil {
		b.icon.Set(b.spec.Icon, color)
	}
	if b.key != nil {
		b.key.SetColor(color)
	}
	b.SetLook(b.look())
}

// SetOff makes the button unpressable or pressable again.
func (b *Button) SetOff(off bool) {
	b.Press.SetOff(off)
	b.paint()
}

// SetText changes the words.
func (b *Button) SetText(text string) {
	b.spec.Text, b.Name = text, text
	b.label.SetText(text)
}

// Text is the words on the button.
func (b *Button) Text() string { return b.spec.Text }

// buttonPad is a pad with the fixed height of a button.
type buttonPad struct {
	pad
	height float32
}

// MinSize implements fyne.Layout.
func (p *buttonPad) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(p.pad.MinSize(objs).Width, theme.Px(p.height))
}

// HeightFor implements heightLayout.
func (p *buttonPad) HeightFor([]fyne.CanvasObject, float32) float32 { return theme.Px(p.height) }

// NewLink is words that can be pressed, without a frame (复制全文).
func NewLink(text string, role theme.Role, onPress func()) *Press {
	look := Look{theme.ColorNone, theme.ColorNone, theme.ColorNone, theme.RadiusChip, false}
	return NewPress(text, look, NewLabel(text, role, theme.ColorPrimary), onPress)
}
