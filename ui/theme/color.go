package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The colour roles of the design. Each has a light and a dark value; the contrast of every pair is given there.
const (
	ColorBg       fyne.ThemeColorName = "ydqBg"       // 底色
	ColorSurface  fyne.ThemeColorName = "ydqSurface"  // 面
	ColorSurface2 fyne.ThemeColorName = "ydqSurface2" // 表头
	ColorHover    fyne.ThemeColorName = "ydqHover"
	ColorLine     fyne.ThemeColorName = "ydqLine"
	ColorBorder   fyne.ThemeColorName = "ydqBorder" // border of a control
	ColorText     fyne.ThemeColorName = "ydqText"
	ColorText2    fyne.ThemeColorName = "ydqText2"
	ColorText3    fyne.ThemeColorName = "ydqText3"

	ColorPrimary     fyne.ThemeColorName = "ydqPrimary"
	ColorOnPrimary   fyne.ThemeColorName = "ydqOnPrimary"
	ColorPrimarySoft fyne.ThemeColorName = "ydqPrimarySoft" // selected row
	ColorGlyph       fyne.ThemeColorName = "ydqGlyph"       // drawn on a block of a verdict's colour
	ColorShadow      fyne.ThemeColorName = "ydqShadow"      // where the toolkit draws one: menus, scrolled edges
	ColorShade       fyne.ThemeColorName = "ydqShade"       // behind a dialog

	ColorDo            fyne.ThemeColorName = "ydqDo"
	ColorDoSoft        fyne.ThemeColorName = "ydqDoSoft"
	ColorCooperate     fyne.ThemeColorName = "ydqCooperate"
	ColorCooperateSoft fyne.ThemeColorName = "ydqCooperateSoft"
	ColorRefuse        fyne.ThemeColorName = "ydqRefuse" // also 不得, 逾期
	ColorRefuseSoft    fyne.ThemeColorName = "ydqRefuseSoft"
	ColorEscalate      fyne.ThemeColorName = "ydqEscalate" // also 提醒, 临期
	ColorEscalateSoft  fyne.ThemeColorName = "ydqEscalateSoft"

	ColorMarkList  fyne.ThemeColorName = "ydqMarkList"
	ColorMarkBlock fyne.ThemeColorName = "ydqMarkBlock"
	ColorMarkWarn  fyne.ThemeColorName = "ydqMarkWarn"

	ColorPaper fyne.ThemeColorName = "ydqPaper" // stays white in dark mode
	ColorInk   fyne.ThemeColorName = "ydqInk"
	ColorNone  fyne.ThemeColorName = "ydqNone" // draws nothing
)

type pair struct{ light, dark color.NRGBA }

// colorTable is the palette of the design. It is a function so that no package state can be changed.
func colorTable(name fyne.ThemeColorName) (pair, bool) {
	switch name {
	case ColorBg:
		return pair{rgb(0xF2F4F7), rgb(0x14181D)}, true
	case ColorSurface:
		return pair{rgb(0xFFFFFF), rgb(0x1C2229)}, true
	case ColorSurface2:
		return pair{rgb(0xE9EDF2), rgb(0x28303A)}, true
	case ColorHover:
		return pair{rgb(0xF0F4F9), rgb(0x232B34)}, true
	case ColorLine:
		return pair{rgb(0xCFD6DE), rgb(0x39434F)}, true
	case ColorBorder:
		return pair{rgb(0x76828F), rgb(0x8592A0)}, true
	case ColorText:
		return pair{rgb(0x171E26), rgb(0xEDF1F5)}, true
	case ColorText2:
		return pair{rgb(0x414D5A), rgb(0xC3CCD6)}, true
	case ColorText3:
		return pair{rgb(0x596674), rgb(0xA0ACB9)}, true
	case ColorPrimary, ColorCooperate:
		return pair{rgb(0x1A5799), rgb(0x86B8EE)}, true
	case ColorOnPrimary:
		return pair{rgb(0xFFFFFF), rgb(0x0C1A29)}, true
	case ColorPrimarySoft, ColorCooperateSoft:
		return pair{rgb(0xE1ECF8), rgb(0x1B3047)}, true
	case ColorGlyph:
		return pair{rgb(0xFFFFFF), rgb(0x14181D)}, true
	case ColorShade:
		return pair{color.NRGBA{0, 0, 0, 0x73}, color.NRGBA{0, 0, 0, 0xA0}}, true
	case ColorShadow:
		return pair{color.NRGBA{0, 0, 0, 0x30}, color.NRGBA{0, 0, 0, 0x60}}, true
	case ColorDo:
		return pair{rgb(0x1C6B3C), rgb(0x82D6A0)}, true
	case ColorDoSoft:
		return pair{rgb(0xE3F2E8), rgb(0x17301F)}, true
	case ColorRefuse:
		return pair{rgb(0xA02A20), rgb(0xFFA296)}, true
	case ColorRefuseSoft:
		return pair{rgb(0xFBE7E4), rgb(0x3C1E1B)}, true
	case ColorEscalate:
		return pair{rgb(0x7A5200), rgb(0xF0C264)}, true
	case ColorEscalateSoft:
		return pair{rgb(0xFFF1D1), rgb(0x362B12)}, true
	case ColorMarkList:
		return pair{rgb(0xD3E5F8), rgb(0x20466D)}, true
	case ColorMarkBlock:
		return pair{rgb(0xFBDAD5), rgb(0x65302A)}, true
	case ColorMarkWarn:
		return pair{rgb(0xFFE9B3), rgb(0x5A4717)}, true
	case ColorPaper:
		return pair{rgb(0xFFFFFF), rgb(0xF4F4F2)}, true
	case ColorInk:
		return pair{rgb(0x000000), rgb(0x000000)}, true
	case ColorNone:
		return pair{}, true
	}
	return pair{}, false
}

// toolkitColor says which of our roles a colour name of the toolkit stands for.
func toolkitColor(name fyne.ThemeColorName) (fyne.ThemeColorName, bool) {
	switch name {
	case fynetheme.ColorNameBackground, fynetheme.ColorNameInputBackground, fynetheme.ColorNameMenuBackground,
		fynetheme.ColorNameOverlayBackground, fynetheme.ColorNameButton:
		return ColorSurface, true
	case fynetheme.ColorNameHeaderBackground, fynetheme.ColorNameScrollBarBackground:
		return ColorSurface2, true
	case fynetheme.ColorNameForeground:
		return ColorText, true
	case fynetheme.ColorNamePlaceHolder, fynetheme.ColorNameDisabled:
		return ColorText3, true
	case fynetheme.ColorNamePrimary, fynetheme.ColorNameHyperlink:
		return ColorPrimary, true
	case fynetheme.ColorNameForegroundOnPrimary:
		return ColorOnPrimary, true
	case fynetheme.ColorNameSelection:
		return ColorMarkList, true
	case fynetheme.ColorNameHover, fynetheme.ColorNamePressed, fynetheme.ColorNameFocus:
		return ColorPrimarySoft, true
	case fynetheme.ColorNameInputBorder, fynetheme.ColorNameScrollBar:
		return ColorBorder, true
	case fynetheme.ColorNameSeparator:
		return ColorLine, true
	case fynetheme.ColorNameShadow:
		return ColorShadow, true
	case fynetheme.ColorNameDisabledButton:
		return ColorBg, true
	case fynetheme.ColorNameError:
		return ColorRefuse, true
	case fynetheme.ColorNameSuccess:
		return ColorDo, true
	case fynetheme.ColorNameWarning:
		return ColorEscalate, true
	}
	return "", false
}

func colorOf(name fyne.ThemeColorName, variant fyne.ThemeVariant, base fyne.Theme) color.Color {
	if role, ok := toolkitColor(name); ok {
		name = role
	}
	p, ok := colorTable(name)
	switch {
	case !ok:
		return base.Color(name, variant)
	case variant == fynetheme.VariantDark:
		return p.dark
	}
	return p.light
}

// Color is the value of a colour role in the current theme.
func Color(name fyne.ThemeColorName) color.Color { return fynetheme.Color(name) }

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF}
}
