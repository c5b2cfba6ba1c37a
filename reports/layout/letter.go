package layout

import (
	"math"
	"strconv"

	"yidanqing/app/paper"
)

// The letter form of GB/T 9704-2012 (信函格式, 10.1; the page 5, the parts of the text 7.3), in millimetres from the edges of
// the page.
const (
	letterName    = 30.0  // upper edge of the office's name
	letterRule    = 45.3  // double line 4 mm below it, thick over thin
	letterFoot    = 275.5 // double line at the foot of page 1, thin over thick; the lower one is 20 mm from the edge
	letterGap     = 1.5   // between the lines of a pair
	letterWidth   = 170.0
	letterNumber  = 50.9 // 7/8 of a character of 3号 below the double line
	letterTitle   = 76.0 // two lines below the number
	letterTop     = 37.0 // the text area begins
	letterEnd     = 262.0
	letterPageNo  = 265.5 // its dashes stand 7 mm below the text area
	letterSealGap = 17.6  // blank above the signature, for the seal
)

// letterText is 3号: 28 characters of it fill a line, 22 lines a page of 156 × 225 mm (GB/T 9704-2012, 5.2.3). The 16 points
// that offices call 3号 leave room for 27 only, unless they are moved together: the characters are that much smaller here.
var letterText = paper.Style{Face: paper.FaceBody, Size: 15.79, Lead: 28.9}

// letter lays out a letter: page 1 with name, number and title, further pages with their number, the signature with at
// least two lines of text before it, and 版记 at the foot of its last page: the evidence that follows is not bound with it.
func (s *setter) letter(c paper.Content) []*paper.Page {
	l := c.Letter
	f := &flow{set: s, c: c, area: areaOf(c)}
	f.addPage()
	y := 0.0
	if l.Report {
		y = s.reportFront(f.page(), l)
	} else {
		y = s.letterFront(f.page(), l)
	}
	to := s.setBlock([]paper.Para{{Spans: []paper.Span{{Text: l.To}}}}, letterText, paper.Left, paper.AreaWidth)
	body := s.setBlock(l.Body, letterText, paper.Left, paper.AreaWidth)
	body.lines = append(to.lines, body.lines...)
	lead := pt(letterText.Lead)
	closing := s.letterClosing(l)
	foot := s.imprint(l.Imprint)
	for len(body.lines) > 0 {
		n := min(len(body.lines), int((letterEnd-y+1e-6)/lead))
		if n == len(body.lines) && y+float64(n)*lead+closing.height()+foot.height > letterEnd { // the signature needs text on its page
			n = max(n-2, 0)
		}
		for n > 1 && n < len(body.lines) && isHeading(body.lines[n-1]) { // it stands on one page with its text
			n--
		}
		if n > 2 && n < len(body.lines) && widow(body.lines[n:]) {
			n--
		}
		head, rest := body.cut(n)
		head.draw(f.page(), paper.AreaLeft, y)
		y += head.height()
		if body = rest; len(body.lines) > 0 {
			f.addPage()
			y = letterTop
		}
	}
	closing.draw(f.page(), y)
	foot.draw(f.page())
	for i, p := range f.pages {
		if i > 0 || l.Report {
			s.letterPage(p, i+1)
		}
	}
	return f.pages
}

// leastWidow is how many characters the rest of a paragraph must have to begin a page by itself.
const leastWidow = 5

// widow tells whether lines begin with the rest of a paragraph that is only a few characters long (孤行): the line before it goes
// with it then.
func widow(lines []setLine) bool {
	ends := len(lines) == 1 || lines[1].first
	return !lines[0].first && ends && lines[0].width < leastWidow*pt(letterText.Size)
}

// isHeading tells whether a line is a heading of the first level and nothing else.
func isHeading(l setLine) bool {
	for _, a := range l.atoms {
		if a.face != paper.FaceHei {
			return false
		}
	}
	return len(l.atoms) > 0
}

// letterFront draws what stands over the text of page 1, and gives the place where the text begins.
func (s *setter) letterFront(p *paper.Page, l *paper.Letter) float64 {
	left := (paper.PageWidth - letterWidth) / 2
	s.issuer(l.Issuer, 32, letterWidth).draw(p, left, letterName)
	rule := func(y, stroke float64) {
		p.Items = append(p.Items, paper.Item{Kind: paper.ItemLine, X: left, Y: y, X2: left + letterWidth, Y2: y, Stroke: stroke})
	}
	rule(letterRule, 1.6)
	rule(letterRule+letterGap, 0.6)
	number := paper.Style{Face: paper.FaceBody, Size: letterText.Size, Lead: 20}
	s.setBlock([]paper.Para{{Spans: []paper.Span{{Text: l.Number}}}}, number, paper.Right, paper.AreaWidth).draw(p, paper.AreaLeft, letterNumber)
	head := s.letterTitle(l.Title)
	head.draw(p, paper.AreaLeft, letterTitle)
	rule(letterFoot, 0.6)
	rule(letterFoot+letterGap, 1.6)
	return letterTitle + head.height() + pt(letterText.Lead) // an empty line
}

// issuer sets the name of the office over the text, at most size points tall: a long name is set smaller, never broken.
func (s *setter) issuer(name string, size, width float64) block {
	for ; ; size -= 2 {
		set := s.setBlock([]paper.Para{{Spans: []paper.Span{{Text: name}}}}, paper.Style{Face: paper.FaceTitle, Size: size, Lead: size + 2}, paper.Center, width)
		if len(set.lines) == 1 || size <= 16 {
			return set
		}
	}
}

// letterTitle sets a title, broken by sense.
func (s *setter) letterTitle(lines []string) block {
	var ps []paper.Para
	for _, t := range lines {
		ps = append(ps, paper.Para{Spans: []paper.Span{{Text: t}}})
	}
	return s.setBlock(ps, paper.Style{Face: paper.FaceTitle, Size: 22, Lead: 30}, paper.Center, paper.AreaWidth)
}

// closingBox is what follows the text of a letter, its lines broken.
type closingBox struct {
	enclosure, name, date, note block
	middle                      float64 // of the date, on which name and seal are centred, in mm from the edge of the page
	clear                       float64 // blank before the note: a long one stands clear of the seal
	before                      float64 // blank before the name
	nameAt, dateAt              float64 // their left edges, in mm from that of the page
	unsealed                    bool
}

// letterClosing sets enclosure, signature, date and note.
func (s *setter) letterClosing(l *paper.Letter) closingBox {
	em := pt(letterText.Size)
	one := func(text string, align paper.Align, width float64) block {
		if text == "" {
			return block{style: letterText}
		}
		return s.setBlock([]paper.Para{{Spans: []paper.Span{{Text: text}}}}, letterText, align, width)
	}
	b := closingBox{
		enclosure: one(l.Enclosure, paper.Left, paper.AreaWidth-2*em),
		name:      one(l.Issuer, paper.Left, paper.AreaWidth),
		date:      one(l.Date, paper.Left, paper.AreaWidth),
		note:      one(l.Note, paper.Left, paper.AreaWidth-2*em),
	}
	const right = paper.AreaLeft + paper.AreaWidth
	name, date := b.name.lines[0].width, b.date.lines[0].width
	if l.Unsealed { // 7.3.5.2: two characters from the edge, the date two characters further in; the longer one decides
		b.unsealed, b.before = true, pt(letterText.Lead)
		b.nameAt = right - 2*em - name
		b.dateAt = b.nameAt + 2*em
		if date > name {
			b.dateAt = right - 2*em - date
			b.nameAt = b.dateAt - 2*em
		}
		return b
	}
	b.before = letterSealGap // 7.3.5.1: the date ends four characters from the edge, the name stands in the middle over it
	b.middle = right - 4*em - date/2
	b.nameAt, b.dateAt = max(min(b.middle-name/2, right-name), paper.AreaLeft), right-4*em-date
	for i, line := range b.note.lines {
		over := float64(i+1)*pt(letterText.Lead) + (pt(letterText.Lead)-em)/2 // its upper edge, below the middle of the seal
		chord := math.Sqrt(max(sealDiameter*sealDiameter/4-over*over, 0))
		if chord > 0 && paper.AreaLeft+2*em+line.width > b.middle-chord {
			b.clear = pt(letterText.Lead)
		}
	}
	return b
}

// height is that from the last line of the text on.
func (b closingBox) height() float64 {
	h := b.before + b.name.height() + b.date.height() + b.clear + b.note.height()
	if len(b.enclosure.lines) > 0 {
		h += pt(letterText.Lead) + b.enclosure.height()
	}
	return h
}

// draw draws them below the text; the seal goes over signature and date.
func (b closingBox) draw(p *paper.Page, y float64) {
	em := pt(letterText.Size)
	if len(b.enclosure.lines) > 0 {
		y += pt(letterText.Lead) // an empty line
		b.enclosure.draw(p, paper.AreaLeft+2*em, y)
		y += b.enclosure.height()
	}
	y += b.before
	b.name.draw(p, b.nameAt, y)
	y += b.name.height()
	b.date.draw(p, b.dateAt, y)
	if !b.unsealed {
		p.Seal = &paper.Circle{X: b.middle, Y: y, D: sealDiameter}
	}
	b.note.draw(p, paper.AreaLeft+2*em, y+b.date.height()+b.clear)
}

// letterPage draws the number of a further page: — 2 —, odd ones at the right.
func (s *setter) letterPage(p *paper.Page, n int) {
	st := paper.Style{Face: paper.FaceBody, Size: 14, Lead: 20}
	align, x := paper.Left, paper.AreaLeft+pt(st.Size)
	if n%2 == 1 {
		align = paper.Right
	}
	set := s.setBlock([]paper.Para{{Spans: []paper.Span{{Text: "— " + strconv.Itoa(n) + " —"}}}}, st, align, paper.AreaWidth-2*pt(st.Size))
	set.draw(p, x, letterPageNo)
}
