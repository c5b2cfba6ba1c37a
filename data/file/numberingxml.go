package file

import (
	"context"
	"encoding/xml"
	"fmt"
	"strconv"
)

// newNumbering reads numbering and styles; a document without them counts nothing.
func newNumbering(ctx context.Context, a *archive, main string) (*numbering, error) {
	n := &numbering{
		abstract: map[string]*numAbstract{}, byStyle: map[string]*numAbstract{}, num: map[string]*numInstance{},
		styles: map[string]wordStyle{}, count: map[string]*[9]int{}, began: map[string]bool{}, unknown: map[string]bool{},
	}
	for _, r := range a.relations(ctx, main) {
		if !a.has(r.Target) {
			continue
		}
		var read func([]byte) error
		switch {
		case r.is("numbering"):
			read = n.readLists
		case r.is("styles"):
			read = n.readStyles
		default:
			continue
		}
		b, err := a.read(ctx, r.Target)
		if err != nil {
			return nil, err
		}
		if err := read(b); err != nil {
			return nil, damaged(a.name, fmt.Errorf("part %s: %w", r.Target, err))
		}
	}
	return n, nil
}

func (n *numbering) readLists(b []byte) error {
	var all struct {
		Abstract []numAbstract `xml:"abstractNum"`
		Num      []numInstance `xml:"num"`
	}
	if err := xml.Unmarshal(b, &all); err != nil {
		return err
	}
	for i := range all.Abstract {
		x := &all.Abstract[i]
		n.abstract[x.ID] = x
		if x.StyleLink.Val != "" {
			n.byStyle[x.StyleLink.Val] = x
		}
	}
	for i := range all.Num {
		n.num[all.Num[i].ID] = &all.Num[i]
	}
	return nil
}

func (n *numbering) readStyles(b []byte) error {
	var all struct {
		Styles []struct {
			Type    string `xml:"type,attr"`
			ID      string `xml:"styleId,attr"`
			Default string `xml:"default,attr"`
			BasedOn numVal `xml:"basedOn"`
			Num     *struct {
				Level *numVal `xml:"ilvl"`
				ID    *numVal `xml:"numId"`
			} `xml:"pPr>numPr"`
		} `xml:"style"`
	}
	if err := xml.Unmarshal(b, &all); err != nil {
		return err
	}
	for _, s := range all.Styles {
		if s.Type == "paragraph" && truth(s.Default) {
			n.normal = s.ID
		}
		st := wordStyle{basedOn: s.BasedOn.Val, num: numRef{level: -1}}
		if s.Num != nil {
			st.hasNum = true
			if s.Num.ID != nil {
				st.num.id = s.Num.ID.Val
			}
			if s.Num.Level != nil {
				st.num.level, _ = strconv.Atoi(s.Num.Level.Val)
			}
		}
		n.styles[s.ID] = st
	}
	return nil
}
