package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/ui/theme"
)

// FindingLine is what a row says of one finding (发现的问题).
type FindingLine struct {
	No      int
	Finding app.Finding
	Quote   string // the words of the notice
	Place   string // where it will stand on the paper: 不符之处, 建议调整, 不印在单上
	Open    bool
	Current bool
}

// NewFindingRow shows one finding: number, name, place on the paper and severity; open with words and basis.
func NewFindingRow(f FindingLine, onPress func()) *RowPress {
	tone := SeverityTone(f.Finding.Severity)
	head := []Slot{
		Fit(NewEvidenceBadge(itoa(f.No), tone.Main)),
		Fit(NewElastic(f.Finding.Title, theme.BodyBold, theme.ColorText)),
	}
	if f.Open {
		head = append(head, Space())
	} else {
		head = append(head, Grow(NewElastic(f.Finding.Basis, theme.Second, theme.ColorText2)))
	}
	if place := placeWord(f.Place); place != "" {
		head = append(head, Fit(NewLabel(place, theme.Remark, theme.ColorText3)))
	}
	head = append(head, Fit(NewSeverityChip(f.Finding.Severity)))
	line := High(24, Row(8, head...))
	if !f.Open {
		return NewRow(f.Finding.Title, Pad(12, 3, line), f.Current, onPress)
	}
	lines := []Slot{Fit(line)}
	if f.Quote != "" {
		lines = append(lines, Fit(quoteLine("原文", "“"+f.Quote+"”")))
	}
	if f.Finding.Basis != "" {
		lines = append(lines, Fit(quoteLine("依据", f.Finding.Basis)))
	}
	content := Stack(NewFill(theme.ColorHover), Pad(12, 3, Column(1, lines...)))
	return NewRow(f.Finding.Title, content, f.Current, onPress)
}

func placeWord(place string) string {
	if place == "" || place == "不印在单上" {
		return place
	}
	return "单上：" + place
}

func quoteLine(label, words string) fyne.CanvasObject {
	return PadEach(0, 0, 0, 26, Row(6,
		Fit(NewLabel(label, theme.Second, theme.ColorText3)).AtStart(),
		Grow(NewParaMax(words, theme.Second, theme.ColorText, 3))))
}
