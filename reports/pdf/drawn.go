package pdf

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"yidanqing/app/paper"
)

// pageFont is a font of a page: its face, and the characters of the codes that are no characters themselves.
type pageFont struct {
	face  paper.Face
	codes map[uint16]rune
}

// drawn reads the content of a page back into operations. fonts gives what stands behind each font name. A word that our
// painter does not write is an error: something was added to the page.
func drawn(content []byte, fonts map[name]pageFont) ([]op, error) {
	r := pageReader{s: &scanner{data: content}, fonts: fonts}
	for {
		o, err := r.s.object(0)
		if errors.Is(err, errEnd) && len(r.stack) == 0 && len(r.path) == 0 {
			return r.out, nil
		}
		if err != nil {
			return nil, err
		}
		word, ok := o.(keyword)
		if !ok {
			r.stack = append(r.stack, o)
			if len(r.stack) > 16 {
				return nil, fmt.Errorf("too many operands")
			}
			continue
		}
		if err := r.operator(string(word)); err != nil {
			return nil, err
		}
		r.stack = r.stack[:0]
	}
}

// pageReader is the state of a page while it is read.
type pageReader struct {
	s       *scanner
	fonts   map[name]pageFont
	stack   []any
	out     []op
	font    pageFont
	size    int
	stroke  int
	x, y    int
	path    []int // of the line or rectangle under way
	isRect  bool
	inText  bool
	inProof bool
}

func (r *pageReader) operator(word string) error {
	switch word {
	case "BMC":
		r.inProof = true
		return nil
	case "EMC":
		r.inProof = false
		return nil
	case "BT", "ET":
		r.inText = word == "BT"
		return nil
	case "J", "j":
		return nil
	case "G", "g": // black, and nothing else
		if v := 0; r.numbers(&v) != nil || v != 0 {
			return fmt.Errorf("something is not black")
		}
		return nil
	case "w":
		return r.numbers(&r.stroke)
	case "Tf":
		return r.setFont()
	case "Td":
		return r.numbers(&r.x, &r.y)
	case "Tj":
		return r.show()
	case "m":
		r.path, r.isRect = make([]int, 4), false
		return r.numbers(&r.path[0], &r.path[1])
	case "l":
		if len(r.path) != 4 || r.isRect {
			return fmt.Errorf("line without a beginning")
		}
		return r.numbers(&r.path[2], &r.path[3])
	case "re":
		r.path, r.isRect = make([]int, 4), true
		return r.numbers(&r.path[0], &r.path[1], &r.path[2], &r.path[3])
	case "S", "f":
		return r.draw(word)
	}
	return fmt.Errorf("unknown operation %q", word)
}

// numbers takes the operands in hundredths, all of them and no more.
func (r *pageReader) numbers(into ...*int) error {
	if len(r.stack) != len(into) {
		return fmt.Errorf("%d operands where %d belong", len(r.stack), len(into))
	}
	for i, p := range into {
		n, ok := r.stack[i].(number)
		if !ok {
			return fmt.Errorf("operand is no number")
		}
		v, err := exact(string(n))
		if err != nil {
			return err
		}
		*p = v
	}
	return nil
}

// exact reads a decimal number with at most two places as hundredths.
func exact(s string) (int, error) {
	sign := 1
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		sign, s = -1, rest
	}
	whole, part, _ := strings.Cut(s, ".")
	if part == "000" {
		part = "00"
	}
	if len(part) > 2 || len(whole) > 7 {
		return 0, fmt.Errorf("number %q is not of our making", s)
	}
	for len(part) < 2 {
		part += "0"
	}
	n, err := strconv.Atoi(whole + part)
	return sign * n, err
}

func (r *pageReader) setFont() error {
	if len(r.stack) != 2 {
		return fmt.Errorf("font without name or size")
	}
	n, ok := r.stack[0].(name)
	font, known := r.fonts[n]
	if !ok || !known {
		return fmt.Errorf("unknown font %v", r.stack[0])
	}
	r.font = font
	r.stack = r.stack[1:]
	return r.numbers(&r.size)
}

func (r *pageReader) show() error {
	if len(r.stack) != 1 || !r.inText {
		return fmt.Errorf("text outside its place")
	}
	b, ok := r.stack[0].(str)
	if !ok || len(b)%2 != 0 {
		return fmt.Errorf("text of an unknown form")
	}
	runes := make([]rune, len(b)/2)
	for i := range runes {
		code := uint16(b[2*i])<<8 | uint16(b[2*i+1])
		if c, ok := r.font.codes[code]; ok {
			runes[i] = c
			continue
		}
		runes[i] = rune(code)
	}
	r.out = append(r.out, op{
		kind: 'T', a: r.x, b: r.y, width: r.size, face: r.font.face, text: string(runes), proof: r.inProof,
	})
	return nil
}

func (r *pageReader) draw(word string) error {
	if len(r.path) != 4 || len(r.stack) != 0 {
		return fmt.Errorf("nothing to draw")
	}
	o := op{kind: 'L', a: r.path[0], b: r.path[1], c: r.path[2], d: r.path[3], width: r.stroke, proof: r.inProof}
	switch {
	case r.isRect && word == "S":
		o.kind, o.d = 'R', -o.d
	case r.isRect:
		o.kind, o.d, o.width = 'F', -o.d, 0
	case word == "f":
		return fmt.Errorf("a filled line")
	}
	r.path = nil
	r.out = append(r.out, o)
	return nil
}
