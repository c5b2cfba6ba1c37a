package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/ui/theme"
)

// Tone is how a verdict or severity looks: colour, soft ground, and the outline that tells it without colour.
type Tone struct {
	Main, Soft, Words fyne.ThemeColorName
	Icon              string
}

// VerdictTone is the look of a verdict. An office below the town never sees 拒接: its refusals look like 反映.
func VerdictTone(v app.Verdict, grassroots bool) Tone {
	if v == app.VerdictRefuse && grassroots {
		v = app.VerdictEscalate
	}
	switch v {
	case app.VerdictDo:
		return Tone{theme.ColorDo, theme.ColorDoSoft, theme.ColorDo, theme.IconDo}
	case app.VerdictCooperate:
		return Tone{theme.ColorCooperate, theme.ColorCooperateSoft, theme.ColorCooperate, theme.IconCooperate}
	case app.VerdictRefuse:
		return Tone{theme.ColorRefuse, theme.ColorRefuseSoft, theme.ColorRefuse, theme.IconRefuse}
	case app.VerdictEscalate:
		return Tone{theme.ColorEscalate, theme.ColorEscalateSoft, theme.ColorEscalate, theme.IconEscalate}
	case app.VerdictMixed:
		return Tone{theme.ColorText2, theme.ColorSurface2, theme.ColorText, theme.IconMixed}
	case app.VerdictUnjudged:
		return Tone{theme.ColorText3, theme.ColorSurface, theme.ColorText, theme.IconList}
	}
	return Tone{theme.ColorText3, theme.ColorSurface, theme.ColorText, theme.IconNote}
}

// VerdictWord is the verdict as the office says it; a village says 我村办 and 向镇反映.
func VerdictWord(v app.Verdict, office app.Office) string { return office.VerdictWord(v) }

// SeverityTone is the look of a severity.
func SeverityTone(s app.Severity) Tone {
	switch s {
	case app.SeverityBlock:
		return Tone{theme.ColorRefuse, theme.ColorRefuseSoft, theme.ColorRefuse, theme.IconBlock}
	case app.SeverityWarn:
		return Tone{theme.ColorEscalate, theme.ColorEscalateSoft, theme.ColorEscalate, theme.IconWarn}
	}
	return Tone{theme.ColorText3, theme.ColorSurface, theme.ColorText2, theme.IconNote}
}

// PartTone is the look of a part of the list: the verdict that it usually leads to.
func PartTone(p app.Part, grassroots bool) Tone {
	switch p {
	case app.Basic:
		return VerdictTone(app.VerdictDo, grassroots)
	case app.Cooperate:
		return VerdictTone(app.VerdictCooperate, grassroots)
	case app.TakenBack:
		return VerdictTone(app.VerdictRefuse, false)
	}
	return VerdictTone(app.VerdictEscalate, grassroots)
}
