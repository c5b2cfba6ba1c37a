package layout

import (
	"strings"

	"yidanqing/app/paper"
)

// Places of a line of text: where the baseline lies in the em box of Chinese characters, and where the underline.
const (
	baseline  = 0.88
	underline = 0.23
)

// Strokes in points.
const (
	strokeOuter = 1.2
	strokeInner = 0.6
	strokeFrame = 0.8
	strokeUnder = 0.8
	strokeBadge = 0.6
	strokeBox   = 0.7
	strokeTick  = 1.1
	strokeFoot  = 0.5
	strokeMark  = 1.0
)

// pen draws one line of text: it joins characters of one face into runs and underlines.
type pen struct {
	page  *paper.Page
	style paper.Style
	base  float64
	x     float64
	run   strings.Builder
	runX  float64
	runW  float64
	face  paper.Face
	under float64 // where an underline began; negative: none
}

// flush ends the run of characters.
func (w *pen) flush() {
	if w.run.Len() > 0 {
		w.page.Items = append(w.page.Items, paper.Item{
			Kind: paper.ItemText, X: w.runX, Y: w.base, W: w.runW, Face: w.face, Size: w.style.Size, Text: w.run.String(),
		})
		w.run.Reset()
	}
}

// underline begins or ends an underline here.
func (w *pen) underline(on bool) {
	switch {
	case on && w.under < 0:
		w.under = w.x
	case !on && w.under >= 0:
		if w.x > w.under {
			y := w.base + underline*pt(w.style.Size)
			w.page.Items = append(w.page.Items, paper.Item{Kind: paper.ItemLine, X: w.under, Y: y, X2: w.x, Y2: y, Stroke: strokeUnder})
		}
		w.under = -1
	}
}

// char draws a character; next is what follows it on the line, or nil.
func (w *pen) char(a atom, next *atom) {
	if w.run.Len() == 0 || a.face != w.face {
		w.flush()
		w.runX, w.runW, w.face = w.x, 0, a.face
	}
	w.run.WriteRune(a.r)
	w.runW += a.width
	w.x += a.width
	if next == nil {
		return
	}
	if s := squeezed(a, *next); s > 0 {
		w.flush()
		w.x -= s
	}
}

// drawLine draws the atoms of a line at x; top is the upper edge of the line.
func drawLine(p *paper.Page, atoms []atom, x, top float64, st paper.Style) {
	w := pen{page: p, style: st, x: x, under: -1, base: top + (pt(st.Lead)-pt(st.Size))/2 + baseline*pt(st.Size)}
	for i, a := range atoms {
		w.underline(a.kind == char && a.under)
		switch a.kind {
		case char:
			var next *atom
			if i+1 < len(atoms) {
				next = &atoms[i+1]
			}
			w.char(a, next)
			continue
		case tab:
			w.flush()
			w.x = max(w.x, x+a.at)
			continue
		case box:
			w.flush()
			p.Items = append(p.Items, paper.Item{
				Kind: paper.ItemRect, X: w.x + a.at, Y: w.base + 0.3 - boxSide, W: boxSide, H: boxSide, Stroke: strokeBox,
			})
			if a.tick {
				drawTick(p, w.x+a.at, w.base+0.3-boxSide)
			}
		case badge:
			w.flush()
			drawBadge(p, a, w.x, w.base, st.Size)
		}
		w.x += a.width
	}
	w.flush()
	w.underline(false)
}

// drawTick draws a tick into the box whose upper left corner is at x, y.
func drawTick(p *paper.Page, x, y float64) {
	bend := [2]float64{x + 0.42*boxSide, y + 0.76*boxSide}
	p.Items = append(p.Items,
		paper.Item{Kind: paper.ItemLine, X: x + 0.18*boxSide, Y: y + 0.5*boxSide, X2: bend[0], Y2: bend[1], Stroke: strokeTick},
		paper.Item{Kind: paper.ItemLine, X: bend[0], Y: bend[1], X2: x + 0.84*boxSide, Y2: y + 0.22*boxSide, Stroke: strokeTick})
}

// drawBadge draws a boxed number.
func drawBadge(p *paper.Page, a atom, x, base, size float64) {
	small := size * badgeScale
	h := pt(small) * 1.06
	y := base + 0.13*pt(small) - h + 0.1
	p.Items = append(p.Items,
		paper.Item{Kind: paper.ItemRect, X: x + badgeMargin, Y: y, W: a.width - 2*badgeMargin, H: h + 0.2, Stroke: strokeBadge},
		paper.Item{
			Kind: paper.ItemText, X: x + badgeMargin + badgePad, Y: base, W: a.width - 2*badgeMargin - 2*badgePad,
			Face: paper.FaceHei, Size: small, Text: a.text,
		})
}

// block is text broken into lines, ready to be drawn anywhere.
type block struct {
	style  paper.Style
	lines  []setLine
	center float64 // width in which centred lines stand
}

type setLine struct {
	atoms  []atom
	width  float64
	indent float64 // mm
	align  paper.Align
	first  bool // of its paragraph
}

// setBlock breaks paragraphs for a width in mm.
func (s *setter) setBlock(ps []paper.Para, st paper.Style, align paper.Align, width float64) block {
	b := block{style: st, center: width}
	for _, p := range ps {
		atoms := s.para(p, st)
		indent := p.Indent * pt(st.Size)
		a := p.Align
		if a == paper.Left {
			a = align
		}
		for i, l := range breakLines(atoms, width, indent) {
			line := setLine{atoms: atoms[l.from:l.to], width: l.width, align: a}
			if i == 0 {
				line.indent, line.first = indent, true
			}
			b.lines = append(b.lines, line)
		}
	}
	return b
}

// height of the lines [from, to) in mm.
func (b block) height() float64 { return float64(len(b.lines)) * pt(b.style.Lead) }

// draw draws the lines at x, y.
func (b block) draw(p *paper.Page, x, y float64) {
	for i, l := range b.lines {
		at := x + l.indent
		switch l.align {
		case paper.Center:
			at += (b.center - l.width) / 2
		case paper.Right:
			at += b.center - l.width
		}
		drawLine(p, l.atoms, at, y+float64(i)*pt(b.style.Lead), b.style)
	}
}

// cut parts the block after n lines.
func (b block) cut(n int) (head, rest block) {
	n = min(max(n, 0), len(b.lines))
	head, rest = b, b
	head.lines, rest.lines = b.lines[:n], b.lines[n:]
	return head, rest
}
