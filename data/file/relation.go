package file

import (
	"context"
	"encoding/xml"
	"path"
	"strings"
)

// relation is one line of a .rels part of an Office file.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

// is tells the kind of a relation by the last word of its type: the rest of the address differs between the
// transitional and the strict form of the standard.
func (r relation) is(kind string) bool { return path.Base(r.Type) == kind }

// relations reads the .rels part of p, of the package itself where p is empty; a part without one has no relations. Targets are made full names.
func (a *archive) relations(ctx context.Context, p string) []relation {
	rels := "_rels/.rels"
	if p != "" {
		rels = path.Join(path.Dir(p), "_rels", path.Base(p)+".rels")
	}
	if !a.has(rels) {
		return nil
	}
	b, err := a.read(ctx, rels)
	if err != nil {
		return nil
	}
	var all struct {
		List []relation `xml:"Relationship"`
	}
	if xml.Unmarshal(b, &all) != nil {
		return nil
	}
	for i, r := range all.List {
		if r.Mode == "External" {
			continue
		}
		if strings.HasPrefix(r.Target, "/") {
			all.List[i].Target = strings.TrimPrefix(r.Target, "/")
		} else {
			all.List[i].Target = path.Join(path.Dir(p), r.Target)
		}
	}
	return all.List
}

// mainPart is the part that the package names as its document.
func (a *archive) mainPart() string {
	for _, r := range a.relations(context.Background(), "") {
		if r.is("officeDocument") {
			return r.Target
		}
	}
	return ""
}
