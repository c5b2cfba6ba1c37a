package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// Badge is a short number that ties words in the notice to rows beside it: square for evidence (清1, 2, 甲), round for
// demands (事1).
type Badge struct {
	widget.BaseWidget
	text string
	body *fyne.Container
}

// NewEvidenceBadge is a square badge filled with color.
func NewEvidenceBadge(text string, color fyne.ThemeColorName) *Badge {
	return newBadge(text, NewBorder(color, theme.ColorNone, theme.RadiusBadge), theme.ColorGlyph, 18, 4)
}

// NewDemandBadge is the round badge of a demand in the tone of its verdict.
func NewDemandBadge(text string, t Tone) *Badge {
	return newBadge(text, NewBorder(t.Soft, t.Main, 10), t.Words, 20, 7)
}

// NewCountBadge is the count of what is to be done, in the rail (the one badge of the window).
func NewCountBadge(n int) *Badge {
	words := itoa(n)
	if n > 99 {
		words = "99+"
	}
	return newBadge(words, NewBorder(theme.ColorRefuse, theme.ColorNone, 10), theme.ColorGlyph, 20, 6)
}

func newBadge(text string, ground *Fill, words fyne.ThemeColorName, height, side float32) *Badge {
	inner := &fyne.Container{Layout: &badgeLayout{pad: side, height: height},
		Objects: []fyne.CanvasObject{NewLabel(text, theme.Badge, words).Centred()}}
	b := &Badge{text: text, body: Stack(ground, inner)}
	b.ExtendBaseWidget(b)
	return b
}

// Text is what stands in the badge.
func (b *Badge) Text() string { return b.text }

// MinSize implements fyne.Widget.
func (b *Badge) MinSize() fyne.Size { return b.body.MinSize() }

// Children implements Parent.
func (b *Badge) Children() []fyne.CanvasObject { return b.body.Objects }

// CreateRenderer implements fyne.Widget.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.body) }

type badgeLayout struct{ pad, height float32 }

// Layout implements fyne.Layout.
func (l *badgeLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objs {
		h := o.MinSize().Height
		o.Move(fyne.NewPos(0, (size.Height-h)/2))
		o.Resize(fyne.NewSize(size.Width, h))
	}
}

// MinSize implements fyne.Layout.
func (l *badgeLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range objs {
		w = max(w, o.MinSize().Width)
	}
	return fyne.NewSize(max(w+2*theme.Px(l.pad), theme.Px(l.height)), theme.Px(l.height))
}
