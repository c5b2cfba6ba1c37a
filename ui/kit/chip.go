package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"yidanqing/app"
	"yidanqing/ui/theme"
)

// Chip is a small framed word with an optional outline (标签).
type Chip struct {
	widget.BaseWidget
	text string
	body *fyne.Container
}

type chipStyle struct {
	text, icon            string
	ground, stroke, words fyne.ThemeColorName
	role                  theme.Role
	iconSize, height      float32
}

func newChip(s chipStyle) *Chip {
	parts := []Slot{}
	if s.icon != "" {
		parts = append(parts, Fit(NewIcon(s.icon, s.iconSize, s.words)))
	}
	parts = append(parts, Fit(NewLabel(s.text, s.role, s.words)))
	inner := &fyne.Container{Layout: &buttonPad{pad: pad{left: 7, right: 7}, height: s.height},
		Objects: []fyne.CanvasObject{Row(4, parts...)}}
	c := &Chip{text: s.text, body: Stack(NewBorder(s.ground, s.stroke, theme.RadiusChip), inner)}
	c.ExtendBaseWidget(c)
	return c
}

func toneChip(text string, t Tone, role theme.Role, height float32) *Chip {
	role.Bold = t.Soft != theme.ColorSurface
	stroke := t.Main
	if t.Soft == theme.ColorSurface {
		stroke = theme.ColorLine
	}
	return newChip(chipStyle{text, t.Icon, t.Soft, stroke, t.Words, role, 16, height})
}

// NewChip is a plain word in a frame: a kind, a state.
func NewChip(text, icon string) *Chip {
	return newChip(chipStyle{text, icon, theme.ColorSurface, theme.ColorLine, theme.ColorText2, theme.Second, 14, theme.HeightChip})
}

// NewToneChip is a word with the outline and the colours of a tone.
func NewToneChip(text string, t Tone) *Chip { return toneChip(text, t, theme.Second, theme.HeightChip) }

// NewVerdictChip shows a verdict by outline, word and colour.
func NewVerdictChip(v app.Verdict, office app.Office, suffix string) *Chip {
	return toneChip(VerdictWord(v, office)+suffix, VerdictTone(v, office.Grassroots()), theme.Second, theme.HeightChip)
}

// NewPartChip shows an entry's part and number: 上级部门收回 第22项; short: 收回 第22项.
func NewPartChip(part app.Part, itemNo string, grassroots, short bool) *Chip {
	text := part.Title()
	if short {
		text = PartWord(part)
	}
	if itemNo != "" {
		text += " 第" + itemNo + "项"
	}
	return toneChip(text, PartTone(part, grassroots), theme.Second, 22)
}

// PartWord is a part of the list in two characters.
func PartWord(part app.Part) string {
	switch part {
	case app.Basic:
		return "基本"
	case app.Cooperate:
		return "配合"
	case app.TakenBack:
		return "收回"
	}
	return part.Title()
}

// NewSeverityChip shows 不得, 提醒 or 注意.
func NewSeverityChip(s app.Severity) *Chip {
	return toneChip(s.Title(), SeverityTone(s), theme.Remark, 22)
}

// Due is how near a deadline is (临期).
type Due int

const (
	DueLater Due = iota
	DueSoon
	DueLate
	DueNone // no clock: a plain date
)

// NewDueChip shows how near a deadline is: 剩 3 天, 今天 17:00, 逾期 1 天.
func NewDueChip(text string, due Due) *Chip {
	switch due {
	case DueSoon:
		return newChip(chipStyle{text, theme.IconClock, theme.ColorEscalateSoft, theme.ColorEscalate, theme.ColorEscalate,
			theme.SecondBold, 14, theme.HeightChip})
	case DueLate:
		return newChip(chipStyle{text, theme.IconBlock, theme.ColorRefuseSoft, theme.ColorRefuse, theme.ColorRefuse,
			theme.SecondBold, 14, theme.HeightChip})
	case DueNone:
		return NewChip(text, "")
	}
	return NewChip(text, theme.IconClock)
}

// NewDueChipOf shows when something runs out; kind is late, today, soon, later, done or empty, as the ledger says it.
func NewDueChipOf(kind, words string) *Chip {
	switch kind {
	case "late":
		return NewDueChip(words, DueLate)
	case "today", "soon":
		return NewDueChip(words, DueSoon)
	case "later":
		return NewDueChip(words, DueLater)
	}
	if words == "" {
		words = "待办"
	}
	return NewDueChip(words, DueNone)
}

// Text is the word in the chip.
func (c *Chip) Text() string { return c.text }

// MinSize implements fyne.Widget.
func (c *Chip) MinSize() fyne.Size { return c.body.MinSize() }

// Children implements Parent.
func (c *Chip) Children() []fyne.CanvasObject { return c.body.Objects }

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.body) }

// NewFilter is a chip that switches a condition on or off (全部 781).
func NewFilter(text string, on bool, onPress func()) *Press {
	ground, stroke, words := theme.ColorSurface, theme.ColorLine, theme.ColorText2
	role := theme.Second
	if on {
		ground, stroke, words = theme.ColorPrimarySoft, theme.ColorPrimary, theme.ColorPrimary
		role = theme.SecondBold
	}
	body := &fyne.Container{Layout: &buttonPad{pad: pad{left: 9, right: 9}, height: 28},
		Objects: []fyne.CanvasObject{NewLabel(text, role, words)}}
	return NewPress(text, Look{ground, theme.ColorHover, stroke, theme.RadiusChip, false}, body, onPress)
}
