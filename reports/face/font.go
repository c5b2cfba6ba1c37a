// Package face reads TrueType files for the papers: how wide a character is, where its ink lies, and a small file with
// just the characters of one document. It also chooses between the typefaces of this PC and the embedded ones.
package face

import (
	"encoding/binary"
	"fmt"
)

// Font is one TrueType file with outlines of the glyf kind. It is read-only and safe for concurrent use.
type Font struct {
	// Name is the family as the file names it, Chinese where it has such a name.
	Name string

	data    []byte
	tables  map[string][]byte
	em      float64
	metrics int // number of full entries in hmtx
	glyphs  int
	long    bool // loca holds 32-bit offsets
	cmap    func(rune) int
}

// Parse reads a font, of a collection the first one. The error tells why the file cannot serve papers: not TrueType, CFF
// outlines, no Unicode character map, an embedding that its licence bits forbid, or damage.
func Parse(data []byte) (f *Font, err error) {
	defer func() {
		if r := recover(); r != nil { // any offset beyond the file
			f, err = nil, fmt.Errorf("font file is damaged: %v", r)
		}
	}()
	f = &Font{data: data, tables: map[string][]byte{}}
	if len(data) < 12 {
		return nil, fmt.Errorf("font file is too short")
	}
	at := 0
	if binary.BigEndian.Uint32(data) == 0x74746366 && len(data) >= 28 { // a collection: its first font
		at = int(binary.BigEndian.Uint32(data[12:]))
	}
	switch v := binary.BigEndian.Uint32(data[at:]); v {
	case 0x00010000, 0x74727565:
	case 0x4F54544F:
		return nil, fmt.Errorf("font has CFF outlines")
	default:
		return nil, fmt.Errorf("not a TrueType file: %08x", v)
	}
	n := int(binary.BigEndian.Uint16(data[at+4:]))
	for i := range n {
		rec := data[at+12+16*i : at+28+16*i]
		at, size := int(binary.BigEndian.Uint32(rec[8:])), int(binary.BigEndian.Uint32(rec[12:]))
		if at < 0 || size < 0 || at+size > len(data) {
			return nil, fmt.Errorf("table %q lies beyond the file", rec[:4])
		}
		f.tables[string(rec[:4])] = data[at : at+size]
	}
	if err := f.read(); err != nil {
		return nil, err
	}
	return f, nil
}

func (f *Font) read() error {
	for _, name := range []string{"head", "hhea", "maxp", "hmtx", "cmap", "glyf", "loca"} {
		if len(f.tables[name]) == 0 {
			return fmt.Errorf("font has no table %s", name)
		}
	}
	head, hhea, maxp := f.tables["head"], f.tables["hhea"], f.tables["maxp"]
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 {
		return fmt.Errorf("font tables are too short")
	}
	f.em = float64(u16(head, 18))
	f.long = u16(head, 50) == 1
	f.metrics = int(u16(hhea, 34))
	f.glyphs = int(u16(maxp, 4))
	if f.em == 0 || f.metrics == 0 || f.glyphs == 0 || len(f.tables["hmtx"]) < 4*f.metrics {
		return fmt.Errorf("font metrics are damaged")
	}
	if len(f.tables["loca"]) < (f.glyphs+1)*f.locaSize() {
		return fmt.Errorf("font has too few glyph places")
	}
	if os2 := f.tables["OS/2"]; len(os2) >= 10 {
		if fs := u16(os2, 8); fs == 2 || fs&0x0300 != 0 {
			return fmt.Errorf("font may not be embedded")
		}
	}
	f.Name = familyName(f.tables["name"])
	f.cmap = characterMap(f.tables["cmap"])
	if f.cmap == nil {
		return fmt.Errorf("font has no Unicode character map")
	}
	return nil
}

func (f *Font) locaSize() int {
	if f.long {
		return 4
	}
	return 2
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func i16(b []byte, at int) int16  { return int16(binary.BigEndian.Uint16(b[at:])) }

// glyph is the number of the glyph of r, 0 where the font has none.
func (f *Font) glyph(r rune) int {
	if r < 0x20 {
		return 0
	}
	g := f.cmap(r)
	if g < 0 || g >= f.glyphs {
		return 0
	}
	return g
}

// Advance is the width of r in ems; ok is false where the font has no such character.
func (f *Font) Advance(r rune) (em float64, ok bool) {
	g := f.glyph(r)
	if g == 0 {
		return 0, false
	}
	return f.advance(g), true
}

func (f *Font) advance(g int) float64 {
	return float64(u16(f.tables["hmtx"], 4*min(g, f.metrics-1))) / f.em
}

// Ink is where the outline of r begins and ends within its advance, in ems; both 0 for a blank.
func (f *Font) Ink(r rune) (left, right float64) {
	d := f.outline(f.glyph(r))
	if len(d) < 10 {
		return 0, 0
	}
	return float64(i16(d, 2)) / f.em, float64(i16(d, 6)) / f.em
}

// outline is the glyf entry of a glyph, empty for blanks and for entries that are damaged.
func (f *Font) outline(g int) []byte {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	var from, to int
	if f.long {
		from, to = int(binary.BigEndian.Uint32(loca[4*g:])), int(binary.BigEndian.Uint32(loca[4*g+4:]))
	} else {
		from, to = 2*int(u16(loca, 2*g)), 2*int(u16(loca, 2*g+2))
	}
	if from >= to || from < 0 || to > len(glyf) {
		return nil
	}
	return glyf[from:to]
}
