package face

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// Flags of the parts of a composite glyph.
const (
	partWords    = 0x0001
	partScale    = 0x0008
	partMore     = 0x0020
	partXYScale  = 0x0040
	partTwoByTwo = 0x0080
)

// shape is one glyph of a file that is written: its glyf entry and its measures in the units of that file.
type shape struct {
	outline []byte
	advance uint16
	left    int16
}

// Subset writes a font file with just the given characters, each under its code, and under a family name of ASCII
// letters. The code of a character is its own number, but for what the basic plane does not hold: a PDF of our writer
// names characters by two bytes. The same characters give the same bytes. A PDF of two pages is written ten times faster
// from such a file than from the whole font.
func (f *Font) Subset(family string, codes map[uint16]rune) (out []byte, err error) {
	defer func() {
		if r := recover(); r != nil { // damaged outlines
			out, err = nil, fmt.Errorf("font subset: outlines are damaged: %v", r)
		}
	}()
	glyphs := []int{0}
	for _, r := range codes {
		if g := f.glyph(r); g != 0 {
			glyphs = append(glyphs, g)
		}
	}
	glyphs, err = f.withParts(glyphs)
	if err != nil {
		return nil, err
	}
	number := make(map[int]int, len(glyphs))
	for i, g := range glyphs {
		number[g] = i
	}
	shapes := make([]shape, len(glyphs))
	for i, g := range glyphs {
		d := slices.Clone(f.outline(g))
		if err := eachPart(d, func(at int) { binary.BigEndian.PutUint16(d[at:], uint16(number[int(u16(d, at))])) }); err != nil {
			return nil, err
		}
		shapes[i] = shape{d, u16(f.tables["hmtx"], 4*min(g, f.metrics-1)), f.leftBearing(g)}
	}
	places := map[uint16]int{}
	for code, r := range codes {
		if g := f.glyph(r); g != 0 {
			places[code] = number[g]
		}
	}
	return f.write(family, shapes, places), nil
}

// write makes a font file of shapes with the general tables of f. places gives the number of the shape of each code.
func (f *Font) write(family string, shapes []shape, places map[uint16]int) []byte {
	var glyf, loca, hmtx []byte
	for _, s := range shapes {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, s.outline...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		hmtx = binary.BigEndian.AppendUint16(hmtx, s.advance)
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(s.left))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head, hhea, maxp := slices.Clone(f.tables["head"]), slices.Clone(f.tables["hhea"]), slices.Clone(f.tables["maxp"])
	binary.BigEndian.PutUint32(head[8:], 0)
	binary.BigEndian.PutUint16(head[50:], 1)
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(shapes)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(shapes)))
	post := slices.Concat([]byte{0, 3, 0, 0}, make([]byte, 28))
	if p := f.tables["post"]; len(p) >= 16 {
		copy(post[4:16], p[4:16])
	}
	tables := map[string][]byte{
		"head": head, "hhea": hhea, "maxp": maxp, "hmtx": hmtx, "loca": loca, "glyf": glyf, "post": post,
		"cmap": codeMap(places), "name": nameTable(family),
	}
	for _, keep := range []string{"OS/2", "cvt ", "fpgm", "prep"} {
		if t := f.tables[keep]; len(t) > 0 {
			tables[keep] = t
		}
	}
	return assemble(tables)
}

// leftBearing is the left side bearing of a glyph in font units.
func (f *Font) leftBearing(g int) int16 {
	t := f.tables["hmtx"]
	if g < f.metrics {
		return i16(t, 4*g+2)
	}
	at := 4*f.metrics + 2*(g-f.metrics)
	if at+2 > len(t) {
		return 0
	}
	return i16(t, at)
}

// withParts adds the glyphs that composite glyphs are made of.
func (f *Font) withParts(glyphs []int) ([]int, error) {
	seen := map[int]bool{}
	for i := 0; i < len(glyphs); i++ {
		g := glyphs[i]
		if seen[g] {
			continue
		}
		seen[g] = true
		d := f.outline(g)
		err := eachPart(d, func(at int) {
			if part := int(u16(d, at)); part < f.glyphs && !seen[part] {
				glyphs = append(glyphs, part)
			}
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(glyphs)
	return slices.Compact(glyphs), nil
}

// eachPart calls do with the place of each glyph number in a composite glyph.
func eachPart(d []byte, do func(at int)) error {
	if len(d) < 10 || i16(d, 0) >= 0 {
		return nil
	}
	for at := 10; ; {
		if at+4 > len(d) {
			return fmt.Errorf("font subset: composite glyph is cut off")
		}
		flags := u16(d, at)
		do(at + 2)
		at += 6
		if flags&partWords != 0 {
			at += 2
		}
		switch {
		case flags&partScale != 0:
			at += 2
		case flags&partXYScale != 0:
			at += 4
		case flags&partTwoByTwo != 0:
			at += 8
		}
		if flags&partMore == 0 {
			return nil
		}
	}
}

// codeMap is a character map of format 4, one segment for each run of neighbouring codes and glyphs.
func codeMap(places map[uint16]int) []byte {
	type segment struct{ from, to, glyph int }
	var segs []segment
	for _, c := range slices.Sorted(maps.Keys(places)) {
		code, n := int(c), places[c]
		if k := len(segs) - 1; k >= 0 && segs[k].to+1 == code && segs[k].glyph+code-segs[k].from == n {
			segs[k].to = code
			continue
		}
		segs = append(segs, segment{code, code, n})
	}
	segs = append(segs, segment{0xFFFF, 0xFFFF, 0})
	search, selector := 2, 0
	for search*2 <= len(segs)*2 {
		search *= 2
		selector++
	}
	t := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12}
	put := func(v int) { t = binary.BigEndian.AppendUint16(t, uint16(v)) }
	put(4)
	put(16 + 8*len(segs))
	put(0)
	put(2 * len(segs))
	put(search)
	put(selector)
	put(2*len(segs) - search)
	for _, s := range segs {
		put(s.to)
	}
	put(0)
	for _, s := range segs {
		put(s.from)
	}
	for _, s := range segs {
		if s.from == 0xFFFF {
			put(1)
			continue
		}
		put(s.glyph - s.from)
	}
	for range segs {
		put(0)
	}
	return t
}

// nameTable names a font in ASCII letters.
func nameTable(family string) []byte {
	ids := []uint16{1, 2, 3, 4, 6}
	t := binary.BigEndian.AppendUint16([]byte{0, 0}, uint16(len(ids)))
	t = binary.BigEndian.AppendUint16(t, uint16(6+12*len(ids)))
	for _, id := range ids {
		for _, v := range []uint16{3, 1, 0x409, id, uint16(2 * len(family)), 0} {
			t = binary.BigEndian.AppendUint16(t, v)
		}
	}
	for i := range len(family) {
		t = append(t, 0, family[i])
	}
	return t
}

// assemble puts tables into a file, in the order of their names.
func assemble(tables map[string][]byte) []byte {
	names := make([]string, 0, len(tables))
	for n := range tables {
		names = append(names, n)
	}
	slices.Sort(names)
	search, selector := 16, 0
	for search*2 <= 16*len(names) {
		search *= 2
		selector++
	}
	out := []byte{0, 1, 0, 0}
	for _, v := range []int{len(names), search, selector, 16*len(names) - search} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at := 12 + 16*len(names)
	for _, n := range names {
		out = append(out, n...)
		for _, v := range []uint32{checksum(tables[n]), uint32(at), uint32(len(tables[n]))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		at += (len(tables[n]) + 3) / 4 * 4
	}
	for _, n := range names {
		out = append(out, tables[n]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}

func checksum(b []byte) (sum uint32) {
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	if len(b) > 0 {
		var last [4]byte
		copy(last[:], b)
		sum += binary.BigEndian.Uint32(last[:])
	}
	return sum
}
