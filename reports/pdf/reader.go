package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strconv"
)

// file is a PDF with a classic cross-reference table, as this program writes it. It reads its own files only: what it
// does not know is an error, never a guess.
type file struct {
	data    []byte
	offsets map[int]int
	trailer dict
}

// Limits of what is read, against files made to exhaust memory.
const (
	maxObjects  = 100_000
	maxInflated = 64 << 20
)

// open reads the cross-reference table and the trailer.
func open(data []byte) (*file, error) {
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, fmt.Errorf("no PDF header")
	}
	at := bytes.LastIndex(data, []byte("startxref"))
	if at < 0 {
		return nil, fmt.Errorf("no startxref")
	}
	s := &scanner{data: data, at: at + len("startxref")}
	start, err := s.integer()
	if err != nil || start < 0 || start >= at {
		return nil, fmt.Errorf("startxref: %v", err)
	}
	f := &file{data: data, offsets: map[int]int{}}
	s.at = start
	if o, err := s.object(0); err != nil || o != keyword("xref") {
		return nil, fmt.Errorf("no cross-reference table at %d", start)
	}
	first, err1 := s.integer()
	count, err2 := s.integer()
	if err1 != nil || err2 != nil || first != 0 || count < 1 || count > maxObjects {
		return nil, fmt.Errorf("cross-reference table of an unknown form")
	}
	for i := range count {
		offset, err := s.integer()
		if err != nil {
			return nil, err
		}
		if _, err := s.integer(); err != nil {
			return nil, err
		}
		kind, err := s.object(0)
		if err != nil {
			return nil, err
		}
		if kind == keyword("n") {
			f.offsets[i] = offset
		}
	}
	if o, err := s.object(0); err != nil || o != keyword("trailer") {
		return nil, fmt.Errorf("no trailer")
	}
	o, err := s.object(0)
	if err != nil {
		return nil, fmt.Errorf("trailer: %w", err)
	}
	t, ok := o.(dict)
	if !ok {
		return nil, fmt.Errorf("trailer is no dictionary")
	}
	f.trailer = t
	return f, nil
}

func (s *scanner) integer() (int, error) {
	o, err := s.object(0)
	if err != nil {
		return 0, err
	}
	n, ok := o.(number)
	if !ok {
		return 0, fmt.Errorf("no number at %d", s.at)
	}
	return strconv.Atoi(string(n))
}

// object reads an indirect object: its value, and where its stream begins (-1 without stream).
func (f *file) object(n int) (value any, stream int, err error) {
	at, ok := f.offsets[n]
	if !ok || at < 0 || at >= len(f.data) {
		return nil, -1, fmt.Errorf("object %d is missing", n)
	}
	s := &scanner{data: f.data, at: at}
	num, err1 := s.integer()
	_, err2 := s.integer()
	word, err3 := s.object(0)
	if err1 != nil || err2 != nil || err3 != nil || num != n || word != keyword("obj") {
		return nil, -1, fmt.Errorf("object %d is not where the table says", n)
	}
	value, err = s.object(0)
	if err != nil {
		return nil, -1, fmt.Errorf("object %d: %w", n, err)
	}
	s.skip()
	if !bytes.HasPrefix(f.data[s.at:], []byte("stream")) {
		return value, -1, nil
	}
	s.at += len("stream")
	if s.at < len(f.data) && f.data[s.at] == '\r' {
		s.at++
	}
	if s.at < len(f.data) && f.data[s.at] == '\n' {
		s.at++
	}
	return value, s.at, nil
}

// dict reads an object that is a dictionary, directly or by reference.
func (f *file) dict(o any) (dict, error) {
	if r, ok := o.(ref); ok {
		v, _, err := f.object(int(r))
		if err != nil {
			return nil, err
		}
		o = v
	}
	d, ok := o.(dict)
	if !ok {
		return nil, fmt.Errorf("no dictionary")
	}
	return d, nil
}

// stream reads the bytes of a stream object, inflated.
func (f *file) stream(o any) ([]byte, error) {
	r, ok := o.(ref)
	if !ok {
		return nil, fmt.Errorf("stream is not an object of its own")
	}
	v, at, err := f.object(int(r))
	if err != nil {
		return nil, err
	}
	d, ok := v.(dict)
	if !ok || at < 0 {
		return nil, fmt.Errorf("object %d has no stream", int(r))
	}
	length, ok := d["Length"].(number)
	if !ok {
		return nil, fmt.Errorf("stream %d has no length", int(r))
	}
	n, err := strconv.Atoi(string(length))
	if err != nil || n < 0 || at+n > len(f.data) {
		return nil, fmt.Errorf("stream %d is cut off", int(r))
	}
	raw := f.data[at : at+n]
	switch d["Filter"] {
	case nil:
		return raw, nil
	case name("FlateDecode"):
	default:
		return nil, fmt.Errorf("stream %d has an unknown filter", int(r))
	}
	z, err := zlib.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("stream %d: %w", int(r), err)
	}
	out, err := io.ReadAll(io.LimitReader(z, maxInflated+1))
	if err != nil {
		return nil, fmt.Errorf("stream %d: %w", int(r), err)
	}
	if len(out) > maxInflated {
		return nil, fmt.Errorf("stream %d is too large", int(r))
	}
	return out, nil
}
