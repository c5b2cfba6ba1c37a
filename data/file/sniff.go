package file

import (
	"bytes"
	"strings"
)

// kind is what a file is, by its content.
type kind int

const (
	kindText kind = iota
	kindDocx
	kindXlsx
	kindOFD
	kindSlides
	kindODF
	kindZip
	kindRar
	kindPDF
	kindOLE
	kindRTF
	kindHTML
	kindMHT
	kindImage
	kindBinary
)

var magics = []struct {
	head string
	kind kind
}{
	{"PK\x03\x04", kindZip}, {"PK\x05\x06", kindZip}, {"PK\x07\x08", kindZip},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", kindOLE},
	{"{\\rtf", kindRTF},
	{"\x89PNG", kindImage}, {"\xFF\xD8\xFF", kindImage}, {"GIF8", kindImage}, {"BM", kindBinary}, {"II*\x00", kindImage}, {"MM\x00*", kindImage},
	{"Rar!", kindRar}, {"7z\xBC\xAF\x27\x1C", kindRar}, {"\x1F\x8B", kindRar},
	{"\x7FELF", kindBinary}, {"MZ", kindBinary},
}

// sniff tells the kind from the first bytes. A zip is told apart by its entries only (archive.kind).
func sniff(data []byte) kind {
	head := data[:min(len(data), 1024)]
	if i := bytes.Index(head, []byte("%PDF-")); i >= 0 && (i == 0 || !plain(head[:i])) {
		return kindPDF
	}
	for _, m := range magics {
		if !strings.HasPrefix(string(head), m.head) {
			continue
		}
		if m.kind == kindBinary {
			// “MZ” and “BM” also begin ordinary words; a program or bitmap has NUL bytes right behind them.
			if bytes.IndexByte(head, 0) < 0 {
				continue
			}
			if m.head == "BM" {
				return kindImage
			}
		}
		return m.kind
	}
	if bytes.HasPrefix(head, []byte("RIFF")) && len(head) > 12 && string(head[8:12]) == "WEBP" {
		return kindImage
	}
	text := strings.ToLower(strings.TrimLeft(string(bytes.TrimPrefix(head, bomUTF8)), " \t\r\n"))
	switch {
	case strings.HasPrefix(text, "<!doctype html"), strings.HasPrefix(text, "<html"):
		return kindHTML
	case strings.HasPrefix(text, "mime-version:") && strings.Contains(text, "multipart/related"):
		return kindMHT
	}
	return kindText
}

// plain tells bytes that text may consist of.
func plain(b []byte) bool {
	for _, c := range b {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
	}
	return true
}

// oleEncrypted tells whether an OLE2 file is the envelope of a docx or xlsx with a password: its directory then names
// the stream EncryptedPackage, in UTF-16.
func oleEncrypted(data []byte) bool {
	var name []byte
	for _, c := range []byte("EncryptedPackage") {
		name = append(name, c, 0)
	}
	return bytes.Contains(data, name)
}
