package pdf

import (
	"errors"
	"unicode/utf16"
)

// maxOutline bounds how many bookmarks are read.
const maxOutline = 10_000

// bookmark is a bookmark of a file: its title and the page that it leads to, counted from 0.
type bookmark struct {
	title string
	page  int
}

// bookmarks reads the bookmarks of a file; none where it has no outline.
func (f *file) bookmarks(root dict) ([]bookmark, error) {
	if root["Outlines"] == nil {
		return nil, nil
	}
	tree, err := f.dict(root["Pages"])
	if err != nil {
		return nil, err
	}
	pages := map[ref]int{}
	kids, _ := tree["Kids"].(array)
	for i, k := range kids {
		if r, ok := k.(ref); ok {
			pages[r] = i
		}
	}
	outline, err := f.dict(root["Outlines"])
	if err != nil {
		return nil, err
	}
	var out []bookmark
	for next := outline["First"]; next != nil; {
		item, err := f.dict(next)
		if err != nil {
			return nil, err
		}
		title, ok := item["Title"].(str)
		dest, _ := item["Dest"].(array)
		if !ok || len(dest) == 0 || len(out) >= maxOutline || item["First"] != nil || item["A"] != nil {
			return nil, errors.New("a bookmark that is not ours")
		}
		r, _ := dest[0].(ref)
		page, ok := pages[r]
		if !ok {
			return nil, errors.New("a bookmark that leads nowhere")
		}
		out = append(out, bookmark{plainText(title), page})
		next = item["Next"]
	}
	return out, nil
}

// plainText is a text string of a file: UTF-16 where it begins with its mark.
func plainText(s str) string {
	if len(s) < 2 || s[0] != 0xFE || s[1] != 0xFF {
		return string(s)
	}
	var units []uint16
	for i := 2; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
