package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// The kinds of PDF objects that this reader knows. Numbers stay text, so that places compare exactly.
type (
	name   string
	number string
	str    []byte
	array  []any
	dict   map[name]any
	ref    int
	// keyword is an operator or any other bare word.
	keyword string
)

// errEnd is the end of the bytes.
var errEnd = errors.New("end of data")

// maxDepth bounds nested arrays and dictionaries.
const maxDepth = 32

// scanner reads objects from bytes.
type scanner struct {
	data []byte
	at   int
}

func blank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skip passes blanks and comments.
func (s *scanner) skip() {
	for s.at < len(s.data) {
		switch c := s.data[s.at]; {
		case blank(c):
			s.at++
		case c == '%':
			for s.at < len(s.data) && s.data[s.at] != '\n' && s.data[s.at] != '\r' {
				s.at++
			}
		default:
			return
		}
	}
}

// object reads the next object; a bare word is a keyword. At the end the error is errEnd.
func (s *scanner) object(depth int) (any, error) {
	if depth > maxDepth {
		return nil, fmt.Errorf("nested too deep at %d", s.at)
	}
	s.skip()
	if s.at >= len(s.data) {
		return nil, errEnd
	}
	switch c := s.data[s.at]; c {
	case '/':
		s.at++
		return name(s.word()), nil
	case '(':
		return s.literal()
	case '[':
		s.at++
		return s.array(depth)
	case '<':
		if s.at+1 < len(s.data) && s.data[s.at+1] == '<' {
			s.at += 2
			return s.dict(depth)
		}
		return s.hex()
	case '>', ']', ')', '{', '}':
		return nil, fmt.Errorf("stray %q at %d", c, s.at)
	}
	w := s.word()
	if w[0] >= '0' && w[0] <= '9' || w[0] == '-' || w[0] == '.' || w[0] == '+' {
		return number(w), nil
	}
	return keyword(w), nil
}

// word reads up to a blank or a delimiter; it has at least one byte unless a name is empty.
func (s *scanner) word() string {
	from := s.at
	for s.at < len(s.data) && !blank(s.data[s.at]) && !delimiter(s.data[s.at]) {
		s.at++
	}
	return string(s.data[from:s.at])
}

// literal reads (…) with its escapes.
func (s *scanner) literal() (any, error) {
	var out []byte
	depth := 0
	for ; s.at < len(s.data); s.at++ {
		switch c := s.data[s.at]; c {
		case '(':
			if depth++; depth > 1 {
				out = append(out, c)
			}
		case ')':
			if depth--; depth == 0 {
				s.at++
				return str(out), nil
			}
			out = append(out, c)
		case '\\':
			if s.at++; s.at >= len(s.data) {
				return nil, io.ErrUnexpectedEOF
			}
			if e := bytes.IndexByte([]byte("nrtbf"), s.data[s.at]); e >= 0 {
				out = append(out, "\n\r\t\b\f"[e])
			} else {
				out = append(out, s.data[s.at])
			}
		default:
			out = append(out, c)
		}
	}
	return nil, io.ErrUnexpectedEOF
}

func (s *scanner) hex() (any, error) {
	end := bytes.IndexByte(s.data[s.at:], '>')
	if end < 0 {
		return nil, io.ErrUnexpectedEOF
	}
	h := s.data[s.at+1 : s.at+end]
	s.at += end + 1
	out := make([]byte, 0, len(h)/2)
	for i := 0; i+1 < len(h); i += 2 {
		v, err := strconv.ParseUint(string(h[i:i+2]), 16, 8)
		if err != nil {
			return nil, fmt.Errorf("hexadecimal string: %w", err)
		}
		out = append(out, byte(v))
	}
	return str(out), nil
}

func (s *scanner) array(depth int) (any, error) {
	var out array
	for {
		s.skip()
		if s.at < len(s.data) && s.data[s.at] == ']' {
			s.at++
			return out, nil
		}
		o, err := s.object(depth + 1)
		if errors.Is(err, errEnd) {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, err
		}
		out = append(out, o)
		out = collapse(out)
	}
}

// collapse turns the last three objects n 0 R into a reference.
func collapse(list array) array {
	n := len(list)
	if n < 3 || list[n-1] != keyword("R") {
		return list
	}
	num, ok := list[n-3].(number)
	if !ok {
		return list
	}
	v, err := strconv.Atoi(string(num))
	if err != nil {
		return list
	}
	return append(list[:n-3], ref(v))
}

func (s *scanner) dict(depth int) (any, error) {
	var list array
	for {
		s.skip()
		if s.at+1 < len(s.data) && s.data[s.at] == '>' && s.data[s.at+1] == '>' {
			s.at += 2
			break
		}
		o, err := s.object(depth + 1)
		if errors.Is(err, errEnd) {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, err
		}
		list = collapse(append(list, o))
	}
	if len(list)%2 != 0 {
		return nil, fmt.Errorf("dictionary with a key without value")
	}
	out := dict{}
	for i := 0; i < len(list); i += 2 {
		key, ok := list[i].(name)
		if !ok {
			return nil, fmt.Errorf("dictionary key is not a name")
		}
		out[key] = list[i+1]
	}
	return out, nil
}
