package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"unicode/utf16"

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

// content is what the painter knows of a file beside its bytes.
type content struct {
	named    map[paper.Face]coding
	info     Info
	titles   []string // of its bookmarks, in the order of the pages
	attached bool
}

// finish completes the file of gofpdf: the attachment gets a name that every reader finds and its relation to the
// document, the catalog names language, metadata, attachment and output intent and has the title shown, the trailer an identifier
// made from the content. Fonts with codes that are no characters get a table that tells the characters. A file without attachment gets the header of
// papers bound together.
func finish(data []byte, about content) ([]byte, error) {
	f, err := open(data)
	if err != nil {
		return nil, fmt.Errorf("finish pdf: %w", err)
	}
	root, ok := f.trailer["Root"].(ref)
	if !ok {
		return nil, fmt.Errorf("finish pdf: no catalog")
	}
	inform, _ := f.trailer["Info"].(ref)
	attached, titles := about.attached, about.titles
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
	tables, err := f.unicodeTables(numbers, about.named)
	if err != nil {
		return nil, fmt.Errorf("finish pdf: %w", err)
	}
	kids, err := f.kids(root)
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
	profile := slices.Max(numbers) + 1
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
			more := fmt.Sprintf("/Type /Catalog\n/Lang (zh-CN)%s\n/Metadata %d 0 R\n%s\n/ViewerPreferences <</DisplayDocTitle true>>", attachedFiles, meta, intent(profile))
			object = bytes.Replace(object, []byte("/Type /Catalog"), []byte(more), 1)
			object = bytes.Replace(object, []byte("/PageMode /UseOutlines\n"), nil, 1) // the bookmarks are there, and not in the way
		case n == int(inform):
			d, err := f.dict(inform)
			if err != nil {
				return nil, fmt.Errorf("finish pdf: %w", err)
			}
			object = information(n, d, about.info)
		case bytes.Contains(object, []byte("/Dest [")):
			d, err := f.dict(ref(n))
			if err != nil || len(titles) == 0 {
				return nil, fmt.Errorf("finish pdf: a bookmark without title: %w", err)
			}
			object, titles = outlineItem(n, d, titles[0], kids), titles[1:]
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
	places[profile] = len(out)
	out = append(out, profileObject(profile)...)
	out = appendTable(out, places, f)
	sum := sha256.Sum256(out)
	id := hex.EncodeToString(sum[:16])
	return bytes.Replace(out, []byte("<"+idBlank+"> <"+idBlank+">"), []byte("<"+id+"> <"+id+">"), 1), nil
}

// outlineItem writes a bookmark anew: gofpdf counts pages as if nothing came before them in the file, and its titles lose
// characters beyond U+FFFF.
func outlineItem(n int, d dict, title string, kids array) []byte {
	out := fmt.Appendf(nil, "%d 0 obj\n<</Title %s", n, textString(title))
	for _, key := range []name{"Parent", "Prev", "Next"} {
		if r, ok := d[key].(ref); ok {
			out = fmt.Appendf(out, "\n/%s %d 0 R", key, int(r))
		}
	}
	to, _ := d["Dest"].(array)
	if len(to) > 0 {
		counted, _ := to[0].(ref)
		if page := (int(counted) - 1) / 2; page >= 1 && page <= len(kids) {
			if r, ok := kids[page-1].(ref); ok {
				out = fmt.Appendf(out, "\n/Dest [%d 0 R /Fit]", int(r))
			}
		}
	}
	return append(out, ">>\nendobj\n"...)
}

// information writes the document's information anew, for the same reason.
func information(n int, d dict, info Info) []byte {
	out := fmt.Appendf(nil, "%d 0 obj\n<<", n)
	for _, key := range slices.Sorted(maps.Keys(d)) {
		text, ok := d[key].(str)
		if !ok {
			continue
		}
		words := fmt.Sprintf("<%X>", []byte(text))
		switch key {
		case "Title":
			words = textString(info.Title)
		case "Author":
			words = textString(info.Author)
		case "Creator":
			words = textString(info.Software)
		}
		out = fmt.Appendf(out, "\n/%s %s", key, words)
	}
	return append(out, ">>\nendobj\n"...)
}

// textString is a text as dictionaries hold it: UTF-16.
func textString(text string) string {
	out := "<FEFF"
	for _, u := range utf16.Encode([]rune(text)) {
		out += fmt.Sprintf("%04X", u)
	}
	return out + ">"
}

// kids are the pages of a file in their order.
func (f *file) kids(root ref) (array, error) {
	catalog, err := f.dict(root)
	if err != nil {
		return nil, err
	}
	tree, err := f.dict(catalog["Pages"])
	if err != nil {
		return nil, err
	}
	kids, _ := tree["Kids"].(array)
	return kids, nil
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
