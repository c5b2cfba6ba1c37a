package theme_test

import (
	"image/color"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"yidanqing/ui/theme"
)

func icons() string { return filepath.Join("..", "..", "assets", "icons") }

// contrast is the ratio of WCAG 2 between two colours.
func contrast(a, b color.Color) float64 {
	light := func(c color.Color) float64 {
		n := color.NRGBAModel.Convert(c).(color.NRGBA)
		lin := func(v uint8) float64 {
			s := float64(v) / 255
			if s <= 0.03928 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return 0.2126*lin(n.R) + 0.7152*lin(n.G) + 0.0722*lin(n.B)
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestContrast holds the pairs of the design to what can be read: 4.5 for text, 3 for the borders of controls.
func TestContrast(t *testing.T) {
	type pair struct {
		fore, back fyne.ThemeColorName
		least      float64
	}
	pairs := []pair{
		{theme.ColorText, theme.ColorSurface, 7}, {theme.ColorText2, theme.ColorSurface2, 4.5}, {theme.ColorText3, theme.ColorSurface2, 4.5},
		{theme.ColorText3, theme.ColorSurface, 4.5}, {theme.ColorBorder, theme.ColorSurface, 3}, {theme.ColorPrimary, theme.ColorSurface, 4.5},
		{theme.ColorOnPrimary, theme.ColorPrimary, 4.5}, {theme.ColorPrimary, theme.ColorPrimarySoft, 4.5},
		{theme.ColorDo, theme.ColorDoSoft, 4.5}, {theme.ColorCooperate, theme.ColorCooperateSoft, 4.5}, {theme.ColorRefuse, theme.ColorRefuseSoft, 4.5},
		{theme.ColorEscalate, theme.ColorEscalateSoft, 4.5}, {theme.ColorGlyph, theme.ColorDo, 4.5}, {theme.ColorGlyph, theme.ColorRefuse, 4.5},
		{theme.ColorGlyph, theme.ColorEscalate, 4.5}, {theme.ColorGlyph, theme.ColorCooperate, 4.5}, {theme.ColorGlyph, theme.ColorText2, 4.5},
		{theme.ColorGlyph, theme.ColorText3, 4.5}, {theme.ColorText, theme.ColorMarkList, 7}, {theme.ColorText, theme.ColorMarkBlock, 7}, {theme.ColorText, theme.ColorMarkWarn, 7},
		{theme.ColorText2, theme.ColorBg, 4.5}, {theme.ColorInk, theme.ColorPaper, 7},
		{theme.ColorBorder, theme.ColorBg, 3}, {theme.ColorPrimary, theme.ColorMarkList, 3}, // a field on the page, the ring over marked words
	}
	// words of each weight on each ground that they stand on: page, card, head, the row under the mouse, the current row
	for _, ground := range []fyne.ThemeColorName{theme.ColorBg, theme.ColorSurface, theme.ColorSurface2, theme.ColorHover, theme.ColorPrimarySoft} {
		for _, words := range []fyne.ThemeColorName{theme.ColorText, theme.ColorText2, theme.ColorText3, theme.ColorPrimary} {
			pairs = append(pairs, pair{words, ground, 4.5})
		}
		pairs = append(pairs, pair{theme.ColorPrimary, ground, 3}) // the ring of the keyboard
	}
	// what a tone says stands on its own ground, on a card and on the current row
	for _, words := range []fyne.ThemeColorName{theme.ColorDo, theme.ColorCooperate, theme.ColorRefuse, theme.ColorEscalate} {
		pairs = append(pairs, pair{words, theme.ColorSurface, 4.5}, pair{words, theme.ColorBg, 4.5}, pair{words, theme.ColorHover, 4.5}, pair{words, theme.ColorPrimarySoft, 4.5})
	}
	// the toolkit's own: fields, what is typed before there is text, menus, chosen text
	for _, words := range []fyne.ThemeColorName{fynetheme.ColorNameForeground, fynetheme.ColorNamePlaceHolder, fynetheme.ColorNameDisabled, fynetheme.ColorNameError} {
		pairs = append(pairs, pair{words, fynetheme.ColorNameInputBackground, 4.5}, pair{words, fynetheme.ColorNameMenuBackground, 4.5})
	}
	pairs = append(pairs, pair{fynetheme.ColorNameForeground, fynetheme.ColorNameSelection, 4.5}, pair{fynetheme.ColorNameForegroundOnPrimary, fynetheme.ColorNamePrimary, 4.5},
		pair{fynetheme.ColorNameForeground, fynetheme.ColorNameHover, 4.5}, pair{fynetheme.ColorNameInputBorder, fynetheme.ColorNameInputBackground, 3})
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		th := theme.New(theme.Params{Mode: mode})
		for _, p := range pairs {
			if c := contrast(th.Color(p.fore, 0), th.Color(p.back, 0)); c < p.least {
				t.Errorf("%s: %s on %s has contrast %.1f, want %.1f", mode, p.fore, p.back, c, p.least)
			}
		}
	}
}

func TestModeOverridesTheSystem(t *testing.T) {
	auto := theme.New(theme.Params{Mode: theme.Auto})
	light, dark := auto.Color(theme.ColorBg, fynetheme.VariantLight), auto.Color(theme.ColorBg, fynetheme.VariantDark)
	if light == dark {
		t.Fatal("light and dark look the same")
	}
	if got := auto.With(theme.Dark, 100).Color(theme.ColorBg, fynetheme.VariantLight); got != dark {
		t.Errorf("dark on a light system is %v", got)
	}
	if got := auto.With(theme.Light, 100).Color(fynetheme.ColorNameForeground, fynetheme.VariantDark); got != auto.Color(theme.ColorText, fynetheme.VariantLight) {
		t.Errorf("the toolkit's own text is %v", got)
	}
}

func TestScale(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.Params{Percent: 150}))
	if got := theme.Px(10); got != 15 {
		t.Errorf("10 at 150 %% is %v", got)
	}
	if got := theme.Body.TextSize(); got != 22.5 {
		t.Errorf("body at 150 %% is %v", got)
	}
	for _, c := range []struct{ from, dir, want int }{{100, 1, 125}, {125, -1, 100}, {100, -1, 100}, {200, 1, 200}, {137, 1, 150}, {90, 1, 125}} {
		if got := theme.NextScale(c.from, c.dir); got != c.want {
			t.Errorf("NextScale(%d, %d) = %d, want %d", c.from, c.dir, got, c.want)
		}
	}
}

func TestGenerationTellsLooksApart(t *testing.T) {
	a := test.NewTempApp(t)
	seen := map[float32]string{}
	base := theme.New(theme.Params{})
	for _, mode := range []theme.Mode{theme.Auto, theme.Light, theme.Dark} {
		for _, s := range theme.Scales() {
			a.Settings().SetTheme(base.With(mode, s))
			g := theme.Generation()
			if old, ok := seen[g]; ok {
				t.Errorf("%s at %d %% looks like %s", mode, s, old)
			}
			seen[g] = string(mode)
		}
	}
}

// TestEveryIconIsDrawnInTheColourOfTheTheme keeps names and files together.
func TestEveryIconIsDrawnInTheColourOfTheTheme(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.Params{Mode: theme.Light, Icons: os.DirFS(icons())}))
	used := map[string]bool{}
	for _, name := range theme.IconNames() {
		used[name+".svg"] = true
		r := theme.Icon(name, theme.ColorRefuse, theme.IconGrid)
		if r == nil {
			t.Errorf("no icon %s", name)
			continue
		}
		if s := string(r.Content()); !strings.Contains(s, "#a02a20") || strings.Contains(s, "currentColor") {
			t.Errorf("%s is not tinted: %s", name, s)
		}
		if d := theme.Icon(name, theme.ColorDo, theme.IconGrid); d.Name() == r.Name() {
			t.Errorf("%s has one name in two colours and would be cached as one", name)
		}
	}
	entries, err := os.ReadDir(icons())
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if n := e.Name(); strings.HasSuffix(n, ".svg") && n != "app.svg" && !used[n] {
			t.Errorf("%s is used nowhere", n)
		}
	}
}

// TestIconsAreAsBoldAtEverySize: the toolkit's painter does not widen lines with the picture; at 200 % they were hairlines.
func TestIconsAreAsBoldAtEverySize(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.Params{Mode: theme.Light, Icons: os.DirFS(icons())}))
	for _, name := range theme.IconNames() {
		inked := func(size int) float64 {
			image := canvas.NewImageFromResource(theme.Icon(name, theme.ColorText, float32(size)))
			c := software.NewTransparentCanvas()
			c.SetPadded(false)
			c.SetContent(image)
			c.Resize(fyne.NewSquareSize(float32(size)))
			shown, sum := c.Capture(), 0.0
			for y := range size {
				for x := range size {
					_, _, _, alpha := shown.At(x, y).RGBA()
					sum += float64(alpha) / 0xffff
				}
			}
			return sum / float64(size*size)
		}
		if small, large := inked(20), inked(88); large < 0.8*small || large > 1.25*small {
			t.Errorf("%s covers %.2f of 20 pixels and %.2f of 88", name, small, large)
		}
	}
}
