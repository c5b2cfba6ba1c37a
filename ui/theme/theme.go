// Package theme holds the colours, sizes, type roles, fonts and icons of the window (design tokens).
//
// Widgets ask for a colour or a size by name and never hold a number of their own, so that light and dark,
// and every text size from 100 to 200 %, come from this one place. The package keeps no state: everything is read
// from the theme that the running app was given.
package theme

import (
	"image/color"
	"io/fs"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Mode is the clerk's choice of appearance (外观).
type Mode string

const (
	Auto  Mode = "auto"  // 跟随系统
	Light Mode = "light" // 浅色
	Dark  Mode = "dark"  // 深色
)

// Scales are the text sizes offered, in per cent.
var scales = [...]int{100, 125, 150, 175, 200}

// Scales lists the text sizes that the settings offer, in per cent, smallest first.
func Scales() []int { return append([]int(nil), scales[:]...) }

// NextScale is the text size one step from percent in direction dir (+1 or -1), kept within the offered ones.
func NextScale(percent, dir int) int {
	at := 0
	for i, s := range scales {
		if s <= percent {
			at = i
		}
	}
	at = min(max(at+dir, 0), len(scales)-1)
	return scales[at]
}

// Params are what a Theme is made of. Regular and Bold are TrueType files of one face; Icons holds *.svg files.
type Params struct {
	Regular, Bold []byte
	Icons         fs.FS
	Mode          Mode
	Percent       int // text size, 100 to 200
}

// Theme is the look of the window. It is immutable: another mode or text size is another Theme.
type Theme struct {
	params        Params
	regular, bold fyne.Resource
	base          fyne.Theme
}

// New makes a theme. Without fonts the ones of the toolkit serve, without icons none are drawn.
func New(p Params) *Theme {
	if p.Percent == 0 {
		p.Percent = 100
	}
	t := &Theme{params: p, base: fynetheme.DefaultTheme()}
	if len(p.Regular) > 0 {
		t.regular = fyne.NewStaticResource("ui-regular.ttf", p.Regular)
	}
	if len(p.Bold) > 0 {
		t.bold = fyne.NewStaticResource("ui-bold.ttf", p.Bold)
	}
	return t
}

// With is the same theme with another mode and text size.
func (t *Theme) With(mode Mode, percent int) *Theme {
	u := *t
	u.params.Mode, u.params.Percent = mode, percent
	return &u
}

// Mode is the appearance the theme was made with.
func (t *Theme) Mode() Mode { return t.params.Mode }

// Percent is the text size the theme was made with.
func (t *Theme) Percent() int { return t.params.Percent }

// Font implements fyne.Theme. There is no italic: Chinese text is never slanted.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol || t.regular == nil:
		return t.base.Font(style)
	case style.Bold && t.bold != nil:
		return t.bold
	}
	return t.regular
}

// Color implements fyne.Theme.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch t.params.Mode {
	case Light:
		variant = fynetheme.VariantLight
	case Dark:
		variant = fynetheme.VariantDark
	}
	return colorOf(name, variant, t.base)
}

// Icon implements fyne.Theme; our own icons are named by their file without .svg.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	if src := t.source(string(name)); src != nil {
		return fyne.NewStaticResource(string(name)+".svg", src)
	}
	return t.base.Icon(name)
}

// Size implements fyne.Theme.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if name == sizeGeneration {
		switch t.params.Mode { // asked for every size of every object of every frame: no table is made for it
		case Light:
			return float32(t.params.Percent) + 1000
		case Dark:
			return float32(t.params.Percent) + 2000
		}
		return float32(t.params.Percent)
	}
	return sizeOf(name, float32(t.params.Percent)/100, t.base)
}
