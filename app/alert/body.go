package alert

import (
	"strings"

	"yidanqing/app/text"
)

// Body is who asks, by its name (来文单位).
type Body struct {
	known int    // number in the lexicon, below zero for a name that it does not have
	name  string // folded; empty: nobody
}

// Body looks a name up.
func (w *Watch) Body(name string) Body {
	folded := text.New(name).String()
	return Body{w.Lexicon.Body(folded), folded}
}

// Same tells whether two names are those of one department: a 大队, 中心 or 股 counts as the department, and so does the
// name that it had before it was renamed. An empty name is nobody's.
func (b Body) Same(o Body) bool {
	if b.name == "" || o.name == "" {
		return false
	}
	if b.known >= 0 && o.known >= 0 {
		return b.known == o.known
	}
	return b.name == o.name || strings.HasPrefix(b.name, o.name) || strings.HasPrefix(o.name, b.name)
}
