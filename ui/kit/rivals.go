package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// Rival is one of two readings that the program cannot tell apart (甲, 乙).
type Rival struct {
	Badge string // 甲
	Kind  MarkKind
	Title string // of the reading: 配合排查
	Cells []fyne.CanvasObject
}

// NewRivalTable sets two readings side by side (RivalTable). labels name the rows; each rival has a cell for each.
func NewRivalTable(labels []string, a, b Rival) *fyne.Container {
	rows := []Slot{Fit(rivalRow(NewLabel("", theme.Second, theme.ColorText3), rivalHead(a), rivalHead(b)))}
	for i, l := range labels {
		rows = append(rows, Fit(NewRule()), Fit(rivalRow(NewLabel(l, theme.Second, theme.ColorText3), a.Cells[i], b.Cells[i])))
	}
	return Column(0, rows...)
}

func rivalHead(r Rival) fyne.CanvasObject {
	return Row(8, Fit(NewEvidenceBadge(r.Badge, r.Kind.Color())), Grow(NewElastic(r.Title, theme.BodyBold, theme.ColorText)))
}

func rivalRow(label, a, b fyne.CanvasObject) fyne.CanvasObject {
	half := func(o fyne.CanvasObject) fyne.CanvasObject { return Pad(10, 5, o) }
	return &fyne.Container{Layout: rivalLayout{}, Objects: []fyne.CanvasObject{
		PadEach(5, 0, 5, 12, label), half(a), NewRule(), half(b)}}
}

// rivalLayout gives the label a fixed width and each reading half of the rest.
type rivalLayout struct{}

func (rivalLayout) sides(width float32) (label, half float32) {
	label = theme.Px(80)
	return label, max((width-label)/2, 0)
}

// Layout implements fyne.Layout.
func (r rivalLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	label, half := r.sides(size.Width)
	put := func(o fyne.CanvasObject, x, w float32) {
		h := min(HeightFor(o, w), size.Height)
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
		o.Resize(fyne.NewSize(w, h))
	}
	put(objs[0], 0, label)
	put(objs[1], label, half)
	objs[2].Move(fyne.NewPos(label+half, 0))
	objs[2].Resize(fyne.NewSize(1, size.Height))
	put(objs[3], label+half, half)
}

// HeightFor implements heightLayout.
func (r rivalLayout) HeightFor(objs []fyne.CanvasObject, width float32) float32 {
	label, half := r.sides(width)
	return max(HeightFor(objs[0], label), HeightFor(objs[1], half), HeightFor(objs[3], half), theme.Px(33))
}

// MinSize implements fyne.Layout.
func (r rivalLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(200), r.HeightFor(objs, theme.Px(540)))
}
