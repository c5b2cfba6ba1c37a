package kit

import "fyne.io/fyne/v2"

// words is what stands under a point: the whole text, whether it is cut on the screen, and the hint of what can be pressed
// there.
type words struct {
	text string
	cut  bool
	hint string
}

// wordsUnder finds what stands at a point of a canvas, in the dialog in front or else on the page.
func wordsUnder(c fyne.Canvas, at fyne.Position) words {
	root := c.Content()
	if o := c.Overlays().Top(); o != nil {
		root = o
	}
	var w words
	w.look(root, at)
	return w
}

// look goes down to what lies at a point, in the coordinates of o's parent. What is drawn later lies above.
func (w *words) look(o fyne.CanvasObject, at fyne.Position) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Subtract(o.Position())
	size := o.Size()
	if at.X < 0 || at.Y < 0 || at.X >= size.Width || at.Y >= size.Height {
		return
	}
	switch v := o.(type) {
	case *Label:
		w.text, w.cut = v.text, v.elastic && v.drawn.Text != v.text
		return
	case *Para:
		w.text, w.cut = v.text, v.wasCut()
		return
	case *NoticeView:
		w.text, w.cut = v.in.Text, false
		return
	case *Scroll:
		at = at.Add(v.inner.Offset)
	case *viewport:
		at = at.Add(v.scroll.Offset)
	case hinted:
		if h := v.hint(); h != "" {
			w.hint = h
		}
	}
	for _, child := range childrenOf(o) {
		w.look(child, at)
	}
}

// hinted is what has a hint of its own.
type hinted interface{ hint() string }

// textsIn are the texts of o and of everything in it, in the order in which they are drawn.
func textsIn(o fyne.CanvasObject) []string {
	switch v := o.(type) {
	case *Label:
		return []string{v.text}
	case *Para:
		return []string{v.text}
	}
	var out []string
	for _, child := range childrenOf(o) {
		if child.Visible() {
			out = append(out, textsIn(child)...)
		}
	}
	return out
}
