package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/ui/theme"
)

// Stage says how far a verdict has come: the program's advice, the office's proposal, or a registered signature.
type Stage int

const (
	StageAdvice   Stage = iota // 建议
	StageProposed              // 已提出（待签章）
	StageApproved              // 已审定
	StageChecking              // 正在比对…
	StageDecided               // decided without a paper; Note is the state reached
)

// Advice is what the band says.
type Advice struct {
	Verdict app.Verdict
	Stage   Stage
	// Note stands in brackets behind the verdict: 请明确职责, 先参会，不耽误.
	Note   string
	Reason string // one or two lines
}

// Title is the band's large line.
func (a Advice) Title(office app.Office) string {
	word := VerdictWord(a.Verdict, office)
	note := ""
	if a.Note != "" {
		note = "（" + a.Note + "）"
	}
	switch {
	case a.Stage == StageChecking:
		return "正在比对…"
	case a.Verdict == app.VerdictUnjudged:
		return "未导入清单，不作判断"
	case a.Verdict == app.VerdictInfo && a.Stage == StageAdvice:
		return "无需办理" + note
	case a.Stage == StageDecided:
		return word + note
	case a.Stage == StageProposed:
		return "已提出：" + word + "（待签章）"
	case a.Stage == StageApproved:
		return "已审定：" + word
	}
	return "建议：" + word + note
}

// AdviceBand says at a glance what is advised (意见带): outline, words and colour, and one or two lines of reason.
type AdviceBand struct {
	Composite
	office app.Office
	advice Advice
}

// NewAdviceBand makes a band for an office.
func NewAdviceBand(office app.Office, a Advice) *AdviceBand {
	b := &AdviceBand{office: office}
	b.ExtendBaseWidget(b)
	b.Set(a)
	return b
}

// Advice is what the band says now.
func (b *AdviceBand) Advice() Advice { return b.advice }

// Title is the band's large line.
func (b *AdviceBand) Title() string { return b.advice.Title(b.office) }

// Set changes what the band says.
func (b *AdviceBand) Set(a Advice) {
	b.advice = a
	tone := VerdictTone(a.Verdict, b.office.Grassroots())
	if a.Stage == StageChecking {
		tone = Tone{theme.ColorText3, theme.ColorSurface, theme.ColorText3, theme.IconClock}
	}
	block := NewFill(tone.Main)
	block.Corners, block.Radius = CornersLeft, theme.RadiusCard
	block.Refresh()
	words := []Slot{Fit(NewPara(a.Title(b.office), theme.Verdict, tone.Words))}
	if a.Reason != "" {
		words = append(words, Fit(NewParaMax(a.Reason, theme.Body, theme.ColorText, 2)))
	}
	icon := Row(0, Space(), Fit(NewIcon(tone.Icon, 46, theme.ColorGlyph)), Space())
	body := Row(0,
		Wide(76, Stack(block, icon)).Stretched(),
		Grow(Pad(14, 9, Column(0, words...))))
	border := NewBorder(theme.ColorNone, tone.Main, theme.RadiusCard)
	b.put(Stack(NewBorder(tone.Soft, theme.ColorNone, theme.RadiusCard), body, border))
}

// CreateRenderer implements fyne.Widget.
func (b *AdviceBand) CreateRenderer() fyne.WidgetRenderer { return b.rendererFor(b) }
