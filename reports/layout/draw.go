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
	strokeFoot  = 0.5
	strokeMark  = 1.0
)

// drawLine draws the atoms of a line at x; top is the upper edge of the line, lead its pitch in points.
func drawLine(p *paper.Page, atoms []atom, x, top float64, st paper.Style) {
	base := top + (pt(st.Lead)-pt(st.Size))/2 + baseline*pt(st.Size)
	start := x
	var run strings.Builder
	runX, runW := x, 0.0
	face := paper.Face("")
	flush := func() {
		if run.Len() > 0 {
			p.Items = append(p.Items, paper.Item{
				Kind: paper.ItemText, X: runX, Y: base, W: runW, Face: face, Size: st.Size, Text: run.String(),
			})
			run.Reset()
		}
	}
	underFrom := -1.0
	underEnd := func(at float64) {
		if underFrom >= 0 && at > underFrom {
			y := base + underline*pt(st.Size)
			p.Items = append(p.Items, paper.Item{Kind: paper.ItemLine, X: underFrom, Y: y, X2: at, Y2: y, Stroke: strokeUnder})
		}
		underFrom = -1
	}
	for i, a := range atoms {
		if !(a.kind == char && a.under) {
			underEnd(x)
		} else if underFrom < 0 {
			underFrom = x
		}
		switch a.kind {
		case tab:
			flush()
			x = max(x, start+a.at)
			continue
		case box:
			flush()
			side := boxSide
			p.Items = append(p.Items, paper.Item{
				Kind: paper.ItemRect, X: x + boxBefore, Y: base + 0.3 - side, W: side, H: side, Stroke: strokeBox,
			})
			x += a.width
			continue
		case badge:
			flush()
			drawBadge(p, a, x, base, st.Size)
			x += a.width
			continue
		}
		if run.Len() == 0 || a.face != face {
			flush()
			runX, runW, face = x, 0, a.face
		}
		run.WriteRune(a.r)
		runW += a.width
		x += a.width
		if i+1 < len(atoms) {
			if s := squeezed(a, atoms[i+1]); s > 0 {
				flush()
				x -= s
			}
		}
	}
	flush()
	underEnd(x)
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
				line.indent = indent
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
