package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"

	"yidanqing/app/paper"
)

// coding names the characters of a face by two bytes each, as our PDF library does. A character of the basic plane is its
// own code; others take codes that the text does not use, and a table in the file (ToUnicode) tells the characters, so that
// text is copied, searched and checked as it was written.
type coding struct {
	runes map[uint16]rune // all codes
	codes map[rune]uint16 // only of characters that are not their own code
}

// Codes for characters beyond the basic plane: private ones, then any.
const (
	firstCode = 0xE000
	lastCode  = 0xF8FF
	anyCode   = 0x0100
	halfCodes = 0xD800 // the halves of the higher planes: readers would join them
)

// plain tells whether a character can be its own code.
func plain(r rune) bool { return r >= 0x20 && r < 0xFFFE }

func newCoding(text []rune) (coding, error) {
	c := coding{runes: map[uint16]rune{}, codes: map[rune]uint16{}}
	slices.Sort(text)
	text = slices.Compact(text)
	for _, r := range text {
		if plain(r) {
			c.runes[uint16(r)] = r
		}
	}
	next := firstCode
	for _, r := range text {
		if plain(r) {
			continue
		}
		for {
			if _, taken := c.runes[uint16(next)]; !taken {
				break
			}
			if next++; next == lastCode+1 {
				next = anyCode
			}
			if next == halfCodes {
				return coding{}, errors.New("too many characters beyond the basic plane")
			}
		}
		c.runes[uint16(next)] = r
		c.codes[r] = uint16(next)
	}
	return c, nil
}

// encode writes a text in codes.
func (c coding) encode(text string) string {
	if len(c.codes) == 0 {
		return text
	}
	return strings.Map(func(r rune) rune {
		if code, ok := c.codes[r]; ok {
			return rune(code)
		}
		return r
	}, text)
}

// maxEntries is how many entries a block of the table may have (ISO 32000-1, 9.7.5.4 by way of the CMap specification).
const maxEntries = 100

// table is the ToUnicode table of the font: all its codes, one by one.
func (c coding) table() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo\n<</Registry (Adobe)\n/Ordering (UCS)\n" +
		"/Supplement 0\n>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for block := range slices.Chunk(slices.Sorted(maps.Keys(c.runes)), maxEntries) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for _, code := range block {
			fmt.Fprintf(&b, "<%04X> <", code)
			for _, unit := range utf16.Encode([]rune{c.runes[code]}) {
				fmt.Fprintf(&b, "%04X", unit)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}

// readUnicode reads the codes of a table that are not their own characters. The table of a font without such codes has no
// single entries.
func readUnicode(table []byte) (map[uint16]rune, error) {
	_, rest, found := bytes.Cut(table, []byte("beginbfchar"))
	if !found {
		return nil, nil
	}
	out := map[uint16]rune{}
	s := &scanner{data: rest}
	for {
		o, err := s.object(0)
		if errors.Is(err, errEnd) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		code, ok := o.(str)
		if !ok {
			continue // between the blocks
		}
		o, err = s.object(0)
		if err != nil {
			return nil, err
		}
		text, ok := o.(str)
		if !ok || len(code) != 2 || len(text) != 2 && len(text) != 4 {
			return nil, errors.New("table of characters of an unknown form")
		}
		var units []uint16
		for i := 0; i < len(text); i += 2 {
			units = append(units, uint16(text[i])<<8|uint16(text[i+1]))
		}
		runes := utf16.Decode(units)
		if len(runes) != 1 {
			return nil, errors.New("table of characters with more than one for a code")
		}
		if n := uint16(code[0])<<8 | uint16(code[1]); rune(n) != runes[0] {
			out[n] = runes[0]
		}
	}
}

// unicodeTables gives the new tables of the fonts that have codes which are no characters, by the numbers of the objects
// that they replace.
func (f *file) unicodeTables(numbers []int, named map[paper.Face]coding) (map[int][]byte, error) {
	out := map[int][]byte{}
	for _, n := range numbers {
		o, _, err := f.object(n)
		if err != nil {
			return nil, err
		}
		d, ok := o.(dict)
		if !ok || d["Type"] != name("Font") || d["Subtype"] != name("Type0") {
			continue
		}
		base, _ := d["BaseFont"].(name)
		table, ok := d["ToUnicode"].(ref)
		c := named[paper.Face(strings.TrimPrefix(string(base), "utf8"))]
		if ok && len(c.codes) > 0 {
			out[int(table)] = c.table()
		}
	}
	return out, nil
}
