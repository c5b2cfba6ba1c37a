package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// NewPageHead is the head of a page: its name, a remark, and what stands at the right.
func NewPageHead(title, remark string, right ...fyne.CanvasObject) *fyne.Container {
	slots := []Slot{Fit(NewLabel(title, theme.PageTitle, theme.ColorText))}
	if remark != "" {
		slots = append(slots, Grow(NewElastic(remark, theme.Body, theme.ColorText3)))
	} else {
		slots = append(slots, Space())
	}
	for _, o := range right {
		slots = append(slots, Fit(o))
	}
	return HeadBar(slots...)
}

// HeadBar is the bar of 48 design pixels over a page, with a line under it.
func HeadBar(slots ...Slot) *fyne.Container {
	return Column(0, Wide(47, Stack(NewFill(theme.ColorSurface), Pad(16, 0, Row(10, slots...)))), Fit(NewRule()))
}
