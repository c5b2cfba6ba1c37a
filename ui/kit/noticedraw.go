package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yidanqing/ui/theme"
)

// draw gives the objects of the lines between top and bottom; the tap area lies over them.
func (v *NoticeView) draw(top, bottom float32) []fyne.CanvasObject {
	out := v.drawChat()
	for i := range v.lines {
		line := &v.lines[i]
		y := line.y + theme.Px(noticeTop)
		if y+line.height < top || y > bottom {
			continue
		}
		out = append(out, v.drawLine(i, y)...)
	}
	v.tap.Move(fyne.Position{})
	v.tap.Resize(v.port.body.Size())
	return append(out, v.tap)
}

func (v *NoticeView) drawLine(i int, y float32) []fyne.CanvasObject {
	line := &v.lines[i]
	left := theme.Px(noticeLeft)
	var out []fyne.CanvasObject
	if line.bar >= 0 {
		out = append(out, v.drawBar(i, y)...)
	}
	for _, p := range line.pieces {
		x := left + p.x
		if p.badge != "" {
			out = append(out, v.drawBadge(p, x, y, line.height))
			continue
		}
		text := &canvas.Text{Text: p.text, Color: theme.Color(line.color()), TextSize: line.role.TextSize(), TextStyle: line.role.Style()}
		own := text.MinSize()
		at := y + (line.height-own.Height)/2
		out = append(out, v.drawMarks(p, x, at, own.Height)...)
		text.Move(fyne.NewPos(x, at))
		text.Resize(own)
		out = append(out, text)
	}
	return out
}

// drawMarks draws the ground of the weightiest mark and the underline of each; the current one is heavier.
func (v *NoticeView) drawMarks(p noticePiece, x, y, height float32) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	under := y + height
	for n, m := range p.marks {
		mark := v.in.Marks[m]
		if mark.Kind == MarkFact {
			if mark.Key == v.mark {
				out = append(out, drawFact(x, y, p.width, height, n == 0)...)
			}
			continue
		}
		weight := float32(1)
		if mark.Key == v.mark && v.mark != "" {
			weight = 2
		}
		if n == 0 {
			if g := mark.Kind.Ground(); g != theme.ColorNone {
				ground := canvas.NewRectangle(theme.Color(g))
				ground.Move(fyne.NewPos(x, y))
				ground.Resize(fyne.NewSize(p.width, height))
				out = append(out, ground)
			}
		}
		if n < 2 {
			out = append(out, mark.Kind.underline(x, under-1+float32(n)*theme.Px(4), p.width, weight)...)
		}
	}
	return out
}

// drawFact draws the words that a field was read from: a tint where no other mark has one, a line above and one below.
func drawFact(x, y, width, height float32, tint bool) []fyne.CanvasObject {
	line := theme.Px(2)
	var out []fyne.CanvasObject
	if tint {
		out = append(out, rectAt(theme.ColorPrimarySoft, x, y, width, height))
	}
	return append(out, rectAt(theme.ColorPrimary, x, y-line, width, line), rectAt(theme.ColorPrimary, x, y+height, width, line))
}

func (v *NoticeView) drawBadge(p noticePiece, x, y, height float32) fyne.CanvasObject {
	var b *Badge
	gap := theme.Px(2)
	if p.bar >= 0 {
		b = NewDemandBadge(p.badge, v.in.Bars[p.bar].Tone)
		gap = theme.Px(4)
	} else {
		b = NewEvidenceBadge(p.badge, v.in.Marks[p.marks[0]].Kind.Color())
	}
	size := b.MinSize()
	size.Width = p.width - gap
	b.Move(fyne.NewPos(x+gap/2, y+(height-size.Height)/2))
	b.Resize(size)
	return b
}

func (v *NoticeView) drawBar(i int, y float32) []fyne.CanvasObject {
	line := &v.lines[i]
	bar := v.in.Bars[line.bar]
	height := line.height
	if i+1 < len(v.lines) && v.lines[i+1].bar == line.bar {
		height = v.lines[i+1].y - line.y
	}
	var out []fyne.CanvasObject
	if bar.Key == v.bar && v.bar != "" {
		ground := canvas.NewRectangle(theme.Color(theme.ColorHover))
		ground.Move(fyne.NewPos(theme.Px(8), y))
		ground.Resize(fyne.NewSize(v.Size().Width-theme.Px(8+noticeLeft), height))
		out = append(out, ground)
	}
	side := canvas.NewRectangle(theme.Color(bar.Tone.Main))
	side.Move(fyne.NewPos(theme.Px(8), y))
	side.Resize(fyne.NewSize(theme.Px(4), height))
	return append(out, side)
}

// hit finds what lies under a point of the body.
func (v *NoticeView) hit(pos fyne.Position) (mark, bar string) {
	y, x := pos.Y-theme.Px(noticeTop), pos.X-theme.Px(noticeLeft)
	for _, line := range v.lines {
		if y < line.y || y >= line.y+line.height {
			continue
		}
		if line.bar >= 0 {
			bar = v.in.Bars[line.bar].Key
		}
		for _, p := range line.pieces {
			if x >= p.x && x < p.x+p.width && len(p.marks) > 0 && v.in.Marks[p.marks[0]].Kind != MarkFact { // weightier ones stand first
				return v.in.Marks[p.marks[0]].Key, bar
			}
		}
	}
	return "", bar
}

func (v *NoticeView) pressed(pos fyne.Position) {
	v.Focus()
	mark, bar := v.hit(pos)
	switch {
	case mark != "":
		v.Choose(mark)
		if v.OnMark != nil {
			v.OnMark(mark)
		}
	case bar != "" && v.OnBar != nil:
		v.OnBar(bar)
	}
}

// noticeTap lies over the lines and takes presses.
type noticeTap struct {
	widget.BaseWidget
	view   *NoticeView
	onMark bool
}

// CreateRenderer implements fyne.Widget.
func (t *noticeTap) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}

// Tapped implements fyne.Tappable.
func (t *noticeTap) Tapped(e *fyne.PointEvent) { t.view.pressed(e.Position) }

// TappedSecondary implements fyne.SecondaryTappable: the marked words, the paragraph or all can be copied.
func (t *noticeTap) TappedSecondary(e *fyne.PointEvent) {
	v := t.view
	v.Focus()
	var items []*fyne.MenuItem
	copies := func(name, text string) {
		if text != "" {
			items = append(items, fyne.NewMenuItem(name, func() { fyne.CurrentApp().Clipboard().SetContent(text) }))
		}
	}
	if mark, _ := v.hit(e.Position); mark != "" {
		v.Choose(mark)
		copies("复制依据", v.ChosenWords())
	}
	copies("复制这一段", v.paragraphAt(e.Position.Y))
	copies("复制全文", v.in.Text)
	showMenuAt(canvasOf(v), e.AbsolutePosition, items)
}

// paragraphAt is the paragraph of the text at a height of the body.
func (v *NoticeView) paragraphAt(y float32) string {
	y -= theme.Px(noticeTop)
	for _, line := range v.lines {
		if y < line.y || y >= line.y+line.height {
			continue
		}
		words := ""
		for _, p := range line.pieces {
			if p.badge == "" {
				words += p.text
			}
		}
		for _, par := range strings.Split(v.in.Text, "\n") {
			if words = strings.TrimSpace(words); words != "" && strings.Contains(par, words) {
				return strings.TrimSpace(par)
			}
		}
	}
	return ""
}

// MouseIn implements desktop.Hoverable.
func (t *noticeTap) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (t *noticeTap) MouseMoved(e *desktop.MouseEvent) {
	mark, _ := t.view.hit(e.Position)
	t.onMark = mark != ""
}

// MouseOut implements desktop.Hoverable.
func (t *noticeTap) MouseOut() { t.onMark = false }

// Cursor implements desktop.Cursorable.
func (t *noticeTap) Cursor() desktop.Cursor {
	if t.onMark {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
