package kit

import "yidanqing/ui/theme"

// NewChoice is a button of two lines: what is chosen and, weaker, what follows from it (已撤回 · 办结).
func NewChoice(title, remark string, onPress func()) *Press {
	words := Column(0, Fit(NewLabel(title, theme.BodyBold, theme.ColorText).Centred()), Fit(NewElastic(remark, theme.Remark, theme.ColorText2).Centred()))
	return NewPress(title+"，"+remark, Look{theme.ColorSurface, theme.ColorHover, theme.ColorBorder, theme.RadiusButton, false}, Pad(4, 6, words), onPress)
}
