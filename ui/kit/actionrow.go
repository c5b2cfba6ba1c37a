package kit

import (
	"fyne.io/fyne/v2"

	"yidanqing/ui/theme"
)

// NewActionRow is the row of main actions: left ones at the left, right ones at the right. Where the room is short the
// right ones go first and then the left ones but the primary; the last of the right ones (更多) always stays, and its
// menu must hold what may go.
func NewActionRow(left, right []*Button) *fyne.Container {
	l := &actionRow{left: len(left)}
	c := &fyne.Container{Layout: l}
	for _, b := range append(append([]*Button(nil), left...), right...) {
		c.Objects = append(c.Objects, b)
	}
	return c
}

type actionRow struct{ left int }

// Layout implements fyne.Layout.
func (l *actionRow) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	gap := theme.Px(theme.GapS)
	need := -gap
	for _, o := range objs {
		o.Show()
		need += o.MinSize().Width + gap
	}
	for _, i := range l.order(len(objs)) {
		if need <= size.Width+0.5 {
			break
		}
		objs[i].Hide()
		need -= objs[i].MinSize().Width + gap
	}
	x := float32(0)
	for _, o := range objs[:l.left] {
		x = putAction(o, x, size.Height) + gap
	}
	x = size.Width
	for i := len(objs) - 1; i >= l.left; i-- {
		if objs[i].Visible() {
			x -= objs[i].MinSize().Width
			putAction(objs[i], x, size.Height)
			x -= gap
		}
	}
}

func putAction(o fyne.CanvasObject, x, height float32) (end float32) {
	if !o.Visible() {
		return x - theme.Px(theme.GapS)
	}
	s := o.MinSize()
	o.Move(fyne.NewPos(x, (height-s.Height)/2))
	o.Resize(s)
	return x + s.Width
}

// order is in which order buttons give way.
func (l *actionRow) order(n int) []int {
	var out []int
	for i := l.left; i < n-1; i++ {
		out = append(out, i)
	}
	for i := l.left - 1; i > 0; i-- {
		out = append(out, i)
	}
	return out
}

// MinSize implements fyne.Layout.
func (l *actionRow) MinSize(objs []fyne.CanvasObject) fyne.Size {
	s := fyne.Size{}
	for _, o := range objs {
		s = s.Max(o.MinSize())
	}
	return s
}
