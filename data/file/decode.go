package file

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

var (
	bomUTF8    = []byte{0xEF, 0xBB, 0xBF}
	bomUTF16LE = []byte{0xFF, 0xFE}
	bomUTF16BE = []byte{0xFE, 0xFF}
)

// decode gives the text of bytes and how many places of it could not be read (they became U+FFFD). Order of decision:
// byte order mark, valid UTF-8, UTF-8 with a few broken places, GB18030.
func decode(data []byte) (text string, bad int) {
	switch {
	case bytes.HasPrefix(data, bomUTF8):
		return lossyUTF8(data[3:])
	case bytes.HasPrefix(data, bomUTF16LE):
		return fromUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, bomUTF16BE):
		return fromUTF16(data[2:], binary.BigEndian)
	case utf8.Valid(data):
		return string(data), 0
	}
	if mostlyUTF8(data) {
		return lossyUTF8(data)
	}
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil { // the decoder replaces bad bytes and reports no error; should it ever, read what UTF-8 gives
		return lossyUTF8(data)
	}
	return string(out), bytes.Count(out, []byte("\uFFFD"))
}

// mostlyUTF8 tells UTF-8 with some broken bytes from GB18030. In GB18030 text the bytes form few valid sequences of
// UTF-8 and very many invalid ones.
func mostlyUTF8(data []byte) bool {
	valid, invalid := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			invalid++
		case n > 1:
			valid++
		}
		i += n
	}
	return valid >= 10*invalid
}

func lossyUTF8(data []byte) (string, int) {
	if utf8.Valid(data) {
		return string(data), 0
	}
	out := make([]byte, 0, len(data)+16)
	bad := 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		}
		out = utf8.AppendRune(out, r)
		i += n
	}
	return string(out), bad
}

func fromUTF16(data []byte, order binary.ByteOrder) (string, int) {
	bad := len(data) % 2
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	runes := utf16.Decode(units)
	for _, r := range runes {
		if r == utf8.RuneError {
			bad++
		}
	}
	return string(runes), bad
}

// looksBinary tells text that was never meant to be read: NUL and control characters, or many places that no encoding
// explains.
func looksBinary(text string, bad int) bool {
	n, control := 0, 0
	for _, r := range text {
		n++
		if r < 0x20 && r != '\t' && r != '\n' && r != '\r' && r != '\f' && r != '\v' || r == 0x7F || r >= 0x80 && r < 0xA0 {
			control++
		}
	}
	return control*200 > n || bad*20 > n
}
