package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"yidanqing/app/paper"
)

// header is the first lines of our files: the version that knows attached files, bytes that mark the file as binary,
// and the sign by which the checker knows a file of this program.
const (
	ownMark = "yidanqing paper"
	header  = "%PDF-1.7\n%\xe2\xe3\xcf\xd3 " + ownMark + "\n"
)

// idBlank stands in the file's identifier while the identifier is computed.
const idBlank = "00000000000000000000000000000000"

// finish completes the file of gofpdf: the attachment gets a name that every reader finds and its relation to the
// document, the catalog names language, metadata and attachment, the trailer an identifier made from the content. Fonts
// with codes that are no characters get a table that tells the characters. A file without attachment gets the header of
// papers bound together.
func finish(data []byte, named map[paper.Face]coding, attached bool) ([]byte, error) {
	f, err := open(data)
	if err != nil {
		return nil, fmt.Errorf("finish pdf: %w", err)
	}
	root, ok := f.trailer["Root"].(ref)
	if !ok {
		return nil, fmt.Errorf("finish pdf: no catalog")
	}
	numbers := make([]int, 0, len(f.offsets))
	for n := range f.offsets {
		numbers = append(numbers, n)
	}
	slices.SortFunc(numbers, func(a, b int) int { return f.offsets[a] - f.offsets[b] })
	filespec, meta, err := f.special(numbers)
	if err == nil && (filespec != 0) != attached {
		err = fmt.Errorf("attachment is missing or unexpected")
	}
	if err != nil {
		return nil, fmt.Errorf("finish pdf: %w", err)
	}
	tables, err := f.unicodeTables(numbers, named)
	if err != nil {
		return nil, fmt.Errorf("finish pdf: %w", err)
	}
	end := bytes.LastIndex(data, []byte("\nxref\n")) + 1
	if end <= 0 {
		return nil, fmt.Errorf("finish pdf: no cross-reference table")
	}
	out, attachedFiles := []byte(boundHeader), ""
	if attached {
		out, attachedFiles = []byte(header), fmt.Sprintf("\n/AF [%d 0 R]", filespec)
	}
	places := map[int]int{}
	for i, n := range numbers {
		to := end
		if i+1 < len(numbers) {
			to = f.offsets[numbers[i+1]]
		}
		object := data[f.offsets[n]:to]
		switch {
		case n == filespec:
			object = bytes.Replace(object, []byte("/F ()"), []byte("/F ("+paper.RecordName+") /AFRelationship /Data"), 1)
		case n == int(root):
			more := fmt.Sprintf("/Type /Catalog\n/Lang (zh-CN)%s\n/Metadata %d 0 R", attachedFiles, meta)
			object = bytes.Replace(object, []byte("/Type /Catalog"), []byte(more), 1)
		default:
			if bytes.Contains(object[:min(len(object), 64)], []byte("/Type /EmbeddedFile")) {
				object = bytes.Replace(object, []byte("/Type /EmbeddedFile"), []byte("/Type /EmbeddedFile /Subtype /application#2Fjson"), 1)
			}
		}
		if t, ok := tables[n]; ok {
			object = fmt.Appendf(nil, "%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n", n, len(t), t)
		}
		places[n] = len(out)
		out = append(out, object...)
	}
	out = appendTable(out, places, f)
	sum := sha256.Sum256(out)
	id := hex.EncodeToString(sum[:16])
	return bytes.Replace(out, []byte("<"+idBlank+"> <"+idBlank+">"), []byte("<"+id+"> <"+id+">"), 1), nil
}

// special finds the objects of the attachment's specification (0: none) and of the metadata.
func (f *file) special(numbers []int) (filespec, meta int, err error) {
	for _, n := range numbers {
		o, _, err := f.object(n)
		if err != nil {
			return 0, 0, err
		}
		d, ok := o.(dict)
		if !ok {
			continue
		}
		switch d["Type"] {
		case name("Filespec"):
			filespec = n
		case name("Metadata"):
			meta = n
		}
	}
	if meta == 0 {
		return 0, 0, fmt.Errorf("metadata is missing")
	}
	return filespec, meta, nil
}

// appendTable writes the cross-reference table and the trailer.
func appendTable(out []byte, places map[int]int, f *file) []byte {
	start := len(out)
	last := 0
	for n := range places {
		last = max(last, n)
	}
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", last+1)
	for n := 1; n <= last; n++ {
		out = fmt.Appendf(out, "%010d 00000 n \n", places[n])
	}
	out = fmt.Appendf(out, "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n/ID [<%s> <%s>]\n>>\nstartxref\n%d\n%%%%EOF\n",
		last+1, f.trailer["Root"], f.trailer["Info"], idBlank, idBlank, start)
	return out
}
