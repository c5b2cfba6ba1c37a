package face

import (
	"encoding/binary"
	"fmt"
	"math"
)

// point is a point of an outline in font units; one that is not on the curve bends it.
type point struct {
	x, y float64
	on   bool
}

// contour is a closed line of an outline.
type contour []point

// maxParts bounds how deep composite glyphs hold others, and how many points a glyph has.
const (
	maxParts  = 6
	maxPoints = 20000
)

// contours reads the outline of a glyph, its parts put in place; none for a blank.
func (f *Font) contours(g, depth int) ([]contour, error) {
	if g < 0 || g >= f.glyphs || depth > maxParts {
		return nil, fmt.Errorf("glyph %d is damaged", g)
	}
	d := f.outline(g)
	if len(d) < 10 {
		return nil, nil
	}
	if i16(d, 0) < 0 {
		return f.composite(d, depth)
	}
	return simple(d)
}

// Flags of the points of a simple glyph.
const (
	pointOn     = 0x01
	pointShortX = 0x02
	pointShortY = 0x04
	pointRepeat = 0x08
	pointSameX  = 0x10
	pointSameY  = 0x20
)

// simple reads a glyph that has an outline of its own.
func simple(d []byte) (out []contour, err error) {
	n := int(i16(d, 0))
	if n == 0 {
		return nil, nil
	}
	at := 10 + 2*n
	count := int(u16(d, at-2)) + 1
	if count > maxPoints {
		return nil, fmt.Errorf("outline of %d points", count)
	}
	at += 2 + int(u16(d, at)) // the instructions
	flags := make([]byte, 0, count)
	for len(flags) < count {
		flag := d[at]
		at++
		flags = append(flags, flag)
		if flag&pointRepeat != 0 {
			for range d[at] {
				flags = append(flags, flag)
			}
			at++
		}
	}
	read := func(short, same byte) []float64 {
		vs, v := make([]float64, count), 0
		for i, flag := range flags[:count] {
			switch {
			case flag&short != 0 && flag&same != 0:
				v += int(d[at])
				at++
			case flag&short != 0:
				v -= int(d[at])
				at++
			case flag&same == 0:
				v += int(i16(d, at))
				at += 2
			}
			vs[i] = float64(v)
		}
		return vs
	}
	xs := read(pointShortX, pointSameX)
	ys := read(pointShortY, pointSameY)
	from := 0
	for i := range n {
		to := int(u16(d, 10+2*i)) + 1
		var c contour
		for k := from; k < to; k++ {
			c = append(c, point{xs[k], ys[k], flags[k]&pointOn != 0})
		}
		out, from = append(out, c), to
	}
	return out, nil
}

// Flags of a part of a composite glyph beside those in subset.go.
const partIsOffset = 0x0002

// composite puts the parts of a glyph in place.
func (f *Font) composite(d []byte, depth int) (out []contour, err error) {
	for at := 10; ; {
		flags, g := u16(d, at), int(u16(d, at+2))
		at += 4
		var dx, dy float64
		if flags&partWords != 0 {
			dx, dy = float64(i16(d, at)), float64(i16(d, at+2))
			at += 4
		} else {
			dx, dy = float64(int8(d[at])), float64(int8(d[at+1]))
			at += 2
		}
		if flags&partIsOffset == 0 { // the numbers of points that meet: the parts stay where they are
			dx, dy = 0, 0
		}
		fixed := func() float64 { at += 2; return float64(i16(d, at-2)) / 0x4000 }
		xx, xy, yx, yy := 1.0, 0.0, 0.0, 1.0
		switch {
		case flags&partScale != 0:
			xx = fixed()
			yy = xx
		case flags&partXYScale != 0:
			xx, yy = fixed(), fixed()
		case flags&partTwoByTwo != 0:
			xx, xy, yx, yy = fixed(), fixed(), fixed(), fixed()
		}
		part, err := f.contours(g, depth+1)
		if err != nil {
			return nil, err
		}
		for _, c := range part {
			moved := make(contour, len(c))
			for i, p := range c {
				moved[i] = point{p.x*xx + p.y*yx + dx, p.x*xy + p.y*yy + dy, p.on}
			}
			out = append(out, moved)
		}
		if len(out) > maxPoints {
			return nil, fmt.Errorf("outline of too many parts")
		}
		if flags&partMore == 0 {
			return out, nil
		}
	}
}

// scaled are contours moved and drawn larger or smaller.
func scaled(cs []contour, k, dx, dy float64) []contour {
	out := make([]contour, len(cs))
	for i, c := range cs {
		out[i] = make(contour, len(c))
		for n, p := range c {
			out[i][n] = point{p.x*k + dx, p.y*k + dy, p.on}
		}
	}
	return out
}

// entry writes contours as a glyf entry without instructions; nothing for a blank.
func entry(cs []contour) []byte {
	points := 0
	for _, c := range cs {
		points += len(c)
	}
	if points == 0 {
		return nil
	}
	whole := func(v float64) int { return int(math.Round(max(min(v, math.MaxInt16), math.MinInt16))) }
	left, low, right, high := math.MaxInt16, math.MaxInt16, math.MinInt16, math.MinInt16
	var ends, flags, xs, ys []byte
	n, x, y := 0, 0, 0
	for _, c := range cs {
		if len(c) == 0 {
			continue
		}
		for _, p := range c {
			px, py := whole(p.x), whole(p.y)
			left, low, right, high = min(left, px), min(low, py), max(right, px), max(high, py)
			flag := byte(0)
			if p.on {
				flag = pointOn
			}
			flags = append(flags, flag)
			xs = binary.BigEndian.AppendUint16(xs, uint16(px-x))
			ys = binary.BigEndian.AppendUint16(ys, uint16(py-y))
			x, y = px, py
		}
		n += len(c)
		ends = binary.BigEndian.AppendUint16(ends, uint16(n-1))
	}
	var out []byte
	for _, v := range []int{len(ends) / 2, left, low, right, high} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	out = append(out, ends...)
	out = append(out, 0, 0) // no instructions
	out = append(out, flags...)
	out = append(out, xs...)
	return append(out, ys...)
}
