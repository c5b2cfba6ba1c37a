package window_test

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"yidanqing/ui/kit"
)

// box is a place on the canvas.
type box struct{ x, y, w, h float32 }

func (b box) right() float32  { return b.x + b.w }
func (b box) bottom() float32 { return b.y + b.h }

func (b box) cut(o box) box {
	x, y := max(b.x, o.x), max(b.y, o.y)
	return box{x, y, max(min(b.right(), o.right())-x, 0), max(min(b.bottom(), o.bottom())-y, 0)}
}

// seen is a text as it stands on the canvas.
type seen struct {
	text    string
	at      box
	clip    box // of the scrolls and the window around it
	scrolls bool
}

// texts are all visible texts of what is in front: the dialog, else the page.
func (b *bench) texts() []seen {
	size := b.canvas.Size()
	root := b.canvas.Content()
	if o := b.canvas.Overlays().Top(); o != nil {
		root = o
	}
	var out []seen
	b.fields, b.numbers = nil, nil
	b.walk(root, fyne.Position{}, box{0, 0, size.Width, size.Height}, false, &out)
	return out
}

// field is a text field as it stands on the canvas.
type field struct {
	entry *kit.Entry
	at    box
}

// fieldsNow are the text fields on the screen.
func (b *bench) fieldsNow() []field {
	b.texts()
	return b.fields
}

func (b *bench) walk(o fyne.CanvasObject, at fyne.Position, clip box, scrolls bool, out *[]seen) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	if e, ok := o.(*kit.Entry); ok {
		b.fields = append(b.fields, field{e, box{at.X, at.Y, e.Size().Width, e.Size().Height}})
	}
	if n, ok := o.(*kit.NumberField); ok {
		b.numbers = append(b.numbers, n)
	}
	switch v := o.(type) {
	case *canvas.Text:
		if strings.TrimSpace(v.Text) != "" {
			s := v.MinSize()
			*out = append(*out, seen{v.Text, box{at.X, at.Y, s.Width, s.Height}, clip, scrolls})
		}
	case *fyne.Container:
		for _, c := range v.Objects {
			b.walk(c, at, clip, scrolls, out)
		}
	case *container.Scroll:
		inner := clip.cut(box{at.X, at.Y, v.Size().Width, v.Size().Height})
		b.walk(v.Content, at, inner, true, out)
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(v).Objects() {
			b.walk(c, at, clip, scrolls, out)
		}
	}
}

// says are the visible texts in reading order, joined, for looking words up.
func (b *bench) says() string {
	var out []string
	for _, s := range b.texts() {
		if v := s.at.cut(s.clip); v.w > 0 && v.h > 0 {
			out = append(out, s.text)
		}
	}
	return strings.Join(out, "|")
}

// faults are texts that are cut off or lie over each other.
func (b *bench) faults() []string {
	var out []string
	all := b.texts()
	for i, s := range all {
		shown := s.at.cut(s.clip)
		if shown.w <= 0 || shown.h <= 0 {
			if !s.scrolls {
				out = append(out, fmt.Sprintf("%q lies outside the window at %v", s.text, s.at))
			}
			continue
		}
		if s.at.x < s.clip.x-1 || s.at.right() > s.clip.right()+1 {
			out = append(out, fmt.Sprintf("%q is cut at the side: %v in %v", s.text, s.at, s.clip))
		}
		if !s.scrolls && (s.at.y < s.clip.y-3 || s.at.bottom() > s.clip.bottom()+3) {
			out = append(out, fmt.Sprintf("%q is cut above or below: %v in %v", s.text, s.at, s.clip))
		}
		for _, o := range all[:i] {
			// the letters fill the middle of their line box
			meet := core(s).cut(core(o))
			if meet.w > 1.5 && meet.h > 1.5 {
				out = append(out, fmt.Sprintf("%q lies over %q: %v, %v", s.text, o.text, s.at, o.at))
			}
		}
	}
	return out
}

// core is where the letters of a text are, as far as it is shown.
func core(s seen) box {
	inset := s.at.h * 0.2
	return box{s.at.x, s.at.y + inset, s.at.w, s.at.h - 2*inset}.cut(s.clip)
}
