package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// sizeScale is asked of the theme for the factor between design pixels and canvas units.
const sizeScale fyne.ThemeSizeName = "ydqScale"

// sizeGeneration tells one look from another.
const sizeGeneration fyne.ThemeSizeName = "ydqGeneration"

// Sizes of the design at 100 %, in design pixels; draw them through Px.
const (
	GapXS, GapS, GapM, GapL, GapXL = 4, 8, 12, 16, 24

	RadiusCard, RadiusButton, RadiusChip, RadiusBadge = 6, 5, 4, 3

	HeightMain  = 44 // main action row
	HeightPlain = 36 // button, entry
	HeightSmall = 30 // button in a row, section head, compact finding
	HeightChip  = 24

	LeastTarget = 36 // what can be pressed takes presses in an area of at least this, whatever it looks like

	HeightRow, HeightHead, HeightListRow = 38, 34, 58
)

// Role is a type role: size and line height at 100 %, and weight.
type Role struct {
	Size, Line float32
	Bold       bool
}

// The type roles of the design.
var (
	Figure     = Role{26, 32, true}
	Verdict    = Role{24, 32, true}
	PageTitle  = Role{20, 28, true}
	NoticeHead = Role{18, 34, true}
	ItemTitle  = Role{17, 24, true}
	Heading    = Role{16, 22, true}
	Large      = Role{16, 22, false} // rail, main buttons
	Notice     = Role{16, 30, false}
	Body       = Role{15, 22, false}
	BodyBold   = Role{15, 22, true}
	Second     = Role{14, 20, false}
	SecondBold = Role{14, 20, true}
	Remark     = Role{13, 19, false}
	RemarkBold = Role{13, 19, true}
	Badge      = Role{12, 16, true}
	Key        = Role{12, 16, false} // names of keys
)

// Style is the toolkit's style of the role.
func (r Role) Style() fyne.TextStyle { return fyne.TextStyle{Bold: r.Bold} }

// TextSize is the role's text size in canvas units of the current theme.
func (r Role) TextSize() float32 { return Px(r.Size) }

// LineHeight is the role's line height in canvas units of the current theme.
func (r Role) LineHeight() float32 { return Px(r.Line) }

// Px turns design pixels into canvas units at the current text size.
func Px(v float32) float32 { return v * Scale() }

// Scale is the current text size as a factor, 1 to 2.
func Scale() float32 {
	if s := fynetheme.Size(sizeScale); s > 0 {
		return s
	}
	return 1
}

// Generation differs between looks (appearance, text size). A widget that was out of the window while the look changed
// sees by it that its colours and sizes are old.
func Generation() float32 { return fynetheme.Size(sizeGeneration) }

func sizeOf(name fyne.ThemeSizeName, scale float32, base fyne.Theme) float32 {
	switch name {
	case sizeScale:
		return scale
	case fynetheme.SizeNameText:
		return Body.Size * scale
	case fynetheme.SizeNameCaptionText:
		return Remark.Size * scale
	case fynetheme.SizeNameSubHeadingText:
		return ItemTitle.Size * scale
	case fynetheme.SizeNameHeadingText:
		return PageTitle.Size * scale
	case fynetheme.SizeNamePadding:
		return 4 * scale
	case fynetheme.SizeNameInnerPadding:
		return 7 * scale
	case fynetheme.SizeNameLineSpacing:
		return 2 * scale
	case fynetheme.SizeNameInlineIcon: // as high as a line of a field, which the toolkit sets it beside
		return Body.Line * scale
	case fynetheme.SizeNameScrollBar:
		return 12 * scale
	case fynetheme.SizeNameScrollBarSmall:
		return 4 * scale
	case fynetheme.SizeNameInputRadius, fynetheme.SizeNameButtonRadius:
		return RadiusButton * scale
	case fynetheme.SizeNameCardRadius, fynetheme.SizeNameDialogRadius, fynetheme.SizeNamePopupRadius,
		fynetheme.SizeNameMenuRadius:
		return RadiusCard * scale
	case fynetheme.SizeNameSelectionRadius, fynetheme.SizeNameScrollBarRadius:
		return RadiusBadge * scale
	case fynetheme.SizeNameInputBorder, fynetheme.SizeNameSeparatorThickness:
		return 1
	case fynetheme.SizeNameModalBlurRadius:
		return 0
	}
	return base.Size(name)
}
