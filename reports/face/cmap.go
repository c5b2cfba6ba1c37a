package face

import (
	"encoding/binary"
	"sort"
	"unicode/utf16"
)

// characterMap gives the Unicode character map of a font: format 12 where there is one, else format 4; nil where there
// is neither.
func characterMap(t []byte) func(rune) int {
	var four, twelve []byte
	for i := range int(u16(t, 2)) {
		platform, encoding := u16(t, 4+8*i), u16(t, 6+8*i)
		at := int(binary.BigEndian.Uint32(t[8+8*i:]))
		if platform != 0 && !(platform == 3 && (encoding == 1 || encoding == 10)) || at+16 > len(t) {
			continue
		}
		switch u16(t, at) {
		case 4:
			four = t[at:]
		case 12:
			twelve = t[at:]
		}
	}
	switch {
	case twelve != nil:
		return groups(twelve)
	case four != nil:
		return segments(four)
	}
	return nil
}

// groups reads a map of format 12.
func groups(t []byte) func(rune) int {
	n := min(int(binary.BigEndian.Uint32(t[12:])), (len(t)-16)/12)
	at := func(i, field int) int { return int(binary.BigEndian.Uint32(t[16+12*i+4*field:])) }
	return func(r rune) int {
		i := sort.Search(n, func(i int) bool { return at(i, 1) >= int(r) })
		if i == n || at(i, 0) > int(r) {
			return 0
		}
		return at(i, 2) + int(r) - at(i, 0)
	}
}

// segments reads a map of format 4.
func segments(t []byte) func(rune) int {
	n := int(u16(t, 6)) / 2
	if 16+8*n > len(t) {
		n = (len(t) - 16) / 8
	}
	ends, starts := 14, 16+2*n
	deltas, offsets := starts+2*n, starts+4*n
	return func(r rune) int {
		i := sort.Search(n, func(i int) bool { return rune(u16(t, ends+2*i)) >= r })
		if r > 0xFFFF || i == n || rune(u16(t, starts+2*i)) > r {
			return 0
		}
		offset := int(u16(t, offsets+2*i))
		if offset == 0 {
			return int(uint16(r) + u16(t, deltas+2*i))
		}
		at := offsets + 2*i + offset + 2*int(r-rune(u16(t, starts+2*i)))
		if at+2 > len(t) {
			return 0
		}
		if g := u16(t, at); g != 0 {
			return int(g + u16(t, deltas+2*i))
		}
		return 0
	}
}

// familyName is the family in the name table, the Chinese one first.
func familyName(t []byte) string {
	if len(t) < 6 {
		return ""
	}
	best, rank := "", 0
	strings := int(u16(t, 4))
	for i := range int(u16(t, 2)) {
		if 18+12*i > len(t) {
			break
		}
		rec := t[6+12*i:]
		platform, language, id := u16(rec, 0), u16(rec, 4), u16(rec, 6)
		size, at := int(u16(rec, 8)), strings+int(u16(rec, 10))
		if id != 1 || platform != 3 || at+size > len(t) {
			continue
		}
		r := 1
		if language == 0x0804 {
			r = 2
		}
		if r > rank {
			units := make([]uint16, size/2)
			for k := range units {
				units[k] = u16(t, at+2*k)
			}
			best, rank = string(utf16.Decode(units)), r
		}
	}
	return best
}
