package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/ui/theme"
)

// DemandLine is what a row says of one demand (逐项建议).
type DemandLine struct {
	No      int
	Gist    string
	Basis   string // short: 收回第17项, 《若干规定》
	Verdict app.Verdict
	Current bool
}

// NewDemandRow shows one demand: its number, what is asked, on what the advice rests, and the verdict.
func NewDemandRow(d DemandLine, office app.Office, onPress func()) *RowPress {
	tone := VerdictTone(d.Verdict, office.Grassroots())
	number := DemandNumber(d.No)
	content := Row(8,
		Fit(NewDemandBadge(number, tone)),
		Grow(NewElastic(d.Gist, theme.BodyBold, theme.ColorText)),
		Fit(NewElastic(d.Basis, theme.Second, theme.ColorText2)),
		Wide(96, Row(0, Space(), Fit(NewVerdictChip(d.Verdict, office, "")))))
	return NewRow(number+" "+d.Gist, High(theme.HeightRow, Pad(12, 0, content)), d.Current, onPress)
}

// DemandNumber is how a demand is called: 事1.
func DemandNumber(no int) string { return "事" + itoa(no) }

// MatchLine is what a row says of one match (清单匹配).
type MatchLine struct {
	Badge string // 清1
	Match app.Match
	Words []string // the words that met
	Open  bool
}

// NewMatchRow shows an entry of the list that may cover the demand; open with department and words, else in one line.
func NewMatchRow(m MatchLine, grassroots bool, onPress func()) *RowPress {
	badge := NewEvidenceBadge(m.Badge, theme.ColorCooperate)
	chip := NewPartChip(m.Match.Part, m.Match.ItemNo, grassroots, false)
	score := NewLabel(scoreText(m.Match.Score), theme.SecondBold, theme.ColorText)
	if !m.Open {
		content := Row(8, Fit(badge), Fit(chip), Grow(NewElastic(m.Match.ItemName, theme.Body, theme.ColorText)), Fit(score))
		return NewRow(m.Match.ItemName, High(34, Pad(12, 0, content)), false, onPress)
	}
	head := Row(8, Fit(badge), Fit(chip), Space(), Fit(NewLabel("相符", theme.Remark, theme.ColorText3)),
		Fit(newScoreBar(m.Match.Score)), Fit(score))
	lines := []Slot{Fit(head), Fit(NewPara(m.Match.ItemName, theme.BodyBold, theme.ColorText))}
	var facts []fyne.CanvasObject
	if m.Match.Department != "" {
		facts = append(facts, NewFact(departmentWord(m.Match.Part), m.Match.Department))
	}
	if len(m.Words) > 0 {
		facts = append(facts, NewLabel("因为这些词", theme.Second, theme.ColorText3))
		for _, w := range m.Words {
			facts = append(facts, NewMarked(w, MarkList, theme.Second))
		}
	}
	if len(facts) > 0 {
		lines = append(lines, Fit(Flow(8, 2, facts...)))
	}
	return NewRow(m.Match.ItemName, PadEach(7, 12, 6, 12, Column(1, lines...)), false, onPress)
}

func departmentWord(p app.Part) string {
	switch p {
	case app.TakenBack:
		return "承接"
	case app.Cooperate:
		return "牵头"
	}
	return "部门"
}

func newScoreBar(score float64) *fyne.Container {
	return &fyne.Container{Layout: scoreLayout(score), Objects: []fyne.CanvasObject{
		NewBorder(theme.ColorSurface2, theme.ColorNone, 4), NewBorder(theme.ColorPrimary, theme.ColorNone, 4)}}
}

type scoreLayout float64

// Layout implements fyne.Layout.
func (s scoreLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	objs[0].Resize(size)
	objs[1].Resize(fyne.NewSize(size.Width*float32(min(max(float64(s), 0), 1)), size.Height))
}

// MinSize implements fyne.Layout.
func (s scoreLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(20), theme.Px(8))
}

func (s scoreLayout) naturalWidth([]fyne.CanvasObject) float32 { return theme.Px(72) }
