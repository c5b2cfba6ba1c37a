package layout

import "yidanqing/app/paper"

// Metrics tells of typefaces what the layout needs. face.Set is one.
type Metrics interface {
	// Advance is the width of r in ems; ok is false where the face does not have it. paper.FaceRare has every character.
	Advance(f paper.Face, r rune) (em float64, ok bool)
	// Ink is where the outline of r begins and ends, in ems.
	Ink(f paper.Face, r rune) (left, right float64)
}

// mmPerPoint is a point in millimetres.
const mmPerPoint = 25.4 / 72

// pt turns points into millimetres.
func pt(points float64) float64 { return points * mmPerPoint }

// atomKind is what an atom draws.
type atomKind int

const (
	char  atomKind = iota
	badge          // a boxed number; its characters are in text
	box            // a box to tick
	tab            // moves to a place in the line
)

// atom is the smallest piece of a line: a character as it is drawn, a badge, a box.
type atom struct {
	kind  atomKind
	r     rune
	text  string // badge
	face  paper.Face
	width float64 // mm
	half  bool    // full-width punctuation whose ink leaves half of its width empty
	under bool
	stick bool    // no line break before it
	tick  bool    // the box is ticked
	at    float64 // tab: the place in the line; box: the blank before it
}

// spacing of badges and boxes in millimetres.
const (
	badgeScale  = 0.78
	badgePad    = 0.7
	badgeMargin = 0.5
	boxSide     = 3.2
	boxBefore   = 2.5
	boxAfter    = 1.0
)

// setter turns paragraphs into atoms.
type setter struct {
	m       Metrics
	cache   map[glyphKey]glyph
	stopped func() bool // asked between rows of long tables
}

type glyphKey struct {
	face paper.Face
	r    rune
}

type glyph struct {
	face paper.Face
	em   float64
	half bool
}

func newSetter(m Metrics) *setter {
	return &setter{m: m, cache: map[glyphKey]glyph{}, stopped: func() bool { return false }}
}

// lenders are the faces that lend characters, in this order.
var lenders = []paper.Face{paper.FaceSpare, paper.FaceBody, paper.FaceHei, paper.FaceTitle, paper.FaceKai}

// resolve finds the face that draws r where face is wanted.
func (s *setter) resolve(face paper.Face, r rune) glyph {
	key := glyphKey{face, r}
	if g, ok := s.cache[key]; ok {
		return g
	}
	g := s.find(face, r)
	s.cache[key] = g
	return g
}

func (s *setter) find(face paper.Face, r rune) glyph {
	em, ok := s.m.Advance(face, r)
	if ok && !(narrowQuote(r) && em < 0.9) {
		return s.glyph(face, r, em)
	}
	for _, f := range lenders {
		if em, ok := s.m.Advance(f, r); ok && f != face {
			return s.glyph(f, r, em)
		}
	}
	if ok {
		return s.glyph(face, r, em)
	}
	em, _ = s.m.Advance(paper.FaceRare, r)
	return glyph{face: paper.FaceRare, em: em}
}

// narrowQuote tells the marks that some 楷体 files draw half as wide as Chinese text has them.
func narrowQuote(r rune) bool { return r == '“' || r == '”' || r == '‘' || r == '’' }

func (s *setter) glyph(face paper.Face, r rune, em float64) glyph {
	g := glyph{face: face, em: em}
	if em < 0.9 {
		return g
	}
	switch left, right := s.m.Ink(face, r); {
	case closing(r):
		g.half = right > 0 && right <= 0.56
	case opening(r):
		g.half = left >= 0.44
	}
	return g
}

// chars sets a text. A line does not begin with a character that has no shape of its own.
func (s *setter) chars(out []atom, text string, face paper.Face, size float64, under bool) []atom {
	for _, r := range text {
		if r == '\t' || r == '\u00a0' {
			r = ' '
		}
		g := s.resolve(face, r)
		out = append(out, atom{r: r, face: g.face, width: g.em * pt(size), half: g.half, under: under, stick: paper.Invisible(r)})
	}
	return out
}

// para sets a paragraph in a style.
func (s *setter) para(p paper.Para, st paper.Style) []atom {
	var out []atom
	for _, span := range p.Spans {
		face := span.Face
		if face == "" {
			face = st.Face
		}
		if span.Tab > 0 {
			out = append(out, atom{kind: tab, at: span.Tab})
		}
		if span.Box {
			b := atom{kind: box, tick: span.Tick, at: boxBefore, width: boxBefore + boxSide + boxAfter}
			if len(out) == 0 { // it begins the paragraph and needs no blank before it
				b.at, b.width = 0, boxSide+boxAfter
			}
			out = append(out, b)
		}
		from := len(out)
		out = s.chars(out, span.Text, face, st.Size, span.Under)
		if span.Box {
			for i := from; i < len(out); i++ {
				out[i].stick = true
			}
		}
		if span.Badge != "" {
			out = append(out, s.badge(span.Badge, st.Size))
		}
	}
	return out
}

// badge sets a boxed number. Its box is part of its width.
func (s *setter) badge(text string, size float64) atom {
	a := atom{kind: badge, stick: true, face: paper.FaceHei}
	w := 0.0
	for _, c := range s.chars(nil, text, paper.FaceHei, size*badgeScale, false) {
		w += c.width
		a.text += string(c.r)
	}
	a.width = w + 2*badgePad + 2*badgeMargin
	return a
}
